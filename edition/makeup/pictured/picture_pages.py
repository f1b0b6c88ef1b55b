"""Lines of a story of pictures (图片故事): all of one width, as deep as their pictures fill.

Where the lines together are not deep enough for the page, or too deep, their pictures are cropped;
then all lines are narrowed in one proportion, so that the page keeps two straight sides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from edition.makeup.pictured.cropping import PLATE_TOP, Fitted, fitted, width_at
from edition.makeup.pictured.lines import LEAST_GAP, MOST_IN_LINE, full_rows
from edition.makeup.prices import PRICES
from edition.model import Figure
from edition.packs.layout import Grid
from edition.trade.page_bounds import MOST_CROPPED

MOST_PICTURES = 9
"""pictures whose every division into lines is tried"""
LEAST_WIDTH = 9.0
"""em of the narrowest picture in such a line"""
WORDS = 2
"""rows of a caption and of the white under it"""
TRIED = 4
"""divisions kept for one depth"""
UNEVEN = 6.0
"""price of a line twice as deep as another, beyond the first such"""
CUT = MOST_CROPPED - 0.01
"""most of its height that a picture loses here: whole rows may take the rest"""
DEPTHS = (1.0, 0.97, 0.94, 0.88, 0.82, 0.76, 0.7, 0.6, 0.5)
"""of the depth pictures may take, what is tried"""


@dataclass(frozen=True, slots=True)
class Division:
    """Some lines of pictures on one width."""

    price: float
    counts: tuple[int, ...]
    wide: float
    """em of every line"""
    rows: tuple[int, ...]
    """most rows of each line, captions left out"""


def divisions(
    grid: Grid, figures: Sequence[Figure], wide: float, deepest: float
) -> list[Division]:
    """The cheapest divisions of some pictures into lines on `wide` em and `deepest` rows."""
    if not 2 <= len(figures) <= MOST_PICTURES:
        return []
    found = (_divided(grid, figures, counts, wide, deepest) for counts in _counts(len(figures)))
    return nsmallest(TRIED, (one for one in found if one), key=lambda d: (d.price, d.counts))


def _counts(pictures: int) -> Iterator[tuple[int, ...]]:
    """Every way to share pictures among lines, in their order."""
    if pictures == 0:
        yield ()
    for first in range(1, min(MOST_IN_LINE, pictures) + 1):
        for rest in _counts(pictures - first):
            yield (first, *rest)


def _divided(
    grid: Grid, figures: Sequence[Figure], counts: tuple[int, ...], wide: float, deepest: float
) -> Division | None:
    """One division, its lines as deep as they may be; None where a picture would be too narrow."""
    lines, first = [], 0
    for count in counts:
        lines.append(figures[first:first + count])
        first += count
    full = [full_rows(grid, line, wide) for line in lines]
    free = deepest - len(lines) * (WORDS + PLATE_TOP)
    share = min(1 + CUT, free / sum(full))
    if share <= 0:
        return None
    deep, across = [share * rows for rows in full], min(1.0, share / (1 - CUT))
    widths = [width_at(f, grid, rows) for rows, line in zip(deep, lines, strict=True) for f in line]
    if min(widths) < LEAST_WIDTH:
        return None
    uneven = UNEVEN * max(0.0, max(deep) / min(deep) - 2)
    price = PRICES.picture_white * len(lines) * (1 - across) + uneven
    most = tuple(max(2, round(rows + PLATE_TOP)) for rows in deep)
    return Division(price, counts, wide * across, most)


def lined_up(
    grid: Grid, line: Sequence[Figure], wide: float, rows: int
) -> Iterator[tuple[float, float, Fitted, Figure]]:
    """(em from the left, em of the place, fit, figure) of each picture of a line on `wide` em."""
    gap = max(grid.gutter, LEAST_GAP)
    whole = [width_at(figure, grid, rows - PLATE_TOP) for figure in line]
    room, least = wide - gap * (len(line) - 1), 1 - MOST_CROPPED
    more = min(1 / least, max(least, room / sum(whole)))
    fits = [fitted(f, grid, width * more, rows) for f, width in zip(line, whole, strict=True)]
    left = max(0.0, wide - sum(fit.width for fit in fits))
    apart = min(left / (len(fits) - 1), 3 * gap) if len(fits) > 1 else 0.0
    at = (left - apart * (len(fits) - 1)) / 2
    for fit, figure in zip(fits, line, strict=True):
        yield at, fit.width, fit, figure
        at += fit.width + apart
