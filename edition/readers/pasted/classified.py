"""The lines of one page with their states, and what stands above and below each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from edition.answering import Do
from edition.copy.clean import unspaced
from edition.model import Imprint
from edition.readers.imprintlines import imprint_places
from edition.readers.labelling.asking import NAMED
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.states import LineState
from edition.readers.labelling.traits import traits
from edition.readers.pasted.copylines import CopyLine, usual_gap
from edition.readers.pasted.firmlines import labelled
from edition.readers.pasted.formsigns import signs
from edition.readers.pasted.linekinds import LineKind
from edition.sidecar.housememory import HouseMemory
from edition.trade.bylines import glued
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import LETTER

S = LineState
_SIGNED = (LineKind.BYLINE, LineKind.CREDIT, LineKind.JUMP, LineKind.FURNITURE)
_ASIDE = (S.FURNITURE, S.JUMP)
TEXT = (S.OPENING, S.PARAGRAPH, S.UNDER)
HEADING = (S.KICKER, S.HEADLINE, S.HEADLINE_MORE, S.DECK)
_NEXT = (S.KICKER, S.HEADLINE, S.SECTION, S.CREDIT, S.NOTE)
"""what stands below the last paragraph of a story"""
_NO_IMPRINT, _NO_HOUSE = Imprint(), HouseMemory()


@dataclass(frozen=True, slots=True)
class ClassifiedPage:
    """A page of copy whose lines have their states. Places count from 0, lines from 1."""

    lines: tuple[CopyLine, ...]
    signs: tuple[LineKind, ...]
    """what form and place alone say"""
    found: tuple[Labelled, ...]
    titles: frozenset[str]
    """section titles the paper is known to use, without white"""
    named: Mapping[int, Do]
    """what the editor says the lines of these numbers are"""
    usual: int
    """blank lines this copy puts between two lines"""
    next_text: tuple[int | None, ...]
    """for every place, and the end, the place of the first text from there on"""
    printed: frozenset[int] = frozenset()
    """places of lines that say what the sidecar's imprint says"""
    told: Mapping[int, frozenset[LineState]] = field(default_factory=dict)
    """what lines may be, by place, where the paper or the editor says so"""
    housed: frozenset[int] = frozenset()
    """places of lines that the house memory settles"""
    manner: str = ""
    """where the paper prints its bylines"""

    def state(self, at: int) -> LineState:
        return self.found[at].state

    def is_title(self, line: CopyLine) -> bool:
        """True for a section title the paper is known to use."""
        return unspaced(line.text) in self.titles

    def run_end(self, at: int, *states: LineState) -> int:
        """The place after the run of lines of these states that begins at `at`."""
        while at < len(self.lines) and self.state(at) in states:
            at += 1
        return at

    def below(self, at: int) -> LineState | None:
        """The state of the next line that no page furniture is; None at the end."""
        after = self.run_end(at + 1, *_ASIDE)
        return self.state(after) if after < len(self.lines) else None

    def opens_report(self, at: int) -> bool:
        """True when the next text from `at` on begins with a dateline."""
        text = self.next_text[at]
        if text is None:
            return False
        opening = self.lines[text].text
        return opening.startswith(LETTER) or dateline_of(opening) is not None

    def story_ends(self, at: int) -> bool:
        """True when the line at `at` is the last of its story."""
        state = self.below(at)
        if state in TEXT:
            return self.opens_report(at + 1)
        return state is None or state in _NEXT


def classified_page(
    lines: Sequence[CopyLine], titles: Sequence[str], named: Mapping[int, Do],
    imprint: Imprint = _NO_IMPRINT, house: HouseMemory = _NO_HOUSE,
) -> ClassifiedPage:
    """The lines with their states; what the paper or the editor names stands before any sign."""
    known = frozenset(unspaced(title) for title in titles)
    kinds = signs(lines)
    printed = imprint_places([line.text for line in lines], imprint)
    signing = _closing(lines, kinds, printed)
    printed -= signing
    told = {at: frozenset({S.CLOSING}) for at in signing}
    told.update((at, frozenset({S.FURNITURE})) for at in printed)
    housed = _housed(lines, house)
    told.update(housed)
    for at, line in enumerate(lines):
        if unspaced(line.text) in known:
            told[at] = frozenset({S.SECTION})
        if line.number in named:
            told[at] = NAMED[named[line.number]]
    found = labelled(lines, kinds, told, manner=house.bylines)
    return ClassifiedPage(
        tuple(lines), tuple(kinds), tuple(found), known, named, usual_gap(lines),
        _next_text(found), printed, told,
        frozenset(housed), house.bylines,
    )


def _housed(
    lines: Sequence[CopyLine], house: HouseMemory
) -> dict[int, frozenset[LineState]]:
    """What the house memory lets lines be: furniture, and names of columns over headlines."""
    found: dict[int, frozenset[LineState]] = {}
    for at, line in enumerate(lines):
        if len(line.numbers) > 1:
            continue
        if house.sets_aside(line.text):
            found[at] = frozenset({S.FURNITURE})
        elif house.is_column(line.text):
            below = lines[at + 1].text if at + 1 < len(lines) else ""
            heads = bool(below) and traits(below).short
            found[at] = frozenset({S.KICKER} if heads else {S.KICKER, S.SECTION})
    return found


def _closing(
    lines: Sequence[CopyLine], kinds: Sequence[LineKind], printed: frozenset[int]
) -> frozenset[int]:
    """Places where the paper signs a letter or a notice of its own, which no byline has closed."""
    found: set[int] = set()
    above = -1
    closed = True
    for at in sorted(printed):
        if at - 1 not in printed:
            # The line above a run of printed ones is asked once for the whole run.
            above = at - 1
            closed = above < 0 or kinds[above] in _SIGNED or glued(lines[above].text) is not None
        if not closed and LineKind.CLOSING in (kinds[at], kinds[above]):
            found.add(at)
    return frozenset(found)


def _next_text(found: Sequence[Labelled]) -> tuple[int | None, ...]:
    places: list[int | None] = [None]
    for at in range(len(found) - 1, -1, -1):
        places.append(at if found[at].state in TEXT else places[-1])
    return tuple(places[::-1])
