"""White on the page, read from the drawn page alone (make-up IDs S1 to S3).

The page is cut into cells of one em by one line, from the highest line of body text to the
lowest. A glyph, a picture or a rule fills its cells, and a line of text the columns it touches;
only cells in the columns of body text count, so that neither gutter nor masthead is white.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from edition.checks.report import Finding, Place
from edition.checks.sight.blocks import Block, View, across, line_box
from edition.checks.sight.lines import Frame, lines
from edition.checks.sight.sheet import Box, Sheet

MOST_EXCESS = 3.0
"""% of cells that may be blank beyond two rows at a stretch (S1)"""
MOST_BLANK = 8.0
"""rows of one base column the largest blank may take (S2)"""
MOST_FOOT = 1.0
"""rows a column may end above the foot of the page (S3)"""
HEAD_WHITE = 3
"""whole rows of white above and below a head that are the head's own (S1, S2)"""
_FREE = 2

Rows = list[list[bool]]
"""filled cells, row by row from the head"""


def check_white(
    pages: Sequence[Sheet], views: Sequence[View], legs: Sequence[Frame], size: float,
    pitch: float,
) -> tuple[Finding, Finding]:
    """S1 and S2 over all pages with body text."""
    aside = {view.sheet.number: (*view.spaces, *_heads(view)) for view in views}
    excess: list[Place] = []
    blanks: list[Place] = []
    shares: list[float] = []
    sizes: list[float] = []
    for page in pages:
        own = [leg for leg in legs if leg.page == page.number]
        if not own:
            continue
        cells = filled(page, own, size, pitch, aside.get(page.number, ()))
        share = 100 * excess_cells(cells) / max(1, sum(map(len, cells)))
        blank = largest_blank(cells) / median(leg.measure for leg in own)
        shares.append(share)
        sizes.append(blank)
        if share > MOST_EXCESS:
            excess.append(Place(page.number, 0, 0, f"{share:.1f} % of the cells"))
        if blank > MOST_BLANK:
            blanks.append(Place(page.number, 0, 0, f"{blank:.1f} rows of a column"))
    return (
        Finding("S1", "should", "white beyond two rows is at most 3 % of the cells (%)",
                len(excess), len(shares), round(max(shares, default=0.0), 2), tuple(excess),
                _over(shares, MOST_EXCESS)),
        Finding("S2", "should", "the largest blank is at most 8 rows of a column (rows)",
                len(blanks), len(sizes), round(max(sizes, default=0.0), 2), tuple(blanks),
                _over(sizes, MOST_BLANK)),
    )


def _over(values: Sequence[float], target: float) -> float:
    """How far values are above a target on the mean."""
    return sum(max(0.0, value - target) for value in values) / max(1, len(values))


def check_feet(views: Sequence[View]) -> Finding:
    """S3: columns reach the foot of the page, the legs of a story one foot."""
    broken: list[Place] = []
    worst: list[float] = []
    total = 0
    for view in views:
        short = [*_column_feet(view), *(foot for b in view.blocks for foot in _leg_feet(view, b))]
        total += len(short)
        worst.append(max((rows - most for rows, most, _, _ in short), default=0.0))
        broken += [
            Place(view.sheet.number, x, view.live[1], f"{what} {rows:.1f} rows short")
            for rows, most, x, what in short if rows > most + 0.25
        ]
    over = max(0.0, *worst, 0.0) if worst else 0.0
    return Finding("S3", "should", "columns and legs reach their foot (rows beyond what they may)",
                   len(broken), total, round(over, 2), tuple(broken), _over(worst, 0.25))


Foot = tuple[float, float, float, str]
"""(rows short, rows allowed, pt from the left, what)"""


