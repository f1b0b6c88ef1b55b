"""A page as zones: each section its own slicing tree, their depths chosen together.

A zone gives up its foot row when a section head or the foot of the page follows, so that the
page is filled to its last row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from edition.makeup.choices import FOOT, Choices, Item, Recipe, cheapest
from edition.makeup.prices import PRICES
from edition.makeup.score import Box, bumps, tau, through_cuts
from edition.makeup.slicing import INF, Array, Cut, Slicer, Tree, place
from edition.model import Section

ROOTS = 40
"""roots of each zone weighed by the full score"""
DEPTHS = 16
"""divisions of the page among its zones weighed by the full score"""
LEAST_FILLER = 3
LEAD_ABOVE = 0.1
"""em by which the lead's headline must be larger than any other (C8)"""


@dataclass(frozen=True)
class Zone:
    """Items that share a band of the page; `section` is None where no head is printed."""

    section: Section | None
    items: tuple[Item, ...]
    options: tuple[Choices, ...]
    columns: int
    limit: int
    parted: bool = False
    """True when the section has more stories on this page than one tree takes"""

    @cached_property
    def slicer(self) -> Slicer:
        return Slicer([cheapest(found) for found in self.options], self.columns, self.limit)

    @cached_property
    def layouts(self) -> dict[int, tuple[float, Tree]]:
        return {}

    def best(self, rows: int) -> tuple[float, Tree]:
        """Price and tree of the zone at `rows`, the best of its roots by the full score."""
        if rows not in self.layouts:
            whole = (1 << len(self.items)) - 1
            roots = self.slicer.roots(whole, self.columns, rows, ROOTS)
            weighed = [(price + surcharge(tree), tree) for price, tree in roots]
            self.layouts[rows] = min(weighed, key=lambda found: found[0])
        return self.layouts[rows]


@dataclass(frozen=True, slots=True)
class Placed:
    """One item in its rectangle on the page, rows counted from the head of its zone."""

    item: Item
    recipe: Recipe
    box: Box


@dataclass(frozen=True, slots=True)
class Band:
    """A zone with its depth settled."""

    zone: Zone
    rows: int
    """rows on the page, section head left out"""
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class PagePlan:
    bands: tuple[Band, ...]
    filler: int
    """rows of filler at the foot"""
    price: float


def boxes_of(tree: Tree) -> list[Box]:
    """Rectangles of the stories of a tree, best ranked first."""
    found = sorted(place(tree), key=lambda leaf: leaf[0].story)
    return [(column, row, leaf.columns, leaf.rows) for leaf, column, row in found]


def surcharge(tree: Tree) -> float:
    """What a tree costs beyond its cuts: bumps and cuts that only coincide, and rank order."""
    boxes = boxes_of(tree)
    width = max(column + columns for column, _, columns, _ in boxes)
    beside, across = _counted(tree, width)
    return (
        PRICES.bump * max(0, bumps(boxes) - beside)
        + PRICES.cut_through * max(0, through_cuts(boxes) - across)
        + PRICES.strength * (1 - tau(boxes))
    )


def _counted(tree: Tree, width: int) -> tuple[int, int]:
    """Bumps and through-cuts the slicer has priced already."""
    if not isinstance(tree, Cut):
        return 0, 0
    columns = max(column + leaf.columns for leaf, column, _ in place(tree))
    a, b = _counted(tree.first, width), _counted(tree.second, width)
    across = tree.stacked and columns == width
    return a[0] + b[0] + (not tree.stacked), a[1] + b[1] + across


def plan(zones: Sequence[Zone], rows: int, section_rows: int) -> PagePlan | None:
    """The cheapest filling of `rows` rows by `zones` in order, or None when copy is left over."""
    heads = sum(section_rows for zone in zones if zone.section)
    free = rows - heads
    best: PagePlan | None = None
    for filler, depths in _divisions(zones, free):
        made = _settle(zones, depths, filler)
        if best is None or made.price < best.price - 1e-9:
            best = made
    return best


