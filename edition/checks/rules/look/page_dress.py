"""What a page says it is: the section in its folio, the nameplate of a front (IDs S31 and S32)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.given_copy import squeezed
from edition.checks.report import Finding, unmeasured
from edition.checks.rules.look.page_faults import LookFault, fault, judged
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage

_PLATE = 2.5
"""times the body's size a nameplate is at least"""
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
