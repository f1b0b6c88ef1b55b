"""What a style makes of a paragraph of a Word file, and what its looks make of one without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.copy.making import make_edition
from edition.limits import LIMITS
from edition.model import (
    Figure,
    Footnote,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Section,
    Table,
    Verse,
    plain,
)
from edition.readers import Read, read_bytes
from edition.readers.outlined.headings import Above, Below, Head, Item, add_caption
from edition.readers.word.docx import read_docx
from edition.readers.word.wordstyles import add_list_item, styled
from edition.sidecar.parse import Sidecar
from readers.word_parts import W, docx, para, relations, run

RUNS = (Run(" 山里的 新路\n"),)


@pytest.mark.parametrize(("style", "found"), [
    ("Title", Head(1, "山里的 新路", 4)), (" 标题 ", Head(1, "山里的 新路", 4)),
    ("heading 1", Head(2, "山里的 新路", 4)), ("标题9", Head(10, "山里的 新路", 4)),
    ("小标题", Head(20, "山里的 新路", 4)), ("Crosshead", Head(20, "山里的 新路", 4)),
    ("眉题", Above("山里的 新路", 4)), ("副标题", Below("山里的 新路", 4)),
    ("Intense Quote", PullQuote((Run("山里的 新路"),), (4,))),
    ("编者按", Note((Run("山里的 新路"),), (4,))),
    ("题注", Figure(None, (Run("山里的 新路"),), lines=(4,))),
    ("Normal", None), ("heading 10", None), ("", None),
])
def test_a_style_names_the_part(style: str, found: Item | None) -> None:
    assert styled(style, RUNS, 4) == found


def test_a_caption_goes_to_the_picture_above_it() -> None:
    caption = Figure(None, (Run("图注"),), lines=(3,))
    items: list[Item] = [Figure("a.png", lines=(2,))]
    add_caption(items, caption)
    assert items == [Figure("a.png", (Run("图注"),), lines=(2, 3))]
    add_caption(items, caption)
    assert items[1:] == [caption]
    for before in ([], [Figure(None, lines=(2,))], [Paragraph((Run("字"),), (2,))]):
        items = [*before]
        add_caption(items, caption)
        assert items == [*before, caption]


def test_items_that_follow_each_other_are_one_list_with_labels_and_levels() -> None:
    items: list[Item] = []
    add_list_item(items, (Run("甲"),), "一、", 0, 1)
    add_list_item(items, (Run("乙"),), "•", 1, 2)
    items.append(Paragraph((Run("字。"),), (3,)))
    add_list_item(items, (Run("丙"),), "二、", 0, 4)
    first = ListItem((Run("甲"),), 0, "一、", True), ListItem((Run("乙"),), 1, "•", True)
    assert items[0] == ListBlock(first, (1, 2))
    assert items[2:] == [ListBlock((ListItem((Run("丙"),), 0, "二、", True),), (4,))]


# --- the tree of a file

def read(body: str, more: dict[str, str | bytes] | None = None, rels: str = "") -> Read:
    return read_bytes(docx(para("题", "1") + body, more, rels), "稿件.docx")


def test_a_file_of_crossheads_alone_is_one_story() -> None:
    body = para("甲", "X") + para("字。") + para("乙", "X") + para("字。")
    found = read_bytes(docx(body), "a.docx")
    assert len(list(found.edition.stories)) == 1


def test_cells_that_go_over_columns_and_a_first_row_of_heads() -> None:
    head = '<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    rows = (f"{head}{para('甲')}{para('乙')}</w:tc></w:tr>"
            f"<w:tr><w:tc>{para('丙')}</w:tc><w:tc>{para('丁')}</w:tc></w:tr>")
    (table,) = next(read(f"<w:tbl>{rows}</w:tbl>").edition.stories).body
    assert isinstance(table, Table) and table.header_rows == 1
    assert [[plain(cell) for cell in row] for row in table.rows] == [["甲 乙", ""], ["丙", "丁"]]


def test_a_table_may_have_as_many_cells_as_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "<w:tr><w:tc>" + para("甲") + "</w:tc></w:tr>"
    table = f"<w:tbl>{rows * LIMITS.cells}</w:tbl>"
    (block,) = next(read(table).edition.stories).body
    assert isinstance(block, Table) and len(block.rows) == LIMITS.cells and not block.header_rows


def test_breaks_tabs_and_bold() -> None:
    line, page = "<w:r><w:br/></w:r>", '<w:r><w:br w:type="page"/></w:r>'
    body = next(read(
        para(run("春风") + line + run("新路")) + para(run("一") + page + run("二"))
        + para(run("三") + "<w:r><w:tab/></w:r>" + run("四", "<w:b/>"))
    ).edition.stories).body
    assert isinstance(body[0], Verse)
    assert isinstance(body[1], Paragraph) and plain(body[1].runs) == "一 二"
    assert isinstance(body[2], Paragraph)
    assert body[2].runs == (Run("三 "), Run("四", (Mark.STRONG,)))
    assert [block.lines for block in body] == [(2,), (3,), (4,)]


def test_two_notes_are_numbered_through_and_stand_at_the_end_of_their_story() -> None:
    notes = (f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="7">{para("一。")}{para("续。")}'
             f'</w:footnote><w:footnote w:id="8">{para("二。")}</w:footnote></w:footnotes>')

    def at(key: int) -> str:
        return f'<w:r><w:footnoteReference w:id="{key}"/></w:r>'

    found = read(
        para(run("路") + at(8)) + para(run("车") + at(7)) + para(run("桥") + at(9)),
        {"word/footnotes.xml": notes}, relations(("n", "footnotes", "footnotes.xml", False)),
    )
    body = next(found.edition.stories).body
    notes_found = [(b.label, plain(b.runs)) for b in body if isinstance(b, Footnote)]
    assert notes_found == [("1", "二。"), ("2", "一。 续。")]
    assert [type(b) for b in body] == [Paragraph] * 3 + [Footnote] * 2
    assert [(d.kind, d.line) for d in found.diagnostics] == [("note_missing", 4)]


def test_what_a_reader_loses_is_an_error() -> None:
    data = docx(para("题", "1") + para("路修通了。") + para("车也通了。"))
    found = read_docx(data, "a.docx", Sidecar())
    (story,) = found.sections[0].stories
    less = replace(found, sections=(Section(None, (replace(story, body=story.body[:1]),)),))
    kinds = [remark.kind for remark in make_edition(less, "a.docx", data).diagnostics]
    assert kinds == ["not_conserved"]
    assert make_edition(found, "a.docx", data).diagnostics == ()
