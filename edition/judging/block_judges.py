"""The blocks of a story, judged one by one; `value_types` has seen to their types."""

from __future__ import annotations

from dataclasses import dataclass

from edition.errors import InvalidEdition
from edition.judging.places import Place, path_of
from edition.judging.text_judges import (
    judge_count,
    judge_lines,
    judge_link,
    judge_number,
    judge_picture_name,
    judge_said,
    judge_tag,
    judge_text,
)
from edition.limits import LIMITS
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Entries,
    Figure,
    Footnote,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Runs,
    Table,
    Verse,
    covered,
    plain,
)

_DEEPEST = 60
_WIDEST_INDENT = 99
_MOST_COLUMNS = 10_000


@dataclass
class Seen:
    """What runs point at, to be held against what there is when all is seen."""

    links: list[tuple[str, Place]]
    """`#id` links"""
    notes: list[tuple[str, Place]]
    """notes of the story in hand"""
    count: int = 0
    """links of the story in hand"""


def judge_runs(runs: Runs, place: Place, seen: Seen) -> None:
    """The characters of a line or a paragraph and what they carry."""
    for at, run in enumerate(runs):
        here = (place, at)
        judge_text(run.text, (here, "text"))
        marks = run.marks
        if len(marks) > 1 and list(marks) != sorted(set(marks)):
            raise InvalidEdition("marks_unsorted", path=path_of((here, "marks")))
        if run.href is not None:
            judge_link(run.href, (here, "href"))
            seen.count += 1
            if run.href.startswith("#"):
                seen.links.append((run.href, (here, "href")))
        if run.lang is not None:
            judge_tag(run.lang, (here, "lang"))
        judge_said(run.ruby, (here, "ruby"))
        judge_said(run.note, (here, "note"))
        if run.note is not None:
            seen.notes.append((run.note, (here, "note")))


def judge_block(block: Block, place: Place, seen: Seen) -> None:
    """One block. Raises InvalidEdition."""
    judge_lines(block.lines, (place, "lines"))
    match block:
        case Paragraph():
            judge_runs(block.runs, (place, "runs"), seen)
            size = len(plain(block.runs))
            judge_count(size, LIMITS.paragraph_characters, place)
            judge_number(block.speaker, 0, size, (place, "speaker"))
        case PullQuote():
            judge_runs(block.runs, (place, "runs"), seen)
            judge_said(block.speaker, (place, "speaker"))
        case Note():
            judge_runs(block.runs, (place, "runs"), seen)
        case Footnote():
            judge_text(block.label, (place, "label"))
            judge_runs(block.runs, (place, "runs"), seen)
        case Crosshead():
            if not block.parts:
                raise InvalidEdition("value_empty", path=path_of((place, "parts")))
            for at, part in enumerate(block.parts):
                judge_text(part, ((place, "parts"), at))
        case Figure():
            _figure(block, place, seen)
        case _:
            _of_rows(block, place, seen)


def _of_rows(
    block: ListBlock | Table | Verse | Closing | Entries, place: Place, seen: Seen
) -> None:
    match block:
        case ListBlock():
            for at, item in enumerate(block.items):
                here = ((place, "items"), at)
                judge_runs(item.runs, (here, "runs"), seen)
                judge_text(item.label, (here, "label"))
                judge_number(item.level, 0, _DEEPEST, (here, "level"))
        case Table():
            _table(block, place, seen)
        case Verse():
            for at, verse in enumerate(block.verses):
                judge_runs(verse, ((place, "verses"), at), seen)
            for at, indent in enumerate(block.indents):
                judge_number(indent, 0, _WIDEST_INDENT, ((place, "indents"), at))
        case Closing():
            for at, row in enumerate(block.rows):
                judge_runs(row.runs, (((place, "rows"), at), "runs"), seen)
        case Entries():
            for at, entry in enumerate(block.rows):
                here = ((place, "rows"), at)
                judge_runs(entry.label, (here, "label"), seen)
                judge_runs(entry.text, (here, "text"), seen)


def _figure(figure: Figure, place: Place, seen: Seen) -> None:
    if figure.src is not None:
        judge_picture_name(figure.src, (place, "src"))
    judge_runs(figure.caption, (place, "caption"), seen)
    judge_said(figure.credit, (place, "credit"))
    judge_said(figure.alt, (place, "alt"))
    if figure.focus is not None:
        left, top, right, bottom = figure.focus
        if not (0 <= left < right <= 1 and 0 <= top < bottom <= 1):
            raise InvalidEdition("focus_wrong", path=path_of((place, "focus")))
    if isinstance(figure.width, int):
        judge_number(figure.width, 1, _MOST_COLUMNS, (place, "width"))


def _table(table: Table, place: Place, seen: Seen) -> None:
    width, rows = table.width, len(table.rows)
    judge_count(width * rows, LIMITS.cells, (place, "rows"))
    for at, row in enumerate(table.rows):
        for column, cell in enumerate(row):
            judge_runs(cell, (((place, "rows"), at), column), seen)
    judge_number(table.header_rows, 0, rows, (place, "header_rows"))
    judge_number(table.header_columns, 0, width, (place, "header_columns"))
    judge_runs(table.caption, (place, "caption"), seen)
    taken: set[tuple[int, int]] = set()
    for at, span in enumerate(table.spans):
        inside = (
            span.row >= 0 and span.column >= 0 and span.rows >= 1 and span.columns >= 1
            and span.row + span.rows <= rows and span.column + span.columns <= width
        )
        places = {(span.row, span.column), *covered(span)} if inside else set()
        if not inside or places & taken:
            raise InvalidEdition(
                "span_outside", path=path_of(((place, "spans"), at)), rows=rows, columns=width
            )
        taken |= places
