"""The pictures of a story as one band over its legs or its head (图片).

Pictures stand side by side at the head of the right-hand legs, or across all of them, never
inside or at the foot of a leg (W8). Each has the depth of its own shape, or that of its line; a
crop of at most 16 % of the shape, round the focus box, makes it take whole rows. What cannot be
cropped so is shown whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil

from edition.makeup.composer import ComposingRoom
from edition.makeup.pictured.cropping import (
    PLATE_TOP,
    Fitted,
    croppable,
    fitted,
    most_columns,
    rows_at,
    shape,
    widest,
    wished_width,
)
from edition.makeup.pictured.lines import line_counts, line_price, line_rows, off_price, ranged
from edition.makeup.pictured.picture_pages import DEPTHS, divisions, lined_up
from edition.makeup.pictured.picture_words import BESIDE_GAP, Words, captioned
from edition.makeup.prices import PRICES
from edition.model import Figure, Story
from edition.packs.layout import Grid, Layout
from edition.trade.page_bounds import MOST_CROPPED

DEEPEST, DEEPEST_ALONE = 55, 86
"""% of the page's rows the pictures of a story may take; and where the story is mostly pictures"""
HEIGHTS = 5
"""depths tried for one band"""
WIDTHS = 3
"""columns off its ideal width that a picture may be"""
IN_COLUMNS = 3
"""pictures of one story that stand in base columns; more stand in lines"""
PICTURE_STORY = 3
"""pictures from which a story with little text is one of pictures (图片故事)"""
SMALLER = (1.0, 0.7, 0.45)
"""of the depth they may take, what lines of pictures take"""
SQUEEZED = (0.6, 0.4, 0.25, 0.15, 0.08)
"""the same where a story would else go without its pictures"""
LEAST_ROWS = 3
"""rows of a picture in one column, where it can wait for a page with more room"""
LINES_UNDER_HEAD = 2
"""lines of pictures that may stand between a head and its text"""
MOST_PRICE = 1000.0
"""price of pictures too many for every way that is tried"""
FLAT = 0.4
"""height by width below which a picture is a strip, and wider than others"""


@dataclass(frozen=True, slots=True)
class Cropped:
    """One picture in a band."""

    figure: Figure
    column: int
    """first column within the span"""
    columns: int
    fit: Fitted
    words: Words
    shift: float
    """em from the left edge of its columns to its place"""
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
    unders: tuple[int, ...] = ()
    """rows over each of its columns, where they are not all the same"""
    beside: bool = False
    """True where no leg stands under it: the text is beside it"""

    @property
    def largest(self) -> float:
        """em × rows of the largest picture."""
        return max(one.fit.width * one.fit.rows for one in self.pictures)

    def above(self, legs: int) -> list[int]:
        """Rows over each of `legs` legs."""
        if self.over_head or self.beside:
            return [0] * legs
        if self.unders and legs == self.span:
            return [0] * (legs - self.columns) + list(self.unders)
        if self.columns >= min(self.span, legs):
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
    columns = layout.grid.columns
    if figure.width is not None:
        return min(wished_width(figure.width, columns), most_columns(figure, layout.grid))
    top = max(len(layout.ladder) - 1, 1)
    wide = columns / 2 if step >= top - 1 else columns * (0.22 + 0.13 * step / top)
    high = shape(figure)
    wide *= 0.65 if high > 1 else min(2.0, (FLAT / high) ** 0.5) if high < FLAT else 1.0
    return max(1, min(round(wide), most_columns(figure, layout.grid)))


def bands(
    room: ComposingRoom, figures: Sequence[Figure], span: int, step: int, text: int | None = None
) -> Iterator[PictureBand | None]:
    """The bands worth trying on `span` columns for a story at `step`; None without pictures.

    `text` is the depth of the story's text in base columns: where the pictures take more than
    that, they may take most of the page.
    """
    if not figures:
        yield None
        return
    ideals = [ideal_columns(room.layout, figure, step) for figure in figures]
    found = False
    if len(figures) <= IN_COLUMNS:
        for band in _columned(room, figures, ideals, span):
            found = True
            yield band
    if not found or len(figures) > 1 or span == room.grid.columns:
        alone = text is not None and mostly_pictures(room, figures, text)
        deepest = room.grid.rows * (DEEPEST_ALONE if alone else DEEPEST) / 100
        if alone:
            yield from _picture_page(room, figures, span, deepest)
        for scale in _scales(room.grid, deepest, found):
            for band in _in_lines(room, figures, ideals, span, deepest * scale):
                if room.grid.columns > 1 or min(p.fit.rows for p in band.pictures) >= LEAST_ROWS:
                    yield band


