"""The likeliest ways to cut a run of characters into words, and what a cut elsewhere would cost."""

from __future__ import annotations

from functools import lru_cache

from edition.trade.words import NO_WORD, worths_of

REACH = 6
"""characters on either side of a place that are cut with it"""
_HAN = ("\u3400", "\u9fff")


class WordWays:
    """One run of Han characters: the worth of the best way up to each place, and from it on."""

    __slots__ = ("after", "before", "edges", "run")

    def __init__(self, run: str) -> None:
        size = len(run)
        self.run = run
        self.edges: list[list[tuple[float, int]]] = []
        self.before = before = [0.0, *[-1e9] * size]
        for at, character in enumerate(run):
            here = before[at]
            worths = worths_of(character)
            edges = []
            for end in range(at + 1, size + 1):
                worth = worths.get(run[at:end])
                if worth:
                    edges.append((worth, end))
                    if here + worth > before[end]:
                        before[end] = here + worth
                elif worth is None:
                    break
            if not edges:
                edges.append((NO_WORD, at + 1))
                before[at + 1] = max(before[at + 1], here + NO_WORD)
            self.edges.append(edges)
        self.after = after = [0.0] * (size + 1)
        for at in range(size - 1, -1, -1):
            edges = self.edges[at]
            worth, end = edges[0]
            best = worth + after[end]
            for worth, end in edges[1:]:
                if worth + after[end] > best:
                    best = worth + after[end]
            after[at] = best

    def gain(self, start: int, end: int, worth: float) -> float:
        """How much better than the best way is one that takes a stretch as a word of this worth."""
        return self.before[start] + worth + self.after[end] - self.after[0]

    def over(self, at: int) -> list[tuple[float, int, int]]:
        """Each word over a place with the worth of the best way through it: worth, start, end."""
        return [
            (self.before[start] + worth + self.after[end], start, end)
            for start in range(max(0, at - REACH), at + 1)
            for worth, end in self.edges[start] if end > at
        ]


@lru_cache(maxsize=16384)
def ways(run: str) -> WordWays:
    """The ways through a run; runs come again within an edition."""
    return WordWays(run)


def run_round(text: str, at: int, reach: int = REACH) -> tuple[WordWays, int]:
    """The ways through the run of Han characters round a place, and where in the text it begins."""
    start, end = han_run(text, at, reach)
    return ways(text[start:end]), start


def han_run(text: str, at: int, reach: int) -> tuple[int, int]:
    """Start and end of the run of Han characters over a place, no further than the reach."""
    low, high = _HAN
    first, last = max(0, at - reach), min(len(text), at + reach + 1)
    start, end = at, at + 1
    while start > first and low <= text[start - 1] <= high:
        start -= 1
    while end < last and low <= text[end] <= high:
        end += 1
    return start, end


_GIVEN_WORD = -10.3
"""worth of a word that an editor gives, as if it came once in thirty thousand words"""
_ALONE = 2.0
"""how much likelier a cut must be that leaves a given word whole"""


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a word given by the house stands here by itself, not across the words of the text."""
    low, high = _HAN
    if not all(low <= text[at] <= high for at in (start, end - 1)):
        return True
    around, begun = run_round(text, start)
    if end - begun > len(around.run):
        return True
    if end - start == 1:
        return max(around.over(start - begun))[1:] == (start - begun, end - begun)
    return around.gain(start - begun, end - begun, _GIVEN_WORD) >= _ALONE or not _is_cut(
        around, start - begun, end - begun
    )


def _is_cut(around: WordWays, start: int, end: int) -> bool:
    """Whether the best way has a word that lies across either end of a stretch."""
    at = 0
    while at < len(around.run):
        end_of_word = max((worth + around.after[stop], stop) for worth, stop in around.edges[at])[1]
        if at < start < end_of_word < end or start < at < end < end_of_word:
            return True
        at = end_of_word
    return False
