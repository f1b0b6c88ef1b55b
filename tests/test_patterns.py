"""Expressions that are compiled late: each compiles, and does what one compiled at once does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

import pytest

from edition.patterns import _Late, late
from test_architecture import FILES, PACKAGE

USERS = [path for path in FILES if "import late" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_every_expression_compiles(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for held in vars(import_module(name)).values():
        for found in _expressions(held):
            re.compile(found.pattern, found.flags)


def _expressions(held: object) -> Iterator[_Late]:
    """What a name of a module holds, in tables too."""
    if isinstance(held, _Late):
        yield held
    elif isinstance(held, tuple | Mapping):
        for one in held.values() if isinstance(held, Mapping) else held:
            yield from _expressions(one)


def test_it_answers_as_one_compiled_at_once() -> None:
    ours, theirs = late("(?P<a>[ab]+)", re.I), re.compile("(?P<a>[ab]+)", re.I)
    assert ours.findall("xABay") == theirs.findall("xABay")
    assert ours.sub("-", "xABay") == theirs.sub("-", "xABay")
    assert (ours.pattern, ours.groups) == (theirs.pattern, theirs.groups)
    assert ours.fullmatch("x") is None


def test_what_was_asked_before_is_found_at_once() -> None:
    one = late("a")
    assert one.subn("-", "xa") == ("x-", 1)
    assert "subn" in vars(one)
