"""The door of the shaper: advances of characters in em, read from the font, never guessed."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz as hb

from edition.errors import MissingResource

# `locl` is off because it swaps the digits of a run with the language it is tagged with;
# the page turns it off too. The regions' forms come from a face for each region.
_PLAIN = {"kern": False, "liga": False, "clig": False, "calt": False, "dlig": False, "locl": False}


class Metrics:
    """Advances in one face. Values are cached; a face is opened once."""

    def __init__(self, path: Path) -> None:
        try:
            blob = hb.Blob.from_file_path(str(path))
        except (OSError, hb.HarfBuzzError) as error:
            raise MissingResource(
                "font_unopened", where=str(path), reason=str(error)
            ) from error
        self._face = hb.Face(blob)
        self._font = hb.Font(self._face)
        self._em = float(self._face.upem)
        self._cache: dict[tuple[str, bool, bool], float] = {}

    def covers(self, character: str) -> bool:
        """True when the face has a glyph for the character."""
        return self._font.get_nominal_glyph(ord(character)) is not None

    def advance(self, character: str, *, wide: bool = False, narrow: bool = False) -> float:
        """Advance in em of one character with the features the page draws it with."""
        key = (character, wide, narrow)
        known = self._cache.get(key)
        if known is None:
            known = self._cache[key] = self.total(character, wide=wide, narrow=narrow)
        return known

    def total(self, text: str, *, wide: bool = False, narrow: bool = False) -> float:
        """Advance in em of a whole run, shaped together."""
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        features = {"kern": False, "locl": False} if wide else dict(_PLAIN)
        if wide:
            features["fwid"] = True
        if narrow:
            features["pwid"] = True
        hb.shape(self._font, buffer, features)
        positions = buffer.glyph_positions
        return sum(p.x_advance for p in positions) / self._em if positions else 0.0
