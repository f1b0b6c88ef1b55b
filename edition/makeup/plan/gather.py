"""From an edition to the items that wait for its pages: stories by rank, briefs gathered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from edition.makeup.items import BriefsItem, NewsItem, PageItem, StoryItem, source_of, stories_of
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
    """Stories by the editor's rank, then in the order of the copy."""
    last = len(stories) + max((s.rank or 0 for s in stories), default=0)
    order = sorted(range(len(stories)), key=lambda i: (stories[i].rank or last, i))
    return [stories[i] for i in order]


def gathered(edition: Edition) -> Iterator[Waiting]:
    """The items of an edition, section by section, best ranked first."""
    label = words(edition.language).briefs
    for section in edition.sections:
        long, short = parted(section)
        yield from ((section, StoryItem(story)) for story in long)
        groups = -(-len(short) // BRIEFS_MOST)
        for number in range(groups):
            some = short[number * len(short) // groups : (number + 1) * len(short) // groups]
            yield section, BriefsItem(f"{section.id}-briefs{number + 1}", label, tuple(some))


def parted(section: Section) -> tuple[list[Story], list[Story]]:
    """The stories of a section that stand for themselves, and its briefs, both by rank.

    A brief alone, or with a picture, stands for itself.
    """
    found = ranked(section.stories)
    short = [story for story in found if story.brief and not shown(story)]
    if len(short) < 2:
        return found, []
    return [story for story in found if story not in short], short


def opens(section: Section, item: PageItem) -> bool:
    """True when `item` is the first of a section with a title: there the section head stands."""
    if not section.title or source_of(item) is not None or not section.stories:
        return False
    long, short = parted(section)
    return (long or short)[0] in stories_of(item)
