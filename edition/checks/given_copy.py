"""The copy a file is held against: the output of `edition stories --json`, as a check needs it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from edition.errors import UnreadableInput
from edition.messages.texts import Phrase, Value

HEAD_PARTS = ("kicker", "headline", "deck")
_HYPHENS = str.maketrans("", "", "-\u00ad\u2010\u2011")


def squeezed(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())


def even(text: str) -> str:
    """Text without white space and hyphens: a setter may add one at a line end."""
    return squeezed(text).translate(_HYPHENS)


@dataclass(frozen=True, slots=True)
class StoryText:
    """The text of one story in order, evened, its parts with where they begin."""

    rank: int
    """from 0, over the whole paper"""
    name: str
    text: str
    parts: tuple[tuple[str, int], ...]
    brief: bool = False
    """True for an item of a briefs column"""

    def part_at(self, at: int) -> str:
        """Name of the part that holds a place; empty before the first."""
        return next((part for part, begin in reversed(self.parts) if begin <= at), "")

    def bounds(self) -> Iterator[tuple[str, int, int]]:
        """(part, begin, end) of every part."""
        ends = [*(at for _, at in self.parts[1:]), len(self.text)]
        for (part, begin), end in zip(self.parts, ends, strict=True):
            yield part, begin, end


@dataclass(frozen=True, slots=True)
class GivenCopy:
    """The stories of a paper, and what else of them a check asks."""

    stories: tuple[StoryText, ...]
    """in rank order, section after section"""
    titles: frozenset[str]
    """names of the sections, as a line has them: without white space"""
    running: str
    """all text of the bodies, white space and all"""
    pieces: tuple[str, ...]
    """every text of every story without white space, in the order of the copy"""


def given_copy(data: bytes) -> GivenCopy:
    """The copy in story JSON. Raises UnreadableInput for anything else."""
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise UnreadableInput("stories_no_json", reason=_reason(error)) from error
    if not isinstance(found, dict) or not _is_stories(found):
        raise UnreadableInput("stories_without_sections")
    sections = found["sections"]
    every = [story for section in sections for story in section["stories"]]
    titles = (section.get("title") for section in sections)
    return GivenCopy(
        tuple(_in_rank_order(sections)),
        frozenset(squeezed(title) for title in titles if isinstance(title, str)),
        "\n".join(str(block.get("text", "")) for s in every for block in s.get("body", ())),
        tuple(squeezed(text) for story in every for text in _texts(story) if text),
    )


def _reason(error: ValueError) -> Value:
    if isinstance(error, json.JSONDecodeError):
        return Phrase("json_breaks_off", {"line": error.lineno, "column": error.colno})
    return Phrase("json_no_unicode")


def _is_stories(found: Mapping[str, Any]) -> bool:
    """True for the shape `edition stories --json` prints, as far as a check looks at it."""
    if not isinstance(found.get("sections"), list):
        return False
    return all(
        isinstance(section, dict)
        and isinstance(section.get("stories"), list)
        and all(isinstance(story, dict) and _is_story(story) for story in section["stories"])
        for section in found["sections"]
    )


def _is_story(story: Mapping[str, Any]) -> bool:
    texts = [story.get(key) for key in (*HEAD_PARTS, "dateline", "byline_raw")]
    body, credits = story.get("body", []), story.get("credits", [])
    if not isinstance(body, list) or not isinstance(credits, list):
        return False
    texts += [block.get("text") if isinstance(block, dict) else 0 for block in body]
    return all(text is None or isinstance(text, str) for text in [*texts, *credits])


def _texts(story: Mapping[str, Any]) -> Iterator[str | None]:
    yield from (story.get(key) for key in (*HEAD_PARTS, "dateline"))
    yield from (block.get("text") for block in story.get("body", ()))
    yield from (story.get("byline_raw"), *story.get("credits", ()))


def _in_rank_order(sections: list[Mapping[str, Any]]) -> Iterator[StoryText]:
    rank = 0
    for section in sections:
        own = section["stories"]
        for story in sorted(own, key=lambda s: _place(s, len(own))):
            yield _story_text(rank, story)
            rank += 1


def _place(story: Mapping[str, Any], last: int) -> float:
    rank = story.get("rank")
    return float(rank) if isinstance(rank, int | float) and rank else last + 1e6


def _story_text(rank: int, story: Mapping[str, Any]) -> StoryText:
    pieces = [(part, story.get(part)) for part in (*HEAD_PARTS, "dateline")]
    for block in story.get("body", ()):
        part = {"figure": "caption", "pullquote": "quote"}.get(str(block.get("type")), "body")
        speaker = block.get("speaker")  # a paragraph counts the characters of its label there
        pieces += [(part, block.get("text")), (part, speaker if isinstance(speaker, str) else "")]
    pieces += [("byline", story.get("byline_raw"))]
    pieces += [("credits", text) for text in story.get("credits", ())]
    text, parts = "", []
    for part, piece in pieces:
        if piece and even(piece):
            parts.append((part, len(text)))
            text += even(piece)
    name = str(story.get("headline") or story.get("id") or text[:12])
    return StoryText(rank, name, text, tuple(parts), story.get("brief") is True)
