"""The full price of a page, and the page that is cheapest by it, proved where the search ends.

The slicer's price adds up along cuts; bumps and cuts that only coincide, the rank of a place and
the fall of headline sizes do not. All of these only add, so the ways of filling a page are
weighed from the cheapest up until the next one's bare price reaches the best full price: then no
page can be cheaper. Where the search stops before, `gap` says what is left unproved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from edition.makeup.prices import PRICES
from edition.makeup.recipes import Recipe
from edition.makeup.search.effort import USUAL, Effort
from edition.makeup.search.floor import least_price
from edition.makeup.search.score import EPS, CellBox, bumps, inverted, through_cuts
from edition.makeup.search.shape import shape_of
from edition.makeup.search.slicing import INF
from edition.makeup.search.trees import TreeLeaf, across_in, bumps_in, place
from edition.makeup.search.zones import PagePlan, Placed, Way, Ways, Zone, ZoneBand

SMALL = 10
"""items of a crowded zone from which fewer are tried"""
LEAD_ABOVE = 0.1
"""em by which the lead's headline must be larger than any other (C8)"""
LARGER_ART = 1.15
"""times a better story's picture from which a later one's is the larger"""

Sizes = dict[float, Recipe]
"""headline size → cheapest recipe, for one story in its rectangle"""


@dataclass(frozen=True, slots=True)
class _Tried:
    """One way with what stands where."""

    way: Way
    leaves: tuple[tuple[TreeLeaf, ...], ...]
    """of each zone, best ranked first"""
    boxes: tuple[tuple[CellBox, ...], ...]
    """of each zone, rows from the head of the zone"""


@dataclass(frozen=True, slots=True)
class _Best:
    """The cheapest way found so far."""

    price: float
    bare: float
    tried: _Tried
    recipes: list[Recipe]


def best(
    ways: Ways, section_rows: int, effort: Effort = USUAL,
    ask: Callable[[int], None] = lambda _: None,
) -> PagePlan | None:
    """The cheapest page by the full price, or None when copy is left over.

    `ask` is told of ways before they are weighed; it may stop the search by raising.
    """
    stream = ways.stream()
    found: _Best | None = None
    bare = INF
    for number in range(effort.ways if ways.exact else effort.crowded):
        ask(1)
        got = stream.get(number)
        if got is None:
            bare = INF
            break
        bare, way = got
        if found is not None and bare >= found.price - EPS:
            break
        found = _weighed(ways, way, bare, section_rows, found)
    if found is None:
        ways.let_go()
        return None
    for price, way in _unlike(ways, found, effort.unlike):
        ask(1)
        found = _weighed(ways, way, price, section_rows, found) or found
    floor = bare if ways.exact else least_price(ways)
    ways.let_go()
    made = _settled(
        ways.zones, found.tried, found.recipes, found.price, max(0.0, found.price - floor)
    )
    return replace(
        made, exact=ways.exact, shape=shape_of(found.tried.way[1][0][1], ways.rows)
    )


def _weighed(
    ways: Ways, way: Way, bare: float, section_rows: int, found: _Best | None
) -> _Best | None:
    """The cheaper of `found` and `way`, whose price along cuts is `bare`."""
    if found is not None and bare >= found.price - EPS:
        return found
    tried = _tried(way)
    price = bare + geometry(ways.zones, tried, section_rows)
    if found is not None and price >= found.price - EPS:
        return found
    recipes, more = falling(sizes(ways.zones, tried))
    if found is not None and price + more >= found.price - EPS:
        return found
    return _Best(price + more, bare, tried, recipes)


def _unlike(ways: Ways, found: _Best, most: int) -> Iterator[tuple[float, Way]]:
    """The best way with one crowded zone laid out from another last cut."""
    filler, parts = found.tried.way
    for number, zone in enumerate(ways.zones):
        if zone.slicer.exact:
            continue
        rows, _ = parts[number]
        depth = rows + ways.trim(number, filler > 0)
        base = found.bare - zone.slicer.price_of(parts[number][1])
        tried = most * SMALL // max(len(zone.items), SMALL)
        for price, tree in zone.slicer.roots(depth, tried, zone.root):
            yield base + price, (filler, (*parts[:number], (rows, tree), *parts[number + 1 :]))


