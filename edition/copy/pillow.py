"""The door of Pillow: a copy of the house's own, strict whatever the process is set to.

Pillow keeps its switches for the whole process: how large a picture may be, whether a file that
was cut off is a picture. Other libraries set them. Nothing here reads or sets the process's.
"""

from __future__ import annotations

import io
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from edition.libraries import own, place
from edition.limits import LIMITS

if TYPE_CHECKING:
    from PIL import Image

_COMPILED = ("_imaging", "_imagingcms", "_imagingft", "_imagingmath", "_webp")
"""Parts that keep no switch; both copies share them."""
_READERS = (
    "JpegImagePlugin", "MpoImagePlugin", "PngImagePlugin", "TiffImagePlugin", "WebPImagePlugin",
)
"""What reads the kinds that may come in; that of TIFF reads the EXIF of all of them."""
_SIGNATURES = ((b"\x89PNG\r\n\x1a\n", "Png"), (b"\xff\xd8\xff", "Jpeg"), (b"RIFF", "WebP"))


def pillow(name: str) -> Any:
    """A module of the copy: `Image`, `ImageOps`."""
    return import_module(f"{own('PIL', _share)}.{name}")


class _Part:
    """A module of the copy that is loaded when the first name is asked of it."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, asked: str) -> Any:
        return getattr(pillow(self._name), asked)


def parts(*names: str) -> tuple[Any, ...]:
    """Modules of the copy, none of them loaded before it is used."""
    return tuple(map(_Part, names))


def _share(name: str) -> None:
    for part in _COMPILED:
        if find_spec(f"PIL.{part}"):
            place(f"{name}.{part}", import_module(f"PIL.{part}"))


class TooManyPixels(ValueError):
    """A picture whose head tells more pixels than any may have; none of them is read."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__(width, height)
        self.width, self.height = width, height


@lru_cache(maxsize=1)
def _images() -> Any:
    """The module `Image`, which opens the three kinds and warns nobody; `opened` bounds pixels."""
    image = pillow("Image")
    image.MAX_IMAGE_PIXELS = None
    image.preinit()
    silent = SimpleNamespace(warn=_unsaid)
    for name in ("Image", *_READERS):
        pillow(name).warnings = silent
    return image


def _unsaid(*words: object, **more: object) -> None:
    """Stands for `warnings.warn`: what matters in a picture is an error of our own."""


def opened(data: bytes) -> Image.Image | None:
    """The PNG, JPEG or WebP in `data`, its pixels unread; None for anything else.

    Raises TooManyPixels, and whatever Pillow raises for a head that lies.
    """
    kinds = [kind for start, kind in _SIGNATURES if data.startswith(start)]
    if not kinds or (kinds == ["WebP"] and data[8:12] != b"WEBP"):
        return None
    images = _images()
    try:
        found: Image.Image = images.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP"))
    except images.UnidentifiedImageError:
        return None
    width, height = found.size
    if width * height > LIMITS.picture_pixels:
        raise TooManyPixels(width, height)
    return found
