"""Items to pages: the division by area, then every page exactly; chains, jumps and house copy.

An item longer than a page becomes a chain of pages, 下转 and 上接; its rest is an item like any
other on the page where it ends. A planner knows what the edition asks and never changes; every
step takes the work so far and returns another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TypeAlias

from edition.makeup.blankpage import BlankPage, blank_page, fitting
from edition.makeup.choices import Asked, ChoiceMemo
from edition.makeup.composer import ComposingRoom
from edition.makeup.frames import build_page, link
from edition.makeup.heads import ideal_step
from edition.makeup.items import (
    AdvertItem,
    GroupItem,
    HouseCopyItem,
    PlacedItem,
    StoryItem,
    id_of,
    may_jump,
    small_headed,
    stories_of,
    wished_page,
)
from edition.makeup.pagelabels import label_of
from edition.makeup.plan.areas import MOST_ON_PAGE, usual_count
from edition.makeup.plan.chains import chain_plan
from edition.makeup.plan.gather import Waiting, gathered, opens
from edition.makeup.plan.work import Work, placed_in, with_page
from edition.makeup.prices import PRICES
from edition.makeup.recipes import FOOT, Choices, advertisement_choices
from edition.makeup.search.weigh import MOST_WAYS, best
from edition.makeup.search.zones import PagePlan, Ways, Zone
from edition.model import Advertisement, Edition, Section

CROWDED_WAYS = 200
"""ways weighed for a page of which not every slicing tree is tried"""
MOST_JUMPS = 2
"""stories of the front page that may go on elsewhere (S10)"""
RUN_AHEAD = 3
"""items beyond the usual number tried where the page is one column"""
FEW = 6
"""items on a page to which house copy is added as further items"""
MOST_HOUSE = 2
"""items of house copy tried on one page"""
SMALL_STEP = 1
"""ladder step of the label over a column of briefs"""

Placing: TypeAlias = tuple[Section, PlacedItem]
"""An item that a page is tried with, and its section."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A page tried with the first `count` items that wait."""

    work: Work
    """the work it was tried on, with the advertisements that had to be lowered"""
    count: int
    plan: PagePlan | None
    """None where the page cannot hold them"""


