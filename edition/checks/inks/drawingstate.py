"""The state in which a page is drawn: colours, how they go on what lies below, how type is set."""

from __future__ import annotations

from dataclasses import dataclass, replace

from edition.checks.inks.drawnpaths import MOST_CORNERS, ShapeOutline
from edition.checks.inks.grounds import Inks, Manner, Point
from edition.checks.inks.shownlines import UPRIGHT, Advances, Matrix, times
from edition.checks.sight.boxes import Box, meet
from edition.copy.inkprofiles import BLACK

MOST_CUTS = 4
"""shapes that are no boxes, one in another, of which a clip is known to be made"""
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
    line_share: float = 1.0
    """the same of a stroke"""
    group_share: float = 1.0
    """the same of the drawing it stands in"""
    mixed: bool = False
    masked: bool = False
    matrix: Matrix = UPRIGHT
    clip: Box | None = None
    cuts: tuple[ShapeOutline, ...] = ()
    """shapes inside the clip outside of which nothing is seen"""
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
        share = self.line_share if of_stroke else self.share
        return Manner(over and self.over_mode == 1, share * self.group_share, self.mixed)

    def shows(self, point: Point) -> bool:
        """True where the clip lets a point be seen."""
        if self.clip is not None:
            left, foot, right, head = self.clip
            if not (left <= point[0] <= right and foot <= point[1] <= head):
                return False
        return all(cut.holds(point) for cut in self.cuts)

    @property
    def corners(self) -> int:
        """How many sides are looked at to know that a point is seen."""
        return sum(cut.corners for cut in self.cuts)

    def clipped(self, box: Box, outline: ShapeOutline) -> DrawingState:
        """The state inside one more shape."""
        within = replace(self, clip=meet(box, self.clip))
        if outline.is_box:
            return within
        if outline.corners > MOST_CORNERS or len(self.cuts) >= MOST_CUTS:
            return replace(within, is_cut=True)
        return replace(within, cuts=(*self.cuts, outline))


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
