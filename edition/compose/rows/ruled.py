"""The rows of a table as slugs: cells in their places, rules, the head again where a leg begins."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from edition.compose.composed import Line, LinePlace, Slug, Stroke, ToldCell, ToldRows
from edition.compose.rows.tablegrid import TableCell, TableGrid
from edition.compose.slugs import strong
from edition.model import Runs

SHORT_TABLE = 10
"""rows of the page that a table may have and still stand in one leg"""
WHITE = 0.5
"""row of white above a table and below it"""
FEW = 4
"""rows of a table from which none stands alone at the head or foot of a leg"""
LONG_HEAD = 6
"""rows of the page over which a head is not set again"""
SetCell: TypeAlias = tuple[TableCell, tuple[Line, ...]]
"""a cell and its lines as they are set"""
Weight = Literal["hair", "thin", "thick"]


@dataclass(frozen=True, slots=True)
class TableColumns:
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
class Band:
    """Rows of a table that merged cells hold together, one slug of the page."""

    cells: tuple[SetCell, ...]
    tops: tuple[float, ...]
    """rows from the head of the band to the head of each of its table rows, and to its foot"""
    first: int
    """number of its first table row"""

    @property
    def end(self) -> int:
        """Number of the table row after its last."""
        return self.first + len(self.tops) - 1


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table set at one measure."""

    block: str
    grid: TableGrid
    columns: TableColumns
    bands: tuple[Band, ...]
    into: Mapping[int, tuple[SetCell, ...]] = field(default_factory=dict)
    """by the first row of a band, the cells that began in a band before and go on in it"""
    onward: Mapping[int, tuple[SetCell, ...]] = field(default_factory=dict)
    """by the first row of a band, the cells that go on in the band after it"""


def words_of(cell: TableCell) -> Runs:
    """The runs of a cell as they are set."""
    return strong(cell.runs) if cell.head or cell.side else cell.runs


def table_slugs(table: TableLayout, *, headed: bool) -> Iterator[Slug]:
    """One slug a band, white above the first and below the last; a short table is not parted.

    `headed` says that a caption stands over it, with the white.
    """
    table = _with_running(table)
    bands, grid = table.bands, table.grid
    whole = sum(band.tops[-1] for band in bands) <= SHORT_TABLE
    head = _head_again(table)
    for number, band in enumerate(bands):
        last = number == len(bands) - 1
        cut = None if (whole or band.end <= grid.heads) and not last else 0.0
        if not last and (number + 2 == len(bands) or band.first == grid.heads > 0):
            cut = None if len(bands) > FEW else cut
        white = (1 if number == 0 and not headed else 0, 1 if last else 0)
        slug = replace(_slug(table, band, white), cut=cut)
        if number and band.first >= grid.heads and not whole:
            again = _slug(table, _resumed(table, band), white, top="thin")
            if not head:
                again = _slug(table, _resumed(table, band), white, top="thick")
            slug = replace(slug, again=(*head, replace(again, cut=cut)))
        yield slug


def _head_again(table: TableLayout) -> tuple[Slug, ...]:
    """The rows of the head as they stand again, no characters of the copy."""
    heads = [band for band in table.bands if band.end <= table.grid.heads]
    if sum(band.tops[-1] for band in heads) > LONG_HEAD:
        return ()
    return tuple(
        replace(_slug(table, _repeated(band), (0, 0)), cut=None) for band in heads
    )


def _repeated(band: Band) -> Band:
    return replace(band, cells=tuple((cell, _once_more(lines)) for cell, lines in band.cells))


def _once_more(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines that stood before: what they say is no character of the copy here."""
    return tuple(
        replace(line, origins=(), segments=tuple(replace(s, added=True) for s in line.segments))
        for line in lines
    )


def _with_running(table: TableLayout) -> TableLayout:
    """The table with what goes on from band to band, found in one pass over them."""
    into: dict[int, tuple[SetCell, ...]] = {}
    onward: dict[int, tuple[SetCell, ...]] = {}
    going: tuple[SetCell, ...] = ()
    for band in table.bands:
        into[band.first] = going
        held = (*going, *band.cells)
        going = tuple((cell, own) for cell, own in held if cell.row + cell.rows > band.end)
        onward[band.first] = going
    return replace(table, into=into, onward=onward)


def _resumed(table: TableLayout, band: Band) -> Band:
    """The band at the head of a leg: a merged cell that is cut there says again what it holds."""
    running = table.into[band.first]
    if not running:
        return band
    more = tuple(
        (replace(cell, row=band.first, rows=cell.row + cell.rows - band.first), _once_more(lines))
        for cell, lines in running
    )
    cells = tuple(sorted((*band.cells, *more), key=lambda entry: (entry[0].row, entry[0].column)))
    deepest = math.ceil(max(len(lines) for _, lines in more) - 0.05)
    tops = (*band.tops[:-1], max(band.tops[-1], float(deepest)))
    return replace(band, cells=cells, tops=tops)


def _slug(
    table: TableLayout, band: Band, white: tuple[int, int], top: Weight | None = None
) -> Slug:
    """A band with rows of white above and below it; `top` is the weight of the rule over it."""
    columns = table.columns
    tops = tuple(at + white[0] * (1 if i else WHITE) for i, at in enumerate(band.tops))
    slug = Slug(
        "table", table.block, round(band.tops[-1] + sum(white)), (), size=columns.size,
        leading=columns.leading,
    )
    return _set(slug, replace(band, tops=tops), table, top)


def _over(row: int, grid: TableGrid) -> Weight:
    """The rule above a row of the table."""
    return "thick" if row == 0 else "thin" if row == grid.heads else "hair"


def _set(slug: Slug, band: Band, table: TableLayout, first: Weight | None) -> Slug:
    """The slug with the lines of its cells in their places and the rules round them."""
    columns = table.columns
    lines: list[Line] = []
    places: list[LinePlace] = []
    strokes: list[Stroke] = []
    for cell, own in band.cells:
        top = band.tops[cell.row - band.first]
        foot = band.tops[min(cell.row + cell.rows, band.end) - band.first]
        left, right = columns.edges[cell.column], columns.edges[cell.column + cell.columns]
        over = first if first and cell.row == band.first else _over(cell.row, table.grid)
        strokes.append(Stroke(left, top, right - left, weight=over))
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
    strokes += _feet(band, table)
    told = ToldRows(band.first, band.end, tuple(_told(cell, len(own)) for cell, own in band.cells))
    return replace(
        slug, lines=tuple(lines), places=tuple(places), strokes=tuple(strokes), told=told
    )


def _told(cell: TableCell, lines: int) -> ToldCell:
    names: Literal["", "column", "row"] = "column" if cell.head else "row" if cell.side else ""
    return ToldCell(cell.row, cell.column, cell.rows, cell.columns, names, lines)


def _feet(band: Band, table: TableLayout) -> Iterator[Stroke]:
    """The rule below a band, but under merged cells that go on; left rules of those."""
    foot, edges, grid = band.tops[-1], table.columns.edges, table.grid
    closes = band.end == len(grid.rows)
    running = [cell for cell, _ in table.onward[band.first]]
    going = {
        column for cell in running for column in range(cell.column, cell.column + cell.columns)
    }
    for column in range(grid.width):
        if column not in going:
            length = edges[column + 1] - edges[column]
            yield Stroke(edges[column], foot, length, weight="thick" if closes else "hair")
    for cell in running:
        if cell.column and cell.row < band.first:
            top = band.tops[0]
            yield Stroke(edges[cell.column], top, foot - top, across=False, weight="hair")
