"""Word files: styles, tracked changes, notes, pictures; what is unsafe is refused at the door."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition import build
from edition.errors import Severity, UnreadableInput
from edition.model import (
    Crosshead,
    Figure,
    Footnote,
    ListBlock,
    Mark,
    Paragraph,
    PullQuote,
    Run,
    Table,
    listed,
)
from edition.readers import Read, read_bytes
from proof_pictures import picture
from readers.word_parts import W, docx, para, relations, run


def read(body: str, more: dict[str, str | bytes] | None = None, rels: str = "") -> Read:
    return read_bytes(docx(body, more, rels), "稿件.docx")


def errors(found: Read) -> list[str]:
    return [d.message for d in found.diagnostics if d.severity is Severity.ERROR]


ITEM = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
NUMBERING = (
    f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0">'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="3"/></w:num></w:numbering>'
)
STORY = (
    para("山城见闻", "Y") + para("山里的新路", "1") + para("一条公路与三个村子", "S")
    + para(run("路修通了，") + run("班车", "<w:b/>") + run("每天", "<w:i/>") + run("两趟。"))
    + para("三年修了十二公里", "2")
    + "<w:tbl><w:tr><w:tc>" + para("年份") + "</w:tc><w:tc>" + para("里程")
    + "</w:tc></w:tr></w:tbl>"
    + para("“再也不用翻山了。”", "Q") + para("（方晴 丁一诺）")
)


def test_styles_name_the_parts_of_a_story() -> None:
    found = read(STORY)
    story = next(found.edition.stories)
    assert (story.kicker, story.headline, story.deck) == (
        "山城见闻", "山里的新路", "一条公路与三个村子")
    assert story.byline and story.byline.names == ("方晴", "丁一诺")
    assert [type(b) for b in story.body] == [Paragraph, Crosshead, Table, PullQuote]
    assert story.body[0].runs == (
        Run("路修通了，"), Run("班车", (Mark.STRONG,)), Run("每天", (Mark.EMPHASIS,)),
        Run("两趟。"),
    )
    assert not errors(found)


def test_two_headings_of_the_top_level_are_two_stories() -> None:
    found = read(para("甲", "B") + para("字。") + para("乙", "B") + para("字。"))
    assert [s.headline for s in found.edition.stories] == ["甲", "乙"]
    found = read(para("社区", "T") + para("甲", "1") + para("字。") + para("（方晴）")
                 + para("乙", "1") + para("字。") + para("（丁一诺）"))
    assert found.edition.sections[0].title == "社区"


@pytest.mark.parametrize(("props", "look"), [
    ('<w:jc w:val="center"/>', ""), ("", '<w:b/><w:sz w:val="30"/>'),
    ("", '<w:sz w:val="36"/>'), ("", ""),
])
def test_a_headline_needs_no_style(props: str, look: str) -> None:
    found = read(
        para("山里修通一条新路", props=props, look=look)
        + para("昨天上午，南湖村的新路修通了。这条路长四公里，通到了山里最远的三户人家。")
        + para("路修了三年", look="<w:b/>")
        + para("修路的石料都是从山下背上来的，村里人轮流上工，下雨天也没有停过一天。")
    )
    (story,) = found.edition.stories
    assert story.headline == "山里修通一条新路"
    assert [type(b) for b in story.body] == [Paragraph, Crosshead, Paragraph]


def test_insertions_stay_and_deletions_are_named() -> None:
    found = read(
        para("题", "1")
        + para(run("路") + f'<w:ins w:id="1">{run("修好")}</w:ins>'
               '<w:del w:id="2"><w:r><w:delText>坏掉</w:delText></w:r></w:del>' + run("了。"))
    )
    assert next(found.edition.stories).text == "题\n路修好了。"
    gone = [d for d in found.diagnostics if d.kind == "deleted_text"]
    assert [d.text for d in gone] == ["坏掉"] and gone[0].severity is Severity.WARNING
    assert not errors(found)


def test_footnotes_become_notes_with_their_mark() -> None:
    notes = (f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="7">{para("据县志。")}</w:footnote>'
             "</w:footnotes>")
    found = read(
        para("题", "1") + para(run("路") + '<w:r><w:footnoteReference w:id="7"/></w:r>')
        + para("又修。") + para("（方晴）") + para("乙", "1") + para("字。"),
        {"word/footnotes.xml": notes}, relations(("n", "footnotes", "footnotes.xml", False)),
    )
    body = next(found.edition.stories).body
    assert body[0].runs == (Run("路"), Run("1", (Mark.SUPER,), note="s01b03"))
    assert body[2] == Footnote("1", (Run("据县志。"),), (2,), "s01b03") and len(body) == 3
    assert not errors(found)


def drawing(alt: str = "村口") -> str:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    d = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    p = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    return (f'<w:p><w:r><w:drawing><wp:inline xmlns:wp="{d}"><wp:docPr id="1" name="x" '
            f'descr="{alt}"/><a:graphic xmlns:a="{a}"><a:graphicData><pic:pic xmlns:pic="{p}">'
            '<pic:blipFill><a:blip r:embed="i"/></pic:blipFill></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r></w:p>")


PICTURED = relations(("i", "image", "media/a.png", False))


def test_embedded_pictures_come_with_their_caption() -> None:
    shown = picture("a.png", "wide", "mountains", 1)
    found = read(para("题", "1") + drawing() + para("新路通车。", "K") + para("字。"),
                 {"word/media/a.png": shown.data}, PICTURED)
    figure = next(found.edition.stories).body[0]
    assert isinstance(figure, Figure)
    assert figure.caption == (Run("新路通车。"),) and figure.alt == "村口"
    assert figure.pixels == (1200, 800)
    assert [p.name for p in found.edition.pictures] == [figure.src] == ["稿件/01"]
    assert found.edition.pictures[0].data == shown.data


@pytest.mark.parametrize("data", [b"\xd7\xcd\xc6\x9a wmf", b""])
def test_a_picture_that_cannot_be_shown_is_named(data: bytes) -> None:
    found = read(para("题", "1") + drawing() + para("字。"), {"word/media/a.png": data}, PICTURED)
    assert [d.text for d in found.diagnostics if d.kind == "picture_unreadable"] == ["村口"]
    assert next(found.edition.stories).text == "题\n字。"


def test_lists_links_and_what_stands_outside_the_text() -> None:
    rels = relations(("h", "hyperlink", "https://example.cn/a", True),
                     ("f", "hyperlink", "file:///c:/x", True),
                     ("k", "header", "header1.xml", False),
                     ("c", "comments", "comments.xml", False),
                     ("u", "numbering", "numbering.xml", False))
    found = read(
        para("题", "1") + para("甲", props=ITEM) + para("乙", props=ITEM)
        + f'<w:p><w:hyperlink r:id="h">{run("县网站")}</w:hyperlink>'
        f'<w:hyperlink r:id="f">{run("文件")}</w:hyperlink></w:p>',
        {"word/header1.xml": f'<w:hdr xmlns:w="{W}">{para("山城晚报")}</w:hdr>',
         "word/numbering.xml": NUMBERING,
         "word/comments.xml": f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{para("核实")}'
         "</w:comment></w:comments>"},
        rels,
    )
    body = next(found.edition.stories).body
    assert body[0] == ListBlock(
        listed([(Run("甲"),), (Run("乙"),)], ordered=True), (2, 3), "s01b01"
    )
    links = [r.href for b in body if isinstance(b, Paragraph) for r in b.runs if r.href]
    assert links == ["https://example.cn/a"]
    assert [f.text for f in found.edition.furniture] == ["山城晚报"]
    assert "核实" in {d.text for d in found.diagnostics}
    assert not errors(found)


def encrypted() -> bytes:
    data = bytearray(docx(para("字。")))
    at = data.rindex(b"PK\x01\x02")
    data[at + 8] |= 1
    return bytes(data)


def bomb() -> bytes:
    return docx(para("字。"), {"word/media/a.bin": b"\0" * 30_000_000})


def lying() -> bytes:
    """A part whose directory entry declares less than it unpacks to."""
    data = bytearray(docx(para("字。" * 500)))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    return bytes(data)


DOCTYPE = f'<!DOCTYPE x [<!ENTITY a "字">]><w:document xmlns:w="{W}"><w:body/></w:document>'


@pytest.mark.parametrize(("data", "why"), [
    (b"\xd0\xcf\x11\xe0" + b"0" * 600, "encrypted or an old"),
    (b"PK\x03\x04 no zip at all", "no Word file"),
    (b"just text", "no Word file"),
    (docx(para("字。"))[:-400], "no Word file"),
    (encrypted(), "encrypted"),
    (bomb(), "bomb"),
    (lying(), "."),
    (docx(para("字。"), {"../a.xml": "<a/>"}), "leads out"),
    (docx(para("字。"), {"/etc/a.xml": "<a/>"}), "leads out"),
    (docx("", {"word/document.xml": DOCTYPE}), "document type"),
    (docx("", {"word/document.xml": DOCTYPE.encode("utf-16")}), "document type"),
    (docx("<w:p>"), "not valid XML"),
    (docx("<w:sdt>" * 900 + "</w:sdt>" * 900), "too deep"),
    (docx(para("字。"), rels=relations(("i", "image", "../../../x.png", False))), "leads out"),
    (docx(""), "empty"),
])
def test_an_unsafe_or_broken_file_is_one_clear_error(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableInput, match=why):
        read_bytes(data, "a.docx")


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_damaged_bytes_never_end_in_a_traceback(data: st.DataObject) -> None:
    whole = bytearray(docx(STORY))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    try:
        read_bytes(bytes(whole), "a.docx")
    except UnreadableInput:
        return


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(
    st.sampled_from(["路修通了。", "（方晴）", "山里", "——三年", "  ", "A b"]),
    st.sampled_from(["", "T", "1", "2", "S", "Y", "X", "Q", "K", "B"]),
), min_size=1, max_size=10))
def test_no_word_is_lost(rows: list[tuple[str, str]]) -> None:
    try:
        found = read("".join(para(text, style) for text, style in rows))
    except UnreadableInput:
        assert not "".join(text for text, _ in rows).strip()
        return
    titles = "".join(s.title or "" for s in found.edition.sections)
    kept = Counter("".join((titles + "".join(s.text for s in found.edition.stories)).split()))
    assert kept == Counter("".join("".join(text for text, _ in rows).split()))
    assert not errors(found)


def test_a_folder_of_mixed_files_is_one_edition(tmp_path: Path) -> None:
    shown = picture("a.png", "wide", "mountains", 1)
    (tmp_path / "a.docx").write_bytes(
        docx(para("甲", "1") + drawing() + para("字。"), {"word/media/a.png": shown.data}, PICTURED)
    )
    (tmp_path / "~$a.docx").write_bytes(b"a lock of Word")
    (tmp_path / "b.md").write_text("# 乙\n\n![村口](a.png)\n\n字。\n", encoding="utf-8")
    (tmp_path / "a.png").write_bytes(shown.data)
    found = build.read(tmp_path)
    assert [s.headline for s in found.edition.stories] == ["甲", "乙"]
    assert [p.name for p in found.edition.pictures] == ["a/01", "a.png"]
    assert build.to_epub(found.edition).data
