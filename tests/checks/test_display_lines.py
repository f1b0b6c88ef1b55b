"""Lines at the size of the text that are no running text: quotations, signatures, verse, dates."""

from __future__ import annotations

import json
from itertools import pairwise
from types import SimpleNamespace
from typing import Any

import pytest

from checks.made_up import EM, MEASURE, Leg, Page, Story, finding, quick, words
from edition.checks.sight.line_runs import JoinedCopy, settle

MUSTS = ("JU2", "GR1", "PA1", "PW2")
QUOTE = ["甲乙丙丁戊己庚辛壬", "子丑寅卯辰巳午未申", "天地玄黄宇宙洪荒日"]
"""lines nine em wide, two em from either edge"""


def column(*blocks: dict[str, Any], byline: str = "") -> bytes:
    story = {"rank": None, "headline": "山城水暖", "body": list(blocks),
             "byline": [], "credits": [byline] if byline else []}
    return json.dumps({"sections": [{"title": None, "stories": [story]}]}).encode()


def text(seed: int, rows: int) -> list[str]:
    """Rows of a paragraph, its first indented, its last two em short."""
    running = "　　" + words(seed, rows * MEASURE - 4)
    return [running[i : i + MEASURE] for i in range(0, len(running), MEASURE)]


def paragraph(rows: list[str]) -> dict[str, Any]:
    return {"type": "paragraph", "text": "".join(rows).replace("　", "")}


def page(legs: list[Leg], *aside: tuple[float, float, str]) -> Page:
    found = Page([Story(0, "山城水暖", 24, 0, 0, legs, "")])
    em = 1 / (MEASURE + 1)
    found.lines = [(column + at * em, row, EM, said) for column, at, row, said in (
        (int(x), x % 1 * 100, row, said) for x, row, said in aside)]
    return found


def broken(made: Page, copy: bytes | None) -> list[str]:
    report = quick(made, copy)
    return [name for name in MUSTS if finding(report, name).count]


@pytest.mark.parametrize("inset", [0.015, 0.020])
def test_a_quotation_at_the_size_of_the_text_breaks_no_measure(inset: float) -> None:
    first, second = text(3, 8), text(5, 8)
    legs = [Leg(0, 3, first), Leg(1, 3, second)]
    aside = [(1 + inset, 13 + n, line) for n, line in enumerate(QUOTE)]
    copy = column(paragraph(first), paragraph(second),
                  {"type": "pullquote", "text": "".join(QUOTE)})
    assert broken(page(legs, *aside), copy) == []


def test_a_quotation_set_before_the_words_it_quotes_takes_none_of_them() -> None:
    quote, text = "桃花坞先后整治河道岸绿了人也多了", "今年以来乡里的戏台又亮了灯来听戏的人坐满场院"
    tail = "从老码头到北原镇"
    master = quote + text + quote + tail
    ends = (0, 16, 38, 62)
    copy = JoinedCopy(master, [], frozenset(pairwise(ends)), quotes=[(0, 16)])
    lines = (text[:12], text[12:], quote[:8], quote[8:], quote[:9], quote[9:] + tail[:4], tail[4:])
    seen: Any = [
        SimpleNamespace(page=1, y=700.0 - 15 * n, x=50.0, size=9.9 if n in (2, 3) else 9.0,
                        glyphs=[SimpleNamespace(right=200.0)] * len(line))
        for n, line in enumerate(lines)
    ]
    assert settle(copy, seen, lines, [False] * 7)[0] == [16, 28, 0, 8, 38, 47, 58]


def test_a_line_of_the_text_takes_no_place_of_a_quotation_in_display() -> None:
    text = "今年以来乡里的戏台又亮了灯来听戏的人坐满场院两边的茶摊也摆到了村口夜里还有人舍不得走"
    quote = "桃花坞先后整治河道岸绿了人也多了"
    head, after = "按约定戏台每周二四六开放", "从老码头到北原镇"
    master = text + quote + head + quote + after
    begin = len(text)
    end = begin + len(quote)
    ends = (0, begin, end, end + len(head), len(master))
    copy = JoinedCopy(master, [], frozenset(pairwise(ends)), quotes=[(begin, end)])
    lines = (quote[:8], quote[8:], text[:20], text[20:], head, quote[:14], quote[14:] + after)
    seen: Any = [
        SimpleNamespace(page=1, y=700.0 - 15 * n, x=50.0, size=9.9 if n < 2 else 9.0,
                        glyphs=[SimpleNamespace(right=200.0)] * len(line))
        for n, line in enumerate(lines)
    ]
    assert settle(copy, seen, lines, [False] * 7)[0] == [
        begin, begin + 8, 0, 20, end, end + 12, end + 26
    ]


@pytest.mark.parametrize("at", [0.0, 0.04, 0.014])
def test_a_signature_at_the_size_of_the_text_is_no_line_of_it(at: float) -> None:
    first, second = text(3, 8), text(5, 8)
    copy = column(paragraph(first), paragraph(second), byline="本报记者于迟摄影报道")
    legs = [Leg(0, 3, first), Leg(1, 3, second)]
    assert broken(page(legs, (1 + at, 11, "本报记者于迟摄影报道")), copy) == []


def test_a_short_line_of_the_text_is_still_found_with_the_copy() -> None:
    first, second = text(3, 8), text(5, 8)
    rows = [*second[:3], second[3][:-2], *second[4:]]
    legs = [Leg(0, 3, first), Leg(1, 3, rows)]
    assert "JU2" in broken(page(legs), column(paragraph(first), paragraph(rows)))


def test_verse_and_a_date_are_told_without_the_copy() -> None:
    first = text(3, 8)
    verse = ["像小时候数星星", "谁在夜里敲门", "风从山那边来", "母亲坐在门前", "像小时候数星星"]
    legs = [Leg(0, 3, first), Leg(1, 3, text(5, 4)), Leg(2, 3, verse)]
    dated = page(legs, (1.06, 7, "柳湾村委会"), (1.08, 8, "八月七"))
    assert broken(dated, None) == []


def test_a_ragged_setting_is_still_found_without_the_copy() -> None:
    rows = text(3, 12)
    ragged = [row if n % 3 else row[:-1] + "a" for n, row in enumerate(rows)]
    assert "JU2" in broken(page([Leg(0, 3, ragged), Leg(1, 3, text(5, 12))]), None)


def test_a_headline_of_lines_of_two_characters_is_found_whole() -> None:
    lines = ("本土", "话剧", "年末", "上演", "林场所在的山谷", "今年以来乡里的戏台又亮了灯")
    master = "本土话剧年末上演" + lines[5] + lines[4]
    copy = JoinedCopy(master, [(0, 8)], frozenset({(0, 8), (8, 21), (21, 28)}), frozenset({21}))
    seen: Any = [
        SimpleNamespace(page=1, y=700.0 - 40 * n, x=50.0, size=9.0,
                        glyphs=[SimpleNamespace(right=200.0)]) for n in range(len(lines))
    ]
    large = [n < 4 for n in range(len(lines))]
    assert settle(copy, seen, lines, large)[0] == [0, 2, 4, 6, 21, 8]
    assert settle(copy, seen, lines, [False] * 6)[0][:4] == [-1] * 4
