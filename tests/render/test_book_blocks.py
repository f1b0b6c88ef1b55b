"""Every kind of block in the book: real lists, tables with heads, notes with a way back."""

from __future__ import annotations

import re

import pytest

from edition.compose.rows.tablegrid import grid_of
from edition.model import ListBlock, ListItem, Run, Runs, Span, Table, block_text
from edition.render.book.blockviews import nested
from edition.trade.numberformats import number_of
from gold_book import every_block, every_block_book


@pytest.fixture(scope="module")
def page() -> str:
    (found,) = [i for i in every_block_book().items if i.id == "story-s01"]
    return found.data.decode()


def test_lists_lie_in_lists_and_keep_their_numbers(page: str) -> None:
    label = '<span class="label">{}</span>'.format
    apart = '<span class="label apart">{} </span>'.format
    assert (
        f'<ol id="s01b12" class="list" start="5"><li>{label("五、")}甲<ol class="list wide">'
        f'<li>{label("（一）")}乙<ol class="list"><li>{apart("①")}丙</li></ol></li>'
        f'<li value="4">{label("（四）")}丁</li></ol></li><li value="7">{label("七、")}戊'
        f'<ul class="list"><li>{apart("•")}己</li></ul></li></ol>'
    ) in page
    assert '<ul id="s01b05" class="list"><li>' in page


def test_tables_have_heads_and_merged_cells(page: str) -> None:
    assert (
        '<table id="s01b13"><caption>全县进度</caption><thead>'
        '<tr><th scope="col" rowspan="2">镇</th><th scope="colgroup" colspan="2">户数</th></tr>'
        '<tr><th scope="col" class="figures">上半年</th><th scope="col" class="figures">全年</th>'
        '</tr></thead><tbody><tr><th scope="row">东港</th><td class="figures">5</td>'
        '<td class="figures">1,200</td></tr><tr><th scope="row">西岭</th>'
        '<td class="figures"></td><td class="figures">－</td></tr></tbody></table>'
    ) in page


def test_stanzas_closings_and_entries(page: str) -> None:
    assert '<div class="stanza"><p>桂花落了</p></div><div class="stanza"><p>母亲不说话' in page
    assert '<p class="in2">把月亮</p></div></div>' in page
    assert ('<div id="s01b15" class="closing"><p class="indent">此致</p>'
            '<p class="margin">敬礼！</p><p class="right">读者 张大年</p></div>') in page
    assert ('<dl id="s01b16" class="entries"><dt>时间：</dt> <dd>11月18日</dd> <dd>上午</dd>'
            '<dt>闭馆</dt> <dd></dd></dl>') in page


def test_each_mark_leads_to_its_note_and_the_note_back_to_the_first(page: str) -> None:
    ref = '<a epub:type="noteref" role="doc-noteref" id="s01b20{}-mark" href="#s01b20">'.format
    assert page.count(ref("") + "<sup>①</sup></a>") == page.count(ref("-2")) == 1
    assert ('<aside id="s01b20" class="footnote" epub:type="footnote" role="doc-footnote"><p>'
            '<a role="doc-backlink" epub:type="backlink" href="#s01b20-mark">①</a> 桥建于清代。'
            '</p></aside>') in page
    assert '<p>② 没有记号的注。</p>' in page


def test_readings_marks_and_speakers(page: str) -> None:
    assert "<ruby>龘<rp>（</rp><rt>dá&lt;</rt><rp>）</rp></ruby>" in page
    assert "<sup>1</sup><sub>2</sub>" in page
    assert '<p id="s01b11"><span class="speaker"><strong>问：</strong></span>多少？' in page


def test_the_page_holds_the_text_of_every_block_in_order(page: str) -> None:
    text = "".join(re.sub(r"<[^>]+>", "", page.split("</header>")[1]).split())
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"),
                              ("&amp;", "&")):
        text = text.replace(entity, character)
    at = 0
    for block in next(iter(every_block().stories)).body:
        words = "".join(block_text(block).split())
        at = text.index(words, at) + len(words)


@pytest.mark.parametrize(("label", "number"), [
    ("5.", 5), ("5", 5), ("（三）", 3), ("三、", 3), ("十、", 10), ("二十一、", 21), ("十二", 12),
    ("①", 1), ("⑳", 20), ("a)", 1), ("C.", 3), ("第二条", 2), ("(12)", 12), ("1)", 1), ("⒈", 1),
    ("•", None), ("", None), ("-", None), ("½", None), ("甲、", None), ("第9999999条", None),
])
def test_a_label_counts(label: str, number: int | None) -> None:
    assert number_of(label) == number


def test_deep_lists_open_one_level_at_a_time() -> None:
    def item(level: int) -> ListItem:
        return ListItem((Run("甲"),), level, "•")

    (root,) = nested(ListBlock((item(2), item(5), item(1), item(0))))
    assert not root.ordered and len(root.items) == 2
    assert [len(inner.items) for inner in root.items[0].inner] == [2]
    assert nested(ListBlock(())) == []


def cells(*rows: str) -> tuple[tuple[Runs, ...], ...]:
    return tuple(tuple((Run(c),) if c != "_" else () for c in row.split()) for row in rows)


def test_a_merged_cell_hides_no_text_and_stays_in_the_grid() -> None:
    rows = cells("甲 _ 乙", "丙 丁")
    table = Table(rows, spans=(
        Span(0, 0, 1, 2), Span(0, 1, 1, 2), Span(1, 0, 1, 2), Span(0, 2, 2, 1), Span(1, 1, 0, 0),
        Span(0, 0, 10**9, 10**9),
    ))
    assert table.merged == (Span(0, 0, 1, 2), Span(0, 2, 2, 1))
    grid = grid_of(table)
    assert [[(c.column, c.rows, c.columns) for c in row] for row in grid.rows] == [
        [(0, 1, 2), (2, 2, 1)], [(0, 1, 1), (1, 1, 1)]]


def test_numbers_are_told_from_words_and_heads_hold_their_spans() -> None:
    table = Table(cells("镇 户数 率 说", "东 1,200 3% 3户", "西 - 0.5％ _"), header_rows=1,
                  header_columns=1)
    grid = grid_of(table)
    assert [c.figures for c in grid.rows[1]] == [False, True, True, False]
    assert [c.side for c in grid.rows[1]] == [True, False, False, False] and grid.heads == 1
    assert grid_of(Table(())).rows == () and grid_of(Table(cells("甲"), header_rows=9)).heads == 1
