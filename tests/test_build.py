"""The pipeline as a library: values in, bytes and remarks out, nothing written."""

from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

import edition
from edition import build
from edition.build import Built
from edition.checks.sight.glyphs import sheets
from edition.errors import Severity
from edition.model import Edition, Paragraph, Run, Section, Story
from edition.storyjson.write import stories_json

COPY = (
    "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。桥头立着一块碑，"
    "上面刻着捐款人家的名字。\n\n（王小明）\n"
)


@pytest.fixture
def paper(tmp_path: Path) -> Edition:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    return edition.read(path).edition


def test_reading_takes_a_path_as_text_or_as_path(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    assert edition.read(str(path)) == edition.read(path)


def test_a_pdf_tells_its_pages_and_its_score(paper: Edition) -> None:
    built = edition.to_pdf(paper)
    assert isinstance(built, Built)
    assert built.data.startswith(b"%PDF-")
    assert len(built.pages) == 1
    assert built.score is not None and built.score.cost >= 0


def test_a_book_carries_the_pages_it_is_given(paper: Edition) -> None:
    built = edition.to_epub(paper, pages=edition.to_pdf(paper).pages)
    with zipfile.ZipFile(BytesIO(built.data)) as book:
        assert book.infolist()[0].filename == "mimetype"
        nav = "".join(book.read(n).decode() for n in book.namelist() if n.endswith("nav.xhtml"))
    assert 'epub:type="page-list"' in nav
    assert built.pages == () and built.score is None


def test_a_traditional_edition_goes_through_both_writers(paper: Edition) -> None:
    changed = edition.convert(paper, "zh-Hant-TW").edition
    assert changed.language == "zh-Hant-TW"
    drawn = sheets(edition.to_pdf(changed).data)
    assert "石橋修好了" in "".join(glyph.char for sheet in drawn for glyph in sheet.glyphs)
    with zipfile.ZipFile(BytesIO(edition.to_epub(changed).data)) as book:
        names = [n for n in book.namelist() if n.endswith((".xhtml", ".opf", ".ncx"))]
        text = "".join(book.read(n).decode() for n in names)
    assert "石橋修好了" in text and "石桥" not in text


def test_one_time_gives_one_book(paper: Edition) -> None:
    then = datetime(2024, 2, 29, 8, tzinfo=UTC)
    assert edition.to_epub(paper, modified=then).data == edition.to_epub(paper, modified=then).data
    assert edition.to_pdf(paper).data == edition.to_pdf(paper).data


def test_errors_of_the_window_carry_their_exit_code(paper: Edition, tmp_path: Path) -> None:
    with pytest.raises(edition.WrongUse):
        edition.to_pdf(paper, layout="tablecloth")
    with pytest.raises(edition.WrongUse):
        edition.convert(paper, "fr")
    with pytest.raises(edition.UnreadableInput) as caught:
        edition.read(tmp_path / "no.txt")
    assert caught.value.exit_code == 3


def test_stories_are_plain_json(paper: Edition) -> None:
    found = json.loads(json.dumps(stories_json(paper, ())))
    assert found["sections"][0]["stories"][0]["headline"] == "石桥修好了"


def test_a_loose_line_is_reported_with_its_figure() -> None:
    """JU6: what cannot be set close is set loose, and said."""
    text = "该厂去年产值为￥1,234,567.89元，比前一年有所增长，职工收入也有提高。"
    story = Story("s01", "产值", (Paragraph((Run(text),), id="s01b01"),))
    other = Story("s02", "别的事", (Paragraph((Run("天地玄黄，宇宙洪荒。" * 60),), id="s02b01"),))
    pair = Edition("x", (Section(None, (story, other), id="sec1"),))
    said = [d for d in build.to_pdf(pair).diagnostics if d.kind == "loose_line"]
    assert said and all("s01b01" in d.message and d.severity is Severity.INFO for d in said)
