"""What is asked of the editor: lines whose part in the page is not sure enough."""

from __future__ import annotations

from collections.abc import Iterator

from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Phrase
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import ClassifiedPage

S = LineState
ASKED = 0.55
"""below this probability a line is asked about"""
_WORDS = {
    S.HEADLINE: "headline", S.HEADLINE_MORE: "headline", S.KICKER: "kicker", S.DECK: "deck",
    S.SECTION: "section", S.BYLINE_OVER: "byline", S.BYLINE_UNDER: "byline",
    S.DATELINE: "dateline", S.OPENING: "paragraph", S.PARAGRAPH: "paragraph",
    S.UNDER: "paragraph", S.CROSSHEAD: "crosshead", S.CROSSHEAD_MORE: "crosshead",
    S.CAPTION: "caption",
    S.CREDIT: "credit", S.ITEM: "item", S.ROW: "row", S.VERSE: "verse", S.NOTE: "note",
    S.CLOSING: "closing", S.JUMP: "jump", S.FURNITURE: "furniture",
}
"""what a state is called in a question: `state_…` in the catalogue"""


def doubts(page: ClassifiedPage, name: str) -> list[Diagnostic]:
    """A question for each line that is not sure, the most doubtful first."""
    asked = sorted(_unsure(page), key=lambda at: (page.found[at].chance, at))
    return [_question(page, at, name) for at in asked]


def _unsure(page: ClassifiedPage) -> Iterator[int]:
    for at, found in enumerate(page.found):
        if found.chance < ASKED and page.lines[at].number not in page.named:
            yield at


def _question(page: ClassifiedPage, at: int, name: str) -> Diagnostic:
    found, line = page.found[at], page.lines[at]
    return Diagnostic(
        "part_unsure",
        {
            "part": Phrase(f"state_{_WORDS[found.state]}"), "chance": _percent(found.chance),
            "other": Phrase(f"state_{_WORDS[found.other]}"),
            "other_chance": _percent(found.other_chance),
        },
        line.number, None, line.text, None, _confidence(found), name,
    )


def _percent(chance: float) -> int:
    return round(100 * chance)


def _confidence(found: Labelled) -> Confidence:
    return Confidence.WEAK if found.chance < ASKED else Confidence.PROBABLE
