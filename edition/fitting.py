"""Plain values made into those of the model, as the types of its fields say.

A text where runs or a block are wanted, a list where a tuple is, a mapping where a part with
named fields is, a day as ISO 8601 writes it. What cannot be fitted stays as it is, so that
`validate` names it by its path. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from importlib import import_module
from operator import index
from types import NoneType, UnionType
from typing import Any, Self, Union, cast, get_args, get_origin, get_type_hints

Fit = Callable[[Any], Any]
"""A value to the value that was meant, or to itself."""


class ModelValue:
    """What every class of the model can do: be made of plain values."""

    __slots__ = ()

    @classmethod
    def of(cls, *args: Any, **given: Any) -> Self:
        """The same fields as the class takes, with text for runs and lists for tuples."""
        return cast(Self, fitted(cast(Any, cls)(*args, **given), cls))


def fitted(value: Any, hint: Any) -> Any:
    """`value` as one of `hint`, where it can be; else as it is."""
    return _fit_of(hint)(value)


@cache
def field_hints(kind: type) -> tuple[tuple[str, Any], ...]:
    """(name, type) of every field of a class of the model."""
    # A field such as `date` must not hide the class it is named after.
    names = vars(import_module(kind.__module__))
    hints = get_type_hints(kind, names, names)
    return tuple((entry.name, hints[entry.name]) for entry in fields(cast(Any, kind)))


@cache
def _fit_of(hint: Any) -> Fit:
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _any_of(parts)
    if origin is tuple:
        return _many(parts[0]) if parts[-1] is Ellipsis else _fixed(parts)
    if is_dataclass(hint):
        return _part(cast(type, hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return lambda value: _tried(hint, value) if isinstance(value, str) else value
    return _PLAIN.get(hint, lambda value: value)


def _tried(make: Callable[[Any], Any], value: Any) -> Any:
    try:
        return make(value)
    except (TypeError, ValueError, KeyError, OverflowError):
        return value


def _text(value: Any) -> Any:
    """A plain string of a string that is more; one that passes for markup is copy like any."""
    return str.__str__(value) if isinstance(value, str) else value


def _whole(value: Any) -> Any:
    if type(value) in (int, bool, float, str):
        return value
    return _tried(index, value)


def _day(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        return _tried(lambda text: datetime.fromisoformat(text.strip()).date(), value)
    return value


_PLAIN: Mapping[Any, Fit] = {str: _text, int: _whole, date: _day}


def _any_of(hints: tuple[Any, ...]) -> Fit:
    """The first of several types the value is, or can be made into."""
    kinds: tuple[Any, ...] = tuple(h for h in hints if isinstance(h, type))
    optional = NoneType in hints
    fits = tuple((_kind(h), _fit_of(h)) for h in hints if h is not NoneType)

    def fit(value: Any) -> Any:
        if optional and value is None:
            return None
        own: Any = type(value)
        if own in kinds:
            return _fit_of(own)(value)
        for kind, made in fits:
            found = made(value)
            if type(found) is kind:
                return found
        return value

    return fit


def _kind(hint: Any) -> Any:
    return get_origin(hint) or hint


def _many(hint: Any) -> Fit:
    """A tuple of any length; one part alone is a tuple of it, marks are sorted."""
    inner = _fit_of(hint)
    kind = _kind(hint)
    ordered = isinstance(kind, type) and issubclass(kind, Enum)
    single = is_dataclass(hint) or ordered

    def fit(value: Any) -> Any:
        if isinstance(value, str):
            part = inner(value)
            if not single or type(part) is not kind:
                return value
            value = (part,) if value else ()
        elif single and type(value) is kind:
            value = (value,)
        elif isinstance(value, bytes | bytearray | Mapping) or not isinstance(value, Iterable):
            return value
        found = tuple(inner(part) for part in value)
        return _tried(lambda marks: tuple(sorted(set(marks))), found) if ordered else found

    return fit


def _fixed(hints: tuple[Any, ...]) -> Fit:
    """A tuple of as many parts as there are types."""
    inner = tuple(map(_fit_of, hints))

    def fit(value: Any) -> Any:
        if not isinstance(value, list | tuple) or len(value) != len(inner):
            return tuple(value) if isinstance(value, list) else value
        return tuple(made(part) for made, part in zip(inner, value, strict=True))

    return fit


def _part(kind: type) -> Fit:
    """A class of the model: itself with its fields fitted, or made of what it needs."""
    made = cast(Any, kind)

    def fit(value: Any) -> Any:
        if type(value) is kind:
            return _with_fitted(value, kind)
        if isinstance(value, Mapping):
            return _tried(lambda given: made.of(**given), value)
        if isinstance(value, str):
            return _tried(made.of, value)
        if _fills_first(kind, value):
            return _tried(made.of, value)
        if isinstance(value, list | tuple):
            return _tried(lambda given: made.of(*given), value)
        return value

    return fit


def _fills_first(kind: type, value: Any) -> bool:
    """True for a run, or several, where what is wanted begins with runs.

    Texts may stand among the runs, but where the second field is runs too they are the fields.
    """
    hints = [hint for _, hint in field_hints(kind)]
    inner = get_args(hints[0])
    if len(inner) != 2 or inner[1] is not Ellipsis or not is_dataclass(inner[0]):
        return False
    parts = value if isinstance(value, list | tuple) else (value,)
    found = {type(part) for part in parts}
    if found == {inner[0]}:
        return True
    return inner[0] in found and found <= {inner[0], str} and hints[0] not in hints[1:2]


def _with_fitted(value: Any, kind: type) -> Any:
    changed = {}
    for name, hint in field_hints(kind):
        before = getattr(value, name)
        after = _fit_of(hint)(before)
        if after is not before and (type(after) is not type(before) or after != before):
            changed[name] = after
    return replace(value, **changed) if changed else value
