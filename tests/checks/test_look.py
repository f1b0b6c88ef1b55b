"""What the eye sees from two metres: each rule finds its fault and leaves a sound page alone."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from checks.made_up import (
    COLUMN,
    DEEP,
    EM,
    LEFT,
    PITCH,
    PLAIN,
    TOP,
    Page,
    Story,
    clean,
    finding,
    quick,
    sheets_of,
    story,
    told,
    words,
)
from edition.checks.pdf_file import judged
from edition.checks.report import Finding
from edition.checks.sight.live_area import live_areas
from edition.checks.sight.seen_paper import see_sheets

LOOK = tuple(f"S{n}" for n in range(17, 42))


def found(page: Page | list[Page], code: str, copy: bytes | None = None) -> Finding:
    return finding(quick(page, copy), code)


def test_a_sound_page_breaks_none() -> None:
    page = clean()
    for copy in (None, told(*page.stories)):
        broken = [f.id for f in quick(page, copy).findings if f.id in LOOK and f.count]
        assert broken == []


# White


def test_the_live_area_is_known_whatever_a_page_leaves_white() -> None:
    whole, = sheets_of(clean())
    half = clean()
    half.stories = half.stories[:1]
    half.pictures = []
    short, = sheets_of(half)
    alone = live_areas([short])[1]
    assert alone[1] == pytest.approx(live_areas([whole])[1][1], abs=14), "by the other margins"
    both = live_areas([whole, replace(short, number=2)])
    assert both[2] == both[1], "by the other page"


def test_a_page_that_ends_half_way_down_is_half_white() -> None:
    page = Page([story(0, 0, 2, 0, 22, 36), story(1, 2, 2, 0, 22, 24)])
    copy = told(*page.stories)
    for report in (quick(page), quick(page, copy)):
        assert finding(report, "S1").worst == pytest.approx(46, abs=4)
        assert (finding(report, "S2").worst or 0) > 80
        assert finding(report, "S3").count == 4
        assert report.score < 50


def test_a_page_with_nothing_on_its_right_is_half_white() -> None:
    page = clean()
    page.stories, page.pictures = [story(0, 0, 2, 0, 44, 36)], []
    page.rules = [(0, -1, 4)]
    assert found(page, "S1").worst == pytest.approx(48, abs=5)


def test_the_foot_of_a_page_whose_lowest_line_is_its_foot_is_no_white() -> None:
    page = clean()
    page.lines = [(1.5, 45.5, 8, "4")]
    assert not found(page, "S1").count and not found(page, "S3").count


# Heads


def sized(*sizes: float) -> Page:
    """Three stories, their heads of these sizes and half as wide as their legs or less."""
    page = clean()
    for one, size in zip(page.stories, sizes, strict=True):
        one.head, one.size = one.head[:5], size
    return page


@pytest.mark.parametrize(("sizes", "count"), [
    ((36, 24, 18), 0), ((30, 24, 18), 0), ((29, 24, 18), 1), ((24, 24, 24), 1),
])
def test_s17_the_lead_stands_above_the_next(sizes: tuple[float, ...], count: int) -> None:
    assert found(sized(*sizes), "S17").count == count


def test_s18_heads_near_the_text() -> None:
    page = sized(14, 13, 13)
    copy = told(*page.stories)
    near = found(page, "S18", copy)
    assert near.worst == pytest.approx(14 / 9, abs=0.01) and near.count == 3
    assert found(sized(36, 24, 14), "S18", told(*clean().stories)).count == 0


@pytest.mark.parametrize(("rows", "count"), [(1, 0), (2, 1)])
def test_s25_white_between_a_head_and_its_text(rows: int, count: int) -> None:
    page = clean()
    for leg in page.stories[2].legs:
        leg.row, leg.lines = leg.row + rows, leg.lines[:-rows]
    assert found(page, "S25").count == count


@pytest.mark.parametrize(("size", "count"), [(24, 1), (20, 0)])
def test_s26_two_heads_of_one_size_side_by_side(size: float, count: int) -> None:
    page = Page([story(0, 0, 2, 0, 44, 24), story(1, 2, 2, 0, 44, size)])
    assert found(page, "S26").count == count
    page.frames = [(2, -0.3, 2, 44.6)]
    assert found(page, "S26").count == count, "a box between them parts no heads"


@pytest.mark.parametrize("code", ["S5", "S26"])
def test_a_leg_beside_its_head_parts_it_from_the_next(code: str) -> None:
    page = Page([story(0, 0, 2, 0, 44, 24), story(1, 2, 2, 0, 44, 24)])
    left = page.stories[0]
    left.head = left.head[:4]
    copy = told(*page.stories)
    assert [found(page, code).count, found(page, code, copy).count] == [1, 1]
    left.legs[1].row = 0
    assert [found(page, code).count, found(page, code, copy).count] == [0, 0]


def headed(*lines: str) -> Page:
    """The third story's headline in these lines of 14 pt, one below the other."""
    page = clean()
    last = page.stories[2]
    last.head, last.size = lines[0], 14
    page.lines = [(2, last.row + 0.1 + 1.05 * n, 14, text) for n, text in enumerate(lines) if n]
    return page


