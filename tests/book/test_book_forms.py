"""What may be asked of a book: pictures as they are, vertical lines, faces inside, a claim."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

import edition
import epub_gates as gates
from book_shelf import SIDECAR, book_of, leaves, page_of, picture_of
from edition import BookForm, Built, Edition, Figure, Run, Source, Story, WrongUse
from edition.cli import main

VERTICAL = BookForm(vertical=True)


def pictured(name: str, data: bytes, form: BookForm | None = None) -> Built:
    story = Story.of("石桥修好了", [Figure(name, (Run("图为石桥。"),)), "昨天修好了。"])
    return edition.to_epub(Edition.build("n", [story], pictures={name: data}), form=form)


def picture_in(built: Built) -> bytes:
    (found,) = (
        data for name, data in gates.files(built.data).items()
        if name.startswith("EPUB/images/") and "cover" not in name
    )
    return found


@pytest.mark.parametrize(("kind", "size"), [("JPEG", (3000, 2000)), ("PNG", (1000, 2400))])
def test_a_picture_is_no_larger_than_a_screen_shows(kind: str, size: tuple[int, int]) -> None:
    built = pictured("a.jpg", picture_of(kind, size))
    shown = Image.open(BytesIO(picture_in(built)))
    assert max(shown.size) == 1600 and shown.format == kind
    assert shown.width / shown.height == pytest.approx(size[0] / size[1], rel=0.01)
    (remark,) = built.diagnostics
    assert remark.kind == "book_pictures_smaller" and remark.values["count"] == 1


def test_a_large_file_comes_under_the_limit_of_every_reader() -> None:
    data = picture_of("PNG", (1600, 1600), grain=90)
    built = pictured("a.png", data + b"\0" * (5_100_000 - len(data)))
    assert len(picture_in(built)) < 5_000_000


@pytest.mark.parametrize(("lossless", "kind"), [(True, "PNG"), (False, "JPEG")])
def test_webp_becomes_what_every_reader_opens(lossless: bool, kind: str) -> None:
    out = BytesIO()
    Image.new("RGB", (300, 200), "red").save(out, "WEBP", lossless=lossless)
    built = pictured("a.webp", out.getvalue())
    assert Image.open(BytesIO(picture_in(built))).format == kind
    assert [remark.kind for remark in built.diagnostics] == ["book_pictures_of_kind"]
    kept = pictured("a.webp", out.getvalue(), BookForm(keep_pictures=True))
    assert picture_in(kept) == out.getvalue() and kept.diagnostics == ()


def test_a_small_picture_stays_byte_for_byte() -> None:
    data = picture_of("JPEG", (800, 600))
    built = pictured("a.jpg", data)
    assert picture_in(built) == data and built.diagnostics == ()


def test_ink_and_side_are_set_right() -> None:
    """Four inks become three lights, and a picture that lies on its side stands."""
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("CMYK", (300, 200), (0, 255, 255, 0)).save(out, "JPEG", exif=exif)
    shown = Image.open(BytesIO(picture_in(pictured("a.jpg", out.getvalue()))))
    assert shown.mode == "RGB" and shown.size == (200, 300)
    red, green, blue = shown.getpixel((9, 9))
    assert red > 200 and green < 60 and blue < 60


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = picture_of("JPEG", (2400, 1600), grain=30)
    assert pictured("a.jpg", data).data == pictured("a.jpg", data).data


@pytest.fixture(scope="module")
def upright() -> bytes:
    return book_of(to="zh-Hant-TW", form=VERTICAL)


def test_a_vertical_book_turns_from_right_to_left(upright: bytes) -> None:
    opf = page_of(upright, "content.opf")
    assert 'page-progression-direction="rtl"' in opf
    assert re.search('<meta name="primary-writing-mode" content="vertical-rl" ?/?>', opf)
    assert "<dc:language>zh-Hant-TW</dc:language>" in opf
    sheet = page_of(upright, "style/vertical.css")
    for prefix in ("", "-webkit-", "-epub-"):
        assert f"\n  {prefix}writing-mode: vertical-rl;" in sheet
    for leaf in (*leaves(upright), page_of(upright, "contents.xhtml")):
        assert "style/vertical.css" in leaf
    for name in ("cover.xhtml", "nav.xhtml"):
        assert "vertical" not in page_of(upright, name)


def test_figures_stand_and_the_books_own_date_is_in_numerals(upright: bytes) -> None:
    first = leaves(upright)[0]
    assert '<span class="square">56</span>個' in first
    assert '<span class="stood">1200</span>萬' in first
    assert '<time datetime="2026-11-29">二〇二六年十一月二十九日 星期日</time>' in first
    assert '<span class="day">二〇二六年十一月二十九日' in page_of(upright, "contents.xhtml")
    assert "2026年11月29日" in page_of(upright, "content.opf")


def test_a_vertical_book_says_what_the_horizontal_one_says(upright: bytes) -> None:
    level = book_of(to="zh-Hant-TW")
    assert [gates.story_text(t) for n, t in gates.documents(upright).items() if "/text/" in n] == \
        [gates.story_text(t) for n, t in gates.documents(level).items() if "/text/" in n]
    ids = [re.findall("<dc:identifier[^>]*>([^<]*)", page_of(b, "content.opf"))
           for b in (upright, level)]
    assert ids[0] != ids[1], "two books, side by side on a shelf"
    assert ids[0][0] in page_of(upright, "toc.ncx")
    assert gates.dead_links(upright) == []


def test_curly_quotes_in_vertical_lines_are_told_and_never_exchanged() -> None:
    story = Story.of("新路通車", "他說：“路通了。”it’s 好。")
    made = Edition.build("n", [story], language="zh-Hant")
    built = edition.to_epub(made, form=VERTICAL)
    (told,) = built.diagnostics
    assert (told.kind, told.values["count"]) == ("vertical_quotes", 2)
    assert "“路通了。”" in leaves(built.data)[0]
    corner = Edition.build("n", [Story.of("新路通車", "他說：「路通了。」")], language="zh-Hant")
    assert edition.to_epub(corner, form=VERTICAL).diagnostics == ()
    assert edition.to_epub(made).diagnostics == ()


def test_only_traditional_copy_stands_in_vertical_lines() -> None:
    with pytest.raises(WrongUse) as caught:
        book_of(form=VERTICAL)
    assert "--to zh-Hant-TW" in caught.value.told("en")


def test_faces_inside_hold_what_the_book_says_and_little_more() -> None:
    epub = book_of(form=BookForm(embed_fonts=True))
    held = gates.files(epub)
    faces = {n: d for n, d in held.items() if n.startswith("EPUB/fonts/")}
    assert {n.rpartition("/")[2].partition(".")[0] for n in faces} >= {"song", "song-heavy"}
    assert all(len(data) < 500_000 for data in faces.values())
    for data in faces.values():
        assert struct.unpack(">I", data[:4])[0] in (0x00010000, 0x4F54544F)
    sheet = held["EPUB/style/book.css"].decode()
    assert all(f'url("../{name.removeprefix("EPUB/")}")' in sheet for name in faces)
    assert '<meta property="ibooks:specified-fonts">true</meta>' in page_of(epub, "content.opf")
    assert book_of(form=BookForm(embed_fonts=True)) == epub
    assert not [name for name in gates.files(book_of()) if "fonts/" in name]


def test_conformance_is_claimed_in_a_name_or_not_at_all() -> None:
    opf = page_of(book_of(sidecar=SIDECAR + 'certifier = "某某社"\n'), "content.opf")
    assert ('<meta property="dcterms:conformsTo" id="conformance">'
            "EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>") in opf
    assert '<meta property="a11y:certifiedBy" refines="#conformance">某某社</meta>' in opf
    assert "conformsTo" not in page_of(book_of(), "content.opf")


def test_no_claim_where_a_picture_has_no_words() -> None:
    story = Story.of("题", [Figure("a.jpg"), "一段。"])
    made = Edition.build("n", [story], imprint={"certifier": "某某社"},
                         pictures={"a.jpg": picture_of("JPEG", (30, 20))})
    built = edition.to_epub(made)
    assert "conformsTo" not in page_of(built.data, "content.opf")
    assert "conformance_unclaimed" in [remark.kind for remark in built.diagnostics]


def test_the_command_asks_for_all_of_them(tmp_path: Path) -> None:
    copy = tmp_path / "桥.txt"
    copy.write_text("桥修好了\n\n昨天上午，石桥修好了。\n（王小明）\n", "utf-8")
    out = tmp_path / "b.epub"
    asked = ["--to", "zh-Hant-HK", "--writing", "vertical", "--embed-fonts", "--images", "keep"]
    assert main(["epub", str(copy), *asked, "--out", str(out), "-q"]) == 0
    names = gates.files(out.read_bytes())
    assert "EPUB/style/vertical.css" in names and any("fonts/" in name for name in names)
    assert main(["epub", str(copy), "--writing", "vertical", "--out", str(out)]) != 0
    assert main(["build", str(copy), *asked, "--only", "epub", "--out", str(tmp_path), "-q"]) == 0
    assert gates.files((tmp_path / "桥.zh-Hant-HK.epub").read_bytes()) == names


NO_EPUBCHECK = gates.why_no_epubcheck()


@pytest.mark.check
@pytest.mark.skipif(bool(NO_EPUBCHECK), reason=NO_EPUBCHECK)
@pytest.mark.parametrize(("tag", "form"), [
    (None, BookForm()), ("zh-Hant-TW", BookForm()), ("zh-Hant-HK", BookForm()),
    ("zh-Hant-TW", VERTICAL),
])
def test_epubcheck_is_silent_on_every_form(
    tag: str | None, form: BookForm, tmp_path: Path
) -> None:
    epub = book_of(to=tag, form=form, sidecar=SIDECAR + 'certifier = "某某社"\n')
    assert gates.epubcheck(epub, tmp_path) == ""


def test_a_source_in_memory_and_a_form_go_through_a_child() -> None:
    found = edition.read(Source("a.md", "## 题\n\n正文。\n".encode())).edition
    form = BookForm(keep_pictures=True)
    whole = edition.to_epub(found, form=form, sandbox=edition.Limits())
    assert whole.data == edition.to_epub(found, form=form).data
