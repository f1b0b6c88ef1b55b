from __future__ import annotations

from dataclasses import replace

from edition.makeup import make_up
from edition.makeup.blankpage import LEAST_NEWS, blank_page, fitting, unplaced
from edition.makeup.items import AdvertRow
from edition.makeup.paper import AdvertFrame, Page
from edition.makeup.recipes import FOOT
from edition.model import Advertisement
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, story

LAYOUT = broadsheet()
STRIP, CORNER = Advertisement("strip", 1, 8, 14), Advertisement("corner", 1, 3, 20)
OTHER = Advertisement("other", 2, 4, 20)


def test_a_page_without_advertisements_is_free_below_its_furniture() -> None:
    first = blank_page(LAYOUT, 1, "B2", ())
    later = blank_page(LAYOUT, 2, "B3", ())
    assert (first.head_rows, first.free, first.cells) == (9, 94, 8 * 94)
    assert (later.head_rows, later.free, later.label) == (3, 100, "B3")


def test_a_strip_takes_its_rows_and_a_row_of_white() -> None:
    page = blank_page(LAYOUT, 1, "1", (STRIP, OTHER))
    assert page.strips == (AdvertRow((STRIP,)),) and page.corner is None
    assert page.free == 94 - 14 - FOOT


def test_a_corner_takes_its_cells_only() -> None:
    page = blank_page(LAYOUT, 1, "1", (CORNER, STRIP))
    assert (page.corner, page.strips) == (AdvertRow((CORNER,)), (AdvertRow((STRIP,)),))
    assert page.cells == 8 * page.free - 3 * (20 + FOOT)


def test_a_lowered_corner_stands_in_a_band_of_its_own() -> None:
    page = blank_page(LAYOUT, 1, "1", (CORNER,), ("corner",))
    assert (page.corner, page.strips) == (None, (AdvertRow((CORNER,)),))
    assert page.free == 94 - 20 - FOOT


def test_halves_stand_side_by_side_and_what_does_not_fit_beside_them_in_the_corner() -> None:
    half, other = Advertisement("half", 1, 4, 10), Advertisement("other half", 1, 4, 12)
    page = blank_page(LAYOUT, 1, "1", (half, other, CORNER))
    assert page.strips == (AdvertRow((half, other)),) and page.corner == AdvertRow((CORNER,))
    assert page.free == 94 - 12 - FOOT, "as deep as the deeper"
    small = Advertisement("small", 1, 2, 10)
    page = blank_page(LAYOUT, 1, "1", (CORNER, small))
    assert page.corner == AdvertRow((CORNER, small)) and not page.strips
    assert (page.corner.id, page.corner.columns, page.corner.rows) == ("corner", 5, 20)
    assert page.cells == 8 * page.free - 5 * (20 + FOOT)
    wide = Advertisement("wide", 1, 6, 10)
    page = blank_page(LAYOUT, 1, "1", (CORNER, wide, STRIP))
    assert page.corner == AdvertRow((CORNER,)), "one corner a page, the others in bands"
    assert page.strips == (AdvertRow((wide,)), AdvertRow((STRIP,)))


def test_advertisements_side_by_side_are_ranged_right_their_feet_level() -> None:
    one = story(1, 4000, 12)
    half, other = Advertisement("a", 1, 3, 10, "茶"), Advertisement("b", 1, 4, 12, "饭")
    made = replace(edition_of((None, [one])), advertisements=(half, other))
    paper, remarks = make_up(made, memo_of(FakeDesk(), LAYOUT))
    first, second = paper.pages[0].adverts
    assert (first.column, first.columns, first.rows) == (1, 3, 10)
    assert (second.column, second.columns, second.rows) == (4, 4, 12)
    assert first.row + first.rows == second.row + second.rows == paper.pages[0].rows
    assert not [d for d in remarks if d.kind == "advertisement_unplaced"]


def test_there_is_room_for_the_news() -> None:
    second = Advertisement("second", 1, 2, 10)
    assert fitting((CORNER, second, OTHER), LAYOUT) == (CORNER, second, OTHER)
    most = 94 - LEAST_NEWS - FOOT
    assert fitting((Advertisement("deep", 1, 8, most),), LAYOUT)
    assert fitting((Advertisement("deep", 1, 8, most + 1),), LAYOUT) == ()
    assert fitting((Advertisement("deep", 2, 8, most + 6),), LAYOUT)
    strip = Advertisement("next", 1, 8, most - 14)
    assert fitting((STRIP, strip), LAYOUT) == (STRIP,)
    assert [a.id for a in fitting((STRIP, Advertisement("two", 1, 9, 20)), LAYOUT)] == [
        "strip", "two"
    ]


def test_what_stands_on_no_page_is_unplaced() -> None:
    frame = AdvertFrame("corner", 0.0, 80, 40.0, 20)
    page = Page(1, "1", True, 9, 103, (), adverts=(frame,))
    assert list(unplaced((CORNER, STRIP, OTHER), {1: page})) == [STRIP, OTHER]
    both = Page(1, "1", True, 9, 103, (), adverts=(frame, replace(frame, advertisement="strip")))
    assert list(unplaced((CORNER, STRIP, OTHER), {1: both})) == [OTHER]
