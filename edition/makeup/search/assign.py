"""Which stories go on which page, by area: the fewest pages that hold them, evenly filled.

The items come in order; a page takes the next few. Areas are coarse on purpose: a line more or
less on one page moves no other. What a page really takes is then planned exactly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from edition.makeup.search.lastcuts import INF, Array, Numbers

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
OVERFULL = 1.5
"""of what is free on a page, what several items may take together at most"""
EPS = 1e-9


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


@dataclass(frozen=True, slots=True)
class _Stretches:
    """Every run of items that a page may take: a row for each end, the earliest start first.

    Column j of row e is the run of `count[j]` items that ends before item e; one that would begin
    before the first item has infinite cells.
    """

    cells: Array
    changes: Array
    stories: Array
    count: Numbers


def counts(
    loads: Sequence[Load], cells: Sequence[float], head: float, most: int, held: Held = FREE
) -> tuple[int, ...]:
    """How many items each page takes, in order; pages beyond `cells` are like the last.

    `cells` are the cells free on each page, `head` those of a section head, `most` the number of
    stories a page may hold. Exact over every division in order; none where none is as `held`.
    Work grows as items × items of a page × pages.
    """
    if not loads:
        return ()
    runs, ends = _stretches(loads, max(cells), most), len(loads)
    priced: dict[float, Array] = {}
    best: Array = np.full(ends + 1, INF)
    best[0] = 0.0
    taken: list[Numbers] = []
    found, at = INF, -1
    for number in range(held.pages or ends + 1):
        free = cells[min(number, len(cells) - 1)]
        if free not in priced:
            priced[free] = _run_prices(runs, free, head, most)
        prices = priced[free]
        if number == 0 and held.first is not None:
            prices = np.where(runs.count > held.first, INF, prices)
        best, chosen = _page_more(best, prices, runs.count)
        taken.append(chosen)
        if best[ends] < found - EPS:
            found, at = float(best[ends]), number
        best[ends] = INF
        if not float(best.min()) + PAGE < found - EPS:
            break
    return _told(taken[: at + 1], ends)


def _page_more(
    best: Array, prices: Array, count: Numbers
) -> tuple[Array, Numbers]:
    """By end: the least price with one page more, and how many items that page takes."""
    width = len(count)
    padded = np.concatenate([np.full(width, INF), best[:-1]])
    before = np.lib.stride_tricks.sliding_window_view(padded, width)
    whole = before + PAGE + prices
    least = whole.min(axis=1)
    # Of prices that differ by their last digits alone the earliest start is taken.
    first = (whole <= least[:, None] + EPS).argmax(axis=1)
    return least, count[first]


def _told(taken: Sequence[Numbers], end: int) -> tuple[int, ...]:
    """The items of each page, followed back from the end."""
    found: list[int] = []
    for chosen in reversed(taken):
        found.append(int(chosen[end]))
        end -= found[-1]
    return tuple(found[::-1])


def _stretches(loads: Sequence[Load], free: float, most: int) -> _Stretches:
    """The runs of items that fit the largest page about, or are one item alone."""
    cells = np.cumsum([0.0, *(load.cells for load in loads)])
    stories = np.cumsum([0.0, *(load.stories for load in loads)])
    borders = (a.section != b.section for a, b in pairwise(loads))
    changes = np.cumsum([0.0, 0.0, *borders])
    starts = np.arange(len(loads))
    ends = np.minimum(
        np.searchsorted(cells, cells[:-1] + OVERFULL * free, "right"),
        np.searchsorted(stories, stories[:-1] + most, "right"),
    ) - 1
    width = max(1, int((ends - starts).max()))
    count = np.arange(width, 0, -1)
    start = np.arange(len(loads) + 1)[:, None] - count
    begun = np.maximum(start, 0)
    return _Stretches(
        np.where(start < 0, INF, cells[:, None] - cells[begun]),
        changes[:, None] - changes[begun + 1],
        stories[:, None] - stories[begun],
        count,
    )


def _run_prices(runs: _Stretches, free: float, head: float, most: int) -> Array:
    """The price of a page with each of the runs; infinite where it is too much for one."""
    fits = (runs.stories <= most) & (runs.cells <= OVERFULL * free) | (runs.count == 1)
    last = np.arange(len(runs.cells)) == len(runs.cells) - 1
    prices = _priced(
        runs.cells + head * runs.changes, runs.changes, runs.count, free,
        np.where(last, LAST_SHORT, 1.0)[:, None],
    )
    return np.where(fits & np.isfinite(runs.cells), prices, INF)


def page_price(loads: Sequence[Load], free: float, head: float, last: bool) -> float:
    """Price of one page with these items on it."""
    changes = sum(a.section != b.section for a, b in pairwise(loads))
    cells = sum(load.cells for load in loads) + head * changes
    return float(_priced(
        np.array(cells), np.array(changes), np.array(len(loads)), free,
        np.array(LAST_SHORT if last else 1.0),
    ))


def _priced(cells: Array, changes: Array, count: Numbers, free: float, weight: Array) -> Array:
    """Prices of pages by what their items take; `weight` is that of too little copy."""
    off = cells / max(free, 1.0) - 1
    easy = np.minimum(abs(off), EASY)
    hard = np.maximum(0.0, abs(off) - EASY)
    over = OVER * easy**2 + OVER_HARD * hard
    under = weight * (UNDER * easy**2 + UNDER_HARD * hard**2)
    price = SHARED * changes + CROWDED * np.maximum(0, count - FULL)
    found: Array = price + np.where(off > 0, over, under)
    return found
