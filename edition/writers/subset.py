"""The door of the subsetter: every face cut down to the characters of the edition.

A full CJK face carries 60,000 glyph slots into the PDF whatever the text; the subset is
smaller and faster, and holds none of the features that would move a composed glyph.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from edition.errors import MissingResource

KEPT_FEATURES = ("ccmp", "fwid", "pwid", "mark", "vert")


@lru_cache(maxsize=32)
def _face(path: Path) -> hb.Face:
    try:
        return hb.Face(hb.Blob.from_file_path(str(path)))
    except (OSError, hb.HarfBuzzError) as error:
        raise MissingResource("font_unopened", where=str(path), reason=str(error)) from error


def missing(path: Path, characters: Iterable[str]) -> tuple[str, ...]:
    """The characters a face has no glyph for, sorted; those that never show are left out."""
    covered = _face(path).unicodes
    return tuple(sorted({c for c in characters if ord(c) not in covered and not _unseen(c)}))


def _unseen(character: str) -> bool:
    point = ord(character)
    return (
        character in "\n\r"
        or 0x200B <= point <= 0x200D
        or point == 0x2060
        or 0xFE00 <= point <= 0xFE0F
        or 0xE0100 <= point <= 0xE01EF
    )


def vertical_metrics(path: Path) -> tuple[float, float]:
    """(ascent, descent) of the face's line in em, both positive, as the renderer reads them."""
    face = _face(path)
    extents = hb.Font(face).get_font_extents("ltr")
    return extents.ascender / face.upem, -extents.descender / face.upem


def subset(path: Path, characters: Iterable[str]) -> bytes:
    """The face with the glyphs of `characters` only; the same input gives the same bytes."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(sorted({ord(c) for c in characters} | {0x20}))
    tags = wanted.layout_feature_tag_set
    tags.clear()
    tags.update(sum(ord(c) << s for c, s in zip(t, (24, 16, 8, 0), strict=True))
                for t in KEPT_FEATURES)
    return bytes(hb.subset(_face(path), wanted).blob.data)
