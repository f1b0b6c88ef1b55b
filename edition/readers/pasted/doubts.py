"""What is asked of the editor: lines whose part in the page is not sure enough."""

from __future__ import annotations

from collections.abc import Iterator

from edition.errors import Diagnostic
from edition.readers.labelling.asking import ASKED, question
from edition.readers.pasted.classified import ClassifiedPage


def doubts(page: ClassifiedPage, name: str) -> list[Diagnostic]:
    """A question for each line that is not sure, the most doubtful first."""
    asked = sorted(_unsure(page), key=lambda at: (page.found[at].chance, at))
    return [
        question(page.found[at], page.lines[at].number, page.lines[at].text, name) for at in asked
    ]


def _unsure(page: ClassifiedPage) -> Iterator[int]:
    for at, found in enumerate(page.found):
        if found.chance < ASKED and page.lines[at].number not in page.named:
            yield at
