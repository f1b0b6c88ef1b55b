"""What kind of thing each line of a page is, before the lines become stories.

Four voices, in this order: furniture, position, sequence, lexicon. The shape of the text
alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.readers.pasted.asidelines import mark_asides
from edition.readers.pasted.bylinelines import BYLINE_SIGNS
from edition.readers.pasted.closinglines import mark_closings
from edition.readers.pasted.copylines import CopyLine, ended, usual_gap
from edition.readers.pasted.entrylines import mark_entries
from edition.readers.pasted.linekinds import HEADS, LineKind, follower, leader
from edition.readers.pasted.rows import mark_rows
from edition.readers.pasted.verse import mark_close_verse, mark_signed_stanzas, mark_verse
from edition.trade.bylines import glued, own_line
from edition.trade.closings import is_document_number
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import CAPTION, CREDIT, JUMP, LABEL
from edition.trade.words import spans_word

_HEAD_LENGTH = 32
_LONG_HEAD = 48
"""A headline so long is believed only where a story must begin."""
_LONGEST_HEAD = 120
_PUNCTUATED = re.compile("[，,。；;：:！!？?…]")
_DECK_LENGTH = 64
_CROSSHEAD_LENGTH = 20
_CAPTION_LENGTH = 40
_PICTURE_LENGTH = 120
_SPEECH = re.compile("[“”「」]")
_PHOTOGRAPHED = re.compile("[摄攝]|资料|資料|供[图圖]")
_SPEAKERS = re.compile("(?:问|答|問|记者|記者|主持人|[QA])\\s*[:：]")
_SHOWN = re.compile("[▲▼◀▶]|\\d{1,2}月\\d{1,2}日，|[昨近][日天]，")
"""How a caption opens that needs no other sign than the credit below it."""
_LABELLED = re.compile("【[^【】]{2,10}】")
_PICTURED = re.compile(
    "[。！”\\s\u3000（(](?:本[报報]|新华社)?(?:记者|通讯员|記者)?[\\s\u3000]*[\u4e00-\u9fff]{2,4}[\\s\u3000]*[/／]?[摄攝]影?[）)]?$"
)
_DASH = re.compile(r"[—―─－-]{2}|—")
_BRACKETS = re.compile(r"[（(〔【].*[）)〕】]")
_DANGLING = tuple("的地在和与及或将把被对向从以由并，、；：")
_CONNECTIVE = re.compile(
    r"此外|同时|目前|近年来|今年|去年|据了解|据悉|随着|为了?|通过|其中|另外|接下来|下一步|截至|"
    r"一直以来|近日|日前|昨[日天]|今[日天]"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[、.．])\S"
)


def classify(lines: Sequence[CopyLine]) -> list[LineKind]:
    """The kind of every line, with the doubtful ones settled by their neighbours."""
    kinds = [_shape(line) for line in lines]
    usual = usual_gap(lines)
    _mark_long_heads(lines, kinds)
    mark_closings(lines, kinds, usual)
    mark_rows(lines, kinds)
    mark_entries(lines, kinds, usual, signs=False)
    mark_asides(lines, kinds, usual)
    mark_entries(lines, kinds, usual, signs=True)
    _mark_captions(lines, kinds)
    mark_signed_stanzas(lines, kinds)
    mark_close_verse(lines, kinds)
    mark_verse(lines, kinds, usual)
    for at, kind in enumerate(kinds):
        if kind in (LineKind.HEAD, LineKind.MAYBE_HEAD):
            kinds[at] = _settle(lines, kinds, at, usual)
    _mark_numbers(lines, kinds)
    for at in range(1, len(kinds)):
        if any(sign(lines, kinds, at) for sign in BYLINE_SIGNS):
            kinds[at] = LineKind.BYLINE
    return kinds


def _mark_long_heads(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """A line without a mark, however long, where a story must begin and its text is parted."""
    for at in range(len(kinds) - 1):
        line, below = lines[at], lines[at + 1]
        if (
            kinds[at] is LineKind.TEXT and _LONG_HEAD < len(line.text) <= _LONGEST_HEAD
            and len(line.numbers) == 1 and not _PUNCTUATED.search(line.text)
            and leader(kinds, at) in (None, LineKind.BYLINE, LineKind.CREDIT)
            and kinds[at + 1] is LineKind.TEXT and (below.gap > 0 or below.indented)
            and ended(below.text)
        ):
            kinds[at] = LineKind.HEAD


def _mark_numbers(lines: Sequence[CopyLine], kinds: list[LineKind]) -> None:
    """The number of a document stands under its title, or over it; elsewhere it is copy."""
    for at, line in enumerate(lines):
        if kinds[at] not in (*HEADS, LineKind.TEXT) or not is_document_number(line.text):
            continue
        if at > 0 and kinds[at - 1] is LineKind.HEAD:
            kinds[at] = LineKind.DASHED
        else:
            over = at + 1 < len(kinds) and kinds[at + 1] is LineKind.HEAD
            opens = leader(kinds, at) in (None, LineKind.BYLINE, LineKind.CREDIT, LineKind.CLOSING)
            kinds[at] = LineKind.HEAD if over and opens else LineKind.TEXT


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
    if text.endswith(_DANGLING) or _BRACKETS.fullmatch(text) or not _speaks(text):
        return LineKind.TEXT
    if len(text) > _HEAD_LENGTH or any(mark in text for mark in "，,？！?!…、"):
        return LineKind.MAYBE_HEAD
    return LineKind.HEAD if not text.endswith(".") else LineKind.TEXT


def _speaks(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _settle(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int, usual: int) -> LineKind:
    """A heading stands before copy: never last, before a byline only if copy follows that."""
    after = follower(kinds, at)
    if after is LineKind.BYLINE and _heads_a_signed_story(lines, kinds, at):
        return LineKind.HEAD
    if after is None or after in (LineKind.BYLINE, LineKind.CREDIT):
        return LineKind.TEXT if leader(kinds, at) is not None else LineKind.HEAD
    if _goes_on(lines, kinds, at):
        return LineKind.TEXT
    if len(lines[at].text) > _HEAD_LENGTH and not _must_open(lines, kinds, at, usual):
        return LineKind.TEXT
    if kinds[at] is LineKind.HEAD:
        return LineKind.HEAD
    if _is_opening(lines, kinds, at, usual):
        return LineKind.TEXT if _seam(lines, kinds, at) else LineKind.HEAD
    return LineKind.HEAD if _is_crosshead(lines, kinds, at) else LineKind.TEXT


def _must_open(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int, usual: int) -> bool:
    """True at the head of the page, after a byline, or where a dateline or byline follows."""
    if leader(kinds, at) in (None, LineKind.BYLINE, LineKind.CREDIT):
        return True
    below = at + 1
    while below < len(kinds) and kinds[below] in (LineKind.FURNITURE, LineKind.JUMP):
        below += 1
    if below == len(kinds):
        return False
    return (
        kinds[below] is LineKind.BYLINE or dateline_of(lines[below].text) is not None
        or (lines[at].gap > max(usual, 0) and len(lines[below].text) > len(lines[at].text))
    )


def _heads_a_signed_story(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """标题 / 本报记者 某某 / 正文: a heading whose byline stands between it and its copy."""
    below = at + 1
    passed = (LineKind.FURNITURE, LineKind.JUMP, LineKind.BYLINE)
    while below < len(kinds) and kinds[below] in passed:
        below += 1
    if below >= len(kinds) or kinds[below] is not LineKind.TEXT or _goes_on(lines, kinds, at):
        return False
    if len(lines[below].text) <= len(lines[at].text):
        return False
    above = leader(kinds, at)
    return above is not LineKind.TEXT or ended(lines[at - 1].text) or lines[at].gap > 0


def _goes_on(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """True when the text before it has not ended: a heading never stands inside a sentence."""
    if at == 0 or kinds[at - 1] is not LineKind.TEXT or ended(lines[at - 1].text):
        return False
    if kinds[at] is LineKind.MAYBE_HEAD:
        return True
    before = lines[at - 1].text
    return before.endswith(_DANGLING[:-2]) or spans_word(before, lines[at].text)


def _is_opening(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int, usual: int) -> bool:
    """True where a story may begin: after a byline, unusual white, or another heading."""
    if lines[at].gap > max(usual, 0) and at > 0:
        return True
    above = leader(kinds, at)
    if above in (None, LineKind.BYLINE, LineKind.HEAD, LineKind.DASHED, LineKind.CREDIT):
        return True
    before = at - 1
    while before >= 0 and kinds[before] in (LineKind.FURNITURE, LineKind.JUMP):
        before -= 1
    return before >= 0 and glued(lines[before].text) is not None


def _is_crosshead(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """Between paragraphs only a line of balanced halves, or a numbered one, is a heading."""
    text = lines[at].text
    if len(text) > _CROSSHEAD_LENGTH or _CONNECTIVE.match(text) or _seam(lines, kinds, at):
        return False
    if _NUMBERED.match(text):
        return True
    if text[-1] in "？！?!":
        return text[0] not in "“「‘『" and at > 0 and len(lines[at - 1].text) > 2 * len(text)
    halves = re.split("[，,]", text)
    return len(halves) == 2 and abs(len(halves[0]) - len(halves[1])) <= 2


def _seam(lines: Sequence[CopyLine], kinds: Sequence[LineKind], at: int) -> bool:
    """True when the line runs on into the next one, as a cut paragraph does."""
    if at + 1 >= len(lines) or kinds[at + 1] not in (LineKind.TEXT, LineKind.MAYBE_HEAD):
        return False
    if ended(lines[at].text):
        return False
    return spans_word(lines[at].text, lines[at + 1].text)
