"""What is read of a finished page: its glyphs, pictures and drawn paths, as plain values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edition.checks.sight.boxes import Box


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character. Lengths in pt, y upwards from the foot of the page."""

    char: str
    x: float
    """of the origin"""
    y: float
    """of the baseline"""
    size: float
    font: str
    left: float
    right: float
    bottom: float
    top: float
    ruby: str = ""
    """the reading in small type over this character, or over the word it ends"""


MarkKind = Literal["rule", "frame", "tint"]


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A drawn path as it shows, clip and all: a thin rule, the outline of a box, a filled area."""

    kind: MarkKind
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in pt and its glyphs in the order of the file."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Box, ...] = ()
    """left, bottom, right, top of each image, pt"""
    foreign: tuple[str, ...] = ()
    """names of fonts that are not embedded"""
    unmapped: int = 0
    """glyphs without a character (no ToUnicode)"""
    marks: tuple[DrawnMark, ...] = ()
    """rules, outlines of boxes and filled areas; backgrounds of the page left out"""
    clipped: tuple[Glyph, ...] = ()
    """glyphs of which a clip hides a part"""
    label: str = ""
    """what the reader calls the page, as the file says; empty when it does not"""
    crops: tuple[float, ...] = ()
    """share of each picture that its clips hide"""
    astray: tuple[Glyph, ...] = ()
    """glyphs a reader that guesses lines tells after what stands behind them in the file"""


@dataclass(frozen=True, slots=True)
class Container:
    """What the file says of itself."""

    tagged: bool
    language: str
    """BCP 47 tag of the catalog; empty when it has none"""
    scripts: int
    """JavaScript actions of the document"""
