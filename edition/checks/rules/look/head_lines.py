"""How the lines of a headline are broken; rules that run through lines (IDs S34, S35, S37, S38)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from edition.checks.report import Finding
from edition.checks.rules.look.page_faults import LookFault, fault, judged
from edition.checks.sight.boxes import Box, across, down
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.targets import LEAST_EVEN, LEAST_LAST_LINE
from edition.compose.heading import in_dictionary
from edition.trade.headwords import Seam, seams
from edition.trade.words import words

_RAGGED = 3
"""lines of a headline from which it looks ragged"""
_EDGE = 0.25
"""em at the edges of a line that a rule may touch"""
_BESIDE = 0.25
"""em beside the ink of a sign within which a rule runs through it"""


def head_widows(paper: SeenPaper) -> Finding:
    """S34: the last line of a headline is no scrap of a word or two."""
    return judged("S34", paper, _widows)


def _widows(page: SeenPage) -> Iterator[LookFault]:
    for story in page.each_story():
        lines = story.headline
        if len(lines) < 2 or story.turned:
            continue
        wide = [line.box[2] - line.box[0] for line in lines]
        share = wide[-1] / max(wide[:-1])
        if share < LEAST_LAST_LINE:
            yield fault(page, lines[-1].box, lines[-1].words, 100 * share)


def words_whole(paper: SeenPaper) -> Finding:
    """S35: no line of a headline ends inside a word."""
    return judged("S35", paper, _broken)


def _broken(page: SeenPage) -> Iterator[LookFault]:
    for story in page.each_story():
        lines = story.headline
        for above, below in pairwise(lines):
            if (above.upright or below.y < above.y) and _inside(above.text, below.text):
                seam = f"{above.text[-2:]}｜{below.text[:2]}"
                yield fault(page, above.box, seam, 1.0)


def _inside(above: str, below: str) -> bool:
    """True where the end of a line stands inside what is one word of both together.

    The heads are set by the same words, and both know them in the Simplified script.
    """
    if not above or not below or not _han(above[-1] + below[0]):
        return False
    known, at, seam = in_dictionary(above + below), 0, len(above)
    if seams(known).get(seam) is Seam.TORN:
        return True
    above, below = known[:seam], known[seam:]
    for word in words(known):
        if at < seam < at + len(word):
            return not _whole(above, below, word, seam - at)
        at += len(word)
    return False


def _whole(above: str, below: str, word: str, cut: int) -> bool:
    """True for a compound whose parts are words of their own, two characters and more each."""
    head, tail = word[:cut], word[cut:]
    return len(head) > 1 and len(tail) > 1 and words(head) == (head,) and words(tail) == (tail,)


def lines_even(paper: SeenPaper) -> Finding:
    """S38: a headline of three lines and more has lines of about one width.

    The heads of briefs run in: they are ranged left over their column, and have no shape.
    """
    return judged("S38", paper, _ragged)


def _ragged(page: SeenPage) -> Iterator[LookFault]:
    for story in page.stories:
        lines = story.headline
        if len(lines) < _RAGGED:
            continue
        wide = [line.box[2] - line.box[0] for line in lines]
        share = 100 * min(wide) / max(wide)
        if share < LEAST_EVEN:
            yield fault(page, lines[0].box, story.title, share, float(len(lines) - 2))


def rules_between(paper: SeenPaper) -> Finding:
    """S37: a rule stands between lines, it never runs through one."""
    return judged("S37", paper, _ruled)


def _ruled(page: SeenPage) -> Iterator[LookFault]:
    rules = [mark.box for mark in page.sheet.marks if mark.kind == "rule"]
    for story in page.each_story():
        struck = [line for line in story.lines
                  if any(_crosses(rule, _middle(line)) and _inked(rule, line) for rule in rules)]
        if struck:
            yield fault(page, struck[0].box, struck[0].words[:16], float(len(struck)))


def _crosses(rule: Box, inner: Box) -> bool:
    return across(rule, inner) >= 0 and down(rule, inner) >= 0


def _inked(rule: Box, line: SeenLine) -> bool:
    """True for a rule on or close beside a sign of a line; between the cells of a row it is none.
    """
    near = _BESIDE * line.size
    return any(rule[0] <= g.right + near and g.left - near <= rule[2] for g in line.glyphs)


def _middle(line: SeenLine) -> Box:
    """The line without its edges, where a rule under it or above it may touch."""
    left, foot, right, top = line.box
    trim = _EDGE * line.size
    return left + trim, foot + trim, right - trim, top - trim


def _han(chars: str) -> bool:
    return all("\u3400" <= char <= "\u9fff" for char in chars)
