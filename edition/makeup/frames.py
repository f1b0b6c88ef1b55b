"""From a page plan to a page: frames, legs and headings with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from edition.makeup.choices import FOOT, Recipe
from edition.makeup.column_rules import Block, rules
from edition.makeup.paper import (
    AdvertFrame,
    Filler,
    Leg,
    Page,
    PlacedHeading,
    Plate,
    SectionHead,
    StoryFrame,
)
from edition.makeup.search.zones import Band, PagePlan, Placed
from edition.model import Advertisement, plain
from edition.packs.layout import Grid, Layout

BOX_TOP = 0.5
"""rows from the edge of a boxed story's rectangle to the rule of its box"""
PLATE_TOP = 0.2
"""rows by which a picture begins below the head of its first row, level with the characters"""
CAPTION_GAP = 0.2
"""rows between a picture and the cell of its caption"""


def build_page(
    plan: PagePlan, layout: Layout, number: int, label: str, head_rows: int,
    leftover: Callable[[int, int, int], Sequence[Filler]], strips: Sequence[Advertisement] = (),
) -> Page:
    """The page `plan` describes; its furniture takes `head_rows` rows at the head.

    `strips` are advertisements across the foot, each above a row of white; `leftover` fills the
    rows that no story takes, given the first of them, their number and the columns.
    """
    grid = layout.grid
    frames: list[StoryFrame] = []
    sections: list[SectionHead] = []
    fillers: list[Filler] = []
    adverts: list[AdvertFrame] = []
    row = head_rows
    for band in plan.bands:
        if band.zone.section is not None:
            rows = layout.furnishing.section
            section = band.zone.section
            sections.append(
                SectionHead(section.id, section.title or "", 0.0, row, grid.width, rows)
            )
            row += rows
        for placed in band.placed:
            if placed.item.advertisement is not None:
                adverts.append(_advert(placed, grid, row, band))
            elif placed.item.house:
                fillers.append(_house(placed, grid, row, band))
            else:
                frames.append(build_frame(placed, grid, row, band))
        row += band.rows
    if plan.filler:
        fillers.extend(leftover(row, plan.filler, grid.columns))
        row += plan.filler
    for strip in strips:
        wide = min(strip.columns, grid.columns)
        first = grid.columns - wide
        adverts.append(
            AdvertFrame(
                strip.id, grid.x(first), row + FOOT, grid.span(wide), strip.rows, first, wide
            )
        )
        if first:
            fillers.extend(leftover(row + FOOT, strip.rows, first))
        row += strip.rows + FOOT
    return Page(
        number, label, number == 1, head_rows, grid.rows, tuple(frames), tuple(sections),
        rules(blocks(frames, fillers, adverts), grid), tuple(fillers), tuple(adverts),
    )


def blocks(
    frames: Sequence[StoryFrame], fillers: Sequence[Filler], adverts: Sequence[AdvertFrame]
) -> tuple[Block, ...]:
    """The rectangles of a page as its rules see them."""
    return (
        *(Block(f.column, f.row, f.columns, f.rows, f.box is not None) for f in frames),
        *(Block(f.column, f.row, f.columns, f.rows, f.box is not None) for f in fillers),
        *(Block(f.column, f.row, f.columns, f.rows, True) for f in adverts),
    )


def _advert(placed: Placed, grid: Grid, top: int, band: Band) -> AdvertFrame:
    column, row, columns, rows = placed.box
    return AdvertFrame(
        placed.item.story.id, grid.x(column), top + row, grid.span(columns),
        min(rows, band.rows - row), column, columns,
    )


def _house(placed: Placed, grid: Grid, top: int, band: Band) -> Filler:
    frame = build_frame(placed, grid, top, band)
    return Filler(
        frame.x, frame.row, frame.width, frame.rows, frame.story, frame.headings, frame.legs,
        frame.column, frame.columns, frame.box,
    )


def build_frame(placed: Placed, grid: Grid, top: int, band: Band) -> StoryFrame:
    """The frame of one story; at the foot of its zone it gives up the foot row."""
    column, row, columns, rows = placed.box
    recipe = placed.recipe
    x, head, width = grid.x(column), top + row, grid.span(columns)
    inset = recipe.measure.inset
    edge = inset if recipe.boxed else 0.0
    under = head + recipe.lead + (recipe.band.rows if recipe.band and recipe.parted else 0)
    box = None
    if recipe.boxed:
        box = (x, head + BOX_TOP, width, recipe.rows - FOOT - 2 * BOX_TOP)
    return StoryFrame(
        story=placed.item.story.id,
        x=x,
        row=head,
        width=width,
        rows=min(rows, band.rows - row),
        column=column,
        columns=columns,
        headings=placed_headings(recipe, x + edge, under, width - 2 * edge),
        legs=legs(recipe, x + inset, head + recipe.head_rows),
        continued_from=placed.item.source,
        plates=tuple(plates(recipe, grid, column, head)),
        box=box,
        briefs=tuple(story.id for story in placed.item.briefs),
    )


def plates(recipe: Recipe, grid: Grid, column: int, row: int) -> Iterator[Plate]:
    """The pictures of a story; `row` is the head of its rectangle."""
    band = recipe.band
    if band is None:
        return
    top = row + (recipe.lead if band.over_head else recipe.head_rows)
    for picture in band.pictures:
        yield Plate(
            block=picture.figure.id,
            src=picture.figure.src or "",
            alt=picture.figure.alt or plain(picture.figure.caption),
            x=round(grid.x(column + picture.column), 4),
            row=top + PLATE_TOP,
            width=grid.span(picture.columns),
            rows=picture.rows - PLATE_TOP,
            crop=picture.crop,
            caption=tuple(line for slug in picture.caption for line in slug.lines),
            caption_row=top + picture.rows + CAPTION_GAP,
            size=picture.caption[0].size if picture.caption else 1.0,
            face=picture.caption[0].face if picture.caption else "hei",
        )


def placed_headings(
    recipe: Recipe, x: float, row: int, width: float
) -> tuple[PlacedHeading, ...]:
    """Kicker, headline and deck with the white of the block shared out between them."""
    if recipe.head is None:
        return ()
    offsets = recipe.head.offsets(recipe.extra)
    return tuple(
        PlacedHeading(part, x, round(row + offset, 4), width)
        for part, offset in zip(recipe.head.parts, offsets, strict=True)
    )


def legs(recipe: Recipe, x: float, row: int) -> tuple[Leg, ...]:
    """The legs of a story side by side from `row`, those under a picture from below it."""
    measure = recipe.measure
    above = recipe.band.above(measure.legs) if recipe.band else [0] * measure.legs
    cuts = (0, *recipe.fill.ends)
    return tuple(
        Leg(
            round(x + number * (measure.width + measure.gutter), 4),
            row + above[number],
            measure.width,
            recipe.depth - above[number],
            recipe.slugs[start:end],
        )
        for number, (start, end) in enumerate(pairwise(cuts))
    )


def link(pages: list[Page], going: Mapping[tuple[int, str], str]) -> tuple[Page, ...]:
    """Pages whose frames say on which page they go on; `going` is (page, story) → label."""
    return tuple(
        replace(
            page,
            frames=tuple(
                replace(frame, continued_on=going.get((page.number, frame.story)))
                for frame in page.frames
            ),
        )
        for page in pages
    )


