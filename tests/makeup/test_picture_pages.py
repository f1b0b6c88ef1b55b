"""Lines of a story of pictures: one width, every picture within its bounds, as deep as the page."""

from __future__ import annotations

import pytest

from edition.makeup.composer import ComposingRoom
from edition.makeup.pictured.cropping import PLATE_TOP, shape
from edition.makeup.pictured.picture_pages import (
    LEAST_WIDTH,
    NEARLY,
    NO_LEAD,
    divisions,
    lined_up,
)
from edition.makeup.plates import DEEPEST_ALONE, bands
from edition.model import Figure, Run
from edition.trade.page_bounds import MOST_CROPPED
from makeup_desk import LADDER, FakeDesk, broadsheet

LAYOUT = broadsheet()
GRID = LAYOUT.grid
WIDE = GRID.span(GRID.columns)
FREE = GRID.rows * DEEPEST_ALONE / 100


def some(*sizes: tuple[int, int]) -> tuple[Figure, ...]:
    return tuple(
        Figure("a.jpg", (Run("图片说明"),), id=f"p{n}", pixels=size)
        for n, size in enumerate(sizes)
    )


PLAIN = some(*[(2400, 1600)] * 6)
MIXED = some((2400, 1350), (2400, 1600), (2400, 1600), (2400, 1350), (2400, 1600))


@pytest.mark.parametrize("figures", [PLAIN, MIXED, PLAIN[:4], PLAIN[:3]])
def test_the_lines_of_the_cheapest_division_have_two_straight_sides(
    figures: tuple[Figure, ...]
) -> None:
    way = divisions(GRID, figures, WIDE, FREE)[0]
    assert sum(way.counts) == len(figures)
    first, edges = 0, []
    for count, rows in zip(way.counts, way.rows, strict=True):
        line = list(lined_up(GRID, figures[first:first + count], way.wide, rows))
        edges.append((line[0][0], line[-1][0] + line[-1][2].width))
        for _, _, fit, figure in line:
            printed = fit.deep * GRID.pitch / GRID.em / fit.width
            least = 1 - MOST_CROPPED
            assert least - 0.01 <= shape(figure) / printed <= 1 / least + 0.01
            assert fit.width >= LEAST_WIDTH * (1 - MOST_CROPPED)
        first += count
    assert all(left < 1 and way.wide - right < 1 for left, right in edges)
    assert way.wide > 0.9 * WIDE


def test_the_first_picture_leads_where_it_can_and_no_page_grows_narrow_for_it() -> None:
    way = divisions(GRID, PLAIN, WIDE, FREE)[0]
    assert way.leads and way.counts[0] == 1 and way.rows[0] == max(way.rows)
    assert way.wide >= NEARLY * WIDE
    low = divisions(GRID, MIXED, WIDE, FREE / 2)[0]
    assert not low.leads and low.price < NO_LEAD


def test_lines_take_no_more_than_they_may() -> None:
    for depth in (FREE, FREE / 2, FREE / 3):
        for way in divisions(GRID, MIXED, WIDE, depth):
            assert sum(way.rows) + 2 * len(way.rows) <= depth + len(way.rows) * (1 - PLATE_TOP)


def test_one_picture_is_no_page_of_pictures() -> None:
    assert not divisions(GRID, PLAIN[:1], WIDE, FREE)


def test_a_story_of_pictures_on_the_whole_page_leaves_little_white_beside_them() -> None:
    room = ComposingRoom(FakeDesk(), LAYOUT)
    found = [b for b in bands(room, PLAIN, GRID.columns, len(LADDER) - 1, 20) if b]
    deep = [b for b in found if b.rows > 0.75 * GRID.rows]
    best = min(deep, key=lambda band: band.price)
    taken = sum(p.fit.width * p.fit.rows for p in best.pictures)
    assert taken > 0.8 * WIDE * best.rows
