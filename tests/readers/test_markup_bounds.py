"""Markup at each of its bounds, its declared encodings and its document types."""

from __future__ import annotations

import codecs

import pytest

from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.model import Crosshead, Paragraph, Table, block_text, plain
from edition.readers import read_bytes
from edition.readers.tree import markup
from edition.readers.tree.bodies import blocks
from edition.readers.tree.declared import decoded_html, decoded_xml, without_declaration
from edition.readers.tree.inline import line_of, text_of
from edition.readers.tree.markup import parse_html_text, parse_xml
from edition.readers.tree.nodes import Element
from edition.readers.wire import article, founder
from edition.readers.wire.founder import founder_parts
from edition.readers.wire.schemaorg import described_article

PAGE = "<h1>题</h1><p>路修通了。</p>"


def test_a_page_may_hold_so_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "_MARKS", 4)
    assert list(read_bytes(PAGE.encode(), "a.html").edition.stories)
    monkeypatch.setattr(article, "_MARKS", 3)
    with pytest.raises(UnreadableInput, match="too many tags"):
        read_bytes(PAGE.encode(), "a.html")


def test_markup_may_hold_so_many_nodes(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "<a>甲<b/>乙<!-- 丙 --></a>"
    monkeypatch.setattr(markup, "NODES", 4)
    assert parse_xml(text, "a").tag == "a"
    monkeypatch.setattr(markup, "NODES", 3)
    with pytest.raises(UnreadableInput, match="too large"):
        parse_xml(text, "a")


def test_markup_may_nest_so_deep() -> None:
    parse_xml("<a>" * LIMITS.depth + "</a>" * LIMITS.depth, "a")
    with pytest.raises(UnreadableInput, match="too deep"):
        parse_xml("<a>" * (LIMITS.depth + 1) + "</a>" * (LIMITS.depth + 1), "a")


def test_the_fields_of_an_island_may_be_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = "<title>题</title>"
    page = f"<!--enpproperty{fields}/enpproperty--><!--enpcontent-->字<!--/enpcontent-->"
    monkeypatch.setattr(founder, "_ISLAND", len(fields))
    assert founder_parts(page, Element("html"), "a")[0].headline == "题"
    monkeypatch.setattr(founder, "_ISLAND", len(fields) - 1)
    with pytest.raises(UnreadableInput, match="too long"):
        founder_parts(page, Element("html"), "a")


def test_fields_without_an_end_and_bodies_without_fields() -> None:
    page = ("<!--enpproperty<title>题<author>林小禾</author>/enpproperty-->"
            "<!--enpcontent-->甲<!--/enpcontent--><!--enpcontent-->乙<!--/enpcontent-->"
            "<!--enpcontent-->丙")
    first, second = founder_parts(page, Element("html"), "a")
    assert (first.headline, first.byline) == ("", "林小禾")
    assert (second.headline, second.byline) == ("", "")
    assert [text_of(part.body[0]) for part in (first, second)] == ["甲", "乙"]


def table(cells: str) -> list[list[str]]:
    (found,) = blocks(parse_html_text(f"<table>{cells}</table>", "a"))
    assert isinstance(found, Table)
    return [[plain(cell) for cell in row] for row in found.rows]


def test_spans_take_their_room_and_no_more() -> None:
    assert table("<tr><td rowspan=2 colspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr>") == [
        ["甲", "乙"], ["", "丙"]]
    assert table("<tr><td colspan=99999>甲</td><td>乙</td></tr>") == [["甲", "乙"]]
    many = "<td>子</td>" * (LIMITS.span + 9)
    wide = table(f"<tr><td colspan=99999>甲</td><td>乙</td></tr><tr>{many}</tr>")
    assert wide[0][LIMITS.span] == "乙"
    assert table("<tr><td colspan=0>甲</td><td colspan='-2'>乙</td></tr>") == [["甲", "乙"]]
    assert table("<tr><td rowspan=9>甲</td><td>乙</td></tr>") == [["甲", "乙"]]


@pytest.mark.parametrize(("length", "kind"), [(40, Crosshead), (41, Paragraph)])
def test_a_bold_line_is_a_crosshead_up_to_a_length(length: int, kind: type) -> None:
    (found,) = blocks(parse_html_text(f"<p><b>{'字' * length}</b></p>", "a"))
    assert isinstance(found, kind)


def test_a_line_of_which_a_part_is_bold_is_no_crosshead() -> None:
    (found,) = blocks(parse_html_text("<p><b>甲</b> 乙</p>", "a"))
    assert isinstance(found, Paragraph) and block_text(found) == "甲 乙"


def test_line_ends_inside_chinese_go_and_others_are_one_space() -> None:
    def line(text: str) -> str:
        return line_of(Element("p", {}, (text,)))

    assert line("路\n修") == "路修" and line("one\ntwo") == "one two"
    assert line("路\ntwo") == "路 two" and line("路  修") == "路 修"
    assert line(" \u3000路\u200b ") == "路"
    assert line_of(None) == ""


# --- what a file declares

@pytest.mark.parametrize("codec", ["gb2312", "gbk", "gb18030", "big5", "utf-16"])
def test_the_declared_encoding_is_taken(codec: str) -> None:
    text = f'<?xml version="1.0" encoding="{codec}"?><a>路修通了</a>'
    assert decoded_xml(text.encode(codec), "a") == "<a>路修通了</a>"
    page = f'<meta charset="{codec}"><p>路修通了'
    if codec != "utf-16":
        assert decoded_html(page.encode(codec), "a") == page


def test_a_mark_at_the_head_stands_before_what_is_declared() -> None:
    text = '<?xml version="1.0" encoding="gbk"?><a>路</a>'
    assert decoded_xml(codecs.BOM_UTF8 + text.encode(), "a") == "<a>路</a>"
    page = '<meta charset="gbk"><p>路'
    assert decoded_html(codecs.BOM_UTF8 + page.encode(), "a").endswith(page)
    assert decoded_html(page.encode(), "a") == page, "saved anew as UTF-8, the charset kept"


@pytest.mark.parametrize("codec", ["rot13", "base64", "no-such", "utf-7x"])
def test_what_is_no_encoding_of_text_is_refused(codec: str) -> None:
    with pytest.raises(UnreadableInput, match="is not known"):
        decoded_xml(f'<?xml version="1.0" encoding="{codec}"?><a/>'.encode(), "a")


@pytest.mark.parametrize("text", [
    '<!DOCTYPE a SYSTEM "a.dtd"><a/>', "<!doctype html><a/>",
    "<!-- x --><?y z?> <!DOCTYPE a PUBLIC '-//A//B' \"c[d]\"><a/>", "<a><!DOCTYPE [</a>",
])
def test_a_document_type_that_declares_nothing_is_harmless(text: str) -> None:
    assert decoded_xml(text.encode(), "a") == text


@pytest.mark.parametrize("text", [
    "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", "<!-- x --><!DOCTYPE a []><a/>", "<!DOCTYPE a 'b",
])
def test_a_document_type_that_declares_something_is_refused(text: str) -> None:
    with pytest.raises(UnreadableInput, match="declares"):
        decoded_xml(text.encode(), "a")


def test_html_inside_a_file_declares_nothing_either() -> None:
    with pytest.raises(UnreadableInput, match="declares"):
        without_declaration(" <!doctype html [<!ENTITY a 'b'>]><p>", "a")


def test_html_inside_a_file_may_have_a_declaration() -> None:
    text = ' <?xml version="1.0" encoding="utf-8"?><p>路</p>'
    assert without_declaration(text, "a") == "<p>路</p>"


# --- what a page says for machines

def described(*scripts: str) -> tuple[str, str, str, str]:
    page = "".join(f'<script type="application/ld+json">{s}</script>' for s in scripts)
    found = described_article(parse_html_text(f"<body>{page}</body>", "a"))
    return found.headline, found.deck, found.byline, found.section


def test_the_first_article_of_the_page_counts() -> None:
    article = '{"@type": "NewsArticle", "headline": ["", "题"], "author": "林小禾"}'
    assert described('{"@type": "Person", "headline": "甲"}', article) == ("题", "", "林小禾", "")
    assert described(f'[1, {{"@graph": [{article}]}}]')[0] == "题"
    assert described("{", article)[0] == "题"
    assert described('{"@type": ["Thing", "BlogPosting"], "author": [{"name": "甲"}, 1, "乙"]}')[
        2] == "甲 乙"
    assert described('{"@graph": 3}') == ("", "", "", "")


def test_lists_that_nest_without_end_are_no_text() -> None:
    for depth, text in ((19, "题"), (20, "题"), (21, "")):
        value = "[" * depth + '"题"' + "]" * depth
        assert described(f'{{"@type": "Article", "headline": {value}}}')[0] == text, depth
