"""The features of a line that come from its look: in itself, beside its neighbours, in its page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from edition.readers.labelling.looks import prominence

_LOOKS = frozenset((
    "larger1", "larger2", "larger3", "smaller", "bold", "heavy", "kai", "italic", "centred",
    "right", "colour", "underlined",
))
"""words of a look that a house gives to all lines of one part"""
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class PageStyles:
    """The looks of all lines of a page that has any."""

    own: Sequence[frozenset[str]]
    weights: Sequence[float]
    ranks: Sequence[str]
    """the place of each look among those of short lines, 0 the most prominent; `text` for none"""
    counts: Counter[frozenset[str]]
    """short lines of each look"""
    firsts: Mapping[frozenset[str], int]
    """look → the first line that has it"""
    whole: Sequence[tuple[str, ...]]

    @classmethod
    def of(cls, styles: Sequence[tuple[str, ...]], short: Sequence[bool]) -> Self | None:
        """The looks of a page; None where no line has any."""
        if not any(styles):
            return None
        own = [frozenset(style) & _LOOKS for style in styles]
        weights = [round(prominence(style), 1) for style in styles]
        tops = sorted({w for w, is_short in zip(weights, short, strict=True)
                       if is_short and w > 0}, reverse=True)
        ranks = [str(min(tops.index(w), _DEEPEST)) if w in tops and look else
                 "low" if look else "text" for w, look in zip(weights, own, strict=True)]
        counts = Counter(look for look, is_short in zip(own, short, strict=True) if is_short)
        firsts = {look: at for at, look in reversed(list(enumerate(own)))}
        return cls(own, weights, ranks, counts, firsts, styles)

    def features(self, at: int, length: str, shape: str) -> Iterator[str]:
        """The names of the features of the line at `at`, which is `short` or `long`."""
        rank, look = self.ranks[at], self.own[at]
        for word in self.whole[at]:
            yield f"style:{word}&{length}"
        yield f"style-look={'+'.join(sorted(look)) or 'text'}&{length}"
        yield f"style-rank={rank}&{length}"
        yield f"style-rank={rank}&{shape}"
        kin = min(self.counts[look], 4) if look else 0
        yield f"style-kin={rank}&{kin}&{length}"
        above, below = self._rank(at - 1), self._rank(at + 1)
        yield f"style-up={above}|{rank}&{length}"
        yield f"style-down={rank}|{below}&{length}"
        yield f"style-both={above}|{rank}|{below}&{length}"
        for name, other in (("above", at - 1), ("below", at + 1)):
            if 0 <= other < len(self.own):
                yield f"style-{name}={self._beside(at, other)}&{length}"
        if length == "short":
            yield f"style-first={int(at == self.firsts[look])}&{rank}"

    def _rank(self, at: int) -> str:
        return self.ranks[at] if 0 <= at < len(self.ranks) else "edge"

    def _beside(self, at: int, other: int) -> str:
        if self.own[at] == self.own[other]:
            return "same"
        apart = self.weights[at] - self.weights[other]
        return "more" if apart > 0 else "less" if apart < 0 else "else"
