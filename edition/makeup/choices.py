"""What each item may look like: for every rectangle the cheapest recipe at each head size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from edition.compose.composed import Slug
from edition.compose.rows.wideparts import StoryPart
from edition.makeup.composer import ComposingRoom
from edition.makeup.copies import SLACK, CopyVariants, with_quotes_moved
from edition.makeup.halfheads import halved
from edition.makeup.heads import HeadingBlock, HeadSpan, heads
from edition.makeup.items import (
    GroupItem,
    HeadedItem,
    HouseCopyItem,
    PlacedItem,
    RestItem,
    StoryItem,
    boxable,
    galley_of,
    headings_of,
    may_jump,
    pictures_of,
    wished_box,
    wished_columns,
    without_optional,
)
from edition.makeup.legs import Column, fills
from edition.makeup.manners.groups import grouped, headings_over, member_steps
from edition.makeup.manners.sideheads import SideAsked, asided
from edition.makeup.manners.underheads import (
    NO_LEGS_UNDER,
    LegDraft,
    LegScheme,
    drafted,
    whitened,
)
from edition.makeup.plates import PictureBand, bands, squeezed
from edition.makeup.prices import PRICES
from edition.makeup.recipes import (
    BOX_ROWS,
    BOX_TOP,
    HOUSE_ROWS,
    Choices,
    Measure,
    Recipe,
    depth_price,
    in_box,
    measures,
    shape_price,
)
from edition.makeup.search.trees import Top
from edition.makeup.tiers import NO_FILL, NO_LEGS, rests, stacked, stacks, wide_parts
from edition.trade.page_bounds import JUMP_BEFORE, JUMP_REST

RUN_BEFORE, RUN_REST = 3, 3
"""rows of a story before and after a jump at the foot of a page of one column"""
PACKED = 0.5
"""of the room a text takes in base columns, what it takes at least at any measure: a story that is
longer is set at none but theirs"""
BESIDE_WHITE = 4
"""numbers of rows of white tried round a head whose text stands beside a picture: it stands over
that alone, and more white would part the two"""
UNDER_PICTURE = 2
"""rows of white under a picture at most where the text beside it is deeper"""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item, and what its place on the page lets it be."""

    item: PlacedItem
    step: int
    """of the headline ladder that suits it"""
    limit: int
    """rows of its rectangle at most"""
    jumps: bool = False
    """True where it may go on on another page, if the editor lets it or the page is one column"""
    squeezed: bool = False
    """True where its pictures fit only when they are small"""


def choices(room: ComposingRoom, asked: Asked) -> Choices:
    """Every rectangle the item can fill, cheapest recipe per head size.

    Where it may jump also those that hold only the beginning of the story.
    """
    if isinstance(asked.item, GroupItem):
        steps = member_steps(room, asked.item, asked.step)
        options = [
            choices(room, replace(asked, item=one, step=step, jumps=False))
            for one, step in zip(asked.item.members, steps, strict=True)
        ]
        return grouped(room, asked.item, asked.step, asked.limit, options)
    spans = range(1, room.grid.columns + 1)
    wished = wished_columns(asked.item)
    if wished is not None and wished in spans:
        found = _on(room, asked, range(wished, wished + 1))
        if found:
            return found
    found = _on(room, asked, spans)
    if found or not isinstance(asked.item, StoryItem):
        return found
    return _strained(room, asked, asked.item, spans) if pictures_of(asked.item) else found


def _strained(room: ComposingRoom, asked: Asked, item: StoryItem, spans: range) -> Choices:
    """The choices of a story whose pictures do not fit: they are made small, then left out.

    Only those are left out that the page may go without. A story of others that has no place
    takes a page of its own, and in one column runs on, its pictures as large as they were.
    """
    small, fewer = replace(asked, squeezed=True), without_optional(item)
    if room.grid.columns == 1 and fewer == item:
        return {}
    for kept in dict.fromkeys((item, fewer)):
        found = _on(room, replace(small, item=kept), spans)
        if found:
            return found
    return {}


def _on(room: ComposingRoom, asked: Asked, spans: range) -> Choices:
    """The choices on some spans only."""
    found: dict[tuple[int, int], dict[tuple[float, Top], tuple[float, Recipe | LegDraft]]] = {}
    item, grid = asked.item, room.grid
    assert not isinstance(item, GroupItem), "its stories have choices, itself it has none"
    copies: dict[float, CopyVariants] = {}
    tolls: dict[tuple[int, int], float] = {}
    keys: dict[tuple[float, Top], tuple[float, Top]] = {}
    for columns in spans:
        some: Iterator[Recipe | LegDraft]
        if isinstance(item, RestItem):
            some = _rests(room, asked, item, columns)
        else:
            some = _wholes(room, asked, item, columns, copies)
            jumps = asked.jumps and not wide_parts(room, item)
            if jumps and (grid.columns == 1 or (may_jump(item) and columns < grid.columns)):
                some = chain(some, _begun(room, asked, item, columns))
        for recipe in some:
            rows, price = recipe.rows, recipe.price
            if rows > asked.limit:
                continue
            price += _unmet(item, recipe)
            shape = (columns, rows)
            if shape not in tolls:
                tolls[shape] = shape_price(grid, columns, rows)
            priced = price + tolls[shape]
            by_size = found.setdefault(shape, {})
            key = (recipe.size, recipe.top)
            key = keys.setdefault(key, key)
            held = by_size.get(key)
            if held is None or priced < held[0]:
                by_size[key] = priced, recipe
    return {
        shape: {
            key: recipe.at(price) if isinstance(recipe, LegDraft) else replace(recipe, price=price)
            for key, (price, recipe) in by_size.items()
        }
        for shape, by_size in found.items()
    }


