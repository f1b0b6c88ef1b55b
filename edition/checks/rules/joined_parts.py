"""Heads at their text, captions at their picture (ID H6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import Box, across, down, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.messages.texts import Phrase
from edition.trade.page_bounds import HEAD_ROWS

_LEADING = 1.5
"""rows between two lines of a caption, or between it and its picture, that are no white"""
_ASIDE = 0.5
"""widths of its leg that a head turned, or of lines at the side of all its text, is off at most"""
_CAPTION = 2.5
"""rows between a picture and its caption"""


def parts_joined(paper: SeenPaper) -> Finding:
    """H6: a head stands directly above or beside its first leg, a caption at its picture."""
    found: list[FaultPlace] = []
    total = 0
    shown = any(page.sheet.pictures for page in paper.pages)
    for page in paper.pages:
        for story, art in zip(page.stories, page.art(), strict=True):
            for part in story.members or (story,):
                total += bool(part.head and part.first_leg is not None)
                found += _apart(page, part, art)
                if shown:  # A caption without any picture stands for one the copy lacks.
                    total += bool(part.captions)
                    found += _uncaptioned(page, part)
    return Finding("H6", "must" if paper.has_copy else "should", len(found), total, None,
                   tuple(found), len(found) / max(1, len(paper.pages)))


def _apart(page: SeenPage, story: SeenStory, art: Sequence[Box]) -> Iterator[FaultPlace]:
    if story.head and story.first_leg is not None and not _joined(page, story, art):
        words = Phrase("head_apart", {"title": story.title})
        yield FaultPlace(page.number, story.head_box[0], story.head_box[3], words)


def _uncaptioned(page: SeenPage, story: SeenStory) -> Iterator[FaultPlace]:
    if story.captions and not _captioned(page, union(line.box for line in story.captions)):
        line = story.captions[0]
        words = Phrase("caption_apart", {"words": line.words[:16]})
        yield FaultPlace(page.number, line.x, line.y, words)


def _joined(page: SeenPage, story: SeenStory, art: Sequence[Box]) -> bool:
    assert story.first_leg is not None
    head, leg = story.head_box, story.legs[story.first_leg].box
    if any(other.box[0] < leg[0] - 1 and abs(other.box[3] - leg[3]) <= page.pitch
           for other in story.legs):
        return False
    row = union(x.box for x in story.legs if abs(x.box[3] - leg[3]) <= 2 * page.pitch)
    middle = (head[0] + head[2]) / 2
    captions = (line.box for line in story.captions)
    white = head[1] - leg[3] - _covered([
        (box[1], box[3]) for box in (*art, *captions, *page.small_lines)
        if leg[3] - page.pitch < box[1] and box[3] < head[1] + page.pitch
    ], _LEADING * page.pitch)
    left, right = _room(page, story, row)
    above = left - page.size <= middle <= right + page.size or across(head, leg) > 0
    if above and -page.pitch <= white <= HEAD_ROWS * page.pitch:
        return True
    gap = max(leg[0] - head[2], head[0] - row[2])
    most = 4 * page.size
    if story.head_beside and (story.turned or len(story.head) > 1):
        # It may stand in the middle of a column of its own (竖题, 旁题).
        most = max(most, _ASIDE * (leg[2] - leg[0]))
    return down(head, row) > 0 and -page.size <= gap <= most


def _covered(spans: Sequence[tuple[float, float]], leading: float) -> float:
    """Length of all stretches together, what they share and the leading between counted once."""
    total, reach = 0.0, float("-inf")
    for low, high in sorted(spans):
        begin = reach if low - reach <= leading else low
        total += max(0.0, high - max(begin, reach))
        reach = max(reach, high)
    return total


def _room(page: SeenPage, story: SeenStory, row: Box) -> tuple[float, float]:
    """How far the place above a row of legs goes: to the legs of other stories beside it."""
    strip = row[0], row[3] - 3 * page.pitch, row[2], story.head_box[3]
    beside = [leg.box for other in page.stories if other is not story for leg in other.legs
              if down(leg.box, strip) > 0]
    left = max((b[2] for b in beside if b[2] <= row[0] + page.size), default=0.0)
    right = min((b[0] for b in beside if b[0] >= row[2] - page.size), default=page.sheet.width)
    return left, right


def _captioned(page: SeenPage, caption: Box) -> bool:
    far = _CAPTION * page.pitch
    return any(
        across(caption, p) > -far and down(caption, p) > -far
        and max(across(caption, p), down(caption, p)) > 0
        for p in page.sheet.pictures
    )
