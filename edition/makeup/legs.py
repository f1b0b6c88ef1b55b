"""Filling legs: one galley cut into k columns of one depth under the break rules.

PA3, PA4 and W2 live in the slugs as cut prices; here the cheapest legal cuts are found, exactly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias

from edition.compose.composed import Slug
from edition.makeup.prices import PRICES

BACK = 6
"""A leg may end at most this many rows above its foot, at a price per row."""


@dataclass(frozen=True, slots=True)
class Fill:
    """k legs of `depth` rows holding a whole galley."""

    depth: int
    ends: tuple[int, ...]
    """index after the last slug of each leg"""
    white: int
    """blank rows at the foot of the last leg"""
    holes: int
    """blank rows at the foot of all other legs"""
    price: float


_Chain: TypeAlias = "tuple[_Chain, int] | None"
"""The ends of the legs so far, the last outermost."""


def _ends_of(chain: _Chain) -> list[int]:
    found: list[int] = []
    while chain is not None:
        chain, end = chain
        found.append(end)
    return found[::-1]


class Column:
    """The slugs of a galley with their running depth, ready to be cut again and again."""

    def __init__(self, slugs: Sequence[Slug]) -> None:
        self.slugs = tuple(slugs)
        self.tops = (0, *accumulate(slug.rows for slug in self.slugs))
        self.cuts = tuple(slug.cut for slug in self.slugs)
        self.opening = (*(slug.opening for slug in self.slugs), 0)
        """rows each slug takes more at the head of a leg, where a table's head stands again"""
        self._ends: dict[tuple[int, int], list[tuple[int, int, float]]] = {}

    @property
    def rows(self) -> int:
        return self.tops[-1]

    def ends(self, start: int, depth: int) -> list[tuple[int, int, float]]:
        """Legal ends of a leg from slug `start`: (end, rows used, price of the cut)."""
        found = self._ends.get((start, depth))
        if found is None:
            found = self._ends[start, depth] = self._ends_from(start, depth)
        return found

    def _ends_from(self, start: int, depth: int) -> list[tuple[int, int, float]]:
        base, tops, cuts = self.tops[start] - self.opening[start], self.tops, self.cuts
        furthest = end = bisect_right(tops, base + depth) - 1
        found: list[tuple[int, int, float]] = []
        while end > start and tops[end] - base >= depth - BACK:
            cut = cuts[end - 1]
            if cut is not None:
                found.append((end, tops[end] - base, cut))
            end -= 1
        if not found and furthest > start:
            found.append((furthest, tops[furthest] - base, PRICES.hard_cut))
        return found

    def fill(self, depths: Sequence[int]) -> Fill | None:
        """The cheapest way to fill legs of `depths` rows, or None when copy is left over."""
        layer: dict[int, tuple[float, int, _Chain]] = {0: (0.0, 0, None)}
        hole_price, done = PRICES.leg_hole, len(self.slugs)
        for depth in depths[:-1]:
            after: dict[int, tuple[float, int, _Chain]] = {}
            for start, (price, holes, chain) in layer.items():
                if start == done:
                    empty = price + PRICES.loose_white * depth
                    if start not in after or empty < after[start][0]:
                        after[start] = (empty, holes, (chain, start))
                for end, used, cut in self.ends(start, depth):
                    hole = depth - used
                    total = price + cut + hole_price * hole
                    if end not in after or total < after[end][0]:
                        after[end] = (total, holes + hole, (chain, end))
            layer = after
        best: tuple[float, int, int, _Chain] | None = None
        for start, (price, holes, chain) in layer.items():
            white = depths[-1] - (self.rows - self.tops[start] + self.opening[start])
            if white < 0:
                continue
            total = price + white_price(white, len(depths))
            if best is None or total < best[0]:
                best = total, white, holes, chain
        if best is None:
            return None
        total, white, holes, chain = best
        return Fill(max(depths), (*_ends_of(chain), done), white, holes, total)

    def begin(self, depths: Sequence[int]) -> Fill | None:
        """Legs of `depths` rows filled to their feet from the start, copy left over."""
        at, price, ends = 0, 0.0, []
        for depth in depths:
            full = [found for found in self.ends(at, depth) if found[1] == depth]
            if not full:
                return None
            at, _, cut = full[0]
            price += cut
            ends.append(at)
        return Fill(max(depths), tuple(ends), 0, 0, price) if at < len(self.slugs) else None


def white_price(white: int, legs: int) -> float:
    """Price of blank rows at the foot of the last leg: level legs are cheap, a hole is not."""
    usual = min(white, legs - 1)
    first = min(usual, 1)
    return (
        PRICES.foot_white * first
        + PRICES.foot_more * (usual - first)
        + PRICES.loose_white * (white - usual)
    )


def least_depth(column: Column, above: Sequence[int]) -> int:
    """Depth below which legs that begin `above[i]` rows down can never hold the column."""
    tallest = max((slug.rows + slug.opening for slug in column.slugs), default=1)
    return max(-(-(column.rows + sum(above)) // len(above)), tallest, 1)


def fills(
    column: Column, above: Sequence[int], extra: int, limit: int
) -> tuple[tuple[int, Fill], ...]:
    """The shallowest depth and fill, and those up to `extra` rows deeper, none over `limit`.

    Leg i begins `above[i]` rows under the head, where a picture stands over it.
    """
    least = depth = least_depth(column, above)
    found: list[tuple[int, Fill]] = []
    while depth <= limit and (not found or depth <= found[0][0] + extra):
        made = column.fill([depth - rows for rows in above])
        if made is not None:
            found.append((depth, made))
        elif not found and depth > least + 40:
            break
        depth += 1
    return tuple(found)
