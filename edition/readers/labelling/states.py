"""What a line of copy can be in the eyes of the labeller, and which states may follow which."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class LineState(StrEnum):
    """The part a line plays on its page. The letters are those of the weights and the labels."""

    HEADLINE = "H"
    HEADLINE_MORE = "h"
    """a further line of the headline above"""
    KICKER = "K"
    DECK = "D"
    SECTION = "S"
    BYLINE_OVER = "b"
    """between heading and text"""
    BYLINE_UNDER = "B"
    """below the text it signs"""
    DATELINE = "A"
    OPENING = "p"
    """the first paragraph under a heading"""
    PARAGRAPH = "P"
    UNDER = "Q"
    """a paragraph of a story that has had a crosshead"""
    CROSSHEAD = "X"
    CROSSHEAD_MORE = "x"
    CAPTION = "C"
    CREDIT = "R"
    ITEM = "I"
    ROW = "T"
    VERSE = "V"
    NOTE = "N"
    CLOSING = "G"
    JUMP = "J"
    FURNITURE = "F"


STATES = tuple(LineState)
S = LineState
PARTS: Mapping[LineState, str] = MappingProxyType({
    S.HEADLINE: "headline", S.HEADLINE_MORE: "headline", S.KICKER: "kicker", S.DECK: "deck",
    S.SECTION: "section", S.BYLINE_OVER: "byline", S.BYLINE_UNDER: "byline",
    S.DATELINE: "dateline", S.OPENING: "paragraph", S.PARAGRAPH: "paragraph",
    S.UNDER: "paragraph", S.CROSSHEAD: "crosshead", S.CROSSHEAD_MORE: "crosshead",
    S.CAPTION: "caption", S.CREDIT: "credit", S.ITEM: "item", S.ROW: "row", S.VERSE: "verse",
    S.NOTE: "note", S.CLOSING: "closing", S.JUMP: "jump", S.FURNITURE: "furniture",
})
"""what a state is called before a reader: `as_…` in the catalogue"""
OF_PART: Mapping[str, LineState] = MappingProxyType(
    {PARTS[state]: state for state in reversed(STATES)}
)
"""the first state of every part"""
_HEADED = (S.HEADLINE, S.HEADLINE_MORE, S.DECK)
_ASIDE = (S.FURNITURE, S.JUMP)
_ALONE = (S.KICKER, S.CROSSHEAD, S.CROSSHEAD_MORE)
"""states that always stand over something"""


def may_follow(above: LineState, below: LineState) -> bool:
    """True when a line of `below` may stand right under one of `above`.

    A headline goes on only under a headline, a crosshead only under a crosshead; a deck stands
    under a headline; a kicker stands over a headline or another kicker and nothing else; under a
    crosshead stands copy, never the head of the next story; a byline below its text ends a story.
    """
    if below is S.HEADLINE_MORE:
        return above in (S.HEADLINE, S.HEADLINE_MORE)
    if below is S.CROSSHEAD_MORE:
        return above in (S.CROSSHEAD, S.CROSSHEAD_MORE)
    if below is S.UNDER:
        return above not in (*_HEADED, S.KICKER, S.SECTION, S.BYLINE_OVER, S.OPENING, S.PARAGRAPH)
    if below is S.PARAGRAPH and above in (S.UNDER, S.CROSSHEAD, S.CROSSHEAD_MORE):
        return False
    if below is S.DECK:
        return above in (*_HEADED, *_ASIDE)
    if above is S.KICKER:
        return below in (S.HEADLINE, S.KICKER, *_ASIDE)
    if above is S.BYLINE_UNDER:
        return below is not S.CROSSHEAD
    if above in (S.CROSSHEAD, S.CROSSHEAD_MORE):
        return below not in (S.HEADLINE, S.KICKER, S.SECTION, S.BYLINE_UNDER)
    if above in _HEADED:
        return below not in (S.KICKER, S.SECTION, S.CROSSHEAD, S.BYLINE_UNDER)
    return True


def may_end(state: LineState) -> bool:
    """True when a page may end with a line of `state`: nothing that stands over copy ends one."""
    return state not in _ALONE and state is not S.SECTION
