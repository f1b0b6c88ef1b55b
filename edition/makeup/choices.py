"""What each story may look like: for every rectangle the cheapest recipe at each head size.

A rectangle is (columns, rows); its rows include one foot row of white under the legs, which a
story at the foot of its zone gives up. So heights simply add when stories are stacked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from edition.compose.lines import Slug
from edition.makeup.desk import Desk
from edition.makeup.heads import Head, heads
from edition.makeup.legs import Column, Fill, fills
from edition.makeup.prices import PRICES
from edition.model import Story
from edition.options import Grid, Layout

FOOT = 1
"""rows of white under a story"""
SLACK = 3
"""a leg may be this many rows deeper than it must"""
CROSSHEAD_WHITE, QUOTE_WHITE = 1, 3
"""rows of white that may be added to every crosshead, and to every pull quote"""
WIDER = {2: (1,), 3: (2,), 4: (2,), 6: (4,)}
"""Legs in 长栏 and 破栏 by span: 27 em in two columns, 三破二, and their doubles."""
WIDER_LONG = {4: (2, 3), 5: (4, 3), 6: (4, 5)}
"""The same for a long story, whose pull quotes and crossheads need more ways to be cut."""
LONG = 100
"""rows in base columns from which a story is long"""


@dataclass(frozen=True, slots=True)
class Item:
    """A story, or the rest of one that began on an earlier page, to be placed on a page."""

    story: Story
    start: int = 0
    """index of the first slug at the base measure"""
    source: str | None = None
    """page label of the part before, when this is the rest"""


@dataclass(frozen=True, slots=True)
class Measure:
    """k legs across a span."""

    legs: int
    width: float
    gutter: float
    price: float


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one story fills one rectangle."""

    head: Head | None
    extra: int
    """blank rows added to the heading block"""
    measure: Measure
    fill: Fill
    slugs: tuple[Slug, ...]
    price: float
    lead: int = 0
    """rows kept at the head for 上接"""

    @property
    def size(self) -> float:
        return self.head.size if self.head else 0.0

    @property
    def head_rows(self) -> int:
        return self.lead + (self.head.rows + self.extra if self.head else 0)


Choices = dict[tuple[int, int], dict[float, Recipe]]
"""(columns, rows) → headline size → cheapest recipe"""


def measures(grid: Grid, columns: int, rows: int) -> Iterator[Measure]:
    """The ways to divide a span: base columns first, then the priced measures (C2, C3, GR5).

    `rows` is the depth of the story as one base column.
    """
    wider = WIDER_LONG if rows >= LONG and columns in WIDER_LONG else WIDER
    yield Measure(columns, float(grid.measure), grid.gutter, 0.0)
    for legs in wider.get(columns, ()):
        width = (grid.span(columns) - (legs - 1) * grid.gutter) // legs
        spare = (grid.span(columns) - legs * width) / (legs - 1) if legs > 1 else 0.0
        yield Measure(legs, float(width), spare, PRICES.measure)


def choices(desk: Desk, layout: Layout, item: Item, step: int, limit: int) -> Choices:
    """Every rectangle of at most `limit` rows `item` can fill, cheapest recipe per head size."""
    found: Choices = {}
    for columns in range(1, layout.grid.columns + 1):
        for recipe in _recipes(desk, layout, item, columns, step, limit):
            shape = (columns, recipe.head_rows + recipe.fill.depth + FOOT)
            if shape[1] > limit:
                continue
            priced = recipe.price + _shape_price(layout.grid, recipe, *shape)
            by_size = found.setdefault(shape, {})
            held = by_size.get(recipe.size)
            if held is None or priced < held.price:
                by_size[recipe.size] = _priced(recipe, priced)
    return found


def _recipes(
    desk: Desk, layout: Layout, item: Item, columns: int, step: int, limit: int
) -> Iterator[Recipe]:
    rest = item.source is not None
    blocks = () if rest else heads(desk, layout, item.story, columns, step)
    extras = range(len(PRICES.head_white))
    base = desk.galley(item.story, float(layout.grid.measure)).rows
    for measure in measures(layout.grid, columns, base):
        if rest and measure.price:
            continue
        galley = desk.galley(item.story, measure.width)
        if 2 < columns < layout.grid.columns and galley.rows < measure.legs * 2:
            continue
        toll = measure.price + (PRICES.measure_row * galley.rows if measure.price else 0.0)
        for slugs, fill, opened in _fills(galley.slugs[item.start :], measure.legs, limit):
            price = fill.price + toll + opened + _depth_price(fill.depth)
            if rest:
                yield Recipe(None, 0, measure, fill, slugs, price, lead=1)
            for head in blocks:
                for extra in extras:
                    total = price + head.price + PRICES.head_white[extra]
                    yield Recipe(head, extra, measure, fill, slugs, total)


def _fills(
    slugs: tuple[Slug, ...], legs: int, limit: int
) -> Iterator[tuple[tuple[Slug, ...], Fill, float]]:
    """The galley as it is and with more white round its crossheads or quotes, filled."""
    for some, price in opened(slugs) if legs > 1 else [(slugs, 0.0)]:
        for fill in fills(Column(some), legs, SLACK, limit):
            yield some, fill, price


def opened(slugs: tuple[Slug, ...]) -> Iterator[tuple[tuple[Slug, ...], float]]:
    """Galleys with the same copy and whole rows of white added, and the price of each.

    Every crosshead of a story takes the same number of rows more, and so does every quote; the
    white falls evenly above and below their lines. Running text never moves off its grid.
    """
    kinds = [slug.kind for slug in slugs]
    heads, quotes = kinds.count("crosshead"), kinds.count("quote")
    for more in range(CROSSHEAD_WHITE + 1 if heads else 1):
        for wider in range(QUOTE_WHITE + 1 if quotes else 1):
            added = {"crosshead": more, "quote": wider}
            yield (
                tuple(replace(s, rows=s.rows + added.get(s.kind, 0)) for s in slugs),
                PRICES.inner_white * (more * heads + wider * quotes),
            )


def _priced(recipe: Recipe, price: float) -> Recipe:
    return Recipe(
        recipe.head, recipe.extra, recipe.measure, recipe.fill, recipe.slugs, price, recipe.lead
    )


def _depth_price(depth: int) -> float:
    return PRICES.shallow * max(0, 8 - depth) + PRICES.deep * max(0, depth - 50)


def _shape_price(grid: Grid, recipe: Recipe, columns: int, rows: int) -> float:
    wide = grid.span(columns) * grid.em / ((rows - FOOT) * grid.pitch)
    excess = max(0.0, 0.35 - wide, wide - 3.5)
    full = PRICES.full_span if columns == grid.columns else 0.0
    return PRICES.aspect * excess + full


def cheapest(found: Choices) -> dict[tuple[int, int], float]:
    """Least price of every rectangle."""
    return {
        shape: min(recipe.price for recipe in sizes.values()) for shape, sizes in found.items()
    }
