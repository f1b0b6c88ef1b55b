"""Where grammar says that copy has lost a character: asked, with a reading if there is one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.errors import Confidence, Diagnostic
from edition.model import Edition, Paragraph, plain
from edition.patterns import late
from edition.trade.words import tagged
from edition.walk import first_line

_OF_TIME = frozenset("候间代刻机期段常时长隔而不髦装光辰空尚务事节限区效速针分")
_DANGLING = frozenset("正将已曾尚颇极更最很较把被")
_SUSPECT = late(f"[的{''.join(sorted(_DANGLING))}](?:(?<=的)时|(?<!的)[，、。；])")
"""Without one of these there is nothing to ask, and no need to know the words."""


def ask_for_missing_characters(edition: Edition) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """The edition unchanged, and the places where grammar says a character is gone.

    It runs before wraps are joined, so that a question carries the line it stands in.
    """
    return edition, tuple(
        remark
        for number, story in enumerate(edition.stories, 1)
        for block in story.body if isinstance(block, Paragraph)
        for remark in _missing(block, number)
    )


def _missing(block: Paragraph, number: int) -> Iterator[Diagnostic]:
    """Grammar that cannot stand: 的时 for 的时候, an adverb before a full stop or comma."""
    text = plain(block.runs)
    if not _SUSPECT.search(text):
        return
    at = 0
    parts = tagged(text)
    for (word, flag), (after, _) in pairwise(parts):
        before, at = at, at + len(word)
        if word == "时" and text[:before].endswith("的") and after[0] not in _OF_TIME:
            yield _missing_at(block, number, text, before,
                              text[max(0, before - 4) : at] + "候" + text[at : at + 4])
        elif _dangles(word, flag, after) and _after_word(text, before):
            yield _missing_at(block, number, text, before, None)


def _dangles(word: str, flag: str, after: str) -> bool:
    """True for an adverb right before a comma or full stop."""
    return word in _DANGLING and flag == "d" and after in "，、。；"


def _after_word(text: str, at: int) -> bool:
    """True when a whole word stands before the adverb, so that 守正、 raises no question."""
    before = tagged(text[max(0, at - 6) : at])
    return bool(before) and len(before[-1][0]) > 1


def _missing_at(
    block: Paragraph, number: int, text: str, at: int, suggestion: str | None
) -> Diagnostic:
    return Diagnostic(
        "missing_character", line=first_line(block), story=number,
        text=text[max(0, at - 4) : at + 5], suggestion=suggestion,
        confidence=Confidence.PROBABLE,
    )
