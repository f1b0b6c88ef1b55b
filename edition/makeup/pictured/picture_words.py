"""Where the caption of a picture stands: below it, beside it, or on it, as the pack has it."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from edition.compose.composed import Slug
from edition.makeup.composer import ComposingRoom
from edition.makeup.pictured.cropping import PLATE_TOP, Fitted
from edition.model import Figure

CAPTION_GAP = 0.2
"""rows between a picture and the cell of its caption"""
NARROWEST = 6.0
"""em of a caption; under a narrower picture it is as wide as this"""
BESIDE_GAP, BESIDE_LEAST = 1.0, 5.5
"""em between a picture and a caption beside it, and em that such a caption takes at least"""
ON_EDGE, ON_FOOT = 0.5, 0.15
"""em beside the words of a caption on its picture, and rows below them"""
ON_MOST, ON_WIDE = 0.35, 0.8
"""shares of a picture's depth and of its width that a caption may cover"""
STEP = 0.5
"""em to which the measure of a caption is rounded down: a few measures serve many pictures"""


@dataclass(frozen=True, slots=True)
class Words:
    """The caption of a picture in its place, counted from the head of the picture's place."""

    slugs: tuple[Slug, ...]
    rows: int
    """whole rows that picture and caption take together"""
    x: float
    """em right of the place's left edge"""
    row: float
    """rows below the head of the place, to the cell of the first line"""
    width: float
    """em"""
    shift: float = 0.0
    """em right of the place's left edge at which the picture stands"""
    on_picture: bool = False


def captioned(room: ComposingRoom, figure: Figure, fit: Fitted, cell: float) -> Words:
    """The caption of a picture that is fitted into a place `cell` em wide."""
    middle = (cell - fit.width) / 2
    if not figure.caption and not figure.credit:
        return Words((), fit.rows, middle, 0.0, fit.width, middle)
    if room.layout.captions == "inside" and (on := _on(room, figure, fit, middle)):
        return on
    beside = cell - fit.width - BESIDE_GAP
    if beside >= BESIDE_LEAST:
        measure = _rounded(min(beside, max(room.grid.measure, BESIDE_LEAST)))
        slugs = room.desk.caption(figure, measure)
        deep = sum(slug.rows for slug in slugs)
        row = max(0.0, PLATE_TOP + fit.deep - deep)
        rows = max(fit.rows, ceil(row + deep))
        return Words(slugs, rows, fit.width + BESIDE_GAP, row, measure)
    measure = fit.width if fit.width >= NARROWEST else min(cell, NARROWEST)
    slugs = room.desk.caption(figure, _rounded(measure))
    rows = fit.rows + sum(slug.rows for slug in slugs)
    return Words(slugs, rows, (cell - measure) / 2, fit.rows + CAPTION_GAP, measure, middle)


def _on(room: ComposingRoom, figure: Figure, fit: Fitted, shift: float) -> Words | None:
    """The caption at the foot of its picture; None where it would cover too much of it."""
    measure = _rounded(fit.width - 2 * ON_EDGE)
    if measure < NARROWEST:
        return None
    slugs = room.desk.caption(figure, measure)
    deep = sum(slug.rows for slug in slugs)
    wide = max((line.start + line.width) * slug.size for slug in slugs for line in slug.lines)
    if deep > ON_MOST * fit.deep or wide > ON_WIDE * fit.width:
        return None
    row = PLATE_TOP + fit.deep - deep - ON_FOOT
    return Words(slugs, fit.rows, shift + ON_EDGE, row, measure, shift, True)


def _rounded(measure: float) -> float:
    return measure if measure < 1 else measure // STEP * STEP
