"""Cells of a page, filled and white, and stories told from where lines stand; in exact points."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.checks.sight.boxes import Box
from edition.checks.sight.by_geometry import (
    _give,
    _Guess,
    _GuessedHead,
    _heads,
    _over,
    _parted,
    _ruled,
    _with_art,
    stories_by_geometry,
)
from edition.checks.sight.cells import _above, filled, page_cells
from edition.checks.sight.cells import _heads as head_places
from edition.checks.sight.seen_lines import BodyType, SeenLine, TextFrame
from edition.checks.sight.seen_stories import SeenLeg, SeenPage, SeenStory
from edition.checks.sight.sheet import DrawnMark, Glyph, MarkKind, Sheet

BODY = BodyType(10.0, 15.0)


def glyph(char: str, x: float, y: float, size: float = 10.0) -> Glyph:
    return Glyph(char, x, y, size, "f", x, x + size, y - 0.12 * size, y + 0.88 * size)


def line(text: str, x: float, y: float, size: float = 10.0) -> SeenLine:
    return SeenLine(1, tuple(glyph(c, x + n * size, y, size) for n, c in enumerate(text)))


def sheet(
    *marks: tuple[MarkKind, Box], pictures: tuple[Box, ...] = (), lines: Sequence[SeenLine] = ()
) -> Sheet:
    drawn = tuple(DrawnMark(kind, box) for kind, box in marks)
    glyphs = tuple(g for one in lines for g in one.glyphs)
    return Sheet(1, 400.0, 500.0, glyphs, pictures, marks=drawn)


def leg(x: float, *ys: float, text: str = "甲乙丙丁", page: int = 1) -> TextFrame:
    lines = tuple(line(text, x, y) for y in ys)
    return TextFrame(page, x, len(text), 10.0, lines)


def shown(rows: list[list[bool]]) -> list[str]:
    return ["".join(".#"[cell] for cell in row) for row in rows]


# -- cells ----------------------------------------------------------------------------------------

FRAME = leg(50, 300, 240)
"""Four columns from 50 pt, five rows from 308.8 down to 238.8."""


def cells(*marks: tuple[MarkKind, Box], pictures: tuple[Box, ...] = (),
          lines: Sequence[SeenLine] = (), aside: Sequence[Box] = ()) -> list[str]:
    return shown(filled(sheet(*marks, pictures=pictures, lines=lines), [FRAME], BODY, aside))


def test_the_cells_go_from_the_highest_body_line_to_the_lowest() -> None:
    assert cells() == ["....", "....", "....", "....", "...."]
    assert cells(lines=FRAME.lines) == ["####", "....", "....", "....", "####"]
    wide = filled(sheet(), [FRAME, leg(100, 300, 255)], BODY, ())
    assert shown(wide) == ["." * 8] * 5, "the gutter has no cells"
    assert shown(filled(sheet(), [leg(50, 300)], BODY, ())) == ["...."]


@pytest.mark.parametrize(("picture", "found"), [
    ((60.0, 265.0, 80.0, 290.0), ["....", ".##.", ".##.", "....", "...."]),
    ((64.0, 265.0, 84.0, 290.0), ["....", ".##.", ".##.", "....", "...."]),
    ((66.0, 265.0, 86.0, 290.0), ["....", "..##", "..##", "....", "...."]),
    ((60.0, 240.0, 80.0, 250.0), ["....", "....", "....", ".##.", ".##."]),
    ((60.0, 294.0, 80.0, 400.0), [".##.", "....", "....", "....", "...."]),
    ((60.0, 293.0, 80.0, 400.0), [".##.", ".##.", "....", "....", "...."]),
    ((60.0, 100.0, 80.0, 264.0), ["....", "....", ".##.", ".##.", ".##."]),
    ((0.0, 265.0, 400.0, 278.0), ["....", "....", "####", "....", "...."]),
    ((0.0, 265.0, 61.0, 278.0), ["....", "....", "#...", "....", "...."]),
    ((100.0, 265.0, 161.0, 278.0), ["....", "....", "....", "....", "...."]),
])
def test_a_picture_fills_the_cells_it_stands_in(picture: Box, found: list[str]) -> None:
    assert cells(pictures=(picture,)) == found
    assert cells(aside=(picture,)) == found
    assert cells(("rule", picture)) == found


def test_what_stands_wholly_beside_the_columns_fills_none() -> None:
    assert cells(pictures=((5.0, 240.0, 25.0, 300.0),)) == ["...."] * 5
    assert cells(pictures=((190.0, 240.0, 220.0, 300.0),)) == ["...."] * 5


def test_a_deep_box_fills_the_cells_of_its_edges_alone() -> None:
    deep, low = (60.0, 240.0, 80.0, 300.0), (60.0, 240.1, 80.0, 300.0)
    for kind in ("frame", "tint"):
        assert cells((kind, deep)) == [".##.", "....", "....", "....", ".##."]
        assert cells((kind, low)) == [".##."] * 5
    assert cells(("rule", deep)) == [".##."] * 5


@pytest.mark.parametrize(("x", "found"), [
    (60.0, "####"), (20.0, "####"), (10.0, "...."), (80.0, "####"), (90.0, "...."),
])
def test_a_line_fills_the_columns_it_touches(x: float, found: str) -> None:
    assert cells(lines=[line("甲乙丙丁", x, 270)])[2] == found
    if x > 50:
        assert cells(lines=[line("甲", x, 270), line("乙", x, 200)])[2] == found


@pytest.mark.parametrize(("y", "size", "rows"), [
    (270.0, 10.0, [2]), (270.0, 30.0, [0, 1, 2]), (285.0, 10.0, [1]), (270.0, 28.0, [1, 2]),
])
def test_a_line_fills_the_rows_from_its_base_line_up(
    y: float, size: float, rows: list[int]
) -> None:
    found = cells(lines=[line("甲", 60, y, size)])
    assert [n for n, row in enumerate(found) if row == "####"] == rows


def test_a_page_with_body_text_has_cells_and_a_usual_measure() -> None:
    frames = [leg(50, 300, 240), leg(100, 300, 240, text="甲乙丙丁戊己"), leg(50, 100, page=3),
              leg(200, 300, 240, text="甲乙丙丁戊己")]
    two = Sheet(2, 400.0, 500.0, ())
    found = page_cells([sheet(), two, Sheet(3, 400.0, 500.0, ())], [], frames, BODY)
    assert [(page.page, len(page.rows), page.measure) for page in found] == [(1, 5, 6), (3, 1, 4)]
    box = (50.0, 265.0, 90.0, 278.0)
    spaced = SeenPage(sheet(), (), (), (), box, BODY, (box,))
    (held,) = page_cells([sheet()], [spaced], [FRAME], BODY)
    assert shown(held.rows) == ["....", "....", "####", "....", "...."]


# -- the place of a head --------------------------------------------------------------------------


def told(head: SeenLine | None, *legs: Sequence[SeenLine], number: int = 0) -> SeenStory:
    made = tuple(SeenLeg(
        (min(one.box[0] for one in lines), lines[-1].box[1],
         max(one.box[2] for one in lines), lines[0].box[3]), tuple(lines)) for lines in legs)
    return SeenStory(1, number, (head,) if head else (), made, (), 0, 0)


def page(*stories: SeenStory, drawn: Sheet | None = None, loose: tuple[SeenLine, ...] = (),
         spaces: tuple[Box, ...] = ()) -> SeenPage:
    return SeenPage(drawn or sheet(), stories, loose, (), (0.0, 0.0, 400.0, 500.0), BODY, spaces)


def test_the_place_of_a_head_is_as_wide_as_its_legs_and_as_deep_as_its_white() -> None:
    """The head goes from 297.6 to 317.6 pt."""
    head = line("题目", 60, 300, 20.0)

    def place(top: float, x: float = 40.0) -> Box:
        (found,) = head_places(page(told(head, [line("甲乙丙丁戊己庚", x, top - 8.8)])))
        return found

    assert place(290.0) == pytest.approx((40.0, 290.0, 110.0, 317.6))
    assert place(290.0, 80.0) == pytest.approx((60.0, 290.0, 150.0, 317.6))
    assert place(297.6 - 52.0)[1] == pytest.approx(245.6), "three rows of white and a little"
    assert place(297.6 - 53.0)[1] == pytest.approx(297.6)
    assert place(298.5)[1] == pytest.approx(298.5) and place(300.0)[1] == pytest.approx(297.6)


def test_each_head_has_its_place_and_white_above_is_its_own() -> None:
    """Pictures and all lines above count; those aside do not."""
    head, lower = line("题目", 60, 300, 20.0), line("下题", 60, 100, 20.0)
    bare = told(None, [line("甲乙丙丁", 60, 400)])
    two = (bare, told(head, [line("甲乙丙丁", 60, 280)]), told(lower, [line("甲乙丙丁", 60, 80)]))
    found = [*head_places(page(*two))]
    assert [box[:3] for box in found] == [pytest.approx((60.0, 288.8, 100.0)),
                                          pytest.approx((60.0, 88.8, 100.0))]
    assert [box[3] for box in found] == pytest.approx([317.6, 117.6]), "text stands far above both"
    art = sheet(pictures=((60.0, 260.0, 100.0, 290.0),))
    (over,) = head_places(page(told(head, [line("甲乙丙丁", 60, 240)]), drawn=art))
    assert over[1] == pytest.approx(290.0), "a picture below a head is as good as a leg"


@pytest.mark.parametrize(("low", "gap"), [
    (110.0, 10.0), (152.4, 52.4), (152.6, 0.0), (100.0, 0.0), (99.9, 0.0),
])
def test_white_over_a_head_is_its_own_up_to_three_rows(low: float, gap: float) -> None:
    head = (50.0, 100.0, 90.0, 100.0)
    for x, found in ((60.0, gap), (90.0, 0.0), (40.0, gap if low != 0 else 0), (39.0, gap)):
        box = (x, low, x + 12.0, low + 20.0)
        assert _above(page(spaces=(box,)), head) == pytest.approx(found)
        assert _above(page(drawn=sheet(pictures=(box,))), head) == pytest.approx(found)
    text = line("甲乙", 60, low + 1.2)
    assert _above(page(loose=(text,)), head) == pytest.approx(gap)
    assert _above(page(told(None, [text])), head) == pytest.approx(gap)
    assert _above(page(), head) == 0.0


def test_the_edge_of_a_box_is_what_stands_next_above_a_head() -> None:
    head = (50.0, 100.0, 90.0, 100.0)
    about = sheet(("frame", (40.0, 20.0, 200.0, 130.0)))
    assert _above(page(drawn=about), head) == pytest.approx(30.0)
    over = sheet(("rule", (40.0, 120.0, 200.0, 121.0)))
    assert _above(page(drawn=over), head) == pytest.approx(20.0)
    aside = sheet(("rule", (90.0, 120.0, 200.0, 121.0)))
    assert _above(page(drawn=aside), head) == 0.0
    beside = sheet(("rule", (0.0, 120.0, 50.0, 121.0)))
    assert _above(page(drawn=beside), head) == 0.0


# -- stories by geometry --------------------------------------------------------------------------

UPPER, LOWER = (100.0, 300.0, 200.0, 320.0), (100.0, 260.0, 200.0, 280.0)


@pytest.mark.parametrize(("kind", "box", "parted"), [
    ("rule", (100.0, 289.5, 200.0, 290.5), True), ("frame", (100.0, 289.5, 200.0, 290.5), False),
    ("rule", (100.0, 300.5, 200.0, 301.5), True), ("rule", (100.0, 300.6, 200.0, 301.6), False),
    ("rule", (100.0, 278.5, 200.0, 279.5), True), ("rule", (100.0, 278.4, 200.0, 279.4), False),
    ("rule", (199.0, 289.5, 300.0, 290.5), True), ("rule", (200.0, 289.5, 300.0, 290.5), False),
    ("rule", (0.0, 289.5, 101.0, 290.5), True), ("rule", (0.0, 289.5, 100.0, 290.5), False),
    ("rule", (150.0, 250.0, 151.0, 330.0), False), ("rule", (150.0, 280.0, 170.0, 300.0), False),
    ("rule", (150.0, 280.0, 170.1, 300.0), True),
    ("rule", (350.0, 289.9, 351.0, 290.1), False), ("rule", (150.0, 289.9, 151.0, 290.1), True),
    ("tint", (90.0, 295.0, 210.0, 330.0), True), ("tint", (90.0, 250.0, 210.0, 290.0), True),
    ("tint", (90.0, 250.0, 210.0, 330.0), False), ("tint", (0.0, 0.0, 20.0, 20.0), False),
])
def test_a_level_rule_or_a_tint_round_one_parts_two_boxes(
    kind: MarkKind, box: Box, parted: bool
) -> None:
    assert _ruled(sheet((kind, box)), UPPER, LOWER) is parted
    assert _ruled(sheet(("frame", UPPER), (kind, box)), LOWER, UPPER) is parted


def test_large_lines_close_together_are_one_head_unless_a_rule_parts_them() -> None:
    one, two, text = line("大题目", 0, 300, 20.0), line("副题", 0, 278, 16.0), line("甲", 0, 260)
    large, small = line("中", 100, 300, 13.5), line("小", 100, 200, 13.4)
    own = [*enumerate([text, one, text, two, large, small], 7)]
    found = _heads(sheet(), own, 10.0)
    assert [(head.lines, head.begins) for head in found] == [([one, two], 8), ([large], 11)]
    assert found[0].box == pytest.approx((0.0, 276.08, 60.0, 317.6))
    ruled = _heads(sheet(("rule", (0.0, 294.5, 60.0, 295.5))), own, 10.0)
    assert [head.lines for head in ruled] == [[one], [two], [large]]


@pytest.mark.parametrize(("box", "parted"), [
    ((50.0, 278.0, 90.0, 298.0), True), ((50.0, 255.0, 90.0, 275.0), True),
    ((50.0, 302.0, 90.0, 310.0), False), ((50.0, 238.0, 90.0, 248.0), False),
    ((50.0, 299.0, 90.0, 301.0), False), ((50.0, 249.0, 90.0, 251.0), False),
    ((90.0, 265.0, 130.0, 285.0), False), ((89.0, 265.0, 130.0, 285.0), True),
    ((10.0, 265.0, 50.0, 285.0), False), ((10.0, 265.0, 51.0, 285.0), True),
    ((50.0, 240.0, 90.0, 261.0), True), ((50.0, 290.0, 90.0, 309.9), True),
])
def test_a_head_between_two_lines_cuts_their_frame(box: Box, parted: bool) -> None:
    """The lines stand at 300 and 250 pt, from 50 to 90 pt across."""
    frame = leg(50, 300, 250)
    found = _parted(frame, [_GuessedHead([], 0, box)])
    wanted = [[300], [250]] if parted else [[300, 250]]
    assert [[one.y for one in piece] for piece in found] == wanted


@pytest.mark.parametrize(("head", "found"), [
    ((100.0, 200.0, 140.0, 220.0), True), ((100.0, 199.9, 140.0, 220.0), False),
    ((100.0, 287.5, 140.0, 307.5), True), ((100.0, 287.6, 140.0, 307.6), False),
    ((100.0, 297.6, 140.0, 327.5), False), ((100.0, 297.5, 140.0, 327.6), True),
    ((-20.0, 210.0, 20.0, 230.0), True), ((-20.2, 210.0, 20.0, 230.0), False),
    ((180.0, 210.0, 220.0, 230.0), True), ((180.0, 210.0, 220.2, 230.0), False),
])
def test_a_head_stands_close_over_a_row_of_legs(head: Box, found: bool) -> None:
    """The row goes from 0 to 200 pt across, up to 200 pt; the reach is 67.5 pt and the head."""
    one = _GuessedHead([], 0, head)
    guess = _Guess(sheet(), [one], [], 15.0)
    assert _over((0.0, 0.0, 200.0, 190.0), 200.0, guess) == ([one] if found else [])
    ruled = _Guess(sheet(("rule", (0.0, 203.0, 200.0, 204.0))), [one], [], 15.0)
    assert _over((0.0, 0.0, 200.0, 190.0), 200.0, ruled) == (
        [one] if found and head[1] < 203 else [])


TEXT = (100.0, 0.0, 200.0, 200.0)


@pytest.mark.parametrize(("picture", "whole", "top"), [
    ((210.0, 100.0, 300.0, 200.0), (100.0, 0.0, 300.0, 200.0), 195.0),
    ((259.9, 100.0, 300.0, 230.0), (100.0, 0.0, 300.0, 230.0), 195.0),
    ((260.0, 100.0, 300.0, 200.0), TEXT, 195.0),
    ((210.0, 100.0, 300.0, 230.1), TEXT, 195.0),
    ((210.0, 100.0, 300.0, 170.0), (100.0, 0.0, 300.0, 200.0), 195.0),
    ((210.0, 100.0, 300.0, 169.9), TEXT, 195.0),
    ((0.0, 100.0, 40.1, 200.0), (0.0, 0.0, 200.0, 200.0), 195.0),
    ((0.0, 100.0, 40.0, 200.0), TEXT, 195.0),
    ((100.0, 200.5, 200.0, 300.0), TEXT, 300.0), ((100.0, 200.0, 200.0, 300.0), TEXT, 195.0),
    ((100.0, 267.5, 200.0, 300.0), TEXT, 300.0), ((100.0, 267.6, 200.0, 300.0), TEXT, 195.0),
    ((85.0, 210.0, 215.0, 300.0), TEXT, 300.0), ((84.9, 210.0, 215.0, 300.0), TEXT, 195.0),
    ((85.0, 210.0, 215.1, 300.0), TEXT, 195.0),
])
def test_a_picture_beside_or_right_above_legs_goes_with_their_row(
    picture: Box, whole: Box, top: float
) -> None:
    guess = _Guess(sheet(pictures=(picture,)), [], [], 15.0)
    assert _with_art(TEXT, 195.0, guess) == (whole, top)


def test_pictures_beside_each_other_widen_a_row_step_by_step() -> None:
    far, near = (320.0, 100.0, 380.0, 200.0), (210.0, 100.0, 300.0, 200.0)
    guess = _Guess(sheet(pictures=(far, near)), [], [], 15.0)
    assert _with_art(TEXT, 195.0, guess) == ((100.0, 0.0, 380.0, 200.0), 195.0)


def test_each_leg_goes_to_the_head_over_it_and_a_head_far_above_gets_none() -> None:
    left, right = [line("甲乙丙丁戊己", 0, 200)], [line("甲乙丙丁戊己", 70, 200)]

    def given(*boxes: Box) -> list[int]:
        heads = [_GuessedHead([], n, box) for n, box in enumerate(boxes)]
        _give([left, right], _Guess(sheet(), heads, [left, right], 15.0))
        return [n for piece in (left, right)
                for n, head in enumerate(heads) if any(p is piece for p in head.legs)]

    assert given((0.0, 210.0, 60.0, 230.0), (70.0, 210.0, 130.0, 230.0)) == [0, 1]
    assert given((70.0, 210.0, 130.0, 230.0), (0.0, 210.0, 60.0, 230.0)) == [1, 0]
    assert given((0.0, 210.0, 60.0, 230.0), (70.0, 254.9, 130.0, 274.9)) == [0, 1]
    assert given((0.0, 210.0, 60.0, 230.0), (70.0, 255.0, 130.0, 275.0)) == [0, 0]
    assert given((0.0, 210.0, 130.0, 230.0)) == [0, 0]
    assert given((0.0, 100.0, 130.0, 120.0)) == []


def geometry(own: Sequence[SeenLine], frames: Sequence[TextFrame], *marks: tuple[MarkKind, Box],
             first: int = 0) -> list[tuple[int, int, str, list[str], int | None]]:
    """(number, begins, head, text of each leg, first leg) of each story."""
    found = stories_by_geometry(sheet(*marks), [*enumerate(own, first)], frames, BODY)
    return [(s.story, s.begins, "".join(one.text for one in s.head),
             ["".join(one.text for one in part.lines) for part in s.legs], s.first_leg)
            for s in found]


def framed(*lines: SeenLine) -> TextFrame:
    return TextFrame(1, lines[0].x, 6, 10.0, lines)


def test_a_page_of_two_stories_and_the_rest_of_one() -> None:
    one, two = line("上题", 0, 400, 20.0), line("下题", 0, 200, 20.0)
    a, b = line("甲甲甲甲甲甲", 0, 380), line("乙乙乙乙乙乙", 0, 365)
    c, d = line("丙丙丙丙丙丙", 70, 380), line("丁丁丁丁丁丁", 70, 365)
    e, f = line("戊戊戊戊戊戊", 0, 180), line("己己己己己己", 0, 165)
    rest = line("庚庚庚庚庚庚", 300, 470), line("辛辛辛辛辛辛", 300, 455)
    own = [*rest, one, a, b, c, d, two, e, f]
    frames = [framed(*rest), framed(a, b), framed(c, d), framed(e, f)]
    assert geometry(own, frames, first=5) == [
        (0, 5, "", ["庚庚庚庚庚庚辛辛辛辛辛辛"], 0),
        (1, 7, "上题", ["甲甲甲甲甲甲乙乙乙乙乙乙", "丙丙丙丙丙丙丁丁丁丁丁丁"], 0),
        (2, 12, "下题", ["戊戊戊戊戊戊己己己己己己"], 0),
    ]
    later = [one, a, b, c, d, *rest, two, e, f]
    assert [(s[2], len(s[3])) for s in geometry(later, frames)] == [("上题", 3), ("下题", 1)]
    turned = [one, c, d, a, b, two, e, f]
    assert [s[4] for s in geometry(turned, frames[1:])] == [1, 0], "it begins in the right leg"


def test_a_leg_under_a_picture_goes_on_with_the_leg_above_it() -> None:
    one = line("上题", 0, 400, 20.0)
    a, low = line("甲甲甲甲甲甲", 0, 380), line("乙乙乙乙乙乙", 1, 100)
    found = geometry([one, a, low], [framed(a), framed(low)])
    assert found == [(0, 0, "上题", ["甲甲甲甲甲甲乙乙乙乙乙乙"], 0)]


@pytest.mark.parametrize(("y", "held"), [(347.8, True), (347.6, True), (341.0, False)])
def test_a_small_line_close_under_a_leg_is_its_own(y: float, held: bool) -> None:
    one, a = line("上题", 0, 400, 20.0), line("甲甲甲甲甲甲", 0, 380)
    b = line("乙乙乙乙乙乙", 0, 365)
    note = line("注注", 0, y, 8.0)
    aside = line("旁旁", 80, 370, 8.0)
    ((_, _, _, legs, _),) = geometry([one, a, b, note, aside], [framed(a, b)])
    assert legs == ["甲甲甲甲甲甲乙乙乙乙乙乙" + ("注注" if held else "")]
