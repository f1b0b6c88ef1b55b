"""The copy a file is held against: the output of `edition stories --json`, as a check needs it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.errors import UnreadableInput
from edition.makeup.manners.shared import StoryRun, groups_of, together
from edition.messages.texts import Phrase, Value
from edition.storyjson.written import WrittenSection, WrittenStory, written_sections

HEAD_PARTS = ("kicker", "headline", "deck")
GROUP = "group"
"""part of a story that stands over it and those after it: the head of a group"""
FLOATS = ("caption", "quote", GROUP)
"""parts that may stand anywhere in the legs of their story"""
ROWS = "rows"
"""Part of what is set in rows and not as running text: lists, tables, verse, closings, notes"""
_PARTS = {
    "figure": "caption", "pullquote": "quote",
    **dict.fromkeys(("list", "table", "verse", "closing", "entries", "footnote"), ROWS),
}
_HYPHENS = str.maketrans("", "", "-\u00ad\u2010\u2011")


def squeezed(text: str) -> str:
    """Text without white space."""
    return "".join(text.split())


def even(text: str) -> str:
    """Text without white space and hyphens: a setter may add one at a line end."""
    return squeezed(text).translate(_HYPHENS)


@dataclass(frozen=True, slots=True)
class StoryText:
    """The text of one story, evened, its parts with where they begin.

    Captions go last: so a line below a picture goes on from the one above it, and no caption is
    taken for what follows a paragraph. A pull quote stands in its leg, where the copy has it.
    """

    rank: int
    """from 0, over the whole paper"""
    name: str
    text: str
    parts: tuple[tuple[str, int], ...]
    brief: bool = False
    """True for an item of a briefs column"""
    heads: tuple[str, ...] = ()
    """the heads of its tables, evened, which stand again where a table is parted"""
    optional: frozenset[int] = frozenset()
    """where captions begin of pictures that may be left out"""
    section: str = ""
    """title of its section; empty where it has none"""
    grouped: bool = False
    """True under a headline it shares with others"""

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
    language: str = ""
    """tag of the language; empty where the copy does not say"""


def given_copy(data: bytes) -> GivenCopy:
    """The copy in story JSON. Raises UnreadableInput for anything else."""
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise UnreadableInput("stories_no_json", reason=_reason(error)) from error
    return copy_of(found)


def copy_of(value: object) -> GivenCopy:
    """The copy in parsed story JSON. Raises UnreadableInput for anything else."""
    sections = written_sections(value)
    if sections is None:
        raise UnreadableInput("stories_without_sections")
    every = [story for section in sections for story in section.stories]
    language = value.get("language") if isinstance(value, dict) else ""
    return GivenCopy(
        tuple(_in_rank_order(sections)),
        frozenset(squeezed(section.title) for section in sections if section.title),
        "\n".join(block.text for story in every for block in story.blocks),
        tuple(squeezed(text) for story in every for text in story.texts),
        language if isinstance(language, str) else "",
    )


def _reason(error: ValueError) -> Value:
    if isinstance(error, json.JSONDecodeError):
        return Phrase("json_breaks_off", {"line": error.lineno, "column": error.colno})
    return Phrase("json_no_unicode")


def _in_rank_order(sections: Iterable[WrittenSection]) -> Iterator[StoryText]:
    rank = 0
    for section in sections:
        last = len(section.stories) + 1e6
        stories = together(
            sorted(section.stories, key=lambda s: last if s.rank is None else s.rank)
        )
        groups = {at: run for run in groups_of(stories) for at in range(run.first, run.end)}
        for at, story in enumerate(stories):
            yield _story_text(rank, story, section.title, groups.get(at), at)
            rank += 1


def _story_text(
    rank: int, story: WrittenStory, section: str, group: StoryRun | None, at: int
) -> StoryText:
    """The text of the story at a place of its section; `group` is the one it stands in."""
    over = group.head if group is not None and at == group.first else ""
    kicker = "" if group is not None and not group.asked else story.kicker
    head = (over, kicker, story.headline, story.deck, story.dateline)
    parts_over = (GROUP, *HEAD_PARTS, "dateline")
    pieces = [(part, text, part == GROUP) for part, text in zip(parts_over, head, strict=True)]
    for block in story.blocks:
        part = _PARTS.get(block.type, "body")
        pieces += [(part, block.text, block.optional), (part, block.speaker, False)]
    pieces += [("byline", story.byline, False)]
    pieces += [("credits", text, False) for text in story.credits]
    text, parts, optional = "", [], set()
    for part, piece, may_go in sorted(pieces, key=lambda found: found[0] == "caption"):
        if even(piece):
            parts.append((part, len(text)))
            optional |= {len(text)} if may_go else set()
            text += even(piece)
    heads = tuple(even(block.head) for block in story.blocks if even(block.head))
    name = story.headline or story.id or text[:12]
    grouped = group is not None and not group.word
    return StoryText(rank, name, text, tuple(parts), story.brief, heads, frozenset(optional),
                     section, grouped)
