"""What form and place alone say of a line, where one sign more or less decides."""

from __future__ import annotations

import pytest

from edition.readers.pasted.copylines import page_lines
from edition.readers.pasted.formsigns import signs
from edition.readers.pasted.linekinds import LineKind, follower, leader

COPY = "昨天，渠修通了，大家都很高兴，说以后种地不愁。"
PAGES = [f"第A{n:02d}版：城事" for n in range(2, 8)]


def kinds(*rows: str) -> str:
    """The signs of the lines, one word each."""
    lines, _ = page_lines("\n".join(rows), "a")
    return " ".join(kind.value for kind in signs(lines))


@pytest.mark.parametrize(("rows", "wanted"), [
    (("甲　1", "乙　2"), "table table"),
    (("甲　一　1", "乙　二　一"), "head head"),
    (("甲　一　1", "乙　二　一", "丙　三　一"), "table table table"),
    (("甲　一　一", "乙　二　一", "丙　三　一"), "head head head"),
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
    assert kinds("春天", "王小明", *lines) == "head head verse verse verse verse"
    assert "verse" not in kinds("春天", "第二个题", *lines)


def test_the_papers_name_is_furniture_among_the_first_lines_only() -> None:
    assert kinds(*PAGES[:5], "南山新报", "修渠工程开工", COPY) == "furniture " * 6 + "head text"
    later = kinds(*PAGES[:6], "南山新报", "修渠工程开工", COPY)
    assert later == "furniture " * 6 + "head head text"
    assert kinds("南山新报", "修渠工程开工", COPY) == "head head text"


@pytest.mark.parametrize(("line", "kind"), [
    ("一、账要算在明处", "maybe_head"), ("路通了，桥好了", "maybe_head"), ("路通了", "head"),
    ("一、账要算在明处；", "text"), ("——记者走访", "dashed"), ("【路通了】", "head"),
    ("答：明年开工", "text"), ("（路通了）", "text"), ("路通了以及", "text"), ("路通了。", "text"),
    ("编者按：路通了", "label"), ("（下转第三版）", "jump"), ("（记者 王小明）", "byline"),
    ("图为新路通车", "caption"), ("……", "text"),
])
def test_a_line_shows_its_form(line: str, kind: str) -> None:
    assert kinds(COPY, line, COPY) == f"text {kind} text"


def test_few_full_lines_will_do_where_indents_part_the_paragraphs() -> None:
    rows = ["\u3000\u3000" + "山" * 10, *["山" * 12] * 4, "路通了。"]
    marked, _ = page_lines("\n".join([*rows, *rows]), "a")
    assert len(marked) == 2


@pytest.mark.parametrize(("rows", "wanted"), [
    (("新路通车", "方晴 摄", COPY), "caption credit text"),
    ((COPY, "新路通车", "方晴 摄", COPY), "text caption credit text"),
    (("题目", "新路通车", "方晴 摄", COPY), "head head credit text"),
    (("他说，", "新路通车", "方晴 摄", COPY), "text head credit text"),
])
def test_a_short_line_above_a_photographers_credit_is_the_caption_where_copy_has_ended(
    rows: tuple[str, ...], wanted: str
) -> None:
    assert kinds(*rows) == wanted


def test_jump_lines_and_furniture_are_looked_over() -> None:
    of = [LineKind.HEAD, LineKind.JUMP, LineKind.FURNITURE, LineKind.TEXT, LineKind.JUMP]
    assert [leader(of, at) for at in range(5)] == [
        None, LineKind.HEAD, LineKind.HEAD, LineKind.HEAD, LineKind.TEXT
    ]
    assert [follower(of, at) for at in range(5)] == [
        LineKind.TEXT, LineKind.TEXT, LineKind.TEXT, None, None
    ]
