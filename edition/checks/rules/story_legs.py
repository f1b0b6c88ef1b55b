"""Legs in themselves: their depth, lines left alone in them (IDs S11 and S12)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.report import FaultPlace, Finding, unmeasured
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenLeg, SeenPage, SeenStory
from edition.checks.targets import DEPTHS, MOST_ODD
from edition.messages.texts import Phrase

_MM = 72 / 25.4
"""pt in a millimetre"""
_LONE = 4.0
"""lines per 100 legs one lone line of a page counts for at most: few legs make a steep rate"""


def leg_depths(paper: SeenPaper) -> Finding:
    """S11: legs are 51 to 254 mm deep; a story of one column may be less, and a last leg."""
    found, total = [], 0
    for page in paper.pages:
        for story in page.stories:
            whole = [depth(leg, page) for leg in story.legs]
            total += len(whole)
            for n, (leg, deep) in enumerate(zip(story.legs, whole, strict=True)):
                if n and n == len(whole) - 1:
                    deep = max(deep, min(whole[n - 1], deep + n * page.pitch / _MM))
                low = 0.0 if len(whole) == 1 else DEPTHS[0]
                if not low <= round(deep, 1) <= DEPTHS[1]:
                    line = leg.lines[0]
                    words = Phrase("leg_depth", {"depth": deep, "title": story.title})
                    found.append(FaultPlace(page.number, line.x, line.y, words))
    share = 100 * len(found) / max(1, total)
    over = max(0.0, share - MOST_ODD)
    return Finding("S11", "should", len(found) if over else 0, total, round(share, 1),
                   tuple(found), over)


def depth(leg: SeenLeg, page: SeenPage) -> float:
    """mm from the head of the first line's row to the foot of the last one's."""
    rows = (leg.lines[0].y - leg.lines[-1].y) / page.pitch + 1
    return rows * page.pitch / _MM


def lone_lines(paper: SeenPaper) -> Finding:
    """S12: neither the first nor the last line of a paragraph stands alone in a leg."""
    stories = [(page, story) for page in paper.pages for story in page.stories]
    indented = any(
        _opens(line, leg, page)
        for page, story in stories for leg in story.legs for line in _body(leg, page)
    )
    if not indented:
        return unmeasured("S12", "no_indents")
    found = [
        FaultPlace(page.number, line.x, line.y, Phrase(what, {"words": line.words[:16]}))
        for page, story in stories for line, what in _alone(story, page)
    ]
    total = sum(len(story.legs) for _, story in stories)
    rate = 100 * len(found) / max(1, total)
    over = min(rate, _LONE * len(found) / max(1, len(paper.pages)))
    return Finding("S12", "should", len(found), total, round(rate, 1), tuple(found), over)


def _alone(story: SeenStory, page: SeenPage) -> Iterator[tuple[SeenLine, str]]:
    """Lines left alone, each with the phrase for it."""
    for n, leg in enumerate(story.legs):
        lines = _body(leg, page)
        if not lines:
            continue
        after = _body(story.legs[n + 1], page) if n + 1 < len(story.legs) else []
        goes_on = after and not _starts(after[0], story.legs[n + 1], page)
        if _opens(lines[-1], leg, page) and goes_on and lines[-1] is leg.lines[-1]:
            yield lines[-1], "first_line_at_foot"
        follows = lines[1] if len(lines) > 1 else None
        ends = follows is None or _starts(follows, leg, page) or _parted(lines[0], follows, page)
        if n and lines[0] is leg.lines[0] and not _starts(lines[0], leg, page) and ends:
            yield lines[0], "last_line_at_head"


def _body(leg: SeenLeg, page: SeenPage) -> list[SeenLine]:
    return [line for line in leg.lines if page.body.sets(line)]


def _opens(line: SeenLine, leg: SeenLeg, page: SeenPage) -> bool:
    return 0.8 * page.size < line.start - leg.box[0] < 2.6 * page.size


def _starts(line: SeenLine, leg: SeenLeg, page: SeenPage) -> bool:
    """True for the first line of a paragraph, and for what is ranged right, as a byline."""
    return line.start - leg.box[0] > 0.8 * page.size


def _parted(line: SeenLine, follows: SeenLine, page: SeenPage) -> bool:
    return line.y - follows.y > 1.4 * page.pitch
