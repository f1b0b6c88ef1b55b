"""Which lines belong to the page and to no story: those whose shape and place both say so.

A place is the head or the foot of the copy, the white between two stories, or what a web page sets
under its headline. A line that stands again and again at the edge of a story needs less.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.copy.clean import unspaced
from edition.readers.pasted.copylines import CopyLine, ended
from edition.readers.pasted.linekinds import HEADS, LineKind
from edition.trade.asides import AsideSign, AsideSort, sign_of
from edition.trade.datelines import dateline_of

_TOP = 6
"""places at the head of the copy where the name of the paper may stand"""
_TITLE = re.compile("[\u4e00-\u9fff]{2,6}[报報]")
_SIGNED = (LineKind.BYLINE, LineKind.CREDIT, LineKind.JUMP, LineKind.CLOSING)
"""what ends the story above it"""
_TAKEN = (LineKind.ENTRY, LineKind.CLOSING, LineKind.LIST, LineKind.TABLE)
"""what a block of its own claims"""
_OPENING = (*HEADS, LineKind.DASHED)
_BELOW = (*_OPENING, LineKind.JUMP, LineKind.CREDIT, LineKind.CAPTION, LineKind.LABEL)
_SENTENCE = 20
"""characters of a line that breaks off as a sentence and not as a row does"""
_LABELLED = re.compile("[^：:。，]{1,8}[：:]")
_TITLE_SIGN = AsideSign(AsideSort.IMPRINT, sure=False)


def sign_at(lines: Sequence[CopyLine], at: int) -> AsideSign | None:
    """The sign of the line at `at`; the name of a paper is one among the first lines only."""
    line = lines[at]
    if len(line.numbers) > 1:
        return None
    found = sign_of(line.text)
    if found is None and at < _TOP and _TITLE.fullmatch(line.text):
        return _TITLE_SIGN
    return found


def mark_asides(lines: Sequence[CopyLine], kinds: list[LineKind], usual: int) -> None:
    """Mark the lines that place and shape take out of the stories as furniture."""
    signs = [
        None if kinds[at] in _TAKEN else sign_at(lines, at) for at in range(len(lines))
    ]
    for at, sign in enumerate(signs):
        if sign is _TITLE_SIGN and at > 0 and signs[at - 1] is None:
            signs[at] = None
    page = _Page(
        lines, kinds, signs, usual,
        Counter(unspaced(line.text) for line in lines),
    )
    for at, end in list(_runs(page.signs)):
        for place in _taken(page, at, end):
            if kinds[place] is not LineKind.JUMP:
                kinds[place] = LineKind.FURNITURE
    for place, sign in enumerate(page.signs):
        if sign is not None and kinds[place] in HEADS and not _may_head(sign):
            kinds[place] = LineKind.TEXT


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of the copy while the signs are weighed."""

    lines: Sequence[CopyLine]
    kinds: Sequence[LineKind]
    signs: Sequence[AsideSign | None]
    usual: int
    counts: Counter[str]

    def sign(self, at: int) -> AsideSign:
        found = self.signs[at]
        assert found is not None
        return found

    def signed(self, at: int) -> bool:
        """True when a byline, a credit or a jump line closes what stands above `at`."""
        return at == 0 or self.kinds[at - 1] in _SIGNED

    def closed(self, at: int) -> bool:
        """True when what stands above `at` has ended as a story may."""
        return self.signed(at) or ended(self.lines[at - 1].text)

    def opens(self, end: int) -> bool:
        """True when a story, or a part of one, begins at `end`, or nothing does."""
        if end == len(self.lines):
            return True
        kind = self.kinds[end]
        return kind in _BELOW or dateline_of(self.lines[end].text) is not None

    def white(self, at: int, end: int) -> bool:
        """True when white, or nothing at all, parts the run from its neighbours."""
        return self.usual == 0 or at == 0 or end == len(self.lines) or (
            self.lines[at].gap > 0 or self.lines[end].gap > 0
        )

    def breaks_in(self, at: int, end: int) -> bool:
        """True when a paragraph breaks off above the run and goes on below it."""
        if at == 0 or end == len(self.lines) or not (self.lines[at].gap and self.lines[end].gap):
            return False
        above = self.lines[at - 1].text
        return (
            self.kinds[at - 1] is self.kinds[end] is LineKind.TEXT and not ended(above)
            and len(above) >= _SENTENCE and not _LABELLED.match(above) and above[-1] not in "：:"
        )


