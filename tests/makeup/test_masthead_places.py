"""Masthead, bands, index and advertisements in exact lengths: every character is one em wide."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from edition.compose.furniture import FurnitureSetter
from edition.makeup.furnish.adverts import advert_lines, advert_room, advertisement
from edition.makeup.furnish.bands import bands
from edition.makeup.furnish.index import index_of, set_index
from edition.makeup.furnish.masthead import STRIP_SIZES, Wanted, masthead
from edition.makeup.furnish.means import Means
from edition.makeup.paper import AdvertFrame, Page, PlacedFurniture, PlacedText, StoryFrame
from edition.model import Advertisement, Ear
from edition.packs.layout import FootBand
from makeup_desk import EmSetter, broadsheet, edition_of, small_grid, story

SETTER = cast(FurnitureSetter, EmSetter())
WIDE = Means(SETTER, broadsheet(), {})
"""111 em wide; a masthead of nine rows: 10.53 em above its rule. Name 7.1, plate 7.8, ear 24."""
LOW = Means(SETTER, small_grid(), {})
"""55 em wide; a masthead of four rows: 4.68 em."""


def furnished(means: Means, **more: Any) -> Means:
    layout = means.layout
    return replace(means, layout=replace(layout, furnishing=replace(layout.furnishing, **more)))


def placed(means: Means, **wanted: Any) -> dict[str, PlacedText]:
    """The texts of a masthead by their role; of ears the first."""
    made = Wanted(**{"name": "山城晚报", "imprint": (), "label": "", "title": "", **wanted})
    found: dict[str, PlacedText] = {}
    for piece in masthead(means, made):
        for text in piece.texts:
            found.setdefault(text.role, text)
    return found


def plate(means: Means, **wanted: Any) -> PlacedFurniture:
    made = Wanted(**{"name": "山城晚报", "imprint": (), "label": "", "title": "", **wanted})
    return masthead(means, made)[-1]


def em(rows: float) -> Any:
    """em of the body of a length in rows, as exactly as it is kept."""
    return pytest.approx(rows / 1.5, abs=1e-4)


# -- the plate ------------------------------------------------------------------------------------


@pytest.mark.parametrize(("means", "label", "size"), [
    (WIDE, "1", 0.36 * 10.53), (WIDE, "A1", 7 / 2), (WIDE, "A12", 7 / 3),
    (LOW, "1", 0.36 * 4.68), (LOW, "A1", 0.36 * 4.68), (LOW, "A123B", 7 / 5),
    (furnished(WIDE, masthead=12), "1", 0.49 * 7.8),
])
def test_a_page_label_is_as_large_as_plate_and_masthead_let_it(
    means: Means, label: str, size: float
) -> None:
    text = plate(means, label=label).texts[0]
    assert text.role == "plate-label" and text.size == pytest.approx(size, abs=1e-4)
    assert text.leading == em(size * 1.06)
    assert (text.x, text.width, text.align) == (
        pytest.approx(means.width - 7.8), 7.8, "center")


def test_a_plate_alone_stands_high_and_is_as_deep_as_its_ink() -> None:
    found = plate(WIDE, label="A1")
    assert found.kind == "plate" and found.texts[0].row == em(2.44)
    (rule,) = found.rules
    assert (rule.x, rule.row, rule.length) == (
        pytest.approx(103.2), em(2.44), em(3.5 * 1.06))
    low, ink = plate(LOW, label="1"), 0.36 * 4.68 * 1.06
    assert low.texts[0].row == em(4.68 - ink - 0.6) == low.rules[0].row
    flat = furnished(LOW, masthead=2)
    lowest = plate(flat, label="1", title="要闻版")
    assert lowest.texts[0].row == 0.0 == lowest.rules[0].row
    assert masthead(WIDE, Wanted("山", (), "", ""))[-1].kind == "imprint", "no label: no plate"
    titled = plate(WIDE, title="要闻版")
    assert titled.kind == "plate" and titled.texts[1].role == "plate-title"


@pytest.mark.parametrize(("title", "lines", "size"), [
    ("要闻版", 1, 1.33), ("要闻版要闻版", 1, 7 / 6), ("要闻版要闻版要", 1, 1.0),
    ("要闻版要闻版要闻", 2, 1.33), ("要" * 14, 2, 1.0), ("要" * 15, 3, 10.53 * 0.42 / 3.6),
    ("要" * 25, 3, 7 / 9), ("要" * 60, 3, 7 / 20),
])
def test_the_title_of_a_page_takes_up_to_three_lines_before_it_is_small(
    title: str, lines: int, size: float
) -> None:
    found = plate(WIDE, label="A1", title=title)
    text, deep = found.texts[1], 3.5 * 1.06
    assert (len(text.lines), text.size) == (lines, pytest.approx(size, abs=1e-4))
    ink = deep + lines * size * 1.25
    assert text.row == em(min(2.44, 10.53 - ink - 0.6) + deep)
    assert text.leading == em(size * 1.25) and found.rules[0].length == em(ink)
    assert (text.x, text.width, text.align) == (pytest.approx(103.2), 7.8, "center")


def test_a_title_keeps_one_line_down_to_95_hundredths_of_an_em() -> None:
    text = plate(furnished(WIDE, plate=4.6), label="1", title="要闻副刊").texts[1]
    assert (len(text.lines), text.size) == (1, 0.95)


def test_a_title_is_no_deeper_than_its_share_of_the_masthead() -> None:
    text = plate(furnished(LOW, masthead=3), label="1", title="要闻版").texts[1]
    assert (len(text.lines), text.size) == (1, pytest.approx(3.51 * 0.42 / 1.2, abs=1e-4))


def test_beside_ears_or_an_index_a_plate_is_as_deep_as_they_are() -> None:
    ink = 3.5 * 1.06
    for more in ({"ears": (Ear("天气", ("晴",)),)}, {"index": (("B2", ("石桥通车",)),)}):
        found = plate(WIDE, label="A1", **more)
        assert (found.rules[0].row, found.rules[0].length) == (em(0.5), em(9.33))
        assert found.texts[0].row == em(0.5 + (9.33 - ink) / 2)
    flat = plate(furnished(LOW, masthead=2), label="1", title="要闻版",
                 ears=(Ear("天气", ("晴",)),))
    assert flat.texts[0].row == em(0.5), "ink deeper than the ear begins at its head"


def test_a_plate_as_narrow_as_one_sign_sets_it_at_its_width() -> None:
    text = plate(furnished(WIDE, plate=1.8), label="1", title="要").texts[1]
    assert (text.size, len(text.lines)) == (1.0, 1)


def test_the_rule_of_a_plate_keeps_four_places() -> None:
    (rule,) = plate(furnished(WIDE, plate=7.1234567), label="A1", title="要闻版").rules
    values = (rule.x, rule.row, rule.length)
    assert [round(value, 4) for value in values] == list(values)
    assert rule.x == 103.8765


# -- name and imprint -----------------------------------------------------------------------------


def test_the_imprint_stands_at_the_right_of_a_short_name() -> None:
    found = placed(WIDE, imprint=(("2024年5月6日",), ("第1期",)))
    name, imprint = found["name"], found["imprint"]
    wide = 9 * 0.94
    assert (name.size, name.x, name.width) == (7.1, 0.0, pytest.approx(28.4))
    assert name.leading == em(7.1 * 1.06)
    assert name.row == em((10.53 * 0.9 - 7.1 * 1.06) / 2 + 0.05 * 7.1)
    assert (imprint.size, imprint.align, len(imprint.lines)) == (0.94, "right", 2)
    assert (imprint.x, imprint.width) == (pytest.approx(111 - wide), pytest.approx(wide))
    assert (imprint.row, imprint.leading) == (em(10.53 - 0.85 - 2 * 1.44), 0.96)


def test_a_logo_has_its_room_before_the_name() -> None:
    means = replace(WIDE, layout=replace(WIDE.layout, logo=3.0))
    beside = placed(means, imprint=(("第一千零一期",),))
    assert beside["name"].x == 3.0
    assert beside["imprint"].x + beside["imprint"].width == pytest.approx(111)
    below = placed(means, name="山" * 16, imprint=(("第一千零一期",),))
    assert (below["name"].x, below["imprint"].x) == (3.0, 3.0)
    assert (below["imprint"].width, below["name"].size) == (
        108, pytest.approx(107.5 / 16, abs=1e-4))


@pytest.mark.parametrize(("signs", "beside"), [(4, True), (5, False)])
def test_an_imprint_that_costs_the_name_a_twentieth_of_its_size_stands_below(
    signs: int, beside: bool
) -> None:
    found = placed(WIDE, name="山" * 16, imprint=(("期" * signs,),))
    name, imprint = found["name"], found["imprint"]
    if beside:
        assert name.size == pytest.approx((111 - signs * 0.94 - 2) / 16, abs=1e-4)
        assert imprint.align == "right"
        return
    size = 110.5 / 16
    assert name.size == pytest.approx(size, abs=1e-4)
    assert name.row == em((10.53 - 1.44 - 0.5 - size * 1.06) / 2 + 0.05 * size)
    assert (imprint.x, imprint.width, imprint.align) == (0.0, 111, "left")
    assert (imprint.row, imprint.leading, imprint.size) == (em(10.53 - 1.44 - 0.5), 0.96, 0.94)


@pytest.mark.parametrize(("lines", "beside"), [(6, True), (7, False)])
def test_an_imprint_beside_the_name_leaves_an_em_of_the_masthead(
    lines: int, beside: bool
) -> None:
    found = placed(WIDE, imprint=(("期" * 18,),) * lines)
    assert (found["imprint"].align == "right") is beside
    if not beside:
        assert len(found["imprint"].lines) == 2
        assert found["name"].size == pytest.approx((10.53 - 2.88 - 0.9) / 1.1, abs=1e-4)


@pytest.mark.parametrize(("signs", "lines"), [(18, 1), (19, 2)])
def test_a_line_beside_the_name_takes_eighteen_em(signs: int, lines: int) -> None:
    found = placed(WIDE, imprint=(("期" * signs,),))["imprint"]
    assert (found.align, len(found.lines)) == ("right", lines)
    assert found.width == pytest.approx(18 * 0.94)


def test_a_name_beside_its_imprint_keeps_to_seven_tenths_of_the_masthead() -> None:
    low = furnished(WIDE, masthead=6)
    assert placed(low, imprint=(("期",),))["name"].size == pytest.approx(7.02 * 0.7, abs=1e-4)
    bare = placed(WIDE, name="报")
    assert bare["name"].size == 7.1 and bare["imprint"].lines == ()
    assert placed(WIDE, name="")["name"].size == 7.1


@pytest.mark.parametrize(("signs", "size", "lines"), [
    (58, 0.94, 1), (59, 0.66, 1), (83, 0.66, 1), (84, 0.66, 2), (166, 0.66, 2), (167, 0.58, 2),
    (400, 0.42, 4), (900, 0.42, 7),
])
def test_an_imprint_below_the_name_falls_in_size_until_it_leaves_the_name_half(
    signs: int, size: float, lines: int
) -> None:
    """2.34 em of LOW are half: one line at .94, two at .66, three at .42; and seven if need be."""
    found = placed(LOW, name="山" * 14, imprint=(("期" * signs,),))["imprint"]
    room = 55
    fits = [s for s in STRIP_SIZES
            if -(-signs // int(room / s + 1e-6)) * min(1.0, s / 0.94) * 1.5 <= 2.34]
    wanted = fits[0] if fits else 0.42
    assert found.size == wanted
    assert len(found.lines) == -(-signs // int(room / wanted + 1e-6))
    assert found.leading == em(wanted / 0.94 * 1.44)


# -- ears and index beside the name ---------------------------------------------------------------


@pytest.mark.parametrize(("signs", "upright"), [(14, False), (15, True)])
def test_two_ears_stand_one_over_the_other_where_the_name_would_lose_two_fifths(
    signs: int, upright: bool
) -> None:
    """Of 111 em two ears leave 61 to the name: 14 signs at 4.32 em, 15 at 4.03; 4.26 are asked."""
    pieces = masthead(WIDE, Wanted("山" * signs, (("期" * 9,),), "", "",
                                   ears=(Ear("天气", ("晴",)), Ear("热线", ("12345",)))))
    one, two = (piece for piece in pieces if piece.kind == "ear")
    assert (one.rules[0].x == two.rules[0].x) is upright
    name = next(text for piece in pieces for text in piece.texts if text.role == "name")
    room = 86 if upright else 61
    assert name.size == pytest.approx((room - 0.5) / signs, abs=1e-4)
    assert two.rules[0].x == pytest.approx(111 - 24)


def test_one_ear_or_an_index_takes_its_width_and_a_gap_from_the_name() -> None:
    below: dict[str, Any] = {"name": "山" * 16, "imprint": (("期" * 9,),)}
    one = placed(WIDE, **below, ears=(Ear("天气", ("晴",)),))
    assert one["name"].size == pytest.approx(85.5 / 16, abs=1e-4)
    listed = placed(WIDE, **below, index=(("B2", ("石桥通车",)),), index_title="今日导读")
    assert listed["name"].size == pytest.approx(85.5 / 16, abs=1e-4)
    assert listed["ear-title"].lines[0].text == "今日导读"
    assert placed(WIDE, **below)["name"].size == pytest.approx(110.5 / 16, abs=1e-4)
    plated = placed(WIDE, **below, label="A1")
    assert plated["name"].size == pytest.approx((111 - 8.8 - 0.5) / 16, abs=1e-4)
    assert listed["index"].x + listed["index"].width == pytest.approx(111)


def index(pages: int, heads: int, signs: int, label: str = "B2") -> list[PlacedText]:
    one = tuple((label + str(n), ("题" * signs,) * heads) for n in range(pages))
    return list(set_index(WIDE, "导读", one, 111.0).texts)


@pytest.mark.parametrize(("pages", "heads", "entries", "size"), [
    (1, 1, 1, 1.2), (2, 2, 4, 1.2), (5, 1, 5, 1.05), (5, 3, 5, 1.05), (6, 1, 6, 0.9),
    (7, 2, 7, 0.8), (8, 2, 7, 0.8),
])
def test_an_index_is_as_large_as_its_entries_fit(
    pages: int, heads: int, entries: int, size: float
) -> None:
    """At 1 em the 9.33 em of an ear hold five lines below the title, at .8 seven."""
    texts = index(pages, heads, 5)
    lines = [text for text in texts if text.role == "index"]
    assert (len(lines), {text.size for text in lines}) == (entries, {size})
    assert [text.role for text in texts].count("index-label") == min(pages, entries)
    assert [text.runs_on for text in lines].count(True) == min(pages, entries)


@pytest.mark.parametrize(("signs", "size", "cut"), [
    (15, 1.2, False), (16, 1.15, False), (25, 0.8, False), (26, 0.9, False),
])
def test_an_index_falls_in_size_before_a_headline_takes_a_secondem_line(
    signs: int, size: float, cut: bool
) -> None:
    """23.2 em hold a label of three signs, .8 em and 15 signs at 1.2, 25 at .8."""
    text = next(text for text in index(1, 1, signs) if text.role == "index")
    assert (text.size, text.cut) == (size, cut)
    assert text.x == pytest.approx(111 - 24 + 0.8 + 3.8 * size, abs=1e-4)
    assert text.width == pytest.approx(23.2 - 3.8 * size, abs=1e-4)


@pytest.mark.parametrize(("signs", "whole"), [(25, True), (200, False)])
def test_an_index_stands_whole_or_not_at_all(signs: int, whole: bool) -> None:
    bare = Wanted("山" * 16, (("期" * 9,),), "", "")
    pieces = masthead(WIDE, replace(bare, index=(("B2", ("题" * signs,)),), index_title="导读"))
    assert [piece.kind for piece in pieces].count("index") == whole
    assert not any(text.cut for piece in pieces for text in piece.texts)
    assert whole or pieces == masthead(WIDE, bare), "the name has its room"


def test_the_lines_of_an_index_stand_below_its_title() -> None:
    texts = index(2, 2, 5)
    leading, first = 1.2 * 1.35, 0.5 + 1.2 * 1.35 + 0.18 * 1.2
    lines = [text for text in texts if text.role == "index"]
    assert [text.row for text in lines] == [em(first + n * leading) for n in range(4)]
    labels = [text for text in texts if text.role == "index-label"]
    assert [text.row for text in labels] == [em(first), em(first + 2 * leading)]
    assert [text.x for text in labels] == pytest.approx([111 - 24 + 0.8] * 2)


def test_an_index_names_what_begins_on_later_pages_the_best_ranked_first() -> None:
    stories = [story(n, 300, headline=f"题{n}") for n in range(1, 6)]
    stories[2] = replace(stories[2], rank=1)
    edition = edition_of((None, stories))

    def frame(number: int, width: float = 27.0, **more: Any) -> StoryFrame:
        return replace(StoryFrame(f"s{number:02}", 0.0, 9, width, 94, 0, 2, (), ()), **more)

    front = Page(1, "1", True, 9, 103, (frame(1),))
    later = Page(2, "2", False, 3, 103, (
        frame(2), frame(4, 41.0), frame(3), frame(1, continued_from="1"),
        frame(5, briefs=("s05",)),
    ))
    bare = Page(3, "3", False, 3, 103, (frame(1, continued_from="1"),))
    assert list(index_of(edition, (front, later, bare))) == [("2", ("题3", "题4", "题2"))]


# -- bands at the foot ----------------------------------------------------------------------------


def band(rows: int = 3, text: str = "{paper}", **more: Any) -> FootBand:
    return replace(FootBand("foot", rows, "all", text, "kai", 1.0), **more)


def banded(text: str, one: FootBand, number: int = 1) -> PlacedFurniture:
    means = replace(LOW, layout=replace(LOW.layout, bands=(one,)))
    page = Page(number, str(number), number == 1, 4, 30, ())
    (found,) = bands(means, page, {"paper": text})
    return found


@pytest.mark.parametrize(("signs", "lines"), [(55, 1), (56, 2), (110, 2)])
def test_a_band_has_its_lines_in_the_middle_of_its_rows(signs: int, lines: int) -> None:
    found = banded("报" * signs, band())
    (text,) = found.texts
    assert found.box == (0.0, 30.4, 55, 2.6) and found.owner == "foot"
    assert (len(text.lines), text.size, text.cut, text.face) == (lines, 1.0, False, "kai")
    assert (text.x, text.width, text.align) == (0.0, 55, "center")
    assert text.leading == em(1.35)
    assert text.row == em(30.4 * 1.5 + (3.9 - 1.35 * lines) / 2)


@pytest.mark.parametrize(("rows", "signs", "size", "cut"), [
    (3, 111, 2 / 3, True), (1, 55, 1.0, False), (1, 56, 0.6, False), (1, 91, 0.6, False),
    (1, 92, 0.6, True), (1, 300, 0.6, True),
])
def test_a_band_too_long_falls_in_size_down_to_six_tenths_and_is_then_cut(
    rows: int, signs: int, size: float, cut: bool
) -> None:
    (text,) = banded("报" * signs, band(rows)).texts
    assert (text.size, text.cut, len(text.lines)) == (pytest.approx(size, abs=1e-4), cut, 1)
    assert text.leading == em(size * 1.35)
    assert text.row == em(30.4 * 1.5 + ((rows - 0.4) * 1.5 - size * 1.35) / 2)
    assert text.lines[0].text.endswith("…") is cut


def test_the_size_of_a_band_says_how_many_lines_it_holds() -> None:
    (text,) = banded("报" * 110, band(size=1.4)).texts
    assert (text.size, len(text.lines)) == (pytest.approx(1.4 * 2 / 3, abs=1e-4), 1)
    (two,) = banded("报" * 78, band(size=1.4)).texts
    assert (two.size, len(two.lines)) == (1.4, 2)


@pytest.mark.parametrize(("align", "number", "found"), [
    ("outer", 1, "right"), ("outer", 2, "left"), ("left", 1, "left"), ("right", 2, "right"),
    ("center", 1, "center"),
])
def test_a_band_may_stand_at_the_outer_edge(align: str, number: int, found: str) -> None:
    (text,) = banded("报", band(align=align), number).texts
    assert text.align == found


def test_bands_follow_each_other_and_white_left_by_what_is_missing_is_closed() -> None:
    later = band(2, "{paper} 第1版", name="later", pages="later")
    every = (band(2, "{paper}  第1版", pages="first"), later, band(1, " 甲\u3000 乙 "))
    means = replace(LOW, layout=replace(LOW.layout, bands=every))
    for number, names in ((1, ["foot", "foot"]), (2, ["later", "foot"])):
        page = Page(number, str(number), number == 1, 4, 30, ())
        found = list(bands(means, page, {"paper": "报"}))
        assert [piece.owner for piece in found] == names
        assert [piece.box[1] for piece in found if piece.box] == [30.4, 32.4]
        assert [piece.texts[0].lines[0].text for piece in found] == ["报 第1版", "甲\u3000乙"]
    bare = banded("", band())
    assert bare.texts == () and bare.box == (0.0, 30.4, 55, 2.6)


# -- advertisements -------------------------------------------------------------------------------


@pytest.mark.parametrize(("depth", "room"), [
    (4.5, (33.8, 4.05)), (5.99, (33.8, 5.391)), (6.0, (38.0, 3.3)), (12.0, (38.0, 9.3)),
])
def test_in_a_strip_of_less_than_six_em_the_mark_stands_beside_the_words(
    depth: float, room: tuple[float, float]
) -> None:
    assert advert_room(40.0, depth) == pytest.approx(room)


@pytest.mark.parametrize(("text", "room", "lines", "size"), [
    ("茶", (40.0, 20.0), 1, 6.0), ("茶" * 8, (40.0, 3.3), 1, 3.3 / 1.4),
    ("茶" * 30, (20.0, 14.0), 4, 2.5), ("茶\n茶", (40.0, 9.8), 2, 3.5),
    ("茶\n" + "茶" * 20, (20.0, 14.0), 2, 1.0), ("茶\n" + "茶" * 21, (20.0, 14.0), 4, 2.5),
    ("茶" * 10, (40.0, 20.0), 2, 6.0),
])
def test_the_words_of_an_advertisement_are_divided_as_makes_them_largest(
    text: str, room: tuple[float, float], lines: int, size: float
) -> None:
    found, large = advert_lines(SETTER, "hei", text, room)
    assert large == pytest.approx(size)
    assert "".join(line.text for line in found) == text.replace("\n", "")
    assert len(found) == lines


def test_an_advertisement_stands_in_the_middle_and_its_mark_in_the_corner() -> None:
    space = AdvertFrame("ad1", 14.0, 20, 41.0, 8)
    words, sign = advertisement(LOW, space, Advertisement("ad1", 1, 3, 8, "茶" * 4), "广告").texts
    assert (words.size, words.leading) == (6.0, em(8.4))
    assert (words.x, words.width, words.align) == (14.0, 41.0, "center")
    assert words.row == em(30 + (12 - 8.4) / 2)
    assert (sign.size, sign.leading, sign.align) == (0.7, em(0.7), "right")
    assert (sign.x, sign.width, sign.row) == (14.0, 40.6, em(42 - 1.1))
    (alone,) = advertisement(LOW, space, Advertisement("ad1", 1, 3, 8, " "), "广告").texts
    assert alone.role == "advertisement-mark"
