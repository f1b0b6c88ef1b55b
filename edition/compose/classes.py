"""Character classes and widths in em, by region.

CLREQ #glyphs_sizes_and_positions_in_character_faces_of_punctuation_marks and
#h-punctuation_adjustment_space; GB/T 15834-2011 5.1. A cell is a blank before, a body and a
blank after; the three add up to the advance the standard gives, not the one of the font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from edition.trade.regions import Region


class CharClass(StrEnum):
    """What a character is to the composer."""

    HAN = "han"
    OPEN = "open"
    CLOSE = "close"
    COMMA = "comma"
    FULL = "full"
    COLON = "colon"
    INTERPUNCT = "interpunct"
    CONNECTOR = "connector"
    SOLIDUS = "solidus"
    LONG = "long"
    STACK = "stack"
    WESTERN = "western"
    SPACE = "space"
    IDEOGRAPHIC_SPACE = "ideographic space"


OPENERS = frozenset("“‘「『（《〈【〖〔［｛﹁﹃〝")
CLOSERS = frozenset("”’」』）》〉】〗〕］｝﹂﹄〞〟")
COMMAS = frozenset("，、；")
FULL_STOPS = frozenset("。．！？")
INTERPUNCTS = frozenset("·・‧")
CONNECTORS = frozenset("～〜–—")
STACKED = frozenset("‼⁇⁈⁉")
BRACKETS = frozenset({CharClass.OPEN, CharClass.CLOSE})
MARKS = BRACKETS | {CharClass.COMMA, CharClass.FULL, CharClass.COLON, CharClass.STACK}
"""Kinds that are punctuation with a cell of their own; no Han–Latin gap stands beside them."""

NOT_AT_START = (MARKS - {CharClass.OPEN}) | {
    CharClass.INTERPUNCT, CharClass.CONNECTOR, CharClass.SOLIDUS,
}
"""LB1: CLREQ #prohibition_rules_for_line_start_end, level basic (避头)."""
NOT_AT_END = frozenset({CharClass.OPEN})
"""LB2: level basic (避尾); level gb adds the solidus."""
SUFFIXES = frozenset("%％‰‱°℃℉′″₫")
"""LB5: never parted from the number before."""
PREFIXES = frozenset("￥¥$£€¢+−±＋－№≥≤≈")
"""LB5: never parted from the number after."""


@dataclass(frozen=True, slots=True)
class CharCell:
    """Widths in em: blank before, body, blank after."""

    before: float
    body: float
    after: float


_WHOLE = CharCell(0.0, 1.0, 0.0)
_HALF = CharCell(0.0, 0.5, 0.0)
_DOUBLE = CharCell(0.0, 2.0, 0.0)
_LEFT = CharCell(0.0, 0.5, 0.5)
_RIGHT = CharCell(0.5, 0.5, 0.0)
_MIDDLE = CharCell(0.25, 0.5, 0.25)

_MAINLAND: dict[CharClass, CharCell] = {
    CharClass.OPEN: _RIGHT,
    CharClass.CLOSE: _LEFT,
    CharClass.COMMA: _LEFT,
    CharClass.FULL: _LEFT,
    CharClass.COLON: _LEFT,
    CharClass.INTERPUNCT: _HALF,
    CharClass.LONG: _DOUBLE,
}
_CENTRED: dict[CharClass, CharCell] = {
    CharClass.OPEN: _RIGHT,
    CharClass.CLOSE: _LEFT,
    CharClass.COMMA: _MIDDLE,
    CharClass.FULL: _MIDDLE,
    CharClass.COLON: _MIDDLE,
    CharClass.INTERPUNCT: _MIDDLE,
    CharClass.LONG: _DOUBLE,
}


def is_western(character: str) -> bool:
    """True for characters set at their own advance: Latin, digits, Greek, Cyrillic, ASCII."""
    point = ord(character)
    return point < 0x2E80 and character not in _WIDE_BELOW_CJK


