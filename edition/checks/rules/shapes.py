"""Shapes of stories, and the share pictures take of a page (IDs S13 and S14)."""

from __future__ import annotations

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.boxes import area, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.targets import DOMINANCE, SHAPES, SHARE
from edition.messages.texts import Phrase

_SMALL = 0.005
"""share of the page below which a picture is an ornament"""


def story_shapes(paper: SeenPaper) -> Finding:
    """S13: no story is a ribbon or a pole."""
    found, worst = [], None
    for page in paper.pages:
        for story, box in zip(page.stories, page.extents(), strict=True):
            shape = (box[2] - box[0]) / max(1.0, box[3] - box[1])
            if not SHAPES[0] <= shape <= SHAPES[1]:
                at = story.place_box
                found.append(FaultPlace(page.number, at[0], at[3], f"{story.title}: {shape:.2f}"))
                worst = max(worst or 1.0, shape, 1 / shape)
    rate = len(found) / max(1, len(paper.pages))
    return Finding("S13", "should", len(found), sum(len(p.stories) for p in paper.pages),
                   None if worst is None else round(worst, 2), tuple(found), rate)


def picture_share(paper: SeenPaper) -> Finding:
    """S14, over the pages that have pictures: a figure, for the copy gives the pictures."""
    found: list[FaultPlace] = []
    shares: list[float] = []
    for page in paper.pages:
        whole = page.sheet.width * page.sheet.height
        pictures = [p for p in page.sheet.pictures if area(p) > _SMALL * whole]
        sizes = sorted(map(area, pictures), reverse=True)
        if not sizes:
            continue
        share = 100 * sum(sizes) / area(union([page.live, *pictures]))
        shares.append(share)
        if not SHARE[0] <= share <= SHARE[1]:
            words = Phrase("pictures_take", {"share": share})
            found.append(FaultPlace(page.number, 0, 0, words))
        if len(sizes) > 1 and sizes[0] < DOMINANCE * sizes[1]:
            words = Phrase("no_picture_leads", {"ratio": sizes[0] / sizes[1]})
            found.append(FaultPlace(page.number, 0, 0, words))
    middle = sum(SHARE) / 2
    worst = max(shares, key=lambda share: abs(share - middle)) if shares else None
    return Finding("S14", "info", len(found), len(shares),
                   None if worst is None else round(worst, 1), tuple(found))
