from __future__ import annotations

from itertools import combinations_with_replacement, pairwise

import pytest

from edition.compose.composed import Slug
from edition.makeup.copies import opened
from edition.makeup.legs import BACK, Column, fills, least_depth, white_price
from edition.makeup.prices import PRICES
from makeup_desk import FakeDesk, story


def slug(kind: str = "text", rows: int = 1, cut: float | None = 0.0) -> Slug:
    return Slug(kind, "b", rows, (), cut=cut)  # type: ignore[arg-type]


def legs_of(column: Column, ends: tuple[int, ...]) -> list[list[Slug]]:
    cuts = (0, *ends)
    return [list(column.slugs[a:b]) for a, b in pairwise(cuts)]


def brute(column: Column, legs: int, depth: int) -> float | None:
    """Least price over every way to cut, under the same prices."""
    size, best = len(column.slugs), None
    for ends in combinations_with_replacement(range(1, size + 1), legs - 1):
        cuts = (0, *ends, size)
        if any(a == b < size for a, b in pairwise(ends)):
            continue
        price = 0.0
        for number, (a, b) in enumerate(pairwise(cuts)):
            used = column.tops[b] - column.tops[a]
            cut = column.slugs[b - 1].cut
            if a == size and number < legs - 1:
                price += PRICES.empty_leg + PRICES.loose_white * depth
                continue
            if used > depth or (number < legs - 1 and (cut is None or depth - used > BACK)):
                break
            if number < legs - 1:
                price += cut + PRICES.leg_hole * (depth - used)
            else:
                price += white_price(depth - used, legs)
                price += PRICES.empty_leg if a == b and number else 0.0
        else:
            best = price if best is None else min(best, price)
    return best


@pytest.mark.parametrize("legs", [1, 2, 3])
@pytest.mark.parametrize("depth", range(5, 12))
def test_the_fill_is_the_cheapest_of_all_cuts(legs: int, depth: int) -> None:
    column = Column(
        [
            *(slug(cut=cut) for cut in (4.0, None, 0.0)),
            slug("crosshead", 2, None),
            *(slug(cut=cut) for cut in (4.0, 0.0, None, 0.0, 4.0, None, 0.0)),
        ]
    )
    made, least = column.fill([depth] * legs), brute(column, legs, depth)
    if least is not None:
        assert made is not None
        assert made.price == pytest.approx(least)


def test_no_leg_ends_on_a_crosshead_or_parts_a_last_line() -> None:
    column = Column(FakeDesk().galley(story(1, 900, 9), 13).slugs)
    for legs in (2, 3, 4, 5):
        for _, made in fills(column, [0] * legs, 3, 90):
            for leg in legs_of(column, made.ends)[:-1]:
                assert leg[-1].cut is not None


def test_every_slug_is_placed_once_in_order() -> None:
    column = Column(FakeDesk().galley(story(1, 700, 5), 13).slugs)
    for _, made in fills(column, [0] * 4, 3, 90):
        assert [s for leg in legs_of(column, made.ends) for s in leg] == list(column.slugs)


def test_a_leg_is_never_deeper_than_its_depth_and_white_is_counted() -> None:
    column = Column(FakeDesk().galley(story(1, 700, 5), 13).slugs)
    for _, made in fills(column, [0] * 3, 3, 90):
        used = [sum(s.rows for s in leg) for leg in legs_of(column, made.ends)]
        assert max(used) <= made.depth
        assert made.white == made.depth - used[-1]
        assert made.holes == sum(made.depth - rows for rows in used[:-1])


def test_the_first_fill_is_the_shallowest() -> None:
    column = Column([slug() for _ in range(20)])
    assert fills(column, [0, 0, 0], 0, 90)[0][0] == least_depth(column, [0, 0, 0]) == 7


def test_white_beyond_level_legs_is_dear() -> None:
    level = white_price(3, 4)
    assert white_price(0, 4) == 0 < white_price(1, 4) < white_price(2, 4) < level
    assert white_price(4, 4) == pytest.approx(level + PRICES.loose_white)
    assert white_price(1, 1) == PRICES.loose_white


def test_copy_left_over_is_no_fill() -> None:
    assert Column([slug() for _ in range(20)]).fill([9, 9]) is None


def test_white_round_crossheads_moves_no_copy() -> None:
    slugs = (slug(), slug("crosshead", 3, None), slug(), slug("quote", 9), slug())
    variants = list(opened(slugs))
    assert variants[0] == (slugs, 0.0)
    assert len({price for _, price in variants}) == 5
    for some, price in variants:
        assert [(s.kind, s.lines, s.cut) for s in some] == [
            (s.kind, s.lines, s.cut) for s in slugs
        ]
        added = sum(s.rows for s in some) - sum(s.rows for s in slugs)
        assert price == pytest.approx(PRICES.inner_white * added)
        assert all(s.rows == 1 for s in some if s.kind == "text")


def test_a_leg_under_a_picture_is_shorter() -> None:
    column = Column([slug() for _ in range(20)])
    depth, made = fills(column, [0, 4], 0, 90)[0]
    assert (depth, made.ends) == (12, (12, 20))


def test_a_beginning_fills_its_legs_and_leaves_the_rest() -> None:
    column = Column([slug() for _ in range(20)])
    made = column.begin([6, 4])
    assert made is not None and made.ends == (6, 10)
    assert column.begin([12, 8]) is None


def test_a_leg_may_end_a_little_above_its_foot() -> None:
    column = Column([slug() for _ in range(30)])
    assert [used for _, used, _ in column.ends(0, 15)] == list(range(15, 15 - BACK - 1, -1))
    assert [end for end, _, _ in column.ends(4, 10)] == list(range(14, 14 - BACK - 1, -1))
    stiff = Column([slug(cut=None) for _ in range(30)])
    assert stiff.ends(0, 15) == [(15, 15, PRICES.hard_cut)]


def test_an_empty_leg_is_the_dearest_white() -> None:
    made = Column([*[slug(cut=None) for _ in range(3)], slug()]).fill([4, 4, 4])
    assert made is not None and made.ends == (4, 4, 4)
    white = 2 * PRICES.empty_leg + 4 * PRICES.loose_white + white_price(4, 3)
    assert made.price == pytest.approx(white)
    kept = Column([*[slug() for _ in range(5)], *[slug(cut=None) for _ in range(3)], slug()])
    full = kept.fill([5, 5, 5])
    assert full is not None and len({0, *full.ends}) == 4, "rather than two full legs and none"


def test_the_least_depth_counts_what_stands_over_the_legs() -> None:
    column = Column([slug() for _ in range(20)])
    assert least_depth(column, [0, 4]) == 12
    assert least_depth(column, [0] * 30) == 1
    assert least_depth(Column([slug("quote", 9), slug()]), [0, 0, 0]) == 9
