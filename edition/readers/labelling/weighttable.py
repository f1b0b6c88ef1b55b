"""The labeller's weights: two readable tables in the package, made by `python -m bench train`.

The first was fitted to plain pages. The second holds what looks add to it, and was fitted with the
first one held as it is: a page without looks is read by the first alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from edition.readers.labelling.lattice import Scores
from edition.readers.labelling.states import STATES, may_end, may_follow

_TABLE, _STYLES = "weights.tsv", "style_weights.tsv"
_STEP = ">"
"""what opens the row of a step from one state to another"""
_HEAD = "#"
_MANNERS: Mapping[str, Mapping[str, float]] = MappingProxyType({
    "house-bylines=after": {"b": -1.5, "B": 0.5}, "house-bylines=before": {"b": 0.5, "B": -1.5},
    "house-bylines=none": {"b": -1.5, "B": -1.5},
})
"""what the manner of a house weighs for states of which the table does not say it: no page that was
trained on has lines like bylines under a manner that forbids them"""
SURE = 0.95
"""mean probability of the lines of a page that is read as well as those the weights know"""
_DULLEST = 0.4
FORBIDDEN = -60.0
"""far below any sum of weights, yet a path is found where the editor asks for what is forbidden"""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each feature speaks for each state, and how readily one state follows another."""

    features: Mapping[str, Scores]
    """name of a feature → shape (states,)"""
    steps: Scores
    """shape (states, states), from row to column; FORBIDDEN where the grammar says no"""
    last: Scores
    """shape (states,); FORBIDDEN for what may not end a page"""
    sharpness: float = 1.0
    """what all scores are multiplied with, so that probabilities come true"""
    dulling: float = 0.0
    """how much less that is for each 1.0 that a page's mean probability stays below `SURE`"""

    def sharpness_at(self, chance: float) -> float:
        """What the scores of a page are multiplied with whose mean probability is `chance`."""
        less = self.dulling * max(SURE - chance, 0.0)
        return max(self.sharpness - less, min(_DULLEST, self.sharpness))


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights of the package."""
    plain, styles = (
        files("edition.readers.labelling").joinpath(name).read_text(encoding="utf-8")
        for name in (_TABLE, _STYLES)
    )
    return with_styles(read_weights(plain), styles)


def with_styles(known: Weights, table: str) -> Weights:
    """The weights with those of a second table, which has features alone."""
    return replace(known, features={**read_weights(table).features, **known.features})


def read_weights(table: str) -> Weights:
    """The weights of a table: `feature`, then `LETTER value` pairs, parted by tabs.

    The row of a step begins with > and the letter of the state above; comments with #, one of
    which may be `# sharpness 0.9`, another `# dulling 1.3`.
    """
    index = {state.value: at for at, state in enumerate(STATES)}
    features = {
        name: np.array([values.get(state.value, 0.0) for state in STATES])
        for name, values in _MANNERS.items()
    }
    steps = np.zeros((len(STATES), len(STATES)))
    given = {"sharpness": 1.0, "dulling": 0.0}
    for row in table.splitlines():
        if not row or row.startswith(_HEAD):
            given.update(_told_in(row, given))
            continue
        name, *values = row.split("\t")
        found = features[name].copy() if name in _MANNERS else np.zeros(len(STATES))
        for value in values:
            letter, amount = value.split(" ")
            found[index[letter]] = float(amount)
        if name.startswith(_STEP):
            steps[index[name[1:]]] = found
        else:
            features[name] = found
    return Weights(features, _grammar(steps), _endings(), given["sharpness"], given["dulling"])


def _told_in(comment: str, names: Iterable[str]) -> dict[str, float]:
    """The number that a comment gives, `# sharpness 0.9`."""
    words = comment.split()
    return {words[1]: float(words[2])} if len(words) == 3 and words[1] in names else {}


def _grammar(steps: Scores) -> Scores:
    for at, above in enumerate(STATES):
        for to, below in enumerate(STATES):
            if not may_follow(above, below):
                steps[at, to] = FORBIDDEN
    return steps


def _endings() -> Scores:
    return np.array([0.0 if may_end(state) else FORBIDDEN for state in STATES])


def score(known: Weights, names: Iterable[str]) -> Scores:
    """The score of a line in every state, from the features that hold of it."""
    total = np.zeros(len(STATES))
    for name in names:
        found = known.features.get(name)
        if found is not None:
            total += found
    return total
