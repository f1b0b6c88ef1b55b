"""The door of Pillow for what is drawn: the cover of the book, from composed lines to a PNG.

The same edition and faces give the same bytes with the same Pillow and zlib.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from edition.compose.classes import is_western
from edition.compose.composed import Line
from edition.compose.furniture import FurnitureSetter
from edition.compose.metrics import Metrics
from edition.compose.typesetter import Typesetter
from edition.errors import MissingResource
from edition.model import Edition
from edition.render.book.frontcover import (
    FACES,
    HEIGHT,
    MARGIN,
    WIDTH,
    CoverLine,
    FrontCover,
    Ink,
    front_cover,
)
from edition.trade.regions import HONG_KONG, MAINLAND, TAIWAN, Letters, Region, region_of

PAPER = (250, 248, 242)
INKS: dict[Ink, tuple[int, int, int]] = {
    "ink": (28, 26, 24), "red": (176, 28, 32), "grey": (110, 104, 98), "hair": (205, 198, 188),
}
REGIONS = (MAINLAND, TAIWAN, HONG_KONG)
"""Where a face is looked for that holds what the region's own lacks."""
ABSENT = "\U0010ffff"
"""A character no face has: what is drawn for it is drawn for every character a face lacks."""

FontPath = Callable[[str, Region], Path]
"""Gives the file of the face for a role (`song-heavy`, `kai` …) in a region."""


class _Type:
    """A face at one size. What it lacks is drawn from the same role of the other regions."""

    def __init__(self, role: str, size: int, regions: tuple[Region, ...], font_path: FontPath):
        self.size = size
        self._role = role
        self._regions = regions
        self._font_path = font_path
        self._opened: dict[Letters, ImageFont.FreeTypeFont | None] = {}
        self._chosen: dict[str, ImageFont.FreeTypeFont] = {}

    def draw(
        self, pen: ImageDraw.ImageDraw, x: float, y: float, text: str, ink: tuple[int, ...]
    ) -> None:
        """Set `text` with its baseline's left end at (x, y)."""
        for run, font in self._runs(text):
            pen.text((round(x), round(y)), run, font=font, fill=ink, anchor="ls")
            x += font.getlength(run)

    def _runs(self, text: str) -> list[tuple[str, ImageFont.FreeTypeFont]]:
        runs = groupby(text, key=self._choose)
        return [("".join(characters), font) for font, characters in runs]

    def _choose(self, character: str) -> ImageFont.FreeTypeFont:
        if character not in self._chosen:
            own = self._open(self._regions[0])
            others = () if _holds(own, character) else self._regions[1:]
            fonts = (self._spare(region) for region in others)
            held = (font for font in fonts if font and _holds(font, character))
            self._chosen[character] = next(held, own)
        return self._chosen[character]

    def _spare(self, region: Region) -> ImageFont.FreeTypeFont | None:
        if region.letters not in self._opened:
            try:
                self._opened[region.letters] = self._open(region)
            except MissingResource:
                self._opened[region.letters] = None
        return self._opened[region.letters]

    def _open(self, region: Region) -> ImageFont.FreeTypeFont:
        found = self._opened.get(region.letters)
        if found:
            return found
        path = self._font_path(self._role, region)
        try:
            font = ImageFont.truetype(str(path), self.size, layout_engine=ImageFont.Layout.BASIC)
        except OSError as error:
            raise MissingResource(
                "cover_face_unopened", where=str(path), role=self._role, reason=str(error)
            ) from error
        self._opened[region.letters] = font
        return font


def draw_cover(edition: Edition, font_path: FontPath) -> bytes:
    """The cover of `edition` as a PNG.

    Raises MissingResource when a face cannot be opened.
    """
    region = region_of(edition.language)
    metrics = {role: Metrics(font_path(role, region)) for role in FACES}
    cover = front_cover(edition, FurnitureSetter(Typesetter(metrics, region)))
    out = io.BytesIO()
    _drawn(cover, region, font_path).save(out, "PNG", optimize=False, compress_level=9)
    return out.getvalue()


def _drawn(cover: FrontCover, region: Region, font_path: FontPath) -> Image.Image:
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    for rule in cover.rules:
        edges = (MARGIN, rule.top, WIDTH - MARGIN - 1, rule.top + rule.weight - 1)
        pen.rectangle(edges, fill=INKS[rule.ink])
    regions = (region, *(r for r in REGIONS if r.letters != region.letters))
    types: dict[tuple[str, int], _Type] = {}
    for placed in cover.lines:
        key = (placed.face, placed.size)
        if key not in types:
            types[key] = _Type(*key, regions, font_path)
        for x, text in _pieces(placed):
            types[key].draw(pen, x, placed.baseline, text, INKS[placed.ink])
    return image


def _pieces(placed: CoverLine) -> Iterator[tuple[float, str]]:
    """(x, characters drawn together) of a line: words and numbers whole, all else singly."""
    number = 0
    for text, origin in _runs(placed.line):
        yield placed.x + origin * placed.size + number * placed.spread, text
        number += len(text)


def _runs(line: Line) -> Iterator[tuple[str, float]]:
    """(characters, x in em); a hyphen the composer added closes up to the word it divides."""
    found: list[tuple[str, float]] = []
    at = 0
    for segment in line.segments:
        if segment.added and found:
            found[-1] = found[-1][0] + segment.text, found[-1][1]
            continue
        for western, some in groupby(segment.text, key=is_western):
            run = "".join(some)
            for text in (run,) if western or segment.wide else run:
                found.append((text, line.origins[at]))
                at += len(text)
    return iter(found)


def _holds(font: ImageFont.FreeTypeFont, character: str) -> bool:
    """Whether the face has a glyph of its own for `character`."""
    mask, absent = font.getmask(character), font.getmask(ABSENT)
    return mask.size != absent.size or bytes(mask) != bytes(absent)
