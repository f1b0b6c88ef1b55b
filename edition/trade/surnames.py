"""Surnames in a change of script: by table; the given name is left to the dictionary.

A surname is where dictionaries fail: 余先生 becomes 餘先生, 于某 becomes 於某. The table holds the
surnames that stay as they are, or whose Traditional form only the bearer can confirm. In running
text a surname must prove itself, for a word wrongly taken for a name stays Simplified.
"""

from __future__ import annotations

import re

from edition.patterns import late

KEPT = "余于范岳涂郁党种后仆征吁游干丑咸朴冲占里沈谷周姜向胡折朱系卜曲"
TRADITIONAL: dict[str, str] = {c: c for c in KEPT} | {
    "叶": "葉", "万": "萬", "钟": "鍾", "宁": "寧", "云": "雲",
}
"""Simplified surname → the form a person of that name nearly always writes."""
DOUBTFUL: dict[str, tuple[str, str]] = {
    "钟": ("鍾", "鐘"), "宁": ("寧", "甯"), "后": ("后", "後"), "范": ("范", "範"),
}
"""Surnames with two legitimate forms: only the bearer knows."""

_HAN = "[\u4e00-\u9fff]"
_LIKELY = "余范岳涂郁钟宁朴"
"""Surnames that are seldom a word of their own; a title after them is enough."""
_UNLIKELY = "于党种后仆征吁游干丑咸冲占里"
"""Surnames that are mostly a verb, a particle or a place: they need an edge before them."""
_PERSON = r"(?:某(?![种些个一项类])|先生|女士)"
_TITLE = (
    r"(?:小姐|同志|老师|大爷|大妈|大姐|大哥|书记|主任|镇长|县长|市长|局长|队长|"
    r"医生|校长|老汉|师傅|婆婆|奶奶|爷爷)"
)
_LEADER = (
    r"(?:记者|通讯员|村民|居民|书记|主任|镇长|县长|局长|队长|校长|骑手|司机|志愿者|老人|"
    r"负责人|经理|教授|编辑|作者)"
)
_SPEECH = r"(?:说|介绍|告诉|表示|坦言|感慨|回忆|笑着|笑道|报道|摄)"
_WORD_BEFORE = r"(?<![\d几数多百千万十课业其剩残盈工结规示典模师防浓忧抑糊分点时秒闹质淳简俭纯古])"
_WORD = (
    "余[名个万元人次户家亩件项下额粮款热钱生音力温波震光晖地]|"
    "于[是年月日此其今近前后本上下各该昨当现会第\\d]|于(?:凌晨|清晨|深夜|傍晚|早晨|晚间)|"
    "范[围例本畴文]|党建(?!国)|党[员委组支的和内费课校群派政史风]|种[植子地田养类种]|"
    "后[来勤续备面天人将又代期]|征[收求地程集兵]|游[客玩览泳行园]|干[部活旱净群道警]|"
    "占[地用据比]|里[面程边]|宁[静愿可波夏]|钟[头表声情楼爱]|涂[写改抹鸦料了上成]|郁[郁闷]|"
    "朴[实素质]|岳[父母]"
)
_IN_TEXT = late(
    "|".join(
        (
            rf"{_WORD_BEFORE}(?!{_WORD})[{_LIKELY}](?={_PERSON}|{_TITLE})",
            rf"(?:^|(?<!{_HAN})|(?<=[和与跟]))(?!{_WORD})[{_UNLIKELY}](?={_PERSON})",
            rf"(?:^|(?<!{_HAN}))(?!{_WORD})[于党游](?={_TITLE})",
            rf"{_LEADER}(?!{_WORD})[{_LIKELY}](?={_HAN})",
            rf"{_LEADER}(?!{_WORD})[{_UNLIKELY}](?={_PERSON})",
            rf"{_LEADER}(?!{_WORD})[于党游](?={_TITLE})",
            rf"{_LEADER}(?!{_WORD})[{_UNLIKELY}](?={_HAN}{{1,2}}{_SPEECH})",
            rf"(?:记者|通讯员)(?!{_WORD})[{_UNLIKELY}](?={_HAN}{{1,2}}(?:[\s、，）)]|$))",
        )
    )
)
"""Each way a surname proves itself; the surname is the last character of the match."""


def surnames_in(text: str) -> tuple[int, ...]:
    """Offsets of surnames in running text that a dictionary would get wrong."""
    return tuple(match.end() - 1 for match in _IN_TEXT.finditer(text))


def surname_starts(byline: str) -> tuple[int, ...]:
    """Offsets at which a name begins in a byline: after a bracket, a space, a 、 or a role word."""
    starts = []
    for match in re.finditer(
        r"(?:^|[（(【〔\s、／/：:]|记者|通讯员|摄影|文|图|编译)(?=[\u4e00-\u9fff])", byline
    ):
        starts.append(match.end())
    return tuple(dict.fromkeys(s for s in starts if s < len(byline)))
