"""Lists keep their own numbers: as a page shows them, as Markdown was typed."""

from __future__ import annotations

import pytest

from edition.model import Block, Entries, ListBlock, plain
from edition.readers import read_bytes

TEXT = "水库今起蓄水，坝高一百米，库容三亿立方米，下游五县从此不再缺水，两岸的村民都来看了。"


def body(copy: str, name: str) -> tuple[Block, ...]:
    found = read_bytes(copy.encode(), name)
    assert not {r.kind for r in found.diagnostics} & {"not_conserved", "unaccounted"}
    return found.edition.sections[0].stories[0].body


def labels(blocks: tuple[Block, ...]) -> list[tuple[int, str]]:
    return [(item.level, item.label) for block in blocks if isinstance(block, ListBlock)
            for item in block.items]


@pytest.mark.parametrize(("page", "shown"), [
    ("<ol start=5><li>甲<ol type=a><li>一<li>二</ol><li value=9>乙<li>丙</ol>",
     [(0, "5."), (1, "a."), (1, "b."), (0, "9."), (0, "10.")]),
    ("<ol reversed><li>甲<li>乙<li>丙</ol>", [(0, "3."), (0, "2."), (0, "1.")]),
    ("<ol type=I start=4><li>甲<li type=A>乙</ol>", [(0, "IV."), (0, "E.")]),
    ("<ol type=a start=26><li>甲<li>乙</ol>", [(0, "z."), (0, "aa.")]),
    ('<ol style="list-style:upper-roman inside"><li>甲<li>乙</ol>', [(0, "I."), (0, "II.")]),
    ('<ol style="list-style-type:cjk-ideographic" start=99><li>甲<li>乙</ol>',
     [(0, "九十九、"), (0, "一百、")]),
    ("<menu><li>甲<li>乙</menu>", [(0, "•"), (0, "•")]),
    ("<p>1. 甲<br>2. 乙<br>3. 丙</p>", [(0, "1."), (0, "2."), (0, "3.")]),
    ("<p>（一）甲<br>（二）乙</p>", [(0, "（一）"), (0, "（二）")]),
])
def test_a_page_numbers_its_lists_itself(page: str, shown: list[tuple[int, str]]) -> None:
    whole = f"<html><body><article><h1>题</h1><p>{TEXT}</p>{page}</article></body></html>"
    assert labels(body(whole, "a.html")) == shown


@pytest.mark.parametrize(("typed", "shown"), [
    ("（一）甲\n（二）乙", ["（一）", "（二）"]),
    ("① 甲\n② 乙", ["①", "②"]),
    ("九、甲\n十、乙\n十一、丙", ["九、", "十、", "十一、"]),
    ("a. 甲\nb. 乙", ["a.", "b."]),
    ("(1) 甲\n(2) 乙", ["(1)", "(2)"]),
    ("1、甲\n2、乙", ["1、", "2、"]),
])
def test_numbers_markdown_does_not_know_are_numbers(typed: str, shown: list[str]) -> None:
    found = body(f"# 题\n\n{TEXT}\n\n{typed}\n", "a.md")
    assert [label for _, label in labels(found)] == shown


@pytest.mark.parametrize("typed", [
    "一、甲说了很多\n三、乙说了很多", "1.5 亿元到位\n2.5 亿元未到",
    "（一）甲说了\n（2）乙说了很多话",
])
def test_what_does_not_count_on_is_no_list(typed: str) -> None:
    assert labels(body(f"# 题\n\n{TEXT}\n\n{typed}\n", "a.md")) == []


def test_terms_left_open_keep_their_own_sayings() -> None:
    page = "<dl><dt>甲<dd>一<dd>二<dt>乙<dt>丙<dd><p>三</p><p>四</p></dl>"
    whole = f"<html><body><article><h1>题</h1><p>{TEXT}</p>{page}</article></body></html>"
    rows = [row for block in body(whole, "a.html") if isinstance(block, Entries)
            for row in block.rows]
    assert [(plain(row.label), plain(row.text)) for row in rows] == [
        ("甲", "一"), ("", "二"), ("乙", ""), ("丙", "三 四")]
