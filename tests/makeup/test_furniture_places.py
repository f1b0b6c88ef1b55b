"""Where furniture and rules stand, in exact lengths: every character is one em wide here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import cast

import pytest

from edition.compose.composed import EM_BOX_ASCENT
from edition.compose.furniture import FurnitureSetter
from edition.makeup.column_rules import Ground, rules
from edition.makeup.furnish.ears import (
    EAR_SIZES,
    ear_depth,
    ear_leading,
    ear_room,
    lines_held,
    side_by_side,
    stacked,
)
from edition.makeup.furnish.folio import folio, jumps, page_name, section_tab
from edition.makeup.furnish.means import Means, Spot
from edition.makeup.paper import Leg, Page, PlacedFurniture, SectionHead, StoryFrame
from edition.model import Ear, Edition, Imprint, Section
from edition.packs.layout import TypeRole
from edition.trade.printed_words import MAINLAND_WORDS
from makeup_desk import EmSetter, broadsheet, em_line, small_grid, story

LAYOUT = small_grid()
"""Four columns of 13 em with gutters of 1 em: 55 em; a row is 1.5 em."""
MEANS = Means(cast(FurnitureSetter, EmSetter()), LAYOUT, {})
SAY = MAINLAND_WORDS


# -- means ----------------------------------------------------------------------------------------


def test_lengths_of_a_paper() -> None:
    assert (MEANS.em, MEANS.row, MEANS.width) == (9, 1.5, 55)
    assert MEANS.depth == pytest.approx(4 * 0.78 * 1.5)


def test_a_text_stands_at_its_spot_in_rows_and_em() -> None:
    lines = (em_line("石桥"), em_line("通车"))
    found = MEANS.text("jump", lines, Spot(1.23456, 3.00009, 7.65432, "right"), 1.11116, 2.00004)
    assert (found.x, found.row, found.width, found.size) == (1.2346, 2.0001, 7.6543, 1.1112)
    assert (found.leading, found.align, found.face, found.lines) == (
        1.3334, "right", "hei-bold", lines)
    third = MEANS.text("jump", lines, Spot(0.00006, 0.00005, 0.00005), 0.33333, 1.0)
    assert (third.x, third.row, third.width, third.size, third.leading) == (
        0.0001, 0.0, 0.0001, 0.3333, 0.6667)
    based = MEANS.on_baseline("jump", em_line("石桥"), 3.0, 6.0, 2.0)
    assert (based.x, based.width, based.size) == (3.0, 4.0, 2.0)
    assert based.row == pytest.approx((6.0 - 2 * EM_BOX_ASCENT) / 1.5, abs=1e-4)
    assert based.leading == pytest.approx(2 / 1.5, abs=1e-4)


def test_the_theme_gives_a_face_before_the_layout_and_the_house() -> None:
    roles = {"jump": TypeRole("kai", 1.0)}
    layout = replace(LAYOUT, roles=roles)
    assert MEANS.face("jump") == "hei-bold"
    assert replace(MEANS, layout=layout).face("jump") == "kai"
    assert replace(MEANS, layout=layout, chosen={"jump": "song"}).face("jump") == "song"
    assert MEANS.cut("jump", "石桥通车", 4.0) == (em_line("石桥通车"), False)
    cut, short = MEANS.cut("jump", "石桥通车", 3.9)
    assert (cut.text, short) == ("石桥…", True)


# -- folio, tabs, jumps ---------------------------------------------------------------------------


def folio_of(recto: bool, name: str = "山城晚报", title: str | None = "要闻版",
             label: str = "") -> list[PlacedFurniture]:
    page = Page(2 + recto, label or f"1{2 + recto}", False, 3, 30, ())
    edition = Edition("a", (), imprint=Imprint(page_title=title, date=date(2024, 5, 6)))
    return list(folio(MEANS, edition, page, name))


def test_the_label_stands_outside_and_the_date_inside() -> None:
    outer, middle, inner = folio_of(True)
    assert [t.x for t in outer.texts] == pytest.approx([55 - 3.8 - 0.6 - 3 * 1.15, 55 - 3.8])
    assert [t.lines[0].text for t in outer.texts] == ["要闻版", "13"]
    assert [t.runs_on for t in outer.texts] == [False, True] and inner.texts[0].x == 0.0
    outer, middle, inner = folio_of(False)
    assert [t.lines[0].text for t in outer.texts] == ["12", "要闻版"]
    assert [t.x for t in outer.texts] == pytest.approx([0.0, 3.8 + 0.6])
    assert inner.texts[0].x == pytest.approx(55 - len(inner.texts[0].lines[0].text))
    assert [t.runs_on for t in outer.texts] == [False, True]
    (name,) = middle.texts
    assert (name.size, name.x) == (1.45, pytest.approx((55 - 4 * 1.45) / 2, abs=1e-4))
    line = 1.5 * (2 - 1.2) / 2 - 0.5
    for text in (*outer.texts, name, *inner.texts):
        base = text.row * 1.5 + text.size * EM_BOX_ASCENT
        assert base == pytest.approx(line + EM_BOX_ASCENT, abs=1e-3), "all on one baseline"
    assert not any(t.cut for t in (*outer.texts, name, *inner.texts))


def test_each_part_of_a_folio_keeps_to_its_third() -> None:
    third = 55 / 3 - 1
    for recto in (True, False):
        outer, middle, _ = folio_of(recto, "报" * 20, "版" * 40, "特" * 20)
        label = next(t for t in outer.texts if t.role == "folio-label")
        title = next(t for t in outer.texts if t.role == "folio-title")
        assert label.size * 20 == pytest.approx(third, abs=1e-2)
        assert title.lines[0].text == "版…" and title.cut
        assert middle.texts[0].size * 20 == pytest.approx(third, abs=1e-2)
    room = (third - 2 * 1.9 - 0.6) / 1.15
    for recto in (True, False):
        title = folio_of(recto, title="版" * 30)[0].texts[0 if recto else 1]
        assert (len(title.lines[0].text), title.cut) == (int(room), True)
    whole = folio_of(True, title="版" * int(room))[0].texts[0]
    assert not whole.cut and len(whole.lines[0].text) == int(room)


def test_a_page_without_a_name_has_its_label_alone() -> None:
    assert [t.lines[0].text for t in folio_of(True, title=None)[0].texts] == ["13"]
    assert folio_of(True, name="")[1].texts[0].size == 1.45


def frame(owner: str, columns: int, rows: int, **more: object) -> StoryFrame:
    made = StoryFrame(owner, 14.0, 6, 27.0, rows, 1, columns, (), ())
    return replace(made, **more)  # type: ignore[arg-type]  # keywords of the test


@pytest.mark.parametrize(("frames", "name"), [
    ([("s01", 2, 10), ("s02", 2, 11)], "体育"), ([("s01", 2, 12), ("s02", 2, 11)], "要闻"),
    ([("s01", 2, 6), ("s02", 2, 11), ("s03", 2, 6)], "要闻"),
    ([("s01", 1, 11), ("s02", 2, 6)], "体育"), ([("s04", 4, 30), ("s01", 1, 2)], "综合"),
    ([("s04", 1, 2), ("s01", 1, 3)], "要闻"),
    ([("s04", 4, 30)], "综合"), ([("s01", 2, 10), ("s02", 2, 10)], "要闻"),
])
def test_the_section_with_most_ground_names_the_page(
    frames: Sequence[tuple[str, int, int]], name: str
) -> None:
    sections = (Section("要闻", (story(1, 9), story(3, 9))), Section("体育", (story(2, 9),)),
                Section(None, (story(4, 9),)))
    edition = Edition("a", sections, imprint=Imprint(page_title="综合"))
    placed = tuple(frame(*one) for one in frames)
    page = Page(2, "2", True, 3, 30, placed)
    assert page_name(edition, page) == name
    briefs = frame("label", 4, 31, briefs=("s02", "s01"))
    assert page_name(edition, replace(page, frames=(*placed, briefs))) == "体育"


def test_jump_lines_stand_over_the_first_row_and_under_the_last() -> None:
    legs = (Leg(14.0, 8, 13.0, 9, ()), Leg(28.0, 8, 13.0, 12, ()), Leg(28.0, 9, 13.0, 10, ()))
    first, last = jumps(MEANS, frame("s01", 2, 20, legs=legs, continued_from="A1",
                                     continued_on="B2"), SAY)
    (over,), (under,) = first.texts, last.texts
    assert (first.kind, first.owner, last.kind, last.owner) == ("jump-from", "s01", "jump-on",
                                                               "s01")
    assert (over.x, over.row, over.width, over.align) == (14.0, 6.0, 27.0, "left")
    assert (under.x, under.row, under.width, under.align) == (14.0, 20.0, 27.0, "right")
    assert (over.size, over.leading, under.size, under.leading) == (1.0, 1.0, 1.0, 1.0)
    assert (over.lines[0].text, under.lines[0].text) == ("上接第A1版", "下转第B2版")
    assert list(jumps(MEANS, frame("s01", 2, 20, legs=legs), SAY)) == []
    assert list(jumps(MEANS, frame("s01", 2, 20, continued_on="B2"), SAY)) == []


def test_a_section_tab_stands_in_the_middle_of_its_band() -> None:
    tab = section_tab(MEANS, SectionHead("sec1", "要闻", 0.0, 4, 55.0, 2))
    assert tab.box is not None
    (text,) = tab.texts
    size = 1.6
    assert text.size == size and tab.owner == "sec1"
    y = (4 + 1) * 1.5 - 1.38 * size / 2 + 1 / 9
    assert tab.box == pytest.approx((0.0, y / 1.5, 4 * size, 1.38 * size / 1.5), abs=1e-3)
    assert (text.x, text.width, text.align) == (0.0, pytest.approx(4 * size, abs=1e-3), "center")
    low = section_tab(MEANS, SectionHead("sec1", "要闻", 0.0, 4, 55.0, 1)).texts[0]
    assert low.size == pytest.approx(0.99)
    narrow = section_tab(MEANS, SectionHead("sec1", "要闻", 0.0, 4, 5.2, 2)).texts[0]
    assert narrow.size == pytest.approx(1.0)


# -- ears -----------------------------------------------------------------------------------------

WIDE = Means(cast(FurnitureSetter, EmSetter()), broadsheet(), {})
"""Masthead of nine rows: 10.53 em; the ears take 9.33 em down."""
ROOM = WIDE.layout.furnishing.ear - 0.8


def ear(*lines: str, title: str = "天气") -> Ear:
    return Ear(title, lines)


def test_what_an_ear_holds() -> None:
    assert ear_depth(WIDE) == pytest.approx(9.33)
    assert ear_room(WIDE, 0.5) == pytest.approx(2 * ROOM)
    assert ear_leading(WIDE, 2.0) == pytest.approx(2.7)
    low = replace(WIDE, layout=replace(WIDE.layout, grid=replace(WIDE.layout.grid, pitch=10.8)))
    assert ear_leading(low, 2.0) == pytest.approx(2.4), "no more than a row"
    assert [lines_held(WIDE, 1.35 * n, 1.0) for n in (0, 1, 2.34, 2.35, 3.34, 3.35)] == [
        0, 0, 0, 1, 1, 2]


def lines_in(piece: PlacedFurniture) -> list[str]:
    return [one.text for text in piece.texts if text.role == "ear" for one in text.lines]


def size_of(piece: PlacedFurniture) -> float:
    return next(text.size for text in piece.texts if text.role == "ear")


def test_ears_beside_each_other_share_one_size_and_end_at_the_right() -> None:
    wide = WIDE.layout.furnishing.ear
    one, two = side_by_side(WIDE, (ear("晴", "多云"), ear("雨")), 100.0)
    assert size_of(one) == size_of(two) == EAR_SIZES[0] == 1.14
    uprights = [piece.rules[0] for piece in (one, two)]
    assert [rule.x for rule in uprights] == pytest.approx([100 - 2 * wide - 1, 100 - wide])
    assert [rule.row * 1.5 for rule in uprights] == pytest.approx([0.5, 0.5], abs=1e-3)
    assert [rule.length * 1.5 for rule in uprights] == pytest.approx([9.33, 9.33], abs=1e-3)
    under = one.rules[1]
    assert (under.x, under.length) == pytest.approx((uprights[0].x + 0.8, ROOM))
    leading = 1.14 * 1.35
    assert under.row * 1.5 == pytest.approx(0.5 + leading, abs=1e-3)
    first, second = (text for text in one.texts if text.role == "ear")
    assert first.row * 1.5 == pytest.approx(0.5 + leading + 0.18 * 1.14, abs=1e-3)
    assert (second.row - first.row) * 1.5 == pytest.approx(leading, abs=1e-3)
    assert first.x == pytest.approx(uprights[0].x + 0.8) and first.width == pytest.approx(ROOM)


def test_the_size_of_an_ear_falls_before_a_line_is_broken() -> None:
    for size in EAR_SIZES[:7]:
        most = int(ROOM / size + 1e-6)
        (found,) = side_by_side(WIDE, (ear("字" * most),), 50.0)
        assert (size_of(found), lines_in(found)) == (size, ["字" * most])
    least = EAR_SIZES[6]
    longer = int(ROOM / least + 1e-6) + 1
    (broken,) = side_by_side(WIDE, (ear("字" * longer),), 50.0)
    assert size_of(broken) == EAR_SIZES[3] and len(lines_in(broken)) == 2


@pytest.mark.parametrize("count", range(1, 14))
def test_an_ear_is_as_large_as_its_lines_fit_and_cut_only_at_the_least(count: int) -> None:
    (found,) = side_by_side(WIDE, (ear(*["字"] * count),), 50.0)
    fits = [size for size in EAR_SIZES if (count + 1.35) * size * 1.35 <= 9.33 + 1e-9]
    assert size_of(found) == (fits[0] if fits else EAR_SIZES[-1])
    assert len(lines_in(found)) == min(count, int(9.33 / (0.6 * 1.35) - 1.35 + 1e-6))
    assert found.texts[-1].cut is not bool(fits)
    if not fits:
        assert lines_in(found)[-1].endswith("…")
    (bare,) = side_by_side(WIDE, (ear(*["字"] * count, title=""),), 50.0)
    fits = [size for size in EAR_SIZES if count * size * 1.35 <= 9.33 + 1e-9]
    assert size_of(bare) == (fits[0] if fits else EAR_SIZES[-1]) and len(bare.rules) == 1
    assert bare.texts[0].row * 1.5 == pytest.approx(0.5, abs=1e-3)
    assert bare.texts[0].x == pytest.approx(bare.rules[0].x + 0.8)
    assert bare.texts[0].width == pytest.approx(ROOM)
    assert len(lines_in(bare)) == min(count, int(9.33 / 0.81 + 1e-6))


@pytest.mark.parametrize("more", [0, 1])
def test_the_title_of_an_ear_is_cut_where_the_ear_ends(more: int) -> None:
    most = int(ROOM / (1.14 * 1.15))
    (found,) = side_by_side(WIDE, (ear("晴", title="题" * (most + more)),), 50.1234567)
    title = found.texts[0]
    assert (title.role, title.cut, len(title.lines[0].text)) == ("ear-title", bool(more), most)
    assert (title.size, title.row * 1.5) == (1.311, pytest.approx(0.5, abs=1e-3))
    upright, under = found.rules
    for value in (upright.x, upright.row, upright.length, under.x, under.row, under.length):
        assert round(value, 4) == value
    assert under.x == pytest.approx(upright.x + 0.8, abs=1e-4)


def test_ears_over_each_other_share_what_their_lines_leave() -> None:
    one, two = stacked(WIDE, (ear("晴"), ear("雨", "雪")), 40.0)
    left = 40.0 - WIDE.layout.furnishing.ear
    upper, lower = one.rules[0], two.rules[0]
    size = size_of(one)
    deep = [(1 + 1.35) * size * 1.35, (2 + 1.35) * size * 1.35]
    assert size == size_of(two) == max(
        s for s in EAR_SIZES if (3 + 2.7) * s * 1.35 + 0.6 <= 9.33)
    rest = (9.33 - 0.6 - sum(deep)) / 2
    assert [upper.x, lower.x] == pytest.approx([left, left])
    assert upper.length * 1.5 == pytest.approx(deep[0] + rest, abs=1e-3)
    assert lower.length * 1.5 == pytest.approx(deep[1] + rest, abs=1e-3)
    assert upper.row * 1.5 == pytest.approx(0.5, abs=1e-3)
    assert lower.row * 1.5 == pytest.approx(0.5 + deep[0] + rest + 0.6, abs=1e-3)
    full = stacked(WIDE, (ear(*"一二三四五六七八"), ear(*"一二三四五六七八")), 40.0)
    lengths = [piece.rules[0].length * 1.5 for piece in full]
    assert lengths == pytest.approx([(9.33 - 0.6) / 2] * 2, abs=1e-3)
    assert all(piece.texts[-1].cut for piece in full)
    bare = stacked(WIDE, (ear(title=""), ear(title="")), 40.0)
    assert [piece.rules[0].length * 1.5 for piece in bare] == pytest.approx([4.365] * 2, abs=1e-3)


def test_an_ear_longer_than_any_masthead_is_set_at_the_least_size_and_cut() -> None:
    (found,) = side_by_side(WIDE, (ear("字" * 5000),), 50.0)
    assert size_of(found) == EAR_SIZES[-1] and found.texts[-1].cut
    whole = lines_in(found)
    assert len(whole) == int(9.33 / 0.81 - 1.35 + 1e-6)
    assert whole[-1].endswith("…") and {len(text) for text in whole} == {int(ROOM / 0.6)}
    (two,) = side_by_side(WIDE, (ear("字" * 7 * int(ROOM / 0.6), "尾" * 4 * int(ROOM / 0.6)),),
                          50.0)
    assert "".join(lines_in(two)).count("字") == 7 * int(ROOM / 0.6)
    assert "".join(lines_in(two)).count("尾") == 3 * int(ROOM / 0.6) - 1


# -- column rules ---------------------------------------------------------------------------------


def drawn(*grounds: tuple[int, int, int, int, bool]) -> list[tuple[str, float, float, float]]:
    """(direction, x, row, length) of the rules between (column, row, columns, rows, framed)."""
    found = rules([Ground(*one) for one in grounds], LAYOUT.grid)
    return [(rule.direction[0], rule.x, rule.row, rule.length) for rule in found]


def test_rules_from_the_head_of_the_page() -> None:
    left, right = (0, 0, 1, 10, False), (1, 0, 3, 10, False)
    assert drawn(left, right) == [("v", 13.5, 0.0, 10.0)]
    assert drawn(left, (1, 0, 3, 10, True)) == [] == drawn((0, 0, 1, 10, True), right)
    assert drawn(left, right, (0, 10, 4, 5, False)) == [("v", 13.5, 0.0, 9.5 + 0.0),
                                                       ("h", 0.0, 9.5, 55.0)]
    over = (0, 0, 4, 4, False)
    assert drawn(over, (0, 4, 1, 6, False), (1, 4, 3, 6, False)) == [
        ("v", 13.5, 3.5, 6.5), ("h", 0.0, 3.5, 55.0)]


def test_a_rule_goes_on_past_a_cut_beside_it_and_stops_at_a_hole() -> None:
    left = (0, 0, 1, 10, False)
    assert drawn(left, (1, 0, 3, 4, False), (1, 4, 3, 6, False)) == [
        ("v", 13.5, 0.0, 10.0), ("h", 13.5, 3.5, 41.5)]
    assert drawn(left, (1, 0, 3, 4, False), (1, 6, 3, 4, False)) == [
        ("v", 13.5, 0.0, 4.0), ("v", 13.5, 6.0, 4.0)]
    assert drawn(left, (1, 0, 3, 4, True), (1, 4, 3, 6, False)) == [("v", 13.5, 3.5, 6.5)]
    assert drawn((0, 0, 3, 4, False), (0, 4, 3, 6, False), (3, 0, 1, 10, False)) == [
        ("v", 41.5, 0.0, 10.0), ("h", 0.0, 3.5, 41.5)]


def test_cut_rules_reach_the_uprights_above_or_below_them_alone() -> None:
    top = [(0, 0, 2, 4, False), (2, 0, 2, 4, True)]
    assert drawn(*top, (0, 4, 2, 6, False), (2, 4, 2, 6, False)) == [
        ("v", 27.5, 3.5, 6.5), ("h", 0.0, 3.5, 27.5)]
    assert drawn(*top, (0, 4, 2, 6, False), (2, 4, 2, 6, True)) == [("h", 0.0, 3.5, 27.0)]
    low = [(0, 0, 2, 4, False), (2, 0, 2, 4, False), (2, 4, 2, 6, True)]
    assert drawn(*low, (0, 4, 2, 6, False)) == [("v", 27.5, 0.0, 3.5), ("h", 0.0, 3.5, 27.5)]


def test_cuts_at_one_height_are_one_where_one_story_lies_under_both() -> None:
    two = [(0, 0, 2, 4, False), (2, 0, 2, 4, False)]
    assert drawn(*two, (0, 4, 4, 6, False))[1:] == [("h", 0.0, 3.5, 55.0)]
    assert drawn(*two, (0, 4, 2, 6, False), (2, 4, 2, 6, False))[1:] == [
        ("h", 0.0, 3.5, 27.5), ("h", 27.5, 3.5, 27.5)]
    three = [(0, 0, 1, 4, False), (1, 0, 1, 4, True), (2, 0, 2, 4, False)]
    assert [one for one in drawn(*three, (0, 4, 4, 6, False)) if one[0] == "h"] == [
        ("h", 0.0, 3.5, 13.0), ("h", 28.0, 3.5, 27.0)]
