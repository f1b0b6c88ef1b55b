"""A table as cells in their places: what both the page and the book set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Runs, Span, Table, covered, plain

_FIGURES = re.compile(r"[-−－+＋±]?[¥￥$€]?\s*(?:0|[1-9][\d,，\s]*)(?:[.．]\d+)?\s*(?:%|％|‰|℃|°)?")
"""a number, no code such as 000002, no score such as 3:2 and no time of day"""
_NOTHING = ("-", "—", "——", "–", "－", "/", "…", "……")
"""what stands in a column of figures where there is none"""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of the grid; a merged one stands where it begins."""

    row: int
    column: int
    rows: int
    columns: int
    runs: Runs
    head: bool
    """True for a cell that names a column"""
    side: bool
    """True for a cell that names a row"""
    figures: bool
    """True in a column of numbers, which are ranged right"""


@dataclass(frozen=True, slots=True)
class TableGrid:
    """The cells of a table, row by row."""

    width: int
    """columns"""
    heads: int
    """rows at the head that name the columns; no merged cell reaches out of them"""
    rows: tuple[tuple[TableCell, ...], ...]


def grid_of(table: Table) -> TableGrid:
    """The cells of `table`; what merged cells cover is left out, short rows end in empty cells."""
    width = table.width
    spans = {(span.row, span.column): span for span in table.merged}
    hidden = {place for span in spans.values() for place in covered(span)}
    heads = _heads(table, tuple(spans.values()))
    numbers = [_is_of_figures(table, column, heads) for column in range(width)]

    def cell(row: int, column: int) -> TableCell:
        span = spans.get((row, column), Span(row, column))
        cells = table.rows[row]
        return TableCell(
            row, column, span.rows, span.columns, cells[column] if column < len(cells) else (),
            head=row < heads, side=row >= heads and column < table.header_columns,
            figures=span.columns == 1 and numbers[column],
        )

    return TableGrid(width, heads, tuple(
        tuple(cell(row, column) for column in range(width) if (row, column) not in hidden)
        for row in range(len(table.rows))
    ))


def _heads(table: Table, spans: tuple[Span, ...]) -> int:
    """Rows of the head, so many that a merged cell that begins in it ends in it."""
    heads = min(table.header_rows, len(table.rows))
    for span in sorted(spans, key=lambda span: span.row):
        if span.row < heads:
            heads = max(heads, span.row + span.rows)
    return heads


def _is_of_figures(table: Table, column: int, heads: int) -> bool:
    """True for a column whose cells are numbers, one at least."""
    texts = [text for text in _texts(table, column, heads) if text not in _NOTHING]
    return bool(texts) and all(map(_FIGURES.fullmatch, texts))


def _texts(table: Table, column: int, heads: int) -> Iterator[str]:
    for row in table.rows[heads:]:
        if column < len(row) and (text := plain(row[column]).strip()):
            yield text
