"""House copy in the space the news leaves at the foot of a page (补白, 公益广告).

A band of filler is divided into framed spaces; each holds one item, its words in the middle and
no larger than a headline half-way up the ladder, for no house copy outshouts the news. What the
pool cannot fill is white, declared as such.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from edition.makeup.composer import ComposingRoom
from edition.makeup.heads import GAP, depth, ink
from edition.makeup.items import Headings
from edition.makeup.paper import Filler, PlacedHeading
from edition.makeup.prices import PRICES
from edition.makeup.recipes import HOUSE_ROWS
from edition.makeup.search.score import CellBox
from edition.makeup.search.zones import PagePlan
from edition.model import HouseItem
from edition.packs.layout import Grid

DEEPEST = 30
"""rows of one space at most"""
BROAD, MOST = 1.3, 4
"""width of a space ÷ its depth, about, and spaces side by side at most"""
MARGIN = 2.0
"""em and rows kept free inside the frame of a space"""
SIZES = (8.0, 7.0, 6.0, 5.0, 4.0, 3.4, 3.0, 2.6, 2.3, 2.0, 1.8, 1.5, 1.3, 1.1, 1.0)
TITLE_SHARE = 0.55


def readable(room: ComposingRoom, pool: Sequence[HouseItem]) -> tuple[HouseItem, ...]:
    """House copy long enough to stand among the stories as text."""
    measure = float(room.grid.measure)
    return tuple(item for item in pool if room.desk.galley(item, measure).rows >= HOUSE_ROWS)


def framed(plan: PagePlan, left: int) -> PagePlan:
    """A plan whose rows at the foot are cheaper where house copy is left to stand there."""
    return replace(plan, price=plan.price - PRICES.filler_framed) if plan.filler and left else plan


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
        count = min(_abreast(room.grid, wide, deep), wide, len(waiting))
        if not count:
            found.append(_white(room.grid, (column, top, wide, row + rows - top)))
            break
        found += _abreast_filled(room, waiting, (column, top, wide, deep), count)
    return tuple(found)


def _abreast_filled(
    room: ComposingRoom, waiting: list[HouseItem], band: CellBox, most: int
) -> list[Filler]:
    """Up to `most` spaces side by side, as many as the items that wait fill; those are taken."""
    column, row, wide, deep = band
    tries = []
    for count in range(most, 0, -1):
        left = list(waiting)
        edges = [place * wide // count for place in range(count + 1)]
        made = [
            _first_fitting(room, left, (column + first, row, end - first, deep))
            for first, end in pairwise(edges)
        ]
        white = sum(space.columns for space in made if space.item is None)
        tries.append((white, -count, made))
        if not white:
            break
    made = min(tries, key=lambda one: one[:2])[2]
    used = {space.item for space in made}
    waiting[:] = [item for item in waiting if item.id not in used]
    return made


def _abreast(grid: Grid, columns: int, rows: int) -> int:
    """How many spaces a band holds side by side."""
    across = grid.span(columns) * grid.em / grid.pitch
    return min(max(1, round(across / (BROAD * rows))), MOST)


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
    largest = room.ladder[len(room.ladder) // 2]
    for size in (size for size in SIZES if size <= largest):
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
