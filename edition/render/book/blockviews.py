"""Blocks of the body as their templates show them: lists nested, tables in cells, notes linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from edition.compose.rows.tablegrid import TableGrid, grid_of
from edition.copy.numbering import cut_runs
from edition.copy.wording import runs_of
from edition.model import (
    Block,
    Entries,
    Footnote,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Runs,
    Story,
    Table,
    Verse,
    beside,
    plain,
)
from edition.trade.numberformats import number_of
from edition.walk import every_run

STACKED, BROAD = 4, 6
"""columns from which a table may stand row by row on a narrow screen, and on a wider one"""


@dataclass(slots=True)
class ListLevel:
    """One `ol` or `ul` with its items."""

    ordered: bool
    start: int = 1
    items: list[ListEntry] = field(default_factory=list)


@dataclass(slots=True)
class ListEntry:
    """One `li`: its label as text, its number where it does not follow by itself, inner lists."""

    label: str
    gap: str
    """the space between the label and the text, where they need one"""
    value: int | None
    runs: Runs
    inner: list[ListLevel] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stanza:
    """Verses with the em before each, up to the next white line."""

    verses: tuple[tuple[int, Runs], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and every text that belongs to it."""

    label: Runs
    texts: tuple[Runs, ...]


def nested(block: ListBlock) -> list[ListLevel]:
    """The items as lists in lists; an item lies at most one level below the one before it."""
    roots: list[ListLevel] = []
    open_lists: list[ListLevel] = []
    for item in block.items:
        depth = min(item.level, len(open_lists)) if roots else 0
        del open_lists[depth + 1 :]
        number = number_of(item.label)
        if depth == len(open_lists):
            level = ListLevel(number is not None, number or 1)
            (open_lists[-1].items[-1].inner if open_lists else roots).append(level)
            open_lists.append(level)
        level = open_lists[-1]
        level.items.append(_entry(item, number, level))
    return roots


def _entry(item: ListItem, number: int | None, level: ListLevel) -> ListEntry:
    value = number if level.ordered and number != level.start + len(level.items) else None
    gap = " " if beside(item.label, "x") != f"{item.label}x" else ""
    return ListEntry(item.label, gap, value, item.runs)


def stanzas(block: Verse) -> list[Stanza]:
    """The verses, parted at the white lines."""
    found: list[list[tuple[int, Runs]]] = [[]]
    for number, verse in enumerate(block.verses):
        if any(run.text for run in verse):
            indent = block.indents[number] if number < len(block.indents) else 0
            found[-1].append((indent, verse))
        elif found[-1]:
            found.append([])
    return [Stanza(tuple(verses)) for verses in found if verses]


def pairs(block: Entries) -> list[Pair]:
    """Labels with their texts; a row without a label belongs to the one above it."""
    found: list[Pair] = []
    for row in block.rows:
        if found and not row.label:
            found[-1] = replace(found[-1], texts=(*found[-1].texts, row.text))
        else:
            found.append(Pair(row.label, (row.text,)))
    return found


def spoken(block: Paragraph) -> tuple[Runs, Runs]:
    """The speaker's label, in bold, and what follows it."""
    label, rest = cut_runs(block.runs, block.speaker)
    return tuple(
        replace(run, marks=tuple(sorted({*run.marks, Mark.STRONG}))) for run in label
    ), rest


def linked(story: Story) -> tuple[tuple[Block, ...], frozenset[str]]:
    """The body with its marks of notes made ready for links, and the ids of notes marked.

    `Run.note` of the second mark of note `s01b05` is `s01b05-2`, so that each is a place of its
    own; a mark of a note that the story does not have is no link.
    """
    notes = {block.id for block in story.body if isinstance(block, Footnote) and block.id}
    seen: dict[str, int] = {}

    def name(runs: Runs) -> Runs:
        return tuple(
            replace(run, note=_place(run.note, notes, seen)) if run.note is not None else run
            for run in runs
        )

    body = tuple(
        every_run(block, name) if _has_marks(runs_of(block)) else block for block in story.body
    )
    return body, frozenset(seen)


def _has_marks(every: Sequence[Runs]) -> bool:
    return any(run.note is not None for runs in every for run in runs)


def _place(note: str, notes: set[str], seen: dict[str, int]) -> str | None:
    if note not in notes:
        return None
    seen[note] = seen.get(note, 0) + 1
    return note if seen[note] == 1 else f"{note}-{seen[note]}"


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with what a narrow screen needs to show it row by row."""

    grid: TableGrid
    stack: str
    """the class of a table that may stand so; empty for one that stays a grid"""
    heads: tuple[str, ...]
    """what names each column of such a table"""


def tabled(block: Table) -> TableView:
    """The cells of a table; one of many columns whose rows stand each for itself may be stacked."""
    grid = grid_of(block)
    body = grid.rows[grid.heads :]
    alone = all(one.rows == one.columns == 1 for row in body for one in row)
    if grid.width < STACKED or not grid.heads or not alone:
        return TableView(grid, "", ())
    heads = tuple(
        " ".join(
            text for row in grid.rows[: grid.heads] for one in row
            if one.column <= column < one.column + one.columns
            and (text := plain(one.runs).strip())
        )
        for column in range(grid.width)
    )
    return TableView(grid, "broad" if grid.width >= BROAD else "stack", heads)
