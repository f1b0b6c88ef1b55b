"""A short page, the next story too long for what is left: a shorter one from further on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.makeup.items import StoryItem, wished_page
from edition.makeup.plan.areas import Loads
from edition.makeup.plan.gather import Waiting
from edition.makeup.plan.work import Work
from edition.makeup.search.assign import page_price

SHORT = 0.85
"""share of a page that its items take, below which a story from further on is tried"""
REACH = 5
"""stories beyond the next that are looked at"""
TRIES = 2
"""of them, tried on the page"""
NEARLY = 1.0
"""share of a page the items may take with the story from further on"""
PASSED = 4.0
"""price of each story that another goes before"""


def reaches(
    known: Loads, work: Work, count: int, free: float
) -> Iterator[tuple[Work, float]]:
    """The work with a story from further on behind the first `count` items; what that saves.

    Those that save most come first; none where the page of so many items is not short by area.
    """
    waiting = work.waiting
    if not 0 < count < len(waiting) or any(wished_page(item) for _, item in waiting):
        return
    room = known.room
    head = float(room.layout.furnishing.section * room.grid.columns)
    loads = [known.of(one) for one in waiting[: count + REACH + 1]]
    taken = sum(load.cells for load in loads[:count])
    if taken >= SHORT * free:
        return
    bare = page_price(loads[:count], free, head, last=False)
    found: list[tuple[float, int]] = []
    for at in range(count + 1, len(loads)):
        section, item = waiting[at]
        if section.id != waiting[count][0].id or not isinstance(item, StoryItem):
            break
        if taken + loads[at].cells <= NEARLY * free:
            price = page_price([*loads[:count], loads[at]], free, head, last=False)
            found.append((bare - price - PASSED * (at - count), at))
    for saved, at in sorted(found, key=lambda one: (-one[0], one[1]))[:TRIES]:
        if saved > 0:
            yield replace(work, waiting=_moved(waiting, at, count)), saved


def _moved(waiting: Sequence[Waiting], at: int, to: int) -> tuple[Waiting, ...]:
    """What waits with one of them moved ahead."""
    return (*waiting[:to], waiting[at], *waiting[to:at], *waiting[at + 1 :])
