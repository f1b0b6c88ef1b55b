"""What is said of the pictures as they are printed: their dots, their size, their shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic
from edition.makeup.paper import Page, Plate
from edition.makeup.pictured.cropping import (
    DOTS,
    WHOLE,
    as_wide_as_asked,
    borne,
    columns_taken,
    shape,
    wished_width,
)
from edition.model import Figure, Story, block_text
from edition.packs.layout import Grid

FEW, NEARLY = 0.75, 0.75
"""share of two columns, or of a narrower page, below which what a picture's dots bear is told; and
share of that which the picture takes"""
STRIP = 4.0
"""long side by short side from which a picture is told to be shown whole"""
_NEAR = 0.96
_INCH, _MM = 72, 25.4 / 72


def remarks_on_pictures(
    grid: Grid, stories: Sequence[Story], pages: Sequence[Page]
) -> Iterator[Diagnostic]:
    """A remark for every placed picture that has few dots, or a shape no crop could bring in."""
    placed = {
        plate.block: plate for page in pages for frame in page.frames for plate in frame.plates
    }
    for number, story in enumerate(stories, 1):
        for block in story.body:
            if isinstance(block, Figure) and block.id in placed and block.pixels:
                for kind, values in _said(grid, block, placed[block.id]):
                    yield Diagnostic(
                        kind, {"picture": block.src or "", **values},
                        line=block.lines[0] if block.lines else None, story=number,
                        text=block_text(block) or block.src,
                    )


def dots(grid: Grid, figure: Figure, plate: Plate) -> float:
    """Dots an inch that a picture is printed with."""
    assert figure.pixels is not None
    whole = plate.width / (plate.crop[2] - plate.crop[0])
    return figure.pixels[0] * _INCH / (whole * grid.em)


def _said(
    grid: Grid, figure: Figure, plate: Plate
) -> Iterator[tuple[str, dict[str, str | int | float]]]:
    assert figure.pixels is not None
    wide, high = figure.pixels
    found, mm = dots(grid, figure, plate), plate.width * grid.em * _MM
    if found < DOTS * _NEAR:
        yield "picture_coarse", {"dots": round(found), "mm": round(mm), "least": DOTS}
    elif _held_small(grid, figure, plate):
        yield "picture_few_dots", {"wide": wide, "high": high, "mm": round(mm), "least": DOTS}
    if figure.width is not None and not as_wide_as_asked(figure, grid, plate.width):
        yield "picture_width_unmet", {
            "wish": figure.width if isinstance(figure.width, int) else figure.width.value,
            "wanted": wished_width(figure.width, grid.columns),
            "got": max(1, round(columns_taken(grid, plate.width))),
        }
    high_by_wide = shape(figure)
    if plate.crop == WHOLE and max(high_by_wide, 1 / high_by_wide) >= STRIP:
        yield "picture_whole", {"wide": wide, "high": high}


def _held_small(grid: Grid, figure: Figure, plate: Plate) -> bool:
    """True where its dots kept a picture from a usual width."""
    most = borne(figure, grid)
    return most < FEW * grid.span(min(2, grid.columns)) and plate.width >= NEARLY * most
