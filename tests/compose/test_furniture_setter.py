"""Short texts of the page: on one line, running, joined, divided and cut by the real composer."""

from __future__ import annotations

import pytest

from edition.compose.classes import NOT_AT_END, NOT_AT_START, kind_of
from edition.compose.composed import Line
from edition.compose.furniture import CUT, FurnitureSetter, most_characters
from edition.compose.typesetter import Typesetter

WEATHER = (
    "晴今日天气晴到多云转阴，最高气温十五度，最低气温三度，东南风二到三级，空气质量良好，适宜出行，"
    "夜间有小到中雨，请市民注意携带雨具，出行注意安全。"
)
MIXED = "《南湖报》第1024期（CN 36-0000）：“石桥”修好了！？见B2、B3版……来电0791-86847200。"


@pytest.fixture
def setter(typesetter: Typesetter) -> FurnitureSetter:
    return FurnitureSetter(typesetter)


def said(lines: tuple[Line, ...]) -> str:
    return "".join(line.text for line in lines)


def is_legal(lines: tuple[Line, ...]) -> bool:
    """No mark stands where it may not, at the head or the foot of a line."""
    inner = [line.text.strip() for line in lines]
    return all(kind_of(text[0]) not in NOT_AT_START for text in inner[1:]) and all(
        kind_of(text[-1]) not in NOT_AT_END for text in inner[:-1]
    )


@pytest.mark.parametrize("text", [WEATHER, MIXED, "“" * 3 + "字" * 40 + "。" * 3])
@pytest.mark.parametrize("measure", [6.0, 9.3, 13.0, 17.2, 24.0])
def test_running_lines_keep_their_marks_and_their_measure(
    setter: FurnitureSetter, text: str, measure: float
) -> None:
    for offset in range(12):
        some = text[offset:]
        lines = setter.running(some, "song", measure)
        assert said(lines) == some
        assert is_legal(lines)
        assert all(line.width <= measure + 1e-6 for line in lines)


def test_running_lines_are_justified_where_that_opens_no_gap(setter: FurnitureSetter) -> None:
    *full, last = setter.running(WEATHER, "song", 17.2)
    assert all(line.width == pytest.approx(17.2) for line in full)
    assert last.width < 17.2
    gappy = setter.running("网址 https://www.example.org/abcdefghij 和 WWWWWWWWWWWWWW", "song", 9.0)
    assert all(line.extra <= 0.25 for line in gappy)


def test_one_line_is_as_wide_as_its_characters(setter: FurnitureSetter) -> None:
    assert setter.line("石桥修好了", "song").width == pytest.approx(5.0)
    assert setter.line("《报》", "song").width == pytest.approx(2.0)
    assert setter.line("", "song") == Line((), 0.0, 0.0, (), last=True)


def test_a_text_is_cut_with_an_ellipsis_and_only_then(setter: FurnitureSetter) -> None:
    def cut(text: str, measure: float) -> str:
        return setter.cut(text, "song", measure).text

    assert cut("石桥修好了", 5) == "石桥修好了"
    assert cut("石桥修好了", 4.9) == "石桥修" + CUT
    assert cut("石桥，修好", 4.0) == "石桥" + CUT
    assert cut("石桥（修好）", 4.2) == "石桥" + CUT
    assert setter.cut("石桥", "song", 9.0, always=True).text == "石桥" + CUT
    for measure in (1.0, 2.5, 7.0):
        assert setter.cut("石桥修好了" * 9, "song", measure).width <= measure
    assert setter.cut("字" * 100_000, "song", 7.0).text == "字" * 6 + CUT


def test_pieces_share_a_line_and_are_broken_only_when_too_wide(setter: FurnitureSetter) -> None:
    lines = setter.joined(["责任编辑 何文", "美术编辑 江南", "某" * 30], "song", 15)
    assert [line.text for line in lines] == [
        "责任编辑 何文\u3000美术编辑 江南", "某" * 15, "某" * 15,
    ]
    assert setter.joined([], "song", 15) == ()


@pytest.mark.parametrize("parts", range(1, 8))
@pytest.mark.parametrize(
    "text", [WEATHER, MIXED, "山城茶馆新茶上市，欢迎品尝", "SALE TODAY", "字" * 900]
)
def test_parts_lose_nothing_and_no_mark_opens_one(
    setter: FurnitureSetter, text: str, parts: int
) -> None:
    lines = setter.divided(text, "song", parts)
    assert said(lines).replace(" ", "") == text.replace(" ", "")
    assert is_legal(lines)
    assert len(lines) <= parts + (len(text) > 400)


def test_parts_are_even_and_part_words_last(setter: FurnitureSetter) -> None:
    assert [line.text for line in setter.divided("山城茶馆新茶上市", "song", 2)] == [
        "山城茶馆", "新茶上市",
    ]
    assert [line.text for line in setter.divided("基层治理与乡村振兴专刊", "song", 2)] == [
        "基层治理", "与乡村振兴专刊",
    ]
    widths = [line.width for line in setter.divided(WEATHER, "song", 3)]
    assert max(widths) - min(widths) < 4


def test_no_text_that_fits_has_more_characters_than_are_looked_at(
    setter: FurnitureSetter,
) -> None:
    narrow = "i" * 200
    width = setter.line(narrow, "song").width
    assert most_characters(width) >= 200
