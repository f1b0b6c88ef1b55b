"""Colours as a picture's profile means them: the page has one colour space, and it is sRGB."""

from __future__ import annotations

import io
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from edition.copy.pillow import opened, pillow

if TYPE_CHECKING:
    from PIL import Image

NEAR = 3
"""steps of 255 by which a colour of a profile may be off that of sRGB and need no change"""
_STEPS = range(0, 256, 51)
_SHOWN = 60
"""characters of a profile's name that a remark shows"""
_SPACES = {"1": "GRAY", "L": "GRAY", "P": "RGB", "RGB": "RGB", "CMYK": "CMYK"}
"""What the profile of a picture in a mode must be a profile of."""


def profile_of(image: Image.Image) -> bytes:
    """The profile of a picture that changes its colours; nothing where it is sRGB, or broken."""
    found = image.info.get("icc_profile") or b""
    space = _SPACES.get(_plain(image))
    return found if space and _changes(bytes(found), space) else b""


def in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """A picture in grey, three lights or four inks, in the colours its profile means."""
    if not profile:
        return image
    lit: Image.Image = _cms().profileToProfile(
        image, _read(profile), _cms().createProfile("sRGB"), outputMode="RGB"
    )
    return lit.convert("L") if image.mode == "L" and _is_grey(lit) else lit


def profile_name(data: bytes) -> str:
    """What the profile is called whose colours were changed into sRGB; empty for no such picture.

    Never raises: what no picture can be made of is told elsewhere.
    """
    try:
        image = opened(data)
        profile = profile_of(image) if image is not None else b""
        name = str(_cms().getProfileDescription(_read(profile))) if profile else ""
    except Exception:  # A hostile file may fail in any of a codec's ways.
        return ""
    return (" ".join(name.split()) or "ICC")[:_SHOWN] if profile else ""


@lru_cache(maxsize=64)
def _changes(profile: bytes, space: str) -> bool:
    """True where a profile of that space gives some colours another look than sRGB has."""
    if not profile:
        return False
    try:
        read = _read(profile)
        if read.profile.xcolor_space.strip() != space:
            return False  # A profile of another space than the picture's says nothing of it.
        if space == "CMYK":
            return True
        plain = _samples(space)
        seen = in_srgb(plain, profile).convert("RGB")
    except (_cms().PyCMSError, OSError, ValueError):
        return False  # A broken profile is no reason to go without the picture.
    off: list[tuple[int, int]] = pillow("ImageChops").difference(
        plain.convert("RGB"), seen
    ).getextrema()
    return max(most for _, most in off) > NEAR


def _samples(space: str) -> Image.Image:
    """Colours from all of a space, a pixel each."""
    images = pillow("Image")
    if space == "GRAY":
        flat = images.frombytes("L", (256, 1), bytes(range(256)))
    else:
        lights = [bytes((r, g, b)) for r in _STEPS for g in _STEPS for b in _STEPS]
        flat = images.frombytes("RGB", (len(lights), 1), b"".join(lights))
    found: Image.Image = flat
    return found


def _plain(image: Image.Image) -> str:
    """The mode of a picture without what is transparent in it, and in eight bits."""
    if image.mode.startswith("I"):
        return "L"
    return {"LA": "L", "PA": "P", "RGBA": "RGB", "RGBX": "RGB"}.get(image.mode, image.mode)


def _is_grey(image: Image.Image) -> bool:
    red, green, blue = image.split()
    difference = pillow("ImageChops").difference
    return all(difference(red, one).getextrema()[1] <= 1 for one in (green, blue))


def _read(profile: bytes) -> Any:
    return _cms().ImageCmsProfile(io.BytesIO(profile))


def _cms() -> Any:
    return pillow("ImageCms")
