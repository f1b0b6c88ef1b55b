"""What a paragraph of a Word file is: by its style, and where no style speaks, by its looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from edition.errors import Confidence, Diagnostic
from edition.model import Figure, ListBlock, Note, Paragraph, PullQuote, Runs, listed, plain
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


def styled(style: str, runs: Runs, number: int) -> Item | None:
    """What a style makes of paragraph `number`; None when the style says nothing."""
    style = style.strip().lower()
    text = " ".join(plain(runs).split())
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


def add_caption(items: list[Item], caption: Figure) -> None:
    """A caption goes to the picture before it that has none, else it stands alone."""
    before = items[-1] if items else None
    if isinstance(before, Figure) and before.src and not before.caption:
        items[-1] = replace(
            before, caption=caption.caption, lines=(*before.lines, *caption.lines)
        )
    else:
        items.append(caption)


def add_list_item(items: list[Item], runs: Runs, ordered: bool, number: int) -> None:
    """An item goes to the list before it when both are numbered or both are not."""
    before = items[-1] if items else None
    if isinstance(before, ListBlock) and (before.items[0].label != "•") == ordered:
        more = listed((runs,), ordered=ordered, start=len(before.items) + 1)
        items[-1] = replace(before, items=before.items + more, lines=(*before.lines, number))
    else:
        items.append(ListBlock(listed((runs,), ordered=ordered), (number,)))


def guess_headings(
    items: list[Item], looks: Mapping[int, Look], name: str
) -> tuple[list[Item], list[Diagnostic]]:
    """Headline and crossheads by their looks, where no style names any; each is asked for.

    `looks` holds paragraphs without a style by their number.
    """
    first = items[0] if items else None
    if any(isinstance(item, Head) for item in items) or not isinstance(first, Paragraph):
        return items, []
    seen = looks.get(first.lines[0], Look())
    if not (seen.bold or seen.centred) or not _is_short(first, _HEADLINE) or len(items) < 2:
        return items, []
    done: list[Item] = [Head(1, _line(first), first.lines[0])]
    remarks = [_guess("headline_guessed", first, name)]
    for item in items[1:]:
        bold = isinstance(item, Paragraph) and looks.get(item.lines[0], Look()).bold
        if isinstance(item, Paragraph) and bold and _is_short(item, _CROSSHEAD):
            done.append(Head(CROSSHEAD_LEVEL, _line(item), item.lines[0]))
            remarks.append(_guess("crosshead_guessed", item, name))
        else:
            done.append(item)
    return done, remarks


def _is_short(paragraph: Paragraph, limit: int) -> bool:
    text = _line(paragraph)
    return len(text) <= limit and not text.endswith(_ENDS) and text[0] not in "（(【"


def _line(paragraph: Paragraph) -> str:
    return " ".join(plain(paragraph.runs).split())


def _guess(kind: str, paragraph: Paragraph, name: str) -> Diagnostic:
    return Diagnostic(
        kind, {}, paragraph.lines[0], text=_line(paragraph), confidence=Confidence.PROBABLE,
        source=name,
    )
