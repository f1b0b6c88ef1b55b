"""A page as zones: each section its own slicing tree, their depths chosen together.

A zone gives up its foot row when a section head or the foot of the page follows, so that the
page is filled to its last row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from edition.makeup.items import PageItem
from edition.makeup.prices import filler_toll
from edition.makeup.recipes import FOOT, Choices, Recipe, offer
from edition.makeup.search.parting import MOST
from edition.makeup.search.score import CellBox
from edition.makeup.search.shape import PageShape
from edition.makeup.search.slicing import ANY, INF, Array, Offer, Slicer, SlicingRules
from edition.makeup.search.streams import Edge, Stream
from edition.makeup.search.trees import Tree
from edition.model import Section

LEAST_FILLER = 3
"""rows"""

Way = tuple[int, tuple[tuple[int, Tree], ...]]
"""rows of filler at the foot, and for each zone the rows and the tree that fill it"""


@dataclass(frozen=True)
class Zone:
    """Items that share a band of the page; `section` is None where no head is printed."""

    section: Section | None
    items: tuple[PageItem, ...]
    options: tuple[Choices, ...]
    columns: int
    limit: int
    anchored: bool = False
    """True when the last item keeps to the lower right corner"""
    whole: int = MOST
    """items up to which every slicing tree is tried"""
    root: int = ANY
    """what its tree may be at its first cut"""

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """The shapes of each item, with their prices."""
        return tuple(offer(found) for found in self.options)

    @cached_property
    def slicer(self) -> Slicer:
        last = 1 << (len(self.items) - 1) if self.anchored else 0
        rules = SlicingRules(whole=self.whole)
        return Slicer(self.offers, self.columns, self.limit, last, rules)

    def prices(self) -> Array:
        """Least price of the zone by its rows."""
        return self.slicer.prices(self.root)


@dataclass(frozen=True, slots=True)
class Placed:
    """One item in its rectangle on the page, rows counted from the head of its zone."""

    item: PageItem
    recipe: Recipe
    box: CellBox


@dataclass(frozen=True, slots=True)
class ZoneBand:
    """A zone with its depth settled."""

    zone: Zone
    rows: int
    """rows on the page, section head left out"""
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PagePlan:
    bands: tuple[ZoneBand, ...]
    filler: int
    """rows of filler at the foot"""
    price: float
    gap: float = 0.0
    """by how much a page could at most be cheaper; 0 is proved"""
    exact: bool = True
    """False when a section held more stories than every slicing tree is tried of"""
    shape: PageShape | None = None
    """None for a page that one item fills, and one without news"""

    @property
    def bound(self) -> float:
        """What no page of these items can be cheaper than."""
        return self.price - self.gap


class Ways:
    """Every filling of `rows` rows by zones one under the other, cheapest first."""

    def __init__(self, zones: Sequence[Zone], rows: int, section_rows: int) -> None:
        self.zones, self.rows = tuple(zones), rows
        self.free = rows - sum(section_rows for zone in zones if zone.section)
        self._chains: dict[tuple[int, int, bool], Stream[tuple[tuple[int, Tree], ...]]] = {}

    @cached_property
    def _least(self) -> dict[bool, list[Array]]:
        """Least prices by zone and rows; where a filler follows the last zone, and where none."""
        return {short: self._curves(short) for short in (False, True)}

    @property
    def exact(self) -> bool:
        """True when every slicing tree of every zone is among the ways."""
        return all(zone.slicer.exact for zone in self.zones)

    def stream(self) -> Stream[Way]:
        """With no filler, and with every depth of filler at its toll."""
        return Stream(self._fillers())

    def _fillers(self) -> Iterator[Edge[Way]]:
        found = [(self._price(0, self.free, False), 0)]
        found += [
            (self._price(0, self.free - filler, True) + filler_toll(filler), filler)
            for filler in range(LEAST_FILLER, max(self.free, LEAST_FILLER))
        ]
        for price, filler in sorted(found):
            if price < INF:
                yield Edge(
                    price, None, filler_toll(filler), None,
                    partial(self._chain, 0, self.free - filler, filler > 0),
                    partial(_over_filler, filler),
                )

    def trim(self, number: int, short: bool) -> int:
        """Rows a zone gives up at its foot."""
        return FOOT if trimmed(self.zones, number, short) else 0

    def _curves(self, short: bool) -> list[Array]:
        """least[z][rows]: the least price to fill `rows` with the zones from z on."""
        after: Array = np.full(self.free + 1, INF)
        if self.free >= 0:
            after[0] = 0.0
        curves = [after]
        for number in range(len(self.zones) - 1, -1, -1):
            prices = self.zones[number].prices()
            trim = self.trim(number, short)
            best: Array = np.full(self.free + 1, INF)
            for depth in np.flatnonzero(np.isfinite(prices)).tolist():
                used = depth - trim
                if 0 <= used <= self.free:
                    part = best[used:]
                    np.minimum(part, curves[0][: self.free + 1 - used] + prices[depth], out=part)
            curves.insert(0, best)
        return curves

    def _price(self, number: int, rows: int, short: bool) -> float:
        return float(self._least[short][number][rows]) if rows >= 0 else INF

    def _chain(
        self, number: int, rows: int, short: bool
    ) -> Stream[tuple[tuple[int, Tree], ...]]:
        key = (number, rows, short)
        if key not in self._chains:
            self._chains[key] = Stream(self._links(number, rows, short))
        return self._chains[key]

    def _links(
        self, number: int, rows: int, short: bool
    ) -> Iterator[Edge[tuple[tuple[int, Tree], ...]]]:
        if number == len(self.zones):
            yield Edge(0.0, ())
            return
        zone, trim = self.zones[number], self.trim(number, short)
        prices = zone.prices()
        found = sorted(
            (float(prices[depth]) + self._price(number + 1, rows - depth + trim, short), depth)
            for depth in np.flatnonzero(np.isfinite(prices)).tolist()
            if depth - trim <= rows
        )
        for price, depth in found:
            if price < INF:
                yield Edge(
                    price, None, 0.0, partial(zone.slicer.trees, depth, zone.root),
                    partial(self._chain, number + 1, rows - depth + trim, short),
                    partial(_above, depth - trim),
                )


def _over_filler(filler: int, _: None, trees: tuple[tuple[int, Tree], ...]) -> Way:
    return filler, trees


def _above(
    rows: int, tree: Tree, rest: tuple[tuple[int, Tree], ...]
) -> tuple[tuple[int, Tree], ...]:
    return (rows, tree), *rest


def trimmed(zones: Sequence[Zone], number: int, short: bool) -> bool:
    """True when zone `number` gives up its foot row; `short` when a filler follows the last."""
    if number == len(zones) - 1:
        return not short
    return zones[number + 1].section is not None
