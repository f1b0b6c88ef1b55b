"""The door of PDFium that draws: pages of a PDF as PNG pictures."""

from __future__ import annotations

import io

import pypdfium2 as pdfium

from edition.errors import UnreadableInput, WrongUse
from edition.libraries import PDFIUM
from edition.limits import LIMITS

LEAST_DPI, MOST_DPI = 10, 600
_POINTS = 72


def page_images(data: bytes, dpi: float) -> tuple[bytes, ...]:
    """A PNG of every page, in order.

    Raises WrongUse for a resolution out of bounds or a page that would have too many pixels.
    """
    if not isinstance(dpi, int | float) or not LEAST_DPI <= dpi <= MOST_DPI:
        raise WrongUse("dpi_outside", found=str(dpi)[:20], least=LEAST_DPI, most=MOST_DPI)
    with PDFIUM:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise UnreadableInput("pdf_unreadable", reason=str(error)) from error
        with document:
            return tuple(_image(page, dpi) for page in document)


def _image(page: pdfium.PdfPage, dpi: float) -> bytes:
    scale = dpi / _POINTS
    width, height = page.get_size()
    pixels = width * height * scale * scale
    if pixels > LIMITS.picture_pixels:
        most = int(dpi * (LIMITS.picture_pixels / pixels) ** 0.5)
        raise WrongUse("dpi_outside", found=str(dpi), least=LEAST_DPI, most=most)
    bitmap = page.render(scale=scale)
    try:
        out = io.BytesIO()
        bitmap.to_pil().save(out, "PNG")
        return out.getvalue()
    finally:
        bitmap.close()
        page.close()
