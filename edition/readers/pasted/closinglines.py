"""Which lines close a letter or a notice: 此致, 敬礼, who signs it, the date."""

from __future__ import annotations

from collections.abc import Sequence

from edition.model import Ranged
from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.trade.bylines import own_line
from edition.trade.closings import (
    is_close,
    is_closing_date,
    is_salute,
    is_signature,
    opens_wish,
)

_SIGNERS = 4
"""lines of offices that sign one notice"""
_SIGNING = (*HEADS, LineKind.TEXT, LineKind.BYLINE)


def mark_closings(lines: Sequence[CopyLine], kinds: list[LineKind], usual: int) -> None:
    """Mark the closings of letters and notices."""
    for at, line in enumerate(lines):
        if kinds[at] not in _SIGNING or len(line.numbers) > 1:
            continue
        if is_close(line.text):
            kinds[at] = LineKind.TEXT
        elif is_salute(line.text) and at > 0:
            _close_letter(lines, kinds, at)
        elif is_closing_date(line.text):
            _close_notice(lines, kinds, at, usual)


def ranged_of(text: str) -> Ranged:
    """Where a line of a closing stands in its column."""
    if text.startswith(("此致", "此颂", "此頌")) or opens_wish(text) or is_close(text):
        return Ranged.INDENT
    return Ranged.MARGIN if is_salute(text) else Ranged.RIGHT


def _close_letter(lines: Sequence[CopyLine], kinds: list[LineKind], at: int) -> None:
    """The salute, a 祝 above it, and the signature and date below it."""
    kinds[at] = LineKind.CLOSING
    if kinds[at - 1] in _SIGNING and opens_wish(lines[at - 1].text):
        kinds[at - 1] = LineKind.CLOSING
    end = at + 1
    while end < len(lines) and end - at <= _SIGNERS and kinds[end] in _SIGNING and (
        is_signature(lines[end].text) or is_salute(lines[end].text)
    ) and (lines[end].gap == 0 or end == at + 1 or is_salute(lines[end].text)):
        end += 1
    dated = end < len(lines) and lines[end].gap <= 1 and is_closing_date(lines[end].text)
    salutes = [n for n in range(at, end) if is_salute(lines[n].text)]
    if dated:
        kinds[at : end + 1] = [LineKind.CLOSING] * (end + 1 - at)
    else:
        for place in salutes:
            kinds[place] = LineKind.CLOSING


def _close_notice(
    lines: Sequence[CopyLine], kinds: list[LineKind], at: int, usual: int
) -> None:
    """Who signs, and the date: below copy that has ended, above white, a heading or nothing."""
    below = at + 1
    if below < len(lines) and kinds[below] is LineKind.TEXT and lines[below].gap <= usual:
        return
    start = at
    while start > 0 and at - start < _SIGNERS and _signs(lines, kinds, start, at, usual):
        start -= 1
    above = start - 1
    if above < 0 or kinds[above] in (*HEADS, LineKind.DASHED):
        return
    if start == at and (lines[at].gap > usual or own_line(lines[above].text)):
        return
    if start < at and is_close(lines[above].text) and not ended(lines[above].text):
        start = above
    kinds[start : at + 1] = [LineKind.CLOSING] * (at + 1 - start)


def _signs(
    lines: Sequence[CopyLine], kinds: Sequence[LineKind], start: int, at: int, usual: int
) -> bool:
    """True when the line above `start` signs; the signature itself may stand under white."""
    text = lines[start - 1].text
    close = lines[start].gap == 0 or (start == at and lines[start].gap <= usual)
    if not close or kinds[start - 1] not in _SIGNING or text[0] in "（(【":
        return False
    return is_signature(text) and (start < 2 or lines[start - 1].gap > 0 or _over(lines, start - 2))


def _over(lines: Sequence[CopyLine], at: int) -> bool:
    """True when the line at `at` ends its copy, or signs as well."""
    text = lines[at].text
    return ended(text) or is_signature(text) or is_salute(text) or is_close(text)
