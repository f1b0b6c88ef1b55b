"""What is counted over what: shapes by their outlines, within the clip, up to a bound."""

from __future__ import annotations

import time

import pytest

from edition.checks.inks.drawnwork import DrawnWork, Follower
from edition.checks.inks.grounds import MOST_GROUNDS
from edition.checks.inks.pdfvalues import PdfFile
from edition.checks.inks.pressfile import PressFile, PressPage
from edition.checks.inks.shownlines import MOST_CODES, advances_of
from edition.checks.rules.press_rules import ink_borne

STATES = (b"/O << /OP true /op true /OPM 1 >> /N << /OP false /op false >> "
          b"/L << /CA .1 /BM /Multiply >> /F << /ca .1 /BM /Multiply >>")
TINT = b"1 .9 .4 0 k "
BLACK = b"/O gs 0 0 0 1 k 0 0 0 1 K "
CIRCLE = (b"100 50 m 100 77.6 77.6 100 50 100 c 22.4 100 0 77.6 0 50 c "
          b"0 22.4 22.4 0 50 0 c 77.6 0 100 22.4 100 50 c h ")


def followed(drawn: bytes) -> DrawnWork:
    """What one page of 200 × 200 pt shows."""
    face = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    form = b"0 0 0 1 k BT /T 9 Tf 1 0 0 1 2 20 Tm (xxxxxxxxxxxxxxxxxxxx) Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << "
        b"/ExtGState << " + STATES + b" >> /Font << /T " + face + b" >> /XObject << /X 5 0 R >> "
        b">> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 40 100] /Length %d >>\nstream\n%s\nendstream"
        % (len(form), form),
    ]
    data = b"%PDF-1.6\n" + b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (at, one) for at, one in enumerate(objects, 1))
    file = PdfFile(data + b"trailer << /Root 1 0 R /Size 6 >>\n")
    return Follower(file, (0.0, 0.0, 200.0, 200.0)).page(next(iter(file.pages())))


def ink(drawn: bytes) -> float:
    """% where most is printed over something."""
    return round(100 * followed(drawn).over_ground[0], 1)


def shown(x: float, y: float, text: bytes = b"xx") -> bytes:
    return b"BT /T 5 Tf 1 0 0 1 %g %g Tm (%s) Tj ET " % (x, y, text)


GROUND = TINT + b"40 40 20 20 re f " + BLACK
BESIDE = TINT + b"60 0 60 100 re f " + BLACK
ROUND = TINT + CIRCLE + b"f " + BLACK
LIGHT = {
    "strokes that pass a tint on two sides": GROUND + b"0 0 m 0 100 l 100 0 m 100 100 l S",
    "a stroke after a box": GROUND + b"0 0 5 5 re 90 90 m 99 99 l S",
    "a stroke after a ring is closed": GROUND + b"90 90 m 99 90 l 99 99 l h 90 90 m 90 0 l S",
    "a curve whose handles stand over a tint": GROUND + b"20 0 m 50 45 50 45 80 0 c S",
    "a stroke cut off before a tint": BESIDE + b"q 0 0 40 100 re W n 0 50 m 110 50 l S Q",
    "type cut off before a tint": BESIDE + b"q 0 0 40 100 re W n " + shown(2, 50, b"x" * 40) + b"Q",
    "type in the empty corner of a circle": ROUND + shown(1, 1),
    "a stroke in the corner of a circle": ROUND + b"2 2 m 9 2 l S",
    "a tint cut off by a circle": b"q " + CIRCLE + b"W n " + TINT + b"0 0 100 100 re f Q " + BLACK
    + shown(1, 1),
    "type cut off by a circle": TINT + b"0 0 12 12 re f " + BLACK + b"q " + CIRCLE + b"W n "
    + shown(1, 1) + b"Q",
    "type in the hole of a ring": TINT + b"0 0 99 99 re 20 20 60 60 re f* " + BLACK + shown(40, 40),
    "type under a white triangle": TINT + b"0 0 99 99 re f 0 0 0 0 k 0 0 m 99 0 l 0 99 l f "
    + BLACK + shown(5, 5),
    "type cut off by the box of a drawing": BESIDE + b"/X Do",
    "a stroke that lets nearly all through": GROUND + b"/L gs 0 50 m 100 50 l S",
}
HEAVY = {
    "a stroke over a tint": GROUND + b"0 50 m 100 50 l S",
    "a ring that is closed over a tint": GROUND + b"0 0 m 100 0 l 100 100 l s",
    "a stroke after a ring is closed": GROUND + b"0 50 m 0 90 l 9 90 l h 100 50 l S",
    "type over a tint": GROUND + shown(45, 45),
    "type over a circle": ROUND + shown(45, 45),
    "type beside a white triangle": TINT + b"0 0 99 99 re f 0 0 0 0 k 0 0 m 99 0 l 0 99 l f "
    + BLACK + shown(80, 80),
    "type over a box that is drawn by its sides": TINT + b"0 0 m 99 0 l 99 99 l 0 99 l h f "
    + BLACK + shown(5, 5),
    "type over a tint of two boxes": TINT + b"0 0 20 20 re 40 40 20 20 re f " + BLACK
    + shown(45, 45),
    "a stroke where only fillings are let through": GROUND + b"/F gs 0 50 m 100 50 l S",
}


