"""Readings above characters (注音): small type whose foot stands on the head of what it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from edition.checks.sight.sheet import Glyph

_SMALL = 0.65
"""size of a reading, most, in sizes of its characters"""
_LEAST, _MOST = 0.75, 1.15
"""em of the characters from their base line up to that of the reading"""
_ASIDE = 6.0
"""em of the characters, most, between the middle of a reading's glyph and the last of them"""


def with_rubies(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs without those of readings; the last character under a reading has its text."""
    found: list[Glyph] = []
    above: list[Glyph] = []
    for glyph in glyphs:
        if found and _is_over(glyph, found[-1]):
            above.append(glyph)
            continue
        _tell(found, above)
        found.append(glyph)
    _tell(found, above)
    return found


def _is_over(glyph: Glyph, below: Glyph) -> bool:
    size = below.size
    up = (glyph.y - below.y) / size if size else 0.0
    return (
        glyph.size <= _SMALL * size and _LEAST <= up <= _MOST
        and abs((glyph.left + glyph.right) / 2 - below.x) <= _ASIDE * size
    )


def _tell(found: list[Glyph], above: list[Glyph]) -> None:
    """Give the last glyph of `found` the reading `above`, and clear it."""
    text = "".join(g.char for g in above).strip()
    if text:
        found[-1] = replace(found[-1], ruby=text)
    above.clear()
