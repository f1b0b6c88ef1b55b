"""Headlines broken at every width from 6 to 20 characters, against what an editor accepts."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

import pytest

import headline_breaks as marked
from edition.compose.heading import COMPOUND, set_heading
from edition.compose.typesetter import Typesetter
from edition.trade.headwords import Seam, seams
from edition.trade.regions import TAIWAN

WIDTHS = range(6, 21)


def lines_of(typesetter: Typesetter, text: str, width: float) -> list[str]:
    found = set_heading(typesetter, text, "song", width)
    assert found is not None, text
    return [line.text for line in found[0]]


def accepted(head: str) -> tuple[str, set[int]]:
    """A headline without its marks, and where its lines may begin."""
    text = head.replace("/", "")
    places = {at for at, char in enumerate(text, 1) if char in " ，："}
    return text, places | {head.index("/", n) - head[:n].count("/")
                           for n, char in enumerate(head) if char == "/"}


def begins(lines: list[str]) -> set[int]:
    return set(list(accumulate(map(len, lines)))[:-1])


@pytest.mark.parametrize(("heads", "share"), [(marked.TUNED, 0.91), (marked.HELD, 0.93)])
def test_lines_end_where_an_editor_accepts_it(
    typesetter: Typesetter, heads: str, share: float
) -> None:
    """Nearly always: some headlines have no good break in six characters."""
    assert len(heads.splitlines()) >= 40
    good = broken = 0
    for text, places in map(accepted, heads.splitlines()):
        for width in WIDTHS:
            lines = lines_of(typesetter, text, width)
            if len(lines) > 1:
                broken += 1
                good += begins(lines) <= places
    assert broken >= 200 and good / broken >= share


def test_a_headline_a_night_editor_objected_to_is_broken_where_he_would(
    typesetter: Typesetter,
) -> None:
    for text, places in map(accepted, marked.READ.splitlines()):
        for width in range(8, 21):
            lines = lines_of(typesetter, text, width)
            assert begins(lines) <= places, lines


def test_from_eight_characters_on_hardly_any_line_is_bad_and_none_a_lone_word(
    typesetter: Typesetter,
) -> None:
    bad = []
    for text, places in map(accepted, marked.TUNED.splitlines()):
        for width in range(8, 21):
            lines = lines_of(typesetter, text, width)
            assert len(lines) == 1 or len(lines[-1].strip()) > 2, lines
            if not begins(lines) <= places:
                bad.append(lines)
    assert {line[0] for line in bad} <= {"水库大坝除险", "老城墙下最后"}, bad


def test_a_traditional_twin_is_broken_alike(typesetter: Typesetter) -> None:
    taiwan = replace(typesetter, region=TAIWAN)
    pairs = [line.split("=") for line in marked.TWINS.splitlines()]
    assert len(pairs) == 20
    for text, twin in pairs:
        for width in WIDTHS:
            lines = [lines_of(typesetter, text, width), lines_of(taiwan, twin, width)]
            assert "，" in text or begins(lines[0]) == begins(lines[1]), lines


@pytest.mark.parametrize("head", [
    "惠民|票", "古浮桥|畔夜市火", "海线区|间车", "麦田|边的小学", "播种过九|成", "下|月增十二班",
    "搬进新|家", "明天|起恢复上课", "老|书进城", "走|起来",
    "输了零|比|三以后", "二|比|零落后", "第|一百零三|次", "深夜|十一点|四十分", "上午|九点|二十分",
    "旧歌|本里", "灰|雨衣的人", "百分之|二十", "二|〇|二|六|届毕业生", "十月|十五|日", "等人|椅",
])
def test_what_is_one_word_to_its_reader(head: str) -> None:
    text = head.replace("|", "")
    for n, at in enumerate(at for at, char in enumerate(head) if char == "|"):
        assert seams(text).get(at - n, Seam.TORN) is Seam.TORN


@pytest.mark.parametrize(("head", "seam"), [
    ("进|地铁站", Seam.CLINGS), ("也|不问", Seam.CLINGS), ("哪位|医生在岗", Seam.CLINGS),
    ("播种|过九成", Seam.VERB), ("播种过|九成", Seam.CLINGS),
    ("一碗|热汤", Seam.COUNTED), ("分红|现金", Seam.OBJECT),
    ("输了|零比三", Seam.ENDING), ("零比三|输给邻校", Seam.VERB), ("本月|十月一日", Seam.CLINGS),
    ("一位|穿灰雨衣的人", Seam.VERB), ("一条|断头路", Seam.COUNTED),
    ("关于冬季|火灾防控", Seam.COMPOUND), ("一间|“什么也不问”的房间", Seam.VERB),
    ("鱼档|开“夜班”", Seam.VERB), ("鱼档开|“夜班”", Seam.CLINGS),
    ("从海上|来的信", Seam.CLINGS), ("周一|开学", Seam.VERB),
    ("水渠，|等了八年", Seam.PAUSE), ("医生|在一查便知", Seam.CLINGS),
])
def test_what_an_editor_thinks_of_a_break(head: str, seam: Seam) -> None:
    assert seams(head.replace("|", ""))[head.index("|")] is seam


@pytest.mark.parametrize("head", ["", "位", "位石桥", "个月", "石桥过"])
def test_a_headline_may_begin_with_a_measure_or_be_empty(head: str) -> None:
    assert all(0 < at < len(head) for at in seams(head))


def test_a_clause_and_a_quotation_cost_more_to_part(typesetter: Typesetter) -> None:
    def price(text: str, width: float) -> float:
        found = set_heading(typesetter, text, "song", width)
        assert found is not None and found[1] < COMPOUND
        return found[1]

    assert price("茶农不用农药，萤火虫回来了", 6) > price("茶农不用农药，萤火虫回来了", 8) + 3
    assert price("“什么也不会多问”的修车铺", 6) > price("“什么也不会多问”的修车铺", 9) + 3


@pytest.mark.parametrize("head", ["换上“晚一刻”铃声", "合编《大埔道口述史》", "江边的“修理星期六”"])
def test_a_short_quotation_or_title_is_parted_only_where_nothing_else_fits(
    typesetter: Typesetter, head: str
) -> None:
    first, last = sorted(head.index(mark) for mark in head if mark in "“”《》")
    for width in range(8, 12):
        assert not begins(lines_of(typesetter, head, width)) & set(range(first + 1, last + 1))
    assert len(lines_of(typesetter, head, 4)) > 1
