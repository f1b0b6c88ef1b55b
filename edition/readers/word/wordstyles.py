"""What a paragraph of a Word file is: by its style, and where no style speaks, by its looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edition.errors import Confidence, Diagnostic
from edition.model import (
    Figure,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    PullQuote,
    Runs,
    spelled,
)
from edition.readers.outlined.headings import Above, Below, Head, Item
from edition.readers.outlined.runs import flat

CROSSHEAD_LEVEL = 20
"""level of a heading that only parts a story: below Heading 1 … 9"""
_HEADINGS = {"title": 1, "标题": 1, "大标题": 1, "主标题": 1, "主题": 1}
_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])")
_CROSSHEADS = ("小标题", "小题", "crosshead")
_ABOVE = ("引题", "肩题", "眉题", "kicker")
_BELOW = ("副标题", "副题", "subtitle", "deck")
_QUOTES = ("quote", "intense quote", "引用", "明显引用")
_CAPTIONS = ("caption", "题注", "图注", "图片说明")
_NOTES = ("编者按", "按语")
_HEADLINE, _CROSSHEAD = 40, 20
"""characters of the longest line taken for one without a style"""
_ENDS = tuple("。！？；，：.!?;,:")


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph without a style looks."""

    bold: bool = False
    centred: bool = False
    opens: bool = False
    """at the head of a page, a section or a frame"""
    framed: bool = False
    """at the head of a cell or a box that only places its words"""


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


def one_line(runs: Runs) -> str:
    """The words of a heading: readings behind their words, no marks of notes."""
    return " ".join(spelled(tuple(run for run in runs if run.note is None)).split())


def add_caption(items: list[Item], caption: Figure) -> None:
    """A caption goes to the picture before it that has none, else it stands alone."""
    before = items[-1] if items else None
    if isinstance(before, Figure) and before.src and not before.caption:
        items[-1] = replace(
            before, caption=caption.caption, lines=(*before.lines, *caption.lines)
        )
    else:
        items.append(caption)


def add_list_item(items: list[Item], runs: Runs, label: str, level: int, number: int) -> None:
    """An item goes to the list before it: its label and its level say the rest."""
    before = items[-1] if items else None
    item = ListItem(runs, level, label, made=True)
    if isinstance(before, ListBlock):
        items[-1] = replace(before, items=(*before.items, item), lines=(*before.lines, number))
    else:
        items.append(ListBlock((item,), (number,)))


def guess_headings(
    items: list[Item], looks: Mapping[int, Look], name: str
) -> tuple[list[Item], list[Diagnostic]]:
    """Headlines and crossheads by their looks, where no style names any; each is asked for.

    `looks` holds paragraphs without a style by their number. The first paragraph may be a
    headline, and the first of a later page, section or frame.
    """
    if any(isinstance(item, Head) for item in items):
        return items, []
    first = next((at for at, item in enumerate(items) if not isinstance(item, Above)), len(items))
    heads = {at for at in range(len(items)) if _heads(items, at, looks, first=at == first)}
    if first not in heads:
        return items, []
    if not _look(items[first], looks).framed:
        # A box beside running text begins no story: what stands behind it is not its own.
        heads = {at for at in heads if not _look(items[at], looks).framed}
    done: list[Item] = []
    remarks: list[Diagnostic] = []
    for at, item in enumerate(items):
        bold = at > min(heads) and _look(item, looks).bold
        if isinstance(item, Paragraph) and at in heads:
            done.append(Head(1, _line(item), item.lines[0]))
            remarks.append(_guess("headline_guessed", item, name))
        elif isinstance(item, Paragraph) and bold and _is_short(item, _CROSSHEAD):
            done.append(Head(CROSSHEAD_LEVEL, _line(item), item.lines[0]))
            remarks.append(_guess("crosshead_guessed", item, name))
        else:
            done.append(item)
    return done, remarks


def _look(item: Item, looks: Mapping[int, Look]) -> Look:
    return looks.get(item.lines[0], Look()) if isinstance(item, Paragraph) else Look()


def _heads(items: list[Item], at: int, looks: Mapping[int, Look], *, first: bool) -> bool:
    """True for a short paragraph that looks like a headline and has something below it."""
    item, look = items[at], _look(items[at], looks)
    if not isinstance(item, Paragraph) or not (first or look.opens) or at + 1 >= len(items):
        return False
    if not _is_short(item, _HEADLINE):
        return False
    below = items[at + 1]
    running = isinstance(below, Paragraph) and _line(below).endswith(tuple("。！？”……"))
    return ((look.bold or look.centred) and (first or running)) or (look.framed and running)


def _is_short(paragraph: Paragraph, limit: int) -> bool:
    text = _line(paragraph)
    return 0 < len(text) <= limit and not text.endswith(_ENDS) and text[0] not in "（(【"


def _line(paragraph: Paragraph) -> str:
    return one_line(paragraph.runs)


def _guess(kind: str, paragraph: Paragraph, name: str) -> Diagnostic:
    return Diagnostic(
        kind, {}, paragraph.lines[0], text=_line(paragraph), confidence=Confidence.PROBABLE,
        source=name,
    )
