"""How much ink a picture of a file takes, where it takes most."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from edition.checks.inks.grounds import Inks
from edition.checks.inks.pdfvalues import PdfFile, PdfStream, Unreadable
from edition.checks.inks.shownlines import Matrix
from edition.checks.sight.boxes import Box
from edition.copy.pillow import opened, pillow

AREA = 4
"""pixels each way of the area over which ink is measured, as an instrument sees it"""


def most_ink(file: PdfFile, picture: PdfStream) -> float | None:
    """% of all inks where a picture takes most, on the mean of a small area; None where it cannot
    be read, or is of no inks."""
    inks = _areas(file, picture)
    return None if inks is None or not inks.size else round(float(inks.sum(axis=2).max()) / 2.55, 1)


class PictureGround:
    """A picture on its page, asked for the inks of a point."""

    def __init__(self, file: PdfFile, picture: PdfStream, matrix: Matrix) -> None:
        self._file, self._picture, self._matrix = file, picture, matrix

    @property
    def box(self) -> Box:
        a, b, c, d, e, f = self._matrix
        across, up = (e, e + a, e + c, e + a + c), (f, f + b, f + d, f + b + d)
        return (min(across), min(up), max(across), max(up))

    def at(self, point: tuple[float, float]) -> Inks | None:
        """The inks of a point of the page; None where the picture does not print."""
        a, b, c, d, e, f = self._matrix
        whole = a * d - b * c
        if not whole:
            return None
        x, y = point[0] - e, point[1] - f
        place = ((d * x - c * y) / whole, 1 - (a * y - b * x) / whole)
        found, masked = self._inks
        if found is None or not found.size or not all(0 <= side <= 1 for side in place):
            return None
        if masked is not None and _area(masked, place)[-1] < 0.5:
            return None
        inks = _area(found, place)
        return (0.0, 0.0, 0.0, inks[0]) if len(inks) == 1 else (inks[0], inks[1], inks[2], inks[3])

    @cached_property
    def _inks(self) -> tuple[Any, Any]:
        """The inks of its areas, and how far each of them prints; None where all of them do."""
        mask = self._file.get(self._picture.about.get("SMask"))
        held = _areas(self._file, mask) if isinstance(mask, PdfStream) else None
        # A mask is light where the picture prints.
        return _areas(self._file, self._picture), None if held is None else 255 - held


def _area(areas: Any, place: tuple[float, float]) -> list[float]:
    """The shares, 0…1, of the area at a place told from left and head, each 0…1."""
    down, across = areas.shape[:2]
    row, column = int(place[1] * down), int(place[0] * across)
    return [float(one) / 255 for one in areas[min(row, down - 1), min(column, across - 1)]]


def _areas(file: PdfFile, picture: PdfStream) -> Any:
    """Of each small area of a picture its inks, 0…255; None where it cannot be read."""
    try:
        image = _image(file, picture)
    except (Unreadable, ValueError, TypeError, OSError, SyntaxError):
        return None
    if image is None:
        return None
    import numpy as np  # Few files are for a press.

    inks = np.asarray(image, dtype=np.float32)
    inks = inks[..., None] if inks.ndim == 2 else inks
    down, across = (side // AREA for side in inks.shape[:2])
    if min(down, across) >= 1:
        inks = inks[: down * AREA, : across * AREA]
        inks = inks.reshape(down, AREA, across, AREA, -1).mean(axis=(1, 3))
    return inks


def _image(file: PdfFile, picture: PdfStream) -> Any:
    """The picture with 255 for a full ink: of four inks or of black; None for other colours."""
    about = picture.about
    filters = file.get(about.get("Filter"))
    last = file.get(filters[-1]) if isinstance(filters, list) and filters else filters
    space = file.get(about.get("ColorSpace"))
    chops = pillow("ImageChops")
    if last == "DCTDecode":
        image = opened(picture.packed)
        if image is None or image.mode not in ("L", "CMYK"):
            return None
        # Pillow turns round what Adobe's mark says is upside down; so does a Decode of 1 to 0.
        turned = file.row(about.get("Decode"))[:2] == [1, 0]
        marked = "adobe" in image.info
        image.load()
        if image.mode == "L":
            return image if turned else chops.invert(image)
        return image if turned == marked else chops.invert(image)
    if about.get("BitsPerComponent") != 8 or space not in ("DeviceCMYK", "DeviceGray"):
        return None
    size = (file.get(about.get("Width")), file.get(about.get("Height")))
    mode = "CMYK" if space == "DeviceCMYK" else "L"
    image = pillow("Image").frombytes(mode, size, file.unpacked(picture))
    return image if mode == "CMYK" else chops.invert(image)
