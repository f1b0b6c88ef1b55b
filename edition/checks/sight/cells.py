"""The page cut into cells of one em by one line: which are filled, which are white.

It is cut from the head of the live area, furniture left out, to its foot; where that is not known,
from the highest line of body text to the lowest. A glyph, a picture or a rule fills its cells, and
a line of text the columns it touches. Gutters between columns of body text are no cells; a stretch
of the live area without any column is white like an empty column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from edition.checks.sight.boxes import Box, across
from edition.checks.sight.seen_lines import BodyType, TextFrame, lines_of
from edition.checks.sight.seen_stories import SeenPage
from edition.checks.sight.sheet import Sheet

HEAD_WHITE = 3
"""whole rows of white above and below a head that are the head's own"""

Rows = list[list[bool]]
"""filled cells, row by row from the head"""


@dataclass(frozen=True, slots=True)
class PageCells:
    """The cells of one page."""

    page: int
    rows: Rows
    measure: float
    """em, of a usual column of the page"""


def page_cells(
    sheets: Sequence[Sheet], pages: Sequence[SeenPage], frames: Sequence[TextFrame],
    body: BodyType,
) -> tuple[PageCells, ...]:
    """The cells of every page with body text."""
    seen: Mapping[int, SeenPage] = {page.number: page for page in pages}
    found = []
    for sheet in sheets:
        own = [frame for frame in frames if frame.page == sheet.number]
        if own:
            page = seen.get(sheet.number)
            aside = (*page.spaces, *_heads(page)) if page else ()
            rows = filled(sheet, own, body, aside, page.area if page else None)
            found.append(PageCells(sheet.number, rows, median(leg.measure for leg in own)))
    return tuple(found)


def filled(
    sheet: Sheet, frames: Sequence[TextFrame], body: BodyType, aside: Sequence[Box],
    area: Box | None = None,
) -> Rows:
    """Cells of the body's columns, row by row from the head of the live area.

    `aside` are places that are no white, whatever is drawn there.
    """
    size, pitch = body.size, body.pitch
    head = max(line.y for leg in frames for line in leg.lines) + 0.88 * size
    foot = min(line.y for leg in frames for line in leg.lines) - 0.12 * size
    columns = sorted({(leg.left, leg.right) for leg in frames})
    if area is not None:
        # Whole rows above the text, so that its lines keep to rows of cells.
        head += max(0, int((area[3] - head) / pitch)) * pitch
        foot = min(foot, area[1])
        columns = sorted([*columns, *_empty(columns, area, size)])
    rows = max(1, round((head - foot) / pitch))
    left = columns[0][0]
    width = max(1, round((max(right for _, right in columns) - left) / size))
    cells = [[False] * width for _ in range(rows)]
    for x0, y0, x1, y1 in (*_inked(sheet, columns), *sheet.pictures, *_ruled(sheet, pitch), *aside):
        top, low = max(0, int((head - y1) / pitch)), min(rows, int((head - y0) / pitch) + 1)
        first = max(0, round((x0 - left) / size))
        end = max(0, min(width, round((x1 - left) / size)))
        for row in range(top, low):
            cells[row][first:end] = [True] * len(cells[row][first:end])
    inside = [
        any(x0 <= left + (c + 0.5) * size <= x1 for x0, x1 in columns) for c in range(width)
    ]
    return [[cell for cell, used in zip(row, inside, strict=True) if used] for row in cells]


def _empty(
    columns: Sequence[tuple[float, float]], area: Box, size: float
) -> Iterator[tuple[float, float]]:
    """Stretches of the live area in which no column stands, wide enough for one."""
    least = 0.6 * min(right - left for left, right in columns)
    reach = area[0]
    for left, right in (*columns, (area[2], area[2])):
        gutter = size * (reach > area[0]), size * (left < area[2])
        if left - reach - sum(gutter) > least:
            yield reach + gutter[0], left - gutter[1]
        reach = max(reach, right)


def _inked(sheet: Sheet, columns: Sequence[tuple[float, float]]) -> Iterator[Box]:
    """A box for each line of the page, as wide as the columns it touches."""
    for line in lines_of(sheet):
        x0 = min(g.left for g in line.glyphs)
        x1 = max(g.right for g in line.glyphs)
        touched = [c for c in columns if c[0] < x1 and x0 < c[1]]
        yield (
            min([x0, *(c[0] for c in touched)]), line.y,
            max([x1, *(c[1] for c in touched)]), line.y + 0.8 * line.size,
        )


def _ruled(sheet: Sheet, pitch: float) -> Iterator[Box]:
    """Rules, and the edges of boxes and large tints, as ink."""
    for mark in sheet.marks:
        left, low, right, high = mark.box
        if mark.kind == "rule" or high - low < 4 * pitch:
            yield mark.box
        else:
            yield left, low, right, low
            yield left, high, right, high


def _heads(page: SeenPage) -> Iterator[Box]:
    """The places of heads, white beside and of three rows or less above and below them."""
    for story, art in zip(page.stories, page.art(), strict=True):
        if not story.head:
            continue
        head, span = story.head_box, story.span
        left, right = min(head[0], span[0]), max(head[2], span[2])
        below = [b[3] for b in (*(leg.box for leg in story.legs), *art) if b[3] <= head[1] + 1]
        gap = head[1] - max(below, default=head[1])
        low = head[1] - (gap if round(gap / page.pitch) <= HEAD_WHITE else 0.0)
        yield left, low, right, head[3] + _above(page, (left, head[3], right, head[3]))


def _above(page: SeenPage, head: Box) -> float:
    """pt of white over a head, 0 when it is more than a head's own."""
    over = [*(line.box for story in page.stories for line in story.lines), *page.sheet.pictures,
            *page.spaces, *(line.box for line in page.loose),
            *((m.box[0], y, m.box[2], y) for m in page.sheet.marks
              for y in (m.box[1], m.box[3]))]
    lows = [box[1] for box in over if box[1] >= head[3] and across(box, head) > 0]
    gap = min(lows, default=head[3]) - head[3]
    return gap if round(gap / page.pitch) <= HEAD_WHITE else 0.0
