"""From a page plan to a page: frames, legs and headings with their places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from edition.makeup.choices import Recipe
from edition.makeup.paper import (
    Filler,
    Leg,
    Page,
    PlacedHeading,
    SectionHead,
    StoryFrame,
)
from edition.makeup.rules import rules
from edition.makeup.zones import Band, PagePlan, Placed
from edition.options import Grid, Layout


def build_page(
    plan: PagePlan, layout: Layout, number: int, label: str, head_rows: int
) -> Page:
    """The page `plan` describes; its furniture takes `head_rows` rows at the head."""
    grid = layout.grid
    frames: list[StoryFrame] = []
    sections: list[SectionHead] = []
    row = head_rows
    for band in plan.bands:
        if band.zone.section is not None:
            rows = layout.furnishing.section
            section = band.zone.section
            sections.append(
                SectionHead(section.id, section.title or "", 0.0, row, grid.width, rows)
            )
            row += rows
        frames.extend(build_frame(placed, grid, row, band) for placed in band.placed)
        row += band.rows
    fillers = (Filler(0.0, row, grid.width, plan.filler),) if plan.filler else ()
    return Page(
        number, label, number == 1, head_rows, grid.rows, tuple(frames), tuple(sections),
        rules(frames, grid), fillers,
    )


def build_frame(placed: Placed, grid: Grid, top: int, band: Band) -> StoryFrame:
    """The frame of one story; at the foot of its zone it gives up the foot row."""
    column, row, columns, rows = placed.box
    recipe = placed.recipe
    x, head = grid.x(column), top + row
    return StoryFrame(
        story=placed.item.story.id,
        x=x,
        row=head,
        width=grid.span(columns),
        rows=min(rows, band.rows - row),
        column=column,
        columns=columns,
        headings=placed_headings(recipe, x, head, grid.span(columns)),
        legs=legs(recipe, x, head + recipe.head_rows),
        continued_from=placed.item.source,
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
    """The legs of a story side by side from `row`."""
    measure = recipe.measure
    cuts = (0, *recipe.fill.ends)
    return tuple(
        Leg(
            round(x + number * (measure.width + measure.gutter), 4),
            row,
            measure.width,
            recipe.fill.depth,
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


