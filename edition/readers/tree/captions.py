"""Words beside a picture: what is its caption, and who took it."""

from __future__ import annotations

import re

from edition.copy.numbering import cut_runs
from edition.model import Runs, plain
from edition.readers.tree.inline import tidied

_WHO = (
    r"(?:本[报報](?:记者|記者)?|新华社(?:记者)?|记者|記者|通讯员|通訊員|摄影[:：]?|攝影[:：]?"
    r"|图片来源[:：]|圖片來源[:：]|供图[:：]|[图圖][/／:：])?[\s\u3000]*"
    r"[\u4e00-\u9fff·]{2,6}(?:[\s\u3000、][\u4e00-\u9fff·]{2,4}){0,3}"
    r"(?:[\s\u3000]*[/／]?[\s\u3000]*(?:[摄攝]影?(?:[报報]道)?|供[图圖]))"
)
_CREDIT = re.compile(
    rf"[（(]{_WHO}[）)]。?$|(?:(?<=[。！？!?）)】\s\u3000])|^){_WHO}。?$"
)
_OPENS = re.compile(
    r"[▲△▼▽↑↓◀◁◄←▶▷►→⬆⬇]|[（(]?(?:上|下|左|右|题|題|资料|資料)?[图圖](?:[为為][:：]?|[:：]|[\d一二三四五六七八九])"
)
_LONGEST = 100
"""characters of the longest caption that only its place and its words tell"""


def split_credit(runs: Runs) -> tuple[Runs, str | None]:
    """A caption, and the photographer who is named at its end."""
    text = plain(runs)
    found = _CREDIT.search(text)
    if found is None:
        return runs, None
    kept, credit = cut_runs(runs, found.start())
    return tidied(list(kept)), plain(credit).strip()


def is_caption(text: str) -> bool:
    """True for words that by themselves say that they belong to the picture above them."""
    if len(text) > _LONGEST:
        return False
    return _OPENS.match(text) is not None or _CREDIT.search(text) is not None
