"""The slicing trees of a block, cheapest first, read back from the tables of least prices.

A block is a set of stories on so many columns and rows. Its last cut parts it into two blocks; of
each such cut the tables tell the least price, so the cuts come in order of price, and a tree is
made only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from heapq import merge
from itertools import islice
from operator import itemgetter
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from edition.makeup.search.streams import Edge, Stream
from edition.makeup.search.trees import Cut, Top, Tree, TreeLeaf

Array: TypeAlias = NDArray[np.float64]
Numbers: TypeAlias = NDArray[np.int64]
INF = float("inf")
ANY, NO_STACK, NO_ROW = 0, 1, 2
"""What a block may be at its root: anything, no stack, no row of blocks."""
EITHER = -1
"""whatever stands at the corners"""

Key: TypeAlias = tuple[int, int, int, int, int, int]
"""set, kind of root, left corner, right corner, columns, rows"""
TOPS = {(top.left, top.right): top for top in Top}


@dataclass(frozen=True, slots=True)
class Halving:
    """Every way a set is parted in two, and what each costs whatever the shapes."""

    ways: tuple[tuple[int, int], ...]
    first: Numbers
    """slots of the first parts"""
    second: Numbers
    order: Array
    """price of one part above the other"""
    leans: Array
    """price of one part beside the other"""


@dataclass(frozen=True, slots=True)
class LeastPrices:
    """The tables of a slicer: least prices by slot of a set, corners, columns and rows."""

    tables: tuple[Array, Array, Array]
    """of any tree, of no stack, of no row of blocks"""
    under: Array
    """of no stack, whatever stands at its corners"""
    through: Array
    """price of a cut across, by columns"""
    bump: float
    slots: dict[int, int]
    """set → its slot"""
    halvings: dict[int, Halving]


@dataclass(frozen=True, slots=True)
class LastCuts:
    """The trees of every block that the tables know."""

    least: LeastPrices
    _streams: dict[Key, Stream[Tree]] = field(default_factory=dict)

    def stream(self, key: Key) -> Stream[Tree]:
        """Every tree of a block, cheapest first."""
        found = self._streams.get(key)
        if found is None:
            found = self._streams[key] = Stream(self._edges(key))
        return found

    def unlike(self, key: Key, most: int) -> Iterator[tuple[float, Tree]]:
        """The cheapest tree of each of the `most` cheapest last cuts, whatever its corners."""
        whole, kind, _, _, columns, rows = key
        cuts = merge(
            *(
                self._edges((whole, kind, left, right, columns, rows))
                for left in (0, 1) for right in (0, 1)
            ),
            key=itemgetter(0),
        )
        for edge in islice(cuts, most):
            got = Stream(iter([edge])).get(0)
            if got is not None:
                yield got

    def let_go(self) -> None:
        """Forget every stream: they hold the tables, and the tables are large."""
        self._streams.clear()

    def _edges(self, key: Key) -> Iterator[Edge[Tree]]:
        """The last cuts of a block, cheapest first."""
        whole, _, left, right, columns, rows = key
        if left == EITHER:
            yield from self._corners(key)
            return
        least = self.least
        if whole & (whole - 1) == 0:
            price = float(least.tables[ANY][least.slots[whole], left, right, columns, rows])
            if price < INF:
                yield Edge(price, TreeLeaf(
                    whole.bit_length() - 1, columns, rows, TOPS[left, right]
                ))
            return
        prices = self._prices(key)
        if not prices.size:
            return
        first = int(prices.argmin())
        if prices[first] == INF:
            return
        edge = self._edge_maker(key)
        yield edge(float(prices[first]), first)
        for at in np.argsort(prices, kind="stable")[1:].tolist():
            price = float(prices[at])
            if price == INF:
                return
            yield edge(price, at)

    def _corners(self, key: Key) -> Iterator[Edge[Tree]]:
        """The four kinds of corners at `key`, as edges with one part each."""
        whole, kind, _, _, columns, rows = key
        least = self.least
        table = least.tables[kind][least.slots[whole], :, :, columns, rows]
        found = sorted(
            (float(table[left, right]), left, right) for left in (0, 1) for right in (0, 1)
        )
        for price, left, right in found:
            if price < INF:
                cornered = (whole, kind, left, right, columns, rows)
                yield Edge(price, None, 0.0, None, partial(self.stream, cornered), _alone)

    def _prices(self, key: Key) -> Array:
        """Prices of every last cut: of stacks by way and rows of the first part, then of rows.

        Rows of blocks come by what stands at the left and the right of the cut, by way, and by
        columns of the first part.
        """
        whole, kind, left, right, columns, rows = key
        least, parts = self.least, self.least.halvings[whole]
        found = []
        if kind != NO_STACK:
            above = least.tables[ANY][parts.first, left, right, columns, 1:rows]
            below = least.under[parts.second, columns, rows - 1 : 0 : -1]
            tolls = parts.order[:, None] + least.through[columns]
            found.append((above + below + tolls).ravel())
        if kind != NO_ROW:
            one = least.tables[ANY][parts.first, left, :, 1:columns, rows]
            other = least.tables[NO_ROW][parts.second, :, right, columns - 1 : 0 : -1, rows]
            beside = one.transpose(1, 0, 2)[:, None] + other.transpose(1, 0, 2)[None]
            beside[0, 0] += (parts.leans + least.bump)[:, None]
            beside[0, 1] += parts.leans[:, None]
            beside[1] += parts.leans[:, None]
            found.append(beside.ravel())
        return np.concatenate(found) if len(found) > 1 else found[0]

    def _edge_maker(self, key: Key) -> Callable[[float, int], Edge[Tree]]:
        """What makes an edge of a price and its place among `_prices`."""
        whole, kind, left, right, columns, rows = key
        least, parts = self.least, self.least.halvings[whole]
        stacks = 0 if kind == NO_STACK else len(parts.ways) * (rows - 1)

        def edge(price: float, at: int) -> Edge[Tree]:
            if at < stacks:
                way, cut = divmod(at, rows - 1)
                one, two = parts.ways[way]
                return Edge(
                    price, None, float(parts.order[way]) + float(least.through[columns]),
                    partial(self.stream, (one, ANY, left, right, columns, cut + 1)),
                    partial(self.stream,
                            (two, NO_STACK, EITHER, EITHER, columns, rows - cut - 1)),
                    _stacked,
                )
            group, rest = divmod(at - stacks, len(parts.ways) * (columns - 1))
            way, cut = divmod(rest, columns - 1)
            one, two = parts.ways[way]
            a, b = divmod(group, 2)
            return Edge(
                price, None, float(parts.leans[way]) + (0.0 if a or b else least.bump),
                partial(self.stream, (one, ANY, left, a, cut + 1, rows)),
                partial(self.stream, (two, NO_ROW, b, right, columns - cut - 1, rows)),
                _beside,
            )

        return edge


def _alone(_: None, tree: Tree) -> Tree:
    return tree


def _stacked(first: Tree, second: Tree) -> Tree:
    return Cut(True, first, second)


def _beside(first: Tree, second: Tree) -> Tree:
    return Cut(False, first, second)
