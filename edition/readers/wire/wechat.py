"""Articles of WeChat accounts: where headline, author and text stand, and what is no copy in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.readers.tree.inline import CONTAINERS, line_of, text_of
from edition.readers.tree.nodes import Element

_RITUAL = re.compile(
    r"(?:点击|點擊|轻触|长按|長按|扫描|掃描|扫一扫|识别|戳).{0,16}(?:关注|關注|订阅|訂閱|二维码|二維碼|蓝字|藍字|原文"
    r"|公众号|名片|在看|收藏|星标|观看|收听).{0,16}"
    r"|(?:点|點)(?:个|個|亮|击|擊)?.{0,4}(?:在看|赞|贊).{0,20}|(?:分享|转发).{0,6}(?:朋友圈|更多人|好友).{0,8}"
    r"|(?:关注|關注)(?:我们|我們|本号|公众号).{0,10}|往期(?:推荐|推薦|精彩|回顾|回顧).{0,10}|(?:精彩|热门)(?:推荐|回顾)"
    r"|(?:喜欢|觉得不错).{0,6}(?:点|请|就).{0,16}|设为星标.{0,12}|(?:推荐|延伸)阅读|阅读原文.{0,8}"
    r"|[-—–·•\s]*(?:the\s+)?end[-—–·•\s.]*|[↑↓▲▼⬆⬇▽△]{1,5}|(?:预览|預覽).{0,12}", re.I
)
_TEXT = 30
"""characters of the shortest line that is surely text of the article"""


def wechat_body(root: Element) -> Element | None:
    """The element that holds the text of an article of WeChat; None for another page."""
    return next((e for e in root.iter() if e.get("id") == "js_content"), None)


def wechat_author(root: Element) -> str:
    """The author the page names for machines, else the first name above the text."""
    for e in root.iter("meta"):
        if e.get("property").lower() in ("og:article:author", "article:author"):
            return e.get("content")
    named = [line_of(e) for e in root.iter("span", "a", "em")
             if "rich_media_meta_text" in e.words and e.get("id") != "publish_time"]
    return next((text for text in named if text not in ("原创", "原創", "")), "")


def rituals(body: Element) -> tuple[Element, ...]:
    """Lines at the head and the foot that ask the reader to follow, to like, to share.

    Such a line between two paragraphs of the article is copy: its words alone prove nothing.
    """
    lines = list(_lines(body))
    texts = [n for n, e in enumerate(lines)
             if len(line_of(e)) >= _TEXT and not _RITUAL.fullmatch(line_of(e))]
    first, last = (texts[0], texts[-1]) if texts else (len(lines), -1)
    return tuple(
        e for n, e in enumerate(lines)
        if (n < first or n > last) and _RITUAL.fullmatch(line_of(e))
    )


def _lines(element: Element) -> Iterator[Element]:
    """The innermost blocks below an element that hold text."""
    inner = [e for e in element.elements if e.tag in CONTAINERS and text_of(e).strip()]
    if not inner and text_of(element).strip():
        yield element
    for child in inner:
        yield from _lines(child)
