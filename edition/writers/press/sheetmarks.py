"""The boxes of a page for the press, and what is printed round it: crop and register marks.

The sheet is as large as the page, its bleed, and a margin for the marks, which stand outside the
bleed and are printed in every ink.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pydyf

from edition.writers.press.inked import OFF
from edition.writers.tagged.drawnobjects import meant

MM = 72 / 25.4
"""pt"""
MARGIN = 8.0
"""mm round the bleed"""
CLEAR = 0.5
"""mm between the bleed and a crop mark"""
CROP = 5.0
"""mm, of a crop mark"""
RADIUS = 1.5
"""mm, of the ring of a register mark; its lines are twice as long as the ring is wide"""
HAIR = 0.25
"""pt, width of a mark"""
ALL = "EdAll"
"""a colour space: every ink at once"""
_ROUND = 0.5523
"""of its radius, the handle of a quarter of a ring"""
Box = tuple[float, float, float, float]


def mark_page(pdf: Any, page: Any, bleed: float) -> None:
    """Give a page its boxes and its marks; nothing of it is drawn beyond the bleed, in mm."""
    trim: Box = tuple(page["TrimBox"])
    reach, margin = bleed * MM, MARGIN * MM
    page["BleedBox"] = _box(_grown(trim, reach))
    page["MediaBox"] = _box(_grown(trim, reach + margin))
    page["TrimBox"] = _box(trim)
    _every_ink(pdf, meant(pdf, page["Resources"]))
    stream = meant(pdf, page["Contents"])
    left, foot, right, head = _grown(trim, reach)
    clip = f"{left:.3f} {foot:.3f} {right - left:.3f} {head - foot:.3f} re W n"
    stream.stream = [
        b"q", clip.encode(), *stream.stream, b"Q",
        b"q", f"/{OFF} gs /{ALL} CS 1 SCN {HAIR} w".encode(),
        *(mark.encode() for mark in (*_crops(trim, reach), *_registers(trim, reach))), b"Q",
    ]


def _grown(box: Box, by: float) -> Box:
    left, foot, right, head = box
    return (left - by, foot - by, right + by, head + by)


def _box(box: Box) -> Any:
    return pydyf.Array([round(side, 3) for side in box])


def _every_ink(pdf: Any, resources: Any) -> None:
    """The colour space of the marks among the resources of a page, once for all pages."""
    held = meant(pdf, resources["ColorSpace"])
    if ALL not in held:
        tint = pydyf.Dictionary({
            "FunctionType": 2, "Domain": pydyf.Array((0, 1)), "N": 1,
            "C0": pydyf.Array((0, 0, 0, 0)), "C1": pydyf.Array((1, 1, 1, 1)),
        })
        held[ALL] = pydyf.Array(("/Separation", "/All", "/DeviceCMYK", tint))


def _crops(trim: Box, reach: float) -> Iterator[str]:
    """Two strokes at each corner, in line with the edges of the sheet, outside the bleed."""
    left, foot, right, head = trim
    near = reach + CLEAR * MM
    far = near + CROP * MM
    for x, out in ((left, -1), (right, 1)):
        for y, up in ((foot, -1), (head, 1)):
            yield _stroke((x, y + up * near), (x, y + up * far))
            yield _stroke((x + out * near, y), (x + out * far, y))


def _registers(trim: Box, reach: float) -> Iterator[str]:
    """A ring with a cross in the middle of each side."""
    left, foot, right, head = trim
    away, arm = reach + CROP * MM / 2 + RADIUS * MM / 2, 2 * RADIUS * MM
    across, down = (left + right) / 2, (foot + head) / 2
    for x, y in ((across, foot - away), (across, head + away), (left - away, down),
                 (right + away, down)):
        yield _stroke((x - arm, y), (x + arm, y))
        yield _stroke((x, y - arm), (x, y + arm))
        yield _ring(x, y, RADIUS * MM)


def _stroke(begin: tuple[float, float], end: tuple[float, float]) -> str:
    return f"{begin[0]:.3f} {begin[1]:.3f} m {end[0]:.3f} {end[1]:.3f} l S"


def _ring(x: float, y: float, radius: float) -> str:
    bend = radius * _ROUND
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{x + radius:.3f} {y:.3f} m"]
    for (a, b), (c, d) in pairwise(corners):
        first = (x + a * radius + c * bend, y + b * radius + d * bend)
        second = (x + c * radius + a * bend, y + d * radius + b * bend)
        last = (x + c * radius, y + d * radius)
        parts.append(" ".join(f"{one[0]:.3f} {one[1]:.3f}" for one in (first, second, last)) + " c")
    return " ".join(parts) + " s"
