"""What is asked of the editor: lines whose part in the page is not sure enough."""

from __future__ import annotations

from edition.errors import Diagnostic
from edition.readers.labelling.asking import ASKED, other_manner, question
from edition.readers.labelling.likelines import AskedLines, asked_together, joint_question
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.firmlines import firm
from edition.readers.pasted.linekinds import LineKind

_ASIDE, _ALWAYS = 0.95, 2.0
"""below this probability a line is asked about that only weights set aside: one that may be of a
site, and one that has not even its words"""


def doubts(page: ClassifiedPage, name: str) -> list[Diagnostic]:
    """A question for each line that is not sure, one for all of those that are alike.

    The most doubtful come first.
    """
    return [_question(page, asked, name) for asked in asked_lines(page)]


def asked_lines(page: ClassifiedPage) -> list[AskedLines]:
    """What is asked about, in the order of the questions."""
    settled = {at for at, line in enumerate(page.lines) if line.number in page.named}
    weighed = {**other_manner(page.found), **_weighed(page)}
    unsure = [
        at for at in range(len(page.lines))
        if at not in settled and page.found[at].chance < weighed.get(at, ASKED)
    ]
    return asked_together([line.text for line in page.lines], page.found, unsure, settled)


def _weighed(page: ClassifiedPage) -> dict[int, float]:
    """How sure lines must be that only weights set aside: surer than the rest.

    A line that has not even words of a site is always asked about.
    """
    places = [
        at for at, found in enumerate(page.found)
        if found.state is LineState.FURNITURE and at not in page.told
        and page.signs[at] is not LineKind.FURNITURE
    ]
    looks = firm(page.lines, page.signs) if places else {}
    return {at: _ASIDE if LineState.FURNITURE in looks[at] else _ALWAYS for at in places}


def _question(page: ClassifiedPage, asked: AskedLines, name: str) -> Diagnostic:
    lines = [page.lines[at] for at in asked.places]
    if len(lines) == 1:
        return question(page.found[asked.places[0]], lines[0].number, lines[0].text, name)
    return joint_question(asked, [line.number for line in lines], lines[0].text, name)
