"""Stories to pages: one page if it holds them, else the fewest, in the order of the copy.

A story longer than a page becomes a chain of pages, 下转 and 上接; its rest is an item like any
other on the page where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from edition.errors import CannotSet
from edition.makeup.choices import FOOT, Choices, Item, Measure, Recipe, choices
from edition.makeup.desk import Desk
from edition.makeup.frames import build_page, link
from edition.makeup.heads import heads, ideal_step
from edition.makeup.labels import label_of
from edition.makeup.legs import Column, Fill
from edition.makeup.paper import Page
from edition.makeup.prices import PRICES
from edition.makeup.zones import Band, PagePlan, Placed, Zone, plan
from edition.model import Section, Story
from edition.options import Layout

MOST = 7
"""stories in one slicing tree; more are parted into zones without a head between them"""
CROWD = 24
"""stories on a page from which fewer counts and sizes are tried, to bound the time"""
MOST_ON_PAGE = 42
"""stories a page may hold"""
FULL = 1.35
"""share of a page the ideal shapes of its stories may claim before it is not tried"""
SMALLER, LARGER = (-1, -2, -3), (1, 2)
"""ladder steps by which all heads but the lead's may be shifted so that the copy fills the page"""

Group = tuple[Section, tuple[Item, ...]]


@dataclass
class Planner:
    """Plans the pages of one edition; remembers the choices of each story."""

    desk: Desk
    layout: Layout
    first_label: str | None
    pages: list[Page] = field(default_factory=list)
    price: float = 0.0
    parted: bool = False
    """True when a section held more stories on a page than one tree takes"""
    going: dict[tuple[int, str], str] = field(default_factory=dict)
    _choices: dict[tuple[str, int, int, int], Choices] = field(default_factory=dict)

    def head_rows(self, number: int) -> int:
        """Rows of furniture at the head of page `number`."""
        furnishing = self.layout.furnishing
        return furnishing.masthead if number == 1 else furnishing.folio

    def free(self, number: int) -> int:
        """Rows of page `number` below its furniture."""
        return self.layout.grid.rows - self.head_rows(number)

    def label(self, number: int) -> str:
        return label_of(self.first_label, number)

    def options(self, item: Item, step: int, limit: int) -> Choices:
        key = (item.story.id, item.start, step, limit)
        if key not in self._choices:
            self._choices[key] = choices(self.desk, self.layout, item, step, limit)
        return self._choices[key]

    def area(self, item: Item) -> int:
        """Cells of the cheapest shape of `item`; more than a page when none fits."""
        ladder = self.layout.ladder or (1.0,)
        grid = self.layout.grid
        limit = grid.rows - self.layout.furnishing.folio
        found = self.options(item, ideal_step(4, 9, ladder), limit)
        if not found:
            return grid.columns * grid.rows * 2
        shape = min(
            found, key=lambda s: (min(r.price for r in found[s].values()), s[0] * s[1], s)
        )
        return shape[0] * shape[1]

    # -- one page ---------------------------------------------------------------------------

    def zones(
        self, items: Sequence[tuple[Section, Item]], number: int, shift: int
    ) -> list[Zone]:
        """The zones of a page that holds `items`, heads `shift` steps off their ideal."""
        ladder = self.layout.ladder or (1.0,)
        ideals = [ideal_step(place, len(items), ladder) for place in range(len(items))]
        steps = iter([ideals[0], *(max(0, ideal + shift) for ideal in ideals[1:])])
        found = []
        limit = self.free(number) + FOOT
        for section, group in _groups(items):
            parts = list(_parts(group))
            for part, some in enumerate(parts):
                options = tuple(self.options(item, next(steps), limit) for item in some)
                titled = section if part == 0 and _opens(section, some[0]) else None
                found.append(
                    Zone(
                        titled, tuple(some), options, self.layout.grid.columns, limit,
                        parted=len(parts) > 1,
                    )
                )
        return found

    def plan(self, items: Sequence[tuple[Section, Item]], number: int) -> PagePlan | None:
        """The cheapest page `number` of `items`, or None when it cannot hold them."""
        best = self._at(items, number, 0)
        short = best is not None and best.filler > 0
        shifts = LARGER if short else SMALLER
        for shift in shifts[:1] if len(items) > CROWD else shifts:
            made = self._at(items, number, shift)
            if made and (best is None or made.price < best.price - 1e-9):
                best = made
        return best

    def _at(
        self, items: Sequence[tuple[Section, Item]], number: int, shift: int
    ) -> PagePlan | None:
        zones = self.zones(items, number, shift)
        made = plan(zones, self.free(number), self.layout.furnishing.section)
        if made is None:
            return None
        return replace(made, price=made.price + PRICES.shift * abs(shift))

    def add(self, made: PagePlan) -> None:
        number = len(self.pages) + 1
        self.price += made.price
        self.parted |= any(b.zone.parted for b in made.bands)
        self.pages.append(
            build_page(made, self.layout, number, self.label(number), self.head_rows(number))
        )

    # -- all pages --------------------------------------------------------------------------

    def run(self, items: Sequence[tuple[Section, Item]]) -> tuple[Page, ...]:
        """All pages of `items`, in order."""
        waiting = list(items)
        while waiting:
            number = len(self.pages) + 1
            count, made = self._next(waiting, number)
            if made is not None:
                self.add(made)
                del waiting[:count]
            else:
                waiting[0] = (waiting[0][0], self._begin(*waiting[0], number))
        return link(self.pages, self.going)

    def _next(
        self, waiting: Sequence[tuple[Section, Item]], number: int
    ) -> tuple[int, PagePlan | None]:
        """How many items page `number` takes, and its plan; a plan of None means a chain."""
        areas = [self.area(item) for _, item in waiting]
        cells = self.layout.grid.columns * self.free(number)
        counts = list(_counts(areas, cells))
        best: tuple[float, int, PagePlan] | None = None
        for tried, count in enumerate(counts):
            made = self.plan(waiting[:count], number)
            if made is None:
                continue
            if count == len(waiting) and not made.filler:
                return count, made
            apart = count == len(waiting) or waiting[count][0] != waiting[count - 1][0]
            weight = made.price / count - (2.0 if apart else 0.0)
            if best is None or weight < best[0] - 1e-9:
                best = (weight, count, made)
            if tried >= 3 or count == len(waiting) or count > CROWD:
                break
        return (best[1], best[2]) if best else (0, None)

    # -- chains -----------------------------------------------------------------------------

    def _begin(self, section: Section, item: Item, number: int) -> Item:
        """Fills page `number` with the beginning of `item` and returns the rest."""
        recipe = self._full(section, item, number)
        end = item.start + recipe.fill.ends[-1]
        columns = self.layout.grid.columns
        titled = section if _opens(section, item) else None
        rows = self.free(number) - (self.layout.furnishing.section if titled else 0)
        zone = Zone(titled, (item,), ({},), columns, rows)
        placed = Placed(item, recipe, (0, 0, columns, rows))
        self.add(PagePlan((Band(zone, rows, (placed,)),), 0, recipe.price))
        self.going[(number, item.story.id)] = self.label(number + 1)
        return replace(item, start=end, source=self.label(number))

    def _full(self, section: Section, item: Item, number: int) -> Recipe:
        """One page of `item`: all columns full, one row kept at the foot for 下转."""
        grid = self.layout.grid
        opens = _opens(section, item)
        rows = self.free(number) - (self.layout.furnishing.section if opens else 0)
        step = len(self.layout.ladder or (1.0,)) - 1
        blocks = () if item.source else heads(
            self.desk, self.layout, item.story, grid.columns, step
        )
        head = min(blocks, key=lambda block: block.price) if blocks else None
        above = (head.rows if head else 0) + (1 if item.source else 0)
        slugs = self.desk.galley(item.story, float(grid.measure)).slugs[item.start :]
        fill = _pour(Column(slugs), grid.columns, rows - above - FOOT, item.story)
        measure = Measure(grid.columns, float(grid.measure), grid.gutter, 0.0)
        return Recipe(head, 0, measure, fill, slugs, fill.price, 1 if item.source else 0)


