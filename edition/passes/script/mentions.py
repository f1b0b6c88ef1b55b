"""What may name a person: stretches of a text, each weighed as a name against words."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from edition.passes.script.engines import word_form
from edition.passes.script.wordways import run_round
from edition.patterns import late
from edition.trade.names import DOUBLE_SURNAMES, SURNAMES
from edition.trade.script.givennames import GIVEN_FORMS, IN_GIVEN, given_price, surname_price
from edition.trade.script.namesigns import (
    CALLING,
    COUNTED,
    CREDITED,
    CROPS,
    DAYS,
    DOES_FOR,
    DONE,
    FRAMES,
    GOES_ON,
    HAS_CLOCK,
    HAS_PARTICLE,
    HAVING,
    KNOWN_PERSONS,
    LAST_LISTED,
    LEAD_ENDS,
    LEADERS,
    NAMING,
    NEXT_LISTED,
    NO_NAMES,
    NUMERALS,
    OF_PERSONS,
    OF_PERSONS_BEGIN,
    PRESENTED,
    SIDES,
    SPEAKS,
    WHEN_AND_WHERE,
    word_seldom,
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
_ALSO_WORDS = "余范岳涂郁曲卜钟"
"""surnames whose names of two characters are words as well"""
_OF_PLACES = ("ns", "nt", "t", "m", "c", "d", "p")
"""parts of speech of words that are never taken for names"""
_LISTED_BESIDE = 1.5
"""how much more a stretch is a name for each name beside it in a list"""
INTRODUCED = 8.0
"""how much more a word is a name that is introduced as one"""
_STANDS_ALONE = "余范岳涂郁"
"""surnames that hardly ever open a clause as a word of one character"""
LEAST = -9.0
"""a name that costs so much more than words is none, whoever stands round it"""
_OF_DAYS = frozenset("前后时期当节日这之起")
"""what stands behind a day of the year"""
_CALLED = frozenset("叫名作做")
"""characters before a person's name and nothing else"""
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
_LATER = f"(?:[{_KEPT}]|[{IN_GIVEN}][{_KEPT}])"
_RARE_SURNAMES = "".join(sorted(_SURNAMES))
_DOUBLES = "|".join(f"(?<={double[0]}){double[1]}" for double in DOUBLE_SURNAMES)
_OPENERS = "".join(sorted({*_SURNAMES, *_BEARERS, *(double[0] for double in DOUBLE_SURNAMES)}))
_SITE = late(
    f"[{_OPENERS}](?:(?<=[{_RARE_SURNAMES}])(?=[{IN_GIVEN}])|"
    f"(?:(?<=[{_BEARERS}])|{_DOUBLES})(?={_LATER}))"
)
"""Where a name may begin that a dictionary would get wrong."""
_KNOWN_PLACE = -16.0
"""worth of a word that may well tell a time or a place"""
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
    if len(name) == 2:
        told -= 1.2
    elif name[0] in "于后" and worth_of(name[1:]) > _KNOWN_PLACE and _is_when_or_where(name[1:]):
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


def _is_when_or_where(word: str) -> bool:
    """Whether a word tells a time or a place, as what follows the particle 于 does."""
    return flag_of(word) in WHEN_AND_WHERE or word[-1] in SIDES


def may_be_led(text: str, start: int, end: int) -> bool:
    """Whether what stands right before or behind a stretch may well be the sign of a name."""
    before = text[start - 1:start]
    return (
        before in LEAD_ENDS or before in FRAMES or text[end:end + 1] in ("／", "/", "，")
        or text[end:end + 1] in OF_PERSONS_BEGIN
    )


def is_framed(text: str, start: int, end: int) -> bool:
    """Whether what stands on both sides, or behind, speaks of a person: 在…看来, …，男，45岁."""
    frame = FRAMES.get(text[start - 1:start])
    if frame is not None and frame.match(text, end):
        return True
    return text[end:end + 1] in OF_PERSONS_BEGIN and OF_PERSONS.match(text, end) is not None


def is_word(weight: NameWeight, name: str) -> bool:
    """Whether a name of two characters is a word of the dictionary besides."""
    return bool(weight.flag) and len(name) == 2


def is_introduced(text: str, start: int, end: int) -> bool:
    """Whether a word is said to be a person's name where it stands: 主持人余音介绍, 队长叫余力."""
    if CREDITED.match(text, end) or is_bracketed(text, start):
        return True
    if text[start] not in _ALSO_WORDS:
        return False
    if text[end:end + 1] in "小老阿" and text[end + 1:end + 2] == text[start] and (
        text[start - 1:start] in CALLING
    ):
        return True
    if is_called(text, start):
        return text[end] in "，。、；！的"
    if flag_of(text[start:end]).startswith(_OF_PLACES):
        return False
    before = text[start - 1:start]
    opens = not before or not "\u3400" <= before <= "\u9fff"
    if not opens and not (before in LEAD_ENDS and text.endswith(LEADERS, 0, start)):
        return False
    if not before.strip() and text[end] in "：:":
        return True
    return PRESENTED.match(text, end) is not None or (not opens and text[end] in "、\n）")


