"""The kinds a line of copy can be."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum


class LineKind(StrEnum):
    """The kinds of line."""

    FURNITURE = "furniture"
    JUMP = "jump"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    LABEL = "label"
    HEAD = "head"
    DASHED = "dashed"
    """A heading opened by a dash: a deck."""
    MAYBE_HEAD = "maybe_head"
    """A heading only if its place says so."""
    VERSE = "verse"
    """A line set close under another where the copy parts all paragraphs by white."""
    TABLE = "table"
    """A row of cells, one of several of as many cells."""
    LIST = "list"
    """One of several short entries, counted or dated."""
    ENTRY = "entry"
    """A row of a label and its text, one of several."""
    CLOSING = "closing"
    """此致, a signature, a date: it closes a letter or a notice."""
    TEXT = "text"


HEADS = (LineKind.HEAD, LineKind.MAYBE_HEAD)


def leader(kinds: Sequence[LineKind], at: int) -> LineKind | None:
    before = at - 1
    while before >= 0 and kinds[before] in (LineKind.FURNITURE, LineKind.JUMP):
        before -= 1
    return kinds[before] if before >= 0 else None


def follower(kinds: Sequence[LineKind], at: int) -> LineKind | None:
    after = at + 1
    while after < len(kinds) and kinds[after] in (LineKind.FURNITURE, LineKind.JUMP):
        after += 1
    return kinds[after] if after < len(kinds) else None
