"""The words of an advertisement in its space, as large as they go, and the mark 广告."""

from __future__ import annotations

from edition.compose.composed import Line
from edition.compose.furniture import FurnitureSetter
from edition.makeup.furnish.means import Means, Spot
from edition.makeup.paper import AdvertFrame, PlacedFurniture
from edition.model import Advertisement

MARK_SIZE = 0.7
"""em of the body; the mark 广告 in the space's lower right corner"""
MARK_EDGE = 0.4
"""em of the body between the mark and the frame"""
ADVERT_LARGEST = 6.0
"""em of the body"""
ADVERT_LEADING = 1.4
"""em of the text's own size from line to line"""
ADVERT_EDGE = 1.0
"""em of the body between the frame and what it holds, on every side"""
LOW_STRIP = 6.0
"""em of the body; a space less deep than this is a strip"""


def advertisement(
    means: Means, space: AdvertFrame, ad: Advertisement, mark: str
) -> PlacedFurniture:
    """The words of `ad` in the middle of its space, and the mark in its lower right corner."""
    depth, head = space.rows * means.row, space.row * means.row
    face = means.face("advertisement")
    lines, size = advert_lines(means.setter, face, ad.text, advert_room(space.width, depth))
    used = len(lines) * size * ADVERT_LEADING
    spot = Spot(space.x, head + (depth - used) / 2, space.width, "center")
    words = means.text("advertisement", lines, spot, size, size * ADVERT_LEADING)
    top = head + depth - MARK_SIZE - MARK_EDGE
    corner = Spot(space.x, top, space.width - MARK_EDGE, "right")
    line = means.line("advertisement-mark", mark)
    sign = means.text("advertisement-mark", (line,), corner, MARK_SIZE, MARK_SIZE)
    return PlacedFurniture("advertisement", ad.id, (words, sign) if lines else (sign,))


def advert_room(width: float, depth: float) -> tuple[float, float]:
    """em across and down that the words of an advertisement may fill, the mark kept clear.

    In a low strip the mark stands beside the words, in a deeper space below them.
    """
    if depth < LOW_STRIP:
        return width - 2 * (ADVERT_EDGE + 3 * MARK_SIZE), 0.9 * depth
    return width - 2 * ADVERT_EDGE, depth - 2 * (ADVERT_EDGE + MARK_SIZE / 2)


def advert_lines(
    setter: FurnitureSetter, face: str, text: str, room: tuple[float, float]
) -> tuple[tuple[Line, ...], float]:
    """The lines of an advertisement and the size, em, at which they fill `room` (across, down).

    Lines the customer gives stay lines; a longer one is divided where that makes the type larger.
    """
    width, depth = room
    given = [line.strip() for line in text.split("\n")] if text.strip() else []
    if not given:
        return (), 1.0
    best: tuple[tuple[Line, ...], float] = ((), 0.0)
    for most in range(1, max(map(len, given)) + 1):
        lines = tuple(part for line in given for part in setter.divided(line, face, most))
        widest = max(max(line.width for line in lines), 0.1)
        size = min(ADVERT_LARGEST, width / widest, depth / len(lines) / ADVERT_LEADING)
        if size > best[1] + 1e-9:
            best = (lines, size)
        if depth / len(lines) / ADVERT_LEADING < best[1]:
            break
    return best
