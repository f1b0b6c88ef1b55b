"""The door of fontTools for faces a pack brings along: what they allow and what they hold.

A file comes from a stranger: it is bounded before it is opened, and every failure of the reader
is one sentence.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from edition.errors import WrongUse
from edition.messages.texts import Phrase

MOST_FONT_BYTES = 40_000_000
"""a CJK face has up to 25 million"""
MOST_GLYPHS = 65_535
_SFNT = (b"\x00\x01\x00\x00", b"OTTO", b"true")
_NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
_RESTRICTED, _WHOLE_ONLY, _BITMAPS = 0x0002, 0x0100, 0x0200
"""bits of fsType (OpenType, OS/2): no embedding; no subsets; bitmaps only"""


@dataclass(frozen=True, slots=True)
class FontFile:
    """What a font file says of itself."""

    name: str
    digest: str
    weight: int
    covered: frozenset[int]
    """code points it has glyphs for"""


def opened(path: Path, where: str) -> FontFile:
    """The face in a file; `where` is the place that names it.

    Raises WrongUse for what is no OpenType face, is damaged or too large, or whose licence bits
    forbid to embed a part of it.
    """
    try:
        size = path.stat().st_size
        if size > MOST_FONT_BYTES:
            raise _wrong(where, path, "font_large", most=MOST_FONT_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as error:
        raise _wrong(where, path, "font_absent") from error
    found = _read(data)
    if isinstance(found, str):
        raise _wrong(where, path, found)
    return found


@lru_cache(maxsize=16)
def _read(data: bytes) -> FontFile | str:
    """The face, or the phrase that says why it cannot be used."""
    if data[:4] not in _SFNT:
        return "font_kind"
    try:
        return _judged(data)
    except Exception:  # A hostile file may fail in any of the reader's ways.
        return "font_damaged"


def _judged(data: bytes) -> FontFile | str:
    from fontTools.ttLib import TTFont  # Slow to load, and few packs bring faces.

    font = TTFont(io.BytesIO(data), lazy=True, checkChecksums=0)
    if any(table not in font for table in _NEEDED) or not ("glyf" in font or "CFF " in font):
        return "font_damaged"
    if not 16 <= font["head"].unitsPerEm <= 16384 or font["maxp"].numGlyphs > MOST_GLYPHS:
        return "font_damaged"
    bits = font["OS/2"].fsType if "OS/2" in font else 0
    if bits & 0x000F == _RESTRICTED or bits & _BITMAPS:
        return "font_restricted"
    if bits & _WHOLE_ONLY:
        return "font_no_subset"
    covered = frozenset(font.getBestCmap() or ())
    assert len(font["hmtx"].metrics) == font["maxp"].numGlyphs
    weight = font["OS/2"].usWeightClass if "OS/2" in font else 400
    name = font["name"].getDebugName(4) if "name" in font else None
    return FontFile(name or "", hashlib.sha256(data).hexdigest(), weight, covered)


def _wrong(where: str, path: Path, reason: str, **values: int) -> WrongUse:
    return WrongUse(
        "font_refused", where=where, file=path.name, reason=Phrase(reason, dict(values))
    )
