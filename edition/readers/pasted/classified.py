"""The lines of one page with their kinds, and what stands above and below each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edition.copy.clean import unspaced
from edition.model import Do, Imprint
from edition.readers.imprintlines import imprint_places
from edition.readers.pasted.classify import classify
from edition.readers.pasted.copylines import CopyLine, usual_gap
from edition.readers.pasted.linekinds import LineKind, follower
from edition.readers.pasted.namedheadings import NAMED_KINDS
from edition.trade.bylines import glued
from edition.trade.datelines import dateline_of
from edition.trade.lexicon import LETTER

_SIGNED = (LineKind.BYLINE, LineKind.CREDIT, LineKind.JUMP, LineKind.FURNITURE)
_NO_IMPRINT = Imprint()


@dataclass(frozen=True, slots=True)
class ClassifiedPage:
    """A page of copy whose lines have their kinds. Places count from 0, lines from 1."""

    lines: tuple[CopyLine, ...]
    kinds: tuple[LineKind, ...]
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

    def is_title(self, line: CopyLine) -> bool:
        """True for a section title the paper is known to use."""
        return unspaced(line.text) in self.titles

    def run_end(self, at: int, *kinds: LineKind) -> int:
        """The place after the run of lines of these kinds that begins at `at`."""
        while at < len(self.lines) and self.kinds[at] in kinds:
            at += 1
        return at

    def opens_report(self, at: int) -> bool:
        """True when the next text from `at` on begins with a dateline."""
        text = self.next_text[at]
        if text is None:
            return False
        opening = self.lines[text].text
        return opening.startswith(LETTER) or dateline_of(opening) is not None

    def story_ends(self, at: int) -> bool:
        """True when the line at `at` is the last of its story."""
        kind = follower(self.kinds, at)
        if kind is not LineKind.TEXT:
            return kind in (
                None, LineKind.HEAD, LineKind.DASHED, LineKind.CREDIT, LineKind.LABEL
            )
        return self.opens_report(at + 1)


def classified_page(
    lines: Sequence[CopyLine], titles: Sequence[str], named: Mapping[int, Do],
    imprint: Imprint = _NO_IMPRINT,
) -> ClassifiedPage:
    """The lines with their kinds; what the paper or the editor names stands before any sign."""
    known = frozenset(unspaced(title) for title in titles)
    kinds = classify(lines)
    printed = imprint_places([line.text for line in lines], imprint)
    signing = _closing(lines, kinds, printed)
    printed -= signing
    for at in signing:
        kinds[at] = LineKind.CLOSING
    for at in printed:
        kinds[at] = LineKind.FURNITURE
    for at, line in enumerate(lines):
        if unspaced(line.text) in known:
            kinds[at] = LineKind.HEAD
        if line.number in named:
            kinds[at] = NAMED_KINDS[named[line.number]]
    return ClassifiedPage(
        tuple(lines), tuple(kinds), known, named, usual_gap(lines), _next_text(kinds),
        printed,
    )


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


def _next_text(kinds: Sequence[LineKind]) -> tuple[int | None, ...]:
    found: list[int | None] = [None]
    for at in range(len(kinds) - 1, -1, -1):
        found.append(at if kinds[at] is LineKind.TEXT else found[-1])
    return tuple(found[::-1])
