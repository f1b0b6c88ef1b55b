"""What may name a person: stretches of a text, each weighed as a name against words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from edition.passes.script.aroundnames import (
    KNOWN_PLACE,
    is_of_place,
    is_particle,
    is_plain_word,
    is_when_or_where,
    told_round,
)
from edition.passes.script.engines import word_form
from edition.passes.script.wordways import run_round
from edition.patterns import late
from edition.trade.names import DOUBLE_SURNAMES, SURNAMES
from edition.trade.script.givennames import GIVEN_FORMS, IN_GIVEN, given_price, surname_price
from edition.trade.script.namesigns import (
    COUNTED,
    CROPS,
    DAYS,
    DONE,
    ENDING_IN_YU,
    HAS_PARTICLE,
    KNOWN_PERSONS,
    NO_GIVEN,
    NO_NAMES,
    NUMERALS,
    SIDES,
    WHEN_AND_WHERE,
)
from edition.trade.script.surnames import AFTER_FIGURES, TRADITIONAL, WORDS
from edition.trade.words import NO_WORD, flag_of, worth_of, worths_of

_PRIOR = 4.4
"""−ln of the share of names among the words of a newspaper"""
_DOUBLE = 8.0
"""−ln of the share of a surname of two characters"""
_SELDOM_WORDS = {
    "余": 2.0, "范": 2.0, "岳": 2.0, "涂": 2.0, "郁": 2.0, "游": 1.0, "党": 1.0,
    "干": 0.5, "于": 0.3, "种": 1.0, "后": 1.0, "征": 1.0, "仆": 2.0, "丑": 2.0,
    "咸": 2.0, "吁": 2.0, "占": 1.0, "里": 0.5, "冲": 1.5, "朴": 2.5,
}
"""how much sooner such a surname is a name than its price among surnames tells"""
_OWN = ("s2t",)
"""OpenCC's own standard"""
_LISTED = "余范岳涂郁丰"
"""surnames whose names in the dictionary are names"""
_LISTED_GIVEN = 18.0
"""what a given name costs at most that one in the dictionary is believed to have"""
INTRODUCED = 8.0
"""how much more a word is a name that is introduced as one"""
LEAST = -9.0
"""a name that costs so much more than words is none, whoever stands round it"""
_OF_DAYS = frozenset("前后时期当节日这之起")
"""what stands behind a day of the year"""
_FIGURES = frozenset("0123456789０１２３４５６７８９")
_KNOWN = 3.0
"""how much more it is a name if the dictionary has it as one"""
_SURNAMES = frozenset("".join(TRADITIONAL)) - frozenset("叶万千升表志布才舍系折")
_HARDLY = "胡朱周沈姜折卜曲秋仇向系松丰宁云"
"""surnames that the dictionary seldom gets wrong, or that are words as often"""
_CAUTION = 3.0
"""how much more such a name must cost less than words"""
_BEARERS = "".join(sorted(c for c in SURNAMES if surname_price(c) < 9))
_KEPT = "".join(GIVEN_FORMS)
_LATER = f"(?:[{_KEPT}范]|[{IN_GIVEN}][{_KEPT}])"
_RARE_SURNAMES = "".join(sorted(_SURNAMES))
_DOUBLES = "|".join(f"(?<={double[0]}){double[1]}" for double in DOUBLE_SURNAMES)
_OPENERS = "".join(sorted({*_SURNAMES, *_BEARERS, *(double[0] for double in DOUBLE_SURNAMES)}))
_SITE = late(
    f"[{_OPENERS}](?:(?<=[{_RARE_SURNAMES}])(?=[{IN_GIVEN}])|"
    f"(?:(?<=[{_BEARERS}])|{_DOUBLES})(?={_LATER}))"
)
"""Where a name may begin that a dictionary would get wrong."""
_HAN = late("[\u3400-\u9fff]+")
MOST_ROUND = 10.0
"""what stands round a name can say of it at most"""
MOST_UNLED = 6.0
"""the same without a word before it that names persons and without a credit behind it"""
SURE, DOUBTED = -0.7, -2.2
"""scores above which a stretch is a name, and above which the editor is asked"""


class Mention(NamedTuple):
    """A stretch of a text that may name a person."""

    start: int
    end: int
    name: str
    score: float
    """above SURE it is taken for a name, above DOUBTED the editor is asked"""


Stretch = tuple[int, int]
"""start and end"""


class NameSite(NamedTuple):
    """A stretch that may be a name, before the ways to cut the run round it are weighed."""

    start: int
    end: int
    name: str
    price: float
    """what it costs to read it as a name"""
    told: float
    """what stands round it says of it, and what the dictionary"""
    most: float
    """what it may score at most"""


class NameWeight(NamedTuple):
    """What a name says of itself, wherever it stands."""

    price: float
    """what it costs to read it as a name"""
    flag: str
    """its part of speech, where it is a word"""
    told: float
    """what the dictionary says of it"""
    gain: float
    """how much better it is as a name than as words, at most, before what is told of it"""


def stretches_of(text: str) -> dict[str, list[Stretch]]:
    """All stretches of a text that may be names of which a dictionary would make words."""
    found: dict[str, list[Stretch]] = {}
    for site in _SITE.finditer(text):
        start = site.start()
        family = 2 if text.startswith(DOUBLE_SURNAMES, start) else 1
        for end in (start + family + 2, start + family + 1):
            found.setdefault(text[start:end], []).append((start, end))
    return found


