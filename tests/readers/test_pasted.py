"""What each kind of line does to the story it stands in, on the smallest page that shows it."""

from __future__ import annotations

import pytest

from edition.answering import Do
from edition.model import block_text
from edition.readers import Read, read_bytes
from edition.readers.pasted.copylines import ended, page_lines, usual_gap
from edition.sidecar.answers import fitting, roles, starts
from edition.sidecar.parse import parse_sidecar

COPY = "昨天，渠修通了，大家都很高兴，说以后种地不愁。"


def read(*rows: str, side: str = "") -> Read:
    return read_bytes("\n".join(rows).encode(), "a.txt", side.encode() or None)


def shape(found: Read) -> list[str]:
    """One row a part: `# section`, `= headline`, blocks by their class, `@ byline`, `+ credit`."""
    rows: list[str] = []
    for section in found.edition.sections:
        if section.title:
            rows.append(f"# {section.title}")
        for story in section.stories:
            rows += [f"^ {story.kicker}"] if story.kicker else []
            rows.append(f"= {story.headline}")
            rows += [f"v {story.deck}"] if story.deck else []
            rows += [f"~ {story.dateline}"] if story.dateline else []
            rows += [f"{type(b).__name__} {block_text(b)}" for b in story.body]
            rows += [f"@ {story.byline.raw}"] if story.byline else []
            rows += [f"+ {credit}" for credit in story.credits]
    return rows + [f"- {item.text}" for item in found.edition.furniture]


def asked(found: Read) -> list[tuple[str, int | None, int | None]]:
    return [(d.kind, d.line, d.story) for d in found.diagnostics]