def trimmed(zones: Sequence[Zone], number: int, filler: int) -> bool:
    """True when zone `number` gives up its foot row."""
    if number == len(zones) - 1:
        return filler == 0
    return zones[number + 1].section is not None


def _divisions(zones: Sequence[Zone], free: int) -> list[tuple[int, tuple[int, ...]]]:
    """The cheapest (filler rows, tree rows of each zone) that fill `free` rows."""
    found: list[tuple[float, int, tuple[int, ...]]] = []
    for short in (False, True):
        curves = [
            (zone.slicer.prices(), FOOT if trimmed(zones, i, short) else 0)
            for i, zone in enumerate(zones)
        ]
        for filler in range(LEAST_FILLER, free) if short else (0,):
            toll = PRICES.filler * (1 + filler / 40) if short else 0.0
            for price, depths in _share(curves, free - filler):
                found.append((price + toll, filler, depths))
    found.sort(key=lambda division: (division[0], division[1], division[2]))
    return [(filler, depths) for _, filler, depths in found[:DEPTHS]]


def _share(
    curves: Sequence[tuple[Array, int]], total: int
) -> list[tuple[float, tuple[int, ...]]]:
    """The best divisions of `total` rows among the zones by least price."""
    layer: dict[int, list[tuple[float, tuple[int, ...]]]] = {0: [(0.0, ())]}
    for prices, trim in curves:
        after: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
        for rows in np.flatnonzero(np.isfinite(prices)).tolist():
            for used, ways in layer.items():
                at = used + rows - trim
                if at <= total:
                    after.setdefault(at, []).extend(
                        (price + float(prices[rows]), (*depths, rows)) for price, depths in ways
                    )
        layer = {at: sorted(ways)[:DEPTHS] for at, ways in after.items()}
    return layer.get(total, [])


def _settle(zones: Sequence[Zone], depths: Sequence[int], filler: int) -> PagePlan:
    chosen = [zone.best(rows) for zone, rows in zip(zones, depths, strict=True)]
    boxes = [boxes_of(tree) for _, tree in chosen]
    sizes = [
        zone.options[i][(box[2], box[3])]
        for zone, band in zip(zones, boxes, strict=True)
        for i, box in enumerate(band)
    ]
    recipes, price = falling(sizes)
    extra = sum(cost - sum(min(r.price for r in zone.options[i][(b[2], b[3])].values())
                           for i, b in enumerate(band))
                for zone, band, (cost, _) in zip(zones, boxes, chosen, strict=True))
    bands, at = [], 0
    for number, (zone, band) in enumerate(zip(zones, boxes, strict=True)):
        placed = tuple(
            Placed(item, recipe, box)
            for item, recipe, box in zip(zone.items, recipes[at:], band, strict=False)
        )
        at += len(band)
        rows = depths[number] - (FOOT if trimmed(zones, number, filler) else 0)
        bands.append(Band(zone, rows, placed))
    toll = PRICES.filler * (1 + filler / 40) if filler else 0.0
    return PagePlan(tuple(bands), filler, price + extra + toll)


def falling(sizes: Sequence[dict[float, Recipe]]) -> tuple[list[Recipe], float]:
    """Recipes in rank order whose headline sizes fall, where that can be had at the price.

    Exact: a dynamic program over the smallest size so far; a rise costs by the em.
    """
    layer: dict[float, tuple[float, list[Recipe]]] = {INF: (0.0, [])}
    for order, choice in enumerate(sizes):
        after: dict[float, tuple[float, list[Recipe]]] = {}
        for least, (price, chosen) in layer.items():
            for size, recipe in choice.items():
                rise = max(0.0, size - least)
                toll = PRICES.inversion * (1 + rise * 2) if rise else 0.0
                total = price + recipe.price + toll
                key = min(least, size - LEAD_ABOVE * (order == 0)) if size else least
                if key not in after or total < after[key][0] - 1e-9:
                    after[key] = (total, [*chosen, recipe])
        layer = after
    price, recipes = min(layer.values(), key=lambda found: found[0])
    return recipes, price
