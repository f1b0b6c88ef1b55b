"""What the editor is asked about a line, and what an answer makes of it, in every format."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from edition.answering import Do
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase, Value
from edition.readers.labelling.states import PARTS, LineState

if TYPE_CHECKING:
    from edition.readers.labelling.labeller import Labelled

S = LineState
ASKED = 0.6
"""below this probability a line is asked about"""
_AGAINST = 0.99
"""and one that is read against the manner of its page"""
_KICKED, _DECKED = re.compile("(?<!k)kh(?!d)"), re.compile("(?<!k)hd")
"""heads of two lines: of a kicker and a headline, of a headline and a deck"""
NAMED: Mapping[Do, frozenset[LineState]] = MappingProxyType({
    Do.HEADLINE: frozenset({S.HEADLINE, S.HEADLINE_MORE}),
    Do.CROSSHEAD: frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE}),
    Do.DECK: frozenset({S.DECK}), Do.KICKER: frozenset({S.KICKER}),
    Do.PARAGRAPH: frozenset({S.OPENING, S.PARAGRAPH, S.UNDER}),
    Do.SECTION: frozenset({S.SECTION}),
    Do.BYLINE: frozenset({S.BYLINE_OVER, S.BYLINE_UNDER}),
    Do.CAPTION: frozenset({S.CAPTION}), Do.CREDIT: frozenset({S.CREDIT}),
    Do.NOTE: frozenset({S.NOTE}), Do.LIST: frozenset({S.ITEM}), Do.VERSE: frozenset({S.VERSE}),
    Do.FURNITURE: frozenset({S.FURNITURE}),
})
"""What a line may be after an answer of the editor."""


def other_manner(found: Sequence[Labelled]) -> dict[int, float]:
    """How sure kickers must be, by place, where as many other heads of two lines have decks."""
    heads = {S.KICKER: "k", S.HEADLINE: "h", S.DECK: "d"}
    page = "".join(heads.get(line.state, "-") for line in found)
    kickers = [pair.start() for pair in _KICKED.finditer(page)]
    return dict.fromkeys(kickers, _AGAINST) if len(_DECKED.findall(page)) >= len(kickers) else {}


def question(found: Labelled, line: int, text: str, name: str) -> Diagnostic:
    """The question what the line is."""
    return Diagnostic(
        "part_unsure", doubt(found.state, found.chance, found.other, found.other_chance),
        line, None, text, None, Confidence.WEAK, name,
    )


def doubt(
    state: LineState, chance: float, other: LineState, other_chance: float
) -> dict[str, Value]:
    """What a question says of a reading and of the next best."""
    return {
        "part": Phrase(f"as_{PARTS[state]}"), "chance": _percent(chance),
        "other": Phrase(f"as_{PARTS[other]}"), "other_chance": _percent(other_chance),
    }


def _percent(chance: float) -> int:
    return round(100 * chance)