@pytest.mark.parametrize(("lines", "count"), [
    (("城市更新惠万家", "小区"), 1), (("城市更新惠万家", "小区装电梯"), 0), (("城市更新",), 0),
])
def test_s34_the_last_line_of_a_headline_is_no_scrap(lines: tuple[str, ...], count: int) -> None:
    assert found(headed(*lines), "S34").count == count


@pytest.mark.parametrize(("lines", "count"), [
    (("老旧小区加装电", "梯解开百户心结"), 1), (("老旧小区加装", "电梯解开心结"), 0),
    (("改造三年间，", "变与不变"), 0), (("景区推出惠民", "票"), 1),
    (("麦田", "边的小学"), 1), (("麥田", "邊的小學"), 1), (("麦田边的", "小学"), 0),
    (("海線區", "間車增班"), 1), (("海線區間車", "增十二班"), 0), (("古浮桥", "畔夜市火"), 1),
])
def test_s35_no_line_ends_inside_a_word(lines: tuple[str, ...], count: int) -> None:
    assert found(headed(*lines), "S35").count == count


@pytest.mark.parametrize(("lines", "count"), [
    (("图书", "漂流点进", "地铁站"), 1), (("冬至将", "至市集", "飘香了"), 0),
    (("图书", "漂流点进地铁站"), 0),
])
def test_s38_a_headline_of_many_lines_is_even(lines: tuple[str, ...], count: int) -> None:
    assert found(headed(*lines), "S38").count == count


@pytest.mark.parametrize(("brief", "count"), [(True, 0), (False, 1)])
def test_s38_the_heads_of_briefs_run_in(brief: bool, count: int) -> None:
    page = clean()
    low = page.stories.pop()
    full, size = words(73, 15), 10.8 if brief else 15.0
    heads = [Story(2, part, size, low.column, low.row + n * 1.2, [], "")
             for n, part in enumerate((full[:3], full[3:11], full[11:]))]
    low.row, low.head = heads[-1].row, heads[-1].head
    heads[-1].legs = low.legs
    page.stories += heads
    data = json.loads(told(*page.stories[:2], replace(low, head=full)))
    data["sections"][0]["stories"][2]["brief"] = brief
    assert found(page, "S38", json.dumps(data).encode()).count == count


def test_s40_a_head_stands_off_the_rule_of_the_masthead() -> None:
    page = clean()
    page.rules = [(0, -2, 4)]
    assert found(page, "S40").count == 0
    page.rules = [(0, -0.2, 4)]
    assert found(page, "S40").count == 1


def test_s8_a_lead_outranked_is_more_than_another_inversion() -> None:
    excess = []
    for sizes in ((36, 18, 24), (24, 36, 18)):
        page = sized(*sizes)
        excess.append(found(page, "S8", told(*page.stories)).excess)
    assert excess == [1, 3]


def test_s5_heads_in_a_row_over_their_pictures_are_no_bump() -> None:
    page = Page([story(0, 0, 2, 0, 44, 24), story(1, 2, 2, 0, 44, 24)])
    assert found(page, "S5").count == 1
    for one in page.stories:
        for leg in one.legs:
            leg.row, leg.lines = 13, leg.lines[:31]
    page.pictures = [(0, 3, 2, 9), (2, 3, 2, 9)]
    assert found(page, "S5").count == 0


# Text, boxes, what leads


def test_s19_a_long_story_without_relief() -> None:
    page = Page([story(0, 0, 4, 0, 44, 36)])
    assert found(page, "S19").count == 1
    page.pictures = [(0, 20, 1, 5), (2, 20, 1, 5)]
    for leg in (page.stories[0].legs[0], page.stories[0].legs[2]):
        leg.lines[17:22] = [""] * 5
    assert found(page, "S19").count == 0


