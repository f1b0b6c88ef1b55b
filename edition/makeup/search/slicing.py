"""Slicing trees by dynamic programming over subsets: the cheapest exact tiling, proved.

F[S][l][r][w][h] is the least price to tile w columns by h rows with the stories S, where l and
r say what stands at the upper left and right corner: 0 a bare head, 1 a picture, a box or an
advertisement. Two bare heads that meet across a cut are a bump (碰题), a cut right across the
zone is a through-cut (断版), a better-ranked story under a lesser one is out of order; all are
priced where the cut is made. Story 0 is the best ranked; the first part of every cut holds the
best ranked of its set, so the lead of every block stands at its upper left (C8). An anchored
item keeps to the lower right corner. A row of blocks, or a stack of them, is cut from its end,
so that one geometry is one tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from edition.makeup.prices import PRICES, Prices
from edition.makeup.search.parting import (
    GROUP,
    MOST,
    WAYS,
    halves,
    inversions,
    members,
    splits,
    subsets,
)
from edition.makeup.search.streams import Edge, Stream
from edition.makeup.search.trees import Cut, Top, Tree, TreeLeaf, extent

Array: TypeAlias = NDArray[np.float64]
SplitParts: TypeAlias = tuple[NDArray[np.int64], NDArray[np.int64], Array, Array]
Offer: TypeAlias = dict[tuple[int, int], tuple[float, ...]]
"""(columns, rows) → least price by what stands at the top, in the order of `Top`"""
INF = float("inf")
ANY, NO_STACK, NO_ROW = 0, 1, 2
"""What a block may be at its root: anything, no stack, no row of blocks."""
EITHER, STACKED = -1, -1
"""Whatever stands at the corners; the mark of a cut across."""


Key: TypeAlias = tuple[int, int, int, int, int, int]
"""set, kind of root, left corner, right corner, columns, rows"""


class SlicingRules(NamedTuple):
    """What cuts cost, and how large a set may be of which every tree is tried."""

    prices: Prices = PRICES
    whole: int = MOST


USUAL_RULES = SlicingRules()


class Slicer:
    """All least prices for one set of stories on `columns` by at most `rows`.

    `offers[i]` holds the shapes of story i; `anchored` is a bit set. Work grows as 3ⁿ: a set of
    more than `rules.whole` is only halved in a few ways, its halves again until they are small.
    """

    def __init__(
        self, offers: Sequence[Offer], columns: int, rows: int, anchored: int = 0,
        rules: SlicingRules = USUAL_RULES,
    ) -> None:
        prices = rules.prices
        self.most = rules.whole
        self.count, self.columns, self.rows = len(offers), columns, rows
        self.bump, self.order, self.anchored = prices.bump, prices.order, anchored
        self.strength = prices.strength
        self.offers = tuple(offers)
        self.through = np.zeros(columns + 1)
        self.through[columns] = prices.cut_through
        self.whole = (1 << self.count) - 1
        self._ways: dict[int, tuple[tuple[int, int], ...]] = {}
        sets = sorted(self._reached(self.whole, self.most))
        self._slot = {found: number for number, found in enumerate(sets)}
        shape = (len(sets), 2, 2, columns + 1, rows + 1)
        self.tables = tuple(np.full(shape, INF) for _ in (ANY, NO_STACK, NO_ROW))
        self.under = np.full((len(sets), columns + 1, rows + 1), INF)
        self._streams: dict[Key, Stream[Tree]] = {}
        self._splits: dict[int, SplitParts] = {}
        self._spans = [(0, 0)] * len(sets)
        for number, offer in enumerate(offers):
            for table in self.tables:
                for (w, h), prices_by_top in offer.items():
                    if w <= columns and h <= rows:
                        for top, price in zip(Top, prices_by_top, strict=False):
                            table[self._slot[1 << number], top.left, top.right, w, h] = price
        for found in sets:
            self._solve(found)

    @property
    def exact(self) -> bool:
        """True when every slicing tree is among the ways."""
        return self.count <= self.most

    def _reached(self, whole: int, most: int) -> set[int]:
        """Every set of stories that some way of cutting `whole` asks for."""
        found = {whole}
        if whole & (whole - 1) == 0:
            return found
        if whole.bit_count() <= most:
            for some in subsets(whole):
                self._ways[some] = tuple(
                    (a, b) for a, b in splits(some) if not a & self.anchored
                )
                found.add(some)
            return found
        most_ways = next(ways for count, ways in WAYS if self.count <= count)
        self._ways[whole] = tuple(islice(halves(whole, self.anchored), most_ways))
        for first, second in self._ways[whole]:
            group = min(GROUP, self.most)
            found |= self._reached(first, group) | self._reached(second, group)
        return found

    def splits(self, whole: int) -> tuple[tuple[int, int], ...]:
        """Ways to part `whole`: the first part holds the best ranked, the second the anchored."""
        return self._ways.get(whole, ())

    def _solve(self, whole: int) -> None:
        slot = self._slot[whole]
        table, no_stack, no_row = (found[slot] for found in self.tables)
        if whole & (whole - 1):
            for first, second in self.splits(whole):
                self._stack(no_row, first, second)
                self._beside(no_stack, first, second)
            np.minimum(no_stack, no_row, out=table)
        self.under[slot] = no_stack.min(axis=(0, 1))
        heights = np.flatnonzero(np.isfinite(table).any(axis=(0, 1, 2)))
        self._spans[slot] = (int(heights[0]), int(heights[-1]) + 1) if heights.size else (0, 0)

    def _stack(self, best: Array, first: int, second: int) -> None:
        one, two = self._slot[first], self._slot[second]
        a0, a1 = self._spans[one]
        b0, b1 = self._spans[two]
        if a1 == 0 or b1 == 0 or a0 + b0 > self.rows:
            return
        toll = self.order * inversions(first, second) + self.through[:, None]
        above = self.tables[ANY][one][..., a0:a1]
        below = self.under[two][:, b0:b1] + toll
        reach = min(self.rows + 1, a1 + b1 - 1) - a0 - b0
        part = best[..., a0 + b0 : a0 + b0 + reach]
        np.minimum(part, stacked(above, below, reach), out=part)

    def _beside(self, best: Array, first: int, second: int) -> None:
        one, two = self._slot[first], self._slot[second]
        low = max(self._spans[one][0], self._spans[two][0])
        high = min(self._spans[one][1], self._spans[two][1])
        if low >= high:
            return
        left = self.tables[ANY][one][..., low:high]
        right = self.tables[NO_ROW][two][..., low:high]
        after_bare = np.minimum(right[0] + self.bump, right[1])
        after_parted = np.minimum(right[0], right[1])
        toll = self.lean(first, second)
        for w in range(1, self.columns):
            rest = slice(1, self.columns + 1 - w)
            part = best[:, :, w + 1 :, low:high]
            for corner, after in ((0, after_bare), (1, after_parted)):
                start = left[:, corner, None, w, None]
                if np.isfinite(start).any():
                    np.minimum(part, start + (after[None, :, rest] + toll), out=part)

    def prices(self, root: int = ANY) -> Array:
        """Least price of the whole set at full width, by rows; `root` says what the tree may be."""
        table = self.tables[root][self._slot[self.whole], :, :, self.columns]
        found: Array = table.min(axis=(0, 1))
        return found

    def trees(self, rows: int, root: int = ANY) -> Stream[Tree]:
        """Every tree of the whole set on full width by `rows`, cheapest first."""
        return self._stream((self.whole, root, EITHER, EITHER, self.columns, rows))

    def price_of(self, tree: Tree) -> float:
        """What a tree costs along its cuts."""
        return self._priced(tree)[0]

    def _priced(self, tree: Tree) -> tuple[float, int, int, int]:
        """Price of a tree, its corners, and its set of stories."""
        if isinstance(tree, TreeLeaf):
            prices = self.offers[tree.story][tree.columns, tree.rows]
            return prices[tree.top], tree.top.left, tree.top.right, 1 << tree.story
        a, b = self._priced(tree.first), self._priced(tree.second)
        whole = a[3] | b[3]
        if tree.stacked:
            through = float(self.through[extent(tree)[0]])
            return a[0] + b[0] + self.order * inversions(a[3], b[3]) + through, a[1], a[2], whole
        bump = 0.0 if a[2] or b[1] else self.bump
        return a[0] + b[0] + bump + self.lean(a[3], b[3]), a[1], b[2], whole

    def roots(self, rows: int, most: int, root: int = ANY) -> Iterator[tuple[float, Tree]]:
        """The cheapest tree of each of the `most` cheapest last cuts: trees unlike one another."""
        found = [
            edge
            for left in (0, 1)
            for right in (0, 1)
            for edge in islice(
                self._edges((self.whole, root, left, right, self.columns, rows)), most
            )
        ]
        for edge in sorted(found, key=lambda edge: edge.price)[:most]:
            got = Stream(iter([edge])).get(0)
            if got is not None:
                yield got

    def _stream(self, key: Key) -> Stream[Tree]:
        if key not in self._streams:
            self._streams[key] = Stream(self._edges(key))
        return self._streams[key]

    def _edges(self, key: Key) -> Iterator[Edge[Tree]]:
        """The last cuts of a block, cheapest first."""
        whole, kind, left, right, columns, rows = key
        if left == EITHER:
            yield from self._corners(key)
            return
        if whole & (whole - 1) == 0:
            price = float(self.tables[ANY][self._slot[whole], left, right, columns, rows])
            if price < INF:
                top = next(top for top in Top if (top.left, top.right) == (left, right))
                yield Edge(price, TreeLeaf(whole.bit_length() - 1, columns, rows, top))
            return
        prices, cuts = [], []
        if kind != NO_STACK:
            prices.append(self._stacked(key))
            cuts.append((STACKED, 0))
        if kind != NO_ROW:
            for a in (0, 1):
                for b in (0, 1):
                    prices.append(self._rowed(key, a, b))
                    cuts.append((a, b))
        flat = np.concatenate([found.ravel() for found in prices])
        starts = np.cumsum([0] + [found.size for found in prices])
        for at in np.argsort(flat, kind="stable").tolist():
            price = float(flat[at])
            if price == INF:
                return
            group = int(np.searchsorted(starts, at, side="right")) - 1
            split, cut = divmod(at - int(starts[group]), prices[group].shape[1])
            yield self._edge(key, price, cuts[group], split, cut + 1)

    def _corners(self, key: Key) -> Iterator[Edge[Tree]]:
        """The four kinds of corners at `key`, as edges with one part each."""
        whole, kind, _, _, columns, rows = key
        table = self.tables[kind][self._slot[whole]]
        found = sorted(
            (float(table[left, right, columns, rows]), left, right)
            for left in (0, 1)
            for right in (0, 1)
        )
        for price, left, right in found:
            if price < INF:
                cornered = (whole, kind, left, right, columns, rows)
                yield Edge(price, None, 0.0, None, partial(self._stream, cornered), _alone)

    def _stacked(self, key: Key) -> Array:
        """Prices of a stack by split and by rows of the first part, from 1."""
        whole, _, left, right, columns, rows = key
        first, second, order, _ = self._parts(whole)
        above = self.tables[ANY][first, left, right, columns, 1:rows]
        below = self.under[second, columns, rows - 1 : 0 : -1]
        found: Array = above + below + (order[:, None] + self.through[columns])
        return found

    def _rowed(self, key: Key, a: int, b: int) -> Array:
        """Prices of a row by split and by columns of the first part, from 1.

        `a` and `b` say what stands at either side of the cut between them.
        """
        whole, _, left, right, columns, rows = key
        first, second, _, leans = self._parts(whole)
        one = self.tables[ANY][first, left, a, 1:columns, rows]
        other = self.tables[NO_ROW][second, b, right, columns - 1 : 0 : -1, rows]
        found: Array = one + other + (leans[:, None] + (0.0 if a or b else self.bump))
        return found

    def _edge(
        self, key: Key, price: float, cut: tuple[int, int], split: int, at: int
    ) -> Edge[Tree]:
        whole, _, left, right, columns, rows = key
        one, two = self.splits(whole)[split]
        order = self._parts(whole)[2][split]
        if cut[0] == STACKED:
            keys = (
                (one, ANY, left, right, columns, at),
                (two, NO_STACK, EITHER, EITHER, columns, rows - at),
            )
            base = float(order) + float(self.through[columns])
        else:
            a, b = cut
            keys = (
                (one, ANY, left, a, at, rows), (two, NO_ROW, b, right, columns - at, rows)
            )
            base = float(self._parts(whole)[3][split]) + (0.0 if a or b else self.bump)
        stacked = cut[0] == STACKED
        return Edge(
            price, None, base,
            lambda: self._stream(keys[0]), lambda: self._stream(keys[1]),
            lambda x, y: Cut(stacked, x, y),
        )

    def _parts(self, whole: int) -> SplitParts:
        """Of every split of `whole`: the slots of its parts, what it costs stacked and in a row."""
        if whole not in self._splits:
            found = self.splits(whole)
            self._splits[whole] = (
                np.array([self._slot[a] for a, _ in found], np.int64),
                np.array([self._slot[b] for _, b in found], np.int64),
                np.array([self.order * inversions(a, b) for a, b in found]),
                np.array([self.lean(a, b) for a, b in found]),
            )
        return self._splits[whole]

    def lean(self, first: int, second: int) -> float:
        """What a row of two parts of a large set is likely to cost in rank of place.

        Small sets bear nothing: the places themselves are weighed later. Here every part is
        taken to be laid out from its best story at the head to its last at the foot.
        """
        if (first | second).bit_count() <= self.most:
            return 0.0
        places = [
            (story, (at + 0.5) / part.bit_count())
            for part in (first, second)
            for at, story in enumerate(members(part))
        ]
        count = sum(
            (a < b) != (p < q) for i, (a, p) in enumerate(places) for b, q in places[:i]
        )
        return self.strength * count


def _alone(_: None, tree: Tree) -> Tree:
    return tree


def stacked(above: Array, below: Array, reach: int) -> Array:
    """Least sums above[…, w, i] + below[w, j] by i + j < `reach`, in one sweep."""
    if above.shape[-1] <= below.shape[-1]:
        windows = _sliding(below, above.shape[-1], reach)
        found: Array = (above[..., None, :] + windows).min(axis=-1)
        return found
    windows = _sliding(above, below.shape[-1], reach)
    found = (below[:, None, :] + windows).min(axis=-1)
    return found


def _sliding(table: Array, depth: int, reach: int) -> Array:
    """windows[…, t, i] = table[…, t − i], INF outside, without copying it `depth` times."""
    width = max(table.shape[-1], reach)
    padded = np.full((*table.shape[:-1], depth - 1 + width), INF)
    padded[..., depth - 1 : depth - 1 + table.shape[-1]] = table
    step = padded.strides[-1]
    return np.lib.stride_tricks.as_strided(
        padded[..., depth - 1 :], (*table.shape[:-1], reach, depth),
        (*padded.strides[:-1], step, -step), writeable=False,
    )
