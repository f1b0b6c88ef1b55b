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
from edition.messages.texts import Phrase

_STRINGS = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_BRACKETS = re.compile(r"[\[\]{}]")
_SAID = 200
"""characters of a validator's message that are shown"""
_RULES = dict.fromkeys(
    ("minimum", "maximum", "minItems", "maxItems", "minLength", "maxLength"), "schema_bounds"
)
"""phrases for rules of the schema that are not named after the rule"""


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
            raise _NoJson(Phrase("json_key_twice", {"key": twice}))
        return found

    def number(constant: str) -> Any:
        raise _NoJson(Phrase("json_no_number", {"constant": constant}))

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=number)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as fault:
        raise _no_json(name, Phrase("json_half_character")) from fault
    except _NoJson as fault:
        raise _no_json(name, fault.reason) from fault
    except json.JSONDecodeError as fault:
        reason = Phrase("json_unreadable", {"line": fault.lineno, "said": str(fault)[:_SAID]})
        raise _no_json(name, reason) from fault
    except ValueError as fault:
        raise _no_json(name, Phrase("json_number_long", {"said": str(fault)[:_SAID]})) from fault
    except RecursionError as fault:
        raise _no_json(name, Phrase("json_nesting")) from fault
    return value


def check_schema(value: Any, file: str, name: str) -> None:
    """Raises UnreadableInput with the path of the first place where `value` breaks the schema."""
    if _gate(file).is_valid(value):
        return
    error = next(_validator(file).iter_errors(value), None)
    if error is None:
        return
    raise UnreadableInput(
        "json_off_schema", where=name, path=error.json_path, said=_short(error.message),
        rule=_rule(error),
    )


def _rule(error: Any) -> Phrase:
    """What the schema asks at the place, as a phrase that names it."""
    wanted, found = error.validator_value, error.instance
    if error.validator == "required":
        wanted = [key for key in wanted if key not in found]
    elif error.validator == "additionalProperties":
        found = [key for key in found if key not in error.schema["properties"]]
    return Phrase(
        _RULES.get(error.validator, f"schema_{error.validator}"),
        {"wanted": _words(wanted), "found": _words(found)},
    )


def _words(value: object) -> str:
    return _short(" / ".join(map(str, value)) if isinstance(value, list) else str(value))


@cache
def _gate(file: str) -> Any:
    """Whether a value keeps the schema, in a two-hundredth of the time the words for it take."""
    from jsonschema_rs import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(file)))


@cache
def _validator(file: str) -> Any:
    # Loading it takes a tenth of a second, and only what is refused needs its words.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(json.loads(schema_text(file)))


def _shallow(text: str, name: str) -> None:
    depth = 0
    for bracket in _BRACKETS.finditer(_STRINGS.sub("", text)):
        depth += 1 if bracket.group() in "[{" else -1
        if depth > LIMITS.depth:
            raise UnreadableInput("json_deep", where=name, limit=LIMITS.depth)


class _NoJson(ValueError):
    """What the parser would take and JSON does not allow."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason.key)
        self.reason = reason


def _no_json(name: str, reason: Phrase) -> UnreadableInput:
    return UnreadableInput("json_broken", where=name, reason=reason)


def _short(text: str) -> str:
    if len(text) <= _SAID:
        return text
    return f"{text[: _SAID // 2]} … {text[-_SAID // 2 :]}"
