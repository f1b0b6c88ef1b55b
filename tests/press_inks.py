"""A made-up profile of a press, as small as one can be: four inks on newsprint, an ICC v2 file.

Its tables follow a simple model (each ink takes its share of three lights), so that what a colour
becomes can be told without a printer's file. Dark colours ask for more ink than newsprint bears.
"""

from __future__ import annotations

import struct
from functools import lru_cache

import numpy as np

_D50 = np.array([0.9642, 1.0, 0.8249])
_TO_XYZ = np.array([
    [0.4360747, 0.3850649, 0.1430804], [0.2225045, 0.7168786, 0.0606169],
    [0.0139322, 0.0971045, 0.7141733],
])
"""lights of sRGB, linear, to XYZ of D50"""
_INKS = np.array([[0.88, 0.28, 0.12], [0.15, 0.86, 0.45], [0.03, 0.12, 0.88], [0.84, 0.84, 0.84]])
"""the share of red, green and blue light that a solid of each ink takes"""
_CORNERS = 5
_FINE = 17


@lru_cache(maxsize=4)
def newsprint(
    kind: bytes = b"prtr", space: bytes = b"CMYK", name: str = "Test newsprint",
    vivid: bool = False,
) -> bytes:
    """The bytes of the profile; another `kind` or `space` makes one that no press may use.

    With `vivid` its perceptual table gives more colour than what is measured alike would have, as
    those of real newsprint profiles do.
    """
    tags = {
        b"desc": _described(name), b"cprt": b"text\0\0\0\0" + b"No copyright, made for tests\0",
        b"wtpt": b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(v * 65536) for v in _D50)),
        b"A2B0": _table(4, 3, _CORNERS, _to_lab), b"B2A0": _table(3, 4, _FINE, _to_inks),
    }
    tags[b"A2B1"], tags[b"B2A1"] = tags[b"A2B0"], tags[b"B2A0"]
    if vivid:
        tags[b"B2A0"] = _table(3, 4, _FINE, _to_vivid_inks)
    index, body = b"", b""
    begin = 128 + 4 + 12 * len(tags)
    for sign, data in tags.items():
        index += sign + struct.pack(">2I", begin + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    head = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8sI3I4s44x", begin + len(body), b"\0\0\0\0", 0x02400000, kind,
        space, b"Lab ", 2020, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0",
        bytes(8), 1, *(round(v * 65536) for v in _D50), b"\0\0\0\0",
    )
    return head + struct.pack(">I", len(tags)) + index + body


def _described(name: str) -> bytes:
    text = name.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(text)) + text + bytes(8 + 3 + 67)


def _table(inside: int, outside: int, points: int, made: object) -> bytes:
    """A `lut8`: straight curves round a grid of `points` in each direction."""
    steps = np.linspace(0.0, 1.0, points)
    grid = np.stack(np.meshgrid(*[steps] * inside, indexing="ij"), axis=-1).reshape(-1, inside)
    values = np.clip(np.round(made(grid) * 255), 0, 255).astype(np.uint8)  # type: ignore[operator]
    straight = bytes(range(256))
    head = b"mft1\0\0\0\0" + bytes((inside, outside, points, 0))
    head += struct.pack(">9i", *(65536 * (at % 4 == 0) for at in range(9)))
    return head + straight * inside + values.tobytes() + straight * outside


def _to_lab(inks: np.ndarray) -> np.ndarray:
    """Inks from 0 to 1 to Lab of 8 bits, from 0 to 1."""
    light = np.prod(1 - inks[:, :, None] * _INKS[None], axis=1)
    return _coded(light @ _TO_XYZ.T)


def _coded(xyz: np.ndarray) -> np.ndarray:
    ratio = xyz / _D50
    bent = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    x, y, z = bent.T
    sides = (500 * (x - y) + 128) / 255, (200 * (y - z) + 128) / 255
    return np.stack(((116 * y - 16) / 100, *sides), axis=-1)


def _to_vivid_inks(coded: np.ndarray) -> np.ndarray:
    neutral = np.array([0.0, 128 / 255, 128 / 255])
    return _to_inks(np.clip(neutral + (coded - neutral) * [1.0, 1.5, 1.5], 0.0, 1.0))


def _to_inks(coded: np.ndarray) -> np.ndarray:
    """Lab of 8 bits, from 0 to 1, to inks: as much of three as takes the light, and black."""
    y = (coded[:, 0] * 100 + 16) / 116
    x, z = y + (coded[:, 1] * 255 - 128) / 500, y - (coded[:, 2] * 255 - 128) / 200
    bent = np.stack((x, y, z), axis=-1)
    ratio = np.where(bent > 6 / 29, bent**3, (116 * bent - 16) * 27 / 24389)
    light = np.clip((ratio * _D50) @ np.linalg.inv(_TO_XYZ).T, 1e-4, 1.0)
    colours = np.clip((1 - light) / np.diag(_INKS[:3]), 0.0, 1.0)
    black = np.clip(colours.min(axis=1) - 0.5, 0.0, 0.5) * 1.8
    return np.concatenate((colours, black[:, None]), axis=1)
