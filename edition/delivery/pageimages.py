"""The door of PDFium that draws: pages of a PDF as PNG pictures."""

from __future__ import annotations

import io
from typing import Any
from zlib import Z_RLE

import pypdfium2 as pdfium

from edition.errors import UnreadableInput, WrongUse
from edition.libraries import PDFIUM
from edition.limits import LIMITS

LEAST_DPI, MOST_DPI = 10, 600
CARE, HASTE = 6, 1
"""how hard a PNG is packed"""
_POINTS = 72


def page_images(data: bytes, dpi: float) -> tuple[bytes, ...]:
    """A PNG of every page, in order.

    Raises WrongUse for a resolution out of bounds or a page that would have too many pixels.
    """
    _hold_dpi(dpi)
    with PDFIUM, _opened(data) as document:
        return tuple(_image(page, dpi) for page in document)


def page_image(data: bytes, number: int, dpi: float) -> bytes:
    """A PNG of one page, by its number from 1, packed in haste for a screen that waits for it.

    Raises as `page_images`, and IndexError for a page that is not there.
    """
    _hold_dpi(dpi)
    with PDFIUM, _opened(data) as document:
        if not 1 <= number <= len(document):
            raise IndexError(number)
        return _image(document[number - 1], dpi, HASTE)


def page_size(data: bytes) -> tuple[float, float]:
    """Width and height of the first page, pt. Raises UnreadableInput."""
    with PDFIUM, _opened(data) as document:
        width, height = document[0].get_size()
        return float(width), float(height)


def _hold_dpi(dpi: float) -> None:
    if not isinstance(dpi, int | float) or not LEAST_DPI <= dpi <= MOST_DPI:
        raise WrongUse("dpi_outside", found=str(dpi)[:20], least=LEAST_DPI, most=MOST_DPI)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise UnreadableInput("pdf_unreadable", reason=str(error)) from error


def _image(page: pdfium.PdfPage, dpi: float, effort: int = CARE) -> bytes:
    scale = dpi / _POINTS
    width, height = page.get_size()
    pixels = width * height * scale * scale
    if pixels > LIMITS.picture_pixels:
        most = int(dpi * (LIMITS.picture_pixels / pixels) ** 0.5)
        raise WrongUse("dpi_outside", found=str(dpi), least=LEAST_DPI, most=most)
    bitmap = page.render(scale=scale)
    try:
        out, image = io.BytesIO(), bitmap.to_pil()
        if effort == HASTE:
            # Most of a page is black on white: a third of the bytes, half of the time.
            image = image.convert("L") if _is_grey(image) else image
            image.save(out, "PNG", compress_level=effort, compress_type=Z_RLE)
        else:
            image.save(out, "PNG", compress_level=effort)
        return out.getvalue()
    finally:
        bitmap.close()
        page.close()


def _is_grey(image: Any) -> bool:
    """True for a picture without colour."""
    red, green, blue = (band.tobytes() for band in image.convert("RGB").split())
    return bool(red == green == blue)
