"""What checks see at their bounds: runs of lines, table heads, glyphs on each other, ranks."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, cast

import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from edition.checks.given_copy import ROWS, copy_of
from edition.checks.rules.overlaps import (
    _beyond,
    _inside,
    _on_page,
    _overlap,
    _overlapping,
    glyphs_apart,
    glyphs_on_page,
    stories_apart,
)
from edition.checks.sight.boxes import Box
from edition.checks.sight.glyphs import _reason
from edition.checks.sight.line_runs import (
    JoinedCopy,
    LineRun,
    Settling,
    _free,
    _give,
    _grown,
    _head_of,
    _places,
    _runs,
    _whole_head,
    _worth,
)
from edition.checks.sight.owners import owners
from edition.checks.sight.seen_lines import SeenLine
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.seen_stories import SeenLeg, SeenPage, SeenStory
from edition.checks.sight.sheet import DrawnMark, Glyph, Sheet
from edition.checks.sight.table_heads import _end, repeated

MASTER = "石桥今天正式通车甲乙丙丁戊己\0河水上涨庚辛壬癸\0"
"""a head of eight characters at 0 and its text at 8; a head of four at 15 and its text at 19"""
HEADS = ((0, 8), (15, 19))
NEXT, AFTER = 100_000, 200


def line(text: str, x: float, y: float, size: float = 10.0) -> SeenLine:
    return SeenLine(1, tuple(glyph(c, x + n * size, y, size) for n, c in enumerate(text)))


def glyph(char: str, x: float, y: float, size: float = 10.0) -> Glyph:
    return Glyph(char, x, y, size, "f", x, x + size, y, y + size)


def now(
    *words: str, large: str = "", master: str = MASTER, heads: Sequence[tuple[int, int]] = HEADS,
    parts: Sequence[tuple[int, int]] = (), at: Sequence[int] = (),
) -> Settling:
    """Lines far apart from one another; `large` has + for a large one."""
    found = [line(word or "口", 0, 900 - 60 * n) for n, word in enumerate(words)]
    sizes = [sign == "+" for sign in large.ljust(len(words), "-")]
    return Settling(JoinedCopy(master, tuple(heads), frozenset(parts)), found, words, sizes,
                    list(at) or [-1] * len(words), bytearray(len(master)), [False] * len(words))


# -- runs -----------------------------------------------------------------------------------------


def test_a_run_grows_forward_over_whole_lines_and_back_over_short_ones() -> None:
    text = "甲乙丙丁戊己庚辛壬癸"
    some = now("口", "甲", "乙", "丙丁戊", "己庚", "", "辛壬癸", master=text)
    assert _grown(some, 3, 2) == LineRun(1, (0, 1, 2, 5), 7)
    assert _grown(now("甲", "乙丙丁", master=text), 1, 1) == LineRun(0, (0, 1), 4)
    assert _grown(now("甲乙", "丙丁戊", master=text), 1, 2) == LineRun(0, (0, 2), 5)
    assert _grown(now("甲乙丙", "丁戊己", master=text), 1, 3) == LineRun(1, (3,), 6)
    assert _grown(now("", "甲乙丙", master=text), 1, 0) == LineRun(1, (0,), 3)
    assert _grown(now("乙", "丙丁戊", "己", master=text), 1, 2) == LineRun(0, (1, 2, 5), 6)
    assert LineRun(0, (1, 2, 5), 6).chars == 5


def test_each_longest_run_is_told_once_and_begins_with_three_characters() -> None:
    some = now("口口口", "甲乙丙", "丁戊己", "河水上", "涨庚")
    assert list(_runs(some)) == [LineRun(1, (8, 11), 14), LineRun(3, (15, 18), 20)]
    assert list(_runs(now("甲乙"))) == []


def test_a_large_line_stands_in_a_head_where_any_head_says_it() -> None:
    text = "石桥通车甲石桥石桥"
    assert _places(now("石桥", master=text), 0) == [0, 5, 7]
    assert _places(now("石桥", "口", large="+-", master=text, heads=((0, 4),)), 0) == [0]
    assert _places(now("石桥", large="+", master=text, heads=((5, 7),)), 0) == [5]
    assert _places(now("石桥", large="+", master=text, heads=((5, 6), (8, 9))), 0) == [0, 5, 7]
    assert _places(now("石桥", large="+", master=text, heads=((4, 9),)), 0) == [5, 7]
    assert _places(now("aa", master="aaa"), 0) == [0, 1], "places may overlap"


@pytest.mark.parametrize(("words", "large", "run", "head"), [
    (("石桥今天", "正式通车"), "++", LineRun(0, (0, 4), 8), LineRun(0, (0, 4), 8)),
    (("石桥今天", "正式通车", "甲乙丙"), "++-", LineRun(0, (0, 4, 8), 11), LineRun(0, (0, 4), 8)),
    (("口", "河水上涨", "庚辛"), "-+-", LineRun(1, (15, 19), 21), LineRun(1, (15,), 19)),
    (("石桥今天", "正式通车"), "-+", LineRun(0, (0, 4), 8), None),
    (("正式通车", "甲乙丙"), "+-", LineRun(0, (4, 8), 11), None),
    (("石桥今天", "正式", "通车"), "++-", LineRun(0, (0, 4, 6), 8), None),
    (("甲乙丙",), "+", LineRun(0, (8,), 11), None),
])
def test_the_head_of_a_run_is_its_large_lines_where_they_are_heads_whole(
    words: tuple[str, ...], large: str, run: LineRun, head: LineRun | None
) -> None:
    assert _head_of(now(*words, large=large), run) == head


@pytest.mark.parametrize(("heads", "end", "found"), [
    (((15, 17),), 17, True), (((15, 18),), 17, False), (((15, 16), (16, 17)), 17, False),
    (((15, 16), (16, 18)), 18, True), (((15, 18),), 18, True),
])
def test_a_whole_head_is_sure_and_heads_together_from_three_characters_on(
    heads: tuple[tuple[int, int], ...], end: int, found: bool
) -> None:
    some = now("河水上"[:end - 15], large="+", heads=heads)
    assert (_head_of(some, LineRun(0, (15,), end)) is not None) is found


def test_the_free_stretches_of_a_run() -> None:
    run = LineRun(1, (0, 3, 6), 9)
    words = ("口", "石桥今", "天正式", "通车甲")
    assert _free(now(*words), run, True) == [run]
    assert _free(now(*words, at=(-1, -1, 3, -1)), run, False) == [
        LineRun(1, (0,), 3), LineRun(3, (6,), 9)]
    assert _free(now(*words, at=(-1, 0, -1, -1)), run, False) == [LineRun(2, (3, 6), 9)]
    assert _free(now(*words, at=(-1, -1, -1, 6)), run, False) == [LineRun(1, (0, 3), 6)]
    assert _free(now(*words, at=(-1, 0, 3, 6)), run, False) == []
    some = now(*words)
    some.said[5] = 1
    assert _free(some, run, True) == [LineRun(1, (0,), 3), LineRun(3, (6,), 9)]
    assert _free(some, run, False) == [run]
    some.said[5], some.said[8] = 0, 1
    assert _free(some, run, True) == [LineRun(1, (0, 3), 6)]


def test_a_run_alone_is_worth_its_characters_from_six_on_or_as_a_whole_part() -> None:
    some = now("甲乙丙", "丁戊己")
    assert _worth(some, LineRun(0, (8, 11), 14)) == 6
    assert _worth(some, LineRun(0, (8, 11), 13)) == 0
    assert _worth(now("甲乙丙", "丁戊", parts=((8, 13),)), LineRun(0, (8, 11), 13)) == 5
    assert _worth(now("甲乙丙", "丁戊", parts=((8, 12),)), LineRun(0, (8, 11), 13)) == 0


def test_a_run_that_goes_on_from_a_line_or_to_one_is_worth_more() -> None:
    some = now("石桥今", "天正式", "通车甲", "口", "丙")
    some.ends[3] = 0
    assert _worth(some, LineRun(1, (3,), 6)) == 3 + NEXT
    some.starts[6] = 2
    assert _worth(some, LineRun(1, (3,), 6)) == 3 + 2 * NEXT
    del some.ends[3]
    assert _worth(some, LineRun(1, (3,), 6)) == 3 + NEXT
    some.starts[6] = 0
    assert _worth(some, LineRun(1, (3,), 6)) == 4, "what stands before it in the file hardly"
    some.ends[3], some.starts = 4, {}
    assert _worth(some, LineRun(1, (3,), 6)) == 4
    apart = now("石桥今", "口", "天正式", "通车甲", "乙丙丁", at=(0, 9, -1, -1, -1))
    apart.ends[3] = 0
    assert _worth(apart, LineRun(2, (3, 6), 9)) == 6 + AFTER
    apart.ends, apart.starts[9] = {}, 4
    assert _worth(apart, LineRun(2, (3, 6), 9)) == 6 + NEXT


@pytest.mark.parametrize(("run", "large", "whole"), [
    (LineRun(0, (0,), 8), "+", True), (LineRun(0, (0,), 4), "+", False),
    (LineRun(0, (0, 4), 8), "+-", True), (LineRun(0, (0, 4), 6), "+-", True),
    (LineRun(0, (4,), 8), "+", False), (LineRun(0, (4, 8), 11), "+-", False),
    (LineRun(0, (7,), 8), "+", False), (LineRun(0, (8,), 14), "+", True),
    (LineRun(1, (0,), 7), "-+", False), (LineRun(1, (15,), 19), "-+", True),
    (LineRun(0, (0, 4), 8), "++", True), (LineRun(0, (0, 4), 7), "++", False),
])
def test_a_piece_out_of_a_head_is_no_head(run: LineRun, large: str, whole: bool) -> None:
    some = now("甲" * 8, "乙" * 8, large=large)
    assert _whole_head(some, run) is whole


def test_a_run_given_away_says_where_its_lines_begin_and_end_the_first_time() -> None:
    some = now("口", "石桥今", "天正式", "石桥今")
    _give(some, LineRun(1, (0, 3), 6))
    assert (some.at, bytes(some.said[:7])) == ([-1, 0, 3, -1], b"\1" * 6 + b"\0")
    assert (some.starts, some.ends) == ({0: 1, 3: 2}, {3: 1, 6: 2})
    _give(some, LineRun(3, (0,), 3))
    assert some.at == [-1, 0, 3, 0]
    assert (some.starts, some.ends) == ({0: 1, 3: 2}, {3: 1, 6: 2})


def test_a_headline_goes_to_the_large_line_though_a_small_one_runs_into_the_text() -> None:
    head, body = "石桥今天正式通车", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉"
    (story,) = copy_of({"sections": [{"stories": [
        {"headline": head, "body": [{"type": "paragraph", "text": body}]}]}]}).stories
    texts = (head, body[:10], body[10:])
    found = [*(line(text, 0, 600 - 15 * n) for n, text in enumerate(texts)),
             line(head, 0, 800, 30)]
    told = owners(found, (story,))
    assert [(o.part, o.again) if o else None for o in told] == [
        ("headline", True), ("body", False), ("body", False), ("headline", False)]


# -- heads of tables ------------------------------------------------------------------------------


@pytest.mark.parametrize(("words", "heads", "again"), [
    ("甲乙 丙丁 戊己 丙丁 甲乙 庚", "甲乙丙丁", {3, 4}), ("甲乙丙丁 戊 甲乙丙丁", "甲乙丙丁", {2}),
    ("甲乙丙丁 戊 甲乙丙丁", "甲乙丙丁 甲乙丙丁", set()),
    ("甲乙丙丁 甲乙丙丁 甲乙丙丁", "甲乙丙丁 甲乙丙丁", {2}),
    ("甲乙丙丁 甲乙丙丁戊", "甲乙丙丁", set()), ("甲乙丙丁 甲乙丙戊", "甲乙丙丁", set()),
    ("甲 口 甲乙丙丁 甲乙丙丁", "甲乙丙丁", {3}), ("甲甲 甲 甲 甲", "甲甲", {1, 2}),
    ("口甲乙丙 甲乙丙丁 丁甲乙丙", "甲乙丙丁", {2}), ("", "甲", set()), ("甲", "", set()),
])
def test_a_table_s_head_said_once_more_than_the_copy_has_it_is_told(
    words: str, heads: str, again: set[int]
) -> None:
    assert repeated(words.split(), heads.split()) == again


def test_lines_of_no_words_begin_no_head() -> None:
    assert repeated(["甲乙", "", "", "甲", "", "乙"], ["甲乙"]) == {3, 4, 5}


@pytest.mark.parametrize(("first", "size", "end"), [
    (0, 4, 2), (0, 3, None), (0, 2, 1), (0, 5, 4), (0, 6, None), (1, 3, 4), (3, 1, 4), (3, 2, None),
    (0, 0, 0), (4, 0, 4),
])
def test_lines_that_have_so_many_characters_together(
    first: int, size: int, end: int | None
) -> None:
    assert _end(["甲乙", "丙丁", "", "戊"], first, size) == end


# -- glyphs on each other -------------------------------------------------------------------------


def boxed(left: float, bottom: float, right: float, top: float, size: float = 10.0,
          char: str = "石") -> Glyph:
    return Glyph(char, left, bottom, size, "f", left, right, bottom, top)


@pytest.mark.parametrize(("box", "size", "over"), [
    ((6.5, 0, 16.5, 10), 10, False), ((6.4, 0, 16.4, 10), 10, True),
    ((-6.5, 0, 3.5, 10), 10, False), ((-6.4, 0, 3.6, 10), 10, True),
    ((0, 6.5, 10, 16.5), 10, False), ((0, 6.4, 10, 16.4), 10, True),
    ((0, -6.5, 10, 3.5), 10, False), ((0, -6.4, 10, 3.6), 10, True),
    ((7.2, 0, 15.2, 8), 8, False), ((7.1, 0, 15.1, 8), 8, True), ((6.4, 6.6, 20, 20), 10, False),
    ((30, 0, 40, 10), 10, False), ((6.5, 0, 30, 10), 30, False), ((6.4, 0, 30, 10), 30, True),
])
def test_glyphs_lie_on_each_other_by_35_hundredths_of_the_smaller(
    box: Box, size: float, over: bool
) -> None:
    one, other = boxed(0, 0, 10, 10), boxed(*box, size)
    assert _overlap(one, other) is over and _overlap(other, one) is over


@pytest.mark.parametrize("left", [11.0, 14.0, 24.5])
@pytest.mark.parametrize("bottom", [11.0, 14.0, 24.5])
def test_a_glyph_lies_on_those_of_its_own_and_of_all_neighbouring_cells(
    left: float, bottom: float
) -> None:
    one = boxed(13, 13, 33, 33, 20, "甲")
    other = boxed(left, bottom, left + 20, bottom + 20, 20, "乙")
    assert list(_overlapping([one, other])) == [(one, other)]
    assert list(_overlapping([other, one])) == [(other, one)]


def test_letters_of_a_ligature_come_within_three_and_have_one_box() -> None:
    one, twin, far = boxed(0, 0, 10, 10), boxed(0, 0, 10, 10, char="i"), boxed(90, 0, 99, 9)
    assert list(_overlapping([one, twin])) == []
    assert list(_overlapping([one, far, twin])) == []
    later = boxed(190, 0, 199, 9)
    assert list(_overlapping([one, far, later, twin])) == [(one, twin)]
    assert list(_overlapping([far, later, one, twin])) == []
    beside = boxed(1, 0, 11, 10)
    assert list(_overlapping([one, beside])) == [(one, beside)]
    narrower = boxed(0, 0, 9, 10)
    assert list(_overlapping([one, narrower])) == [(one, narrower)]


def sheet(*glyphs: Glyph, number: int = 1, **more: Any) -> Sheet:
    return Sheet(number, 200, 100, glyphs, **more)


def paper(*sheets: Sheet, pages: Sequence[Any] = (), has_copy: bool = True) -> SeenPaper:
    return cast(SeenPaper, SimpleNamespace(sheets=sheets, pages=pages, has_copy=has_copy))


def test_marks_of_three_tenths_of_their_size_lie_on_anything() -> None:
    one = boxed(0, 0, 10, 10, char="甲")
    wide, narrow = boxed(4, 0, 7.1, 10, 10, "，"), boxed(4, 0, 7, 10, 10, "，")
    other = boxed(4, 2, 14, 12, 10, "乙")
    found = glyphs_apart(paper(sheet(one, narrow), sheet(one, other, number=2)))
    assert (found.code, found.level, found.count, found.of) == ("H2", "must", 1, 3)
    assert [(p.page, p.x, p.y, p.words) for p in found.places] == [(2, 4, 2, "甲乙")]
    assert glyphs_apart(paper(sheet(one, wide))).of == 2
    assert glyphs_apart(paper(sheet(one, boxed(4, 0, 9, 10, 10, " ")))).of == 1


# -- glyphs on the page ---------------------------------------------------------------------------


@pytest.mark.parametrize(("left", "right", "y", "on"), [
    (-1, 9, 50, True), (-1.1, 9, 50, False), (191, 201, 50, True), (191, 201.1, 50, False),
    (5, 15, -1, True), (5, 15, -1.1, False), (5, 15, 101, True), (5, 15, 101.1, False),
])
def test_a_glyph_may_lie_a_point_off_the_page(
    left: float, right: float, y: float, on: bool
) -> None:
    one = Glyph("石", left, y, 10, "f", left, right, y, y + 10)
    assert _on_page(one, sheet()) is on
    found = glyphs_on_page(paper(sheet(one), sheet(glyph(" ", 500, 500))))
    assert (found.count, found.of, len(found.places)) == (not on, 2, not on)
    if not on:
        assert [(p.page, p.x, p.y, p.words) for p in found.places] == [(1, left, y, "石")]


def seen(number: int, head: Sequence[SeenLine], *legs: SeenLeg) -> SeenStory:
    return SeenStory(1, number, tuple(head), legs, (), number, 0)


def leg(left: float, bottom: float, right: float, top: float, *lines: SeenLine) -> SeenLeg:
    return SeenLeg((left, bottom, right, top), lines)


def page_of(*stories: SeenStory, loose: tuple[SeenLine, ...] = (), marks: Any = ()) -> SeenPage:
    return cast(SeenPage, SimpleNamespace(
        stories=stories, loose=loose, sheet=sheet(marks=marks), size=10.0, number=3))


@pytest.mark.parametrize(("left", "right", "beyond"), [
    (-5, 5, 0), (-5.1, 5, 1), (195, 210, 0), (195, 210.1, 1), (50, 60, 0),
])
def test_a_head_reaches_half_an_em_left_and_one_right_of_the_type(
    left: float, right: float, beyond: int
) -> None:
    head = SeenLine(1, (Glyph("石", left, 60, 10, "f", left, right, 60, 70),))
    first, second = seen(0, [head], leg(0, 0, 95, 50)), seen(1, [], leg(105, 0, 200, 50))
    found = list(_beyond(page_of(first, second)))
    assert [(p.page, p.x, p.y) for p in found] == [(3, left, 60)] * beyond
    assert list(_beyond(page_of(first))) == [], "of one story nobody knows where the type ends"


def test_rules_and_furniture_tell_where_the_type_ends_and_frames_do_not() -> None:
    head = SeenLine(1, (Glyph("石", -20, 60, 10, "f", -20, 225, 60, 70),))
    two = seen(0, [head], leg(0, 0, 95, 50)), seen(1, [], leg(105, 0, 200, 50))
    rule, frame = (DrawnMark(kind, (-16, 0, 215, 1)) for kind in ("rule", "frame"))
    assert list(_beyond(page_of(*two, marks=(rule,)))) == []
    assert len(list(_beyond(page_of(*two, marks=(frame,))))) == 1
    wide = SeenLine(1, (glyph("报", -16, 90), glyph("报", 205, 90)))
    assert list(_beyond(page_of(*two, loose=(wide,)))) == []
    page = page_of(*two)
    clipped = glyphs_on_page(paper(sheet(clipped=(glyph("甲", 5, 6),)), pages=(page,)))
    assert [(p.page, p.x, p.y) for p in clipped.places] == [(1, 5, 6), (3, -20, 60)]
    assert clipped.count == 2


# -- a story in another ---------------------------------------------------------------------------

HOST = seen(0, [], leg(0, 0, 100, 100))


def inside(middle: float, centre: float, *, box: Box = (50, 0, 190, 90), head: bool = True) -> int:
    """Glyphs of a guest inside HOST less 3 pt: one with its middle here, .38 em over its base."""
    one = SeenLine(1, (Glyph("石", 0, centre - 3.75, 10, "f", middle - 5, middle + 5, 0, 0),))
    guest = cast(SeenStory, SimpleNamespace(
        box=box, head=(one,) if head else (), legs=() if head else (leg(*box, one),)))
    return _inside(HOST, guest, 3.0)


@pytest.mark.parametrize(("middle", "centre", "count"), [
    (50, 50, 1), (3, 50, 0), (3.1, 50, 1), (97, 50, 0), (96.9, 50, 1),
    (50, 2.9, 0), (50, 3.1, 1), (50, 97.1, 0), (50, 96.9, 1), (50, 120, 0), (120, 50, 0),
])
def test_a_glyph_is_inside_where_its_middle_is(middle: float, centre: float, count: int) -> None:
    assert inside(middle, centre) == count == inside(middle, centre, head=False)


@pytest.mark.parametrize(("box", "count"), [
    ((97, 0, 190, 90), 0), ((96.9, 0, 190, 90), 1), ((0, 97, 90, 190), 0), ((0, 96.9, 90, 190), 1),
    ((-90, 0, 3, 90), 0), ((0, -90, 90, 3), 0), ((-90, -90, 3.1, 3.1), 1),
    ((97, 97, 190, 190), 0),
])
def test_stories_whose_boxes_do_not_meet_hold_nothing_of_each_other(
    box: Box, count: int
) -> None:
    assert inside(50, 50, box=box) == count


@pytest.mark.parametrize("has_copy", [True, False])
def test_a_story_in_another_is_counted_by_glyphs_and_placed_at_its_head(has_copy: bool) -> None:
    words = [line("甲乙丙", 40, 50)]
    host = seen(0, [line("石桥", 0, 101)], leg(0, 0, 100, 100, line("丁戊己庚", 0, 5)))
    guest = seen(1, words, leg(110, 0, 200, 40, line("辛壬", 120, 5)))
    pages = (page_of(host, guest), page_of(guest), page_of(host), page_of())
    found = stories_apart(paper(pages=pages, has_copy=has_copy))
    assert (found.level, found.count, found.of) == ("must" if has_copy else "should", 3, 22)
    (place,) = found.places
    assert (place.page, place.x, place.y, found.excess) == (3, 40, 58.8, 0.25)
    values = place.words.values  # type: ignore[union-attr]
    assert dict(values) == {"count": 3, "guest": "甲乙丙", "host": "石桥"}
    none = stories_apart(paper(has_copy=has_copy))
    assert (none.count, none.of, none.excess) == (0, 0, 0.0)


# -- the copy, the file ---------------------------------------------------------------------------


def test_stories_stand_by_rank_in_their_section_those_without_one_last() -> None:
    def section(*stories: tuple[str, float | None]) -> dict[str, Any]:
        return {"title": "要 闻", "stories": [
            {"headline": name, "rank": rank} if rank else {"headline": name}
            for name, rank in stories]}

    made = copy_of({"sections": [
        section(("甲", None), ("乙", 2), ("丙", 1), ("丁", None), ("戊", 1_000_000)),
        section(("己", None)), section(("庚", 2), ("辛", 1)),
    ]})
    assert [(one.rank, one.name) for one in made.stories] == [
        (0, "丙"), (1, "乙"), (2, "戊"), (3, "甲"), (4, "丁"), (5, "己"), (6, "辛"), (7, "庚")]
    assert made.titles == {"要闻"}


def test_the_parts_of_a_story_begin_where_the_one_before_ends() -> None:
    (one,) = copy_of({"sections": [{"stories": [{
        "headline": "石 桥", "dateline": "南昌电", "byline_raw": "记者 何文", "credits": ["方晴"],
        "body": [{"type": "paragraph", "text": "新-桥"}, {"type": "figure", "text": "图"},
                 {"type": "table", "text": "甲乙", "rows": [["甲", "乙"]], "header_rows": 1},
                 {"type": "pullquote", "text": "好", "speaker": "何文"}],
    }]}]}).stories
    assert one.text == "石桥南昌电新桥甲乙好何文记者何文方晴图" and one.heads == ("甲乙",)
    assert list(one.bounds()) == [
        ("headline", 0, 2), ("dateline", 2, 5), ("body", 5, 7), (ROWS, 7, 9), ("quote", 9, 10),
        ("quote", 10, 12), ("byline", 12, 16), ("credits", 16, 18), ("caption", 18, 19)]
    assert [one.part_at(at) for at in (-1, 0, 1, 2, 4, 5, 18, 99)] == [
        "", "headline", "headline", "dateline", "dateline", "body", "caption", "caption"]
    (bare,) = copy_of({"sections": [{"stories": [
        {"body": [{"type": "paragraph", "text": "字" * 20}]}]}]}).stories
    assert bare.name == "字" * 12


@pytest.mark.parametrize(("code", "key"), [
    (raw.FPDF_ERR_PASSWORD, "pdf_encrypted"), (raw.FPDF_ERR_SECURITY, "pdf_encrypted"),
    (raw.FPDF_ERR_FORMAT, "pdf_damaged"), (raw.FPDF_ERR_FILE, "pdf_damaged"),
])
def test_a_file_that_does_not_open_is_locked_or_damaged(code: int, key: str) -> None:
    assert _reason(pdfium.PdfiumError("no", err_code=code)).key == key
