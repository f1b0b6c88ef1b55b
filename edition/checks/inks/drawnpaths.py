"""Outlines as they are drawn: where their strokes run, and what stands inside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from edition.checks.inks.grounds import Point
from edition.checks.inks.pdfvalues import figures_of
from edition.checks.inks.shownlines import Matrix
from edition.checks.sight.boxes import Box

STEPS = 12
"""points of a stroke at which what lies below it is looked at"""
_NEAR = 4.0
"""pt between them where a stroke is short"""
CURVE_STEPS = 8
"""straight strokes that stand for a curve"""
MOST_CORNERS = 2_000
"""of a shape; of one with more no more is known than the box round it"""
_LEVEL = 0.01
"""pt by which a side may lean and is still level or upright"""
DRAWS = frozenset((b"m", b"l", b"c", b"v", b"y", b"re", b"h"))
_FIGURES = {b"m": 2, b"l": 2, b"c": 6, b"v": 4, b"y": 4, b"re": 4}


@dataclass(frozen=True, slots=True)
class ShapeOutline:
    """What is inside one or more rings."""

    rings: tuple[tuple[Point, ...], ...]
    is_even: bool
    """True where a ring within a ring is a hole, whichever way it runs"""

    @property
    def corners(self) -> int:
        return sum(map(len, self.rings))

    @property
    def is_box(self) -> bool:
        """True for one ring that is the box round it."""
        if len(self.rings) != 1:
            return False
        ring = self.rings[0]
        corners = ring[:-1] if ring[0] == ring[-1] else ring
        if len(corners) != 4:
            return False
        levels = [
            (abs(one[1] - other[1]) <= _LEVEL, abs(one[0] - other[0]) <= _LEVEL)
            for one, other in pairwise((*corners, corners[0]))
        ]
        return any(
            levels[0][way] and levels[1][1 - way] and levels[2][way] and levels[3][1 - way]
            for way in (0, 1)
        )

    def holds(self, point: Point) -> bool:
        """True for a point inside."""
        x, y = point
        turns = crossings = 0
        for ring in self.rings:
            before = ring[-1]
            for here in ring:
                if (before[1] <= y) != (here[1] <= y):
                    share = (y - before[1]) / (here[1] - before[1])
                    if before[0] + share * (here[0] - before[0]) > x:
                        crossings += 1
                        turns += 1 if here[1] > before[1] else -1
                before = here
        return crossings % 2 == 1 if self.is_even else turns != 0


class DrawnPath:
    """The outlines that are drawn before they are painted."""

    def __init__(self) -> None:
        self.clips: ClipRule = None
        self._rings: list[list[Point]] = []
        self._is_closed = False

    def add(self, name: bytes, held: Sequence[object], matrix: Matrix) -> None:
        """One stroke of an outline, or a whole box."""
        if name == b"h":
            self.close()
            return
        count = _FIGURES[name]
        figures = figures_of(held)[-count:]
        if len(figures) != count:
            return
        if name == b"re":
            x, y, width, height = figures
            figures = [x, y, x + width, y, x + width, y + height, x, y + height]
        a, b, c, d, e, f = matrix
        points = [(a * x + c * y + e, b * x + d * y + f)
                  for x, y in zip(figures[::2], figures[1::2], strict=True)]
        if name == b"re":
            self._rings.append(points)
            self.close()
        elif name == b"m":
            self._rings.append(points)
            self._is_closed = False
        elif self._rings:
            self._further(name, points)

    def _further(self, name: bytes, points: list[Point]) -> None:
        """Go on from where the last stroke ends; after a ring is closed, from its begin."""
        if self._is_closed:
            self._rings.append([self._rings[-1][0]])
            self._is_closed = False
        ring = self._rings[-1]
        if name == b"v":
            points = [ring[-1], *points]
        elif name == b"y":
            points = [*points, points[-1]]
        ring.extend(points if name == b"l" else _curve((ring[-1], *points)))

    def close(self) -> None:
        """End a ring where it began."""
        if self._rings and not self._is_closed:
            self._rings[-1].append(self._rings[-1][0])
            self._is_closed = True

    def along(self) -> Iterator[Point]:
        """Points of its strokes, none far from the next; nothing between one and another."""
        for ring in self._rings:
            if len(ring) < 2:
                continue
            for one, other in pairwise(ring):
                steps = _steps(math.dist(one, other))
                for step in range(steps):
                    share = step / steps
                    yield (one[0] + share * (other[0] - one[0]),
                           one[1] + share * (other[1] - one[1]))
            yield ring[-1]

    @property
    def points(self) -> Iterator[Point]:
        return chain.from_iterable(self._rings)

    @property
    def box(self) -> Box | None:
        places = list(self.points)
        if not places:
            return None
        across, up = zip(*places, strict=True)
        return (min(across), min(up), max(across), max(up))

    def outline(self, is_even: bool) -> ShapeOutline:
        """What is filled, or what a clip lets be seen."""
        return ShapeOutline(tuple(tuple(ring) for ring in self._rings if len(ring) > 2), is_even)


ClipRule = bool | None
"""whether a hole of a clip is one whichever way it runs; None where nothing is clipped"""


def _steps(length: float) -> int:
    return max(1, min(STEPS, math.ceil(length / _NEAR))) if math.isfinite(length) else 1


def _curve(ends: Sequence[Point]) -> Iterator[Point]:
    """Points of a curve after its begin: from the first of four points to the last."""
    for step in range(1, CURVE_STEPS + 1):
        share = step / CURVE_STEPS
        left = 1 - share
        parts = (left**3, 3 * left * left * share, 3 * left * share * share, share**3)
        yield (sum(part * end[0] for part, end in zip(parts, ends, strict=True)),
               sum(part * end[1] for part, end in zip(parts, ends, strict=True)))
