"""Bands of the pack's own at the foot of a page: a footer, a sponsor's strip."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from edition.makeup.furnish.means import Means, Spot
from edition.makeup.paper import Page, PlacedFurniture
from edition.packs.layout import FootBand, shows

LEAST = 0.6
"""share of its size a band's text may be set at before it is cut"""
WHITE = 0.4
"""rows between the news and a band"""
CLOSE = 1.35
"""em of its own size that a line of a band takes"""


def bands(means: Means, page: Page, said: Mapping[str, str]) -> Iterator[PlacedFurniture]:
    """The bands of a page from the news downwards; `said` fills their texts."""
    row = page.rows
    for band in means.layout.bands:
        if shows(band.pages, first=page.first):
            yield _band(means, band, row, (band.text.format(**said), page.recto))
            row += band.rows


def _band(means: Means, band: FootBand, row: int, told: tuple[str, bool]) -> PlacedFurniture:
    """One band, its lines in the middle of its rows, below some white."""
    text, recto = re.sub(r"([ \u3000])[ \u3000]+", r"\1", told[0]).strip(), told[1]
    deep = (band.rows - WHITE) * means.row
    box = (0.0, row + WHITE, round(means.width, 4), band.rows - WHITE)
    if not text:
        return PlacedFurniture("band", band.name, (), box=box)
    size = band.size
    most = max(1, int(deep / (size * CLOSE)))
    lines = means.setter.running(text, band.face, means.width / size)
    cut = len(lines) > most
    if cut:
        size *= max(LEAST, most / len(lines))
        lines = (means.setter.cut(text, band.face, means.width / size),)
        cut = lines[0].text != text
    leading = size * CLOSE
    top = (row + WHITE) * means.row + (deep - leading * len(lines)) / 2
    align = ("right" if recto else "left") if band.align == "outer" else band.align
    placed = means.text("band", lines, Spot(0.0, top, means.width, align), size, leading)
    return PlacedFurniture(
        "band", band.name, (replace(placed, face=band.face, cut=cut),), box=box
    )
