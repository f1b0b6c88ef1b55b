"""Whether a page has something to look at: relief, one dominant thing, boxes in measure, news.

IDs S19 (grey text), S20 (house copy), S22 (boxes), S23 (a dominant element), S33 (balance).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from edition.checks.report import Finding
from edition.checks.rules.look.page_faults import LookFault, fault, headed, judged
from edition.checks.sight.boxes import Box, area, centred_in, meet, union
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.targets import (
    LEAST_DOMINANT,
    MOST_BOXED,
    MOST_GREY,
    MOST_HOUSE,
    MOST_LEAN,
)


def grey_text(paper: SeenPaper) -> Finding:
    """S19: no story runs on for long without a picture, a crosshead or a quotation."""
    return judged("S19", paper, _grey)


def _grey(page: SeenPage) -> Iterator[LookFault]:
    face = _body_face(page)
    total = sum(len(leg.lines) for story in page.stories for leg in story.legs)
    for story, art in zip(page.stories, page.art(), strict=True):
        if story.members:
            continue
        lines = [line for leg in story.legs for line in leg.lines]
        relief = len(art) + _reliefs(lines, face, page)
        each = len(lines) / (relief + 1)
        if each > MOST_GREY:
            share = 100 * (len(lines) - MOST_GREY * (relief + 1)) / total
            yield fault(page, story.box, f"{story.title}: {each:.0f}", each, share)


def _body_face(page: SeenPage) -> str:
    faces = Counter(
        line.glyphs[0].font for story in page.stories for leg in story.legs for line in leg.lines
        if page.body.sets(line)
    )
    return faces.most_common(1)[0][0] if faces else ""


def _reliefs(lines: Sequence[SeenLine], face: str, page: SeenPage) -> int:
    """Crossheads and quotations: stretches of lines in another face or size than the text.

    What ends the story, as a byline does, is none.
    """
    other = [line.glyphs[0].font != face or line.size > page.size + 0.05 for line in lines]
    while other and other[-1]:
        other.pop()
    return sum(now and not before for before, now in zip([False, *other], other, strict=False))


def house_share(paper: SeenPaper) -> Finding:
    """S20: news takes most of a page, house copy and advertisements the lesser part."""
    return judged("S20", paper, _house)


def _house(page: SeenPage) -> Iterator[LookFault]:
    whole = page.area or page.live
    lines = (line.box for line in page.loose)
    beside = [*page.spaces, *(
        box for box in lines
        if centred_in(box, whole) and not any(centred_in(box, space) for space in page.spaces)
    )]
    share = 100 * sum(area(meet(box, whole)) for box in beside) / max(1.0, area(whole))
    if share > MOST_HOUSE:
        yield fault(page, whole, f"{share:.0f} %", share, share - MOST_HOUSE)


def boxes(paper: SeenPaper) -> Finding:
    """S22: few stories stand in a box, so that a box says something."""
    return judged("S22", paper, _boxes)


def _boxes(page: SeenPage) -> Iterator[LookFault]:
    if len(page.stories) < 2:
        return
    boxed = [story for story in page.stories if _boxed(page, story)]
    most = max(1.0, MOST_BOXED * len(page.stories) / 100)
    share = 100 * len(boxed) / len(page.stories)
    if len(boxed) > most:
        yield fault(page, boxed[0].box, f"{boxed[0].title}: {share:.0f} %", share,
                    len(boxed) - most)


def _boxed(page: SeenPage, story: SeenStory) -> bool:
    """True where a frame or a tint holds the story, and little but it."""
    held = story.span
    return any(
        mark.kind != "rule" and centred_in(held, mark.box) and mark.box[3] >= held[3] - page.size
        and area(held) > 0.4 * area(mark.box)
        and sum(centred_in(other.span, mark.box) for other in page.stories) == 1
        for mark in page.sheet.marks
    )


def dominant(paper: SeenPaper) -> Finding:
    """S23: one story or picture is larger than any other thing of the page."""
    return judged("S23", paper, _dominant)


def _dominant(page: SeenPage) -> Iterator[LookFault]:
    if len(page.stories) < 4:
        return
    whole = area(page.area or page.live)
    shares = sorted((100 * area(box) / whole for box in page.extents()), reverse=True)
    if shares[0] < LEAST_DOMINANT:
        yield fault(page, page.live, f"{shares[0]:.0f} %", shares[0], LEAST_DOMINANT - shares[0])


def balance(paper: SeenPaper) -> Finding:
    """S33: what weighs, heads and pictures, does not stand on one side of the page."""
    return judged("S33", paper, _balance)


def _balance(page: SeenPage) -> Iterator[LookFault]:
    whole = page.area or page.live
    heavy: list[Box] = [*page.sheet.pictures, *(s.head_box for s in headed(page))]
    weight = sum(map(area, heavy))
    if len(heavy) < 2 or not weight:
        return
    middle = sum(area(box) * (box[0] + box[2]) / 2 for box in heavy) / weight
    lean = 100 * abs(middle - (whole[0] + whole[2]) / 2) / max(1.0, whole[2] - whole[0])
    if lean > MOST_LEAN:
        yield fault(page, union(heavy), f"{lean:.0f} %", lean, lean - MOST_LEAN)
