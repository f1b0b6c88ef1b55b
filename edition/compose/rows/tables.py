"""A table set in one column: widths by content, rules, a row one slug that no leg parts."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from edition.compose.composed import Line, LinePlace, Slug, Stroke
from edition.compose.rows.tablegrid import TableCell, TableGrid, grid_of
from edition.compose.slugs import ALONE_AT_FOOT, as_block, strong, text_slugs
from edition.compose.typesetter import Typesetter
from edition.model import Run, Runs, Table
from edition.packs.layout import Layout

SIZES = ((1.0, 0.35, 2.0), (0.9, 0.35, 2.0), (0.8, 0.3, 2.0), (0.72, 0.3, 2.0), (0.72, 0.15, 1.0))
"""What a table is tried in, one after the other: its size in em of the body, the em of the body
between a cell's edges and its text, and the em of its own size a column has at least"""
SMALLEST = 6.2
"""pt under which no table is set"""
DEEPEST = 12
"""rows of the page that one row of a table may take; a deeper one is set as running text"""
SHORT = 10
"""rows of the page that a table may have and still stand in one leg"""
WHITE = 0.5
"""row of white above a table and below it"""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the columns stand: `edges[i]` to `edges[i + 1]`, in em of the body."""

    size: float
    leading: float
    pad: float
    edges: tuple[float, ...]

    def inner(self, cell: TableCell) -> tuple[float, float]:
        """Left edge and width, em of the body, of what a cell's text may take."""
        left, right = self.edges[cell.column], self.edges[cell.column + cell.columns]
        return left + self.pad, right - left - 2 * self.pad


@dataclass(frozen=True, slots=True)
class _Band:
    """Rows of a table that merged cells hold together, one slug of the page."""

    cells: tuple[tuple[TableCell, tuple[Line, ...]], ...]
    tops: tuple[float, ...]
    """rows from the head of the band to the head of each of its table rows, and to its foot"""
    first: int
    """number of its first table row"""


