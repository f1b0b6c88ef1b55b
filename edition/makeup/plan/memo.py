"""What items may look like, and what pages they make, each reckoned once: caches, no state."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from edition.makeup.blankpage import BlankPage
from edition.makeup.choices import Asked, choices
from edition.makeup.composer import ComposingRoom
from edition.makeup.items import AdvertRow, copy_of
from edition.makeup.plan.zoning import ZoneAsked
from edition.makeup.recipes import Choices
from edition.makeup.search.effort import Effort
from edition.makeup.search.shape import PageShape
from edition.makeup.search.zones import PagePlan
from edition.model import HouseItem, Story

MOST_PAGES = 120
"""pages whose plans are kept, those asked for last"""


@dataclass(frozen=True, slots=True)
class PageAsked:
    """All that the plan of a page follows from, beside the conditions of its bench."""

    zones: tuple[tuple[bool, tuple[Asked, ...]], ...]
    """of each whether a section head stands over it, and its items"""
    free: int
    corner: AdvertRow | None
    over: int
    shape: PageShape | None
    effort: Effort

    @classmethod
    def of(
        cls, zones: Sequence[ZoneAsked], blank: BlankPage, shape: PageShape | None, effort: Effort
    ) -> PageAsked:
        found = tuple((zone.section is not None, zone.asked) for zone in zones)
        return cls(found, blank.free, blank.corner, blank.over, shape, effort)


@dataclass(frozen=True, slots=True)
class PageKept:
    """A plan, its zones without what they were cut from and their tables, and the steps its search
    took."""

    plan: PagePlan | None
    steps: int

    @classmethod
    def of(cls, plan: PagePlan | None, steps: int) -> PageKept:
        return cls(plan and under(plan, [None] * len(plan.bands)), steps)


def under(plan: PagePlan, zones: Sequence[ZoneAsked | None]) -> PagePlan:
    """The same plan under the section heads of some zones."""
    return replace(plan, bands=tuple(
        replace(band, zone=replace(
            band.zone, section=zone.section if zone else None, items=(), options=(),
        ))
        for band, zone in zip(plan.bands, zones, strict=True)
    ))


@dataclass
class ChoiceMemo:
    """The choices of every item asked for so far, and the plans of the last pages."""

    room: ComposingRoom
    _found: dict[Asked, Choices] = field(default_factory=dict)
    _pages: OrderedDict[PageAsked, PageKept] = field(default_factory=OrderedDict)

    def choices(self, asked: Asked) -> Choices:
        if asked not in self._found:
            self._found[asked] = choices(self.room, asked)
        return self._found[asked]

    def page(self, asked: PageAsked) -> PageKept | None:
        """The plan of a page, where it is kept."""
        found = self._pages.get(asked)
        if found is not None:
            self._pages.move_to_end(asked)
        return found

    def keep(self, asked: PageAsked, found: PageKept) -> None:
        """Keep the plan of a page, and let the one go that was not asked for longest."""
        self._pages[asked] = found
        if len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)

    def take_over(self, other: ChoiceMemo, kept: Callable[[Story | HouseItem], bool]) -> None:
        """Take from another memo the choices, and the pages, of the copy that is kept."""
        def holds(asked: Asked) -> bool:
            return all(map(kept, copy_of(asked.item)))

        self._found = {asked: found for asked, found in other._found.items() if holds(asked)}
        self._pages = OrderedDict(
            (asked, found) for asked, found in other._pages.items()
            if all(holds(one) for _, some in asked.zones for one in some)
        )
