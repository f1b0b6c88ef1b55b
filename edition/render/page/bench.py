"""The bench of the furniture: widths of texts estimated from above, lengths made into styles."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from edition.packs.layout import Layout

FOOT = 0.78
"""share of the masthead's depth above the rule at its foot"""
GAP = 1.0
"""em between neighbours"""
CUT = "…"
WIDTHS = (
    (0.45, " |',.:;ijltf!-[]{}()/\\I"),
    (0.62, "0123456789srz*?cJeyav_$+<=>^~gx"),
    (1.17, "MWm@%№"),
)
"""em and characters: the widest of each in any face of the furniture; Latin letters else 0.9"""
LATIN = 0.9


def breadth(text: str) -> float:
    """Upper estimate in em of the width of `text` in the heaviest face of the furniture."""
    return sum(map(_breadth, text))


def _breadth(character: str) -> float:
    for width, characters in WIDTHS:
        if character in characters:
            return width
    if unicodedata.combining(character):
        return 0.0
    return LATIN if character.isascii() else 1.0


def cut(text: str, room: float) -> str:
    """`text`, or as much of it as fits `room` em with an ellipsis after it."""
    if breadth(text) <= room:
        return text
    while text and breadth(text) + 1 > room:
        text = text[:-1]
    return text.rstrip("，、：；。 ") + CUT


def wrap(pieces: Sequence[str], room: float) -> tuple[str, ...]:
    """Pieces joined by an ideographic space into lines of at most `room` em."""
    lines: list[str] = []
    for piece in pieces:
        if lines and breadth(lines[-1]) + 1 + breadth(piece) <= room:
            lines[-1] += "\u3000" + piece
            continue
        lines.append("")
        for character in piece:
            if lines[-1] and breadth(lines[-1] + character) > room:
                lines.append("")
            lines[-1] += character
    return tuple(lines)


class Bench:
    """Lengths of one layout, and styles in pt made from them."""

    def __init__(self, layout: Layout) -> None:
        self.em = layout.grid.em
        self.row = layout.grid.pitch / layout.grid.em
        """em in a row"""
        self.furnishing = layout.furnishing
        self.width = layout.grid.width
        self.depth = layout.furnishing.masthead * FOOT * self.row
        """em above the rule at the foot"""

    def leading(self, size: float) -> float:
        """em between lines of an ear set at `size` em."""
        return size * min(self.row, 1.35)

    def place(self, x: float, y: float, width: float, size: float, leading: float) -> str:
        """Style of a box at (x, y) em of the masthead; `size` and `leading` in em too."""
        return (
            f"left:{x * self.em:.2f}pt;top:{y * self.em:.2f}pt;width:{width * self.em:.2f}pt;"
            f"font-size:{size * self.em:.2f}pt;line-height:{leading * self.em:.2f}pt"
        )
