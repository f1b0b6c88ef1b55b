"""Which stories stand under one head (组合): those the editor names, and those of one kicker.

Asked by make-up of an edition and by the preflight of its written copy, so that both see the
same groups.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Protocol, TypeVar

MOST_ASKED, MOST_ALIKE = 6, 4
"""stories of one group at most: of one the editor asks for, of one that a kicker makes"""
WORD = 6
"""characters up to which the head of a group is a word (栏题); a longer one is a headline"""


class Groupable(Protocol):
    """A story, as far as it says what it belongs to."""

    @property
    def group(self) -> str | None: ...

    @property
    def kicker(self) -> str | None: ...

    @property
    def brief(self) -> bool: ...


AnyStory = TypeVar("AnyStory", bound=Groupable)


@dataclass(frozen=True, slots=True)
class StoryRun:
    """Stories one after the other by rank, from `first` to before `end`, that are one group."""

    first: int
    end: int
    head: str
    asked: bool
    """True where the editor asks for it; else their kickers are the same"""

    @property
    def word(self) -> bool:
        """True where its head is a word over the stories and no headline."""
        return not self.asked or len(self.head) <= WORD


def together(stories: Sequence[AnyStory]) -> list[AnyStory]:
    """Stories in rank order with those of a group right behind its first."""
    firsts: dict[str, int] = {}
    for at, story in enumerate(stories):
        if story.group:
            firsts.setdefault(story.group, at)
    order = sorted(
        range(len(stories)), key=lambda at: (firsts.get(stories[at].group or "", at), at)
    )
    return [stories[at] for at in order]


def groups_of(stories: Sequence[AnyStory]) -> Iterator[StoryRun]:
    """The groups among the stories of one section, which come in rank order, kept together."""
    at = 0
    for (asked, head), group in groupby(stories, key=_common):
        some = list(group)
        most = MOST_ASKED if asked else MOST_ALIKE
        if head and 2 <= len(some) <= most:
            yield StoryRun(at, at + len(some), head, asked)
        at += len(some)


def _common(story: Groupable) -> tuple[bool, str]:
    """What a story may share with the next: the head it was given, else its kicker.

    A brief has its place under the word over the briefs, whatever its kicker.
    """
    if story.group:
        return True, story.group
    return False, "" if story.brief else story.kicker or ""