def _runs(signs: Sequence[AsideSign | None]) -> Iterator[tuple[int, int]]:
    """Places of lines with a sign that stand together."""
    start: int | None = None
    for at, sign in enumerate([*signs, None]):
        if sign is None and start is not None:
            yield start, at
            start = None
        elif sign is not None and start is None:
            start = at


def _taken(page: _Page, at: int, end: int) -> Sequence[int]:
    """The places of one run that the stories do not claim."""
    if at == 0:
        return _at_head(page, end)
    if end == len(page.lines):
        return _at_foot(page, at)
    if _under_headline(page, at, end):
        return [n for n in range(at, end) if page.sign(n).web]
    return _between(page, at, end)


def _at_head(page: _Page, end: int) -> Sequence[int]:
    """All of them; a doubtful one only beside another sign or above a heading."""
    run = range(end)
    last = end - 1
    sure = any(page.sign(n).sure for n in run)
    doubtful = not page.sign(last).sure
    if doubtful and not page.opens(end):
        return [n for n in run[:-1] if sure or _stands_alone(page, n)]
    if not sure and end == 1 and not _stands_alone(page, 0):
        return []
    return run


def _stands_alone(page: _Page, at: int) -> bool:
    """False for a name of a paper that nothing beside it makes one."""
    return page.signs[at] is not _TITLE_SIGN and page.kinds[at] is not LineKind.BYLINE


def _at_foot(page: _Page, at: int) -> Sequence[int]:
    """Those below the last story; what closes or belongs to it stays."""
    end = len(page.lines)
    start = at
    while start < end and _claimed(page, start, at):
        start += 1
    return range(start, end)


def _claimed(page: _Page, at: int, first: int) -> bool:
    """True when the story above goes on with the doubtful line at `at`."""
    sign = page.sign(at)
    if sign.sort is AsideSort.JUMP:
        return False
    if sign.sure and not sign.dated:
        return at == first and _in_rows(page, at)
    if at > first and page.sign(at - 1).sure and not page.sign(at - 1).dated:
        return False
    if page.signed(at) or (at > first and page.signed(first)):
        return False
    if sign.sort is AsideSort.STAFF or _is_folio(page.lines[at].text):
        return not page.closed(at)
    return True


def _in_rows(page: _Page, at: int) -> bool:
    """True close under a row of a label and its text that has not ended."""
    close = at > 0 and page.lines[at].gap == 0 and not page.closed(at)
    return close and _LABELLED.match(page.lines[at - 1].text) is not None


def _is_folio(text: str) -> bool:
    return text.strip(" -—–－·").isdecimal()


def _under_headline(page: _Page, at: int, end: int) -> bool:
    """True between a headline at the head of the copy, or after a story, and its text."""
    above = page.kinds[at - 1]
    if above not in _OPENING or not any(page.sign(n).web for n in range(at, end)):
        return False
    first = at - 1
    while first > 0 and page.kinds[first - 1] in _OPENING:
        first -= 1
    return first == 0 or page.closed(first) or page.signs[first - 1] is not None


def _between(page: _Page, at: int, end: int) -> Sequence[int]:
    """Between two stories those that are sure, and the doubtful ones under a byline."""
    again = any(page.counts[unspaced(page.lines[n].text)] > 1 for n in range(at, end))
    closed, opens = page.closed(at), page.opens(end)
    place = closed and opens and page.white(at, end)
    jumps = any(page.kinds[n] is LineKind.JUMP for n in range(at, end))
    if not (place or jumps or page.breaks_in(at, end) or (again and (closed or opens))):
        return []
    signed = page.signed(at) and opens
    return [n for n in range(at, end) if _is_sure(page, n) or signed]


def _is_sure(page: _Page, at: int) -> bool:
    sign = page.sign(at)
    return sign.sure and not sign.dated


def _may_head(sign: AsideSign) -> bool:
    """True for a doubtful line that may as well be a heading."""
    return not sign.sure and sign.sort is AsideSort.IMPRINT and not sign.dated
