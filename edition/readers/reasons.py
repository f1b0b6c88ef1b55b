"""Why lines of pasted text were read as they were: values for the editor who asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from edition.copy.reading import LineReading, ReadingGround, SeamWeight
from edition.errors import WrongUse, hold_type
from edition.messages.texts import Phrase
from edition.readers.labelling.families import FamilyTie, families, with_asides
from edition.readers.labelling.featurewords import feature_words
from edition.readers.labelling.labeller import ScoredLines, scored
from edition.readers.labelling.states import PARTS, LineState
from edition.readers.labelling.weighing import Pair, Scales, Weighed
from edition.readers.labelling.weighttable import weights
from edition.readers.pasted.classified import ClassifiedPage
from edition.readers.pasted.firmlines import FIRM, firm, hardly_aside, label_lines
from edition.readers.pasted.text import UnreadPage, unread_page
from edition.sidecar.parse import Sidecar

_TOLD = 8
"""features told on each side"""


def reasons(
    data: bytes, name: str, sidecar: Sidecar, numbers: Sequence[int], encoding: str | None = None
) -> tuple[LineReading, ...]:
    """Why the lines of these numbers were read so, in the order asked.

    Raises WrongUse for a line that is not there or holds nothing, and as `read_text` does.
    """
    unread = unread_page(data, name, sidecar, encoding)
    asked = _AskedPage(unread.classified(sidecar))
    return tuple(found for number in numbers for found in _of(unread, asked, number, name))


@dataclass(frozen=True)
class _AskedPage:
    """A page of whose lines the editor asks; it is weighed once for all of them."""

    page: ClassifiedPage

    @cached_property
    def given(self) -> ScoredLines:
        page = self.page
        return scored(label_lines(page.lines, page.signs, page.manner), weights())

    @cached_property
    def known(self) -> Mapping[int, frozenset[LineState]]:
        lines, signs = self.page.lines, self.page.signs
        allowed = {**firm(lines, signs), **self.page.told}
        hardly = hardly_aside(lines, signs, self.page.told)
        return with_asides(self.given, allowed, hardly, weights())

    @cached_property
    def tied(self) -> dict[int, FamilyTie]:
        return families(self.given, self.known, self.page.told)

    @cached_property
    def scales(self) -> Scales:
        ties = {at: tie.states for at, tie in self.tied.items()}
        return Scales.of(self.given, {**self.known, **ties})


def _of(
    unread: UnreadPage, asked: _AskedPage, number: int, name: str
) -> list[LineReading]:
    """All that was read from one line of the source: mostly one thing."""
    hold_type("line", number, int)
    last = len(unread.copy.lines)
    if not 1 <= number <= last:
        raise WrongUse("explain_no_line", where=name, line=number, last=last)
    found = [
        *(_reading(asked, at, number) for at, line in enumerate(asked.page.lines)
          if number in line.numbers),
        *_set_aside(unread, number),
    ]
    if not found:
        raise WrongUse("explain_blank", where=name, line=number)
    return found


def _set_aside(unread: UnreadPage, number: int) -> Iterator[LineReading]:
    """What the origin of the copy had added, such as the head of a mail: it came to no reading."""
    for row in unread.copy.aside:
        if number in row.numbers:
            yield LineReading(
                number, row.numbers, row.text.strip(), PARTS[LineState.FURNITURE], 1.0, "", 0.0,
                Phrase("decided_origin"),
            )


def _reading(asked: _AskedPage, at: int, number: int) -> LineReading:
    page, tied = asked.page, asked.tied
    line, decided = page.lines[at], _decided(page, at)
    freed = None
    if decided is None and at in tied:
        decided = Phrase("decided_family", {"count": tied[at].lines})
    if decided is not None:
        told = {place: states for place, states in page.told.items() if place != at}
        freed = {**firm(page.lines, page.signs, free=at), **told}
    found = asked.scales.weighed(at, freed)
    grounds = [ReadingGround(name, feature_words(name), weight) for name, weight in found.grounds]
    pro = tuple(ground for ground in grounds if ground.weight > 0)
    con = tuple(ground for ground in grounds if ground.weight < 0)
    rest = sum(ground.weight for ground in (*pro[_TOLD:], *con[_TOLD:]))
    over, under = _seams(page, at, found)
    read = found.read if at not in tied else page.found[at]
    return LineReading(
        number, line.numbers, line.text, PARTS[read.state], read.chance, PARTS[read.other],
        read.other_chance, decided, pro[:_TOLD], con[:_TOLD], rest, over, under,
    )


def _seams(page: ClassifiedPage, at: int, found: Weighed) -> tuple[SeamWeight, SeamWeight]:
    over, under = found.neighbours
    above = page.lines[at - 1].last if over else None
    below = page.lines[at + 1].number if under else None
    return _seam(above, over, found.above), _seam(below, under, found.below)


def _seam(line: int | None, state: LineState | None, weights: Pair) -> SeamWeight:
    return SeamWeight(line, PARTS[state] if state else "", *weights)


def _decided(page: ClassifiedPage, at: int) -> Phrase | None:
    """What settled the part of the line at `at` beside all weighing."""
    line = page.lines[at]
    if line.number in page.named:
        return Phrase("decided_answer", {"do": page.named[line.number]})
    if page.is_title(line):
        return Phrase("decided_section")
    if at in page.housed:
        return Phrase("decided_house")
    if at in page.told:
        return Phrase("decided_imprint" if at in page.printed else "decided_closing")
    if page.signs[at] in FIRM:
        return Phrase("decided_sign", {"sign": Phrase(f"word_sign_{page.signs[at]}")})
    return None
