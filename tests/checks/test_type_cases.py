"""The rules of composition on lines set by hand: what breaks each, and what just does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checks.made_up import clean, seen
from edition.checks.rules.typography.justification import han_gaps, stretch
from edition.checks.rules.typography.type_rules import TYPE_RULES, judge_type
from edition.checks.sight.seen_lines import BodyType, SeenLine, TextFrame, text_frames
from edition.checks.sight.sheet import Glyph
from edition.checks.sight.type_lines import TypeLine, type_lines

EM, PITCH, MEASURE = 10.0, 15.0, 6
Set = str | Sequence[tuple[str, float]]
"""a line set solid, or (character, em from the left)"""


def glyph(char: str, at: float, row: int) -> Glyph:
    x, y = at * EM, 700 - row * PITCH
    wide = 0.5 * EM if char.isascii() else EM
    return Glyph(char, x, y, EM, "f", x, x + wide, y - 1.2, y + 8.8)


def solid(text: str) -> list[tuple[str, float]]:
    """Characters one em from each other, letters and digits half an em; 　 is an indent."""
    found, at = [], 0.0
    for char in text:
        if char != "　":
            found.append((char, at))
        at += 0.5 if char.isascii() else 1.0
    return found


def lines(*rows: Set, centred: bool = False, copy: str = "") -> tuple[TypeLine, ...]:
    drawn = [solid(row) if isinstance(row, str) else row for row in rows]
    found = tuple(SeenLine(1, tuple(glyph(char, at, n) for char, at in row))
                  for n, row in enumerate(drawn))
    frame = TextFrame(1, 0.0, MEASURE, EM, found)
    return type_lines([frame], PITCH, copy=copy, language="zh-Hant" if centred else "")


def broken(code: str, *rows: Set, centred: bool = False, copy: str = "") -> list[bool]:
    """Whether each case of a rule is broken."""
    found = lines(*rows, centred=centred, copy=copy)
    return [case[0] for case in TYPE_RULES[code].cases(found)]


@pytest.mark.parametrize(("second", "found"), [
    ("，乙丙丁戊己", True), ("·乙丙丁戊己", True), ("/乙丙丁戊己", True), ("”乙丙丁戊己", True),
    ("—乙丙丁戊己", True), ("——乙丙丁戊", False), ("“乙丙丁戊己", False), ("乙丙丁戊己庚", False),
])
def test_lb1_what_opens_a_line(second: str, found: bool) -> None:
    assert broken("LB1", "　　甲乙丙丁", second) == [found], "the first of a paragraph is no case"


@pytest.mark.parametrize(("end", "found"), [("“", True), ("（", True), ("”", False), ("己", False)])
def test_lb2_what_ends_a_line(end: str, found: bool) -> None:
    assert broken("LB2", "甲乙丙丁戊" + end, "甲") == [found, False]


@pytest.mark.parametrize(("first", "second", "found"), [
    ("甲乙丙丁戊—", "—乙", True), ("甲乙丙丁——", "—乙", False), ("甲乙丙———", "—乙", True),
    ("甲乙丙丁戊…", "…乙", True), ("甲乙丙丁戊！", "？乙", True), ("甲乙丙丁戊！", "乙", False),
    ("甲乙丙丁戊己", "己乙", False),
])
def test_lb4_split_units(first: str, second: str, found: bool) -> None:
    assert broken("LB4", first, second) == [found]


@pytest.mark.parametrize(("first", "second", "found"), [
    ("甲乙丙丁戊1", "2乙", True), ("甲乙丙丁戊5", "%乙", True), ("甲乙丙丁戊￥", "5乙", True),
    ("甲乙丙丁戊5", "乙", False), ("甲乙丙丁戊己", "5乙", False), ("甲乙丙丁戊￥", "乙", False),
])
def test_lb5_split_numbers(first: str, second: str, found: bool) -> None:
    assert broken("LB5", first, second) == [found]
    assert broken("LB5", first, "　　" + second) == [], "the end of a paragraph is no break"


def test_lb5_a_word_of_the_copy() -> None:
    rows = "甲乙丙丁戊go", "od乙"
    assert broken("LB5", *rows) == [False]
    assert broken("LB5", *rows, copy="他说good。") == [True]
    assert broken("LB5", *rows, copy="他说go od。") == [False]
    assert broken("LB5", *rows, copy="见a.good。") == [False], "an address may break"


@pytest.mark.parametrize(("first", "second", "found"), [
    ("甲乙丙丁5～", "6乙", [True]), ("甲乙丙丁5—", "6乙", [True]), ("甲乙丙5——", "6乙", []),
    ("甲乙丙丁5～", "乙", [False]), ("甲乙丙丁戊5", "～乙", [False]), ("甲乙丙丁戊己", "乙", []),
])
def test_lb6_split_ranges(first: str, second: str, found: list[bool]) -> None:
    assert broken("LB6", first, second) == found


@pytest.mark.parametrize(("step", "pair", "centred", "found"), [
    (0.5, "：“", False, [False]), (1.0, "：“", False, [True]), (0.54, "：“", False, [False]),
    (0.6, "：“", False, [True]), (1.0, "”，", False, [True]), (1.0, "，。", False, []),
    (1.0, "““", False, [True]), (0.75, "。」", True, [False]), (0.75, "。」", False, [True]),
    (1.0, "。」", True, [True]), (1.0, "！」", True, [False]), (1.0, "！」", False, [True]),
])
def test_pw1_adjacent_marks(step: float, pair: str, centred: bool, found: list[bool]) -> None:
    row = [("甲", 0.0), ("乙", 1.0), (pair[0], 2.0), (pair[1], 2.0 + step), ("丙", 4.0)]
    assert broken("PW1", row, centred=centred) == found


def test_pw1_leaves_out_the_even_stretch_of_the_line() -> None:
    row = [("甲", 0.0), ("乙", 1.2), ("：", 2.4), ("“", 3.1), ("丙", 4.3)]
    assert broken("PW1", row) == [False]
    assert stretch(lines(row)[0]) == pytest.approx(0.2)


@pytest.mark.parametrize(("end", "at", "centred", "found"), [
    ("，", 5.5, False, [False]), ("，", 5.44, False, [True]), ("，", 5.0, False, [True]),
    ("」", 5.5, True, [False]), ("」", 5.25, True, [True]), ("。", 5.25, True, [False]),
    ("。", 5.0, True, [True]), ("！", 5.0, True, [False]), ("！", 5.0, False, [True]),
    ("己", 5.0, False, []),
])
def test_pw2_marks_at_the_line_end(
    end: str, at: float, centred: bool, found: list[bool]
) -> None:
    row = [("甲", 0.0), ("乙", 1.0), (end, at)]
    assert broken("PW2", row, "乙", centred=centred) == found
    assert broken("PW2", row, centred=centred) == [], "the last of a paragraph is no case"


@pytest.mark.parametrize(("at", "found"), [(-0.5, False), (-0.4, True), (0.0, True), (-0.6, True)])
def test_pw3_openers_at_the_line_start(at: float, found: bool) -> None:
    assert broken("PW3", "甲乙丙丁戊己", [("“", at), ("乙", at + 1)]) == [found]
    assert broken("PW3", [("“", 1.5), ("乙", 2.5)]) == [], "the first of a paragraph is no case"


@pytest.mark.parametrize(("gap", "found"), [
    (0.0, True), (0.05, True), (0.125, False), (0.25, False), (0.5, False), (0.7, True),
])
def test_ju1_gaps_between_han_and_latin(gap: float, found: bool) -> None:
    before = [("甲", 0.0), ("乙", 1.0), ("a", 2.0 + gap)]
    after = [("甲", 0.0), ("乙", 1.0), ("，", 2.0), ("a", 3.0), ("丙", 3.5 + gap)]
    assert broken("JU1", before) == [found]
    assert broken("JU1", after) == [found]


def test_ju1_leaves_out_the_even_stretch_of_the_line() -> None:
    assert broken("JU1", [("甲", 0.0), ("乙", 1.2), ("a", 2.9)]) == [False]
    assert broken("JU1", [("甲", 0.0), ("a", 1.9), ("，", 2.4)]) == [False], "all gaps alike"


@pytest.mark.parametrize(("row", "found"), [
    ([("甲", 0.0), ("己", 5.0)], False), ([("甲", 0.0), ("己", 4.94)], True),
    ([("甲", 0.0), ("己", 5.06)], True), ([("甲", 0.1), ("己", 5.0)], True),
    ([("甲", 0.07), ("己", 5.0)], False), ([("甲", 0.0), ("，", 5.5)], False),
    ([("甲", 0.0), ("，", 5.0)], False), ([("甲", 0.0), ("，", 5.2)], True),
    ([("甲", 0.0), ("a", 5.5)], False), ([("甲", 0.0), ("a", 5.4)], False),
    ([("甲", 0.0), ("a", 5.3)], True), ([("“", -0.5), ("己", 5.0)], False),
    ([("“", 0.0), ("己", 5.0)], False), ([("“", 0.3), ("己", 5.0)], True),
])
def test_ju2_edges(row: Set, found: bool) -> None:
    assert broken("JU2", row, "乙") == [found], "the last of a paragraph is no case"


@pytest.mark.parametrize(("step", "tight", "wide"), [
    (0.99, True, False), (0.997, False, False), (1.0, False, False), (1.25, False, False),
    (1.26, False, True),
])
def test_ju5_and_ju6_gaps_between_han(step: float, tight: bool, wide: bool) -> None:
    row = [("甲", 0.0), ("乙", step), ("，", 3.0)]
    assert broken("JU5", row, "乙") == [tight]
    assert broken("JU6", row, "乙") == [wide]
    assert broken("JU6", row) == [], "the last of a paragraph is no case"


def test_the_gap_of_a_line_is_its_least_and_those_of_a_text_are_sorted() -> None:
    rows = [("甲", 0.0), ("乙", 1.3), ("丙", 2.4)], [("甲", 0.0), ("乙", 1.05)], "乙"
    assert han_gaps(lines(*rows)) == pytest.approx([0.05, 0.1])


def test_a_line_without_two_han_side_by_side_has_no_gap_of_han() -> None:
    mixed = [("甲", 0.0), ("a", 1.1), ("乙", 1.7), ("b", 2.8), ("丙", 3.4)]
    assert han_gaps(lines(mixed, "甲乙丙丁戊己", "甲乙")) == pytest.approx([0.0])
    assert han_gaps(lines([("a", 0.0), ("b", 0.5), ("c", 1.0)], "甲乙")) == []


@pytest.mark.parametrize(("char", "at", "found"), [
    ("甲", 2.0, False), ("甲", 1.0, False), ("甲", 1.5, True), ("甲", 3.0, True),
    ("甲", 2.05, False), ("“", 1.5, False), ("“", 2.0, False), ("“", 1.75, True),
])
def test_pa1_indents(char: str, at: float, found: bool) -> None:
    assert broken("PA1", [(char, at), ("乙", at + 1)], "丙") == [found]


@pytest.mark.parametrize(("last", "found"), [
    ("了。", True), ("。”", True), ("好了。", False), ("好了", False), ("了", True),
])
def test_pa2_runts(last: str, found: bool) -> None:
    assert broken("PA2", "　　甲乙丙丁", last) == [found]
    assert broken("PA2", "　　" + last) == [], "a paragraph of one line is no case"


def test_gr1_the_measure_is_that_of_most_full_lines() -> None:
    even, short = [("甲", 0.0), ("己", 5.0)], [("甲", 0.0), ("己", 4.8)]
    assert broken("GR1", even, even, short, "乙") == [False]
    assert broken("GR1", even, short, short, "乙") == [True]
    assert broken("GR1", "　　甲") == [], "no full line, no case"


def test_a_wide_step_ends_a_paragraph() -> None:
    first, second = lines("甲乙丙丁戊己", "乙")
    frame = replace(first.frame, lines=(first.line, replace(second.line, glyphs=tuple(
        replace(g, y=g.y - 6) for g in second.line.glyphs))))
    assert [s.last for s in type_lines([frame], PITCH)] == [True, True]
    assert [s.last for s in type_lines([first.frame], PITCH)] == [False, True]


def drawn_rows(*rows: tuple[int, str]) -> list[SeenLine]:
    """Lines set solid on these rows."""
    return [SeenLine(1, tuple(glyph(char, at, row) for char, at in solid(text)))
            for row, text in rows]


def test_a_line_that_sticks_out_does_not_widen_the_measure() -> None:
    body = BodyType(EM, PITCH)
    even = [(n, "甲乙丙丁戊己") for n in range(8)]
    (frame,) = text_frames(drawn_rows(*even, (8, "甲乙丙丁戊己庚辛")), body)
    assert frame.measure == 6
    (frame,) = text_frames(drawn_rows(*even[:4], *((n, "甲乙丙丁戊己庚辛") for n in (4, 5))), body)
    assert frame.measure == 8, "a third of the lines do not stick out"


@pytest.mark.parametrize(("step", "count"), [(4, 1), (5, 2)])
def test_a_leg_goes_on_over_four_rows_at_most(step: int, count: int) -> None:
    rows = [*range(3), *range(2 + step, 5 + step)]
    found = text_frames(drawn_rows(*((n, "甲乙丙丁戊己") for n in rows)), BodyType(EM, PITCH))
    assert len(found) == count


@pytest.mark.parametrize(("code", "rows", "worst"), [
    ("JU5", ([("甲", 0.0), ("乙", 0.9), ("丙", 1.85)],), 0.9),
    ("PW2", ([("甲", 0.0), ("，", 5.0)], [("甲", 0.0), ("，", 5.3)], "乙"), -1.0),
    ("PW3", ("甲乙丙丁戊己", [("“", -0.8), ("乙", 0.2)], [("“", 0.0), ("乙", 1.0)]), 0.8),
    ("JU1", ([("甲", 0.0), ("乙", 1.0), ("a", 2.8)],), 0.8),
    ("LB1", ("甲乙丙丁戊己", "，乙"), 0.0), ("JU5", ("甲乙",), None),
])
def test_the_worst_case_is_told_with_the_places(
    code: str, rows: tuple[Set, ...], worst: float | None
) -> None:
    paper = replace(seen(clean()), type_lines=lines(*rows))
    found = judge_type(code, paper)
    assert found.worst == (None if worst is None else pytest.approx(worst))
    assert len(found.places) == found.count
    assert [p.text for p in found.places if len(p.text) > 24] == []
