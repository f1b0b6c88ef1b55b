"""The geometry of a page as a row: columns, headline ladder, stories, share of pictures, white."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pypdfium2 as pdfium

from edition.makeup.paper import Page, StoryFrame
from edition.model import Edition
from edition.packs.layout import Layout
from edition.packs.pack import Pack
from edition.pressroom import dressed, fitted
from edition.steps import untold

SQUARE = 4.5
"""mm: the side of the squares in which white is counted, a line of body text"""
INK = 245
"""grey level below which a square holds ink"""


@dataclass(frozen=True)
class PageShape:
    """What one would measure on a page with a ruler; its furniture counts for white alone."""

    columns: int
    stories: int
    """a column of briefs is one"""
    sizes: tuple[float, ...]
    """pt of the headlines, largest first"""
    pictures: int
    art: float
    """% of the type area"""
    white: float
    """% of the type area's squares without any ink"""

    def row(self, name: str) -> str:
        """A line of the table in docs/makeup.md."""
        lead, second = (*self.sizes, self.sizes[-1])[:2]
        ladder = f"{lead:.0f} : {second:.0f} = {lead / second:.1f}"
        return (f"| {name} | {self.columns} | {self.stories} | {ladder} | {len(set(self.sizes))} "
                f"| {self.pictures} | {self.art:.0f} % | {self.white:.0f} % |")


def shapes(edition: Edition, pack: Pack, theme: str | None) -> Iterator[PageShape]:
    """The shape of every page of a paper: its plan, and for the white its finished pages."""
    made = fitted(edition, pack.layout, untold)
    layout = made[0].set_in(pack.layout)
    data = dressed(edition, pack, pack.style(theme), made, untold).data
    for page, sheet in zip(made[0].pages, pdfium.PdfDocument(data), strict=True):
        yield _shape(page, layout, _white(sheet))


def _shape(page: Page, layout: Layout, white: float) -> PageShape:
    grid = layout.grid
    whole = grid.span(grid.columns) * grid.rows
    plates = [plate for frame in page.frames for plate in frame.plates]
    art = 100 * sum(plate.width * plate.rows for plate in plates) / whole
    sizes = sorted(filter(None, (_size(frame) for frame in page.frames)), reverse=True)
    points = tuple(round(size * grid.em, 1) for size in sizes)
    return PageShape(grid.columns, len(page.frames), points, len(plates), art, white)


def _size(frame: StoryFrame) -> float:
    """em of the story's headline; 0 without one."""
    found = (one.heading.size for one in frame.headings if one.heading.role == "headline")
    return max(found, default=0.0)


def _white(sheet: pdfium.PdfPage) -> float:
    """% of the squares of the inked rectangle of a page that hold nothing."""
    scale = 4 / (SQUARE / 25.4 * 72)
    grey = np.asarray(sheet.render(scale=scale * 3, grayscale=True).to_pil())
    dark = grey < INK
    rows, columns = np.flatnonzero(dark.any(axis=1)), np.flatnonzero(dark.any(axis=0))
    live = dark[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1]
    side = 12
    tall, wide = (length // side for length in live.shape)
    squares = live[:tall * side, :wide * side].reshape(tall, side, wide, side)
    return 100 * float((~squares.any(axis=(1, 3))).mean())
