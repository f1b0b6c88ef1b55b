"""Which legs are set in Latin letters, and in what language: other rules hold for their lines."""

from __future__ import annotations

from edition.checks.sight.seen_lines import TextFrame

UNTOLD = "und"
"""the language of a leg in Latin letters where neither the file nor the copy tells it"""
_HAN_PRESS = ("zh", "yue", "ja", "ko")
"""languages in which even a leg of foreign words is set by the rules of Han characters"""
_MOST_HAN = 0.2
"""Han characters a leg in Latin letters may hold for each of its letters"""


def language_of(file: str, copy: str) -> str:
    """The language of a paper: the file's own word, unless the copy is in another language."""
    return file if not copy or _first(file) == _first(copy) else copy


def tongue(frame: TextFrame, language: str) -> str:
    """The language of a leg in Latin letters, as `de`; empty for one in Han characters."""
    if _first(language) in _HAN_PRESS:
        return ""
    letters = [g.char for line in frame.lines for g in line.glyphs if g.char.isalpha()]
    han = sum(char >= "\u2e80" for char in letters)
    latin = len(letters) - han
    return (_first(language) or UNTOLD) if latin and han <= _MOST_HAN * latin else ""


def _first(tag: str) -> str:
    return tag.lower().replace("_", "-").partition("-")[0]
