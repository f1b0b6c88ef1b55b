"""A layout with more room for the same copy: its lines closer, its type smaller, its sheet larger.

Nothing is cut and no type falls under the least size; what holds least more comes first, so that
no more is changed than is needed, and other columns only where they hold more than any type does.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.messages.texts import Phrase
from edition.packs.layout import LEAST_RUBY, Grid, Layout

LEAST_BODY = 7.875
"""pt: the smallest body (六号 is 7.875 pt in Word's measure)"""
STEP = 0.25
"""pt from one size of the body to the next"""
CLOSEST = 1.36
"""least distance of body lines, em of the body"""
LEAST_MEASURE, MOST_MEASURE = 10, 20
"""characters of a base column, where it is another than the pack's"""
APART = 1.015
"""a layout is tried where it holds so many times what the one before holds"""


@dataclass(frozen=True, slots=True)
class Roomier:
    """One layout with more room, and what is changed in it."""

    layout: Layout
    room: float
    """how many times the characters of the pack's own sheet it holds"""
    changes: tuple[Phrase, ...]


def roomier(layout: Layout) -> Iterator[Roomier]:
    """Layouts that hold more than a pack's own: those of its own sheet first, then of larger ones.
    """
    own = _room(layout, layout.grid)
    least = 1.0
    for sheet in (layout.grid, *layout.trims):
        if sheet is not layout.grid and sheet.page_width * sheet.page_height <= (
            layout.grid.page_width * layout.grid.page_height
        ):
            continue
        grids = sorted(_grids(layout, sheet), key=lambda one: (
            one.columns != sheet.columns, _room(layout, one)
        ))
        for grid in grids:
            room = _room(layout, grid) / own
            if room >= least * APART:
                least = room
                yield Roomier(replace(layout, grid=grid), room, _changes(layout.grid, grid))


def _room(layout: Layout, grid: Grid) -> float:
    """Characters below the furniture of the first page."""
    return (grid.rows - layout.furnishing.masthead) * grid.columns * grid.measure


def _grids(layout: Layout, sheet: Grid) -> Iterator[Grid]:
    """The type area of a sheet in every size of body, distance of lines and number of columns."""
    usual = sheet.pitch / sheet.em
    close = 1 + LEAST_RUBY if layout.ruby == "above" else CLOSEST
    sizes = max(0, math.floor((sheet.em - LEAST_BODY) / STEP))
    for em in (sheet.em - STEP * step for step in range(sizes + 1)):
        for ratio in sorted({usual, min(usual, close)}):
            pitch = round(em * ratio, 3)
            rows = math.floor(sheet.rows * sheet.pitch / pitch + 1e-9)
            for columns in (sheet.columns - 1, sheet.columns, sheet.columns + 1):
                measure = _measure(sheet, em, columns)
                if measure:
                    yield replace(
                        sheet, em=em, pitch=pitch, rows=rows, columns=columns, measure=measure
                    )


def _measure(sheet: Grid, em: float, columns: int) -> int:
    """Characters that so many columns of a sheet have; 0 where they would be too many or too few.
    """
    if columns < 1 or (sheet.columns == 1) != (columns == 1):
        return 0
    wide = sheet.width * sheet.em / em
    found = math.floor((wide - (columns - 1) * sheet.gutter) / columns + 1e-9)
    if columns != sheet.columns and not LEAST_MEASURE <= found <= MOST_MEASURE:
        return 0
    return found


def _changes(own: Grid, grid: Grid) -> tuple[Phrase, ...]:
    """What is changed, in words."""
    found = []
    if (own.page_width, own.page_height) != (grid.page_width, grid.page_height):
        found.append(Phrase("fit_sheet", {"wide": grid.page_width, "high": grid.page_height}))
    if grid.em != own.em:
        found.append(Phrase("fit_body", {"points": grid.em, "was": own.em}))
    if grid.pitch != own.pitch:
        found.append(Phrase("fit_pitch", {"points": grid.pitch, "was": own.pitch}))
    if (grid.columns, grid.measure) != (own.columns, own.measure):
        found.append(Phrase("fit_columns", {"columns": grid.columns, "measure": grid.measure}))
    return tuple(found)
