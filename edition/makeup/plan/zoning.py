"""What a page is asked for: its items by sections, each at the step of the ladder it deserves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeAlias

from edition.makeup.blankpage import BlankPage
from edition.makeup.choices import Asked
from edition.makeup.composer import ComposingRoom
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
)
from edition.makeup.plan.gather import opens
from edition.makeup.recipes import FOOT, Choices, advertisement_choices
from edition.makeup.search.zones import Zone
from edition.model import Section

MOST_JUMPS = 2
"""stories of the front page that may go on elsewhere (S10)"""
SMALL_STEP = 1
"""ladder step of the label over a column of briefs"""

Placing: TypeAlias = tuple[Section, PlacedItem]
"""An item that a page is tried with, and its section."""


@dataclass(frozen=True, slots=True)
class ZoneAsked:
    """The items of one section on a page, and what each may be there."""

    section: Section | None
    """None where no head is printed"""
    asked: tuple[Asked, ...]


def zones_asked(
    room: ComposingRoom, items: Sequence[Placing], blank: BlankPage
) -> tuple[ZoneAsked, ...]:
    """What a page of some items is asked for, section by section."""
    steps = iter(steps_of(room, items))
    runs_on = room.grid.columns == 1
    jumping = _running(items) if runs_on else _jumping(items, blank.number)
    limit = blank.free + FOOT
    return tuple(
        ZoneAsked(
            section if opens(section, group[0]) else None,
            tuple(Asked(item, next(steps), limit, id_of(item) in jumping) for item in group),
        )
        for section, group in _groups(items)
    )


def zone_of(wanted: ZoneAsked, options: tuple[Choices, ...], blank: BlankPage, whole: int) -> Zone:
    """A zone of a page; `whole` is the number of items up to which every tree is tried."""
    items = tuple(asked.item for asked in wanted.asked)
    return Zone(
        wanted.section, items, options, blank.columns, blank.free + FOOT, whole=whole
    )


def with_corner(zone: Zone, blank: BlankPage) -> Zone:
    """The last zone of a page with the advertisements of its corner, where it has any."""
    corner = blank.corner
    if corner is None:
        return zone
    advert = advertisement_choices(corner.columns, corner.rows, blank.over)
    return replace(
        zone, items=(*zone.items, AdvertItem(corner)), anchored=True,
        options=(*zone.options, advert),
    )


def steps_of(room: ComposingRoom, items: Sequence[Placing]) -> list[int]:
    """The ladder step of each item: briefs and house copy bear a small label."""
    news = sum(
        len(item.stories) if isinstance(item, GroupItem) else 1
        for _, item in items if not isinstance(item, HouseCopyItem)
    )
    found, place = [], 0
    for _, item in items:
        step = ideal_step(place, news, room.ladder)
        found.append(min(step, SMALL_STEP) if small_headed(item) else step)
        place += len(item.stories) if isinstance(item, GroupItem) else 1
    return found


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
