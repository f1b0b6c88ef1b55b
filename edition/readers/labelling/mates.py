"""Lines of one shape and about one length, which are mostly one part of their page.

What a page makes of such lines taken together tells of each more than it can tell of itself: where
nine short lines are surely crossheads, the tenth is hardly a headline.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from edition.readers.labelling.lattice import Scores
from edition.readers.labelling.linepatterns import is_marked, pattern_of
from edition.readers.labelling.traits import traits

_LEAST, _FEW = 4, 2
"""lines of one shape that are compared, and mates that are too few to tell anything"""
_APART, _SHARE = 2, 4
"""characters by which two may differ, or the part of the length, whichever is more"""
_WEIGHT, _FLOOR = 0.5, 0.02
"""how much the others count beside the line itself, found by leaving papers out"""


@dataclass(frozen=True, slots=True)
class Mates:
    """The lines of a page that have others like them."""

    groups: Sequence[tuple[NDArray[np.intp], Scores]]
    """places of lines of one shape, and for each its share in what is said of every other"""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Mates:
        """The mates of short lines, and of short sentences that stand alone.

        Families of a marked pattern of their own have no mates without it.
        """
        kin: dict[tuple[str, str, bool], list[int]] = defaultdict(list)
        patterns = [pattern_of(text) for text in texts]
        counts = Counter(filter(is_marked, patterns))
        for at, text in enumerate(texts):
            found = traits(text)
            if found.short or (found.shape == "sentence" and text.count("。") == 1):
                own = patterns[at] if counts[patterns[at]] > _FEW else ""
                over = at + 1 < len(texts) and traits(texts[at + 1]).short
                kin[found.shape.rstrip(",+"), own, over].append(at)
        return cls([
            (np.array(places), _shares([len(texts[at]) for at in places]))
            for places in kin.values() if len(places) >= _LEAST
        ])

    def told(self, chances: Scores) -> Scores:
        """What the mates of each line add to its scores; `chances` as read line by line."""
        found = np.zeros_like(chances)
        for places, shares in self.groups:
            mean = shares @ chances[places]
            told = shares.any(axis=1)
            found[places[told]] = _WEIGHT * np.log(mean[told] + _FLOOR)
        return found


def _shares(lengths: Sequence[int]) -> Scores:
    """The share of each line in the mean of the mates of each other; none where it has few."""
    size = np.array(lengths)
    near = np.abs(size[:, None] - size[None, :]) <= np.maximum(_APART, size // _SHARE)[:, None]
    np.fill_diagonal(near, val=False)
    count = near.sum(axis=1, keepdims=True)
    return np.asarray(np.where(count > _FEW, near / np.maximum(count, 1), 0.0))
