"""Every line of pasted copy stands on the finished page and in the book, or is listed as set aside.

The copy is the source itself, line by line; page and book are read by pdfium and zipfile.
"""

from __future__ import annotations

import io
import re
import zipfile
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from edition import build

FOLDER = Path(__file__).resolve().parent.parent / "cases" / "whole"
OURS = [
    pytest.param(path.stem, marks=pytest.mark.check if path.stem[0] in "vx" else ())
    for path in sorted(FOLDER.glob("*.txt"))
]


def squeezed(text: str) -> str:
    """Without white space, and without hyphens, which a line may add."""
    return "".join(re.sub("[-\u2010\x02\ufffe]", "", text).split())


def page_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as made:
        return squeezed("".join(page.get_textpage().get_text_range() for page in made))


def book_of(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        leaves = [
            package.read(name).decode() for name in package.namelist()
            if "/text/s" in name
        ]
    bodies = (re.sub(r"<head>.*?</head>", "", leaf, flags=re.DOTALL) for leaf in leaves)
    return squeezed("".join(unescape(re.sub(r"<[^>]+>", "", body)) for body in bodies))


@pytest.mark.parametrize("name", OURS)
def test_every_line_is_printed_once_and_in_the_book_or_told(name: str) -> None:
    path = FOLDER / f"{name}.txt"
    read = build.read(path)
    page = page_of(build.to_pdf(read.edition, "newsletter").data)
    book = book_of(build.to_epub(read.edition).data)
    aside = {squeezed(item.text) for item in read.edition.furniture}
    lines = [squeezed(line) for line in path.read_text(encoding="utf-8").splitlines()]
    lost = [
        line for line in lines
        if line and line not in aside and not (line in page and line in book)
    ]
    assert lost == []
    for line in {line for line in lines if len(line) > 12} - aside:
        assert page.count(line) == lines.count(line), line
