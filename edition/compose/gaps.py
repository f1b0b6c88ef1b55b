"""Between two units: how wide the gap is, how it gives and takes, and whether a line may end.

Natural widths, bounds and classes: CLREQ #procedures_for_inter-character_spacing_reduction
(JU3) and #procedures_for_inter-character_space_expansion (JU4). Lengths in em.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from edition.compose.classes import (
    BRACKETS,
    JOINER,
    MARKS,
    NOT_AT_END,
    NOT_AT_START,
    PREFIXES,
    SUFFIXES,
    CharClass,
    extends,
)
from edition.compose.units import DISTRESS_PRICE, RANGE_PRICE, Unit
from edition.model import Mark, Runs
from edition.packs.layout import BanLevel

WORD, INTERPUNCT, BRACKET, COMMA, MIXED, FULL = 0, 1, 2, 3, 4, 5
"""Shrink classes in JU3 order; step 1, the mark at the line end, is always done."""
CLASSES = 6
MIXED_GAP = 0.25
MIXED_LEAST = 0.125
MIXED_MOST = 0.5
WORD_GAP = 0.25
WORD_MOST = 0.5
NEVER_OPENS = ",.!?:;)]}%+/"
"""Half-width marks, and the joining plus, that never open a line."""
_JOINERS = frozenset("－~～〜∼∶")
"""Signs that join two figures or names: they never open a line, and seldom close one."""
LEADER_PRICE = 0.5
"""—— and …… may open a line (level basic), but not where another break is as good."""
ARROWS = "▲▼"
ARROW_GAP = 0.25
"""em between the arrow of a caption and its first character, whether the copy has a space or not"""
HAN_SPACE = 0.5
"""A space the copy holds between two Han characters, as between the names of a byline."""


@dataclass(frozen=True, slots=True)
class Gap:
    natural: float
    slack: float = 0.0
    """how far it may shrink"""
    shrink: int = -1
    """its JU3 class, or -1 for rigid"""
    room: float = 0.0
    """how far it may stretch before the others are asked"""
    stretch: int = -1
    """0 word space, 1 Han–Latin, -1 none"""
    rest: bool = True
    """True when it takes a share of what is left over"""
    price: float | None = 0.0
    """price of ending a line here; None forbids it"""


def gap(before: Unit, after: Unit, level: BanLevel, marks: tuple[Mark, ...] = ()) -> Gap:
    """The gap between two neighbours of one line; `marks` are those of the unit after."""
    price = break_price(before, after, level, marks)
    if Mark.SUPER in marks and not before.space:
        return Gap(before.after + after.before, rest=False, price=price)
    if before.text in ARROWS and after.kind is CharClass.HAN and after.text not in ARROWS:
        return Gap(ARROW_GAP, price=price)
    if before.space:
        return _space_gap(before, after, price)
    if before.glue and (after.text[0] == JOINER or extends(after.text[0])):
        return Gap(0.0, rest=False, price=None)
    if before.kind is CharClass.WESTERN and after.kind is CharClass.WESTERN:
        return Gap(0.0, rest=before.address and after.address, price=price)
    if _is_mixed(before, after):
        return Gap(
            MIXED_GAP, MIXED_GAP - MIXED_LEAST, MIXED, MIXED_MOST - MIXED_GAP, 1, price=price
        )
    return _cell_gap(before, after, price)


def _space_gap(before: Unit, after: Unit, price: float | None) -> Gap:
    if CharClass.WESTERN in (before.kind, after.kind):
        wide = WORD_GAP * len(before.space)
        return Gap(wide, 0.0, WORD, WORD_MOST - WORD_GAP, 0, price=price)
    return Gap(HAN_SPACE * len(before.space) + before.after + after.before, price=price)


def _is_mixed(before: Unit, after: Unit) -> bool:
    kinds = (before.kind, after.kind)
    if CharClass.WESTERN not in kinds or any(k in MARKS for k in kinds):
        return False
    if any(k is not CharClass.WESTERN and k is not CharClass.HAN for k in kinds):
        return False
    western = before if before.kind is CharClass.WESTERN else after
    if not any(c.isalnum() for c in western.text):
        # A sign of its own, as in 党建+物业, is set close on both sides.
        return False
    if after.text[0] in _JOINERS or before.text[-1] in _JOINERS:
        # －and ～ between two figures are set close to both.
        return False
    if before.text[-1] in PREFIXES or (before.text[-1] in "′″°" and after.text[0].isdigit()):
        return False
    return after.text[0] not in SUFFIXES


def _cell_gap(before: Unit, after: Unit, price: float | None) -> Gap:
    blank = before.after + after.before
    pair = before.kind in MARKS and after.kind in MARKS
    if pair and (before.kind in BRACKETS or after.kind in BRACKETS):
        blank = max(0.0, blank - 0.5)
        return Gap(blank, blank, BRACKET if blank else -1, price=price)
    tight = (
        before.text[-1] in PREFIXES
        or after.text[0] in SUFFIXES
        or (before.text[-1] in "′″°" and after.text[0].isdigit())
    )
    takes = before.kind not in _RIGID and after.kind not in _RIGID and not tight
    owner = before if before.after else after
    shrink = _SHRINK.get(owner.kind, -1) if blank else -1
    if takes and not blank and price == 0.0:
        return _CLOSE
    return Gap(blank, blank if shrink >= 0 else 0.0, shrink, rest=takes, price=price)


_CLOSE = Gap(0.0)
"""between two Han: one for all there are"""
_RIGID = frozenset((CharClass.CONNECTOR, CharClass.SOLIDUS))
_SHRINK = {
    CharClass.OPEN: BRACKET,
    CharClass.CLOSE: BRACKET,
    CharClass.COMMA: COMMA,
    CharClass.FULL: FULL,
    CharClass.COLON: FULL,
    CharClass.INTERPUNCT: INTERPUNCT,
}


def break_price(
    before: Unit, after: Unit, level: BanLevel, marks: tuple[Mark, ...] = ()
) -> float | None:
    """None when LB1–LB5 forbid a line end between the two, else its price."""
    if before.glue or Mark.SUPER in marks:
        return None
    sign = after.text[0] in _JOINERS or (before.text[-1] in "№§" and not before.space)
    if sign and level != "none":
        return None
    if before.text[-1] in _JOINERS and before.kind is CharClass.HAN:
        return RANGE_PRICE
    if level != "none":
        if after.kind in NOT_AT_START or before.kind in NOT_AT_END:
            return None
        if level in ("gb", "strict") and before.text[-1] in "/／":
            return None
        if level == "strict" and after.kind is CharClass.LONG:
            return None
    if after.kind is CharClass.WESTERN and (after.text[0] in NEVER_OPENS or _is_bare_hyphen(after)):
        return None
    return before.price + (LEADER_PRICE if after.kind is CharClass.LONG else 0.0)


def _is_bare_hyphen(unit: Unit) -> bool:
    """True for - that is no sign of what follows, as −5 has; it never opens a line (LB1)."""
    return unit.text[0] == "-" and not unit.text[1:2].isalnum()


def gaps(found: Sequence[Unit], runs: Runs, level: BanLevel) -> tuple[Gap, ...]:
    """The gaps between neighbours; one fewer than units."""
    return tuple(
        gap(a, b, level, runs[b.run].marks) for a, b in itertools.pairwise(found)
    )


def relieved(
    found: Sequence[Unit], between: tuple[Gap, ...], measure: float, hyphen: float
) -> tuple[Gap, ...]:
    """Allow breaks, at a price of distress, inside a run that no line of `measure` em can hold.

    A hundred opening marks in a row may be forbidden everywhere; they must still fit the leg.
    """
    changed: list[Gap] | None = None
    start, wide = 0, found[0].body if found else 0.0
    for at, item in enumerate(between):
        if item.price is not None:
            start, wide = at + 1, found[at + 1].body
            continue
        wide += item.natural - item.slack + found[at + 1].body
        if wide + (hyphen if found[at + 1].hyphen else 0.0) > measure:
            changed = changed or list(between)
            for i in range(start, at + 1):
                if changed[i].price is None:
                    changed[i] = replace(changed[i], price=_relief(found[i], found[i + 1]))
    return between if changed is None else tuple(changed)


def _relief(before: Unit, after: Unit) -> float:
    """Price of a break nothing but distress allows: a date too long is parted after its sign."""
    if before.text[-1] in _JOINERS:
        return DISTRESS_PRICE / 4
    figures = before.text[-1].isdigit() and after.text[0].isdigit()
    worst = figures or after.text[0] in _JOINERS or after.kind in MARKS
    return DISTRESS_PRICE * (4 if worst else 1)
