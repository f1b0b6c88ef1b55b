"""The door of PDFium: the glyphs of a finished PDF with their places, of anyone's making."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from edition.errors import UnreadableInput

_HYPHEN = "\x02"
"""What PDFium reports for a hyphen it takes to end a line."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character. Lengths in pt, y upwards from the foot of the page."""

    char: str
    x: float
    """of the origin"""
    y: float
    """of the baseline"""
    size: float
    font: str
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in pt and its glyphs in the order of the file."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """All pages of a PDF. Raises UnreadableInput when PDFium cannot open it."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(
            "The file is not a PDF that can be read", why=str(error), todo="Check the file"
        ) from error
    try:
        return tuple(_sheet(document, i) for i in range(len(document)))
    finally:
        document.close()


def _sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    page = document[index]
    width, height = page.get_size()
    text = page.get_textpage()
    found = tuple(_glyphs(text))
    text.close()
    page.close()
    return Sheet(index + 1, width, height, found)


def _glyphs(text: pdfium.PdfTextPage) -> Iterator[Glyph]:
    count = raw.FPDFText_CountChars(text)
    x, y = ctypes.c_double(), ctypes.c_double()
    box = [ctypes.c_double() for _ in range(4)]
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    matrix = raw.FS_MATRIX()
    lead = 0
    for i in range(count):
        code = raw.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        if 0xDC00 <= code < 0xE000 and lead:
            code = 0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00)
        lead = 0
        if code in (0, 10, 13) or raw.FPDFText_IsGenerated(text, i) == 1:
            continue
        raw.FPDFText_GetCharOrigin(text, i, x, y)
        raw.FPDFText_GetCharBox(text, i, *box)
        raw.FPDFText_GetMatrix(text, i, matrix)
        raw.FPDFText_GetFontInfo(text, i, name, 256, flags)
        yield Glyph(
            "-" if chr(code) == _HYPHEN else chr(code), x.value, y.value,
            round(raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.b, matrix.d), 4),
            name.value.decode("utf-8", "replace"),
            box[0].value, box[1].value, box[2].value, box[3].value,
        )
