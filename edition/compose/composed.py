"""What the composer returns: lines, galleys and headings, with every position in em.

A *galley* (小样) is one story as one long column at one measure. Make-up cuts it at slugs and
never composes again; the renderer prints the segments of its lines and never breaks a line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, overload

from edition.model import Mark

EM_BOX_ASCENT = 0.88
"""Share of the em box above the baseline in CJK faces; the box is centred in its row."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Neighbouring glyphs of one line set with one letter-spacing; a text node of the page.

    Lengths are in em of the segment's own size. The characters are exactly the source's.
    """

    text: str
    spacing: float = 0.0
    """letter-spacing, added after every glyph of the segment"""
    lead: float = 0.0
    """margin before the first glyph; may be negative"""
    marks: tuple[Mark, ...] = ()
    href: str | None = None
    lang: str | None = None
    wide: bool = False
    """True for —— and ⸺, which need the font's full-width forms."""
    narrow: bool = False
    """True for a word with an inner ’, which needs the font's proportional forms (`pwid`)."""
    upright: bool = False
    """True for a mark in a line that runs down, which needs its form for such lines (`vert`)."""
    face: str = ""
    """role of the face that draws it, where that is not the one of the line and its marks"""
    added: bool = False
    """True for a hyphen the composer added: no character of the source."""


@dataclass(frozen=True, slots=True)
class Line:
    """One composed line. `start + Σ(lead + advances + spacing) = start + width`."""

    segments: tuple[Segment, ...]
    start: float
    """Left edge of the line box from the column's left edge; the indent less a trimmed blank."""
    width: float
    """Distance from the column's left edge to the right end of the last ink cell, in em of the
    line's own size; equals the measure on every line that is not the last of its paragraph."""
    origins: tuple[float, ...]
    """x of every character from the column's left edge, for tests; one per code point."""
    last: bool = False
    """True for the last line of its paragraph."""
    extra: float = 0.0
    """Extra gap between Han characters on this line (JU6); negative is never."""
    short: float = 0.0
    """Distance from the right edge that could not be closed, on a non-last line (JU2)."""
    rubies: tuple[Ruby, ...] = ()
    """The readings above it, from left to right; their characters are not among its own."""

    @property
    def text(self) -> str:
        return "".join(s.text for s in self.segments if not s.added)


class LaterLine(Sequence[Line]):
    """A sequence of one line, which is set when it is first looked at.

    Make-up asks of most galleys how deep they are and where they may be cut, and prints few. So
    that the collector of garbage has one object to look at, not four, `set_it` is one for all
    lines of a paragraph, and `at` says which of them this is.
    """

    __slots__ = ("_at", "_found", "_set")

    def __init__(self, set_it: Callable[[int], Line], at: int) -> None:
        self._set: Callable[[int], Line] | None = set_it
        self._at = at
        self._found: tuple[Line, ...] = ()

    def _line(self) -> tuple[Line, ...]:
        if not self._found and self._set is not None:
            self._found = (self._set(self._at),)
            self._set = None
        return self._found

    def __len__(self) -> int:
        return 1

    @overload
    def __getitem__(self, at: int) -> Line: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Line, ...]: ...
    def __getitem__(self, at: int | slice) -> Line | tuple[Line, ...]:
        return self._line()[at]

    def __eq__(self, other: object) -> bool:
        return other is self or (isinstance(other, Sequence) and self._line() == tuple(other))

    def __hash__(self) -> int:
        return hash(self._line())

    def __repr__(self) -> str:
        return repr(self._line())


@dataclass(frozen=True, slots=True)
class Ruby:
    """A reading above some characters of a line, in the gap over it (注音)."""

    end: int
    """how many characters of the line end before the reading is told"""
    x: float
    """em of the line from the origin of the last of them to the left edge of the reading"""
    size: float
    """em of the line"""
    line: Line
    """the reading, in em of its own size"""


