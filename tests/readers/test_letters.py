"""Whom a letter speaks to is a line of its own at the left edge, in every format, on the page."""

from __future__ import annotations

import pypdfium2
import pytest

from edition import build
from edition.model import (
    Closing,
    ClosingLine,
    Paragraph,
    Ranged,
    Run,
    Section,
    Story,
    block_text,
)
from edition.readers import read_bytes
from edition.readers.letters import with_letters
from readers.word_parts import docx, para

TEXT = "楼下的烧烤摊一直开到后半夜，窗户不敢开，说了几回，摊主都说马上搬，可是三个月过去了。"
END = ("此致", "敬礼！", "读者 王小明", "2025年3月2日")


def copy(opening: str, *ends: str) -> bytes:
    return "\n\n".join(("烧烤摊能不能搬", opening, TEXT, "\n".join(ends))).encode()


@pytest.mark.parametrize("opening", [
    "编辑同志：", "张老师：", "尊敬的读者：", "亲爱的朋友们：", "尊敬的各位家长：您好！",
])
def test_an_address_opens_a_letter(opening: str) -> None:
    for data in (copy(opening, *END), copy(opening, TEXT)):
        first = read_bytes(data, "a.txt").edition.sections[0].stories[0].body[0]
        assert isinstance(first, Closing) and block_text(first) == opening
        assert [row.ranged for row in first.rows] == [Ranged.MARGIN]


@pytest.mark.parametrize("opening", ["妈妈：", "李校长：您好！"])
def test_a_name_alone_needs_the_end_of_a_letter(opening: str) -> None:
    story = read_bytes(copy(opening, *END), "a.txt").edition.sections[0].stories[0]
    assert isinstance(story.body[0], Closing) and story.deck is None


@pytest.mark.parametrize("opening", ["记者：", "时间：周六上午九点", "本报讯：", "摊主说："])
def test_other_colons_open_none(opening: str) -> None:
    story = read_bytes(copy(opening, TEXT), "a.txt").edition.sections[0].stories[0]
    assert not isinstance(story.body[0], Closing)


def test_it_is_so_in_word_and_markdown_too() -> None:
    word = docx(para("烧烤摊", "1") + para("编辑同志：") + para(TEXT))
    marked = f"# 烧烤摊\n\n编辑同志：\n\n{TEXT}\n".encode()
    for data, name in ((word, "a.docx"), (marked, "a.md")):
        body = read_bytes(data, name).edition.sections[0].stories[0].body
        assert [type(block) for block in body] == [Closing, Paragraph]


def test_the_page_sets_it_at_the_edge_of_its_column() -> None:
    edition = read_bytes(copy("编辑同志：", *END), "a.txt").edition
    text = pypdfium2.PdfDocument(build.to_pdf(edition).data)[0].get_textpage()
    whole = text.get_text_bounded()
    lefts = []
    for words in ("编辑同志", "楼下的烧"):
        found = text.search(words).get_next()
        assert found is not None, whole
        lefts.append(text.get_charbox(found[0])[0])
    assert 10 < lefts[1] - lefts[0] < 30


@pytest.mark.parametrize("head", [
    "<hl1>停水通知</hl1><hl2>尊敬的市民朋友：</hl2>",
    "<hl1>停水通知</hl1><hl2>编辑同志：您好！</hl2>",
])
def test_a_field_of_a_file_stays_what_the_file_calls_it(head: str) -> None:
    data = f"""<nitf><head><title>停水</title></head><body><body.head><hedline>{head}</hedline>
        </body.head><body.content><p>{TEXT}</p></body.content></body></nitf>""".encode()
    found = read_bytes(data, "a.xml")
    story = found.edition.sections[0].stories[0]
    assert story.deck == head[head.index("<hl2>") + 5 : -6]
    assert [type(block) for block in story.body] == [Paragraph]
    assert "not_conserved" not in {remark.kind for remark in found.diagnostics}


def letter(first: str) -> Story:
    """A story whose first paragraph is `first`, with the end of a letter."""
    end = Closing((ClosingLine((Run("此致"),), Ranged.INDENT),))
    body = (Paragraph((Run(first),)), Paragraph((Run(TEXT),)), end)
    (section,) = with_letters((Section(None, (Story("s1", "烧烤摊", body),)),))
    return section.stories[0]


@pytest.mark.parametrize("first", [
    "责任编辑：", "本版编辑：", "責任編輯：", "美编：", "总编辑：", "来源：",
    "内容如下：", "现将情况通报如下：", "摊主说：", "我的建议：",
])
def test_a_line_that_names_an_office_or_leads_on_opens_no_letter(first: str) -> None:
    assert isinstance(letter(first).body[0], Paragraph)


@pytest.mark.parametrize("first", [
    "妈妈：", "编辑：", "编辑同志：", "尊敬的编辑：", "王总编辑：", "小说家老王：",
])
def test_a_letter_to_an_editor_is_still_one(first: str) -> None:
    assert isinstance(letter(first).body[0], Closing)
