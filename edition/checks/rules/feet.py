"""Feet of columns and legs (ID S3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import Box, across
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.targets import MOST_SHORT
from edition.messages.texts import Phrase

MOST_FOOT = 1.0
"""rows a column may end above the foot of the page"""
_SLACK = 0.25
"""rows of rounding"""


@dataclass(frozen=True, slots=True)
class _Foot:
    rows: float
    """above the foot it should reach"""
    most: float
    """rows it may be short"""
    x: float
    y: float
    """pt from the foot of the sheet: where what is short ends"""
    what: str
    """phrase for a column or a leg that is short"""


def feet_level(paper: SeenPaper) -> Finding:
    """S3: columns reach the foot of the page, the legs of a story one foot.

    The excess is rows a foot on the mean: one story that is guessed wrong is not the page.
    """
    broken: list[FaultPlace] = []
    worst = short = 0.0
    total = 0
    for page in paper.pages:
        feet = [*_column_feet(page), *(foot for s in page.stories for foot in _leg_feet(page, s))]
        total += len(feet)
        over = [foot.rows - foot.most for foot in feet]
        worst = max([worst, *over])
        short += sum(rows for rows in over if rows > _SLACK) / max(1, len(feet))
        broken += [_place(page, foot) for foot in feet if foot.rows > foot.most + _SLACK]
    return Finding("S3", "should", len(broken), total, round(worst, 2), tuple(broken),
                   short / max(1, len(paper.pages)))


def legs_even(paper: SeenPaper) -> Finding:
    """S24: the legs of a story end together; the excess is the share of legs that do not."""
    found, total = [], 0
    for page in paper.pages:
        feet = [foot for story in page.stories for foot in _leg_feet(page, story)]
        total += len(feet)
        found += [
            (_place(page, foot), foot.rows)
            for foot in feet if foot.rows > max(MOST_SHORT, foot.most) + _SLACK
        ]
    share = 100 * len(found) / max(1, total)
    return Finding("S24", "should", len(found), total,
                   round(max((rows for _, rows in found), default=0.0), 2),
                   tuple(place for place, _ in found), share)


def _place(page: SeenPage, foot: _Foot) -> FaultPlace:
    return FaultPlace(page.number, foot.x, foot.y, Phrase(foot.what, {"rows": foot.rows}))


def _column_feet(page: SeenPage) -> Iterator[_Foot]:
    marks = [line.box for story in page.stories for line in story.lines] + page.framed
    foot = _shared_foot(page, marks)
    legs = [(leg.box, len(story.legs) - 1.0 if leg is story.legs[-1] else 0.0)
            for story in page.stories for leg in story.legs]
    columns: list[Box] = []
    for box, _ in sorted(legs, key=lambda leg: leg[0][2] - leg[0][0]):
        if not any(across(box, column) > 0 for column in columns):
            columns.append(box)
    for column in columns:
        last = min(box[1] for box in marks if across(box, column) > 0)
        _, spare = min((leg for leg in legs if across(leg[0], column) > 0),
                       key=lambda leg: leg[0][1])
        rows = (last - foot) / page.pitch
        yield _Foot(rows, max(MOST_FOOT, spare), column[0], last, "column_short")


def _shared_foot(page: SeenPage, marks: Sequence[Box]) -> float:
    """pt of the foot all columns share: the lowest mark, unless the live area ends well below.

    The grid need not end on the last point of the area, so a row of white says nothing.
    """
    lowest = min(box[1] for box in marks)
    return page.foot if lowest - page.foot > (MOST_FOOT + _SLACK) * page.pitch else lowest


def _leg_feet(page: SeenPage, story: SeenStory) -> Iterator[_Foot]:
    """Feet of legs that begin level; the last may be as much short as an even share leaves."""
    if len(story.legs) < 2:
        return
    low_art = [p for p in page.sheet.pictures if story.box[1] - page.pitch < p[1]]
    feet = [
        min([leg.box[1], *(p[1] for p in low_art if across(p, leg.box) > 0)])
        for leg in story.legs
    ]
    foot = min(feet)
    for n, (leg, low) in enumerate(zip(story.legs, feet, strict=True)):
        most = MOST_FOOT if story.members else 0.0
        most = len(feet) - 1.0 if n == len(feet) - 1 else most
        yield _Foot((low - foot) / page.pitch, most, leg.box[0], low, "leg_short")
