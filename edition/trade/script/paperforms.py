"""What the papers of a region print where OpenCC's table for it has another form.

Counted in their news (docs/traditional.md). What nine places in ten and more print, and readers of
the region write, is the default; the rest is a list that a house asks for by its name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from edition.patterns import late

_ALWAYS: Mapping[str, tuple[str, str]] = {
    "hk": ("羣啓牀檐黴蔘", "群啟床簷霉參"), "tw": ("賬滙", "帳匯"),
}
"""OpenCC's characters, and those printed in their place whatever the word"""
_WEEK = late("週(?!刊(?![登載發]))")
"""any 週 but that of magazines, which Hong Kong prints 周"""
_IN_WORDS = ((late("儘(?=快|量|早|可能|速|先)"), "盡"), (late("彙(?=報)"), "匯"))
"""the same of Hong Kong where the word tells"""
_STANDARD: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "hk": (
        (late("(?<!用)盡(?=快|量|早|可能|速|先)"), "儘"), (late("(?<!外)匯(?=報(?!價))"), "彙"),
        (late(
            "(?<=[本上下每這那])周(?![圍邊全密身折旋])|"
            "周(?=[末歲年期報]|[一二三四五六日][至到上早晚下中凌起的，。、；）\\s])"
        ), "週"),
        (late("簷"), "檐"), (late("霉(?=[菌素])"), "黴"),
    ),
    "tw": ((late("(?<![蚊營床幔幃帷軍羅紗])帳(?![篷幕子幔])"), "賬"), (late("匯(?=豐)"), "滙")),
}
"""the way back to OpenCC's own standard, where what is printed stands for two characters"""


def printed_characters(text: str, place: str) -> str:
    """A text of OpenCC's table for a place (`hk`, `tw`) with the characters its papers print."""
    for form, printed in zip(*_ALWAYS.get(place, ("", "")), strict=True):
        text = text.replace(form, printed)
    return _WEEK.sub("周", text) if place == "hk" and "週" in text else text


def printed_words(text: str) -> str:
    """A text of Hong Kong with the words in which its papers print another character."""
    for pattern, printed in _IN_WORDS:
        text = pattern.sub(printed, text)
    return text


def in_standard(text: str, place: str) -> str:
    """Copy of a place with OpenCC's forms where it prints one character for two."""
    for pattern, form in _STANDARD.get(place, ()):
        text = pattern.sub(form, text)
    return text


def _pairs(forms: str) -> tuple[tuple[str, str], ...]:
    halves = (form.partition("=") for form in forms.split())
    return tuple((f"hk:~{one}", other) for one, _, other in halves)


LISTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "hk:papers": _pairs(
        "麪=麵 説=說 户=戶 脱=脫 税=稅 温=溫 閲=閱 悦=悅 鋭=銳 兑=兌 藴=蘊 蜕=蛻 峯=峰 "
        "公佈=公布 發佈=發布 宣佈=宣布 店鋪=店舖 商鋪=商舖 鋪位=舖位 當鋪=當舖 "
        "店鋪設=店鋪設 商鋪設=商鋪設 商鋪路=商鋪路 "
        "泄漏=洩漏 泄露=洩露 外泄=外洩 發泄=發洩 宣泄=宣洩 彙集=匯集 彙總=匯總"
    ),
    "hk:opencc": _pairs(
        "群=羣 啟=啓 床=牀 簷=檐 匯報=彙報 人參=人蔘 黨參=黨蔘 海參=海蔘 "
        "盡快=儘快 盡量=儘量 盡早=儘早 盡可能=儘可能 "
        "周末=週末 周年=週年 周歲=週歲 周期=週期 周報=週報 本周=本週 上周=上週 下周=下週 "
        "每周=每週 一周=一週 兩周=兩週 三周=三週 四周=四週 周一=週一 周二=週二 周三=週三 "
        "周四=週四 周五=週五 周六=週六 周日=週日"
    ),
}
"""Names that `variants` of a house may give in place of pairs, and their pairs"""
