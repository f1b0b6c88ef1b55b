"""Every line of a page gets its state, all of them together, and a probability with it.

A linear-chain conditional random field: the weights were trained on pages marked by hand
(`bench/train`), the grammar of a story and what is certain stand above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from edition.readers.labelling.lattice import Lattice, Scores
from edition.readers.labelling.mates import Mates
from edition.readers.labelling.states import PARTS, STATES, LineState
from edition.readers.labelling.surroundings import LabelLine, features
from edition.readers.labelling.weighttable import FORBIDDEN, Weights, score, weights

_NONE: Mapping[int, frozenset[LineState]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Labelled:
    """The state of one line."""

    state: LineState
    chance: float
    """probability of this part, 0 to 1, over all its states: a first or a further line"""
    other: LineState
    """the next likely state"""
    other_chance: float


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """The states of all lines of a page."""

    found: list[Labelled]
    chances: Scores
    """probability of every state at every line, shape (lines, states)"""
    sharpness: float
    """what all scores were multiplied with"""
    told: Scores
    """what the lines like it have added to the scores of each"""


@dataclass(frozen=True, slots=True)
class ScoredLines:
    """How much every line of a page speaks for every state, and which lines are like it."""

    texts: Sequence[str]
    named: Sequence[Sequence[str]]
    """the features of every line"""
    scores: Scores
    """shape (lines, states), by the features of each line alone"""
    mates: Mates


def label(
    lines: Sequence[LabelLine], allowed: Mapping[int, frozenset[LineState]] = _NONE,
    known: Weights | None = None,
) -> list[Labelled]:
    """The state of every line of a page.

    `allowed` holds, by place, the states that a line may have at all: what is certain, and what
    the editor has answered.
    """
    if not lines:
        return []
    known = known or weights()
    return label_scored(scored(lines, known), allowed, known).found


def scored(lines: Sequence[LabelLine], known: Weights) -> ScoredLines:
    """How much every line speaks for every state by its features."""
    texts, named = [line.text for line in lines], features(lines)
    scores = np.array([score(known, names) for names in named])
    return ScoredLines(texts, named, scores, Mates.of(texts))


def label_scored(
    given: ScoredLines, allowed: Mapping[int, frozenset[LineState]], known: Weights
) -> LabelledPage:
    """The state of every line of a page that has some.

    On a page unlike those the weights were fitted to much is doubtful, and what they say of it
    comes true less often than they state: the more doubt, the less sharp.
    """
    scores = held(given.scores, allowed)
    told = np.zeros_like(scores)
    if given.mates.groups:
        told = given.mates.told(lattice(scores, known, known.sharpness).chances())
        scores += told
    page = _labelled(lattice(scores, known, known.sharpness), known.sharpness, told)
    sharpness = known.sharpness_at(sum(line.chance for line in page.found) / len(page.found))
    if sharpness < known.sharpness:
        page = _labelled(lattice(scores, known, sharpness), sharpness, told)
    return page


def held(scores: Scores, allowed: Mapping[int, frozenset[LineState]]) -> Scores:
    """The scores of lines each of which may be no more than what is allowed."""
    found = scores.copy()
    for at, states in allowed.items():
        found[at, [state not in states for state in STATES]] = 20 * FORBIDDEN
    return found


def lattice(scores: Scores, known: Weights, sharpness: float) -> Lattice:
    """The paths of a page whose scores are multiplied with `sharpness`."""
    return Lattice(scores * sharpness, known.steps * sharpness, known.last)


_SAME = [
    [at for at, other in enumerate(STATES) if PARTS[other] == PARTS[state]] for state in STATES
]
"""of each state the places of those that are one part of a story to its reader"""


def _labelled(paths: Lattice, sharpness: float, told: Scores) -> LabelledPage:
    path, chances = paths.best(), paths.chances()
    found = []
    for at, state in enumerate(path):
        row = chances[at]
        same = _SAME[state]
        others = row.copy()
        others[same] = 0.0
        other = int(others.argmax())
        like = _SAME[other]
        found.append(Labelled(
            STATES[state], float(row[same].sum()), STATES[other], float(row[like].sum())
        ))
    return LabelledPage(found, chances, sharpness, told)
