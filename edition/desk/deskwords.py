"""Faults and remarks of a page in the words of the desk: what is wrong, and what can be done here.

A rule of the preflight speaks to whoever holds the file, a remark of make-up to whoever writes the
sidecar; at the desk both are told to an editor, where the catalogue has words for that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from edition.checks.report import FaultPlace, Finding
from edition.checks.weights import HARD
from edition.errors import Diagnostic
from edition.messages.catalogue import PHRASES
from edition.messages.telling import phrase
from edition.messages.texts import LANGS, Lang

MOST_PLACES = 40
"""of one fault"""
_MENDS = {
    "rank": ("S7", "S7P", "S7Z", "S8"), "columns": ("S11", "S13", "S24"),
    "white": ("S1", "S2", "S25"), "others": ("S3", "S5", "S6", "S6V", "S12", "S33", "S40"),
    "words": ("LB1", "LB2", "LB4", "LB5", "LB6", "JU6", "PA2"),
    "break": ("S34", "S35", "S38"), "headline": ("S8L", "S15", "S17", "S18", "S26"),
    "jump": ("S10", "H5"), "size": ("S14", "S23", "S28", "S29", "S30", "S39"),
    "picture": ("S27", "S41"), "grey": ("S19",), "fewer": ("S20",), "box": ("S22",),
    "name": ("S31",),
}
_MEND_OF = {rule: name for name, rules in _MENDS.items() for rule in rules}
_WHOLE = ("S20", "S23", "S27", "S41")
"""rules about a page as a whole: no story of it is the place of the fault"""
_MEASURED = ("S13", "S15", "S17", "S18", "S19", "S22", "S25")
"""rules that add their measure to a headline"""
_MEASURE = re.compile(r": (?:× )?\d+(?:\.\d+)?(?: %)?$")
"""what they add: to an editor it says nothing"""
_BY_HAND = re.compile(r"\[\[|\.toml|(?:^|\W)--\w|\w = |边车|邊車|sidecar")
"""what is done by hand in the sidecar or at a terminal: no advice at the desk"""
_PROGRAM = "program"
"""what an editor can do about a fault of the program's own"""


def in_all(told: Callable[[Lang], str]) -> dict[str, str]:
    """What is told, in every language."""
    return {lang: told(lang) for lang in LANGS}


def fault_shown(one: Finding) -> dict[str, Any]:
    """A rule that is broken, as plain values."""
    fault, mend = f"desk_fault_{one.id}", _MEND_OF.get(one.id, _PROGRAM)
    known = fault in PHRASES
    return {
        "id": one.id, "level": one.level, "count": one.count,
        "hard": one.level == "must" and one.id in HARD,
        "own": known and mend == _PROGRAM,
        "name": in_all(lambda lang: phrase(fault, lang) if known else one.name(lang)),
        "todo": in_all(
            lambda lang: phrase(f"desk_mend_{mend}", lang) if known else one.todo(lang)
        ),
        "places": [
            {"page": p.page, **_place_shown(one.id, p)} for p in one.places[:MOST_PLACES]
        ],
    }


def _place_shown(rule: str, place: FaultPlace) -> dict[str, Any]:
    if rule in _WHOLE:
        return {"x": 0, "y": 0, "words": ""}
    return {"x": place.x, "y": place.y, "words": in_all(_place_told(rule, place))}


def _place_told(rule: str, place: FaultPlace) -> Callable[[Lang], str]:
    words = place.words
    if isinstance(words, str):
        bare = _MEASURE.sub("", words) if rule in _MEASURED else words
        return lambda _: bare
    own = f"desk_place_{words.key}"
    return lambda lang: phrase(own, lang, words.values) if own in PHRASES else place.told(lang)


def remark_shown(one: Diagnostic) -> dict[str, Any]:
    """What is said of a remark, and what to do about it."""
    return {
        "message": in_all(lambda lang: remark_told(one, lang)),
        "advice": in_all(lambda lang: remark_advice(one, lang)),
    }


def remark_told(one: Diagnostic, lang: Lang) -> str:
    """What a remark says, in the words of the desk where it has any."""
    says = f"desk_says_{_kind(one)}"
    return phrase(says, lang, one.values) if says in PHRASES else one.told(lang)


def remark_advice(one: Diagnostic, lang: Lang) -> str:
    """What can be done about it at the desk; empty where nothing is said."""
    todo = f"desk_todo_{_kind(one)}"
    said = phrase(todo, lang, one.values) if todo in PHRASES else one.advice(lang)
    return "" if _BY_HAND.search(said) else said


def _kind(one: Diagnostic) -> str:
    return f"{one.kind}_{one.values['what']}" if one.kind == "wish_unmet" else one.kind
