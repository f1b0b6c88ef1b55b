"""The book in every script and form before calibre's Check Book, Ace and axe."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from zipfile import ZipFile

import pytest

import edition
import epub_gates as gates
from book_shelf import SIDECAR, book_of
from desk.desk_seen import chromium
from edition import BookForm, Edition, Story
from edition.writers.epub import write_epub
from gold_book import every_block_book

CERTIFIED = SIDECAR + 'certifier = "某某社"\n'


def volume(tag: str, form: BookForm | None = None) -> bytes:
    """Two issues bound as one book."""
    def issue(day: int) -> Edition:
        stories = [Story.of(f"第{day}期第{n}篇", ["正文。" * 9, "第二段。"]) for n in (1, 2)]
        told = {"paper": "石桥报", "date": f"2026-11-0{day}"}
        found = Edition.build(f"n{day}", [edition.Section("要闻", tuple(stories))], imprint=told)
        return found if tag == "zh-Hans" else edition.convert(found, tag).edition

    out = io.BytesIO()
    edition.to_volume(map(issue, (1, 2)), out, form=form)
    return out.getvalue()


TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
BOOKS: dict[str, Callable[[], bytes]] = {
    **{tag: partial(book_of, to=None if tag == TAGS[0] else tag, sidecar=CERTIFIED)
       for tag in TAGS},
    **{f"blocks-{tag}": lambda tag=tag: write_epub(every_block_book(tag)) for tag in TAGS},
    **{f"vertical-{tag}": partial(book_of, to=tag, form=BookForm(vertical=True), sidecar=CERTIFIED)
       for tag in TAGS[1:]},
    "faces": partial(book_of, form=BookForm(embed_fonts=True), sidecar=CERTIFIED),
    "volume-zh-Hans": partial(volume, "zh-Hans"), "volume-zh-Hant-TW": partial(volume, TAGS[1]),
    "volume-vertical": partial(volume, TAGS[1], BookForm(vertical=True)),
}
"""A book of each script and form, made when it is asked for"""
made = cache(lambda name: BOOKS[name]())


@pytest.mark.check
@pytest.mark.parametrize("name", BOOKS)
def test_calibre_finds_nothing(name: str, tmp_path: Path) -> None:
    assert gates.check_book(made(name), tmp_path) == []


@pytest.mark.check
@pytest.mark.parametrize("name", BOOKS)
def test_ace_finds_nothing(name: str, tmp_path: Path) -> None:
    assert gates.ace(made(name), tmp_path) == []


@pytest.mark.check
def test_calibre_finds_what_is_wrong(tmp_path: Path) -> None:
    bad = gates.changed(made("zh-Hans"), "EPUB/cover.xhtml", 'src="images/cover', 'src="images/no')
    assert gates.check_book(bad, tmp_path) != []


@pytest.mark.check
def test_ace_finds_what_is_wrong(tmp_path: Path) -> None:
    bad = gates.changed(made("zh-Hans"), "EPUB/cover.xhtml", ' alt="', ' data-alt="')
    assert gates.ace(bad, tmp_path) != []


RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture(scope="module")
def page() -> Iterator[object]:
    with chromium() as context:
        yield context.new_page()


@pytest.mark.check
@pytest.mark.parametrize("name", BOOKS)
def test_axe_finds_nothing(name: str, page: object, tmp_path: Path) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with ZipFile(io.BytesIO(made(name))) as archive:
        archive.extractall(tmp_path)
    found = []
    for path in sorted(tmp_path.rglob("*.xhtml")):
        page.goto(path.as_uri())  # type: ignore[attr-defined]  # a playwright page, if there is one
        told = axe.run(page, options={"iframes": False, "runOnly": RULES}).response["violations"]
        nodes = ((one["id"], node["html"]) for one in told for node in one["nodes"])
        # Its label is asked for by EPUB Accessibility; axe wants a value of it as of a separator,
        # which the authors of the role call a mistake (w3c/dpub-aria#72).
        found += [f"{path.name}: {id} {html[:80]}" for id, html in nodes
                  if not (id == "aria-prohibited-attr" and 'role="doc-pagebreak"' in html)]
    assert found == []
