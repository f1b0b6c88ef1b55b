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
    pictures: tuple[tuple[float, float, float, float], ...] = ()
    """left, bottom, right, top of each image, pt"""
    foreign: tuple[str, ...] = ()
    """names of fonts that are not embedded"""
    unmapped: int = 0
    """glyphs without a character (no ToUnicode)"""


@dataclass(frozen=True, slots=True)
class Container:
    """What the file says of itself."""

    tagged: bool
    language: str
    """BCP 47 tag of the catalog; empty when it has none"""
    scripts: int
    """JavaScript actions of the document"""


def container(data: bytes) -> Container:
    """The catalog of a PDF. Raises UnreadableInput when PDFium cannot open it."""
    document = _open(data)
    try:
        size = raw.FPDFCatalog_GetLanguage(document, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 2))
        raw.FPDFCatalog_GetLanguage(
            document, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size
        )
        return Container(
            tagged=bool(raw.FPDFCatalog_IsTagged(document)),
            language=buffer.raw[: max(size - 2, 0)].decode("utf-16-le", "replace"),
            scripts=max(0, raw.FPDFDoc_GetJavaScriptActionCount(document)),
        )
    finally:
        document.close()


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """All pages of a PDF. Raises UnreadableInput when PDFium cannot open it."""
    document = _open(data)
    try:
        return tuple(_sheet(document, i) for i in range(len(document)))
    finally:
        document.close()


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput(
            "The file is not a PDF that can be read", why=str(error), todo="Check the file"
        ) from error


def _sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    page = document[index]
    width, height = page.get_size()
    text = page.get_textpage()
    found = tuple(_glyphs(text))
    count = raw.FPDFText_CountChars(text)
    unmapped = sum(raw.FPDFText_HasUnicodeMapError(text, i) == 1 for i in range(count))
    pictures, foreign = _objects(page)
    text.close()
    page.close()
    return Sheet(index + 1, width, height, found, pictures, foreign, unmapped)


Box = tuple[float, float, float, float]


def _objects(page: pdfium.PdfPage) -> tuple[tuple[Box, ...], tuple[str, ...]]:
    """Boxes of the images, and the fonts that are not in the file, sorted."""
    pictures: list[Box] = []
    foreign: set[str] = set()
    seen: dict[int, bool] = {}
    name = ctypes.create_string_buffer(256)
    for item in page.get_objects(max_depth=8):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = item.get_bounds()
            pictures.append((left, bottom, right, top))
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            font = raw.FPDFTextObj_GetFont(item)
            at = ctypes.addressof(font.contents) if font else 0
            if not font or seen.get(at):
                continue
            seen[at] = True
            if raw.FPDFFont_GetIsEmbedded(font) == 0:
                raw.FPDFFont_GetBaseFontName(font, name, 256)
                foreign.add(name.value.decode("utf-8", "replace"))
    return tuple(pictures), tuple(sorted(foreign))


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
