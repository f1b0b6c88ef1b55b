"""Optimum line breaking over a whole paragraph, by dynamic programming over its units.

Knuth and Plass's idea with CLREQ's ordered shrink and stretch in place of proportional glue.
Every candidate line is priced in constant time from prefix sums. Lengths in em.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from edition.compose.classes import CharClass
from edition.compose.gaps import CLASSES, Gap
from edition.compose.units import Unit

WEIGHTS = (0.2, 0.3, 0.4, 0.6, 0.8, 1.2)
"""Price of an em of shrink in each JU3 class, before `SHRINK_PRICE`."""
SHRINK_PRICE = 0.1
SHORTAGE_PRICE = 0.15
LINE_PRICE = 0.02
RUNT_PRICE = 1000.0
OVERWIDE_PRICE = 1e6
LOOSE_FROM = 0.25
EPS = 1e-9
_INFINITY = float("inf")


@dataclass(frozen=True, slots=True)
class Breakable:
    """A paragraph ready to be broken: units, gaps and the sums that price a line."""

    units: tuple[Unit, ...]
    gaps: tuple[Gap, ...]
    hyphen: float
    """advance of a hyphen"""
    hang: tuple[float, ...] = ()
    """em by which each unit may hang over the right edge; empty when none may (PW6)"""

    def hanging(self, end: int) -> float:
        """em by which unit `end` may hang outside a line that is too wide."""
        return self.hang[end] if self.hang else 0.0

    def overhang(self, end: int, over: float) -> float:
        """em that hang outside when a line that is `over` em too wide ends at unit `end`."""
        return self.hanging(end) if over > EPS else 0.0


@dataclass(frozen=True, slots=True)
class Breaks:
    """Line ends as indices of the last unit of each line."""

    ends: tuple[int, ...]
    cost: float


class _Sums:
    """A paragraph at a measure, with prefix sums over its gaps: natural start of every unit,
    slack, room, takers."""

    def __init__(self, source: Breakable, measure: float, indent: float) -> None:
        units, gaps = source.units, source.gaps
        self.source, self.measure, self.indent = source, measure, indent
        self.end = len(units) - 1
        steps = [u.body + g.natural for u, g in zip(units, gaps, strict=False)]
        self.start = list(accumulate(steps, initial=0.0))
        self.slack = [
            list(accumulate((g.slack if g.shrink == c else 0.0 for g in gaps), initial=0.0))
            for c in range(CLASSES)
        ]
        self.all_slack = list(accumulate((g.slack for g in gaps), initial=0.0))
        self.room = [
            list(accumulate((g.room if g.stretch == s else 0.0 for g in gaps), initial=0.0))
            for s in (0, 1)
        ]
        self.takers = list(accumulate((1 if g.rest else 0 for g in gaps), initial=0))
        self.solid = list(accumulate((_is_solid(u) for u in units), initial=0))

    def right(self, end: int) -> float:
        """em from the paragraph's start to the right edge of a line that ends at unit `end`."""
        unit = self.source.units[end]
        hyphen = self.source.hyphen if unit.hyphen and end != self.end else 0.0
        return self.start[end] + unit.body + hyphen

    def price(self, end: int) -> float | None:
        """Of a break after unit `end`; None where no line may end."""
        return 0.0 if end == self.end else self.source.gaps[end].price


def _is_solid(unit: Unit) -> int:
    """1 for a unit that counts against a runt (孤字): Han or Latin, marks do not count."""
    return 1 if unit.kind in (CharClass.HAN, CharClass.WESTERN, CharClass.LONG) else 0


def break_lines(source: Breakable, measure: float, indent: float) -> Breaks:
    """The cheapest lines for a measure; the first line is `indent` em shorter.

    A unit wider than the measure stands alone on an overwide line: never an error.
    """
    units = source.units
    if not units:
        return Breaks((), 0.0)
    sums = _Sums(source, measure, indent)
    best = [_INFINITY] * (len(units) + 1)
    came = [-1] * (len(units) + 1)
    best[0] = 0.0
    for end in range(len(units)):
        _reach(end, sums, best, came)
    return Breaks(line_ends(came, len(units)), best[len(units)])


def _reach(end: int, sums: _Sums, best: list[float], came: list[int]) -> None:
    """Find the cheapest start for the line that ends at unit `end`, where one may end.

    Starts are tried from the shortest line to the longest. Lines more than `_FAR` em short
    are only looked at when no fuller line can be reached.
    """
    price = sums.price(end)
    if price is None:
        return
    right, last = sums.right(end), end == sums.end
    # Most of the time of a page is spent in this loop, so it asks for nothing twice.
    start, measure, hang = sums.start, sums.measure, sums.source.hanging(end)
    nearest = end if last else min(end, bisect_right(start, right - measure + _FAR) - 1)
    for starts in (range(max(nearest, 0), -1, -1), range(end, nearest, -1)):
        for first in starts:
            over = right - start[first] - measure
            if first == 0:
                over += sums.indent
            if over > EPS:
                over -= hang
            cost = _line_cost(sums, first, end, over, last)
            if cost is None:
                break
            total = best[first] + cost + price + LINE_PRICE
            if total < best[end + 1] - EPS:
                best[end + 1] = total
                came[end + 1] = first
        if best[end + 1] < _INFINITY:
            return