def _unmet(item: PlacedItem, recipe: Recipe | LegDraft) -> float:
    """Price of a recipe that is not as the editor wants the story."""
    if not isinstance(item, StoryItem):
        return 0.0
    manner, price = item.story.manner, 0.0
    if manner and (recipe.aside is None or recipe.aside.manner is not manner):
        price += PRICES.aside_unmet
    return price + (PRICES.box_unmet if item.story.box and not recipe.boxed else 0.0)


def _wholes(
    room: ComposingRoom, asked: Asked, item: HeadedItem, columns: int,
    copies: dict[float, CopyVariants],
) -> Iterator[Recipe | LegDraft]:
    """Recipes of the whole item on one span, without a box and in one."""
    grid = room.grid
    blocks = headings_over(room, item, HeadSpan(columns, grid.span(columns)), asked.step)
    if parts := wide_parts(room, item):
        yield from _tiered(room, asked, parts, columns, blocks)
        return
    usual = _variants(room, item, float(grid.measure), copies)
    base = usual.galley.rows
    if 2 < columns < grid.columns and base < columns * 2 and wished_columns(item) != columns:
        return
    if isinstance(item, HouseCopyItem) and base < columns * HOUSE_ROWS:
        return
    if PACKED * base * grid.measure > grid.span(columns) * asked.limit:
        return
    over, under = tuple(_bands(room, asked, columns, base)), whitened(blocks)
    for measure in measures(grid, columns, base):
        copy = _variants(room, item, measure.width, copies)
        for band in over:
            if not measure.price or band is None or band.columns == columns:
                yield from drafted(grid, copy, LegScheme(measure, band, under), asked.limit)
    yield from _beside(room, usual, over, blocks)
    if over == (None,) and isinstance(item, StoryItem):
        def copy_at(width: float) -> CopyVariants:
            return _variants(room, item, width, copies)

        yield from asided(room, SideAsked(item, columns, asked.step, asked.limit), copy_at)
    box = wished_box(item)
    if over == (None,) and columns < grid.columns:
        yield from halved(room, usual, columns, asked.step, asked.limit)
    if over == (None,) and (box or (box is None and columns < grid.columns)):
        yield from _boxed(room, asked, item, columns, copies)


