"""A paper for a press as the printer gets it: read back object by object."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image

from edition import build
from edition.checks import check_data
from edition.copy.inkprofiles import judged_profile
from edition.delivery.built import Built
from edition.packs.pack import Pack
from edition.passes.change_script import convert
from edition.printed import PressForm
from edition.writers.press.sheetmarks import MARGIN
from gold_edition import gold_edition
from press_inks import newsprint
from press_paper import pack_of, pictured, small

MM = 72 / 25.4
FORM = PressForm(newsprint(), "newsprint.icc")
NO_GHOSTSCRIPT = pytest.mark.skipif(shutil.which("gs") is None, reason="no Ghostscript is here")


@cache
def seed(tag: str = "zh-Hans", pack: str = "broadsheet", theme: str | None = None) -> Built:
    edition = gold_edition() if tag == "zh-Hans" else convert(gold_edition(), tag)[0]
    return build.to_pdf(edition, pack, theme, press=FORM)


@pytest.fixture(scope="module")
def edges(tmp_path_factory: pytest.TempPathFactory) -> Built:
    pack = Pack.load(pack_of(tmp_path_factory.mktemp("pack")))
    return build.to_pdf(pictured(), pack, press=FORM)


def findings(data: bytes) -> dict[str, int]:
    return {f.id: f.count for f in check_data(data).findings if f.id.startswith("PX")}


NOTHING = {f"PX{n}": 0 for n in range(1, 9)}


@pytest.mark.parametrize(("tag", "pack", "theme"), [
    ("zh-Hans", "broadsheet", "red"), ("zh-Hant-TW", "tabloid", None),
    pytest.param("zh-Hant-HK", "newsletter", "blue", marks=pytest.mark.check),
])
def test_the_seed_passes_its_preflight(tag: str, pack: str, theme: str | None) -> None:
    report = check_data(seed(tag, pack, theme).data)
    assert {f.id: f.count for f in report.findings if f.id.startswith("PX")} == NOTHING
    assert report.printable and "ACC" not in {f.id for f in report.findings}


def test_a_paper_with_everything_passes_its_preflight(edges: Built) -> None:
    assert findings(edges.data) == NOTHING


def test_the_page_is_judged_as_it_is_cut() -> None:
    """Marks and bleed round a page change nothing of what is told of its make-up."""
    plain, press = (
        {f.id: (f.count, f.worst) for f in check_data(built.data).findings}
        for built in (build.to_pdf(gold_edition()), seed())
    )
    assert {code: press[code] for code in plain if code != "ACC"} == {
        code: told for code, told in plain.items() if code != "ACC"
    }


def test_the_same_bytes_every_time(edges: Built, tmp_path: Path) -> None:
    again = build.to_pdf(pictured(), Pack.load(pack_of(tmp_path)), press=FORM)
    assert again.data == edges.data
    one, other = (
        build.to_pdf(small(), "newsletter", press=PressForm(newsprint(name=name)))
        for name in ("One press", "Another press")
    )
    assert len({identity(built.data) for built in (one, other, edges)}) == 3


def identity(data: bytes) -> bytes:
    found = re.search(rb"xmp\.did:([0-9a-f-]{36})", data)
    assert found is not None and found[1][14:15] == b"5"
    return found[1]


def test_the_file_says_what_it_is_for() -> None:
    with pikepdf.open(io.BytesIO(seed().data)) as document:
        assert document.check_pdf_syntax() == [] and document.pdf_version <= "1.6"
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFX" and intent.DestOutputProfile.N == 4
        assert judged_profile(bytes(intent.DestOutputProfile.read_bytes()), "") == str(
            intent.OutputConditionIdentifier
        )
        assert "total ink 240 %" in str(intent.Info)
        assert document.docinfo["/Trapped"] == "/False"
        assert "/StructTreeRoot" not in document.Root and "/AcroForm" not in document.Root
        assert all("/Annots" not in page for page in document.pages)
        labels = document.Root.PageLabels
        assert len(labels.Nums) == 2 * len(document.pages)


@pytest.mark.parametrize("bleed", [0.0, 3.0, 5.0])
def test_a_page_is_cut_within_its_bleed_within_its_sheet(bleed: float) -> None:
    built = build.to_pdf(small(), "newsletter", press=PressForm(newsprint(), bleed=bleed))
    with pikepdf.open(io.BytesIO(built.data)) as document:
        page = document.pages[0]
        trim, bled, media = (
            [float(side) for side in page[name]] for name in ("/TrimBox", "/BleedBox", "/MediaBox")
        )
    assert trim == pytest.approx([0, 0, 210 * MM, 297 * MM], abs=0.01)
    for box, out in ((bled, bleed), (media, bleed + MARGIN)):
        by = [-out * MM, -out * MM, out * MM, out * MM]
        assert box == pytest.approx([a + b for a, b in zip(trim, by, strict=True)], abs=0.01)
    assert findings(built.data)["PX3"] == 0


def pixels(data: bytes, dpi: int = 72) -> np.ndarray:
    """The first sheet, marks and all, in grey."""
    page = pdfium.PdfDocument(data)[0]
    return np.asarray(page.render(scale=dpi / 72).to_pil().convert("L")).astype(int)


def test_what_reaches_the_edge_of_the_sheet_is_printed_on_beyond_it(edges: Built) -> None:
    image = pixels(edges.data, 144)
    dots, edge = 144 / 25.4, MARGIN
    inside, outside = round((edge + 1) * dots), round((edge - 0.3) * dots)
    middle = image.shape[1] // 3
    assert image[inside, middle - 200 : middle + 200].min() < 200
    assert image[outside, middle - 200 : middle + 200].min() == 255
    assert image[-inside, middle] < 200 and image[-outside, middle] == 255
    row = round((edge + 3 + 75) * dots)
    assert image[row, -inside] < 240 and image[row, -outside:].min() == 255


def test_marks_stand_outside_the_bleed_and_at_the_corners() -> None:
    image = pixels(seed().data, 144)
    dots, out = 144 / 25.4, MARGIN + 3
    corner = image[: round(MARGIN * dots), round(out * dots) - 3 : round(out * dots) + 4]
    assert corner.min() < 128
    edge = round(out * dots)
    assert image[round(MARGIN * dots) + 2 : edge, edge:-edge].min() == 255
    middle = image.shape[1] // 2
    assert image[: round(MARGIN * dots), middle - 20 : middle + 20].min() < 128


def test_every_picture_is_of_inks(edges: Built) -> None:
    with pikepdf.open(io.BytesIO(edges.data)) as document:
        spaces = [
            str(one.ColorSpace) for one in document.objects
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"
        ]
    assert set(spaces) == {"/DeviceCMYK", "/DeviceGray"}
    assert spaces.count("/DeviceCMYK") == 5


def test_a_coarse_picture_is_told(tmp_path: Path) -> None:
    home = pack_of(tmp_path)
    Image.new("RGB", (200, 20), (20, 90, 90)).save(home / "strip.jpg")
    built = build.to_pdf(pictured(), Pack.load(home), press=FORM)
    (told,) = [d for d in built.diagnostics if d.kind == "coarse_on_press"]
    assert told.severity == "warning" and "strip" in told.message and "24 dpi" in told.message
    assert findings(built.data)["PX7"] == len(built.pages)


def test_the_pack_tells_bleed_and_most_ink(tmp_path: Path) -> None:
    home = pack_of(tmp_path, "[press]\nbleed = 4\nink = 220\n")
    built = build.to_pdf(pictured(), Pack.load(home), press=FORM)
    with pikepdf.open(io.BytesIO(built.data)) as document:
        assert float(document.pages[0].BleedBox[0]) == pytest.approx(-4 * MM, abs=0.01)
    ink = next(f for f in check_data(built.data).findings if f.id == "PX6")
    assert ink.count == 0 and 200 < (ink.worst or 0) <= 221


def gs(data: bytes, folder: Path, device: str, *more: str) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    return subprocess.run(
        ["gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", "-dUseTrimBox", f"-sDEVICE={device}", *more,
         str(path)],
        capture_output=True, text=True, check=True, cwd=folder,
    ).stdout


@NO_GHOSTSCRIPT
@pytest.mark.parametrize("pack", ["broadsheet", pytest.param("tabloid", marks=pytest.mark.check)])
def test_a_page_of_type_takes_black_ink_alone(pack: str, tmp_path: Path) -> None:
    told = gs(seed("zh-Hans", pack).data, tmp_path, "inkcov", "-o", "-").splitlines()
    assert told
    for line in told:
        cyan, magenta, yellow, black = map(float, line.split()[:4])
        assert cyan == magenta == yellow == 0 < black


@NO_GHOSTSCRIPT
def test_the_plates_together_are_within_the_bound(edges: Built, tmp_path: Path) -> None:
    gs(edges.data, tmp_path, "tiffsep", "-r72", "-o", "plate%d.tif")
    for number in range(1, len(edges.pages) + 1):
        total = sum(
            255 - np.asarray(Image.open(tmp_path / f"plate{number}({ink}).tif").convert("L"), int)
            for ink in ("Cyan", "Magenta", "Yellow", "Black")
        )
        assert total.max() / 2.55 <= 241


@NO_GHOSTSCRIPT
def test_black_type_is_printed_over_a_tint(tmp_path: Path) -> None:
    """The cyan plate does not know where black type stands on a ground of cyan."""
    home = pack_of(tmp_path)
    css = ".masthead .imprint { background: #00a0e0 } .page::before, .page::after { content: none }"
    (home / "paper.css").write_text(css, "utf-8")
    (home / "pack.toml").write_text(
        'api = 1\nextends = "newsletter"\n[press.inks]\n"#00a0e0" = [100, 0, 0, 0]\n', "utf-8"
    )
    built = build.to_pdf(gold_edition(), Pack.load(home), press=FORM)
    with pikepdf.open(io.BytesIO(built.data)) as document:
        content = document.pages[0].Contents.read_bytes()
        states = document.pages[0].Resources.ExtGState
    assert b"0 0 0 1 k\n/EdOver gs" in content
    assert bool(states.EdOver.op) and states.EdOver.OPM == 1 and not bool(states.EdOff.op)
