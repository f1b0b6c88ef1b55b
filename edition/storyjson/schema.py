"""The door of jsonschema: JSON read within bounds and held against a schema.

Bounds come first: nesting is counted in the text, before any parser sees it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from edition.copy.decode import decode
from edition.errors import UnreadableInput
from edition.limits import LIMITS

_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_SAID = 200
"""characters of a validator's message that are shown"""


def schema_text(file: str) -> str:
    """A JSON Schema of the package, as it is shipped beside this module."""
    return (Path(__file__).parent / file).read_text(encoding="utf-8")


def parse_json(data: bytes, name: str) -> Any:
    """The value in `data`.

    Raises UnreadableInput for what is no JSON, nests deeper than the limit, names one key twice
    in an object (one of the two would be lost), or holds NaN, Infinity or half a character.
    """
    text, _ = decode(data, name)
    _shallow(text, name)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) != len(pairs):
            keys = [key for key, _ in pairs]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise ValueError(f"The key “{twice}” stands twice in one object")
        return found

    def number(constant: str) -> Any:
        raise ValueError(f"{constant} is no number of JSON")

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=number)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as fault:
        raise _no_json(name, "A \\u escape holds half a character") from fault
    except (ValueError, RecursionError) as fault:
        raise _no_json(name, str(fault)[:_SAID] or "It nests too deep") from fault
    return value


def check_schema(value: Any, file: str, name: str) -> None:
    """Raises UnreadableInput with the path of the first place where `value` breaks the schema."""
    error = next(_validator(file).iter_errors(value), None)
    if error is None:
        return
    raise UnreadableInput(
        f"{error.json_path} is not as the schema wants it", where=name,
        why=_short(error.message), todo="Correct it; `edition schema` prints the whole schema",
    )


@cache
def _validator(file: str) -> Any:
    # Loading it takes a tenth of a second, which plain copy need not wait for.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(file)))


def _shallow(text: str, name: str) -> None:
    depth = 0
    for bracket in _BRACKETS.finditer(_STRINGS.sub("", text)):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > LIMITS.depth:
            raise UnreadableInput(
                "the JSON nests too deep", where=name,
                why=f"The limit is {LIMITS.depth} levels", todo="Give it as the schema wants it",
            )


def _no_json(name: str, why: str) -> UnreadableInput:
    return UnreadableInput(
        "this is not valid JSON", where=name, why=why, todo="Correct it or write it anew"
    )


def _short(text: str) -> str:
    if len(text) <= _SAID:
        return text
    return f"{text[: _SAID // 2]} … {text[-_SAID // 2 :]}"
