"""The quick answer of the gate is that of jsonschema, whatever is done to a document."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from edition.storyjson.read import schema
from edition.storyjson.schemagate import UnknownRule, gate
from edition.storyjson.write import stories_json
from gold_book import every_block

ODD = (
    None, True, False, 0, -1, 1, 2.0, 2.5, 10**9, float("inf"), "", "paragraph", "zh-Hans", "a.b",
    "../a", "https://a.b", "𠮷", [], [1], ["甲"], {}, {"text": "甲"}, [{"text": "甲", "marks": []}],
    {"type": "table", "rows": [["甲"]]}, {"type": "figure", "src": "/a"}, "margin", "2026-09-01",
)

KEYS = ("type", "runs", "text", "x", "speaker", "items", "rows", "id")


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with a key of it."""
    keys: Any = range(len(value)) if isinstance(value, list) else ()
    keys = value if isinstance(value, dict) else keys
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _spoiled(whole: Any, chance: random.Random) -> Any:
    """The document with one to three changes: values exchanged, keys added and taken away."""
    made = copy.deepcopy(whole)
    for _ in range(chance.randint(1, 3)):
        holder, key = chance.choice(list(_places(made)))
        match chance.randint(0, 3):
            case 0:
                del holder[key]
            case 1 if isinstance(holder, dict):
                holder[chance.choice(KEYS)] = copy.deepcopy(chance.choice(ODD))
            case _:
                holder[key] = copy.deepcopy(chance.choice(ODD))
        if not list(_places(made)):
            return made
    return made


def test_the_gate_says_what_jsonschema_says() -> None:
    rules = json.loads(schema())
    quick, slow = gate(rules), Draft202012Validator(rules)
    whole = json.loads(json.dumps(stories_json(every_block())))
    assert quick(whole) and slow.is_valid(whole)
    chance, kept = random.Random(18), 0
    for _ in range(400):
        spoiled = _spoiled(whole, chance)
        wanted = slow.is_valid(spoiled)
        kept += wanted
        assert quick(spoiled) is wanted, spoiled
    assert 20 < kept < 380


@pytest.mark.parametrize("rules", [
    {"uniqueItems": True}, {"additionalProperties": {}}, {"enum": [1]}, {"const": 1}, True,
    {"properties": {"a": {"multipleOf": 2}}}, {"$ref": "#/$defs/nothing"}, {"$ref": "http://a.b"},
    {"else": {}},
])
def test_a_rule_the_gate_does_not_know_is_refused(rules: Any) -> None:
    with pytest.raises(UnknownRule):
        gate(rules if isinstance(rules, dict) else {"items": rules})