def is_called(text: str, start: int) -> bool:
    """Whether a stretch is said to be what somebody is called: 徒弟叫, 外号叫, 叫她."""
    if text[start - 1:start] == "叫":
        return text.endswith((*LEADERS, "名", "号", "他", "她", "我"), 0, start - 1)
    return text[start - 2:start] in ("叫他", "叫她", "叫我", "叫你")


def is_bracketed(text: str, start: int) -> bool:
    """Whether brackets open before a stretch behind the same surname: 于警官（于海）."""
    return text[start - 1:start] in ("（", "(") and text[start] in text[max(0, start - 6):start - 1]


def is_within_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word lies over a stretch, or 无 and the like stand before it: 不遗余力."""
    return text[start - 1:start] in HAVING or any(
        worths_of(text[first]).get(text[first:last])
        for first in range(max(0, start - 2), start + 1) for last in range(end, end + 3)
        if last - first > end - start
    )


def site_of(text: str, name: str, weight: NameWeight, stretch: Stretch) -> NameSite | None:
    """A stretch with what stands round it; None where it is no name."""
    start, end = stretch
    told = _round(text, start, end) + (INTRODUCED if is_word(weight, name) else 0.0)
    if told + weight.gain < LEAST:
        return None
    if WORDS.match(text, start) or (name[0] in "余范" and text[start - 1:start] in AFTER_FIGURES):
        told -= 2 * _CAUTION
    if not weight.flag and _is_phrase(name):
        told -= 2 * _CAUTION
    if (name[-1] == "台" and text[end] == "风") or _counts(name):
        return None
    if name[1:] in DAYS and (text[end] in _OF_DAYS or text[start - 1:start] in HAS_PARTICLE):
        told -= _CAUTION
    if name[0] == "种" and name[1] in CROPS and (len(name) == 2 or name[2] in NUMERALS):
        return None
    if name[0] == "于" and text.startswith(("而言", "来说"), end):
        return None
    if name[0] == "于" and len(name) == 2 and _is_when_or_where(text[start + 1:start + 3]):
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


def _led(text: str, start: int) -> float:
    """What a word before a stretch that stands before names says of it."""
    flag = flag_of(text[start + 1:start + 3]) if text[start] == "于" else ""
    if flag and not flag.startswith(("nr", "nz")) and text[start - 1] not in _CALLED:
        return 1.0
    return 2.0 if text[start] in DONE else 5.0


def _names_beside(text: str, start: int, end: int) -> int:
    """How many names stand beside a stretch in a list: 姜松、钟发、卜云."""
    items = []
    if text[start - 1:start] == "、":
        items.append(LAST_LISTED.search(text, max(0, start - 5), start - 1))
    if text[end:end + 1] == "、":
        items.append(NEXT_LISTED.match(text, end + 1))
    return sum(
        item is not None and surname_price(item.group()[0]) < 9
        and flag_of(item.group())[:2] in ("", "nr") for item in items
    )


def _round(text: str, start: int, end: int) -> float:
    """What stands before and behind a stretch says of it, as a name."""
    score = _LISTED_BESIDE * _names_beside(text, start, end)
    before = text[start - 1:start]
    if not worths_of(text[start]).get(text[start:start + 2]):
        score += word_seldom(text[start], before)
    if not before or not "\u3400" <= before <= "\u9fff":
        score += 2.5 if before == "、" else 6.0 if is_bracketed(text, start) else 1.5
        score += 1.0 if text[start] in _STANDS_ALONE else 0.0
    elif before in LEAD_ENDS and text.endswith(LEADERS, 0, start):
        score += _led(text, start)
    elif text[start] == "于" and before == "由" and DOES_FOR.match(text, end):
        score += 8.0
    elif is_called(text, start):
        score += 7.0 if text[start - 1] == "叫" or text[end] in "，。、；！" else 0.8
    elif text[start] == "于" and before in HAS_PARTICLE:
        score -= 6.0
    elif text[start] == "钟" and before in HAS_CLOCK:
        score -= 4.0
    elif before in NAMING:
        score += 0.8
    if CREDITED.match(text, end):
        score += 5.0
    elif is_framed(text, start, end):
        score += 4.0
    elif text.startswith("、", end):
        score += 2.2
    elif SPEAKS.match(text, end):
        score += 2.5
    elif text[start - 1:start] == "经" and text.startswith(("同意", "批准", "许可", "介绍"), end):
        score += 6.0
    elif GOES_ON.match(text, end):
        score += 1.2
    return score
