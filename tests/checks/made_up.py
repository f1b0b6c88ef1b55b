"""Small newspaper pages drawn line by line, to plant faults of make-up in."""

from __future__ import annotations

import html
import json
import struct
import zlib
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from edition.checks import check
from edition.checks.given_copy import given_copy
from edition.checks.pdf_file import judged
from edition.checks.report import Finding, Report
from edition.checks.sight.boxes import Box
from edition.checks.sight.seen_paper import SeenPaper, see_sheets
from edition.checks.sight.sheet import Container, DrawnMark, Glyph, Sheet
from edition.packs.faces import face_of
from edition.trade.regions import MAINLAND
from edition.writers.pdf import Stored, write_pdf
from edition.writers.subset import subset

EM, PITCH, MEASURE = 9.0, 13.5, 13
LEFT, TOP = 40.0, 60.0
COLUMN = (MEASURE + 1) * EM
WIDE, DEEP = 600.0, 714.0


@dataclass
class Leg:
    column: float
    row: float
    lines: list[str]


@dataclass
class Story:
    rank: int
    head: str
    size: float
    column: float
    """where the head begins"""
    row: float
    legs: list[Leg]
    text: str
    """the body as the copy has it"""


@dataclass
class Page:
    stories: list[Story]
    """in the order of the file"""
    pictures: list[tuple[float, float, float, float]] = field(default_factory=list)
    """column, row, columns, rows"""
    frames: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    """column, row, columns"""
    lines: list[tuple[float, float, float, str]] = field(default_factory=list)
    """column, row, size, text"""
    tints: list[tuple[float, float, float, float]] = field(default_factory=list)
    """column, row, columns, rows; seen, not drawn"""
    uprights: list[Box] = field(default_factory=list)
    """upright rules, pt; seen, not drawn"""
    label: str = ""
    """what the file calls the page; seen, not drawn"""

    def copy(self) -> Page:
        return deepcopy(self)


def words(seed: int, count: int) -> str:
    """Han characters in an order no other seed has."""
    return "".join(chr(0x5000 + (seed * 977 + i * (31 + seed) + i * i) % 1999)
                   for i in range(count))


def story(rank: int, column: int, columns: int, row: int, rows: int, size: float) -> Story:
    """A story with a head of three rows over level legs; it opens with an indent."""
    depth = rows - 3
    text = words(rank + 1, depth * columns * MEASURE - 2)
    padded = "　　" + text
    lines = [padded[i : i + MEASURE] for i in range(0, len(padded), MEASURE)]
    legs = [
        Leg(column + n, row + 3, lines[n * depth : (n + 1) * depth]) for n in range(columns)
    ]
    wide = columns * COLUMN - EM
    head = words(rank + 71, int(0.75 * wide / size))
    return Story(rank, head, size, column, row, legs, text)


def clean() -> Page:
    """Three stories and a picture, without a fault of make-up.

    The lead stands at the upper right, for the picture takes the upper left, under it the second.
    """
    return Page(
        [story(0, 2, 2, 0, 26, 36), story(1, 0, 2, 22, 22, 24), story(2, 2, 2, 27, 17, 18)],
        pictures=[(0, 0, 2, 21.5)],
    )


def drawn(*pages: Page) -> bytes:
    face = face_of("song", MAINLAND)
    body = "".join(f"<section>{_marks(page)}{_lines(page)}</section>" for page in pages)
    text = "".join(_texts(page) for page in pages)
    sheet = (
        f"@font-face{{font-family:f;src:url(edition:song)}}@page{{size:{WIDE}pt {DEEP}pt;margin:0}}"
        "html{font:9pt/1 f}body{margin:0}"
        f"section{{position:relative;height:{DEEP}pt;overflow:hidden;break-after:page}}"
        "section:last-child{break-after:auto}"
        "b,i,img{position:absolute;white-space:pre;font-weight:normal;box-sizing:border-box}"
    )
    head = f"<title>t</title><style>{sheet}</style>"
    markup = f'<html lang="zh-Hans">{head}<body>{body}</body></html>'
    stored = {
        "song": Stored("font/ttf", subset(face.path, text)), "dot": Stored("image/png", _png()),
    }
    labels = tuple(str(n + 1) for n in range(len(pages)))
    return write_pdf(markup, stored, labels, "test").data


def _texts(page: Page) -> str:
    heads = "".join(s.head for s in page.stories)
    legs = "".join("".join(leg.lines) for s in page.stories for leg in s.legs)
    return heads + legs + "".join(line[3] for line in page.lines)


def _at(column: float, row: float) -> str:
    return f"left:{LEFT + column * COLUMN:.2f}pt;top:{TOP + row * PITCH:.2f}pt"