def _tried(way: Way) -> _Tried:
    leaves, boxes = [], []
    for _, tree in way[1]:
        found = sorted(place(tree), key=lambda leaf: leaf[0].story)
        leaves.append(tuple(leaf for leaf, _, _ in found))
        boxes.append(tuple((column, row, leaf.columns, leaf.rows) for leaf, column, row in found))
    return _Tried(way, tuple(leaves), tuple(boxes))


def geometry(zones: Sequence[Zone], tried: _Tried, section_rows: int) -> float:
    """What the places cost beyond the cuts: bumps and cuts that coincide, rank of place."""
    total = 0.0
    page: list[CellBox] = []
    at = 0
    for zone, (rows, tree), leaves, boxes in zip(
        zones, tried.way[1], tried.leaves, tried.boxes, strict=True
    ):
        tops = [leaf.top for leaf in leaves]
        total += PRICES.bump * (bumps(boxes, tops) - bumps_in(tree))
        total += PRICES.cut_through * (through_cuts(boxes) - across_in(tree, zone.columns))
        at += section_rows if zone.section else 0
        ranked = boxes[: len(boxes) - 1] if zone.anchored else boxes
        page.extend((column, row + at, columns, deep) for column, row, columns, deep in ranked)
        at += rows
    return total + PRICES.strength * inverted(page, zones[0].columns, at)


def sizes(zones: Sequence[Zone], tried: _Tried) -> list[Sizes]:
    """The headline sizes each story may have in its rectangle."""
    return [
        {
            size: recipe
            for (size, top), recipe in options[leaf.columns, leaf.rows].items()
            if top == leaf.top
        }
        for zone, leaves in zip(zones, tried.leaves, strict=True)
        for options, leaf in zip(zone.options, leaves, strict=True)
    ]


def falling(found: Sequence[Sizes]) -> tuple[list[Recipe], float]:
    """Recipes in rank order whose headline sizes and pictures fall where that can be had at the
    price.

    Returned with what they cost beyond the cheapest of each. Exact: a dynamic program over the
    smallest size and the smallest picture so far; a rise costs by the em, a larger picture once.
    """
    layer: dict[tuple[float, float], tuple[float, list[Recipe]]] = {(INF, INF): (0.0, [])}
    for order, choice in enumerate(found):
        least_price = min(recipe.price for recipe in choice.values())
        after: dict[tuple[float, float], tuple[float, list[Recipe]]] = {}
        for (least, art), (price, chosen) in layer.items():
            for size, recipe in choice.items():
                rise = max(0.0, size - least)
                toll = PRICES.inversion * (1 + rise * 2) if rise else 0.0
                toll += PRICES.picture_inversion if recipe.art > LARGER_ART * art else 0.0
                total = price + recipe.price - least_price + toll
                key = (
                    min(least, size - LEAD_ABOVE * (order == 0)) if size else least,
                    min(art, recipe.art or INF),
                )
                if key not in after or total < after[key][0] - EPS:
                    after[key] = (total, [*chosen, recipe])
        layer = after
    price, recipes = min(layer.values(), key=lambda entry: entry[0])
    return recipes, price


def _settled(
    zones: Sequence[Zone], tried: _Tried, recipes: Sequence[Recipe], price: float, gap: float
) -> PagePlan:
    filler, parts = tried.way
    bands, at = [], 0
    for zone, (rows, _), boxes in zip(zones, parts, tried.boxes, strict=True):
        placed = tuple(
            Placed(item, recipe, box)
            for item, recipe, box in zip(zone.items, recipes[at:], boxes, strict=False)
        )
        at += len(boxes)
        bands.append(ZoneBand(zone, rows, placed))
    return PagePlan(tuple(bands), filler, price, gap)
