"""What stands round a stretch of a text, and says that it is a name or that it is none."""

from __future__ import annotations

from edition.trade.script.givennames import given_price, is_given_word, surname_price
from edition.trade.script.namesigns import (
    CALLING,
    CREDITED,
    DAYS,
    DOES,
    DONE,
    FRAMES,
    GOES_ON,
    HAS_CLOCK,
    HAS_PARTICLE,
    HAVING,
    LAST_LISTED,
    NAMING,
    NEXT_LISTED,
    OF_PERSONS,
    OF_PERSONS_BEGIN,
    PRESENTED,
    SIDES,
    SPEAKS,
    STILL_NAMED,
    STREET,
    TIMES_TOO,
    UNDER_WAY,
    WHEN_AND_WHERE,
    is_led,
    word_seldom,
)
from edition.trade.words import flag_of, worth_of, worths_of

_ALSO_WORDS = "余范岳涂郁曲卜钟游党"
"""surnames whose names of two characters are words as well"""
_OF_PLACES = ("ns", "nt", "t", "m", "c", "d", "p")
"""parts of speech of words that are never taken for names"""
_LISTED_BESIDE = 1.5
"""how much more a stretch is a name for each name beside it in a list"""
_STANDS_ALONE = "余范岳涂郁"
"""surnames that hardly ever open a clause as a word of one character"""
_PLACE_AGAIN = 4.0
"""how much more a name that begins like a place is one where the place itself follows"""
_CALLED = frozenset("叫名作做")
"""characters before a person's name and nothing else"""
_CALLED_BY = ("名", "号", "他", "她", "我")
"""what stands before 叫 where somebody is called so"""
_COMMON = -13.5
"""worth of a common word"""
_LIKELY_GIVEN = 9.5
"""what a likely given name costs at most"""
KNOWN_PLACE = -16.0
"""worth of a word that may well tell a time or a place"""


def may_be_led(text: str, start: int, end: int) -> bool:
    """Whether what stands right before or behind a stretch may well be the sign of a name."""
    return is_led(text, start) or text[end:end + 1] in ("／", "/") or is_framed(text, start, end)


def is_framed(text: str, start: int, end: int) -> bool:
    """Whether what stands on both sides, or behind, speaks of a person: 在…看来, …，男，45岁."""
    frame = FRAMES.get(text[start - 1:start])
    if frame is not None and frame.match(text, end):
        return True
    return text[end:end + 1] in OF_PERSONS_BEGIN and OF_PERSONS.match(text, end) is not None


def is_introduced(text: str, start: int, end: int) -> bool:
    """Whether a word is said to be a person's name where it stands: 主持人余音介绍, 队长叫余力."""
    if CREDITED.match(text, end) or is_bracketed(text, start):
        return True
    if text[start - 1:start] == "、" and text[end] in "、和与及等，。" and names_beside(
        text, start, end
    ):
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
    if not opens and not is_led(text, start):
        return False
    if not before.strip() and text[end] in "：:":
        return True
    return PRESENTED.match(text, end) is not None or (not opens and text[end] in "、\n）")


def is_called(text: str, start: int) -> bool:
    """Whether a stretch is said to be what somebody is called: 徒弟叫, 外号叫, 叫她."""
    if text[start - 1:start] == "叫":
        return is_led(text, start - 1) or text[start - 2:start - 1] in _CALLED_BY
    return text[start - 2:start] in ("叫他", "叫她", "叫我", "叫你")


def is_bracketed(text: str, start: int) -> bool:
    """Whether brackets open before a stretch behind the same surname: 于警官（于海）."""
    return text[start - 1:start] in ("（", "(") and text[start] in text[max(0, start - 6):start - 1]


def is_within_word(text: str, start: int, end: int) -> bool:
    """Whether a longer word lies over a stretch, or 无 and the like stand before it: 不遗余力."""
    if text[start - 1:start] in HAVING:
        return True
    for first in range(max(0, start - 2), start + 1):
        listed = worths_of(text[first])
        for last in range(end + (first == start), end + 3):
            if listed.get(text[first:last]):
                return True
    return False


