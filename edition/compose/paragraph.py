"""Optimum line breaking over a whole paragraph, by dynamic programming over its units.

Knuth and Plass's idea with CLREQ's ordered shrink and stretch in place of proportional glue.
Every candidate line is priced in constant time from prefix sums. Lengths in em.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
    kept: list[_Sums] = field(default_factory=list, init=False, compare=False, repr=False)
    """its sums, once they have been asked for"""

    def overhang(self, end: int, over: float) -> float:
        """em that hang outside when a line that is `over` em too wide ends at unit `end`."""
        return self.hang[end] if self.hang and over > EPS else 0.0


@dataclass(frozen=True, slots=True)
class Breaks:
    """Line ends as indices of the last unit of each line."""

    ends: tuple[int, ...]
    cost: float

    def spans(self) -> Iterator[tuple[int, int]]:
        """The first and the last unit of each line."""
        return zip((0, *(end + 1 for end in self.ends[:-1])), self.ends, strict=False)


class _Sums:
    """Prefix sums over a paragraph's gaps: natural start of every unit, slack, room, takers.

    They do not hold the paragraph, which holds them: so it goes when nobody needs it any more,
    and does not wait for the collector of garbage.
    """

    def __init__(self, source: Breakable) -> None:
        units, gaps = source.units, source.gaps
        self.hang = source.hang
        self.end = len(units) - 1
        steps = [u.body + g.natural for u, g in zip(units, gaps, strict=False)]
        self.start = list(accumulate(steps, initial=0.0))
        slack = [
            _summed([g.slack if g.shrink == c else 0.0 for g in gaps]) for c in range(CLASSES)
        ]
        self.slack = [(w, s) for w, s in zip(WEIGHTS, slack, strict=True) if s[-1]]
        self.all_slack = _summed([g.slack for g in gaps])
        self.room = [
            _summed([g.room if g.stretch == s else 0.0 for g in gaps]) for s in (0, 1)
        ]
        self.takers = list(accumulate([1 if g.rest else 0 for g in gaps], initial=0))
        self.solid = list(accumulate(map(_is_solid, units), initial=0))
        self.right = [
            start + unit.body + (source.hyphen if unit.hyphen and end != self.end else 0.0)
            for end, (start, unit) in enumerate(zip(self.start, units, strict=False))
        ]
        """em from the paragraph's start to the right edge of a line that ends at each unit"""
        self.price: list[float | None] = [*(g.price for g in gaps[:self.end]), 0.0]
        """of a break after each unit; None where no line may end"""
        self.broken: dict[tuple[float, float], Breaks] = {}
        """by measure and indent"""

    def hanging(self, end: int) -> float:
        """em by which unit `end` may hang outside a line that is too wide."""
        return self.hang[end] if self.hang else 0.0


def _loose_cost(short: float, left: float, takers: int) -> float:
    """Price of a line `short` em short, of which `left` is shared by the gaps that take a rest."""
    share = left / takers if takers else left * 4
    loose = SHORTAGE_PRICE * short + 5 * (share / LOOSE_FROM) ** 3 + 30 * share * share
    return loose + 20 * (1 + 4 * share) if share > LOOSE_FROM else loose


def _summed(lengths: Sequence[float]) -> list[float]:
    return list(accumulate(lengths, initial=0.0))


def _sums(source: Breakable) -> _Sums:
    """The sums of a paragraph, made once for all measures."""
    if not source.kept:
        source.kept.append(_Sums(source))
    return source.kept[0]


def _is_solid(unit: Unit) -> int:
    """1 for a unit that counts against a runt (孤字): Han or Latin, marks do not count."""
    return 1 if unit.kind in (CharClass.HAN, CharClass.WESTERN, CharClass.LONG) else 0


def break_lines(source: Breakable, measure: float, indent: float) -> Breaks:
    """The cheapest lines for a measure; the first line is `indent` em shorter.

    A unit wider than the measure stands alone on an overwide line: never an error.
    """
    if not source.units:
        return Breaks((), 0.0)
    sums = _sums(source)
    if (measure, indent) not in sums.broken:
        sums.broken[measure, indent] = _broken(_Lines(sums, measure, indent))
    return sums.broken[measure, indent]


def _broken(lines: _Lines) -> Breaks:
    size = lines.sums.end + 1
    best = [_INFINITY] * (size + 1)
    came = [-1] * (size + 1)
    best[0] = 0.0
    for end in range(size):
        lines.reach(end, best, came)
    return Breaks(line_ends(came, size), best[size])


