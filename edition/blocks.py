"""The blocks a story's body is made of, and the runs of characters they hold.

Standard library only, all values frozen; `Paragraph.of("text")` and the like take plain values.
`block_text` is what a block prints; `copied_text` is what of it stands in the copy: what a format
derives (an item's number) is not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from edition.fitting import ModelValue


class Mark(StrEnum):
    """What an inline run carries beside its characters."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    """Set in Kai, the Chinese italic."""
    DOTS = "dots"
    """着重号: a dot below each character (GB/T 15834 5.1.8)."""
    SUPER = "super"
    """Superscript: an exponent, or with `Run.note` the mark of a note."""
    SUB = "sub"
    """Subscript, as in H₂O typed with a figure."""
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Run(ModelValue):
    """Characters set alike. A block's text is the concatenation of its runs."""

    text: str
    marks: tuple[Mark, ...] = ()
    """Sorted, without repetition."""
    href: str | None = None
    """`https`, `http`, `mailto` address or `#id`; anything else never gets this far."""
    lang: str | None = None
    """BCP 47 tag when it differs from the edition's."""
    ruby: str | None = None
    """The reading set above the characters, or behind them in brackets."""
    note: str | None = None
    """Id of the `Footnote` of the same story this run is the mark of."""


Runs: TypeAlias = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The characters of `runs`, without marks and without readings."""
    if len(runs) == 1:
        return runs[0].text
    return "".join(run.text for run in runs)


def spelled(runs: Runs) -> str:
    """The characters of `runs`, each reading in brackets behind its characters."""
    if len(runs) == 1 and not runs[0].ruby:
        return runs[0].text
    return "".join(run.text + (f"（{run.ruby}）" if run.ruby else "") for run in runs)


def readings(runs: Runs) -> str:
    """The characters of `runs` and of their readings, without the brackets the page adds."""
    if len(runs) == 1 and not runs[0].ruby:
        return runs[0].text
    return "".join(run.text + (run.ruby or "") for run in runs)


@dataclass(frozen=True, slots=True)
class Paragraph(ModelValue):
    runs: Runs
    lines: tuple[int, ...] = ()
    """Source lines, counted from 1; two or more when a column wrap was joined."""
    id: str = ""
    speaker: int = 0
    """How many characters at the head are the speaker's label: 2 for 问：, its colon included."""


