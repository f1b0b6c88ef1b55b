"""Black printed over a tint or a picture: what both take together is counted where it is known."""

from __future__ import annotations

import pikepdf
import pytest

from edition.checks import check_data
from edition.checks.inks.grounds import Manner
from edition.checks.inks.pdfvalues import PdfFile
from edition.checks.inks.shownlines import advances_of, places, reach
from press_spoiled import Spoiler, broken, more, sound, spoiled

TINT = b"/EdOff gs 0 1 1 0 k 100 400 200 50 re f "
PALE = b"/EdOff gs 0 0.3 0.2 0 k 100 400 200 50 re f "
TYPE = b"/EdOver gs 0 0 0 1 k BT /F 20 Tf 1 0 0 1 110 410 Tm (xx) Tj ET "


def seen_through(share: float, mode: str, drawn: bytes) -> Spoiler:
    """Drawn in a state `Clear` that lets through what is below."""
    def change(document: pikepdf.Pdf) -> None:
        more(drawn)(document)
        document.pages[0].Resources.ExtGState.Clear = pikepdf.Dictionary(
            Type=pikepdf.Name.ExtGState, ca=share, BM=pikepdf.Name(f"/{mode}"),
        )
    return change


def pictured(drawn: bytes, inks: bytes) -> Spoiler:
    """The page's picture, of one colour, drawn again and `drawn` over it."""
    def change(document: pikepdf.Pdf) -> None:
        shown = document.pages[0].Resources.XObject
        name = next(key for key in shown if shown[key].get("/Subtype") == "/Image")
        image = shown[name]
        image.write(inks * (int(image.Width) * int(image.Height)))
        image.ColorSpace = pikepdf.Name.DeviceCMYK
        for key in ("/DecodeParms", "/Decode"):
            if key in image:
                del image[key]
        place = f"q 200 0 0 50 100 400 cm {name} Do Q ".encode()
        more(b"/EdOff gs " + place + drawn)(document)
    return change


LINE = b"/EdBoth gs 0 0 0 1 K 90 420 m 320 420 l S "
HEAVY: list[tuple[str, Spoiler]] = [
    ("type over a tint", more(TINT + TYPE)),
    ("type that runs into a tint", more(TINT + TYPE.replace(b"1 110", b"1 95"))),
    ("the second string of a line", more(
        TINT + TYPE.replace(b"1 110", b"1 40").replace(b"(xx) Tj", b"(xxxxxxxx) Tj (xx) Tj"))),
    ("type over what shows through white", seen_through(
        0.1, "Normal", TINT + b"q /Clear gs 0 0 0 0 k 100 400 200 50 re f Q " + TYPE)),
    ("a stroke over a tint", more(TINT + LINE)),
    ("a box of black over a tint", more(TINT + b"/EdOver gs 0 0 0 1 k 90 410 300 9 re f ")),
    ("two tints multiplied", seen_through(
        1.0, "Multiply", TINT + b"/Clear gs 1 0 0 0.2 k 90 410 300 9 re f ")),
    ("type over a picture", pictured(TYPE, b"\x50\xc0\xc0\0")),
    ("type over a tint with round corners", more(
        TINT.replace(b"100 400 200 50 re", b"100 400 m 300 400 l 310 400 310 450 300 450 c "
                     b"100 450 l h") + TYPE)),
]
LIGHT: list[tuple[str, Spoiler]] = [
    ("type over a pale tint", more(PALE + TYPE)),
    ("type beside a tint", more(TINT + TYPE.replace(b"1 110 410", b"1 110 460"))),
    ("type before a tint", more(TINT + TYPE.replace(b"1 110", b"1 70"))),
    ("a ground of white between", more(
        TINT + b"0 0 0 0 k 100 400 200 50 re f " + TYPE)),
    ("type that nobody sees", more(TINT + TYPE.replace(b"BT", b"BT 3 Tr"))),
    ("a tint that lets paper through", seen_through(
        0.3, "Normal", b"q /Clear gs " + TINT.replace(b"/EdOff gs", b"") + b"Q " + TYPE)),
    ("a frame round type", more(
        TINT.replace(b"50 re f", b"50 re 105 405 190 40 re f*") + TYPE)),
    ("a tint that is cut off", more(
        b"q 100 400 9 50 re W n " + TINT + b"Q " + TYPE)),
    ("type over a pale picture", pictured(TYPE, b"\x10\x30\x30\xff")),
]


@pytest.mark.parametrize("change", [one[1] for one in HEAVY], ids=[one[0] for one in HEAVY])
def test_what_is_printed_over_is_counted_with_what_lies_below(change: Spoiler) -> None:
    found = next(f for f in check_data(spoiled(change)).findings if f.id == "PX6")
    assert found.count == 1 and 270 <= (found.worst or 0) <= 330
    (place,) = found.places
    assert place.page == 1 and place.x > 80 and 390 < place.y < 460


@pytest.mark.parametrize("change", [one[1] for one in LIGHT], ids=[one[0] for one in LIGHT])
def test_nothing_is_counted_that_does_not_lie_below(change: Spoiler) -> None:
    assert "PX6" not in broken(spoiled(change))


def test_a_page_of_shapes_without_end_is_judged_soon() -> None:
    many = b"/Clear gs 0.1 0 0 0 k " + b"100 400 200 50 re f " * 2_000
    report = check_data(spoiled(seen_through(0.5, "Multiply", many)))
    assert "PX6" in {f.id for f in report.findings}


def test_ink_over_ink() -> None:
    red, black = (0.0, 1.0, 0.8, 0.0), (0.0, 0.0, 0.0, 1.0)
    assert Manner().onto(red, black) == black
    assert Manner(over=True).onto(red, black) == (0.0, 1.0, 0.8, 1.0)
    assert Manner(share=0.5).onto(red, black) == (0.0, 0.5, 0.4, 0.5)
    assert Manner(mixed=True).onto(red, red)[2] == pytest.approx(0.96)


def test_the_advances_of_a_face_are_those_it_tells() -> None:
    file = PdfFile(sound())
    known = [advances_of(file, file.table(one)) for one in file.objects.values()
             if file.table(one).get("Subtype") == "Type0"]
    assert known and all(one.code_bytes == 2 and one.each for one in known)
    wide = advances_of(file, {"FirstChar": 65, "Widths": [600, 700]})
    assert reach(wide, [b"AB", 100, b"A"], 10) == pytest.approx(18.0)
    ranged = advances_of(file, {"DescendantFonts": [{"DW": 1000, "W": [1, [500, 250], 7, 9, 300]}]})
    assert reach(ranged, b"\0\1\0\2\0\x08\0\x0b", 10) == pytest.approx(20.5)
    points = list(places((1, 0, 0, 1, 5, 7), 30, 10))
    assert min(x for x, _ in points) == 10 and max(x for x, _ in points) == 30
