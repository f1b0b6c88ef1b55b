"""An item taller than its page: one full page after another (下转, 上接)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.compose.slugs import QUOTE_PART
from edition.errors import CannotSet
from edition.makeup.composer import ComposingRoom
from edition.makeup.heads import HeadingBlock, HeadSpan, heads
from edition.makeup.items import (
    GroupItem,
    LegsItem,
    RestItem,
    StoryItem,
    galley_of,
    headings_of,
    id_of,
    pictures_of,
)
from edition.makeup.legs import Column, Fill, white_price
from edition.makeup.plan.gather import Waiting, opens
from edition.makeup.plates import PictureBand, bands, squeezed
from edition.makeup.prices import PRICES
from edition.makeup.recipes import FOOT, Measure, Recipe
from edition.makeup.search.zones import PagePlan, Placed, Zone, ZoneBand
from edition.makeup.tiers import NO_FILL, NO_LEGS, poured, slugs_of, stacked, wide_parts

HEAD_MORE = 3
"""rows of white a head over a full page may take, so that the page ends well"""
LEAST_UNDER = 4
"""rows of text under the pictures of a full page at least"""


def chain_plan(room: ComposingRoom, waiting: Waiting, free: int) -> PagePlan:
    """A page of `free` rows full of the beginning of an item, or of its rest.

    Raises CannotSet when one block of the copy is taller than the page.
    """
    section, item = waiting
    assert not isinstance(item, GroupItem), "a group that fits no page is parted"
    columns = room.grid.columns
    titled = section if opens(section, item) else None
    rows = free - (room.layout.furnishing.section if titled else 0)
    recipe = _full(room, item, rows)
    zone = Zone(titled, (item,), ({},), columns, rows)
    placed = Placed(item, recipe, (0, 0, columns, rows))
    return PagePlan((ZoneBand(zone, rows, (placed,)),), 0, recipe.price)


def _full(room: ComposingRoom, item: LegsItem, rows: int) -> Recipe:
    """`rows` rows of an item: all columns full, one row kept at the foot for 下转.

    Its head takes as many rows as let the page end well, not within what is better whole.
    """
    if isinstance(item, RestItem):
        return _full_under(room, item, rows, None)
    span = HeadSpan(room.grid.columns, room.grid.width)
    blocks = heads(room, headings_of(item), span, len(room.ladder) - 1)
    deep = rows // 2
    least = min((max(0, block.rows - deep) for block in blocks), default=0)
    found = [
        recipe for block in blocks if max(0, block.rows - deep) == least
        for recipe in _with_white(room, item, rows, block)
    ]
    return min(found, key=_dearness) if found else _full_under(room, item, rows, None)


def _with_white(
    room: ComposingRoom, item: LegsItem, rows: int, block: HeadingBlock
) -> Iterator[Recipe]:
    """The full pages under a heading block, with as many rows of white as leave room for text.

    Raises CannotSet where not even the block alone does.
    """
    yield _full_under(room, item, rows, (block, 0))
    for extra in range(1, HEAD_MORE + 1):
        try:
            yield _full_under(room, item, rows, (block, extra))
        except CannotSet:
            return


def _dearness(recipe: Recipe) -> float:
    """What a full page costs with what it leaves to the next: its head is the lead's, and large."""
    left = sum(slug.rows for slug in recipe.slugs[recipe.rest or len(recipe.slugs):])
    return recipe.price + (recipe.head.price if recipe.head else 0.0) + PRICES.left_over * left


def _full_under(
    room: ComposingRoom, item: LegsItem, rows: int, given: tuple[HeadingBlock, int] | None
) -> Recipe:
    """A full page of an item under a heading block with some rows of white more."""
    grid, step = room.grid, len(room.ladder) - 1
    head, extra = given or (None, 0)
    lead = 1 if isinstance(item, RestItem) else 0
    depth = rows - (head.rows + extra if head else 0) - lead - FOOT
    toll = head.price + dict(head.whites())[extra] if head else 0.0
    band = _band(room, item, depth, step)
    if isinstance(item, StoryItem | RestItem) and wide_parts(room, item):
        full = Recipe(head, extra, NO_LEGS, 0, NO_FILL, (), toll, lead, band=band)
        return _tiered(room, item, depth, full)
    above = band.above(grid.columns) if band else [0] * grid.columns
    start = item.start if isinstance(item, RestItem) else 0
    slugs = galley_of(item, room.desk, float(grid.measure)).slugs[start:]
    fill = _poured(Column(slugs), [depth - taken for taken in above], id_of(item))
    measure = Measure(grid.columns, float(grid.measure), grid.gutter, 0.0)
    end = fill.ends[-1]
    # Pictures without room here are a rest too, even where all of the text stands.
    waits = band is None and end > 0 and _fit_alone(room, item, rows)
    return Recipe(
        head, extra, measure, depth, fill, slugs, fill.price + toll, lead, band=band,
        rest=end if end < len(slugs) or waits else None,
    )


