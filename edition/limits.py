"""Bounds on what is read: the sizes beyond which copy is refused or cut with a word about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """Bounds on input; beyond them is exit 3 or a diagnostic, never silent loss."""

    source_bytes: int = 20_000_000
    edition_characters: int = 2_000_000
    story_characters: int = 200_000
    paragraph_characters: int = 20_000
    stories: int = 2_000
    depth: int = 60
    cells: int = 5_000
    span: int = 50
    links: int = 5_000
    pictures: int = 500
    picture_pixels: int = 40_000_000
    picture_bytes: int = 20_000_000
    pages: int = 400
    files: int = 10_000
    conversion_seconds: int = 120


LIMITS = Bounds()