def _line_cost(sums: _Sums, first: int, end: int, over: float, last: bool) -> float | None:
    """Price of one line that is `over` em too wide; None when it cannot be squeezed in."""
    if over > EPS:
        if over > sums.all_slack[end] - sums.all_slack[first] + EPS:
            return OVERWIDE_PRICE * over if first == end else None
        return _shrink_cost(sums, first, end, over) + (_runt_cost(sums, first, end) if last else 0)
    if last:
        return _runt_cost(sums, first, end)
    return _stretch_cost(sums, first, end, -over)


_FAR = 6.0
"""A line this many em short is not tried once a fuller one is known."""


def _shrink_cost(sums: _Sums, first: int, end: int, need: float) -> float:
    cost = 0.0
    for weight, slack in zip(WEIGHTS, sums.slack, strict=True):
        taken = min(need, slack[end] - slack[first])
        cost += weight * taken
        need -= taken
        if need <= EPS:
            break
    return SHRINK_PRICE * cost


def _stretch_cost(sums: _Sums, first: int, end: int, short: float) -> float:
    left = short
    for room in sums.room:
        left -= min(left, room[end] - room[first])
    takers = sums.takers[end] - sums.takers[first]
    share = left / takers if takers else left * 4
    cost = SHORTAGE_PRICE * short + 5 * (share / LOOSE_FROM) ** 3 + 30 * share * share
    if share > LOOSE_FROM:
        cost += 20 * (1 + 4 * share)
    return cost


def _runt_cost(sums: _Sums, first: int, end: int) -> float:
    """PA2: the last line holds two characters or more, marks not counted."""
    if first == 0:
        return 0.0
    return RUNT_PRICE if sums.solid[end + 1] - sums.solid[first] < 2 else 0.0


def line_ends(came: Sequence[int], count: int) -> tuple[int, ...]:
    """The last unit of each line of `count` units; `came` gives where the line before ends."""
    ends: list[int] = []
    at = count
    while at > 0:
        ends.append(at - 1)
        at = came[at]
    return tuple(reversed(ends))


def break_into(source: Breakable, measure: float, indent: float, count: int) -> Breaks | None:
    """The cheapest way to set exactly `count` lines (looseness), or None when there is none.

    No line is shorter than `_SPREAD` of the measure allows: looser lines are no answer.
    """
    size = len(source.units)
    sums = _Sums(source, measure, indent)
    best = {0: 0.0}
    came: list[dict[int, int]] = []
    for number in range(1, count + 1):
        layer: dict[int, float] = {}
        link: dict[int, int] = {}
        for end in _ends(sums, best, final=number == count):
            found = _from(best, end, sums)
            if found is not None:
                layer[end + 1], link[end + 1] = found
        best = layer
        came.append(link)
        if not best:
            return None
    ends: list[int] = []
    at = size
    for link in reversed(came):
        ends.append(at - 1)
        at = link[at]
    return Breaks(tuple(reversed(ends)), best[size])


_SPREAD = 0.13
"""Share of the measure by which a loosened line may be short before it is justified."""


def _ends(sums: _Sums, best: dict[int, float], *, final: bool) -> range | list[int]:
    """Units at which the next line may end."""
    if final:
        return range(sums.end, sums.end + 1)
    if not best:
        return []
    furthest = bisect_right(sums.start, sums.start[max(best)] + sums.measure * 1.3)
    return [i for i in range(min(best), min(sums.end, furthest)) if sums.price(i) is not None]


def _from(best: dict[int, float], end: int, sums: _Sums) -> tuple[float, int] | None:
    """Least cost and start of a line that ends at `end`, after lines that end at `best`."""
    last = end == sums.end
    right, price = sums.right(end), sums.price(end) or 0.0
    nearest = end if last else bisect_right(sums.start, right - sums.measure * (1 - _SPREAD))
    start, measure, hang, slack = sums.start, sums.measure, sums.source.hanging(end), sums.all_slack
    found: tuple[float, int] | None = None
    for first in range(min(end, nearest), -1, -1):
        over = right - start[first] - measure
        if first == 0:
            over += sums.indent
        if over > EPS:
            over -= hang
        if over > EPS and over > slack[end] - slack[first] + EPS:
            if first < end:
                break
            continue
        cost = _line_cost(sums, first, end, over, last) if first in best else None
        if cost is None:
            continue
        total = best[first] + cost + price + LINE_PRICE
        if found is None or total < found[0] - EPS:
            found = total, first
    return found
