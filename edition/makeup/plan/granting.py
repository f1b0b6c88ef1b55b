"""Whether a page gives the pictures on it the width that the editor wants."""

from __future__ import annotations

from collections.abc import Iterator

from edition.makeup.items import StoryItem, pictures_of
from edition.makeup.pictured.cropping import as_wide_as_asked
from edition.makeup.plan.work import placed_in
from edition.makeup.search.zones import PagePlan
from edition.packs.layout import Grid

FEWER = 6
"""items by which a page is tried with fewer, so that such a picture has its room"""


def grants_widths(plan: PagePlan, grid: Grid) -> bool:
    """True where every picture whose width is asked for has it."""
    return all(_granted(plan, grid))


def _granted(plan: PagePlan, grid: Grid) -> Iterator[bool]:
    for placed in placed_in(plan):
        if not isinstance(placed.item, StoryItem):
            continue
        band = placed.recipe.band
        widths = {one.figure.id: one.fit.width for one in band.pictures} if band else {}
        for figure in pictures_of(placed.item):
            yield as_wide_as_asked(figure, grid, widths.get(figure.id, 0.0))
