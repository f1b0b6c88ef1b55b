"""The door of PDFium: the glyphs of a finished PDF with their places, of anyone's making."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

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


Box = tuple[float, float, float, float]
"""left, bottom, right, top, pt"""
MarkKind = Literal["rule", "frame", "tint"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn path as it shows, clip and all: a thin rule, the outline of a box, a filled area."""

    kind: MarkKind
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in pt and its glyphs in the order of the file."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    pictures: tuple[Box, ...] = ()
    """left, bottom, right, top of each image, pt"""
    foreign: tuple[str, ...] = ()
    """names of fonts that are not embedded"""
    unmapped: int = 0
    """glyphs without a character (no ToUnicode)"""
    marks: tuple[Mark, ...] = ()
    """rules, outlines of boxes and filled areas; backgrounds of the page left out"""
    clipped: tuple[Glyph, ...] = ()
    """glyphs of which a clip hides a part"""
    label: str = ""
    """what the reader calls the page, as the file says; empty when it does not"""


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
    hidden: list[Glyph] = []
    found = tuple(_glyphs(text, hidden))
    count = raw.FPDFText_CountChars(text)
    unmapped = sum(raw.FPDFText_HasUnicodeMapError(text, i) == 1 for i in range(count))
    pictures, foreign, marks = _objects(page)
    text.close()
    page.close()
    return Sheet(
        index + 1, width, height, found, pictures, foreign, unmapped,
        tuple(m for m in marks if _area(m.box) < _GROUND * width * height),
        tuple(hidden), document.get_page_label(index),
    )


_GROUND = 0.8
"""share of the page from which on a filled area is its background"""
_THIN = 6.0
"""pt; a path no thicker is a rule"""
_WHITE = 250
"""a fill as light as this in all colours is not seen"""


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _objects(page: pdfium.PdfPage) -> tuple[tuple[Box, ...], tuple[str, ...], list[Mark]]:
    """Boxes of the images, the fonts that are not in the file, sorted, and the drawn paths."""
    pictures: list[Box] = []
    foreign: set[str] = set()
    marks: list[Mark] = []
    seen: dict[int, bool] = {}
    name = ctypes.create_string_buffer(256)
    for item in page.get_objects(max_depth=8):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_shown(item.get_bounds(), _clip(item)))
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            mark = _mark(item)
            if mark:
                marks.append(mark)
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            font = raw.FPDFTextObj_GetFont(item)
            at = ctypes.addressof(font.contents) if font else 0
            if not font or seen.get(at):
                continue
            seen[at] = True
            if raw.FPDFFont_GetIsEmbedded(font) == 0:
                raw.FPDFFont_GetBaseFontName(font, name, 256)
                foreign.add(name.value.decode("utf-8", "replace"))
    return tuple(pictures), tuple(sorted(foreign)), marks


def _mark(item: pdfium.PdfObject) -> Mark | None:
    """A path as a mark; None for one that paints nothing."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *colour)
    pale = all(part.value >= _WHITE for part in colour[:3]) or colour[3].value == 0
    if not stroke.value and (not fill.value or pale):
        return None
    left, bottom, right, top = box = _shown(item.get_bounds(), _clip(item))
    if right < left or top < bottom:
        return None
    if min(right - left, top - bottom) <= _THIN:
        return Mark("rule", box)
    solid = fill.value and not pale and raw.FPDFPath_CountSegments(item) < 8
    return Mark("tint" if solid else "frame", box)


def _shown(box: Box, clip: Box | None) -> Box:
    if clip is None:
        return box
    return max(box[0], clip[0]), max(box[1], clip[1]), min(box[2], clip[2]), min(box[3], clip[3])


def _clip(item: Any) -> Box | None:
    """The box that all clips of a page object leave; None without a clip."""
    path = raw.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    left: Box | None = None
    for i in range(max(0, raw.FPDFClipPath_CountPaths(path))):
        xs, ys = [], []
        for j in range(max(0, raw.FPDFClipPath_CountPathSegments(path, i))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, i, j), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            box = min(xs), min(ys), max(xs), max(ys)
            left = box if left is None else _shown(left, box)
    return left


_CUT = 0.1
"""em of a glyph's ink a clip may hide"""


def _cut(glyph: Glyph, clip: Box | None) -> bool:
    if clip is None:
        return False
    slack = _CUT * glyph.size
    return (
        glyph.left < clip[0] - slack or glyph.bottom < clip[1] - slack
        or glyph.right > clip[2] + slack or glyph.top > clip[3] + slack
    )


def _glyphs(text: pdfium.PdfTextPage, hidden: list[Glyph]) -> Iterator[Glyph]:
    """The glyphs of a page; those a clip hides in part are put into `hidden` as well."""
    clips: dict[int, Box | None] = {}
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
        glyph = Glyph(
            "-" if chr(code) == _HYPHEN else chr(code), x.value, y.value,
            round(raw.FPDFText_GetFontSize(text, i) * math.hypot(matrix.b, matrix.d), 4),
            name.value.decode("utf-8", "replace"),
            box[0].value, box[1].value, box[2].value, box[3].value,
        )
        item = raw.FPDFText_GetTextObject(text, i)
        at = ctypes.addressof(item.contents) if item else 0
        if at not in clips:
            clips[at] = _clip(item) if item else None
        if _cut(glyph, clips[at]) and not glyph.char.isspace():
            hidden.append(glyph)
        yield glyph
