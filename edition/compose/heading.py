"""Headlines, decks and kickers: broken at word and sense boundaries, balanced, never justified.

HD1 (《标题移行》): no break inside a word or before 的 地 得 了 着; HD3: balanced lines. Words are
found in the Simplified script, so that a Traditional heading breaks where its twin does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from edition.compose.composed import Line
from edition.compose.gaps import BRACKET
from edition.compose.paragraph import Breakable, Breaks
from edition.compose.typesetter import Setting, Typesetter
from edition.model import Run
from edition.passes.script.engines import simplified
from edition.trade.headwords import Seam, seams

SPACE_BONUS = -1.5
"""A space in a headline parts its two halves: the best place for a break."""
POINT_BONUS = -0.7
COMPOUND = 24.0
"""A break inside what is one word to its reader: only where nothing else fits."""
PRICE_OF = {
    Seam.PAUSE: POINT_BONUS, Seam.FREE: 0.0, Seam.VERB: 0.6, Seam.ENDING: 1.2, Seam.OBJECT: 1.5,
    Seam.ASIDE: 2.0, Seam.NOUN: 2.2, Seam.COUNTED: 6.0, Seam.COMPOUND: 4.5, Seam.CLINGS: 8.0,
    Seam.TORN: COMPOUND,
}
QUOTED, QUOTED_SHORT, SHORT_QUOTE = 5.0, COMPOUND, 6
"""and inside a quotation or title; inside one of so many characters at most"""
IN_CLAUSE = 3.5
"""and inside a clause of a heading that has more than one: a step smaller keeps it whole"""
LINE_COST = (0.0, 1.0, 5.0, 12.0)
"""By lines: two at a smaller size read better than four"""
MISSED_PAUSE = 8.0
RAGGED = 6.0
SHORT, SHORT_SHARE = 3.0, 0.6
"""A line of less than so much of an even one"""
LONE, LONE_WIDTH, LONG = 9.0, 2.3, 6.0
"""and one that is a lone word, of so many em at most, in a heading of more than so many"""
ALONE = 40.0
"""A line of one character under or over others, as 信 below 致编辑部的."""
MOST_LINES = len(LINE_COST)
_QUOTED = re.compile("“[^“”]{1,8}”|「[^「」]{1,8}」|《[^《》]{1,8}》|『[^『』]{1,8}』")
_PARTICLE = re.compile("(?<![显名原土编专论巨昭卓遗译])著(?![名作称者述书录])")
"""着 as Taiwan writes it, which stays 著 where it is no particle"""


@lru_cache(maxsize=4096)
def boundaries(text: str) -> dict[int, float]:
    """Offsets in `text` at which a line may begin, with the price of beginning it there.

    A clause boundary is free, the middle of a noun phrase dear, the inside of a word absent.
    """
    quoted = {
        at: QUOTED_SHORT if len(found[0]) <= SHORT_QUOTE + 2 else QUOTED
        for found in _QUOTED.finditer(text) for at in range(found.start() + 1, found.end())
    }
    return {at: PRICE_OF[seam] + quoted.get(at, 0.0) for at, seam in seams(text).items()}


def break_heading(source: Breakable, text: str, width: float) -> tuple[Breaks, float] | None:
    """Breaks of the fewest balanced lines that fit `width` em and their price, or None.

    A line more is taken where they would else run over the heading's own pause. Compounds are
    parted only where nothing fits that keeps them.
    """
    prices = _in_clauses(sense_prices(source, text))
    whole = [None if price is not None and price >= COMPOUND else price for price in prices]
    for some in (prices,) if whole == prices else (whole, prices):
        found: list[tuple[Breaks, float]] = []
        for count in range(1, MOST_LINES + 1):
            made = _balanced(source, some, width, count)
            if made is not None:
                breaks, price = made
                missed = _missed(prices, breaks)
                found.append((breaks, price + missed))
                if not price or len(found) > 1:
                    break
        if found:
            return min(found, key=lambda made: made[1])
    return None


def _in_clauses(prices: list[float | None]) -> list[float | None]:
    """The prices, where a heading has pauses dearer between them."""
    if not any(price is not None and price < 0 for price in prices):
        return prices
    return [price if price is None or price < 0 else price + IN_CLAUSE for price in prices]


def _missed(prices: Sequence[float | None], breaks: Breaks) -> float:
    """Price of breaking elsewhere while the heading's own pause runs through a line."""
    pauses = {i for i, price in enumerate(prices) if price is not None and price < 0}
    return MISSED_PAUSE if len(breaks.ends) > 1 and pauses - set(breaks.ends) else 0.0


