"""Tables that are not square: rows too long or short, merged cells over one another or too wide.

Every word stands in a cell once, and the page and the book hold all of them.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from edition import build
from edition.cli import main
from edition.model import Span, Table, plain
from edition.readers import Read, read_bytes

TEXT = "水库今起蓄水，坝高一百米，库容三亿立方米，下游五县从此不再缺水，两岸的村民都来看了。"
PAGES = {
    "over one another": ("<tr><td rowspan=2>甲<td>乙<tr><td colspan=2>丙<td>丁<td>戊", 4),
    "beyond the last row": ("<tr><td>甲<td rowspan=9>乙<tr><td>丙<tr><td>丁", 2),
    "a row too long": ("<tr><td>甲<tr><td>乙<td>丙<td>丁", 3),
    "wider than the table": ("<tr><td colspan=100>甲<tr><td>乙<td>丙<tr><td colspan=2>丁", 2),
    "to the end": ("<tr><td rowspan=0>甲<td>乙<tr><td>丙<tr><td>丁", 2),
}


def read(rows: str) -> Read:
    page = f"<html><body><article><h1>水库蓄水</h1><p>{TEXT}</p><table>{rows}</table></article>"
    return read_bytes(page.encode(), "a.html")


def table(found: Read) -> Table:
    return next(b for b in found.edition.sections[0].stories[0].body if isinstance(b, Table))


@pytest.mark.parametrize("kind", PAGES)
def test_every_word_stands_in_one_cell(kind: str) -> None:
    rows, width = PAGES[kind]
    found = read(rows)
    made = table(found)
    assert "".join(plain(cell) for row in made.rows for cell in row) == "".join(
        c for c in rows if c in "甲乙丙丁戊")
    assert made.width == width and made.merged == made.spans
    assert not {r.kind for r in found.diagnostics} & {"not_conserved", "unaccounted"}


def test_words_between_cells_stand_above_the_table() -> None:
    found = read("散字<tr>漏字<td>甲<td>乙<tr><td>丙<td>丁")
    body = found.edition.sections[0].stories[0].body
    assert [type(b).__name__ for b in body] == ["Paragraph", "Paragraph", "Table"]
    assert not {r.kind for r in found.diagnostics} & {"not_conserved", "unaccounted"}


def test_a_merge_goes_with_the_columns_no_cell_begins_in() -> None:
    assert table(read(PAGES["wider than the table"][0])).spans == (
        Span(0, 0, 1, 2), Span(2, 0, 1, 2))


def test_the_page_and_the_book_hold_every_word() -> None:
    edition = read("<tr><td rowspan=2>甲项<td>乙项<tr><td colspan=9>丙项<td>丁项<td>戊项").edition
    document = pypdfium2.PdfDocument(build.to_pdf(edition).data)
    page = "".join(p.get_textpage().get_text_bounded() for p in document)
    with zipfile.ZipFile(io.BytesIO(build.to_epub(edition).data)) as book:
        told = "".join(book.read(n).decode() for n in book.namelist() if "/text/s" in n)
    for word in ("甲项", "乙项", "丙项", "丁项", "戊项"):
        assert page.count(word) == told.count(word) == 1


def test_an_edition_of_held_stories_is_one_error_and_no_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "a.json"
    copy.write_text('{"type":"text","headline":"水库蓄水","pubstatus":"canceled",'
                    '"body_xhtml":"<p>水库今起蓄水。</p>"}', encoding="utf-8")
    for only in ([], ["--only", "pdf"], ["--only", "epub"]):
        options = ["-o", str(tmp_path / "out"), "--lang", "zh-Hans", *only]
        assert main(["build", str(copy), *options]) == 1
        assert "全部停发（1 条：水库蓄水）" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.pdf")) + list(tmp_path.rglob("*.epub"))
