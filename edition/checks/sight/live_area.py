"""The live area of a page (版心): where type, pictures and rules of the paper may stand.

Whatever a page leaves white, its area is known from what else is drawn: the furniture and the
rules of the page, the other pages of its size, and the margins at its head and sides. Lengths
in pt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from edition.checks.sight.boxes import Box
from edition.checks.sight.sheet import Sheet

_BLEED = 6.0
"""pt from the edge of the sheet within which what is drawn tells nothing of the margins"""
_UNLIKE = 2.0
"""times the lesser margin at the sides the other may be"""


def live_areas(sheets: Sequence[Sheet]) -> Mapping[int, Box]:
    """The live area of each page that has any ink, by its number.

    Pages of one size share their margins. A margin at the foot is never taken to be deeper than
    that at the head and the lesser one at the sides, one at a side than twice the other: what is
    white beyond is white of the page.
    """
    sizes: dict[tuple[int, int], list[Sheet]] = {}
    for sheet in sheets:
        sizes.setdefault((round(sheet.width), round(sheet.height)), []).append(sheet)
    found: dict[int, Box] = {}
    for alike in sizes.values():
        inked = [box for sheet in alike for box in ink(sheet)]
        if not inked:
            continue
        wide, high = alike[0].width, alike[0].height
        sides = min(b[0] for b in inked), wide - max(b[2] for b in inked)
        left, right = (min(side, _UNLIKE * min(sides)) for side in sides)
        top = max(b[3] for b in inked)
        foot = min(min(b[1] for b in inked), max(min(sides), high - top))
        found |= {sheet.number: (left, foot, wide - right, top) for sheet in alike}
    return found


def ink(sheet: Sheet) -> list[Box]:
    """All that is drawn within the edges of the sheet."""
    glyphs = [(g.left, g.bottom, g.right, g.top) for g in sheet.glyphs if not g.char.isspace()]
    boxes = [*glyphs, *sheet.pictures, *(mark.box for mark in sheet.marks)]
    return [
        box for box in boxes
        if box[0] > _BLEED and box[1] > _BLEED
        and box[2] < sheet.width - _BLEED and box[3] < sheet.height - _BLEED
    ]
