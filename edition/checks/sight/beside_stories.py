"""What on a page is no story: spaces for advertisements and house copy, and furniture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edition.checks.sight.boxes import Box, across, centred_in
from edition.checks.sight.seen_lines import BodyType, SeenLine
from edition.checks.sight.sheet import Sheet
from edition.trade.regions import REGIONS

HEAD = 1.35
"""a line so many times the body's size is a head"""
_SIGN = frozenset({
    "广告", "公益广告", "廣告", "公益廣告",
    *(region.words.advertisement for region in REGIONS.values() if region.latin),
})
"""what a line in or beside a paid space says, and nothing else"""
_DEEP = 6
"""rows a frame without such a sign is deep at least"""
_LIKE_BODY = (0.85, HEAD)
"""sizes, times the body's, of text no display space holds"""
_WIDE = 0.75
"""share of the page's width the rule under a masthead spans"""
_UPPER = 0.65
"""share of the page's height below which no masthead ends"""

Owned = Callable[[SeenLine], bool]
"""True for a line the copy says, this the first time"""


def is_sign(line: SeenLine) -> bool:
    """True for 广告 or 公益广告 alone."""
    return line.text in _SIGN


def spaces(
    sheet: Sheet, own: Sequence[SeenLine], body: BodyType, owned: Owned | None
) -> tuple[Box, ...]:
    """Frames that hold display text or a picture and no line of a story.

    `own` are the lines of the page; `owned` is None without the copy.
    """
    found = []
    for mark in sheet.marks:
        held = [line for line in own if centred_in(line.box, mark.box)]
        signed = any(is_sign(line) for line in held)
        deep = mark.box[3] - mark.box[1] >= _DEEP * body.pitch
        if mark.kind == "rule" or not (signed or (mark.kind == "frame" and deep)):
            continue
        if owned is not None and any(owned(line) for line in held):
            continue
        if signed or _for_show(sheet, mark.box, held, body.size):
            found.append(mark.box)
    return tuple(found)


def _for_show(sheet: Sheet, box: Box, held: Sequence[SeenLine], size: float) -> bool:
    """True when a frame holds a picture or text for show, and nothing to read."""
    low, high = _LIKE_BODY
    if any(low * size < line.size < high * size for line in held):
        return False
    pictured = any(centred_in(picture, box) for picture in sheet.pictures)
    return pictured or any(line.size >= high * size for line in held)


def furniture(
    sheet: Sheet, own: Sequence[SeenLine], body: BodyType, owned: Owned | None
) -> tuple[SeenLine, ...]:
    """Lines above the stories: masthead, ears, folio. None of them is body text.

    With the copy all that stands above the first line of a story; without it what stands above
    the masthead's rule, where no line there is a story's head.
    """
    if owned is not None:
        top = max((line.y for line in own if owned(line)), default=None)
        return tuple(ln for ln in own if top is not None and ln.y > top + ln.size)
    rules = [
        mark.box[1] for mark in sheet.marks
        if mark.kind == "rule" and mark.box[2] - mark.box[0] >= _WIDE * sheet.width
        and mark.box[1] > _UPPER * sheet.height
    ]
    if not rules:
        return ()
    above = [line for line in own if line.y > max(rules)]
    headed = any(
        HEAD * body.size <= head.size < 4 * body.size and across(head.box, line.box) > 0
        and 0 < head.y - line.y < 4 * head.size
        for head in above for line in above if body.sets(line)
    )
    return () if headed else tuple(above)
