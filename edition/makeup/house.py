"""House copy in the space the news leaves at the foot of a page (补白, 公益广告).

A band of filler is divided into framed spaces; each holds one item, its words large and in the
middle. What the pool cannot fill is white, declared as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.makeup.composer import Desk
from edition.makeup.heads import GAP, depth, ink
from edition.makeup.paper import Filler, PlacedHeading
from edition.model import HouseItem, Story
from edition.packs.layout import Grid, Layout

DEEPEST = 44
"""rows of one space at most"""
WIDE, HALF = 26, 13
"""rows from which a band holds one space, and from which two; below it holds four"""
MARGIN = 2.0
"""em and rows kept free inside the frame of a space"""
SIZES = (8.0, 7.0, 6.0, 5.0, 4.0, 3.4, 3.0, 2.6, 2.3, 2.0, 1.8, 1.5, 1.3, 1.1, 1.0)
TITLE_SHARE = 0.55


def spaces(
    desk: Desk, layout: Layout, row: int, rows: int, pool: Sequence[HouseItem],
    columns: int | None = None,
) -> tuple[Filler, ...]:
    """The fillers of a band of `rows` rows from `row`, as many as the pool has items for.

    The band is `columns` base columns wide from the left, or the whole page.
    """
    grid = layout.grid
    wide = columns or grid.columns
    waiting = list(pool)
    found: list[Filler] = []
    bands = -(-rows // DEEPEST)
    for number in range(bands):
        top = row + rows * number // bands
        deep = row + rows * (number + 1) // bands - top
        count = min(1 if deep >= WIDE else 2 if deep >= HALF else 4, wide)
        count = min(count, len(waiting))
        if not count:
            left = row + rows - top
            found.append(Filler(0.0, top, grid.span(wide), left, columns=wide))
            break
        for place in range(count):
            first = place * wide // count
            span = (place + 1) * wide // count - first
            found.append(_first_fitting(desk, grid, waiting, first, span, top, deep))
    return tuple(found)


def _first_fitting(
    desk: Desk, grid: Grid, waiting: list[HouseItem], column: int, columns: int, row: int, rows: int
) -> Filler:
    """The first item that fits a space, taken from `waiting`; else declared white."""
    for item in waiting:
        made = _space(desk, grid, item, column, columns, row, rows)
        if made is not None:
            waiting.remove(item)
            return made
    return Filler(grid.x(column), row, grid.span(columns), rows, column=column, columns=columns)


def _space(
    desk: Desk, grid: Grid, item: HouseItem, column: int, columns: int, row: int, rows: int
) -> Filler | None:
    """One item in its frame, as large as it goes; None when the space cannot hold it."""
    x, width = grid.x(column), grid.span(columns)
    frame = Filler(x, row, width, rows, column=column, columns=columns)
    room = width - 2 * MARGIN
    for size in SIZES:
        story = Story(item.id, item.text, (), kicker=item.title)
        text = desk.headline(story, size, room)
        title = desk.kicker(story, max(1.0, size * TITLE_SHARE), room) if item.title else None
        if text is None or (item.title and title is None):
            continue
        parts = [part for part in (title, text) if part is not None]
        deep = depth(parts)
        if deep > rows - 2 * MARGIN:
            continue
        at = row + (rows - deep) / 2
        headings = []
        for part in parts:
            headings.append(PlacedHeading(part, x + MARGIN, round(at, 4), room))
            at += ink(part) + GAP
        box = (x, row + 0.5, width, rows - 0.5)
        return replace(frame, item=item.id, headings=tuple(headings), box=box)
    return None
