"""What kind a line is, where one sign more or less decides."""

from __future__ import annotations

import pytest

from edition.readers.pasted.classify import classify
from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.linekinds import LineKind, follower, leader

COPY = "昨天，渠修通了，大家都很高兴，说以后种地不愁。"
LONG = "古驿道发现宋代石刻专家称可补史料之缺市民可以预约参观每天三百人共五天"
PAGES = [f"第A{n:02d}版：城事" for n in range(2, 8)]


def kinds(*rows: str) -> str:
    """The kinds of the lines, a letter each."""
    lines, _ = page_lines("\n".join(rows), "a")
    return " ".join(kind.value for kind in classify(lines))


@pytest.mark.parametrize(("rows", "wanted"), [
    (("甲　1", "乙　2"), "table table"),
    (("甲　一　1", "乙　二　一"), "head text"),
    (("甲　一　1", "乙　二　一", "丙　三　一"), "table table table"),
    (("甲　一　一", "乙　二　一", "丙　三　一"), "head head text"),
    (("甲　一", "乙　二", "丙　3"), "head head text"),
])
def test_a_table_has_figures_in_its_cells(rows: tuple[str, ...], wanted: str) -> None:
    assert kinds(*rows) == wanted


@pytest.mark.parametrize(("rows", "wanted"), [
    (("山里修了新路", "桥也修好", "大家高兴地来看一看"), "head head head"),
    (("山里修了新路", "桥也修好", "大家高兴"), "verse verse verse"),
    (("山里修了新路，", "桥也修好", "大家高兴地来看一看"), "verse verse verse"),
    (("山里修了新路", "桥也修好", "大家高兴地来看一看", "又是四行了"),
     "verse verse verse verse"),
])
def test_a_stanza_of_three_lines_needs_a_mark_or_two_lines_of_one_length(
    rows: tuple[str, ...], wanted: str
) -> None:
    assert kinds("题目", "", COPY, "", *rows, "", COPY, "", COPY) == f"head text {wanted} text text"


def test_a_title_with_its_author_makes_verse_of_short_lines() -> None:
    lines = ("山上开了红花", "河边长了青草", "大家都在唱歌", "唱到太阳落山")
    assert kinds("春天", "王小明", *lines) == "head byline verse verse verse verse"
    assert kinds("春天", "第二个题", *lines) == "head head head head head text"


def test_the_papers_name_is_furniture_among_the_first_lines_only() -> None:
    assert kinds(*PAGES[:5], "南山新报", "修渠工程开工", COPY) == "furniture " * 6 + "head text"
    later = kinds(*PAGES[:6], "南山新报", "修渠工程开工", COPY)
    assert later == "furniture " * 6 + "head head text"
    assert kinds("南山新报", "修渠工程开工", COPY) == "head head text"


@pytest.mark.parametrize(("rows", "wanted"), [
    ((COPY, LONG, COPY), "text text text"),
    ((LONG, f"本报讯 {COPY}"), "head text"),
    ((COPY, LONG, "上一版 下一版", f"本报讯 {COPY}"), "text text furniture text"),
    ((COPY, "", "", LONG, COPY * 2, "", COPY, "", COPY), "text head text text text"),
])
def test_a_long_headline_is_believed_only_where_a_story_must_begin(
    rows: tuple[str, ...], wanted: str
) -> None:
    assert kinds(*rows) == wanted


@pytest.mark.parametrize(("line", "kind"), [
    ("一、账要算在明处", "head"), ("路通了，桥好了", "head"), ("路怎么修？", "head"),
    ("路通了，桥也终于修好了", "text"), ("此外，路通了", "text"), ("“路怎么修？", "text"),
    ("一、账要算在明处；", "text"),
])
def test_between_paragraphs_only_numbers_balanced_halves_and_questions_are_crossheads(
    line: str, kind: str
) -> None:
    assert kinds(COPY, line, COPY) == f"text {kind} text"


@pytest.mark.parametrize(("length", "wanted"), [(7, "text"), (8, "text"), (9, "head")])
def test_a_question_is_a_crosshead_under_a_line_more_than_twice_as_long(
    length: int, wanted: str
) -> None:
    above = "路" * (length - 1) + "。"
    assert kinds(COPY, above, "路修好？", COPY) == f"text text {wanted} text"


@pytest.mark.parametrize(("rows", "wanted"), [
    (("路通了。大家都来看",), "text"), (("路通了。大家都来看", "路通了。"), "head"),
    (("路通了。", "路通了。大家都来看"), "text"), (("路通了。大家都来看", ""), "head"),
])
def test_a_heading_over_its_byline_stands_under_ended_copy_or_white(
    rows: tuple[str, ...], wanted: str
) -> None:
    found = kinds(COPY, *rows, "新桥今日通车", "本报记者 王小明", COPY).split()
    assert found[-3:] == [wanted, "byline", "text"]


@pytest.mark.parametrize(("below", "wanted"), [
    ("大家高兴来。", "text"), ("大家高兴来看。", "head"),
])
def test_a_heading_over_its_byline_is_shorter_than_its_copy(below: str, wanted: str) -> None:
    assert kinds(COPY, "新桥今日通车", "本报记者 王小明", below) == f"text {wanted} byline text"


def test_few_full_lines_will_do_where_indents_part_the_paragraphs() -> None:
    rows = ["\u3000\u3000" + "山" * 10, *["山" * 12] * 4, "路通了。"]
    marked, _ = page_lines("\n".join([*rows, *rows]), "a")
    assert len(marked) == 2


@pytest.mark.parametrize(("rows", "wanted"), [
    (("新路通车", "方晴 摄", COPY), "caption credit text"),
    ((COPY, "新路通车", "方晴 摄", COPY), "text caption credit text"),
    (("题目", "新路通车", "方晴 摄", COPY), "head text credit text"),
    (("他说，", "新路通车", "方晴 摄", COPY), "text text credit text"),
])
def test_a_short_line_above_a_photographers_credit_is_the_caption_where_copy_has_ended(
    rows: tuple[str, ...], wanted: str
) -> None:
    assert kinds(*rows) == wanted


def test_a_line_that_breaks_a_word_is_no_crosshead() -> None:
    below = "义新农村建设得很好，大家都说这条路修得对。"
    assert kinds(COPY, "路通了，桥好社会主", below) == "text text text"
    assert kinds(COPY, "路通了，桥好了", below) == "text head text"


def test_jump_lines_and_furniture_are_looked_over() -> None:
    signed = kinds(COPY, LONG, "（上接第一版）", "（王小明）", COPY * 2)
    assert signed == "text head jump byline text"
    of = [LineKind.HEAD, LineKind.JUMP, LineKind.FURNITURE, LineKind.TEXT, LineKind.JUMP]
    assert [leader(of, at) for at in range(5)] == [
        None, LineKind.HEAD, LineKind.HEAD, LineKind.HEAD, LineKind.TEXT
    ]
    assert [follower(of, at) for at in range(5)] == [
        LineKind.TEXT, LineKind.TEXT, LineKind.TEXT, None, None
    ]
