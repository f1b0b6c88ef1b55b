"""How a line is stretched to its measure: gaps between signs (IDs JU1, JU5, JU6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.rules.typography.line_breaks import Case
from edition.checks.rules.typography.signs import is_han, is_latin
from edition.checks.sight.seen_lines import SMALL
from edition.checks.sight.sheet import Glyph
from edition.checks.sight.type_lines import TypeLine
from edition.checks.targets import MIXED_GAP, MOST_LOOSE

_SOLID = 0.995
"""em from one Han to the next, solid, less rounding"""
_BESIDE_LATIN = 0.55
"""em a gap beside Latin takes before a line stretches evenly"""


def pairs(lines: Sequence[TypeLine]) -> Iterator[tuple[Glyph, Glyph, TypeLine]]:
    """Every two glyphs side by side."""
    for s in lines:
        for before, after in zip(s.line.glyphs, s.line.glyphs[1:], strict=False):
            yield before, after, s


def stretch(s: TypeLine) -> float:
    """What a stretched line gives every gap alike, em: the least step between Han, less 1.

    A line without two Han side by side has stretched the gaps beside Latin to their half em
    first: what all of them have beyond it is the stretch.
    """
    steps = [(b.x - a.x) / s.em - 1 for a, b, _ in pairs([s]) if is_han(a.char) and is_han(b.char)]
    beyond = [gap - _BESIDE_LATIN for _, gap in _mixed([s])]
    return max(0.0, min(steps or beyond, default=0.0))


def _mixed(lines: Sequence[TypeLine]) -> Iterator[tuple[TypeLine, float]]:
    """Gaps between Han and Latin of one size, em: a mark of a note stands close to its word."""
    for a, b, s in pairs(lines):
        if min(a.size, b.size) <= SMALL * max(a.size, b.size):
            continue
        if is_han(a.char) and is_latin(b.char):
            yield s, (b.x - a.x) / s.em - 1
        elif is_latin(a.char) and is_han(b.char):
            yield s, (b.x - a.right) / s.em


def mixed_gaps(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """JU1: Han and Latin are parted by an eighth to half an em, the even stretch left out."""
    least, most = MIXED_GAP
    for s, raw in _mixed(lines):
        gap = raw - stretch(s)
        yield not least <= gap <= most, gap, s


def solid(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """JU5: Han is never tighter than solid."""
    for a, b, s in pairs(lines):
        if is_han(a.char) and is_han(b.char):
            step = (b.x - a.x) / s.em
            yield step < _SOLID, step, s


def loose(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """JU6: the extra gap between Han is at most a quarter em."""
    for s in lines:
        for gap in han_gaps([s]):
            yield gap > MOST_LOOSE, gap, s


def han_gaps(lines: Sequence[TypeLine]) -> list[float]:
    """Extra gap of each full line with two Han side by side, em, the least first."""
    return sorted(
        stretch(s) for s in lines
        if not s.last and any(is_han(a.char) and is_han(b.char) for a, b, _ in pairs([s]))
    )