def _column_feet(view: View) -> Iterator[Foot]:
    marks = [line_box(line) for block in view.blocks for line in block.lines]
    marks += [*view.sheet.pictures, *(m.box for m in view.sheet.marks if m.kind != "rule")]
    foot = min(box[1] for box in marks)
    legs = [(leg.box, len(b.legs) - 1.0 if leg is b.legs[-1] else 0.0)
            for b in view.blocks for leg in b.legs]
    columns: list[Box] = []
    for box, _ in sorted(legs, key=lambda leg: leg[0][2] - leg[0][0]):
        if not any(across(box, column) > 0 for column in columns):
            columns.append(box)
    for column in columns:
        last = min(box[1] for box in marks if across(box, column) > 0)
        _, spare = min((leg for leg in legs if across(leg[0], column) > 0),
                       key=lambda leg: leg[0][1])
        yield (last - foot) / view.pitch, max(MOST_FOOT, spare), column[0], "column"


def _leg_feet(view: View, block: Block) -> Iterator[Foot]:
    """Feet of legs that begin level; the last may be as much short as an even share leaves."""
    if len(block.legs) < 2:
        return
    feet = [
        min([leg.box[1], *(p[1] for p in view.sheet.pictures
                           if across(p, leg.box) > 0 and block.box[1] - view.pitch < p[1])])
        for leg in block.legs
    ]
    foot = min(feet)
    for n, (leg, low) in enumerate(zip(block.legs, feet, strict=True)):
        most = MOST_FOOT if block.members else 0.0
        most = len(feet) - 1.0 if n == len(feet) - 1 else most
        yield (low - foot) / view.pitch, most, leg.box[0], "leg"


def _heads(view: View) -> Iterator[Box]:
    """The places of heads, white beside and of three rows or less above and below them."""
    for block, art in zip(view.blocks, view.art(), strict=True):
        if not block.head:
            continue
        head, span = block.head_box, block.span
        left, right = min(head[0], span[0]), max(head[2], span[2])
        below = [b[3] for b in (*(leg.box for leg in block.legs), *art) if b[3] <= head[1] + 1]
        gap = head[1] - max(below, default=head[1])
        low = head[1] - (gap if round(gap / view.pitch) <= HEAD_WHITE else 0.0)
        yield left, low, right, head[3] + _above(view, (left, head[3], right, head[3]))


def _above(view: View, head: Box) -> float:
    """pt of white over a head, 0 when it is more than a head's own."""
    over = [*(line_box(line) for b in view.blocks for line in b.lines), *view.sheet.pictures,
            *view.spaces, *map(line_box, view.loose),
            *((m.box[0], y, m.box[2], y) for m in view.sheet.marks
              for y in (m.box[1], m.box[3]))]
    lows = [box[1] for box in over if box[1] >= head[3] and across(box, head) > 0]
    gap = min(lows, default=head[3]) - head[3]
    return gap if round(gap / view.pitch) <= HEAD_WHITE else 0.0


def filled(
    page: Sheet, legs: Sequence[Frame], size: float, pitch: float, aside: Sequence[Box]
) -> Rows:
    """Cells of the body's columns, row by row from the highest line of body text.

    `aside` are places that are no white, whatever is drawn there.
    """
    head = max(line.y for leg in legs for line in leg.lines) + 0.88 * size
    foot = min(line.y for leg in legs for line in leg.lines) - 0.12 * size
    rows = max(1, round((head - foot) / pitch))
    left = min(leg.left for leg in legs)
    width = max(1, round((max(leg.right for leg in legs) - left) / size))
    columns = sorted({(leg.left, leg.right) for leg in legs})
    cells = [[False] * width for _ in range(rows)]
    for x0, y0, x1, y1 in (*_boxes(page, columns), *page.pictures, *_ruled(page, pitch), *aside):
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


def _ruled(page: Sheet, pitch: float) -> Iterator[Box]:
    """Rules, and the edges of boxes and large tints, as ink."""
    for mark in page.marks:
        left, low, right, high = mark.box
        if mark.kind == "rule" or high - low < 4 * pitch:
            yield mark.box
        else:
            yield left, low, right, low
            yield left, high, right, high


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
