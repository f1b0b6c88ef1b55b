"""Runs of lines that are one block: a stanza, a table, a list, a crosshead of several lines."""

from __future__ import annotations

from collections.abc import Sequence

from edition.model import (
    Block,
    Closing,
    ClosingLine,
    Crosshead,
    Entries,
    EntryRow,
    ListBlock,
    Run,
    Runs,
    Table,
    Verse,
)
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.closinglines import ranged_of
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.drafts import PageDraft
from edition.readers.pasted.linekinds import LineKind
from edition.readers.pasted.rows import cells, heads_columns, items
from edition.trade.entries import entry_of

S = LineState
_DEEPEST = 12
"""em of the deepest indent of a line of verse"""


def take_rows(page: ClassifiedPage, draft: PageDraft, at: int) -> int:
    """Take one stanza, table, list or closing. Returns the place after it."""
    end = at + 1
    while end < len(page.lines) and _same_block(page, at, end):
        end += 1
    run = page.lines[at:end]
    draft.current(run[0])
    draft.add(_block(_form(page, at), run), run[-1])
    return end


def take_crosshead(page: ClassifiedPage, draft: PageDraft, at: int) -> int:
    """Take one crosshead with its further lines. Returns the place after it."""
    end = page.run_end(at + 1, S.CROSSHEAD_MORE)
    run = page.lines[at:end]
    if page.lines[at].number in page.named:
        draft.closed = False
    draft.add(Crosshead(tuple(line.text for line in run), _numbers(run)), run[-1])
    return end


def _form(page: ClassifiedPage, at: int) -> LineKind:
    """The kind of block a line of a row, item, verse or closing makes."""
    match page.state(at):
        case S.ROW:
            return LineKind.TABLE
        case S.ITEM:
            return LineKind.ENTRY if page.signs[at] is LineKind.ENTRY else LineKind.LIST
        case S.CLOSING:
            return LineKind.CLOSING
        case _:
            return LineKind.VERSE


def _same_block(page: ClassifiedPage, at: int, end: int) -> bool:
    """True when the line at `end` goes on the block that began at `at`."""
    kind = _form(page, at)
    if page.state(end) is not page.state(at) or _form(page, end) is not kind:
        return False
    if kind is not LineKind.TABLE:
        return True
    line, above = page.lines[end], page.lines[end - 1]
    tabbed = "\t" in line.text
    return tabbed == ("\t" in above.text) and _width(line) == _width(above) and not (
        tabbed and line.gap > 0
    )


def _block(kind: LineKind, run: Sequence[CopyLine]) -> Block:
    if kind is LineKind.LIST:
        return ListBlock(items([line.text for line in run]), _numbers(run))
    if kind is LineKind.TABLE:
        parted = [cells(line.text) for line in run]
        rows = tuple(tuple((Run(cell),) if cell else () for cell in row) for row in parted)
        return Table(rows, int(heads_columns(parted)), lines=_numbers(run))
    if kind is LineKind.ENTRY:
        return Entries(tuple(_row(line.text) for line in run), _numbers(run))
    if kind is LineKind.CLOSING:
        closing = (ClosingLine((Run(line.text),), ranged_of(line.text)) for line in run)
        return Closing(tuple(closing), _numbers(run))
    return _verse(run)


def _verse(run: Sequence[CopyLine]) -> Verse:
    """Lines of verse with their indents; white between two stanzas is an empty line."""
    verses: list[Runs] = []
    indents: list[int] = []
    least = min(line.indent for line in run)
    for line in run:
        if verses and line.gap > 0:
            verses.append(())
            indents.append(0)
        verses.append((Run(line.text),))
        indents.append(min(line.indent - least, _DEEPEST))
    return Verse(tuple(verses), _numbers(run), indents=tuple(indents) if any(indents) else ())


def _row(text: str) -> EntryRow:
    found = entry_of(text)
    parts = text.split(None, 1)
    if found is None and len(parts) > 1:
        return EntryRow((Run(parts[0]),), (Run(parts[1]),))
    if found is None:
        return EntryRow((), (Run(text),))
    return EntryRow((Run(found.label),), (Run(found.text),))


def _numbers(run: Sequence[CopyLine]) -> tuple[int, ...]:
    return tuple(number for line in run for number in line.numbers)


def _width(line: CopyLine) -> int:
    return len(cells(line.text))