@lru_cache(maxsize=65_536)
def weight_of(name: str) -> NameWeight | None:
    """What a stretch says of itself as a name; None where it can be none."""
    family = 2 if name.startswith(DOUBLE_SURNAMES) else 1
    if not _HAN.fullmatch(name) or len(name) == family:
        return None
    price = _PRIOR + given_price(name[family:])
    price += _DOUBLE if family == 2 else surname_price(name[0])
    price += _CAUTION if name[0] in _HARDLY else -_SELDOM_WORDS.get(name[0], 0.0)
    flag, told = flag_of(name), 0.0
    if name in KNOWN_PERSONS:
        price, flag, told = min(price, -_words_of(name)), "", _KNOWN
    elif _is_listed(name, flag):
        price = min(price, -worth_of(name))
    gain = -price - _words_of(name)
    if MOST_ROUND + gain < LEAST:
        return None
    if flag:
        told += _KNOWN if flag.startswith("nr") and name not in NO_NAMES else -_CAUTION
    elif name in NO_NAMES:
        told -= 2 * _CAUTION
    if len(name) == 3 and name[2] in NO_GIVEN:
        told -= 2.0
    if len(name) == 2:
        told -= 1.2
    elif name[0] == "于" and is_plain_word(name[1:]):
        told -= _CAUTION
    elif name[0] in "于后" and worth_of(name[1:]) > KNOWN_PLACE and is_when_or_where(name[1:]):
        told -= _CAUTION + (name[-1] in SIDES)
    return NameWeight(price, flag, told, gain)


def _counts(name: str) -> bool:
    """Whether a surname that is a verb has a number behind it, and what it counts: 种一亩."""
    if name[0] not in DONE or name[1] not in NUMERALS:
        return False
    return len(name) == 2 or name[2] in COUNTED or name[2] in NUMERALS


def _is_phrase(name: str) -> bool:
    """Whether OpenCC has a stretch of two characters as a word of its own."""
    if len(name) > 2 or name[0] in _SURNAMES:
        return False
    return word_form(_OWN, name) != "".join(word_form(_OWN, character) for character in name)


def _is_listed(name: str, flag: str) -> bool:
    """Whether the dictionary is believed that a word is a person's name."""
    return (
        flag.startswith("nr") and len(name) == 3 and name[0] in _LISTED and name not in NO_NAMES
        and given_price(name[1:]) < _LISTED_GIVEN
    )


def is_word(weight: NameWeight, name: str) -> bool:
    """Whether a name of two characters is a word of the dictionary besides."""
    return bool(weight.flag) and len(name) == 2


def site_of(text: str, name: str, weight: NameWeight, stretch: Stretch) -> NameSite | None:
    """A stretch with what stands round it; None where it is no name."""
    start, end = stretch
    told = told_round(text, start, end) + (INTRODUCED if is_word(weight, name) else 0.0)
    if told + weight.gain < LEAST:
        return None
    if WORDS.match(text, start) or (name[0] in "余范" and text[start - 1:start] in AFTER_FIGURES):
        told -= 2 * _CAUTION
    if not weight.flag and _is_phrase(name):
        told -= 2 * _CAUTION
    if (name[-1] == "台" and text[end] == "风") or _counts(name):
        return None
    if name[:2] in DAYS and name[2:] in _OF_DAYS:
        return None
    if name[1:] in DAYS and (text[end] in _OF_DAYS or text[start - 1:start] in HAS_PARTICLE):
        told -= _CAUTION
    if name[0] == "种" and name[1] in CROPS and (len(name) == 2 or name[2] in NUMERALS):
        return None
    if name[0] == "于" and text.startswith(("而言", "来说"), end):
        return None
    if name[0] == "于" and is_particle(text, start, end):
        return None
    if name[0] == "于" and is_of_place(text, start, end):
        told -= 2 * _CAUTION
    if text[start - 1:start] == "于" == name[0] and text[start - 2:start] in ENDING_IN_YU:
        told += _CAUTION + 1.0
    if name[0] == "于" and len(name) == 2 and is_when_or_where(text[start + 1:start + 3]):
        told -= _CAUTION
    if len(name) == 2 and name[1] == "于":
        particle = text[end] in _FIGURES or flag_of(text[end:end + 2]) in WHEN_AND_WHERE
        told += -_CAUTION if particle else 1.5
    told += weight.told
    return NameSite(start, end, name, weight.price, told, told + weight.gain)


def mention_of(text: str, site: NameSite) -> Mention | None:
    """The stretch as a name, where reading it so costs not too much."""
    ways, begun = run_round(text, site.start)
    start, end = site.start - begun, site.end - begun
    if end > len(ways.run):
        return None
    score = ways.gain(start, end, -site.price) + site.told
    return Mention(site.start, site.end, site.name, score) if score > LEAST else None


def _words_of(name: str) -> float:
    """The worth of the words that a stretch is made of."""
    best = [0.0, *[-1e9] * len(name)]
    for start, character in enumerate(name):
        here, worths = best[start], worths_of(character)
        for end in range(start + 1, len(name) + 1):
            worth = worths.get(name[start:end]) or NO_WORD * (end - start)
            if here + worth > best[end]:
                best[end] = here + worth
    return best[-1]