@pytest.mark.parametrize(("rows", "wanted"), [
    pytest.param(
        ("编者按：试点已满一年。", "修渠谣", COPY),
        ["= ", "Note 编者按：试点已满一年。", "= 修渠谣", f"Paragraph {COPY}"],
        id="a heading below nothing but a note begins a story",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "", "桥的故事", "", "桥修好了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "= 桥的故事", "Paragraph 桥修好了。"],
        id="after unusual white it begins the next story",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "桥的故事", "", "——记者走访", "", "桥修好了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "= 桥的故事", "v ——记者走访", "Paragraph 桥修好了。"],
        id="and so does one with a dashed deck",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "桥的故事", "", f"本报讯 {COPY}"),
        ["= 修渠谣", f"Paragraph {COPY}", "= 桥的故事", f"Paragraph 本报讯 {COPY}"],
        id="and one above a dateline",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "桥的故事", "", "（王小明）", "", COPY),
        ["= 修渠谣", f"Paragraph {COPY}", "= 桥的故事", f"Paragraph {COPY}", "@ （王小明）"],
        id="and one with a byline between it and its copy",
    ),
    pytest.param(
        ("青石村的渠修通了", "", "编者按", "", "试点已满一年。", "", COPY),
        ["= 青石村的渠修通了", "Note 编者按", "Note 试点已满一年。", f"Paragraph {COPY}"],
        id="a label alone makes the next text a note, and no more",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "（王小明）", "", "编后：说得好。"),
        ["= 修渠谣", f"Paragraph {COPY}", "Note 编后：说得好。", "@ （王小明）"],
        id="an afterword belongs to the story that is signed",
    ),
    pytest.param(
        ("修渠谣", "", "本报讯", "", COPY, "", "新华社江城11月9日电", "", "三省签署协议。"),
        ["= 修渠谣", "~ 本报讯", f"Paragraph {COPY}", "Paragraph 新华社江城11月9日电",
         "Paragraph 三省签署协议。"],
        id="only a line above all copy is the dateline",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "（王小明）", "", "图为新路通车。", "", "方晴 摄"),
        ["= 修渠谣", f"Paragraph {COPY}", "Figure 图为新路通车。 方晴 摄", "@ （王小明）"],
        id="caption and credit below the byline are one picture of that story",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "图为新路通车。", "", "方晴 摄", "", "他说，路通了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "Figure 图为新路通车。 方晴 摄",
         "Paragraph 他说，路通了。"],
        id="a credit below a caption is the picture's",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "图为新路通车。", "", "第A03版：城事", "", "方晴 摄", "",
         "他说，路通了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "Figure 图为新路通车。", "Figure 方晴 摄",
         "Paragraph 他说，路通了。", "- 第A03版：城事"],
        id="furniture parts a credit from the caption above it",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "本报记者 王小明", "本报通讯员 李四", "方晴 摄"),
        ["= 修渠谣", f"Paragraph {COPY}", "@ 本报记者 王小明 本报通讯员 李四", "+ 方晴 摄"],
        id="two lines of names in a row are one byline, a photographer is a credit",
    ),
    pytest.param(
        ("简讯", "", "本报讯 昨天，渠修通了。", "", "", "本报讯 桥也修好了。"),
        ["# 简讯", "= ", "Paragraph 本报讯 昨天，渠修通了。", "= ",
         "Paragraph 本报讯 桥也修好了。"],
        id="a dateline after unusual white opens the next brief",
    ),
    pytest.param(
        ("简讯", "", "本报讯 昨天，渠修通了。", "", "本报讯 桥也修好了。"),
        ["# 简讯", "= ", "Paragraph 本报讯 昨天，渠修通了。", "= ",
         "Paragraph 本报讯 桥也修好了。"],
        id="and so does every dateline in a column of briefs",
    ),
    pytest.param(
        ("修渠谣", "", f"{COPY}（田力）", "", "桥的故事", "", "桥修好了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "@ （田力）", "= 桥的故事", "Paragraph 桥修好了。"],
        id="a byline at the end of the last paragraph is cut off",
    ),
    pytest.param(
        ("修渠谣", "", f"{COPY}（田力）", "", "他说，路通了。"),
        ["= 修渠谣", f"Paragraph {COPY}（田力）", "Paragraph 他说，路通了。"],
        id="within the story it stays",
    ),
    pytest.param(
        ("赣州之窗", "", "修渠谣通水了", "", COPY),
        ["# 赣州之窗", "= 修渠谣通水了", f"Paragraph {COPY}"],
        id="a short line with the ending of section names above a headline",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "（下转第三版）", "", "桥的故事", "", "桥修好了。", "",
         "（王小明）", "",
         "（上接第一版）", "", "渠还要修。", "", "（田力）"),
        ["= 修渠谣", f"Paragraph {COPY}", "Paragraph 渠还要修。", "@ （田力）", "= 桥的故事",
         "Paragraph 桥修好了。", "@ （王小明）", "- （下转第三版）", "- （上接第一版）"],
        id="the part below a jump line goes to the story that breaks off",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "（下转第三版）", "", "（上接第二版）", "", "桥的故事", "",
         "桥修好了。"),
        ["= 修渠谣", f"Paragraph {COPY}", "= 桥的故事", "Paragraph 桥修好了。", "- （下转第三版）",
         "- （上接第二版）"],
        id="a part with a headline of its own stays a story",
    ),
    pytest.param(
        ("白菜　0.80　0.60", "萝卜　1.10　0.90", "城区　0.80"),
        ["= ", "Table 白菜 0.80 0.60 萝卜 1.10 0.90", "Table 城区 0.80"],
        id="a row of fewer cells ends the table",
    ),
    pytest.param(
        ("修渠谣", "", COPY, "", "一担泥来一担沙，", "扁担底下开红花，", "明年遍地是棉花。", "",
         "一担泥来一担沙，", "扁担底下开红花，", "", COPY, "", "他说，路通了，大家都来看一看。"),
        ["= 修渠谣", f"Paragraph {COPY}",
         "Verse 一担泥来一担沙， 扁担底下开红花， 明年遍地是棉花。 "
         "一担泥来一担沙， 扁担底下开红花，",
         f"Paragraph {COPY}", "Paragraph 他说，路通了，大家都来看一看。"],
        id="white parts two stanzas of one poem",
    ),
])
def test_a_line_takes_its_part(rows: tuple[str, ...], wanted: list[str]) -> None:
    assert shape(read(*rows)) == wanted


def test_the_queries_name_their_line_and_their_story() -> None:
    found = read(
        "赣州之窗", "", "甲标题", "", COPY, "", "（王小明）", "", "", "图为新路通车。", "",
        "（下转第三版）",
    )
    assert ("section_guessed", 1, None) in asked(found)
    assert ("caption_without_picture", 10, 1) in asked(found)
    assert ("jump", 12, 1) in asked(found)


def test_a_section_name_without_a_story_is_set_aside_and_told() -> None:
    found = read("修渠谣", "", COPY, "", "天气", side='sections = ["天气"]')
    assert shape(found) == ["= 修渠谣", f"Paragraph {COPY}", "- 天气"]
    assert ("section_set_aside", 5, 1) in asked(found)


# --- lines

def test_lines_know_their_number_their_white_and_their_indent() -> None:
    lines, said = page_lines("甲\n\n\u3000\u3000乙 \n丙\n", "a")
    assert said == ()
    assert [(x.number, x.text, x.gap, x.indented, x.numbers) for x in lines] == [
        (1, "甲", 0, False, (1,)), (3, "乙", 1, True, (3,)), (4, "丙", 0, False, (4,)),
    ]
    assert usual_gap(lines) == 0 and usual_gap(()) == 0


