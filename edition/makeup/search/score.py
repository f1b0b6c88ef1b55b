"""Measures of a made-up page that do not add up along cuts, and the planned score.

They are counted on the finished geometry, as the preflight counts them on the finished PDF.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from itertools import combinations

from edition.makeup.paper import Page, StoryFrame
from edition.makeup.search.trees import BARE, Top
from edition.trade.page_bounds import LEVEL_ROWS

EPS = 1e-9
CellBox = tuple[int, int, int, int]
"""column, row, columns, rows"""


def bumps(boxes: Sequence[CellBox], tops: Sequence[Top] | None = None) -> int:
    """Pairs of heads that adjoin across one gutter at the same height (W5, C13, S5).

    `tops` says what stands at the upper corners of each block; bare heads where it is None.
    """
    bare = [BARE[top] for top in tops or (Top.HEAD,) * len(boxes)]
    beside: dict[int, list[int]] = {}
    for (column, row, _, _), (left, _) in zip(boxes, bare, strict=True):
        if left:
            beside.setdefault(column, []).append(row)
    return sum(
        -LEVEL_ROWS <= row - other <= LEVEL_ROWS
        for (column, row, wide, _), (_, right) in zip(boxes, bare, strict=True) if right
        for other in beside.get(column + wide, ())
    )


def through_cuts(boxes: Sequence[CellBox]) -> int:
    """Rows at which a straight cut crosses the whole zone (断版, C11, S6)."""
    if not boxes:
        return 0
    head = min(row for _, row, _, _ in boxes)
    edges = inside = 0
    for _, row, _, rows in boxes:
        edges |= 1 << (row - head)
        inside |= (1 << (row - head + rows)) - (2 << (row - head))
    return (edges & ~inside & ~1).bit_count()


def tau(boxes: Sequence[CellBox], columns: int, rows: int) -> float:
    """Kendall's τ of rank (the order of `boxes`) against strength of place (C5, S7)."""
    pairs = len(boxes) * (len(boxes) - 1) // 2
    return 1 - 2 * inverted(boxes, columns, rows) / pairs if pairs else 1.0


def inverted(boxes: Sequence[CellBox], columns: int, rows: int) -> float:
    """Pairs of stories whose later stands in the stronger place; a tie counts half.

    `boxes` are in rank order on a page of `columns` by `rows` cells.
    """
    total, earlier = 0.0, list[float]()
    for box in boxes:
        later = strength(box, columns, rows)
        weaker = bisect_left(earlier, later - EPS)
        total += weaker + 0.5 * (bisect_right(earlier, later + EPS) - weaker)
        insort(earlier, later)
    return total


def strength(box: CellBox, columns: int, rows: int) -> float:
    """Strength of a place on a page, 0…2 (区序): upper before lower, left before right.

    The upper left corner of the block counts for more than its area.
    """
    column, row, wide, deep = box
    return place_strength(row / rows, column / columns, wide * deep / (columns * rows))


def place_strength(top: float, left: float, area: float) -> float:
    """The same from shares of the page: down to the head, across to the left edge, of its ground.

    The preflight of a finished page counts with it too.
    """
    return 1.2 * (1 - top) + 0.4 * (1 - left) + 0.4 * area


def frame_boxes(frames: Iterable[StoryFrame]) -> list[CellBox]:
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


def top_of(frame: StoryFrame) -> Top:
    """What stands at the upper corners of a frame."""
    heads = [placed.row for placed in frame.headings]
    over = any(plate.row < min(heads, default=0) for plate in frame.plates)
    if frame.box is not None or not heads or over:
        return Top.PARTED
    beside = any(leg.row < min(heads) for leg in frame.legs)
    return Top.HALF if beside else Top.HEAD


def page_bumps(page: Page) -> int:
    """S5 of one page."""
    return bumps(frame_boxes(page.frames), [top_of(frame) for frame in page.frames])


def page_tau(page: Page, columns: int) -> float:
    """S7 of one page, below its furniture."""
    boxes = [(c, row - page.head_rows, w, h) for c, row, w, h in frame_boxes(page.frames)]
    return tau(boxes, columns, page.rows - page.head_rows)


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
        ("bumps", float(sum(map(page_bumps, pages)))),
        ("through_cuts", float(sum(through_cuts(frame_boxes(zone)) for zone in zones))),
        ("size_inversions", float(sum(inversions(page.frames) for page in pages))),
        ("rank_tau", round(min((page_tau(page, columns) for page in pages), default=1.0), 3)),
        ("jumps", float(sum(frame.continued_on is not None for frame in frames))),
    )


def zones_of(page: Page) -> list[list[StoryFrame]]:
    """Frames of a page by the section head they stand under."""
    edges = [head.row for head in page.sections]
    found: dict[int, list[StoryFrame]] = {}
    for frame in page.frames:
        found.setdefault(sum(edge <= frame.row for edge in edges), []).append(frame)
    return [found[key] for key in sorted(found)]
