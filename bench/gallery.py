"""Pictures of built pages for the documentation.

`python -m bench.gallery FILE.pdf DIR NAME` draws the pages of a file; `python -m bench.gallery
kinds DIR` builds the small paper that holds each kind of block in the three packs and draws its
pages, its stories at the size they are read, and the cover of its book; `papers DIR` builds the
papers of `bench/papers` and keeps their 24 pages; `geometry` prints what those pages measure.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image

from bench.papers import geometry, sheets
from edition import build, pressroom
from edition.makeup.paper import Paper, StoryFrame
from edition.model import Edition
from edition.packs import shelf
from edition.packs.layout import Layout
from edition.render.page.setter import Setter

WIDTH = 900
"""pixels across a page"""
READING = 2.0
"""pixels for a point in a detail"""
MOST = 120_000
"""bytes of the picture of a page"""
DOTS = (90, 84, 78, 72, 68, 64, 60, 56, 52, 48)
"""dots an inch of a page's picture: the first that keeps it within `MOST`"""
STEP, TEXT_TONES, HAIRLINE = 17, 5, 251
"""grey from tone to tone of a page, how many of these its text is drawn with, and the palest ink"""
KINDS = Path(__file__).parent / "kinds" / "kinds.json"
PACKS = ("broadsheet", "tabloid", "newsletter")
DETAILS = {
    "s01": "wide-table", "s02": "long-table", "s03": "merged-cells", "s04": "notice",
    "s05": "entries", "s06": "programme", "s07": "verse", "s08": "letter", "s09": "questions",
    "s10": "notes", "s11": "readings",
}
"""story → what its picture is called"""


def draw(data: bytes, folder: Path, name: str) -> None:
    """Write one PNG a page, small enough for a README."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pdfium.PdfDocument(data), start=1):
        image = page.render(scale=WIDTH / page.get_width(), grayscale=True).to_pil()
        image.quantize(16).save(folder / f"{name}-{number}.png", optimize=True)


def papers(folder: Path, *only: str) -> None:
    """The pages of every gallery paper, or of those named, each as large as its bytes allow."""
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets.SHEETS:
        if only and sheet.copy not in only:
            continue
        document = pdfium.PdfDocument(sheets.built(sheet).data)
        for page, name in zip(document, sheet.pages, strict=True):
            (folder / f"paper-{name}.png").write_bytes(_within(page, MOST))


def _within(page: pdfium.PdfPage, most: int) -> bytes:
    """A page as a PNG of at most so many bytes, or the smallest there is."""
    for dots in DOTS:
        held = io.BytesIO()
        _toned(page, dots / 72).save(held, "PNG", optimize=True, bits=4)
        if held.tell() <= most:
            break
    return held.getvalue()


def _toned(page: pdfium.PdfPage, scale: float) -> Image.Image:
    """A page in sixteen greys, its text in a few of them: the pictures keep their shades."""
    grey = page.render(scale=scale, grayscale=True).to_pil()
    coarse = 255 / (TEXT_TONES - 1)
    # A hairline is pale, and must not go with the paper.
    text = grey.point([
        round(min(round(v / coarse), TEXT_TONES - 1 - (v < HAIRLINE)) * coarse / STEP)
        for v in range(256)
    ])
    fine = grey.point([round(v / STEP) for v in range(256)])
    for one in page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE]):
        left, low, right, high = one.get_bounds()
        box = (round(left * scale), round((page.get_height() - high) * scale),
               round(right * scale), round((page.get_height() - low) * scale))
        text.paste(fine.crop(box), box)
    toned = text.convert("P")
    toned.putpalette([tone * STEP for tone in range(16) for _ in range(3)])
    return toned


def measures() -> None:
    """The geometry of the gallery's pages, as the table of docs/makeup.md."""
    for sheet in sheets.SHEETS:
        found = geometry.shapes(sheets.read(sheet), shelf.pack(sheet.pack), sheet.theme)
        for name, shape in zip(sheet.pages, found, strict=True):
            print(shape.row(f"{name} ({sheet.layout})"), flush=True)


def kinds(folder: Path) -> None:
    """The paper with each kind of block in three packs, whole and in detail."""
    edition = build.read(KINDS).edition
    for pack in PACKS:
        data = build.to_pdf(edition, pack).data
        draw(data, folder, f"kinds-{pack}")
        _details(edition, data, shelf.layout(pack), folder)


def book(folder: Path) -> None:
    """The cover of the same paper's book."""
    data = build.to_epub(build.read(KINDS).edition).data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        cover = Image.open(io.BytesIO(packed.read("EPUB/images/cover.png")))
    small = cover.resize((WIDTH // 2, WIDTH * cover.height // cover.width // 2))
    small.quantize(32).save(folder / "book-cover.png", optimize=True)


def _details(edition: Edition, data: bytes, layout: Layout, folder: Path) -> None:
    """Every story that `DETAILS` names, cut out of its page."""
    document = pdfium.PdfDocument(data)
    paper, _ = pressroom.plan(edition, layout)
    for number, frame in _frames(paper):
        page = document[number]
        image = page.render(scale=READING, grayscale=True).to_pil()
        setter = Setter(paper.set_in(layout), {})
        left, top = setter.x(frame.x) - 6, setter.y(frame.row)
        right = setter.x(frame.x + frame.width) + 6
        foot = setter.y(frame.row + frame.rows)
        box = tuple(round(side * READING) for side in (left, top, right, foot))
        name = f"kinds-{DETAILS[frame.story]}-{layout.name}.png"
        image.crop(box).quantize(16).save(folder / name, optimize=True)


def _frames(paper: Paper) -> Iterator[tuple[int, StoryFrame]]:
    """(page from 0, frame) of every story to be cut out."""
    for number, page in enumerate(paper.pages):
        yield from ((number, frame) for frame in page.frames if frame.story in DETAILS)


def main(arguments: list[str]) -> None:
    """Draw a file, or build and draw the kinds or the papers, or measure these."""
    if arguments[0] == "kinds":
        kinds(Path(arguments[1]))
        book(Path(arguments[1]))
    elif arguments[0] == "papers":
        papers(Path(arguments[1]), *arguments[2:])
    elif arguments[0] == "geometry":
        measures()
    else:
        source, folder, name = arguments
        draw(Path(source).read_bytes(), Path(folder), name)


if __name__ == "__main__":
    main(sys.argv[1:])
