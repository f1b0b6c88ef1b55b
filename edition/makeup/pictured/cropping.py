"""How much of a picture is shown, and how large it may be printed (剪裁, 图片精度).

A crop takes at most 16 % of the shape away and nothing of the focus box. What cannot be cropped so
far is shown whole, narrower or lower than its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from edition.makeup.prices import PRICES
from edition.model import Figure, PictureSize
from edition.packs.layout import Grid
from edition.trade.page_bounds import LEAST_DPI, MOST_CROPPED, UPRIGHT, UPRIGHT_COLUMNS

CROP_STEP = 0.04
DOTS = round(LEAST_DPI)
"""dots an inch that a picture has at least where it can"""
DOTS_NEAR = 1.03
"""by how much a picture whose sides are cropped may be wider than its dots bear"""
LEAST_PLATE = 6.0
"""em a picture is wide however few its dots are"""
PLATE_TOP = 0.2
"""rows by which a picture begins below the head of its first row, level with the characters"""

SHARES = {PictureSize.SMALL: 0.25, PictureSize.MEDIUM: 0.45, PictureSize.LARGE: 0.7}
"""of the columns of a page, what a picture of a size takes"""

OFF = 0.6
"""base columns by which a picture may miss the width the editor wants: its caption may stand
beside it"""

Box = tuple[float, float, float, float]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A picture in a place."""

    width: float
    """em"""
    deep: float
    """rows of the picture as it is drawn"""
    crop: Box
    price: float
    filled: bool
    """False where the place is not filled: the picture is shown whole"""

    @property
    def rows(self) -> int:
        """Whole rows that it takes, the white above it counted."""
        return max(1, ceil(self.deep + PLATE_TOP - 1e-6))


def shape(figure: Figure) -> float:
    """Height by width."""
    assert figure.pixels is not None
    return figure.pixels[1] / figure.pixels[0]


def upright(figure: Figure) -> bool:
    """True for a portrait."""
    return shape(figure) > UPRIGHT


def rows_at(figure: Figure, grid: Grid, width: float) -> float:
    """Rows of the whole picture at a width in em."""
    return width * grid.em / grid.pitch * shape(figure)


def width_at(figure: Figure, grid: Grid, rows: float) -> float:
    """em the whole picture is wide at so many rows."""
    return rows * grid.pitch / grid.em / shape(figure)


def borne(figure: Figure, grid: Grid) -> float:
    """em a picture is wide at most, by its dots."""
    assert figure.pixels is not None
    return max(figure.pixels[0] * 72 / DOTS / grid.em, LEAST_PLATE)


def widest(figure: Figure, grid: Grid) -> float:
    """em a picture is wide at most, by its dots and, where it is a portrait, by its columns."""
    most = borne(figure, grid)
    return min(most, grid.span(UPRIGHT_COLUMNS)) if upright(figure) else most


def most_columns(figure: Figure, grid: Grid) -> int:
    """Base columns that a picture can fill, at least one."""
    most = UPRIGHT_COLUMNS if upright(figure) else grid.columns
    fitting = (c for c in range(min(most, grid.columns), 1, -1)
               if grid.span(c) <= borne(figure, grid) + 1e-6)
    return next(fitting, 1)


def wished_width(wish: int | PictureSize, columns: int) -> int:
    """Base columns of a page of so many that a picture is to take."""
    wide = SHARES[wish] * columns if isinstance(wish, PictureSize) else wish
    return max(1, min(round(wide), columns))


def as_wide_as_asked(figure: Figure, grid: Grid, width: float) -> bool:
    """True for a picture `width` em wide that has the width the editor wants, if any is wanted."""
    wish = figure.width
    return wish is None or abs(
        columns_taken(grid, width) - wished_width(wish, grid.columns)
    ) <= OFF


def columns_taken(grid: Grid, width: float) -> float:
    """Base columns that so many em are wide, with the gutters between them."""
    return (width + grid.gutter) / (grid.measure + grid.gutter)


def fitted(figure: Figure, grid: Grid, cell: float, rows: int) -> Fitted:
    """A picture in a place `cell` em wide and `rows` deep, cropped or else whole."""
    cell = min(cell, widest(figure, grid))
    deep, natural = rows - PLATE_TOP, rows_at(figure, grid, cell)
    across = cell * max(1.0, deep / natural)
    bears = across <= borne(figure, grid) * DOTS_NEAR and not _wide_upright(grid, cell, deep)
    if bears and croppable(figure, natural / deep):
        price = crop_price(deep, natural)
        return Fitted(cell, deep, crop_box(figure, natural / deep), price, True)
    if natural > deep:
        cell, natural = cell * deep / natural, deep
    return Fitted(cell, natural, WHOLE, 0.0, False)


def _wide_upright(grid: Grid, cell: float, deep: float) -> bool:
    """True for what would be a portrait in print, and wider than one may be."""
    high = deep * grid.pitch / grid.em
    return high > UPRIGHT * cell and cell > grid.span(UPRIGHT_COLUMNS) + 1e-6


def croppable(figure: Figure, excess: float) -> bool:
    """True where a crop by `excess` leaves enough of a picture, and its focus box whole."""
    return 1 - MOST_CROPPED <= 1 / excess <= 1 + MOST_CROPPED and keeps_focus(figure, excess)


def crop_price(deep: float, natural: float) -> float:
    """Price of showing a picture of `natural` rows in `deep`."""
    return PRICES.crop * abs(deep / natural - 1) / CROP_STEP


def crop_box(figure: Figure, excess: float) -> Box:
    """What is shown of a picture `excess` times as deep as its place (below 1: too shallow).

    The cut is shared round the focus box, which is kept whole where that can be.
    """
    left, top, right, bottom = figure.focus or WHOLE
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
