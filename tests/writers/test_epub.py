"""The finished EPUB against its gates, and the gates against books made wrong on purpose."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import epub_gates as gates
from edition import build
from edition.copy.pictures import picture
from edition.errors import CannotSet
from edition.model import Edition, Figure, Paragraph, Run, Section, Story
from edition.render.book.assemble import Item
from edition.render.book.package import Statement
from edition.writers.epub import write_epub
from gold_book import HOSTILE, JUMP, every_block, every_block_book, gold_book
from gold_edition import gold_edition

HERE = Path(__file__).resolve().parents[1]
TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
NO_EPUBCHECK = gates.why_no_epubcheck()
needs_epubcheck = pytest.mark.skipif(bool(NO_EPUBCHECK), reason=NO_EPUBCHECK)
PAGES = [
    ("A1", "s01-kicker"),
    ("A1", "s02-headline"),
    ("A2", "s02b01"),
    ("A4", "s01b04"),
]


@pytest.fixture(scope="module")
def gold() -> bytes:
    return write_epub(gold_book())


@pytest.fixture(scope="module")
def every() -> bytes:
    return write_epub(every_block_book())


@needs_epubcheck
@pytest.mark.parametrize("tag", [
    TAGS[0], *(pytest.param(tag, marks=pytest.mark.check) for tag in TAGS[1:]),
])
def test_epubcheck_is_silent(tag: str, tmp_path: Path) -> None:
    assert gates.epubcheck(write_epub(gold_book(tag)), tmp_path) == ""


@needs_epubcheck
def test_epubcheck_is_silent_on_every_kind_of_block(every: bytes, tmp_path: Path) -> None:
    assert gates.epubcheck(every, tmp_path) == ""


@needs_epubcheck
def test_epubcheck_is_silent_on_every_kind_of_picture(tmp_path: Path) -> None:
    shown = []
    for kind, colour in (("PNG", "red"), ("JPEG", "green"), ("WEBP", "blue")):
        out = BytesIO()
        Image.new("RGB", (30, 20), colour).save(out, kind)
        shown.append(picture(f"图 片/{kind}.dat", out.getvalue()))
    story = Story("s01", "新路", (
        *(Figure(one.name, (Run("图为新路。"),), "方晴 摄", id=f"s01b{at:02}")
          for at, one in enumerate(shown, 1)),
        Paragraph((Run("正文。"),), id="s01b04"),
    ))
    edition = Edition("n", (Section(None, (story,), id="sec1"),), pictures=tuple(shown))
    built = build.to_epub(edition)
    assert [remark.kind for remark in built.diagnostics] == ["book_pictures_of_kind"]
    with zipfile.ZipFile(BytesIO(built.data)) as book:
        held = {book.read(n) for n in book.namelist() if "images/p" in n}
        assert {one.data for one in shown[:2]} < held and len(held) == 3
        assert not any(data.startswith(b"RIFF") for data in held)
        text = next(book.read(n) for n in book.namelist() if "/text/" in n).decode()
        assert text.count('alt="图为新路。"') == 3
        assert text.count("方晴 摄</span></figcaption>") == 3
    assert gates.epubcheck(built.data, tmp_path) == ""


@needs_epubcheck
def test_epubcheck_is_silent_without_a_sidecar(tmp_path: Path) -> None:
    assert gates.epubcheck(write_epub(gold_book(imprint=False)), tmp_path) == ""


def test_the_words_are_the_words_of_the_edition(gold: bytes, every: bytes) -> None:
    assert gates.text_faults(gold, gold_edition()) == []
    assert gates.text_faults(every, every_block()) == []


def test_the_other_gates_are_open(gold: bytes, every: bytes) -> None:
    for epub, edition in ((gold, gold_edition()), (every, every_block())):
        assert gates.dead_links(epub) == []
        assert gates.active_content(epub) == []
        assert gates.english(epub, edition) == []
        assert gates.bare_pictures(epub) == []
    assert gates.page_faults(gold, [("B2", "s01-headline")]) == []
    assert gates.page_faults(every, PAGES) == []
    assert [page.label for page in JUMP] == ["A1", "A2", "A4"]


@pytest.mark.parametrize("tag", TAGS)
def test_the_language_stands_on_every_document(tag: str) -> None:
    epub = write_epub(gold_book(tag))
    xml_lang = "{http://www.w3.org/XML/1998/namespace}lang"
    assert gates.package(epub).get(xml_lang) == tag
    assert gates.metadata(epub)["language"] == [tag]
    for tree in gates.documents(epub).values():
        assert tree.get("lang") == tree.get(xml_lang) == tag


def test_hostile_text_reaches_the_package_document_whole(every: bytes) -> None:
    told = gates.metadata(every)
    assert told["publisher"] == ["报社" + HOSTILE]
    assert told["rights"] == ["版权所有" + HOSTILE]
    assert told["creator"] == ["日报" + HOSTILE]
    assert told["title"] == [f"日报{HOSTILE} 2026年9月30日 第1024期 第A1版"]
    assert told["date"] == ["2026-09-30T12:00:00Z"]
    assert all(value for values in told.values() for value in values)


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\x1f", "￾", "\ud800"])
def test_a_character_no_book_can_hold_is_an_error_not_a_silence(bad: str) -> None:
    book = gold_book()
    spoiled = replace(book, statements=(*book.statements, Statement("dc:rights", f"a{bad}b")))
    with pytest.raises(CannotSet, match="U\\+"):
        write_epub(spoiled)


def test_what_the_container_would_swallow_is_refused() -> None:
    book = gold_book()
    extra = book.items[-1]
    for wrong in (
        replace(book, spine=(*book.spine, "nowhere")),
        replace(book, items=(*book.items, extra)),
        replace(book, items=(*book.items, Item("x", extra.path, "text/css", b""))),
        replace(book, items=(*book.items, Item("x", "../x.css", "text/css", b""))),
        replace(book, items=(*book.items, Item("x", "/x.css", "text/css", b""))),
        replace(book, items=(*book.items, Item("x", "text/图.css", "text/css", b""))),
    ):
        with pytest.raises(CannotSet):
            write_epub(wrong)


def test_the_archive_carries_nothing_of_the_machine(gold: bytes) -> None:
    with zipfile.ZipFile(BytesIO(gold)) as archive:
        entries = archive.infolist()
        assert archive.testzip() is None
    assert entries[0].filename == "mimetype"
    assert entries[0].compress_type == zipfile.ZIP_STORED
    assert gold[30:58] == b"mimetypeapplication/epub+zip"
    for entry in entries:
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.create_system == 3
        assert entry.external_attr == 0o100644 << 16
        assert entry.extra == b""
        assert re.fullmatch(r"[A-Za-z0-9./-]+", entry.filename)


def test_every_item_is_unchanged_by_the_container(gold: bytes) -> None:
    held = gates.files(gold)
    for item in gold_book().items:
        assert held[f"EPUB/{item.path}"] == item.data


def test_the_same_bytes_in_another_zone_and_with_another_hash_seed(gold: bytes) -> None:
    code = (
        "import hashlib; from gold_book import gold_book; "
        "from edition.writers.epub import write_epub; "
        "print(hashlib.sha256(write_epub(gold_book())).hexdigest())"
    )
    path = os.pathsep.join([str(HERE.parent), str(HERE)])
    digests = {hashlib.sha256(gold).hexdigest()}
    for zone, seed in (("Asia/Taipei", "1"), ("America/Los_Angeles", "2")):
        env = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": path}
        run = subprocess.run(
            [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True
        )
        digests.add(run.stdout.strip())
    assert len(digests) == 1


def test_one_character_changes_the_book(gold: bytes) -> None:
    other = every_block_book(name="x")
    assert write_epub(other) == write_epub(every_block_book())
    assert write_epub(every_block_book(language="zh-Hant-TW")) != write_epub(other)


def test_reading_needs_no_colour_and_no_left_or_right(gold: bytes) -> None:
    held = gates.files(gold)
    sheet = "".join(held[f"EPUB/style/{name}.css"].decode() for name in ("book", "modern"))
    css = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    assert not re.search(r"(?<![-\w])(color:(?!\s*inherit)|background[-\w]*\s*:)", css)
    assert not re.search(r"text-align\s*:\s*(left|right)", css)
    assert not re.search(r"url\(|@import|javascript", css)
    assert not re.search(r"\{\s*\}", css)


def test_a_dead_link_is_found(gold: bytes) -> None:
    bad = gates.changed(gold, "EPUB/text/s01.xhtml", 'href="s02.xhtml"', 'href="s99.xhtml"')
    assert gates.dead_links(bad)


def test_a_missing_alternative_text_is_found(gold: bytes) -> None:
    assert gates.bare_pictures(gates.changed(gold, "EPUB/cover.xhtml", 'alt="', 'title="'))


def test_a_wrong_page_target_is_found(gold: bytes) -> None:
    bad = gates.changed(gold, "EPUB/nav.xhtml", "s01.xhtml#page-1", "s02.xhtml#s02")
    assert gates.page_faults(bad, [("B2", "s01-headline")])


@pytest.mark.parametrize(
    ("old", "new"),
    [("温度</span></h1>", "溫度</span></h1>"), ("</p>\n<h2", " </p>\n<h2"),
     ("温度</span></h1>", "</span></h1>")],
)
def test_a_changed_character_is_found(gold: bytes, old: str, new: str) -> None:
    bad = gates.changed(gold, "EPUB/text/s01.xhtml", old, new)
    assert gates.text_faults(bad, gold_edition()) == ["EPUB/text/s01.xhtml"]


def test_an_english_word_and_a_script_are_found(gold: bytes) -> None:
    bad = gates.changed(gold, "EPUB/nav.xhtml", "封面", "Cover")
    assert gates.english(bad, gold_edition())
    bad = gates.changed(gold, "EPUB/contents.xhtml", "<main>", '<main onclick="x">')
    assert gates.active_content(bad)


@needs_epubcheck
def test_epubcheck_speaks_when_the_book_is_wrong(gold: bytes, tmp_path: Path) -> None:
    bad = gates.changed(gold, "EPUB/text/s01.xhtml", 'href="s02.xhtml"', 'href="s99.xhtml"')
    assert "RSC-007" in gates.epubcheck(bad, tmp_path)


def test_the_private_steps_of_the_container_are_still_there() -> None:
    from ebooklib import epub

    steps = ("_write_opf_file", "_write_container", "_write_opf", "_write_items", "write")
    assert [step for step in steps if not callable(getattr(epub.EpubWriter, step, None))] == []
