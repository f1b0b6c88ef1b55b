"""The lines of one Markdown paragraph: joined, or kept where each is a thing of its own.

CommonMark joins the lines of a paragraph, because authors wrap their text. But time, place and
telephone, questions and answers, verses and rows of a table are lines that were meant; they are
told by what they all have in common, never by one line alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from edition.copy.numbering import cut_runs
from edition.model import Block, Entries, EntryRow, Paragraph, Run, Runs, Table, Verse, plain
from edition.readers.dialect.markedtext import BREAK, HARD, SOFT, Told, joined
from edition.readers.outlined.runs import flat, tidy
from edition.readers.outlined.servicelines import (
    are_lines,
    is_labelled,
    labelled_blocks,
    numbered_block,
)

_DEFINITION = re.compile(r":[ \u3000]{1,4}(?=\S)")
_RULE = re.compile(r"\|[\s:|-]+\|?")
_VERSE = 30
"""characters of the longest line of verse whose line ends were asked for"""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line as typed: its runs, its line in the file, and the line end before it."""

    runs: Runs
    line: int
    after: str = HARD

    @property
    def text(self) -> str:
        return plain(self.runs)


def paragraph_blocks(
    runs: Sequence[Run], lines: tuple[int, ...], told: Told
) -> tuple[Block, ...]:
    """The blocks that a paragraph's runs make, with the lines of the file they stand in."""
    rows = [row for row in _rows(runs, lines) if row.text]
    if len(rows) > 1:
        for shape in (_definitions, _line_block, _piped, _numbered):
            block = shape(rows)
            if block is not None:
                return (block,)
    return tuple(_blocks(rows, lines, told))


def _rows(runs: Sequence[Run], lines: tuple[int, ...]) -> Iterator[_Row]:
    number, after, row = 0, HARD, list[Run]()
    for run in (*runs, Run(HARD)):
        if run.text not in (SOFT, HARD, BREAK):
            row.append(run)
            continue
        yield _Row(flat(tidy(row)), lines[min(number, len(lines) - 1)], after)
        number += run.text != BREAK
        after, row = (HARD if run.text == BREAK else run.text), []


def _definitions(rows: Sequence[_Row]) -> Block | None:
    """A term, and below it what it means behind a colon."""
    if _DEFINITION.match(rows[0].text) or not all(_DEFINITION.match(r.text) for r in rows[1:]):
        return None
    first, *others = (flat(cut_runs(row.runs, _DEFINITION.match(row.text).end())[1])  # type: ignore[union-attr] # every row but the first matches
                      for row in rows[1:])
    entries = (EntryRow(rows[0].runs, first), *(EntryRow((), text) for text in others))
    return Entries(entries, _lines(rows))


def _line_block(rows: Sequence[_Row]) -> Block | None:
    """Lines that all open with a bar, which says that they are lines."""
    if not all(row.text.startswith("| ") and row.text.count("|") == 1 for row in rows):
        return None
    return Verse(tuple(flat(cut_runs(row.runs, 2)[1]) for row in rows), _lines(rows))


def _piped(rows: Sequence[_Row]) -> Block | None:
    """Rows between bars without the line below the head that CommonMark's table wants."""
    if not all(r.text.startswith("|") and r.text.endswith("|") and len(r.text) > 2 for r in rows):
        return None
    kept = [row for row in rows if not _RULE.fullmatch(row.text)]
    return Table(tuple(_cells(row.runs) for row in kept), 0, _lines(rows)) if kept else None


def _numbered(rows: Sequence[_Row]) -> Block | None:
    """Lines with numbers that CommonMark does not know, `（一）`, `①`, `a.`, and that count on."""
    return numbered_block([row.runs for row in rows], _lines(rows))


def _cells(runs: Runs) -> tuple[Runs, ...]:
    """The cells between the bars of a row."""
    rest, cells = cut_runs(runs, 1)[1], list[Runs]()
    while rest:
        at = plain(rest).find("|")
        cell, rest = cut_runs(rest, at)
        cells.append(flat(cell))
        rest = cut_runs(rest, 1)[1]
    return tuple(cells)


def _blocks(rows: list[_Row], lines: tuple[int, ...], told: Told) -> Iterator[Block]:
    """Rows of label and text as such, the others joined or kept."""
    at = 0
    while at < len(rows):
        stop = at
        while stop < len(rows) and is_labelled(rows[stop].text):
            stop += 1
        if stop - at > 1:
            labelled = rows[at:stop]
            yield from labelled_blocks([r.runs for r in labelled], [(r.line,) for r in labelled])
            at = stop
            continue
        stop = max(stop, at + 1)
        while stop < len(rows) and not (
            is_labelled(rows[stop].text) and stop + 1 < len(rows)
            and is_labelled(rows[stop + 1].text)
        ):
            stop += 1
        whole = at == 0 and stop == len(rows)
        yield from _plain(rows[at:stop], lines if whole else _lines(rows[at:stop]), told)
        at = stop


def _plain(rows: list[_Row], lines: tuple[int, ...], told: Told) -> Iterator[Block]:
    soft = [row for row in rows[1:] if row.after == SOFT]
    if soft and are_lines([row.text for row in rows]):
        told.line = rows[0].line
        told.say("lines_kept", " / ".join(row.text for row in rows))
        yield Verse(tuple(row.runs for row in rows), lines)
        return
    kept = _joined(rows)
    if len(kept) == 1:
        yield Paragraph(kept[0].runs, lines)
    elif max(len(row.text) for row in kept) <= _VERSE:
        yield Verse(tuple(row.runs for row in kept), lines)
    else:
        yield from (Paragraph(row.runs, (row.line,)) for row in kept)


def _joined(rows: Sequence[_Row]) -> list[_Row]:
    """Rows with those that a soft line end parts made one."""
    kept: list[_Row] = []
    for row in rows:
        if kept and row.after == SOFT:
            both = joined((*kept[-1].runs, Run(SOFT), *row.runs))
            kept[-1] = replace(kept[-1], runs=flat(both))
        else:
            kept.append(row)
    return kept


def _lines(rows: Sequence[_Row]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(row.line for row in rows))
