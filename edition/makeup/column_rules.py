"""Column rules and cut rules that meet cleanly (栏线).

A vertical hairline stands in the middle of a gutter between two stories, and between the legs of
a column of briefs, which are stories of their own; never between the legs of one story, nor beside
the edge of a box. A horizontal hairline stands in the middle of a story's foot row and reaches
over half a gutter to the verticals beside it. Where one ends on another they touch: a T, never a
gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.makeup.paper import GroupHead, Rule, StoryFrame
from edition.packs.layout import Grid

RAIL = 3
"""briefs from which the word over them stands over a rule"""
UNDER_WORD = 0.4
"""rows from that rule to the text below it"""
JOINT = 0.5
"""rows from the head of a story up to the cut rule above it"""


@dataclass(frozen=True, slots=True)
class Ground:
    """A rectangle of the page in cells."""

    column: int
    row: int
    columns: int
    rows: int
    framed: bool
    """True for a box or an advertisement, which has a frame of its own and needs no rule"""


Owners = dict[tuple[int, int], int]
"""(column, row) → number of the frame that covers the cell"""


def owners(frames: Sequence[Ground]) -> Owners:
    """Which frame covers each cell."""
    return {
        (column, row): number
        for number, frame in enumerate(frames)
        for column in range(frame.column, frame.column + frame.columns)
        for row in range(frame.row, frame.row + frame.rows)
    }


def rules(frames: Sequence[Ground], grid: Grid) -> tuple[Rule, ...]:
    """All rules of a page, verticals first, from left to right and down."""
    cells = owners(frames)
    return (*_verticals(cells, frames, grid), *_horizontals(cells, frames, grid))


def between_briefs(frames: Sequence[StoryFrame]) -> Iterator[Rule]:
    """Hairlines between the legs of briefs, as deep as these."""
    for frame in frames:
        for left, right in pairwise(frame.legs if frame.briefs else ()):
            top, foot = min(left.row, right.row), max(leg.row + leg.rows for leg in (left, right))
            x = (left.x + left.measure + right.x) / 2
            yield Rule(round(x, 4), top, foot - top, "vertical")


def under_words(
    frames: Sequence[StoryFrame], ground: Sequence[Ground], grid: Grid
) -> Iterator[Rule]:
    """A thick rule under the word over three briefs and more."""
    cells = owners(ground)
    for frame in frames:
        if len(frame.briefs) < RAIL or not frame.headings or not frame.legs:
            continue
        top = min(leg.row for leg in frame.legs)
        word = frame.headings[-1]
        left, width = word.x, word.width
        if frame.box is None:
            left, width = _across(frame.column, frame.columns, top, (cells, ground, grid))
        yield Rule(round(left, 4), top - UNDER_WORD, round(width, 4), "horizontal", "thick")


_Page = tuple[Owners, Sequence[Ground], Grid]
"""what covers each cell, and the grid of the page"""


def _across(first: int, columns: int, row: int, page: _Page) -> tuple[float, float]:
    """Left edge and length of a rule over some columns, out to the verticals beside it."""
    cells, ground, grid = page
    half = grid.gutter / 2
    left = grid.x(first) - (half if _ruled(cells, ground, first, row) else 0.0)
    right = grid.x(first) + grid.span(columns)
    right += half if _ruled(cells, ground, first + columns, row) else 0.0
    return left, right - left


def over_groups(
    groups: Sequence[GroupHead], frames: Sequence[Ground], grid: Grid
) -> Iterator[Rule]:
    """Thick rules over and under a group, in place of the cut rules between it and other stories.

    None at the head of a page or right under a section head, whose rule is there already, and
    none at a foot. Under a word that is no headline stands a thick rule, and none round the group.
    """
    cells = owners(frames)
    for group in groups:
        across = range(group.column, group.column + group.columns)
        foot = group.row + group.depth
        if group.word:
            yield _thick(group, group.row + group.rows, (cells, frames, grid))
            continue
        for row, beyond in ((group.row, group.row - 1), (foot, foot)):
            others = [cells.get((column, beyond)) for column in across]
            if any(other is not None and not frames[other].framed for other in others):
                yield _thick(group, row, (cells, frames, grid))


def _thick(group: GroupHead, row: int, page: _Page) -> Rule:
    left, width = _across(group.column, group.columns, row, page)
    return Rule(round(left, 4), row - JOINT, round(width, 4), "horizontal", "thick")


def _verticals(cells: Owners, frames: Sequence[Ground], grid: Grid) -> list[Rule]:
    found = []
    foot = max((frame.row + frame.rows for frame in frames), default=0)
    for column in range(1, grid.columns):
        start: int | None = None
        for row in range(foot + 1):
            a, b = cells.get((column - 1, row)), cells.get((column, row))
            parted = (
                a is not None and b is not None and a != b
                and not frames[a].framed and not frames[b].framed
            )
            if parted and start is None:
                start = row
            if not parted and start is not None:
                top = start - (JOINT if _both(cells, column, start - 1) else 0.0)
                end = row - (JOINT if _both(cells, column, row) else 0.0)
                x = round(grid.x(column) - grid.gutter / 2, 4)
                found.append(Rule(x, top, end - top, "vertical"))
                start = None
    return found


def _horizontals(cells: Owners, frames: Sequence[Ground], grid: Grid) -> list[Rule]:
    feet: dict[int, list[tuple[int, int]]] = {}
    for frame in frames:
        below = frame.row + frame.rows
        under = cells.get((frame.column, below))
        if under is not None and not frame.framed and not frames[under].framed:
            feet.setdefault(below, []).append((frame.column, frame.column + frame.columns))
    found = []
    for row, spans in sorted(feet.items()):
        for first, end in _joined(sorted(spans), row, cells):
            left, width = _across(first, end - first, row, (cells, frames, grid))
            found.append(Rule(round(left, 4), row - JOINT, round(width, 4), "horizontal"))
    return found


def _ruled(cells: Owners, frames: Sequence[Ground], column: int, row: int) -> bool:
    """True when a vertical rule stands in the gutter left of `column` at a cut above `row`."""
    for at in (row - 1, row):
        a, b = cells.get((column - 1, at)), cells.get((column, at))
        if a is None or b is None or frames[a].framed or frames[b].framed:
            continue
        if a != b:
            return True
    return False


def _both(cells: Owners, column: int, row: int) -> bool:
    """True when one story covers both sides of a gutter at `row`: there a cut rule passes."""
    return (column - 1, row) in cells and (column, row) in cells


def _joined(spans: list[tuple[int, int]], row: int, cells: Owners) -> list[tuple[int, int]]:
    """Neighbouring cut rules made one where no vertical passes between them."""
    found: list[tuple[int, int]] = []
    for first, end in spans:
        same = cells.get((first - 1, row)) == cells.get((first, row))
        if found and found[-1][1] == first and same:
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return found
