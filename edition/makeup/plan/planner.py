"""Items to pages: the division by area, then every page exactly; chains, jumps and house copy.

An item longer than a page becomes a chain of pages, 下转 and 上接; its rest is an item like any
other on the page where it ends. A planner knows what the edition asks and never changes; every
step takes the work so far and returns another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edition.makeup.blankpage import BlankPage, blank_page, fitting
from edition.makeup.choices import Asked
from edition.makeup.composer import ComposingRoom
from edition.makeup.frames import build_page, link
from edition.makeup.house import framed, readable
from edition.makeup.items import (
    GroupItem,
    HouseCopyItem,
    id_of,
    stories_of,
    wished_page,
)
from edition.makeup.pagelabels import label_of
from edition.makeup.plan.areas import MOST_ON_PAGE, Loads, usual_count
from edition.makeup.plan.chains import chain_plan
from edition.makeup.plan.gather import Waiting, gathered
from edition.makeup.plan.granting import FEWER, grants_widths
from edition.makeup.plan.memo import ChoiceMemo, PageAsked, PageKept, under
from edition.makeup.plan.pinned import in_shape, pins_of
from edition.makeup.plan.reaching import reaches
from edition.makeup.plan.work import Work, placed_in, with_page
from edition.makeup.plan.zoning import Placing, ZoneAsked, with_corner, zone_of, zones_asked
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Choices
from edition.makeup.search.assign import Held
from edition.makeup.search.effort import USUAL, Effort
from edition.makeup.search.shape import PageShape
from edition.makeup.search.slicing import INF
from edition.makeup.search.weigh import best
from edition.makeup.search.zones import PagePlan, Ways, Zone
from edition.model import Advertisement, Edition

ASKED_AFTER = 50
"""steps until the caller is asked again whether to go on"""
RUN_AHEAD = 3
"""items beyond the usual number tried where the page is one column"""
FEW = 6
"""items on a page to which house copy is added as further items"""
MOST_HOUSE = 2
"""items of house copy tried on one page"""

@dataclass(frozen=True, slots=True)
class Trial:
    """A page tried with the first `count` items that wait."""

    work: Work
    """the work it was tried on, with the advertisements that had to be lowered"""
    count: int
    plan: PagePlan | None
    """None where the page cannot hold them"""


@dataclass(slots=True)
class StepCount:
    """The steps the search has taken so far. Nothing is decided by it."""

    steps: int = 0


@dataclass(frozen=True, slots=True)
class Planner:
    """What the pages of one edition are planned with; it stays as it is."""

    room: ComposingRoom
    first_label: str | None
    advertisements: tuple[Advertisement, ...]
    memo: ChoiceMemo
    loads: Loads
    pulse: Callable[[int | None], None] = lambda _: None
    """told, for each page that is tried, how many items wait; it may stop the work by raising"""
    pages: int = 0
    """pages over which the copy is shared out evenly; 0 where they are filled in order"""
    effort: Effort = USUAL
    pins: Mapping[int, PageShape] = field(default_factory=dict)
    """number of a page → the shape it is to have, where it can"""
    most_pages: int | None = None
    """pages that are to hold everything, where they can"""
    tally: StepCount = field(default_factory=StepCount)

    def run(self, work: Work) -> Work:
        """All pages of what waits, in order."""
        while work.waiting:
            work = self.next_page(work)
        return replace(work, pages=link(work.pages, work.going))

    def next_page(self, work: Work) -> Work:
        """The work with one page more."""
        trial = self.trial(work)
        if trial.plan is not None:
            return self.settled(trial.work, trial.plan, trial.count)
        if isinstance(work.waiting[0][1], GroupItem):
            return trial.work.parted()
        free = self.blank(trial.work).free
        return self.settled(trial.work, chain_plan(self.room, work.waiting[0], free), 1)

    def settled(self, work: Work, plan: PagePlan, count: int) -> Work:
        """The work with the page of a plan for the first `count` items that wait."""
        placed = {id_of(one.item) for one in placed_in(plan)}
        pool = tuple(item for item in work.house if item.id not in placed)
        return with_page(work, plan, build_page(self.room, plan, self.blank(work), pool), count)

    def blank(self, work: Work, ahead: int = 0) -> BlankPage:
        """The page that is made up next, or one `ahead` of it, before any news stands on it."""
        number = work.number + ahead
        return blank_page(
            self.room.layout, number, label_of(self.first_label, number), self.advertisements,
            work.lowered,
        )

    @property
    def runs_on(self) -> bool:
        """True where the page is one column, at whose foot a story runs on to the next."""
        return self.room.grid.columns == 1

    # -- how many items the next page takes ---------------------------------------------------

    def trial(self, work: Work) -> Trial:
        """The trial that makes the next page, in the shape that is pinned where it can have it."""
        found, shape = self.chosen(work), self.pins.get(work.number)
        return (shape and self.shaped(found, shape)) or found

    def chosen(self, work: Work) -> Trial:
        """The cheapest trial of the next page; without a plan where the first item is a chain."""
        return self._granted(self._reached(self._divided(work)))

    def _granted(self, found: Trial) -> Trial:
        """The page that is `found`, or one of fewer items whose pictures are as wide as asked."""
        if found.plan is None or self.runs_on or self.pages or self.most_pages is not None:
            return found
        if grants_widths(found.plan, self.room.grid):
            return found
        for count in range(found.count - 1, max(0, found.count - 1 - FEWER), -1):
            trial = self.filled(found.work, count)
            if trial.plan is not None and grants_widths(trial.plan, self.room.grid):
                return trial
        return found

    def _reached(self, found: Trial) -> Trial:
        """The page that is `found`, or where it is short one with a story from further on."""
        if found.plan is None or self.runs_on or self.pages or self.most_pages is not None:
            return found
        free = self.blank(found.work).cells
        for work, saved in reaches(self.loads, found.work, found.count, free):
            trial = self.filled(work, found.count + 1)
            if trial.plan and not trial.plan.filler and trial.plan.price < found.plan.price + saved:
                return trial
        return found

    def shaped(self, found: Trial, shape: PageShape) -> Trial | None:
        """The page that is `found` the cheapest, in another shape; None where it cannot have it."""
        if found.plan is None or found.plan.shape == shape:
            return None
        other = self.filled(found.work, found.count, shape)
        if other.plan is None:
            return None
        gap = other.plan.price - min(found.plan.bound, other.plan.bound)
        return replace(other, plan=replace(other.plan, gap=gap))

    def _divided(self, work: Work) -> Trial:
        """The cheapest trial of the first items that wait, as many as the division by area takes.

        An advertisement that had to be lowered for one number of items stays so for the next.
        """
        left = None if self.most_pages is None else self.most_pages - len(work.pages)
        if left == 1 and _stories(work.waiting) <= MOST_ON_PAGE:
            trial = self.filled(work, len(work.waiting))
            if trial.plan is not None:
                return trial
        pinned = _pinned(work)
        if pinned and _stories(work.waiting[:pinned]) <= MOST_ON_PAGE:
            trial = self.filled(work, pinned)
            if trial.plan is not None:
                return trial
            work = trial.work
        work, most, usual, begun = self._shared(work, pinned or len(work.waiting), left)
        evenly = self.pages > len(work.pages)
        found: Trial | None = None
        for count in _around(usual, most, RUN_AHEAD if self.runs_on else 1):
            tried = begun if begun and count == usual else self._tried(work, count)
            if tried is None:
                continue
            trial, work = tried, tried.work
            if trial.plan is None:
                continue
            enough = not trial.plan.filler or count == usual == most or evenly
            if enough and not self.runs_on:
                return trial
            if found is None or _dearness(trial) < _dearness(found) - 1e-9:
                found = trial
        return found or self._fewer(work, min(usual, most) - 2)

    def _shared(
        self, work: Work, most: int, left: int | None
    ) -> tuple[Work, int, int, Trial | None]:
        """How many of the first `most` items the page usually takes, and the trial with them.

        What the page cannot hold is shared out anew, and does not leave one item over. `left` is
        the number of pages that may follow, this one counted.
        """
        cells = self._cells(work, most)
        shared, evenly = work.waiting[:most], max(0, self.pages - len(work.pages))
        held = Held(pages=left if left and left > 0 else None)
        usual = usual_count(self.loads, shared, cells, held, evenly)
        begun = self._tried(work, usual)
        if begun is None or begun.plan is not None or usual == 1 or self.runs_on:
            return work, most, usual, begun
        most = usual - 1
        usual = usual_count(self.loads, shared, cells, replace(held, first=most), evenly)
        return begun.work, most, usual, None

    def _cells(self, work: Work, most: int) -> list[int]:
        """Cells free on the next pages, up to the first after which all are alike."""
        last = max((1, *(one.page for one in self.advertisements)))
        alike = max(1, last + 2 - work.number)
        return [self.blank(work, ahead).cells for ahead in range(min(most, alike))]

    def _tried(self, work: Work, count: int) -> Trial | None:
        """The next page with `count` items; None where they are too many stories for one."""
        if count > 1 and _stories(work.waiting[:count]) > MOST_ON_PAGE:
            return None
        return self.filled(work, count)

    def _fewer(self, work: Work, most: int) -> Trial:
        """The most items up to `most` the page can hold after all."""
        for count in range(most, 0, -1):
            trial = self.filled(work, count)
            if trial.plan is not None:
                return trial
            work = trial.work
        return Trial(work, 0, None)

    # -- one page -----------------------------------------------------------------------------

    def filled(self, work: Work, count: int, shape: PageShape | None = None) -> Trial:
        """The next page with `count` items, of a shape if one is given; where the copy is short,
        with house copy.

        Where a corner advertisement leaves no way, it stands in a band of its own at the foot;
        where that leaves none either, in its corner with house copy over it.
        """
        self.pulse(len(work.waiting))
        plan, blank = self._with_house(work, count, shape), self.blank(work)
        if blank.corner is None or (plan is not None and not plan.filler):
            return Trial(work, count, plan)
        lowered = work.lowering(blank.corner.id)
        low = self._with_house(lowered, count, shape)
        if low is not None and not low.filler:
            return Trial(lowered, count, low)
        under = self.plan(work.waiting[:count], replace(blank, over=blank.free // 2), shape)
        return min(
            (Trial(lowered, count, low), Trial(work, count, plan), Trial(work, count, under)),
            key=lambda trial: trial.plan.price if trial.plan else INF,
        )

    def _with_house(self, work: Work, count: int, shape: PageShape | None) -> PagePlan | None:
        """The cheapest page of `count` items, and of house copy where they do not fill it."""
        items, blank = work.waiting[:count], self.blank(work)
        made = self.plan(items, blank, shape)
        if made is None or not made.filler or count > FEW:
            return made
        if self.runs_on and count < len(work.waiting):
            return made
        made = framed(made, len(work.house))
        section, house = items[-1][0], readable(self.room, work.house)
        for number in range(1, min(MOST_HOUSE, len(house)) + 1):
            extra = [(section, HouseCopyItem(item)) for item in house[:number]]
            tried = self.plan([*items, *extra], blank, shape)
            if tried is None:
                continue
            tried = framed(tried, len(work.house) - number)
            tried = replace(tried, price=tried.price + PRICES.house * number)
            floor, exact = min(made.bound, tried.bound), made.exact and tried.exact
            cheaper = tried if tried.price < made.price - 1e-9 else made
            made = replace(cheaper, gap=cheaper.price - floor, exact=exact)
        return made

    def plan(
        self, items: Sequence[Placing], blank: BlankPage, shape: PageShape | None = None
    ) -> PagePlan | None:
        """The cheapest page of `items`, or None when it cannot hold them, or not in the `shape`."""
        wanted = zones_asked(self.room, items, blank)
        asked = PageAsked.of(wanted, blank, shape, self.effort)
        kept = self.memo.page(asked)
        if kept is None:
            before = self.tally.steps
            made = self._planned(self._zoned(wanted, blank), blank, shape)
            kept = PageKept.of(made, self.tally.steps - before)
            self.memo.keep(asked, kept)
        else:
            self._step(kept.steps)
        return kept.plan and under(kept.plan, wanted)

    def _planned(
        self, zones: list[Zone], blank: BlankPage, shape: PageShape | None
    ) -> PagePlan | None:
        rows = self.room.layout.furnishing.section
        if shape is not None and zones:
            zones[0] = in_shape(zones[0], shape, blank.free)
        return best(Ways(zones, blank.free, rows), rows, self.effort, self._step)

    def _step(self, ways: int) -> None:
        before = self.tally.steps // ASKED_AFTER
        self.tally.steps += ways
        if self.tally.steps // ASKED_AFTER > before:
            self.pulse(None)

    def zones(self, items: Sequence[Placing], blank: BlankPage) -> list[Zone]:
        """The zones of a page that holds `items`, its corner advertisement in the last of them."""
        return self._zoned(zones_asked(self.room, items, blank), blank)

    def _zoned(self, wanted: Sequence[ZoneAsked], blank: BlankPage) -> list[Zone]:
        found = [
            zone_of(one, tuple(map(self._options, one.asked)), blank, self.effort.whole)
            for one in wanted
        ]
        return [*found[:-1], *(with_corner(zone, blank) for zone in found[-1:])]

    def _options(self, asked: Asked) -> Choices:
        self.pulse(None)
        return self.memo.choices(asked)


def planner_of(
    edition: Edition, memo: ChoiceMemo, first_label: str | None,
    pulse: Callable[[int | None], None] = lambda _: None,
) -> Planner:
    """A planner with the advertisements of an edition that fit its pages."""
    fit, wish = fitting(edition.advertisements, memo.room.layout), edition.planning
    return Planner(
        memo.room, first_label, fit, memo, Loads(memo.room), pulse,
        effort=Effort(wish.effort) if wish.effort else USUAL, pins=pins_of(wish.pinned),
        most_pages=wish.pages,
    )


def work_of(edition: Edition) -> Work:
    """Everything of an edition still to be placed."""
    return Work(tuple(gathered(edition)), edition.house_copy)


def _pinned(work: Work) -> int:
    """How many items the editor's page numbers put on the next page; 0 when none says."""
    for count, (_, item) in enumerate(work.waiting):
        page = wished_page(item)
        if page is not None and page > work.number:
            return count
    return 0


def _stories(waiting: Sequence[Waiting]) -> int:
    """Stories of the edition in items."""
    return sum(len(stories_of(item)) for _, item in waiting)


def _dearness(trial: Trial) -> float:
    """Price of the page for each item on it."""
    assert trial.plan is not None
    return trial.plan.price / trial.count


def _around(usual: int, most: int, ahead: int = 1) -> Iterator[int]:
    """The usual number of items, then one fewer and up to `ahead` more."""
    for count in (usual, usual - 1, *range(usual + 1, usual + ahead + 1)):
        if 1 <= count <= most:
            yield count
