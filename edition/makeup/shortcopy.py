"""How much copy would fill what the pages leave white, and what else would help."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic
from edition.makeup.paper import Page
from edition.messages.texts import Phrase
from edition.packs.layout import Grid, Layout

LEAST_WHITE = 0.06
"""share of a page that is white before the desk is told"""
SET = 0.8
"""characters of copy in each em of its lines: heads, indents and last lines take the rest"""
ROUND = 10
"""characters to which the advice is rounded"""
LITTLE = 0.35
"""share of the last page that copy takes, up to which a page less is advised"""
HALF = 0.6
"""share of the only page that copy takes, up to which half the sheet holds it"""
LARGE, MIDDLE = 330.0, 240.0
"""mm from which a sheet is a broadsheet, and from which it is a tabloid"""


def short_copy(pages: Sequence[Page], layout: Layout) -> Iterator[Diagnostic]:
    """The pages that end in white for want of copy, each with how many characters would fill it."""
    grid = layout.grid
    for page in pages:
        cells = (page.rows - page.head_rows) * grid.columns
        white = sum(
            filler.rows * (filler.columns or grid.columns)
            for filler in page.fillers if filler.item is None
        )
        if white < LEAST_WHITE * cells:
            continue
        yield Diagnostic("copy_short", {
            "page": page.label, "characters": _characters(white, grid),
            "instead": _instead(pages, page, white / cells, layout),
        })


def _characters(cells: float, grid: Grid) -> int:
    """Characters of copy that `cells` hold with their heads."""
    return max(ROUND, round(cells * grid.measure * SET / ROUND) * ROUND)


def _instead(pages: Sequence[Page], page: Page, white: float, layout: Layout) -> Phrase:
    """What else would fill the paper: a page less, a smaller sheet, or nothing more."""
    taken = 1 - white
    if len(pages) > 1 and page is pages[-1] and taken <= LITTLE:
        cells = (page.rows - page.head_rows) * layout.grid.columns * taken
        return Phrase("a_page_less", {
            "characters": _characters(cells, layout.grid), "pages": len(pages) - 1,
        })
    if len(pages) == 1 and taken <= HALF and layout.grid.page_width >= MIDDLE:
        large = layout.grid.page_width >= LARGE
        return Phrase("a_smaller_sheet", {"sheet": Phrase("sheet_half" if large else "sheet_a4")})
    return Phrase("nothing_instead")
