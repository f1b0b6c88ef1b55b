"""Copy in other languages and scripts: bylines told, everything on the page and in the book."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest

from edition import build

HERE = Path(__file__).parent / "languages"
BYLINES = {
    "x13_english.txt": ("Lin Xiaohe",), "x14_japanese.txt": ("林小禾",),
    "x15_bilingual.txt": ("林小禾", "Lin Xiaohe"), "x16_trad_in_hans.txt": ("林小禾",),
    "x23_byline_en.txt": ("林小禾", "Lin Xiaohe"),
}


def solid(text: str) -> str:
    """Letters and characters alone: hyphens of the page, spaces and quotation marks left out."""
    return re.sub(r"[^\w]", "", text.replace("\ufffe", "").replace("\u00ad", ""))


@pytest.mark.parametrize("name", BYLINES)
def test_a_byline_of_another_language_is_one(name: str) -> None:
    read = build.read(HERE / name)
    (story,) = read.edition.stories
    assert story.byline is not None and story.byline.names == BYLINES[name]


@pytest.mark.parametrize("name", BYLINES)
def test_every_character_is_printed_and_in_the_book_once(name: str) -> None:
    edition = build.read(HERE / name).edition
    copy = (HERE / name).read_text(encoding="utf-8")
    pdf = "".join(
        page.get_textpage().get_text_bounded()
        for page in pypdfium2.PdfDocument(build.to_pdf(edition, "newsletter").data)
    )
    with zipfile.ZipFile(io.BytesIO(build.to_epub(edition).data)) as packed:
        story = next(packed.read(n) for n in packed.namelist() if "/text/" in n).decode()
        book = re.sub(r"<rt>.*?</rt>|<[^>]+>", "", story)
    for line in filter(None, map(solid, copy.splitlines())):
        for text in (solid(pdf), solid(book)):
            assert line in text or all(text.count(c) >= line.count(c) for c in line), line
