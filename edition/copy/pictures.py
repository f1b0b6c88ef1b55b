"""The copy's pictures: PNG, JPEG and WebP, judged by content alone.

A picture that needs nothing is kept byte for byte. One that lies on its side, shows the paper
through, moves, has a colour profile other than sRGB, or colours no page can print is made anew,
the same way every time.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.copy.pillow import TooManyPixels, opened, parts
from edition.copy.profiles import in_srgb, profile_of
from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.model import Picture

if TYPE_CHECKING:
    from PIL import Image, ImageOps
else:
    Image, ImageOps = parts("Image", "ImageOps")

MEDIA = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",
    "WEBP": "image/webp",
}
"""Pillow's names of the kinds that may come in; MPO is the JPEG of cameras that store two."""
JPEG_QUALITY = 95
_PRINTABLE = ("1", "L", "P", "RGB")
"""Modes the page draws as they are, when nothing in them is transparent."""
_UPRIGHT = 1
_ORIENTATION = 0x0112


@dataclass(frozen=True, slots=True)
class View:
    """What of a picture is shown, and how: first cut, then mirrored, then turned."""

    cut: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    """shares cut off at the left, the top, the right and the bottom, 0…1"""
    quarters: int = 0
    """quarters of a turn, clockwise"""
    across: bool = False
    """mirrored, left for right"""
    over: bool = False
    """mirrored, top for bottom"""


WHOLE = View()


def picture(name: str, data: bytes, view: View = WHOLE) -> Picture:
    """The picture in `data`, or what of it `view` shows, upright and opaque, called `name`; sealed.

    Raises UnreadableInput for what is no PNG, JPEG or WebP, is damaged, or is beyond the limits
    of bytes or pixels; the size is read from the file's head before any pixel is.
    """
    if len(data) > LIMITS.picture_bytes:
        raise UnreadableInput(
            "picture_bytes", where=name, bytes=len(data), limit=LIMITS.picture_bytes
        )
    image, kind = _opened(name, data)
    width, height = image.size
    try:
        kept = view == WHOLE and _as_it_is(image)
        if kept:
            image.draft(None, (1, 1))  # All of a JPEG is read; its pixels are not wanted.
        image.load()
        done = image if kept else _seen(_made_anew(image), view)
        data = data if kept else _encoded(done, kind)
    except Exception as fault:  # A hostile file may fail in any of a codec's ways.
        raise _damaged(name, fault) from fault
    media = MEDIA[kind] if kept or kind != "WEBP" else MEDIA["PNG"]
    if not kept:
        width, height = done.size
    found = Picture(name, media, width, height, data)
    return replace(found, seal=found.stamp)


def _opened(name: str, data: bytes) -> tuple[Image.Image, str]:
    """The picture, its pixels unread, and Pillow's name of its kind."""
    try:
        image = opened(data)
    except TooManyPixels as fault:
        raise UnreadableInput(
            "picture_pixels", where=name, width=fault.width, height=fault.height,
            limit=LIMITS.picture_pixels,
        ) from fault
    except Exception as fault:  # Heads that lie.
        raise _damaged(name, fault) from fault
    if image is None:
        raise UnreadableInput("picture_unknown", where=name)
    return image, image.format or ""


def _damaged(name: str, fault: Exception) -> UnreadableInput:
    said = str(fault).strip().rstrip(".") or type(fault).__name__
    return UnreadableInput("picture_damaged", where=name, said=said)


def _as_it_is(image: Image.Image) -> bool:
    return (
        image.mode in _PRINTABLE
        and "transparency" not in image.info
        and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT
        and (image.format == "MPO" or getattr(image, "n_frames", 1) == 1)
        and not profile_of(image)
    )


def _made_anew(image: Image.Image) -> Image.Image:
    """Upright, on white, in grey or RGB, in the colours of sRGB."""
    profile = profile_of(image)
    upright = ImageOps.exif_transpose(image)
    if upright.mode.startswith("I"):
        # Sixteen bits of grey; a plain conversion would cut them off, not scale them.
        grey = upright.convert("I").point(lambda value: value * (1 / 257)).convert("L")
        return in_srgb(grey, profile)
    if upright.has_transparency_data:
        clear = upright.convert("RGBA")
        sheet = Image.new("RGB", clear.size, "white")
        mode = "L" if profile and upright.mode in ("L", "LA") else "RGB"
        lit = in_srgb(clear.convert(mode), profile).convert("RGB")
        sheet.paste(lit, mask=clear.getchannel("A"))
        return sheet
    if upright.mode == "CMYK" and profile:
        return in_srgb(upright, profile)
    plain = upright if upright.mode in ("L", "RGB") else upright.convert("RGB")
    return in_srgb(plain, profile)


def _seen(image: Image.Image, view: View) -> Image.Image:
    """What a view shows; at least one pixel."""
    if view == WHOLE:
        return image
    (width, height), (left, top, right, bottom) = image.size, view.cut
    first = min(round(left * width), width - 1), min(round(top * height), height - 1)
    last = (max(width - round(right * width), first[0] + 1),
            max(height - round(bottom * height), first[1] + 1))
    image = image.crop((*first, *last))
    if view.across:
        image = ImageOps.mirror(image)
    if view.over:
        image = ImageOps.flip(image)
    turns = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180,
             3: Image.Transpose.ROTATE_90}
    turn = turns.get(view.quarters)
    return image if turn is None else image.transpose(turn)


def _encoded(image: Image.Image, kind: str) -> bytes:
    """A JPEG stays a JPEG; all else becomes a PNG, which loses nothing."""
    out = io.BytesIO()
    plain = Image.new(image.mode, image.size)
    plain.paste(image)
    if MEDIA[kind] == MEDIA["JPEG"]:
        plain.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    else:
        plain.save(out, "PNG")
    return out.getvalue()
