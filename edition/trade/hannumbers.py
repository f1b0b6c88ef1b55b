"""Numbers written in Chinese characters, read: 二〇二六, 一千零二十四, 廿九, 壹佰."""

from __future__ import annotations

import re

_DIGITS = {
    **{sign: n for n, sign in enumerate("〇一二三四五六七八九")},
    **{sign: n for n, sign in enumerate("零壹贰叁肆伍陆柒捌玖")},
    **{sign: n for n, sign in enumerate("零壹貳參肆伍陸柒捌玖")},
    "○": 0, "Ｏ": 0, "两": 2, "兩": 2, "元": 1,
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000,
          "萬": 10_000}
_SHORT = {"廿": "二十", "卅": "三十", "卌": "四十"}
HAN_NUMERAL = f"[{''.join((*(_DIGITS.keys() - {'元', 'Ｏ'}), *_UNITS, *_SHORT))}]"
"""pattern of one character such numbers are written with"""
_LONGEST = 12


def han_number(text: str) -> int | None:
    """The number that `text` writes, in figures of any width or in Chinese characters, or None."""
    found = text.strip()
    if not found or len(found) > _LONGEST:
        return None
    if found.isdecimal():
        return int(found)
    for short, full in _SHORT.items():
        found = found.replace(short, full)
    if all(sign in _DIGITS for sign in found):
        return int("".join(str(_DIGITS[sign]) for sign in found))
    return _counted(found)


def _counted(text: str) -> int | None:
    """一千零二十四; ten to nineteen with or without the first 一."""
    if not re.fullmatch(f"[{''.join((*_DIGITS, *_UNITS))}]+", text):
        return None
    total, part, digit = 0, 0, 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif _UNITS[sign] == 10_000:
            total, part, digit = (total + part + digit) * 10_000, 0, 0
        else:
            part, digit = part + (digit or 1) * _UNITS[sign], 0
    return total + part + digit
