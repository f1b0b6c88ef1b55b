"""House copy in the space the news leaves at the foot of a page (补白, 公益广告).

A band of filler is divided into framed spaces; each holds one item, its words large and in the
middle. What the pool cannot fill is white, declared as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.makeup.composer import ComposingRoom
from edition.makeup.heads import GAP, depth, ink
from edition.makeup.items import Headings
from edition.makeup.paper import Filler, PlacedHeading
from edition.makeup.search.score import CellBox
from edition.model import HouseItem
from edition.packs.layout import Grid

DEEPEST = 44
"""rows of one space at most"""
WIDE, HALF = 26, 13
"""rows from which a band holds one space, and from which two; below it holds four"""
MARGIN = 2.0
"""em and rows kept free inside the frame of a space"""
SIZES = (8.0, 7.0, 6.0, 5.0, 4.0, 3.4, 3.0, 2.6, 2.3, 2.0, 1.8, 1.5, 1.3, 1.1, 1.0)
TITLE_SHARE = 0.55


def spaces(
    room: ComposingRoom, band: CellBox, pool: Sequence[HouseItem]
) -> tuple[Filler, ...]:
    """The fillers of a band of the page, as many as the pool has items for."""
    column, row, wide, rows = band
    waiting = list(pool)
    found: list[Filler] = []
    bands = -(-rows // DEEPEST)
    for number in range(bands):
        top = row + rows * number // bands
        deep = row + rows * (number + 1) // bands - top
        count = min(1 if deep >= WIDE else 2 if deep >= HALF else 4, wide)
        count = min(count, len(waiting))
        if not count:
            found.append(_white(room.grid, (column, top, wide, row + rows - top)))
            break
        for place in range(count):
            first = place * wide // count
            span = (place + 1) * wide // count - first
            found.append(_first_fitting(room, waiting, (column + first, top, span, deep)))
    return tuple(found)


def _white(grid: Grid, box: CellBox) -> Filler:
    """A declared block of white."""
    column, row, columns, rows = box
    return Filler(grid.x(column), row, grid.span(columns), rows, column=column, columns=columns)


def _first_fitting(room: ComposingRoom, waiting: list[HouseItem], box: CellBox) -> Filler:
    """The first item that fits a space, taken from `waiting`; else declared white."""
    for item in waiting:
        made = _space(room, item, box)
        if made is not None:
            waiting.remove(item)
            return made
    return _white(room.grid, box)


def _space(room: ComposingRoom, item: HouseItem, box: CellBox) -> Filler | None:
    """One item in its frame, as large as it goes; None when the space cannot hold it."""
    white = _white(room.grid, box)
    wide = white.width - 2 * MARGIN
    texts = Headings(item.id, item.text, kicker=item.title)
    for size in SIZES:
        text = room.desk.headline(texts, size, wide)
        title = (
            room.desk.kicker(texts, max(1.0, size * TITLE_SHARE), wide) if item.title else None
        )
        if text is None or (item.title and title is None):
            continue
        parts = [replace(part, align="center") for part in (title, text) if part is not None]
        deep = depth(parts)
        if deep > white.rows - 2 * MARGIN:
            continue
        at = white.row + (white.rows - deep) / 2
        headings = []
        for part in parts:
            headings.append(PlacedHeading(part, white.x + MARGIN, round(at, 4), wide))
            at += ink(part) + GAP
        frame = (white.x, white.row + 0.5, white.width, white.rows - 0.5)
        return replace(white, item=item.id, headings=tuple(headings), box=frame)
    return None