def _box(column: float, row: float, columns: float, rows: float) -> str:
    return f"{_at(column, row)};width:{columns * COLUMN - EM:.2f}pt;height:{rows * PITCH:.2f}pt"


def _marks(page: Page) -> str:
    marks = [f'<img alt="a dot" src="edition:dot" style="{_box(*p)}">' for p in page.pictures]
    marks += [f'<i style="{_box(*f)};border:1pt solid black"></i>' for f in page.frames]
    marks += [f'<i style="{_box(*r, 0.1)};background:black"></i>' for r in page.rules]
    return "".join(marks)


def _lines(page: Page) -> str:
    found = []
    for s in page.stories:
        found.append(_line(s.column, s.row + 0.1, s.size, s.head))
        found += [
            _line(leg.column, leg.row + n, EM, line)
            for leg in s.legs for n, line in enumerate(leg.lines)
        ]
    found += [_line(*line) for line in page.lines]
    return "".join(found)


def _line(column: float, row: float, size: float, text: str) -> str:
    return f'<b style="{_at(column, row)};font-size:{size}pt">{html.escape(text)}</b>'


def _png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (struct.pack(">I", len(data)) + kind + data
                + struct.pack(">I", zlib.crc32(kind + data)))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
            + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b""))


def told(*stories: Story) -> bytes:
    """The copy of stories as `edition stories --json` gives it."""
    found = [
        {"rank": None, "headline": s.head, "body": [{"type": "paragraph", "text": s.text}],
         "byline": [], "credits": []}
        for s in sorted(stories, key=lambda s: s.rank)
    ]
    return json.dumps({"sections": [{"title": None, "stories": found}]}).encode()


def report(page: Page | Sequence[Page], copy: bytes | None = None) -> Report:
    pages = [page] if isinstance(page, Page) else list(page)
    return check(drawn(*pages), "page.pdf", copy)


def finding(found: Report, name: str) -> Finding:
    return next(f for f in found.findings if f.id == name)


MAKE_UP = tuple(f"H{n}" for n in range(1, 7)) + tuple(f"S{n}" for n in range(1, 16))


def faults(found: Report) -> set[str]:
    """IDs of make-up that are not met; the rules of typography are tested elsewhere."""
    return {f.id for f in found.findings if f.id in MAKE_UP and f.level != "info" and f.count}


def sheets_of(*pages: Page) -> tuple[Sheet, ...]:
    """The pages as PDFium would tell them, without a file: every glyph fills its em."""
    return tuple(_sheet(number, page) for number, page in enumerate(pages, 1))


def _sheet(number: int, page: Page) -> Sheet:
    glyphs: list[Glyph] = []
    for s in page.stories:
        glyphs += _glyphs(s.column, s.row + 0.1, s.size, s.head)
        for leg in s.legs:
            for n, line in enumerate(leg.lines):
                glyphs += _glyphs(leg.column, leg.row + n, EM, line)
    for line in page.lines:
        glyphs += _glyphs(*line)
    marks = [DrawnMark("frame", _placed(*frame)) for frame in page.frames]
    marks += [DrawnMark("tint", _placed(*tint)) for tint in page.tints]
    marks += [DrawnMark("rule", _placed(*rule, 0.1)) for rule in page.rules]
    marks += [DrawnMark("rule", box) for box in page.uprights]
    pictures = tuple(_placed(*picture) for picture in page.pictures)
    return Sheet(number, WIDE, DEEP, tuple(glyphs), pictures, marks=tuple(marks),
                 label=page.label)


def _placed(column: float, row: float, columns: float, rows: float) -> Box:
    left, top = LEFT + column * COLUMN, DEEP - TOP - row * PITCH
    return left, top - rows * PITCH, left + columns * COLUMN - EM, top


def _glyphs(column: float, row: float, size: float, text: str) -> list[Glyph]:
    """Glyphs on one baseline: letters and digits half an em wide, all else a whole one."""
    x, y = LEFT + column * COLUMN, DEEP - TOP - row * PITCH - 0.88 * size
    found = []
    for char in text:
        wide = 0.5 * size if char.isascii() else size
        found.append(Glyph(char, x, y, size, "f", x, x + wide, y - 0.12 * size, y + 0.88 * size))
        x += wide
    return found


PLAIN = Container(tagged=True, language="zh-Hans", scripts=0)


def seen(page: Page | Sequence[Page], copy: bytes | None = None) -> SeenPaper:
    """Pages as a reader sees them, without a file drawn between."""
    pages = [page] if isinstance(page, Page) else list(page)
    return see_sheets(sheets_of(*pages), PLAIN, 0, given_copy(copy) if copy else None)


def quick(page: Page | Sequence[Page], copy: bytes | None = None) -> Report:
    """The report on pages, without a file drawn between."""
    return judged(seen(page, copy), "page.pdf")
