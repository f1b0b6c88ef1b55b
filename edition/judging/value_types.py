"""Every value of the type its field says, told from the types themselves.

A field or a block that is added to the model is judged with it. Strings and numbers are of the
very type: a string that passes for markup would not be escaped.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin

from edition.blocks import Block
from edition.errors import InvalidEdition
from edition.fitting import field_hints
from edition.judging.places import Place, path_of, quoted
from edition.messages.nearest import nearest
from edition.messages.texts import Value

Judge = Callable[[Any, Place], None]


def judge_shape(value: object, hint: Any, place: Place = None) -> None:
    """Raises InvalidEdition for the first value in `value` that is not of its type."""
    _judge_of(hint)(value, place)


@cache
def _judge_of(hint: Any) -> Judge:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _one_of(hint, parts)
    if origin is tuple:
        return _many(hint, parts[0]) if parts[-1] is Ellipsis else _fixed(hint, parts)
    if is_dataclass(hint):
        return _part(cast(type, hint))
    kinds = (int, float) if hint is float else (hint,)

    def judge(value: Any, place: Place) -> None:
        if type(value) not in kinds:
            raise _wrong(hint, value, place)

    return judge


def _one_of(hint: Any, parts: tuple[Any, ...]) -> Judge:
    by_type: Mapping[Any, Judge] = {
        get_origin(part) or part: _judge_of(part) for part in parts if part is not NoneType
    }
    optional = NoneType in parts

    def judge(value: Any, place: Place) -> None:
        if value is None and optional:
            return
        inner = by_type.get(type(value))
        if inner is None:
            raise _wrong(hint, value, place)
        inner(value, place)

    return judge


def _many(hint: Any, part: Any) -> Judge:
    inner = _judge_of(part)

    def judge(value: Any, place: Place) -> None:
        if type(value) is not tuple:
            raise _wrong(hint, value, place)
        for at, one in enumerate(value):
            inner(one, (place, at))

    return judge


def _fixed(hint: Any, parts: tuple[Any, ...]) -> Judge:
    judges = tuple(map(_judge_of, parts))

    def judge(value: Any, place: Place) -> None:
        if type(value) is not tuple or len(value) != len(judges):
            raise _wrong(hint, value, place)
        for at, (inner, one) in enumerate(zip(judges, value, strict=True)):
            inner(one, (place, at))

    return judge


def _part(kind: type) -> Judge:
    judges = tuple((name, _judge_of(hint)) for name, hint in field_hints(kind))

    def judge(value: Any, place: Place) -> None:
        if type(value) is not kind:
            raise _wrong(kind, value, place)
        for name, inner in judges:
            inner(getattr(value, name), (place, name))

    return judge


def _wrong(hint: Any, value: object, place: Place) -> InvalidEdition:
    strange = _strange_key(hint, value)
    if strange is not None:
        key, kind = strange
        known = tuple(name for name, _ in field_hints(kind))
        return InvalidEdition(
            "field_unknown", path=path_of(place), key=quoted(key), wanted=kind.__name__,
            known=known, near=nearest(key, known),
        )
    return InvalidEdition(
        "value_type", path=path_of(place), wanted=_said(hint), found=_found(value)
    )


def _strange_key(hint: Any, value: object) -> tuple[str, type] | None:
    """The first key of a mapping that is no field of the class it was to become."""
    kinds = [part for part in (hint, *get_args(hint)) if is_dataclass(part)]
    if not isinstance(value, Mapping) or len(kinds) != 1:
        return None
    kind = cast(type, kinds[0])
    known = {name for name, _ in field_hints(kind)}
    return next(((str(key), kind) for key in value if key not in known), None)


def _found(value: object) -> Value:
    """The type of a value, and the value where that is short."""
    name = quoted(type(value).__qualname__)
    return f"{name} {quoted(repr(value))}" if type(value) in (str, int, float, bool) else name


def _said(hint: Any) -> str:
    """A type as the documentation writes it."""
    if hint == Block:
        return "Block"
    if hint is NoneType:
        return "None"
    if get_origin(hint) in (Union, UnionType):
        parts = get_args(hint)
        if set(get_args(Block)) <= set(parts):
            return "Block"
        return " | ".join(map(_said, parts))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"{hint.__name__} ({', '.join(hint)})"
    if hint is date:
        return "date (2026-11-29)"
    if get_origin(hint) is tuple:
        inner = ", ".join("..." if part is Ellipsis else _said(part) for part in get_args(hint))
        return f"tuple[{inner}]"
    return str(hint.__name__)
