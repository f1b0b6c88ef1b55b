"""A story cut at its wide tables: what stands in legs, and what stands across them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.compose.rows.tables import DECENT_DEPTH, DEEPEST, TableSetter
from edition.compose.typesetter import Typesetter
from edition.model import Block, Crosshead, Story, Table
from edition.packs.layout import Layout

MOST_COLUMNS = 4
"""base columns to which a table grows so that its rows are shallow"""


@dataclass(frozen=True, slots=True)
class StoryPart:
    """Some blocks of a story, as a story of their own without headings."""

    copy: Story
    columns: int = 0
    """base columns a table needs at least, under which no word of it is whole; 0 for text, which
    is set in legs"""


def parts_of(typesetter: Typesetter, layout: Layout, story: Story) -> tuple[StoryPart, ...]:
    """The story in one part where no table of it is too wide for a base column."""
    wanted = [
        columns_of(typesetter, layout, block) if isinstance(block, Table) else 1
        for block in story.body
    ]
    if all(columns == 1 for columns in wanted):
        return (StoryPart(story),)
    groups = list(_groups(story.body, wanted))
    if story.dateline and groups[0][1]:
        groups.insert(0, ((), 0))
    if (story.byline or story.credits) and groups[-1][1]:
        groups.append(((), 0))
    last = len(groups) - 1
    return tuple(
        StoryPart(_part(story, body, number == 0, number == last), columns)
        for number, (body, columns) in enumerate(groups)
    )


def _part(story: Story, body: tuple[Block, ...], first: bool, last: bool) -> Story:
    return replace(
        story, body=body, dateline=story.dateline if first else None,
        byline=story.byline if last else None, credits=story.credits if last else (),
    )


def _groups(
    body: tuple[Block, ...], wanted: list[int]
) -> Iterator[tuple[tuple[Block, ...], int]]:
    """The blocks between wide tables, and every wide table with the crosshead over it."""
    text: list[Block] = []
    for block, columns in zip(body, wanted, strict=True):
        if columns == 1:
            text.append(block)
            continue
        over = [text.pop()] if text and isinstance(text[-1], Crosshead) else []
        if text:
            yield tuple(text), 0
        yield (*over, block), columns
        text = []
    if text:
        yield tuple(text), 0


def columns_of(typesetter: Typesetter, layout: Layout, block: Table) -> int:
    """The fewest base columns in which a table stands well; all of them where none is enough.

    A table of long texts has deep rows, rather than that it goes across the page.
    """
    grid = layout.grid
    setters = [
        TableSetter(typesetter, layout, grid.span(columns)) for columns in range(1, grid.columns)
    ]
    for deepest in (DECENT_DEPTH, 2 * DECENT_DEPTH, DEEPEST):
        for columns, setter in enumerate(setters[:MOST_COLUMNS], 1):
            if setter.suits(block, deepest):
                return columns
    return next((n for n, setter in enumerate(setters, 1) if setter.suits(block, DEEPEST)),
                grid.columns)
