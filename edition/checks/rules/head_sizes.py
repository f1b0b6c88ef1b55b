"""Sizes and widths of heads (IDs S8, S8L, S15)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from edition.checks.report import FaultPlace, Finding
from edition.checks.rules.look.page_faults import over_all
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenStory
from edition.checks.targets import LEAD, LEAST_FILL
from edition.messages.texts import Phrase

_LEAD = 2.0
"""inversions a lead outranked counts for beyond its own (S8)"""


def sizes_fall(paper: SeenPaper) -> Finding:
    """S8: a story of lower rank with the larger headline; without the copy, a lower head."""
    found = []
    under = {text.rank for text in paper.text.texts if text.grouped}
    outranked = 0
    for page in paper.pages:
        heads = sorted((s for s in page.stories if s.head_size), key=lambda s: s.story)
        for a, b in combinations(heads, 2):
            ordered = paper.has_copy or a.head_box[3] >= b.head_box[3]
            first, second = (a, b) if ordered else (b, a)
            larger = second.head_size > first.head_size + 0.1
            if first.story in under and paper.has_copy:
                continue  # The head over its group is the larger one.
            if larger and (paper.has_copy or _comparable(first, second)):
                words = Phrase("head_above", {"first": second.title, "second": first.title})
                box = second.head_box
                found.append(FaultPlace(page.number, box[0], box[3], words))
        outranked += paper.has_copy and _outranked(heads)
    pages = max(1, len(paper.pages))
    rate = len(found) / pages
    return Finding("S8", "should", len(found), sum(len(p.stories) for p in paper.pages),
                   round(rate, 2), tuple(found), rate + _LEAD * outranked / pages)


def _outranked(heads: Sequence[SeenStory]) -> bool:
    """True where another head of a page is larger than that of its first story."""
    return any(other.head_size > heads[0].head_size + 0.1 for other in heads[1:])


def _comparable(upper: SeenStory, lower: SeenStory) -> bool:
    """True for heads of equal span of which one stands under the other."""
    wide = upper.span[2] - upper.span[0], lower.span[2] - lower.span[0]
    alike = abs(wide[0] - wide[1]) < 0.1 * max(wide)
    return alike and upper.head_box[1] > lower.head_box[3]


def leads(paper: SeenPaper) -> Finding:
    """S8L: pages whose largest head is less than 12 pt above the next."""
    steps = []
    for page in paper.pages:
        sizes = sorted((s.head_size for s in page.stories if s.head), reverse=True)
        sizes = [*over_all(page, max(sizes, default=0.0)), *sizes]
        if len(sizes) > 1:
            steps.append((page.number, sizes[0] - sizes[1]))
    low = tuple(FaultPlace(page, 0, 0, Phrase("points", {"value": step}))
                for page, step in steps if step < LEAD)
    least = round(min((step for _, step in steps), default=LEAD), 2)
    return Finding("S8L", "info", len(low), len(steps), least, low)


def heads_fill(paper: SeenPaper) -> Finding:
    """S15: the widest line of a headline takes 55 % of its span."""
    found, shares = [], []
    for page in paper.pages:
        for story in page.stories:
            if not story.head or story.head_beside:
                continue  # A head at the side of its text spans none of it.
            wide = max(line.box[2] - line.box[0] for line in story.headline)
            share = 100 * wide / max(1.0, story.span[2] - story.span[0])
            shares.append(share)
            if share < LEAST_FILL:
                box = story.head_box
                found.append(FaultPlace(page.number, box[0], box[3],
                                        f"{story.title}: {share:.0f} %"))
    mean = sum(max(0.0, LEAST_FILL - s) for s in shares) / len(shares) if shares else 0.0
    return Finding("S15", "should", len(found), len(shares),
                   round(min([100.0, *shares]), 1) if shares else None, tuple(found), mean)
