"""What a screen shows of the finished book, in the system's Chromium: what belongs together stays
together, nothing sticks out, the cover fills its frame; and the rules behind it as files."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import epub_gates as gates
from bench.books import screens
from bench.books.told import story_paths
from book_shelf import book_of, leaves, page_of
from desk.desk_seen import chromium
from edition import Source, read, to_epub, to_volume

STARTER = Path(__file__).resolve().parents[2] / "layouts" / "starter" / "book.css"

PARTED = """([wide, high, tight]) => {
  const root = document.documentElement, upright = root.classList.contains('upright');
  const page = b => Math.floor(upright ? (b.top + 1) / high : (b.left + 1) / wide);
  const pages = e => [...e.getClientRects()].map(page);
  const found = [];
  const hold = (one, other) => {
    if (!one || !other) return;
    const last = pages(one).at(-1), first = pages(other)[0];
    if (last !== undefined && first !== undefined && last !== first)
      found.push(one.outerHTML.slice(0, 60) + ' | ' + other.outerHTML.slice(0, 60));
  };
  for (const h2 of document.querySelectorAll('h2'))
    hold(h2, h2.nextElementSibling.querySelector('a') || h2.nextElementSibling);
  for (const one of tight ? [] : document.querySelectorAll('.contents li > a'))
    hold(one, one.nextElementSibling);
  for (const one of document.querySelectorAll('caption'))
    hold(one, one.parentNode.querySelector('tbody th, tbody td'));
  for (const one of document.querySelectorAll('tbody > tr > th[scope=row]'))
    hold(one, one.nextElementSibling);
  for (const one of document.querySelectorAll('dt')) hold(one, one.nextElementSibling);
  for (const one of document.querySelectorAll('figure img'))
    hold(one, one.parentNode.querySelector('figcaption'));
  return found;
}"""

OUTSIDE = """([wide, high, side, head]) => {
  const upright = document.documentElement.classList.contains('upright'), found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walk.nextNode());) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const [from, to] = upright ? [box.top, box.bottom] : [box.left, box.right];
      const [long, edge] = upright ? [high, head] : [wide, side];
      const at = Math.floor((from + 1) / long) * long;
      if (from < at + edge - 2 || to > at + long - edge + 2)
        found.push(node.textContent.slice(0, 40));
    }
  }
  return found;
}"""

HANGING = """() => [...document.querySelectorAll('.list > li')].flatMap(li => {
  const text = [...li.childNodes].find(n => n.nodeType === 3 && n.textContent.trim());
  if (!text) return [];
  const range = document.createRange();
  range.selectNodeContents(text);
  const upright = document.documentElement.classList.contains('upright');
  const at = [...range.getClientRects()].filter(b => b.width > 1)
    .map(b => upright ? b.top : b.left);
  const page = upright ? innerHeight : innerWidth;
  return at.some(x => Math.abs(x % page - at[0] % page) > 2) ? [li.textContent] : [];
})"""


@pytest.fixture(scope="module")
def sample_books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sample of the screens, horizontal and vertical, unpacked."""
    folder = tmp_path_factory.mktemp("books")
    sample = screens.sample(folder)
    for name in ("zh-Hans", "vertical"):
        zipfile.ZipFile(io.BytesIO(screens.book_of(name, sample))).extractall(folder / name)
    return {name: folder / name for name in ("zh-Hans", "vertical")}


@pytest.fixture(scope="module")
def screen() -> Iterator[Any]:
    with chromium() as context:
        yield context.new_page()


def _documents(book: Path) -> list[str]:
    held = {str(p.relative_to(book)): p.read_bytes() for p in book.rglob("*") if p.is_file()}
    return ["EPUB/contents.xhtml", *story_paths(held)]


def _shown(page: Any, path: Path, device: str, size: int) -> None:
    wide, high = screens.DEVICES[device]
    page.set_viewport_size({"width": wide, "height": high})
    page.goto(path.as_uri())
    page.add_style_tag(content=screens.reader_sheet(device, "light", size, False))
    page.evaluate(screens.TURN_TO, ["", wide, high])


