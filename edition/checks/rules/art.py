"""Pictures: their share of the page and which of them leads (make-up ID S14)."""

from __future__ import annotations

from collections.abc import Sequence

from edition.checks.report import Finding, Place
from edition.checks.sight.blocks import View, union
from edition.checks.sight.sheet import area

SHARE = (20.0, 45.0)
"""% of the area of stories and pictures"""
DOMINANCE = 1.5
"""the largest picture ÷ the next"""
_SMALL = 0.005
"""share of the page below which a picture is an ornament"""


def check_art(views: Sequence[View]) -> Finding:
    """S14, over the pages that have pictures: a figure, for the copy gives the pictures."""
    found: list[Place] = []
    shares: list[float] = []
    for view in views:
        page = area((0.0, 0.0, view.sheet.width, view.sheet.height))
        pictures = [p for p in view.sheet.pictures if area(p) > _SMALL * page]
        live = area(union([view.live, *pictures]))
        sizes = sorted(map(area, pictures), reverse=True)
        if not sizes:
            continue
        share = 100 * sum(sizes) / live
        shares.append(share)
        if not SHARE[0] <= share <= SHARE[1]:
            found.append(Place(view.sheet.number, 0, 0, f"pictures take {share:.0f} %"))
        if len(sizes) > 1 and sizes[0] < DOMINANCE * sizes[1]:
            found.append(Place(view.sheet.number, 0, 0,
                               f"the largest is {sizes[0] / sizes[1]:.2f} of the next"))
    middle = sum(SHARE) / 2
    worst = max(shares, key=lambda share: abs(share - middle)) if shares else None
    return Finding("S14", "info", "pictures take 20 to 45 % of a page with any (%), one leads",
                   len(found), len(shares), None if worst is None else round(worst, 1),
                   tuple(found))
