"""What a paragraph of a Word file is by its style."""

from __future__ import annotations

import re
from dataclasses import replace

from edition.model import Figure, ListBlock, ListItem, Note, PullQuote, Runs
from edition.readers.outlined.headings import CROSSHEAD_LEVEL, Above, Below, Head, Item
from edition.readers.outlined.runs import flat, one_line

_HEADINGS = {"title": 1, "标题": 1, "大标题": 1, "主标题": 1, "主题": 1}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])")
_CROSSHEADS = ("小标题", "小题", "crosshead")
_ABOVE = ("引题", "肩题", "眉题", "kicker")
_BELOW = ("副标题", "副题", "subtitle", "deck")
_QUOTES = ("quote", "intense quote", "引用", "明显引用")
_CAPTIONS = ("caption", "题注", "图注", "图片说明")
_NOTES = ("编者按", "按语")


def styled(style: str, runs: Runs, number: int) -> Item | None:
    """What a style makes of paragraph `number`; None when the style says nothing."""
    style = style.strip().lower()
    text = one_line(runs)
    heading = _HEADING.fullmatch(style)
    if style in _HEADINGS or heading:
        level = 1 + int(heading.group(1)) if heading else _HEADINGS[style]
        return Head(level, text, number)
    if style in _CROSSHEADS:
        return Head(CROSSHEAD_LEVEL, text, number)
    if style in _ABOVE:
        return Above(text, number)
    if style in _BELOW:
        return Below(text, number)
    if style in _QUOTES:
        return PullQuote(flat(runs), (number,))
    if style in _NOTES:
        return Note(flat(runs), (number,))
    return Figure(None, flat(runs), lines=(number,)) if style in _CAPTIONS else None


def outlined(level: str, runs: Runs, number: int) -> Head | None:
    """The heading that a level of Word's outline makes, 0 the highest; 9 is none."""
    if level in tuple("012345678"):
        return Head(2 + int(level), one_line(runs), number)
    return None


def add_list_item(items: list[Item], runs: Runs, label: str, level: int, number: int) -> None:
    """An item goes to the list before it: its label and its level say the rest."""
    before = items[-1] if items else None
    item = ListItem(runs, level, label, made=True)
    if isinstance(before, ListBlock):
        items[-1] = replace(before, items=(*before.items, item), lines=(*before.lines, number))
    else:
        items.append(ListBlock((item,), (number,)))
