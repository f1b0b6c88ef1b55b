"""A clean page has no fault of make-up; each planted one is found by its ID."""

from __future__ import annotations

import json

import pytest

from checks.made_up import (
    Leg,
    Page,
    Story,
    clean,
    faults,
    finding,
    report,
    story,
    told,
    words,
)
from edition.checks.rules.story_order import strength, tau_b


@pytest.fixture(scope="module")
def copy() -> bytes:
    return told(*clean().stories)


def test_a_clean_page_has_no_fault_with_the_copy_or_without(copy: bytes) -> None:
    with_copy, without = report(clean(), copy), report(clean())
    assert faults(with_copy) == set()
    assert faults(without) == set()
    assert dict(with_copy.figures)["stories"] == dict(without.figures)["stories"] == 3
    assert finding(with_copy, "S7").worst == 1.0
    assert finding(with_copy, "S14").of == 1
    assert with_copy.score == without.score == 100


def test_every_id_is_in_the_report(copy: bytes) -> None:
    names = {f.id for f in report(clean(), copy).findings}
    assert {f"H{n}" for n in range(1, 7)} | {f"S{n}" for n in range(1, 17)} <= names
    assert "not measured" in finding(report(clean()), "S7").rule


def test_h1_missing_doubled_and_out_of_order(copy: bytes) -> None:
    page = clean()
    page.stories[0].legs[0].lines[4] = page.stories[0].legs[0].lines[4][:9]
    (place,) = finding(report(page, copy), "H1").places
    assert place.text.startswith("missing")
    assert not report(page, copy).printable
    page = clean()
    page.stories[0].legs[0].lines[4] = page.stories[0].legs[0].lines[3]
    assert {p.text[:7] for p in finding(report(page, copy), "H1").places} == {"doubled", "missing"}
    page = clean()
    a, b = page.stories[0].legs
    a.lines, b.lines = b.lines, a.lines
    assert "out of order" in finding(report(page, copy), "H1").places[0].text


def test_h1_does_not_mind_the_order_of_stories_in_the_file(copy: bytes) -> None:
    page = clean()
    page.stories.reverse()
    found = report(page, copy)
    assert finding(found, "H1").passed
    assert faults(found) == {"S9"}


def test_h2_lines_of_two_stories_on_each_other(copy: bytes) -> None:
    page = clean()
    page.stories[2].legs[0].row -= 5
    assert "H2" in faults(report(page, copy))


def test_h3_a_clipped_line_and_a_head_beyond_the_type_area(copy: bytes) -> None:
    page = clean()
    page.lines.append((0.1, 54.6, 9, "页脚外面去了"))
    assert "H3" in faults(report(page, copy)), "the section clips what is below its foot"
    page = clean()
    page.stories[1].column = -0.2
    found = finding(report(page, copy), "H3")
    assert "beyond the type area" in found.places[0].text


def test_h4_a_leg_moved_into_another_story(copy: bytes) -> None:
    page = clean()
    a, c = page.stories[0].legs[1], page.stories[2].legs[1]
    a.row, c.row = 18, 3
    a.lines, page.stories[2].legs[1].lines = a.lines[:13], c.lines
    found = report(page, copy)
    assert "H4" in faults(found)
    assert not found.printable


def test_h6_heads_that_change_places(copy: bytes) -> None:
    page = clean()
    a, b = page.stories[0], page.stories[1]
    a.column, a.row, b.column, b.row = b.column, b.row, a.column, a.row
    assert "H6" in faults(report(page, copy))
    page = clean()
    page.stories[1].row, page.pictures = -3, [(0, 0, 2, 24.5)]
    assert "H6" not in faults(report(page, copy)), "its own picture may stand between"
    page.pictures = []
    assert "H6" in faults(report(page, copy))


def test_h6_a_caption_apart_from_its_picture() -> None:
    page = clean()
    data = json.loads(told(*page.stories))
    caption = words(55, 20)
    data["sections"][0]["stories"][1]["body"].insert(0, {"type": "figure", "text": caption})
    page.pictures = [(0, 0, 2, 20)]
    page.lines = [(0, 20.4, 8, caption)]
    assert "H6" not in faults(report(page, json.dumps(data).encode()))
    page.lines = [(2, 45.5, 8, caption)]
    assert "H6" in faults(report(page, json.dumps(data).encode()))
    page.pictures = []
    assert "H6" not in faults(report(page, json.dumps(data).encode())), "the copy had none"


