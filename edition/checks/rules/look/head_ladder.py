"""What heads tell from two metres: which story leads, which comes next (IDs S17, S18, S25, S26)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from edition.checks.report import Finding
from edition.checks.rules.look.page_faults import LookFault, fault, headed, judged, over_all
from edition.checks.rules.side_by_side import level, parted
from edition.checks.sight.boxes import across, area, down, union
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenPage, SeenStory
from edition.checks.targets import HEAD_CLASSES, LEAD_RATIO, LEAST_HEAD, LEAST_LEAD, MOST_COLLAPSE

_ALIKE = 0.08
"""share two sizes may differ and be one class"""


def ladder(paper: SeenPaper) -> Finding:
    """S17: the lead's head stands well above the next, and the heads fall in classes."""
    return judged("S17", paper, _ladder)


def _ladder(page: SeenPage) -> Iterator[LookFault]:
    heads = headed(page)
    if len(heads) < 2:
        return
    sizes = [story.head_size for story in heads]
    sizes = [*over_all(page, sizes[0]), *sizes]
    ratio = sizes[0] / sizes[1]
    classes, last = 0, 0.0
    for size in sizes:
        if not last or size < last * (1 - _ALIKE):
            classes, last = classes + 1, size
    missing = max(0, min(HEAD_CLASSES, (len(heads) + 1) // 2) - classes)
    short = max(0.0, LEAD_RATIO - ratio)
    if short or missing:
        yield fault(page, heads[0].head_box, f"{heads[0].title}: × {ratio:.2f}", ratio,
                    short + 0.25 * missing)


def head_sizes(paper: SeenPaper) -> Finding:
    """S18: no head is near the size of the text, least of all the lead's."""
    return judged("S18", paper, _near_text)


def _near_text(page: SeenPage) -> Iterator[LookFault]:
    heads = headed(page)
    if not heads:
        return  # The rest of a story may fill a page, which has no head then.
    lead = heads[0].head_size / page.size
    if lead < LEAST_LEAD:
        yield fault(page, heads[0].head_box, f"{heads[0].title}: × {lead:.2f}", lead,
                    LEAST_LEAD - lead)
    small = [s for s in heads[1:] if s.head_size < LEAST_HEAD * page.size]
    for story in small:
        ratio = story.head_size / page.size
        yield fault(page, story.head_box, f"{story.title}: × {ratio:.2f}", ratio, 1 / len(heads))


def white_below(paper: SeenPaper) -> Finding:
    """S25: the text of a story begins close below its head."""
    return judged("S25", paper, _white_below)


def _white_below(page: SeenPage) -> Iterator[LookFault]:
    captions = page.small_lines
    for story, art in zip(page.stories, page.art(), strict=True):
        if not story.head or not story.legs:
            continue
        head, span = story.head_box, story.span
        row = (min(head[0], span[0]), 0.0, max(head[2], span[2]), head[1])
        under = [
            box[3] for box in (*(leg.box for leg in story.legs), *art, *captions,
                               *(line.box for line in story.captions))
            if box[3] <= head[1] + page.pitch and across(box, row) > 0
        ]
        gap = (head[1] - max(under, default=head[1])) / page.pitch
        if gap > MOST_COLLAPSE:
            yield fault(page, head, f"{story.title}: {gap:.1f}", gap, gap - MOST_COLLAPSE)


def tombstones(paper: SeenPaper) -> Finding:
    """S26: two heads side by side at one height are not of one size, a box between or not."""
    return judged("S26", paper, _tombstones)


def _tombstones(page: SeenPage) -> Iterator[LookFault]:
    for one, other in combinations(
        [s for s in page.stories if s.head and not s.turned], 2
    ):
        a, b = sorted((one, other), key=lambda story: story.box[0])
        if _beside(page, a, b):
            alike = abs(a.head_size - b.head_size) <= _ALIKE * max(a.head_size, b.head_size)
            if alike:
                yield fault(page, a.head_box, f"{a.title} | {b.title}", a.head_size)


def _beside(page: SeenPage, left: SeenStory, right: SeenStory) -> bool:
    a, b = (union(line.box for line in story.headline) for story in (left, right))
    shared = down(a, b) > 0.6 * min(a[3] - a[1], b[3] - b[1])
    gap = right.box[0] - max(left.span[2], a[2])
    if not (shared or level(page, a, b)) or not -page.size < gap < 4.5 * page.size:
        return False
    shown = [picture for picture in page.sheet.pictures if area(picture) > 0]
    return not parted(page, (left, right), (a, b), shown)