def _tiered(
    room: ComposingRoom, item: StoryItem | RestItem, depth: int, recipe: Recipe
) -> Recipe:
    """The recipe with `depth` rows of a story with tables across its legs."""
    stack = poured(room, item, depth - (recipe.band.rows if recipe.band else 0))
    if not stack.tiers:
        start = item.start if isinstance(item, RestItem) else 0
        block = slugs_of(room, item)[start][0].block
        raise CannotSet("block_too_tall", story=id_of(item), block=block)
    return replace(stacked(stack, recipe), price=stack.price + recipe.price)


def _band(room: ComposingRoom, item: LegsItem, depth: int, step: int) -> PictureBand | None:
    """The cheapest band of pictures that leaves half of a full page to the text.

    Where none does, the pictures are made small; at last they may take most of the page. In one
    column they may take most of it as large as they are, and wait rather than be small.
    """
    half, most = depth // 2, depth - LEAST_UNDER
    usual, small = _usual(room, item, step), _small(room, item, step)
    if isinstance(item, RestItem) and item.start >= len(
        galley_of(item, room.desk, float(room.grid.measure)).slugs
    ):
        half = most = depth
        usual = _alone(room, item)
    tries = [(half, usual), (half, small), (most, small)]
    if room.grid.columns == 1:
        waits = any(band.rows < depth for band in _alone(room, item))
        tries = [(half, usual), (most, usual), (most, () if waits else small)]
    for rows, some in tries:
        found = [band for band in some if not band.over_head and band.rows <= rows]
        if found:
            return min(found, key=lambda band: (max(0, band.rows - half), band.price))
    return None


def _usual(
    room: ComposingRoom, item: LegsItem, step: int, text: int | None = None
) -> tuple[PictureBand, ...]:
    found = bands(room, pictures_of(item), room.grid.columns, step, text)
    return tuple(band for band in found if band is not None)


def _small(room: ComposingRoom, item: LegsItem, step: int) -> tuple[PictureBand, ...]:
    figures = pictures_of(item)
    return tuple(squeezed(room, figures, room.grid.columns, step)) if figures else ()


def _fit_alone(room: ComposingRoom, item: LegsItem, rows: int) -> bool:
    """True where an item has pictures that a page of `rows` rows holds by themselves."""
    return any(band.rows < rows for band in (*_alone(room, item), *_small(room, item, 0)))


def _alone(room: ComposingRoom, item: LegsItem) -> tuple[PictureBand, ...]:
    """The bands of an item's pictures that have a page without its text."""
    return _usual(room, item, 0, 0)


def _poured(column: Column, depths: Sequence[int], story: str) -> Fill:
    """Fills legs of `depths` rows from the start of a column, as far as they go."""
    ends: list[int] = []
    price, holes, at = 0.0, 0, 0
    for number, depth in enumerate(depths, 1):
        legal = column.ends(at, depth)
        if not legal and at < len(column.slugs):
            raise CannotSet("block_too_tall", story=story, block=column.slugs[at].block)
        used = 0
        if legal:
            # The furthest end, unless it parts what is better whole.
            at, used, cut = legal[0] if legal[0][2] < QUOTE_PART else min(
                legal, key=lambda end: (end[2] + PRICES.leg_hole * (depth - end[1]), -end[0])
            )
            price += cut
        white = depth - used
        holes += white
        # At the foot of the last leg, over 下转, a little white is as good as under a story.
        last = number == len(depths) and used
        price += white_price(white, len(depths)) if last else PRICES.leg_hole * white
        ends.append(at)
    return Fill(max(depths), tuple(ends), 0, holes, price)
