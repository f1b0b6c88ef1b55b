"""Shapes that pages are pinned to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.makeup.search.shape import PageShape, shape_in
from edition.makeup.search.zones import Zone


def pins_of(keys: Sequence[str]) -> dict[int, PageShape]:
    """The shape that each page is to have; no key is no pin."""
    return dict(found for key in keys if (found := shape_in(key)) is not None)


def in_shape(zone: Zone, shape: PageShape, free: int) -> Zone:
    """A zone whose lead, and whose first cut, can only have one shape."""
    alone = len(zone.items) == 1
    lead = {
        (columns, rows): recipes for (columns, rows), recipes in zone.options[0].items()
        if shape.holds(columns, rows, free) and alone == (shape.cut == "none")
    }
    return replace(zone, options=(lead, *zone.options[1:]), root=shape.root)
