"""What PDFium tells of a page written by hand: rules, frames, tints, hyphens, clips."""

from __future__ import annotations

import pytest

from edition.checks.sight.glyphs import Sheet, sheets


def page_of(content: str) -> Sheet:
    """A page of 200 × 200 pt with this content stream."""
    data = f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length {len(content)}>> stream
{content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
trailer <</Root 1 0 R>>
"""
    (sheet,) = sheets(data.encode())
    return sheet


@pytest.mark.parametrize(("path", "kinds"), [
    ("0 g 20 20 100 1 re f", ["rule"]),
    ("0 g 20 20 1 100 re f", ["rule"]),
    ("0 g 20 20 100 5 re f", ["rule"]),
    ("0 g 20 20 100 8 re f", ["tint"]),
    ("0.9 g 20 20 80 80 re f", ["tint"]),
    ("0 G 20 20 80 80 re S", ["frame"]),
    ("1 g 20 20 80 80 re f", []),
    ("1 g 0 G 20 20 80 80 re B", ["frame"]),
    ("0 g 20 20 80 80 re 22 22 76 76 re f*", ["frame"]),
    ("0.9 g 0 0 200 200 re f", []),
    ("20 20 80 80 re n", []),
    ("q 20 20 80 40 re W n 0.5 g 20 20 80 80 re f Q", ["tint"]),
])
def test_what_is_drawn_is_a_rule_a_frame_a_tint_or_not_seen(path: str, kinds: list[str]) -> None:
    assert [mark.kind for mark in page_of(path).marks] == kinds


def test_a_clip_leaves_a_part_of_what_is_drawn() -> None:
    (mark,) = page_of("q 20 20 80 40 re W n 0.5 g 20 20 80 80 re f Q").marks
    assert mark.box == pytest.approx((20, 20, 100, 60), abs=1)


def test_a_hyphen_at_a_line_end_is_a_hyphen() -> None:
    sheet = page_of("BT /F 12 Tf 20 100 Td (Plain-) Tj 0 -14 Td (words) Tj ET")
    assert "".join(g.char for g in sheet.glyphs) == "Plain-words"


@pytest.mark.parametrize(("top", "cut"), [(120, 0), (104, 5)])
def test_glyphs_a_clip_hides_in_part_are_told(top: int, cut: int) -> None:
    text = f"q 0 90 200 {top - 90} re W n BT /F 12 Tf 20 100 Td (Hills) Tj ET Q"
    assert len(page_of(text).clipped) == cut
