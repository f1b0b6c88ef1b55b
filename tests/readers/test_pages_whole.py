"""Web pages and posts: what is hidden or struck is named, makeshifts undone, nothing lost."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

import pytest

from edition.model import (
    Crosshead,
    Entries,
    Figure,
    ListBlock,
    Mark,
    Paragraph,
    Table,
    block_text,
    plain,
)
from edition.readers import READERS, Read, read_bytes
from edition.readers.tree.bodies import blocks
from edition.readers.tree.markup import parse_html_text
from edition.readers.wire.wordpress import unfolded
from edition.sidecar.parse import Sidecar

LONG = "昨天上午，东渡口码头边新添的便民亭开门了，里面有两条长凳、一个饮水机和一块木牌。"
PAGE = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>东渡网</title></head><body>
<header><a href="/">首页</a></header><div class="breadcrumb">位置：要闻</div>
<h2 class="article-title">便民亭开门了</h2><p>{LONG}</p>
<p>甲<s>旧亭</s><span style="text-decoration: line-through">旧桥</span><span hidden>编注</span>
<span style="visibility:hidden">无影</span><span class="sr-only">读屏</span>乙</p>
<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>
<p>面积<math><msup><mi>r</mi><mn>2</mn></msup></math>，&amp;ldquo;好&amp;rdquo;&#8203;。</p>
<p>（记者 林小禾）</p><div class="sidebar">热门</div><footer>版权所有</footer></body></html>"""


def body(markup: str) -> tuple[object, ...]:
    return blocks(parse_html_text(markup, "a"))


def test_a_short_page_without_an_article() -> None:
    found = read_bytes(PAGE.encode(), "a.html")
    story = next(found.edition.stories)
    assert story.headline == "便民亭开门了"
    assert story.byline is not None and story.byline.raw == "（记者 林小禾）"
    assert [block_text(b) for b in story.body] == [LONG, "甲 乙", "面积r2，“好”。"]
    assert [item.text for item in found.edition.furniture] == [
        "首页", "位置：要闻", "热门", "版权所有"]
    told = [(d.kind, d.text) for d in found.diagnostics]
    for entry in [
        ("struck_left_out", "旧亭"), ("struck_left_out", "旧桥"), ("left_out", "编注"),
        ("left_out", "无影"), ("left_out", "读屏"), ("formula_left_out", "ab"),
        ("markup_asked", "r2"), ("entities_twice", "&ldquo; &rdquo;"), ("left_out", "东渡网"),
    ]:
        assert entry in told
    assert "invisible_removed" in {kind for kind, _ in told}


def test_every_word_of_the_page_is_printed_set_aside_or_named() -> None:
    found = read_bytes(PAGE.encode(), "a.html")
    story = next(found.edition.stories)
    out = story.text + "".join(item.text for item in found.edition.furniture)
    out += "".join(d.text or "" for d in found.diagnostics if d.kind.endswith("left_out"))
    shown = unescape(unescape(re.sub(r"<[^>]*>", "", PAGE)))
    assert Counter(c for c in shown if c.isalnum()) == Counter(c for c in out if c.isalnum())


def test_what_hides_most_of_a_page_hides_nothing() -> None:
    page = f'<h1>题</h1><div style="visibility: hidden; opacity: 0"><p>{LONG}</p></div>'
    (story,) = read_bytes(page.encode(), "a.html").edition.stories
    assert block_text(story.body[0]) == LONG


@pytest.mark.parametrize(("markup", "labels"), [
    ('<ol start="3"><li>三<ol type="a"><li>甲</li></ol></li><li>四</li></ol>', ["3.", "a.", "4."]),
    ("<ol reversed><li>二</li><li>一</li></ol>", ["2.", "1."]),
    ('<ol><li>一</li><li value="9">九</li></ol>', ["1.", "9."]),
    ('<ol type="I"><li>甲</li><li>乙</li></ol>', ["I.", "II."]),
    ('<ol style="list-style-type: cjk-ideographic"><li>甲</li></ol>', ["一、"]),
    ('<ul style="list-style: none"><li>甲</li></ul>', [""]),
    ("<ul><li><p>甲</p><p>续</p></li></ul>", ["•", ""]),
    ("<p class=MsoListParagraph><![if !supportLists]><span>(1)<span>&nbsp;</span></span>"
     "<![endif]>甲</p>", ["(1)"]),
    ("<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>甲</p>",
     ["•"]),
])
def test_labels_of_lists(markup: str, labels: list[str]) -> None:
    (block,) = body(markup)
    assert isinstance(block, ListBlock)
    assert [item.label for item in block.items] == labels


