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
from itertools import islice
from typing import NamedTuple, TypeAlias

import numpy as np

from edition.makeup.prices import PRICES, Prices
from edition.makeup.search.lastcuts import (
    ANY,
    EITHER,
    INF,
    NO_ROW,
    NO_STACK,
    Array,
    Halving,
    LastCuts,
    LeastPrices,
)
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
from edition.makeup.search.solving import TableFiller
from edition.makeup.search.streams import Stream
from edition.makeup.search.trees import Top, Tree, TreeLeaf, extent

Offer: TypeAlias = dict[tuple[int, int], tuple[float, ...]]
"""(columns, rows) → least price by what stands at the top, in the order of `Top`"""

__all__ = ["ANY", "INF", "NO_ROW", "NO_STACK", "Array", "Offer", "Slicer", "SlicingRules"]


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
        self.count, self.columns = len(offers), columns
        self.bump, self.order, self.anchored = prices.bump, prices.order, anchored
        self.strength = prices.strength
        self.offers = tuple(offers)
        self.through = np.zeros(columns + 1)
        self.through[columns] = prices.cut_through
        self.whole = (1 << self.count) - 1
        self._ways: dict[int, tuple[tuple[int, int], ...]] = {}
        """ways to part each set: the first part holds the best ranked, the second the anchored"""
        self._least = self._begun(sorted(self._reached(self.whole, self.most)), rows)
        TableFiller(self._least).fill()
        self._cuts = LastCuts(self._least)

    def _begun(self, sets: Sequence[int], rows: int) -> LeastPrices:
        """Tables in which only single stories have prices."""
        slots = {found: number for number, found in enumerate(sets)}
        shape = (len(sets), 2, 2, self.columns + 1, rows + 1)
        tables = (np.full(shape, INF), np.full(shape, INF), np.full(shape, INF))
        for number, offer in enumerate(self.offers):
            for (w, h), by_top in offer.items():
                if w <= self.columns and h <= rows:
                    for top, price in zip(Top, by_top, strict=False):
                        for table in tables:
                            table[slots[1 << number], top.left, top.right, w, h] = price
        under = np.full((len(sets), self.columns + 1, rows + 1), INF)
        halvings = {some: self._halving(ways, slots) for some, ways in self._ways.items()}
        return LeastPrices(tables, under, self.through, self.bump, slots, halvings)

    def _halving(self, ways: tuple[tuple[int, int], ...], slots: dict[int, int]) -> Halving:
        return Halving(
            ways,
            np.array([slots[a] for a, _ in ways], np.int64),
            np.array([slots[b] for _, b in ways], np.int64),
            np.array([self.order * inversions(a, b) for a, b in ways], np.float64),
            np.array([self.lean(a, b) for a, b in ways], np.float64),
        )

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

    def prices(self, root: int = ANY) -> Array:
        """Least price of the whole set at full width, by rows; `root` says what the tree may be."""
        table = self._least.tables[root][self._least.slots[self.whole], :, :, self.columns]
        found: Array = table.min(axis=(0, 1))
        return found

    def trees(self, rows: int, root: int = ANY) -> Stream[Tree]:
        """Every tree of the whole set on full width by `rows`, cheapest first."""
        return self._cuts.stream((self.whole, root, EITHER, EITHER, self.columns, rows))

    def roots(self, rows: int, most: int, root: int = ANY) -> Iterator[tuple[float, Tree]]:
        """The cheapest tree of each of the `most` cheapest last cuts: trees unlike one another."""
        key = (self.whole, root, EITHER, EITHER, self.columns, rows)
        return self._cuts.unlike(key, most)

    def let_go(self) -> None:
        """Forget what was asked for so far; it can be asked for again."""
        self._cuts.let_go()

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
