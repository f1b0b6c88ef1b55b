"""Pictures as a book holds them: no larger than a screen shows, of a kind every reader opens.

Upright they are already, and in the colours of sRGB: `copy/pictures.py` saw to that.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from edition.copy.pillow import opened, parts
from edition.errors import Diagnostic
from edition.model import Edition, Figure, Picture
from edition.trade.page_bounds import HEAVIEST_PICTURE

if TYPE_CHECKING:
    from PIL import Image
else:
    (Image,) = parts("Image")

MOST_PIXELS = 1600
"""of the longer side"""
MOST_BYTES = int(HEAVIEST_PICTURE * 10**6)
"""of one picture: beyond it some readers show none"""
MOST_PNG = 1_000_000
"""bytes from which a PNG that is made here is a photograph, and becomes a JPEG"""
QUALITIES = (86, 70, 50)
"""of a JPEG, the next where the one before is too large"""
_JPEG, _PNG = "image/jpeg", "image/png"


@dataclass(frozen=True, slots=True)
class ForScreens:
    """The edition with its pictures as the book holds them, and what was done to them."""

    edition: Edition
    remarks: tuple[Diagnostic, ...]


def fitted_pictures(edition: Edition) -> ForScreens:
    """The edition with every picture of its stories made smaller or of another kind that must be.

    The same picture gives the same bytes with the same Pillow. One that cannot be opened stays.
    """
    shown = {
        block.src for story in edition.stories for block in story.body if isinstance(block, Figure)
    }
    waiting = [p for p in edition.pictures if p.name in shown and _must_change(p)]
    if not waiting:
        return ForScreens(edition, ())
    made = {picture.name: _made(picture) for picture in waiting}
    pictures = tuple(made.get(picture.name, picture) for picture in edition.pictures)
    return ForScreens(
        replace(edition, pictures=pictures), tuple(_remarks(waiting, list(made.values())))
    )


def _must_change(picture: Picture) -> bool:
    return (
        max(picture.width, picture.height) > MOST_PIXELS
        or len(picture.data) > MOST_BYTES
        or picture.media not in (_JPEG, _PNG)
    )


def _made(picture: Picture) -> Picture:
    """The picture within the bounds; itself where nothing can be done."""
    try:
        image = opened(picture.data)
        if image is None:
            return picture
        image.draft(None, (MOST_PIXELS, MOST_PIXELS))  # A JPEG is read at half its size or less.
        if image.mode not in ("L", "RGB"):
            image = image.convert("RGB")
        if max(image.size) > MOST_PIXELS:
            image.thumbnail((MOST_PIXELS, MOST_PIXELS), Image.Resampling.LANCZOS)
        media, data = _encoded(image, picture)
    except Exception:  # A hostile file may fail in any of a codec's ways; it was judged before.
        return picture
    return Picture(picture.name, media, image.width, image.height, data)


def _encoded(image: Image.Image, picture: Picture) -> tuple[str, bytes]:
    """A PNG, and a WebP that lost nothing, as PNG unless that is large; all else as JPEG."""
    lossless = picture.media == _PNG or picture.data[12:16] == b"VP8L"
    if lossless:
        out = io.BytesIO()
        image.save(out, "PNG", optimize=False, compress_level=9)
        if out.tell() <= MOST_PNG:
            return _PNG, out.getvalue()
    for quality in QUALITIES:
        out = io.BytesIO()
        image.save(out, "JPEG", quality=quality)
        if out.tell() <= MOST_BYTES:
            break
    return _JPEG, out.getvalue()


def _remarks(before: list[Picture], after: list[Picture]) -> Iterator[Diagnostic]:
    """One remark on the pictures made smaller, and one on those that are of another kind now."""
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a is not b]
    small = [(a, b) for a, b in pairs if (b.width, b.height) != (a.width, a.height)]
    kinds = [(a, b) for a, b in pairs if b.media != a.media]
    if small:
        yield Diagnostic("book_pictures_smaller", {
            "count": len(small), "pixels": MOST_PIXELS,
            "before": sum(len(a.data) for a, _ in small) // 1000,
            "after": sum(len(b.data) for _, b in small) // 1000,
        })
    if kinds:
        yield Diagnostic("book_pictures_of_kind", {
            "count": len(kinds), "names": tuple(a.name for a, _ in kinds)[:5],
        })
