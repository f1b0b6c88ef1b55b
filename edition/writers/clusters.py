"""Ligatures of a character and the variation selectors after it, or the joiner before.

A text engine drops a selector its face knows nothing of, and the text layer with it. Drawn as a
ligature, the character and its selectors are one glyph, and one entry of the text layer.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from edition.compose.classes import AS_TEXT, EMOJI, shown

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

BLANK = 0x20
"""The character whose glyph stands for every selector before it is joined."""


def joined(data: bytes, characters: Iterable[str]) -> bytes:
    """A face in which each of `characters`, with its selectors, is one glyph: that which shows.

    The selector of coloured pictures is expected as `AS_TEXT`, as the page draws it.
    """
    several = [c.replace(EMOJI, AS_TEXT) for c in characters if len(c) > 1]
    if not several:
        return data
    from fontTools.ttLib import TTFont  # Slow to load, and few pages have such a character.

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    known = font.getBestCmap()
    join(font, {c: known[ord(shown(c))] for c in several})
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def join(font: TTFont, drawn: Mapping[str, str]) -> None:
    """Add to `font` a ligature for each sequence of characters and the glyph it is `drawn` by."""
    from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
    from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

    known = dict(font.getBestCmap())
    blank = known[BLANK]
    known.update((ord(c), blank) for some in drawn for c in some if c != shown(some))
    whole = CmapSubtable.newSubtable(12)
    whole.platformID, whole.platEncID, whole.language, whole.cmap = 3, 10, 0, known
    font["cmap"].tables = [whole]
    rules = "\n".join(
        f"sub {' '.join(known[ord(c)] for c in some)} by {glyph};"
        for some, glyph in sorted(drawn.items())
    )
    addOpenTypeFeaturesFromString(font, f"feature ccmp {{\n{rules}\n}} ccmp;", tables=["GSUB"])
