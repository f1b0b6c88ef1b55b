"""Text in columns on a terminal, where a Chinese character takes two cells."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """Width on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def ranged_left(text: str, width: int) -> str:
    """`text` with blanks after it up to `width` cells."""
    return text + " " * (width - cells(text))
