"""The made-up paper: where everything stands, in em across and grid rows down.

x is measured in em of the body from the left edge of the type area, row in grid rows from its
head, both of the page. Frames come in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edition.compose.composed import Heading, Line, Slug


@dataclass(frozen=True, slots=True)
class Leg:
    """The part of a story that stands in one column; slugs run down from `row` without gaps."""

    x: float
    row: int
    measure: float
    rows: int
    """depth of the frame; the slugs fill it but for white at the foot of the last leg"""
    slugs: tuple[Slug, ...]


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    heading: Heading
    x: float
    row: float
    """row at which the first line begins; the white of the heading block is counted already"""
    width: float
    """em available; the lines are centred or ranged in it"""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture on the page (图片), its caption under it and never wider."""

    block: str
    """id of the figure"""
    src: str
    """name of one of the edition's pictures"""
    alt: str
    x: float
    row: float
    """head of the picture"""
    width: float
    """em"""
    rows: float
    """depth of the picture itself"""
    crop: tuple[float, float, float, float]
    """what is shown: left, top, right, bottom as shares of the whole picture, 0…1"""
    caption: tuple[Line, ...] = ()
    """lines in em of `size`"""
    caption_row: float = 0.0
    """row at which the cell of the first caption line begins; each takes `leading` rows"""
    size: float = 0.9
    face: str = "hei"
    leading: float = 1.0


@dataclass(frozen=True, slots=True)
class StoryFrame:
    """One story, or the part of it that stands on this page: always a rectangle (W1)."""

    story: str
    x: float
    row: int
    width: float
    rows: int
    column: int
    """first base column, from 0"""
    columns: int
    headings: tuple[PlacedHeading, ...]
    legs: tuple[Leg, ...]
    continued_from: str | None = None
    """Page label of the part before (上接)."""
    continued_on: str | None = None
    """Page label of the part after (下转)."""
    plates: tuple[Plate, ...] = ()
    box: tuple[float, float, float, float] | None = None
    """加框: left em, top row, width em, depth in rows of the frame round the story"""
    briefs: tuple[str, ...] = ()
    """ids of the stories of a briefs column; `story` is then the id of their label"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between stories (栏线) or a cut rule; x, row, length in em or rows."""

    x: float
    row: float
    length: float
    """em when horizontal, rows when vertical"""
    direction: Literal["horizontal", "vertical"]
    weight: Literal["hair", "thin", "thick"] = "hair"


@dataclass(frozen=True, slots=True)
class SectionHead:
    section: str
    """id of the section"""
    title: str
    x: float
    row: int
    width: float
    rows: int


@dataclass(frozen=True, slots=True)
class Filler:
    """补白: a declared block of white or house copy, never loose white."""

    x: float
    row: int
    width: float
    rows: int
    item: str | None = None
    """id of the house copy; None is declared white"""
    headings: tuple[PlacedHeading, ...] = ()
    legs: tuple[Leg, ...] = ()
    column: int = 0
    """first base column, from 0"""
    columns: int = 0
    box: tuple[float, float, float, float] | None = None
    """as of a story"""


@dataclass(frozen=True, slots=True)
class AdvertFrame:
    """The space of an advertisement; x, width in em, row, rows in grid rows."""

    advertisement: str
    x: float
    row: int
    width: float
    rows: int
    column: int = 0
    columns: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """from 1"""
    label: str
    """as printed: B2"""
    first: bool
    head_rows: int
    """rows of masthead or folio at the head"""
    rows: int
    frames: tuple[StoryFrame, ...]
    sections: tuple[SectionHead, ...] = ()
    rules: tuple[Rule, ...] = ()
    fillers: tuple[Filler, ...] = ()
    adverts: tuple[AdvertFrame, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The planned quality of the paper, as `docs/makeup.md` explains term by term."""

    cost: float
    """the optimum of the stated cost, per paper"""
    proved: bool
    """True when no page can be cheaper over the options offered: `gap` is then 0"""
    gap: float = 0.0
    """by how much the optimum could at most be cheaper than `cost`"""
    terms: tuple[tuple[str, float], ...] = ()
    """name and value of each term: white_share, bumps, size_inversions, …"""


@dataclass(frozen=True, slots=True)
class Paper:
    pages: tuple[Page, ...]
    score: Score
