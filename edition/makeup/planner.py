"""Stories to pages: the division by area, then every page exactly; chains, jumps and house copy.

A story longer than a page becomes a chain of pages, 下转 and 上接; its rest is an item like any
other on the page where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from edition.errors import CannotSet
from edition.makeup.choices import FOOT, Choices, Item, Measure, Recipe, choices
from edition.makeup.composer import Desk
from edition.makeup.frames import build_page, link
from edition.makeup.heads import heads, ideal_step
from edition.makeup.house import spaces
from edition.makeup.items import (
    Placing,
    advertisement_choices,
    advertisement_item,
    fitting,
    house_item,
    on_page,
    opens,
)
from edition.makeup.legs import Column, Fill
from edition.makeup.pagelabels import label_of
from edition.makeup.paper import Filler, Page
from edition.makeup.plates import Band as Pictures
from edition.makeup.plates import bands, picture_cells, shown
from edition.makeup.prices import PRICES
from edition.makeup.search.assign import Load, counts
from edition.makeup.search.weigh import MOST_WAYS, best
from edition.makeup.search.zones import Band, PagePlan, Placed, Ways, Zone
from edition.model import Advertisement, Edition, HouseItem, Section, Story
from edition.packs.layout import Layout

CROWDED_WAYS = 200
"""ways weighed for a page of which not every slicing tree is tried"""
MOST_ON_PAGE = 42
"""stories a page may hold"""
MOST_JUMPS = 2
"""stories of the front page that may go on elsewhere (S10)"""
FEW = 6
"""items on a page to which house copy is added as further items"""
MOST_HOUSE = 2
"""items of house copy tried on one page"""
SMALL_STEP = 1
"""ladder step of the label over a column of briefs"""
HEAD_CELLS = 12
"""cells of the heading of a usual story, its foot row included"""
ROUND = 4
"""cells to which the area of a story is rounded up"""


@dataclass
class Planner:
    """Plans the pages of one edition; remembers the choices of each story."""

    desk: Desk
    layout: Layout
    first_label: str | None
    advertisements: tuple[Advertisement, ...] = ()
    house: tuple[HouseItem, ...] = ()
    """house copy not yet used"""
    pages: list[Page] = field(default_factory=list)
    price: float = 0.0
    gap: float = 0.0
    exact: bool = True
    """False when a section held more stories on a page than every tree is tried of"""
    begun: dict[str, int] = field(default_factory=dict)
    """id of a story that goes on → number of the page with its last part so far"""
    lowered: tuple[str, ...] = ()
    """corner advertisements that stand in a band of their own at the foot"""
    going: dict[tuple[int, str], str] = field(default_factory=dict)
    """(page, story) → label of the page where it goes on"""
    _choices: dict[tuple[Item, int, int, bool], Choices] = field(default_factory=dict)

    def _on_page(self, number: int) -> tuple[list[Advertisement], list[Advertisement]]:
        columns = self.layout.grid.columns
        return on_page(self.advertisements, number, columns, self.lowered)

    # -- what a page offers ------------------------------------------------------------------

    def head_rows(self, number: int) -> int:
        """Rows of furniture at the head of page `number`."""
        furnishing = self.layout.furnishing
        return furnishing.masthead if number == 1 else furnishing.folio

    def free(self, number: int) -> int:
        """Rows of page `number` between its furniture and its strips of advertisements."""
        strips, _ = self._on_page(number)
        taken = sum(strip.rows + FOOT for strip in strips)
        return self.layout.grid.rows - self.head_rows(number) - taken

    def cells(self, number: int) -> float:
        """Cells of page `number` free for stories."""
        _, corner = self._on_page(number)
        taken = sum(found.columns * (found.rows + FOOT) for found in corner[:1])
        return float(self.layout.grid.columns * self.free(number) - taken)

    def label(self, number: int) -> str:
        return label_of(self.first_label, number)

    def options(self, item: Item, step: int, limit: int, may_jump: bool = False) -> Choices:
        if item.advertisement is not None:
            return advertisement_choices(item.advertisement)
        key = (item, step, limit, may_jump)
        if key not in self._choices:
            self._choices[key] = choices(self.desk, self.layout, item, step, limit, may_jump)
        return self._choices[key]

    def load(self, placing: Placing) -> Load:
        """What an item takes at its usual head, by arithmetic and in steps of `ROUND` cells."""
        section, item = placing
        slugs = item.galley(self.desk, float(self.layout.grid.measure)).slugs[item.start :]
        rows = sum(slug.rows for slug in slugs)
        if item.source is None:
            rows += HEAD_CELLS + sum(picture_cells(self.layout, f) for f in shown(item.story))
        return Load(ROUND * -(-max(rows, 1) // ROUND), section.id, len(item.stories))

    # -- one page ---------------------------------------------------------------------------

    def zones(self, items: Sequence[Placing], number: int) -> list[Zone]:
        """The zones of a page that holds `items`, its corner advertisement in the last of them."""
        ladder = self.layout.ladder or (1.0,)
        news = sum(not item.house for _, item in items)
        steps = iter([ideal_step(place, news, ladder) for place in range(len(items))])
        jumping = self._jumping(items, number)
        found = []
        limit = self.free(number) + FOOT
        for section, group in _groups(items):
            options = tuple(
                self.options(item, _step(item, next(steps)), limit, item.story.id in jumping)
                for item in group
            )
            titled = section if opens(section, group[0]) else None
            found.append(Zone(titled, tuple(group), options, self.layout.grid.columns, limit))
        _, corner = self._on_page(number)
        if corner and found:
            item = advertisement_item(corner[0])
            found[-1] = replace(
                found[-1], items=(*found[-1].items, item), anchored=True,
                options=(*found[-1].options, self.options(item, 0, limit)),
            )
        return found

    def _jumping(self, items: Sequence[Placing], number: int) -> set[str]:
        """Stories that may go on elsewhere: the first few marked, on the front page only."""
        marked = [item.story.id for _, item in items if item.story.jump]
        return set(marked[:MOST_JUMPS]) if number == 1 else set()

    def plan(self, items: Sequence[Placing], number: int) -> PagePlan | None:
        """The cheapest page `number` of `items`, or None when it cannot hold them."""
        rows = self.layout.furnishing.section
        ways = Ways(self.zones(items, number), self.free(number), rows)
        return best(ways, rows, MOST_WAYS if ways.exact else CROWDED_WAYS)

    def filled(self, items: Sequence[Placing], number: int) -> PagePlan | None:
        """The same; where the copy is short, with the house copy that fills the page best.

        Where a corner advertisement leaves no way, it stands in a band of its own at the foot.
        """
        made = self._with_house(items, number)
        _, corner = self._on_page(number)
        if corner and (made is None or made.filler):
            self.lowered = (*self.lowered, corner[0].id)
            made = self._with_house(items, number)
        return made

    def _with_house(self, items: Sequence[Placing], number: int) -> PagePlan | None:
        made = self.plan(items, number)
        if made is None or not made.filler or len(items) > FEW:
            return made
        section = items[-1][0]
        for count in range(1, min(MOST_HOUSE, len(self.house)) + 1):
            extra = [(section, house_item(item)) for item in self.house[:count]]
            tried = self.plan([*items, *extra], number)
            if tried is None:
                continue
            tried = replace(tried, price=tried.price + PRICES.house * count)
            gap, exact = max(made.gap, tried.gap), made.exact and tried.exact
            cheaper = tried if tried.price < made.price - 1e-9 else made
            made = replace(cheaper, gap=gap, exact=exact)
        return made

    def add(self, made: PagePlan, number: int) -> list[Item]:
        """Build the page of a plan; the rests of the stories that go on elsewhere."""
        self.price += made.price
        self.gap += made.gap
        self.exact &= made.exact
        placed_house = {
            placed.item.story.id for band in made.bands for placed in band.placed
            if placed.item.house
        }
        self.house = tuple(item for item in self.house if item.id not in placed_house)
        strips, _ = self._on_page(number)
        self.pages.append(
            build_page(
                made, self.layout, number, self.label(number), self.head_rows(number),
                self._leftover, strips,
            )
        )
        rests: list[Item] = []
        for placed in (placed for band in made.bands for placed in band.placed):
            item, rest = placed.item, placed.recipe.rest
            if item.source is not None:
                self.going[self.begun.pop(item.story.id), item.story.id] = self.label(number)
            if rest is not None:
                self.begun[item.story.id] = number
                rests.append(replace(item, start=item.start + rest, source=self.label(number)))
        return rests

    def _leftover(self, row: int, rows: int, columns: int) -> Sequence[Filler]:
        """House copy for rows that no story takes."""
        found = spaces(self.desk, self.layout, row, rows, self.house, columns)
        used = {filler.item for filler in found}
        self.house = tuple(item for item in self.house if item.id not in used)
        return found

    # -- all pages --------------------------------------------------------------------------

    def run(self, waiting: Sequence[Placing]) -> tuple[Page, ...]:
        """All pages of the items, in order."""
        items = list(waiting)
        while items:
            number = len(self.pages) + 1
            count, made = self._next(items, number)
            if made is None:
                count, rests = 1, self._begin(items[0], number)
            else:
                rests = self.add(made, number)
            sections = {item.story.id: section for section, item in items[:count]}
            items = [*((sections[rest.story.id], rest) for rest in rests), *items[count:]]
        return link(self.pages, self.going)

    def _next(self, waiting: Sequence[Placing], number: int) -> tuple[int, PagePlan | None]:
        """How many items page `number` takes, and its plan; a plan of None means a chain."""
        pinned = self._pinned(waiting, number)
        if pinned and sum(len(item.stories) for _, item in waiting[:pinned]) <= MOST_ON_PAGE:
            made = self.filled(waiting[:pinned], number)
            if made is not None:
                return pinned, made
        waiting = waiting[:pinned] if pinned else waiting
        loads = [self.load(placing) for placing in waiting]
        cells = [self.cells(number + i) for i in range(len(waiting))]
        head = float(self.layout.furnishing.section * self.layout.grid.columns)
        usual = counts(loads, cells, head, MOST_ON_PAGE)[0]
        best_found: tuple[float, int, PagePlan] | None = None
        for count in _around(usual, len(waiting)):
            if sum(load.stories for load in loads[:count]) > MOST_ON_PAGE and count > 1:
                continue
            made = self.filled(waiting[:count], number)
            if made is None:
                continue
            last = count == len(waiting)
            if not made.filler or (last and count == usual):
                return count, made
            if best_found is None or made.price / count < best_found[0] - 1e-9:
                best_found = made.price / count, count, made
        if best_found is None:
            return self._fewer(waiting, number, usual)
        return best_found[1], best_found[2]

    def _fewer(
        self, waiting: Sequence[Placing], number: int, usual: int
    ) -> tuple[int, PagePlan | None]:
        """The most items the page can hold after all; a plan of None means a chain."""
        for count in range(min(usual, len(waiting)) - 2, 0, -1):
            made = self.filled(waiting[:count], number)
            if made is not None:
                return count, made
        return 0, None

    def _pinned(self, waiting: Sequence[Placing], number: int) -> int:
        """How many items the editor's page numbers put on this page; 0 when none says."""
        for count, (_, item) in enumerate(waiting):
            if item.story.page is not None and item.story.page > number:
                return count
        return 0

    # -- chains -----------------------------------------------------------------------------

    def _begin(self, placing: Placing, number: int) -> list[Item]:
        """Fills page `number` with the beginning of an item and returns the rest, if any."""
        section, item = placing
        columns = self.layout.grid.columns
        titled = section if opens(section, item) else None
        rows = self.free(number) - (self.layout.furnishing.section if titled else 0)
        recipe = self._full(item, rows)
        zone = Zone(titled, (item,), ({},), columns, rows)
        placed = Placed(item, recipe, (0, 0, columns, rows))
        return self.add(PagePlan((Band(zone, rows, (placed,)),), 0, recipe.price), number)

    def _full(self, item: Item, rows: int) -> Recipe:
        """`rows` rows of `item`: all columns full, one row kept at the foot for 下转."""
        grid = self.layout.grid
        step = len(self.layout.ladder or (1.0,)) - 1
        blocks = () if item.source else heads(
            self.desk, self.layout, item.story, grid.span(grid.columns), grid.columns, step
        )
        head = min(blocks, key=lambda block: block.price) if blocks else None
        lead = 1 if item.source else 0
        depth = rows - (head.rows if head else 0) - lead - FOOT
        band = None if item.source else self._chain_band(item.story, depth, step)
        above = band.above(grid.columns) if band else [0] * grid.columns
        slugs = item.galley(self.desk, float(grid.measure)).slugs[item.start :]
        fill = _pour(Column(slugs), [depth - taken for taken in above], item.story)
        measure = Measure(grid.columns, float(grid.measure), grid.gutter, 0.0)
        end = fill.ends[-1]
        return Recipe(
            head, 0, measure, depth, fill, slugs, fill.price, lead, band=band,
            rest=end if end < len(slugs) else None,
        )

    def _chain_band(self, story: Story, depth: int, step: int) -> Pictures | None:
        """The cheapest band of pictures that leaves half of a full page to the text."""
        columns = self.layout.grid.columns
        found = [
            band for band in bands(self.desk, self.layout, story, columns, step)
            if band is not None and not band.over_head and band.rows <= depth // 2
        ]
        return min(found, key=lambda band: band.price, default=None)


