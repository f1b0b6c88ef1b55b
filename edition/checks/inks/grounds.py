"""What lies below what is printed: tints and pictures where they stand, and the ink of a place.

Only what can be known is kept: what a mask lets through is left out. When a page asks for more
than a bound, nothing more is measured: what is not kept might hide what is.
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
"""of a page; from the next on nothing more is measured"""
MOST_LOOKS = 2_000_000
"""at a shape; on a page that asks for more, nothing more is measured"""
_SIDES = 8
"""of a shape, or boxes passed by, that are looked at as soon as one box is measured"""
_STRIP, _STRIPS = 20, 100
"""pt of a strip across the page, and how many; the last goes on without end"""
NO_BOX: Box = (0.0, 0.0, 0.0, 0.0)
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
    corners: int = 0
    """of its shape, where it is no box"""

    @property
    def looks(self) -> int:
        """What it costs to ask for the inks of one point."""
        return 1 + self.corners // _SIDES


class Grounds:
    """All that lies on a page so far."""

    def __init__(self) -> None:
        self._laid: list[LaidGround] = []
        self._strips: dict[int, list[int]] = {}
        self._left = MOST_LOOKS
        self.is_passed = False
        """True when a bound was passed, from which on nothing was measured"""

    @property
    def are_laid(self) -> bool:
        return bool(self._laid)

    def strongest(self) -> Inks | None:
        """Where most of the three colours is printed, the inks; None where nothing is."""
        found: list[Inks] = []
        for point in (point for ground in self._laid for point in _points(ground.box)):
            met = self._met((*point, *point))
            if not self._may(1, met):
                return None
            found.append(_printed(met, point))
        return max(found, key=lambda inks: sum(inks[:3]), default=None)

    def lay(self, ground: LaidGround) -> HeavyPlace:
        """Print a shape; where most ink is printed if it does not hide what lies below."""
        most = NOWHERE
        if ground.is_blank or not ground.manner.is_plain:
            met = self._met(ground.box)
            if not met and ground.is_blank:
                return NOWHERE
            if not ground.manner.is_plain:
                shared = [_shared(ground.box, other.box) for other in met]
                points = [point for box in shared for point in _points(box)]
                most = self._heaviest(points, met, ground)
        if len(self._laid) < MOST_GROUNDS:
            for strip in _strips(ground.box):
                self._strips.setdefault(strip, []).append(len(self._laid))
            self._laid.append(ground)
        else:
            self.is_passed = True
        return most

    def under(self, places: Sequence[Point], ground: LaidGround) -> HeavyPlace:
        """Where most ink is printed if a ground is put at points over what lies there."""
        if not places or not self._laid:
            return NOWHERE
        across, up = zip(*places, strict=True)
        met = self._met((min(across), min(up), max(across), max(up)))
        return self._heaviest(places, met, ground) if met else NOWHERE

    def _heaviest(
        self, points: Sequence[Point], met: Sequence[LaidGround], ground: LaidGround
    ) -> HeavyPlace:
        """Where most ink is printed if a ground goes over the shapes that are met."""
        if not self._may(len(points), (*met, ground)):
            return NOWHERE
        found = ((sum(ground.manner.onto(_printed(met, point), inks)), point)
                 for point in points if (inks := ground.at(point)) is not None)
        return max(found, default=NOWHERE)

    def _may(self, points: int, grounds: Sequence[LaidGround]) -> bool:
        """Count looks at shapes; False when the page has had all it may ask for."""
        self._left -= points * sum(ground.looks for ground in grounds)
        self.is_passed = self.is_passed or self._left < 0
        return not self.is_passed

    def _met(self, box: Box) -> list[LaidGround]:
        """The shapes whose boxes a box meets, as they were laid."""
        if self.is_passed:
            return []
        left, foot, right, head = box
        near = {at for strip in _strips(box) for at in self._strips.get(strip, ())}
        self._left -= len(near) // _SIDES
        return [
            one for one in map(self._laid.__getitem__, sorted(near))
            if one.box[0] <= right and one.box[2] >= left
            and one.box[1] <= head and one.box[3] >= foot
        ]


def _strips(box: Box) -> range:
    """The strips of the page in which a box stands."""
    foot, head = (int(min(y, _STRIP * _STRIPS - 1)) // _STRIP if y > 0 else 0
                  for y in (box[1], box[3]))
    return range(foot, head + 1)


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
