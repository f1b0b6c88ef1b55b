"""A pack from any folder: found by path, name or variable; what it changes is on the page."""

from __future__ import annotations

import io
import os
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from edition import build
from edition.cli import main
from edition.errors import WrongUse
from edition.model import Edition, Figure, Picture, Run
from edition.packs import shelf
from edition.packs.known import packs
from edition.packs.pack import Pack
from edition.packs.starter import starter_files
from packs.made_packs import made_font, made_pack, small_edition

SHORT = {"copy_short", "copy_opened"}
"""remarks on a sample with little copy"""
EXAMPLES = Path(__file__).resolve().parents[2] / "layouts" / "examples"


def text_of(data: bytes, page: int = 0) -> str:
    document = pdfium.PdfDocument(data)
    return str(document[page].get_textpage().get_text_range())


def edges(data: bytes, page: int) -> tuple[float, float]:
    """Left and right edge of what stands on a page, pt."""
    sheet = pdfium.PdfDocument(data)[page]
    boxes = [obj.get_bounds() for obj in sheet.get_objects()]
    return min(box[0] for box in boxes), max(box[2] for box in boxes)


def test_a_pack_is_taken_by_path_by_value_and_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, edition = made_pack(tmp_path), small_edition()
    by_path = build.to_pdf(edition, home).data
    assert build.to_pdf(edition, str(home)).data == by_path
    assert build.to_pdf(edition, Pack.load(home)).data == by_path
    monkeypatch.setenv("EDITION_PACKS", os.pathsep.join(["/nowhere", str(tmp_path)]))
    assert packs()["mine"] == home
    assert build.to_pdf(edition, "mine").data == by_path
    assert build.to_pdf(edition, "newsletter").data == by_path


def test_an_edited_pack_counts_at_once(tmp_path: Path) -> None:
    home = made_pack(tmp_path)
    assert shelf.layout(home).grid.columns == 4
    made_pack(tmp_path, "[grid]\ncolumns = 3\n")
    assert shelf.layout(home).grid.columns == 3


def test_a_pack_extends_another_by_path_and_its_style_comes_after(tmp_path: Path) -> None:
    made_pack(tmp_path, "[grid]\ncolumns = 3\n", ".headline { color: #100 }")
    child = tmp_path / "child"
    child.mkdir()
    (child / "pack.toml").write_text('api = 1\nextends = "../mine"\nindent = 1\n', "utf-8")
    (child / "paper.css").write_text(".headline { color: #200 }", "utf-8")
    pack = Pack.load(child)
    assert (pack.name, pack.layout.grid.columns, pack.layout.indent) == ("child", 3, 1)
    style = pack.style()
    assert style.index("html {") < style.index("#100") < style.index("#200")


def test_names_that_mean_nothing_are_told(tmp_path: Path) -> None:
    home = made_pack(tmp_path, css="\n.hedline { color: red }\n.deck { colour: red }")
    told = [(d.kind, d.message) for d in build.to_pdf(small_edition(), home).diagnostics]
    assert [kind for kind, _ in told] == ["style_selector", "style_property", "copy_short"]
    assert ":2: " in told[0][1] and "“headline”" in told[0][1]
    assert ":3: " in told[1][1] and "“color”" in told[1][1]


def test_a_font_of_its_own_draws_the_name_and_what_it_lacks_is_told(tmp_path: Path) -> None:
    home = made_pack(
        tmp_path, "[fonts.brand]\nfile = 'Brand.ttf'\nfallback = 'hei-heavy'\n"
        "[type.name]\nface = 'brand'\n"
    )
    made_font(home, characters="报")
    built = build.to_pdf(small_edition(), home)
    (lacks,) = [d for d in built.diagnostics if d.kind == "font_lacks"]
    assert lacks.text == "试" and "hei-heavy" in lacks.message
    assert "试报" in text_of(built.data)
    assert [d.kind for d in Pack.load(home).check()] == ["pack_font"]


