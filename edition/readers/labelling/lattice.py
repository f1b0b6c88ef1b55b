"""The one place where paths through the states of a page are added up: best path, probabilities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Lattice:
    """Scores of every line in every state, shape (lines, states), and of every step.

    `steps` has the shape (states, states), from row to column; `last` holds what ends a page.
    """

    lines: Scores
    steps: Scores
    last: Scores

    def best(self) -> list[int]:
        """The states of the best path (Viterbi)."""
        count = len(self.lines)
        total = self.lines[0].copy()
        back: list[NDArray[np.intp]] = []
        for at in range(1, count):
            ways = total[:, None] + self.steps
            back.append(ways.argmax(axis=0))
            total = ways.max(axis=0) + self.lines[at]
        path = [int((total + self.last).argmax())]
        for pointers in reversed(back):
            path.append(int(pointers[path[-1]]))
        return path[::-1]

    def chances(self) -> Scores:
        """The probability of every state at every line (forward and backward), rows sum to 1."""
        count = len(self.lines)
        ahead, behind = np.empty_like(self.lines), np.empty_like(self.lines)
        ahead[0] = self.lines[0]
        for at in range(1, count):
            ahead[at] = _sum(ahead[at - 1][:, None] + self.steps, 0) + self.lines[at]
        behind[-1] = self.last
        for at in range(count - 2, -1, -1):
            behind[at] = _sum(self.steps + (self.lines[at + 1] + behind[at + 1])[None, :], 1)
        both = ahead + behind
        both -= both.max(axis=1, keepdims=True)
        chances = np.exp(both)
        return np.asarray(chances / chances.sum(axis=1, keepdims=True))


def _sum(scores: Scores, axis: int) -> Scores:
    """log of the sum of exponentials along `axis`."""
    top = scores.max(axis=axis, keepdims=True)
    return np.asarray(np.log(np.exp(scores - top).sum(axis=axis)) + top.squeeze(axis))
