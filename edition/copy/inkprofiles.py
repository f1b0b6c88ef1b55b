"""The profile of a press: which four inks print the colour a page asks for.

Colours of the page are those of sRGB. They are changed as the profile's maker would have pictures
changed (its perceptual table), the white to that of the paper, the deepest to the deepest the inks
can print: newsprint prints so few colours that what is measured alike looks flat, its shadows grey.
What is grey is printed in black alone, as light as the paper lets it be. No area takes more ink in
all than the paper bears.
"""

from __future__ import annotations

import hashlib
import io
import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from edition.copy.pillow import pillow
from edition.errors import WrongUse
from edition.messages.texts import Phrase

if TYPE_CHECKING:
    from PIL import Image

Inks = tuple[float, float, float, float]
"""cyan, magenta, yellow and black, 0…1"""
Lights = tuple[int, int, int]
"""red, green and blue of sRGB, 0…255"""
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
_DARK_BLACK, _DARK_COLOURS, _TINGE = 0.85, 0.6, 0.25
"""black from which, with no more difference of its colours, or three colours from which, type is
meant to be black"""
_GREYISH = 12
"""steps of 255 by which the lights of a colour that looks grey differ: a profile may make its greys
of quite different shares"""
MOST_PROFILE = 8_000_000
"""bytes of a profile"""
_HEAD = 128
_PRINTER, _FOUR_INKS = b"prtr", b"CMYK"
_PERCEPTUAL, _RELATIVE = 0, 1
_DEEPEST_TO_DEEPEST = 0x2000
"""flag of the colour engine: the black of one space becomes that of the other"""
_SHOWN = 80
"""characters of its name"""


def is_dark(inks: Inks) -> bool:
    """True for inks of type that is meant to be black."""
    least, most = min(inks[:3]), max(inks[:3])
    return (inks[3] >= _DARK_BLACK and most - least < _TINGE) or least >= _DARK_COLOURS


