"""Expressions that are compiled late: each compiles, and does what one compiled at once does."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from edition.patterns import _Late, late
from test_architecture import FILES, PACKAGE

USERS = [path for path in FILES if "import late" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("path", USERS, ids=lambda path: path.stem)
def test_every_expression_compiles(path: Path) -> None:
    name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    found = [held for held in vars(import_module(name)).values() if isinstance(held, _Late)]
    for held in found:
        re.compile(held.pattern, held.flags)


def test_it_answers_as_one_compiled_at_once() -> None:
    ours, theirs = late("(?P<a>[ab]+)", re.I), re.compile("(?P<a>[ab]+)", re.I)
    assert ours.findall("xABay") == theirs.findall("xABay")
    assert ours.sub("-", "xABay") == theirs.sub("-", "xABay")
    assert (ours.pattern, ours.groups) == (theirs.pattern, theirs.groups)
    assert ours.fullmatch("x") is None
