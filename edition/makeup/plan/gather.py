"""From an edition to the items that wait for its pages: stories by rank, briefs gathered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from edition.makeup.items import (
    BriefsItem,
    GroupItem,
    NewsItem,
    PageItem,
    StoryItem,
    source_of,
    stories_of,
)
from edition.makeup.manners.shared import groups_of, together
from edition.makeup.plates import shown
from edition.model import Edition, Section, Story
from edition.trade.phrases import words

BRIEFS_MOST = 40
"""briefs gathered in one column"""

Waiting: TypeAlias = tuple[Section, NewsItem]
"""An item that waits for a page, and its section."""


def standing(edition: Edition) -> dict[str, int]:
    """id of each story → its place by rank among those of its edition, from 0."""
    return {story.id: at for at, story in enumerate(ranked(tuple(edition.stories)))}


def ranked(stories: tuple[Story, ...]) -> list[Story]:
    """Stories by the editor's rank, then in the order of the copy; those of a group together."""
    last = len(stories) + max((s.rank or 0 for s in stories), default=0)
    order = sorted(range(len(stories)), key=lambda i: (stories[i].rank or last, i))
    return together([stories[i] for i in order])


def gathered(edition: Edition) -> Iterator[Waiting]:
    """The items of an edition, section by section, best ranked first."""
    label = words(edition.language).briefs
    for section in edition.sections:
        long, short = parted(section)
        yield from ((section, item) for item in _grouped(long))
        number = 0
        for head, some in _labelled(short):
            for part in _divided(some):
                number += 1
                yield section, BriefsItem(f"{section.id}-briefs{number}", head or label, part)


def _grouped(stories: list[Story]) -> Iterator[StoryItem | GroupItem]:
    """Stories in order, those of a group as one item."""
    at = 0
    for run in groups_of(stories):
        yield from map(StoryItem, stories[at : run.first])
        some = tuple(stories[run.first : run.end])
        yield GroupItem(f"{some[0].id}-group", run.head, some, run.word, not run.asked)
        at = run.end
    yield from map(StoryItem, stories[at:])


def _labelled(stories: list[Story]) -> Iterator[tuple[str, list[Story]]]:
    """Briefs under the word the editor gives them, and those under none together."""
    found: dict[str, list[Story]] = {}
    for story in stories:
        found.setdefault(story.group or "", []).append(story)
    yield from found.items()


def _divided(stories: list[Story]) -> Iterator[tuple[Story, ...]]:
    """Briefs in as few columns as hold them, as even as can be."""
    parts = -(-len(stories) // BRIEFS_MOST)
    for number in range(parts):
        yield tuple(stories[number * len(stories) // parts : (number + 1) * len(stories) // parts])


def parted(section: Section) -> tuple[list[Story], list[Story]]:
    """The stories of a section that stand for themselves, and its briefs, both by rank.

    A brief alone, or with a picture, stands for itself, and so does one grouped with a longer.
    """
    found = ranked(section.stories)
    longer = {story.group for story in found if story.group and not _short(story)}
    short = [story for story in found if _short(story) and story.group not in longer]
    if len(short) < 2:
        return found, []
    brief = {story.id for story in short}
    return [story for story in found if story.id not in brief], short


def _short(story: Story) -> bool:
    return story.brief and not shown(story)


def opens(section: Section, item: PageItem) -> bool:
    """True when `item` is the first of a section with a title: there the section head stands."""
    if not section.title or source_of(item) is not None or not section.stories:
        return False
    long, short = parted(section)
    return (long or short)[0] in stories_of(item)
