"""Colours a pack writes otherwise than as RGB, and black beside white: all become inks."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from edition import build
from edition.checks import check_data
from edition.copy.inkprofiles import BLACK, PressInks
from edition.copy.labcolours import lights_of
from edition.packs.pack import Pack
from edition.printed import PressForm
from edition.writers.press.inked import _Drawn
from gold_edition import gold_edition
from press_inks import newsprint
from press_paper import photograph, saved, with_picture

RED = (0.0, 1.0, 0.85, 0.05)
INKS = PressInks(newsprint(), 240.0, {(200, 16, 46): RED})
SQUARE = "content: ''; position: absolute; top: 0; width: 9mm; height: 9mm"
COLOURS = {
    ".masthead h1": "color: #0a0a0a",
    ".masthead::after": "border-top-color: lab(43.34% 66.3 37.52)",
    ".page::before": f"{SQUARE}; left: 0; background: oklch(60% 0.15 250)",
    ".page::after": f"{SQUARE}; right: 0; background: device-cmyk(1 1 1 1)",
    ".section::before": "border-top-color: oklch(0% 0 0); border-bottom-color: lab(70% 0 0)",
}


@cache
def printed(folder: Path) -> bytes:
    home = folder / "colours"
    home.mkdir()
    (home / "pack.toml").write_text('api = 1\nextends = "newsletter"\n[press.inks]\n'
                                    '"#c8102e" = [0, 100, 85, 5]\n', "utf-8")
    style = "\n".join(f"{name} {{ {told} }}" for name, told in COLOURS.items())
    (home / "paper.css").write_text(style, "utf-8")
    (home / "paper.html.j2").write_text('{% extends "base.html.j2" %}\n', "utf-8")
    return build.to_pdf(gold_edition(), Pack.load(home), press=PressForm(newsprint())).data


@pytest.fixture(scope="module")
def coloured(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return printed(tmp_path_factory.mktemp("colours"))


def test_every_way_to_write_a_colour_is_printed_in_inks(coloured: bytes) -> None:
    counts = {f.id: f.count for f in check_data(coloured).findings if f.id.startswith("PX")}
    assert {code for code, count in counts.items() if count} == set()
    with pikepdf.open(io.BytesIO(coloured)) as document:
        content = b"\n".join(page.Contents.read_bytes() for page in document.pages)
        spaces = set(document.pages[0].Resources.ColorSpace.keys())
    assert not re.search(rb"\b(rg|RG|scn|cs)\b", content)
    assert not {"/lab-d50", "/lab-d65"} & spaces
    assert b"0 1 0.85 0.05 k" in content


def test_inks_that_a_page_tells_itself_are_within_the_bound(coloured: bytes) -> None:
    with pikepdf.open(io.BytesIO(coloured)) as document:
        content = b"\n".join(page.Contents.read_bytes() for page in document.pages)
    told = re.findall(rb"(\S+) (\S+) (\S+) (\S+) k\b", content)
    sums = [sum(map(float, inks)) for inks in told]
    assert max(sums) == pytest.approx(2.4, abs=0.02)
    assert INKS.borne((0.1, 0.2, 0.3, 0.4)) == (0.1, 0.2, 0.3, 0.4)


@pytest.mark.parametrize(("space", "lab", "lights"), [
    ("lab-d50", (0, 0, 0), (0, 0, 0)), ("lab-d65", (0, 0, 0), (0, 0, 0)),
    ("lab-d50", (100, 0, 0), (255, 255, 255)), ("lab-d65", (100, 0, 0), (255, 255, 255)),
    ("lab-d50", (53.585, 0, 0), (128, 128, 128)), ("lab-d65", (53.585, 0, 0), (128, 128, 128)),
    ("lab-d50", (54.29, 80.81, 69.89), (255, 0, 0)),
    ("lab-d65", (53.24, 80.09, 67.20), (255, 0, 0)),
    ("lab-d50", (29.57, 68.29, -112.03), (0, 0, 255)),
    ("lab-d65", (87.73, -86.18, 83.18), (0, 255, 0)),
])
def test_lab_is_the_lights_it_stands_for(
    space: str, lab: tuple[float, float, float], lights: tuple[int, int, int]
) -> None:
    found = lights_of(space, *lab)
    assert max(abs(a - b) for a, b in zip(found, lights, strict=True)) <= 1


def drawn(*parts: bytes) -> list[bytes]:
    return list(_Drawn(INKS).inked(parts))


def test_white_beside_a_black_stroke_hides_what_it_covers() -> None:
    """Printed over, white would be no ink at all, and what lies below would show."""
    told = drawn(b"1 1 1 rg", b"0 0 0 RG", b"0 0 9 9 re", b"B")
    assert told == [b"0 0 0 0 k", b"/EdOff gs", b"0 0 0 1 K", b"/EdLine gs", b"0 0 9 9 re", b"B"]
    assert drawn(b"0 0 0 rg", b"0 0 0 RG")[-1] == b"/EdBoth gs"
    after = drawn(b"q", b"0 0 0 rg", b"Q", b"0 0 0 RG")
    assert after[-1] == b"/EdLine gs"


def test_a_box_of_black_takes_the_place_of_what_is_below_and_a_rule_does_not() -> None:
    black = [b"0 0 0 1 k", b"/EdOver gs"]
    box, rule, line = b"5 5 90 40 re", b"5 5 90 0.5 re", b"5 5 m 9 9 l"
    assert drawn(b"0 0 0 rg", box, b"f") == [*black, box, b"/EdOff gs", b"f", b"/EdOver gs"]
    assert drawn(b"0 0 0 rg", rule, b"f") == [*black, rule, b"f"]
    assert drawn(b"0 0 0 rg", box, b"W", b"n", line, b"f")[-1] == b"f"
    assert BLACK == (0, 0, 0, 1)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_grey_picture_of_three_lights_is_black_alone(kind: str) -> None:
    """A scan or a code that is saved as RGB: in four inks its edges would be coloured."""
    grey = photograph(200, 160).convert("L").convert("RGB")
    built = build.to_pdf(with_picture(f"scan.{kind.lower()}", saved(grey, kind)), "newsletter",
                         press=PressForm(newsprint())).data
    with pikepdf.open(io.BytesIO(built)) as document:
        spaces = {str(one.ColorSpace) for one in document.objects
                  if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"}
    assert spaces == {"/DeviceGray"}
