"""Where stories stand: bumps, cuts, rank of place, sizes and order of heads (make-up IDs)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from edition.checks.report import Finding, Place, skipped
from edition.checks.rules.ranks import strengths
from edition.checks.sight.blocks import Block, View, across, down, line_box, union
from edition.checks.sight.sheet import Box

MOST_BUMPS = 0.3
"""a page (S5)"""
LEAST_FILL = 55.0
"""% of the span the widest line of a headline takes (S15)"""
SHAPES = (0.35, 3.5)
"""width ÷ height of a story (S13)"""
LEAD = 12.0
"""pt the largest head of a page stands above the others (S8, information)"""
_CUT = 0.75
"""rows of white a level cut shows at least; less is a step, not a line"""
_ROWS = 2.0
"""rows within which two heads stand at one height"""


def title(block: Block) -> str:
    return "".join(line.text for line in block.head)[:16] or block.legs[0].lines[0].text[:16]


def place(view: View, block: Block, text: str) -> Place:
    box = block.head_box if block.head else block.box
    return Place(view.sheet.number, box[0], box[3], text)


def check_places(views: Sequence[View], ranked: bool) -> tuple[Finding, ...]:
    """S5 to S9, S13 and S15; `ranked` when the copy tells the rank of stories."""
    return (
        bumps(views), cuts(views), upright_cuts(views), *strengths(views, ranked),
        inversions(views, ranked), leads(views), streams(views, ranked), shapes(views),
        fills(views),
    )


def bumps(views: Sequence[View]) -> Finding:
    """S5: heads of two stories across one gutter at one height, nothing but a rule between."""
    found = [
        place(view, a, f"{title(a)} | {title(b)}")
        for view in views
        for a, b in combinations(view.blocks, 2)
        if a.head and b.head and _bump(view, *sorted((a, b), key=lambda x: x.box[0]))
    ]
    rate = len(found) / max(1, len(views))
    over = max(0.0, rate - MOST_BUMPS)
    return Finding("S5", "should", "heads do not bump across a gutter (bumps a page)",
                   len(found) if over else 0, sum(len(v.blocks) for v in views),
                   round(rate, 2), tuple(found), over)


def _bump(view: View, left: Block, right: Block) -> bool:
    a, b = left.head_box, right.head_box
    gap = right.box[0] - left.span[2]
    level = abs(a[3] - b[3]) <= _ROWS * view.pitch
    if not level or not -view.size < gap < 3.5 * view.size:
        return False
    boxes = [*view.sheet.pictures, *(m.box for m in view.sheet.marks if m.kind != "rule")]
    both = union([a, b])
    return not any(
        _holds(box, a) or _holds(box, b)
        or (left.span[2] - view.size <= box[0] and box[2] <= right.box[0] + view.size
            and down(box, both) > 0)
        for box in boxes
    )


def _holds(box: Box, inner: Box) -> bool:
    return across(box, inner) > 0.9 * (inner[2] - inner[0]) and (
        down(box, inner) > 0.9 * (inner[3] - inner[1])
    )


def cuts(views: Sequence[View]) -> Finding:
    """S6: straight white across a whole zone between its stories; a section head is no cut."""
    found = [
        Place(view.sheet.number, view.live[0], y, "a cut right across")
        for view in views for _, y in _cuts(view, 1)
    ]
    rate = len(found) / max(1, len(views))
    return Finding("S6", "should", "no straight cut runs right across a zone (cuts a page)",
                   len(found), len(views), round(rate, 2), tuple(found), rate)


def upright_cuts(views: Sequence[View]) -> Finding:
    """S6V: gutters that run through a whole zone."""
    found = [
        Place(view.sheet.number, x, view.live[1], "a cut from head to foot")
        for view in views for _, x in _cuts(view, 0)
    ]
    rate = round(len(found) / max(1, len(views)), 2)
    return Finding("S6V", "info", "gutters that run through a zone (cuts a page)", len(found),
                   len(views), rate, tuple(found))


def _cuts(view: View, axis: int) -> Iterator[tuple[int, float]]:
    """(zone, place) of each gap between stories of a zone along an axis: 0 across, 1 up.

    A space for an advertisement may bridge a gap, but white between it and the news is no cut.
    """
    white = _CUT * view.pitch if axis else 0.5 * view.size
    extents = view.extents()
    for zone in range(len(view.bands) + 1):
        stories = [
            (box[axis], box[axis + 2])
            for block, box in zip(view.blocks, extents, strict=True)
            if view.zone_of(block) == zone
        ]
        spans = sorted([*stories, *(
            (box[axis], box[axis + 2]) for box in view.spaces
            if sum((box[1] + box[3]) / 2 < band for band in view.bands) == zone
        )])
        reach = spans[0][1] if spans else 0.0
        for low, high in spans[1:]:
            parts = any(end <= reach for _, end in stories) and any(
                begin >= low for begin, _ in stories)
            if low >= reach + white and parts:
                yield zone, (low + reach) / 2
            reach = max(reach, high)


def inversions(views: Sequence[View], ranked: bool) -> Finding:
    """S8: a story of lower rank with the larger headline; without the copy, a lower head."""
    found = []
    for view in views:
        heads = sorted((b for b in view.blocks if b.head_size), key=lambda b: b.story)
        for a, b in combinations(heads, 2):
            first, second = (a, b) if ranked or a.head_box[3] >= b.head_box[3] else (b, a)
            wide = first.span[2] - first.span[0], second.span[2] - second.span[0]
            alike = abs(wide[0] - wide[1]) < 0.1 * max(wide)
            below = first.head_box[1] > second.head_box[3]
            if second.head_size > first.head_size + 0.1 and (ranked or (alike and below)):
                found.append(place(view, second, f"{title(second)} above {title(first)}"))
    rate = len(found) / max(1, len(views))
    return Finding("S8", "should", "heads fall in size with the rank (inversions a page)",
                   len(found), sum(len(v.blocks) for v in views), round(rate, 2), tuple(found),
                   rate)


def leads(views: Sequence[View]) -> Finding:
    """S8L: pages whose largest head is less than 12 pt above the next."""
    steps = []
    for view in views:
        sizes = sorted((b.head_size for b in view.blocks if b.head), reverse=True)
        if len(sizes) > 1:
            steps.append((view, sizes[0] - sizes[1]))
    low = tuple(Place(v.sheet.number, 0, 0, f"{step:.1f} pt") for v, step in steps if step < LEAD)
    least = round(min((step for _, step in steps), default=LEAD), 2)
    return Finding("S8L", "info", "the lead's head is 12 pt above the others (pt)", len(low),
                   len(steps), least, low)


def streams(views: Sequence[View], ranked: bool) -> Finding:
    """S9: the file tells the stories of a page in the order of their rank."""
    if not ranked:
        return skipped("S9", "order of stories in the file")
    broken, total = [], 0
    for view in views:
        told = sorted(view.blocks, key=lambda b: b.begins)
        total += max(0, len(told) - 1)
        broken += [place(view, b, f"{title(b)} after {title(a)}")
                   for a, b in pairwise(told) if b.story < a.story]
    share = 1 - len(broken) / total if total else 1.0
    return Finding("S9", "should", "the file tells stories in rank order (share of pairs)",
                   len(broken), total, round(share, 3), tuple(broken), 1 - share)


def shapes(views: Sequence[View]) -> Finding:
    """S13: no story is a ribbon or a pole."""
    found, worst = [], None
    for view in views:
        for block, box in zip(view.blocks, view.extents(), strict=True):
            shape = (box[2] - box[0]) / max(1.0, box[3] - box[1])
            if not SHAPES[0] <= shape <= SHAPES[1]:
                found.append(place(view, block, f"{title(block)}: {shape:.2f}"))
                worst = max(worst or 1.0, shape, 1 / shape)
    rate = len(found) / max(1, len(views))
    return Finding("S13", "should", "width ÷ height of a story is 0.35 to 3.5 (or 1 ÷ that)",
                   len(found), sum(len(v.blocks) for v in views),
                   None if worst is None else round(worst, 2), tuple(found), rate)


def fills(views: Sequence[View]) -> Finding:
    """S15: the widest line of a headline takes 55 % of its span."""
    found, lacks, least = [], [], 100.0
    for view in views:
        for block in view.blocks:
            if not block.head:
                continue
            main = [line_box(ln) for ln in block.head if ln.size > 0.8 * block.head_size]
            wide = max(box[2] - box[0] for box in main)
            share = 100 * wide / max(1.0, block.span[2] - block.span[0])
            lacks.append(max(0.0, LEAST_FILL - share))
            least = min(least, share)
            if share < LEAST_FILL:
                found.append(place(view, block, f"{title(block)}: {share:.0f} %"))
    mean = sum(lacks) / len(lacks) if lacks else 0.0
    return Finding("S15", "should", "headlines fill 55 % of their span (%)", len(found),
                   len(lacks), round(least, 1) if lacks else None, tuple(found), mean)
