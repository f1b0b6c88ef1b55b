"""The state in which a page is drawn: colours, how they go on what lies below, how type is set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from edition.checks.inks.grounds import Inks, Manner, Point
from edition.checks.inks.pdfvalues import figures_of
from edition.checks.inks.shownlines import UPRIGHT, Advances, Matrix, times
from edition.checks.sight.boxes import Box
from edition.copy.inkprofiles import BLACK

STEPS = 12
"""points of a stroke at which what lies below it is looked at"""
NO_FACE = Advances()
SETS_TYPE = frozenset((b"BT", b"Tm", b"Td", b"TD", b"T*", b"TL", b"Tr"))


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file has it."""

    space: str = "DeviceGray"
    """a family of colour spaces, or `All`"""
    inks: Inks | None = BLACK
    """None where they are not told: a pattern, a spot colour, lights"""
    tile: Inks | None = None
    """of a pattern, the inks where it takes most"""


@dataclass(frozen=True, slots=True)
class DrawingState:
    fill: Colour = Colour()
    stroke: Colour = Colour()
    over: bool = False
    line_over: bool = False
    over_mode: int = 0
    share: float = 1.0
    """of a filling, the rest lets through what is below"""
    group_share: float = 1.0
    """the same of the drawing it stands in"""
    mixed: bool = False
    masked: bool = False
    matrix: Matrix = UPRIGHT
    clip: Box | None = None
    is_cut: bool = False
    """True inside a shape of which no more is known than the box round it"""
    face: Advances = NO_FACE
    size: float = 1.0
    leading: float = 0.0
    hidden: bool = False
    """True for type that is not drawn"""
    text: Matrix = UPRIGHT
    line: Matrix = UPRIGHT

    def manner(self, of_stroke: bool = False) -> Manner:
        """How what is drawn goes on what lies below."""
        over = self.line_over if of_stroke else self.over
        share = self.share * self.group_share
        return Manner(over and self.over_mode == 1, share, self.mixed)


class DrawnPath:
    """The outlines that are drawn before they are painted."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.outlines = 0
        self.clips = False

    def add(self, name: bytes, held: list[Any], matrix: Matrix) -> None:
        """One stroke of an outline, or a whole box."""
        figures = figures_of(held)
        self.outlines += name in (b"m", b"re")
        if name == b"re" and len(figures) == 4:
            x, y, width, height = figures
            figures = [x, y, x + width, y, x + width, y + height, x, y + height]
        a, b, c, d, e, f = matrix
        for x, y in zip(figures[::2], figures[1::2], strict=False):
            self.points.append((a * x + c * y + e, b * x + d * y + f))

    def along(self) -> Iterator[Point]:
        """Points of its strokes, none far from the next."""
        for one, other in pairwise(self.points):
            for step in range(STEPS):
                share = step / STEPS
                yield (one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1]))
        yield from self.points[-1:]

    @property
    def box(self) -> Box | None:
        if not self.points:
            return None
        across, up = zip(*self.points, strict=True)
        return (min(across), min(up), max(across), max(up))


def type_set(state: DrawingState, name: bytes, figures: list[float]) -> DrawingState:
    """The state after an operator that says where and how type is set."""
    if name == b"BT":
        return replace(state, text=UPRIGHT, line=UPRIGHT)
    if name == b"Tm" and len(figures) == 6:
        a, b, c, d, e, f = figures
        return replace(state, text=(a, b, c, d, e, f), line=(a, b, c, d, e, f))
    if name == b"Tr" and figures:
        return replace(state, hidden=figures[0] in (3, 7))
    if name == b"TL" and figures:
        return replace(state, leading=figures[0])
    if (name in (b"Td", b"TD") and len(figures) == 2) or name == b"T*":
        x, y = (0.0, -state.leading) if name == b"T*" else figures
        line = times((1, 0, 0, 1, x, y), state.line)
        leading = -y if name == b"TD" else state.leading
        return replace(state, text=line, line=line, leading=leading)
    return state


def inks_of(figures: list[float]) -> Inks | None:
    """The inks of as many figures as a colour has."""
    if len(figures) == 1:
        return (0.0, 0.0, 0.0, 1.0 - figures[0])
    if len(figures) == 4:
        return (figures[0], figures[1], figures[2], figures[3])
    return None
