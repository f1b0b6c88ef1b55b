"""A dictionary's phrases held against the borders of words.

OpenCC takes the longest phrase from the left, whatever word it cuts in two. Where a character is
written otherwise in the word it stands in, the likelier cut decides; where neither is much the
likelier, the dictionary's form stays and the place is a doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from edition.passes.script.engines import word_form
from edition.passes.script.wordways import WordWays, run_round
from edition.patterns import late
from edition.trade.script.twinforms import COMMON, OPEN, RARER, RULES, ruled, rules_of
from edition.trade.words import worths_of

_RULED = late("|".join((f"[{''.join(c for c in RULES if c not in COMMON)}]", *COMMON.values())))
_RARER = late(f"[{RARER}]")
_REACH = 5
"""characters on either side that decide"""
_OVER = ((3, (1,)), (2, (1, 2)), (1, (1, 2, 3)), (0, (2, 3, 4)))
"""words of two to four characters over a place: characters before it, and where they end"""
_FEW = 2
"""characters at the beginning of a text, before which there are fewer words over a place"""
_PHRASE = 5
"""characters of the longest phrase that is looked up"""
_PHRASED = -14.0
"""worth of a phrase that OpenCC has and the dictionary of words has not"""
_SURE = 1.0
"""how much likelier, as a logarithm, one cut must be to overrule the dictionary"""
_DOUBT = -3.5
"""the same, from which on the place is asked about"""

_PARTED, _AGREED, _NO_WORD = range(3)
"""how the words over a place agree with the dictionary"""
_NONE = (-99.0, 0, "")
"""the worth of a form that no word gives"""


class Ruling(NamedTuple):
    """What a stretch becomes, or what else its character might."""

    start: int
    """offset from the character that was looked at, 0 or less"""
    form: str
    other: str = ""
    """the other reading, where it is a doubt"""
    alone: bool = False
    """neither words nor rules tell of it"""


class Borders:
    """Rules over the characters of more than one form, for one direction."""

    def __init__(self, word_form: Callable[[str], str], local: Callable[[str], str]) -> None:
        self._word_form = word_form
        self._local = local
        self._words: dict[str, str] = {}
        """word → its form"""

    def rulings(
        self, text: str, given: str, held: Container[int]
    ) -> Iterator[tuple[int, Ruling]]:
        """Each place where the `given` conversion of a text is overruled or doubted."""
        places = {site.start() for site in _RULED.finditer(text)}
        places.update(site.start() for site in _RARER.finditer(given))
        agreement = self._agreement
        for at in sorted(places):
            if at in held:
                continue
            character, form = text[at], given[at]
            rules = rules_of(character)
            if rules is not None and rules[0].match(text, at):
                own = ruled(rules[1], text, at, _leans_away)
                if own is not None:
                    own = self._local(own)
                    if own != form:
                        yield at, Ruling(0, own)
                    continue
            agreed = agreement(text, at, form)
            if agreed is _AGREED or (agreed is _NO_WORD and character not in OPEN):
                continue
            ruling = self._alone(character, form) if agreed is _NO_WORD else self._parted(
                text, at, form
            )
            if ruling is not None:
                yield at, ruling

    def _parted(self, text: str, at: int, given: str) -> Ruling | None:
        """What the likelier words say of a place over which words have different forms."""
        forms = self._forms(text, at, given)
        if not forms or set(forms) == {given}:
            return None
        best = max(forms, key=lambda form: forms[form][0])
        worth, start, word = forms[best]
        kept = forms.get(given, _NONE)[0]
        if best != given and worth - kept > _SURE:
            return Ruling(start, self._word_form(word) if len(word) > 1 else best)
        other = max((form for form in forms if form != given), key=lambda form: forms[form][0])
        return Ruling(0, given, other) if forms[other][0] - kept > _DOUBT else None

    def _alone(self, character: str, given: str) -> Ruling | None:
        """The doubt about a character that no word and no rule tells of, where it has two forms."""
        forms = [self._local(form) for form in OPEN.get(character, "")]
        others = [form for form in forms if form != given]
        return Ruling(0, given, others[0], alone=True) if others else None

    def _agreement(self, text: str, at: int, given: str) -> int:
        """Whether every word over the place has the form given, or none stands over it."""
        known, found = self._words, _NO_WORD
        for before, ends in _OVER if at > _FEW else _OVER[-at - 1:]:
            start = at - before
            listed = worths_of(text[start])
            for end in ends:
                word = text[start:at + end]
                if word not in listed:
                    break
                form = known.get(word)
                if form is None:
                    if not listed[word]:
                        continue
                    form = known[word] = self._word_form(word)
                if form[before] != given:
                    return _PARTED
                found = _AGREED
        return found

    def _forms(self, text: str, at: int, given: str) -> dict[str, tuple[float, int, str]]:
        """Each form that a word over the place gives it: the best way's worth, and the word."""
        ways, begun = run_round(text, at, _REACH)
        here = at - begun
        if here >= len(ways.run):
            return {}
        forms: dict[str, tuple[float, int, str]] = {}
        single = _NONE
        for worth, start, end in ways.over(here):
            word = ways.run[start:end]
            if len(word) == 1:
                single = (worth, 0, word)
                continue
            form = self._word_form(word)[here - start]
            forms[form] = max(forms.get(form, _NONE), (worth, start - here, word))
        if given not in forms:
            forms.update(self._of_phrase(ways, here, given))
        if len(forms) > 1 or (forms and single > max(forms.values())):
            alone = self._word_form(text[at])
            if alone in forms or alone == given:
                forms[alone] = max(forms.get(alone, _NONE), single)
        return forms

    def _of_phrase(
        self, ways: WordWays, here: int, given: str
    ) -> dict[str, tuple[float, int, str]]:
        """The form that a phrase of OpenCC's own gives, which is no word of the dictionary.

        One of two characters is not believed: too many of them stand across two words.
        """
        size = len(ways.run)
        for length in range(2, _PHRASE + 1):
            for start in range(max(0, here - length + 1), min(here, size - length) + 1):
                end = start + length
                phrase = ways.run[start:end]
                if self._word_form(phrase)[here - start] == given:
                    if length == 2:
                        return {}
                    worth = ways.before[start] + _PHRASED + ways.after[end]
                    return {given: (worth, start - here, phrase)}
        return {}


@lru_cache(maxsize=4)
def borders(configs: tuple[str, ...], region: str) -> Borders:
    """The rules of one direction; what they found of places is kept for the next edition."""
    return Borders(partial(word_form, configs), partial(word_form, (region,)))


def _leans_away(text: str, at: int, after: bool) -> bool:
    """Whether the likeliest word over a place ends there (`after`), or begins there (else)."""
    if not (_ends_word(text, at) if after else _begins_word(text, at)):
        return False
    ways, begun = run_round(text, at, _REACH)
    here = at - begun
    if here >= len(ways.run):
        return False
    _, start, end = max(ways.over(here))
    before, behind = here > start, end > here + 1
    return before and not behind if after else behind and not before


def _ends_word(text: str, at: int) -> bool:
    """Whether any word of two characters or more ends at a place."""
    return any(
        worths_of(text[start]).get(text[start:at + 1])
        for start in range(max(0, at - _REACH), at)
    )


def _begins_word(text: str, at: int) -> bool:
    """Whether any word of two characters or more begins at a place."""
    listed = worths_of(text[at])
    for end in range(at + 2, at + _REACH + 2):
        worth = listed.get(text[at:end])
        if worth is None:
            return False
        if worth:
            return True
    return False
