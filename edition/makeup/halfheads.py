"""A head over all legs of its story but the last, which stands beside it (半盖文题).

Text stands at the upper right corner of such a story, so that the head beside it does not bump.
"""

from __future__ import annotations

from collections.abc import Iterator

from edition.makeup.composer import ComposingRoom
from edition.makeup.copies import SLACK, CopyVariants
from edition.makeup.heads import HeadSpan, heads
from edition.makeup.items import StoryItem, headings_of
from edition.makeup.legs import Fill, fills
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Measure, Recipe, depth_price

MOST_EXTRA = 1
"""blank rows such a head may take more: its legs give way instead"""
COVERED = 2
"""legs under such a head at least: beside a single one the last seems to begin another story"""
LEAST_UNDER = 8
"""rows of text under the head at least"""
BESIDE = 1
"""legs beside the head"""


def halved(
    room: ComposingRoom, copy: CopyVariants, columns: int, step: int, limit: int
) -> Iterator[Recipe]:
    """Recipes of a story in base columns; none of the lead, whose head stands over all its text."""
    grid, covered = room.grid, columns - BESIDE
    if not isinstance(copy.item, StoryItem) or covered < COVERED or room.leads(step):
        return
    measure = Measure(columns, float(grid.measure), grid.gutter, 0.0)
    column, _ = copy.column(0)
    filled: dict[int, tuple[tuple[int, Fill], ...]] = {}
    span = HeadSpan(covered, grid.span(covered))
    for head in heads(room, headings_of(copy.item), span, step):
        for extra, white in head.whites():
            rows = head.rows + extra
            if extra > MOST_EXTRA or not head.parts:
                break
            if rows not in filled:
                above = (rows,) * covered + (0,) * BESIDE
                filled[rows] = fills(column, above, SLACK, limit)
            for depth, fill in filled[rows]:
                if depth - rows >= LEAST_UNDER:
                    price = fill.price + depth_price(grid, depth, columns) + PRICES.half_head
                    price += head.price + white
                    yield Recipe(
                        head, extra, measure, depth, fill, column.slugs, price, half=BESIDE
                    )
