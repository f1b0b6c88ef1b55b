"""The pictures of a story as one band over its legs or its head (图片).

Pictures stand side by side at the head of the right-hand legs, or across all of them, never
inside or at the foot of a leg (W8); the caption is under its picture and never wider (W9). The
band takes whole rows; a crop of at most 16 % of the shape, round the focus box, makes it do so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from edition.compose.composed import Slug
from edition.makeup.composer import ComposingRoom
from edition.makeup.prices import PRICES
from edition.model import Figure, Story
from edition.packs.layout import Grid, Layout

CROP = 0.16
"""most of the shape that a crop may change"""
CROP_STEP = 0.04
DEEPEST = 55
"""% of the page's rows a picture may take"""
HEIGHTS = 5
"""depths tried for one band"""
LEAST_CELL, LEAST_GAP = 9.0, 1.0
"""em a picture takes at least where pictures share a column, and em between two of them"""
WIDTHS = 3
"""columns off its ideal width that a picture may be"""


@dataclass(frozen=True, slots=True)
class Cropped:
    """One picture in a band."""

    figure: Figure
    column: int
    """first column within the span"""
    columns: int
    rows: int
    """rows of the picture itself"""
    crop: tuple[float, float, float, float]
    caption: tuple[Slug, ...]
    shift: float = 0.0
    """em from the left edge of its columns, where it does not fill them"""
    width: float | None = None
    """em; None for all of its columns"""
    down: int = 0
    """rows below the head of the band"""


@dataclass(frozen=True, slots=True)
class PictureBand:
    """Pictures side by side, ranged right over a span."""

    pictures: tuple[Cropped, ...]
    span: int
    """base columns of the whole story"""
    columns: int
    """base columns of the band"""
    rows: int
    """rows of pictures, captions and the white under them"""
    price: float
    over_head: bool = False

    def above(self, legs: int) -> list[int]:
        """Rows over each of `legs` legs."""
        if self.over_head:
            return [0] * legs
        if self.columns == self.span:
            return [self.rows] * legs
        return [0] * (legs - self.columns) + [self.rows] * self.columns


def shown(story: Story) -> tuple[Figure, ...]:
    """The figures of a story that have a picture."""
    return tuple(
        block for block in story.body
        if isinstance(block, Figure) and block.src is not None and block.pixels is not None
    )


def ideal_columns(layout: Layout, figure: Figure, step: int) -> int:
    """Columns that suit a picture of a story at `step` of the headline ladder (W7)."""
    assert figure.pixels is not None
    width, height = figure.pixels
    columns = layout.grid.columns
    top = max(len(layout.ladder) - 1, 1)
    wide = columns / 2 if step >= top - 1 else columns * (0.22 + 0.13 * step / top)
    return max(1, round(wide * (0.65 if height > width else 1.0)))


def bands(
    room: ComposingRoom, figures: Sequence[Figure], span: int, step: int
) -> Iterator[PictureBand | None]:
    """The bands worth trying on `span` columns for a story at `step`; None without pictures."""
    if not figures:
        yield None
        return
    ideals = [ideal_columns(room.layout, figure, step) for figure in figures]
    ways = [range(max(1, ideal - WIDTHS), min(span, ideal + WIDTHS) + 1) for ideal in ideals]
    found = False
    for widths in product(*ways):
        total = sum(widths)
        if total > span or (total == span - 1 and total > 1 and span > 4):
            continue
        found = True
        yield from _at(room, figures, ideals, widths, span)
    narrow = len(figures) > span or any(
        natural_rows(figure, room.grid, span) * (1 - CROP) > room.grid.rows * DEEPEST // 100
        for figure in figures if span == 1
    )
    if narrow or room.grid.columns == 1:
        # In one column a picture has no narrower width; in a cell it may be less deep.
        yield from packed(room, figures, span)
    elif not found:
        yield from _at(room, figures, ideals, _shares(len(figures), span), span)


