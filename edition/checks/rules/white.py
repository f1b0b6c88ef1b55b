"""White among the cells of a page: runs down a column, the largest blank (IDs S1 and S2)."""

from __future__ import annotations

from collections.abc import Sequence

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.cells import Rows
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.targets import MOST_BLANK, MOST_EXCESS
from edition.messages.texts import Phrase

_FREE = 2
"""rows of white at a stretch that are no excess"""


def white_runs(paper: SeenPaper) -> Finding:
    """S1: white beyond two rows at a stretch is at most 3 % of the cells of a page."""
    shares = [
        (cells.page, 100 * excess_cells(cells.rows) / max(1, sum(map(len, cells.rows))))
        for cells in paper.cells
    ]
    return _judged("S1", shares, MOST_EXCESS, "white_cells")


def blank_areas(paper: SeenPaper) -> Finding:
    """S2: the largest blank of a page is at most 8 rows of a column."""
    sizes = [(cells.page, largest_blank(cells.rows) / cells.measure) for cells in paper.cells]
    return _judged("S2", sizes, MOST_BLANK, "white_rows")


def _judged(code: str, found: Sequence[tuple[int, float]], most: float, words: str) -> Finding:
    """Pages whose value is above `most`; the excess is how far, a page on the mean."""
    places = tuple(FaultPlace(page, 0, 0, Phrase(words, {"value": value}))
                   for page, value in found if value > most)
    values = [value for _, value in found]
    return Finding(code, "should", len(places), len(found), round(max(values, default=0.0), 2),
                   places, mean_over(values, most))


def mean_over(values: Sequence[float], target: float) -> float:
    """How far values are above a target on the mean."""
    return sum(max(0.0, value - target) for value in values) / max(1, len(values))


def excess_cells(cells: Rows) -> int:
    """Blank cells beyond two in every run down a column."""
    total = 0
    for column in zip(*cells, strict=True):
        run = 0
        for cell in column:
            run = 0 if cell else run + 1
            total += run > _FREE
    return total


def largest_blank(cells: Rows) -> int:
    """Cells of the largest blank rectangle."""
    best = 0
    heights = [0] * len(cells[0])
    for row in cells:
        heights = [0 if cell else h + 1 for cell, h in zip(row, heights, strict=True)]
        stack: list[int] = []
        for i in range(len(heights) + 1):
            height = heights[i] if i < len(heights) else 0
            while stack and heights[stack[-1]] >= height:
                tall = heights[stack.pop()]
                best = max(best, tall * (i - (stack[-1] + 1 if stack else 0)))
            stack.append(i)
    return best
