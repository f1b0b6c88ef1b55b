"""A long table is ruled in one pass over its bands, its merged cells with it."""

from __future__ import annotations

from collections.abc import Iterator

from edition.compose.rows.ruled import Band, TableColumns, TableLayout, table_slugs
from edition.compose.rows.tablegrid import TableCell, TableGrid

ROWS = 400


class Counted(tuple[Band, ...]):
    """Bands that count how often they are gone through."""

    passes = 0

    def __iter__(self) -> Iterator[Band]:
        type(self).passes += 1
        return super().__iter__()


def test_a_long_table_is_ruled_in_one_pass() -> None:
    def cell(row: int, column: int, rows: int = 1) -> TableCell:
        return TableCell(row, column, rows, 1, (), head=False, side=False, figures=False)

    rows = tuple(
        (cell(at, 0), *([cell(at, 1, 3)] if at == 10 else [] if at in (11, 12) else [cell(at, 1)]))
        for at in range(ROWS)
    )
    bands = Counted(
        Band(tuple((one, ()) for one in row), (0.0, 1.0), at) for at, row in enumerate(rows)
    )
    table = TableLayout("b1", TableGrid(2, 0, rows), TableColumns(9, 13, 0.5, (0.0, 5.0, 10.0)),
                        bands)
    slugs = list(table_slugs(table, headed=False))
    assert Counted.passes <= 8

    def strokes(at: int, *, across: bool) -> list[float]:
        return [s.x for s in slugs[at].strokes if s.across is across]

    assert strokes(9, across=True) == [0.0, 5.0, 0.0, 5.0]
    assert strokes(10, across=True) == [0.0, 5.0, 0.0], "no rule below the cell that goes on"
    assert strokes(11, across=True) == [0.0, 0.0] and strokes(11, across=False) == [5.0]
    assert strokes(12, across=True) == [0.0, 0.0, 5.0]
