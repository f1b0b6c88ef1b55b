"""Tables of markup: every place of the grid, merged cells, rows and columns of heads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edition.limits import LIMITS
from edition.model import Runs, Span, Table
from edition.readers.columns import begun_columns
from edition.readers.tree.inline import line_runs
from edition.readers.tree.nodes import Element


@dataclass
class _Grid:
    """Cells by their places, and the merged ones."""

    rows: list[dict[int, Runs]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)

    def row(self, cells: Sequence[Element], at: int, last: int) -> None:
        """Put the cells of row `at` in, of a table whose last row is `last`."""
        self.rows.append({})
        column = 0
        for cell in cells:
            while (at, column) in self.taken:
                column += 1
            wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            if cell.get("rowspan") == "0":
                # To the end of the table.
                high = LIMITS.span
            high = min(high, last + 1 - at)
            if len(self.taken) + wide * high > LIMITS.cells:
                # More room than any table has is not real: then each cell takes its own.
                wide = high = 1
            self.taken |= {(at + down, column + right)
                           for down in range(high) for right in range(wide)}
            self.rows[-1][column] = line_runs(cell)
            if wide * high > 1:
                self.spans.append(Span(at, column, high, wide))
            column += wide


def table_of(element: Element) -> Table | None:
    """The table, its caption above it; None for one without any text."""
    rows = list(element.iter("tr"))
    grid = _Grid()
    for at, row in enumerate(rows):
        grid.row([c for c in row.elements if c.tag in ("td", "th")], at, len(rows) - 1)
    caption = [runs for e in element.iter("caption") if (runs := line_runs(e))]
    if not any(any(row.values()) for row in grid.rows):
        return None
    heads = _head_rows(element, rows)
    kept = list(range(len(rows)))
    if not grid.spans:
        kept = [at for at in kept if any(grid.rows[at].values())]
        heads = sum(at < heads for at in kept)
    width = max((column + 1 for _, column in grid.taken), default=0)
    lines = [[grid.rows[at].get(n, ()) for n in range(width)] for at in kept]
    begun = {column for at in kept for column in grid.rows[at]}
    cells, spans = begun_columns(lines, grid.spans, begun)
    found = Table(cells, heads, spans=spans, caption=caption[0] if caption else ())
    return replace(
        found, spans=found.merged, header_columns=_head_columns([rows[at] for at in kept], heads)
    )


def _head_rows(table: Element, rows: Sequence[Element]) -> int:
    """How many rows at the top name the columns: those of the `thead`, or all cells `th`."""
    head = table.first("thead")
    named = {id(row) for row in head.iter("tr")} if head else set[int]()
    count = 0
    for row in rows[:-1]:
        cells = [c.tag for c in row.elements if c.tag in ("td", "th")]
        if id(row) not in named and (not cells or set(cells) != {"th"}):
            break
        count += 1
    return count


def _head_columns(rows: Sequence[Element], heads: int) -> int:
    """1 when every row below the heads begins with a `th`, or under one, and goes on without."""
    covered = 0
    for row in rows[heads:]:
        cells = [c for c in row.elements if c.tag in ("td", "th")]
        if not covered and (not cells or cells[0].tag != "th"):
            return 0
        if not any(c.tag == "td" for c in cells):
            return 0
        covered = covered - 1 if covered else _span(cells[0].get("rowspan")) - 1
    return int(len(rows) > heads)


def _span(value: str) -> int:
    return min(max(int(value), 1), LIMITS.span) if value.isascii() and value.isdigit() else 1
