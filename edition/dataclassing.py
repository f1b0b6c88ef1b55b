"""Dataclasses, made faster than the standard library makes them, and the same in all they do.

The library writes six functions for each of them and compiles them one by one; three hundred stand
between a command and its work. Here `__init__` alone is compiled, in Python 3.11, whose parts are
known; anywhere else the library's own are made.
"""

from __future__ import annotations

import dataclasses
import sys
from collections.abc import Callable
from operator import attrgetter
from types import FunctionType, SimpleNamespace
from typing import TYPE_CHECKING, Any

_KNOWN = (3, 11)
"""the release whose parts are known"""
_library: Any = dataclasses


def _names(_: str, fields: list[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields)


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """What takes the values of fields from an object, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda held: tuple(getattr(held, name) for name in names)


def _frozen(cls: Any, fields: tuple[Any, ...], _: Any) -> tuple[Any, Any]:
    """`__setattr__` and `__delattr__` of a class whose objects never change."""
    names = frozenset(field.name for field in fields)

    def __setattr__(self: Any, name: str, value: Any) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def _shown(fields: list[Any], _: Any) -> Any:
    names = [field.name for field in fields]

    def __repr__(self: Any) -> str:
        said = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{self.__class__.__qualname__}({said})"

    return _library._recursive_repr(__repr__)


def _compared(name: str, op: str, mine: tuple[str, ...], *_: Any, **named: Any) -> Any:
    if name != "__eq__":
        of = [f"({''.join(f'{who}.{one},' for one in mine)})" for who in ("self", "other")]
        return _library._cmp_fn(name, op, *of, **named)
    values = _values(mine)

    def __eq__(self: Any, other: Any) -> Any:
        if other.__class__ is self.__class__:
            return values(self) == values(other)
        return NotImplemented

    return __eq__


def _hashed(cls: type, fields: list[Any], _: Any) -> Any:
    values = _values(tuple(
        field.name for field in fields if (field.compare if field.hash is None else field.hash)
    ))

    def __hash__(self: Any) -> int:
        return hash(values(self))

    __hash__.__qualname__ = f"{cls.__qualname__}.__hash__"
    return __hash__


def _quick() -> Any:
    """The library's maker of dataclasses, with other parts put in."""
    parts = dict(vars(dataclasses))
    parts.update(
        _tuple_str=_names, _frozen_get_del_attr=_frozen, _repr_fn=_shown, _cmp_fn=_compared,
        _hash_action={
            asked: _hashed if action is _library._hash_add else action
            for asked, action in _library._hash_action.items()
        },
        # Asked for the words of a class that has none.
        inspect=SimpleNamespace(signature=lambda cls: ""),
    )
    for name in ("_process_class", "dataclass"):
        made = getattr(_library, name)
        parts[name] = FunctionType(
            made.__code__, parts, name, made.__defaults__, made.__closure__
        )
        parts[name].__kwdefaults__ = made.__kwdefaults__
    return parts["dataclass"]


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
elif sys.version_info[:2] == _KNOWN:
    dataclass = _quick()
else:
    dataclass = dataclasses.dataclass