def test_a_list_with_a_picture_keeps_its_numbers() -> None:
    found = body('<ol><li>甲<img src="a.jpg"></li><li>乙</li></ol>')
    assert [type(b) for b in found] == [ListBlock, Figure, ListBlock]
    assert [block_text(b) for b in found] == ["1. 甲", "", "2. 乙"]  # type: ignore[arg-type] # blocks


def test_tables_keep_merged_cells_and_heads() -> None:
    (table,) = body(
        "<table><caption>表题</caption><thead><tr><th>镇</th><th>金</th></tr></thead>"
        "<tr><th>甲</th><td></td></tr><tr><th rowspan=2>乙</th><td>1</td></tr>"
        "<tr><td>2</td></tr></table>"
    )
    assert isinstance(table, Table)
    assert (table.header_rows, plain(table.caption)) == (1, "表题")
    assert [(s.row, s.column, s.rows, s.columns) for s in table.spans] == [(2, 0, 2, 1)]
    assert [[plain(c) for c in row] for row in table.rows] == [
        ["镇", "金"], ["甲", ""], ["乙", "1"], ["", "2"]]


@pytest.mark.parametrize(("markup", "kind", "text"), [
    ("<p>时间：九点<br>地点：县里</p>", Entries, "时间：九点 地点：县里"),
    ("<dl><dt>桥长</dt><dd>三十二米</dd></dl>", Entries, "桥长 三十二米"),
    ("<p>甲<o:p></o:p>乙</p>", Paragraph, "甲乙"),
    ("<p><b>01</b></p><p><b>亭子开门</b></p>", Crosshead, "01 亭子开门"),
    ('<p>甲<img class="emoji" alt="👍" src="x.svg">乙</p>', Paragraph, "甲👍乙"),
])
def test_blocks(markup: str, kind: type, text: str) -> None:
    (block,) = body(markup)
    assert isinstance(block, kind) and block_text(block) == text  # type: ignore[arg-type] # a block


@pytest.mark.parametrize(("markup", "src", "caption", "credit"), [
    ('<figure><img src="data:x" data-src="图/a.jpg"><figcaption>桥。李四 摄</figcaption></figure>',
     "图/a.jpg", "桥。", "李四 摄"),
    ('<figure><img src="data:x"><noscript><img src="a.jpg"></noscript></figure>', "a.jpg", "",
     None),
    ('<p><img src="a%20b.jpg"></p><p>▲ 新桥（本报记者 王小明 摄）</p>', "a b.jpg", "▲ 新桥",
     "（本报记者 王小明 摄）"),
    ('<section><img data-src="https://x.cn/a"><span>图为新桥。</span></section>', None,
     "图为新桥。", None),
])
def test_pictures_and_their_captions(
    markup: str, src: str | None, caption: str, credit: str | None
) -> None:
    (figure,) = (b for b in body(markup) if isinstance(b, Figure))
    assert (figure.src, plain(figure.caption), figure.credit) == (src, caption, credit)


def test_words_after_a_picture_are_no_caption_of_themselves() -> None:
    found = body('<p><img src="a.jpg"></p><p>第二天，村里人都来看桥。</p>')
    assert [type(b) for b in found] == [Figure, Paragraph]


def test_calls_of_an_account_in_the_middle_are_copy() -> None:
    page = (f'<div id="js_content"><p>点击上方蓝字关注我们</p><p>{LONG}</p>'
            f"<p>分享给更多人</p><p>{LONG}</p><p>END</p></div>")
    found = read_bytes(f"<h1>题</h1>{page}".encode(), "a.html")
    text = next(found.edition.stories).text
    assert "分享给更多人" in text and "END" not in text and "点击上方" not in text
    assert [item.text for item in found.edition.furniture] == ["点击上方蓝字关注我们", "END"]


@pytest.mark.parametrize(("stored", "html"), [
    ("甲。\n\n乙。", "<p>甲。</p><p>乙。</p>"), ("甲，\n乙。\n丙。", "<p>甲，\n乙。<br>丙。</p>"),
    ("甲。\n<h3>题</h3>\n乙。", "<p>甲。</p><h3>题</h3><p>乙。</p>"),
    ("<blockquote>甲。\n\n乙。</blockquote>", "<blockquote>甲。<br>乙。</blockquote>"),
    ("<!-- wp:paragraph --><p>甲。</p><!-- /wp:paragraph -->",
     "<!-- wp:paragraph --><p>甲。</p><!-- /wp:paragraph -->"),
    ("[su_note color=\"#fff\"]甲。[/su_note]", "<p>甲。</p>"),
    ("见[1]和[注]。", "<p>见[1]和[注]。</p>"),
    ("[[gallery]]", "<p>[gallery]</p>"), ("甲[video src='a']b.mp4[/video]", "<p>甲</p>"),
    ("[caption caption=\"说\"]<img src=\"a.jpg\">[/caption]",
     "<figure><img src=\"a.jpg\"><figcaption>说</figcaption></figure>"),
])
def test_posts_as_they_are_stored(stored: str, html: str) -> None:
    post = unfolded(stored)
    assert post.html == html
    codes = re.findall(r"\[/?(?:su_note|video)[^\]]*\]", stored)
    assert Counter("".join(post.shortcodes)) == Counter("".join(codes) + (
        "b.mp4" if "video" in stored else ""))


