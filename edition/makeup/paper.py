"""The made-up paper: where everything stands, in em across and grid rows down.

x is measured in em of the body from the left edge of the type area, row in grid rows from its
head, both of the page. Frames come in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edition.compose.lines import Heading, Slug


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


@dataclass(frozen=True, slots=True)
class Score:
    """The planned quality of the paper, as `docs/makeup.md` explains term by term."""

    cost: float
    """the optimum of the stated cost, per paper"""
    proved: bool
    """True when the search was exhaustive over the options offered"""
    terms: tuple[tuple[str, float], ...] = ()
    """name and value of each term: white_share, bumps, size_inversions, …"""


@dataclass(frozen=True, slots=True)
class Paper:
    pages: tuple[Page, ...]
    score: Score
