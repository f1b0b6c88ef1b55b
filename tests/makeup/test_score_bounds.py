"""The planned score at its bounds: bumps, cuts through a zone, ranks of places, sizes of heads."""

from __future__ import annotations

import pytest

from edition.compose.composed import Heading
from edition.makeup.paper import Page, PlacedHeading, Plate, SectionHead, StoryFrame
from edition.makeup.search.score import (
    CellBox,
    bumps,
    inversions,
    inverted,
    page_bumps,
    page_tau,
    tau,
    terms,
    through_cuts,
    top_of,
    zones_of,
)
from edition.makeup.search.trees import Top

LEFT: CellBox = (1, 40, 2, 20)
"""columns 1 and 2, from row 40 down"""
H, P, HALF = Top


@pytest.mark.parametrize(("other", "count"), [
    ((3, 40, 2, 20), 1), ((3, 42, 4, 9), 1), ((3, 43, 2, 20), 0), ((3, 38, 2, 20), 1),
    ((3, 37, 2, 20), 0), ((4, 40, 2, 20), 0), ((2, 40, 2, 20), 0), ((0, 40, 1, 20), 1),
    ((0, 42, 1, 20), 1), ((0, 43, 1, 20), 0), ((0, 40, 2, 20), 0), ((1, 60, 2, 20), 0),
])
def test_heads_across_one_gutter_bump_within_two_rows(other: CellBox, count: int) -> None:
    assert bumps((LEFT, other)) == count == bumps((other, LEFT))
    assert bumps((LEFT, other), (H, P)) == 0 == bumps((LEFT, other), (P, H))
    assert bumps((LEFT, other), (H, H)) == count
    half_left, half_right = (HALF, H), (H, HALF)
    if other[0] < LEFT[0]:
        half_left, half_right = half_right, half_left
    assert bumps((LEFT, other), half_left) == 0
    assert bumps((LEFT, other), half_right) == count


def test_each_pair_of_heads_bumps_by_itself() -> None:
    three = [(0, 9, 2, 20), (2, 10, 2, 20), (4, 11, 4, 20)]
    assert bumps(three) == 2 and bumps([]) == 0 and bumps(three[:1]) == 0
    assert bumps([*three, (2, 30, 2, 9)]) == 2


@pytest.mark.parametrize(("boxes", "count"), [
    ([(0, 9, 8, 10), (0, 19, 8, 10)], 1), ([(0, 9, 8, 10), (0, 19, 4, 10), (4, 19, 4, 10)], 1),
    ([(0, 9, 4, 10), (0, 19, 4, 10), (4, 9, 4, 20)], 0),
    ([(0, 9, 4, 10), (0, 19, 4, 10), (4, 9, 4, 11), (4, 20, 4, 9)], 0),
    ([(0, 9, 4, 10), (0, 19, 4, 10), (4, 9, 4, 10), (4, 19, 4, 10)], 1),
    ([(0, 9, 4, 5), (0, 14, 4, 15), (4, 9, 4, 5), (4, 14, 4, 5), (4, 19, 4, 10)], 1),
    ([(0, 9, 8, 10)], 0), ([(0, 9, 4, 20), (4, 9, 4, 10)], 0),
])
def test_a_cut_goes_through_where_no_block_bridges_its_row(
    boxes: list[CellBox], count: int
) -> None:
    assert through_cuts(boxes) == count


DOWN: list[CellBox] = [(0, 0, 8, 10), (0, 10, 8, 10), (0, 20, 8, 10), (0, 30, 8, 10)]


@pytest.mark.parametrize(("order", "pairs", "found"), [
    ((0, 1, 2, 3), 0, 1.0), ((3, 2, 1, 0), 6, -1.0), ((1, 0, 2, 3), 1, 2 / 3),
    ((1, 2, 0, 3), 2, 1 / 3), ((0, 1), 0, 1.0), ((1, 0), 1, -1.0), ((0,), 0, 1.0), ((), 0, 1.0),
    ((0, 0), 0.5, 0.0), ((0, 0, 1), 0.5, 2 / 3), ((2, 2, 2), 1.5, 0.0),
])
def test_rank_against_place_is_pairs_in_order_less_those_out_of_it(
    order: tuple[int, ...], pairs: float, found: float
) -> None:
    boxes = [DOWN[at] for at in order]
    assert inverted(boxes, 8, 40) == pairs
    assert tau(boxes, 8, 40) == pytest.approx(found)


