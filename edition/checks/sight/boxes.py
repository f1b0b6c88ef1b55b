"""Boxes on a page: where they meet and how far they reach. Lengths in pt, y from the foot up."""

from __future__ import annotations

from collections.abc import Iterable

Box = tuple[float, float, float, float]
"""left, bottom, right, top, pt"""


def meet(box: Box, clip: Box | None) -> Box:
    """What a clip leaves of a box; right is left of left when it leaves nothing."""
    if clip is None:
        return box
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def meets(one: Box, other: Box) -> bool:
    """True where a part of one box, however thin, stands in the other."""
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


def area(box: Box) -> float:
    """pt²; 0 for a box turned inside out."""
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def union(boxes: Iterable[Box]) -> Box:
    """The least box round all of them; empty at 0, 0 for none."""
    every = list(boxes)
    if not every:
        return 0.0, 0.0, 0.0, 0.0
    return (min(b[0] for b in every), min(b[1] for b in every),
            max(b[2] for b in every), max(b[3] for b in every))


def across(a: Box, b: Box) -> float:
    """Width two boxes share, pt; negative when they stand apart."""
    return min(a[2], b[2]) - max(a[0], b[0])


def down(a: Box, b: Box) -> float:
    """Height two boxes share, pt; negative when they stand apart."""
    return min(a[3], b[3]) - max(a[1], b[1])


def centred_in(box: Box, whole: Box) -> bool:
    """True when the middle of a box lies in another, edges counted in."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return whole[0] <= x <= whole[2] and whole[1] <= y <= whole[3]
