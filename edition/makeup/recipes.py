"""How a story fills one rectangle: the measure of its legs, its heading, pictures, box; its price.

A rectangle is (columns, rows); its rows include one foot row of white under the legs, which a
story at the foot of its zone gives up. So heights simply add when stories are stacked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from edition.compose.composed import Heading, Slug
from edition.makeup.heads import HeadingBlock
from edition.makeup.legs import Fill
from edition.makeup.plates import PictureBand
from edition.makeup.prices import PRICES, filler_toll
from edition.makeup.search.slicing import INF, Offer
from edition.makeup.search.trees import Top
from edition.model import HeadManner
from edition.packs.layout import Grid
from edition.trade.page_bounds import DEEPEST, FLATTEST, NARROWEST, SHALLOWEST

FOOT = 1
"""rows of white under a story"""
LEAST_OVER = 5
"""rows over a corner advertisement that house copy may stand in, the row of white under it too"""
HOUSE_ROWS = 3
"""rows that house copy among the stories has in each leg; what is shorter stands in a frame"""
WIDER = {2: (1,), 3: (2,), 4: (2,), 6: (4,)}
"""Legs in 长栏 and 破栏 by span: 27 em in two columns, 三破二, and their doubles."""
WIDER_LONG = {4: (2, 3), 5: (4, 3), 6: (4, 5)}
"""The same for a long story, whose pull quotes and crossheads need more ways to be cut."""
LONG = 100
"""rows in base columns from which a story is long"""
WIDEST_LEG, LEAST_LINES = 30.0, 2.0
"""em of a leg of copy too short for all base columns, and lines it has at least"""
STUB = 5
"""rows below which legs side by side are stubs: the eye jumps at every third line"""
BOX_INSET, BOX_INSET_ALONE = 1.0, 0.5
"""em at either side between a box and what it holds; and in one leg of less than `BOX_BROAD` em"""
BOX_BROAD = 10
BOX_ROWS = 1
"""rows at head and foot between a box and what it holds"""
BOX_TOP = 0.5
"""rows from the edge of a boxed story's rectangle to the rule of its box"""
BOX_FOOT = 0.15
"""rows from the foot of the box to the row under it: as far as the type of a last line"""


@dataclass(frozen=True, slots=True)
class Measure:
    """k legs across a span."""

    legs: int
    width: float
    gutter: float
    price: float
    inset: float = 0.0
    """em from the edge of the span to the first leg"""


@dataclass(frozen=True, slots=True)
class Tier:
    """Legs of one depth across a story, or a wide table as the one leg it takes."""

    measure: Measure
    depth: int
    fill: Fill
    slugs: tuple[Slug, ...]


@dataclass(frozen=True, slots=True)
class AsidePart:
    """A heading at the side of its text, from its block's corner; x, width in em, row in rows."""

    heading: Heading
    x: float
    row: float
    width: float


@dataclass(frozen=True, slots=True)
class Aside:
    """Headings at the side of their text, in the middle of its depth (竖题, 旁题)."""

    manner: HeadManner
    size: float
    """em of the headline"""
    parts: tuple[AsidePart, ...]
    width: float
    rows: float
    price: float
    right: bool = False
    """True where they stand at the right of the text"""