class _Lines:
    """The lines a paragraph can have at a measure, and what they cost."""

    def __init__(self, sums: _Sums, measure: float, indent: float) -> None:
        self.sums, self.measure, self.indent = sums, measure, indent

    def reach(self, end: int, best: list[float], came: list[int]) -> None:
        """Find the cheapest start for the line that ends at unit `end`, where one may end.

        Starts are tried from the shortest line to the longest. Lines more than `_FAR` em short
        are only looked at when no fuller line can be reached.
        """
        sums = self.sums
        price = sums.price[end]
        if price is None:
            return
        right, last = sums.right[end], end == sums.end
        nearest = end if last else min(
            end, bisect_right(sums.start, right - self.measure + _FAR) - 1
        )
        for starts in (range(max(nearest, 0), -1, -1), range(end, nearest, -1)):
            self._try(starts, end, right, price, (best, came))
            if best[end + 1] < _INFINITY:
                return

    def _try(
        self, starts: range, end: int, right: float, price: float,
        found: tuple[list[float], list[int]],
    ) -> None:
        """Take the cheapest of some starts; a line of which no more fits in ends the search."""
        # Most of the time of a page is spent in this loop, so it asks for nothing twice, prices
        # no line that is too dear by what lies before it, and calls nothing for a loose line.
        best, came = found
        sums, measure, least = self.sums, self.measure, best[end + 1]
        start, hang, last = sums.start, sums.hanging(end), end == sums.end
        (wide, narrow), takers = sums.room, sums.takers
        wide_end, narrow_end, takers_end = wide[end], narrow[end], takers[end]
        for first in starts:
            over = right - start[first] - measure
            if first == 0:
                over += self.indent
            if over > EPS:
                over -= hang
            before = best[first]
            if over > EPS or last:
                cost = _line_cost(sums, first, end, over, last)
                if cost is None:
                    break
            elif before + price + LINE_PRICE < least:
                short = -over
                left = short - (wide_end - wide[first])
                left = left - (narrow_end - narrow[first]) if left > 0.0 else 0.0
                if left <= 0.0:
                    cost = SHORTAGE_PRICE * short
                else:
                    cost = _loose_cost(short, left, takers_end - takers[first])
            else:
                continue
            total = before + cost + price + LINE_PRICE
            if total < least - EPS:
                best[end + 1] = least = total
                came[end + 1] = first


def _line_cost(sums: _Sums, first: int, end: int, over: float, last: bool) -> float | None:
    """Price of a last line, or of one `over` em too wide; None when it cannot be squeezed in."""
    if over > EPS:
        if over > sums.all_slack[end] - sums.all_slack[first] + EPS:
            return OVERWIDE_PRICE * over if first == end else None
        return _shrink_cost(sums, first, end, over) + (_runt_cost(sums, first, end) if last else 0)
    return _runt_cost(sums, first, end)


_FAR = 6.0
"""A line this many em short is not tried once a fuller one is known."""


def _shrink_cost(sums: _Sums, first: int, end: int, need: float) -> float:
    cost = 0.0
    for weight, slack in sums.slack:
        taken = min(need, slack[end] - slack[first])
        cost += weight * taken
        need -= taken
        if need <= EPS:
            break
    return SHRINK_PRICE * cost


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
    lines = _Lines(_sums(source), measure, indent)
    best = {0: 0.0}
    came: list[dict[int, int]] = []
    for number in range(1, count + 1):
        layer: dict[int, float] = {}
        link: dict[int, int] = {}
        for end in _ends(lines, best, count - number):
            found = _from(best, end, lines)
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


_ASIDE = 2.0
"""em a line may hold more, or less, by the blanks and marks at its edges"""


def _ends(lines: _Lines, best: dict[int, float], left: int) -> range | list[int]:
    """Units at which the next line may end, so that what follows can fill `left` lines more."""
    sums, measure = lines.sums, lines.measure
    if not left:
        return range(sums.end, sums.end + 1)
    if not best:
        return []
    start, all_of_it = sums.start, sums.start[-1]
    widest = measure * 1.3
    furthest = bisect_right(start, start[max(best)] + widest)
    enough = all_of_it - (left - 1) * (measure * (1 - _SPREAD) - _ASIDE) + _ASIDE
    furthest = min(furthest, sums.end, bisect_right(start, enough))
    nearest = max(min(best), bisect_right(start, all_of_it - left * (widest + _ASIDE)) - 2)
    return [i for i in range(nearest, furthest) if sums.price[i] is not None]


def _from(best: dict[int, float], end: int, lines: _Lines) -> tuple[float, int] | None:
    """Least cost and start of a line that ends at `end`, after lines that end at `best`."""
    sums, measure = lines.sums, lines.measure
    last = end == sums.end
    right, price = sums.right[end], sums.price[end] or 0.0
    nearest = end if last else bisect_right(sums.start, right - measure * (1 - _SPREAD))
    start, hang, slack = sums.start, sums.hanging(end), sums.all_slack
    (wide, narrow), takers = sums.room, sums.takers
    wide_end, narrow_end, takers_end = wide[end], narrow[end], takers[end]
    found: tuple[float, int] | None = None
    for first in range(min(end, nearest), -1, -1):
        over = right - start[first] - measure
        if first == 0:
            over += lines.indent
        if over > EPS:
            over -= hang
        if over > EPS and over > slack[end] - slack[first] + EPS:
            if first < end:
                break
            continue
        if first not in best:
            continue
        if over > EPS or last:
            cost = _line_cost(sums, first, end, over, last)
            if cost is None:
                continue
        else:
            left = -over - (wide_end - wide[first])
            left = left - (narrow_end - narrow[first]) if left > 0.0 else 0.0
            cost = _loose_cost(-over, max(left, 0.0), takers_end - takers[first])
        total = best[first] + cost + price + LINE_PRICE
        if found is None or total < found[0] - EPS:
            found = total, first
    return found