@dataclass(frozen=True, slots=True)
class Planner:
    """What the pages of one edition are planned with; it stays as it is."""

    room: ComposingRoom
    first_label: str | None
    advertisements: tuple[Advertisement, ...]
    memo: ChoiceMemo
    pulse: Callable[[int | None], None] = lambda _: None
    """told, for each page that is tried, how many items wait; it may stop the work by raising"""

    def run(self, work: Work) -> Work:
        """All pages of what waits, in order."""
        while work.waiting:
            work = self.next_page(work)
        return replace(work, pages=link(work.pages, work.going))

    def next_page(self, work: Work) -> Work:
        """The work with one page more."""
        trial = self._chosen(work)
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

    def _chosen(self, work: Work) -> Trial:
        """The trial that makes the next page; without a plan where the first item is a chain.

        An advertisement that had to be lowered for one number of items stays so for the next.
        """
        pinned = _pinned(work)
        if pinned and _stories(work.waiting[:pinned]) <= MOST_ON_PAGE:
            trial = self.filled(work, pinned)
            if trial.plan is not None:
                return trial
            work = trial.work
        most = pinned or len(work.waiting)
        cells = [self.blank(work, ahead).cells for ahead in range(most)]
        usual = usual_count(self.room, work.waiting[:most], cells)
        found: Trial | None = None
        for count in _around(usual, most, RUN_AHEAD if self.runs_on else 1):
            if count > 1 and _stories(work.waiting[:count]) > MOST_ON_PAGE:
                continue
            trial = self.filled(work, count)
            work = trial.work
            if trial.plan is None:
                continue
            if not self.runs_on and (not trial.plan.filler or count == usual == most):
                return trial
            if found is None or _dearness(trial) < _dearness(found) - 1e-9:
                found = trial
        return found or self._fewer(work, min(usual, most) - 2)

    def _fewer(self, work: Work, most: int) -> Trial:
        """The most items up to `most` the page can hold after all."""
        for count in range(most, 0, -1):
            trial = self.filled(work, count)
            if trial.plan is not None:
                return trial
            work = trial.work
        return Trial(work, 0, None)

    # -- one page -----------------------------------------------------------------------------

    def filled(self, work: Work, count: int) -> Trial:
        """The next page with `count` items; where the copy is short, with house copy.

        Where a corner advertisement leaves no way, it stands in a band of its own at the foot.
        """
        self.pulse(len(work.waiting))
        plan = self._with_house(work, count)
        corner = self.blank(work).corner
        if corner is not None and (plan is None or plan.filler):
            work = work.lowering(corner.id)
            plan = self._with_house(work, count)
        return Trial(work, count, plan)

    def _with_house(self, work: Work, count: int) -> PagePlan | None:
        """The cheapest page of `count` items, and of house copy where they do not fill it."""
        items, blank = work.waiting[:count], self.blank(work)
        made = self.plan(items, blank)
        if made is None or not made.filler or count > FEW:
            return made
        if self.runs_on and count < len(work.waiting):
            return made
        section = items[-1][0]
        for number in range(1, min(MOST_HOUSE, len(work.house)) + 1):
            extra = [(section, HouseCopyItem(item)) for item in work.house[:number]]
            tried = self.plan([*items, *extra], blank)
            if tried is None:
                continue
            tried = replace(tried, price=tried.price + PRICES.house * number)
            gap, exact = max(made.gap, tried.gap), made.exact and tried.exact
            cheaper = tried if tried.price < made.price - 1e-9 else made
            made = replace(cheaper, gap=gap, exact=exact)
        return made

    def plan(self, items: Sequence[Placing], blank: BlankPage) -> PagePlan | None:
        """The cheapest page of `items`, or None when it cannot hold them."""
        rows = self.room.layout.furnishing.section
        ways = Ways(self.zones(items, blank), blank.free, rows)
        most = MOST_WAYS if ways.exact else CROWDED_WAYS
        return best(ways, rows, most, partial(self.pulse, None))

    def zones(self, items: Sequence[Placing], blank: BlankPage) -> list[Zone]:
        """The zones of a page that holds `items`, its corner advertisement in the last of them."""
        steps = iter(self._steps(items))
        jumping = _running(items) if self.runs_on else _jumping(items, blank.number)
        limit = blank.free + FOOT
        found = []
        for section, group in _groups(items):
            options = tuple(self._options(item, next(steps), limit, jumping) for item in group)
            titled = section if opens(section, group[0]) else None
            found.append(Zone(titled, tuple(group), options, blank.columns, limit))
        if blank.corner is not None and found:
            last, corner = found[-1], blank.corner
            found[-1] = replace(
                last, items=(*last.items, AdvertItem(corner)), anchored=True,
                options=(*last.options, advertisement_choices(corner.columns, corner.rows)),
            )
        return found

    def _options(self, item: PlacedItem, step: int, limit: int, jumping: set[str]) -> Choices:
        self.pulse(None)
        return self.memo.choices(Asked(item, step, limit, id_of(item) in jumping))

    def _steps(self, items: Sequence[Placing]) -> list[int]:
        """The ladder step of each item: briefs and house copy bear a small label."""
        news = sum(
            len(item.stories) if isinstance(item, GroupItem) else 1
            for _, item in items if not isinstance(item, HouseCopyItem)
        )
        found, place = [], 0
        for _, item in items:
            step = ideal_step(place, news, self.room.ladder)
            found.append(min(step, SMALL_STEP) if small_headed(item) else step)
            place += len(item.stories) if isinstance(item, GroupItem) else 1
        return found


def planner_of(
    edition: Edition, room: ComposingRoom, first_label: str | None,
    pulse: Callable[[int | None], None] = lambda _: None,
) -> Planner:
    """A planner with the advertisements of an edition that fit its pages."""
    fit = fitting(edition.advertisements, room.layout)
    return Planner(room, first_label, fit, ChoiceMemo(room), pulse)


def work_of(edition: Edition) -> Work:
    """Everything of an edition still to be placed."""
    return Work(tuple(gathered(edition)), edition.house_copy)


def _jumping(items: Sequence[Placing], number: int) -> set[str]:
    """Stories that may go on elsewhere: the first few marked, on the front page only."""
    marked = [id_of(item) for _, item in items if may_jump(item)]
    return set(marked[:MOST_JUMPS]) if number == 1 else set()


def _running(items: Sequence[Placing]) -> set[str]:
    """The story at the foot of a page of one column."""
    last = items[-1][1]
    return {id_of(last)} if isinstance(last, StoryItem) else set()


def _groups(items: Sequence[Placing]) -> Iterator[tuple[Section, list[PlacedItem]]]:
    for _, group in groupby(items, key=lambda pair: pair[0].id):
        pairs = list(group)
        yield pairs[0][0], [item for _, item in pairs]


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
