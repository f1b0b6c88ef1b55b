"""What the editor is asked about a line, and what an answer makes of it, in every format."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.model import Do
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.states import LineState

S = LineState
ASKED = 0.55
"""below this probability a line is asked about"""
NAMED: Mapping[Do, frozenset[LineState]] = MappingProxyType({
    Do.HEADLINE: frozenset({S.HEADLINE, S.HEADLINE_MORE}),
    Do.CROSSHEAD: frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE}),
    Do.DECK: frozenset({S.DECK}), Do.KICKER: frozenset({S.KICKER}),
    Do.PARAGRAPH: frozenset({S.OPENING, S.PARAGRAPH, S.UNDER}),
    Do.FURNITURE: frozenset({S.FURNITURE}),
})
"""What a line may be after an answer of the editor."""
_WORDS = {
    S.HEADLINE: "headline", S.HEADLINE_MORE: "headline", S.KICKER: "kicker", S.DECK: "deck",
    S.SECTION: "section", S.BYLINE_OVER: "byline", S.BYLINE_UNDER: "byline",
    S.DATELINE: "dateline", S.OPENING: "paragraph", S.PARAGRAPH: "paragraph",
    S.UNDER: "paragraph", S.CROSSHEAD: "crosshead", S.CROSSHEAD_MORE: "crosshead",
    S.CAPTION: "caption",
    S.CREDIT: "credit", S.ITEM: "item", S.ROW: "row", S.VERSE: "verse", S.NOTE: "note",
    S.CLOSING: "closing", S.JUMP: "jump", S.FURNITURE: "furniture",
}
"""what a state is called in a question: `part_…` in the catalogue"""


def question(found: Labelled, line: int, text: str, name: str) -> Diagnostic:
    """The question what the line is."""
    return Diagnostic(
        "part_unsure",
        {
            "part": Phrase(f"part_{_WORDS[found.state]}"), "chance": _percent(found.chance),
            "other": Phrase(f"part_{_WORDS[found.other]}"),
            "other_chance": _percent(found.other_chance),
        },
        line, None, text, None,
        Confidence.WEAK if found.chance < ASKED else Confidence.PROBABLE, name,
    )


def _percent(chance: float) -> int:
    return round(100 * chance)