def cut_line(line: Line, at: int) -> tuple[Line, Line]:
    """A line in two, before its character `at`, which stays where it is; readings are left out."""
    left: list[Segment] = []
    right: list[Segment] = []
    rest = at
    for segment in line.segments:
        taken = 0 if segment.added else min(rest, len(segment.text))
        if right or not (taken or rest):
            right.append(segment)
        elif segment.added or taken == len(segment.text):
            left.append(segment)
        else:
            left.append(replace(segment, text=segment.text[:taken]))
            right.append(replace(segment, text=segment.text[taken:], lead=0.0))
        rest -= taken
    if right:
        right[0] = replace(right[0], lead=0.0)
    start = line.origins[at] if at < len(line.origins) else line.start + line.width
    return (
        replace(line, segments=tuple(left), origins=line.origins[:at], rubies=()),
        replace(line, segments=tuple(right), origins=line.origins[at:], start=start, rubies=()),
    )


SlugKind = Literal[
    "text", "crosshead", "byline", "note", "quote", "list", "verse", "white", "briefhead",
    "table", "entries", "closing", "footnote",
]


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line stands in its slug, when lines do not simply follow one another."""

    x: float
    """em of the body from the column's left edge"""
    row: float
    """rows from the head of the slug to the head of the line's cell"""
    width: float
    """em of the body the line may take"""


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell of a table for whoever does not see the rules."""

    row: int
    """of the table, from 0"""
    column: int
    rows: int
    columns: int
    names: Literal["", "column", "row"]
    """what it is the head of"""
    lines: int
    """how many lines of its slug are its own"""


@dataclass(frozen=True, slots=True)
class ToldRows:
    """Rows `first` to `end` of a table, with the cells that begin in them."""

    first: int
    end: int
    cells: tuple[ToldCell, ...]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A rule in a slug: x and length across in em of the body, row and length down in rows."""

    x: float
    row: float
    length: float
    across: bool = True
    weight: Literal["hair", "thin", "thick"] = "thin"


@dataclass(frozen=True, slots=True)
class Slug:
    """The smallest piece of a galley: whole grid rows that no leg may split.

    A text slug is one line of one row. A crosshead is one slug of several rows (占行).
    """

    kind: SlugKind
    block: str
    """Id of the block it belongs to; `s01-byline` for a byline."""
    rows: int
    lines: Sequence[Line]
    size: float = 1.0
    """em of the body; lengths inside the lines are in em of this size"""
    face: str = "song"
    leading: float = 1.0
    """rows between the lines of one slug"""
    align: Literal["justify", "center", "right", "left"] = "justify"
    cut: float | None = 0.0
    """Price of ending a leg after this slug; None forbids it (PA3, PA4)."""
    first: bool = False
    """True for the first slug of its block."""
    final: bool = False
    """True for the last slug of its block."""
    top: float | None = None
    """rows from the head of the slug to its first line; None sets the lines in its middle"""
    places: tuple[LinePlace, ...] = ()
    """one for each line of a table's row; empty where lines follow one another"""
    strokes: tuple[Stroke, ...] = ()
    item: int = 0
    """of a list, number of its item, from 1"""
    told: ToldRows | None = None
    """of a table in columns"""
    again: tuple[Slug, ...] = ()
    """what stands in its place at the head of a leg: a table's head once more, then its row"""

    @property
    def opening(self) -> int:
        """Rows it takes more at the head of a leg than below other slugs."""
        return sum(slug.rows for slug in self.again) - self.rows if self.again else 0


def at_head(slugs: tuple[Slug, ...]) -> tuple[Slug, ...]:
    """The slugs of a leg as they are set: the first says what stands in its place."""
    return (*slugs[0].again, *slugs[1:]) if slugs and slugs[0].again else slugs


@dataclass(frozen=True, slots=True)
class Galley:
    story: str
    measure: float
    """em of the body"""
    slugs: tuple[Slug, ...]
    cost: float = 0.0

    @property
    def rows(self) -> int:
        return sum(slug.rows for slug in self.slugs)


@dataclass(frozen=True, slots=True)
class Heading:
    """A kicker, headline or deck set at one size in one width."""

    role: Literal["kicker", "headline", "deck"]
    block: str
    """`s01-kicker`, `s01-headline` or `s01-deck`"""
    lines: tuple[Line, ...]
    size: float
    """em of the body; lengths inside the lines are in em of this size"""
    face: str
    leading: float
    """grid rows from line to line"""
    rows: int
    """whole grid rows the heading takes, white above and below included"""
    fill: float
    """widest line ÷ width available, 0…1"""
    last_fill: float
    """last line ÷ width available, 0…1"""
    price: float
    """cost of its breaks and raggedness; 0 for one line, less is better"""
    align: Literal["center", "left"] = "center"
