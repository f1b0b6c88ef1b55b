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
        weights = np.exp(self.lines - self.lines.max(axis=1, keepdims=True))
        ways = np.exp(self.steps)
        ahead, behind = np.empty_like(weights), np.empty_like(weights)
        ahead[0] = weights[0]
        for at in range(1, count):
            row = (ahead[at - 1] @ ways) * weights[at]
            ahead[at] = row / row.max()
        behind[-1] = np.exp(self.last)
        for at in range(count - 2, -1, -1):
            row = ways @ (weights[at + 1] * behind[at + 1])
            behind[at] = row / row.max()
        both = ahead * behind
        return np.asarray(both / both.sum(axis=1, keepdims=True))
