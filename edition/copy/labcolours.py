"""A colour that a page asks for in Lab (`lab()`, `oklch()` and their like) as lights of sRGB.

The engine writes such colours as Lab of one of two whites. They become lights like every other
colour of the page, so that greys, black, and what the pack tells of its inks hold for them too.
"""

from __future__ import annotations

from collections.abc import Mapping

from edition.copy.inkprofiles import Lights

_XYZ = tuple[float, float, float]
_D50: tuple[_XYZ, tuple[_XYZ, _XYZ, _XYZ]] = (
    (0.9642956, 1.0, 0.8251046),
    ((3.1338561, -1.6168667, -0.4906146), (-0.9787684, 1.9161415, 0.0334540),
     (0.0719453, -0.2289914, 1.4052427)),
)
_D65: tuple[_XYZ, tuple[_XYZ, _XYZ, _XYZ]] = (
    (0.9504559, 1.0, 1.0890578),
    ((3.2404542, -1.5371385, -0.4985314), (-0.9692660, 1.8760108, 0.0415560),
     (0.0556434, -0.2040259, 1.0572252)),
)
"""a white, and what makes linear lights of sRGB of XYZ under it"""
LAB_SPACES: Mapping[str, tuple[_XYZ, tuple[_XYZ, _XYZ, _XYZ]]] = {"lab-d50": _D50, "lab-d65": _D65}
"""what the engine calls its spaces of Lab"""
_BEND = 6 / 29
_SAME = 1
"""steps of 255 within which three lights are meant to be one grey"""


def lights_of(space: str, lightness: float, a: float, b: float) -> Lights:
    """The nearest lights of sRGB to a colour of one of `LAB_SPACES`."""
    white, rows = LAB_SPACES[space]
    y = (lightness + 16) / 116
    xyz = [
        light * (bent**3 if bent > _BEND else 3 * _BEND**2 * (bent - 4 / 29))
        for light, bent in zip(white, (y + a / 500, y, y - b / 200), strict=True)
    ]
    red, green, blue = (
        _level(sum(part * light for part, light in zip(row, xyz, strict=True))) for row in rows
    )
    if max(red, green, blue) - min(red, green, blue) <= _SAME:
        return (green, green, green)
    return (red, green, blue)


def _level(light: float) -> int:
    """A linear light as one of sRGB, 0…255."""
    light = min(1.0, max(0.0, light))
    bent = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(255 * bent)
