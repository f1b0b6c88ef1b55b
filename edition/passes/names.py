"""Personal names in a change of script: the surname by table, the given name by dictionary.

A surname is where dictionaries fail: 余先生 becomes 餘先生, 于某 becomes 於某. The table holds the
surnames that stay as they are, or whose Traditional form only the bearer can confirm.
"""

from __future__ import annotations

import re

KEPT = "余于范岳涂郁党种后仆征吁游干丑咸朴冲占里沈谷周姜向胡折朱系万卜曲叶"
SURNAMES: dict[str, str] = {c: c for c in KEPT if c not in "叶万"} | {
    "叶": "葉", "万": "萬", "钟": "鍾", "宁": "寧", "云": "雲",
}
"""Simplified surname → the form a person of that name nearly always writes."""
DOUBTFUL: dict[str, str] = {"钟": "鍾 or 鐘", "宁": "寧 or 甯", "后": "后 or 後", "范": "范 or 範"}
"""Surnames with two legitimate forms: only the bearer knows."""

_FOLLOWERS = (
    r"(?:某|先生|女士|小姐|同志|老师|大爷|大妈|大姐|大哥|书记|主任|镇长|县长|市长|局长|队长|"
    r"医生|校长|老汉|师傅|婆婆|奶奶|爷爷)"
)
_LEADERS = (
    r"(?:记者|通讯员|村民|居民|书记|主任|镇长|县长|局长|队长|校长|骑手|司机|志愿者|老人|"
    r"负责人|经理|教授|编辑|作者)"
)
_RISKY = "余于范岳涂郁党种后征游干丑咸朴占里钟宁"
_WORDS = (
    "余[名个万元人次户家亩件项下额]|于[是年月日此其今近前后本上下各该\\d]|范[围例本畴文]|"
    "党[员委组支建的和内费课校群派政史风]|种[植子地田养类]|后[来勤续备面天人将又]|征[收求地程集兵]|"
    "游[客玩览泳行园]|干[部活旱净群道警]|占[地用据比]|里[面程边]|宁[静愿可波夏]|钟[头表声情楼]"
)
_IN_TEXT = re.compile(
    rf"(?:(?<![\d几数多百千万十])(?!{_WORDS})(?P<a>[{_RISKY}])(?={_FOLLOWERS}))"
    rf"|(?:{_LEADERS}(?!{_WORDS})(?P<b>[{_RISKY}])(?=[\u4e00-\u9fff]))"
)


def surnames_in(text: str) -> tuple[int, ...]:
    """Offsets of surnames in running text that a dictionary would get wrong."""
    found = []
    for match in _IN_TEXT.finditer(text):
        group = "a" if match.group("a") else "b"
        found.append(match.start(group))
    return tuple(found)


def surname_starts(byline: str) -> tuple[int, ...]:
    """Offsets at which a name begins in a byline: after a bracket, a space, a 、 or a role word."""
    starts = []
    for match in re.finditer(
        r"(?:^|[（(【〔\s、／/]|记者|通讯员|记者：|摄影|文|图|编译)(?=[\u4e00-\u9fff])", byline
    ):
        starts.append(match.end())
    return tuple(dict.fromkeys(s for s in starts if s < len(byline)))
