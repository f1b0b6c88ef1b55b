"""The text of a table's cell: broken where sense allows, its lines even, no character alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import accumulate

from edition.compose.composed import Line
from edition.compose.heading import sense_prices
from edition.compose.paragraph import Breakable, Breaks, line_ends
from edition.compose.typesetter import Setting, Typesetter
from edition.model import Runs, plain

WORD = 6.0
"""em of the longest word that is kept whole; a longer one may be broken"""
SHORT = 4.0
"""em up to which a text is a name or a state, and is never broken: 已完工"""
_TITLE = re.compile(r"《[^《》]{1,8}》")
"""a title that is kept whole where it can be"""
_LINE = 1.0
_INSIDE = 2.5
"""prices of a line more, and of a break inside a word"""
_ALONE = 4.0
"""of a line of one character"""
_RAGGED = 2.0
_SENSE, _MOST_SENSE = 0.1, 12.0
"""of what a heading pays for a place of a break, and the most of that a cell counts"""
_EPS = 1e-6


@dataclass(frozen=True, slots=True)
class _Source:
    """A cell's units with where each begins, and the price of ending a line after each."""

    source: Breakable
    starts: tuple[float, ...]
    prices: tuple[float | None, ...]

    def width(self, first: int, end: int) -> float:
        return self.starts[end] + self.source.units[end].body - self.starts[first]


def _source(setter: Typesetter, runs: Runs, face: str, measure: float) -> _Source:
    source = replace(setter.prepare(runs, face, measure), hang=())
    steps = (u.body + g.natural for u, g in zip(source.units, source.gaps, strict=False))
    within = _titles(source, plain(runs))
    senses = zip(source.gaps, sense_prices(source, plain(runs)), within, strict=False)
    prices = [
        None if gap.price is None
        else gap.price + (_INSIDE if price is None or inside else _SENSE * min(price, _MOST_SENSE))
        for gap, price, inside in senses
    ]
    return _Source(source, tuple(accumulate(steps, initial=0.0)), tuple(prices))


def _titles(source: Breakable, text: str) -> list[bool]:
    """True for each unit after which a short title in 《》 goes on."""
    spans = [found.span() for found in _TITLE.finditer(text)]
    found, at = [], 0
    for unit in source.units:
        at += len(unit.text) + len(unit.space)
        while spans and spans[0][1] <= at:
            spans.pop(0)
        found.append(bool(spans) and spans[0][0] < at)
    return found


def least_width(setter: Typesetter, runs: Runs, face: str) -> float:
    """em a column must have so that no word of a cell is broken, nor a short text at all."""
    whole = setter.width(runs, face)
    if whole <= SHORT:
        return whole
    found = _source(setter, runs, face, float("inf"))
    widest, first = 0.0, 0
    for end, price in enumerate((*found.prices[: len(found.source.units) - 1], 0.0)):
        if price is not None and price < _INSIDE:
            wide = found.width(first, end)
            widest, first = max(widest, min(wide, WORD)), end + 1
    return max(widest, SHORT, setter.stiff(runs, face))


def cell_lines(
    setter: Typesetter, runs: Runs, face: str, measure: float, indent: float = 0.0
) -> tuple[Line, ...]:
    """The lines of a cell in `measure` em, ragged; the first begins `indent` em further right."""
    found = _source(setter, runs, face, min(measure, measure - indent))
    ends = _broken(found, measure, indent)
    if ends is None:
        return setter.set(runs, measure, face=face, indent=indent, justify=False)[0]
    setting = Setting(runs, measure, indent, justify=False)
    return setter.lines(found.source, Breaks(ends, 0.0), setting)


def _broken(found: _Source, measure: float, indent: float) -> tuple[int, ...] | None:
    """The ends of the cheapest lines; None where a piece is wider than the column.

    Each end looks back over one line only, so the time is linear in the text.
    """
    size = len(found.source.units)
    best: list[float] = [0.0] + [float("inf")] * size
    came = [0] * (size + 1)
    for end in range(size):
        price = 0.0 if end == size - 1 else found.prices[end]
        if price is None:
            continue
        for first in range(end, -1, -1):
            wide = found.width(first, end) + (indent if first == 0 else 0.0) + (
                found.source.hyphen if found.source.units[end].hyphen and end < size - 1 else 0.0)
            if wide > measure + _EPS:
                break
            total = best[first] + price + _line(found, first, end, wide / measure)
            if total < best[end + 1] - _EPS:
                best[end + 1], came[end + 1] = total, first
    return line_ends(came, size) if best[size] < float("inf") else None


def _line(found: _Source, first: int, end: int, fill: float) -> float:
    alone = sum(len(unit.text) for unit in found.source.units[first : end + 1]) < 2
    return _LINE + _RAGGED * (1 - fill) ** 2 + (_ALONE if alone else 0.0)
