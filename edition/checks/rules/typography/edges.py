"""Where lines begin and end: edges, measure, indents, last lines (IDs JU2, GR1, PA1, PA2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.rules.typography.line_breaks import Case
from edition.checks.rules.typography.mark_widths import body_end
from edition.checks.rules.typography.signs import MARKS, is_han
from edition.checks.sight.seen_lines import CLOSERS, OPENERS, STOPS
from edition.checks.sight.type_lines import TypeLine
from edition.checks.targets import LEAST_RUNT

_OFF = 0.08
"""em a line may begin beside its edge, or beside a whole em of indent"""
_SIGNED = 3
"""characters of a name or a date"""


def edges(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """JU2: lines reach both edges, those in Latin letters the left one."""
    for s in lines:
        if s.free:
            continue
        end = s.line.glyphs[-1].char
        slack = 0.05 if is_han(end) else _OFF if end in MARKS else 0.15
        off = 0.0 if s.tongue else abs(right_edge(s))
        begins = s.line.start - s.frame.left, s.line.x - s.frame.left
        left = 0.0 if s.first else min(map(abs, begins)) / s.em
        yield off > slack or left > _OFF, max(off, left), s


def right_edge(s: TypeLine) -> float:
    """Distance of the line's end from the right edge, em.

    A mark may end with its ink, its body or, against PW2, its whole cell: JU2 takes the nearest.
    """
    end = s.line.glyphs[-1]
    if end.char in CLOSERS | STOPS:
        origin = (end.x - s.frame.right) / s.em
        ink = (end.right - s.frame.right) / s.em
        return min(origin + body_end(end.char, s.centred), origin + 1, ink, key=abs)
    if is_han(end.char):
        return (end.x + s.em - s.frame.right) / s.em
    ends = [end.right]
    if end.char in "·・‧":
        ends.append((end.left + end.right) / 2 + 0.25 * s.em)
    elif not end.char.isalnum():
        ends.append(end.x + s.em)
    return min(((at - s.frame.right) / s.em for at in ends), key=abs)


def measures(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """GR1: the measure is a whole number of em: half the full lines of a leg end on it."""
    for frame in dict.fromkeys(s.frame for s in lines):
        full = [s for s in lines if s.frame is frame and not s.free]
        if full:
            off = sorted(abs(right_edge(s)) for s in full)[len(full) // 2]
            yield off > 0.1, frame.measure + off, full[0]


def indents(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """PA1: first lines are indented by one or two whole em."""
    for s in lines:
        if s.first and not _ranged_right(s):
            indent = (s.line.start - s.frame.left) / s.em
            trims = (0.0, 0.5) if s.line.glyphs[0].char in OPENERS else (0.0,)
            off = min(abs(indent - trim - whole) for trim in trims for whole in (1, 2))
            yield off > _OFF, indent, s


def _ranged_right(s: TypeLine) -> bool:
    """True for a line by itself, of a signature or a date, that ends on the right edge or one or
    two em from it."""
    alone = s.free and len(s.line.glyphs) >= _SIGNED
    return alone and min(abs(right_edge(s) + em) for em in (0, 1, 2)) <= _OFF


def runts(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """PA2: a last line holds two characters, marks left out."""
    for s in lines:
        if s.last and not s.first:
            held = sum(
                1 for g in s.line.glyphs if (g.char.isalnum() if s.tongue else g.char not in MARKS)
            )
            yield held < LEAST_RUNT, float(held), s
