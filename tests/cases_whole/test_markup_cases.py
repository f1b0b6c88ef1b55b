"""Markdown, pages and exports that once lost something, on the finished page and in the book."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from edition import build
from edition.model import Entries, Figure, ListBlock, Mark, Table, plain
from edition.readers import Read

CASES = Path(__file__).resolve().parent.parent / "cases" / "markup"


@cache
def read(name: str) -> Read:
    return build.read(CASES / name)


def kinds(name: str) -> list[str]:
    return [remark.kind for remark in read(name).diagnostics]


def named(name: str) -> str:
    return " ".join(remark.text or "" for remark in read(name).diagnostics)


@cache
def page(name: str) -> str:
    """The words of the paper, without white space."""
    with pypdfium2.PdfDocument(build.to_pdf(read(name).edition, "newsletter").data) as made:
        return "".join("".join(p.get_textpage().get_text_range() for p in made).split())


@cache
def book(name: str) -> str:
    """The words of the book's stories, without white space."""
    with zipfile.ZipFile(io.BytesIO(build.to_epub(read(name).edition).data)) as package:
        text = "".join(package.read(entry).decode() for entry in package.namelist()
                       if "/text/s" in entry)
    body = re.sub(r"<head>.*?</head>", "", text, flags=re.DOTALL)
    return "".join(unescape(re.sub(r"<[^>]+>", "", body)).split())


@pytest.mark.parametrize(("name", "words"), [
    ("m1.md", ("（王小明）", "桥建于清代。", "12m2，12m2，", "H2O",
               "*号与_下划线_与snake_case与2*3*4=24", "<五年规划>", "<三字经>")),
    ("m2_emph.md", ("记者“现场”报道，不如人意的《补瓢记》昨晚上演。",
                    "历经十年发展，剧团有了新戏。（掌声）台下",
                    "价格3*5=15元，A*B*C三队，_下_划线。")),
    ("m3_ol.md", ("1.", "2.", "5.", "本通告自发布之日起施行。", "罚款", "拘留")),
    ("m4_table.md", ("西岭镇", "高标准农田", "1.37", "32.88")),
    ("t8_event.md", ("时间：11月18日上午9:30", "地点：县图书馆三楼报告厅",
                     "主讲人：周文斌", "报名电话：0791-85731234",
                     "地址：人民路18号", "咨询邮箱：library@example.cn")),
    ("m05_mdflavours.md", ("亭子不大，里面有饮水机，两条长凳留给老人。", "周日休息。",
                           "亭子全景", "消息来自镇文化站。", "水面高h=3米，:smile:大家都说好。")),
    ("h1.html", ("面积为12m2，水的分子式是H2O，", "新价六元", "合计", "桥长", "三十二米",
                 "a.", "b.", "3.", "4.", "S=πr2", "小区公告见附件，网址点这里。", "作者：王小明")),
    ("w1.wxr.xml", ("修好的石桥。", "第一段没有标签，换行是软的。", "第二段也没有标签。[1]H2O。",
                    "石桥数据", "1.", "第一条")),
    ("w3_caption.wxr.xml", ("修好的石桥。", "王小明摄", "资金从哪里来", "修桥用了三个月。")),
    ("z01_wechat.html", ("01", "亭子开门", "02", "三次搬迁", "新开的便民亭。", "林小禾摄",
                         "来源｜东渡镇文化站")),
    ("z03_mso.html", ("码头边新添一座便民亭", "（记者林小禾）", "1.", "2.", "周日休息，")),
    ("z05_entities.html", ("码头边新添一座便民亭", "里面有两条长凳、", "新开的便民亭。",
                           "（记者林小禾）")),
])
def test_what_stood_in_the_copy_is_printed_and_in_the_book(
    name: str, words: tuple[str, ...]
) -> None:
    for text in words:
        assert text in page(name), text
        assert text in book(name), text
    assert not {"not_conserved", "unaccounted"} & set(kinds(name))


