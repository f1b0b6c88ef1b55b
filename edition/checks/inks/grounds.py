"""What lies below what is printed: tints and pictures by their boxes, and the ink of a place.

Only what can be known is kept: a box, or another shape of one outline by the box round it. Shapes
of several outlines, and what a mask lets through, are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from edition.checks.sight.boxes import Box

Inks = tuple[float, float, float, float]
"""cyan, magenta, yellow, black, 0…1"""
PAPER: Inks = (0.0, 0.0, 0.0, 0.0)
Point = tuple[float, float]
Inked = Callable[[Point], Inks | None]
HeavyPlace = tuple[float, Point]
"""ink, 0…4, and the point of the page that takes it"""
NOWHERE: HeavyPlace = (0.0, (0.0, 0.0))
MOST_GROUNDS = 2_000
"""of a page; what is laid after them is not looked at"""
MOST_LOOKS = 2_000_000
"""at a shape; on a page that asks for more, no more is measured"""
_INSIDE = (0.05, 0.5, 0.95)
"""where in a shape, from side to side, its ink is measured"""


@dataclass(frozen=True, slots=True)
class Manner:
    """How ink goes on what lies below it."""

    over: bool = False
    """an ink that a colour does not have is left as it is below (overprint mode 1)"""
    share: float = 1.0
    """of the colour, the rest is let through"""
    mixed: bool = False
    """both are seen, one through the other, as with `multiply`"""

    @property
    def is_plain(self) -> bool:
        return not self.over and not self.mixed

    def onto(self, below: Inks, inks: Inks) -> Inks:
        """The inks of a place where both are printed."""
        cyan, magenta, yellow, black = (
            self._one(under, ink) for under, ink in zip(below, inks, strict=True)
        )
        return (cyan, magenta, yellow, black)

    def _one(self, under: float, ink: float) -> float:
        if self.mixed:
            return 1 - (1 - under) * (1 - ink * self.share)
        if self.over and not ink:
            return under
        return ink * self.share + under * (1 - self.share)


PLAIN = Manner()


@dataclass(frozen=True, slots=True)
class LaidGround:
    """One shape that is printed; `at` tells its inks at a point of the page."""

    box: Box
    at: Inked
    """None where the shape prints nothing"""
    manner: Manner = PLAIN
    is_blank: bool = False
    """True where it has no ink but black, over which no more is printed than over paper"""


class Grounds:
    """All that lies on a page so far."""

    def __init__(self) -> None:
        self._laid: list[LaidGround] = []
        self._left = MOST_LOOKS

    @property
    def are_laid(self) -> bool:
        return bool(self._laid)

    def strongest(self) -> Inks | None:
        """Where most of the three colours is printed, the inks; None where nothing is."""
        points = (point for ground in self._laid for point in _points(ground.box))
        return max((_printed(self._laid, point) for point in points),
                   key=lambda inks: sum(inks[:3]), default=None)

    def lay(self, ground: LaidGround) -> HeavyPlace:
        """Print a shape; where most ink is printed if it does not hide what lies below."""
        met = self._met(ground.box)
        most = NOWHERE
        if not ground.manner.is_plain:
            shared = [_shared(ground.box, other.box) for other in met]
            points = [point for box in shared for point in _points(box)]
            most = self._heaviest(points, met, ground.manner, ground.at)
        hides = met or not ground.is_blank
        if hides and len(self._laid) < MOST_GROUNDS:
            self._laid.append(ground)
        return most

    def under(self, points: Iterable[Point], inks: Inks, manner: Manner) -> HeavyPlace:
        """Where most ink is printed if a colour is put at points over what lies there."""
        places = list(points) if self._laid else []
        if not places:
            return NOWHERE
        across, up = zip(*places, strict=True)
        met = self._met((min(across), min(up), max(across), max(up)))
        if not met:
            return NOWHERE
        return self._heaviest(places, met, manner, lambda _: inks)

    def _heaviest(
        self, points: Sequence[Point], met: Sequence[LaidGround], manner: Manner, at: Inked
    ) -> HeavyPlace:
        """Where most ink is printed if what `at` tells goes over the shapes that are met."""
        self._left -= len(points) * len(met)
        if self._left < 0:
            return NOWHERE
        found = ((sum(manner.onto(_printed(met, point), inks)), point)
                 for point in points if (inks := at(point)) is not None)
        return max(found, default=NOWHERE)

    def _met(self, box: Box) -> list[LaidGround]:
        left, foot, right, head = box
        self._left -= len(self._laid)
        return [] if self._left < 0 else [
            one for one in self._laid
            if one.box[0] <= right and one.box[2] >= left
            and one.box[1] <= head and one.box[3] >= foot
        ]


def _printed(grounds: Iterable[LaidGround], point: Point) -> Inks:
    """The inks of a point, one shape after the other."""
    found = PAPER
    x, y = point
    for ground in grounds:
        left, foot, right, head = ground.box
        if left <= x <= right and foot <= y <= head and (inks := ground.at(point)) is not None:
            found = ground.manner.onto(found, inks)
    return found


def _shared(one: Box, other: Box) -> Box:
    return (max(one[0], other[0]), max(one[1], other[1]),
            min(one[2], other[2]), min(one[3], other[3]))


def _points(box: Box) -> Iterable[Point]:
    left, foot, right, head = box
    for across in _INSIDE:
        for up in _INSIDE:
            yield left + across * (right - left), foot + up * (head - foot)
