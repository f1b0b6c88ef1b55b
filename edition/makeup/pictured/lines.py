"""Pictures in lines: side by side at one depth and in their own shapes, as wide as the line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.makeup.pictured.cropping import (
    PLATE_TOP,
    Fitted,
    fitted,
    rows_at,
    shape,
    widest,
    width_at,
)
from edition.makeup.prices import PRICES
from edition.model import Figure
from edition.packs.layout import Grid

LEAST_GAP = 1.0
"""em between two pictures of a line"""
LEAST_IN_LINE = 4.5
"""em of the narrowest picture that stands in a line with others"""
MOST_IN_LINE = 4
MOST_LINES = 6
"""numbers of lines that are tried"""
FULL = 0.96
"""share of a line that its pictures take where no more is left than the gaps between them"""
BLANK = 8.0
"""rows of base columns that a line of pictures may leave white at the usual price; more is dearer
in proportion, for white beside a picture is seen as a hole"""
_NEVER = float("inf")


def line_counts(
    grid: Grid, figures: Sequence[Figure], ideals: Sequence[int], wide: float, deepest: float
) -> Iterator[tuple[int, ...]]:
    """How many pictures each line holds, cheapest for each number of lines on `wide` em.

    Pictures keep their order. A strip, or a tall one, makes a line of its own.
    """
    count = len(figures)
    for lines in range(1, min(count, MOST_LINES) + 1):
        best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
        most = line_rows(deepest, lines)
        for _ in range(lines):
            after: dict[int, tuple[float, tuple[int, ...]]] = {}
            for start, (price, taken) in best.items():
                for end in range(start + 1, min(start + MOST_IN_LINE, count) + 1):
                    more = line_price(grid, figures[start:end], ideals[start:end], wide, most)
                    way = (price + more, (*taken, end - start))
                    if way[0] < _NEVER and (end not in after or way < after[end]):
                        after[end] = way
            best = after
        if count in best:
            yield best[count][1]
    if count > MOST_LINES:
        yield (1,) * count if wide < 2 * LEAST_IN_LINE else _evenly(count, wide)


def _evenly(pictures: int, wide: float) -> tuple[int, ...]:
    each = max(1, min(MOST_IN_LINE, int(wide / (2 * LEAST_IN_LINE))))
    lines = -(-pictures // each)
    return tuple((at + 1) * pictures // lines - at * pictures // lines for at in range(lines))


def line_rows(deepest: float, lines: int) -> int:
    """Rows of pictures each of some lines has at most, captions and white left out."""
    return max(2, int(deepest / lines) - 2)


def line_price(
    grid: Grid, figures: Sequence[Figure], ideals: Sequence[int], wide: float, most: int
) -> float:
    """Price of some pictures in one line: how far from their ideal widths, what is left white."""
    deep = full_rows(grid, figures, wide, most)
    widths = [width_at(figure, grid, deep) for figure in figures]
    if len(widths) > 1 and min(widths) < LEAST_IN_LINE:
        return _NEVER
    column = grid.measure + grid.gutter
    off = off_price(figures, [width / column for width in widths], ideals)
    white = max(0.0, FULL - sum(widths) / wide)
    blank = white * wide / column * deep / BLANK
    return off + PRICES.picture_white * white * max(1.0, blank)


def off_price(
    figures: Sequence[Figure], widths: Sequence[float], ideals: Sequence[int]
) -> float:
    """Price of pictures off their ideal widths, or those the editor wants, all in columns."""
    return sum(
        (PRICES.picture_step if figure.width is None else PRICES.picture_asked)
        * abs(width - ideal)
        for figure, width, ideal in zip(figures, widths, ideals, strict=True)
    )


def full_rows(grid: Grid, figures: Sequence[Figure], wide: float, most: float = _NEVER) -> float:
    """Rows of a line that fills `wide` em, as far as its pictures' dots and shapes bear it.

    `most` are the rows it may take, the white above it counted.
    """
    free = wide - max(grid.gutter, LEAST_GAP) * (len(figures) - 1)
    deep = free * grid.em / grid.pitch / sum(1 / shape(figure) for figure in figures)
    return min(deep, most - PLATE_TOP, *(rows_at(f, grid, widest(f, grid)) for f in figures))


def ranged(
    grid: Grid, figures: Sequence[Figure], wide: float, most: int
) -> Iterator[tuple[float, float, Fitted, Figure]]:
    """(em from the left, em of the place, fit, figure) of each picture of a line.

    The line is as deep as its pictures fill `wide` em, at most `most` rows, and none is wider than
    its dots bear; what is left over is shared among the gaps.
    """
    gap, deep = max(grid.gutter, LEAST_GAP), full_rows(grid, figures, wide, most)
    rows = max(1, round(deep + PLATE_TOP))
    fits = [fitted(f, grid, width_at(f, grid, deep), rows) for f in figures]
    if len(fits) == 1:
        yield 0.0, wide, fits[0], figures[0]
        return
    left = max(0.0, wide - gap * (len(fits) - 1) - sum(fit.width for fit in fits))
    more = min(left / (len(fits) - 1), 2 * gap)
    at = (left - more * (len(fits) - 1)) / 2
    for fit, figure in zip(fits, figures, strict=True):
        yield at, fit.width, fit, figure
        at += fit.width + gap + more