def test_a_band_stands_at_the_foot_of_every_page(tmp_path: Path) -> None:
    home = made_pack(
        tmp_path, "[blocks.footer]\nrows = 2\npages = 'all'\ntext = '{paper}之页{page}'\n"
    )
    built = build.to_pdf(small_edition(14), home)
    assert len(built.pages) == 2
    assert {d.kind for d in built.diagnostics} <= {*SHORT, "plan_gap"}
    for number in range(2):
        assert f"试报之页{number + 1}" in text_of(built.data, number).replace(" ", "")


def test_facing_pages_mirror_each_other(tmp_path: Path) -> None:
    home = made_pack(
        tmp_path, "[margins]\ninner = 20\nouter = 10\nfacing = true\n[grid]\nmeasure = 12\n"
        "gutter = 1\n"
    )
    built = build.to_pdf(small_edition(14), home)
    width = 210 / 25.4 * 72
    (left, right), (mirrored, far) = edges(built.data, 0), edges(built.data, 1)
    assert left > mirrored + 20
    assert left == pytest.approx(width - far, abs=2)
    assert right == pytest.approx(width - mirrored, abs=2)


def test_the_book_wears_the_pack(tmp_path: Path) -> None:
    home = made_pack(tmp_path, "[cover]\naccent = '#00ff00'\npaper = '#102030'\n")
    (home / "book.css").write_text("h1 { color: #00ff00 }", "utf-8")
    plain, dressed = build.to_epub(small_edition()), build.to_epub(small_edition(), pack=home)
    assert build.to_epub(small_edition(), pack="newsletter").data == plain.data
    files = zipfile.ZipFile(io.BytesIO(dressed.data))
    css = next(name for name in files.namelist() if name.endswith("book.css"))
    cover = next(name for name in files.namelist() if name.endswith("cover.png"))
    assert files.read(css).decode().endswith("h1 { color: #00ff00 }")
    assert Image.open(io.BytesIO(files.read(cover))).getpixel((2, 2)) == (16, 32, 48)


def leaflet(count: int, size: tuple[int, int]) -> Edition:
    """One story with pictures in one column."""
    out = io.BytesIO()
    Image.new("RGB", size, "grey").save(out, "PNG")
    pictures = tuple(
        Picture(f"{n}.png", "image/png", *size, out.getvalue()) for n in range(count)
    )
    edition = small_edition(1)
    (section,) = edition.sections
    (story,) = section.stories
    figures = tuple(
        Figure(p.name, (Run("院子里的老槐树"),), id=f"s01f{n}", pixels=size)
        for n, p in enumerate(pictures)
    )
    body = (story.body[0], *figures, story.body[1])
    sections = (replace(section, stories=(replace(story, body=body),)),)
    return replace(edition, sections=sections, pictures=pictures)


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@pytest.mark.parametrize("size", [(600, 400), (300, 900)])
def test_a_leaflet_of_one_column_keeps_its_pictures(
    tmp_path: Path, count: int, size: tuple[int, int]
) -> None:
    home = made_pack(tmp_path, (
        "[page]\nwidth = 148\nheight = 210\n[margins]\ntop = 12\n[grid]\ncolumns = 1\n"
        "measure = 34\nrows = 37\n[furnishing]\near = 8\nplate = 6\nmasthead = 5\n"
    ))
    built = build.to_pdf(leaflet(count, size), home)
    assert [d.kind for d in built.diagnostics] == []
    assert "".join(text_of(built.data).split()).count("院子里的老槐树") == count


@pytest.mark.parametrize(
    ("name", "tag", "words"),
    [("red-masthead", "zh-Hans", "试报"), ("wide-facing", "zh-Hans", "试报"),
     ("letters", "en", "试报")],
)
def test_the_examples_print_without_a_remark(name: str, tag: str, words: str) -> None:
    pack = Pack.load(EXAMPLES / name)
    assert pack.check() == ()
    built = build.to_pdf(small_edition(4, tag), pack, next(iter(pack.layout.themes), None))
    assert {d.kind for d in built.diagnostics} <= SHORT and words in text_of(built.data)


