"""Heads side by side across a gutter, white straight across the page (IDs S5, S6, S6V)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from edition.checks.report import FaultPlace, Finding
from edition.checks.rules.side_by_side import level, parted
from edition.checks.sight.boxes import Box, across, down
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.targets import MOST_BUMPS
from edition.messages.texts import Phrase

_CUT = 0.75
"""rows of white a level cut shows at least; less is a step, not a line"""
_UPRIGHT = 0.5
"""em of white an upright cut shows at least"""
_UNDER = 3.0
"""rows between a head and the picture under it: heads in a row over their pictures are no bump"""
_ACROSS, _UP = 0, 1
"""axes along which stories are parted: by upright gutters, by level white"""


def bumps(paper: SeenPaper) -> Finding:
    """S5: heads of two stories across one gutter at one height, nothing but a rule between."""
    pages = paper.pages
    found = [
        FaultPlace(page.number, a.head_box[0], a.head_box[3], f"{a.title} | {b.title}")
        for page in pages
        for a, b in combinations(page.stories, 2)
        if a.head and b.head and _bump(page, *sorted((a, b), key=lambda x: x.box[0]))
    ]
    rate = len(found) / max(1, len(pages))
    over = max(0.0, rate - MOST_BUMPS)
    return Finding("S5", "should", len(found) if over else 0, sum(len(p.stories) for p in pages),
                   round(rate, 2), tuple(found), over)


def _bump(page: SeenPage, left: SeenStory, right: SeenStory) -> bool:
    if left.turned or right.turned:
        return False  # Lines that run down and lines that run across never read as one.
    a, b = left.head_box, right.head_box
    gap = right.box[0] - left.span[2]
    if not level(page, a, b) or not -page.size < gap < 3.5 * page.size:
        return False
    if _over_picture(page, left) and _over_picture(page, right):
        return False
    boxed = any(_holds(box, a) or _holds(box, b) for box in page.framed)
    return not boxed and not parted(page, (left, right), (a, b), page.framed)


def _over_picture(page: SeenPage, story: SeenStory) -> bool:
    """True where a picture of the story stands close under its head."""
    foot = story.head_box[1]
    return any(
        across(picture, story.box) > 0.5 * (picture[2] - picture[0])
        and -page.pitch < foot - picture[3] < _UNDER * page.pitch
        for picture in page.sheet.pictures
    )


def _holds(box: Box, inner: Box) -> bool:
    return across(box, inner) > 0.9 * (inner[2] - inner[0]) and (
        down(box, inner) > 0.9 * (inner[3] - inner[1])
    )


def level_cuts(paper: SeenPaper) -> Finding:
    """S6: straight white across a whole zone between its stories; a section head is no cut."""
    found = [
        FaultPlace(page.number, page.live[0], y, Phrase("cut_across"))
        for page in paper.pages for y in _cuts(page, _UP)
    ]
    rate = len(found) / max(1, len(paper.pages))
    return Finding("S6", "should", len(found), len(paper.pages), round(rate, 2), tuple(found),
                   rate)


def upright_cuts(paper: SeenPaper) -> Finding:
    """S6V: gutters that run through a whole zone."""
    found = [
        FaultPlace(page.number, x, page.live[1], Phrase("cut_down"))
        for page in paper.pages for x in _cuts(page, _ACROSS)
    ]
    rate = round(len(found) / max(1, len(paper.pages)), 2)
    return Finding("S6V", "info", len(found), len(paper.pages), rate, tuple(found))


def _cuts(page: SeenPage, axis: int) -> Iterator[float]:
    """Middle of each gap between stories of a zone along an axis, pt."""
    white = _CUT * page.pitch if axis == _UP else _UPRIGHT * page.size
    extents = page.extents()
    for zone in range(len(page.section_heads) + 1):
        stories = [
            (box[axis], box[axis + 2])
            for story, box in zip(page.stories, extents, strict=True)
            if page.zone_of(story.box) == zone
        ]
        spaces = [(box[axis], box[axis + 2]) for box in page.spaces if page.zone_of(box) == zone]
        yield from _gaps(stories, spaces, white)


def _gaps(
    stories: Sequence[tuple[float, float]], spaces: Sequence[tuple[float, float]], white: float
) -> Iterator[float]:
    """Middle of each gap of `white` or more between stories.

    A space for an advertisement may bridge a gap, but white between it and the news is no cut.
    """
    spans = sorted([*stories, *spaces])
    reach = spans[0][1] if spans else 0.0
    for low, high in spans[1:]:
        parts = any(end <= reach for _, end in stories) and any(
            begin >= low for begin, _ in stories)
        if low >= reach + white and parts:
            yield (low + reach) / 2
        reach = max(reach, high)
