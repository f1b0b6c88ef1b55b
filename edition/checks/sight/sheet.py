"""What is read of a finished page: its glyphs, pictures and drawn paths, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from edition.checks.sight.boxes import Box, area, meet, meets


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

    def trimmed(self, trim: Box) -> Sheet:
        """The page as it is cut from a larger sheet, without the marks round it."""
        left, foot, right, head = trim
        if max(abs(left), abs(foot), abs(right - self.width), abs(head - self.height)) < _EVEN:
            return self
        pictures = [(meet(box, trim), crop)
                    for box, crop in zip(self.pictures, self.crops, strict=True)]
        pictures = [(box, crop) for box, crop in pictures if area(box) > 0]
        return replace(
            self, width=right - left, height=head - foot,
            glyphs=tuple(_moved(glyph, left, foot) for glyph in self.glyphs),
            clipped=tuple(_moved(glyph, left, foot) for glyph in self.clipped),
            astray=tuple(_moved(glyph, left, foot) for glyph in self.astray),
            pictures=tuple(_shifted(box, left, foot) for box, _ in pictures),
            crops=tuple(crop for _, crop in pictures),
            marks=tuple(
                replace(mark, box=_shifted(meet(mark.box, trim), left, foot))
                for mark in self.marks if meets(mark.box, trim)
            ),
        )


_EVEN = 0.5
"""pt by which the edge of a page may miss that of its sheet"""


def _shifted(box: Box, left: float, foot: float) -> Box:
    return box[0] - left, box[1] - foot, box[2] - left, box[3] - foot


def _moved(glyph: Glyph, left: float, foot: float) -> Glyph:
    return replace(
        glyph, x=glyph.x - left, y=glyph.y - foot, left=glyph.left - left,
        right=glyph.right - left, bottom=glyph.bottom - foot, top=glyph.top - foot,
    )


@dataclass(frozen=True, slots=True)
class Container:
    """What the file says of itself."""

    tagged: bool
    language: str
    """BCP 47 tag of the catalog; empty when it has none"""
    scripts: int
    """JavaScript actions of the document"""