def test_s19_a_byline_is_no_relief() -> None:
    page = Page([story(0, 0, 4, 0, 32, 36)])
    long = found(page, "S19")
    last = page.stories[0].legs[3]
    last.lines[-1] = ""
    page.lines = [(3.5, 31, 8.8, words(90, 4))]
    signed = found(page, "S19", told(*page.stories))
    assert long.count == signed.count == 1 and (signed.worst or 0) > 100


def test_s20_house_copy_takes_the_lesser_part() -> None:
    page = Page([story(0, 0, 4, 0, 14, 36)])
    page.frames = [(0, 15, 4, 29)]
    page.lines = [(1, 28, 40, "节约用水")]
    share = found(page, "S20")
    assert share.count == 1 and share.worst == pytest.approx(66, abs=4)
    assert found(clean(), "S20").count == 0


def test_s22_boxes_in_measure() -> None:
    page = clean()
    page.frames = [(2, 26.8, 2, 17.5)]
    assert found(page, "S22").count == 0
    page.frames += [(2, -0.2, 2, 26.4), (0, 21.8, 2, 22.4)]
    assert found(page, "S22").excess == pytest.approx(3 - 1.02)


def test_s23_one_story_is_larger_than_any_other() -> None:
    small = Page([story(n, n % 4, 1, 11 * (n // 4), 11, 18) for n in range(16)])
    assert found(small, "S23").count == 1
    assert found(clean(), "S23").count == 0


def test_s24_legs_end_together() -> None:
    page = clean()
    legs = page.stories[1].legs
    legs[0].lines = legs[0].lines[:-2]
    assert found(page, "S24").count == 0
    legs[0].lines = legs[0].lines[:-2]
    assert found(page, "S24").count == 1


def test_s33_what_weighs_stands_on_both_sides() -> None:
    page = Page([story(0, 2, 2, 0, 44, 36), story(1, 0, 1, 0, 44, 14), story(2, 1, 1, 0, 44, 12)],
                pictures=[(3, 30, 1, 14)])
    assert found(page, "S33").count == 1 and found(clean(), "S33").count == 0


# Pictures


def captioned(column: float, row: float) -> tuple[Page, bytes]:
    """The clean page, the caption of its second story somewhere."""
    page = clean()
    caption = words(91, 9)
    page.lines = [(column, row, 8, caption)]
    data = json.loads(told(*page.stories))
    data["sections"][0]["stories"][1]["body"].append({"type": "figure", "text": caption})
    return page, json.dumps(data).encode()


def test_s21_a_caption_stands_with_its_own_story() -> None:
    at_home, copy = captioned(0, 21.5)
    assert found(at_home, "S21", copy).count == 0
    over, copy = captioned(0, 17)
    assert found(over, "S21", copy).count == 0, "the white of a head between is no gap"
    astray, copy = captioned(2, 32)
    assert found(astray, "S21", copy).count == 1


@pytest.mark.parametrize(("row", "count"), [(33.45, 1), (33.95, 0), (32.95, 0)])
def test_s37_a_rule_stands_between_lines(row: float, count: int) -> None:
    page = clean()
    page.rules.append((2, row, 2))
    assert found(page, "S37").count == count


@pytest.mark.parametrize(("em", "count"), [(5.9, 0), (5.1, 1), (3.5, 1)])
def test_s37_a_rule_between_the_cells_of_a_row_runs_through_no_line(em: float, count: int) -> None:
    page = clean()
    leg = page.stories[2].legs[0]
    leg.lines[3] = leg.lines[3][:5] + "　　" + leg.lines[3][7:]
    x, y = LEFT + leg.column * COLUMN + em * EM, DEEP - TOP - (leg.row + 3) * PITCH
    page.uprights.append((x, y - PITCH, x + 0.3, y))
    assert finding(quick(page), "S37").count == count


@pytest.mark.parametrize(("columns", "rows", "count"), [(2, 21.5, 0), (1, 10, 1), (1.9, 20, 0)])
def test_s39_a_picture_fills_its_place(columns: float, rows: float, count: int) -> None:
    page = clean()
    page.pictures = [(0, 1, columns, rows)]
    assert found(page, "S39").count == count


@pytest.mark.parametrize(("row", "count"), [(23, 0), (26, 1)])
def test_s39_white_beside_a_head_is_no_place_of_a_picture(row: float, count: int) -> None:
    page = Page([story(0, 0, 4, 0, 16, 36), story(1, 0, 4, 20, 15, 18)])
    page.stories[1].legs.pop()
    page.pictures = [(3, row, 1, 8)]
    assert found(page, "S39").count == count


def test_s41_a_page_of_many_stories_shows_a_picture() -> None:
    page = Page([story(n, 2 * (n % 2), 2, 14 * (n // 2), 14, 36 - 3 * n) for n in range(6)])
    assert found(page, "S41").count == 1
    page.stories.pop()
    page.pictures = [(2, 28, 2, 14)]
    assert found(page, "S41").count == 0


def test_s12_one_lone_line_of_few_legs_is_bounded() -> None:
    page = Page([story(0, 0, 4, 0, 44, 36)])
    last = page.stories[0].legs[0]
    last.lines[-1] = "　　" + last.lines[-1][2:]
    lone = found(page, "S12", told(*page.stories))
    assert lone.count == 1 and lone.worst == 25 and lone.excess == 4


def test_h2_a_word_over_another_costs_more_than_its_share() -> None:
    page = clean()
    page.lines = [(2, 3.1, 18, words(80, 4))]
    over = found(page, "H2")
    assert over.level == "must" and over.count and (over.excess or 0) >= 2.5 + over.count


def test_s36_no_head_stands_on_a_picture() -> None:
    page = clean()
    assert found(page, "S36").count == 0
    page.pictures = [(0, 0, 2, 25)]
    on = found(page, "S36")
    assert on.count == 1 and (on.worst or 0) >= len(page.stories[1].head)


def test_s27_the_lead_or_the_second_has_a_picture() -> None:
    page = clean()
    assert found(page, "S27").count == 0
    page.stories[0], page.pictures = story(0, 0, 2, 0, 21, 36), [(2, 0, 2, 26)]
    page.stories[1].size, page.stories[2].size = 24, 18
    assert found(page, "S27").count == 1


def test_s28_crops_are_told_by_the_file() -> None:
    (sheet,) = sheets_of(clean())
    for lost, count in ((0.16, 0), (0.2, 1)):
        paper = see_sheets((replace(sheet, crops=(lost,)),), PLAIN, 0, None)
        assert finding(judged(paper, "p.pdf"), "S28").count == count
    assert found(clean(), "S28").unmeasured is not None


def test_s29_a_portrait_is_two_columns_wide_at_most() -> None:
    page = clean()
    page.pictures = [(0, 0, 2, 24)]
    assert found(page, "S29").count == 0
    page = Page([story(0, 3, 1, 0, 44, 20)], pictures=[(0, 0, 3, 40)])
    assert found(page, "S29").count == 1


def test_s30_two_pictures_alike_side_by_side() -> None:
    page = Page([story(0, 0, 2, 14, 30, 36), story(1, 2, 2, 14, 30, 24)],
                pictures=[(0, 0, 2, 13.5), (2, 0, 2, 13.5)])
    assert found(page, "S30").count == 1
    page.pictures[1] = (2, 3, 2, 10.5)
    assert found(page, "S30").count == 0


# What a page says it is


def sections(page: Page, titles: tuple[str, ...]) -> bytes:
    """The copy of a page, each story in a section of its own."""
    data = json.loads(told(*page.stories))
    stories = data["sections"][0]["stories"]
    data["sections"] = [{"title": title, "stories": [one]}
                        for title, one in zip(titles, stories, strict=True)]
    return json.dumps(data).encode()


def test_s31_the_folio_names_the_section_of_the_page() -> None:
    page = clean()
    page.lines = [(0, -2.5, 12, "民生")]
    assert found(page, "S31", sections(page, ("民生", "民生", "文化"))).count == 0
    assert found(page, "S31", sections(page, ("文化", "文化", "民生"))).count == 1
    assert found(page, "S31").unmeasured is not None


def test_s32_an_inner_page_has_no_nameplate() -> None:
    front, inner = clean(), clean()
    front.lines = [(0, -3.5, 32, "江岸日报")]
    inner.lines = [(0, -2.2, 12, "江岸日报")]
    assert found([front, inner], "S32").count == 0
    assert found([front, front.copy()], "S32").count == 1


def test_h6_lines_of_a_caption_are_no_white() -> None:
    page = clean()
    last = page.stories[2]
    for leg in last.legs:
        leg.row, leg.lines = leg.row + 12, leg.lines[:-12]
    page.pictures.append((2, 29.5, 2, 7))
    copy = told(*page.stories)
    page.lines = [(2, 37 + n, 8, words(95 + n, 20)) for n in range(4)]
    assert found(page, "H6", copy).count == 0


