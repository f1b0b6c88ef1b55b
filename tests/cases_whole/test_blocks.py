"""Every kind of block on finished pages of three packs and in the finished book, by their text."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from edition import build
from edition.checks.given_copy import given_copy
from edition.checks.pdf_file import check_pdf
from edition.checks.sight.glyphs import sheets
from edition.model import Edition, block_text
from edition.packs import shelf
from edition.readers import read_bytes
from edition.storyjson.write import stories_json

HERE = Path(__file__).parent
PACKS = ("broadsheet", "newsletter", "tabloid")
SPOKEN = "近日，省教育厅公布了优秀教师名单，我县共有二十名教师榜上有名，其中有乡村小学的老教师。"


def paragraph(text: str, **more: Any) -> dict[str, Any]:
    return {"type": "paragraph", "text": text, **more}


STORIES: tuple[tuple[str, list[dict[str, Any]]], ...] = (
    ("全县项目进度与管护办法", [
        paragraph(SPOKEN),
        {"type": "table", "caption": "乡镇项目进度", "header_rows": 2, "header_columns": 1,
         "rows": [["乡镇", "户数", "", "备注"], ["", "上半年", "全年", ""],
                  ["东港镇", "5", "1,200", "已完工"], ["", "42", "－", ""],
                  ["西岭镇", "116", "2,310", "在建，十一月底前完成路灯亮化与管网改造"]],
         "spans": [[0, 0, 2, 1], [0, 1, 1, 2], [0, 3, 2, 1], [2, 0, 2, 1]]},
        {"type": "list", "items": ["禁止野外用火。", "依法处罚：", "罚款", "拘留", "即日施行。"],
         "labels": ["一、", "二、", "（一）", "（二）", "五、"], "levels": [0, 0, 1, 1, 0]},
        {"type": "closing", "items": ["特此通告", "南湖县人民政府", "2023年11月14日"],
         "ranged": ["indent", "right", "right"]},
    ]),
    ("老城门的故事", [
        paragraph("由县图书馆主办的讲座将于本周六举行，市民可免费参加。"),
        {"type": "entries", "rows": [
            ["时间：", "11月18日上午9:30"], ["主讲人：", "周文斌"], ["星期二 19:30", "《补瓢记》"],
            ["咨询邮箱：", "library@example.cn"]]},
    ]),
    ("秋夜", [{"type": "verse", "verses": ["桂花落了", "落在去年", "", "母亲不说话", "舀进缸里"]}]),
    ("答记者问", [
        paragraph("问：什么时候开始？", speaker=2), paragraph("答：" + SPOKEN, speaker=2)]),
    ("石桥修好了", [
        {"type": "paragraph", "runs": [
            {"text": "老石桥修好了"}, {"text": "①", "marks": ["super"], "note": "n"},
            {"text": "，H"}, {"text": "2", "marks": ["sub"]}, {"text": "O与"},
            {"text": "龘", "ruby": "dá"}, {"text": "面馆。"}]},
        {"type": "footnote", "label": "①", "text": "桥建于清代。", "id": "n"},
    ]),
)


@cache
def sample() -> Edition:
    value = {"sections": [{"stories": [
        {"headline": head, "body": body} for head, body in STORIES]}],
        "imprint": {"paper": "南湖日报"}}
    return read_bytes(json.dumps(value).encode(), "blocks.json").edition


@cache
def paper(pack: str, name: str = "") -> build.Built:
    edition = build.read(HERE / name).edition if name else sample()
    return build.to_pdf(edition, pack)


def squeezed(text: str) -> str:
    return "".join(text.split())


def page_text(data: bytes) -> str:
    return squeezed("".join(p.get_textpage().get_text_range() for p in pdfium.PdfDocument(data)))


@pytest.mark.parametrize("pack", PACKS)
def test_every_block_stands_on_the_page_whole_and_within_its_column(pack: str) -> None:
    built = paper(pack)
    assert [d.kind for d in built.diagnostics if d.kind == "overfull_line"] == []
    text = page_text(built.data)
    for story in sample().stories:
        at = 0
        for block in story.body:
            if block.id.endswith("b02") and "乡镇" in block_text(block):
                continue  # the cells of a head of two rows are read row by row or column by column
            words = squeezed(block_text(block))
            if shelf.layout(pack).ruby == "above":
                words = words.replace("龘（dá）", "龘dá")
            at = text.find(words, at)
            assert at >= 0, words
    copy = given_copy(json.dumps(stories_json(sample())).encode())
    report = check_pdf(built.data, "a.pdf", copy)
    wrong = {f.code: f.places for f in report.findings if f.count and f.code in (
        "H1", "TX1", "H2", "H3", "H4", "LB1", "LB2", "JU1", "JU2", "PW2", "GR1")}
    assert wrong == {}


def test_small_figures_and_dotted_characters_are_drawn_in_the_order_of_reading() -> None:
    runs = [{"text": "老石桥"}, {"text": "修好", "marks": ["dots"]}, {"text": "了"},
            {"text": "①", "marks": ["super"], "note": "n"}, {"text": "，H"},
            {"text": "2", "marks": ["sub"]}, {"text": "O也清了。"}]
    story = {"headline": "村里的老桥", "body": [
        {"type": "paragraph", "runs": runs},
        {"type": "footnote", "label": "①", "text": "桥建于清代。", "id": "n"}]}
    value = json.dumps({"sections": [{"stories": [story]}]}).encode()
    data = build.to_pdf(read_bytes(value, "drawn.json").edition, "newsletter").data
    drawn = squeezed("".join(glyph.char for sheet in sheets(data) for glyph in sheet.glyphs))
    assert "老石桥修好了①，H2O也清了。" in drawn


def boxes(data: bytes, text: str) -> list[tuple[float, float, float, float]]:
    """Left, foot, right, top of each place of the first page that says `text`."""
    page = pdfium.PdfDocument(data)[0]
    words = page.get_textpage()
    search = words.search(text, match_case=True)
    found = []
    while (hit := search.get_next()) is not None:
        first, count = hit
        chars = [words.get_charbox(i) for i in range(first, first + count)]
        found.append((chars[0][0], chars[0][1], chars[-1][2], chars[0][3]))
    return found


def test_numbers_are_ranged_right_and_labels_hang() -> None:
    data = paper("newsletter").data
    (one,), (other,) = boxes(data, "1,200"), boxes(data, "2,310")
    assert one[2] == pytest.approx(other[2], abs=0.6)
    (text,), (inner,) = boxes(data, "禁止野外"), boxes(data, "罚款")
    (label,) = boxes(data, "（一）")
    assert label[0] < inner[0] and text[0] < inner[0]
    (time,), (speaker,) = boxes(data, "时间"), boxes(data, "主讲人")
    (name,), (clock,) = boxes(data, "周文斌"), boxes(data, "18日") or boxes(data, "日上午")
    assert name[0] - speaker[0] > 4 * 9.5 and clock[0] - time[0] > 4 * 9.5
    (notice,), (office,) = boxes(data, "特此通告"), boxes(data, "南湖县人民政府")
    assert office[0] > notice[2] and office[1] < notice[1]


def test_a_long_table_goes_over_legs_without_loss() -> None:
    text = page_text(paper("newsletter", "long_table.md").data)
    for row in ("东港镇蔬菜基地、冷链物流50.00已完工", "西岭镇高标准农田421.37南湖镇",
                "北原镇1164.11未开工", "中州镇卫生室89332.88已完工"):
        assert row in text


def test_numbers_of_a_list_are_those_of_the_copy() -> None:
    text = page_text(paper("newsletter", "list_starts.md").data)
    assert "1.禁止野外用火。2.违反第1条的，依法处罚。•罚款•拘留说明：5.本通告" in text


def test_the_book_has_them_as_what_they_are() -> None:
    with zipfile.ZipFile(io.BytesIO(build.to_epub(sample()).data)) as book:
        pages = "".join(
            book.read(n).decode() for n in sorted(book.namelist()) if n.startswith("EPUB/text/"))
    text = squeezed(re.sub(r"<[^>]+>", "", pages))
    for story in sample().stories:
        for block in story.body:
            assert squeezed(block_text(block)) in text
    for wanted in ("<ol ", 'value="5"', 'rowspan="2"', 'scope="col', 'scope="row', "<caption>",
                   '<dl ', '<div class="stanza">', 'class="closing"', 'role="doc-noteref"',
                   'role="doc-backlink"', "<ruby>龘<rp>（</rp><rt>dá</rt>", "<sub>2</sub>"):
        assert wanted in pages, wanted