def sense_prices(source: Breakable, text: str) -> list[float | None]:
    """Price of ending a line after each unit but the last; None where sense or rules forbid it."""
    legal = boundaries(text)
    found: list[float | None] = []
    at = 0
    for unit, gap in zip(source.units, source.gaps, strict=False):
        at += len(unit.text)
        if gap.price is None:
            found.append(None)
        elif unit.space:
            found.append(SPACE_BONUS)
        else:
            found.append(legal.get(at))
        at += len(unit.space)
    return found


def _balanced(
    source: Breakable, prices: Sequence[float | None], width: float, count: int
) -> tuple[Breaks, float] | None:
    """The best way to set exactly `count` lines, by dynamic programming over line ends."""
    size = len(source.units)
    measure = _measure(source)
    target = measure(0, size - 1) / count
    least = LONE_WIDTH if measure(0, size - 1) > LONG else 0.0
    best: list[dict[int, tuple[float, tuple[int, ...]]]] = [{-1: (0.0, ())}]
    for number in range(1, count + 1):
        layer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for end in range(size):
            final = end == size - 1
            if final != (number == count):
                continue
            price = 0.0 if final else prices[end]
            if price is None:
                continue
            for before, (cost, ends) in best[-1].items():
                if before >= end:
                    continue
                wide = measure(before + 1, end)
                if wide > width + 1e-6:
                    continue
                short = count > 1 and wide < max(SHORT_SHARE * target, least)
                alone = _alone(wide, end - before) if short else 0.0
                total = cost + price + alone + RAGGED * ((wide - target) / width) ** 2
                if end not in layer or total < layer[end][0] - 1e-9:
                    layer[end] = (total, (*ends, end))
        best.append(layer)
    found = best[-1].get(size - 1)
    if found is None:
        return None
    cost, ends = found
    return Breaks(ends, cost), cost + LINE_COST[count - 1]


def _alone(wide: float, units: int) -> float:
    """Price of a line that is short among its neighbours."""
    return ALONE if units == 1 else LONE if wide <= LONE_WIDTH else SHORT


def _measure(source: Breakable) -> Callable[[int, int], float]:
    starts = list(
        accumulate((u.body + g.natural for u, g in zip(source.units, source.gaps, strict=False)),
                   initial=0.0)
    )

    def measure(first: int, end: int) -> float:
        return starts[end] + source.units[end].body - starts[first]

    return measure


def _closed_up(source: Breakable) -> Breakable:
    """Quotation marks and brackets of a heading at half width, as headlines are set."""
    gaps = tuple(
        replace(g, natural=g.natural - g.slack, slack=0.0) if g.shrink == BRACKET else g
        for g in source.gaps
    )
    return replace(source, gaps=gaps)


@lru_cache(maxsize=4096)
def in_dictionary(text: str) -> str:
    """A Traditional heading in the script the words are known in, character for character."""
    return _PARTICLE.sub("着", simplified(text))


def set_heading(
    typesetter: Typesetter, text: str, face: str, width: float, words_of: str | None = None
) -> tuple[tuple[Line, ...], float] | None:
    """Lines of a heading in em of its own size, and their price; None when it cannot fit.

    `words_of` is the same heading in the script the words are known in, of the same length.
    """
    runs = (Run(text),)
    source = _closed_up(typesetter.prepare(runs, face))
    known = words_of or (in_dictionary(text) if typesetter.region.centred else text)
    found = break_heading(source, known, width)
    if found is None:
        return None
    breaks, price = found
    lines = typesetter.lines(source, breaks, Setting(runs, width, justify=False))
    return lines, price


def may_begin(typesetter: Typesetter, text: str, face: str, begins: Sequence[int]) -> bool:
    """True where each of these characters of a heading may begin a line by the rules."""
    source = typesetter.prepare((Run(text),), face)
    return _asked_breaks(source, begins) is not None


def set_as_asked(
    typesetter: Typesetter, text: str, face: str, width: float, begins: Sequence[int]
) -> tuple[tuple[Line, ...], float] | None:
    """As `set_heading`, its further lines beginning where an editor wants it."""
    runs = (Run(text),)
    source = _closed_up(typesetter.prepare(runs, face))
    breaks, measure = _asked_breaks(source, begins), _measure(source)
    if breaks is None or any(measure(*span) > width + 1e-6 for span in breaks.spans()):
        return None
    return typesetter.lines(source, breaks, Setting(runs, width, justify=False)), 0.0


def _asked_breaks(source: Breakable, begins: Sequence[int]) -> Breaks | None:
    """Line ends before the characters that lines are to begin with; None where one may not be."""
    ends, at, left = [], 0, list(begins)
    for number, (unit, gap) in enumerate(zip(source.units, source.gaps, strict=False)):
        after = at + len(unit.text)
        at = after + len(unit.space)
        if left and after <= left[0] <= at and gap.price is not None:
            ends.append(number)
            left.pop(0)
    return None if left else Breaks((*ends, len(source.units) - 1), 0.0)
