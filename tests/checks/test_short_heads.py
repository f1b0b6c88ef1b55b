"""A headline of two characters is found where its picture stands between it and its text."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from edition.checks.sight.line_runs import JoinedCopy, settle

PARTS = ("借伞", "雨停以后的巷口", "我们那条巷子雨天是不用带伞的")
STARTS = (0, 2, 9)


def settled(words: tuple[str, ...], large: str) -> list[int]:
    master = "".join(PARTS)
    parts = [(at, at + len(part)) for at, part in zip(STARTS, PARTS, strict=True)]
    copy = JoinedCopy(master, [parts[0]], frozenset(parts), frozenset({2}))
    found: Any = [
        SimpleNamespace(page=1, y=700.0 - 40 * n, x=50.0, size=9.0,
                        glyphs=[SimpleNamespace(right=200.0)])
        for n in range(len(words))
    ]
    return settle(copy, found, words, [word == large for word in words])[0]


def test_it_is_found_under_its_picture() -> None:
    assert settled((PARTS[1], PARTS[0], PARTS[2]), PARTS[0]) == [2, 0, 9]


def test_two_characters_of_the_text_are_no_head() -> None:
    assert settled((PARTS[0], PARTS[1], PARTS[2]), "")[1:] == [2, 9]
    assert settled((PARTS[1], "巷子", PARTS[2]), "巷子")[1] == -1
