"""Headlines, decks and kickers: broken at word and sense boundaries, balanced, never justified.

HD1 (《标题移行》): no break inside a word or before 的 地 得 了 着; HD3: balanced lines. Words are
found in the Simplified script, so that a Traditional heading breaks where its twin does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, pairwise

from edition.compose.composed import Line
from edition.compose.gaps import BRACKET
from edition.compose.paragraph import Breakable, Breaks
from edition.compose.typesetter import Setting, Typesetter
from edition.model import Run
from edition.passes.script.engines import simplified
from edition.trade.words import tagged

NEVER_FIRST = frozenset("的地得了着们")
"""A heading line never begins with one of these (HD1)."""
NEVER_LAST = frozenset("不第各每被把让使为向对从与和及在")
"""A heading line does not end with one of these: they belong to what follows."""
SPACE_BONUS = -1.5
"""A space in a headline parts its two halves: the best place for a break."""
POINT_BONUS = -0.7
BOUND = frozenset(
    "村县市区镇乡省州路街桥站馆院校厂店港湾山江河湖岛"
    "队员者家人户业性化率度感力界群节奖会展赛期版制法案类式型层级号条项所处局厅部委办组室课班"
    "书网线片带圈城里内外上下中前后间时日年月季届房车船机树林田地楼物品费税券卡证药油粮"
)
"""Characters that, alone after a word, end a compound with it: 清廉村, 开放日, 邻里节."""
NUMERALS = frozenset("一二三四五六七八九十百千万亿几两多")
COMPOUND = 12.0
"""A break inside what is likely one compound: only where nothing else fits."""
NOUN_PHRASE = 1.8
OBJECT = 0.6
VERB = 0.8
FRAGMENT = 2.5
LINE_COST = 1.0
MISSED_PAUSE = 8.0
RAGGED = 6.0
ALONE = 20.0
"""A line of one character under or over others, as 信 below 致编辑部的."""
MOST_LINES = 4
_PARTICLE = re.compile("(?<![显名原土编专论巨昭卓遗译])著(?![名作称者述书录])")
"""着 as Taiwan writes it, which stays 著 where it is no particle"""


@lru_cache(maxsize=4096)
def boundaries(text: str) -> dict[int, float]:
    """Offsets in `text` at which a line may begin, with the price of beginning it there.

    A clause boundary is free, the middle of a noun phrase dear, the inside of a word absent.
    """
    found: dict[int, float] = {}
    at = 0
    tokens = tagged(text)
    for (word, flag), (after, next_flag) in pairwise(tokens):
        at += len(word)
        particle = after in NEVER_FIRST or next_flag.startswith("u")
        figure = flag == "m" or word[-1] in NUMERALS or (
            word[-1].isdigit() and after[0].isalnum())
        if not particle and not figure and word not in NEVER_LAST:
            found[at] = _price(word, flag, after, next_flag)
    return found


def _price(word: str, flag: str, after: str, next_flag: str) -> float:
    if word[-1] in "，；：。！？":
        return POINT_BONUS
    if flag == "x" or next_flag == "x" or flag.startswith("u") or word in NEVER_FIRST:
        return 0.0
    if next_flag[0] in "pcdr" or after in NEVER_LAST:
        return 0.0
    if len(after) == 1 and (len(word) == 1 or after in BOUND):
        return COMPOUND
    if len(word) == 1 and flag[0] == "a":
        return COMPOUND
    if len(word) == 1:
        return FRAGMENT
    if next_flag[0] == "v" and next_flag != "vn":
        return VERB
    return OBJECT if flag[0] == "v" else NOUN_PHRASE


def break_heading(source: Breakable, text: str, width: float) -> tuple[Breaks, float] | None:
    """Breaks of the fewest balanced lines that fit `width` em and their price, or None.

    A line more is taken where they would else run over the heading's own pause. Compounds are
    parted only where nothing fits that keeps them.
    """
    prices = sense_prices(source, text)
    whole = [None if price == COMPOUND else price for price in prices]
    for some in (prices,) if whole == prices else (whole, prices):
        found: list[tuple[Breaks, float]] = []
        for count in range(1, MOST_LINES + 1):
            made = _balanced(source, some, width, count)
            if made is not None:
                breaks, price = made
                missed = _missed(prices, breaks)
                found.append((breaks, price + missed))
                if not missed or len(found) > 1:
                    return min(found, key=lambda made: made[1])
        if found:
            return found[0]
    return None


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
                alone = ALONE if count > 1 and end == before + 1 else 0.0
                total = cost + price + alone + RAGGED * ((wide - target) / width) ** 2
                if end not in layer or total < layer[end][0] - 1e-9:
                    layer[end] = (total, (*ends, end))
        best.append(layer)
    found = best[-1].get(size - 1)
    if found is None:
        return None
    cost, ends = found
    return Breaks(ends, cost), cost + LINE_COST * (count - 1)


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


