"""Where things stand on made-up pages, as shares of the sheet: for a screen that shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.makeup.paper import Page, Paper
from edition.packs.layout import Grid, Layout

_MM = 72 / 25.4
"""pt"""


@dataclass(frozen=True, slots=True)
class StandsAt:
    """A rectangle of a page; lengths are shares of the sheet's width and height."""

    page: int
    """from 1"""
    kind: str
    """`story`, `picture`, `advertisement` or `house`"""
    owners: tuple[str, ...]
    """ids of its story, or of all stories of a briefs column; of the figure; of what it is"""
    left: float
    top: float
    width: float
    height: float


def outlines(paper: Paper, layout: Layout) -> tuple[StandsAt, ...]:
    """The stories, pictures, advertisements and house copy of a paper, page by page.

    `layout` is the one the pages are set in.
    """
    return tuple(one for page in paper.pages for one in _on_page(page, layout.grid))


def _on_page(page: Page, grid: Grid) -> Iterator[StandsAt]:
    place = _Place(page, grid)
    for frame in page.frames:
        box = (frame.x, frame.row, frame.width, frame.rows)
        yield place.outline("story", frame.briefs or (frame.story,), box)
        for plate in frame.plates:
            owners = (plate.block, plate.src)
            yield place.outline("picture", owners, (plate.x, plate.row, plate.width, plate.rows))
    for space in page.adverts:
        box = (space.x, space.row, space.width, space.rows)
        yield place.outline("advertisement", (space.advertisement,), box)
    for filler in page.fillers:
        if filler.item:
            box = (filler.x, filler.row, filler.width, filler.rows)
            yield place.outline("house", (filler.item,), box)


@dataclass(frozen=True, slots=True)
class _Place:
    """From em and grid rows to shares of a page's sheet."""

    page: Page
    grid: Grid

    def outline(
        self, kind: str, owners: tuple[str, ...], box: tuple[float, float, float, float]
    ) -> StandsAt:
        x, row, width, rows = box
        grid = self.grid
        across, down = grid.page_width * _MM, grid.page_height * _MM
        left = grid.left(recto=self.page.recto) * _MM + x * grid.em
        top = grid.margin_top * _MM + row * grid.pitch
        return StandsAt(
            self.page.number, kind, owners, round(left / across, 5), round(top / down, 5),
            round(width * grid.em / across, 5), round(rows * grid.pitch / down, 5),
        )
