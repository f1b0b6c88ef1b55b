"""What a page says it is: its section, its nameplate, the rule below it (IDs S31, S32, S40)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.given_copy import squeezed
from edition.checks.report import Finding, unmeasured
from edition.checks.rules.look.page_faults import LookFault, fault, judged
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.targets import LEAST_ROOM

_PLATE = 2.5
"""times the body's size a nameplate is at least"""
_LARGE = 1.5
"""times the body's size a head is that looks jammed"""
_LESS = 0.8
"""of the front's nameplate: the same words so large again make a second front"""


def folios_true(paper: SeenPaper) -> Finding:
    """S31: a page whose folio names a section holds stories of it, and mostly of it."""
    if not paper.has_copy:
        return unmeasured("S31")
    titles = paper.text.copy.titles if paper.text.copy else frozenset()
    section = {text.rank: squeezed(text.section) for text in paper.text.texts}

    def wrong(page: SeenPage) -> Iterator[LookFault]:
        named = [line for line in above(page) if line.text in titles]
        if len(named) != 1:
            return
        lines = {True: 0, False: 0}
        for story in page.each_story():
            if not any(_under(page, story.box[3], other, named[0]) for other in titles):
                lines[section.get(story.story) == named[0].text] += len(story.lines)
        if lines[False] > lines[True]:
            yield fault(page, named[0].box, named[0].words, float(lines[False]))

    return judged("S31", paper, wrong)


def above(page: SeenPage) -> list[SeenLine]:
    """Lines of the furniture above all stories."""
    return [line for line in page.loose if line.box[1] >= page.live[3] - 1]


def _under(page: SeenPage, top: float, title: str, folio: SeenLine) -> bool:
    """True where a head of another section stands over a place of the page."""
    return title != folio.text and any(
        line.text == title and line.y >= top and line.y < folio.y for line in page.loose)


def inner_dress(paper: SeenPaper) -> Finding:
    """S32: only the first page wears the nameplate of the paper."""
    front = paper.pages[0] if paper.pages else None
    plates = above(front) if front is not None else []
    plate = max(plates, key=lambda line: line.size, default=None)

    def dressed(page: SeenPage) -> Iterator[LookFault]:
        if plate is None or page is front or plate.size < _PLATE * page.size:
            return
        for line in above(page):
            if line.text == plate.text and line.size >= _LESS * plate.size:
                yield fault(page, line.box, line.words, line.size)

    return judged("S32", paper, dressed)


def room_below(paper: SeenPaper) -> Finding:
    """S40: the heads at the top of a page do not touch the rule of its furniture."""
    return judged("S40", paper, _jammed)


def _jammed(page: SeenPage) -> Iterator[LookFault]:
    top = page.live[3]
    wide = 0.6 * (page.live[2] - page.live[0])
    rules = [mark.box for mark in page.sheet.marks
             if mark.kind == "rule" and mark.box[2] - mark.box[0] >= wide]
    for story in page.stories:
        if not story.head or story.head_size < _LARGE * page.size:
            continue
        glyphs = [glyph.top for line in story.head for glyph in line.glyphs]
        over = [box[1] for box in rules if box[1] >= top - 2 * page.pitch]
        ink = max(glyphs)
        if over and 0 <= min(over) - ink < LEAST_ROOM * story.head_size:
            share = 100 * (min(over) - ink) / story.head_size
            yield fault(page, story.head_box, story.title, share)