def heading(size: float, row: float, role: str = "headline") -> PlacedHeading:
    made = Heading(role, f"s-{role}", (), size, "song", 1.0, 3, 0.9, 0.9, 0.0)  # type: ignore[arg-type]
    return PlacedHeading(made, 0.0, row, 27.0)


def frame(box: CellBox, size: float = 3.0, plates: tuple[Plate, ...] = ()) -> StoryFrame:
    column, row, columns, rows = box
    heads = (heading(size, row + 0.4),) if size else ()
    return StoryFrame("s01", 0.0, row, 27.0, rows, column, columns, heads, (), plates=plates)


@pytest.mark.parametrize(("sizes", "count"), [
    ((3.0, 3.0), 0), ((3.0, 2.0), 0), ((2.0, 3.0), 1), ((2.0, 3.0, 4.0), 3),
    ((2.0, 0.0, 3.0), 1), ((0.0, 3.0), 0), ((3.0, 2.0, 2.6), 1), ((), 0),
])
def test_a_later_headline_that_is_larger_is_an_inversion(
    sizes: tuple[float, ...], count: int
) -> None:
    """The rest of a story has no head, and counts for none."""
    assert inversions([frame(LEFT, size) for size in sizes]) == count


@pytest.mark.parametrize(("row", "bare"), [(40.3, False), (40.4, True), (41.0, True)])
def test_a_picture_above_its_head_parts_it_from_its_neighbours(row: float, bare: bool) -> None:
    plate = Plate("p", "a.jpg", "", 0.0, row, 27.0, 10, (0, 0, 1, 1))
    assert (top_of(frame(LEFT, plates=(plate,))) is Top.HEAD) is bare


def test_a_page_is_scored_below_its_furniture() -> None:
    """A place at the head of the news is as strong on a page with a masthead as on another."""
    upper, lower = (0, 9, 8, 47), (0, 56, 8, 47)
    page = Page(1, "1", True, 9, 103, (frame(upper), frame(lower)))
    assert page_tau(page, 8) == 1.0 and page_bumps(page) == 0
    turned = Page(1, "1", True, 9, 103, (frame(lower), frame(upper)))
    assert page_tau(turned, 8) == -1.0
    beside = Page(1, "1", True, 9, 103, (frame((0, 9, 4, 94)), frame((4, 9, 4, 94), 3.4)))
    found = dict(terms((beside, turned, page), 8))
    assert (found["bumps"], found["through_cuts"], found["size_inversions"]) == (1.0, 2.0, 1.0)
    assert (found["rank_tau"], found["white_share"], found["pages"]) == (-1.0, 0.0, 3.0)
    third = Page(1, "1", True, 0, 40, tuple(frame(DOWN[at]) for at in (1, 0, 2, 3)))
    assert dict(terms((third,), 8))["rank_tau"] == 0.667
    assert dict(terms((), 8)) == {
        "pages": 0.0, "stories": 0.0, "white_share": 0.0, "foot_rows_max": 0.0,
        "filler_rows": 0.0, "bumps": 0.0, "through_cuts": 0.0, "size_inversions": 0.0,
        "rank_tau": 1.0, "jumps": 0.0}


def test_a_section_head_parts_the_stories_from_its_own_row_on() -> None:
    above, below = frame((0, 9, 8, 41)), frame((0, 50, 8, 53))
    for row, sizes in ((50, [1, 1]), (51, [2]), (9, [2]), (10, [1, 1])):
        page = Page(1, "1", True, 9, 103, (above, below),
                    (SectionHead("sec1", "要闻", 0.0, row, 111.0, 3),))
        assert [len(zone) for zone in zones_of(page)] == sizes