def test_s1_s2_and_s3_a_leg_cut_short(copy: bytes) -> None:
    page = clean()
    page.stories[2].legs[1].lines = page.stories[2].legs[1].lines[:3]
    assert {"S1", "S2", "S3"} <= faults(report(page, copy))
    page = clean()
    page.stories[1].legs[0].lines.pop()
    assert "S3" in faults(report(page, copy)), "only the last leg may be short"
    page = clean()
    page.stories[1].legs[1].lines.pop()
    assert "S3" not in faults(report(page, copy))


def test_s2_a_rule_is_ink(copy: bytes) -> None:
    page = clean()
    for leg in page.stories[0].legs:
        leg.lines = leg.lines[:15]
    whole = finding(report(page, copy), "S2").worst or 0.0
    assert whole > 14
    page.rules = [(2, 22.5, 2)]
    assert (finding(report(page, copy), "S2").worst or 0.0) < 0.7 * whole


def test_s4_lines_off_the_grid(copy: bytes) -> None:
    page = clean()
    page.stories[0].legs[1].row += 0.4
    found = finding(report(page, copy), "S4")
    assert found.count == len(page.stories[0].legs[1].lines)
    assert found.worst == pytest.approx(100 * found.count / found.of, abs=0.01)


def side_by_side() -> Page:
    return Page([story(0, 0, 2, 0, 44, 36), story(1, 2, 2, 0, 26, 24), story(2, 2, 2, 27, 17, 18)])


@pytest.mark.parametrize("with_copy", [True, False])
def test_s5_bumping_heads(with_copy: bool) -> None:
    page = side_by_side()
    copy = told(*page.stories) if with_copy else None
    found = finding(report(page, copy), "S5")
    assert (found.count, found.worst) == (1, 1.0)
    page.stories[1].row += 2.5
    for leg in page.stories[1].legs:
        leg.row, leg.lines = leg.row + 3, leg.lines[:20]
    assert finding(report(page, copy), "S5").count == 0
    page = side_by_side()
    page.frames = [(2, -0.3, 2, 26.6)]
    assert finding(report(page, copy), "S5").count == 0, "a box parts them"


@pytest.mark.parametrize("with_copy", [True, False])
def test_s6_a_cut_right_across_and_a_section_head_that_is_none(with_copy: bool) -> None:
    page = Page([story(0, 0, 4, 0, 20, 36), story(1, 0, 4, 23, 21, 24)])
    copy = told(*page.stories) if with_copy else None
    assert finding(report(page, copy), "S6").count == 1
    page.rules = [(0, 20.3, 4)]
    assert finding(report(page, copy), "S6").count == 1, "a rule alone parts no zones"
    page.lines = [(0, 20.6, 14, "城乡之窗")]
    assert finding(report(page, copy), "S6").count == 0
    assert finding(report(side_by_side(), None), "S6V").count == 1


def test_s7_s8_and_s9_ranks_turned_round() -> None:
    page = clean()
    for s in page.stories:
        s.rank = 2 - s.rank
    found = report(page, told(*page.stories))
    assert {"S7", "S8", "S9"} <= faults(found)
    # Turned round, the second story leads by the picture over its head.
    assert finding(found, "S7").worst == pytest.approx(-1 / 3, abs=0.001)
    assert finding(found, "S8").count == 3
    assert finding(found, "S9").worst == 0.0


def test_s8_without_the_copy_a_lower_head_of_equal_span() -> None:
    page = clean()
    page.stories[2].size, page.stories[2].head = 40, page.stories[2].head[:5]
    assert "S8" in faults(report(page))


def test_s11_shallow_legs_but_not_a_brief() -> None:
    page = clean()
    page.stories[0] = story(0, 2, 2, 0, 17, 36)
    page.stories[2] = story(2, 2, 2, 18, 26, 18)
    page.stories[0].legs = [Leg(leg.column, leg.row, leg.lines[:8])
                            for leg in page.stories[0].legs]
    assert finding(report(page), "S11").count == 2
    page.stories[0].legs = page.stories[0].legs[:1]
    assert finding(report(page), "S11").count == 0


