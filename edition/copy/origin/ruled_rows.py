"""Rows of a table drawn with upright rules: `| 石桥 | 3 | 2 |`, empty cells among them.

Two or more lines in a row with as many cells each are rows of a table where all have rules at both
ends, or three cells and more with figures among them; so are the lines of dashes between them. Any
other upright rule is copy: that of `首页|新闻|体育` and of `来源｜文化站`.
"""

from __future__ import annotations

import re

from edition.copy.origin.copyrows import Row, Rows, Undone
from edition.errors import Confidence, Diagnostic

_RULE = re.compile("[|｜]")
_DASHES = re.compile(r"(?=[^|｜+]*[|｜+])(?=.*[-—─=]{3})[|｜+:\-—─=]+")
"""A line that only parts the head of a table from its rows."""
_FIGURE = re.compile(r"[+\-－—￥$]?[\d０-９]")
_CELL = 120
"""characters a cell may hold; longer ones are paragraphs"""
_COLUMNS = 60


def undo_rules(rows: Rows, name: str) -> Undone | None:
    """The rows with tabs for the rules between their cells; None where there are none."""
    if not any(_RULE.search(row.text) for row in rows):
        return None
    found: list[Row] = []
    taken: list[str] = []
    remarks: list[Diagnostic] = []
    at = 0
    while at < len(rows):
        end, width = _run(rows, at)
        if end == at:
            found.append(rows[at])
            at += 1
            continue
        table = _table(rows[at:end])
        taken += (sign for row in rows[at:end] for sign in _signs(row.text))
        found += table
        remarks.append(Diagnostic(
            "table_rules_taken", {"rows": len(table), "columns": width},
            rows[at].numbers[0], text=" ".join(rows[at].text.split())[:30],
            confidence=Confidence.CERTAIN, source=name,
        ))
        at = end
    return Undone(tuple(found), (), "".join(taken), "", tuple(remarks)) if remarks else None


def _run(rows: Rows, at: int) -> tuple[int, int]:
    """The place behind the table that begins here, and its columns; `at` where none does."""
    width = closed = filled = figures = 0
    end = at
    while end < len(rows):
        text = rows[end].text.strip()
        if "\t" in text or not (_RULE.search(text) or _is_dashed(text)):
            break
        if not _is_dashed(text):
            cells = _cells(text)
            if (width and len(cells) != width) or not _fits(cells):
                break
            width = len(cells)
            filled += 1
            figures += any(map(_FIGURE.match, cells))
            closed += bool(_RULE.match(text)) and bool(_RULE.match(text[-1]))
        end += 1
    drawn = closed == filled or (width > 2 and figures >= filled - 1)
    if filled < 2 or width < 2 or not drawn:
        return at, 0
    return end, width


def _table(rows: Rows) -> list[Row]:
    """The rows with tabs; a line of dashes goes with the row above it, the first with its next."""
    found: list[Row] = []
    waiting: tuple[int, ...] = ()
    for row in rows:
        if not _is_dashed(row.text):
            found.append(Row("\t".join(_cells(row.text)), (*waiting, *row.numbers)))
            waiting = ()
        elif found:
            found[-1] = Row(found[-1].text, (*found[-1].numbers, *row.numbers))
        else:
            waiting += row.numbers
    return found


def _is_dashed(text: str) -> bool:
    return _DASHES.fullmatch("".join(text.split())) is not None


def _fits(cells: list[str]) -> bool:
    return len(cells) <= _COLUMNS and all(len(cell) <= _CELL for cell in cells)


def _cells(text: str) -> list[str]:
    """The cells between the rules; those at both ends of the line have nothing outside them."""
    cells = [cell.strip(" \u3000\u00a0") for cell in _RULE.split(text.strip())]
    if len(cells) > 2 and not cells[0] and not cells[-1]:
        return cells[1:-1]
    return cells


def _signs(text: str) -> list[str]:
    """What is taken out of a row: its rules, or the whole of a line of dashes."""
    return text.split() if _is_dashed(text) else _RULE.findall(text)
