"""The door of fontTools: a face of boxes for the characters no other face holds.

Every box is a frame of one em with the code point in it, in two rows of small figures, and is
mapped from the character itself: the text layer gives the character back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import newTable
from fontTools.ttLib.tables.otTables import GDEF, GlyphClassDef

from edition.compose.classes import shown
from edition.compose.fallback import BALLOTS, MADE
from edition.writers.clusters import join

EM = 1000
ASCENT, DESCENT = 880, 120
_FRAME = (70, -60, 930, 820)
_STROKE = 40
_BAR = 34
_SEGMENTS = {
    "0": "abcdef", "1": "bc", "2": "abged", "3": "abgcd", "4": "fgbc", "5": "afgcd",
    "6": "afgedc", "7": "abc", "8": "abcdefg", "9": "abcdfg", "A": "abcefg", "B": "cdefg",
    "C": "adef", "D": "bcdeg", "E": "adefg", "F": "aefg",
}
"""Which of the seven strokes of a figure are drawn, as on a pocket calculator."""

Rect = tuple[float, float, float, float]
"""left, bottom, right, top"""


def box_face(characters: Iterable[str], family: str) -> bytes:
    """A TrueType face with a box for each of `characters`; the same input, the same bytes.

    A character with variation selectors or joiners after it has one box with them.
    """
    characters = tuple(characters)
    several = sorted({c for c in characters if len(c) > 1})
    wanted = sorted({ord(shown(c)) for c in characters} | {0x20})
    joins = {c: f"u{ord(shown(c)):05X}.{at}" for at, c in enumerate(several)}
    names = [".notdef", *(f"u{point:05X}" for point in wanted)]
    build = FontBuilder(EM, isTTF=True)
    build.font.recalcTimestamp = False
    build.setupGlyphOrder([*names, *joins.values()])
    build.setupCharacterMap(dict(zip(wanted, names[1:], strict=True)))
    glyphs = {name: TTGlyphPen(None).glyph() for name in names}
    widths = {name: (EM, 0) for name in names}
    named = [*zip(map(chr, wanted), names[1:], strict=True), *joins.items()]
    for character, name in named:
        glyphs[name], widths[name] = _glyph(shown(character))
    build.setupGlyf(glyphs)
    build.setupHorizontalMetrics(widths)
    build.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT)
    build.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family})
    build.setupOS2(
        sTypoAscender=ASCENT, sTypoDescender=-DESCENT, sTypoLineGap=0,
        usWinAscent=ASCENT, usWinDescent=DESCENT, fsSelection=0x40,
    )
    build.setupPost()
    build.font["GDEF"] = _all_bases([*names, *joins.values()])
    if joins:
        join(build.font, joins)
    build.updateHead(created=0, modified=0)
    stream = io.BytesIO()
    build.save(stream)
    return stream.getvalue()


def _all_bases(names: list[str]) -> object:
    """No box is a combining mark: each keeps its width."""
    table = newTable("GDEF")
    table.table = GDEF()
    table.table.Version = 0x00010000
    table.table.GlyphClassDef = GlyphClassDef()
    table.table.GlyphClassDef.classDefs = dict.fromkeys(names, 1)
    for part in ("AttachList", "LigCaretList", "MarkAttachClassDef"):
        setattr(table.table, part, None)
    return table


def _glyph(character: str) -> tuple[object, tuple[int, int]]:
    """Outline and (advance, left bearing) of a character's box, or of a sign made by hand."""
    pen = TTGlyphPen(None)
    if character == " ":
        return pen.glyph(), (EM // 4, 0)
    if character in BALLOTS:
        return _ballot(pen, character), (EM, _BALLOT[0])
    rects = list(_sign(character) if character in MADE else _figures(f"{ord(character):04X}"))
    for left, bottom, right, top in rects:
        _contour(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    if character not in MADE:
        _frame(pen)
    left = min(r[0] for r in rects) if character in MADE else _FRAME[0]
    return pen.glyph(), (round(MADE.get(character, 1.0) * EM), round(left))


_BALLOT = (110, -30, 890, 750)
_TICK = [(240, 380), (310, 440), (430, 270), (700, 600), (770, 545), (440, 130)]
"""Corners of the box a reader ticks, and of the tick."""


def _ballot(pen: TTGlyphPen, character: str) -> object:
    """A box to tick, as it is, ticked or crossed."""
    _frame(pen, _BALLOT)
    if character == "☑":
        _contour(pen, [(float(x), float(y)) for x, y in _TICK])
    elif character == "☒":
        _contour(pen, [(270, 130), (225, 175), (730, 590), (775, 545)])
        _contour(pen, [(225, 545), (270, 590), (775, 175), (730, 130)])
    return pen.glyph()


def _contour(pen: TTGlyphPen, points: list[tuple[float, float]]) -> None:
    pen.moveTo(points[0])
    for point in points[1:]:
        pen.lineTo(point)
    pen.closePath()


def _frame(pen: TTGlyphPen, box: tuple[int, int, int, int] = _FRAME) -> None:
    left, bottom, right, top = box
    _contour(pen, [(left, bottom), (left, top), (right, top), (right, bottom)])
    left, bottom, right, top = left + _STROKE, bottom + _STROKE, right - _STROKE, top - _STROKE
    _contour(pen, [(left, bottom), (right, bottom), (right, top), (left, top)])


def _figures(code: str) -> Iterator[Rect]:
    """The strokes of a code point's figures, half of them above the other half."""
    half = (len(code) + 1) // 2
    left, bottom, right, _ = _FRAME
    step = (right - left - 2 * _STROKE - 60) / half
    for row, part in enumerate((code[:half], code[half:])):
        base = bottom + 90 + (1 - row) * 370
        for place, figure in enumerate(part):
            at = left + _STROKE + 30 + place * step + step * 0.15
            for stroke in _SEGMENTS[figure]:
                yield _stroke(stroke, at, base, step * 0.7, 320)


def _stroke(name: str, x: float, y: float, width: float, height: float) -> Rect:
    middle = y + height / 2
    right, top = x + width, y + height
    return {
        "a": (x, top - _BAR, right, top),
        "b": (right - _BAR, middle, right, top),
        "c": (right - _BAR, y, right, middle),
        "d": (x, y, right, y + _BAR),
        "e": (x, y, x + _BAR, middle),
        "f": (x, middle, x + _BAR, top),
        "g": (x, middle - _BAR / 2, right, middle + _BAR / 2),
    }[name]


def _sign(character: str) -> Iterator[Rect]:
    """A raised or lowered plus or minus sign."""
    y = 560.0 if character in "⁻⁺" else -20.0
    yield (50, y, 400, y + 40)
    if character in "⁺₊":
        yield (205, y - 155, 245, y + 195)
