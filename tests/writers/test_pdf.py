"""The drawn newspaper: every glyph where the plan put it, the copy whole, nothing else inside."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import socket
import subprocess
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from edition import build, pressroom
from edition.checks.sight.glyphs import Glyph, sheets
from edition.compose.composed import EM_BOX_ASCENT
from edition.errors import CannotSet
from edition.makeup.paper import Paper
from edition.model import Edition, Mark, Paragraph, PullQuote, Run, Section, Story, plain
from edition.packs import shelf
from edition.packs.faces import face_of
from edition.passes.change_script import convert
from edition.trade.regions import MAINLAND, region_of
from edition.writers.pdf import Stored, write_pdf
from gold_edition import gold_edition

LAYOUT = shelf.layout("broadsheet")
TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
EACH = [TAGS[0], *(pytest.param(tag, marks=pytest.mark.check) for tag in TAGS[1:])]


class Drawn:
    """The seed's page in one language: plan, file, glyphs."""

    def __init__(self, tag: str) -> None:
        self.edition: Edition = convert(gold_edition(), tag)[0]
        self.plan: Paper = pressroom.plan(self.edition, LAYOUT)[0]
        self.built = build.to_pdf(self.edition)
        self.sheets = sheets(self.built.data)


_DRAWN: dict[str, Drawn] = {}


def drawn(tag: str) -> Drawn:
    if tag not in _DRAWN:
        _DRAWN[tag] = Drawn(tag)
    return _DRAWN[tag]


@pytest.fixture(params=EACH)
def page(request: pytest.FixtureRequest) -> Drawn:
    return drawn(str(request.param))


def planned(plan: Paper) -> Iterator[tuple[str, float, float, float]]:
    """(character, x, baseline from the top, size) in pt of every planned glyph of body text."""
    grid = LAYOUT.grid
    left = (grid.page_width / 25.4 * 72 - grid.width * grid.em) / 2
    top = grid.margin_top / 25.4 * 72
    for frame in (frame for sheet in plan.pages for frame in sheet.frames):
        for leg in frame.legs:
            row = leg.row
            for slug in leg.slugs:
                if slug.align == "justify" and slug.kind == "text":
                    (line,) = slug.lines
                    base = top + row * grid.pitch + (grid.pitch - grid.em) / 2
                    base += EM_BOX_ASCENT * grid.em
                    for char, origin in zip(line.text, line.origins, strict=True):
                        yield char, left + (leg.x + origin) * grid.em, base, grid.em
                row += slug.rows


def test_every_glyph_of_the_body_stands_where_it_was_composed(page: Drawn) -> None:
    """To 0.02 em across and 0.1 pt down, for every line of the page."""
    (sheet,) = page.sheets
    index: dict[tuple[str, int], list[Glyph]] = {}
    for glyph in sheet.glyphs:
        index.setdefault((glyph.char, round(sheet.height - glyph.y)), []).append(glyph)
    count = 0
    for char, x, base, size in planned(page.plan):
        if char.isspace():
            continue
        near = [
            g
            for row in (round(base) - 1, round(base), round(base) + 1)
            for g in index.get((char, row), [])
            if abs(g.x - x) <= 0.02 * size and abs(sheet.height - g.y - base) <= 0.1
        ]
        assert near, (char, x, base)
        count += 1
    assert count > 6000


def squeezed(text: str) -> str:
    return re.sub(r"[\s\x00-\x1f]+", "", text)


def expected(edition: Edition) -> list[str]:
    """The copy part by part, without the quotations: they may stand some paragraphs off."""
    quotes = set(quotations(edition))
    parts = [squeezed(part) for story in edition.stories for part in story.text.split("\n")]
    return [part for part in parts if part not in quotes]


def quotations(edition: Edition) -> list[str]:
    return [squeezed(plain(block.runs)) for story in edition.stories for block in story.body
            if isinstance(block, PullQuote)]


def in_order(text: str, parts: list[str]) -> None:
    at = 0
    for part in parts:
        here = text.find(part, at)
        assert here >= 0, f"missing or out of order: {part[:40]}"
        at = here + len(part)
    for part in parts:
        assert len(part) < 25 or text.count(part) == 1, f"doubled: {part[:40]}"


def test_pdfium_reads_the_whole_copy_in_order(page: Drawn) -> None:
    text = squeezed("".join(g.char for s in page.sheets for g in s.glyphs))
    in_order(text, expected(page.edition))
    assert all(text.count(quotation) == 1 for quotation in quotations(page.edition))


