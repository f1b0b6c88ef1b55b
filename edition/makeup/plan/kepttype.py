"""Type kept standing (留版): what was set and reckoned for one paper and serves the next.

Galleys, headings and choices depend on the copy, on the numbers and faces of a pack, on the
region, on the names that are kept whole and on which stories lead. A bench holds what was made
under one such set of conditions; the stories on it that were not used for longest are let go.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from edition.compose.room import Desk
from edition.makeup.composer import ComposingRoom
from edition.makeup.plan.memo import ChoiceMemo
from edition.model import HouseItem, Story
from edition.packs.faces import Face
from edition.packs.layout import Layout

MOST_BENCHES = 8
"""kept at a time: a paper in its two scripts, as it is and opened where it is short"""
MOST_STORIES = 400
"""stories of which a bench keeps what was set, those of the paper before them never let go"""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What everything on a bench depends on, beside the copy itself."""

    layout: Layout
    region: str
    names: frozenset[str]
    leading: tuple[str, ...]
    """ids of the stories whose heads have faces of their own by rank, first to last"""
    faces: tuple[tuple[str, Face], ...]
    """every face by its role; a face has the digest of its file"""

    def is_like(self, other: Conditions) -> bool:
        """True where only names and the leading stories are others."""
        return replace(self, names=other.names, leading=other.leading) == other


@dataclass(frozen=True, slots=True)
class Bench:
    """A desk, the choices reckoned on it, and the stories they are of, the latest last."""

    conditions: Conditions
    desk: Desk
    memo: ChoiceMemo
    stories: OrderedDict[Story, None] = field(default_factory=OrderedDict)

    def used(self, stories: Iterable[Story], most: int) -> None:
        """Note the stories of a paper, and let go of what is over `most`."""
        latest = list(stories)
        for story in latest:
            self.stories[story] = None
            self.stories.move_to_end(story)
        over = len(self.stories) - max(most, len(latest))
        if over <= 0:
            return
        for _ in range(over):
            self.stories.popitem(last=False)
        kept = self.stories.keys()
        self.desk.take_over(self.desk, lambda copy: isinstance(copy, HouseItem) or copy in kept)
        self.memo.take_over(self.memo, kept.__contains__)

    def take_over(self, other: Bench) -> None:
        """Take what another bench has of copy in which the same names are kept whole."""
        mine, theirs = self.conditions, other.conditions
        changed = mine.names ^ theirs.names

        def same(copy: Story | HouseItem) -> bool:
            text = copy.text
            return not any(name in text for name in changed)

        self.stories.update((story, None) for story in other.stories if same(story))
        self.desk.take_over(other.desk, same)
        if mine.leading == theirs.leading:
            self.memo.take_over(other.memo, same)


class KeptType:
    """The benches of a session, the one used last at the end."""

    def __init__(self, most_stories: int = MOST_STORIES) -> None:
        self._most = most_stories
        self._benches: list[Bench] = []

    def bench(self, conditions: Conditions, desk: Callable[[], Desk]) -> Bench:
        """The bench for some conditions; a new one, on a desk that is made now, where none is."""
        found = next((b for b in self._benches if b.conditions == conditions), None)
        if found is None:
            made = desk()
            found = Bench(conditions, made, ChoiceMemo(ComposingRoom(made, conditions.layout)))
            like = [b for b in self._benches if b.conditions.is_like(conditions)]
            if like:
                found.take_over(like[-1])
                self._benches.remove(like[-1])
        self._benches = [b for b in self._benches if b is not found][1 - MOST_BENCHES:]
        self._benches.append(found)
        return found

    def used(self, bench: Bench, stories: Iterable[Story]) -> None:
        """Say which stories a paper had that was made on a bench."""
        bench.used(stories, self._most)

