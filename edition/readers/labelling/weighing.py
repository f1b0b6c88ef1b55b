"""What spoke for the state of one line, weight by weight, and against the next best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from edition.readers.labelling.labeller import (
    Labelled,
    LabelledPage,
    ScoredLines,
    label_scored,
)
from edition.readers.labelling.states import PARTS, STATES, LineState
from edition.readers.labelling.weighttable import FORBIDDEN, Weights, weights

Allowed = Mapping[int, frozenset[LineState]]
Pair = tuple[float | None, float | None]
"""the weight of a step for the state and for the next best; None where the grammar says no"""


@dataclass(frozen=True, slots=True)
class Weighed:
    """One line on the scales."""

    read: Labelled
    """as labelled; the next best is what it would be without what has decided"""
    grounds: tuple[tuple[str, float], ...]
    """(name of a feature, its weight for the state and against the next best), heaviest first"""
    neighbours: tuple[LineState | None, LineState | None]
    """states of the lines above and below; None at the end of the page"""
    above: Pair
    below: Pair


@dataclass(frozen=True, slots=True)
class Scales:
    """A page on whose lines the weights have been laid."""

    given: ScoredLines
    page: LabelledPage

    @classmethod
    def of(cls, given: ScoredLines, allowed: Allowed) -> Scales:
        """The scales of a page that has lines; `allowed` as in `label`."""
        return cls(given, label_scored(given, allowed, weights()))

    def weighed(self, at: int, freed: Allowed | None = None) -> Weighed:
        """The line at `at`; `freed` is what lines may be without what decided its part."""
        every, known = self.page.found, replace(weights(), sharpness=self.page.sharpness)
        read = every[at]
        if freed is not None:
            read = _without(read, label_scored(self.given, freed, weights()).found[at])
        one, two = STATES.index(read.state), STATES.index(read.other)
        grounds = [
            (name, known.sharpness * float(found[one] - found[two]))
            for name in self.given.named[at] if (found := known.features.get(name)) is not None
        ]
        told = self.page.told[at]
        grounds.append(("mates", known.sharpness * float(told[one] - told[two])))
        grounds = sorted((g for g in grounds if g[1]), key=lambda ground: -abs(ground[1]))
        over = every[at - 1].state if at else None
        under = every[at + 1].state if at + 1 < len(every) else None
        return Weighed(
            read, tuple(grounds), (over, under),
            (_step(known, over, one), _step(known, over, two)) if over else (0.0, 0.0),
            (_onward(known, one, under), _onward(known, two, under)),
        )


def _without(read: Labelled, free: Labelled) -> Labelled:
    """What was decided, beside what would have been read."""
    if PARTS[free.state] == PARTS[read.state]:
        return replace(read, other=free.other, other_chance=free.other_chance)
    return replace(read, other=free.state, other_chance=free.chance)


def _step(known: Weights, above: LineState, below: int) -> float | None:
    return _told(known, float(known.steps[STATES.index(above), below]))


def _onward(known: Weights, above: int, below: LineState | None) -> float | None:
    if below is None:
        return _told(known, float(known.last[above]))
    return _told(known, float(known.steps[above, STATES.index(below)]))


def _told(known: Weights, weight: float) -> float | None:
    return None if weight <= FORBIDDEN else known.sharpness * weight