def judged_profile(data: bytes, where: str) -> str:
    """The name of a profile that a press may use. Raises WrongUse, naming `where`, for another."""
    fault = partial(_wrong, where)
    if len(data) > MOST_PROFILE:
        raise fault("profile_large", most=MOST_PROFILE // 10**6)
    if len(data) < _HEAD + 4 or data[36:40] != b"acsp":
        raise fault("profile_none")
    if struct.unpack(">I", data[:4])[0] > len(data):
        raise fault("profile_short")
    if data[16:20] != _FOUR_INKS:
        raise fault("profile_space", found=_sign(data[16:20]))
    if data[12:16] != _PRINTER:
        raise fault("profile_class", found=_sign(data[12:16]))
    try:
        _transforms(data)
        name = " ".join(str(_cms().getProfileDescription(_read(data))).split())
    except Exception as error:  # A hostile profile may fail in any of the engine's ways.
        raise fault("profile_broken") from error
    return "".join(c for c in name if c.isprintable())[:_SHOWN] or "CMYK"


def _wrong(where: str, reason: str, **values: str | int) -> WrongUse:
    return WrongUse("press_profile", where=where, reason=Phrase(reason, values))


def _sign(raw: bytes) -> str:
    return "".join(chr(c) if 32 < c < 127 else " " for c in raw).strip() or "?"


@dataclass(frozen=True, slots=True)
class PressInks:
    """What prints a colour on one press: its profile, colours told by their inks, the most ink."""

    profile: bytes = field(repr=False)
    most: float
    """% of all four inks together, on any place"""
    told: Mapping[Lights, Inks] = field(default_factory=dict)
    """colours whose inks the pack tells"""

    def of(self, lights: Lights) -> Inks:
        """The inks of a colour of the page; black and every grey are black alone.

        What is as good as black is black: type of a dense screen has ragged edges, type of four
        inks coloured ones.
        """
        if lights in self.told:
            return self.told[lights]
        if len(set(lights)) == 1:
            return (0.0, 0.0, 0.0, _share(_page_greys(self.profile)[lights[0]]))
        pixel = self.picture(pillow("Image").new("RGB", (1, 1), lights))
        cyan, magenta, yellow, black = map(_share, pixel.tobytes())
        inks = (cyan, magenta, yellow, black)
        is_grey = black >= _DARK_BLACK and max(lights) - min(lights) <= _GREYISH
        return BLACK if is_grey or is_dark(inks) else inks

    def borne(self, inks: Inks) -> Inks:
        """Inks that a page tells itself, with no more of them than the paper bears."""
        if 100 * sum(inks) <= self.most:
            return inks
        levels = tuple(min(255, max(0, round(255 * share))) for share in inks)
        pixel = self.within(pillow("Image").new("CMYK", (1, 1), levels))
        cyan, magenta, yellow, black = map(_share, pixel.tobytes())
        return (cyan, magenta, yellow, black)

    def picture(self, image: Image.Image, spare: float = 0.0) -> Image.Image:
        """A picture in inks: one of lights in all four, a grey one (`L`) as light where none is.

        `spare` is how much ink, in %, it stays below the most.
        """
        if image.mode == "L":
            dark = _greys(self.profile)
            return image.point([255 - dark[level] for level in range(256)])
        if image.mode != "CMYK":
            image = _cms().applyTransform(image.convert("RGB"), _transforms(self.profile)[0])
        return self.within(image, spare)

    def drawing(self, image: Image.Image) -> Image.Image:
        """A picture kept without loss in inks: a plan, a code, the mark of a house.

        What is grey in it is black alone, and a colour whose inks the pack tells is printed as
        told, so that it is the colour of the page round it.
        """
        dark = _page_greys(self.profile)
        if image.mode == "L":
            return image.point([255 - dark[level] for level in range(256)])
        printed = self.picture(image)
        if image.mode != "RGB":
            return printed
        import numpy as np  # Few papers go to a press.

        lights, inks = np.asarray(image), np.asarray(printed).copy()
        red, green, blue = (lights[..., one] for one in range(3))
        grey = (red == green) & (green == blue)
        inks[grey] = 0
        inks[grey, 3] = np.array(dark, np.uint8)[green[grey]]
        for colour, shares in self.told.items():
            inks[(lights == colour).all(axis=2)] = [round(255 * share) for share in shares]
        found: Image.Image = pillow("Image").fromarray(inks, "CMYK")
        return found

    def within(self, image: Image.Image, spare: float = 0.0) -> Image.Image:
        """A picture of four inks with no more of them than the paper bears.

        Where three stand over each other, black takes their place; what is still over is taken
        from the three in their proportion.
        """
        import numpy as np  # Few papers go to a press.

        most = int((self.most - spare) * 2.55)
        inks = np.asarray(image, dtype=np.int16).copy()
        over = np.maximum(inks.sum(axis=2) - most, 0)
        if not over.any():
            return image
        colours, black = inks[..., :3], inks[..., 3]
        swap = np.minimum(np.minimum((over + 1) // 2, colours.min(axis=2)), 255 - black)
        colours -= swap[..., None]
        black += swap
        room, held = np.maximum(most - black, 0), colours.sum(axis=2)
        scale = np.minimum(1.0, room / np.maximum(held, 1))
        inks[..., :3] = np.floor(colours * scale[..., None])
        found: Image.Image = pillow("Image").fromarray(inks.astype(np.uint8), "CMYK")
        return found


def _share(level: int) -> float:
    return round(level / 255, 3)


@lru_cache(maxsize=4)
def _transforms(profile: bytes) -> tuple[Any, Any]:
    """From sRGB to the inks, and from the inks to what the eye sees of them."""
    cms, inks = _cms(), _read(profile)
    to_inks = cms.buildTransform(
        cms.createProfile("sRGB"), inks, "RGB", "CMYK", _PERCEPTUAL, _DEEPEST_TO_DEEPEST
    )
    seen = cms.buildTransform(inks, cms.createProfile("LAB"), "CMYK", "LAB", _RELATIVE)
    return to_inks, seen


@lru_cache(maxsize=4)
def _greys(profile: bytes) -> tuple[int, ...]:
    """Of each of 256 greys, from black to white, how much black ink prints it, 0…255."""
    images, cms = pillow("Image"), _cms()
    ramp = images.frombytes("CMYK", (256, 1), bytes(b for k in range(256) for b in (0, 0, 0, k)))
    printed = cms.applyTransform(ramp, _transforms(profile)[1]).getchannel(0).tobytes()
    lights = images.frombytes("RGB", (256, 1), bytes(v for v in range(256) for _ in range(3)))
    to_eye = cms.buildTransform(
        cms.createProfile("sRGB"), cms.createProfile("LAB"), "RGB", "LAB", _RELATIVE
    )
    wanted = cms.applyTransform(lights, to_eye).getchannel(0).tobytes()
    white, black = printed[0], printed[255]
    found, ink = [], 255
    for level in wanted:
        aim = black + (white - black) * level / 255
        while ink and abs(printed[ink - 1] - aim) <= abs(printed[ink] - aim):
            ink -= 1
        found.append(ink)
    return (255, *found[1:255], 0)


@lru_cache(maxsize=4)
def _page_greys(profile: bytes) -> tuple[int, ...]:
    """The same for what is drawn on a page, where what is as good as black is black."""
    return tuple(255 if is_dark((0.0, 0.0, 0.0, _share(ink))) else ink for ink in _greys(profile))


def digest(profile: bytes) -> str:
    """What tells one profile from another."""
    return hashlib.sha256(profile).hexdigest()


def _read(profile: bytes) -> Any:
    return _cms().ImageCmsProfile(io.BytesIO(profile))


def _cms() -> Any:
    return pillow("ImageCms")
