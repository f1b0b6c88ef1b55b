"""The book as a reader sees it: every kind of page on phone and tablet, as sheets of screens.

`python -m bench books screens FOLDER [--only zh-Hans TW …] [--single]` makes the sample of
`shiqiao.json` and the seed to books, unpacks them and opens their documents in Chromium (package
`playwright`) as reading systems do, in pages with margins and the reader's own ground: light and
dark, at 100 and 200 % of type. One sheet of screens for each book, device, ground and size; with
`--single` each screen as a picture too.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from bench.books.told import story_paths
from bench.papers.scenes import picture
from edition import build
from edition.bookform import BookForm
from edition.model import Edition
from edition.printed import PrintedPage

SAMPLE = Path(__file__).with_name("shiqiao.json")
SEED = Path(__file__).resolve().parents[2] / "seeds" / "000_ff888278d800d57a.txt"
PICTURE = re.compile(r'"([a-z]+-\d+x\d+-\d+\.jpg)"')
DEVICES = {"phone": (390, 844), "tablet": (820, 1180)}
MARGINS = {"phone": (26, 40), "tablet": (90, 80)}
"""of a reader's page, at its sides and at head and foot"""
GROUNDS = {"light": ("#ffffff", "#111111"), "dark": ("#121212", "#e2e2e2")}
SIZES = (100, 200)
ACROSS, GAP, SHOWN = 6, 12, {"phone": 300, "tablet": 420}
"""screens side by side on a sheet, the white between them and their width there, in pixels"""


@dataclass(frozen=True)
class Screen:
    """One screen: the document it shows, and what must be seen on it."""

    name: str
    path: str
    seen: str = ""
    """selector; empty for the first page of the document"""
    bare: bool = False
    """without the margins of a page, as a cover is shown"""


def sample(folder: Path) -> Edition:
    """The sample, its pictures drawn beside a copy of it."""
    text = SAMPLE.read_text("utf-8")
    (folder / SAMPLE.name).write_text(text, "utf-8")
    for name in PICTURE.findall(text):
        (folder / name).write_bytes(picture(name))
    return build.read(folder / SAMPLE.name).edition


def _pages(edition: Edition) -> tuple[PrintedPage, ...]:
    """Two printed pages: the lead goes on on the second, where the other sections stand."""
    lead = next(iter(edition.stories))
    blocks = [block.id for block in lead.body if block.id]
    first = [story.id for story in edition.sections[0].stories]
    rest = [story.id for section in edition.sections[1:] for story in section.stories]
    return (
        PrintedPage(1, "A1", (*first, *blocks[:-5])), PrintedPage(2, "A2", (*blocks[-5:], *rest))
    )


BOOKS = ("zh-Hans", "TW", "HK", "vertical", "seed", "volume")


def book_of(name: str, simplified: Edition) -> bytes:
    """One of the books that are looked at."""
    if name in ("seed", "volume"):
        seed = build.read(SEED).edition
        if name == "seed":
            return build.to_epub(seed).data
        bound = io.BytesIO()
        build.to_volume([simplified, seed], bound)
        return bound.getvalue()
    tag = {"TW": "zh-Hant-TW", "HK": "zh-Hant-HK", "vertical": "zh-Hant-TW"}.get(name)
    edition = build.convert(simplified, tag).edition if tag else simplified
    form = BookForm(vertical=name == "vertical")
    return build.to_epub(edition, _pages(edition), form=form).data


def screens_of(files: dict[str, bytes]) -> Iterator[Screen]:
    """The screens of a book: its own pages, and one for each kind of part its stories have."""
    yield Screen("cover", "EPUB/cover.xhtml", bare=True)
    yield Screen("contents", "EPUB/contents.xhtml")
    yield Screen("contents-end", "EPUB/contents.xhtml", "footer p:last-child")
    known: set[str] = set()
    for number, path in enumerate(story_paths(files), 1):
        text = files[path].decode()
        if number <= 2 or 'class="long' in text:
            yield Screen(f"story{number}", path)
        for name, selector, sign in PARTS:
            if name not in known and re.search(sign, text):
                known.add(name)
                yield Screen(name, path, selector)


PARTS = (
    ("figure", "figure", "<figure"), ("crosshead", "h2", "<h2"),
    ("pullquote", ".pullquote", 'class="pullquote'), ("table", "table", "<table"),
    ("stacked", ".framed", 'class="framed'), ("note", ".footnote", 'class="footnote'),
    ("end", ".turn", 'class="turn'), ("editor", "aside.note", 'class="note'),
    ("list", ".list", 'class="list'), ("pair", "figure + figure", "</figure>\\s*<figure"),
    ("broad", ".broad", 'class="broad'), ("spans", "th[colspan]", "<th[^>]*colspan"),
    ("entries", ".entries", 'class="entries'), ("closing", ".closing", 'class="closing'),
    ("speaker", ".speaker", 'class="speaker'), ("verse", ".verse", 'class="verse'),
    ("credit", "p.credit", '<p class="credit'),
)
"""what is looked for: its name, its selector, and what tells that a document has it"""


