"""Numbers as they are written before items and notes, and read there: 一、（三） iv ① 甲 …"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from edition.patterns import late

_DIGITS = "〇一二三四五六七八九"
_LEGAL_HANS = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_HANT = "零壹貳參肆伍陸柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)
_MOST = 9_999
"""the largest number written out; beyond it figures stand"""
_TURNS = 20
"""letters that stand for one number, at most"""

_VALUES = {sign: n for n, sign in enumerate(_DIGITS)}
_TENS = late(r"([一二三四五六七八九]?)十([一二三四五六七八九]?)")
_LABEL = late(r"[（(\[第]?\s*(\d{1,6}|[〇一二三四五六七八九十]{1,3}|[A-Za-z]|\S)\s*"
              r"[条款项]?[.．、，)）\]:：]?")

def number_in(form: str, number: int) -> str:
    """`number` in Word's format `form`; in figures where the format has no sign for it."""
    if form in ("none", "bullet"):
        return ""
    write = _FORMS.get(form)
    written = write(number) if write is not None and 0 <= number <= _MOST else None
    return str(number) if written is None else written


def is_known(form: str) -> bool:
    """True for a format whose numbers are written here as Word writes them."""
    return form in _FORMS or form in ("none", "bullet")


def circled(number: int) -> str | None:
    """① … ㊿, or None."""
    for first, start, stop in ((0x24EA, 0, 0), (0x2460, 1, 20), (0x3251, 21, 35), (0x32B1, 36, 50)):
        if start <= number <= stop:
            return chr(first + number - start)
    return None


def _counted(number: int, digits: str = _DIGITS, units: str = "十百千", zero: str = "零") -> str:
    """一百零五; ten to nineteen without the first 一 in the plain digits."""
    if number == 0:
        return zero
    told, gap = "", False
    for place in range(len(str(number)) - 1, -1, -1):
        digit = number // 10**place % 10
        if digit:
            told += (zero if gap else "") + digits[digit] + (units[place - 1] if place else "")
        gap = not digit and bool(told)
    return told[1:] if 10 <= number < 20 and digits is _DIGITS else told


def _row(first: int, count: int) -> Callable[[int], str | None]:
    return lambda number: chr(first + number - 1) if 1 <= number <= count else None


def _of(signs: str) -> Callable[[int], str | None]:
    return lambda number: signs[number - 1] if 1 <= number <= len(signs) else None


def _digits(digits: str) -> Callable[[int], str | None]:
    return lambda number: "".join(digits[int(figure)] for figure in str(number))


def _roman(number: int) -> str | None:
    told = ""
    for value, letters in _ROMAN:
        told += letters * (number // value)
        number %= value
    return told or None


def _letters(number: int) -> str | None:
    """a … z, then aa, bb …"""
    turns, at = divmod(number - 1, 26)
    return chr(97 + at) * (turns + 1) if number > 0 and turns < _TURNS else None


def _upper(write: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda number: (write(number) or "").upper() or None


def _ordinal(number: int) -> str | None:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if 11 <= number % 100 <= 13 else ends.get(number % 10, 'th')}"


def _short_count(number: int) -> str | None:
    """Up to 99 counted, above figure by figure: 一〇〇."""
    return _counted(number) if number < 100 else _digits(_DIGITS)(number)


def _sexagenary(number: int) -> str | None:
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number > 0 else None


_FORMS: Mapping[str, Callable[[int], str | None]] = MappingProxyType({
    "": str, "decimal": str, "decimalHalfWidth": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "upperRoman": _upper(_roman), "lowerRoman": _roman,
    "upperLetter": _upper(_letters), "lowerLetter": _letters, "ordinal": _ordinal,
    "chineseCounting": _short_count, "taiwaneseCounting": _short_count,
    "chineseCountingThousand": _counted, "taiwaneseCountingThousand": _counted,
    "japaneseCounting": _counted, "koreanDigital2": _digits(_DIGITS),
    "ideographDigital": _digits(_DIGITS), "japaneseDigitalTenThousand": _digits(_DIGITS),
    "taiwaneseDigital": _digits("○" + _DIGITS[1:]),
    "chineseLegalSimplified": lambda n: _counted(n, _LEGAL_HANS, "拾佰仟"),
    "ideographLegalTraditional": lambda n: _counted(n, _LEGAL_HANT, "拾佰仟"),
    "ideographTraditional": _of(_STEMS), "ideographZodiac": _of(_BRANCHES),
    "ideographZodiacTraditional": _sexagenary,
    "decimalEnclosedCircle": circled, "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedFullstop": _row(0x2488, 20), "decimalEnclosedParen": _row(0x2474, 20),
    "ideographEnclosedCircle": _row(0x3280, 10),
    "numberInDash": lambda number: f"- {number} -",
    "aiueo": _row(0xFF71, 10), "chicago": lambda n: "*†‡§"[(n - 1) % 4] * ((n - 1) // 4 % 9 + 1),
})


def number_of(label: str) -> int | None:
    """The number a label counts with: 5 of `5.`, 3 of `（三）`, 1 of `①` or `a)`; else None."""
    found = _LABEL.fullmatch(label.strip())
    if found is None:
        return None
    text = found.group(1)
    if text.isdecimal():
        return int(text)
    if text.isascii() and text.isalpha():
        return ord(text.lower()) - ord("a") + 1
    tens = _TENS.fullmatch(text)
    if tens:
        return 10 * _VALUES.get(tens.group(1), 1) + _VALUES.get(tens.group(2), 0)
    if len(text) == 1:
        number = _VALUES.get(text, unicodedata.numeric(text, None))
        return int(number) if number is not None and number == int(number) else None
    return None
