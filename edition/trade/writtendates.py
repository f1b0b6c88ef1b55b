"""A date as people write it: 2026年11月29日, 29/11/2026, 二〇二六年…, 29 November 2026, ISO 8601.

Nothing is guessed: a date that can be read two ways (03/04/2026) is none, and a weekday that does
not belong to the day is said. What stands beside the date, such as the day of the farmers'
calendar (农历), is handed back as text.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from edition.patterns import late
from edition.trade.hannumbers import HAN_NUMERAL, han_number

WEEK = "一二三四五六日"
_LONGEST = 120
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
           "october", "november", "december")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUM = rf"(?:\d{{1,4}}|{HAN_NUMERAL}{{1,6}})"
_ERA = r"(?:中[华華]民[国國]|民[国國])?"
_CHINESE = late(
    rf"(?:公[历曆元]|西元|阳历|陽曆)?\s*({_ERA})\s*({_NUM}|元)\s*年\s*({_NUM})\s*月\s*({_NUM})\s*[日号號]"
)
_YEAR_FIRST = late(r"(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?!\d)")
_YEAR_LAST = late(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})(?!\d)")
_DAY_MONTH = late(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})(?!\d)")
_MONTH_DAY = late(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")
_SOLID = late(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_ZONE = r"(?:\s*(?:Z|UTC|GMT|[+-]\d{1,2}:?\d{0,2}))?"
_CLOCK = late(
    r"\s*(?:T|[上下中]午|晚上?|早上?|凌晨)?\s*\d{1,2}(?:[:时時点點]\d{0,2}(?:[:分]\d{0,2}(?:\.\d+)?秒?)?)"
    rf"{_ZONE}(?:\s*\[[\w/]+\])?", re.I,
)
_WEEKDAY = late(
    rf"[,，]?\s*[（(]?\s*(?:(?:星期|礼拜|禮拜|[周週])([{WEEK}天])|({'|'.join(_DAYS)}|"
    rf"{'|'.join(d[:3] for d in _DAYS)})\b\.?)\s*[)）]?\s*,?", re.I,
)


@dataclass(frozen=True, slots=True)
class GivenDate:
    """A day, and the words that stand beside it."""

    day: date
    beside: str = ""
    """such as 农历丙午年十月廿一"""


class NoDate(ValueError):
    """Words that give no certain day; `why` says which way: no_date, two_days, other_weekday."""

    def __init__(self, why: str, *readings: date) -> None:
        super().__init__(why)
        self.why, self.readings = why, readings


def given_date(words: str) -> GivenDate:
    """The day `words` give. Raises NoDate for none, for two readings and for a false weekday."""
    text = unicodedata.normalize("NFKC", words.replace("○", "〇")).strip()
    if not text or len(text) > _LONGEST:
        raise NoDate("no_date")
    try:
        return GivenDate(datetime.fromisoformat(text).date())
    except ValueError:
        pass
    weekday, text = _weekday_before(text)
    day, rest = _day(text)
    named, rest = _weekday_after(rest)
    clock = _CLOCK.match(rest)
    rest = rest[clock.end():] if clock else rest
    for said in (weekday, named):
        if said is not None and said != day.weekday():
            raise NoDate("other_weekday", day)
    rest = rest.strip(" ,，;；/|·（()）\u3000")
    if re.search(r"\d{4}", rest) or (rest and rest[0] in "-~至到—–."):
        # A second date, or the end of a span: which of the two is meant cannot be known.
        raise NoDate("no_date")
    return GivenDate(day, rest)


def _day(text: str) -> tuple[date, str]:
    """The day at the head of `text`, and what follows it."""
    if found := _CHINESE.match(text):
        era, *parts = found.groups()
        year, month, day = (han_number(part) for part in parts)
        if year is not None and era:
            year += 1911
    elif found := _YEAR_FIRST.match(text) or _SOLID.match(text):
        parts = [part for part in found.groups() if part.isdecimal()]
        year, month, day = map(int, parts)
    elif found := _YEAR_LAST.match(text):
        first, _, second, last = found.groups()
        return _either(int(first), int(second), int(last)), text[found.end():]
    elif found := _DAY_MONTH.match(text):
        year, month, day = int(found[3]), _month(found[2]), int(found[1])
    elif found := _MONTH_DAY.match(text):
        year, month, day = int(found[3]), _month(found[1]), int(found[2])
    else:
        raise NoDate("no_date")
    return _made(year, month, day), text[found.end():]


def _either(first: int, second: int, year: int) -> date:
    """29/11/2026 and 11/29/2026; where both readings are days, none is taken."""
    readings = []
    for day, month in dict.fromkeys(((first, second), (second, first))):
        try:
            readings.append(date(year, month, day))
        except ValueError:
            continue
    if not readings:
        raise NoDate("no_date")
    if len(readings) > 1:
        raise NoDate("two_days", *readings)
    return readings[0]


def _made(year: int | None, month: int | None, day: int | None) -> date:
    if year is None or month is None or day is None or year < 1000:
        raise NoDate("no_date")
    try:
        return date(year, month, day)
    except ValueError:
        raise NoDate("no_date") from None


def _month(name: str) -> int | None:
    low = name.lower()
    fits = [n for n, full in enumerate(_MONTHS, 1) if full == low or full[:3] == low
            or (low == "sept" and full == "september")]
    return fits[0] if fits else None


def _weekday_before(text: str) -> tuple[int | None, str]:
    found = _WEEKDAY.match(text)
    return (_number(found), text[found.end():].lstrip()) if found else (None, text)


def _weekday_after(text: str) -> tuple[int | None, str]:
    found = _WEEKDAY.match(text)
    return (_number(found), text[found.end():]) if found else (None, text)


def _number(found: re.Match[str]) -> int:
    """0 for Monday."""
    if found[1]:
        return WEEK.index(found[1].replace("天", "日"))
    return next(n for n, name in enumerate(_DAYS) if name[:3] == found[2].lower()[:3])
