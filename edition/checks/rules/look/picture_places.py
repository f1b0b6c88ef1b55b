"""Pictures: with their story, whole, no wider than they bear, unlike (IDs S21, S27 to S30, S36)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from edition.checks.report import FaultPlace, Finding, unmeasured
from edition.checks.rules.look.page_faults import LookFault, fault, headed, judged
from edition.checks.sight.boxes import Box, across, area, centred_in, down, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.targets import MOST_CROP, PORTRAIT, PORTRAIT_COLUMNS

_SMALL = 0.005
"""share of the page below which a picture is an ornament"""
_ALIKE = 0.1
"""share the sides of two pictures may differ and be alike"""
_NEAR = 4.0
"""rows between a picture and the nearest story"""
_FAR = 7.0
"""rows between a caption and its story: a picture over the head has the head's white below it"""


def pictures(page: SeenPage) -> list[Box]:
    """Those of the copy: neither ornaments nor within an advertisement."""
    whole = page.sheet.width * page.sheet.height
    return [p for p in page.sheet.pictures
            if area(p) > _SMALL * whole and not any(centred_in(p, s) for s in page.spaces)]


def with_story(paper: SeenPaper) -> Finding:
    """S21: a picture stands with a story, and its caption with the story it belongs to."""
    return judged("S21", paper, _parted)


def _parted(page: SeenPage) -> Iterator[LookFault]:
    far = _NEAR * page.pitch
    given = {id(p) for art in page.art() for p in art}
    extents = page.extents()
    for picture in pictures(page):
        near = id(picture) in given or any(
            across(picture, box) > -far and down(picture, box) > -far for box in extents)
        if not near:
            yield fault(page, picture, "", 1.0)
    for story in page.stories:
        for part in story.members or (story,):
            if part.captions:
                box = union(line.box for line in part.captions)
                strangers = [s.box for s in page.stories if s is not story]
                if any(centred_in(box, s) for s in strangers) or (
                        _gap(box, story.box) > _FAR * page.pitch):
                    yield fault(page, box, part.captions[0].words[:16], 1.0)


def _gap(a: Box, b: Box) -> float:
    """pt of white between two boxes, sideways and up and down together."""
    return max(0.0, -across(a, b)) + max(0.0, -down(a, b))


def words_beside(paper: SeenPaper) -> Finding:
    """S36: heads and text stand beside pictures, never on them."""
    return judged("S36", paper, _covered)


def _covered(page: SeenPage) -> Iterator[LookFault]:
    shown = pictures(page)
    for story in page.stories:
        lines = [*story.head, *(line for leg in story.legs for line in leg.lines)]
        on = [line for line in lines for g in line.glyphs
              if any(centred_in((g.x, g.y, g.x + g.size, g.y + 0.8 * g.size), p) for p in shown)]
        if on:
            yield fault(page, on[0].box, on[0].words[:16], float(len(on)))


def lead_pictured(paper: SeenPaper) -> Finding:
    """S27: where a page has pictures, its lead has one."""
    return judged("S27", paper, _unpictured)


def _unpictured(page: SeenPage) -> Iterator[LookFault]:
    heads = headed(page)
    if len(heads) < 3 or not pictures(page):
        return
    held = {story.story: art for story, art in zip(page.stories, page.art(), strict=True)}
    if not any(held[story.story] for story in heads[:2]):
        yield fault(page, heads[0].head_box, heads[0].title, 0.0)


def cropped(paper: SeenPaper) -> Finding:
    """S28: no more than 16 % of a picture is cut away, as far as the file tells."""
    found = [
        (FaultPlace(sheet.number, box[0], box[3], f"{100 * lost:.0f} %"), 100 * lost)
        for sheet in paper.sheets
        for box, lost in zip(sheet.pictures, sheet.crops, strict=False)
    ]
    over = [max(0.0, lost - MOST_CROP) for _, lost in found]
    if not found:
        return unmeasured("S28", "page_does_not_tell")
    return Finding(
        "S28", "should", sum(o > 0 for o in over), len(found),
        round(max(lost for _, lost in found), 1),
        tuple(place for (place, _), o in zip(found, over, strict=True) if o > 0),
        sum(over) / len(over),
    )


def portraits(paper: SeenPaper) -> Finding:
    """S29: a portrait is at most two columns wide."""
    return judged("S29", paper, _wide_portraits)


def _wide_portraits(page: SeenPage) -> Iterator[LookFault]:
    legs = [leg.box[2] - leg.box[0] for story in page.stories for leg in story.legs
            if len(leg.lines) > 3]
    column = sorted(legs)[len(legs) // 2] if legs else 0.0
    for picture in pictures(page):
        wide, high = picture[2] - picture[0], picture[3] - picture[1]
        columns = wide / (column + page.size) if column else 0.0
        if high > PORTRAIT * wide and columns > PORTRAIT_COLUMNS + 0.2:
            yield fault(page, picture, f"{columns:.1f}", columns, columns - PORTRAIT_COLUMNS)


def alike(paper: SeenPaper) -> Finding:
    """S30: no two pictures of different stories and of one size stand side by side."""
    return judged("S30", paper, _alike)


def _alike(page: SeenPage) -> Iterator[LookFault]:
    of = {id(p): n for n, art in enumerate(page.art()) for p in art}
    for a, b in combinations(pictures(page), 2):
        sides = [(p[2] - p[0], p[3] - p[1]) for p in (a, b)]
        same = all(abs(x - y) <= _ALIKE * max(x, y) for x, y in zip(*sides, strict=True))
        level = down(a, b) > 0.5 * min(sides[0][1], sides[1][1])
        close = -across(a, b) < 4 * page.size
        if same and level and close and of.get(id(a)) != of.get(id(b)):
            yield fault(page, a, "", 2.0)
