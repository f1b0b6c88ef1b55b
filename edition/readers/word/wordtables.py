"""Tables of a Word file: a grid with merged cells, or a frame that only places what is in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.limits import LIMITS
from edition.model import Runs, Span, Table, plain
from edition.readers.columns import begun_columns
from edition.readers.word.wordcensus import words_of
from edition.readers.word.wordwork import opened
from edition.readers.word.wordxml import Node

_WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo"})
_SENTENCE = 20
"""characters of the shortest paragraph that is running text by its length and stop"""
_STOPS = tuple("。！？”」……")
_FLOWING = 0.6
"""share of a frame's characters that stand in cells of running text"""
_FRAME_ROWS = 3
"""a frame has few rows"""


@dataclass(slots=True)
class WordCell:
    """One `w:tc` with its place in the grid."""

    node: Node
    row: int
    column: int
    columns: int = 1
    rows: int = 1
    covered: bool = False
    """True for a cell that a merge from above hides"""

    @property
    def paragraphs(self) -> list[str]:
        """The words of its paragraphs, empty ones left out."""
        return [text for node in self.node.iter("w:p")
                if (text := "".join(words_of(node)).strip())]

    @property
    def upright(self) -> bool:
        """True for words set down the page in a cell of across ones."""
        return self.node.value("w:tcPr", "w:textDirection") not in ("", "lrTb", "lr", "lrTbV")

    @property
    def flows(self) -> bool:
        """True for a cell of running text: several paragraphs, one of them a sentence."""
        texts = self.paragraphs
        return len(texts) > 1 and any(
            len(text) >= _SENTENCE and text.endswith(_STOPS) for text in texts
        )


@dataclass
class WordGrid:
    """The cells of a table where they stand."""

    cells: list[WordCell] = field(default_factory=list)
    rows: int = 0
    header_rows: int = 0

    @property
    def size(self) -> int:
        """Places of the grid."""
        return sum(cell.columns for cell in self.cells)


def grid_of(table: Node) -> WordGrid:
    """The grid of a `w:tbl`, merged cells known by their upper left one."""
    grid = WordGrid()
    above: dict[int, WordCell] = {}
    heads = True
    for row in rows_of(table):
        props = row.child("w:trPr")
        heads = heads and bool(props is not None and props.on("w:tblHeader"))
        grid.header_rows += heads
        column = _number(row.value("w:trPr", "w:gridBefore"), 0)
        beside: WordCell | None = None
        for node in _inside(row, "w:tc"):
            cell = WordCell(node, grid.rows, column,
                        max(_number(node.value("w:tcPr", "w:gridSpan"), 1), 1))
            beside = _merged(cell, beside, above)
            grid.cells.append(cell)
            column += cell.columns
        grid.rows += 1
    return grid


def rows_of(table: Node) -> Iterator[Node]:
    """The rows of a table."""
    return _inside(table, "w:tr")


def _inside(node: Node, tag: str) -> Iterator[Node]:
    for child in opened(node.children):
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _merged(cell: WordCell, beside: WordCell | None, above: dict[int, WordCell]) -> WordCell:
    """Enter a cell among those it is merged with; the cell that goes on to the right of it."""
    props = cell.node.child("w:tcPr")
    down = props.child("w:vMerge") if props is not None else None
    right = props.child("w:hMerge") if props is not None else None
    if right is not None and right.get("val", "continue") == "continue" and beside is not None:
        cell.covered = True
        beside.columns += cell.columns
        return beside
    over = above.get(cell.column)
    if down is not None and down.get("val", "continue") == "continue" and over is not None \
            and over.columns == cell.columns and over.row + over.rows == cell.row:
        cell.covered = True
        over.rows += 1
        return over
    above[cell.column] = cell
    return cell


def is_frame(grid: WordGrid, headed: bool) -> bool:
    """True for a table that only places running text. `headed`: a cell holds a heading."""
    cells = [cell for cell in grid.cells if cell.paragraphs]
    if grid.header_rows or not cells:
        return False
    if len(grid.cells) == 1:
        return True
    nested = any(cell.node.child("w:tbl") is not None for cell in cells)
    if grid.rows > _FRAME_ROWS:
        return False
    flowing = [cell for cell in cells if cell.flows]
    share = _size(flowing) / max(_size(cells), 1)
    return (
        (share >= _FLOWING and 2 * len(flowing) >= len(cells))
        or (headed and bool(flowing)) or (nested and grid.rows < _FRAME_ROWS)
    )


def _size(cells: list[WordCell]) -> int:
    return sum(len(text) for cell in cells for text in cell.paragraphs)


def table_of(grid: WordGrid, texts: dict[int, Runs], lines: tuple[int, ...]) -> Table:
    """The block of a grid. `texts` has the words of each cell by its number."""
    rows: list[list[Runs]] = [[] for _ in range(grid.rows)]
    spans: list[Span] = []
    for at, cell in enumerate(grid.cells):
        row = rows[cell.row]
        row += [()] * (cell.column - len(row))
        if cell.column < len(row):
            row[cell.column] = texts.get(at, ())
        else:
            row.append(texts.get(at, ()))
            row += [()] * (min(cell.columns, LIMITS.span) - 1)
        if not cell.covered and (cell.rows > 1 or cell.columns > 1):
            spans.append(Span(cell.row, cell.column, cell.rows, cell.columns))
    begun = {cell.column for cell in grid.cells if not cell.covered}
    begun |= {at for row in rows for at, runs in enumerate(row) if runs}
    kept, merged = begun_columns(rows, spans, begun)
    return Table(kept, grid.header_rows, lines, spans=merged)


def has_words(table: Table) -> bool:
    """True for a table with anything in it."""
    return any(plain(cell) for row in table.rows for cell in row)


def _number(text: str, usual: int) -> int:
    return min(int(text), LIMITS.span) if text.isdecimal() and len(text) < 6 else usual
