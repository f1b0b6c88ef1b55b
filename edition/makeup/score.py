"""Measures of a made-up page that do not add up along cuts, and the planned score.

They are counted on the finished geometry, as the preflight counts them on the finished PDF.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from edition.makeup.paper import Page, StoryFrame

NEAR = 2
"""heads whose tops lie within so many rows across one gutter bump (S5)"""
Box = tuple[int, int, int, int]
"""column, row, columns, rows"""


def bumps(boxes: Sequence[Box]) -> int:
    """Pairs of heads that adjoin across one gutter at the same height (W5, C13, S5)."""
    return sum(
        abs(a[1] - b[1]) <= NEAR and (a[0] + a[2] == b[0] or b[0] + b[2] == a[0])
        for a, b in combinations(boxes, 2)
    )


def through_cuts(boxes: Sequence[Box]) -> int:
    """Rows at which a straight cut crosses the whole zone (断版, C11, S6)."""
    if not boxes:
        return 0
    foot = max(row + rows for _, row, _, rows in boxes)
    head = min(row for _, row, _, _ in boxes)
    edges = sorted({row for _, row, _, _ in boxes} - {head, foot})
    return sum(
        not any(row < edge < row + rows for _, row, _, rows in boxes) for edge in edges
    )


def tau(boxes: Sequence[Box]) -> float:
    """Kendall's τ of rank (the order of `boxes`) against strength of place (C5, S7).

    Upper is stronger than lower, left than right; a larger block is stronger than a small one.
    """
    if len(boxes) < 2:
        return 1.0
    strengths = [strength(box, boxes) for box in boxes]
    signs = [
        (a > b + 1e-9) - (b > a + 1e-9) for a, b in combinations(strengths, 2)
    ]
    return sum(signs) / len(signs)


def strength(box: Box, boxes: Iterable[Box]) -> float:
    """Strength of a place, 0…2: its corner counts for more than its area."""
    all_boxes = list(boxes)
    wide = max(column + columns for column, _, columns, _ in all_boxes)
    top = min(row for _, row, _, _ in all_boxes)
    deep = max(row + rows for _, row, _, rows in all_boxes) - top
    column, row, columns, rows = box
    area = columns * rows / (wide * deep)
    return 1.2 * (1 - (row - top) / deep) + 0.4 * (1 - column / wide) + 0.4 * area


def frame_boxes(frames: Iterable[StoryFrame]) -> list[Box]:
    """The rectangles of frames, in their order."""
    return [(f.column, f.row, f.columns, f.rows) for f in frames]


def head_size(frame: StoryFrame) -> float:
    """Size of the headline in em of the body; 0 for the rest of a story."""
    return max((p.heading.size for p in frame.headings if p.heading.role == "headline"), default=0)


def inversions(frames: Sequence[StoryFrame]) -> int:
    """Pairs in rank order whose later headline is the larger (W4, S8)."""
    sizes = [size for frame in frames if (size := head_size(frame))]
    return sum(later > earlier + 1e-9 for earlier, later in combinations(sizes, 2))


def blank_rows(frame: StoryFrame) -> tuple[int, int]:
    """Blank rows at leg feet beyond what level legs need, and the deepest of them."""
    short = [leg.rows - sum(slug.rows for slug in leg.slugs) for leg in frame.legs]
    if not short:
        return 0, 0
    usual = min(short[-1], len(short) - 1)
    return sum(short) - usual, max(short)


def terms(pages: Sequence[Page], columns: int) -> tuple[tuple[str, float], ...]:
    """The planned score vector of a paper, by the names `docs/makeup.md` explains."""
    cells = sum((page.rows - page.head_rows) * columns for page in pages) or 1
    frames = [frame for page in pages for frame in page.frames]
    white = [blank_rows(frame) for frame in frames]
    filled = sum(filler.rows * columns for page in pages for filler in page.fillers)
    zones = [zone for page in pages for zone in zones_of(page)]
    return (
        ("pages", float(len(pages))),
        ("stories", float(len(frames))),
        ("white_share", round(100 * (sum(w for w, _ in white) + filled) / cells, 3)),
        ("foot_rows_max", float(max((deep for _, deep in white), default=0))),
        ("filler_rows", float(sum(f.rows for page in pages for f in page.fillers))),
        ("bumps", float(sum(bumps(frame_boxes(page.frames)) for page in pages))),
        ("through_cuts", float(sum(through_cuts(frame_boxes(zone)) for zone in zones))),
        ("size_inversions", float(sum(inversions(page.frames) for page in pages))),
        ("rank_tau", round(min((tau(frame_boxes(z)) for z in zones), default=1.0), 3)),
        ("jumps", float(sum(frame.continued_on is not None for frame in frames))),
    )


def zones_of(page: Page) -> list[list[StoryFrame]]:
    """Frames of a page by the section head they stand under."""
    edges = [head.row for head in page.sections]
    found: dict[int, list[StoryFrame]] = {}
    for frame in page.frames:
        found.setdefault(sum(edge <= frame.row for edge in edges), []).append(frame)
    return [found[key] for key in sorted(found)]
