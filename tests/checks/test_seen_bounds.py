"""What is seen of a page at the bounds: boxes, sizes, edges, heads and what stands beside them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.checks.sight.beside_stories import furniture, is_sign, spaces
from edition.checks.sight.boxes import Box, across, area, centred_in, down, meet, union
from edition.checks.sight.by_geometry import _above, _far, _Guess, _GuessedHead, _one_head, _rows
from edition.checks.sight.seen_lines import (
    BodyType,
    SeenLine,
    body_type,
    common_size,
    lines_of,
    text_frames,
)
from edition.checks.sight.seen_paper import _section_heads
from edition.checks.sight.sheet import DrawnMark, Glyph, MarkKind, Sheet

BODY = BodyType(10.0, 15.0)


def glyph(char: str, x: float, y: float, size: float = 10.0) -> Glyph:
    return Glyph(char, x, y, size, "f", x, x + size, y - 0.12 * size, y + 0.88 * size)


def line(text: str, x: float, y: float, size: float = 10.0) -> SeenLine:
    return SeenLine(1, tuple(glyph(c, x + n * size, y, size) for n, c in enumerate(text)))


def sheet(*marks: tuple[MarkKind, Box], pictures: tuple[Box, ...] = ()) -> Sheet:
    drawn = tuple(DrawnMark(kind, box) for kind, box in marks)
    return Sheet(1, 400.0, 500.0, (), pictures, marks=drawn)


# -- boxes ----------------------------------------------------------------------------------------


def test_boxes_meet_share_and_hold_each_other() -> None:
    a, b = (0.0, 0.0, 10.0, 20.0), (4.0, 15.0, 30.0, 40.0)
    assert (across(a, b), down(a, b)) == (6.0, 5.0) == (across(b, a), down(b, a))
    assert meet(a, b) == (4.0, 15.0, 10.0, 20.0) and meet(a, None) == a
    assert union([a, b]) == (0.0, 0.0, 30.0, 40.0) and union([]) == (0.0, 0.0, 0.0, 0.0)
    assert area(a) == 200.0 and area((5.0, 0.0, 3.0, 2.0)) == 0.0 == area((0.0, 2.0, 3.0, 1.0))
    assert across(a, (12.0, 0.0, 13.0, 1.0)) == -2.0 and down(a, (0.0, 23.0, 1.0, 24.0)) == -3.0


@pytest.mark.parametrize(("box", "held"), [
    ((8.0, 8.0, 12.0, 12.0), True), ((8.2, 8.0, 12.2, 9.0), False), ((-2.0, 3.0, 2.0, 4.0), True),
    ((-2.2, 3.0, 2.0, 4.0), False), ((3.0, -1.0, 4.0, 1.0), True), ((3.0, -1.2, 4.0, 1.0), False),
    ((3.0, 8.0, 4.0, 12.2), False),
])
def test_the_middle_of_a_box_lies_in_another_edges_counted_in(box: Box, held: bool) -> None:
    assert centred_in(box, (0.0, 0.0, 10.0, 10.0)) is held


# -- lines and sizes ------------------------------------------------------------------------------


def test_a_step_of_the_pen_begins_a_new_line() -> None:
    def count(*steps: tuple[float, float]) -> int:
        glyphs, x, y = [glyph("甲", 0.0, 100.0)], 0.0, 100.0
        for right, up in steps:
            x, y = x + right, y + up
            glyphs.append(glyph("乙", x, y))
        return len(lines_of(Sheet(1, 400.0, 500.0, tuple(glyphs))))

    assert [count((right, 0.0)) for right in (10.0, 24.5, 24.6, -12.0, -12.1)] == [1, 1, 2, 1, 2]
    assert [count((10.0, up)) for up in (3.5, 3.6, -3.5, -3.6)] == [1, 2, 1, 2]
    assert count((10.0, 0.0), (30.0, 0.0), (10.0, -15.0)) == 3


def test_the_body_is_the_size_of_most_glyphs_at_its_commonest_step() -> None:
    rows = [line("甲乙丙", 0, 100 - y) for y in (0, 15, 30, 48)] + [line("大题", 0, 300, 30)]
    assert common_size(rows) == 10.0 and common_size([]) == 0.0
    assert body_type(rows) == BodyType(10.0, 15.0)
    assert body_type([line("甲乙", 0, 100), line("甲乙", 0, 70)]) == BodyType(10.0, 15.0)
    assert body_type([line("甲乙", 0, 100), line("甲乙", 0, 71)]) == BodyType(10.0, 29.0)
    assert body_type([line("甲乙", 0, 100), line("甲乙", 0, 91)]) == BodyType(10.0, 15.0)
    assert body_type([line("甲乙", 0, 100), line("甲乙", 0, 90.9)]) == BodyType(10.0, 9.1)
    other = [line("甲乙", 0, 100), line("小", 0, 88, 8.0), line("甲乙", 0, 85)]
    assert body_type(other) == BodyType(10.0, 15.0), "lines of another size are passed over"


@pytest.mark.parametrize(("rows", "measure", "left"), [
    ((("甲乙丙丁戊己", 20), ("甲乙丙丁戊己", 20)), 6, 20.0),
    ((("甲乙丙丁戊。", 20), ("甲乙丙丁戊。", 20)), 6, 20.0),
    ((("丙丁戊己", 40), ("甲乙丙丁戊己", 20), ("甲乙丙丁戊己", 20)), 6, 20.0),
    ((("甲乙丙丁戊己庚", 20), ("甲乙丙丁戊己", 20), ("甲乙丙丁戊己", 20)), 6, 20.0),
    ((("甲乙丙丁戊己", 20), ("甲乙丙丁", 20), ("甲乙丙丁", 20)), 4, 20.0),
])
def test_a_leg_has_a_left_edge_and_a_measure_of_whole_em(
    rows: tuple[tuple[str, float], ...], measure: int, left: float
) -> None:
    found = [line(text, x, 300 - 15 * n) for n, (text, x) in enumerate(rows)]
    (frame,) = text_frames(found, BODY)
    assert (frame.left, frame.measure, frame.right) == (left, measure, left + 10 * measure)
    assert frame.lines == tuple(found)


@pytest.mark.parametrize(("gap", "lines"), [(7.0, 1), (8.0, 2)])
def test_a_head_on_the_level_of_a_byline_beyond_the_gutter_is_another_line(
    gap: float, lines: int
) -> None:
    glyphs = [*line("（何文）", 0, 100).glyphs, *line("大题", 40 + gap, 100, 30).glyphs]
    assert len(lines_of(replace(sheet(), glyphs=tuple(glyphs)))) == lines


@pytest.mark.parametrize(("step", "right", "frames"), [
    (62.9, 0.0, 1), (63.0, 0.0, 0), (15.0, 25.9, 1), (15.0, 26.0, 0), (15.0, -26.0, 0),
    (0.0, 0.0, 0), (0.1, 0.0, 1),
])
def test_a_line_follows_another_close_below_at_the_same_edge(
    step: float, right: float, frames: int
) -> None:
    found = [line("甲乙丙丁戊己", 50, 300), line("甲乙丙丁戊己", 50 + right, 300 - step)]
    assert len(text_frames(found, BODY)) == frames


def test_a_leg_of_three_em_or_of_one_line_is_none() -> None:
    assert text_frames([line("甲乙丙", 0, 300), line("甲乙丙", 0, 285)], BODY) == ()
    assert text_frames([line("甲乙丙丁", 0, 300)], BODY) == ()
    (frame,) = text_frames([line("甲乙丙丁", 0, 300), line("甲乙丙丁", 0, 285)], BODY)
    assert frame.measure == 4
    assert text_frames([line("甲乙丙丁", 0, 300), line("甲乙丙丁", 0, 285, 11.0)], BODY) == ()


# -- furniture, spaces, section heads -------------------------------------------------------------


def test_above_the_first_line_of_a_story_all_is_furniture() -> None:
    first, level, over = line("甲", 0, 300), line("乙", 90, 310), line("丙", 0, 310.1)
    own = [over, level, first]
    assert furniture(sheet(), own, BODY, lambda one: one is first) == (over,)
    assert furniture(sheet(), own, BODY, lambda one: False) == ()


@pytest.mark.parametrize(("rule", "found"), [
    ((0.0, 326.0, 300.0, 327.0), True), ((0.0, 326.0, 299.9, 327.0), False),
    ((0.0, 325.0, 300.0, 326.0), False),
])
def test_without_the_copy_furniture_ends_at_a_wide_rule_high_on_the_page(
    rule: Box, found: bool
) -> None:
    """The page is 400 pt wide and 500 pt deep."""
    name, below = line("报", 0, 400, 60.0), line("甲", 0, 300)
    assert furniture(sheet(("rule", rule)), [name, below], BODY, None) == ((name,) if found else ())
    assert furniture(sheet(("frame", rule)), [name, below], BODY, None) == ()


@pytest.mark.parametrize(("size", "y", "x", "headed"), [
    (13.5, 440.0, 0.0, True), (13.4, 440.0, 0.0, False), (39.0, 440.0, 0.0, True),
    (40.0, 440.0, 0.0, False), (20.0, 479.9, 0.0, True), (20.0, 480.0, 0.0, False),
    (20.0, 400.0, 0.0, False), (20.0, 440.0, 30.0, False), (20.0, 440.0, 29.0, True),
])
def test_a_storys_head_above_the_rule_says_that_no_masthead_ends_there(
    size: float, y: float, x: float, headed: bool
) -> None:
    own = [line("题", x, y, size), line("甲乙丙", 0, 400)]
    above = furniture(sheet(("rule", (0.0, 330.0, 400.0, 331.0))), own, BODY, None)
    assert above == (() if headed else tuple(own))


def test_a_space_is_deep_or_says_so() -> None:
    show = line("大", 20, 150, 30.0)

    def found(kind: MarkKind, high: float, *own: SeenLine) -> bool:
        return bool(spaces(sheet((kind, (0.0, 100.0, 200.0, high))), own, BODY, None))

    assert found("frame", 190.0, show) and not found("frame", 189.9, show)
    assert not found("tint", 190.0, show) and not found("rule", 190.0, show)
    assert found("tint", 150.0, line("广告", 20, 120)) and is_sign(line("公益广告", 0, 0))
    assert not is_sign(line("广告部", 0, 0))
    assert [found("frame", 190.0, show, line("甲", 20, 120, size))
            for size in (8.5, 8.6, 13.4, 13.5)] == [True, False, False, True]
    assert not found("frame", 190.0) and not found("frame", 190.0, line("小", 20, 120, 8.0))
    held = sheet(("frame", (0.0, 100.0, 200.0, 190.0)), pictures=((10.0, 110.0, 90.0, 180.0),))
    assert spaces(held, (), BODY, None) == ((0.0, 100.0, 200.0, 190.0),)
    owned = sheet(("frame", (0.0, 100.0, 200.0, 190.0)))
    assert spaces(owned, [show], BODY, lambda one: True) == ()


@pytest.mark.parametrize(("rule", "size", "y", "found"), [
    ((0.0, 290.0, 240.0, 291.0), 12.0, 300.0, True),
    ((0.0, 290.0, 239.9, 291.0), 12.0, 300.0, False),
    ((0.0, 290.0, 240.0, 291.0), 11.9, 300.0, False),
    ((0.0, 290.0, 240.0, 349.9), 12.0, 300.0, True),
    ((0.0, 290.0, 240.0, 350.0), 12.0, 300.0, False),
    ((0.0, 290.0, 240.0, 291.0), 12.0, 400.0, False),
    ((0.0, 290.0, 240.0, 291.0), 12.0, 500.0, False),
    ((0.0, 25.0, 240.0, 26.0), 12.0, 0.0, False),
])
def test_a_section_head_is_large_and_stands_at_a_rule_right_across(
    rule: Box, size: float, y: float, found: bool
) -> None:
    """The stories take 400 pt across and 500 pt down, lines stand 15 pt apart."""
    head = line("要闻", 10, y, size)
    page, live = sheet(("rule", rule)), (0.0, 0.0, 400.0, 500.0)
    middle = y + 0.38 * size
    assert _section_heads(page, [head], live, BODY, frozenset()) == (
        (pytest.approx(middle),) if found else ())


def test_a_section_head_is_one_by_its_name_too() -> None:
    live = (0.0, 0.0, 400.0, 500.0)
    low, high = line("要闻", 10, 100, 12.0), line("体育", 10, 300, 12.0)
    heads = _section_heads(sheet(), [low, high], live, BODY, frozenset({"要闻", "体育"}))
    assert heads == (pytest.approx(304.56), pytest.approx(104.56)), "from the head of the page"
    assert _section_heads(sheet(), [low], live, BODY, frozenset({"体育"})) == ()


# -- stories by geometry --------------------------------------------------------------------------


def guess(*legs: SeenLine, marks: tuple[tuple[MarkKind, Box], ...] = ()) -> list[list[str]]:
    found = _Guess(sheet(*marks), [], [[one] for one in legs], 15.0)
    return [[piece[0].text[0] for piece in row] for row in _rows(found)]


@pytest.mark.parametrize(("x", "y", "one"), [
    (60.0, 300.0, True), (60.0, 303.0, True), (60.0, 277.5, True), (60.0, 270.0, False),
    (119.9, 300.0, True), (120.0, 300.0, False), (45.1, 300.0, True), (45.0, 300.0, False),
])
def test_legs_of_one_row_stand_level_and_close(x: float, y: float, one: bool) -> None:
    """The first leg ends at 60 pt; a pitch is 15 pt."""
    rows = guess(line("甲字字字字字", 0, 300), line("乙字字字字字", x, y))
    assert (len(rows) == 1) is one
    assert sorted(leg for row in rows for leg in row) == ["乙", "甲"]


def test_three_legs_stand_in_one_row_and_a_lower_one_in_the_next() -> None:
    rows = guess(line("丙字字字字", 120, 300), line("甲字字字字", 0, 300), line("丁字字字", 0, 100),
                 line("乙字字字字", 60, 300))
    assert rows == [["甲", "乙", "丙"], ["丁"]]


@pytest.mark.parametrize(("rule", "parted"), [
    ((65.0, 200.0, 66.0, 400.0), True), ((65.0, 200.0, 66.0, 300.0), False),
    ((65.0, 300.0, 66.0, 400.0), False), ((85.0, 200.0, 86.0, 400.0), True),
    ((85.1, 200.0, 86.0, 400.0), False), ((45.0, 200.0, 46.0, 400.0), True),
    ((44.9, 200.0, 46.0, 400.0), False), ((65.0, 299.0, 265.0, 301.0), False),
])
def test_an_upright_rule_between_two_legs_parts_them(rule: Box, parted: bool) -> None:
    legs = line("甲字字字字字", 0, 300), line("乙字字字字字", 70, 300)
    assert (len(guess(*legs, marks=(("rule", rule),))) == 2) is parted
    assert len(guess(*legs, marks=(("frame", rule),))) == 1


def test_a_head_with_more_of_its_width_over_a_leg_is_nearer() -> None:
    leg = (0.0, 0.0, 100.0, 50.0)
    assert _far((20.0, 60.0, 80.0, 70.0), leg) == -60.0
    assert _far((150.0, 60.0, 180.0, 70.0), leg) == 1e6 + 50.0
    assert _far((100.0, 60.0, 180.0, 70.0), leg) == 1e6


def test_lines_close_above_each_other_are_one_head() -> None:
    head = _GuessedHead([line("题题", 0, 300, 20.0)], 0, line("题题", 0, 300, 20.0).box)
    near, far = (line("副", 0, y, 20.0) for y in (264.1, 263.9))
    assert _one_head(head, near, near.box) and not _one_head(head, far, far.box)
    beside = line("副", 40, 300, 20.0)
    assert not _one_head(head, beside, beside.box)
    small = line("副", 0, 279, 14.0)
    assert _one_head(head, small, small.box)


def test_a_leg_under_another_goes_on_with_its_story() -> None:
    upper, lower, aside = line("甲", 0, 300), line("乙", 2.9, 200), line("丙", 3, 200)
    head = _GuessedHead([], 0, (0.0, 310.0, 50.0, 330.0))
    found = _Guess(sheet(), [head], [[upper], [lower], [aside]], 15.0)
    found.given[id(found.pieces[0])] = head
    assert _above([lower], lower.box, found) is head
    assert _above([aside], aside.box, found) is None
    assert _above([upper], upper.box, found) is None, "it stands under no other"
    under = replace(head, box=(0.0, 200.0, 50.0, 230.0))
    found.given[id(found.pieces[0])] = under
    assert _above([lower], lower.box, found) is None, "the head stands no higher"
