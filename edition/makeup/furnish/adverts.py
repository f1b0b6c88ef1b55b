"""The words of an advertisement in its space, as large as they go, and the mark 广告."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.compose.composed import Line
from edition.compose.furniture import FurnitureSetter
from edition.makeup.furnish.means import Means, Spot
from edition.makeup.paper import AdvertFrame, PlacedFurniture, PlacedText
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
LEAST_PT = 6.0
"""pt; smaller type is told"""
AS_GIVEN = 1.0
"""em of the body from which the lines of the customer stay as they are given"""
MOST_MEASURE = 40
"""em of the widest line that is tried for words that are parted"""
_PIECES = re.compile(r"[^-/?&=_.@:#\s]+[-/?&=_.@:#\s]*|[-/?&=_.@:#\s]+")
"""pieces of a long word, each with the signs behind it"""
NAME_SIZE, NAMED = 1.6, 3
"""size of the first line, the customer's name, against the others, where so many are given"""
LOW_STRIP = 6.0
"""em of the body; a space less deep than this is a strip"""


def advertisement(
    means: Means, space: AdvertFrame, ad: Advertisement, mark: str, *, pictured: bool = False
) -> PlacedFurniture:
    """The words of `ad` in the middle of its space, and the mark in its lower right corner.

    Where a picture fills the space the mark stands alone.
    """
    depth, head = space.rows * means.row, space.row * means.row
    top = head + depth - MARK_SIZE - MARK_EDGE
    corner = Spot(space.x, top, space.width - MARK_EDGE, "right")
    line = means.line("advertisement-mark", mark)
    sign = means.text("advertisement-mark", (line,), corner, MARK_SIZE, MARK_SIZE)
    if pictured or not ad.text.strip():
        return PlacedFurniture("advertisement", ad.id, (sign,))
    face, least = means.face("advertisement"), LEAST_PT / means.em
    room = advert_room(space.width, depth)
    named = _named(means, ad.text, room)
    if named:
        return PlacedFurniture("advertisement", ad.id, (*_placed(means, space, *named), sign))
    lines, size = advert_lines(means.setter, face, ad.text, room, least)
    used = len(lines) * size * ADVERT_LEADING
    spot = Spot(space.x, head + (depth - used) / 2, space.width, "center")
    words = means.text("advertisement", lines, spot, size, size * ADVERT_LEADING)
    return PlacedFurniture("advertisement", ad.id, (words, sign))


def _named(
    means: Means, text: str, room: tuple[float, float]
) -> tuple[tuple[Line, ...], float] | None:
    """Lines as given, the first of them larger, and the size of the others.

    None where so few are given, or the others would be smaller than the body.
    """
    given = [line.strip() for line in text.split("\n") if line.strip()]
    if len(given) < NAMED:
        return None
    name = means.line("advertisement", given[0])
    others = tuple(means.line("advertisement-text", line) for line in given[1:])
    widest = max(name.width * NAME_SIZE, *(line.width for line in others), 0.1)
    deep = (NAME_SIZE + len(others)) * ADVERT_LEADING
    size = min(ADVERT_LARGEST / NAME_SIZE, room[0] / widest, room[1] / deep)
    return ((name, *others), size) if size >= AS_GIVEN else None


def _placed(
    means: Means, space: AdvertFrame, lines: tuple[Line, ...], size: float
) -> tuple[PlacedText, PlacedText]:
    """The name of an advertisement and its other lines, in the middle of its space."""
    large, step = size * NAME_SIZE, size * ADVERT_LEADING
    used = large * ADVERT_LEADING + step * (len(lines) - 1)
    top = space.row * means.row + (space.rows * means.row - used) / 2
    spot = Spot(space.x, top, space.width, "center")
    under = Spot(space.x, top + large * ADVERT_LEADING, space.width, "center")
    return (
        means.text("advertisement", lines[:1], spot, large, large * ADVERT_LEADING),
        means.text("advertisement-text", lines[1:], under, size, step),
    )


def advert_room(width: float, depth: float) -> tuple[float, float]:
    """em across and down that the words of an advertisement may fill, the mark kept clear.

    In a low strip the mark stands beside the words, in a deeper space below them.
    """
    if depth < LOW_STRIP:
        return width - 2 * (ADVERT_EDGE + 3 * MARK_SIZE), 0.9 * depth
    return width - 2 * ADVERT_EDGE, depth - 2 * (ADVERT_EDGE + MARK_SIZE / 2)


def advert_lines(
    setter: FurnitureSetter, face: str, text: str, room: tuple[float, float], least: float = 0.0
) -> tuple[tuple[Line, ...], float]:
    """The lines of an advertisement and the size, em, at which they fill `room` (across, down).

    Lines the customer gives stay lines where they are as large as the body; a longer one, or a
    text without line ends, is divided where that makes the type larger. Where it would still be
    smaller than `least`, long words are parted too, at their signs.
    """
    depth = room[1]
    given = [line.strip() for line in text.split("\n")] if text.strip() else []
    if not given:
        return (), 1.0
    best: tuple[tuple[Line, ...], float] = ((), 0.0)
    for most in range(1, max(map(len, given)) + 1):
        lines = tuple(part for line in given for part in setter.divided(line, face, most))
        way = _sized(lines, room)
        if way[1] > best[1] + 1e-9:
            best = way
        kept = most == 1 and len(given) > 1 and best[1] >= AS_GIVEN
        if kept or depth / len(lines) / ADVERT_LEADING < best[1]:
            break
    if best[1] < least:
        best = max(best, _parted(setter, face, given, room), key=lambda way: way[1])
    return best


def _sized(lines: tuple[Line, ...], room: tuple[float, float]) -> tuple[tuple[Line, ...], float]:
    """Lines and the largest size at which they fit."""
    widest = max(max(line.width for line in lines), 0.1)
    size = min(ADVERT_LARGEST, room[0] / widest, room[1] / len(lines) / ADVERT_LEADING)
    return lines, size


def _parted(
    setter: FurnitureSetter, face: str, given: Sequence[str], room: tuple[float, float]
) -> tuple[tuple[Line, ...], float]:
    """Lines parted behind the signs inside their words, such as an address has them."""
    best: tuple[tuple[Line, ...], float] = ((), 0.0)
    for measure in range(MOST_MEASURE, 3, -1):
        lines: list[Line] = []
        for text in given:
            rest = ""
            for piece in _PIECES.findall(text):
                if rest and setter.line((rest + piece).strip(), face).width > measure:
                    lines.append(setter.line(rest.strip(), face))
                    rest = ""
                rest += piece
            lines.append(setter.line(rest.strip(), face))
        best = max(best, _sized(tuple(lines), room), key=lambda way: way[1])
        if room[1] / len(lines) / ADVERT_LEADING < best[1]:
            break
    return best
