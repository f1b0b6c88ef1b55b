"""The door of the subsetter: every face cut down to the characters of the edition.

A full CJK face carries 60,000 glyph slots into the PDF whatever the text; the subset is
smaller and faster, and holds none of the features that would move a composed glyph.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb

from edition.compose.classes import never_shows, shown
from edition.errors import MissingResource

KEPT_FEATURES = ("ccmp", "fwid", "pwid", "mark", "vert")


@lru_cache(maxsize=32)
def _face(path: Path) -> hb.Face:
    return _opened(path)


def _opened(path: Path) -> hb.Face:
    """A face; what of its file was looked at stays in memory as long as it does."""
    try:
        return hb.Face(hb.Blob.from_file_path(str(path)))
    except (OSError, hb.HarfBuzzError) as error:
        raise MissingResource("font_unopened", where=str(path), reason=str(error)) from error


def missing(path: Path, characters: Iterable[str]) -> tuple[str, ...]:
    """The characters a face has no glyph for, sorted; those that never show are left out."""
    covered = _face(path).unicodes
    bare = {shown(c) for c in characters}
    return tuple(sorted(c for c in bare if ord(c) not in covered and not never_shows(c)))


def twins(path: Path, characters: Iterable[str]) -> dict[str, int]:
    """character → number of the copy of the face it needs, from 2, where characters share a glyph.

    A text layer can give one glyph one meaning only. The character that is no compatibility form
    of another keeps the face itself; one with a variation selector never does.
    """
    characters = set(characters)
    font = hb.Font(_face(path))
    sharing: dict[int, list[str]] = {}
    for character in sorted(characters, key=lambda c: (len(c), _is_compatible(c), c)):
        glyph = font.get_nominal_glyph(ord(shown(character)))
        if glyph:
            sharing.setdefault(glyph, [""] if len(character) > 1 else []).append(character)
    found = {c: n for group in sharing.values() for n, c in enumerate(group[1:], 2)}
    if "—" in sharing.get(font.get_nominal_glyph(0x2014) or 0, ()) and "⸺" in characters:
        # Two of the one are drawn with the glyph of the other.
        found.setdefault("⸺", 2)
    if "—" in characters:
        for other in sharing.get(_full_width(font, "—"), ()):
            if other != "—":
                found.setdefault(other, 2)
    return found


def _full_width(font: hb.Font, character: str) -> int:
    """The glyph a character is drawn by where it fills its square: — is then ― (U+2015)."""
    buffer = hb.Buffer()
    buffer.add_str(character)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"fwid": True})
    return int(buffer.glyph_infos[0].codepoint)


def _is_compatible(character: str) -> bool:
    return unicodedata.normalize("NFKC", character) != character


def vertical_metrics(path: Path) -> tuple[float, float]:
    """(ascent, descent) of the face's line in em, both positive, as the renderer reads them."""
    face = _face(path)
    extents = hb.Font(face).get_font_extents("ltr")
    return extents.ascender / face.upem, -extents.descender / face.upem


def subset(path: Path, characters: Iterable[str]) -> bytes:
    """The face with the glyphs of `characters` only; the same input gives the same bytes."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(sorted({ord(c) for some in characters for c in some} | {0x20}))
    tags = wanted.layout_feature_tag_set
    tags.clear()
    tags.update(sum(ord(c) << s for c, s in zip(t, (24, 16, 8, 0), strict=True))
                for t in KEPT_FEATURES)
    # Every outline is looked at: with the face of its own the file goes out of memory again.
    return bytes(hb.subset(_opened(path), wanted).blob.data)
