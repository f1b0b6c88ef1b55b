"""Pictures lost in the white of their place, pages without one (IDs S39 and S41)."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median

from edition.checks.report import Finding
from edition.checks.rules.look.page_faults import LookFault, fault, judged
from edition.checks.rules.look.picture_places import pictures
from edition.checks.sight.boxes import Box, across, area, down, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.targets import LEAST_IN_PLACE

_ORNAMENT = 3.0
"""rows; what is less high is no picture"""
_NEAR, _LEVEL = 2.5, 1.5
"""em from the last leg to a picture of its story beside it; rows their tops differ at most"""
_NARROW = 1.3
"""times the usual measure: a wider leg runs over several columns"""
_MANY = 5
"""stories of a page that has room for a picture"""


def fill_places(paper: SeenPaper) -> Finding:
    """S39: a picture fills the columns it stands in, or has text beside it."""
    return judged("S39", paper, _lost)


def _lost(page: SeenPage) -> Iterator[LookFault]:
    legs = [leg.box for story in page.stories for leg in story.legs if len(leg.lines) > 3]
    usual = median([box[2] - box[0] for box in legs]) if legs else 0.0
    columns = [box for box in legs if box[2] - box[0] < _NARROW * usual]
    for picture in _shown(page):
        place = _place(page, picture, columns)
        if place is None:
            continue
        share = 100 * area(picture) / max(1.0, area(place))
        if share < LEAST_IN_PLACE:
            yield fault(page, picture, f"{share:.0f} %", share, 1 + (LEAST_IN_PLACE - share) / 30)


def _shown(page: SeenPage) -> list[Box]:
    least = _ORNAMENT * page.pitch
    return [p for p in page.sheet.pictures if p[3] - p[1] >= least
            and not any(across(p, s) > 0 and down(p, s) > 0 for s in page.spaces)]


def _place(page: SeenPage, picture: Box, columns: list[Box]) -> Box | None:
    """The columns a picture stands in, from the ink above it to the ink below; None for none."""
    under = [c for c in columns if across(c, picture) > page.size]
    if not under:
        return None
    wide = union([picture, *under])
    row = wide[0], picture[1], wide[2], picture[3]
    ink: list[Box] = [line.box for story in page.each_story() for line in story.lines]
    ink += [line.box for line in page.loose]
    ink += [p for p in page.sheet.pictures if p != picture]
    ink += [mark.box for mark in page.sheet.marks if mark.box[2] - mark.box[0] > page.size]
    ink += _headed(page, picture)
    ink = [box for box in ink if across(box, wide) > 0]
    if any(across(box, row) > 0 and down(box, row) > page.size for box in ink):
        return None
    head = min([box[1] for box in ink if box[1] >= picture[3] - 1], default=picture[3])
    foot = max([box[3] for box in ink if box[3] <= picture[1] + 1], default=picture[1])
    slack = page.pitch
    return (wide[0], min(picture[1], foot + slack), wide[2], max(picture[3], head - slack))


def _headed(page: SeenPage, picture: Box) -> Iterator[Box]:
    """The heads over a picture level with their legs, as wide as all that stands under them.

    The white beside a head set in the middle is the head's, not the picture's.
    """
    for story in page.stories:
        if not story.head or not story.legs:
            continue
        tops = [leg.box[3] for leg in story.legs] + [picture[3]]
        whole, head = union([story.box, picture]), story.head_box
        apart = across(story.box, picture) < -_NEAR * page.size
        if not apart and max(tops) <= head[1] + page.size and any(
            abs(top - picture[3]) < _LEVEL * page.pitch for top in tops[:-1]
        ):
            yield whole[0], head[1], whole[2], head[3]


def any_picture(paper: SeenPaper) -> Finding:
    """S41: a page of five stories and more shows a picture."""
    return judged("S41", paper, _none)


def _none(page: SeenPage) -> Iterator[LookFault]:
    if len(page.stories) >= _MANY and not pictures(page):
        yield fault(page, page.live, page.stories[0].title, float(len(page.stories)))
