"""Rows of copy with the lines of the source they come from, and what a step has undone in them.

A step of this room is a pure function from rows to `Undone`, or None where the copy shows nothing
of its kind. No step writes words: a character goes, comes in the stead of others, or stays, and
`proof` holds the whole against the copy as it was decoded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.errors import Diagnostic
from edition.patterns import late

WHITE = " \t\u3000\u00a0"
_WIDE = late("[\u1100-\u115f\u2018-\u201f\u2026\u2014\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
                   "\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff]")
_STOPS = "。！？!?…."
_CLOSERS = "”’」』）)】〕》\"'"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of copy."""

    text: str
    numbers: tuple[int, ...]
    """lines of the source in it, from 1, in their order"""

    @property
    def blank(self) -> bool:
        return not self.text.strip()


Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """What a step makes of the rows."""

    rows: Rows
    aside: Rows = ()
    """rows that are no copy, to be set aside as furniture"""
    taken: str = ""
    """characters taken out of rows; white need not be told"""
    given: str = ""
    """characters put in the place of some of them"""
    remarks: tuple[Diagnostic, ...] = ()


def rows_of(text: str) -> Rows:
    """The lines of `text`, each a row."""
    return tuple(Row(line, (n,)) for n, line in enumerate(text.split("\n"), 1))


def text_of(rows: Iterable[Row]) -> str:
    return "\n".join(row.text for row in rows)


def cells_wide(text: str) -> int:
    """Width of `text` in half-width cells: a Han character fills two."""
    return len(text) + len(_WIDE.findall(text))


def sentence_ends(text: str) -> bool:
    """True when `text` ends as a sentence or a speech ends."""
    text = text.rstrip(WHITE)
    return text.rstrip(_CLOSERS)[-1:] in tuple(_STOPS) and bool(text)


def nearest(rows: Sequence[Row], at: int, step: int) -> int | None:
    """The place of the next row with text before (`step` -1) or after (1) the one at `at`."""
    at += step
    while 0 <= at < len(rows):
        if not rows[at].blank:
            return at
        at += step
    return None


def shown(text: str, most: int = 60) -> str:
    """The first characters of what is taken out, for a remark."""
    return text if len(text) <= most else f"{text[:most]}…"
