"""What certain rules of the trade hold the lines of a page for, before the labeller reads it.

Rows, entries, verse, closings, furniture and jump lines are told by form and place together. What
is a heading, a paragraph or a byline they only suggest: that is decided for the whole page at once
(`readers/labelling`).
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.patterns import late
from edition.readers.pasted.asidelines import mark_asides
from edition.readers.pasted.closinglines import mark_closings
from edition.readers.pasted.copylines import CopyLine, ended, usual_gap
from edition.readers.pasted.entrylines import mark_entries
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.readers.pasted.rows import mark_rows
from edition.readers.pasted.verse import (
    mark_close_verse,
    mark_marked_poems,
    mark_signed_stanzas,
    mark_verse,
)
from edition.trade.bylines import own_line
from edition.trade.closings import is_document_number
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import CAPTION, CREDIT, JUMP, LABEL, UNENDED

_HEAD_LENGTH = 32
_LONG_HEAD = 48
"""characters of the longest line that may have the shape of a heading"""
_DECK_LENGTH = 64
_CAPTION_LENGTH = 40
_PICTURE_LENGTH = 120
_SPEECH = late("[“”「」]")
_PHOTOGRAPHED = late("[摄攝]|资料|資料|供[图圖]")
_SPEAKERS = late("(?:问|答|問|记者|記者|主持人|[QA])\\s*[:：]")
_SHOWN = late("[▲▼◀▶]|\\d{1,2}月\\d{1,2}日，|[昨近][日天]，")
"""How a caption opens that needs no other sign than the credit below it."""
_LABELLED = late("【[^【】]{2,10}】")
_PICTURED = late(
    "[。！”\\s\u3000（(](?:本[报報]|新华社)?(?:记者|通讯员|記者)?[\\s\u3000]*[\u4e00-\u9fff]{2,4}[\\s\u3000]*[/／]?[摄攝]影?[）)]?$"
)
_DASH = late(r"[—―─－-]{2}|—")
_BRACKETS = late(r"[（(〔【].*[）)〕】]")


def signs(lines: Sequence[CopyLine]) -> list[LineKind]:
    """What form and place say of every line."""
    kinds = [_shape(line) for line in lines]
    usual = usual_gap(lines)
    mark_rows(lines, kinds)
    mark_entries(lines, kinds, usual, signs=False)
    mark_closings(lines, kinds, usual)
    mark_asides(lines, kinds, usual)
    mark_entries(lines, kinds, usual, signs=True)
    mark_marked_poems(lines, kinds)
    _mark_captions(lines, kinds)
    mark_signed_stanzas(lines, kinds)
    mark_close_verse(lines, kinds)
    mark_verse(lines, kinds, usual)
    return kinds


def _mark_captions(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """A short line right above a photographer's credit is what the picture shows."""
    for at in range(1, len(kinds)):
        above, credit = lines[at - 1], lines[at]
        if (
            kinds[at] is LineKind.CREDIT and kinds[at - 1] in (*HEADS, LineKind.TEXT)
            and len(above.text) <= _CAPTION_LENGTH and credit.gap <= above.gap
            and _PHOTOGRAPHED.search(credit.text) and "。" not in credit.text
            and "。" not in above.text[:-1] and not _SPEECH.search(above.text)
            and (at == 1 or _SHOWN.match(above.text) or kinds[at - 2] not in (*HEADS, LineKind.TEXT)
                 or (kinds[at - 2] is LineKind.TEXT and ended(lines[at - 2].text)))
        ):
            kinds[at - 1] = LineKind.CAPTION


def _shape(line: CopyLine) -> LineKind:
    text = line.text
    if len(line.numbers) > 1:
        return LineKind.TEXT
    if len(text) <= 120 and JUMP.fullmatch(text):
        return LineKind.JUMP
    if own_line(text) is not None:
        return LineKind.BYLINE
    if len(text) <= 120 and CAPTION.match(text):
        return LineKind.CAPTION
    if len(text) <= 40 and CREDIT.fullmatch(text):
        return LineKind.CREDIT
    if len(text) <= _PICTURE_LENGTH and _PICTURED.search(text) and dateline_of(text) is None:
        return LineKind.CAPTION
    if is_document_number(text):
        return LineKind.TEXT
    if LABEL.match(text):
        return LineKind.LABEL
    if _SPEAKERS.match(text):
        return LineKind.TEXT
    if _LABELLED.fullmatch(text):
        return LineKind.HEAD
    if len(text) <= _DECK_LENGTH and _DASH.match(text) and "。" not in text:
        return LineKind.DASHED
    return _head_shape(text)


def _head_shape(text: str) -> LineKind:
    if len(text) > _LONG_HEAD or "。" in text or "；" in text or dateline_of(text):
        return LineKind.TEXT
    if text.endswith(UNENDED) or _BRACKETS.fullmatch(text) or not _speaks(text):
        return LineKind.TEXT
    if len(text) > _HEAD_LENGTH or any(mark in text for mark in "，,？！?!…、"):
        return LineKind.MAYBE_HEAD
    return LineKind.HEAD if not text.endswith(".") else LineKind.TEXT


def _speaks(text: str) -> bool:
    return any(character.isalnum() for character in text)
