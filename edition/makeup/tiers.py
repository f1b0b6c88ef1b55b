"""A story with a table too wide for one leg: legs, the table across them, and legs again.

Each is a tier; the copy keeps its order from the first tier to the last. A few lines of text
between tables are set in wider legs, so that none is a line long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.compose.composed import Slug
from edition.compose.rows.wideparts import StoryPart
from edition.makeup.composer import ComposingRoom
from edition.makeup.copies import SLACK
from edition.makeup.items import PageItem, RestItem, StoryItem
from edition.makeup.legs import Column, Fill, fills
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Measure, Recipe, Tier, divided

WIDEST = 41.0
"""em of the widest leg of a few lines of text"""
MORE = 1
"""base columns a table may be wider than it needs; in a wider span it stands in the middle"""
LEAST_LEG = 2
"""rows a leg of base measure has at least in a tier"""
LEAST_TABLE = 6
"""rows of a table that a page has at least before it is parted"""


NO_LEGS = Measure(0, 0.0, 0.0, 0.0)
NO_FILL = Fill(0, (), 0, 0, 0.0)


@dataclass(frozen=True, slots=True)
class Stack:
    """Tiers one under the other and their price."""

    tiers: tuple[Tier, ...]
    price: float
    rest: int | None = None
    """slugs of the story these tiers hold, counted from where its item starts, where it goes on"""


def wide_parts(room: ComposingRoom, item: PageItem) -> tuple[StoryPart, ...]:
    """The parts of a story with a table too wide for a leg; none for any other item."""
    whole = item.whole if isinstance(item, RestItem) else item
    if not isinstance(whole, StoryItem):
        return ()
    parts = room.desk.parts(whole.story)
    return parts if any(part.columns for part in parts) else ()


def slugs_of(room: ComposingRoom, item: StoryItem | RestItem) -> tuple[tuple[Slug, bool], ...]:
    """The slugs of a story with wide tables from its very beginning, as full pages have it.

    Each says whether it stands across the page; text is in base columns.
    """
    return tuple(
        (slug, part.columns > 0)
        for part in wide_parts(room, item) for slug in _full_width(room, part)
    )


def cells_of(room: ComposingRoom, item: PageItem, start: int) -> int | None:
    """Cells of the page that a story with wide tables takes; None for any other item."""
    if not isinstance(item, StoryItem | RestItem) or not wide_parts(room, item):
        return None
    columns = room.grid.columns
    return sum(
        slug.rows * (columns if wide else 1) for slug, wide in slugs_of(room, item)[start:]
    )


def _full_width(room: ComposingRoom, part: StoryPart) -> tuple[Slug, ...]:
    measure = _full_measure(room, part)
    return room.desk.galley(part.copy, measure.width).slugs


def stacks(
    room: ComposingRoom, parts: Sequence[StoryPart], columns: int, limit: int
) -> Iterator[Stack]:
    """The whole story on a span, its last tier in several depths; none on too few columns."""
    needed = max(part.columns for part in parts)
    too_wide = needed + MORE < columns < room.grid.columns
    if needed > columns or (too_wide and not any(_fills(room, part, columns) for part in parts)):
        return
    price = PRICES.table_column * (columns - needed)
    tiers: list[Tier] = []
    for part in parts[:-1]:
        found = next(_ways(room, part, columns, needed, limit), None)
        if found is None:
            return
        tiers.append(found)
        limit -= found.depth
    price += sum(tier.fill.price for tier in tiers)
    for last in _ways(room, parts[-1], columns, needed, limit):
        yield Stack((*tiers, last), price + last.fill.price)


def _ways(
    room: ComposingRoom, part: StoryPart, columns: int, needed: int, limit: int
) -> Iterator[Tier]:
    """One part in its least depth, and deeper; the widest table needs `needed` columns."""
    if part.columns:
        measure = _across(room, part.columns, columns)
        yield from _tiers(room.desk.galley(part.copy, measure.width).slugs, measure, limit, 0)
        return
    slugs = room.desk.galley(part.copy, float(room.grid.measure)).slugs
    if _fills(room, part, columns):
        yield from _tiers(slugs, _in_legs(room, columns), limit)
        return
    measure = _across(room, needed, columns)
    if any(slug.kind != "byline" for slug in slugs):
        measure = _wider(measure)
    yield from _tiers(room.desk.galley(part.copy, measure.width).slugs, measure, limit)


def _fills(room: ComposingRoom, part: StoryPart, columns: int) -> bool:
    """True for text enough for legs of base measure across a span."""
    rows = room.desk.galley(part.copy, float(room.grid.measure)).rows
    return not part.columns and rows >= LEAST_LEG * columns


def _tiers(
    slugs: tuple[Slug, ...], measure: Measure, limit: int, slack: int = SLACK
) -> Iterator[Tier]:
    for depth, fill in fills(Column(slugs), [0] * measure.legs, slack, limit):
        yield Tier(measure, depth, fill, slugs)


def _full_measure(room: ComposingRoom, part: StoryPart) -> Measure:
    """The measure of a part on a page it has the whole width of."""
    columns = room.grid.columns
    return _across(room, part.columns, columns) if part.columns else _in_legs(room, columns)


def _in_legs(room: ComposingRoom, columns: int) -> Measure:
    return Measure(columns, float(room.grid.measure), room.grid.gutter, 0.0)


def _across(room: ComposingRoom, needed: int, columns: int) -> Measure:
    """One leg as wide as a table of `needed` columns goes, in the middle of a wider span."""
    grid = room.grid
    width = grid.span(min(columns, needed + MORE))
    return Measure(1, width, grid.gutter, 0.0, (grid.span(columns) - width) / 2)


def _wider(whole: Measure) -> Measure:
    """One leg divided into as few as a reader's eye follows."""
    legs = int(-(-whole.width // (WIDEST + whole.gutter)))
    return divided(whole.width, legs, whole.gutter, 0.0, whole.inset)


def stacked(stack: Stack, recipe: Recipe) -> Recipe:
    """The recipe with a stack in the place of its legs."""
    last = stack.tiers[-1]
    return replace(
        recipe, tiers=stack.tiers[:-1], measure=last.measure, depth=last.depth, fill=last.fill,
        slugs=last.slugs, rest=stack.rest,
    )


# -- full pages -----------------------------------------------------------------------------------

def poured(room: ComposingRoom, item: StoryItem | RestItem, depth: int) -> Stack:
    """A page `depth` rows deep and all columns wide filled from where `item` goes on.

    Without a tier where nothing of it fits.
    """
    start = item.start if isinstance(item, RestItem) else 0
    tiers: list[Tier] = []
    at, left = 0, depth
    for part in wide_parts(room, item):
        slugs = _full_width(room, part)
        if start >= at + len(slugs):
            at += len(slugs)
            continue
        rest = slugs[max(0, start - at):]
        at += len(slugs)
        whole = _whole(room, part, rest, left) if len(rest) < len(slugs) else next(
            _ways(room, part, room.grid.columns, part.columns or room.grid.columns, left), None)
        if whole is not None:
            tiers.append(whole)
            left -= whole.depth
            continue
        some = _some(room, part, rest, left)
        if some is not None:
            tiers.append(some)
        taken = some.fill.ends[-1] if some is not None else 0
        end = at - len(rest) + taken - start
        return Stack(tuple(tiers), sum(tier.fill.price for tier in tiers), end)
    return Stack(tuple(tiers), sum(tier.fill.price for tier in tiers))


def _whole(
    room: ComposingRoom, part: StoryPart, slugs: tuple[Slug, ...], left: int
) -> Tier | None:
    """The rest of a part, set as it is on full pages."""
    measure = _full_measure(room, part)
    return next(_tiers(slugs, measure, left, 0), None)


def _some(
    room: ComposingRoom, part: StoryPart, slugs: tuple[Slug, ...], left: int
) -> Tier | None:
    """As much of a part as `left` rows hold; nothing rather than a scrap of a table."""
    if part.columns and left < LEAST_TABLE:
        return None
    measure = _full_measure(room, part)
    column = Column(slugs)
    ends: list[int] = []
    at, price, holes = 0, 0.0, 0
    for _ in range(measure.legs):
        legal = column.ends(at, left)
        used = 0
        if legal:
            at, used, cut = legal[0]
            price += cut
        holes += left - used
        ends.append(at)
    if not at:
        return None
    return Tier(measure, left, Fill(left, tuple(ends), 0, holes, price), slugs)


def rests(room: ComposingRoom, item: RestItem, columns: int, limit: int) -> Iterator[Stack]:
    """The end of a story with wide tables, as wide as the page while one of them is left."""
    left = slugs_of(room, item)[item.start:]
    if not any(wide for _, wide in left):
        slugs = tuple(slug for slug, _ in left)
        for tier in _tiers(slugs, _in_legs(room, columns), limit):
            yield Stack((tier,), tier.fill.price)
    elif columns == room.grid.columns:
        found = poured(room, item, limit)
        if found.rest is None:
            yield found
