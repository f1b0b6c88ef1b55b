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
from edition.readers.labelling.looks import PLAIN, Look, style_words
from edition.readers.labelling.states import LineState
from edition.readers.labelling.surroundings import LabelLine
from edition.readers.outlined.headings import Above, Below, Head, Item
from edition.readers.outlined.runs import one_line
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.labels import label_lines
from edition.readers.pasted.signs import signs

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
    units: list[CopyUnit] = []
    pictured = False
    for at, item in enumerate(items):
        found = [unit for unit in _units(at, item, looks) if unit.text]
        if found and pictured:
            found[0] = replace(found[0], look=replace(found[0].look, pictured=True))
        pictured = isinstance(item, Figure) and not item.caption
        units += found
    return units


def _units(at: int, item: Item, looks: Mapping[int, Look]) -> Iterator[CopyUnit]:
    match item:
        case Paragraph() | Verse():
            number = item.lines[0] if item.lines else 1
            free = number in looks
            rows = item.verses if isinstance(item, Verse) else (item.runs,)
            kept = frozenset({S.VERSE}) if isinstance(item, Verse) else TEXT
            for place, runs in enumerate(rows):
                may = _FREE - _NEW if place else _FREE
                yield CopyUnit(at, number, runs, may if free else kept,
                               looks.get(number, PLAIN), free)
        case Head():
            yield CopyUnit(at, item.line, _runs(item.text), HEADINGS)
        case Above() | Below():
            part = S.KICKER if isinstance(item, Above) else S.DECK
            yield CopyUnit(at, item.line, _runs(item.text), frozenset({part}))
        case Figure():
            yield CopyUnit(at, _first(item.lines), item.caption, frozenset({S.CAPTION}),
                           answerable=False)
        case ListBlock():
            alone = len(item.items) == 1 and _first(item.lines) in looks
            for entry in item.items[:_ROWS]:
                yield CopyUnit(
                    at, _first(item.lines), (*_runs(entry.label), *entry.runs),
                    _NUMBERED if alone else frozenset({S.ITEM}),
                    looks.get(_first(item.lines), PLAIN), alone, len(item.items) == 1,
                )
        case Table():
            for row in item.rows[:_ROWS]:
                cells = "\u3000".join(plain(cell) for cell in row)
                yield CopyUnit(at, _first(item.lines), _runs(cells), frozenset({S.ROW}),
                               answerable=False)
        case Entries():
            for line in item.rows[:_ROWS]:
                yield CopyUnit(at, _first(item.lines), (*line.label, *line.text),
                               frozenset({S.ITEM}), answerable=False)
        case PullQuote() | Note():
            part = S.NOTE if isinstance(item, Note) else S.PARAGRAPH
            yield CopyUnit(at, _first(item.lines), item.runs,
                           frozenset({part}) if isinstance(item, Note) else TEXT)
        case _:
            return


def _runs(text: str) -> Runs:
    return (Run(text),) if text else ()


def _first(lines: Sequence[int]) -> int:
    return lines[0] if lines else 1


def lines_of(units: Sequence[CopyUnit], taken: frozenset[int]) -> list[LabelLine]:
    """The lines as the labeller sees them; `taken` are the numbers of all that is no white."""
    styles = style_words([unit.look for unit in units], [unit.text for unit in units])
    copy: list[CopyLine] = []
    before = 0
    for unit in units:
        gap = sum(number not in taken for number in range(before + 1, unit.number))
        copy.append(CopyLine(
            unit.number, unit.text, gap if before else 0, unit.look.indented, (unit.number,),
        ))
        before = unit.number
    plainly = label_lines(copy, signs(copy))
    return [replace(line, style=style) for line, style in zip(plainly, styles, strict=True)]
