"""Values of the house's classes as plain JSON, and back, each field judged by its declared type.

Text, numbers and truth stand as they are; all else is an object of one key that says what it is.
Nothing read here can run: a class is looked up by name among those that are known.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any

from edition import answering, blocks, bookform, model, planning, printed
from edition.copy.reading import CopyFile, LineReading, Read, ReadingGround, SeamWeight
from edition.errors import Confidence, Diagnostic
from edition.messages.catalogue import KINDS
from edition.messages.texts import Phrase

Known = Mapping[str, type]
"""name → class"""


class Lie(ValueError):
    """What a child sent is no value of ours."""


def known(*more: type) -> Known:
    """The classes that may travel: those of the model and of what is said of it, and `more`.

    What the fields of `more` hold travels too.
    """
    from edition.readers.sources import Source  # Who starts no child need not wait for readers.

    found = [
        thing for room in (answering, blocks, bookform, model, planning, printed)
        for thing in vars(room).values()
        if isinstance(thing, type) and (is_dataclass(thing) or issubclass(thing, Enum))
    ]
    ours = (
        CopyFile, Read, LineReading, ReadingGround, SeamWeight, Source, Confidence, Diagnostic,
        Phrase,
    )
    return {thing.__name__: thing for thing in (*found, *ours, *_with_held(more))}


def _with_held(kinds: Sequence[type]) -> list[type]:
    """Classes, and the dataclasses that their fields hold, and theirs."""
    seen: list[Any] = []
    waiting: list[Any] = list(kinds)
    while waiting:
        kind = waiting.pop()
        if kind not in seen:
            seen.append(kind)
            whole = isinstance(kind, type) and is_dataclass(kind)
            waiting += _hints(kind).values() if whole else typing.get_args(kind)
    return [
        kind for kind in seen if kind in kinds or (isinstance(kind, type) and is_dataclass(kind))
    ]


def encoded(value: Any, pieces: list[bytes]) -> Any:
    """`value` as JSON; its bytes are put into `pieces`. Raises TypeError for anything unknown."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, bytes):
        pieces.append(value)
        return {"bytes": len(pieces) - 1}
    if isinstance(value, Enum):
        return {"enum": [type(value).__name__, value.value]}
    if isinstance(value, (tuple, list)):
        return {"tuple": [encoded(part, pieces) for part in value]}
    if isinstance(value, Mapping):
        return {"map": [[str(k), encoded(v, pieces)] for k, v in value.items()]}
    if is_dataclass(value):
        parts = {f.name: encoded(getattr(value, f.name), pieces) for f in fields(value) if f.init}
        return {"of": [type(value).__name__, parts]}
    if isinstance(value, (datetime, date)):
        return {"datetime" if isinstance(value, datetime) else "date": value.isoformat()}
    if isinstance(value, Path):
        return {"path": str(value)}
    raise TypeError(f"a {type(value).__name__} does not travel")


def decoded(plain: Any, pieces: list[bytes], classes: Known) -> Any:
    """The value that `encoded` made `plain` of. Raises Lie for what it never makes."""
    if plain is None or type(plain) in (bool, int, float, str):
        return plain
    if type(plain) is not dict or len(plain) != 1:
        raise Lie("no value")
    ((kind, held),) = plain.items()
    match kind:
        case "bytes":
            return pieces[held]
        case "enum":
            return _member(classes[held[0]], held[1])
        case "tuple":
            return tuple(decoded(part, pieces, classes) for part in held)
        case "map":
            return {_text(k): decoded(v, pieces, classes) for k, v in held}
        case "of":
            parts = {k: decoded(v, pieces, classes) for k, v in held[1].items()}
            return _made(classes[held[0]], parts)
        case "date":
            return date.fromisoformat(held)
        case "datetime":
            return datetime.fromisoformat(held)
        case "path":
            return Path(_text(held))
    raise Lie("a value of no kind")


def _text(value: Any) -> str:
    if type(value) is not str:
        raise Lie("no text")
    return value


def _member(kind: type, value: Any) -> Any:
    if not issubclass(kind, Enum):
        raise Lie("no such choice")
    return kind(value)


def _made(kind: type, parts: dict[str, Any]) -> Any:
    if not is_dataclass(kind):
        raise Lie("no such class")
    hints = _hints(kind)
    for name, value in parts.items():
        if not _fits(value, hints[name]):
            raise Lie(f"{kind.__name__}.{name} is a {type(value).__name__}")
    made = kind(**parts)
    if isinstance(made, Diagnostic) and made.kind not in KINDS:
        raise Lie("a remark of no kind")
    if hasattr(made, "told"):
        "".join(made.told("en"))  # What says nothing in words is no value of ours.
    return made


@lru_cache(maxsize=256)
def _hints(kind: type) -> dict[str, Any]:
    """Declared types of a class's fields."""
    return typing.get_type_hints(kind, localns={"Phrase": Phrase, "Value": _Value})


_Value = str | int | float | Phrase | tuple[Any, ...]
"""What fills a place of a message, its lists not looked into: `told` does that."""


def _fits(value: Any, hint: Any) -> bool:
    """True where `value` is of the declared type, to the last part of it."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any:
        return True
    if origin in (types.UnionType, typing.Union):
        return any(_fits(value, part) for part in parts)
    if origin is typing.Literal:
        return value in parts
    if origin is tuple:
        if not isinstance(value, tuple):
            return False
        if parts[1:] == (...,):
            return all(_fits(part, parts[0]) for part in value)
        return len(value) == len(parts) and all(map(_fits, value, parts))
    if origin is not None and issubclass(origin, Mapping):
        return isinstance(value, dict) and all(_fits(v, parts[1]) for v in value.values())
    if hint is float:
        return type(value) in (int, float)
    if hint is Path:
        return isinstance(value, Path)
    return type(value) is (type(None) if hint is None else hint)
