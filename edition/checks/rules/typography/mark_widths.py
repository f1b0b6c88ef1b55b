"""How wide marks are among each other and at both ends of a line (IDs PW1 to PW3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.rules.typography.justification import pairs, stretch
from edition.checks.rules.typography.line_breaks import Case
from edition.checks.rules.typography.signs import BRACKETS, MARKS
from edition.checks.sight.seen_lines import CLOSERS, OPENERS, STOPS
from edition.checks.sight.type_lines import TypeLine
from edition.checks.targets import MOST_MARKS

_SLACK = 0.05
"""em of rounding"""


def adjacent_marks(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """PW1: adjacent marks take 1.5 em or less, the even stretch of their line left out."""
    for a, b, s in pairs(lines):
        if a.char in MARKS and b.char in MARKS and (a.char in BRACKETS or b.char in BRACKETS):
            wide = (b.x - a.x) / s.em + 1 - stretch(s)
            yield wide > _most(a.char, b.char, s.centred) + _SLACK, wide, s


def _most(before: str, after: str, centred: bool) -> float:
    """em two marks may take; a centred stop before a closer has but a quarter to give."""
    if centred and before in STOPS and after in CLOSERS:
        return 2.0 if before in "！？" else 1.75
    return MOST_MARKS


def end_marks(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """PW2: a mark at the line end is as wide as its body."""
    for s in lines:
        end = s.line.glyphs[-1]
        if not s.free and end.char in CLOSERS | STOPS:
            off = (end.x - s.frame.right) / s.em
            yield off < -_SLACK - body_end(end.char, s.centred), off, s


def body_end(char: str, centred: bool) -> float:
    """Where the body of a mark that ends a line ends, em from its origin."""
    if centred and char in STOPS:
        return 1.0 if char in "！？" else 0.75
    return 0.5


def start_marks(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """PW3: an opener at the line start is trimmed by half an em."""
    for s in lines:
        first = s.line.glyphs[0]
        if not s.first and first.char in OPENERS:
            off = (first.x - s.frame.left) / s.em
            yield abs(off + 0.5) > 0.08, off, s