@pytest.mark.check
def test_a_new_pack_builds_at_once_and_is_judged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "new", "my-paper", "--lang", "en"]) == 0
    assert main(["pack", "check", "my-paper", "--strict", "--lang", "en"]) == 0
    assert "remarks: 0" in capsys.readouterr().err
    assert (tmp_path / "build" / "my-paper-proof.pdf").read_bytes().startswith(b"%PDF")
    assert main(["pack", "new", "my-paper"]) == 2
    assert main(["pack", "new", "Mein Blatt"]) == 2
    with (tmp_path / "my-paper" / "paper.css").open("a", encoding="utf-8") as style:
        style.write(".masthead h1 { color: #ddd }\n.hedline { color: #000 }\n")
    assert main(["pack", "check", "my-paper", "--strict", "--lang", "en"]) == 1
    said = capsys.readouterr().err
    assert "contrast of 1.4:1" in said and "paper.css:" in said and "“hedline”" in said


def test_the_sample_of_the_docs_is_a_pack(tmp_path: Path) -> None:
    docs = (EXAMPLES.parents[1] / "docs" / "layouts.md").read_text("utf-8")
    sample = docs.partition("```toml\n# pack.toml\n")[2].partition("```")[0]
    home = made_pack(tmp_path)
    (home / "pack.toml").write_text(sample, "utf-8")
    (home / "fonts").mkdir()
    made_font(home / "fonts").rename(home / "fonts" / "Brand.otf")
    Image.new("RGB", (40, 40), "navy").save(home / "logo.png")
    pack = Pack.load(home)
    assert [d.kind for d in pack.check()] == ["pack_font", "pack_margins"]
    built = build.to_pdf(small_edition(4), pack)
    assert {d.kind for d in built.diagnostics} <= SHORT


def test_every_line_a_new_pack_offers_may_be_used_as_it_stands(tmp_path: Path) -> None:
    home = tmp_path / "ours"
    for path, data in starter_files("ours").items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(data)
    (home / "fonts").mkdir()
    made_font(home / "fonts").rename(home / "fonts" / "Brand.otf")
    Image.new("RGB", (8, 8)).save(home / "logo.png")
    pack = home / "pack.toml"
    offered = re.sub(r"(?m)^# (?=\[|[a-z_]+ = )", "", pack.read_text(encoding="utf-8"))
    pack.write_text(offered, encoding="utf-8")
    layout = Pack.load(home).layout
    assert (layout.grid.inner, layout.grid.outer, layout.grid.facing) == (14, 11, True)
    assert layout.themes == ("green",)


def test_margins_the_sheet_has_no_room_for_are_told_with_the_way_out(tmp_path: Path) -> None:
    home = made_pack(tmp_path, "[margins]\ninner = 20\nouter = 20\n")
    with pytest.raises(WrongUse) as caught:
        Pack.load(home)
    assert "grid.measure" in caught.value.message and "25.7 mm" in caught.value.message


def test_the_trims_of_a_pack_are_its_own_and_come_by_size(tmp_path: Path) -> None:
    text = (
        "[trims.large]\nwidth = 297\nheight = 420\ncolumns = 6\nrows = 77\n"
        "[trims.middle]\nwidth = 240\nheight = 330\ncolumns = 4\nrows = 60\n"
    )
    layout = Pack.load(made_pack(tmp_path, text)).layout
    found = [(grid.page_width, grid.columns, grid.rows, grid.em) for grid in layout.trims]
    assert found == [(240, 4, 60, layout.grid.em), (297, 6, 77, layout.grid.em)]
    assert shelf.layout("newsletter").trims and not shelf.layout(made_pack(tmp_path)).trims


@pytest.mark.parametrize(("line", "said"), [
    ("width = 297\nheight = 420\ncolumns = 9\nrows = 77\n", "columns"),
    ("width = 297\nheight = 420\ncolumns = 6\nrows = 99\n", "rows"),
    ("width = 297\nheight = 420\ncolumns = 6\n", "rows"),
    ("width = 297\nheight = 420\ncolumns = 6\nrows = 77\nmeasure = 12\n", "measure"),
])
def test_a_trim_that_cannot_be_is_an_error_with_its_line(
    tmp_path: Path, line: str, said: str
) -> None:
    with pytest.raises(WrongUse) as caught:
        Pack.load(made_pack(tmp_path, f"[trims.b3]\n{line}"))
    assert "pack.toml" in caught.value.message and said in caught.value.message
