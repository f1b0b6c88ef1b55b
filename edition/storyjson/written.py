"""The words of story JSON, typed, for whoever needs no more than the words of its stories.

`written_sections` neither validates against the schema nor builds a model: it asks for the shape
of what it takes and leaves all else alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_TEXTS = ("kicker", "headline", "deck", "dateline", "byline_raw")


@dataclass(frozen=True, slots=True)
class WrittenBlock:
    type: str
    """`paragraph`, `figure` …; empty where it does not say"""
    text: str
    """every character; a figure's caption and credit"""
    speaker: str = ""
    head: str = ""
    """of a table: the characters of the rows that name its columns"""
    optional: bool = False
    """True for a picture the page may leave out"""


@dataclass(frozen=True, slots=True)
class WrittenStory:
    """The words of one story; a part it does not have is empty."""

    id: str
    kicker: str
    headline: str
    deck: str
    dateline: str
    blocks: tuple[WrittenBlock, ...]
    byline: str
    """as the page prints it"""
    credits: tuple[str, ...]
    rank: float | None = None
    """priority from the editor, 1 is the lead; None without one"""
    brief: bool = False
    group: str = ""
    """the head it stands under with others"""

    @property
    def texts(self) -> Iterator[str]:
        """Every text in the order of the copy, none of them empty."""
        head = (self.kicker, self.headline, self.deck, self.dateline)
        body = (block.text for block in self.blocks)
        return (text for text in (*head, *body, self.byline, *self.credits) if text)


@dataclass(frozen=True, slots=True)
class WrittenSection:
    title: str
    stories: tuple[WrittenStory, ...]


def written_sections(value: object) -> tuple[WrittenSection, ...] | None:
    """The sections of parsed story JSON; None for what has not their shape."""
    if not isinstance(value, dict) or not isinstance(value.get("sections"), list):
        return None
    found: list[WrittenSection] = []
    for section in value["sections"]:
        if not isinstance(section, dict) or not isinstance(section.get("stories"), list):
            return None
        stories = [_story(story) for story in section["stories"]]
        if None in stories:
            return None
        title = section.get("title")
        found.append(WrittenSection(
            title if isinstance(title, str) else "", tuple(s for s in stories if s is not None)
        ))
    return tuple(found)


def _story(value: object) -> WrittenStory | None:
    if not isinstance(value, dict):
        return None
    body, credits = value.get("body", []), value.get("credits", [])
    if not isinstance(body, list) or not isinstance(credits, list):
        return None
    if not all(isinstance(block, dict) for block in body):
        return None
    texts = [value.get(key) for key in _TEXTS] + [block.get("text") for block in body] + credits
    if not all(text is None or isinstance(text, str) for text in texts):
        return None
    kicker, headline, deck, dateline, byline = (value.get(key) or "" for key in _TEXTS)
    rank, group = value.get("rank"), value.get("group")
    return WrittenStory(
        str(value.get("id") or ""), kicker, headline, deck, dateline,
        tuple(_block(block) for block in body), byline, tuple(text or "" for text in credits),
        float(rank) if isinstance(rank, int | float) and rank else None,
        value.get("brief") is True, group if isinstance(group, str) else "",
    )


def _block(value: Mapping[str, Any]) -> WrittenBlock:
    speaker = value.get("speaker")
    return WrittenBlock(
        str(value.get("type") or ""), value.get("text") or "",
        speaker if isinstance(speaker, str) else "",
        _head(value.get("rows"), value.get("header_rows")), value.get("optional") is True,
    )


def _head(rows: object, count: object) -> str:
    """The characters of a table's first `count` rows; a cell is text, or runs with their text."""
    if not isinstance(rows, list) or not isinstance(count, int):
        return ""
    cells = [cell for row in rows[:count] if isinstance(row, list) for cell in row]
    return "".join(_cell(cell) for cell in cells)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "".join(_cell(run) for run in value)
    text = value.get("text") if isinstance(value, dict) else value
    return text if isinstance(text, str) else ""
