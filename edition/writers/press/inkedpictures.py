"""A picture of a drawn file in inks: opened as the file holds it, changed, written again."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, Any

import pydyf

from edition.copy.inkprofiles import PressInks
from edition.copy.pillow import opened, pillow

if TYPE_CHECKING:
    from PIL import Image

QUALITY = 92
"""of the JPEG of a photograph"""
TINGE = 4
"""steps of 255 by which the lights of a grey picture may differ"""
SPARE = 6.0
"""% of ink by which a photograph stays below the most: its JPEG may add as much"""
_KINDS = {"/DeviceGray": 0, "/DeviceRGB": 2}
"""colour type of a PNG"""


def ink_picture(stream: Any, inks: PressInks) -> None:
    """Change a picture of the file into one of inks."""
    extra = stream.extra
    data = b"".join(part if isinstance(part, bytes) else part.data for part in stream.stream)
    photograph = extra["Filter"] == "/DCTDecode"
    image = opened(data if photograph else _as_png(data, extra))
    if image is None:
        return
    image.load()
    if image.mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    if image.mode == "RGB" and _is_grey(image):
        image = image.convert("L")
    printed = inks.picture(image, SPARE) if photograph else inks.drawing(image)
    extra["ColorSpace"] = "/DeviceGray" if printed.mode == "L" else "/DeviceCMYK"
    for name in ("Decode", "DecodeParms"):
        extra.pop(name, None)
    if photograph:
        if printed.mode == "CMYK":
            extra["Decode"] = pydyf.Array((1, 0) * 4)
        stream.stream = [_jpeg(printed)]
    else:
        extra["Filter"] = "/FlateDecode"
        stream.stream = [zlib.compress(printed.tobytes(), 9)]


def _is_grey(image: Image.Image) -> bool:
    """True for a picture of three lights that are the same everywhere: a scan, a code, a plan.

    In four inks it would have coloured edges where the press is out of register.
    """
    red, green, blue = image.split()
    chops = pillow("ImageChops")
    return all(
        chops.difference(green, other).getextrema()[1] <= TINGE for other in (red, blue)
    )


def _jpeg(image: Image.Image) -> bytes:
    """A JPEG without thinned colours; that of four inks is told upside down, as all of its kind."""
    made = io.BytesIO()
    image.save(made, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return made.getvalue()


def _as_png(data: bytes, extra: Any) -> bytes:
    """Rows packed as a PNG has them, as a PNG."""
    kind = _KINDS.get(extra["ColorSpace"], 0)
    head = struct.pack(">2I5B", extra["Width"], extra["Height"], 8, kind, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
    )
