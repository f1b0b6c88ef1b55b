"""How many items a page takes by area: what each is likely to fill, by arithmetic alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edition.makeup.composer import ComposingRoom
from edition.makeup.items import GroupItem, RestItem, galley_of, pictures_of, stories_of
from edition.makeup.plan.gather import Waiting
from edition.makeup.plates import picture_cells
from edition.makeup.search.assign import FREE, Held, Load, counts
from edition.makeup.tiers import cells_of

MOST_ON_PAGE = 42
"""stories a page may hold"""
HEAD_CELLS, HEAD_ROWS = 12, 6
"""cells of the heading of a usual story, its foot row included; and rows of it at most"""
GROUP_HEAD_CELLS = 16
"""cells of the head over a group"""
ROUND = 4
"""cells to which the area of a story is rounded up"""


@dataclass(frozen=True, slots=True)
class Loads:
    """What the items of a paper take, each reckoned once, however many pages it waits for."""

    room: ComposingRoom
    _found: dict[int, tuple[Waiting, Load]] = field(default_factory=dict)
    """by identity: what waits is handed on from page to page as it is"""

    def of(self, waiting: Waiting) -> Load:
        found = self._found.get(id(waiting))
        if found is None:
            found = self._found[id(waiting)] = waiting, load_of(self.room, waiting)
        return found[1]


def usual_count(
    known: Loads, waiting: Sequence[Waiting], cells: Sequence[float],
    held: Held = FREE, evenly: int = 0,
) -> int:
    """How many of the items the first page takes; `cells` are free on each.

    They are divided as they are `held`, where they can be; shared out `evenly` over so many pages.
    """
    room = known.room
    loads = [known.of(one) for one in waiting]
    head = float(room.layout.furnishing.section * room.grid.columns)
    if evenly:
        free = sum(cells[min(page, len(cells) - 1)] for page in range(evenly))
        share = min(1.0, sum(load.cells for load in loads) / max(free, 1.0))
        cells = [share * cell for cell in cells]
    limited = counts(loads, cells, head, MOST_ON_PAGE, held)
    return (limited or counts(loads, cells, head, MOST_ON_PAGE, replace(held, pages=None)))[0]


def load_of(room: ComposingRoom, waiting: Waiting) -> Load:
    """What an item takes at its usual head, in steps of `ROUND` cells."""
    section, item = waiting
    if isinstance(item, GroupItem):
        some = [load_of(room, (section, one)).cells for one in item.members]
        return Load(sum(some) + GROUP_HEAD_CELLS, section.id, len(some))
    start = item.start if isinstance(item, RestItem) else 0
    cells = cells_of(room, item, start)
    if cells is None:
        slugs = galley_of(item, room.desk, float(room.grid.measure)).slugs[start:]
        cells = sum(slug.rows for slug in slugs)
    rows = cells
    if not isinstance(item, RestItem):
        rows += min(HEAD_CELLS, HEAD_ROWS * room.grid.columns)
    rows += sum(picture_cells(room.layout, f) for f in pictures_of(item))
    return Load(ROUND * -(-max(rows, 1) // ROUND), section.id, len(stories_of(item)))
