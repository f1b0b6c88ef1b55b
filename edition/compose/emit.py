"""From units and gap widths to a Line: glyph origins, then segments of equal spacing.

After glyph k the page needs origin(k+1) − origin(k) − advance(k). A segment holds neighbours
that need the line's own spacing; every exception becomes the margin before the next segment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import NamedTuple

from edition.compose.classes import CharClass
from edition.compose.composed import Line, Segment
from edition.compose.leftward import turned_edges
from edition.compose.units import Unit
from edition.model import Run, Runs

_SAME = 5e-4
_ONWARD = 0.02
"""em by which a glyph begins after the one before. Squeezed marks, as in ”“, may share a cell;
a reader of the page's text takes the order from where they begin."""


class _Glyph(NamedTuple):
    text: str
    origin: float
    advance: float
    run: int
    wide: bool
    narrow: bool
    western: bool
    address: bool = False
    added: bool = False
    face: str = ""
    turned: bool = False
    """in a stretch that runs from right to left"""


@dataclass(frozen=True, slots=True)
class LineFill:
    """How one line fills its measure. Lengths in em."""

    start: float
    """body edge of the first unit"""
    measure: float
    last: bool
    """true for a line that ends where its text ends"""
    extra: float
    """put after every glyph"""
    short: float
    hyphen: float | None
    """advance of an added hyphen"""


def line(units: Sequence[Unit], widths: Sequence[float], runs: Runs, fill: LineFill) -> Line:
    """Set one line: its units and the width of each gap between them."""
    glyphs, right = _glyphs(units, widths, fill.start, fill.hyphen)
    glyphs = _onward(glyphs)
    return Line(
        segments=_segments(glyphs, runs, fill.extra),
        start=glyphs[0].origin if glyphs else fill.start,
        width=right if fill.last else fill.measure - fill.short,
        origins=tuple(g.origin for g in glyphs if not g.added),
        last=fill.last,
        extra=fill.extra,
        short=fill.short,
    )


def _glyphs(
    units: Sequence[Unit], widths: Sequence[float], start: float, hyphen: float | None
) -> tuple[list[_Glyph], float]:
    found: list[_Glyph] = []
    widths = [*widths, 0.0]
    edges = [*accumulate((u.body + w for u, w in zip(units, widths, strict=True)), initial=start)]
    turned = turned_edges(units, edges)
    for place, (unit, width) in enumerate(zip(units, widths, strict=True)):
        western = unit.kind is CharClass.WESTERN
        back = place in turned
        at = turned.get(place, edges[place]) + unit.offset
        steps = unit.steps or unit.advances
        faces = unit.faces or ("",) * len(unit.text)
        for character, advance, step, face in zip(
            unit.text, unit.advances, steps, faces, strict=True
        ):
            found.append(_Glyph(character, at, advance, unit.run, unit.wide, unit.narrow,
                                western, unit.address, face=face, turned=back))
            at += step
        step = width / len(unit.space) if unit.space else 0.0
        inside = back and place + 1 in turned
        first = turned[place] - width if inside else edges[place] + unit.body
        for i, character in enumerate(unit.space):
            at = first + i * step
            found.append(_Glyph(character, at, unit.space_advance, unit.run, False, False, False,
                                turned=inside))
    edge = edges[-1]
    if hyphen is not None:
        last = units[-1]
        found.append(_Glyph("-", edge, hyphen, last.run, False, False, True, added=True))
        edge += hyphen
    return found, edge


def _onward(glyphs: Sequence[_Glyph]) -> list[_Glyph]:
    """The glyphs in the order they begin in: one that would begin before its neighbour is moved.
    """
    found: list[_Glyph] = []
    for glyph in glyphs:
        if found and glyph.advance and found[-1].advance and not (
            glyph.turned or found[-1].turned
        ):
            least = found[-1].origin + _ONWARD
            if glyph.origin < least:
                glyph = glyph._replace(origin=least)
        found.append(glyph)
    return found


def _segments(glyphs: Sequence[_Glyph], runs: Runs, extra: float) -> tuple[Segment, ...]:
    found: list[Segment] = []
    text, lead, spacing = "", 0.0, 0.0
    owner: _Glyph | None = None
    pending = 0.0
    for glyph, after in zip_longest(glyphs, glyphs[1:]):
        if owner is None or not _alike(owner, glyph) or abs(pending) > _SAME:
            if owner is not None:
                found.append(_segment(text, spacing, lead, owner, runs))
            text, lead, owner = "", pending, glyph
            solid = (glyph.western and not glyph.address) or glyph.wide or glyph.added or glyph.face
            spacing = 0.0 if solid else extra
        text += glyph.text
        pending = 0.0
        if after is not None:
            pending = after.origin - glyph.origin - glyph.advance - spacing
    if owner is not None:
        found.append(_segment(text, spacing, lead, owner, runs))
    return tuple(found)


def _alike(one: _Glyph, other: _Glyph) -> bool:
    return (
        one.run == other.run
        and one.wide == other.wide
        and one.narrow == other.narrow
        and one.western == other.western
        and one.address == other.address
        and one.added == other.added
        and one.face == other.face
    )


def _segment(text: str, spacing: float, lead: float, owner: _Glyph, runs: Runs) -> Segment:
    run: Run = runs[owner.run]
    return Segment(
        text=text,
        spacing=round(spacing, 5),
        lead=round(lead, 5),
        marks=run.marks,
        href=run.href,
        lang=run.lang,
        wide=owner.wide,
        narrow=owner.narrow,
        face=owner.face,
        added=owner.added,
    )
