"""Whatever a template, a theme or a font holds, text has a face and the process lives on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from typing import Any

import pikepdf
import pytest

from edition.writers.code_boxes import box_face
from edition.writers.pdf import TAGGED_ONLY, Stored, write_pdf

FACE = box_face("hello", "brand")
SHEET = "<style>@font-face{font-family:b;src:url(edition:f)%s} p{font-family:b}</style><p>hello"
FLIPPED = bytes(b ^ 0xFF if at > 300 and at % 37 == 0 else b for at, b in enumerate(FACE))
CASES: dict[str, tuple[str, bytes]] = {
    "a template without the style sheet": ("<p>hello</p>", FACE),
    "a face that is no font": (SHEET % "", b"junk"),
    "a font of nothing but a head": (SHEET % "", b"\0\1\0\0" + b"x" * 500),
    "a font cut off": (SHEET % "", FACE[: len(FACE) // 2]),
    "a font with bytes flipped": (SHEET % "", FLIPPED),
    "a web font that is none": (SHEET % "", b"wOF2junk"),
    "a range that holds no letter": (SHEET % ";unicode-range:U+1F600", FACE),
    "a file that is not there": (SHEET.replace("edition:f", "edition:g") % "", FACE),
    "a font of the system": (SHEET.replace("url(edition:f)", "local('DejaVu Sans')") % "", FACE),
    "text in a drawing": ("<svg width=99 height=99><text x=9 y=9>hello</text></svg>", FACE),
    "margin boxes and counters": (
        "<style>@page{@top-left{content:'x'}}</style><ol><li>a<li>b</ol>", FACE
    ),
    "nothing at all": ("", FACE),
    "a great size": ("<p style='font-size:1e6px'>hello", FACE),
    "no size": ("<p style='font-size:0'>hello", FACE),
}
PROGRAM = """
import json, sys
sys.path.insert(0, "tests/trust"); sys.path.insert(0, "tests")
from trust.test_last_resort import drawn, CASES
print(json.dumps({case: drawn(case) for case in CASES}))
"""


def drawn(case: str) -> str:
    """The fonts of the page, or the error."""
    html, font = CASES[case]
    try:
        done = write_pdf(html, {"f": Stored("font/ttf", font)}, ("1",), "x", claim=TAGGED_ONLY)
    except Exception as error:
        return type(error).__name__
    with pikepdf.open(io.BytesIO(done.data)) as document:
        found = {
            str(font["/BaseFont"]) for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    return " ".join(sorted(found))


@pytest.fixture(scope="module")
def fonts() -> Any:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, f"the process ended with {done.returncode}: {done.stderr[-900:]}"
    return json.loads(done.stdout)


@pytest.mark.parametrize("case", CASES)
def test_no_text_ends_the_process(fonts: Any, case: str) -> None:
    assert fonts[case] == "" or "edition-last-resort" in fonts[case] or "+b" in fonts[case]
    assert "DejaVu" not in fonts[case], "the page sees no font of the system"


def test_what_stands_without_a_face_is_in_the_text_layer(fonts: Any) -> None:
    assert "edition-last-resort" in fonts["a template without the style sheet"]
    assert "edition-last-resort" in fonts["a font of the system"]


def test_a_picture_that_is_a_program_is_refused() -> None:
    html = "<img src='edition:p' alt='x'><p>hello"
    for start in (b"%!PS-Adobe-3.0 EPSF-3.0", b"\xc5\xd0\xd3\xc6"):
        files = {"f": Stored("font/ttf", FACE), "p": Stored("image/png", start + b" ")}
        done = write_pdf(html, files, ("1",), "x", claim=TAGGED_ONLY)
        assert [d.kind for d in done.diagnostics] == ["reference_refused"]