def _beside(
    room: ComposingRoom, copy: CopyVariants, over: Sequence[PictureBand | None],
    blocks: Sequence[HeadingBlock],
) -> Iterator[Recipe]:
    """Recipes with the text beside the pictures and about as deep, none of it under them."""
    grid = room.grid
    for band in over:
        if band is None or band.over_head or band.unders or band.columns == band.span:
            continue
        legs = band.span - band.columns
        measure = Measure(legs, float(grid.measure), grid.gutter, 0.0)
        least = -(-copy.galley.rows // legs)
        if not band.rows - 1 - SLACK <= least <= band.rows - 1 + UNDER_PICTURE:
            continue
        beside = replace(band, beside=True)
        whites = [
            (head, *white) for head in blocks for white in islice(head.whites(), BESIDE_WHITE)
        ]
        for slugs, depth, fill, opening in copy.fills((0,) * legs, least + SLACK + UNDER_PICTURE):
            under = depth - (band.rows - 1)
            if not 0 <= under <= UNDER_PICTURE:
                continue
            price = fill.price + opening + band.price + PRICES.foot_more * under
            price += depth_price(grid, depth, legs) + (PRICES.cramped if copy.cramped else 0.0)
            for head, extra, white in whites:
                yield Recipe(
                    head, extra, measure, depth, fill, slugs, price + head.price + white,
                    band=beside,
                )


def _bands(
    room: ComposingRoom, asked: Asked, columns: int, text: int | None = None
) -> Iterator[PictureBand | None]:
    """The bands of an item's pictures on one span, small ones where nothing else helps."""
    figures = pictures_of(asked.item)
    if asked.squeezed and figures:
        return squeezed(room, figures, columns, asked.step)
    return bands(room, figures, columns, asked.step, text)


def _tiered(
    room: ComposingRoom, asked: Asked, parts: Sequence[StoryPart], columns: int,
    blocks: Sequence[HeadingBlock],
) -> Iterator[Recipe]:
    """Recipes of a story with tables across its legs; pictures stand over all of these."""
    for band in _bands(room, asked, columns):
        if band is not None and band.columns != columns:
            continue
        above = band.rows if band else 0
        for stack in stacks(room, parts, columns, asked.limit - above):
            price = stack.price + (band.price if band else 0.0)
            for head in blocks:
                for extra, white in enumerate(PRICES.head_white):
                    cost = price + head.price + white
                    yield stacked(stack, Recipe(head, extra, NO_LEGS, 0, NO_FILL, (), cost,
                                                band=band))


def _boxed(
    room: ComposingRoom, asked: Asked, item: HeadedItem, columns: int,
    copies: dict[float, CopyVariants],
) -> Iterator[LegDraft]:
    """Recipes in a box, which parts the heads beside it (加框, W6)."""
    grid = room.grid
    measure = in_box(grid, columns)
    copy = _variants(room, item, measure.width, copies)
    span = HeadSpan(columns, grid.span(columns) - 2 * measure.inset)
    blocks = headings_over(room, item, span, asked.step)
    marked = boxable(item)
    toll = PRICES.box if marked else PRICES.box_unmarked
    toll += PRICES.box_lead if room.leads(asked.step) else 0.0
    toll = 0.0 if wished_box(item) else toll
    scheme = LegScheme(measure, None, whitened(blocks, BOX_ROWS - BOX_TOP), marked, toll)
    yield from drafted(grid, copy, scheme, asked.limit - 2 * BOX_ROWS)


def _variants(
    room: ComposingRoom, item: HeadedItem, measure: float, copies: dict[float, CopyVariants]
) -> CopyVariants:
    """The copy of an item at a measure, set once for all its spans."""
    if measure not in copies:
        copies[measure] = CopyVariants(room.desk, item, measure)
    return copies[measure]


def _begun(
    room: ComposingRoom, asked: Asked, item: HeadedItem, columns: int
) -> Iterator[Recipe]:
    """The beginning of a story that goes on on another page, its legs exactly full (转版).

    It breaks inside a paragraph, at least `JUMP_BEFORE` rows down and `JUMP_REST` from the end;
    where the page is one column, at any good cut, `RUN_BEFORE` down and `RUN_REST` from the end.
    """
    grid = room.grid
    runs = grid.columns == 1
    before, after = (RUN_BEFORE, RUN_REST) if runs else (JUMP_BEFORE, JUMP_REST)
    toll = PRICES.run_on if runs else PRICES.jump
    measure = Measure(columns, float(grid.measure), grid.gutter, 0.0)
    column = Column(galley_of(item, room.desk, measure.width).slugs)
    blocks = heads(room, headings_of(item), HeadSpan(columns, grid.span(columns)), asked.step)
    later = (None,) if runs and pictures_of(item) else ()
    for band in chain(_bands(room, asked, columns), later):
        above = band.above(columns) if band else [0] * columns
        first = -(-(before + sum(above)) // columns)
        last = (column.rows - after + sum(above)) // columns
        under = before if runs else NO_LEGS_UNDER
        for depth in range(max(first, max(above) + under), min(last, asked.limit) + 1):
            fill = column.begin([depth - rows for rows in above])
            if fill is None or not (
                fill.price < PRICES.hard_cut if runs
                else _breaks_well(column.slugs[fill.ends[-1] - 1])
            ):
                continue
            price = fill.price + toll + (band.price if band else PRICES.picture_later * len(later))
            price += depth_price(grid, depth, columns)
            for head in blocks:
                yield Recipe(
                    head, 0, measure, depth, fill, column.slugs, price + head.price, band=band,
                    tail=1, rest=fill.ends[-1],
                )


def _breaks_well(slug: Slug) -> bool:
    """True where a reader feels that the text goes on: inside a paragraph (W11)."""
    return slug.kind == "text" and not slug.final


def _rests(room: ComposingRoom, asked: Asked, item: RestItem, columns: int) -> Iterator[Recipe]:
    """The end of a story that began on an earlier page: no head, one row for 上接.

    Pictures that found no room there stand over its legs.
    """
    grid, wide = room.grid, wide_parts(room, item)
    measure = Measure(columns, float(grid.measure), grid.gutter, 0.0)
    slugs = galley_of(item, room.desk, measure.width).slugs[item.start :]
    for band in _bands(room, asked, columns, sum(slug.rows for slug in slugs)):
        above = tuple(band.above(columns)) if band else (0,) * columns
        toll = band.price if band else 0.0
        if band is not None and (band.over_head or (wide and band.columns != columns)):
            continue
        if wide:
            for stack in rests(room, item, columns, asked.limit - max(above)):
                price = stack.price + toll
                yield stacked(stack, Recipe(None, 0, NO_LEGS, 0, NO_FILL, (), price, 1, band=band))
            continue
        for copy, moved in with_quotes_moved(slugs):
            for depth, fill in fills(Column(copy), above, SLACK, asked.limit):
                price = fill.price + toll + moved + depth_price(grid, depth, columns)
                yield Recipe(None, 0, measure, depth, fill, copy, price, lead=1, band=band)
