"""Lines that look alike: asked about at once, answered at once."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from each_file import read_each
from edition import build
from edition.errors import Diagnostic, WrongUse
from edition.model import Crosshead, ListBlock
from edition.readers import Read
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.likelines import asked_together
from edition.readers.labelling.linepatterns import pattern_of
from edition.readers.labelling.states import LineState
from edition.readers.sources import Source
from edition.render.editor.snippets import snippet

S = LineState
NAMES = "、".join(("王大明", "李国强", "赵小兰（女）", "钱方", "孙如玉", "周正", "吴山", "郑望江"))
PAGE = f"""\
全县劳动模范名单公布

县总工会昨天公布了今年的劳动模范名单，一共三个方面，名单如下。

农业界（８人）

{NAMES}

教育界（８人）

{NAMES}

卫生界（８人）

{NAMES}

集市搬进新棚

镇上的集市昨天搬进了钢架大棚，下雨天也不必收摊，买菜的人比从前多了一倍。

棚里分了四个区，卖菜的、卖肉的、卖布的各有各的地方。（林小满）
"""


def read(answers: str = "", page: str = PAGE) -> Read:
    return build.repair(read_each([Source("page.txt", page.encode(), answers.encode())])[0])


def asked(found: Read) -> list[Diagnostic]:
    return [r for r in found.diagnostics if r.kind in ("part_unsure", "parts_unsure")]


def made(chance: float, state: LineState = S.CROSSHEAD, other: LineState = S.HEADLINE) -> Labelled:
    return Labelled(state, chance, other, (1 - chance) / 2)


# --- patterns

@pytest.mark.parametrize(("one", "two"), [
    ("基金會編號：A3001", "基金會編號：A3152"), ("《明报》", "《商报》"),
    ("１、大江截流展宏图", "12、棉堆如山"),
    ("九三学社（３５人）", "中国致公党（２０人）"), ("04/03/2009 18:20", "04/03/2009 9:05"),
    ("一、稳定面积", "十二、加强领导"), (NAMES, NAMES.replace("王", "汪")),
    ("▲6月8日，一名男子搭救司机，" + 30 * "长", "▲死亡证明提到，死因不明，" + 30 * "长"),
])
def test_lines_of_one_pattern(one: str, two: str) -> None:
    assert pattern_of(one) == pattern_of(two) != ""


@pytest.mark.parametrize(("one", "two"), [
    ("《明报》", "明报"), ("１、大江截流展宏图", "一、大江截流，展宏图"),
    ("新桥通车了", "新桥通车了？"),
])
def test_lines_of_other_patterns(one: str, two: str) -> None:
    assert pattern_of(one) != pattern_of(two)


def test_prose_has_no_pattern() -> None:
    assert not pattern_of("镇上的集市搬进了钢架大棚，下雨天也不必收摊，人比从前多了一倍，都说好。")


# --- what is asked at once

def groups(texts: list[str], found: list[Labelled], settled: frozenset[int] = frozenset()
           ) -> list[tuple[int, ...]]:
    unsure = [at for at, one in enumerate(found) if one.chance < 0.5 and at not in settled]
    return [asked.places for asked in asked_together(texts, found, unsure, settled)]


def test_a_family_of_marked_lines_is_asked_about_once_however_far_apart() -> None:
    texts = ["农业界（８人）", *30 * ["长" * 40], "教育界（９人）", "卫生界（１２人）"]
    found = [made(0.4), *30 * [made(0.95)], made(0.7), made(0.95)]
    assert groups(texts, found) == [(0, 31)]


def test_plain_short_lines_are_asked_about_at_once_where_their_doubt_is_the_same() -> None:
    texts = ["钱从哪来", "长" * 40, "人往哪去", "长" * 40, "地由谁种"]
    found = [made(0.4), made(1.0), made(0.45), made(1.0), made(0.3, S.SECTION, S.BYLINE_OVER)]
    assert groups(texts, found) == [(4,), (0, 2)]


def test_lines_that_stand_together_are_asked_about_at_once() -> None:
    texts = ["渔民在海上" + 30 * "捕", "老人在树下下着一盘没有下完的棋，" + 30 * "看", "尾"]
    found = [made(0.4, S.CAPTION, S.PARAGRAPH), made(0.3, S.PARAGRAPH, S.CAPTION), made(0.9)]
    assert groups(texts, found) == [(0, 1)]


def test_what_is_settled_is_not_asked_about() -> None:
    texts = ["《明报》", "《商报》", "《大公报》"]
    assert groups(texts, 3 * [made(0.4)], frozenset({1})) == [(0, 2)]


def test_every_doubtful_line_is_in_one_question() -> None:
    texts = ["《明报》", "农业界（８人）", "商报", "教育界（８人）", "《商报》", "长" * 50]
    found = [made(0.1 * (at % 5)) for at in range(len(texts))]
    places = [at for group in groups(texts, found) for at in group]
    assert sorted(places) == list(range(len(texts)))


# --- answers

LINES = (5, 9, 13)
GIVEN = """[[answers]]
line = 5
text = "农业界"
do = "crosshead"
also = ["教育界", "卫生界"]
"""


def crossheads(found: Read) -> list[tuple[int, ...]]:
    return [b.lines for s in found.edition.stories for b in s.body if isinstance(b, Crosshead)]


def test_one_answer_says_what_several_lines_are() -> None:
    found = read(GIVEN)
    assert crossheads(found) == [(line,) for line in LINES]
    assert not {"answer_stale", "not_conserved"} & {r.kind for r in found.diagnostics}
    lists = GIVEN.replace("crosshead", "list").replace("line = 5", "line = 7").replace(
        "农业界", "王大明").replace('"教育界", "卫生界"', '"王大明、李国强", "郑望江"')
    found = read(lists)
    blocks = [b.lines for s in found.edition.stories for b in s.body if isinstance(b, ListBlock)]
    assert {7, 11, 15} <= {line for lines in blocks for line in lines}


def test_the_further_lines_are_found_again_when_the_copy_moves() -> None:
    moved = PAGE.replace("县总工会", "县里还下了通知。\n\n县总工会", 1)
    found = read(GIVEN, moved)
    assert crossheads(found) == [(line + 2,) for line in LINES]
    assert "answer_stale" not in {r.kind for r in found.diagnostics}


def test_a_further_line_that_is_gone_is_named_and_the_rest_holds() -> None:
    found = read(GIVEN.replace("教育界", "体育界"))
    assert (5,) in crossheads(found) and (13,) in crossheads(found)
    (stale,) = [r for r in found.diagnostics if r.kind == "answer_stale"]
    assert stale.text == "体育界"


@pytest.mark.parametrize("do", ["keep", "join", "hold", "drop"])
def test_further_lines_go_with_a_part_alone(do: str) -> None:
    with pytest.raises(WrongUse) as told:
        read(GIVEN.replace("crosshead", do))
    assert told.value.kind == "answer_also"


def test_the_proof_sheets_answer_settles_the_question(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.readers.pasted.doubts.ASKED", 0.9999)
    monkeypatch.setattr("edition.readers.labelling.likelines._SURE", 1.1)
    before = read()
    (question,) = [r for r in asked(before) if r.line == 5]
    assert question.kind == "parts_unsure" and question.values["lines"] == LINES
    told = snippet(question, before.copy[0].lines, None)
    answered = re.sub('do = "keep"\nquery = .*\n', "", told).replace("# also", "also")
    answered = answered.replace('# do = "crosshead"', 'do = "crosshead"')
    after = read(answered)
    assert crossheads(after) == [(line,) for line in LINES]
    assert not {r.line for r in asked(after)} & set(LINES)
    assert "answer_stale" not in {r.kind for r in after.diagnostics}


def test_a_line_that_cannot_be_told_from_those_above_it_is_left_to_another_answer() -> None:
    question = Diagnostic("parts_unsure", {"lines": (1, 3, 4)}, 1, text="农业界")
    told = snippet(question, ["农业界", "说到教育界和卫生界", "教育界", "卫生界"], None)
    assert told.endswith("# also = []")
    told = snippet(replace(question, values={"lines": (1, 3)}), ["农业", "无关", "教育"], None)
    assert told.endswith('# also = ["教育"]')