@pytest.mark.parametrize(("text", "over"), [
    ("路通了。", True), ("路通了。”", True), ("路通了", False), ("路通了。（完）", True),
    ("路通了”", False), ("路通了：", False), ("”", True), ("OK.", True), ("路通了……", True),
    ("路通了。（下转第三版，共有两千八百字，另有图片和说明）", False),
])
def test_a_sentence_has_ended(text: str, over: bool) -> None:
    assert ended(text) is over


def wrapped(rows: int, width: int = 12) -> list[str]:
    return ["山" * width] * (rows - 1) + ["路通了。"]


def test_line_ends_at_one_width_are_undone_from_eight_full_lines() -> None:
    lines, said = page_lines("\n".join(wrapped(9)), "a")
    assert [len(line.numbers) for line in lines] == [9]
    assert [(d.kind, d.line, d.values["count"]) for d in said] == [("line_ends_joined", 1, 8)]
    assert said[0].told("zh-Hans") == "文件里有 8 处换行当作满 12 字的硬换行，已接起来。"
    assert page_lines("\n".join(wrapped(8)), "a")[1] == ()


def test_fewer_full_lines_will_do_where_more_than_one_line_is_indented() -> None:
    part = ["山" * 12] * 2 + ["山里的路通了。"]
    both, _ = page_lines("\n".join(["\u3000\u3000" + "山" * 10, *part] * 2), "a")
    assert [len(line.numbers) for line in both] == [4, 4]
    rows = ["\u3000\u3000" + "山" * 10, *part, "山" * 10, *part]
    assert len(page_lines("\n".join(rows), "a")[0]) == 8


def test_a_line_that_is_named_begins_a_paragraph_of_its_own() -> None:
    lines, _ = page_lines("\n".join(wrapped(9)), "a", frozenset({4}))
    assert [line.numbers for line in lines] == [(1, 2, 3), (4, 5, 6, 7, 8, 9)]


def test_latin_words_are_joined_with_a_space_and_chinese_without() -> None:
    rows = ["山" * 11 + "a", "b" + "山" * 11, *wrapped(8)]
    (line,), _ = page_lines("\n".join(rows), "a")
    assert "a b山" in line.text and "山山山" in line.text and " 山" not in line.text


def test_one_sentence_a_line_is_told_from_paragraphs_by_the_white_between_them() -> None:
    part = ["山里的路通了。"] * 4
    lines, said = page_lines("\n".join([*part, "", *part, "", *part]), "a")
    assert [len(line.numbers) for line in lines] == [4, 4, 4]
    assert said[0].told("en") == (
        "9 line ends in the file were taken for one sentence on each line."
    )
    assert page_lines("\n".join(part * 3), "a")[1] == ()


# --- answers for lines

def answers(text: str) -> tuple[str, list[str]]:
    side = parse_sidecar(text.encode(), "a.toml")
    kept, stale = fitting(side.answers, ["甲题", "", "乙文"], "a.txt")
    return " ".join(a.name[-1] for a in kept), [d.message for d in stale]


def test_an_answer_fits_its_line_or_says_why_not() -> None:
    rows = "[[answers]]\nline = {}\ntext = '{}'\ndo = 'keep'\n"
    assert answers(rows.format(3, "乙") + "file = 'b.txt'") == ("", [])
    assert answers(rows.format(3, "乙") + "file = 'a.txt'") == ("1", [])
    assert answers(rows.format(1, "甲") + rows.format(3, "乙文")) == ("1 2", [])
    (stale,) = answers(rows.format(4, "丙"))[1]
    assert stale == "[[answers]] 1 (line 4, keep) was not used: the copy ends at line 3."
    (stale,) = answers(rows.format(1, "丙"))[1]
    assert stale.endswith("was not used: “丙” does not stand in line 1.")


def test_what_follows_a_named_heading_begins_a_paragraph_and_what_follows_text_does_not() -> None:
    side = "".join(
        f"[[answers]]\nline = {line}\ntext = '题'\ndo = '{do}'\n"
        for line, do in ((1, "headline"), (4, "paragraph"), (6, "split"), (8, "keep"))
    )
    found = parse_sidecar(side.encode(), "a.toml").answers
    rows = ["题", "", "文", "题", "文", "题", "文", "题", "文"]
    assert starts(found, rows) == {1, 3, 4, 6}
    assert roles(found) == {1: Do.HEADLINE, 4: Do.PARAGRAPH}
    assert starts(found[:1], ["题", "", " "]) == {1}