_WIDE_BELOW_CJK = frozenset(
    "“”‘’—–…·‧•⋯⸺℃℉‰‱′″※→←↑↓①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳■□◆◇○●△▲▽▼★☆♀♂‼⁇⁈⁉"
    "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ№─│√≤≥≈≠∞∶"
)


@lru_cache(maxsize=8192)
def extends(character: str) -> bool:
    """True for a character that belongs to the one before: a variation selector, a joiner, a
    combining mark. It has no cell of its own."""
    point = ord(character)
    return (
        0xFE00 <= point <= 0xFE0F
        or 0xE0100 <= point <= 0xE01EF
        or point in (0x200C, 0x200D)
        or 0x1F3FB <= point <= 0x1F3FF
        or unicodedata.category(character) in ("Mn", "Me")
    )


@lru_cache(maxsize=8192)
def never_shows(character: str) -> bool:
    """True for a character that has no ink and no width: a joiner, a variation selector."""
    point = ord(character)
    return (
        character in "\n\r"
        or 0x200B <= point <= 0x200F
        or 0x2060 <= point <= 0x2064
        or 0xFE00 <= point <= 0xFE0F
        or 0xE0000 <= point <= 0xE01EF
    )


def clusters(text: str) -> Iterator[str]:
    """The characters of `text`, each with the joiner before it and the selectors after it.

    A letter of a script that joins or stacks its letters stands alone: its neighbours are drawn
    with it in one face, so that a joiner between them does its work.
    """
    start = 0
    for at in range(1, len(text) + 1):
        first = text[at - 1]
        if at == len(text) or not (
            _selects(text[at]) if first != JOINER else not _joins_letters(text[at])
        ):
            yield text[start:at]
            start = at


JOINER = "\u200d"


EMOJI, AS_TEXT = "\ufe0f", "\ufe0d"
"""The selector that asks for a coloured picture, and the spare one that stands for it while a page
is drawn: the text engine would else take any face that has the character for the one asked for."""


def shown(cluster: str) -> str:
    """The character of a cluster that is drawn."""
    return cluster.lstrip(JOINER)[:1] or cluster[:1]


def _selects(character: str) -> bool:
    """True for a variation selector."""
    return 0xFE00 <= ord(character) <= 0xFE0F or 0xE0100 <= ord(character) <= 0xE01EF


def _joins_letters(character: str) -> bool:
    return character.isalpha() and ord(character) < 0x2E80


@lru_cache(maxsize=8192)
def kind_of(character: str) -> CharClass:
    """The kind of one character that stands alone, outside any longer unit."""
    if extends(character):
        return CharClass.WESTERN
    for kind, members in _MEMBERS:
        if character in members:
            return kind
    if character in " \u00a0\t":
        return CharClass.SPACE
    if character == "\u3000":
        return CharClass.IDEOGRAPHIC_SPACE
    return CharClass.WESTERN if is_western(character) else CharClass.HAN


_MEMBERS: tuple[tuple[CharClass, frozenset[str]], ...] = (
    (CharClass.OPEN, OPENERS),
    (CharClass.CLOSE, CLOSERS),
    (CharClass.COMMA, COMMAS),
    (CharClass.FULL, FULL_STOPS),
    (CharClass.COLON, frozenset("：")),
    (CharClass.INTERPUNCT, INTERPUNCTS),
    (CharClass.CONNECTOR, CONNECTORS),
    (CharClass.SOLIDUS, frozenset("／")),
    (CharClass.STACK, STACKED),
    (CharClass.LONG, frozenset("⸺")),
)


def cell(kind: CharClass, region: Region, character: str = "") -> CharCell:
    """The cell of a kind in a region, horizontal setting.

    In Taiwan and Hong Kong ！ and ？ are fixed at one em (RG3).
    """
    if region.centred:
        if character in ("！", "？"):
            return _WHOLE
        return _CENTRED.get(kind, _WHOLE)
    if character == "–":
        return _HALF
    return _MAINLAND.get(kind, _WHOLE)
