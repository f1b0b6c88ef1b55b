"""Faults of make-up planted in pages seen without a file: thresholds from both sides."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.made_up import (
    COLUMN,
    DEEP,
    EM,
    LEFT,
    MEASURE,
    PITCH,
    PLAIN,
    TOP,
    WIDE,
    Leg,
    Page,
    Story,
    clean,
    faults,
    finding,
    quick,
    seen,
    sheets_of,
    story,
    told,
    words,
)
from edition.checks.pdf_file import judged
from edition.checks.report import Report
from edition.checks.rules.pdf_rules import COPY_RULES, PDF_RULES
from edition.checks.sight.jump_lines import page_names
from edition.checks.sight.seen_paper import see_sheets
from edition.checks.sight.sheet import Sheet
from edition.checks.weights import HARD


def hard(report: Report) -> set[str]:
    return faults(report) & HARD


@pytest.fixture(scope="module")
def copy() -> bytes:
    return told(*clean().stories)


def of_sheets(*sheets: Sheet, active: int = 0) -> Report:
    return judged(see_sheets(sheets, PLAIN, active, None), "page.pdf")


def test_the_clean_page_is_clean_and_the_table_tells_each_code(copy: bytes) -> None:
    for found in (quick(clean(), copy), quick(clean())):
        assert faults(found) == set()
        assert found.score == 100
    assert [f.id for f in quick(clean(), copy).findings] == list(PDF_RULES)
    assert [f.id for f in quick(clean()).findings] == [c for c in PDF_RULES if c not in COPY_RULES]


def test_an_empty_page_and_what_runs_are_found() -> None:
    (sheet,) = sheets_of(clean())
    assert finding(of_sheets(sheet), "FILE").count == 0
    assert finding(of_sheets(sheet, replace(sheet, number=2, glyphs=())), "FILE").count == 1
    assert finding(of_sheets(sheet, active=2), "FILE").count == 2
    assert not of_sheets(sheet, active=2).printable


def test_glyphs_without_a_character_are_told_by_page() -> None:
    (sheet,) = sheets_of(clean())
    found = finding(of_sheets(sheet, replace(sheet, number=2, unmapped=3)), "UNI")
    assert (found.count, [(p.page, p.text) for p in found.places]) == (3, [(2, "3 glyphs")])


# H1 and TX1


def test_h1_a_line_before_what_it_follows_and_a_line_twice(copy: bytes) -> None:
    page = clean()
    lines = page.stories[0].legs[0].lines
    lines[4], lines[5] = lines[5], lines[4]
    found = quick(page, copy)
    assert [p.text.partition(":")[0] for p in finding(found, "H1").places] == ["out of order"]
    assert hard(found) == {"H1"}
    page = clean()
    page.stories[0].legs[0].lines.insert(4, page.stories[0].legs[0].lines[3])
    assert [p.text.partition(":")[0] for p in finding(quick(page, copy), "H1").places] == [
        "doubled"
    ]


@pytest.mark.parametrize(("signs", "h1", "tx1"), [(6, 0, 0), (7, 0, 0), (8, 1, 0), (24, 2, 0),
                                                  (25, 2, 1)])
def test_a_paragraph_set_twice_counts_from_its_eighth_and_25th_sign(
    signs: int, h1: int, tx1: int
) -> None:
    page = clean()
    twice = words(44, signs)
    data = json.loads(told(*page.stories))
    data["sections"][0]["stories"][2]["body"].append({"type": "paragraph", "text": twice})
    rows = [twice[i : i + MEASURE] for i in range(0, signs, MEASURE)]
    page.stories[2].legs[1].lines += [*rows, *rows]
    found = quick(page, json.dumps(data).encode())
    assert (finding(found, "H1").count, finding(found, "TX1").count) == (h1, tx1)


def with_part(kind: str, text: str) -> bytes:
    data = json.loads(told(*clean().stories))
    data["sections"][0]["stories"][1]["body"].insert(0, {"type": kind, "text": text})
    return json.dumps(data).encode()


@pytest.mark.parametrize("kind", ["figure", "pullquote"])
def test_tx1_captions_and_quotations_stand_anywhere_but_must_stand(kind: str) -> None:
    text = words(55, 20)
    page = clean()
    page.lines = [(0, 21.6, 8, text)]
    assert finding(quick(page, with_part(kind, text)), "TX1").count == 0
    page.lines = []
    missing = finding(quick(page, with_part(kind, text)), "TX1")
    assert [p.text for p in missing.places] == [f"missing: {text[:24]}"]


def test_tx1_a_paragraph_the_story_has_once() -> None:
    page = clean()
    own = page.stories[0]
    data = json.loads(told(*page.stories))
    body = data["sections"][0]["stories"][0]["body"]
    body[:] = [{"type": "paragraph", "text": own.text[:193]},
               {"type": "paragraph", "text": own.text[193:]}]
    copy = json.dumps(data).encode()
    assert finding(quick(page, copy), "TX1").count == 0
    body.reverse()
    (place,) = finding(quick(page, json.dumps(data).encode()), "TX1").places
    assert place.text.startswith("out of order")


def test_ranks_of_the_copy_go_before_its_order() -> None:
    page = clean()
    data = json.loads(told(*page.stories))
    stories = data["sections"][0]["stories"]
    stories.reverse()
    assert "S9" in faults(quick(page, json.dumps(data).encode()))
    for rank, item in enumerate(reversed(stories), 1):
        item["rank"] = rank
    assert faults(quick(page, json.dumps(data).encode())) == set()


# H2, H3, H4


def test_h2_letters_of_a_ligature_have_one_box() -> None:
    (sheet,) = sheets_of(clean())
    first = sheet.glyphs[40]
    twin = replace(first, char="i")
    assert finding(of_sheets(sheet), "H2").count == 0
    joined = (*sheet.glyphs[:41], twin, *sheet.glyphs[41:])
    assert finding(of_sheets(replace(sheet, glyphs=joined)), "H2").count == 0
    apart = (*sheet.glyphs[:41], *sheet.glyphs[41:60], twin, *sheet.glyphs[60:])
    assert finding(of_sheets(replace(sheet, glyphs=apart)), "H2").count == 1


@pytest.mark.parametrize(("right", "up", "count"), [
    (5.0, 5.0, 1), (6.0, 0.0, 0), (5.0, 0.0, 1), (0.1, 6.0, 0), (0.1, 5.0, 1), (6.0, 5.0, 0),
    (-5.0, -5.0, 1), (14.0, 0.0, 0),
])
def test_h2_a_third_of_the_size_both_ways(right: float, up: float, count: int) -> None:
    (sheet,) = sheets_of(clean())
    g = sheet.glyphs[40]
    moved = replace(g, x=g.x + right, left=g.left + right, right=g.right + right,
                    y=g.y + up, bottom=g.bottom + up, top=g.top + up)
    found = finding(of_sheets(replace(sheet, glyphs=(g, moved))), "H2")
    assert (found.count, found.of) == (count, 2)


@pytest.mark.parametrize(("x", "y", "found"), [
    (WIDE - 9, 20.0, False), (WIDE - 7.5, 20.0, True), (-0.5, 20.0, False), (-1.5, 20.0, True),
    (50.0, -0.5, False), (50.0, -1.5, True), (50.0, DEEP + 0.5, False), (50.0, DEEP + 1.5, True),
])
def test_h3_off_each_edge_of_the_page(x: float, y: float, found: bool) -> None:
    (sheet,) = sheets_of(clean())
    g = replace(sheet.glyphs[-1], x=x, left=x, right=x + EM, y=y)
    assert finding(of_sheets(replace(sheet, glyphs=(*sheet.glyphs, g))), "H3").count == found


def test_h3_clipped_glyphs_and_heads_beyond_the_legs() -> None:
    (sheet,) = sheets_of(clean())
    clipped = finding(of_sheets(replace(sheet, clipped=sheet.glyphs[:2])), "H3")
    assert clipped.count == 2
    assert clipped.places[0].text == f"clipped: {sheet.glyphs[0].char}"
    for size, found in ((40, 0), (41.5, 0), (43, 1)):
        page = clean()
        page.stories[0].head, page.stories[0].size = words(80, 6), size
        assert bool(finding(quick(page), "H3").count) == found, size


def test_h4_a_head_in_another_story_is_counted_by_its_glyphs() -> None:
    page = Page([story(0, 0, 2, 0, 30, 36), story(1, 2, 2, 0, 30, 24)])
    assert finding(quick(page, told(*page.stories)), "H4").count == 0
    page.stories[0].legs[1].lines = page.stories[0].legs[1].lines[:10]
    page.stories[1].head = page.stories[1].head[:3]
    page.stories[1].column, page.stories[1].row = 1.1, 20
    found = finding(quick(page, told(*page.stories)), "H4")
    assert (found.level, found.excess) == ("must", 2.0)
    assert {p.text.partition(" ")[0] for p in found.places} == {"3", "110"}


# H5 and S10


def jumping(before: int = 24, after: int = 36) -> tuple[list[Page], Story]:
    """A story that goes on on page 2, with its signs."""
    text = words(9, (before + after) * MEASURE - 2)
    lines = [("　　" + text)[i : i + MEASURE] for i in range(0, len(text) + 2, MEASURE)]
    head, half, rest = words(80, 9), before // 2, before + (after + 1) // 2
    first = Story(0, head, 24, 0, 0, [Leg(0, 3, lines[:half]), Leg(1, 3, lines[half:before])],
                  text)
    second = Story(0, "", 24, 0, 0, [Leg(0, 3, lines[before:rest]), Leg(1, 3, lines[rest:])],
                   text)
    one = Page([first], lines=[(1, 3 + before - half, 9, "下转第2版"), (0, -3, 10, "第1版")])
    two = Page([second], lines=[(0, 1.5, 9, "上接第1版"), (0, -3, 10, "第2版")])
    return [one, two], first


@pytest.mark.parametrize(("before", "after", "said"), [
    (23, 35, []), (22, 35, ["22 lines before the jump"]), (23, 34, ["34 lines after it"]),
])
def test_s10_the_parts_of_a_jump(before: int, after: int, said: list[str]) -> None:
    pages, whole = jumping(before, after)
    found = quick(pages, told(whole))
    assert [p.text for p in finding(found, "S10").places] == said
    assert hard(found) == set()


def test_h5_a_sign_that_points_the_same_way_or_back_to_another_page() -> None:
    pages, whole = jumping()
    assert hard(quick(pages, told(whole))) == set()
    pages[1].lines[0] = (0, 1.5, 9, "下转第1版")
    assert finding(quick(pages), "H5").count == 2, "two 下转 are no pair"
    pages[1].lines[0] = (0, 1.5, 9, "上接第3版")
    assert finding(quick(pages), "H5").count == 2, "the other half must name this page"


def test_s10_the_second_jump_on_the_front_is_allowed_the_third_is_not() -> None:
    pages, _ = jumping()
    pages[0].lines.append((2, 5, 9, "下转第2版"))
    assert finding(quick(pages), "S10").count == 0
    pages[0].lines.append((2, 7, 9, "下转第2版"))
    assert finding(quick(pages), "S10").count == 1


def test_pages_are_called_by_the_file_then_by_their_folio_then_by_their_count() -> None:
    named = sheets_of(*(replace(clean(), label=label) for label in ("A1", "", "")))
    folios = {n: seen(Page(clean().stories, lines=[(0, -3, 10, text)])).pages[0].loose
              for n, text in ((1, "B9要闻"), (2, "第三版"), (3, "2026年"))}
    assert page_names(named, folios) == {"A1": 1, "三": 2, "3": 3}


# H6


@pytest.mark.parametrize(("rows", "found"), [(0, 0), (3, 0), (4, 1)])
def test_h6_white_between_head_and_leg(rows: int, found: int, copy: bytes) -> None:
    page = Page([story(0, 0, 2, 0, 26, 24)])
    for leg in page.stories[0].legs:
        leg.row += rows
    report = quick(page, told(*page.stories))
    assert finding(report, "H6").count == found
    assert hard(report) == ({"H6"} if found else set())


def test_h6_a_head_beside_its_first_leg() -> None:
    page = Page([story(0, 1, 2, 0, 26, 24), story(1, 0, 3, 27, 17, 18)])
    lead = page.stories[0]
    lead.head, lead.column, lead.row = lead.head[:4], 0, 3
    assert finding(quick(page, told(*page.stories)), "H6").count == 0
    lead.row = 32
    assert finding(quick(page, told(*page.stories)), "H6").count == 1


@pytest.mark.parametrize(("row", "found"), [(20.4, 0), (22.0, 0), (23.5, 1)])
def test_h6_rows_between_picture_and_caption(row: float, found: int) -> None:
    text = words(55, 20)
    page = clean()
    page.pictures, page.lines = [(0, -4, 2, 23.5)], [(2, row - 0.8 - 23.4, 8, text)]
    page.pictures, page.lines = [(4, 0, 2, 20)], [(4, row, 8, text)]
    assert finding(quick(page, with_part("figure", text)), "H6").count == found


def test_h6_looks_into_a_column_of_briefs() -> None:
    page = Page([story(n, 0, 1, 14 * n, 14, 10) for n in range(3)])
    for s in page.stories:
        s.head = s.head[:8]
    copy = told(*page.stories)
    assert finding(quick(page, copy), "H6").of == 3
    page.stories[1].legs[0].row += 5
    assert finding(quick(page, copy), "H6").count == 1


# S1 to S4


def test_s1_and_s2_say_how_far_beyond_the_target_a_page_is() -> None:
    page = clean()
    for leg in page.stories[2].legs:
        leg.lines = leg.lines[:4]
    page.rules = [(2, 43.9, 2)]
    found = quick(page)
    s1, s2 = finding(found, "S1"), finding(found, "S2")
    assert s1.excess == pytest.approx((s1.worst or 0) - 3.0, abs=0.01)
    assert s2.excess == pytest.approx((s2.worst or 0) - 8.0, abs=0.01)
    assert s1.places[0].text == f"{s1.worst:.1f} % of the cells"


@pytest.mark.parametrize(("rows", "found"), [(6, set()), (9, {"S2"})])
def test_s2_eight_rows_of_a_column(rows: int, found: set[str]) -> None:
    page = Page([story(0, 0, 4, 0, 44, 36)])
    for leg in page.stories[0].legs:
        leg.lines = leg.lines[:12] + ["" for _ in range(rows)] + leg.lines[12 + rows :]
    leg = page.stories[0].legs[1]
    page.pictures = [(n, 15, 1, rows) for n in (0, 2, 3)]
    assert faults(quick(page)) & {"S2"} == found


def test_a_picture_is_ink_and_the_inside_of_a_box_is_white() -> None:
    page = clean()
    page.stories[2].legs[0].lines = page.stories[2].legs[0].lines[:3]
    page.stories[2].legs[1].lines = page.stories[2].legs[1].lines[:3]
    page.lines = [(3.5, 43.2, 9, words(3, 5))]
    page.frames = [(2, 26.8, 2, 17.5)]
    assert "S2" in faults(quick(page))
    page.pictures.append((2, 33, 2, 11))
    assert "S2" not in faults(quick(page))


@pytest.mark.parametrize(("short", "found"), [(0, 0), (1, 0), (2, 1)])
def test_s3_the_last_leg_of_two_may_be_one_row_short(short: int, found: int) -> None:
    page = Page([story(0, 0, 2, 0, 44, 24)])
    leg = page.stories[0].legs[1]
    leg.lines = leg.lines[: len(leg.lines) - short]
    assert bool(finding(quick(page), "S3").count) == bool(found)
    if found:
        assert {p.text for p in finding(quick(page), "S3").places} == {
            "column 2.0 rows short", "leg 2.0 rows short",
        }


def test_s3_a_picture_under_a_leg_reaches_its_foot() -> None:
    page = Page([story(0, 0, 2, 0, 44, 24)])
    leg = page.stories[0].legs[1]
    leg.lines = leg.lines[:-6]
    assert finding(quick(page), "S3").count == 2
    page.pictures = [(1, 38, 1, 5.67)]
    assert finding(quick(page), "S3").count == 0
    page.pictures, page.frames = [], [(1, 38, 1, 5.67)]
    assert [p.text for p in finding(quick(page), "S3").places] == ["leg 6.0 rows short"]


def test_s3_legs_of_a_column_of_briefs_may_be_one_row_short() -> None:
    page = Page([story(n, 0, 1, 22 * n, 22, 10) for n in range(2)])
    for s in (story(2 + n, 1, 1, 22 * n, 22, 10) for n in range(2)):
        page.stories.append(s)
    for s in page.stories:
        s.head = s.head[:8]
    low = page.stories[1].legs[0]
    for rows, found in ((0, 0), (1, 0), (2, 1)):
        low.lines = story(1, 0, 1, 22, 22, 10).legs[0].lines[: 19 - rows]
        report = quick(page, told(*page.stories))
        assert dict(report.figures)["stories"] == 4
        short = {p.text for p in finding(report, "S3").places}
        assert ("leg 2.0 rows short" in short) == bool(found), rows
        assert bool(short) == bool(found), rows


@pytest.mark.parametrize(("down", "found"), [(0.005, 0), (-0.005, 0), (0.02, 1), (-0.02, 1)])
def test_s4_and_gr2_take_a_tenth_of_a_point_either_way(down: float, found: int) -> None:
    page = clean()
    leg = page.stories[2].legs[1]
    leg.row += down
    report = quick(page)
    assert finding(report, "GR2").count == finding(report, "S4").count == found * len(leg.lines)
    assert (finding(report, "GR2").worst or 0) <= 0.3


def test_gr2_each_page_has_a_grid_of_its_own() -> None:
    second = clean()
    for s in second.stories:
        s.row += 0.5
        for leg in s.legs:
            leg.row += 0.5
    assert finding(quick([clean(), second]), "GR2").count == 0


# S5, S6


@pytest.mark.parametrize(("rows", "found"), [(0.0, 1), (1.8, 1), (2.4, 0)])
def test_s5_heads_within_two_rows(rows: float, found: int) -> None:
    page = Page([story(0, 0, 2, 0, 44, 36), story(1, 2, 2, 0, 44, 24)])
    page.stories[1].row += rows
    for leg in (leg for s in page.stories for leg in s.legs):
        leg.row, leg.lines = leg.row + 3, leg.lines[:-3]
    assert finding(quick(page), "S5").count == found


def test_s5_a_wide_gutter_a_box_round_either_head_and_one_bump_in_four_pages() -> None:
    page = Page([story(0, 0, 2, 0, 44, 36), story(1, 3, 2, 0, 44, 24)])
    assert finding(quick(page), "S5").count == 0, "a column stands between"
    near = Page([story(0, 0, 2, 0, 44, 36), story(1, 2, 2, 0, 44, 24)])
    for column in (0, 2):
        near.frames = [(column, -0.3, 2, 44.6)]
        assert finding(quick(near), "S5").count == 0, column
    near.frames = []
    found = finding(quick([near, *(Page([story(n, 0, 4, 0, 44, 36)]) for n in (3, 4, 5))]), "S5")
    assert (found.count, found.worst, len(found.places)) == (0, 0.25, 1)


@pytest.mark.parametrize(("row", "found"), [(20.2, 0), (20.4, 1)])
def test_s6_three_quarters_of_a_row(row: float, found: int) -> None:
    page = Page([story(0, 0, 4, 0, 20, 36), story(1, 0, 4, 23, 21, 24)])
    page.stories[1].row = row
    for leg in page.stories[1].legs:
        leg.row = row + 3
    assert finding(quick(page), "S6").count == found


def test_s6_a_story_that_bridges_the_line_and_a_space_at_the_foot_are_no_cut() -> None:
    page = Page([story(0, 0, 2, 0, 20, 36), story(1, 0, 2, 23, 21, 24), story(2, 2, 2, 0, 44, 18)])
    assert finding(quick(page), "S6").count == 0
    page.stories[1] = story(1, 0, 2, 23, 19, 24)
    assert finding(quick(page), "S6").count == 0, "though it ends above the foot"
    page = Page([story(0, 0, 4, 0, 20, 36)])
    page.frames, page.lines = [(0, 23, 4, 10)], [(1, 26, 30, "冬季家电"), (3.2, 32, 6, "广告")]
    assert finding(quick(page), "S6").count == 0, "an advertisement below is no story"
    page.stories.append(story(1, 0, 4, 35, 10, 24))
    assert finding(quick(page), "S6").count == 2, "white above it and below it"


# S7 to S9


def test_s8_ranks_of_the_copy_go_before_heights_and_spans() -> None:
    page = Page([story(0, 0, 1, 0, 26, 18), story(1, 1, 3, 0, 26, 36)])
    assert finding(quick(page), "S8").count == 0, "without the copy heads of one height stand"
    found = finding(quick(page, told(*page.stories)), "S8")
    assert (found.count, found.worst) == (1, 1.0)
    below = Page([story(1, 0, 1, 0, 20, 36), story(0, 0, 4, 21, 20, 18)])
    assert finding(quick(below, told(*below.stories)), "S8").count == 1
    under = Page([story(0, 0, 1, 0, 20, 18), story(1, 0, 4, 21, 20, 36)])
    assert finding(quick(under), "S8").count == 0, "spans are not alike"
    alike = Page([story(0, 0, 4, 0, 20, 18), story(1, 0, 4, 21, 20, 36)])
    assert finding(quick(alike), "S8").count == 1


def test_s8l_the_lead_against_the_next_head() -> None:
    assert finding(quick(clean()), "S8L").worst == 12.0
    page = clean()
    page.stories[1].size = 30
    found = finding(quick(page), "S8L")
    assert (found.count, found.worst, found.places[0].text) == (1, 6.0, "6.0 pt")


def test_s9_pairs_in_the_stream(copy: bytes) -> None:
    page = clean()
    page.stories = [page.stories[n] for n in (1, 0, 2)]
    found = finding(quick(page, copy), "S9")
    assert (found.count, found.of, found.worst) == (1, 2, 0.5)


def test_s7_a_story_counts_where_it_begins() -> None:
    pages, whole = jumping()
    second = story(1, 2, 2, 0, 44, 18)
    third = story(2, 2, 2, 0, 44, 30)
    pages[0].stories.append(second)
    pages[1].stories.append(third)
    found = quick(pages, told(whole, second, third))
    assert finding(found, "S7").worst == 1.0
    assert finding(found, "S7P").of == finding(found, "S7Z").of == 2
    alone = quick([clean(), Page([story(9, 0, 4, 0, 44, 36)])], told(*clean().stories,
                                                                      story(9, 0, 4, 0, 44, 36)))
    assert finding(alone, "S7P").of == finding(alone, "S7Z").of == 1, "one story is no pair"
    turned = Story(2, whole.head, whole.size, 0, 0, whole.legs, whole.text)
    low = finding(quick(pages, told(replace(second, rank=0), replace(third, rank=1), turned)), "S7")
    assert low.count == 1
    assert low.places[0].text == f"tau {low.worst:.2f} over the edition"


# S11 to S15


def of_depth(rows: Sequence[int]) -> Page:
    """One story of legs of these rows."""
    page = Page([story(0, 0, len(rows), 0, max(rows) + 3, 24)])
    for leg, depth in zip(page.stories[0].legs, rows, strict=True):
        leg.lines = leg.lines[:depth]
    return page


@pytest.mark.parametrize(("rows", "found"), [
    ([11, 11], 0), ([10, 10], 2), ([10], 0), ([11, 10], 0), ([12, 12, 5], 1), ([54, 54], 2),
    ([53, 53], 0),
])
def test_s11_depths_of_legs(rows: list[int], found: int) -> None:
    report = finding(quick(of_depth(rows)), "S11")
    assert (report.count, report.of) == (found, len(rows))


def test_s11_one_leg_in_twenty_may_be_odd() -> None:
    pages = [of_depth([20, 20, 20, 20]) for _ in range(5)]
    pages[0].stories[0].legs[0].lines = pages[0].stories[0].legs[0].lines[:8]
    found = finding(quick(pages), "S11")
    assert (found.count, found.worst, len(found.places)) == (0, 5.0, 1)


def test_s12_what_closes_a_leg_or_a_paragraph_is_not_alone() -> None:
    page = clean()
    a, b = page.stories[0].legs
    a.lines[-1] = "　　" + a.lines[-1][:11]
    assert finding(quick(page), "S12").count == 1
    page.lines = [(2, a.row + len(a.lines), 11, "小标题")]
    assert finding(quick(page), "S12").count == 0, "a crosshead under it closes the leg"
    page = clean()
    a, b = page.stories[0].legs
    a.lines[-1], b.lines[0] = "　　" + a.lines[-1][:11], "　　" + b.lines[0][:11]
    assert finding(quick(page), "S12").count == 0, "a paragraph of one line is whole"
    page = clean()
    a, b = page.stories[0].legs
    a.lines[0], a.lines[1] = a.lines[0][2:6], "　　" + a.lines[1][:11]
    assert finding(quick(page), "S12").count == 0, "the first leg has nothing before it"
    page = clean()
    a, b = page.stories[0].legs
    b.lines[1] = ""
    found = finding(quick(page), "S12")
    assert [p.text.partition(":")[0] for p in found.places] == ["last line at the head"]


def test_s13_names_the_worst_shape_whichever_way_it_is_off() -> None:
    page = Page([story(0, 0, 4, 0, 10, 36), story(1, 0, 1, 11, 40, 18), story(2, 1, 3, 11, 40, 24)])
    found = finding(quick(page), "S13")
    wide, deep = (float(p.text.rpartition(" ")[2]) for p in found.places)
    assert wide > 3.5 and deep < 0.35
    assert found.worst == pytest.approx(max(wide, 1 / deep), abs=0.15)
    assert (found.worst or 0) > wide + 0.3


def test_s14_ornaments_do_not_count_and_one_picture_leads() -> None:
    page = clean()
    page.pictures.append((2, 40, 0.5, 2))
    assert finding(quick(page), "S14").places == ()
    page.pictures = [(0, 0, 1, 20), (1, 0, 1, 20)]
    (place,) = finding(quick(page), "S14").places
    assert place.text == "the largest is 1.00 of the next"
    page.pictures = [(0, 0, 2, 15.5), (0, 16, 1, 5.5)]
    assert "pictures take" not in "".join(p.text for p in finding(quick(page), "S14").places)


@pytest.mark.parametrize(("signs", "found"), [(6, 1), (8, 0)])
def test_s15_the_headline_not_its_kicker_fills_the_span(signs: int, found: int) -> None:
    page = Page([story(0, 0, 2, 0, 26, 18)])
    page.stories[0].head = words(71, signs)
    share = 100 * signs * 18 / (2 * COLUMN - EM)
    report = finding(quick(page), "S15")
    assert (report.count, report.worst) == (found, round(share, 1))
    page.lines = [(0, -1.2, 13, words(5, 16))]
    assert finding(quick(page), "S15").worst == round(share, 1)
    assert report.excess == pytest.approx(max(0.0, 55 - share))


def test_section_heads_are_told_by_their_name_or_by_a_rule() -> None:
    page = Page([story(0, 0, 4, 0, 20, 36), story(1, 0, 4, 23, 21, 24)],
                lines=[(0, 20.8, 14, "城乡之窗")])
    data = json.loads(told(*page.stories))
    assert len(seen(page, json.dumps(data).encode()).pages[0].zones()) == 1
    data["sections"][0]["title"] = "城乡 之窗"
    assert len(seen(page, json.dumps(data).encode()).pages[0].zones()) == 2
    page.rules = [(0, 20.4, 4)]
    assert len(seen(page, told(*page.stories)).pages[0].zones()) == 2


def upright(column: float, row: float, rows: float) -> tuple[float, float, float, float]:
    x, top = LEFT + column * COLUMN - EM / 2, DEEP - TOP - row * PITCH
    return x, top - rows * PITCH, x + 0.5, top


def test_without_the_copy_an_upright_rule_parts_legs_and_a_tint_a_label() -> None:
    page = Page([story(0, 0, 4, 0, 30, 36)])
    assert [len(s.legs) for s in seen(page).pages[0].stories] == [4]
    page.stories[0].head = page.stories[0].head[:3]
    page.stories.append(Story(1, words(90, 6), 24, 3, 0.3, [], ""))
    page.uprights = [upright(3, 0, 30)]
    assert [len(s.legs) for s in seen(page).pages[0].stories] == [3, 1]
    page = Page([story(0, 0, 2, 0, 30, 24)], lines=[(0, -1.9, 18, "要闻")])
    assert len(seen(page).pages[0].stories[0].head) == 2
    page.tints = [(0, -2, 0.5, 1.6)]
    assert len(seen(page).pages[0].stories[0].head) == 1


def test_without_the_copy_a_leg_under_a_picture_goes_on() -> None:
    page = Page([story(0, 0, 1, 0, 44, 20), story(1, 1, 3, 0, 44, 36)])
    lines = page.stories[0].legs[0].lines
    page.stories[0].legs = [Leg(0, 3, lines[:12]), Leg(0, 26, lines[23:])]
    page.pictures = [(0, 15.5, 1, 10)]
    stories = seen(page).pages[0].stories
    assert sorted(len(s.lines) - len(s.head) for s in stories) == [30, 123]


def test_without_the_copy_a_leg_at_the_end_of_the_file_goes_with_the_one_above_it() -> None:
    page = Page([story(0, 0, 1, 0, 44, 20), story(1, 1, 3, 0, 44, 36)])
    lines = page.stories[0].legs[0].lines
    page.stories[0].legs = [Leg(0, 3, lines[:12])]
    page.lines = [(0, 26 + n, EM, line) for n, line in enumerate(lines[23:])]
    page.pictures = [(0, 15.5, 1, 10)]
    stories = seen(page).pages[0].stories
    assert sorted(len(s.lines) - len(s.head) for s in stories) == [30, 123]


def test_a_headline_in_a_list_of_contents_is_no_part_of_its_story() -> None:
    page = clean()
    copy = told(*page.stories)
    page.lines = [(0, 44.6, 7, page.stories[0].head)]
    (lead, *_) = seen(page, copy).pages[0].stories
    assert [line.size for line in lead.head] == [36]
    assert faults(quick(page, copy)) == set()


def test_a_headline_said_small_is_no_part_of_the_head() -> None:
    page = clean()
    data = json.loads(told(*page.stories))
    small = words(98, 7)
    data["sections"][0]["stories"][0]["headline"] += small
    page.lines = [(2, -3, 14, small)]
    (lead, *_) = seen(page, json.dumps(data).encode()).pages[0].stories
    assert {line.size for line in lead.head} == {36}
    page.lines = [(2, -3, 30, small)]
    (lead, *_) = seen(page, json.dumps(data).encode()).pages[0].stories
    assert {line.size for line in lead.head} == {36, 30}


@pytest.mark.parametrize(("picture", "owner"), [
    ((0, 25, 2, 5), 0), ((0, 28, 2, 5), 0), ((0, 31, 2, 5), None), ((1.8, 25, 2, 5), 1),
    ((0.9, 25, 2.2, 5), None), ((0, 5, 1, 5), 0),
])
def test_a_picture_belongs_to_the_story_at_hand(
    picture: tuple[float, float, float, float], owner: int | None
) -> None:
    page = Page([story(0, 0, 2, 0, 25, 24), story(1, 2, 2, 0, 25, 18)], pictures=[picture])
    art = seen(page, told(*page.stories)).pages[0].art()
    assert [n for n, own in enumerate(art) if own] == ([] if owner is None else [owner])


def test_a_small_empty_frame_is_no_space_and_a_boxed_story_with_its_copy_is_none() -> None:
    page = clean()
    page.frames = [(2, 33.5, 2, 5)]
    page.stories[2] = story(2, 2, 2, 27, 6, 18)
    page.lines = [(2.3, 35, 30, "冬季家电")]
    assert seen(page).pages[0].spaces == ()
    page.frames = [(2, 33.5, 2, 7)]
    assert len(seen(page).pages[0].spaces) == 1
    page = clean()
    page.frames = [(2, 26.5, 2, 3.4)]
    page.lines = [(3.5, 29, 6, "广告")]
    assert len(seen(page).pages[0].spaces) == 1, "without the copy the sign decides"
    assert seen(page, told(*page.stories)).pages[0].spaces == ()


def test_above_a_rule_a_story_is_no_furniture() -> None:
    page = clean()
    page.rules, page.stories[0].size = [(0, 9.5, 4)], 30
    assert dict(quick(page).figures)["lines"] == dict(quick(clean()).figures)["lines"]


def test_the_sign_of_an_advertisement_is_no_line_of_a_leg() -> None:
    page = clean()
    page.lines = [(3, 44, EM, "广告")]
    assert dict(quick(page).figures) == dict(quick(clean()).figures)