@pytest.mark.parametrize("drawn", LIGHT.values(), ids=LIGHT)
def test_what_does_not_lie_over_is_not_added(drawn: bytes) -> None:
    assert ink(drawn) <= 240


@pytest.mark.parametrize("drawn", HEAVY.values(), ids=HEAVY)
def test_what_lies_over_is_added(drawn: bytes) -> None:
    assert ink(drawn) == pytest.approx(330, abs=0.5)


def tints(count: int) -> bytes:
    """Small ones side by side, then a large one."""
    small = b"".join(b"%d %d 1 1 re f " % (2 * (at % 50), 2 * (at // 50)) for at in range(count))
    return b".1 0 0 0 k " + small + TINT + b"120 120 60 60 re f "


def finding(work: DrawnWork) -> tuple[int, list[str]]:
    page = PressPage(1, None, None, None, work, 0, ())
    found = ink_borne(PressFile((page,), (), "x", 240.0, ()))
    return found.count, [place.text for place in found.places]


def test_many_small_tints_do_not_end_the_measuring() -> None:
    work = followed(tints(MOST_GROUNDS - 10) + BLACK + shown(0, 195) * 3_000 + shown(140, 140))
    assert not work.unmeasured and 100 * work.over_ground[0] == pytest.approx(330)
    assert finding(work)[0] == 1


def test_more_shapes_than_are_kept_are_told_and_are_no_fault() -> None:
    """The white box is not kept: what it covers must not count."""
    white = b"/N gs 0 0 0 0 k 120 120 60 60 re f "
    work = followed(tints(MOST_GROUNDS - 1) + white + BLACK + shown(140, 140))
    assert work.unmeasured and not work.over_ground[0]
    count, told = finding(work)
    assert count == 0 and len(told) == 1 and "too many shapes" in told[0]


def test_shapes_over_one_another_without_end_are_told() -> None:
    many = b"/F gs 0.1 0 0 0 k " + b"10 10 90 90 re f " * 2_000
    began = time.perf_counter()
    assert followed(many).unmeasured
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("row", [
    [-20_000_000, 0, 500], [-20_000_000, 20_000_000, 500], [0, 65_535, 500] * 2_000,
])
def test_advances_of_a_hostile_face_are_bounded(row: list[int]) -> None:
    began = time.perf_counter()
    known = advances_of(PdfFile(b"%PDF-1.6\n"), {"DescendantFonts": [{"DW": 1000, "W": row}]})
    assert len(known.each) <= MOST_CODES and min(known.each) == 0
    assert time.perf_counter() - began < 2
