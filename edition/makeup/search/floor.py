"""What no page can be cheaper than, by area alone: whatever is cut, the items must fill the page.

Each item takes one of its shapes; together they take the cells of the page, no more and no fewer.
Bumps, cuts and places only add to their prices, so the cheapest such choice is a bound on every
page, whether or not a slicing tree has been tried. It is exact over the choices, and quick: one
row of prices by cells, an item at a time.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from edition.makeup.prices import filler_toll
from edition.makeup.recipes import FOOT
from edition.makeup.search.slicing import INF, Array, Offer
from edition.makeup.search.zones import LEAST_FILLER, Ways, Zone


def least_price(ways: Ways) -> float:
    """A price that no filling of the page goes below; infinite where none can be."""
    zones, columns = ways.zones, ways.zones[0].columns
    most = columns * (ways.free + FOOT * len(zones))
    by_cells = _filled(zones, most)
    found = INF
    for filler in (0, *range(LEAST_FILLER, max(ways.free, LEAST_FILLER))):
        rows = ways.free - filler + sum(
            ways.trim(number, filler > 0) for number in range(len(zones))
        )
        if 0 <= rows * columns <= most:
            found = min(found, float(by_cells[rows * columns]) + filler_toll(filler))
    return found


def _filled(zones: Sequence[Zone], most: int) -> Array:
    """By cells up to `most`: the least sum of prices of one shape for every item."""
    found: Array = np.full(most + 1, INF)
    found[0] = 0.0
    for zone in zones:
        for offers in zone.offers:
            after: Array = np.full(most + 1, INF)
            for cells, price in _by_area(offers, most).items():
                np.minimum(after[cells:], found[: most + 1 - cells] + price, out=after[cells:])
            found = after
    return found


def _by_area(offers: Offer, most: int) -> dict[int, float]:
    """The least price of a shape of so many cells."""
    found: dict[int, float] = {}
    for (columns, rows), prices in offers.items():
        cells = columns * rows
        if cells <= most:
            found[cells] = min(found.get(cells, INF), *prices)
    return found