def reader_sheet(device: str, ground: str, size: int, bare: bool) -> str:
    """What a reading system adds to a document: pages, margins, ground and size of type."""
    wide, high = DEVICES[device]
    side, head = (0, 0) if bare else MARGINS[device]
    paper, ink = GROUNDS[ground]
    return f"""
    :root {{ color-scheme: {ground}; background: {paper}; color: {ink}; font-size: {size}%;
      box-sizing: border-box; width: {wide}px; height: {high}px; margin: 0;
      padding: {head}px {side}px; overflow: hidden; column-fill: auto;
      column-width: {wide - 2 * side}px; column-gap: {2 * side}px }}
    :root.upright {{ column-width: {high - 2 * head}px; column-gap: {2 * head}px }}
    body {{ margin: 0; font-family: "Noto Serif SC", serif }}
    :lang(zh-Hant) body {{ font-family: "Noto Serif TC", serif }}
    a:link {{ color: inherit }}
    """


TURN_TO = """([selector, wide, high]) => {
  const root = document.documentElement;
  const upright = getComputedStyle(root).writingMode.startsWith('vertical');
  root.classList.toggle('upright', upright);
  const seen = selector ? document.querySelector(selector) : null;
  if (!seen) return 0;
  const box = seen.getClientRects()[0] || seen.getBoundingClientRect();
  const page = upright ? Math.floor((box.top + 1) / high)
                       : Math.floor((box.left + 1) / wide);
  root.style.transform = upright ? `translateY(${-page * high}px)`
                                 : `translateX(${-page * wide}px)`;
  return page;
}"""


def shot(page: Any, folder: Path, screen: Screen, device: str, sheet: str) -> bytes:
    """The picture of a screen."""
    page.goto((folder / screen.path).as_uri())
    page.add_style_tag(content=sheet)
    page.evaluate(TURN_TO, [screen.seen, *DEVICES[device]])
    data: bytes = page.screenshot()
    return data


def sheet_of(shots: Sequence[tuple[str, bytes]], width: int) -> Image.Image:
    """Screens side by side, each under its name."""
    first = Image.open(io.BytesIO(shots[0][1]))
    high = round(width * first.height / first.width)
    rows = -(-len(shots) // ACROSS)
    whole = Image.new(
        "RGB", (ACROSS * (width + GAP) + GAP, rows * (high + 2 * GAP + 8) + GAP), "#8899aa"
    )
    pen = ImageDraw.Draw(whole)
    for number, (name, data) in enumerate(shots):
        row, column = divmod(number, ACROSS)
        x, y = GAP + column * (width + GAP), GAP + row * (high + 2 * GAP + 8)
        pen.text((x, y), name, fill="#000000")
        shown = Image.open(io.BytesIO(data)).convert("RGB").resize((width, high))
        whole.paste(shown, (x, y + 16))
    return whole


def looks(context: Any, book: Path, folder: Path, options: argparse.Namespace) -> None:
    """Every sheet of an unpacked book."""
    files = {str(f.relative_to(book)): f.read_bytes() for f in book.rglob("*") if f.is_file()}
    screens = list(screens_of(files))
    if options.screens:
        screens = [one for one in screens if one.name in options.screens]
    for device in options.devices:
        page = context.new_page()
        page.set_viewport_size(dict(zip(("width", "height"), DEVICES[device], strict=True)))
        for ground in options.grounds:
            page.emulate_media(color_scheme=ground)
            for size in options.sizes:
                shots = [
                    (one.name, shot(page, book, one, device,
                                    reader_sheet(device, ground, size, one.bare)))
                    for one in screens
                ]
                name = f"{book.name}-{device}-{ground}-{size}"
                if options.single:
                    for told, data in shots:
                        (folder / f"{name}-{told}.png").write_bytes(data)
                sheet = sheet_of(shots, SHOWN[device]).quantize(64)
                sheet.save(folder / f"{name}.png", optimize=True)
                print(name, len(shots), flush=True)
        page.close()


def main(arguments: Sequence[str]) -> int:
    """Make the books and their sheets."""
    parser = argparse.ArgumentParser(prog="python -m bench books screens")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="+", choices=BOOKS, default=BOOKS)
    parser.add_argument("--screens", nargs="+", help="these screens of them")
    parser.add_argument("--devices", nargs="+", default=list(DEVICES))
    parser.add_argument("--grounds", nargs="+", default=list(GROUNDS))
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES))
    parser.add_argument("--single", action="store_true", help="each screen by itself too")
    options = parser.parse_args(arguments)
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
    if chromium is None:
        print("Chromium is not installed", file=sys.stderr)
        return 2
    from playwright.sync_api import sync_playwright

    options.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as held, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context()
        copy = Path(held) / "copy"
        copy.mkdir()
        simplified = sample(copy)
        for name in options.only:
            book = Path(held) / name
            zipfile.ZipFile(io.BytesIO(book_of(name, simplified))).extractall(book)
            looks(context, book, options.folder, options)
        browser.close()
    return 0
