"""A table set in one column: widths by content, rules, a row one slug that no leg parts."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from edition.compose.composed import Slug
from edition.compose.rows.celltext import cell_lines, least_width
from edition.compose.rows.ruled import Band, TableColumns, TableLayout, table_slugs, words_of
from edition.compose.rows.tablegrid import TableGrid, grid_of
from edition.compose.slugs import as_block, strong, text_slugs
from edition.compose.typesetter import Typesetter
from edition.model import Run, Table
from edition.packs.layout import Layout

DECENT = ((1.0, 0.35), (0.9, 0.35), (0.8, 0.3))
"""What a table is tried in, one after the other: its size in em of the body, and the em of the
body between a cell's edges and its text. No word of a cell is broken"""
LEAST_SIZE = DECENT[-1][0]
"""em of the body under which a table is cramped"""
CRAMPED = ((0.72, 0.3, 2.0), (0.72, 0.15, 1.0))
"""The same where nothing else fits, with the em of its own size that a column has at least"""
DECENT_DEPTH = 3
"""rows of the page that one row of a table may take in a column that suits it"""
SMALLEST = 6.2
"""pt under which no table is set"""
DEEPEST = 12
"""rows of the page that one row of a table may take; a deeper one is set as running text"""


class TableSetter:
    """Sets tables with the type of one layout at one measure."""

    def __init__(self, setter: Typesetter, layout: Layout, measure: float) -> None:
        self.setter, self.layout, self.measure = setter, layout, measure
        self.face = layout.body.face

    def suits(self, block: Table, deepest: float) -> bool:
        """True where all its words are whole in the measure and no row takes over `deepest` rows.
        """
        grid = grid_of(block)
        return not grid.width or self._decent(grid, block.id, deepest) is not None

    def table(self, block: Table) -> tuple[list[Slug], float]:
        """The rows in columns with rules, or as running text where no size fits the column."""
        grid = grid_of(block)
        caption = self._caption(block)
        if not grid.width:
            return as_block(caption), 0.0
        found = self._decent(grid, block.id) or self._cramped(grid, block.id)
        if found is not None:
            slugs = table_slugs(found, headed=bool(caption))
            faced = [replace(slug, face=self.face) for slug in slugs]
            return as_block([*caption, *faced]), 0.0
        rows, cost = self._run_on(grid, block.id)
        return as_block([*caption, *rows]), cost

    def _decent(
        self, grid: TableGrid, block: str, deepest: float = DECENT_DEPTH
    ) -> TableLayout | None:
        for size, pad in DECENT:
            if size * self.layout.grid.em < SMALLEST:
                continue
            columns = self._columns(grid, size, pad)
            bands = self._bands(grid, columns) if columns else []
            if columns and _deepest(bands) <= deepest:
                return TableLayout(block, grid, columns, tuple(bands))
        return None

    def _cramped(self, grid: TableGrid, block: str) -> TableLayout | None:
        tried = [(size, pad, None) for size, pad in DECENT]
        for size, pad, narrowest in (*tried, *CRAMPED):
            if size * self.layout.grid.em < SMALLEST:
                continue
            columns = self._columns(grid, size, pad, narrowest)
            bands = self._bands(grid, columns) if columns else []
            if columns and bands and max(band.tops[-1] for band in bands) <= DEEPEST:
                return TableLayout(block, grid, columns, tuple(bands))
        return None

    def _caption(self, block: Table) -> list[Slug]:
        if not any(run.text.strip() for run in block.caption):
            return []
        lines = self.setter.flush(strong(block.caption), self.measure, face=self.face)
        return [
            Slug("table", block.id, 2 if i == 0 else 1, (line,), face=self.face, align="center",
                 cut=None, top=0.8 if i == 0 else None)
            for i, line in enumerate(lines)
        ]

    def _columns(
        self, grid: TableGrid, size: float, pad: float, narrowest: float | None = None
    ) -> TableColumns | None:
        """Columns as wide as their content asks; None where they do not fit at `size`.

        Words are kept whole, unless `narrowest` says what a column has at least.
        """
        least, wanted = [1.0] * grid.width, [1.0] * grid.width
        for cell in (cell for row in grid.rows for cell in row if cell.columns == 1):
            runs = words_of(cell)
            whole = self.setter.width(runs, self.face)
            if cell.figures and not cell.head:
                needs = whole
            elif narrowest is None:
                needs = least_width(self.setter, runs, self.face)
            else:
                needs = max(self.setter.stiff(runs, self.face), min(whole, narrowest))
            least[cell.column] = max(least[cell.column], needs)
            wanted[cell.column] = max(wanted[cell.column], whole)
        room = self.measure / size - 2 * pad / size * grid.width
        if sum(least) > room:
            return None
        widths = _shared(least, [max(a, b) for a, b in zip(least, wanted, strict=True)], room)
        edges = [0.0]
        for width in widths:
            edges.append(edges[-1] + width * size + 2 * pad)
        return TableColumns(size, 1.0 if size > 0.85 else 0.8, pad, tuple(edges))

    def _bands(self, grid: TableGrid, columns: TableColumns) -> list[Band]:
        found: list[Band] = []
        at = 0
        while at < len(grid.rows):
            end = at + 1
            for row in range(at, len(grid.rows)):
                if row >= end:
                    break
                end = max(end, *(row + cell.rows for cell in grid.rows[row]), row + 1)
            band = self._band(grid, columns, at, end)
            if end - at > 1 and band.tops[-1] > DEEPEST:
                found += [self._band(grid, columns, row, row + 1) for row in range(at, end)]
            else:
                found.append(band)
            at = end
        return found

    def _band(self, grid: TableGrid, columns: TableColumns, first: int, end: int) -> Band:
        """Table rows `first` to `end`, each as deep as its cells ask."""
        cells = tuple(
            (cell, cell_lines(self.setter, words_of(cell), self.face,
                              columns.inner(cell)[1] / columns.size) if cell.runs else ())
            for row in grid.rows[first:end] for cell in row
        )
        depths = [1.0] * (end - first)
        for cell, lines in sorted(cells, key=lambda entry: entry[0].rows):
            at = cell.row - first
            last = min(at + cell.rows, end - first)
            spare = math.ceil(len(lines) * columns.leading - 0.05) - sum(depths[at:last])
            depths[last - 1] += max(0.0, spare)
        tops = [0.0]
        for depth in depths:
            tops.append(tops[-1] + depth)
        return Band(cells, tuple(tops), first)

    def _run_on(self, grid: TableGrid, block: str) -> tuple[list[Slug], float]:
        """Each row as a paragraph, its cells parted by an em, the heads in 黑."""
        slugs: list[Slug] = []
        total = 0.0
        for row in grid.rows:
            runs: list[Run] = []
            for cell in row:
                if cell.runs:
                    runs += [Run("\u3000")] if runs else []
                    runs += words_of(cell)
            if runs:
                lines, cost = self.setter.set(
                    tuple(runs), self.measure, face=self.face, indent=float(self.layout.indent)
                )
                slugs += text_slugs(lines, "table", block, self.face)
                total += cost
        return slugs, total


def _deepest(bands: Sequence[Band]) -> float:
    """Rows of the page that the deepest row of a table takes."""
    return max((b - a for band in bands for a, b in pairwise(band.tops)), default=0.0)


def _shared(least: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Widths between the least and those wanted that fill `room`.

    What is left over is given to all alike, what is short is taken from the widest.
    """
    if sum(wanted) <= room:
        more = (room - sum(wanted)) / len(wanted)
        return [width + more for width in wanted]
    low, high = 0.0, max(wanted)
    for _ in range(40):
        middle = (low + high) / 2
        total = sum(max(a, min(b, middle)) for a, b in zip(least, wanted, strict=True))
        low, high = (middle, high) if total <= room else (low, middle)
    return [max(a, min(b, low)) for a, b in zip(least, wanted, strict=True)]