def is_particle(text: str, start: int, end: int) -> bool:
    """Whether 于 stands before a common word and a side, or before the name of a street."""
    if text[start + 1:end] in TIMES_TOO and UNDER_WAY.match(text, end):
        return True
    if STREET.match(text, end) or (end - start == 2 and STREET.match(text, end + 1)):
        return True
    listed = worths_of(text[start + 1])
    return any(
        listed.get(text[start + 1:last]) and text[last:last + 1] in SIDES
        and worth_of(text[start + 1:last]) > _COMMON
        and given_price(text[start + 1:last][:2]) > _LIKELY_GIVEN for last in (end, end + 1)
    )


def is_of_place(text: str, start: int, end: int) -> bool:
    """Whether what follows 于 is a word that goes on behind a name."""
    listed = worths_of(text[start + 1])
    return any(listed.get(text[start + 1:last]) for last in (end + 1, end + 2))


def is_plain_word(word: str) -> bool:
    """Whether what follows the particle 于 is a common word and hardly a given name."""
    if is_given_word(word):
        return False
    return worth_of(word) > _COMMON and given_price(word) > _LIKELY_GIVEN and (
        flag_of(word)[:1] in ("n", "s", "f", "a", "v") and not flag_of(word).startswith("nr")
    )


def is_when_or_where(word: str) -> bool:
    """Whether a word tells a time or a place, as what follows the particle 于 does."""
    return flag_of(word) in WHEN_AND_WHERE or word[-1] in SIDES


def _is_time(text: str, start: int, end: int) -> bool:
    """Whether 于 behind a Chinese character has a day, a place or the like behind it."""
    word = text[start + 1:end]
    if text[start] != "于" or not "\u3400" <= text[start - 1:start] <= "\u9fff":
        return False
    if is_given_word(word) and word not in TIMES_TOO:
        return False
    return word in DAYS or flag_of(word) in ("t", "ns")


def _led(text: str, start: int) -> float:
    """What a word before a stretch that stands before names says of it."""
    word = text[start + 1:start + 3]
    if is_given_word(word) and _is_time(text, start, start + 3) and not (
        STILL_NAMED.match(text, start + 3) or SPEAKS.match(text, start + 3)
    ):
        return 1.0
    flag = flag_of(word) if text[start] == "于" and worth_of(word) > KNOWN_PLACE else ""
    named = is_given_word(word) or text[start - 1] in _CALLED
    if flag and not named and not flag.startswith(("nr", "nz")):
        return 1.0
    return 2.0 if text[start] in DONE else 5.0


def names_beside(text: str, start: int, end: int) -> int:
    """How many names stand beside a stretch in a list: 姜松、钟发、卜云."""
    items = []
    if text[start - 1:start] == "、":
        items.append(LAST_LISTED.search(text, max(0, start - 5), start - 1))
    if text[end:end + 1] in ("、", "和", "与", "及"):
        items.append(NEXT_LISTED.match(text, end + 1))
    return sum(
        item is not None and surname_price(item.group()[0]) < 9
        and flag_of(item.group())[:2] in ("", "nr") for item in items
    )


def told_round(text: str, start: int, end: int) -> float:
    """What stands before and behind a stretch says of it, as a name."""
    score = _LISTED_BESIDE * names_beside(text, start, end)
    if end - start == 3 and text.find(text[start:start + 2], end, end + 6) >= 0:
        score += _PLACE_AGAIN if flag_of(text[start:start + 2]) == "ns" else 0.0
    before = text[start - 1:start]
    if not worths_of(text[start]).get(text[start:start + 2]):
        score += word_seldom(text[start], before)
    if not before or not "\u3400" <= before <= "\u9fff":
        score += 2.5 if before == "、" else 6.0 if is_bracketed(text, start) else 1.5
        score += 1.0 if text[start] in _STANDS_ALONE else 0.0
    elif is_led(text, start):
        score += _led(text, start)
    elif text[start] == "于" and before == "由" and FRAMES["由"].match(text, end):
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
    elif SPEAKS.match(text, end) or (
        not _is_time(text, start, end) and DOES.match(text, end)
    ):
        score += 2.5
    elif text[start - 1:start] == "经" and text.startswith(("同意", "批准", "许可", "介绍"), end):
        score += 6.0
    elif GOES_ON.match(text, end):
        score += 1.2
    return score
