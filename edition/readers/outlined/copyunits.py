"""The items of a structured file as lines for the labeller, each with what it may be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.model import (
    Entries,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    plain,
)
from edition.readers.labelling.looks import PLAIN, Look
from edition.readers.labelling.states import LineState
from edition.readers.outlined.headings import Above, Below, Head, Item
from edition.readers.outlined.runs import one_line

S = LineState
TEXT = frozenset({S.OPENING, S.PARAGRAPH, S.UNDER})
HEADINGS = frozenset({S.HEADLINE, S.HEADLINE_MORE, S.CROSSHEAD, S.CROSSHEAD_MORE})
_FREE = frozenset(S) - {S.JUMP, S.SECTION, S.FURNITURE, S.ROW, S.DATELINE}
"""what a paragraph may be of which its format says nothing"""
_NEW = frozenset({S.HEADLINE, S.CROSSHEAD})
"""what begins no second line of one paragraph"""
_NUMBERED = frozenset({S.ITEM, S.CROSSHEAD, S.CROSSHEAD_MORE})
_ROWS = 3
"""rows of a table, and items of a list, that its neighbours are shown"""


@dataclass(frozen=True, slots=True)
class CopyUnit:
    """One line of an item: a paragraph, a line of verse, a heading."""

    at: int
    """place of its item"""
    number: int
    """number of its paragraph or line in the file"""
    runs: Runs
    allowed: frozenset[LineState]
    look: Look = PLAIN
    free: bool = False
    """True when the format does not say what it is"""
    answerable: bool = True
    """False for a line of what no answer makes a heading: a list, a table, a picture"""

    @property
    def text(self) -> str:
        return one_line(self.runs)


def units_of(items: Sequence[Item], looks: Mapping[int, Look]) -> list[CopyUnit]:
    """The lines of `items`; `looks` holds paragraphs of which the format says nothing."""
    return [*each_unit(items, looks)]


def each_unit(items: Sequence[Item], looks: Mapping[int, Look]) -> Iterator[CopyUnit]:
    """The same, one after the other, for who asks for the first alone."""
    pictured = False
    for at, item in enumerate(items):
        found = [unit for unit in _units(at, item, looks) if unit.text]
        if found and pictured:
            found[0] = replace(found[0], look=replace(found[0].look, pictured=True))
        pictured = isinstance(item, Figure) and not item.caption
        yield from found


def _units(at: int, item: Item, looks: Mapping[int, Look]) -> Iterator[CopyUnit]:
    match item:
        case Paragraph() | Verse():
            yield from _of_text(at, item, looks)
        case Head():
            yield CopyUnit(at, item.line, _runs(item.text), HEADINGS)
        case Above() | Below():
            part = S.KICKER if isinstance(item, Above) else S.DECK
            yield CopyUnit(at, item.line, _runs(item.text), frozenset({part}))
        case PullQuote() | Note():
            parts = frozenset({S.NOTE}) if isinstance(item, Note) else TEXT
            yield CopyUnit(at, _first(item.lines), item.runs, parts)
        case ListBlock():
            yield from _of_list(at, item, looks)
        case Figure() | Table() | Entries():
            number = _first(item.lines)
            part, rows = _rows(item)
            for runs in rows[:_ROWS]:
                yield CopyUnit(at, number, runs, frozenset({part}), answerable=False)
        case _:
            return


def _of_text(
    at: int, item: Paragraph | Verse, looks: Mapping[int, Look]
) -> Iterator[CopyUnit]:
    """The lines of a paragraph: one, or those that hard line ends part."""
    number = _first(item.lines)
    look = looks.get(number)
    kept = frozenset({S.VERSE}) if isinstance(item, Verse) else TEXT
    rows = item.verses if isinstance(item, Verse) else (item.runs,)
    for place, runs in enumerate(rows):
        may = _FREE - _NEW if place else _FREE
        yield CopyUnit(at, number, runs, kept if look is None else may, look or PLAIN,
                       look is not None)


def _of_list(at: int, item: ListBlock, looks: Mapping[int, Look]) -> Iterator[CopyUnit]:
    """The first items of a list; one that stands alone may be a crosshead with a number."""
    number, alone = _first(item.lines), len(item.items) == 1
    look = looks.get(number) if alone else None
    for entry in item.items[:_ROWS]:
        yield CopyUnit(
            at, number, (*_runs(entry.label), *entry.runs),
            frozenset({S.ITEM}) if look is None else _NUMBERED, look or PLAIN,
            look is not None, alone,
        )


def _rows(item: Figure | Table | Entries) -> tuple[LineState, list[Runs]]:
    """What the lines of a block are that only stands beside others."""
    match item:
        case Figure():
            return S.CAPTION, [item.caption]
        case Table():
            return S.ROW, [_runs("\u3000".join(map(plain, row))) for row in item.rows[:_ROWS]]
        case Entries():
            return S.ITEM, [(*row.label, *row.text) for row in item.rows]


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()


def _first(lines: Sequence[int]) -> int:
    return lines[0] if lines else 1