@pytest.mark.parametrize("book", ["zh-Hans", "vertical"])
@pytest.mark.parametrize(("device", "size"), [("phone", 100), ("phone", 200), ("tablet", 200)])
def test_what_belongs_together_stands_on_one_screen(
    sample_books: dict[str, Path], screen: Any, book: str, device: str, size: int
) -> None:
    wide, high = screens.DEVICES[device]
    # Seven lines are all that a phone has of a vertical book at 200 %: a long title takes three.
    tight = (book, device, size) == ("vertical", "phone", 200)
    for path in _documents(sample_books[book]):
        _shown(screen, sample_books[book] / path, device, size)
        assert screen.evaluate(PARTED, [wide, high, tight]) == [], path
        assert screen.evaluate(OUTSIDE, [wide, high, *screens.MARGINS[device]]) == [], path
        assert screen.evaluate(HANGING) == [], path


@pytest.mark.parametrize("frame", [(390, 844), (600, 800), (600, 900), (450, 800)])
@pytest.mark.parametrize("ground", ["light", "dark"])
def test_the_cover_leaves_no_ground_of_the_reader(
    sample_books: dict[str, Path], screen: Any, frame: tuple[int, int], ground: str
) -> None:
    """Not even of one that paints the root of the document; the picture stands in the middle."""
    screen.set_viewport_size(dict(zip(("width", "height"), frame, strict=True)))
    screen.goto((sample_books["zh-Hans"] / "EPUB/cover.xhtml").as_uri())
    paper, _ = screens.GROUNDS[ground]
    screen.add_style_tag(content=f":root {{ background: {paper} }}")
    shot = Image.open(io.BytesIO(screen.screenshot())).convert("RGB")
    for at in ((2, 2), (frame[0] - 3, 2), (2, frame[1] - 3), (frame[0] - 3, frame[1] - 3)):
        assert shot.getpixel(at)[0] > 100 > shot.getpixel(at)[1]
    top, foot = screen.evaluate(
        "() => { const b = document.querySelector('img').getBoundingClientRect();"
        " return [b.top, innerHeight - b.bottom]; }"
    )
    assert abs(top - foot) <= 2


def test_a_dateline_stands_right_above_its_text() -> None:
    copy = """{"sections": [{"stories": [{"headline": "桥", "dateline": "本报讯", "body":
      [{"type": "paragraph", "text": "桥修好了。"}]}]}], "imprint": {"paper": "石桥报"}}"""
    (leaf,) = leaves(to_epub(read(Source("a.json", copy.encode())).edition).data)
    assert leaf.index('class="about"') < leaf.index('class="dateline"')
    assert re.search(r'<p class="dateline"[^>]*>本报讯</p>\s*</header>', leaf)


def test_a_headline_is_larger_than_what_stands_below_it() -> None:
    sheet = page_of(book_of(), "style/book.css")
    sized = r"\n\.?(h1|h2|long|longer|longest|deck) \{[^}]*?font-size: ([\d.]+)em"
    size = {name: float(em) for name, em in re.findall(sized, sheet)}
    assert size["h1"] > size["long"] > size["longer"] > size["longest"]
    assert size["longest"] > max(size["h2"], size["deck"])


def test_no_sheet_colours_text() -> None:
    """A page may be white, sepia or black: the reader's own colours alone are sure to be seen."""
    held = gates.files(book_of())
    sheets = [held[name].decode() for name in held if name.endswith(".css")]
    for sheet in (*sheets, STARTER.read_text("utf-8")):
        rules = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
        said = re.findall(r"(?<![-\w])color: *([^;}]+)", rules)
        assert set(map(str.strip, said)) <= {"inherit"}


def test_a_side_is_told_to_readers_that_know_but_left_and_right() -> None:
    """And nowhere but in the modern sheet is a box in a line, which some take for a paragraph."""
    held = gates.files(book_of())
    plain = held["EPUB/style/book.css"].decode()
    for kind, end, value in re.findall(r"(margin|padding|border)-inline-(start|end): (.*);", plain):
        side = {"start": "left", "end": "right"}[end]
        assert f"  {kind}-{side}: {value};\n  {kind}-inline-{end}: {value};" in plain
    assert "inline-block" not in plain
    assert ".label {\n    display: inline-block" in held["EPUB/style/modern.css"].decode()


def test_the_titles_of_a_volume_part_at_their_spaces() -> None:
    told = 'paper = "石桥报"\ndate = 2026-09-0{0}\nissue = "第{0}期"\n'.format
    found = [read(Source(f"{day}.md", "## 题\n\n正文。\n".encode(), told(day).encode())).edition
             for day in (1, 2)]
    bound = io.BytesIO()
    to_volume(found, bound)
    contents = page_of(bound.getvalue(), "contents.xhtml")
    assert '<span class="half">石桥报</span> <span class="half">2026年9月</span></p>' in contents
    assert '<span class="half">第2期</span></a>' in contents
