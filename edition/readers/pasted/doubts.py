"""What is asked of the editor: lines whose part in the page is not sure enough."""

from __future__ import annotations

from edition.errors import Diagnostic
from edition.readers.labelling.asking import ASKED, question
from edition.readers.labelling.likelines import AskedLines, asked_together, joint_question
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.linekinds import LineKind

_ASIDE = 0.95
"""below this probability a line is asked about that no form and place set aside"""


def doubts(page: ClassifiedPage, name: str) -> list[Diagnostic]:
    """A question for each line that is not sure, one for all of those that are alike.

    The most doubtful come first.
    """
    return [_question(page, asked, name) for asked in asked_lines(page)]


def asked_lines(page: ClassifiedPage) -> list[AskedLines]:
    """What is asked about, in the order of the questions."""
    settled = {at for at, line in enumerate(page.lines) if line.number in page.named}
    unsure = [
        at for at in range(len(page.lines)) if at not in settled and _is_unsure(page, at)
    ]
    return asked_together([line.text for line in page.lines], page.found, unsure, settled)


def _is_unsure(page: ClassifiedPage, at: int) -> bool:
    """True for a line of doubtful part; what only weights set aside must be surer than the rest."""
    found = page.found[at]
    weighed = found.state is LineState.FURNITURE and at not in page.told and (
        page.signs[at] is not LineKind.FURNITURE
    )
    return found.chance < (_ASIDE if weighed else ASKED)


def _question(page: ClassifiedPage, asked: AskedLines, name: str) -> Diagnostic:
    lines = [page.lines[at] for at in asked.places]
    if len(lines) == 1:
        return question(page.found[asked.places[0]], lines[0].number, lines[0].text, name)
    return joint_question(asked, [line.number for line in lines], lines[0].text, name)
