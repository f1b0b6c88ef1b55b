"""White on the page: runs beyond two rows, and the largest blank."""

from __future__ import annotations

import pytest

from edition.checks.rules.white import excess_cells, largest_blank
from edition.checks.sight.cells import Rows


def cells(*rows: str) -> Rows:
    return [[char == "#" for char in row] for row in rows]


@pytest.mark.parametrize(
    ("page", "excess"),
    [
        (cells("##", "##"), 0),
        (cells("##", ".#", ".#", "##"), 0),
        (cells("##", ".#", ".#", ".#", ".#", "##"), 2),
        (cells("..", "..", ".."), 2),
    ],
)
def test_only_rows_beyond_two_at_a_stretch_are_excess(page: Rows, excess: int) -> None:
    assert excess_cells(page) == excess


@pytest.mark.parametrize(
    ("page", "blank"),
    [
        (cells("##", "##"), 0),
        (cells("#..#", "#..#", "####"), 4),
        (cells("...#", "#...", "#..."), 6),
        (cells("....", "####", "...."), 4),
    ],
)
def test_the_largest_blank_is_a_rectangle(page: Rows, blank: int) -> None:
    assert largest_blank(page) == blank