def _pour(column: Column, legs: int, depth: int, story: Story) -> Fill:
    """Fills `legs` legs from the start of a column that is longer than all of them."""
    ends: list[int] = []
    price, holes, at = 0.0, 0, 0
    for _ in range(legs):
        legal = column.ends(at, depth)
        if not legal and at < len(column.slugs):
            raise CannotSet(
                "One block of the copy is taller than the page",
                where=f"story {story.id}, block {column.slugs[at].block}",
                todo="Shorten the block or choose a layout with a deeper page",
            )
        if legal:
            at, used, cut = legal[0]
            price += cut
            holes += depth - used
        ends.append(at)
    return Fill(depth, tuple(ends), 0, holes, price)


def _groups(
    items: Sequence[tuple[Section, Item]],
) -> Iterator[tuple[Section, list[Item]]]:
    for _, group in groupby(items, key=lambda pair: pair[0].id):
        pairs = list(group)
        yield pairs[0][0], [item for _, item in pairs]


def _opens(section: Section, item: Item) -> bool:
    """True when `item` is the first of a section with a title: there the section head stands."""
    first = min(section.stories, key=lambda s: (s.rank is None, s.rank or 0))
    return bool(section.title) and item.source is None and item.story == first


def _parts(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Even parts of at most MOST items, in order."""
    parts = -(-len(items) // MOST)
    for part in range(parts):
        yield list(items[part * len(items) // parts : (part + 1) * len(items) // parts])


def _counts(areas: Sequence[int], cells: int) -> Iterator[int]:
    """How many items to try on a page, the likeliest number first."""
    total, likely = 0, []
    for count, area in enumerate(areas, 1):
        total += area
        if total <= cells * FULL and count <= MOST_ON_PAGE:
            likely.append((abs(total / cells - 1.0), count))
    if likely and likely[-1][1] == len(areas):
        yield len(areas)
        likely.pop()
    yield from [count for _, count in sorted(likely)]
