"""Headings break between words and sense units (HD1), in balanced lines (HD3), or not at all."""

from __future__ import annotations

from itertools import accumulate

import pytest

from edition.compose.heading import set_heading
from edition.compose.typesetter import Typesetter
from edition.trade.words import words

HEADS = [
    "党建赋能 让社区治理有温度",
    "制造悬念的人为何总能成功",
    "全县投入20万欧元扩大内需",
    "“两新”群体为基层治理注入新活力",
    "积极开展安全饮水大排查",
    "定南县总工会：推动职工互助保障工作提质增效",
    "老街的灯亮了，归来的人多了",
]


def broken(typesetter: Typesetter, text: str, width: float) -> list[str] | None:
    found = set_heading(typesetter, text, "song", width)
    return None if found is None else [line.text for line in found[0]]


@pytest.mark.parametrize("text", HEADS)
@pytest.mark.parametrize("width", [6, 7, 9, 11, 13, 18])
def test_a_heading_is_never_broken_inside_a_word(
    typesetter: Typesetter, text: str, width: int
) -> None:
    lines = broken(typesetter, text, width)
    if lines is None:
        return
    assert "".join(lines) == text
    starts = {0, *accumulate(len(w) for w in words(text))}
    for at in accumulate(len(line) for line in lines):
        assert at in starts, lines
    assert all(line[0] not in "的地得了着，。！？、：；”》）" for line in lines), lines
    assert all(line.rstrip()[-1] not in "“《（" for line in lines), lines


def test_the_space_of_a_headline_is_its_best_break(typesetter: Typesetter) -> None:
    assert broken(typesetter, HEADS[0], 10) == ["党建赋能 ", "让社区治理有温度"]


def test_a_clause_is_a_better_break_than_a_noun_phrase(typesetter: Typesetter) -> None:
    assert broken(typesetter, HEADS[5], 16) == ["定南县总工会：", "推动职工互助保障工作提质增效"]
    assert broken(typesetter, HEADS[3], 12) == ["“两新”群体", "为基层治理注入新活力"]


def test_a_heading_that_cannot_be_broken_well_is_refused(typesetter: Typesetter) -> None:
    assert broken(typesetter, HEADS[5], 3) is None


def test_one_line_is_kept_when_it_fits(typesetter: Typesetter) -> None:
    for text in HEADS:
        assert broken(typesetter, text, 40) == [text]


def test_a_figure_keeps_its_unit_and_a_word_its_first_character(typesetter: Typesetter) -> None:
    for width in (6, 7, 9):
        lines = broken(typesetter, "市政府发布2026年10万套住房计划", width)
        assert lines is None or all(not line.rstrip()[-1].isdigit() for line in lines), lines
    assert broken(typesetter, "孩子了解着火原因", 4) is not None
