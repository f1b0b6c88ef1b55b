"""Small rooms of the readers at their bounds: frames of a Word file, items left out, marks."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from edition.model import Paragraph, block_text
from edition.readers import read_bytes
from edition.readers.dialect.grammar import _State
from edition.readers.word.wordtables import WordCell, WordGrid, is_frame
from readers.word_parts import docx, para

LONG = "昨天上午，东渡口码头边新添的便民亭开门了，里面有两条长凳。"
"""29 characters."""
FLOWING = [LONG, "晴。"]


class SetCell(WordCell):
    """A cell with given paragraphs."""

    @property
    def paragraphs(self) -> list[str]:
        return self.node  # type: ignore[return-value]  # given in its place


class Texts(list[str]):
    """Paragraphs in the place of a node, with a table inside or none."""

    nested = False

    def child(self, name: str) -> object:
        return object() if self.nested else None


def grid(*cells: list[str], rows: int = 2, header_rows: int = 0, nested: bool = False) -> WordGrid:
    made = [SetCell(Texts(texts), 0, n) for n, texts in enumerate(cells)]  # type: ignore[arg-type]
    if nested:
        made[0].node.nested = True  # type: ignore[attr-defined]
    return WordGrid(made, rows, header_rows)


@pytest.mark.parametrize(("other", "frame"), [(20, True), (21, False)])
def test_six_in_ten_characters_of_a_frame_are_running_text(other: int, frame: bool) -> None:
    """31 of running text and so many of other cells."""
    assert sum(map(len, FLOWING)) == 31
    assert is_frame(grid(FLOWING, ["字" * other]), False) is frame
    assert is_frame(grid(FLOWING, ["字" * other]), True), "a heading makes it one"
    assert not is_frame(grid(["字" * 90], ["字"]), True)


def test_half_the_cells_of_a_frame_are_running_text() -> None:
    assert is_frame(grid(FLOWING, ["字"]), False)
    assert is_frame(grid(FLOWING, ["字"], []), False), "an empty cell is none"
    assert not is_frame(grid(FLOWING, ["字"], ["字"]), False)
    assert is_frame(grid(FLOWING, FLOWING, ["字"], ["字"]), False)


def test_a_frame_has_few_rows_and_no_head() -> None:
    assert is_frame(grid(FLOWING, FLOWING, rows=3), False)
    assert not is_frame(grid(FLOWING, FLOWING, rows=4), False)
    assert not is_frame(grid(FLOWING, FLOWING, header_rows=1), False)
    assert not is_frame(grid([], []), False) and not is_frame(grid(), False)
    assert is_frame(grid(["字"], rows=1), False), "one cell alone"
    assert not is_frame(grid(["字"], ["字"]), False)
    assert is_frame(grid(["字"], ["字"], nested=True), False)
    assert not is_frame(grid(["字"], ["字"], nested=True, rows=3), False)


@pytest.mark.parametrize("flows", [True, False])
def test_a_table_of_figures_with_one_text_stays_a_table(flows: bool) -> None:
    figures = "".join(f"<w:tc>{para('字' * 21)}</w:tc>" for _ in range(1))
    text = "".join(para(one) for one in (FLOWING if flows else ["".join(FLOWING)]))
    body = f"{para('题', '1')}<w:tbl><w:tr><w:tc>{text}</w:tc>{figures}</w:tr></w:tbl>{para('')}"
    (block,) = next(read_bytes(docx(body), "a.docx").edition.stories).body
    assert not isinstance(block, Paragraph) and LONG in block_text(block)


@pytest.mark.parametrize("length", [1, 199, 200, 201, 400])
def test_an_item_left_out_is_named_by_two_hundred_characters_of_its_title(length: int) -> None:
    title = ("一二三四五六七八九十" * 40)[:length]
    feed = (
        '<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
        "<title>报</title><item><title>石桥通车</title><description>雨停了，路通了。</description>"
        f"</item><item><title>{title}</title><description>未完</description>"
        "<wp:post_type>post</wp:post_type><wp:status>draft</wp:status></item></channel></rss>"
    )
    found = read_bytes(feed.encode(), "a.xml")
    (left,) = [d for d in found.diagnostics if d.kind == "item_left_out"]
    assert (left.text, left.values["status"]) == (title[:200], "draft")
    assert [story.headline for story in found.edition.stories] == ["石桥通车"]


@pytest.mark.parametrize(("text", "start", "length", "opens", "closes"), [
    ("_路_。", 0, 1, True, False), ("\ufe0f_路_。", 1, 1, False, False),
    ("路\ufe0f_路_", 2, 1, False, False), ("。\ufe0f_路_", 2, 1, True, False),
    ("。\ufe0f\ufe0e_路_", 3, 1, True, False), ("___", 0, 3, False, False),
    ("__路__", 3, 2, False, True), (" _ ", 1, 1, False, False),
])
def test_what_a_run_of_marks_may_do_is_told_by_the_signs_beside_it(
    text: str, start: int, length: int, opens: bool, closes: bool
) -> None:
    """A sign that only chooses a form is no sign of its own."""
    found = _State(text, MarkdownIt(), {}, []).scanDelims(start, False)
    assert (found.length, found.can_open, found.can_close) == (length, opens, closes)


def test_two_notes_of_one_label_are_told_by_their_line() -> None:
    text = "# 石桥\n\n雨停了[^a]，路通了。\n\n[^a]: 昨天。\n\n[^a]: 今天。\n    也晴。\n"
    found = read_bytes(text.encode(), "a.md")
    made = [(block_text(block), block.lines) for block in next(found.edition.stories).body]
    assert made == [("雨停了1，路通了。", (3,)), ("1 昨天。", (5,)), ("2 今天。也晴。", (7,))]
    (remark,) = [d for d in found.diagnostics if d.kind == "note_unmarked"]
    assert (remark.line, remark.text) == (7, "a (7)")
