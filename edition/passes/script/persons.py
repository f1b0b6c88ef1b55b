"""The persons of an edition: who is named in it, and where.

A name is told from words by what it costs to read it as either, by what stands round it, by how
often it comes and by the bylines. Whoever is known by one mention is known at all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from edition.passes.script.aroundnames import is_introduced, is_within_word, may_be_led
from edition.passes.script.mentions import (
    DOUBTED,
    INTRODUCED,
    LEAST,
    MOST_ROUND,
    MOST_UNLED,
    SURE,
    Mention,
    NameSite,
    Stretch,
    is_word,
    mention_of,
    site_of,
    stretches_of,
    weight_of,
)
from edition.passes.script.onetext import OneText
from edition.trade.script.namesigns import NO_NAMES
from edition.trade.script.surnames import TRADITIONAL, surnames_in

_MARGIN = 0.01
"""more than what a sum of logarithms is off"""


def _tallied(scored: Iterable[tuple[str, float]]) -> dict[str, tuple[int, float]]:
    """How often each name comes, and the most that it scores."""
    found: dict[str, tuple[int, float]] = {}
    for name, score in scored:
        times, most = found.get(name, (0, score))
        found[name] = times + 1, max(most, score)
    return found


def _introduced(joined: OneText, stretches: Sequence[Stretch]) -> list[Stretch]:
    """Where a word is a name: it is introduced there, or elsewhere in the same text."""
    text = joined.whole
    free = [one for one in stretches if not is_within_word(text, *one)]
    lines = {joined.line_at(one[0]) for one in free if is_introduced(text, *one)}
    return [one for one in free if joined.line_at(one[0]) in lines] if lines else []


def _by_text(joined: OneText, found: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Text → the mentions in it, from left to right, as they stand there."""
    mentions: dict[str, list[Mention]] = {}
    for one in sorted(found):
        line = joined.line_at(one.start)
        begun = joined.starts[line]
        mentions.setdefault(joined.texts[line], []).append(
            one._replace(start=one.start - begun, end=one.end - begun)
        )
    return mentions


class Register:
    """The persons of one edition."""

    def __init__(
        self, texts: Iterable[str], signed: Iterable[str], answered: Iterable[str] = ()
    ) -> None:
        answered = frozenset(answered)
        self._signed = frozenset(name for name in signed if len(name) > 1) | answered
        joined = OneText(dict.fromkeys(texts))
        weighed = self._weighed(self._mentioned(joined))
        taken: set[int] = set()
        found: list[Mention] = []
        doubted: list[Mention] = []
        for one in sorted(weighed, key=lambda one: (-one.score, one.start)):
            if one.score <= DOUBTED:
                break
            if not taken.isdisjoint(range(one.start, one.end)):
                continue
            if one.score > SURE or one.name in answered:
                found.append(one)
                taken.update(range(one.start, one.end))
            elif one.name not in NO_NAMES:
                doubted.append(one)
        titled = [
            Mention(at, at + 1, joined.whole[at], 1.0) for at in surnames_in(joined.whole)
            if joined.whole[at] in TRADITIONAL and at not in taken
        ]
        found += titled
        taken.update(one.start for one in titled)
        self._named = _by_text(joined, found)
        self._doubted = _by_text(
            joined, (one for one in doubted if taken.isdisjoint(range(one.start, one.end)))
        )

    def _mentioned(self, joined: OneText) -> list[Mention]:
        """All mentions but those that no other mention can help."""
        sites: list[NameSite] = []
        whole = joined.whole
        for name, stretches in stretches_of(whole).items():
            weight = weight_of(name)
            if weight is None:
                continue
            most = weight.told + weight.gain
            if is_word(weight, name):
                stretches = _introduced(joined, stretches)
                most += INTRODUCED
            needed = DOUBTED - _MARGIN - self._help(name, len(stretches), 0.0)
            if most + MOST_ROUND < needed or (
                most + MOST_UNLED < needed
                and not any(may_be_led(whole, *stretch) for stretch in stretches)
            ):
                continue
            found = [site_of(whole, name, weight, stretch) for stretch in stretches]
            likely = [site for site in found if site is not None and site.most > LEAST]
            if any(site.most > needed for site in likely):
                sites += likely
        mentions = (mention_of(whole, site) for site in sites)
        return [one for one in mentions if one is not None]

    def _help(self, name: str, times: int, best: float) -> float:
        """What the whole edition adds to each mention of a name, told by how often it comes."""
        known = (4.0 if len(name) > 2 else 2.0) if best > 1.0 else 0.0
        if name in self._signed:
            known = 9.0 if len(name) > 2 else 5.0
        return known + min(4.0, 1.0 * (times - 1))

    def _weighed(self, mentions: Iterable[Mention]) -> Iterator[Mention]:
        """The mentions with what the whole edition says of their names."""
        mentions = list(mentions)
        best = _tallied((one.name, one.score) for one in mentions)
        worth = {name: self._help(name, times, score) for name, (times, score) in best.items()}
        return (one._replace(score=one.score + worth[one.name]) for one in mentions)

    def named_in(self, text: str) -> Sequence[Mention]:
        """The persons named in a text, from left to right, with their titles' bearers."""
        return self._named.get(text, ())

    def doubted_in(self, text: str) -> Sequence[Mention]:
        """What may be a name in a text and was read as words, from left to right."""
        return self._doubted.get(text, ())
