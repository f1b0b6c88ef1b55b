"""The door of PDFium: the glyphs of a finished PDF with their places, of anyone's making."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from edition.checks.sight.boxes import Box, area, meet
from edition.checks.sight.sheet import Container, DrawnMark, Glyph, Sheet
from edition.errors import UnreadableInput
from edition.libraries import PDFIUM
from edition.messages.texts import Phrase

_HYPHEN = "\x02"
"""What PDFium reports for a hyphen it takes to end a line."""

__all__ = ["Container", "Glyph", "Sheet", "container", "sheets"]


def container(data: bytes) -> Container:
    """The catalog of a PDF. Raises UnreadableInput when PDFium cannot open it."""
    with PDFIUM, _open(data) as document:
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


def sheets(data: bytes) -> tuple[Sheet, ...]:
    """All pages of a PDF. Raises UnreadableInput when PDFium cannot open it."""
    with PDFIUM, _open(data) as document:
        return tuple(_sheet(document, i) for i in range(len(document)))


def _open(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput("pdf_unreadable", reason=_reason(error)) from error


def _reason(error: pdfium.PdfiumError) -> Phrase:
    encrypted = error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
    return Phrase("pdf_encrypted" if encrypted else "pdf_damaged")


def _sheet(document: pdfium.PdfDocument, index: int) -> Sheet:
    page = document[index]
    trim = page.get_trimbox()
    width, height = page.get_size()
    text = page.get_textpage()
    drawn = _objects(page)
    hidden: list[Glyph] = []
    told = list(_glyphs(text, drawn, hidden))
    found = tuple(glyph for _, glyph in sorted(told, key=lambda pair: pair[0]))
    astray = tuple(after for (before, _), (at, after) in pairwise(told) if at < before)
    count = raw.FPDFText_CountChars(text)
    unmapped = sum(raw.FPDFText_HasUnicodeMapError(text, i) == 1 for i in range(count))
    text.close()
    page.close()
    return Sheet(
        index + 1, width, height, found, tuple(drawn.pictures), tuple(sorted(drawn.foreign)),
        unmapped,
        tuple(m for m in drawn.marks if area(m.box) < _GROUND * width * height),
        tuple(hidden), document.get_page_label(index), tuple(drawn.crops), astray,
    ).trimmed(trim)


_GROUND = 0.8
"""share of the page from which on a filled area is its background"""
_THIN = 6.0
"""pt; a path no thicker is a rule"""
_WHITE = 250
"""a fill as light as this in all colours is not seen"""


@dataclass(slots=True)
class _Drawn:
    pictures: list[Box] = field(default_factory=list)
    crops: list[float] = field(default_factory=list)
    foreign: set[str] = field(default_factory=set)
    """fonts that are not in the file"""
    marks: list[DrawnMark] = field(default_factory=list)
    clips: dict[int, Box] = field(default_factory=dict)
    """what the clips leave to a text object, by its address"""
    places: dict[int, int] = field(default_factory=dict)
    """number of a text object among all of the page, by its address"""


def _objects(page: pdfium.PdfPage) -> _Drawn:
    """All that is drawn on a page but its glyphs."""
    drawn = _Drawn()
    seen: set[int] = set()
    for item in page.get_objects(max_depth=8):
        if item.type == raw.FPDF_PAGEOBJ_IMAGE:
            shown = _bounds(item)
            whole = area(_placed(item, item.get_bounds()))
            drawn.pictures.append(shown)
            drawn.crops.append(max(0.0, 1 - area(shown) / whole) if whole else 0.0)
        elif item.type == raw.FPDF_PAGEOBJ_PATH:
            mark = _mark(item)
            if mark:
                drawn.marks.append(mark)
        elif item.type == raw.FPDF_PAGEOBJ_TEXT:
            clip, at = _clip(item), ctypes.addressof(item.raw.contents)
            drawn.places[at] = len(drawn.places)
            if clip:
                drawn.clips[at] = clip
            _font(item, seen, drawn.foreign)
    return drawn


def _font(item: pdfium.PdfObject, seen: set[int], foreign: set[str]) -> None:
    """Put the name of a text object's font into `foreign` when it is not embedded."""
    font = raw.FPDFTextObj_GetFont(item)
    at = ctypes.addressof(font.contents) if font else 0
    if not font or at in seen:
        return
    seen.add(at)
    if raw.FPDFFont_GetIsEmbedded(font) == 0:
        name = ctypes.create_string_buffer(256)
        raw.FPDFFont_GetBaseFontName(font, name, 256)
        foreign.add(name.value.decode("utf-8", "replace"))