def held(name: str, data: str, beside: bytes | None = None) -> Read:
    return read_bytes(data.encode(), name, beside)


def newsml(*items: tuple[str, str]) -> str:
    inside = "".join(
        f"<newsItem {attributes}><itemMeta>{meta}</itemMeta><contentMeta><headline>题{n}</headline>"
        f"</contentMeta><contentSet><inlineXML><html><body><p>文{n}。</p></body></html></inlineXML>"
        "</contentSet></newsItem>" for n, (attributes, meta) in enumerate(items, 1)
    )
    return f"<newsMessage><itemSet>{inside}</itemSet></newsMessage>"


USABLE = '<pubStatus qcode="stat:usable"/>'


@pytest.mark.parametrize(("meta", "why"), [
    ('<pubStatus qcode="stat:canceled"/>', "killed"),
    ('<pubStatus qcode="stat:withheld"/>', "withheld"),
    (f"{USABLE}<embargoed>2026-03-06T06:00:00+08:00</embargoed>", "embargo"),
    (f'{USABLE}<signal qcode="sig:correction"/>', "correction"),
    (f"{USABLE}<edNote>此稿作废</edNote>", "killed"),
])
def test_items_that_may_not_be_printed_are_held(meta: str, why: str) -> None:
    read = held("a.xml", newsml(("", USABLE), ("", meta)))
    assert [s.headline for s in read.edition.stories] == ["题1"]
    assert [s.headline for s in read.edition.held] == ["题2"]
    (said,) = (d for d in read.diagnostics if d.kind == "item_held")
    assert why in said.message and said.text == "题2"
    assert not {"unaccounted", "not_conserved"} & {d.kind for d in read.diagnostics}


def test_the_later_version_of_an_item_is_printed() -> None:
    for signal in ("update", "correction"):
        read = held("a.xml", newsml(
            ('guid="a" version="2"', f'{USABLE}<signal qcode="sig:{signal}"/>'),
            ('guid="a" version="1"', USABLE),
        ))
        assert [s.headline for s in read.edition.stories] == ["题1"]
        assert [s.headline for s in read.edition.held] == ["题2"]
        assert "item_updates" in {d.kind for d in read.diagnostics}


@pytest.mark.parametrize(("day", "printed"), [
    ("2026-03-05", False), ("2026-03-06", False), ("2026-03-07", True)])
def test_an_embargo_ends_behind_its_day(day: str, printed: bool) -> None:
    meta = f"{USABLE}<embargoed>2026-03-06T06:00:00+08:00</embargoed>"
    read = held("a.xml", newsml(("", meta)), f"date = {day}\n".encode())
    assert bool(list(read.edition.stories)) is printed
    assert bool(read.edition.held) is not printed


def test_nitf_and_ninjs_that_may_not_be_printed() -> None:
    nitf = ('<nitf><head><docdata management-status="embargoed"><date.release norm="20260306"/>'
            '<ed-msg info="6日前不得刊发"/></docdata></head><body><body.head><hedline><hl1>题</hl1>'
            "</hedline></body.head><body.content><p>文。</p></body.content></body></nitf>")
    read = held("a.nitf", nitf)
    assert [s.headline for s in read.edition.held] == ["题"]
    assert ("note_to_editors", "6日前不得刊发") in {(d.kind, d.text) for d in read.diagnostics}
    ninjs = ('[{"uri":"1","pubstatus":"canceled","headline":"撤","body_text":"撤文。"},'
             '{"uri":"2","pubstatus":"usable","headline":"用","body_text":"用文。"}]')
    found = READERS[".json"](ninjs.encode(), "a.json", Sidecar())
    assert [s.headline for s in found.held] == ["撤"]
    assert [s.headline for section in found.sections for s in section.stories] == ["用"]


def test_marks_of_a_page() -> None:
    (block,) = body("<p>H<sub>2</sub>O<kbd>键</kbd></p>")
    assert isinstance(block, Paragraph)
    assert [(r.text, r.marks) for r in block.runs] == [
        ("H", ()), ("2", (Mark.SUB,)), ("O", ()), ("键", (Mark.CODE,))]