class TableSetter:
    """Sets tables with the type of one layout at one measure."""

    def __init__(self, setter: Typesetter, layout: Layout, measure: float) -> None:
        self.setter, self.layout, self.measure = setter, layout, measure
        self.face = layout.body.face

    def table(self, block: Table) -> tuple[list[Slug], float]:
        """The rows in columns with rules, or as running text where no size fits the column."""
        grid = grid_of(block)
        caption = self._caption(block)
        if not grid.width:
            return as_block(caption), 0.0
        for size, pad, narrowest in SIZES:
            if size * self.layout.grid.em < SMALLEST:
                continue
            columns = self._columns(grid, size, pad, narrowest)
            bands = self._bands(grid, columns) if columns else []
            if columns and bands and max(band.tops[-1] for band in bands) <= DEEPEST:
                slugs = list(self._slugs(block.id, grid, bands, columns, bool(caption)))
                return as_block([*caption, *slugs]), 0.0
        slugs, cost = self._run_on(grid, block.id)
        return as_block([*caption, *slugs]), cost

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
        self, grid: TableGrid, size: float, pad: float, narrowest: float
    ) -> _Columns | None:
        """Columns as wide as their content asks; None where they do not fit at `size`."""
        least, wanted = [0.0] * grid.width, [0.0] * grid.width
        for cell in (cell for row in grid.rows for cell in row if cell.columns == 1):
            runs = _of(cell)
            whole = self.setter.width(runs, self.face)
            stiff = max(self.setter.stiff(runs, self.face), min(whole, narrowest))
            least[cell.column] = max(least[cell.column], whole if cell.figures and not cell.head
                                     else stiff)
            wanted[cell.column] = max(wanted[cell.column], whole)
        room = self.measure / size - 2 * pad / size * grid.width
        least = [max(one, 1.0) for one in least]
        if sum(least) > room:
            return None
        widths = _shared(least, [max(a, b) for a, b in zip(least, wanted, strict=True)], room)
        edges = [0.0]
        for width in widths:
            edges.append(edges[-1] + width * size + 2 * pad)
        return _Columns(size, 1.0 if size > 0.85 else 0.8, pad, tuple(edges))

    def _bands(self, grid: TableGrid, columns: _Columns) -> list[_Band]:
        found: list[_Band] = []
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

    def _band(self, grid: TableGrid, columns: _Columns, first: int, end: int) -> _Band:
        """Table rows `first` to `end`, each as deep as its cells ask."""
        cells = tuple(
            (cell, self.setter.flush(_of(cell), columns.inner(cell)[1] / columns.size,
                                     face=self.face) if cell.runs else ())
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
        return _Band(cells, tuple(tops), first)

    def _slugs(
        self, block: str, grid: TableGrid, bands: Sequence[_Band], columns: _Columns, headed: bool
    ) -> Iterator[Slug]:
        """One slug a band, white above the first and below the last; a short table is not parted.
        """
        whole = sum(band.tops[-1] for band in bands) <= SHORT
        for number, band in enumerate(bands):
            last = number == len(bands) - 1
            above = 1.0 if number == 0 and not headed else 0.0
            below = 1.0 if last else 0.0
            after = band.first + len(band.tops) - 1
            cut = None if (whole or after <= grid.heads) and not last else 0.0
            if cut is not None and number + 2 == len(bands) and len(bands) > 2:
                cut = ALONE_AT_FOOT
            tops = [top + above * (1 if i else WHITE) for i, top in enumerate(band.tops)]
            yield _set(Slug(
                "table", block, round(band.tops[-1] + above + below), (), size=columns.size,
                face=self.face, leading=columns.leading, cut=cut,
            ), replace(band, tops=tuple(tops)), columns, grid)

    def _run_on(self, grid: TableGrid, block: str) -> tuple[list[Slug], float]:
        """Each row as a paragraph, its cells parted by an em, the heads in 黑."""
        slugs: list[Slug] = []
        total = 0.0
        for row in grid.rows:
            runs: list[Run] = []
            for cell in row:
                if cell.runs:
                    runs += [Run("\u3000")] if runs else []
                    runs += _of(cell)
            if runs:
                lines, cost = self.setter.set(
                    tuple(runs), self.measure, face=self.face, indent=float(self.layout.indent)
                )
                slugs += text_slugs(lines, "table", block, self.face)
                total += cost
        return slugs, total


def _of(cell: TableCell) -> Runs:
    return strong(cell.runs) if cell.head or cell.side else cell.runs


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


def _over(row: int, grid: TableGrid) -> Literal["hair", "thin", "thick"]:
    """The rule above a row of the table."""
    return "thick" if row == 0 else "thin" if row == grid.heads else "hair"


def _set(slug: Slug, band: _Band, columns: _Columns, grid: TableGrid) -> Slug:
    """The slug with the lines of its cells in their places and the rules round them."""
    lines: list[Line] = []
    places: list[LinePlace] = []
    strokes: list[Stroke] = []
    end = band.first + len(band.tops) - 1
    for cell, own in band.cells:
        top = band.tops[cell.row - band.first]
        foot = band.tops[min(cell.row + cell.rows, end) - band.first]
        left, right = columns.edges[cell.column], columns.edges[cell.column + cell.columns]
        strokes.append(Stroke(left, top, right - left, weight=_over(cell.row, grid)))
        if cell.column:
            strokes.append(Stroke(left, top, foot - top, across=False, weight="hair"))
        x, width = columns.inner(cell)
        at = top + (foot - top - len(own) * slug.leading) / 2
        for line in own:
            spare = max(0.0, width - line.width * slug.size)
            shift = spare / 2 if cell.head else spare if cell.figures else 0.0
            lines.append(line)
            places.append(LinePlace(x + shift, at, width - shift))
            at += slug.leading
    foot = band.tops[-1]
    closes = end == len(grid.rows)
    strokes.append(Stroke(0.0, foot, columns.edges[-1], weight="thick" if closes else "hair"))
    return replace(slug, lines=tuple(lines), places=tuple(places), strokes=tuple(strokes))