def _bounds(item: pdfium.PdfObject) -> Box:
    """The box of an object on the page, as far as its clips show it."""
    left, bottom, right, top = item.get_bounds()
    return meet(_placed(item, (left, bottom, right, top)), _clip(item))


def _placed(item: pdfium.PdfObject, box: Box) -> Box:
    """A box of an object inside a form, as the form stands on the page."""
    form = item.container
    while form is not None:
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(form, matrix)
        corners = [(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])]
        xs = [matrix.a * x + matrix.c * y + matrix.e for x, y in corners]
        ys = [matrix.b * x + matrix.d * y + matrix.f for x, y in corners]
        box = min(xs), min(ys), max(xs), max(ys)
        form = form.container
    return box


def _mark(item: pdfium.PdfObject) -> DrawnMark | None:
    """A path as a mark; None for one that paints nothing."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(item, *colour)
    pale = all(part.value >= _WHITE for part in colour[:3]) or colour[3].value == 0
    if not stroke.value and (not fill.value or pale):
        return None
    left, bottom, right, top = box = _bounds(item)
    if right < left or top < bottom:
        return None
    if min(right - left, top - bottom) <= _THIN:
        return DrawnMark("rule", box)
    solid = fill.value and not pale and raw.FPDFPath_CountSegments(item) < 8
    return DrawnMark("tint" if solid else "frame", box)


def _clip(item: pdfium.PdfObject) -> Box | None:
    """The box on the page that all clips of an object and its forms leave; None without one."""
    left: Box | None = None
    while item is not None:
        for box in _clips(item):
            placed = _placed(item, box)
            left = placed if left is None else meet(left, placed)
        item = item.container
    return left


def _clips(item: Any) -> Iterator[Box]:
    path = raw.FPDFPageObj_GetClipPath(item)
    x, y = ctypes.c_float(), ctypes.c_float()
    for i in range(max(0, raw.FPDFClipPath_CountPaths(path))):
        xs, ys = [], []
        for j in range(max(0, raw.FPDFClipPath_CountPathSegments(path, i))):
            raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, i, j), x, y)
            xs.append(x.value)
            ys.append(y.value)
        if xs:
            yield min(xs), min(ys), max(xs), max(ys)


_NO_SIGN = frozenset({0, 10, 13, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)})
"""ends of lines and marks of direction: they tell how the text runs and are no part of it"""
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


def _signs(text: pdfium.PdfTextPage) -> Iterator[tuple[int, int]]:
    """(number, code point) of all characters that are drawn, halves of a pair joined."""
    lead = 0
    for i in range(raw.FPDFText_CountChars(text)):
        code = raw.FPDFText_GetUnicode(text, i)
        if 0xD800 <= code < 0xDC00:
            lead = code
            continue
        if 0xDC00 <= code < 0xE000 and lead:
            code = 0x10000 + ((lead - 0xD800) << 10) + (code - 0xDC00)
        lead = 0
        if code not in _NO_SIGN and raw.FPDFText_IsGenerated(text, i) != 1:
            yield i, code


def _glyphs(
    text: pdfium.PdfTextPage, drawn: _Drawn, hidden: list[Glyph]
) -> Iterator[tuple[int, Glyph]]:
    """The glyphs of a page, each with the number of its text object in the file.

    PDFium guesses lines and may tell a later object first; who reads the file as it stands, or
    by its places, does not. Glyphs a clip hides in part are put into `hidden` as well.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    box = [ctypes.c_double() for _ in range(4)]
    name = ctypes.create_string_buffer(256)
    flags = ctypes.c_int()
    matrix = raw.FS_MATRIX()
    place = 0
    for i, code in _signs(text):
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
        place = drawn.places.get(at, place)
        if _cut(glyph, drawn.clips.get(at)) and not glyph.char.isspace():
            hidden.append(glyph)
        yield place, glyph