@dataclass(frozen=True, slots=True)
class Crosshead(ModelValue):
    """小标题. Two lines of one crosshead are two parts, not two crossheads."""

    parts: tuple[str, ...]
    lines: tuple[int, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class PullQuote(ModelValue):
    """A quotation the printed page repeats in a box; never part of the running text."""

    runs: Runs
    lines: tuple[int, ...] = ()
    id: str = ""
    speaker: str | None = None
    """Name of the speaker when the copy gives it beyond doubt."""


class PictureSize(StrEnum):
    """How large a picture is to be on whatever page."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class Figure(ModelValue):
    """A picture with its caption. `src` names a file under the source's own folder."""

    src: str | None
    """Name of one of the edition's pictures; None for a caption whose picture is missing."""
    caption: Runs = ()
    credit: str | None = None
    alt: str | None = None
    lines: tuple[int, ...] = ()
    id: str = ""
    pixels: tuple[int, int] | None = None
    """Width and height of the picture; None when there is no picture to show."""
    focus: tuple[float, float, float, float] | None = None
    """What a crop must keep: left, top, right, bottom as shares of the picture, 0…1."""
    optional: bool = False
    """True when the page may go without the picture."""
    width: int | PictureSize | None = None
    """Base columns the editor wants it to take, or how large it is to be."""


@dataclass(frozen=True, slots=True)
class ListItem(ModelValue):
    """One item of a list with its own number, which is printed as it stands here."""

    runs: Runs
    level: int = 0
    """0 is the outermost list"""
    label: str = ""
    """`1.`, `（一）`, `①`, `•`; empty for an item without one"""
    made: bool = False
    """True where the format derives the label, so that it is no character of the copy."""


@dataclass(frozen=True, slots=True)
class ListBlock(ModelValue):
    items: tuple[ListItem, ...]
    lines: tuple[int, ...] = ()
    id: str = ""

    @classmethod
    def numbered(cls, texts: Iterable[Any], start: int = 1) -> ListBlock:
        """Items numbered `1.`, `2.` … by the format; each is text or runs."""
        return cls.of(listed(texts, ordered=True, start=start))

    @classmethod
    def bulleted(cls, texts: Iterable[Any]) -> ListBlock:
        """Items with a bullet each; each is text or runs."""
        return cls.of(listed(texts))


def listed(
    texts: Iterable[Runs], *, ordered: bool = False, level: int = 0, start: int = 1
) -> tuple[ListItem, ...]:
    """Items numbered from `start`, or with a bullet each, by the format and not by the copy."""
    return tuple(
        ListItem(runs, level, f"{number}." if ordered else "•", made=True)
        for number, runs in enumerate(texts, start)
    )


def unlabelled(texts: Iterable[Runs]) -> tuple[ListItem, ...]:
    """Items that print no label beside their own characters."""
    return tuple(ListItem(runs) for runs in texts)


@dataclass(frozen=True, slots=True)
class Span(ModelValue):
    """A merged cell of a table: the place of its upper left cell and how far it goes."""

    row: int
    """from 0"""
    column: int
    """from 0"""
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Table(ModelValue):
    """A grid of cells. A row shorter than the widest ends in empty cells."""

    rows: tuple[tuple[Runs, ...], ...]
    """Every place of the grid; a place that a merged cell covers is empty."""
    header_rows: int = 0
    """How many rows at the head name the columns; they stand again where the table is parted."""
    lines: tuple[int, ...] = ()
    id: str = ""
    header_columns: int = 0
    """How many columns at the left name the rows."""
    spans: tuple[Span, ...] = ()
    """Merged cells; none of them reaches over another or out of the grid."""
    caption: Runs = ()
    """The table's own title, above it."""

    @property
    def width(self) -> int:
        """Columns of the widest row."""
        return max(map(len, self.rows), default=0)

    @property
    def merged(self) -> tuple[Span, ...]:
        """The merged cells that hide no text, lie in the grid and reach over no other."""
        kept: list[Span] = []
        taken: set[tuple[int, int]] = set()
        begun: set[tuple[int, int]] = set()
        for span in self.spans:
            place = (span.row, span.column)
            if place in begun or not self._holds(span):
                continue
            begun.add(place)
            if place not in taken and all(
                at not in taken and self._is_empty(at) for at in covered(span)
            ):
                taken |= {place, *covered(span)}
                kept.append(span)
        return tuple(kept)

    def _is_empty(self, place: tuple[int, int]) -> bool:
        row, column = place
        return not any(map(plain, self.rows[row][column : column + 1]))

    def _holds(self, span: Span) -> bool:
        """True for a span that lies in the grid."""
        return (
            span.row >= 0 and span.column >= 0 and span.rows >= 1 and span.columns >= 1
            and span.row + span.rows <= len(self.rows) and span.column + span.columns <= self.width
        )


def covered(span: Span) -> Iterator[tuple[int, int]]:
    """(row, column) of every place under a merged cell but its first."""
    for row in range(span.row, span.row + span.rows):
        for column in range(span.column, span.column + span.columns):
            if (row, column) != (span.row, span.column):
                yield row, column


@dataclass(frozen=True, slots=True)
class Verse(ModelValue):
    """Lines that are never joined."""

    verses: tuple[Runs, ...]
    """An empty line is the white between two stanzas."""
    lines: tuple[int, ...] = ()
    id: str = ""
    indents: tuple[int, ...] = ()
    """em before each line; a line beyond them has none"""


@dataclass(frozen=True, slots=True)
class Note(ModelValue):
    """编者按 and the like: the editor's own words beside the story."""

    runs: Runs
    lines: tuple[int, ...] = ()
    id: str = ""


class Ranged(StrEnum):
    """Where a line that is not running text stands in its column."""

    MARGIN = "margin"
    """At the left edge: 敬礼, and the name a letter opens with."""
    INDENT = "indent"
    """Two em in: 此致."""
    CENTRE = "centre"
    RIGHT = "right"
    """A signature, an office, a date."""


@dataclass(frozen=True, slots=True)
class ClosingLine(ModelValue):
    runs: Runs
    ranged: Ranged = Ranged.RIGHT


@dataclass(frozen=True, slots=True)
class Closing(ModelValue):
    """落款: what closes a letter or a notice, line by line, salutation, signature and date."""

    rows: tuple[ClosingLine, ...]
    lines: tuple[int, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow(ModelValue):
    """A label and what belongs to it. The label keeps its colon; either may be empty."""

    label: Runs
    text: Runs


@dataclass(frozen=True, slots=True)
class Entries(ModelValue):
    """Rows of label and text: service lines, lists of offices, programmes, weather, results."""

    rows: tuple[EntryRow, ...]
    lines: tuple[int, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Footnote(ModelValue):
    """A note at the end of a story; `Run.note` of its marks is its id."""

    label: str
    """As the mark in the text is printed: `1`, `①`, `*`; empty for a note without one."""
    runs: Runs
    lines: tuple[int, ...] = ()
    id: str = ""


Block: TypeAlias = (
    Paragraph | Crosshead | PullQuote | Figure | ListBlock | Table | Verse | Note
    | Closing | Entries | Footnote
)


def block_text(block: Block) -> str:
    """What a block prints, in reading order; parts and items are parted by one space."""
    return " ".join(text for text in _texts(block, copied=False) if text)


def copied_text(block: Block) -> str:
    """The characters of a block that stand in the copy, in reading order."""
    return " ".join(text for text in _texts(block, copied=True) if text)


def _texts(block: Block, *, copied: bool) -> Iterator[str]:
    said = readings if copied else spelled
    match block:
        case Paragraph():  # Nearly every block is one.
            yield said(block.runs)
        case Crosshead():
            yield from block.parts
        case Figure():
            yield from (said(block.caption), block.credit or "")
        case ListBlock():
            for item in block.items:
                label = "" if copied and item.made else item.label
                yield beside(label, said(item.runs))
        case Table():
            yield said(block.caption)
            yield from (said(cell) for row in block.rows for cell in row)
        case Verse():
            yield from map(said, block.verses)
        case Closing():
            yield from (said(row.runs) for row in block.rows)
        case Entries():
            yield from (beside(said(row.label), said(row.text)) for row in block.rows)
        case Footnote():
            yield beside(block.label, said(block.runs))
        case Paragraph() | PullQuote() | Note():
            yield said(block.runs)


def beside(label: str, text: str) -> str:
    """A label and its text as one text; a wide mark such as ：or ）needs no space behind it."""
    wide = label and label[-1] in "：）】〕》、，。；"
    return label + text if wide or not (label and text) else f"{label} {text}"
