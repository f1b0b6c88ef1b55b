"""How much copy would fill what the pages leave white, and what else would help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from edition.errors import Diagnostic
from edition.makeup.paper import Filler, Page, Paper
from edition.messages.texts import Phrase
from edition.model import Advertisement, Edition
from edition.packs.layout import Grid, Layout
from edition.packs.sizes.airing import Aired, airings

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
MOST_STORIES = 24
"""stories of a paper that is opened for short copy: of a larger one a page alone is short"""
LARGELY = 0.2
"""share of the last page that is no news, from which the pages before are to share it"""
LEAST_HOUSE = 0.3
"""share of a page that house copy may take before it is want of news"""
NEAR = 0.94
"""of what would fill the pages, what an opening does that is tried"""
STILL_WHITE = 0.25
"""share of the pages that the widest opening leaves white, beyond which none is tried"""
TRIES = 2
"""openings tried that would about fill the pages, and one that would fill half of the white"""
WITHIN = 1e-6
"""of a row: what sums of pitches may be off"""
LARGER, LOOSER = 4.0, 60.0
"""price of a step by which the body grows, and of the share by which its lines part"""
BARE = 300.0
"""price of a whole page left white where openings are compared, beside that of its rows"""


def ends_white(page: Page, grid: Grid) -> bool:
    """True where so much of a page is white or house copy that the others should share it."""
    return filler_cells(page.fillers, grid) >= LARGELY * page_cells(page, grid)


def page_cells(page: Page, grid: Grid) -> int:
    """Cells of a page below the furniture at its head."""
    return (page.rows - page.head_rows) * grid.columns


def filler_cells(fillers: Iterable[Filler], grid: Grid) -> int:
    """Cells that white or house copy takes."""
    return sum(one.rows * (one.columns or grid.columns) for one in fillers)


def wider(paper: Paper, edition: Edition, layout: Layout) -> tuple[Aired, ...]:
    """The openings of the layout that would about fill what the pages leave white."""
    if sum(1 for _ in edition.stories) > MOST_STORIES:
        return ()
    grid = layout.grid
    white = sum(_wanting(page, grid) for page in paper.pages)
    text = sum(_text(page, grid) for page in paper.pages)
    if not white or not text:
        return ()
    found = _openings(edition, layout)
    if not found:
        return ()
    most = found[-1].more
    whole = sum(page_cells(page, grid) for page in paper.pages)
    if white - (most - 1) * text > STILL_WHITE * whole:
        return ()
    needed = min(1 + white / text, most)
    tried = (*_near(found, needed)[:TRIES], *_near(found, (1 + needed) / 2)[:1])
    return tuple(one for at, one in enumerate(tried) if one not in tried[:at])


def between(edition: Edition, layout: Layout, holds: float, bursts: float) -> list[Aired]:
    """The opening halfway between one that the pages hold and one that takes a page more."""
    found = [one for one in _openings(edition, layout) if holds < one.more < bursts]
    return _near(found, (holds + bursts) / 2)[:1]


def _openings(edition: Edition, layout: Layout) -> list[Aired]:
    """Every opening, the slightest first; columns stay as many where copy or customers ask."""
    kept = any(story.columns for story in edition.stories) or any(
        one.columns < layout.grid.columns for one in edition.advertisements
    )
    return sorted(airings(layout, columns_kept=kept), key=lambda one: one.more)


def recounted(edition: Edition, own: Grid, opened: Grid) -> Edition:
    """The edition with its advertisements counted in the rows of an opened grid, none less deep."""
    def counted(one: Advertisement) -> Advertisement:
        rows = ceil(one.rows * own.pitch / opened.pitch - WITHIN)
        across = opened.columns if one.columns == own.columns else one.columns
        return replace(one, rows=rows, columns=across)

    return replace(edition, advertisements=tuple(map(counted, edition.advertisements)))


def as_paid(paper: Paper, own: Grid, opened: Grid) -> Paper:
    """The paper, its advertisements as wide as in the usual grid and where they stood across.

    The wider gutters of an opened grid give way by what its columns are narrower.
    """
    if own.columns != opened.columns:
        return paper
    zoom = own.em / opened.em
    return replace(paper, pages=tuple(
        replace(page, adverts=tuple(
            replace(one, x=own.x(one.column) * zoom, width=own.span(one.columns) * zoom)
            for one in page.adverts
        ))
        for page in paper.pages
    ))


def sold(paper: Paper) -> int:
    """Advertisements that stand on the pages."""
    return sum(len(page.adverts) for page in paper.pages)


def _near(found: Sequence[Aired], needed: float) -> list[Aired]:
    """The openings that fill almost as much as is needed, the slightest first."""
    near = [one for one in found if NEAR * needed <= one.more <= needed]
    return sorted(near, key=lambda one: (toll(one), -one.more))


def toll(aired: Aired) -> float:
    """Price of an opening, beside that of its pages."""
    return LARGER * aired.larger + LOOSER * aired.looser / aired.layout.grid.rows


def bareness(paper: Paper, grid: Grid) -> float:
    """Price of what the pages leave white, where openings are compared."""
    return BARE * sum(
        _bare_cells(page, grid) / max(1, page_cells(page, grid)) for page in paper.pages
    )


def _bare_cells(page: Page, grid: Grid) -> int:
    """Cells of a page left white."""
    return filler_cells((one for one in page.fillers if one.item is None), grid)


def _text(page: Page, grid: Grid) -> float:
    """Cells of a page that text takes."""
    return sum(
        slug.rows * leg.measure / grid.measure
        for frame in page.frames for leg in frame.legs for slug in leg.slugs
    )


def _wanting(page: Page, grid: Grid) -> int:
    """Cells of a page that want news; none where they are too few to be told of."""
    cells, white = page_cells(page, grid), _bare_cells(page, grid)
    house = filler_cells((f for f in page.fillers if f.item), grid)
    return (white if white >= LEAST_WHITE * cells else 0) + (
        house if house >= LEAST_HOUSE * cells else 0
    )


def short_copy(pages: Sequence[Page], layout: Layout) -> Iterator[Diagnostic]:
    """The pages that end in white for want of copy, each with how many characters would fill it."""
    grid = layout.grid
    for page in pages:
        cells, white = page_cells(page, grid), _bare_cells(page, grid)
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
        cells = page_cells(page, layout.grid) * taken
        return Phrase("a_page_less", {
            "characters": _characters(cells, layout.grid), "pages": len(pages) - 1,
        })
    if len(pages) == 1 and taken <= HALF and layout.grid.page_width >= MIDDLE:
        large = layout.grid.page_width >= LARGE
        return Phrase("a_smaller_sheet", {"sheet": Phrase("sheet_half" if large else "sheet_a4")})
    return Phrase("nothing_instead")
