"""Lines that look alike: what is asked of one of them is asked of all at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from edition.errors import Confidence, Diagnostic
from edition.readers.labelling.asking import doubt
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.linepatterns import is_marked, pattern_of
from edition.readers.labelling.states import OF_PART, PARTS, LineState

_SURE = 0.9
"""below this probability a line is asked about with doubtful ones like it"""
_REACH = 8
"""lines between two plain short lines that are asked about together"""
_APART = 2
"""characters by which two plain short lines may differ"""


@dataclass(frozen=True, slots=True)
class AskedLines:
    """Lines that one question is about, by their places."""

    places: tuple[int, ...]
    chance: float
    """how probable the reading is, taken over all of them"""
    part: LineState
    """what most of them are read as"""
    other: LineState
    other_chance: float


def asked_together(
    texts: Sequence[str], found: Sequence[Labelled], unsure: Collection[int],
    settled: Collection[int],
) -> list[AskedLines]:
    """The questions that lines which are not sure give rise to, the most doubtful first.

    `unsure` and `settled` are places; a settled line is never asked about.
    """
    page = _Doubted(texts, [pattern_of(text) for text in texts], found, unsure)
    left = sorted(unsure, key=lambda at: (found[at].chance, at))
    groups = []
    while left:
        like = {left[0], *page.like(left[0])}.difference(settled)
        groups.append(_asked(sorted(like), found))
        left = [at for at in left if at not in like]
    return sorted(groups, key=lambda group: (group.chance, group.places))


@dataclass(frozen=True, slots=True)
class _Doubted:
    """The lines of a page as they were read."""

    texts: Sequence[str]
    patterns: Sequence[str]
    found: Sequence[Labelled]
    unsure: Collection[int]

    def like(self, at: int) -> Iterator[int]:
        """The places of the lines that are like the one at `at`, above it and below."""
        for way in (-1, 1):
            near, place = at, at + way
            while 0 <= place < len(self.texts) and abs(place - near) <= self._reach(at):
                beside = abs(place - near) == 1
                if self._is_like(place, at) or (beside and self._goes_on(place, at)):
                    yield place
                    near = place
                place += way

    def _reach(self, at: int) -> int:
        """How far a family may be parted: that of a pattern of its own as far as the page goes."""
        return len(self.texts) if is_marked(self.patterns[at]) else _REACH

    def _is_like(self, one: int, two: int) -> bool:
        """True for lines of one pattern that are not surely something else than one another."""
        if not self.patterns[two] or self.patterns[one] != self.patterns[two]:
            return False
        if self.found[one].chance >= _SURE:
            return False
        apart = abs(len(self.texts[one]) - len(self.texts[two]))
        return is_marked(self.patterns[two]) or (apart <= _APART and self._same(one, two))

    def _goes_on(self, one: int, two: int) -> bool:
        """True for a doubtful line beside others about which there is the same doubt."""
        return one in self.unsure and self._same(one, two)

    def _same(self, one: int, two: int) -> bool:
        a, b = self.found[one], self.found[two]
        return {PARTS[a.state], PARTS[a.other]} == {PARTS[b.state], PARTS[b.other]}


def _asked(places: Sequence[int], found: Sequence[Labelled]) -> AskedLines:
    shares = dict.fromkeys(PARTS.values(), 0.0)
    for at in places:
        shares[PARTS[found[at].state]] += found[at].chance / len(places)
        shares[PARTS[found[at].other]] += found[at].other_chance / len(places)
    part, other = sorted(shares, key=lambda name: -shares[name])[:2]
    return AskedLines(
        tuple(places), shares[part], OF_PART[part], OF_PART[other], shares[other]
    )


def joint_question(
    asked: AskedLines, numbers: Sequence[int], text: str, name: str
) -> Diagnostic:
    """The question what several lines are, told at the first; `numbers` are those of the lines."""
    return Diagnostic(
        "parts_unsure",
        {
            "count": len(numbers), "lines": tuple(numbers),
            **doubt(asked.part, asked.chance, asked.other, asked.other_chance),
        },
        numbers[0], None, text, None, Confidence.WEAK, name,
    )
