"""What an editor answers to queries about lines of the copy. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from edition.fitting import ModelValue


class Do(StrEnum):
    """What an editor's answer does to its line."""

    JOIN = "join"
    """The line runs on into the next paragraph."""
    SPLIT = "split"
    """The line begins a paragraph of its own."""
    HEADLINE = "headline"
    CROSSHEAD = "crosshead"
    DECK = "deck"
    KICKER = "kicker"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    BYLINE = "byline"
    CAPTION = "caption"
    CREDIT = "credit"
    NOTE = "note"
    LIST = "list"
    VERSE = "verse"
    FURNITURE = "furniture"
    DROP = "drop"
    """The block is left out."""
    REPLACE = "replace"
    """The editor's own words stand for the text."""
    HOLD = "hold"
    """The story is left out of the pages."""
    KEEP = "keep"
    """The copy is right."""


ROLES = (
    Do.HEADLINE, Do.CROSSHEAD, Do.DECK, Do.KICKER, Do.PARAGRAPH, Do.SECTION, Do.BYLINE, Do.CAPTION,
    Do.CREDIT, Do.NOTE, Do.LIST, Do.VERSE, Do.FURNITURE,
)
"""Answers that say what their line is, in the order they are offered."""


@dataclass(frozen=True, slots=True)
class Answer(ModelValue):
    """What the editor said to a query, or without one, about a line of the source."""

    name: str
    """how messages call it: `[[answers]] 2`"""
    line: int
    """line of the source, from 1"""
    text: str
    """characters of that line as it was when answered"""
    do: Do
    words: str = ""
    """what `replace` puts in place of the text"""
    query: str | None = None
    """the kind of query that `keep` answers; None is every one of that line"""
    file: str | None = None
    """name of the source, where the sidecar serves several"""