def _pour(column: Column, depths: Sequence[int], story: Story) -> Fill:
    """Fills legs of `depths` rows from the start of a column, as far as they go."""
    ends: list[int] = []
    price, holes, at = 0.0, 0, 0
    for depth in depths:
        legal = column.ends(at, depth)
        if not legal and at < len(column.slugs):
            raise CannotSet(
                "One block of the copy is taller than the page",
                where=f"story {story.id}, block {column.slugs[at].block}",
                todo="Shorten the block or choose a layout with a deeper page",
            )
        used = 0
        if legal:
            at, used, cut = legal[0]
            price += cut
        holes += depth - used
        ends.append(at)
    return Fill(max(depths), tuple(ends), 0, holes, price + PRICES.leg_hole * holes)


def planner_of(edition: Edition, desk: Desk, layout: Layout, first_label: str | None) -> Planner:
    """A planner with the advertisements that fit, and the house copy, of an edition."""
    ads = fitting(edition.advertisements, layout)
    return Planner(desk, layout, first_label, ads, edition.house_copy)


def unplaced(
    advertisements: Sequence[Advertisement], pages: Mapping[int, Page]
) -> Iterator[Advertisement]:
    """Advertisements for which no page had a place."""
    for found in advertisements:
        page = pages.get(found.page)
        if page is None or all(frame.advertisement != found.id for frame in page.adverts):
            yield found


def _groups(items: Sequence[Placing]) -> Iterator[tuple[Section, list[Item]]]:
    for _, group in groupby(items, key=lambda pair: pair[0].id):
        pairs = list(group)
        yield pairs[0][0], [item for _, item in pairs]


def _step(item: Item, ideal: int) -> int:
    """The ladder step of an item: a column of briefs and house copy bear a small label."""
    return min(ideal, SMALL_STEP) if item.briefs or item.house else ideal


def _around(usual: int, most: int) -> Iterator[int]:
    """The usual number of items, then one fewer and one more."""
    for count in (usual, usual - 1, usual + 1):
        if 1 <= count <= most:
            yield count