def _scales(grid: Grid, deepest: float, found: bool) -> Sequence[float]:
    """What lines of pictures take of the depth they may: in one column every number of rows.

    Nothing but them makes such a page fit.
    """
    if grid.columns == 1:
        return [1 - row / deepest for row in range(int(deepest * (1 - SMALLER[-1])) + 1)]
    return SMALLER[:1] if found else SMALLER


def squeezed(
    room: ComposingRoom, figures: Sequence[Figure], span: int, step: int
) -> Iterator[PictureBand]:
    """Bands of few rows, for a story that would else go without its pictures."""
    ideals = [ideal_columns(room.layout, figure, step) for figure in figures]
    for scale in SQUEEZED:
        yield from _in_lines(room, figures, ideals, span, room.grid.rows * scale)


def mostly_pictures(room: ComposingRoom, figures: Sequence[Figure], text: int) -> bool:
    """True for a story of pictures with a text under `text` rows of a base column (图片故事)."""
    return len(figures) >= PICTURE_STORY and text < sum(
        picture_cells(room.layout, figure) for figure in figures
    )


# -- in base columns ------------------------------------------------------------------------------


def _columned(
    room: ComposingRoom, figures: Sequence[Figure], ideals: Sequence[int], span: int
) -> Iterator[PictureBand]:
    """Bands of pictures that each take some base columns."""
    ways = [
        range(max(1, ideal - WIDTHS),
              min(span, ideal + WIDTHS, most_columns(figure, room.grid)) + 1)
        for figure, ideal in zip(figures, ideals, strict=True)
    ]
    for widths in product(*ways):
        total = sum(widths)
        if total > span or (total == span - 1 and total > 1 and span > 4):
            continue
        yield from _at(room, figures, ideals, widths, span)


def _at(
    room: ComposingRoom, figures: Sequence[Figure], ideals: Sequence[int],
    widths: Sequence[int], span: int,
) -> Iterator[PictureBand]:
    """Bands of the pictures at given widths, over the range of depths their crops allow."""
    grid = room.grid
    cells = [_picture_width(room, figure, wide) for figure, wide in zip(
        figures, widths, strict=True)]
    naturals = [
        rows_at(figure, grid, min(cell, widest(figure, grid)))
        for figure, cell in zip(figures, cells, strict=True)
    ]
    toll = off_price(figures, widths, ideals)
    deepest = grid.rows * DEEPEST // 100
    level = [
        depth for depth in _depths(naturals, deepest)
        if all(map(croppable, figures, [n / (depth - PLATE_TOP) for n in naturals]))
    ][:HEIGHTS]
    for depth in level:
        fits = [fitted(f, grid, c, depth) for f, c in zip(figures, cells, strict=True)]
        yield from _band(room, (figures, fits, widths), span, toll)
    if level and len(figures) == 1:
        return
    fits = [
        fitted(figure, grid, cell, min(_own_rows(figure, natural), deepest))
        for figure, cell, natural in zip(figures, cells, naturals, strict=True)
    ]
    for band in _band(room, (figures, fits, widths), span, toll):
        # Over the head the white under the lower picture would stand open.
        if len(figures) == 1 or not band.over_head:
            yield band


def _own_rows(figure: Figure, natural: float) -> int:
    """Whole rows that suit a picture of `natural` rows: the nearest, or those that hold it whole.
    """
    near = max(1, round(natural + PLATE_TOP))
    return near if croppable(figure, natural / (near - PLATE_TOP)) else ceil(natural + PLATE_TOP)


def _depths(naturals: Sequence[float], deepest: int) -> list[int]:
    """Whole rows that pictures side by side may take, those nearest to all first."""
    middle = round(sum(naturals) / len(naturals) + PLATE_TOP)
    low = round(min(naturals) * (1 - MOST_CROPPED))
    high = round(max(naturals) * (1 + MOST_CROPPED)) + 1
    return sorted(range(max(2, low), min(high, deepest) + 1), key=lambda d: (abs(d - middle), d))


