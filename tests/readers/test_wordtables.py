"""Tables of a Word file: merged cells in their place, frames read as text, tables in tables."""

from __future__ import annotations

import pytest

from edition.model import Crosshead, Paragraph, Span, Table, block_text, plain
from edition.readers import Read, read_bytes
from readers.word_parts import docx, para

LONG = "昨天上午，东渡口码头边新添的便民亭开门了，里面有两条长凳。"


def cell(*texts: str, props: str = "") -> str:
    inner = "".join(t if t.startswith("<") else para(t) for t in texts or ("",))
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    return f"<w:tr><w:trPr>{props}</w:trPr>{''.join(cells)}</w:tr>"


def read(*rows: str, before: str = para("题", "1")) -> Read:
    return read_bytes(docx(f"{before}<w:tbl>{''.join(rows)}</w:tbl>{para('')}"), "a.docx")


def table(*rows: str) -> Table:
    found = read(*rows)
    assert "not_conserved" not in {d.kind for d in found.diagnostics}
    (block,) = next(found.edition.stories).body
    assert isinstance(block, Table)
    return block


def texts(block: Table) -> list[list[str]]:
    return [[plain(one) for one in line] for line in block.rows]


def test_merged_cells_keep_their_place() -> None:
    found = table(
        row(cell("各镇得奖情况", props='<w:gridSpan w:val="3"/>')),
        row(cell("东片", props='<w:vMerge w:val="restart"/>'), cell("东港镇"), cell("3")),
        row(cell(props="<w:vMerge/>"), cell("东岭镇"), cell("5")),
        row(cell("西片"), cell("西岭镇"), cell("2")),
    )
    assert texts(found) == [["各镇得奖情况", "", ""], ["东片", "东港镇", "3"],
                            ["", "东岭镇", "5"], ["西片", "西岭镇", "2"]]
    assert found.spans == (Span(0, 0, 1, 3), Span(1, 0, 2, 1)) == found.merged


def test_a_merge_both_ways_and_one_of_the_older_kind() -> None:
    wide = '<w:gridSpan w:val="2"/><w:vMerge w:val="{}"/>'
    found = table(row(cell("甲", props=wide.format("restart")), cell("乙")),
                  row(cell(props=wide.format("continue")), cell("丙")))
    assert texts(found) == [["甲", "乙"], ["", "丙"]] and found.spans == (Span(0, 0, 2, 1),)
    old = '<w:hMerge w:val="{}"/>'
    found = table(row(cell("甲", props=old.format("restart")),
                      cell(props=old.format("continue")), cell("乙")),
                  row(cell("丙"), cell("丁"), cell("戊")))
    assert texts(found)[0] == ["甲", "", "乙"] and found.spans == (Span(0, 0, 1, 2),)


def test_a_merge_ends_where_another_cell_begins() -> None:
    merge = '<w:vMerge w:val="{}"/>'
    found = table(row(cell("甲", props=merge.format("restart")), cell("1")),
                  row(cell(props=merge.format("continue")), cell("2")),
                  row(cell("乙", props=merge.format("restart")), cell("3")),
                  row(cell(props=merge.format("continue")), cell("4")))
    assert found.spans == (Span(0, 0, 2, 1), Span(2, 0, 2, 1))


def test_rows_may_begin_further_in_and_empty_cells_stay() -> None:
    found = table(row(cell("名次"), cell("金"), cell("银")),
                  row(cell("石桥"), cell(), cell("1")),
                  row(cell("2"), props='<w:gridBefore w:val="2"/>'))
    assert texts(found) == [["名次", "金", "银"], ["石桥", "", "1"], ["", "", "2"]]


def test_rows_of_heads_are_counted_from_the_top() -> None:
    head = "<w:tblHeader/>"
    found = table(row(cell("甲"), props=head), row(cell("乙"), props=head), row(cell("丙")),
                  row(cell("丁"), props=head))
    assert found.header_rows == 2


def test_a_frame_is_read_as_text_and_asked_for() -> None:
    found = read(row(cell("便民服务", props='<w:textDirection w:val="tbRlV"/>'),
                     cell("码头边新添一座便民亭", LONG, LONG, "（记者 林小禾）")), before="")
    story = next(found.edition.stories)
    assert (story.kicker, story.headline) == ("便民服务", "码头边新添一座便民亭")
    assert story.byline and story.byline.names == ("林小禾",)
    assert [type(b) for b in story.body] == [Paragraph, Paragraph]
    assert [d.kind for d in found.diagnostics] == ["layout_table"]


def test_a_page_of_two_stories_in_a_frame_is_two_stories() -> None:
    found = read(row(cell("甲村修路", LONG, LONG), cell("乙村架桥", LONG, LONG)), before="")
    assert [s.headline for s in found.edition.stories] == ["甲村修路", "乙村架桥"]


def test_a_frame_below_a_headline_is_part_of_its_story() -> None:
    found = read(row(cell("相关链接", LONG, LONG)), before=para("东渡口新添便民亭", "1"))
    (story,) = found.edition.stories
    assert [block_text(b) for b in story.body] == ["相关链接", LONG, LONG]
    assert isinstance(story.body[0], Paragraph | Crosshead)


@pytest.mark.parametrize("rows", [
    (row(cell("时间"), cell("内容")), row(cell("9:00"), cell(LONG))),
    (row(cell("项目", LONG), props="<w:tblHeader/>"), row(cell("甲", LONG))),
    tuple(row(cell("9:00"), cell("报到", LONG)) for _ in range(4)),
    (row(cell("甲", "乙"), cell("丙")), row(cell("丁"), cell("戊"))),
])
def test_tables_of_data_stay_tables(rows: tuple[str, ...]) -> None:
    assert isinstance(next(read(*rows).edition.stories).body[0], Table)


def test_a_table_in_a_table_follows_it_and_is_asked_for() -> None:
    inner = f"<w:tbl>{row(cell('丙'), cell('丁'))}</w:tbl>"
    found = read(row(cell("甲"), cell("乙")), row(cell("子"), cell("丑", inner, "寅")),
                 row(cell("卯"), cell("辰")))
    first, second = next(found.edition.stories).body
    assert isinstance(first, Table) and isinstance(second, Table)
    assert texts(first)[1] == ["子", "丑 寅"] and texts(second) == [["丙", "丁"]]
    assert [(d.kind, d.text) for d in found.diagnostics] == [("nested_table", "丙丁")]


def test_words_under_a_merge_are_named() -> None:
    found = read(row(cell("甲", props='<w:vMerge w:val="restart"/>'), cell("1")),
                 row(cell("乙", props="<w:vMerge/>"), cell("2")))
    assert [(d.kind, d.text) for d in found.diagnostics] == [("hidden_text", "乙")]


def test_paragraphs_of_a_control_in_a_cell_are_parted() -> None:
    control = f"<w:sdt><w:sdtContent>{para('甲')}{para('乙')}</w:sdtContent></w:sdt>"
    found = table(row(cell("丙"), cell(control)), row(cell("丁"), cell("戊")))
    assert texts(found)[0] == ["丙", "甲 乙"]
