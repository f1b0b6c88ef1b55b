"""Legs, pictures, divisions and remarks at their bounds: the last value that holds, the next."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.compose.composed import LinePlace, Slug
from edition.compose.rows.tables import LEAST_SIZE
from edition.errors import Diagnostic
from edition.makeup.composer import ComposingRoom
from edition.makeup.legs import Column, fills, least_depth, white_price
from edition.makeup.paper import AdvertFrame, Leg, Page, StoryFrame
from edition.makeup.recipes import Fill, advertisement_choices, in_box, measures
from edition.makeup.remarks import remarks_on
from edition.makeup.search.assign import Held, Load, counts, page_price
from edition.model import Advertisement, Paragraph, Run, Table
from makeup_desk import FakeDesk, broadsheet, edition_of, story

LAYOUT = broadsheet()
"""8 columns of 13 em, 103 rows; a row is 1.5 em"""
GRID = LAYOUT.grid
ROOM = ComposingRoom(FakeDesk(), LAYOUT)


# -- legs -----------------------------------------------------------------------------------------


def slug(rows: int = 1, cut: float | None = 0.0, opening: int = 0, kind: str = "text") -> Slug:
    """A slug that takes `opening` rows more at the head of a leg."""
    made = Slug(kind, "b", rows, (), cut=cut)  # type: ignore[arg-type]
    return replace(made, again=(replace(made, rows=rows + opening),)) if opening else made


def test_a_table_s_head_that_stands_again_takes_its_rows_of_the_leg() -> None:
    column = Column([*[slug()] * 4, slug(opening=2), *[slug()] * 25])
    assert column.ends(4, 10) == [(end, end - 2, 0.0) for end in range(12, 5, -1)]
    assert column.ends(3, 10) == [(end, end - 3, 0.0) for end in range(13, 6, -1)]


def test_no_leg_is_empty_that_could_hold_something_and_none_begins_with_what_is_too_tall() -> None:
    column = Column([slug() for _ in range(30)])
    assert [end for end, _, _ in column.ends(4, 3)] == [7, 6, 5]
    assert Column([slug(9), slug()]).ends(0, 3) == []
    assert Column([slug(9, None), slug()]).ends(0, 3) == []


def test_the_last_leg_has_room_for_the_head_that_stands_again() -> None:
    column = Column([*[slug()] * 5, slug(opening=1), *[slug()] * 4])
    made = column.fill([5, 6])
    assert made == Fill(6, (5, 10), 0, 0, 0.0)
    assert column.fill([5, 7]) == Fill(7, (5, 10), 1, 0, white_price(1, 2))
    assert column.fill([5, 5]) is None


def test_a_start_that_leaves_too_much_does_not_end_the_search() -> None:
    """Slug 10 brings five rows along: only a leg that ends one row early leaves a way."""
    column = Column([*[slug()] * 10, slug(opening=5), *[slug()] * 14])
    assert column.fill([10, 10, 6]) == Fill(10, (9, 19, 25), 0, 1, 14.0)


def test_a_beginning_has_no_white_and_no_holes() -> None:
    column = Column([slug(cut=4.0) for _ in range(20)])
    assert column.begin([6, 4]) == Fill(6, (6, 10), 0, 0, 8.0)
    assert column.begin([10, 10]) is None and column.begin([10, 9]) is not None


@pytest.mark.parametrize(("white", "legs", "price"), [
    (0, 4, 0.0), (1, 4, 1.0), (2, 4, 3.0), (3, 4, 5.0), (4, 4, 13.0), (6, 4, 29.0),
    (1, 1, 8.0), (3, 1, 24.0), (1, 2, 1.0), (2, 2, 9.0),
])
def test_the_first_blank_row_is_cheap_those_of_level_legs_dearer_any_other_dear(
    white: int, legs: int, price: float
) -> None:
    """foot_white 1, foot_more 2, loose_white 8, as docs/makeup.md has them."""
    assert white_price(white, legs) == pytest.approx(price)


def test_a_leg_is_as_deep_as_its_tallest_slug_with_its_head() -> None:
    assert least_depth(Column([slug(5, opening=3), slug()]), [0, 0, 0]) == 8
    assert least_depth(Column([]), [0]) == 1
    assert least_depth(Column([slug()] * 21), [0, 4]) == 13


def test_fills_are_as_deep_as_the_limit_and_no_more_than_so_many_rows_deeper() -> None:
    column = Column([slug() for _ in range(20)])
    assert [depth for depth, _ in fills(column, [0, 0], 3, 90)] == [10, 11, 12, 13]
    assert [depth for depth, _ in fills(column, [0, 0], 3, 11)] == [10, 11]
    assert [depth for depth, _ in fills(column, [0, 0], 0, 10)] == [10]
    assert fills(column, [0, 0], 3, 9) == ()
    ((depth, made),) = fills(column, [0, 4], 0, 90)
    assert (depth, made) == (12, Fill(12, (12, 20), 0, 0, 0.0))


@pytest.mark.parametrize(("above", "depths"), [(102, [102]), (104, [])])
def test_forty_rows_beyond_the_least_are_tried_for_a_first_fill(
    above: int, depths: list[int]
) -> None:
    """The second leg begins only at `above`; the least depth is half of all, 61 and 62."""
    column = Column([slug() for _ in range(20)])
    assert [depth for depth, _ in fills(column, [0, above], 0, 200)] == depths


# -- measures and advertisements ------------------------------------------------------------------


def test_an_advertisement_is_a_rectangle_without_legs_or_head_or_white() -> None:
    (by,) = advertisement_choices(3, 20).values()
    (recipe,) = by.values()
    assert recipe.head is None and recipe.slugs == () and recipe.tiers == ()
    assert recipe.fill == Fill(20, (), 0, 0, 0.0) and recipe.depth == 20
    assert (recipe.extra, recipe.lead, recipe.tail, recipe.head_rows) == (0, 0, 0, 0)
    measure = recipe.measure
    assert (measure.legs, measure.width, measure.gutter, measure.price) == (0, 0.0, 0.0, 0.0)
    assert list(by) == [(0.0, True)] and recipe.rest is None


@pytest.mark.parametrize(("rows", "legs"), [(2, 1), (5, 1), (6, 2), (12, 4), (15, 4)])
def test_copy_too_short_for_wide_legs_of_a_full_span_stands_in_a_few_in_its_middle(
    rows: int, legs: int
) -> None:
    (found, *fewer) = measures(GRID, 8, rows)
    assert [one.legs for one in fewer] in ([], [legs - 2])
    assert (found.legs, found.width, found.inset) == (legs, 13.0, 14.0 * ((8 - legs) // 2))
    assert [one.legs for one in measures(GRID, 7, rows)] == [7]


@pytest.mark.parametrize(("rows", "legs"), [
    (16, [6]), (17, [4, 5, 6, 7]), (23, [4, 5, 6, 7]), (24, [8]),
])
def test_too_little_copy_for_all_legs_of_a_full_span_takes_wider_ones_from_edge_to_edge(
    rows: int, legs: list[int]
) -> None:
    """None wider than 30 em, and two lines of copy for each."""
    found = list(measures(GRID, 8, rows))
    assert [one.legs for one in found] == legs
    for one in found:
        across = one.legs * one.width + (one.legs - 1) * one.gutter
        assert one.inset == 0.0 and across == pytest.approx(GRID.width)
        assert one.width <= 30 and rows * GRID.measure >= 2 * one.legs * one.width
    assert [one.legs for one in measures(GRID, 7, rows)] == [7]


@pytest.mark.parametrize(("rows", "columns", "legs"), [
    (99, 4, [4, 2]), (100, 4, [4, 2, 3]), (99, 6, [6, 4]), (100, 6, [6, 4, 5]), (99, 5, [5]),
    (100, 5, [5, 4, 3]), (100, 3, [3, 2]), (100, 2, [2, 1]), (99, 2, [2, 1]), (100, 1, [1]),
])
def test_a_long_story_has_more_measures(rows: int, columns: int, legs: list[int]) -> None:
    found = list(measures(GRID, columns, rows))
    assert [one.legs for one in found] == legs
    assert [one.price for one in found] == [0.0, *[6.0] * (len(legs) - 1)]


def test_legs_are_whole_em_and_what_is_over_goes_to_the_gutters() -> None:
    three = list(measures(GRID, 4, 100))[2]
    assert (three.width, three.gutter) == (17.0, 2.0)
    boxed = in_box(GRID, 3)
    assert (boxed.legs, boxed.width, boxed.gutter, boxed.inset) == (3, 12.0, 1.5, 1.0)


# -- the division into pages ----------------------------------------------------------------------


def test_a_page_more_is_paid_for() -> None:
    """113 on a page of 100 cost 64 too much; a page more costs 25 and 177 for its white."""
    loads = [Load(100.0, "a"), Load(13.0, "a")]
    assert page_price(loads, 100.0, 0.0, True) == pytest.approx(400 * 0.06**2 + 900 * 0.07)
    assert page_price(loads[1:], 100.0, 0.0, True) == pytest.approx(
        0.6 * (120 * 0.06**2 + 450 * 0.81**2))
    assert counts(loads, [100.0], 0.0, 9) == (2,)
    assert counts([loads[0], Load(25.0, "a")], [100.0], 0.0, 9) == (1, 1)


def test_pages_share_what_copy_is_wanting() -> None:
    """Seven tenths and seven tenths, where the first could be full and the last nearly white."""
    loads = [Load(20.0, "a")] * 7
    assert counts(loads, [100.0], 0.0, 9) == (4, 3)


def test_the_first_page_takes_no_more_than_it_is_given() -> None:
    loads = [Load(30.0, "a")] * 3
    assert counts(loads, [100.0], 0.0, 9) == (3,)
    assert counts(loads, [100.0], 0.0, 9, Held(first=2)) == (2, 1)


def test_pages_beyond_those_told_are_like_the_last() -> None:
    loads = [Load(50.0, "a")] * 7
    assert counts(loads, [50.0, 150.0], 0.0, 9) == (1, 3, 3)
    assert counts(loads, [150.0, 100.0], 0.0, 9) == (3, 2, 2)
    assert counts([], [100.0], 0.0, 9) == ()


def test_an_item_alone_is_placed_however_large() -> None:
    assert counts([Load(500.0, "a", 90), Load(90.0, "a")], [100.0], 0.0, 2) == (1, 1)
    assert counts([Load(50.0, "a", 2), Load(50.0, "a", 2)], [100.0], 0.0, 4) == (2,)
    assert counts([Load(50.0, "a", 2), Load(50.0, "a", 3)], [100.0], 0.0, 4) == (1, 1)


# -- remarks --------------------------------------------------------------------------------------


def table(name: str = "t1", columns: int = 9) -> Table:
    row = tuple((Run(f"栏{n}"),) for n in range(columns))
    return Table((row,), id=name, lines=(7, 8))  # type: ignore[arg-type]


def tabled(name: str, size: float, ruled: bool = True, kind: str = "table") -> Slug:
    places = (LinePlace(0.0, 0.0, 13.0),) if ruled else ()
    return Slug(kind, name, 1, (), size=size, places=places)  # type: ignore[arg-type]


def strained(*slugs: Slug, blocks: tuple[object, ...] = (table(),)) -> list[Diagnostic]:
    one = replace(story(1, 30, 1), headline="", body=blocks)  # type: ignore[arg-type]
    leg = Leg(0.0, 12, 13.0, 30, slugs)
    frame = StoryFrame("s01", 0.0, 9, 27.0, 94, 0, 2, (), (leg,))
    page = Page(1, "1", True, 9, 103, (frame,))
    return list(remarks_on(edition_of((None, [one])), LAYOUT, (page,), ()))


@pytest.mark.parametrize(("sizes", "ruled", "kinds"), [
    ((LEAST_SIZE,), True, []), ((1.0,), True, []),
    ((LEAST_SIZE - 0.01,), True, ["table_cramped"]),
    ((1.0, LEAST_SIZE - 0.01, 1.0), True, ["table_cramped"]),
    ((LEAST_SIZE,), False, ["table_run_on"]),
    ((LEAST_SIZE - 0.01,), False, ["table_cramped"]),
])
def test_a_table_smaller_than_is_decent_or_run_on_as_text_is_told(
    sizes: tuple[float, ...], ruled: bool, kinds: list[str]
) -> None:
    found = strained(*(tabled("t1", size, ruled) for size in sizes))
    assert [one.kind for one in found] == kinds
    for one in found:
        assert (one.line, one.story, one.values["columns"]) == (7, 1, 9)
        assert one.text is not None and one.text.startswith("栏0") and len(one.text) <= 40


def test_only_tables_that_stand_somewhere_are_strained() -> None:
    assert strained() == []
    assert strained(tabled("t1", 0.5, kind="list")) == []
    assert strained(tabled("t2", 0.5)) == []
    assert strained(tabled("t1", 1.0), tabled("t1", 1.0, False)) == [], "one row of it has places"
    text = Paragraph((Run("字"),), id="p1")
    blocks = (text, table("t1"), table("t2"), replace(table("t3"), rows=()), table("t4"))
    found = strained(tabled("p1", 0.5), tabled("t1", 0.5), tabled("t3", 0.5),
                     tabled("t4", 1.0, False), blocks=blocks)
    assert [one.kind for one in found] == ["table_cramped", "table_run_on"]


def test_a_picture_names_an_advertisement_without_words() -> None:
    wide = Advertisement("ad1", 1, 9, 20, "", "tea.jpg")
    made = replace(edition_of((None, [replace(story(1, 30), headline="")])),
                   advertisements=(wide,))
    page = Page(1, "1", True, 9, 103, (), adverts=(AdvertFrame("ad1", 0.0, 80, 40.0, 20),))
    (one,) = remarks_on(made, LAYOUT, (page,), (wide,))
    assert (one.kind, one.text) == ("advertisement_narrowed", "tea.jpg")


def test_a_wish_for_a_story_that_stands_nowhere_got_page_and_span_0() -> None:
    one = replace(story(1, 30), headline="", page=2, columns=3)
    found = remarks_on(edition_of((None, [one])), LAYOUT, (), ())
    assert [(r.values["what"], r.values["wish"], r.values["got"]) for r in found] == [
        ("page", 2, 0), ("columns", 3, 0)]
