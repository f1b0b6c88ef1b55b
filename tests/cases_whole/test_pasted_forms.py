"""Pasted copy of every form: programmes, offices, letters, notices, verse become what they are.

The copy lies in tests/cases/whole. A reading is the heading of each story and its blocks, a letter
each: p paragraph, c crosshead, e entries, t table, l list, v verse, z closing, n note; the lines
of each block behind it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import passes
from edition.errors import Diagnostic, Severity
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Edition,
    Entries,
    ListBlock,
    Note,
    Paragraph,
    Ranged,
    Story,
    Table,
    Verse,
    plain,
)
from edition.readers import read_bytes

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "whole"
LETTERS: dict[type[Block], str] = {
    Paragraph: "p", Crosshead: "c", Entries: "e", Table: "t", ListBlock: "l", Verse: "v",
    Closing: "z", Note: "n",
}
READINGS = {
    "t8_event": ["周末讲座：老城门的故事 | p3 e5-10 p12 | （方 晴）"],
    "t10_prog": ["县文化馆本周演出安排 | p3 e5-11 p13 | （方 晴）"],
    "t9_elect": ["县作家协会选出新一届班子 | p3 e5-10 p12 | （方 晴）"],
    "t13_head": [
        "缩小城乡差距 促进共同富裕 / ——南湖县推进教育均衡发展见闻 | p4 | （王小明）",
        "上一届的约定 | p10 | （李明）", "第一版《南湖县志》找到了 | p16 | （陈静）",
        "放大镜下的手艺 | p22 | （黄敏）",
    ],
    "swallowed_headlines": [
        "返回家乡的年轻人开起了书店 | p3 | （王小明）", "放大镜下的老街新貌 | p9 | （李强）",
        "缩小城乡差距 推进共同富裕 | p15 | （张强）", "统筹城乡发展 建设美丽乡村 | p21 | （赵强）",
    ],
    "readme_sample": [
        "石桥修好了 / ——南湖村用三年修好百年石桥 | p4 | （王小明）", "下一篇的标题 | p9 | ",
    ],
    "t3_letter": ["路灯坏了谁来修 | z3 p5 z7-12 | "],
    "t4_poem": ["秋夜（外一首） | v3-8 | （沈　默）"],
    "t6_gov": ["关于做好森林防火工作的通告 / 洪府发〔2023〕4号 | p5 p7 p9 p11 z13-14 | "],
    "t7_weather": ["天气预报 | e3-5 | "],
    "c03_lists": [
        "我县二十名教师获省级表彰 | p3 l5-8 | （方　晴）", "讣告 | p14 p16 z18-21 | ",
        "双色球开奖公告 / 第2023131期 | e27-30 | ", "足球联赛第二十五轮 | t34-36 | ",
        "积分榜 | t39-42 | ", "天气预报 | e46-48 | ", "股市行情 | t52-55 | ",
        "读者来信 | z59 p61 z63-68 n70 | ", "答记者问 | p74 p75 p76 p77 | ",
        "秋夜（外一首） | v81-86 | （沈　默）",
    ],
    "x13_english": ["Old Ferry Reopens After Spring Repairs | p3 p5 p7 | By Lin Xiaohe"],
    "x14_japanese": ["古い渡し場が生まれ変わる | p3 p5 | （記者・林小禾）"],
    "x15_bilingual": [
        "渡口重新开放 / The Old Ferry Reopens | p4 p5 p7 p8 | （林小禾 Lin Xiaohe）",
    ],
    "x23_byline_en": ["渡口重新开放 | p3 | 文/图 本报记者 林小禾 Lin Xiaohe"],
    "v1_parted_rows": ["社区图书漂流活动报名啦 | p3 e5-13 p15 | （记者 林小禾）"],
    "v2_close_rows": [
        "社区图书漂流活动报名啦 | p2 e3-5 p6 | （记者 林小禾）",
        "新班子亮相 | p9 e10-12 p13 | （方晴）",
    ],
    "v3_notices": [
        "11月电影放映安排 | e3-6 z8-9 | ",
        "关于启用新印章的通知 / 南教字〔2023〕12号 | z15 p17 p19 z21-23 | ",
        "寻物启事 | p27 e29 z31-32 | ", "致全体市民的一封信 | z36 p38 z40-44 | ",
    ],
    "v4_pages": [
        "全县经济工作会议召开 | p7 | （记者 王小明）", "返乡创业潮来了 | p18 | （记者 李强）",
        "第一场雪 | p26 | （沈默）",
    ],
    "v5_results": [
        "天气 | e3-6 | ", "体彩大乐透第23131期 | e10-12 | ", "中超第20轮 | t16-17 | ",
        "记者问答 | p21 p22 p23 p24 | （王小明）",
    ],
    "v6_poems": ["故乡（组诗） | c4 v6-8 c10 v12-13 c15 v17-18 | 沈默"],
}


def read(name: str) -> tuple[Edition, tuple[Diagnostic, ...]]:
    found = read_bytes((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")
    edition, remarks = passes.run(found.edition)
    return edition, (*found.diagnostics, *remarks)


def shape(story: Story) -> str:
    heading = " / ".join(part for part in (story.kicker, story.headline, story.deck) if part)
    body = " ".join(f"{LETTERS[type(block)]}{span(block.lines)}" for block in story.body)
    return f"{heading} | {body} | {story.byline.raw if story.byline else ''}"


def span(lines: tuple[int, ...]) -> str:
    return str(lines[0]) if len(lines) == 1 else f"{lines[0]}-{lines[-1]}"


@pytest.mark.parametrize("name", READINGS)
def test_copy_takes_its_form(name: str) -> None:
    edition, remarks = read(name)
    assert [shape(story) for story in edition.stories] == READINGS[name]
    asked = [r.kind for r in remarks if r.severity is not Severity.INFO]
    assert [kind for kind in asked if kind != "part_unsure"] == []
    assert asked.count("part_unsure") <= 1


@pytest.mark.parametrize("name", sorted({*READINGS} - {"v1_parted_rows", "v2_close_rows",
                                                      "v4_pages"}))
def test_nothing_of_it_is_set_aside(name: str) -> None:
    assert read(name)[0].furniture == ()


def test_a_long_first_line_without_a_mark_is_the_headline() -> None:
    (story,) = read("x18_longhead")[0].stories
    assert story.headline_line == 1 and len(story.headline) > 70


def block(name: str, kind: type[Block]) -> Block:
    return next(b for s in read(name)[0].stories for b in s.body if isinstance(b, kind))


def test_rows_are_parted_into_label_and_text() -> None:
    found = block("t10_prog", Entries)
    assert isinstance(found, Entries)
    assert [(plain(row.label), plain(row.text)) for row in found.rows] == [
        ("星期一", "全天闭馆"), ("星期二 19:30", "采茶戏《补瓢记》"), ("周三 19:30", "评书专场"),
        ("农历十月初一", "祭祖专场"), ("第3期", "少儿绘画班开班"), ("", "3"),
        ("2023-11-18", "重阳敬老专场演出"),
    ]
    found = block("t9_elect", Entries)
    assert isinstance(found, Entries)
    assert [plain(row.label) for row in found.rows] == [
        "主席：", "副主席：", "主任", "主编", "秘书长：", "编辑：",
    ]


def test_a_letter_closes_line_by_line() -> None:
    rows = [row for b in read("t3_letter")[0].sections[0].stories[0].body
            if isinstance(b, Closing) for row in b.rows]
    assert [(plain(row.runs), row.ranged) for row in rows] == [
        ("编辑同志：", Ranged.MARGIN), ("此致", Ranged.INDENT), ("敬礼！", Ranged.MARGIN),
        ("读者 张大年", Ranged.RIGHT),
        ("11月10日", Ranged.RIGHT),
    ]


def test_verse_keeps_its_stanzas_and_indents() -> None:
    found = block("t4_poem", Verse)
    assert isinstance(found, Verse)
    assert [plain(verse) for verse in found.verses] == [
        "桂花落了", "落在去年的井边", "", "母亲不说话", "把月亮一瓢一瓢", "舀进缸里",
    ]
    found = block("v6_poems", Verse)
    assert isinstance(found, Verse)
    assert found.indents == (0, 0, 2)


def test_tables_know_the_row_that_names_their_columns() -> None:
    tables = [b for s in read("c03_lists")[0].stories for b in s.body if isinstance(b, Table)]
    assert [table.header_rows for table in tables] == [0, 1, 1]


def test_question_and_answer_know_their_speakers() -> None:
    for name, wanted in (("c03_lists", [2, 2, 2, 2]), ("v5_results", [3, 4, 3, 4])):
        said = [b.speaker for s in read(name)[0].stories for b in s.body
                if isinstance(b, Paragraph) and b.speaker]
        assert said == wanted


def test_lines_of_pages_are_told_by_their_sort() -> None:
    edition, remarks = read("v4_pages")
    told = {remark.line: remark.told("zh-Hans") for remark in remarks
            if remark.kind != "part_unsure"}
    assert told == {
        1: "7 行报头和日期没有排入版面：第 1、2、3、11、13、14、22 行。",
        30: "3 行编辑署名没有排入版面：第 30、31、32 行。",
        33: "1 行本报联系方式没有排入版面：第 33 行。",
    }
    assert len(edition.furniture) == 11


def test_lists_keep_their_own_numbers_and_levels() -> None:
    rows = "一、教师工资不减；\n（1）按月发放；\n（2）不得拖欠；\n二、经费不减。\n"
    text = f"会议要点\n\n会议提出：\n\n{rows}"
    edition = read_bytes(text.encode(), "a.txt").edition
    (found,) = [b for s in edition.stories for b in s.body if isinstance(b, ListBlock)]
    assert [(item.label, plain(item.runs), item.level) for item in found.items] == [
        ("一、", "教师工资不减；", 0), ("（1）", "按月发放；", 1), ("（2）", "不得拖欠；", 1),
        ("二、", "经费不减。", 0),
    ]
