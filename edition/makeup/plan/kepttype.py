"""Type kept standing (留版): what was set and reckoned for one paper and serves the next.

Galleys, headings and choices depend on the copy, on the numbers and faces of a pack, on the
region, on the names that are kept whole and on which stories lead. A bench holds what was made
under one such set of conditions; the stories on it that were not used for longest are let go.

What nobody comes back for is let go sooner: it takes memory, and the collector of garbage looks
through all of it again and again. When a paper begins that is another, not one of the last with
something changed, copy stays that has served twice, and that of the last papers.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from math import inf
from typing import TypeAlias

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
ANOTHER = 0.5
"""share of a paper's stories that are known, below which it is another"""
LAST_PAPERS = 1
"""of which the copy stays when another begins, though it served but once"""
Copy: TypeAlias = Story | HouseItem


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

    def sets_as(self, other: Conditions) -> bool:
        """True where lines of one measure are the same: only the grid is another."""
        mine, theirs = self.layout, other.layout
        layout = replace(mine, grid=theirs.grid, furnishing=theirs.furnishing)
        return replace(self, layout=layout, leading=other.leading) == other


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
        self._hold(lambda copy: isinstance(copy, HouseItem) or copy in kept)

    def only(self, staying: Collection[Copy]) -> None:
        """Let go of all copy but this."""
        going = [story for story in self.stories if story not in staying]
        for story in going:
            del self.stories[story]
        if going:
            self._hold(staying.__contains__)

    def _hold(self, kept: Callable[[Copy], bool]) -> None:
        self.desk.take_over(self.desk, kept)
        self.memo.take_over(self.memo, kept)

    def take_over(self, other: Bench) -> None:
        """Take what another bench has of copy in which the same names are kept whole."""
        mine, theirs = self.conditions, other.conditions
        changed = mine.names ^ theirs.names

        def same(copy: Copy) -> bool:
            text = copy.text
            return not any(name in text for name in changed)

        self.stories.update((story, None) for story in other.stories if same(story))
        self.desk.take_over(other.desk, same)
        if mine.leading == theirs.leading:
            self.memo.take_over(other.memo, same)


class KeptType:
    """The benches of a session, the one used last at the end."""

    def __init__(self, most_stories: int = MOST_STORIES, most_benches: int = MOST_BENCHES) -> None:
        self._most, self._most_benches = most_stories, most_benches
        self._benches: list[Bench] = []
        self._seen: OrderedDict[Copy, float] = OrderedDict()
        self._turn = 0

    def opens(self, copy: Iterable[Copy]) -> None:
        """Say which copy a paper has that begins now."""
        coming = tuple(copy)
        known = {one for one in coming if one in self._seen}
        another = len(known) < ANOTHER * len(coming)
        self._turn += another
        for one in coming:
            self._seen[one] = inf if one in known else self._turn
            self._seen.move_to_end(one)
        while len(self._seen) > max(self._most, len(coming)):
            self._seen.popitem(last=False)
        if another:
            self._let_go()

    def _let_go(self) -> None:
        """Let go of copy that has served but once, and in none of the last papers."""
        oldest = self._turn - LAST_PAPERS
        self._seen = OrderedDict((c, turn) for c, turn in self._seen.items() if turn >= oldest)
        for bench in self._benches:
            bench.only(self._seen.keys())
            if not bench.stories:
                bench.desk.let_go()
        self._benches = [bench for bench in self._benches if bench.stories]

    def clear(self) -> None:
        """Let go of every bench."""
        for bench in self._benches:
            bench.desk.let_go()
        self._benches.clear()
        self._seen.clear()

    def bench(self, conditions: Conditions, desk: Callable[[], Desk]) -> Bench:
        """The bench for some conditions; a new one, on a desk that is made now, where none is."""
        found = next((b for b in self._benches if b.conditions == conditions), None)
        if found is None:
            made = desk()
            found = Bench(conditions, made, ChoiceMemo(ComposingRoom(made, conditions.layout)))
            twins = [b for b in self._benches if b.conditions.sets_as(conditions)]
            if twins:
                made.measured_by(twins[-1].desk)
            like = [b for b in self._benches if b.conditions.is_like(conditions)]
            if like:
                found.take_over(like[-1])
                self._benches.remove(like[-1])
                like[-1].desk.let_go()
        self._benches = [b for b in self._benches if b is not found][1 - self._most_benches:]
        self._benches.append(found)
        return found

    def used(self, bench: Bench, stories: Iterable[Story]) -> None:
        """Say which stories a paper had that was made on a bench."""
        bench.used(stories, self._most)

