"""Verse, formulas, pictures, glued headings and bylines at the bounds of what they are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from edition.model import Byline, Mark, Note, plain
from edition.readers.dialect.grammar import markdown_tokens
from edition.readers.dialect.marked import read_marked
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import LineKind
from edition.readers.pasted.verse import (
    is_poem_title,
    mark_close_verse,
    mark_marked_poems,
    mark_signed_stanzas,
    mark_verse,
)
from edition.readers.tree.nodes import Element, Node
from edition.readers.tree.settled import _linear, _picture, _without_stray
from edition.readers.wire.storyparts import byline_of

KIND = {"H": LineKind.HEAD, "M": LineKind.MAYBE_HEAD, "T": LineKind.TEXT, "D": LineKind.DASHED,
        "B": LineKind.BYLINE, "V": LineKind.VERSE, "C": LineKind.CAPTION}
Copy = tuple[list[CopyLine], list[LineKind]]


def copy(*rows: str) -> Copy:
    """Lines from rows of kind, blank lines above, text: `T1山高水长`."""
    lines = [CopyLine(n, row[2:], int(row[1]), numbers=(n,)) for n, row in enumerate(rows, 1)]
    return lines, [KIND[row[0]] for row in rows]


def told(kinds: Sequence[LineKind]) -> str:
    """The kinds as letters."""
    letters = {kind: letter for letter, kind in KIND.items()}
    return "".join(letters[kind] for kind in kinds)


# -- poems signed in brackets ---------------------------------------------------------------------


def signed(*rows: str) -> str:
    lines, kinds = copy(*rows)
    mark_signed_stanzas(lines, kinds)
    return told(kinds)


LONG = "T0" + "长" * 21


def test_a_signed_poem_has_four_lines_at_least() -> None:
    four = ("M1石桥", "T1山高", "T0水长", "T1云远", "T0天青", "B1（何文）")
    assert signed(LONG, *four) == "THVVVVB" and signed(*four) == "HVVVVB"
    assert signed(LONG, *four[:4], four[5]) == "TMTTTB"
    assert signed("M1石桥", "T1山高", "T0水长", "T0云远", "B1（何文）") == "MTTTB"
    assert signed(*four[:4], four[5]) == "MTTTB"
    assert signed(LONG, *four, LONG, *four) == "THVVVVBTHVVVVB"
    assert signed(*four[:5], "B1何文") == "MTTTTB", "signed without brackets"
    assert signed(*four[:5], "B1(何文)") == "HVVVVB"
    assert signed(*four[:5], "T1（何文）") == "MTTTTT"


@pytest.mark.parametrize(("title", "first", "verse"), [
    (1, 1, True), (2, 1, True), (0, 1, False), (1, 2, False), (1, 0, False),
])
def test_the_title_of_a_poem_has_white_under_it_and_as_much_above(
    title: int, first: int, verse: bool
) -> None:
    rows = (f"M{title}石桥", f"T{first}山高", "T0水长", "T0云远", "T1天青", "T0日暖", "B1（何文）")
    assert signed(LONG, *rows) == ("THVVVVVB" if verse else "TMTTTTTB")


def test_the_first_line_of_the_copy_needs_no_white_above_it() -> None:
    assert signed("M0石桥", "T1山高", "T0水长", "T0云远", "T0天青", "B1（何文）") == "HVVVVB"


@pytest.mark.parametrize(("count", "verse"), [(79, True), (80, False)])
def test_the_title_of_a_poem_is_looked_for_eighty_lines_up(count: int, verse: bool) -> None:
    found = signed(LONG, "M1石桥", "T1山高", *["T0水长"] * (count - 1), "B1（何文）")
    assert found == ("TH" + "V" * count if verse else "TM" + "T" * count) + "B"


@pytest.mark.parametrize(("gaps", "verse"), [
    ("1011", False), ("1001", True), ("10111", False), ("10101", True), ("11111", False),
    ("1000", True), ("10101111", False), ("10101011", False), ("10101010", True),
])
def test_two_in_five_lines_of_a_poem_stand_close(gaps: str, verse: bool) -> None:
    rows = ["M1石桥", *(f"T{gap}山高" for gap in gaps), "B1（何文）"]
    count = len(gaps)
    assert signed(LONG, *rows) == ("TH" + "V" * count if verse else "TM" + "T" * count) + "B"


@pytest.mark.parametrize(("ends", "verse"), [
    ("。，，，", True), ("。，。，", False), ("：，：，", False), (":，，，，。", True),
    ("。。。，，，", False), ("！？；、", True), ("。。，，，", True),
])
def test_fewer_than_half_the_lines_of_a_poem_end_as_sentences_do(ends: str, verse: bool) -> None:
    rows = ["M1石桥", *(f"T{n == 0:d}山高{end}" for n, end in enumerate(ends)), "B1（何文）"]
    assert signed(LONG, *rows).startswith("THV" if verse else "TMT")


def test_a_poem_goes_back_to_what_no_verse_is_or_to_a_line_with_a_dash() -> None:
    rows = ("T1山高", "T0水长", "T0云远", "T0天青", "B1（何文）")
    assert signed("C0图", "M1石桥", *rows) == "CHVVVVB"
    assert signed("M0石桥", "D1——记春天", *rows) == "MHVVVVB", "the title is what a dash opens"
    assert signed("T0" + "短" * 20, "T0甲", *rows) == "TTTTTTB", "twenty characters may be verse"
    assert signed("T0" + "长" * 21, "T1甲", *rows) == "THVVVVB"


# -- stanzas between white ------------------------------------------------------------------------


def stanzas(*rows: str, usual: int = 1) -> str:
    lines, kinds = copy(*rows)
    mark_verse(lines, kinds, usual)
    return told(kinds)


@pytest.mark.parametrize(("rows", "kinds"), [
    (("T1山高", "T0水长流", "T0云远在天"), "TTT"), (("T1山高", "T0水长", "T0云远在天"), "VVV"),
    (("T1山高", "T0水长流，", "T0云远在天"), "VVV"), (("T1山高", "T0水长"), "TT"),
    (("T1山高", "T0水长流", "T0云远在天", "T0日暖风和在"), "VVVV"),
    (("T1山高", "D0——水长", "T0云远", "T0天青"), "TDTT"),
    (("T1山高", "T0" + "水" * 20, "T0云远"), "VVV"),
    (("T1山高", "T0" + "水" * 21, "T0云远"), "TTT"),
    (("T1山高", "B0何文", "T0云远"), "TBT"), (("H1山高", "M0水长", "T0云远"), "VVV"),
])
def test_three_short_lines_close_together_are_a_stanza(rows: tuple[str, ...], kinds: str) -> None:
    """Three need a mark or two of one length: kicker, headline and deck may stand as close."""
    assert stanzas(*rows) == kinds
    assert stanzas(*rows, usual=0) == "".join(row[0] for row in rows)


def test_after_a_stanza_two_lines_are_one_and_a_line_alone_is_none() -> None:
    first = ("T1山高", "T0水长", "T0云远")
    assert stanzas(*first, "T1天青", "T0日暖") == "VVVVV"
    assert stanzas(*first, "T1天青") == "VVVT" and stanzas("T1天青", "T0日暖", *first) == "TTVVV"
    assert stanzas(*first, "T1天青", "T1日暖", "T0风和") == "VVVTTT"
    assert stanzas(*first, "T1天青", "T0日暖", "T1风和", "T0人欢") == "VVVVVVV"
    assert stanzas() == ""


# -- lines of one length, poems signed above ------------------------------------------------------


def close(*rows: str) -> str:
    lines, kinds = copy(*rows)
    mark_close_verse(lines, kinds)
    return told(kinds)


@pytest.mark.parametrize(("rows", "kinds"), [
    (("T0山高水长，", "T0云远天青。", "T0日暖风和；"), "VVV"),
    (("T0山高水长，", "T0云远天青。"), "TT"),
    (("T0山高水长，", "T0云远天青", "T0日暖风和；"), "TTT"),
    (("T0山高，", "T0水长，", "T0云远天，", "T0日暖风，", "T0人欢喜。"), "TTVVV"),
    (("T0山高，", "T0水长，", "T0云远，", "T0日暖风，"), "VVVT"),
    (("T1山高，", "T0水长，", "T0云远，", "T1日暖，"), "VVVT"),
    (("T1山高，", "T1水长，", "T1云远，", "T0日暖，"), "VVVT"),
    (("T0" + "山" * 20 + "，",) * 3, "TTT"), (("T0" + "山" * 19 + "，",) * 3, "VVV"),
    (("T0山高：",) * 3, "TTT"), (("B0山高，",) * 3, "BBB"),
])
def test_three_lines_of_one_length_each_with_its_mark_are_verse(
    rows: tuple[str, ...], kinds: str
) -> None:
    assert close(*rows) == kinds


A, B, C, D = "春风吹绿江岸", "白鹭飞过石桥边", "孩子们在桥头上数着船", "夜里灯火亮了起来"
"""verses that nobody takes for names"""


@pytest.mark.parametrize(("rows", "kinds"), [
    (("T0" + A, "T0" + B, "T0" + C), "HHVVV"), (("T1" + A, "T0" + B, "T0" + C), "HHVVV"),
    (("T0" + A, "T0" + B), "HHTT"), (("T0" + A, "T1" + B, "T0" + C), "HHTTT"),
    (("T0" + A + "。", "T0" + B, "T0" + C), "HHVVV"),
    (("T0" + A + "。", "T0" + B + "。", "T0" + C), "HHTTT"),
    (("T0" + A + "。", "T0" + B + "。", "T0" + C, "T0" + D), "HHTTTT"),
    (("T0" + A, "T0" + B, "T0" + C, "T1" + D), "HHVVVT"),
    (("T0何文", "T0方晴", "T0" + C), "HHTTT"), (("C0图片", "T0" + A, "T0" + B), "HHCTT"),
    (("T0何文", "T0方晴", "T0" + C, "T0" + D), "HHTTTT"), (("T0何文", "T0" + B, "T0" + C), "HHVVV"),
])
def test_title_author_and_three_short_lines_are_a_poem(rows: tuple[str, ...], kinds: str) -> None:
    """Most of them are no names, and most do not end as sentences do."""
    assert close("H0石桥", "M0何文", *rows) == kinds.replace("HH", "HM")
    assert close(LONG, "H1石桥", "M0何文", *rows) == "T" + kinds.replace("HH", "HM")
    plain_copy = "M" + "".join(row[0] for row in rows)
    assert close("T0石桥", "M0何文", *rows) == "T" + plain_copy
    assert close("H0石桥", "M0大桥今天通车", *rows) == "H" + plain_copy


# -- poems that say so ----------------------------------------------------------------------------


@pytest.mark.parametrize(("title", "poem"), [
    ("春天（外一首）", True), ("春(组诗)", True), ("春天（三首）", True), ("（组诗）", False),
    ("春" * 16 + "（组诗）", True), ("春" * 17 + "（组诗）", False), ("春天（组诗）谈", False),
    ("春天（外首）", False), ("春天（诗）", True), ("春天（组诗", False),
])
def test_a_title_says_that_it_is_a_poem(title: str, poem: bool) -> None:
    assert is_poem_title(title) is poem


def marked(*rows: str) -> str:
    lines, kinds = copy(*rows)
    mark_marked_poems(lines, kinds)
    return told(kinds)


@pytest.mark.parametrize(("rows", "kinds"), [
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "HVVVV"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C), "MTTT"),
    (("M0春天（外一首）", "T0何文", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "HBVVVV"),
    (("M0春天（外一首）", "T0何文", "T1" + A, "T0" + B, "T0" + C), "MTTTT"),
    (("T0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "TTTTT"),
    ((LONG, "M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "TMTTTT"),
    ((LONG, "M1春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "THVVVV"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D, "T0" + A + "。"), "HVVVVT"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D, "B1（何文）"), "HVVVVB"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D, "T1大桥通车", LONG), "HVVVVTT"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D, "T1一条消息", "T0何文"),
     "HVVVVTT"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D, "T0一条消息", "T0何文"),
     "HVVVVVV"),
    (("M0春天（外一首）", LONG, "M1夏天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T0" + D),
     "MTHVVVV"),
    (("M0春天（外一首）", *["T0" + A] * 81), "H" + "V" * 80 + "T"), (("M0春天（外一首）",), "M"),
    (("M0春天（外一首）", "T1夏", "T1" + A, "T0" + B, "T0" + C, "T0" + D), "HHVVVV"),
    (("M0春天（外一首）", "T1" + "夏" * 8, "T1" + A, "T0" + B, "T0" + C), "HHVVV"),
    (("M0春天（外一首）", "T1" + "夏" * 9, "T1" + A, "T0" + B, "T0" + C), "HVVVV"),
    (("M0春天（外一首）", "T0夏", "T1" + A, "T0" + B, "T0" + C), "HVVVV"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T1夏", "T1" + C, "T0" + D), "HVVHVV"),
    (("M0春天（外一首）", "T1" + A, "T0" + B, "T0" + C, "T1夏", "T1" + D), "HVVVVV"),
])
def test_short_lines_under_such_a_title_are_verse(rows: tuple[str, ...], kinds: str) -> None:
    assert marked(*rows) == kinds


# -- what a page hides and draws ------------------------------------------------------------------


def e(tag: str, *children: Node, **attributes: str) -> Element:
    return Element(tag, {k.replace("_", "-"): v for k, v in attributes.items()}, children)


@pytest.mark.parametrize(("math", "signs"), [
    (e("math", e("mi", " x "), e("msup", e("mi", "a"), e("mn", "2"))),
     ("x", "a", e("sup", "2"))),
    (e("math", e("msub", e("mi", "a"), e("mn", "1"))), ("a", e("sub", "1"))),
    (e("math", e("msubsup", e("mi", "a"), e("mn", "1"), e("mn", "2"))),
     ("a", e("sub", "1"), e("sup", "2"))),
    (e("math", e("msup", e("mi", "a"))), ("a",)),
    (e("math", e("msup", e("mi", "a"), e("mn", "2"), e("mn", "3"))), ("a", "2", "3")),
    (e("math", e("msup", e("mi", "a"), e("mn", "2"), e("annotation", "a^2"))),
     ("a", e("sup", "2"))),
    (e("math", e("semantics", e("mi", "x"), e("annotation-xml", e("mi", "y")))), ("x",)),
    (e("math", e("msup", e("mrow", e("mi", "a"), e("mi", "b")), e("mn", "2"))),
     ("a", "b", e("sup", "2"))),
])
def test_a_formula_of_one_line_is_its_signs_raised_and_lowered(
    math: Element, signs: tuple[Node, ...]
) -> None:
    found = _linear(math)
    assert found is not None and found.children == signs
    assert (found.tag, found.get("class")) == ("span", "formula")


def test_a_fraction_is_no_line() -> None:
    assert _linear(e("math", e("mrow", e("mfrac", e("mi", "a"), e("mi", "b"))))) is None


@pytest.mark.parametrize(("attributes", "source"), [
    ({"src": "a.jpg"}, "a.jpg"), ({"src": "data:x", "data_src": "b.jpg"}, "b.jpg"),
    ({"src": "a.jpg", "data_original": "b.jpg"}, "b.jpg"), ({"src": "DATA:x"}, ""),
    ({"src": "a.jpg", "data_original": "https://b/b.jpg"}, "a.jpg"),
    ({"src": "https://a/a.jpg", "data_src": "/b.jpg"}, "/b.jpg"), ({}, ""),
    ({"srcset": "c.jpg 1x, d.jpg 2x"}, "c.jpg"), ({"srcset": " , d.jpg 2x"}, "d.jpg"),
    ({"src": "data:x", "srcset": "https://c/c.jpg 2x"}, "https://c/c.jpg"),
    ({"src": "https://a/a.jpg", "srcset": "c.jpg 2x"}, "c.jpg"),
])
def test_a_picture_has_the_address_it_waits_for_one_beside_the_page_first(
    attributes: dict[str, str], source: str
) -> None:
    found = _picture(e("amp-img", "x", **attributes))
    assert (found.tag, found.get("src"), found.children) == ("img", source, ())


def test_what_stands_between_the_cells_of_a_table_is_put_before_it() -> None:
    row = e("tr", e("td", "甲"), "行外", e("b", "粗"))
    table = e("table", "表外", " ", e("tbody", row, e("p", "段")), e("caption", "题"))
    stray, kept = _without_stray(table)
    assert stray == ["表外", "行外", e("b", "粗"), e("p", "段")]
    assert kept == e("table", " ", e("tbody", e("tr", e("td", "甲"))), e("caption", "题"))


# -- headings and callouts of Markdown ------------------------------------------------------------


@pytest.mark.parametrize(("text", "level", "words"), [
    ("#石桥通车", 1, "石桥通车"), ("###石桥通车", 3, "石桥通车"), ("######石桥", 6, "石桥"),
    ("#######石桥", 0, ""), ("#“石桥”通车", 1, "“石桥”通车"), ("#abc石桥", 0, ""),
    ("#石桥#", 0, ""), ("#石桥通车。", 0, ""), ("#石桥通车,", 0, ""), ("#石桥：", 1, "石桥："),
    ("#" + "桥" * 60, 1, "桥" * 60), ("#" + "桥" * 61, 0, ""), ("#桥", 1, "桥"),
])
def test_a_heading_needs_no_blank_before_chinese_words(text: str, level: int, words: str) -> None:
    tokens, _ = markdown_tokens(f"甲\n\n{text}")
    heads = [token for token in tokens if token.type == "heading_open"]
    assert [head.tag for head in heads] == ([f"h{level}"] if level else [])
    if level:
        (head,) = heads
        at = tokens.index(head)
        assert (head.map, head.nesting, tokens[at + 2].nesting) == ([2, 3], 1, -1)
        inline = tokens[at + 1]
        assert (inline.type, inline.content, inline.map) == ("inline", words, [2, 3])
        assert tokens[at + 2].tag == f"h{level}" and len(tokens) == at + 3


def test_a_glued_heading_ends_the_paragraph_above_it() -> None:
    tokens, _ = markdown_tokens("甲乙\n#石桥通车\n丙丁")
    texts = [token.content for token in tokens if token.type == "inline"]
    assert texts == ["甲乙", "石桥通车", "丙丁"]


def callout(text: str) -> tuple[list[tuple[str, tuple[int, ...], bool]], list[str]]:
    """(words, lines, strong) of every note, and what was left out."""
    made = read_marked(text, "a.md")
    notes = [item for item in made.items if isinstance(item, Note)]
    strong = [all(Mark.STRONG in run.marks for run in note.runs) for note in notes]
    found = [(plain(note.runs), note.lines, one) for note, one in zip(notes, strong, strict=True)]
    return found, [remark.kind for remark in made.remarks]


def test_the_first_line_of_a_callout_is_its_kind_and_its_title() -> None:
    found, remarks = callout("> [!NOTE] 题目\n> 正文一\n> 正文二")
    assert found[0] == ("题目", (1,), True) and found[1][0].startswith("正文一")
    assert not found[1][2] and remarks
    bare, _ = callout("> [!TIP]\n> 正文一")
    assert [(words, strong) for words, _, strong in bare] == [("正文一", False)]
    titled, _ = callout("> [!TIP]- 题目")
    assert titled == [("题目", (1,), True)]
    assert callout("> 正文 [!NOTE] 题目")[0] == []


# -- bylines of fields ----------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "names", "found"), [
    ("", (), None), ("", ("何文",), None), ("何文", (), Byline("何文", ("何文",))),
    ("本报记者 何文", ("方晴",), Byline("本报记者 何文", ("方晴",))),
    ("石桥通讯社", (), Byline("石桥通讯社", ())),
])
def test_a_field_is_a_byline_whatever_it_says(
    text: str, names: tuple[str, ...], found: Byline | None
) -> None:
    assert byline_of(text, names) == found
    said = byline_of("本报记者 何文")
    assert said is not None and said.names == ("何文",)