def test_pdfminer_reads_every_character(page: Drawn) -> None:
    """pdfminer sorts by place, so the order is PDFium's to prove; here nothing may be missing."""
    text = squeezed(extract_text(io.BytesIO(page.built.data)))
    for character in set("".join(expected(page.edition))):
        wanted = sum(part.count(character) for part in expected(page.edition))
        assert text.count(character) >= wanted, character


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
def test_pdftotext_reads_the_whole_copy_in_order(page: Drawn, tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(page.built.data)
    done = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True
    )
    text = squeezed(done.stdout)
    in_order(text, expected(page.edition))
    assert all(text.count(quotation) == 1 for quotation in quotations(page.edition))


def test_the_text_layer_holds_no_helper_characters(page: Drawn) -> None:
    text = {g.char for s in page.sheets for g in s.glyphs}
    assert not text & {"\u200b", "\u2060", "\ufeff", "\u00ad", "\ufffd"}


def fonts_of(data: bytes) -> dict[str, pikepdf.Object]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return {
            str(font["/BaseFont"]): font.get("/DescendantFonts", [font])[0]["/FontDescriptor"]
            .get("/FontFile2", font.get("/DescendantFonts", [font])[0]["/FontDescriptor"]
                 .get("/FontFile3"))
            for sheet in document.pages
            for font in sheet["/Resources"]["/Font"].values()
        }


def test_only_the_faces_of_the_region_are_embedded_and_none_falls_back(page: Drawn) -> None:
    names = fonts_of(page.built.data)
    assert names and all(program is not None for program in names.values())
    region = region_of(page.edition.language).letters
    roles = {name.split("+", 1)[1].removeprefix("edition-") for name in names}
    assert all(role.endswith(f"-{region}") for role in roles), roles
    assert {f"song-{region}", f"song-heavy-{region}", f"hei-bold-{region}"} <= roles
    with pikepdf.open(io.BytesIO(page.built.data)) as document:
        for font in document.pages[0]["/Resources"]["/Font"].values():
            assert "/ToUnicode" in font
    assert not [d for d in page.built.diagnostics if d.kind == "missing_glyph"]


def test_a_character_no_face_has_is_named() -> None:
    runs = (Run("村里人说\U000187f7字没人认得。"),)
    story = Story("s01", "石桥修好了", (Paragraph(runs, id="s01b01"),))
    built = build.to_pdf(Edition("x", (Section(None, (story,), id="sec1"),)))
    (gap,) = [d for d in built.diagnostics if d.kind == "missing_glyph"]
    assert gap.text == "\U000187f7" and "s01" in gap.message
    with pikepdf.open(io.BytesIO(built.data)) as document:
        claims = "/Metadata" in document.Root and document.Root["/Metadata"].read_bytes()
    assert not claims or (b"pdfuaid" not in claims and b"pdfaid" not in claims)


def test_the_file_is_tagged_titled_and_claims_its_standards(page: Drawn) -> None:
    with pikepdf.open(io.BytesIO(page.built.data)) as document:
        assert document.check_pdf_syntax() == []
        root = document.Root
        assert str(root["/Lang"]) == page.edition.language
        assert bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root
        assert "/Names" not in root or "/EmbeddedFiles" not in root["/Names"]
        xmp = bytes(root["/Metadata"].read_bytes())
    assert b"<pdfaid:part>2</pdfaid:part>" in xmp or b'pdfaid:part="2"' in xmp
    assert b"<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert b"/JavaScript" not in page.built.data and b"/Launch" not in page.built.data


def structure(data: bytes) -> list[str]:
    """Structure types of the tag tree in order."""
    found: list[str] = []
    with pikepdf.open(io.BytesIO(data)) as document:
        stack = [document.Root["/StructTreeRoot"]["/K"]]
        while stack:
            item = stack.pop()
            if isinstance(item, pikepdf.Array):
                stack.extend(reversed(list(item)))
            elif isinstance(item, pikepdf.Dictionary) and "/S" in item:
                found.append(str(item["/S"]))
                if "/K" in item:
                    stack.append(item["/K"])
    return found


def test_stories_are_articles_and_no_heading_level_is_skipped(page: Drawn) -> None:
    tags = structure(page.built.data)
    assert tags.count("/Art") == 11
    levels = [int(tag[2:]) for tag in tags if re.fullmatch(r"/H\d", tag)]
    assert levels[0] == 1 and len(levels) >= 1 + 11 + 1 + 3
    for before, after in itertools.pairwise(levels):
        assert after <= before + 1, levels


