"""The quick answer on story JSON is that of jsonschema, whatever is done to a document."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema_rs import Draft202012Validator as Quick

from edition.storyjson.read import schema
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


def test_the_quick_answer_is_the_one_that_has_words() -> None:
    rules = json.loads(schema())
    quick, slow = Quick(rules), Draft202012Validator(rules)
    whole = json.loads(json.dumps(stories_json(every_block())))
    assert quick.is_valid(whole) and slow.is_valid(whole)
    chance, kept = random.Random(18), 0
    for _ in range(400):
        spoiled = _spoiled(whole, chance)
        wanted = slow.is_valid(spoiled)
        kept += wanted
        assert quick.is_valid(spoiled) is wanted, spoiled
    assert 20 < kept < 380


def test_no_address_is_taken_that_has_words_against_it() -> None:
    """Spaces that one of the two knows and the other does not are named in the pattern."""
    run_alone = {"$ref": "#/$defs/run", "$defs": json.loads(schema())["$defs"]}
    quick, slow = Quick(run_alone), Draft202012Validator(run_alone)
    for sign in map(chr, (*range(0x3100), 0xFEFF, 0x1F600)):
        run = {"text": "甲", "href": f"https://a{sign}b"}
        assert slow.is_valid(run) or not quick.is_valid(run), hex(ord(sign))
