"""The tables of least prices filled: every set of stories from its parts, all of one size at once.

What a stack or a row of two blocks costs is a sum over their tables; of many pairs of blocks these
sums are taken together, only over rows where both have a price.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from edition.makeup.search.lastcuts import (
    ANY,
    INF,
    NO_ROW,
    NO_STACK,
    Array,
    LeastPrices,
    Numbers,
)

TOGETHER = 256
"""pairs of blocks of which sums are taken together: so many tables lie near the processor"""


@dataclass(frozen=True, slots=True)
class _Spans:
    """By slot and columns: the first row with a price, and the row after the last; 0 for none."""

    low: Numbers
    high: Numbers

    @classmethod
    def none(cls, slots: int, columns: int) -> _Spans:
        return cls(np.zeros((slots, columns), np.int64), np.zeros((slots, columns), np.int64))

    def note(self, slots: Numbers, table: Array) -> None:
        """Note the spans of some slots, whose prices are by slot, columns and rows."""
        priced = np.isfinite(table)
        some = priced.any(axis=-1)
        self.low[slots] = np.where(some, priced.argmax(axis=-1), 0)
        self.high[slots] = np.where(some, table.shape[-1] - priced[..., ::-1].argmax(axis=-1), 0)


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Ways to part some sets, those of one set together: slots and what the cuts cost."""

    owner: Numbers
    first: Numbers
    second: Numbers
    order: Array
    leans: Array

    def only(self, kept: Numbers) -> _Pairs:
        return _Pairs(
            self.owner[kept], self.first[kept], self.second[kept], self.order[kept],
            self.leans[kept],
        )


class TableFiller:
    """Fills the tables of a slicer, those of a single story given."""

    def __init__(self, least: LeastPrices) -> None:
        self._least = least
        count, columns = least.under.shape[:2]
        self._rows = least.under.shape[2] - 1
        self._spans = {kind: _Spans.none(count, columns) for kind in (ANY, NO_ROW)}
        self._under = _Spans.none(count, columns)

    def fill(self) -> None:
        """All sets, the small ones first."""
        sets = sorted(self._least.slots, key=lambda one: (one.bit_count(), one))
        for size, group in groupby(sets, key=int.bit_count):
            some = list(group)
            for pairs in self._pairs(some) if size > 1 else ():
                self._stack(pairs)
                self._beside(pairs)
            self._close(np.array([self._least.slots[one] for one in some]))

    def _close(self, slots: Numbers) -> None:
        """What follows from the tables of some sets once every way to part them was tried."""
        tables = self._least.tables
        tables[ANY][slots] = np.minimum(tables[NO_STACK][slots], tables[NO_ROW][slots])
        self._least.under[slots] = tables[NO_STACK][slots].min(axis=(1, 2))
        self._under.note(slots, self._least.under[slots])
        for kind, spans in self._spans.items():
            spans.note(slots, tables[kind][slots].min(axis=(1, 2)))

    def _pairs(self, sets: Sequence[int]) -> Iterator[_Pairs]:
        """The ways to part some sets, those together whose first parts are equally large."""
        least = self._least
        owner = np.concatenate([
            np.full(len(least.halvings[one].ways), least.slots[one]) for one in sets
        ])
        found = [least.halvings[one] for one in sets]
        pairs = _Pairs(
            owner, np.concatenate([h.first for h in found]),
            np.concatenate([h.second for h in found]), np.concatenate([h.order for h in found]),
            np.concatenate([h.leans for h in found]),
        )
        size = np.array([a.bit_count() for h in found for a, _ in h.ways])
        for large in np.unique(size):
            alike = np.flatnonzero(size == large)
            for at in range(0, len(alike), TOGETHER):
                yield pairs.only(alike[at : at + TOGETHER])

    def _stack(self, pairs: _Pairs) -> None:
        """Blocks of one width, one above the other."""
        least, spans = self._least, self._spans[ANY]
        for columns in range(1, len(least.through)):
            a0, a1 = spans.low[pairs.first, columns], spans.high[pairs.first, columns]
            b0, b1 = self._under.low[pairs.second, columns], self._under.high[pairs.second, columns]
            kept = np.flatnonzero((a1 > 0) & (b1 > 0) & (a0 + b0 <= self._rows))
            if not kept.size:
                continue
            some = pairs.only(kept)
            top, low = int(a0[kept].min()), int(b0[kept].min())
            tolls = some.order + least.through[columns]
            above = least.tables[ANY][some.first, :, :, columns, top : int(a1[kept].max())]
            below = least.under[some.second, columns, low : int(b1[kept].max())] + tolls[:, None]
            found = stacked(above, below, self._rows + 1 - top - low)
            _lower(least.tables[NO_ROW], some.owner, columns, top + low, found)

    def _beside(self, pairs: _Pairs) -> None:
        """Blocks of one depth, one beside the other."""
        least = self._least
        for columns in range(2, len(least.through)):
            for wide in range(1, columns):
                low, high = self._level(pairs, wide, columns - wide)
                kept = np.flatnonzero(low < high)
                if not kept.size:
                    continue
                some = pairs.only(kept)
                top, foot = int(low[kept].min()), int(high[kept].max())
                left = least.tables[ANY][some.first, :, :, wide, top:foot]
                right = least.tables[NO_ROW][some.second, :, :, columns - wide, top:foot]
                found = rowed(left, right, least.bump, some.leans)
                _lower(least.tables[NO_STACK], some.owner, columns, top, found)

    def _level(self, pairs: _Pairs, wide: int, rest: int) -> tuple[Numbers, Numbers]:
        """The rows at which both blocks of each pair may have a price."""
        one, other = self._spans[ANY], self._spans[NO_ROW]
        return (
            np.maximum(one.low[pairs.first, wide], other.low[pairs.second, rest]),
            np.minimum(one.high[pairs.first, wide], other.high[pairs.second, rest]),
        )