def test_the_pages_name_what_begins_on_them(page: Drawn) -> None:
    (printed,) = page.built.pages
    assert printed.label == "B2"
    names = printed.blocks
    stories = [name for name in names if re.fullmatch(r"s\d\d", name)]
    assert sorted(stories) == [f"s{i:02d}" for i in range(1, 12)]
    wanted = {block.id for story in page.edition.stories for block in story.body}
    assert wanted <= set(names)


class Server:
    """Counts connections; the renderer must make none."""

    def __enter__(self) -> Server:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.socket.settimeout(0.2)
        self.hits = 0
        self.port = self.socket.getsockname()[1]
        self.open = True
        self.thread = threading.Thread(target=self.count)
        self.thread.start()
        return self

    def count(self) -> None:
        while self.open:
            try:
                self.socket.accept()[0].close()
                self.hits += 1
            except TimeoutError:
                continue

    def __exit__(self, *_: object) -> None:
        self.open = False
        self.thread.join()
        self.socket.close()


def test_nothing_outside_the_store_is_fetched(tmp_path: Path) -> None:
    """Files by seven forms of address, the network in five places, data: too."""
    canary = tmp_path / "canary.txt"
    canary.write_text("TOPSECRET")
    with Server() as server:
        web = f"http://127.0.0.1:{server.port}/x"
        files = [canary.as_uri(), f"FILE://{canary}", f"file://localhost{canary}", str(canary),
                 "../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "file:///dev/zero"]
        tags = [f'<img src="{a}" alt="x">' for a in [*files, web, "data:image/png;base64,AAAA"]]
        tags += [f'<link rel="attachment" href="{a}"><a rel="attachment" href="{a}">x</a>'
                 for a in files]
        css = f"@font-face{{font-family:f;src:url(edition:song)}}html{{font-family:f}}" \
              f"@import url({web});@font-face{{font-family:q;src:url({web})}}" \
              f"b{{background:url({web});content:url({web})}}"
        html = f"<html><title>t</title><style>{css}</style>{''.join(tags)}<b>词</b></html>"
        face = face_of("song", MAINLAND)
        done = write_pdf(html, {"song": Stored("font/ttf", face.path.read_bytes())}, ("1",), "t")
        assert server.hits == 0
    assert done.diagnostics and all(d.kind == "reference_refused" for d in done.diagnostics)
    with pikepdf.open(io.BytesIO(done.data)) as document:
        for thing in document.objects:
            if isinstance(thing, pikepdf.Stream):
                try:
                    assert b"TOPSECRET" not in thing.read_bytes()
                except pikepdf.PdfError:
                    assert b"TOPSECRET" not in thing.read_raw_bytes()


def test_marks_links_and_notes_survive_the_line() -> None:
    runs = (
        Run("石桥修好了，"), Run("重要", (Mark.DOTS,)), Run("的是"), Run("安全", (Mark.STRONG,)),
        Run("，见"), Run("这里", href="https://example.org/a"), Run("①", (Mark.SUPER,)),
        Run("，又说"), Run("从前", (Mark.EMPHASIS,)), Run("的事。" * 20),
    )
    story = Story("s01", "石桥修好了", (Paragraph(runs, id="s01b01"),))
    edition = Edition("x", (Section(None, (story,), id="sec1"),))
    built = build.to_pdf(edition)
    text = squeezed("".join(g.char for s in sheets(built.data) for g in s.glyphs))
    assert squeezed("".join(run.text for run in runs)) in text
    with pikepdf.open(io.BytesIO(built.data)) as document:
        links = [str(a["/A"]["/URI"]) for p in document.pages for a in p.get("/Annots", [])]
    assert links and set(links) == {"https://example.org/a"}


@pytest.mark.parametrize("tag", EACH)
def test_the_gold_page_fills_one_page(tag: str) -> None:
    assert len(drawn(tag).plan.pages) == 1
    assert not drawn(tag).plan.pages[0].fillers


def test_an_edition_without_a_sidecar_is_drawn() -> None:
    bare = gold_edition(imprint=False)
    assert build.to_pdf(replace(bare, sections=bare.sections[:1])).data.startswith(b"%PDF")


def test_a_page_without_a_face_is_refused_before_drawing() -> None:
    with pytest.raises(CannotSet, match="no face"):
        write_pdf("<html><title>t</title>词</html>", {}, ("1",), "t")
