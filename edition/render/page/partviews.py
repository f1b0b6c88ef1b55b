"""Lists and tables as a reader of the tags is told them: items, rows, cells.

Their lines stand where the composing room put them; only what holds them is said here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from edition.compose.composed import Slug, ToldCell, ToldRows
from edition.render.page.lineviews import LineView

ITEM, ROW, CAPTION = "LI", "TR", "Caption"
LISTS = ("list", "entries")


@dataclass(frozen=True, slots=True)
class ToldPart:
    """A part of a block: an item, or a row with its cells."""

    tag: str
    """of the PDF: `LI`, `TR`, `TH`, `TD`, `Caption`"""
    lines: tuple[LineView, ...] = ()
    parts: tuple[ToldPart, ...] = ()
    """cells of a row"""
    across: int = 1
    """columns a cell takes"""
    down: int = 1
    """rows a cell takes"""
    scope: str = ""
    """of a head: `Column` or `Row`"""


Views = Sequence[Sequence[LineView]]
"""the views of each line of a slug"""


def parts_of(slugs: Sequence[Slug], views: Sequence[Views]) -> tuple[str, tuple[ToldPart, ...]]:
    """The tag of a block and its parts; no tag where it is told as running text.

    `slugs` are those of one block in one leg, `views` what is drawn of each.
    """
    kind = slugs[0].kind
    if kind in LISTS and all(slug.item for slug in slugs):
        return "L", tuple(_items(slugs, views))
    if kind == "table":
        begin = next((at for at, slug in enumerate(slugs) if slug.told), len(slugs))
        tables = [slug.told for slug in slugs[begin:] if slug.told]
        if tables and begin + len(tables) == len(slugs) and (rows := _rows(tables, views[begin:])):
            caption = tuple(view for some in views[:begin] for line in some for view in line)
            head = (ToldPart(CAPTION, caption),) if caption else ()
            return "Table", (*head, *rows)
    return "", ()


def _items(slugs: Sequence[Slug], views: Sequence[Views]) -> Iterator[ToldPart]:
    pairs = zip(slugs, views, strict=True)
    for _, group in groupby(pairs, key=lambda pair: pair[0].item):
        lines = tuple(view for _, some in group for line in some for view in line)
        yield ToldPart(ITEM, lines)


def _rows(tables: Sequence[ToldRows], views: Sequence[Views]) -> tuple[ToldPart, ...]:
    """The rows of a table, or of the part of it that stands in a leg; none where cells are wanting
    or lie on each other, so that no reader could tell which column one is in."""
    order = [row for told in tables for row in range(told.first, told.end)]
    taken: list[set[int]] = [set() for _ in order]
    found: list[list[ToldPart]] = [[] for _ in order]
    begin = 0
    for told, some in zip(tables, views, strict=True):
        at = 0
        for cell in told.cells:
            here = begin + cell.row - told.first
            down = _down(order, here, cell)
            columns = set(range(cell.column, cell.column + cell.columns))
            if any(taken[row] & columns for row in range(here, here + down)):
                return ()
            for row in range(here, here + down):
                taken[row] |= columns
            lines = tuple(view for line in some[at : at + cell.lines] for view in line)
            at += cell.lines
            found[here].append(ToldPart(
                "TH" if cell.names else "TD", lines, across=cell.columns, down=down,
                scope=cell.names.capitalize(),
            ))
        begin += told.end - told.first
    width = max(map(max, filter(None, taken)), default=-1) + 1
    if not all(found) or any(len(columns) != width for columns in taken):
        return ()
    return tuple(ToldPart(ROW, parts=tuple(cells)) for cells in found)


def _down(order: Sequence[int], here: int, cell: ToldCell) -> int:
    """Rows a cell takes of those that follow each other in this leg."""
    down = 1
    while down < cell.rows and order[here + down : here + down + 1] == [cell.row + down]:
        down += 1
    return down