def stacked(above: Array, below: Array, most: int) -> Array:
    """Least sums above[…, i] + below[j] by i + j, below `most`; both by pair, above by corners."""
    deep, more = above.shape[-1], below.shape[-1]
    reach = min(most, deep + more - 1)
    found: Array = np.full((*above.shape[:-1], reach), INF)
    sums: Array = np.empty((*above.shape[:-1], max(deep, more)))
    wide = below[:, None, None, :]
    for at in range(min(deep, more, reach)):
        if more <= deep:
            end = min(deep, reach - at)
            np.add(above[..., :end], wide[..., at, None], out=sums[..., :end])
        else:
            end = min(more, reach - at)
            np.add(above[..., at, None], wide[..., :end], out=sums[..., :end])
        part = found[..., at : at + end]
        np.minimum(part, sums[..., :end], out=part)
    return found


def rowed(left: Array, right: Array, bump: float, leans: Array) -> Array:
    """Least prices of two blocks side by side; both by pair, corners and rows."""
    tolls = leans[:, None, None]
    bare = np.minimum(right[:, 0] + bump, right[:, 1]) + tolls
    parted = np.minimum(right[:, 0], right[:, 1]) + tolls
    found: Array = np.minimum(
        left[:, :, 0, None] + bare[:, None], left[:, :, 1, None] + parted[:, None]
    )
    return found


def _lower(table: Array, owner: Numbers, columns: int, row: int, found: Array) -> None:
    """Put the least prices found for each set into its table, where they are less."""
    starts = np.flatnonzero(np.concatenate([[True], owner[1:] != owner[:-1]]))
    slots, rows = owner[starts], slice(row, row + found.shape[-1])
    least = np.minimum.reduceat(found, starts, axis=0)
    table[slots, :, :, columns, rows] = np.minimum(table[slots, :, :, columns, rows], least)
