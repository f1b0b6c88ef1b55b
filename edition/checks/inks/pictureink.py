"""How much ink a picture of a file takes, where it takes most."""

from __future__ import annotations

from typing import Any

from edition.checks.inks.pdfvalues import PdfFile, PdfStream, Unreadable
from edition.copy.pillow import opened, pillow

AREA = 4
"""pixels each way of the area over which ink is measured, as an instrument sees it"""


def most_ink(file: PdfFile, picture: PdfStream) -> float | None:
    """% of all inks where a picture takes most, on the mean of a small area; None where it cannot
    be read, or is of no inks."""
    try:
        image = _image(file, picture)
    except (Unreadable, ValueError, OSError, SyntaxError):
        return None
    if image is None:
        return None
    import numpy as np  # Few files are for a press.

    inks = np.asarray(image, dtype=np.float32)
    total = inks if inks.ndim == 2 else inks.sum(axis=2)
    down, across = (side // AREA * AREA or side for side in total.shape)
    total = total[:down, :across]
    if min(down, across) >= AREA:
        total = total.reshape(down // AREA, AREA, across // AREA, AREA).mean(axis=(1, 3))
    return round(float(total.max()) / 2.55, 1)


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
