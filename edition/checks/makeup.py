"""White on the page, read from the drawn page alone (make-up IDs S1 and S2).

The page is cut into cells of one em by one line, from the highest line of body text to the
lowest. A glyph or a picture fills its cells, and a line of text the columns it touches; only
cells in the columns of body text count, so that neither gutter nor masthead is white.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from edition.checks.glyphs import Sheet
from edition.checks.lines import Frame, lines
from edition.checks.report import Finding, Place

MOST_EXCESS = 3.0
"""% of cells that may be blank beyond two rows at a stretch (S1)"""
MOST_BLANK = 8.0
"""rows of one base column the largest blank may take (S2)"""
_FREE = 2

Rows = list[list[bool]]
"""filled cells, row by row from the head"""


def check_white(
    pages: Sequence[Sheet], legs: Sequence[Frame], size: float, pitch: float
) -> tuple[Finding, Finding]:
    """S1 and S2 over all pages with body text."""
    excess: list[Place] = []
    blanks: list[Place] = []
    worst_share, worst_blank, judged = 0.0, 0.0, 0
    for page in pages:
        own = [leg for leg in legs if leg.page == page.number]
        if not own:
            continue
        judged += 1
        cells = filled(page, own, size, pitch)
        share = 100 * excess_cells(cells) / max(1, sum(map(len, cells)))
        blank = largest_blank(cells) / median(leg.measure for leg in own)
        worst_share, worst_blank = max(worst_share, share), max(worst_blank, blank)
        if share > MOST_EXCESS:
            excess.append(Place(page.number, 0, 0, f"{share:.1f} % of the cells"))
        if blank > MOST_BLANK:
            blanks.append(Place(page.number, 0, 0, f"{blank:.1f} rows of a column"))
    return (
        Finding("S1", "should", "white beyond two rows is at most 3 % of the cells (%)",
                len(excess), judged, round(worst_share, 2), tuple(excess)),
        Finding("S2", "should", "the largest blank is at most 8 rows of a column (rows)",
                len(blanks), judged, round(worst_blank, 2), tuple(blanks)),
    )


def filled(page: Sheet, legs: Sequence[Frame], size: float, pitch: float) -> Rows:
    """Cells of the body's columns, row by row from the highest line of body text."""
    head = max(line.y for leg in legs for line in leg.lines) + 0.88 * size
    foot = min(line.y for leg in legs for line in leg.lines) - 0.12 * size
    rows = max(1, round((head - foot) / pitch))
    left = min(leg.left for leg in legs)
    width = max(1, round((max(leg.right for leg in legs) - left) / size))
    columns = sorted({(leg.left, leg.right) for leg in legs})
    cells = [[False] * width for _ in range(rows)]
    for x0, y0, x1, y1 in (*_boxes(page, columns), *page.pictures):
        top, low = max(0, int((head - y1) / pitch)), min(rows, int((head - y0) / pitch) + 1)
        first, end = max(0, round((x0 - left) / size)), min(width, round((x1 - left) / size))
        for row in range(top, low):
            cells[row][first:end] = [True] * len(cells[row][first:end])
    inside = [
        any(x0 <= left + (c + 0.5) * size <= x1 for x0, x1 in columns) for c in range(width)
    ]
    return [[cell for cell, used in zip(row, inside, strict=True) if used] for row in cells]


def _boxes(
    page: Sheet, columns: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, float, float, float]]:
    """A box for each line of the page, as wide as the columns it touches."""
    for line in lines(page):
        x0 = min(g.left for g in line.glyphs)
        x1 = max(g.right for g in line.glyphs)
        touched = [c for c in columns if c[0] < x1 and x0 < c[1]]
        yield (
            min([x0, *(c[0] for c in touched)]), line.y,
            max([x1, *(c[1] for c in touched)]), line.y + 0.8 * line.size,
        )


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
