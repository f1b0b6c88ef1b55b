"""What a page costs beyond its cuts, the division by area, and the planned score."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest

from edition.compose.composed import Heading, Slug
from edition.makeup.items import StoryItem
from edition.makeup.legs import Fill
from edition.makeup.paper import Filler, Leg, Page, PlacedHeading, Plate, SectionHead, StoryFrame
from edition.makeup.prices import PRICES, filler_toll
from edition.makeup.recipes import Choices, Measure, Recipe
from edition.makeup.search.assign import (
    CROWDED,
    FULL,
    LAST_SHORT,
    OVER,
    OVER_HARD,
    PAGE,
    SHARED,
    UNDER,
    UNDER_HARD,
    Load,
    counts,
    page_price,
)
from edition.makeup.search.effort import Effort
from edition.makeup.search.parting import halves
from edition.makeup.search.score import (
    blank_rows,
    head_size,
    inverted,
    place_strength,
    strength,
    terms,
    through_cuts,
    top_of,
    zones_of,
)
from edition.makeup.search.slicing import INF, Slicer
from edition.makeup.search.streams import Edge, Stream
from edition.makeup.search.trees import (
    Cut,
    Top,
    Tree,
    TreeLeaf,
    across_in,
    bare_heads,
    bumps_in,
    extent,
    place,
)
from edition.makeup.search.weigh import LEAD_ABOVE, _tried, best, falling, geometry
from edition.makeup.search.zones import Ways, Zone, trimmed
from edition.model import Section
from makeup_desk import story


def recipe(price: float, rows: int = 5, parted: bool = False) -> Recipe:
    fill = Fill(rows - 1, (), 0, 0, 0.0)
    return Recipe(
        None, 0, Measure(1, 13.0, 1.0, 0.0), rows - 1, fill, (), price, parts_heads=parted
    )


# -- sizes that fall ----------------------------------------------------------------------------


def test_sizes_fall_with_the_rank_at_the_least_price() -> None:
    """Equal to brute force over every choice of sizes."""
    found = [
        {3.0: recipe(4.0), 2.0: recipe(0.0)},
        {4.0: recipe(1.0), 2.0: recipe(6.0), 1.4: recipe(9.0)},
        {0.0: recipe(2.0)},
        {2.0: recipe(3.0), 1.4: recipe(4.0)},
    ]

    def price(sizes: tuple[float, ...]) -> float:
        total, least = 0.0, INF
        for order, (size, choice) in enumerate(zip(sizes, found, strict=True)):
            total += choice[size].price - min(r.price for r in choice.values())
            rise = max(0.0, size - least)
            total += PRICES.inversion * (1 + 2 * rise) if rise else 0.0
            if size:
                least = min(least, size - (LEAD_ABOVE if order == 0 else 0.0))
        return total

    recipes, more = falling(found)
    assert more == pytest.approx(min(map(price, product(*found))))
    chosen = tuple(
        next(size for size, one in choice.items() if one is got)
        for choice, got in zip(found, recipes, strict=True)
    )
    assert price(chosen) == pytest.approx(more)


def test_a_headline_as_large_as_the_leads_is_a_rise() -> None:
    same = [{3.0: recipe(0.0)}, {3.0: recipe(0.0)}]
    assert falling(same)[1] == pytest.approx(PRICES.inversion * (1 + 2 * LEAD_ABOVE))
    lesser = [{4.0: recipe(0.0)}, {3.0: recipe(0.0)}, {3.0: recipe(0.0)}]
    assert falling(lesser)[1] == 0.0


def pictured(price: float, area: float) -> Recipe:
    band: Any = SimpleNamespace(largest=area, over_head=False)
    return replace(recipe(price), band=band)


def test_the_largest_picture_stands_with_the_best_story_that_has_one() -> None:
    lead, plain = {3.0: pictured(0.0, 100)}, {2.0: recipe(0.0)}
    low = {1.8: pictured(0.0, 200), 1.6: pictured(PRICES.picture_inversion - 1, 90)}
    recipes, more = falling([lead, plain, low])
    assert [one.art for one in recipes] == [100, 0, 90]
    assert more == PRICES.picture_inversion - 1
    dear = {1.8: pictured(0.0, 200), 1.6: pictured(PRICES.picture_inversion + 1, 90)}
    assert falling([lead, plain, dear])[1] == PRICES.picture_inversion
    about = {1.8: pictured(0.0, 114)}
    assert falling([lead, plain, about])[1] == falling([plain, dear])[1] == 0


# -- what the slicer has counted ----------------------------------------------------------------


def test_the_bumps_and_cuts_of_a_tree_are_counted_along_its_cuts() -> None:
    one, two, three = TreeLeaf(0, 2, 5), TreeLeaf(1, 2, 5), TreeLeaf(2, 4, 4)
    row: Tree = Cut(False, one, two)
    page = Cut(True, row, three)
    assert (bare_heads(row), bumps_in(row), across_in(row, 4)) == ((True, True), 1, 0)
    assert (bare_heads(page), bumps_in(page), across_in(page, 4)) == ((True, True), 1, 1)
    assert across_in(page, 8) == 0
    boxed = Cut(False, TreeLeaf(0, 2, 5, Top.PARTED), two)
    assert (bare_heads(boxed), bumps_in(boxed), across_in(boxed, 4)) == ((False, True), 0, 0)
    assert [(leaf.story, c, r) for leaf, c, r in place(page)] == [(0, 0, 0), (1, 2, 0), (2, 0, 5)]


# -- a whole page by brute force ----------------------------------------------------------------


def offered(*shapes: tuple[int, int, float, bool]) -> Choices:
    found: Choices = {}
    for columns, rows, price, parted in shapes:
        made = recipe(price, rows=rows, parted=parted)
        found.setdefault((columns, rows), {})[0.0, made.top] = made
    return found


def zone(section: Section | None, *options: Choices, anchored: bool = False) -> Zone:
    items = tuple(StoryItem(story(n, 10)) for n in range(1, len(options) + 1))
    return Zone(section, items, options, 4, 40, anchored)


def test_two_bare_heads_side_by_side_are_dearer_than_a_box() -> None:
    bare = [offered((2, 9, 0.0, False)) for _ in range(2)]
    page = best(Ways([zone(None, *bare)], 8, 3), 3)
    assert page is not None and page.gap == 0.0
    assert page.price == pytest.approx(PRICES.bump)
    boxed = best(Ways([zone(None, bare[0], offered((2, 9, 5.0, True)))], 8, 3), 3)
    assert boxed is not None and boxed.price == pytest.approx(5.0)
    assert [placed.box for placed in boxed.bands[0].placed] == [(0, 0, 2, 9), (2, 0, 2, 9)]


def test_a_page_that_cannot_be_filled_ends_in_filler_of_three_rows_or_more() -> None:
    one = offered((4, 9, 1.0, False))
    for rows, filler in ((8, 0), (12, 3), (30, 21)):
        page = best(Ways([zone(None, one)], rows, 3), 3)
        assert page is not None and page.filler == filler
        assert page.price == pytest.approx(1.0 + filler_toll(filler))
    assert best(Ways([zone(None, one)], 10, 3), 3) is None
    assert best(Ways([zone(None, one)], 5, 3), 3) is None
    assert filler_toll(0) == 0.0
    assert filler_toll(16) == pytest.approx(PRICES.filler + 16 * PRICES.filler_row)


def test_a_zone_gives_up_its_foot_row_before_a_head_or_the_foot_of_the_page() -> None:
    plain, headed = zone(None), zone(Section("要闻", (), id="sec2"))
    assert [trimmed([plain, headed], n, False) for n in (0, 1)] == [True, True]
    assert [trimmed([plain, headed], n, True) for n in (0, 1)] == [True, False]
    assert not trimmed([plain, plain], 0, False)
    one = offered((4, 9, 1.0, False))
    section = Section("要闻", (), id="sec2")
    page = best(Ways([zone(None, one), zone(section, one)], 8 + 3 + 8, 3), 3)
    assert page is not None and (page.filler, [band.rows for band in page.bands]) == (0, [8, 8])


def test_a_corner_advertisement_has_no_rank() -> None:
    lead, advert = offered((2, 9, 0.0, False)), offered((2, 9, 0.0, True))
    page = best(Ways([zone(None, lead, advert, anchored=True)], 8, 3), 3)
    assert page is not None and page.price == pytest.approx(0.0)
    assert page.bands[0].placed[1].box == (2, 0, 2, 9)


def test_a_corner_advertisement_may_stand_in_a_stronger_place() -> None:
    thin, wide = offered((1, 9, 0.0, False)), offered((3, 9, 0.0, True))
    page = best(Ways([zone(None, thin, wide, anchored=True)], 8, 3), 3)
    assert page is not None and page.price == pytest.approx(0.0)


def test_every_tree_of_eight_is_tried_and_of_more_only_some() -> None:
    offers = [{(1, 2): (0.0, 0.0)}] * 9
    assert Slicer(offers[:8], 2, 8).exact
    assert not Slicer(offers, 2, 10).exact


def test_a_row_of_two_parts_of_a_large_set_leans_by_its_pairs_out_of_rank() -> None:
    slicer = Slicer([{(1, 2): (0.0, 0.0)}], 2, 4)
    assert slicer.lean(0b00001111, 0b11110000) == 0.0
    assert slicer.lean(0b0000011111, 0b1111100000) == pytest.approx(10 * PRICES.strength)
    assert slicer.lean(0b0101010101, 0b1010101010) == 0.0


def test_a_later_story_in_the_stronger_place_is_priced() -> None:
    wide, thin = offered((3, 9, 0.0, True)), offered((1, 9, 0.0, False))
    page = best(Ways([zone(None, thin, wide)], 8, 3), 3)
    assert page is not None
    boxes = [placed.box for placed in page.bands[0].placed]
    assert page.price == pytest.approx(PRICES.strength * inverted(boxes, 4, 8))


def test_a_page_is_proved_only_when_no_cheaper_way_can_be_left() -> None:
    shapes = [offered((1, 9, 0.0, False), (1, 9, 30.0, True)) for _ in range(4)]
    page = best(Ways([zone(None, *shapes)], 8, 3), 3)
    early = best(Ways([zone(None, *shapes)], 8, 3), 3, Effort(1))
    assert page is not None and early is not None
    assert page.gap == 0.0 and page.exact
    assert early.price >= page.price - 1e-9
    assert early.price - early.gap <= page.price + 1e-9


def test_the_ways_come_cheapest_first_and_each_edge_once() -> None:
    numbers = Stream(iter([Edge(1.0, "a"), Edge(1.0, "b"), Edge(3.0, "c")]))
    assert [numbers.get(n) for n in range(4)] == [(1.0, "a"), (1.0, "b"), (3.0, "c"), None]


def test_two_parts_are_joined_in_order_of_their_sum() -> None:
    def part(*prices: float) -> Stream[float]:
        return Stream(iter([Edge(price, price) for price in prices]))

    first, second = part(0.0, 2.0, 5.0), part(0.0, 1.0, 7.0)
    both = Stream(iter([
        Edge(0.5, None, 0.5, lambda: first, lambda: second, lambda a, b: (a, b))
    ]))
    found = []
    while (got := both.get(len(found))) is not None:
        found.append(got)
    want = sorted(a + b + 0.5 for a in (0.0, 2.0, 5.0) for b in (0.0, 1.0, 7.0))
    assert [price for price, _ in found] == pytest.approx(want)
    assert len({value for _, value in found}) == 9
    assert all(sum(value) + 0.5 == pytest.approx(price) for price, value in found)


def test_a_large_set_is_parted_in_ways_unlike_one_another() -> None:
    whole, anchored = (1 << 12) - 1, 1 << 11
    found = list(halves(whole, anchored))
    assert len(found) == len(set(found)) >= 12
    for first, second in found:
        assert first & 1 and not first & anchored
        assert first | second == whole and not first & second


# -- the division by area -----------------------------------------------------------------------


def test_the_price_of_a_page_by_its_area() -> None:
    def load(cells: float, section: str = "a") -> Load:
        return Load(cells, section)

    assert page_price([load(100.0)], 100.0, 24.0, False) == 0.0
    assert page_price([load(104.0)], 100.0, 24.0, False) == pytest.approx(OVER * 0.04**2)
    assert page_price([load(120.0)], 100.0, 24.0, False) == pytest.approx(
        OVER * 0.06**2 + OVER_HARD * 0.14
    )
    under = UNDER * 0.06**2 + UNDER_HARD * 0.14**2
    assert page_price([load(80.0)], 100.0, 24.0, False) == pytest.approx(under)
    assert page_price([load(80.0)], 100.0, 24.0, True) == pytest.approx(LAST_SHORT * under)
    two = [load(50.0), load(26.0, "b")]
    assert page_price(two, 100.0, 24.0, False) == pytest.approx(SHARED)
    many = [load(10.0)] * (FULL + 2)
    assert page_price(many, 100.0, 24.0, False) == pytest.approx(2 * CROWDED)


def test_the_division_is_the_cheapest_of_all_in_order() -> None:
    loads = [Load(cells, "ab"[at > 3]) for at, cells in enumerate((40, 30, 50, 20, 60, 30, 35))]
    cells = [90.0, 100.0]

    def price(taken: tuple[int, ...]) -> float:
        total, at = 0.0, 0
        for number, count in enumerate(taken):
            some, free = loads[at : at + count], cells[min(number, 1)]
            if count > 1 and (sum(x.cells for x in some) > 1.5 * free or count > 4):
                return INF
            at += count
            total += PAGE + page_price(some, free, 10.0, at == len(loads))
        return total

    def divisions(left: int) -> list[tuple[int, ...]]:
        if not left:
            return [()]
        return [(n, *rest) for n in range(1, left + 1) for rest in divisions(left - n)]

    found = counts(loads, cells, 10.0, 4)
    assert sum(found) == 7 and max(found) <= 4
    assert price(found) == pytest.approx(min(map(price, divisions(7))))


def test_a_page_may_take_as_many_stories_as_it_may_hold() -> None:
    assert counts([Load(25.0, "a")] * 4, [50.0], 0.0, 2) == (2, 2)
    assert counts([Load(25.0, "a", 2)] * 4, [50.0], 0.0, 2) == (1, 1, 1, 1)


# -- the score ----------------------------------------------------------------------------------


def heading(role: str, size: float, row: float) -> PlacedHeading:
    made = Heading(role, f"s-{role}", (), size, "song", 1.0, 3, 0.9, 0.9, 0.0)  # type: ignore[arg-type]
    return PlacedHeading(made, 0.0, row, 27.0)


def leg(depth: int, used: int) -> Leg:
    return Leg(0.0, 13, 13.0, depth, tuple(Slug("text", "b", 1, ()) for _ in range(used)))


def frame(row: int = 9, **more: object) -> StoryFrame:
    given: dict[str, object] = {
        "story": "s01", "x": 0.0, "row": row, "width": 27.0, "rows": 20, "column": 0,
        "columns": 2, "headings": (heading("headline", 3.0, row + 0.4),), "legs": (),
    }
    return StoryFrame(**(given | more))  # type: ignore[arg-type]


def test_a_head_is_bare_without_box_or_picture_above() -> None:
    plate = Plate("p", "a.jpg", "", 0.0, 9.2, 27.0, 10, (0, 0, 1, 1))
    assert top_of(frame()) is Top.HEAD
    assert top_of(frame(box=(0.0, 9.5, 27.0, 19.0))) is Top.PARTED
    assert top_of(frame(headings=())) is Top.PARTED
    above = frame(plates=(plate,), headings=(heading("headline", 3.0, 21.0),))
    assert top_of(above) is Top.PARTED
    below = frame(plates=(Plate("p", "a", "", 0.0, 13.2, 27.0, 10, (0, 0, 1, 1)),))
    assert top_of(below) is Top.HEAD


def test_a_head_beside_a_leg_is_bare_at_its_left_only() -> None:
    under, beside = Leg(0.0, 13, 13.0, 16, ()), Leg(14.0, 9, 13.0, 20, ())
    assert top_of(frame(legs=(under, beside))) is Top.HALF
    assert (Top.HALF.left, Top.HALF.right) == (0, 1)


def test_white_at_leg_feet_beyond_what_level_legs_need() -> None:
    assert blank_rows(frame(legs=(leg(10, 10), leg(10, 9)))) == (0, 1)
    assert blank_rows(frame(legs=(leg(10, 10), leg(10, 7)))) == (2, 3)
    assert blank_rows(frame(legs=(leg(10, 9), leg(10, 10)))) == (1, 1)
    assert blank_rows(frame(legs=(leg(10, 7),))) == (3, 3)
    assert blank_rows(frame()) == (0, 0)


def test_the_size_of_a_head_is_that_of_its_headline() -> None:
    heads = (heading("kicker", 4.0, 9.0), heading("headline", 3.0, 11.0))
    assert head_size(frame(headings=heads)) == 3.0
    assert head_size(frame(headings=heads[:1])) == 0


def test_the_upper_left_is_the_strongest_place() -> None:
    assert place_strength(0.0, 0.0, 1.0) == pytest.approx(2.0)
    assert strength((0, 0, 4, 20), 8, 40) > strength((4, 0, 4, 20), 8, 40)
    assert strength((4, 0, 4, 20), 8, 40) > strength((0, 20, 4, 20), 8, 40)
    assert strength((0, 0, 8, 40), 8, 40) == pytest.approx(2.0)
    assert inverted([(0, 0, 4, 20), (0, 0, 4, 20)], 8, 40) == 0.5
    assert inverted([(0, 20, 8, 20), (0, 0, 8, 20)], 8, 40) == 1.0


def test_cuts_through_nothing_are_none() -> None:
    assert through_cuts([]) == 0
    assert through_cuts([(0, 5, 8, 10), (0, 15, 8, 5), (0, 20, 8, 5)]) == 2


def test_the_terms_of_the_score() -> None:
    first = Page(
        1, "1", True, 9, 103,
        (frame(9, continued_on="2", legs=(leg(10, 10), leg(10, 6))), frame(50, story="s02")),
        (SectionHead("sec1", "要闻", 0.0, 47, 111.0, 3),),
        fillers=(Filler(0.0, 90, 111.0, 13, columns=8),),
    )
    second = Page(2, "2", False, 3, 103, (frame(3),))
    found = dict(terms((first, second), 8))
    assert [len(zone) for zone in zones_of(first)] == [1, 1]
    assert (found["pages"], found["stories"], found["jumps"]) == (2.0, 3.0, 1.0)
    assert (found["filler_rows"], found["foot_rows_max"]) == (13.0, 4.0)
    cells = (94 + 100) * 8
    assert found["white_share"] == pytest.approx(round(100 * (3 + 13 * 8) / cells, 3))
    assert found["size_inversions"] == 0.0 and found["rank_tau"] == 1.0


# -- the rank of places over several zones -------------------------------------------------------


def ranked(*zones: tuple[Zone, Tree], section_rows: int = 3) -> float:
    """Pairs of stories out of rank on a page of zones one under the other, laid out so."""
    ways = tuple((extent(tree)[1], tree) for _, tree in zones)
    return geometry([one for one, _ in zones], _tried((0, ways)), section_rows) / PRICES.strength


def test_rows_of_a_section_head_lie_between_its_stories_and_those_above() -> None:
    """A narrow block at the right, and under it a wide one that a row more would weaken."""
    section = Section("要闻", (), id="sec2")
    narrow = zone(None, *[offered((1, 2, 0.0, True))] * 2)
    row: Tree = Cut(False, TreeLeaf(0, 3, 2, Top.PARTED), TreeLeaf(1, 1, 2, Top.PARTED))
    wide = TreeLeaf(0, 4, 3, Top.PARTED)
    assert ranked((narrow, row), (zone(None, {}), wide)) == 1
    assert ranked((narrow, row), (zone(section, {}), wide), section_rows=0) == 1
    assert ranked((narrow, row), (zone(section, {}), wide), section_rows=1) == 0
    assert ranked((narrow, row), (zone(None, {}), wide), section_rows=1) == 1


def test_a_block_in_the_corner_is_ranked_unless_it_keeps_there_by_order() -> None:
    row: Tree = Cut(False, TreeLeaf(1, 1, 4, Top.PARTED), TreeLeaf(0, 3, 4, Top.PARTED))
    options = [offered((1, 4, 0.0, True))] * 2
    assert ranked((zone(None, *options), row)) == 0
    turned: Tree = Cut(False, TreeLeaf(1, 2, 4, Top.PARTED), TreeLeaf(0, 2, 4, Top.PARTED))
    assert ranked((zone(None, *options), turned)) == 1
    assert ranked((zone(None, *options, anchored=True), turned)) == 0