def test_s12_lines_left_alone() -> None:
    page = clean()
    a, b = page.stories[0].legs
    a.lines[-1] = "　　" + a.lines[-1][:11]
    assert "first line at the foot" in finding(report(page), "S12").places[0].text
    page = clean()
    a, b = page.stories[0].legs
    b.lines[0], b.lines[1] = b.lines[0][:6], "　　" + b.lines[1][:11]
    assert "last line at the head" in finding(report(page), "S12").places[0].text


def test_s13_s14_and_s15() -> None:
    page = Page([story(0, 0, 4, 0, 12, 36), story(1, 0, 4, 14, 30, 24)],
                pictures=[(0, 45, 2, 6), (2, 45, 2, 5)])
    page.stories[1].head = page.stories[1].head[:5]
    found = report(page)
    assert finding(found, "S13").count == 0
    assert "S15" in faults(found)
    assert {p.text[:8] for p in finding(found, "S14").places} == {"pictures", "the larg"}
    page = Page([story(0, 0, 4, 0, 10, 36), story(1, 0, 1, 11, 34, 18), story(2, 1, 3, 11, 34, 24)])
    assert finding(report(page), "S13").count == 1 + 1


def jumping(before: int = 24, after: int = 36) -> tuple[list[Page], Story]:
    """A story that goes on on page 2, with its signs."""
    text = words(9, (before + after) * 13 - 2)
    lines = [("　　" + text)[i : i + 13] for i in range(0, len(text) + 2, 13)]
    head = words(80, 9)
    first = Story(0, head, 24, 0, 0, [Leg(0, 3, lines[: before // 2]),
                                      Leg(1, 3, lines[before // 2 : before])], text)
    half = (after + 1) // 2
    rest = Story(0, "", 24, 0, 0, [Leg(0, 3, lines[before : before + half]),
                                   Leg(1, 3, lines[before + half :])], text)
    one = Page([first], lines=[(1, 3 + before // 2, 9, "下转第2版"), (0, -3, 10, "第1版")])
    two = Page([rest], lines=[(0, 1.5, 9, "上接第1版"), (0, -3, 10, "第2版")])
    return [one, two], first


def test_h5_and_s10_a_jump_with_both_its_signs() -> None:
    pages, whole = jumping()
    found = report(pages, told(whole))
    assert not {"H1", "H5", "H6", "S10"} & faults(found)
    assert finding(found, "H5").of == 2
    assert finding(report(pages), "H5").passed


def test_h5_a_wrong_page_a_lost_half_and_no_word_of_it() -> None:
    pages, whole = jumping()
    pages[0].lines[0] = (*pages[0].lines[0][:3], "下转第3版")
    assert "H5" in faults(report(pages, told(whole)))
    pages, whole = jumping()
    pages[1].lines.pop(0)
    assert "H5" in faults(report(pages))
    pages[0].lines.pop(0)
    assert "H5" not in faults(report(pages)), "without the copy no one can tell"
    assert "H5" in faults(report(pages, told(whole)))


def test_s10_short_parts_and_too_many_on_the_front() -> None:
    pages, whole = jumping(before=20, after=30)
    found = finding(report(pages, told(whole)), "S10")
    assert [p.text for p in found.places] == ["20 lines before the jump", "30 lines after it"]
    pages, _ = jumping()
    pages[0].lines += [(2, 5 + n, 9, "下转第2版") for n in range(2)]
    assert finding(report(pages), "S10").count == 1


def test_strength_falls_from_the_upper_left_to_the_lower_right() -> None:
    live = (0.0, 0.0, 100.0, 100.0)
    boxes = [(0, 50, 50, 100), (50, 50, 100, 100), (0, 0, 50, 50), (50, 0, 100, 50)]
    values = [strength(tuple(map(float, b)), tuple(map(float, b)), live)  # type: ignore[arg-type]  # four floats
              for b in boxes]
    assert values == sorted(values, reverse=True)
    assert strength(live, live, live) == pytest.approx(2.0)


@pytest.mark.parametrize(
    ("values", "tau"),
    [([3, 2, 1], 1.0), ([1, 2, 3], -1.0), ([3, 1, 2], 1 / 3), ([2, 2, 1], 2 / 6**0.5), ([1], 1.0)],
)
def test_tau_b_allows_for_ties(values: list[float], tau: float) -> None:
    assert tau_b(values) == pytest.approx(tau)
