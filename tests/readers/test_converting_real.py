"""Documents through the real LibreOffice and pdftotext, where this machine has them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from socket import create_server
from threading import Thread

import pytest

from edition import build
from edition.errors import UnreadableInput
from edition.outfit.outsiders import Allowance, private_folder, run
from edition.outfit.programs import PDFTOTEXT, SOFFICE, program
from edition.readers import read_bytes
from edition.sandbox.childlimits import Limits

CASES = Path(__file__).parents[1] / "cases" / "word"
OFFICE, PDF = program(SOFFICE), program(PDFTOTEXT)
office = pytest.mark.skipif(not OFFICE.file, reason="LibreOffice is not installed")
pdf = pytest.mark.skipif(
    not (OFFICE.file and PDF.file), reason="LibreOffice and pdftotext are not both installed")
pytestmark = pytest.mark.check
DOCUMENT = """<?xml version="1.0"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>
<text:p>渡口修好了。</text:p>
<text:p><draw:frame draw:name="a" text:anchor-type="as-char" svg:width="2cm" svg:height="2cm">
<draw:image xlink:href="http://127.0.0.1:{port}/b.png" xlink:type="simple" xlink:show="embed"
 xlink:actuate="onLoad"/></draw:frame></text:p>
<text:section text:name="s"><text:section-source xlink:href="{secret}" text:filter-name="Text"/>
<text:p>桥也修好了。</text:p></text:section></office:text></office:body></office:document-content>
"""
MANIFEST = """<?xml version="1.0"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
 manifest:version="1.2"><manifest:file-entry manifest:full-path="/"
 manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry
 manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>
"""


@lru_cache
def saved_as(kind: str, name: str) -> bytes:
    """A Word file of the cases in another format, by LibreOffice."""
    with private_folder() as made:
        folder = Path(made)
        (folder / "copy.docx").write_bytes((CASES / name).read_bytes())
        run([OFFICE.file, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", kind, "--outdir", str(folder), str(folder / "copy.docx")],
            folder, Allowance(120, 100_000_000))
        return (folder / f"copy.{kind}").read_bytes()


@office
@pytest.mark.parametrize("name", ["footnote.docx", "merged.docx", "pictures.docx"])
@pytest.mark.parametrize("kind", ["doc", "odt", "rtf"])
def test_the_stories_are_those_of_the_word_file(kind: str, name: str) -> None:
    data = saved_as(kind, name)
    word = read_bytes((CASES / name).read_bytes(), "a.docx").edition
    read = read_bytes(data, f"a.{kind}")
    assert [s.headline for s in read.edition.stories] == [s.headline for s in word.stories]
    told = "".join("".join(s.text.split()) for s in read.edition.stories)
    assert told.startswith("".join("".join(s.text.split()) for s in word.stories))
    assert read_bytes(data, f"a.{kind}") == read
    if kind == "doc":
        # Kingsoft's .wps is a Word file of 1997 under another name.
        wps = read_bytes(data, "a.wps").edition
        assert [s.body for s in wps.stories] == [s.body for s in read.edition.stories]


@pdf
@pytest.mark.parametrize("name", ["footnote.docx", "layout.docx", "pictures.docx"])
def test_the_words_of_a_pdf_are_those_of_the_word_file(name: str) -> None:
    data = saved_as("pdf", name)
    word = read_bytes((CASES / name).read_bytes(), "a.docx").edition
    read = read_bytes(data, "a.pdf")
    first, *_ = read.edition.stories
    assert first.headline == next(iter(word.stories)).headline
    found = "".join("".join(s.text.split()) for s in read.edition.stories)
    for story in word.stories:
        for block in story.body:
            for piece in "".join(getattr(block, "text", "").split()).split("。")[1:]:
                assert piece in found, piece
    assert read_bytes(data, "a.pdf") == read


@contextmanager
def listener() -> Iterator[tuple[int, list[bytes]]]:
    """A server that keeps what is asked of it."""
    asked: list[bytes] = []
    with create_server(("127.0.0.1", 0)) as server:
        def serve() -> None:
            while True:
                try:
                    call, _ = server.accept()
                except OSError:
                    return
                asked.append(call.recv(200))
                call.close()

        Thread(target=serve, daemon=True).start()
        yield server.getsockname()[1], asked


@office
def test_nothing_is_fetched_and_no_other_file_is_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    with listener() as (port, asked):
        with zipfile.ZipFile(tmp_path / "a.odt", "w") as file:
            file.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            file.writestr("META-INF/manifest.xml", MANIFEST)
            file.writestr("content.xml", DOCUMENT.format(port=port, secret=secret.as_uri()))
        read = build.read(tmp_path / "a.odt")
    told = "".join(story.text for story in read.edition.stories)
    assert "渡口修好了" in told and "桥也修好了" in told and "机密" not in told
    assert asked == []


@office
def test_a_damaged_document_is_one_sentence() -> None:
    for kind in ("doc", "odt", "rtf"):
        data = saved_as(kind, "footnote.docx")
        with pytest.raises(UnreadableInput) as caught:
            read_bytes(data[: len(data) // 4], f"a.{kind}")
        assert caught.value.kind in ("document_broken", "document_of_no_kind")


@office
def test_in_a_sandbox_it_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "-a.rtf").write_bytes(saved_as("rtf", "footnote.docx"))
    read = build.read(tmp_path / "-a.rtf")
    assert build.read(tmp_path / "-a.rtf", sandbox=Limits(100)) == read
