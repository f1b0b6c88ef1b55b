"""Every line of a page gets its state, all of them together, and a probability with it.

A linear-chain conditional random field: the weights were trained on pages marked by hand
(`bench/train`), the grammar of a story and what is certain stand above them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from edition.readers.labelling.lattice import Lattice
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
    lattice = _lattice(features(lines), allowed, known or weights())
    return _labelled(lattice)


def _lattice(
    named: Sequence[Sequence[str]], allowed: Mapping[int, frozenset[LineState]], known: Weights
) -> Lattice:
    scores = np.array([score(known, names) for names in named]) * known.sharpness
    for at, states in allowed.items():
        scores[at, [state not in states for state in STATES]] = 20 * FORBIDDEN
    return Lattice(scores, known.steps * known.sharpness, known.last)


_SAME = [
    [at for at, other in enumerate(STATES) if PARTS[other] == PARTS[state]] for state in STATES
]
"""of each state the places of those that are one part of a story to its reader"""


def _labelled(lattice: Lattice) -> list[Labelled]:
    path, chances = lattice.best(), lattice.chances()
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
    return found
