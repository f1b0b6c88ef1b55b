"""The paper as far as it is made up. A value: a trial works on a copy and spoils nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from edition.makeup.items import (
    AdvertItem,
    GroupItem,
    HouseCopyItem,
    PageItem,
    RestItem,
    StoryItem,
    id_of,
    pictures_of,
)
from edition.makeup.paper import Page
from edition.makeup.plan.gather import Waiting
from edition.makeup.search.shape import PageShape
from edition.makeup.search.zones import PagePlan, Placed
from edition.model import HouseItem


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the search found for one page."""

    price: float
    gap: float
    shape: PageShape | None


@dataclass(frozen=True, slots=True)
class Work:
    """Pages finished, and what the next ones still have to hold."""

    waiting: tuple[Waiting, ...]
    house: tuple[HouseItem, ...] = ()
    """house copy not yet used"""
    pages: tuple[Page, ...] = ()
    price: float = 0.0
    gap: float = 0.0
    exact: bool = True
    """False when a section held more stories on a page than every tree is tried of"""
    begun: Mapping[str, int] = field(default_factory=dict)
    """id of an item that goes on → number of the page with its last part so far"""
    going: Mapping[tuple[int, str], str] = field(default_factory=dict)
    """(page, item) → label of the page where it goes on"""
    lowered: tuple[str, ...] = ()
    """corner advertisements that stand in a band of their own at the foot"""
    outcomes: tuple[Outcome, ...] = ()
    """of each page finished"""

    @property
    def number(self) -> int:
        """Number of the page that is made up next."""
        return len(self.pages) + 1

    def parted(self) -> Work:
        """The same with the group that waits first parted into its stories: no page holds it."""
        section, group = self.waiting[0]
        some = group.stories if isinstance(group, GroupItem) else ()
        alone = tuple((section, StoryItem(story)) for story in some)
        return replace(self, waiting=(*alone, *self.waiting[1:]))

    def lowering(self, advertisement: str) -> Work:
        """The same with a corner advertisement in a band of its own."""
        return replace(self, lowered=(*self.lowered, advertisement))


def placed_in(plan: PagePlan) -> list[Placed]:
    """Everything a plan places among the stories."""
    return [placed for band in plan.bands for placed in band.placed]


def with_page(work: Work, plan: PagePlan, page: Page, taken: int) -> Work:
    """The work after `page`, on which `plan` put the first `taken` items that waited.

    The rests of those that go on wait first of all.
    """
    found = placed_in(plan)
    begun, going = dict(work.begun), dict(work.going)
    for placed in found:
        if isinstance(placed.item, RestItem):
            name = id_of(placed.item)
            going[begun.pop(name), name] = page.label
    sections = {id_of(item): section for section, item in work.waiting[:taken]}
    rests = [rest for placed in found if (rest := _rest(placed, page.label)) is not None]
    begun |= {id_of(rest): page.number for rest in rests}
    used = {filler.item for filler in page.fillers}
    return replace(
        work,
        waiting=(*((sections[id_of(rest)], rest) for rest in rests), *work.waiting[taken:]),
        house=tuple(item for item in work.house if item.id not in used),
        pages=(*work.pages, page),
        price=work.price + plan.price,
        gap=work.gap + plan.gap,
        exact=work.exact and plan.exact,
        outcomes=(*work.outcomes, Outcome(plan.price, plan.gap, plan.shape)),
        begun=begun,
        going=going,
    )


def _rest(placed: Placed, label: str) -> RestItem | None:
    """What of an item goes on on a later page."""
    item: PageItem = placed.item
    at = placed.recipe.rest
    if at is None:
        return None
    waits = placed.recipe.band is None and bool(pictures_of(item))
    if isinstance(item, RestItem):
        return replace(item, start=item.start + at, source=label, pictured=waits)
    assert not isinstance(item, HouseCopyItem | AdvertItem | GroupItem), "only news goes on"
    return RestItem(item, at, label, waits)
