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
_TITLES = "先生|女士|太太|小姐|老師|師傅|教授|醫生|家[人的]"
_STANDARD: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "hk": (
        (late("(?<![用窮])盡(?=快|量|早|可能|速|先)"), "儘"), (late("(?<!外)匯(?=報(?!價))"), "彙"),
        (late(
            f"(?<=黃金)周|(?<=[本上下每這那])周(?![圍邊全密身折旋朝某氏]|轉[資不困動率靈，。的]|{_TITLES})|"
            "(?<![西東殷])周(?=末(?!年(?![輕會味貨])|代)|歲|年(?!號)|期|報(?![恩國父])|"
            "[一二三四五六日][至到上早晚下中凌起的，。、；）\\s])"
        ), "週"),
        (late("簷"), "檐"), (late("霉(?=[菌素])"), "黴"),
    ),
    "tw": (
        (late(
            "帳(?=[戶號目單簿款務冊面本房齡期])|"
            "(?<=[算記結付賴查入欠轉進舊空呆壞台臺對報還討混認買總爛假掛銷轉])帳"
            "(?![篷幕子幔內中裡裏外下前])|(?<=[這那一幾]筆)帳|(?<=流水)帳"
        ), "賬"),
        (late("匯(?=豐)"), "滙"),
    ),
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


_LAID = "天蓋 滿 貨 陳 墊 展開 蓋 着 著 了 上 開 起了 起紅 紅 地毯 地板 地磚 床 設 路"
"""what is behind 店 or 商 and 鋪 where that is to lay or to spread: 酒店鋪滿鮮花, 經銷商鋪貨"""
_OF_SHOPS = (
    "滿租 貨架 貨品 貨源 貨物 貨款 陳列 陳設 了解 上新 上線 上架 上市 上門 上班 上周 上半 上個 "
    "開業 開張 開門 開設 開在 開始 開到 開放 開通 開了 開工 開店 設計 設施 設備 設有"
)
"""what begins alike and is said of shops"""
_LAYING = " ".join(
    [f"{kind}鋪{word}" for kind in "店商" for word in _LAID.split()]
    + [f"{kind}鋪{word}={kind}舖{word}" for kind in "店商" for word in _OF_SHOPS.split()]
    + ["應當鋪", "相當鋪", "當鋪設", "當鋪路", "當鋪開", "當鋪上"]
)
_NO_WEEKS = " ".join(
    [f"{side}周{word}" for side in "上下本每" for word in "圍邊身遭折旋全密轉"]
    + [f"四周{figure}" for figure in "一二三四五六日"]
    + [f"{path}一周" for path in (*"球場島湖城圈轉繞", "轉了", "繞了", "跑了")]
    + ["周六福", "西周末", "東周末", "西周年", "東周年", "殷周年", "上周到", "周報恩"]
)
"""where 周 is no week: 四周一片, 身上周圍, 繞地球一周, a jeweller, a dynasty"""


def _pairs(forms: str) -> tuple[tuple[str, str], ...]:
    """Pairs of a list; a word without another keeps its form, and those that begin alike in it."""
    halves = (form.partition("=") for form in forms.split())
    return tuple((f"hk:~{one}", other or one) for one, _, other in halves)


LISTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "hk:papers": _pairs(
        "麪=麵 説=說 户=戶 脱=脫 税=稅 温=溫 閲=閱 悦=悅 鋭=銳 兑=兌 藴=蘊 蜕=蛻 峯=峰 "
        "公佈=公布 發佈=發布 宣佈=宣布 店鋪=店舖 商鋪=商舖 鋪位=舖位 當鋪=當舖 "
        f"{_LAYING} "
        "泄漏=洩漏 泄露=洩露 外泄=外洩 發泄=發洩 宣泄=宣洩 彙集=匯集 彙總=匯總"
    ),
    "hk:opencc": _pairs(
        "群=羣 啟=啓 床=牀 簷=檐 匯報=彙報 人參=人蔘 黨參=黨蔘 海參=海蔘 "
        "盡快=儘快 盡量=儘量 盡早=儘早 盡可能=儘可能 "
        "周末=週末 周年=週年 周歲=週歲 周期=週期 周報=週報 本周=本週 上周=上週 下周=下週 "
        "每周=每週 一周=一週 兩周=兩週 三周=三週 第四周=第四週 四周後=四週後 四周內=四週內 "
        "周一=週一 周二=週二 周三=週三 周四=週四 周五=週五 周六=週六 周日=週日 "
        f"{_NO_WEEKS}"
    ),
}
"""Names that `variants` of a house may give in place of pairs, and their pairs"""