def _shares(count: int, span: int) -> tuple[int, ...]:
    """Columns for more pictures than their widths allow: as even as can be, at least one."""
    count = min(count, span)
    return tuple((i + 1) * span // count - i * span // count for i in range(count))


def _at(
    room: ComposingRoom, figures: Sequence[Figure], ideals: Sequence[int],
    widths: Sequence[int], span: int,
) -> Iterator[PictureBand]:
    """Bands of the pictures at given widths, over the range of depths their crops allow."""
    grid = room.grid
    figures = figures[: len(widths)]
    captions = [room.desk.caption(f, grid.span(w)) for f, w in zip(figures, widths, strict=True)]
    naturals = [natural_rows(f, grid, w) for f, w in zip(figures, widths, strict=True)]
    toll = sum(PRICES.picture_step * abs(w - i) for w, i in zip(widths, ideals, strict=False))
    least, most = min(naturals) * (1 - CROP), max(naturals) * (1 + CROP)
    middle = round(sum(naturals) / len(naturals))
    deepest = grid.rows * DEEPEST // 100
    low, high = min(max(3, round(least)), deepest), min(max(3, round(most)), deepest)
    depths = sorted(range(low, high + 1), key=lambda d: abs(d - middle))
    total, row = sum(widths), span - sum(widths)
    whole = [d for d in depths if all(map(keeps_focus, figures, [n / d for n in naturals]))]
    for depth in (whole or depths[-1:])[:HEIGHTS]:
        price = toll + sum(crop_price(depth, natural) for natural in naturals)
        pictures, column = [], row
        for figure, width, natural, caption in zip(
            figures, widths, naturals, captions, strict=True
        ):
            crop = crop_box(figure, natural / depth)
            pictures.append(Cropped(figure, column, width, depth, crop, caption))
            column += width
        under = max(sum(slug.rows for slug in caption) for caption in captions)
        rows = depth + under + 1
        yield PictureBand(tuple(pictures), span, total, rows, price)
        if total == span:
            yield PictureBand(tuple(pictures), span, total, rows, price + PRICES.picture_over, True)


def packed(room: ComposingRoom, figures: Sequence[Figure], span: int) -> Iterator[PictureBand]:
    """All pictures in even cells of a span too narrow for a column each, in lines of some.

    A picture too deep for its line is shown whole, narrower than its cell and in its middle.
    """
    grid = room.grid
    gap, whole = max(grid.gutter, LEAST_GAP), grid.span(span)
    lines = -(-len(figures) // max(1, int((whole + gap) / (LEAST_CELL + gap))))
    each = -(-len(figures) // lines)
    cell = (whole - (each - 1) * gap) / each
    most = max(3, grid.rows * DEEPEST // 100 // lines - 2)
    for toll, depth in _depths(most, fine=grid.columns == 1):
        pictures: list[Cropped] = []
        head = 0
        for first in range(0, len(figures), each):
            some = figures[first : first + each]
            left = (each - len(some)) * (cell + gap) / 2
            row = [
                _celled(room, figure, (left + at * (cell + gap), cell), (head, depth))
                for at, figure in enumerate(some)
            ]
            head += 1 + max(p.rows + sum(slug.rows for slug in p.caption) for p in row)
            pictures.extend(row)
        price = PRICES.picture_step * toll
        yield PictureBand(tuple(pictures), span, span, head, price)
        yield PictureBand(tuple(pictures), span, span, head, price + PRICES.picture_over, True)


def _depths(most: int, *, fine: bool) -> list[tuple[float, int]]:
    """Depths of pictures in cells, deepest first, and how many steps each is off; `fine`: all."""
    if fine:
        least = max(3, int(most * 0.45))
        return [(2 * (most - depth) / (most - least + 1), depth)
                for depth in range(most, least - 1, -1)]
    coarse = sorted({max(3, int(most * share)) for share in (1, 0.7, 0.45)}, reverse=True)
    return [(float(number), depth) for number, depth in enumerate(coarse)]


def _celled(
    room: ComposingRoom, figure: Figure, place: tuple[float, float], down: tuple[int, int]
) -> Cropped:
    """A picture in a cell at `place` (em from the left, width), `down` rows and so many deep."""
    assert figure.pixels is not None
    (left, cell), (head, depth), grid = place, down, room.grid
    natural = cell * grid.em / grid.pitch * figure.pixels[1] / figure.pixels[0]
    width = max(cell * min(1.0, depth / natural), min(cell, LEAST_CELL / 2))
    rows = max(3, min(round(natural), depth))
    shown_rows = natural * width / cell
    caption = room.desk.caption(figure, width)
    crop = crop_box(figure, shown_rows / rows)
    return Cropped(figure, 0, 1, rows, crop, caption, left + (cell - width) / 2, width, head)


def picture_cells(layout: Layout, figure: Figure) -> int:
    """Cells a picture of a usual story takes with its caption."""
    columns = ideal_columns(layout, figure, len(layout.ladder) // 2)
    deepest = layout.grid.rows * DEEPEST // 100
    return columns * (min(round(natural_rows(figure, layout.grid, columns)), deepest) + 2)


def natural_rows(figure: Figure, grid: Grid, columns: int) -> float:
    """Rows of the whole picture at the width of `columns` base columns."""
    assert figure.pixels is not None
    width, height = figure.pixels
    return grid.span(columns) * grid.em / grid.pitch * height / width


def crop_price(depth: int, natural: float) -> float:
    """Price of showing a picture of `natural` rows in `depth`."""
    change = abs(depth / natural - 1)
    steep = max(0.0, change - CROP)
    return PRICES.crop * change / CROP_STEP + 100 * steep


def crop_box(figure: Figure, excess: float) -> tuple[float, float, float, float]:
    """What is shown of a picture `excess` times as deep as its place (below 1: too shallow).

    The cut is shared round the focus box, which is kept whole where that can be.
    """
    left, top, right, bottom = figure.focus or (0.0, 0.0, 1.0, 1.0)
    if excess >= 1:
        first, end = _window(1 / excess, (top + bottom) / 2)
        return (0.0, first, 1.0, end)
    first, end = _window(excess, (left + right) / 2)
    return (first, 0.0, end, 1.0)


def keeps_focus(figure: Figure, excess: float) -> bool:
    """True when a crop leaves the focus box whole."""
    left, top, right, bottom = figure.focus or (0.5, 0.5, 0.5, 0.5)
    if excess >= 1:
        return bottom - top <= 1 / excess + 1e-6
    return right - left <= excess + 1e-6


def _window(share: float, middle: float) -> tuple[float, float]:
    """`share` of the whole round `middle`, kept inside 0…1."""
    first = min(max(0.0, middle - share / 2), 1 - share)
    return round(first, 6), round(first + share, 6)
