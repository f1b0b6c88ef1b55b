"""Slicing trees by dynamic programming over subsets: the cheapest exact tiling, proved.

F[S][w][h] is the least price to tile w columns by h rows with the stories of S. Every block
shows a head at its top, so two blocks side by side are one bump (碰题), and a cut right across
the zone is one through-cut (断版); both are priced where the cut is made. Story 0 is the best
ranked; the first part of every cut holds the best ranked of its set, so the lead of every block
stands at its upper left (C8). Of equal prices the first found is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from edition.makeup.prices import PRICES

Array: TypeAlias = NDArray[np.float64]
Prices2: TypeAlias = dict[tuple[int, int], float]
INF = float("inf")


@dataclass(frozen=True, slots=True)
class Leaf:
    story: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Cut:
    """`first` above or left of `second`."""

    stacked: bool
    first: Tree
    second: Tree


Tree: TypeAlias = Leaf | Cut


class Slicer:
    """All least prices for one set of stories on `columns` by at most `rows`.

    `options[i]` maps (columns, rows) to the price of story i. Work grows as 3ⁿ; n ≤ 9.
    """

    def __init__(
        self, options: Sequence[Prices2], columns: int, rows: int,
        bump: float = PRICES.bump, through: float = PRICES.cut_through,
        order: float = PRICES.order,
    ) -> None:
        self.count, self.columns, self.rows = len(options), columns, rows
        self.bump, self.through, self.order = bump, through, order
        self.options = options
        self.table: list[Array] = [self._empty() for _ in range(1 << self.count)]
        self._trees: dict[tuple[int, int, int], Tree] = {}
        self._spans: list[tuple[int, int]] = [(0, 0)] * (1 << self.count)
        for whole in range(1, 1 << self.count):
            self._solve(whole)

    def _empty(self) -> Array:
        return np.full((self.columns + 1, self.rows + 1), INF)

    def _solve(self, whole: int) -> None:
        best = self.table[whole]
        if whole & (whole - 1) == 0:
            for (w, h), price in self.options[whole.bit_length() - 1].items():
                if w <= self.columns and h <= self.rows:
                    best[w, h] = min(best[w, h], price)
        for first, second in splits(whole):
            toll = self.order * inversions(first, second)
            self._stack(best, first, second, toll)
            self._beside(best, self.table[first], self.table[second], self.bump + toll)
        heights = np.flatnonzero(np.isfinite(best).any(axis=0))
        self._spans[whole] = (int(heights[0]), int(heights[-1]) + 1) if heights.size else (0, 0)

    def _stack(self, best: Array, first: int, second: int, order: float) -> None:
        above, below = self.table[first], self.table[second]
        a0, a1 = self._spans[first]
        b0, b1 = self._spans[second]
        if a1 == 0 or b1 == 0:
            return
        if a1 - a0 > b1 - b0:
            above, below, a0, a1, b0, b1 = below, above, b0, b1, a0, a1
        toll = np.full((self.columns + 1, 1), order)
        toll[self.columns] += self.through
        under = below[:, b0:b1] + toll
        for h in range(a0, min(a1, self.rows + 1 - b0)):
            top = min(b1, self.rows + 1 - h)
            part = best[:, b0 + h : top + h]
            np.minimum(part, above[:, h : h + 1] + under[:, : top - b0], out=part)

    def _beside(self, best: Array, left: Array, right: Array, toll: float) -> None:
        for w in range(1, self.columns):
            part = best[w + 1 :]
            np.minimum(part, left[w] + right[1 : self.columns + 1 - w] + toll, out=part)

    def prices(self) -> Array:
        """Least price of the whole set at full width, by rows."""
        prices: Array = self.table[-1][self.columns]
        return prices

    def tree(self, whole: int, columns: int, rows: int) -> Tree:
        """A cheapest tree of set `whole` on `columns` × `rows`."""
        key = (whole, columns, rows)
        if key not in self._trees:
            root = min(self._roots(whole, columns, rows), key=lambda found: found[0])
            self._trees[key] = self._grow(root[1:])
        return self._trees[key]

    def roots(self, whole: int, columns: int, rows: int, most: int) -> list[tuple[float, Tree]]:
        """Up to `most` trees with different root cuts, cheapest first."""
        ranked = sorted(self._roots(whole, columns, rows), key=lambda found: found[0])
        return [(price, self._grow(root)) for price, *root in ranked[:most]]

    def _roots(
        self, whole: int, columns: int, rows: int
    ) -> Iterator[tuple[float, int, int, int, int, int, int]]:
        """(price, kind, first, second, columns, rows, cut) of every root; kind 0 is a leaf."""
        if whole & (whole - 1) == 0:
            price = self.options[whole.bit_length() - 1].get((columns, rows), INF)
            if price < INF:
                yield price, 0, whole, 0, columns, rows, 0
            return
        through = self.through if columns == self.columns else 0.0
        for first, second in splits(whole):
            a, b = self.table[first], self.table[second]
            order = self.order * inversions(first, second)
            for w in range(1, columns):
                price = float(a[w, rows] + b[columns - w, rows]) + (self.bump + order)
                if price < INF:
                    yield price, 1, first, second, columns, rows, w
            for h in range(1, rows):
                price = float(a[columns, h] + b[columns, rows - h]) + (order + through)
                if price < INF:
                    yield price, 2, first, second, columns, rows, h

    def _grow(self, root: Sequence[int]) -> Tree:
        kind, first, second, columns, rows, at = root
        if kind == 0:
            return Leaf(first.bit_length() - 1, columns, rows)
        if kind == 1:
            return Cut(
                False, self.tree(first, at, rows), self.tree(second, columns - at, rows)
            )
        return Cut(True, self.tree(first, columns, at), self.tree(second, columns, rows - at))


def splits(whole: int) -> Iterator[tuple[int, int]]:
    """Every way to part `whole` in two; the first part holds the best-ranked story."""
    lead = whole & -whole
    rest = whole ^ lead
    part = rest
    while part:
        part = (part - 1) & rest
        yield part | lead, rest ^ part


def inversions(first: int, second: int) -> int:
    """Pairs (a of `first`, b of `second`) whose b is ranked above a, though read after it."""
    return sum(
        (second & ((1 << story) - 1)).bit_count()
        for story in range(first.bit_length())
        if first >> story & 1
    )


def place(tree: Tree, column: int = 0, row: int = 0) -> Iterator[tuple[Leaf, int, int]]:
    """Every leaf with its upper left corner (column, row)."""
    if isinstance(tree, Leaf):
        yield tree, column, row
        return
    yield from place(tree.first, column, row)
    columns, rows = extent(tree.first)
    if tree.stacked:
        yield from place(tree.second, column, row + rows)
    else:
        yield from place(tree.second, column + columns, row)


def extent(tree: Tree) -> tuple[int, int]:
    """Columns and rows a tree covers."""
    if isinstance(tree, Leaf):
        return tree.columns, tree.rows
    a, b = extent(tree.first), extent(tree.second)
    return (a[0], a[1] + b[1]) if tree.stacked else (a[0] + b[0], a[1])
