"""A layout opened for short copy: lines further apart, and a larger body in the same type area.

Every line of an edition keeps to one grid: its rows are fewer and taller, its columns hold fewer
characters, and the type area stays where it is. How far a pack may go is its own to say
(`grid.most_pitch_pt`, `grid.most_em_pt`); one that says nothing stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil, floor

from edition.packs.layout import Grid, Layout

EM_STEP, PITCH_STEP = 0.5, 0.1
"""pt by which the body grows, and in which its lines part"""
LEFT_OVER = 0.3
"""share of a row by which the type area may be shorter than it was"""
LEAST_GUTTER, MOST_GUTTER = 0.9, 2.3
"""em between the columns of a larger body, which take what whole characters leave"""
NARROWER, WIDER = 2, 4
"""em by which the columns of a larger body may differ from those of the usual one"""
_NOTHING = 1e-6


@dataclass(frozen=True, slots=True)
class Aired:
    """A layout opened by some steps."""

    layout: Layout
    more: float
    """by how much the same copy takes more of a page"""
    larger: int
    """steps by which the body is larger"""
    looser: int
    """rows of the type area fewer than a body of that size would have"""


def airings(layout: Layout, *, columns_kept: bool = False) -> Iterator[Aired]:
    """Every layout the pack lets short copy be opened to, the smallest body first."""
    grid = layout.grid
    deep, looser = grid.rows * grid.pitch, max(grid.most_pitch / grid.pitch, 1.0)
    steps = max(0, floor((grid.most_em - grid.em) / EM_STEP + _NOTHING))
    for larger in range(steps + 1):
        em = grid.em + larger * EM_STEP
        across = _columns(grid, em, kept=columns_kept) if larger else grid
        if across is None:
            continue
        zoom = em / grid.em
        usual = floor(grid.rows / zoom + _NOTHING)
        for rows in range(usual, 0, -1):
            pitch = round(floor(deep / rows / PITCH_STEP + _NOTHING) * PITCH_STEP, 4)
            if pitch > grid.pitch * zoom * looser + _NOTHING:
                break
            if rows == grid.rows or deep - rows * pitch > LEFT_OVER * pitch:
                continue
            made = replace(across, em=em, pitch=pitch, rows=rows)
            yield Aired(_furnished(layout, made, zoom), _room(grid) / _room(made), larger,
                        usual - rows)


def shut(layout: Layout) -> Layout:
    """The layout that stays as it is, however short the copy."""
    return replace(layout, grid=replace(layout.grid, most_em=0.0, most_pitch=0.0))


def _room(grid: Grid) -> int:
    """Characters of the whole type area."""
    return grid.columns * grid.measure * grid.rows


def _columns(grid: Grid, em: float, *, kept: bool) -> Grid | None:
    """The columns of a body of `em` pt that are most like the usual ones."""
    wide = grid.width * grid.em / em
    if grid.columns == 1:
        return replace(grid, measure=floor(wide + _NOTHING))
    found: list[tuple[float, Grid]] = []
    for columns in range(grid.columns if kept else max(2, ceil(grid.columns / 2)),
                         grid.columns + 1):
        for measure in range(grid.measure - NARROWER, grid.measure + WIDER + 1):
            gutter = (wide - columns * measure) / (columns - 1)
            if LEAST_GUTTER <= gutter <= MOST_GUTTER:
                made = replace(grid, columns=columns, measure=measure, gutter=round(gutter, 4))
                found.append((abs(gutter - grid.gutter) * 3 + abs(measure - grid.measure), made))
    return min(found, key=lambda one: one[0])[1] if found else None


def _furnished(layout: Layout, grid: Grid, zoom: float) -> Layout:
    """The layout on a grid, the name of the paper as large as it was."""
    given = layout.furnishing
    furnishing = replace(
        given, name=round(max(1.0, given.name / zoom), 4),
        masthead=ceil(given.masthead * layout.grid.pitch / grid.pitch - _NOTHING),
    )
    return replace(layout, grid=grid, furnishing=furnishing)
