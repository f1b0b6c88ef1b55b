"""Faults of the look of a page, each with what it is worth, made into the finding of a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import Box
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.messages.texts import Phrase


@dataclass(frozen=True, slots=True)
class LookFault:
    """One place on a page, the measure there, and how far it is beyond the target."""

    place: FaultPlace
    measure: float
    excess: float = 1.0


def fault(
    page: SeenPage, box: Box, words: str | Phrase, measure: float, excess: float = 1.0
) -> LookFault:
    """A fault at the upper left of a box."""
    return LookFault(FaultPlace(page.number, box[0], box[3], words), measure, excess)


def judged(
    code: str, paper: SeenPaper, faults: Callable[[SeenPage], Iterable[LookFault]],
) -> Finding:
    """The finding of a rule that looks at one page at a time; excess: a page on the mean."""
    found = [one for page in paper.pages for one in faults(page)]
    over = sum(one.excess for one in found) / max(1, len(paper.pages))
    worst = max(found, key=lambda one: one.excess, default=None)
    return Finding(
        code, "should", len(found), len(paper.pages),
        None if worst is None else round(worst.measure, 2),
        tuple(one.place for one in found), over,
    )


def headed(page: SeenPage) -> list[SeenStory]:
    """The stories of a page that begin on it, the largest head first."""
    found = [story for story in page.stories if story.head]
    return sorted(found, key=lambda story: -story.head_size)


def over_all(page: SeenPage, largest: float) -> list[float]:
    """The size of a head over a group of stories that leads the page, above the `largest` of them.
    """
    size = max((line.size for line in page.group_heads), default=0.0)
    return [size] if size > largest else []
