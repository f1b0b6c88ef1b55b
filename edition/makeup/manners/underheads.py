"""Legs under a head, in every variant of the copy: what most rectangles of a story are.

Of many thousands few are the cheapest of their shape, so each is a draft until that is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from edition.compose.composed import Slug
from edition.makeup.copies import CopyVariants
from edition.makeup.heads import HeadingBlock
from edition.makeup.legs import Fill
from edition.makeup.plates import PictureBand
from edition.makeup.prices import PRICES
from edition.makeup.recipes import BOX_ROWS, FOOT, Aside, Measure, Recipe, depth_price
from edition.makeup.search.lastcuts import INF
from edition.makeup.search.trees import Top
from edition.packs.layout import Grid

NO_LEGS_UNDER = 6
"""a picture has at least so many rows of text under it, or none (W9)"""


class LegDraft(NamedTuple):
    """A recipe of legs under a head, before it is known to be the cheapest of its shape."""

    rows: int
    price: float
    size: float
    top: Top
    head: HeadingBlock
    extra: int
    measure: Measure
    depth: int
    fill: Fill
    slugs: tuple[Slug, ...]
    frame: int
    """rows at head and foot for the frame of a box"""
    boxed: bool
    band: PictureBand | None
    aside: Aside | None = None

    def at(self, price: float) -> Recipe:
        """The recipe, at a price."""
        return Recipe(
            self.head, self.extra, self.measure, self.depth, self.fill, self.slugs, price,
            self.frame, self.boxed, self.band, self.frame,
        )


@dataclass(frozen=True, slots=True)
class LegScheme:
    """Legs at one measure under one band of pictures, and the headings that may stand there."""

    measure: Measure
    band: PictureBand | None
    heads: Whitened
    loosened: bool = True
    """False for what is too seldom taken to set its paragraphs in other lines"""
    box: float | None = None
    """price of the box it stands in"""


Whitened = tuple[tuple[HeadingBlock, int, float], ...]
"""heading blocks with the rows of white each may take more, and what both cost"""


def whitened(blocks: Sequence[HeadingBlock], over: float = 0.0) -> Whitened:
    """Every block with every white; `over` is rows of white above it already, inside a box."""
    return tuple(
        (head, extra, head.price + price) for head in blocks for extra, price in head.whites(over)
    )


def drafted(grid: Grid, copy: CopyVariants, scheme: LegScheme, limit: int) -> Iterator[LegDraft]:
    """Recipes of one scheme in every variant of the copy, under every head.

    One that is no cheaper than another of the same depth and size of headline is left out.
    """
    measure, band = scheme.measure, scheme.band
    boxed, toll = scheme.box is not None, scheme.box or 0.0
    frame = BOX_ROWS if boxed else 0
    over = band.rows if band and band.over_head else 0
    top = Top.PARTED if boxed or (band and band.over_head) else Top.HEAD
    least: dict[tuple[int, float], float] = {}
    above = tuple(band.above(measure.legs)) if band else (0,) * measure.legs
    base = measure.price + (PRICES.measure_row * copy.galley.rows if measure.price else 0.0)
    base += band.price if band else 0.0
    base += PRICES.cramped if copy.cramped else 0.0
    blank = grid.columns - measure.legs if measure.inset >= grid.measure else 0
    for slugs, depth, fill, opening in copy.fills(above, limit, loosened=scheme.loosened):
        if band and max(above) > 0 and depth - max(above) < NO_LEGS_UNDER:
            continue
        price = fill.price + base + opening + depth_price(grid, depth, measure.legs)
        price += PRICES.side_white * blank * (depth - max(above))
        around = depth + over + 2 * frame + FOOT
        for head, extra, cost in scheme.heads:
            shape, total = (head.rows + extra + around, head.size), price + cost
            total += PRICES.head_deep * max(0, head.rows - depth)
            if total < least.get(shape, INF):
                least[shape] = total
                yield LegDraft(
                    shape[0], total + toll, shape[1], top, head, extra, measure, depth, fill,
                    slugs, frame, boxed, band,
                )
