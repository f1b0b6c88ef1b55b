"""What each story may look like: for every rectangle the cheapest recipe at each head size.

A rectangle is (columns, rows); its rows include one foot row of white under the legs, which a
story at the foot of its zone gives up. So heights simply add when stories are stacked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from edition.compose.composed import Galley, Slug
from edition.makeup.composer import Desk
from edition.makeup.copies import SLACK, Copy
from edition.makeup.heads import Head, heads
from edition.makeup.legs import Column, Fill, fills
from edition.makeup.plates import Band, bands, shown
from edition.makeup.prices import PRICES
from edition.makeup.search.slicing import INF, Offer
from edition.model import Advertisement, Story
from edition.packs.layout import Grid, Layout

FOOT = 1
"""rows of white under a story"""
WIDER = {2: (1,), 3: (2,), 4: (2,), 6: (4,)}
"""Legs in 长栏 and 破栏 by span: 27 em in two columns, 三破二, and their doubles."""
WIDER_LONG = {4: (2, 3), 5: (4, 3), 6: (4, 5)}
"""The same for a long story, whose pull quotes and crossheads need more ways to be cut."""
LONG = 100
"""rows in base columns from which a story is long"""
BOX_ROWS, BOX_INSET, BOX_INSET_ALONE = 1, 1.0, 0.5
"""rows at head and foot, and em at either side, between a box and what it holds; and in one leg"""
SHALLOWEST, DEEPEST = 51.0, 254.0
"""mm of a leg (W2)"""
JUMP_BEFORE, JUMP_REST = 23, 35
"""rows of a story before and after a jump (W3)"""
NO_LEGS_UNDER = 6
"""a picture has at least so many rows of text under it, or none (W9)"""


@dataclass(frozen=True, slots=True)
class Item:
    """What is placed as one: a story, the rest of one, or the briefs of a section."""

    story: Story
    start: int = 0
    """index of the first slug at the base measure"""
    source: str | None = None
    """page label of the part before, when this is the rest"""
    briefs: tuple[Story, ...] = ()
    """the stories of a briefs column; `story` then holds only their label"""
    house: bool = False
    """True for house copy that fills what the news leaves (补白)"""
    advertisement: Advertisement | None = None

    @property
    def stories(self) -> tuple[Story, ...]:
        return self.briefs or (self.story,)

    def galley(self, desk: Desk, measure: float) -> Galley:
        """What is to be set, as one column."""
        if self.briefs:
            return desk.briefs(self.briefs, measure)
        return desk.galley(self.story, measure)


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
class Recipe:
    """How one story fills one rectangle."""

    head: Head | None
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
    band: Band | None = None
    """pictures over the legs, or over the head"""
    tail: int = 0
    """rows kept at the foot for 下转, or for the frame of a box"""
    rest: int | None = None
    """index of the slug at which the story goes on on a later page (转版)"""
    parts_heads: bool = False
    """True for what is no story and parts the heads beside it"""

    @property
    def size(self) -> float:
        return self.head.size if self.head else 0.0

    @property
    def parted(self) -> bool:
        """True when something other than a bare head stands at the top."""
        over = self.band is not None and self.band.over_head
        return self.boxed or self.parts_heads or over

    @property
    def head_rows(self) -> int:
        """Rows from the top of the rectangle to the legs and their pictures."""
        over = self.band.rows if self.band and self.band.over_head else 0
        return self.lead + over + (self.head.rows + self.extra if self.head else 0)

    @property
    def rows(self) -> int:
        """Rows of the rectangle."""
        return self.head_rows + self.depth + self.tail + FOOT


Choices = dict[tuple[int, int], dict[tuple[float, bool], Recipe]]
"""(columns, rows) → (headline size, parted) → cheapest recipe"""


def measures(grid: Grid, columns: int, rows: int) -> Iterator[Measure]:
    """The ways to divide a span: base columns first, then the priced measures (C2, C3, GR5).

    `rows` is the depth of the story as one base column.
    """
    wider = WIDER_LONG if rows >= LONG and columns in WIDER_LONG else WIDER
    if columns == grid.columns and rows < columns * 2:
        # Too little copy for all legs: a few of them in the middle, under the head.
        legs = max(1, rows // 3)
        inset = grid.x((columns - legs) // 2)
        yield Measure(legs, float(grid.measure), grid.gutter, 0.0, inset)
        return
    yield Measure(columns, float(grid.measure), grid.gutter, 0.0)
    for legs in wider.get(columns, ()):
        yield _divided(grid.span(columns), legs, grid.gutter, PRICES.measure, 0.0)


def _divided(span: float, legs: int, gutter: float, price: float, inset: float) -> Measure:
    """`legs` legs of whole em in `span`, what is left over shared among the gutters."""
    width = (span - (legs - 1) * gutter) // legs
    spare = (span - legs * width) / (legs - 1) if legs > 1 else 0.0
    return Measure(legs, float(width), spare, price, inset)


def in_box(grid: Grid, columns: int) -> Measure:
    """The legs of a boxed story: as many as base columns, narrower by the inset of the box."""
    inset = BOX_INSET if columns > 1 else BOX_INSET_ALONE
    return _divided(grid.span(columns) - 2 * inset, columns, grid.gutter, 0.0, inset)


def choices(
    desk: Desk, layout: Layout, item: Item, step: int, limit: int, may_jump: bool = False
) -> Choices:
    """Every rectangle of at most `limit` rows `item` can fill, cheapest recipe per head size.

    With `may_jump` also those that hold only the beginning of the story (W3, W11).
    """
    spans = range(1, layout.grid.columns + 1)
    wished = item.story.columns
    if wished is not None and wished in spans:
        found = _on(desk, layout, item, range(wished, wished + 1), step, limit, may_jump)
        if found:
            return found
    found = _on(desk, layout, item, spans, step, limit, may_jump)
    if found or not shown(item.story):
        return found
    # No picture of it fits the page with its text: it goes without, and make-up says so.
    body = tuple(block for block in item.story.body if block not in shown(item.story))
    bare = replace(item, story=replace(item.story, body=body))
    return _on(desk, layout, bare, spans, step, limit, may_jump)


def _on(
    desk: Desk, layout: Layout, item: Item, spans: range, step: int, limit: int, may_jump: bool
) -> Choices:
    """The choices on some spans only."""
    found: Choices = {}
    copies: dict[float, Copy] = {}
    for columns in spans:
        some = _recipes(desk, layout, item, columns, step, limit, copies)
        if may_jump and item.story.jump and item.source is None and columns < layout.grid.columns:
            some = chain(some, _begun(desk, layout, item, columns, step, limit))
        for recipe in some:
            shape = (columns, recipe.rows)
            if shape[1] > limit:
                continue
            priced = recipe.price + _shape_price(layout.grid, *shape)
            by_size = found.setdefault(shape, {})
            held = by_size.get((recipe.size, recipe.parted))
            if held is None or priced < held.price:
                by_size[recipe.size, recipe.parted] = replace(recipe, price=priced)
    return found


def _recipes(
    desk: Desk, layout: Layout, item: Item, columns: int, step: int, limit: int,
    copies: dict[float, Copy],
) -> Iterator[Recipe]:
    grid = layout.grid
    if item.source is not None:
        yield from _rests(desk, grid, item, columns, limit)
        return
    blocks = heads(desk, layout, item.story, grid.span(columns), columns, step)
    base = item.galley(desk, float(grid.measure)).rows
    if 2 < columns < grid.columns and base < columns * 2 and item.story.columns != columns:
        return
    over = tuple(bands(desk, layout, item.story, columns, step))
    for measure in measures(grid, columns, base):
        for band in over:
            if not measure.price or band is None or band.columns == columns:
                copy = _copy(desk, item, measure.width, copies)
                yield from _with(copy, grid, measure, band, blocks, limit)
    if over == (None,) and columns < grid.columns:
        measure = in_box(grid, columns)
        width = grid.span(columns) - 2 * measure.inset
        inner = heads(desk, layout, item.story, width, columns, step)
        copy = _copy(desk, item, measure.width, copies)
        for recipe in _with(copy, grid, measure, None, inner, limit - 2 * BOX_ROWS):
            toll = PRICES.box + (PRICES.box_lead if _is_lead(layout, step) else 0.0)
            yield replace(
                recipe, lead=BOX_ROWS, tail=BOX_ROWS, boxed=True, price=recipe.price + toll
            )


def _begun(
    desk: Desk, layout: Layout, item: Item, columns: int, step: int, limit: int
) -> Iterator[Recipe]:
    """The beginning of a story that goes on on another page, its legs exactly full (转版).

    It breaks inside a paragraph, at least `JUMP_BEFORE` rows down and `JUMP_REST` from the end.
    """
    grid = layout.grid
    measure = Measure(columns, float(grid.measure), grid.gutter, 0.0)
    slugs = item.galley(desk, measure.width).slugs
    column = Column(slugs)
    blocks = heads(desk, layout, item.story, grid.span(columns), columns, step)
    for band in bands(desk, layout, item.story, columns, step):
        above = band.above(columns) if band else [0] * columns
        first = -(-(JUMP_BEFORE + sum(above)) // columns)
        last = (column.rows - JUMP_REST + sum(above)) // columns
        for depth in range(max(first, max(above) + NO_LEGS_UNDER), min(last, limit) + 1):
            fill = column.begin([depth - rows for rows in above])
            if fill is None or not _breaks_well(slugs[fill.ends[-1] - 1]):
                continue
            price = fill.price + PRICES.jump + (band.price if band else 0.0)
            price += depth_price(grid, depth, columns)
            for head in blocks:
                yield Recipe(
                    head, 0, measure, depth, fill, slugs, price + head.price, band=band, tail=1,
                    rest=fill.ends[-1],
                )


def _breaks_well(slug: Slug) -> bool:
    """True where a reader feels that the text goes on: inside a paragraph (W11)."""
    return slug.kind == "text" and not slug.final


def _is_lead(layout: Layout, step: int) -> bool:
    return step >= len(layout.ladder) - 2


def _rests(desk: Desk, grid: Grid, item: Item, columns: int, limit: int) -> Iterator[Recipe]:
    """The end of a story that began on an earlier page: no head, one row for 上接."""
    measure = Measure(columns, float(grid.measure), grid.gutter, 0.0)
    slugs = item.galley(desk, measure.width).slugs[item.start :]
    for depth, fill in fills(Column(slugs), [0] * columns, SLACK, limit):
        price = fill.price + depth_price(grid, depth, columns)
        yield Recipe(None, 0, measure, depth, fill, slugs, price, lead=1)


def _copy(desk: Desk, item: Item, measure: float, copies: dict[float, Copy]) -> Copy:
    """The copy of an item at a measure, set once for all its spans."""
    if measure not in copies:
        galley = item.galley(desk, measure)
        copies[measure] = Copy(desk, item.story, galley, may_loosen=not item.briefs)
    return copies[measure]


def _with(
    copy: Copy, grid: Grid, measure: Measure, band: Band | None, blocks: Sequence[Head], limit: int
) -> Iterator[Recipe]:
    """Recipes at one measure and with one band of pictures, under every head."""
    above = tuple(band.above(measure.legs)) if band else (0,) * measure.legs
    toll = measure.price + (PRICES.measure_row * copy.galley.rows if measure.price else 0.0)
    toll += band.price if band else 0.0
    for slugs, depth, fill, opening in copy.fills(above, limit):
        if band and max(above) > 0 and depth - max(above) < NO_LEGS_UNDER:
            continue
        price = fill.price + toll + opening + depth_price(grid, depth, measure.legs)
        for head in blocks:
            for extra, white in enumerate(PRICES.head_white):
                yield Recipe(
                    head, extra, measure, depth, fill, slugs, price + head.price + white,
                    band=band,
                )


def depth_price(grid: Grid, depth: int, legs: int) -> float:
    """Price of legs shallower than 51 mm or deeper than 254 mm; a leg alone may be short (W2)."""
    row = grid.pitch * 25.4 / 72
    short = SHALLOWEST / row - depth if legs > 1 else 0.0
    return PRICES.shallow * max(0.0, short) + PRICES.deep * max(0.0, depth - DEEPEST / row)


def _shape_price(grid: Grid, columns: int, rows: int) -> float:
    wide = grid.span(columns) * grid.em / ((rows - FOOT) * grid.pitch)
    across = columns == grid.columns
    excess = max(0.0, 0.35 - wide, 0.0 if across else wide - 3.5)
    full = PRICES.full_span if across else 0.0
    return PRICES.aspect * excess + full


def offer(found: Choices) -> Offer:
    """Least price of every rectangle, with a bare head at its top and without."""
    return {
        shape: (
            min((r.price for r in recipes.values() if not r.parted), default=INF),
            min((r.price for r in recipes.values() if r.parted), default=INF),
        )
        for shape, recipes in found.items()
    }
