"""What kind of thing each line of a page is, before the lines become stories.

Four voices, in this order: furniture, position, sequence, lexicon. The shape of the text
alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from edition.readers.bylines import bare_names, dateline_of, glued, own_line
from edition.readers.lexicon import CAPTION, CREDIT, FURNITURE, JUMP, LABEL
from edition.readers.pages import Line, ended, usual_gap
from edition.words import spans_word

_HEAD_LENGTH = 32
_DECK_LENGTH = 64
_CROSSHEAD_LENGTH = 20
_VERSES = 3
_VERSE_LENGTH = 20
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


class Kind(StrEnum):
    """The kinds of line."""

    FURNITURE = "furniture"
    JUMP = "jump"
    BYLINE = "byline"
    CREDIT = "credit"
    CAPTION = "caption"
    LABEL = "label"
    HEAD = "head"
    DASHED = "dashed"
    """A heading opened by a dash: a deck."""
    MAYBE_HEAD = "maybe_head"
    """A heading only if its place says so."""
    VERSE = "verse"
    """A line set close under another where the copy parts all paragraphs by white."""
    TEXT = "text"


def classify(lines: Sequence[Line]) -> list[Kind]:
    """The kind of every line, with the doubtful ones settled by their neighbours."""
    kinds = [_shape(line) for line in lines]
    usual = usual_gap(lines)
    _mark_verse(lines, kinds, usual)
    for at, kind in enumerate(kinds):
        if kind in (Kind.HEAD, Kind.MAYBE_HEAD):
            kinds[at] = _settle(lines, kinds, at, usual)
    for at in range(1, len(kinds)):
        if (kinds[at] is Kind.HEAD and kinds[at - 1] is Kind.TEXT and _follower(kinds, at) in (
            None, Kind.HEAD, Kind.DASHED,
        ) and bare_names(lines[at].text)) or _signs_below(lines, kinds, at):
            kinds[at] = Kind.BYLINE
    return kinds


def _mark_verse(lines: Sequence[Line], kinds: list[Kind], usual: int) -> None:
    """Three or more short lines without white between them, in copy that parts its paragraphs."""
    if usual == 0:
        return
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and lines[at].gap == 0:
            continue
        run = range(start, at)
        if len(run) >= _VERSES and all(_like_verse(lines[n], kinds[n]) for n in run):
            for n in run:
                kinds[n] = Kind.VERSE
        start = at


def _like_verse(line: Line, kind: Kind) -> bool:
    plain_kinds = (Kind.HEAD, Kind.MAYBE_HEAD, Kind.TEXT, Kind.DASHED)
    return kind in plain_kinds and len(line.text) <= _VERSE_LENGTH


def _signs_below(lines: Sequence[Line], kinds: Sequence[Kind], at: int) -> bool:
    """A name of three characters alone between headline and copy: the author."""
    return (
        kinds[at] is Kind.HEAD
        and kinds[at - 1] is Kind.HEAD
        and len("".join(lines[at].text.split())) == 3
        and _follower(kinds, at) in (Kind.TEXT, Kind.VERSE)
        and bare_names(lines[at].text) is not None
    )


def _shape(line: Line) -> Kind:
    text = line.text
    if len(line.numbers) > 1:
        return Kind.TEXT
    if len(text) <= 120 and JUMP.fullmatch(text):
        return Kind.JUMP
    if own_line(text) is not None:
        return Kind.BYLINE
    if len(text) <= 120 and "。" not in text and FURNITURE.fullmatch(text):
        return Kind.FURNITURE
    if len(text) <= 120 and CAPTION.match(text):
        return Kind.CAPTION
    if len(text) <= 40 and CREDIT.fullmatch(text):
        return Kind.CREDIT
    if LABEL.match(text):
        return Kind.LABEL
    if len(text) <= _DECK_LENGTH and _DASH.match(text) and "。" not in text:
        return Kind.DASHED
    return _head_shape(text)


def _head_shape(text: str) -> Kind:
    if len(text) > _HEAD_LENGTH or "。" in text or "；" in text or dateline_of(text):
        return Kind.TEXT
    if text.endswith(_DANGLING) or _BRACKETS.fullmatch(text) or not _speaks(text):
        return Kind.TEXT
    if any(mark in text for mark in "，,？！?!…、"):
        return Kind.MAYBE_HEAD
    return Kind.HEAD if not text.endswith(".") else Kind.TEXT


def _speaks(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _settle(lines: Sequence[Line], kinds: Sequence[Kind], at: int, usual: int) -> Kind:
    """A heading stands before copy: never last, before a byline only if copy follows that."""
    after = _follower(kinds, at)
    if after is Kind.BYLINE and _heads_a_signed_story(lines, kinds, at):
        return Kind.HEAD
    if after is None or after in (Kind.BYLINE, Kind.CREDIT):
        return Kind.TEXT if _leader(kinds, at) is not None else Kind.HEAD
    if _goes_on(lines, kinds, at):
        return Kind.TEXT
    if kinds[at] is Kind.HEAD:
        return Kind.HEAD
    if _is_opening(lines, kinds, at, usual):
        return Kind.TEXT if _seam(lines, kinds, at) else Kind.HEAD
    return Kind.HEAD if _is_crosshead(lines, kinds, at) else Kind.TEXT


def _heads_a_signed_story(lines: Sequence[Line], kinds: Sequence[Kind], at: int) -> bool:
    """标题 / 本报记者 某某 / 正文: a heading whose byline stands between it and its copy."""
    below = at + 1
    while below < len(kinds) and kinds[below] in (Kind.FURNITURE, Kind.JUMP, Kind.BYLINE):
        below += 1
    if below >= len(kinds) or kinds[below] is not Kind.TEXT or _goes_on(lines, kinds, at):
        return False
    if len(lines[below].text) <= len(lines[at].text):
        return False
    leader = _leader(kinds, at)
    return leader is not Kind.TEXT or ended(lines[at - 1].text) or lines[at].gap > 0


def _goes_on(lines: Sequence[Line], kinds: Sequence[Kind], at: int) -> bool:
    """True when the text before it has not ended: a heading never stands inside a sentence."""
    if at == 0 or kinds[at - 1] is not Kind.TEXT or ended(lines[at - 1].text):
        return False
    if kinds[at] is Kind.MAYBE_HEAD:
        return True
    before = lines[at - 1].text
    return before.endswith(_DANGLING[:-2]) or spans_word(before, lines[at].text)


def _is_opening(lines: Sequence[Line], kinds: Sequence[Kind], at: int, usual: int) -> bool:
    """True where a story may begin: after a byline, unusual white, or another heading."""
    if lines[at].gap > max(usual, 0) and at > 0:
        return True
    leader = _leader(kinds, at)
    if leader in (None, Kind.BYLINE, Kind.HEAD, Kind.DASHED, Kind.CREDIT):
        return True
    before = at - 1
    while before >= 0 and kinds[before] in (Kind.FURNITURE, Kind.JUMP):
        before -= 1
    return before >= 0 and glued(lines[before].text) is not None


def _is_crosshead(lines: Sequence[Line], kinds: Sequence[Kind], at: int) -> bool:
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


def _seam(lines: Sequence[Line], kinds: Sequence[Kind], at: int) -> bool:
    """True when the line runs on into the next one, as a cut paragraph does."""
    if at + 1 >= len(lines) or kinds[at + 1] not in (Kind.TEXT, Kind.MAYBE_HEAD):
        return False
    if ended(lines[at].text):
        return False
    return spans_word(lines[at].text, lines[at + 1].text)


def _leader(kinds: Sequence[Kind], at: int) -> Kind | None:
    before = at - 1
    while before >= 0 and kinds[before] in (Kind.FURNITURE, Kind.JUMP):
        before -= 1
    return kinds[before] if before >= 0 else None


def _follower(kinds: Sequence[Kind], at: int) -> Kind | None:
    after = at + 1
    while after < len(kinds) and kinds[after] in (Kind.FURNITURE, Kind.JUMP):
        after += 1
    return kinds[after] if after < len(kinds) else None
