"""The language of the messages where nobody asked for one: that of the copy's script."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from edition.messages.texts import Lang

UNDECIDED: Lang = "zh-Hans"
"""What is spoken before the copy is read, where neither option nor locale says anything."""
_SIMPLIFIED_MARKS = frozenset(
    "们这国时说为会对过学还开实现动长种么无问样车东经点电话关书门见来让边头请进当"
    "华业员务区县农产团记报陈刘桥"
)
_TRADITIONAL_MARKS = frozenset(
    "們這國時說為會對過學還開實現動長種麼無問樣車東經點電話關書門見來讓邊頭請進當"
    "華業員務區縣農產團記報陳劉橋"
)
"""Frequent characters that differ between the scripts, each standing in one of them alone."""
_TELLING = f"[{''.join(sorted(_SIMPLIFIED_MARKS | _TRADITIONAL_MARKS))}]"
_CHINESE, _LATIN = "[\u3400-\U0010ffff]", "[a-z]"


def of_script(texts: Iterable[str]) -> Lang | None:
    """The script the copy is written in, by its frequent characters; None where none tells.

    Copy in Latin letters without a Chinese character is spoken of in English.
    """
    whole = "\n".join(texts)
    signs = Counter(re.findall(_TELLING, whole))
    simplified = sum(signs[mark] for mark in _SIMPLIFIED_MARKS)
    traditional = sum(signs[mark] for mark in _TRADITIONAL_MARKS)
    if not re.search(_CHINESE, whole) and re.search(_LATIN, whole):
        return "en"
    if simplified == traditional:
        return None
    return "zh-Hant" if traditional > simplified else "zh-Hans"