@pytest.mark.parametrize(("name", "words"), [
    ("m1.md", ("旧价五元", "~~", "[^", "<sup>", "[x]")),
    ("m2_emph.md", ("**",)),
    ("m05_mdflavours.md", ("里面没有水", "==", "[^", "[!NOTE]", "{{<", "编辑：", "![[")),
    ("h1.html", ("看不见的字", "旧价五元", "首页", "版权所有")),
    ("w1.wxr.xml", ("[caption", "[gallery")),
    ("w3_caption.wxr.xml", ("[caption", "[gallery", "[embed", "v.example")),
    ("z01_wechat.html", ("点击上方", "END", "在看", "阅读原文", "预览")),
    ("z03_mso.html", ("supportLists", "vml")),
    ("z05_entities.html", ("&nbsp;", "\u200b", "\u00ad")),
])
def test_what_is_no_copy_is_neither_printed_nor_in_the_book(
    name: str, words: tuple[str, ...]
) -> None:
    for text in words:
        assert text not in page(name), text
        assert text not in book(name), text


@pytest.mark.parametrize(("name", "words"), [
    ("m1.md", ("旧价五元",)),
    ("m05_mdflavours.md", (
        "里面没有水", "编辑：这段先别登", "==两条长凳==", "$h=3$", ":smile:", "[!NOTE]")),
    ("h1.html", ("看不见的字", "旧价五元")),
    ("w1.wxr.xml", ('[gallery ids="1,2"]',)),
    ("w3_caption.wxr.xml", ('[gallery ids="1,2,3"]', "[embed]https://v.example/1[/embed]")),
    ("z01_wechat.html", ("预览时标签不可点", "mmbiz.qpic.cn")),
    ("z05_entities.html", ("&nbsp;",)),
])
def test_what_is_left_out_is_named(name: str, words: tuple[str, ...]) -> None:
    for text in words:
        assert text in named(name)


def test_what_stands_around_an_article_is_set_aside_and_listed() -> None:
    aside = [item.text for item in read("z01_wechat.html").edition.furniture]
    for text in ("点击上方蓝字关注我们", "END", "点个在看，分享给更多人"):
        assert text in aside
    story = next(read("z01_wechat.html").edition.stories)
    assert story.byline is not None and story.byline.raw == "林小禾"
    assert "picture_missing" in kinds("z01_wechat.html")


def test_strong_words_beside_chinese_marks() -> None:
    first = next(read("m2_emph.md").edition.stories).body[0]
    strong = [run.text for run in first.runs if Mark.STRONG in run.marks]
    assert strong == ["“现场”", "《补瓢记》", "历经十年发展，"]


def test_a_note_is_a_note() -> None:
    for name in ("m1.md", "m05_mdflavours.md"):
        body = next(read(name).edition.stories).body
        (mark,) = (run for run in body[0].runs if run.note is not None)
        assert mark.text == "1" and mark.note == body[-1].id
        assert body[-1].label == "1"


def test_lists_tables_and_entries_keep_their_form() -> None:
    lists = [b for b in next(read("m3_ol.md").edition.stories).body if isinstance(b, ListBlock)]
    assert [[(i.label, i.level) for i in b.items] for b in lists] == [
        [("1.", 0), ("2.", 0), ("•", 1), ("•", 1)], [("5.", 0)], [("•", 0), ("•", 0)]]
    (table,) = (b for b in next(read("m4_table.md").edition.stories).body if isinstance(b, Table))
    assert table.header_rows == 1 and {len(row) for row in table.rows} == {5}
    assert [plain(cell) for cell in table.rows[2]] == ["西岭镇", "高标准农田", "42", "1.37", ""]
    body = next(read("h1.html").edition.stories).body
    (grid,) = (b for b in body if isinstance(b, Table))
    assert [(s.row, s.column, s.rows, s.columns) for s in grid.spans] == [
        (1, 0, 2, 1), (3, 0, 1, 2)]
    assert plain(grid.caption) == "各镇得奖情况"
    (terms,) = (b for b in body if isinstance(b, Entries))
    assert [(plain(r.label), plain(r.text)) for r in terms.rows] == [
        ("桥长", "三十二米"), ("桥宽", "四米")]
    assert [run.ruby for run in body[0].runs if run.ruby] == ["biáng", "dá"]


def test_a_picture_that_waits_for_its_script_is_shown() -> None:
    story = next(read("z05_entities.html").edition.stories)
    (figure,) = (b for b in story.body if isinstance(b, Figure))
    assert (figure.src, plain(figure.caption)) == ("pics/prog.jpg", "新开的便民亭。")
    assert figure.pixels is not None