class Inside(Protocol):
    """What fills a rectangle that several stories share under one head (组合)."""

    def shapes(self) -> tuple[tuple[int, Recipe, tuple[int, int, int, int]], ...]:
        """Number of each story, its recipe, and its cells from the corner below the head."""
        ...


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one story fills one rectangle."""

    head: HeadingBlock | None
    extra: int
    """blank rows added to the heading block"""
    measure: Measure
    depth: int
    """rows of the legs, pictures over them included"""
    fill: Fill
    slugs: tuple[Slug, ...]
    price: float
    lead: int = 0
    """rows kept at the head for 上接, or for the frame of a box"""
    boxed: bool = False
    band: PictureBand | None = None
    """pictures over the legs, or over the head"""
    tail: int = 0
    """rows kept at the foot for 下转, or for the frame of a box"""
    rest: int | None = None
    """index of the slug at which the story goes on on a later page (转版)"""
    tiers: tuple[Tier, ...] = ()
    """what stands between the pictures and the legs: a wide table, the legs before it"""
    parts_heads: bool = False
    """True for what is no story and parts the heads beside it"""
    half: int = 0
    """legs at the right that stand beside the head, not under it (半盖文题)"""
    aside: Aside | None = None
    """headings at the side of the text, in place of `head`"""
    aside_left: float = 0.0
    """em from the left edge of the span to them"""
    inside: Inside | None = None
    """the stories of a group, in place of legs"""

    @property
    def size(self) -> float:
        if self.aside:
            return self.aside.size
        return self.head.size if self.head else 0.0

    @property
    def art(self) -> float:
        """Area of its largest picture, em × rows; 0 without any."""
        return self.band.largest if self.band else 0.0

    @property
    def parted(self) -> bool:
        """True when something other than a bare head stands at the top."""
        over = self.band is not None and self.band.over_head
        turned = self.aside is not None and self.aside.manner is HeadManner.TURNED
        return self.boxed or self.parts_heads or over or turned

    @property
    def top(self) -> Top:
        """What stands at its upper corners."""
        return Top.PARTED if self.parted else Top.HALF if self.half or self.aside else Top.HEAD

    @property
    def head_rows(self) -> int:
        """Rows from the top of the rectangle to the legs and their pictures."""
        over = self.band.rows if self.band and self.band.over_head else 0
        return self.lead + over + (0 if self.half else self.heading_rows)

    @property
    def over_head(self) -> float:
        """Rows of white over the heading block, inside a box."""
        return BOX_ROWS - BOX_TOP if self.boxed else 0.0

    @property
    def heading_rows(self) -> int:
        """Rows of the heading block."""
        return self.head.rows + self.extra if self.head else 0

    def above(self) -> list[int]:
        """Rows over each leg: of pictures, or of a head that stands over some of them."""
        legs = self.measure.legs
        if self.half:
            return [self.heading_rows] * (legs - self.half) + [0] * self.half
        return self.band.above(legs) if self.band else [0] * legs

    @property
    def tier_rows(self) -> int:
        """Rows of the tiers above the legs, and of the pictures above those."""
        above = 0 if self.band is None or self.band.over_head else self.band.rows
        return above + sum(tier.depth for tier in self.tiers) if self.tiers else 0

    @property
    def rows(self) -> int:
        """Rows of the rectangle."""
        return self.head_rows + self.tier_rows + self.depth + self.tail + FOOT


Choices = dict[tuple[int, int], dict[tuple[float, Top], Recipe]]
"""(columns, rows) → (headline size, what stands at the top) → cheapest recipe"""


def measures(grid: Grid, columns: int, rows: int) -> Iterator[Measure]:
    """The ways to divide a span: base columns first, then the priced measures (C2, C3, GR5).

    `rows` is the depth of the story as one base column.
    """
    wider = WIDER_LONG if rows >= LONG and columns in WIDER_LONG else WIDER
    if columns == grid.columns and rows < columns * 3:
        yield from _few_legs(grid, columns, rows)
        return
    yield Measure(columns, float(grid.measure), grid.gutter, 0.0)
    for legs in wider.get(columns, ()):
        yield divided(grid.span(columns), legs, grid.gutter, PRICES.measure, 0.0)


def _few_legs(grid: Grid, columns: int, rows: int) -> Iterator[Measure]:
    """Legs across the page of copy too short for all base columns: wider ones, from edge to edge.

    Copy too short for any of these stands in a few base columns in the middle, under its head.
    """
    across = [
        divided(grid.span(columns), legs, grid.gutter, PRICES.measure, 0.0)
        for legs in range(2, columns)
    ]
    wider = [
        made for made in across if made.width <= WIDEST_LEG
        and rows * grid.measure >= LEAST_LINES * made.legs * made.width
    ]
    if wider:
        yield from wider
        return
    most = max(1, rows // 3)
    most -= (columns - most) % 2 if most > 1 else 0
    for legs in (most, most - 2) if most > 3 else (most,):
        yield Measure(legs, float(grid.measure), grid.gutter, 0.0, grid.x((columns - legs) // 2))


def divided(span: float, legs: int, gutter: float, price: float, inset: float) -> Measure:
    """`legs` legs of whole em in `span`, what is left over shared among the gutters."""
    width = (span - (legs - 1) * gutter) // legs
    spare = (span - legs * width) / (legs - 1) if legs > 1 else 0.0
    return Measure(legs, float(width), spare, price, inset)


def in_box(grid: Grid, columns: int) -> Measure:
    """The legs of a boxed story: as many as base columns, narrower by the inset of the box."""
    inset = BOX_INSET if columns > 1 or grid.measure >= BOX_BROAD else BOX_INSET_ALONE
    return divided(grid.span(columns) - 2 * inset, columns, grid.gutter, 0.0, inset)


def depth_price(grid: Grid, depth: int, legs: int) -> float:
    """Price of legs shallower than 51 mm or deeper than 254 mm; a leg alone may be short (W2)."""
    row = grid.pitch * 25.4 / 72
    short = SHALLOWEST / row - depth if legs > 1 else 0.0
    stub = PRICES.stub * max(0, STUB - depth) if legs > 1 else 0.0
    deep = PRICES.deep * max(0.0, depth - DEEPEST / row)
    return PRICES.shallow * max(0.0, short) + stub + deep


def shape_price(grid: Grid, columns: int, rows: int) -> float:
    """Price of a rectangle too narrow or too flat (S13), or as wide as the page (C4)."""
    wide = grid.span(columns) * grid.em / ((rows - FOOT) * grid.pitch)
    across = columns == grid.columns
    excess = max(0.0, NARROWEST - wide, 0.0 if across else wide - FLATTEST)
    full = PRICES.full_span if across else 0.0
    return PRICES.aspect * excess + full


def offer(found: Choices) -> Offer:
    """Least price of every rectangle by what stands at its top."""
    return {
        shape: tuple(
            min((r.price for (_, at), r in recipes.items() if at is top), default=INF)
            for top in Top
        )
        for shape, recipes in found.items()
    }


def advertisement_choices(columns: int, rows: int, over: int = 0) -> Choices:
    """The one rectangle of advertisements, its foot row given up at the foot of the page.

    Up to `over` rows above it may be left to house copy, or white.
    """
    empty = Fill(rows, (), 0, 0, 0.0)
    recipe = Recipe(None, 0, Measure(0, 0.0, 0.0, 0.0), rows, empty, (), 0.0, parts_heads=True)
    found: Choices = {(columns, rows + FOOT): {(0.0, Top.PARTED): recipe}}
    for more in range(LEAST_OVER, over + 1):
        taller = replace(recipe, price=filler_toll(more))
        found[columns, rows + FOOT + more] = {(0.0, Top.PARTED): taller}
    return found
