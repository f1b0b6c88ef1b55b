"""Bodies of markup: whatever the tree, its text comes out once and in order, its pictures too."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.copy.making import make_edition
from edition.model import (
    Block,
    Crosshead,
    Figure,
    ListBlock,
    Mark,
    Paragraph,
    Section,
    Table,
    Verse,
    block_text,
    plain,
)
from edition.readers.tree.bodies import blocks, left_out
from edition.readers.tree.elements import relative
from edition.readers.tree.inline import TreeStyle, run_of, safe_link
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element, Node
from edition.readers.wire.storyparts import Parts, found_in

TAGS = (
    "p", "div", "span", "strong", "em", "a", "ul", "ol", "li", "table", "tr", "td", "th", "caption",
    "figure", "figcaption", "img", "h2", "hl2", "blockquote", "pre", "br", "aside", "media",
    "media-caption", "media-producer", "media-reference", "dl", "dt", "dd", "font", "sup", "sub",
    "ruby", "rt", "rb", "thead", "section", "unheard-of",
)
TEXT = st.text("甲乙丙丁。，a \n\u3000\xa0\u200b", max_size=8)
ATTRIBUTES = st.fixed_dictionaries({}, optional={
    "src": st.sampled_from(["a.jpg", "https://x.example/a.jpg", "../a.jpg"]),
    "href": st.sampled_from(["https://x.example", "javascript:x"]),
    "colspan": st.sampled_from(["2", "0", "x", "99999999999"]), "rowspan": st.just("3"),
    "class": st.just("pullquote"),
})


def _element(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    return st.builds(
        lambda tag, attributes, inner: Element(tag, attributes, tuple(inner)),
        st.sampled_from(TAGS), ATTRIBUTES, st.lists(children, max_size=4),
    )


TREES = st.recursive(TEXT, _element, max_leaves=25)


@settings(max_examples=300, deadline=None)
@given(st.lists(TREES, max_size=5))
def test_no_character_is_lost_moved_or_doubled(children: list[Node]) -> None:
    body = Element("body", {}, tuple(children))
    found = found_in([Parts("题", body=(body,))], "a.html")
    read = make_edition(found, "a.html", b"")
    assert "not_conserved" not in {d.kind for d in read.diagnostics}
    beside = [e for e in body.iter("img", "media-reference") if e.get("src") == "a.jpg"]
    shown = [b for b in blocks(body) if isinstance(b, Figure) and b.src]
    assert len(shown) == len(beside)


def test_the_proof_can_fail() -> None:
    body = parse_html_text("<p>甲乙</p><p>丙</p>", "a").first("body")
    assert body is not None
    found = found_in([Parts("题", body=(body,))], "a.html")

    def lost(body: tuple[Block, ...]) -> list[str | None]:
        story = replace(found.sections[0].stories[0], body=body)
        changed = replace(found, sections=(Section(None, (story,)),))
        read = make_edition(changed, "a.html", b"")
        return [d.text for d in read.diagnostics if d.kind == "not_conserved"]

    whole = found.sections[0].stories[0].body
    assert lost(whole) == []
    assert lost(whole[:1]) == ["丙"]
    assert lost(whole[::-1]) == ["the order of the text"]
    assert lost((*whole, whole[0])) == ["more than the file holds"]


@pytest.mark.parametrize(("markup", "kind", "text"), [
    ("<p>\u3000\u3000甲，\n乙。</p>", Paragraph, "甲，乙。"),
    ("<p>one\ntwo</p>", Paragraph, "one two"),
    ("<p><b>小标题</b></p>", Crosshead, "小标题"),
    ("<p><b>这是一句话。</b></p>", Paragraph, "这是一句话。"),
    ("<h3>上句<br>下句</h3>", Crosshead, "上句 下句"),
    ("<ol><li>一</li><li>二</li></ol>", ListBlock, "1. 一 2. 二"),
    ("<pre>春眠不觉晓\n处处闻啼鸟</pre>", Verse, "春眠不觉晓 处处闻啼鸟"),
    ("<table><tr><td>一</td></tr></table>", Paragraph, "一"),
    ("<ul>不在项中<li>一</li></ul>", Paragraph, "不在项中"),
])
def test_kinds(markup: str, kind: type, text: str) -> None:
    first = blocks(parse_html_text(markup, "a"))[0]
    assert isinstance(first, kind)
    assert block_text(first) == text


def test_a_table_keeps_its_columns() -> None:
    markup = "<table><tr><th>甲</th><th>乙</th><th>丙</th></tr><tr><td colspan=2>一</td>" \
        "<td rowspan=2>二</td></tr><tr><td>三</td><td>四</td></tr></table>"
    (table,) = blocks(parse_html_text(markup, "a"))
    assert isinstance(table, Table) and table.header_rows == 1
    assert [[plain(c) for c in row] for row in table.rows] == [
        ["甲", "乙", "丙"], ["一", "", "二"], ["三", "四", ""]]


def test_marks_links_and_what_is_left_out() -> None:
    page = parse_html_text('<p>甲<em>乙<b>丙</b></em><a href="mailto:a@b.example">丁</a>'
                           '<a href="data:x">戊</a></p><script>no</script>', "a")
    (paragraph,) = blocks(page)
    assert isinstance(paragraph, Paragraph)
    assert [(r.text, r.marks, r.href) for r in paragraph.runs] == [
        ("甲", (), None), ("乙", (Mark.EMPHASIS,), None),
        ("丙", (Mark.EMPHASIS, Mark.STRONG), None), ("丁", (), "mailto:a@b.example"),
        ("戊", (), None)]
    assert [gone.told for gone in left_out(page)] == ["script: no"]


@pytest.mark.parametrize("address", [
    "", "/etc/passwd", "../a.jpg", "a/../../b", "C:\\a.jpg", "file:a.jpg", "//x/a.jpg",
    "https://x/a.jpg", "data:image/png;base64,x", "a.jpg?x=1", "\\\\host\\a",
])
def test_addresses_that_lead_elsewhere(address: str) -> None:
    assert relative(address) is None


def test_addresses_that_are_taken() -> None:
    assert relative("./img/a.jpg") == "img/a.jpg"
    assert safe_link(" https://a.example/b ") == "https://a.example/b"
    assert safe_link("JAVASCRIPT:alert(1)") is None


@pytest.mark.parametrize(("before", "after", "joined"), [
    ("河", "桥", True), ("\u2e80", "桥", True), ("河", "\u2e80", True), ("\u2e7f", "桥", False),
    ("a", "桥", False), ("河", "a", False), ("”", "河", True),
    ("河", "—", True), ("河", "“", True), ("”", "“", False), ("”", "a", False),
])
def test_a_line_end_between_two_chinese_characters_is_none(
    before: str, after: str, joined: bool
) -> None:
    page = parse_html_text(f"<p>甲{before}\n  {after}乙。</p>", "a.html")
    (block,) = blocks(page)
    assert block_text(block) == f"甲{before}{'' if joined else ' '}{after}乙。"


@pytest.mark.parametrize("tag", ["ul", "ol"])
def test_a_page_says_no_labels_and_no_levels_of_its_own(tag: str) -> None:
    items = "".join(f'<li level="{n}" label="假话">真话{n}' for n in range(1, 1500))
    page = parse_html_text(f"<body><{tag}>{items}</{tag}></body>", "a.html")
    (block,) = blocks(page)
    assert isinstance(block, ListBlock)
    assert {item.level for item in block.items} == {0}
    assert "假" not in "".join(item.label for item in block.items)


@pytest.mark.parametrize(("level", "deep"), [("1", 0), ("3", 2), ("9", 8)])
def test_a_paragraph_word_numbered_is_an_item_of_its_level(level: str, deep: int) -> None:
    page = parse_html_text(
        f'<body><p style="mso-list:l0 level{level} lfo1">'
        '<span style="mso-list:Ignore">一、</span>拓宽桥面。</p></body>', "a.html",
    )
    (block,) = blocks(page)
    assert isinstance(block, ListBlock)
    (item,) = block.items
    assert (item.label, item.level, plain(item.runs)) == ("一、", deep, "拓宽桥面。")


class Sliced(str):
    """A text that counts the characters of its slices."""

    taken = 0

    def __getitem__(self, at: object) -> str:
        found = super().__getitem__(at)  # type: ignore[index]
        type(self).taken += len(found)
        return found


def test_line_ends_of_a_long_text_look_at_their_neighbours_only() -> None:
    run = run_of(Sliced("桥\n头a\nb" * 1000), TreeStyle())
    assert run.text == "桥头a b" * 1000
    assert Sliced.taken <= 4 * 2000


def test_a_mark_of_word_whose_pieces_are_alike_is_whole() -> None:
    page = parse_html_text(
        "<body><p><!--[if !supportLists]--><span>1</span><span>1</span><span>、</span>"
        "<!--[endif]--><span>1</span>号桥。</p></body>", "a.html",
    )
    (block,) = blocks(page)
    assert isinstance(block, ListBlock)
    (item,) = block.items
    assert (item.label, plain(item.runs)) == ("11、", "1号桥。")
