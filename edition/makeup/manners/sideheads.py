"""Heads at the side of their text: turned (竖题), or in a column of their own (旁题)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import ceil

from edition.compose.composed import Heading
from edition.compose.headed import Headed
from edition.makeup.composer import ComposingRoom
from edition.makeup.copies import CopyVariants
from edition.makeup.heads import (
    DECK_LEAST,
    DECK_MOST,
    DECK_SHARE,
    STEPS,
    HeadSpan,
    heads,
)
from edition.makeup.items import StoryItem, headings_of
from edition.makeup.manners.upright import ADVANCE, deep, lines_turned
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Aside, AsidePart, Measure, Recipe, depth_price
from edition.model import HeadManner
from edition.packs.layout import Grid

TurnedLines = tuple[tuple[tuple[Heading, float], ...], ...]
"""Of each turned line its parts, and the row each begins at."""
Set = Callable[[float], CopyVariants]
"""the copy of a story at a measure"""
MOST_COLUMNS = 5
"""base columns of a story with a head at its side"""
GAP = 1.0
"""em between such a head and its text"""
LINES, SIDE_LINES = 2, 2
"""turned lines of a headline, and of a kicker or a deck, at most"""
LEAST_CELLS = 4
"""characters of a turned headline at least: less is no line that runs down"""
LEAD = 1
"""rows of white over such a story, which has no head to part it from what is above"""
AIR = 0.5
"""rows of white over and under such a head at least"""
FULL = {HeadManner.TURNED: 0.72, HeadManner.BESIDE: 0.4}
"""share of the depth of the text that the head takes beside it; less looks lost"""
WIDER = 1.7
"""base measures that a leg beside a turned head is wide at most"""
SNUG = 0.6
"""share of its column a turned head takes at least; a smaller one has no column of its own"""


@dataclass(frozen=True, slots=True)
class SideAsked:
    """A story on one span, and what its place on the page lets it be."""

    item: StoryItem
    columns: int
    step: int
    """of the headline ladder that suits it"""
    limit: int
    """rows of its rectangle at most"""


@dataclass(frozen=True, slots=True)
class _Room:
    """Where legs and head stand across a span."""

    measure: Measure
    left: float
    """em from the left edge of the span to the head"""
    price: float


def asided(room: ComposingRoom, wanted: SideAsked, copy: Set) -> Iterator[Recipe]:
    """Recipes on one span with the head at the side of the text, as editor or pack allow.

    None for the lead, unless the editor asks: its head stands over all its text.
    """
    asked, columns = wanted.item.story.manner, wanted.columns
    manners = (asked,) if asked else room.layout.manners
    if not 1 < columns <= MOST_COLUMNS or (room.leads(wanted.step) and not asked):
        return
    for manner in manners:
        toll = 0.0 if asked else PRICES.aside_head
        for aside in _asides(room, headings_of(wanted.item), manner, wanted.step):
            for place in _places(room.grid, columns, aside):
                for recipe in _filled(room.grid, copy(place.measure.width), aside, place):
                    if recipe.rows <= wanted.limit:
                        yield replace(recipe, price=recipe.price + toll)


def _filled(grid: Grid, copy: CopyVariants, aside: Aside, place: _Room) -> Iterator[Recipe]:
    measure = place.measure
    least = ceil(aside.rows + 2 * AIR)
    price = aside.price + place.price
    if measure.price:
        price += measure.price + PRICES.measure_row * copy.galley.rows
    for slugs, depth, fill, opening in copy.fills((0,) * measure.legs, grid.rows):
        if depth < least:
            continue
        lost = max(0.0, FULL[aside.manner] - aside.rows / depth)
        cost = price + fill.price + opening + depth_price(grid, depth, measure.legs)
        yield Recipe(
            None, 0, measure, depth, fill, slugs, cost + PRICES.head_fill * lost, lead=LEAD,
            aside=aside, aside_left=place.left,
        )


def _places(grid: Grid, columns: int, aside: Aside) -> Iterator[_Room]:
    """The head in a base column of its own; a turned one also in no more room than it takes."""
    column, span = float(grid.measure), grid.span(columns)
    right = aside.manner is HeadManner.TURNED and aside.right
    turned = aside.manner is HeadManner.TURNED
    if (SNUG * column if turned else 0.0) <= aside.width <= column:
        measure = Measure(
            columns - 1, column, grid.gutter, 0.0, 0.0 if right else column + grid.gutter
        )
        left = (span - column if right else 0.0) + (column - aside.width) / 2
        yield _Room(measure, round(left, 4), 0.0)
    if turned:
        legs, gutters = columns - 1, (columns - 2) * grid.gutter
        width = (span - aside.width - GAP - gutters) // legs
        left = span - legs * width - gutters
        measure = Measure(legs, width, grid.gutter, PRICES.measure, 0.0 if right else left)
        if column <= width <= WIDER * column:
            yield _Room(measure, round(span - aside.width if right else 0.0, 4), 0.0)


def _asides(
    room: ComposingRoom, texts: Headed, manner: HeadManner, step: int
) -> Iterator[Aside]:
    if manner is HeadManner.BESIDE:
        yield from _beside(room, texts, step)
        return
    ladder = room.ladder
    for at in range(max(0, step - STEPS), min(len(ladder) - 1, step + STEPS) + 1):
        toll = PRICES.size_step * abs(at - step)
        for lines in range(1, LINES + 1):
            made = _turned(room, texts, ladder[at], lines, toll)
            if made is not None:
                yield made


def _beside(room: ComposingRoom, texts: Headed, step: int) -> Iterator[Aside]:
    """The heading blocks of one base column, in the middle of the depth of the text."""
    grid = room.grid
    width = float(grid.measure)
    for block in heads(room, texts, HeadSpan(1, width), step):
        offsets = block.offsets(0)
        parts = tuple(
            AsidePart(part, 0.0, round(row - offsets[0], 4), width)
            for part, row in zip(block.parts, offsets, strict=True)
        )
        if parts:
            last = parts[-1]
            rows = last.row + len(last.heading.lines) * last.heading.leading
            yield Aside(HeadManner.BESIDE, block.size, parts, width, rows, block.price)


def _turned(
    room: ComposingRoom, texts: Headed, size: float, lines: int, toll: float
) -> Aside | None:
    """The headings turned, the headline on `lines` lines; None where one of them does not fit."""
    desk, row = room.desk, room.grid.pitch / room.grid.em
    endless = len(texts.headline) * 2 * size
    whole = desk.headline(texts, size, endless) if texts.headline else None
    if whole is None or len(texts.headline) < LEAST_CELLS * lines:
        return None
    width = whole.fill * endless
    heading: Heading | None = whole
    if len(whole.lines) != lines and texts.headline_breaks is None:
        heading = desk.headline(texts, size, width / lines + size * 1.5)
    if heading is None or len(heading.lines) != lines:
        return None
    main = lines_turned(heading, row)
    small = min(DECK_MOST, max(DECK_LEAST, size * DECK_SHARE))
    depth = max(map(deep, main), default=0.0) * row / ADVANCE
    asked = [
        _side(ask(texts, small, depth), row) if text else ()
        for ask, text in ((desk.kicker, texts.kicker), (desk.deck, texts.deck))
    ]
    if not main or None in asked:
        return None
    kicker, deck = asked
    right = room.layout.turned == "right"
    return _side_by_side((*(kicker or ()), *main, *(deck or ())), right, heading.price + toll)


def _side(heading: Heading | None, row: float) -> TurnedLines | None:
    """A kicker or a deck turned; None where it takes too many lines."""
    found = lines_turned(heading, row) if heading and len(heading.lines) <= SIDE_LINES else ()
    return found or None


def _side_by_side(
    lines: TurnedLines, right: bool, price: float
) -> Aside:
    """Turned lines side by side in reading order: the one nearest the text is read last (C16)."""
    widths = [line[0][0].size * ADVANCE for line in lines]
    total = sum(widths)
    rows = max(map(deep, lines))
    parts, at = [], 0.0
    for line, wide in zip(lines, widths, strict=True):
        x = total - at - wide if right else at
        top = (rows - deep(line)) / 2
        parts += [
            AsidePart(heading, round(x, 4), round(top + row, 4), wide) for heading, row in line
        ]
        at += wide
    size = max(part.heading.size for part in parts)
    return Aside(HeadManner.TURNED, size, tuple(parts), round(total, 4), rows, price, right)
