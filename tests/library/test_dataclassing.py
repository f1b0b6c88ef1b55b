"""Dataclasses made quickly: the same in all they do as the standard library's."""

from __future__ import annotations

import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any

import pytest

from edition.dataclassing import dataclass


def _made(how: Callable[..., Any], **options: bool) -> Any:
    @how(**options)
    class Slug:
        head: str
        rows: float = 1.0
        words: tuple[str, ...] = field(default=(), compare=False)
        hidden: int = field(default=3, repr=False)

    return Slug


OPTIONS = (
    {}, {"frozen": True}, {"frozen": True, "slots": True}, {"slots": True},
    {"order": True, "frozen": True}, {"eq": False, "frozen": True}, {"unsafe_hash": True},
    {"repr": False, "frozen": True, "slots": True},
)


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_they_do_what_the_librarys_do(options: dict[str, bool]) -> None:
    ours, theirs = (_made(how, **options) for how in (dataclass, dataclasses.dataclass))
    for give in (("a",), ("a", 2.0), ("a", 2.0, ("x",), 4)):
        one, other = ours(*give), theirs(*give)
        if options.get("repr", True):
            assert repr(one) == repr(other)
        assert (one == ours(*give)) == (other == theirs(*give))
        assert one != ours("b") and one != other
        assert _said(lambda one=one: hash(one)) == _said(lambda other=other: hash(other)) or \
            not options.get("eq", True)
        assert dataclasses.asdict(one) == dataclasses.asdict(other)
        assert dataclasses.replace(one, rows=7.0).rows == 7.0
        assert _said(lambda one=one: one < one) == _said(lambda other=other: other < other)
        for name in ("head", "new"):
            assert _said(lambda one=one, name=name: setattr(one, name, "c")) == \
                _said(lambda other=other, name=name: setattr(other, name, "c"))
        assert _said(lambda one=one: delattr(one, "rows")) == \
            _said(lambda other=other: delattr(other, "rows"))
    assert inspect.signature(ours) == inspect.signature(theirs)
    assert ours.__match_args__ == theirs.__match_args__
    assert [f.name for f in dataclasses.fields(ours)] == \
        [f.name for f in dataclasses.fields(theirs)]


def _said(ask: Callable[[], Any]) -> str:
    """The answer, or the error, without the names of the classes."""
    try:
        return repr(ask())
    except Exception as error:
        return f"{type(error).__name__}: {error}".partition("between")[0]


@dataclass(frozen=True, slots=True)
class Kept:
    """One that is sent to another process."""

    number: float
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Base:
    a: int


@dataclass(frozen=True)
class _Below(_Base):
    b: int = 2


def test_they_are_sent_and_inherit() -> None:
    assert pickle.loads(pickle.dumps(Kept(1.0, ("a",)))) == Kept(1.0, ("a",))
    assert repr(_Below(1)) == "_Below(a=1, b=2)"
    assert _Below(1) != _Base(1) and hash(_Below(1)) == hash((1, 2))


def test_what_is_not_itself_is_equal_to_the_same_object_as_in_the_library() -> None:
    nan = float("nan")
    assert Kept(nan) == Kept(nan)
    alone = _Base(nan)  # type: ignore[arg-type]  # one value, compared with itself
    assert alone == dataclasses.replace(alone)
