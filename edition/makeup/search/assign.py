"""Which stories go on which page, by area: the fewest pages that hold them, evenly filled.

The items come in order; a page takes the next few. Areas are coarse on purpose: a line more or
less on one page moves no other. What a page really takes is then planned exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

OVER, UNDER = 400.0, 120.0
"""price per squared share of a page by which its copy is too much, or too little"""
OVER_HARD = 900.0
"""price per share of too much copy beyond `EASY`"""
UNDER_HARD = 450.0
"""price per squared share of too little copy beyond it: so the pages share what is wanting"""
EASY = 0.06
PAGE = 25.0
"""price of a page more"""
LAST_SHORT = 0.6
"""share of the price of too little copy that the last page bears"""
SHARED = 4.0
"""price of a page on which one section ends and another begins"""
CROWDED = 3.0
"""price of an item beyond `FULL` on a page"""
FULL = 8
_FAR = float("inf")


@dataclass(frozen=True, slots=True)
class Load:
    """One item as the assignment sees it."""

    cells: float
    section: str
    stories: int = 1


@dataclass(frozen=True, slots=True)
class Held:
    """What a division is held to."""

    first: int | None = None
    """items of the first page at most"""
    pages: int | None = None
    """pages at most"""


FREE = Held()


def counts(
    loads: Sequence[Load], cells: Sequence[float], head: float, most: int, held: Held = FREE
) -> tuple[int, ...]:
    """How many items each page takes, in order; pages beyond `cells` are like the last.

    `cells` are the cells free on each page, `head` those of a section head, `most` the number of
    stories a page may hold. Exact over every division in order; none where none is as `held`.
    """
    total = sum(load.cells for load in loads)
    pages, first = held.pages or len(loads) + 1, held.first

    def free(number: int) -> float:
        return cells[min(number, len(cells) - 1)]

    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    found: tuple[float, tuple[int, ...]] | None = None
    for number in range(pages):
        after: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (price, taken) in best.items():
            for end in range(start + 1, len(loads) + 1):
                some = loads[start:end]
                if number == 0 and first is not None and end > first:
                    break
                if end > start + 1 and (
                    sum(load.stories for load in some) > most
                    or sum(load.cells for load in some) > 1.5 * free(number)
                ):
                    break
                last = end == len(loads)
                whole = price + PAGE + page_price(some, free(number), head, last)
                way = (whole, (*taken, end - start))
                if last:
                    found = way if found is None or whole < found[0] - 1e-9 else found
                elif end not in after or whole < after[end][0] - 1e-9:
                    after[end] = way
        best = after
        if not best or total <= 0:
            break
    return found[1] if found else ()


def page_price(loads: Sequence[Load], free: float, head: float, last: bool) -> float:
    """Price of one page with these items on it."""
    sections = [load.section for load in loads]
    changes = sum(a != b for a, b in pairwise(sections))
    share = (sum(load.cells for load in loads) + head * changes) / max(free, 1.0)
    price = SHARED * changes + CROWDED * max(0, len(loads) - FULL)
    off = share - 1
    easy, hard = min(abs(off), EASY), max(0.0, abs(off) - EASY)
    if off > 0:
        return price + OVER * easy**2 + OVER_HARD * hard
    weight = LAST_SHORT if last else 1.0
    return price + weight * (UNDER * easy**2 + UNDER_HARD * hard**2)