def _picture_width(room: ComposingRoom, figure: Figure, columns: int) -> float:
    """em a picture takes of some columns: all, or one less where its caption stands beside it."""
    grid = room.grid
    aside = room.layout.captions == "beside" and columns > 2 and (figure.caption or figure.credit)
    return grid.span(columns - 1) + grid.gutter - BESIDE_GAP if aside else grid.span(columns)


def _band(
    room: ComposingRoom, made: tuple[Sequence[Figure], Sequence[Fitted], Sequence[int]], span: int,
    toll: float,
) -> Iterator[PictureBand]:
    """Pictures with their fits and columns side by side; across the whole span over the head too.
    """
    total, pictures, unders = sum(made[2]), [], []
    column, price = span - total, toll
    for figure, fit, columns in zip(*made, strict=True):
        cell = room.grid.span(columns)
        words = captioned(room, figure, fit, cell)
        pictures.append(Cropped(figure, column, columns, fit, words, words.shift))
        white = 0.0 if fit.filled and fit.width == cell else 1 - fit.width / cell
        price += fit.price + PRICES.picture_white * white
        unders += [words.rows + 1] * columns
        column += columns
    rows = max(unders)
    level = len({fit.rows for fit in made[1]}) == 1
    own = () if level else tuple(unders)
    yield PictureBand(tuple(pictures), span, total, rows, price, unders=own)
    if total == span:
        yield PictureBand(tuple(pictures), span, total, rows, price + PRICES.picture_over, True)


# -- in lines -------------------------------------------------------------------------------------


def _in_lines(
    room: ComposingRoom, figures: Sequence[Figure], ideals: Sequence[int], span: int,
    deepest: float,
) -> Iterator[PictureBand]:
    """Bands of lines of pictures across a span, each line of one depth and as wide as it goes."""
    grid = room.grid
    wide = grid.span(span)
    for counts in line_counts(grid, figures, ideals, wide, deepest):
        pictures: list[Cropped] = []
        head, price, first, most = 0, 0.0, 0, line_rows(deepest, len(counts))
        for count in counts:
            end, low = first + count, head
            some = figures[first:end]
            price += line_price(grid, some, ideals[first:end], wide, most)
            for shift, cell, fit, figure in ranged(grid, some, wide, most):
                words = captioned(room, figure, fit, cell)
                pictures.append(Cropped(figure, 0, span, fit, words, shift + words.shift, head))
                low = max(low, head + words.rows)
                price += fit.price
            head, first = low + 1, end
        price = min(price, MOST_PRICE)
        # Under the head so many lines would part it from its text.
        parts = PRICES.hard_cut if len(counts) > LINES_UNDER_HEAD else 0.0
        yield PictureBand(tuple(pictures), span, span, head, price + parts)
        yield PictureBand(tuple(pictures), span, span, head, price + PRICES.picture_over, True)


def _picture_page(
    room: ComposingRoom, figures: Sequence[Figure], span: int, deepest: float
) -> Iterator[PictureBand]:
    """Bands of a story of pictures, over its head: lines of one width, of several depths."""
    grid = room.grid
    wide = grid.span(span)
    ways = {
        way.counts + way.rows: way
        for depth in DEPTHS for way in divisions(grid, figures, wide, deepest * depth)
    }
    for way in ways.values():
        pictures: list[Cropped] = []
        head, first, price = 0, 0, way.price
        aside = (wide - way.wide) / 2
        for count, most in zip(way.counts, way.rows, strict=True):
            low, some = head, figures[first:first + count]
            for shift, cell, fit, figure in lined_up(grid, some, way.wide, most):
                words = captioned(room, figure, fit, cell)
                across = aside + shift + words.shift
                pictures.append(Cropped(figure, 0, span, fit, words, across, head))
                low = max(low, head + words.rows)
                price += fit.price
            head, first = low + 1, first + count
        yield PictureBand(tuple(pictures), span, span, head, min(price, MOST_PRICE), True)


def picture_cells(layout: Layout, figure: Figure) -> int:
    """Cells a picture of a usual story takes with its caption."""
    columns = ideal_columns(layout, figure, len(layout.ladder) // 2)
    rows = rows_at(figure, layout.grid, layout.grid.span(columns))
    most = layout.grid.rows * DEEPEST / 100
    return columns * (round(min(rows, most)) + 2)
