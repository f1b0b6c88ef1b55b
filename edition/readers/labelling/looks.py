"""How a paragraph looks in the format it came in, told against the text of its own file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

_HEAVY = re.compile("黑|小标宋|小標宋|大标宋|大標宋|中宋|粗|综艺|綜藝|魏|Hei|Gothic|Impact", re.I)
_KAI = re.compile("楷|隶|隸|行书|行書|Kai", re.I)
_SIZES = ((1.7, "larger3"), (1.3, "larger2"), (1.05, "larger1"))
"""how many times the size of the text, and what that is called"""
_SMALL = 0.95
_STOPS = tuple("。！？…")
_SENTENCE = 4
"""how much more a sentence says of the look of the text than a line without a stop"""
_PROMINENT = {
    "larger3": 6.0, "larger2": 4.0, "larger1": 2.0, "bold": 1.5, "heavy": 1.2, "centred": 1.0,
    "colour": 0.5, "underlined": 0.3, "kai": -0.3, "right": -1.0, "smaller": -2.0,
}
_Value = TypeVar("_Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph without a declared part looks."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    aligned: str = ""
    """`center` or `right`; empty for any other"""
    size: float = 0.0
    """points; 0 where the file says nothing"""
    face: str = ""
    """name of its Chinese face"""
    colour: str = ""
    indented: bool = False
    spaced: bool = False
    """white is asked for above it"""
    opens: bool = False
    """at the head of a page, a section or a frame"""
    framed: bool = False
    """at the head of a cell or a box that only places its words"""
    ruled: bool = False
    """a rule stands above it"""
    pictured: bool = False
    """a picture stands above it"""
    listed: bool = False
    """the format numbers it"""


def style_words(looks: Sequence[Look], texts: Sequence[str]) -> list[tuple[str, ...]]:
    """What is to be said of each paragraph, told against the look most characters have.

    `texts` are the words of each; those of sentences count for more.
    """
    if not looks:
        return []
    text = _text(looks, [
        len(text) * (_SENTENCE if text.rstrip("”’」』）)").endswith(_STOPS) else 1)
        for text in texts
    ])
    return [tuple(_words(look, text)) for look in looks]


def _text(looks: Sequence[Look], lengths: Sequence[int]) -> Look:
    """The look of running text: of each property what most characters have."""

    def usual(values: Sequence[_Value]) -> _Value:
        count: Counter[_Value] = Counter()
        for value, length in zip(values, lengths, strict=True):
            count[value] += length
        return max(count, key=lambda value: count[value])

    return Look(
        usual([look.bold for look in looks]), usual([look.italic for look in looks]),
        aligned=usual([look.aligned for look in looks]),
        size=usual([look.size for look in looks]),
        face=usual([_weight(look.face) for look in looks]),
        colour=usual([look.colour for look in looks]),
        indented=usual([look.indented for look in looks]),
        spaced=usual([look.spaced for look in looks]),
    )


def _words(look: Look, text: Look) -> Iterator[str]:
    yield from _size(look.size, text.size)
    if look.aligned != text.aligned:
        yield {"center": "centred", "right": "right"}.get(look.aligned, "flush")
    weight = _weight(look.face)
    for name, holds in (
        ("bold", look.bold and not text.bold), ("italic", look.italic and not text.italic),
        ("heavy", weight == "heavy" != text.face), ("kai", weight == "kai" != text.face),
        ("colour", look.colour != text.colour), ("underlined", look.underlined),
        ("outdented", text.indented and not look.indented),
        ("spaced", look.spaced and not text.spaced), ("page", look.opens), ("framed", look.framed),
        ("ruled", look.ruled), ("pictured", look.pictured), ("listed", look.listed),
    ):
        if holds:
            yield name


def _size(size: float, text: float) -> Iterator[str]:
    if size and text:
        share = size / text
        name = next((name for least, name in _SIZES if share >= least), None)
        if name is not None or share <= _SMALL:
            yield name or "smaller"


def _weight(face: str) -> str:
    """What sort of face it is; a book face has no name."""
    return "heavy" if _HEAVY.search(face) else "kai" if _KAI.search(face) else ""


def prominence(words: Sequence[str]) -> float:
    """How much a paragraph stands out; 0 for text."""
    return sum(_PROMINENT.get(word, 0.0) for word in words)


PLAIN = Look()
"""of a paragraph of which the file says nothing at all"""
