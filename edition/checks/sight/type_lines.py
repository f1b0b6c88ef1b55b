"""Body lines as the rules of composition see them: with their frame and part of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.checks.sight.seen_lines import CLOSERS, OPENERS, STOPS, SeenLine, TextFrame
from edition.checks.sight.tongues import tongue

_CENTRED = ("zh-Hant", "zh-TW", "zh-HK")
"""languages whose stops stand in the middle of their cell"""
_TAIL = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+$")
_WORD_HEAD = re.compile(r"[^\W\d_\u2e80-\U0003ffff]+")
_FITS = 0.05
"""em by which what fits may seem too wide"""
_FIGURES_TAIL, _FIGURES = re.compile(r"\d+$"), re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class TypeLine:
    """One line of body text and where in its paragraph it stands."""

    line: SeenLine
    frame: TextFrame
    first: bool
    """opens a paragraph"""
    last: bool
    """closes one, or may"""
    after: SeenLine | None
    centred: bool = False
    """stops stand in the middle of their cell, as in Taiwan and Hong Kong"""
    joined: bool = False
    """the copy holds a Latin word or a number of which this line has the head"""
    tongue: str = ""
    """the language of a leg in Latin letters; empty for one in Han characters"""
    early: bool = False
    """ends by itself, or may, as in verse, lists and forms of address; only without the copy"""

    @property
    def em(self) -> float:
        return self.frame.size

    @property
    def free(self) -> bool:
        """Need not reach its right edge: closes a paragraph, or ends by itself."""
        return self.last or self.early


@dataclass(frozen=True, slots=True)
class OtherLines:
    """Identities of the lines that are not set as running text is."""

    rows: frozenset[int] = frozenset()
    """set in rows, as in a table"""
    ragged: frozenset[int] = frozenset()
    """those of captions, which need not reach the right edge, as their credit stands whole"""


def type_lines(
    frames: Sequence[TextFrame], pitch: float, *, copy: str = "", language: str = "",
    other: OtherLines = OtherLines(),
) -> tuple[TypeLine, ...]:
    """Every line of every frame with its part in the paragraph.

    `copy` is the text of the stories, white space and all; without it no one can tell a split
    word from two words, because a line's last space is not drawn, and a line behind which what
    follows had room ends by itself. `language` is the paper's.
    """
    found: list[TypeLine] = []
    centred = language.startswith(_CENTRED)
    for frame in frames:
        letters = tongue(frame, language)
        if all(_ends_sentence(line, letters) for line in frame.lines):
            # Paragraphs of one line each: they tell nothing of the edges of their leg.
            continue
        early = frozenset() if copy or letters else _ending_early(frame, pitch)
        for line, after in zip(frame.lines, [*frame.lines[1:], None], strict=True):
            if id(line) in other.rows:
                continue
            close = after is not None and line.y - after.y < 1.2 * pitch
            close = close and id(after) not in other.rows
            follows = after if close else None
            last = follows is None or _indented(follows, frame) or id(line) in other.ragged
            joined = follows is not None and not last and (
                _one_word(line, follows, copy)
                or (letters != "" and _one_number(line, follows, copy))
            )
            found.append(TypeLine(
                line, frame, _indented(line, frame), last, follows, centred, joined, letters,
                id(line) in early,
            ))
    return tuple(found)


def _ending_early(frame: TextFrame, pitch: float) -> frozenset[int]:
    """Identities of the lines of a leg that end by themselves; all where half of them do, or where
    no one knows its edges."""
    pairs = [
        (line, after) for line, after in pairwise(frame.lines)
        if line.y - after.y < 1.2 * pitch and not _indented(after, frame)
    ]
    found = frozenset(id(line) for line, after in pairs if _ends_early(line, after, frame))
    if frame.sure and 2 * len(found) < max(len(pairs), 1):
        return found
    return frozenset(id(line) for line in frame.lines)


def _ends_early(line: SeenLine, after: SeenLine, frame: TextFrame) -> bool:
    """True where what must stand together at the head of `after` had room at the end of `line`."""
    glyphs = after.glyphs
    at = next((n for n, g in enumerate(glyphs) if g.char not in OPENERS), 0)
    base = glyphs[at].char
    at += 1
    while at < len(glyphs) and (
        glyphs[at].char in CLOSERS | STOPS or _together(base, glyphs[at].char)
    ):
        at += 1
    wide = sum(frame.size if g.char >= "\u2e80" else g.right - g.left for g in glyphs[:at])
    return frame.right - line.box[2] > wide - _FITS * frame.size


def _together(base: str, char: str) -> bool:
    """True for what no line parts from the sign before it: in words, numbers and dashes."""
    return char == base if base in "—…" else base < "\u2e80" and char < "\u2e80"


def _one_word(line: SeenLine, after: SeenLine, copy: str) -> bool:
    """True when letters end `line`, letters begin `after`, and the copy has them as one word."""
    tail, head = _TAIL.search(line.words), _WORD_HEAD.match(after.words)
    if not tail or not head:
        return False
    inside = rf"(?<![a-zA-Z0-9./@:?=&-]){re.escape(tail[0] + head[0])}(?![a-zA-Z0-9/@?=&])"
    return re.search(inside, copy) is not None and not _apart(tail[0], head[0], copy)


def _one_number(line: SeenLine, after: SeenLine, copy: str) -> bool:
    """True when figures end `line`, figures begin `after`, and the copy has them as one number."""
    tail, head = _FIGURES_TAIL.search(line.words), _FIGURES.match(after.words)
    if not tail or not head:
        return False
    inside = rf"(?<!\d){tail[0]}{head[0]}(?!\d)"
    return re.search(inside, copy) is not None and not _apart(tail[0], head[0], copy)


def _apart(tail: str, head: str, copy: str) -> bool:
    """True when the copy also has two words side by side that make the one, as in to and into."""
    return re.search(rf"(?<!\w){re.escape(tail)}\s+{re.escape(head)}(?!\w)", copy) is not None


def _ends_sentence(line: SeenLine, letters: str) -> bool:
    stops = ("。", "！", "？", "…", *(".!?" if letters else ""))
    return line.text.rstrip("”’」』）》»“)").endswith(stops)


def _indented(line: SeenLine, frame: TextFrame) -> bool:
    return line.start - frame.left > 0.8 * frame.size
