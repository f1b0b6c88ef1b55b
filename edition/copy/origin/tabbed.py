"""Rows out of a spreadsheet: cells parted by tabs, empty ones among them.

Two or more lines in a row with tabs inside, none of whose cells is a paragraph, are rows. They keep
their tabs, as many in each; every other tab becomes a space. A cell of several lines, which a
spreadsheet puts in straight quotation marks, is one cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.copy.origin.copyrows import Row, Rows, Undone
from edition.errors import Confidence, Diagnostic

_CELL = 120
"""characters a cell may hold; longer ones are paragraphs"""
_LINES = 20
"""lines one cell may have"""
_COLUMNS = 60


def undo_tabs(rows: Rows, name: str) -> Undone | None:
    """The rows with tabs only where they part cells; None where there are none."""
    if not any("\t" in row.text for row in rows):
        return None
    rows, quotes = _whole_cells(rows)
    found: list[Row] = []
    remarks: list[Diagnostic] = []
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _has_cells(rows[end].text):
            end += 1
        if end - at > 1:
            width = max(row.text.count("\t") for row in rows[at:end])
            found += (_padded(row, width) for row in rows[at:end])
            remarks.append(Diagnostic(
                "copied_from_sheet", {"rows": end - at, "columns": width + 1},
                rows[at].numbers[0], text=" ".join(rows[at].text.split())[:30],
                confidence=Confidence.CERTAIN, source=name,
            ))
            at = end
        else:
            found.append(Row(rows[at].text.replace("\t", " "), rows[at].numbers))
            at += 1
    return Undone(tuple(found), (), quotes, "", tuple(remarks))


def _has_cells(text: str) -> bool:
    """True for a line with a tab between or after its cells; leading tabs alone are an indent."""
    if not text.strip() or "\t" not in text.lstrip(" \u3000").rstrip(" "):
        return False
    cells = text.split("\t")
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) == 1 and cells[0].strip() == "" and text.rstrip()[-1:] in "。！？”":
        return False
    return len(cells) <= _COLUMNS and all(len(cell) <= _CELL for cell in cells)


def _padded(row: Row, width: int) -> Row:
    """The row with as many tabs as the widest: editors drop those at a line's end."""
    cells = [cell.strip(" \u00a0") for cell in row.text.split("\t")]
    return Row("\t".join(cells + [""] * (width + 1 - len(cells))), row.numbers)


def _whole_cells(rows: Sequence[Row]) -> tuple[Rows, str]:
    """Lines of one cell joined, and the marks around cells that are gone."""
    found: list[Row] = []
    taken: list[str] = []
    at = 0
    while at < len(rows):
        end = _cell_end(rows, at)
        text = " ".join(row.text for row in rows[at:end])
        if end > at + 1 or ('"' in text and "\t" in text):
            before = text.count('"')
            text = "\t".join(_unmarked(cell) for cell in text.split("\t"))
            taken.append('"' * (before - text.count('"')))
        found.append(Row(text, tuple(n for row in rows[at:end] for n in row.numbers)))
        at = end
    return tuple(found), "".join(taken)


def _cell_end(rows: Sequence[Row], at: int) -> int:
    """The place after the rows of one line of the sheet."""
    text = rows[at].text
    if '"' not in text or not _is_open(text):
        return at + 1
    for end in range(at + 1, min(at + _LINES, len(rows))):
        text += "\n" + rows[end].text
        if not _is_open(text):
            return end + 1 if "\t" in text else at + 1
    return at + 1


def _is_open(text: str) -> bool:
    """True while the last cell that opens with a mark has not closed it."""
    cell = text.rsplit("\t", 1)[-1] if text.count('"') % 2 else ""
    return cell.startswith('"')


def _unmarked(cell: str) -> str:
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and cell[1:-1].count('"') % 2 == 0:
        return cell[1:-1].replace('""', '"')
    return cell
