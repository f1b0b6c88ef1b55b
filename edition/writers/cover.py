"""The cover of the book, drawn with Pillow as a small front page.

1200 × 1600 pixels (3:4, as shops and e-ink shelves want it): the name of the paper, the folio
line with weekday, the page title, and as many headlines as the sheet holds. All lengths are
pixels. The same edition and faces give the same bytes with the same Pillow and zlib.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from edition.errors import MissingResource
from edition.model import Edition
from edition.trade.phrases import folio, paper_name
from edition.trade.regions import HONG_KONG, MAINLAND, TAIWAN, Letters, Region, region_of

WIDTH, HEIGHT = 1200, 1600
MARGIN = 96
INNER = WIDTH - 2 * MARGIN
PAPER = (250, 248, 242)
INK = (28, 26, 24)
RED = (176, 28, 32)
GREY = (110, 104, 98)
HAIR = (205, 198, 188)
FLOOR = HEIGHT - 170
"""Headlines end above this."""
NO_LINE_START = "，。、；：？！）》」』〉】〕”’…—·"

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

    def length(self, text: str) -> float:
        """Width of `text` in pixels."""
        return sum(font.getlength(run) for run, font in self._runs(text))

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
                f"the cover’s face for “{self._role}” cannot be opened",
                where=str(path),
                why=str(error),
                todo="Run the set-up again; it fetches the fonts",
            ) from error
        self._opened[region.letters] = font
        return font


class _Sheet:
    """The sheet being drawn on, and the faces it is drawn with."""

    def __init__(self, region: Region, font_path: FontPath) -> None:
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.pen = ImageDraw.Draw(self.image)
        spare = tuple(r for r in REGIONS if r.letters != region.letters)
        self._regions: tuple[Region, ...] = (region, *spare)
        self._font_path = font_path
        self._types: dict[tuple[str, int], _Type] = {}

    def type(self, role: str, size: int) -> _Type:
        key = (role, size)
        if key not in self._types:
            self._types[key] = _Type(role, size, self._regions, self._font_path)
        return self._types[key]

    def fitting(self, role: str, text: str, size: int, least: int = 16) -> _Type:
        """The face at `size`, or as much smaller as `text` needs to fit the sheet."""
        width = self.type(role, size).length(text)
        return self.type(role, max(least, min(size, int(size * INNER / max(width, 1.0)))))

    def rule(self, y: float, weight: int, ink: tuple[int, ...] = INK) -> None:
        self.pen.rectangle((MARGIN, y, WIDTH - MARGIN - 1, y + weight - 1), fill=ink)


def draw_cover(edition: Edition, font_path: FontPath) -> bytes:
    """The cover of `edition` as a PNG.

    Raises MissingResource when a face cannot be opened.
    """
    sheet = _Sheet(region_of(edition.language), font_path)
    y = _masthead(sheet, edition)
    _headlines(sheet, edition, y)
    _foot(sheet, edition)
    out = io.BytesIO()
    sheet.image.save(out, "PNG", optimize=False, compress_level=9)
    return out.getvalue()


def _masthead(sheet: _Sheet, edition: Edition) -> int:
    """The name as wide as the sheet allows, the double rule and the folio line; returns y."""
    name = paper_name(edition)
    font = sheet.fitting("song-heavy", name, 210, least=64)
    size = font.size
    lines = _cut(_broken(name, font), 2)
    y = 110
    for text in lines:
        y += int(size * 0.92)
        _spread(sheet, y, text, font)
        y += int(size * 0.16)
    y += 34
    sheet.rule(y, 7)
    sheet.rule(y + 13, 2)
    parts = [part for part in folio(edition) if part != name]
    if parts:
        small = sheet.fitting("song", "　".join(parts), 34)
        y += 68
        _justified(sheet, y, parts, small)
        y += 24
        sheet.rule(y, 2)
    else:
        y += 16
    return y


def _headlines(sheet: _Sheet, edition: Edition, y: float) -> None:
    """The lead large, with its deck; below it as many headlines as there is room for."""
    name = paper_name(edition)
    told = [(story.headline, story.deck) for story in edition.stories if story.headline]
    heads = [(head, deck) for head, deck in told if head != name] or told
    for place, (head, deck) in enumerate(heads):
        lead = place == 0
        size, gap, leading = (92, 78, 1.3) if lead else (46, 36, 1.35)
        font = sheet.type("song-heavy", size)
        lines = _cut(_headline_lines(head, font), 4 if lead else 2)
        if y + gap + size * leading * len(lines) > FLOOR and not lead:
            return
        if place > 1:
            sheet.rule(y + gap / 2 + 4, 1, HAIR)
        y += gap
        for text in lines:
            y += size * leading
            font.draw(sheet.pen, MARGIN, y - size * 0.28, text, INK)
        if lead:
            y = (_deck(sheet, deck, y) if deck else y) + 40
            sheet.rule(y, 2, RED)


def _deck(sheet: _Sheet, deck: str, y: float) -> float:
    font = sheet.type("kai", 42)
    y += 20
    for text in _cut(_broken(deck, font), 2):
        y += 58
        font.draw(sheet.pen, MARGIN, y - 14, text, GREY)
    return y


def _foot(sheet: _Sheet, edition: Edition) -> None:
    sheet.rule(HEIGHT - 140, 2)
    sheet.rule(HEIGHT - 132, 7)
    text = "　".join(f"{role} {name}" for role, name in edition.imprint.editors)
    if text:
        font = sheet.fitting("kai", text, 32)
        font.draw(sheet.pen, WIDTH - MARGIN - font.length(text), HEIGHT - 78, text, GREY)


def _spread(sheet: _Sheet, y: int, text: str, font: _Type) -> None:
    """A short name is spaced out over the sheet, by at most half a character."""
    spare = INNER - font.length(text)
    gap = min(spare / (len(text) - 1), font.size / 2) if len(text) > 1 else 0.0
    x = MARGIN + (spare - gap * (len(text) - 1)) / 2
    for character in text:
        font.draw(sheet.pen, x, y, character, RED)
        x += font.length(character) + gap


def _justified(sheet: _Sheet, y: int, parts: list[str], font: _Type) -> None:
    """The parts of the folio line with equal room between them, edge to edge."""
    spare = INNER - sum(font.length(part) for part in parts)
    gap = spare / (len(parts) - 1) if len(parts) > 1 else 0.0
    x = float(MARGIN)
    for part in parts:
        font.draw(sheet.pen, x, y, part, INK)
        x += font.length(part) + gap


def _headline_lines(head: str, font: _Type) -> list[str]:
    """A headline on one line if it fits, else broken at its own space, else where it is full."""
    if font.length(head) <= INNER:
        return [head]
    return [line for part in head.split(" ") for line in _broken(part, font)]


def _broken(text: str, font: _Type) -> list[str]:
    """Lines of `text` no wider than the sheet; no closing mark starts a line."""
    lines: list[str] = []
    start, width = 0, 0.0
    for place, character in enumerate(text):
        advance = font.length(character)
        if width + advance > INNER and place > start:
            cut = place
            while cut > start + 1 and text[cut] in NO_LINE_START:
                cut -= 1
            lines.append(text[start:cut])
            start = cut
            width = font.length(text[start:place])
        width += advance
    return [*lines, text[start:]] if text[start:] else lines


def _cut(lines: list[str], most: int) -> list[str]:
    """At most `most` lines; what is left out is shown to be. The story has all of it."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-2] + "……"]


def _holds(font: ImageFont.FreeTypeFont, character: str) -> bool:
    """Whether the face has a glyph of its own for `character`."""
    mask, absent = font.getmask(character), font.getmask(ABSENT)
    return mask.size != absent.size or bytes(mask) != bytes(absent)
