"""What PDFium tells of pages written by hand, at the bounds: forms, clips, pale fills, glyphs."""

from __future__ import annotations

import pytest

from edition.checks.sight.boxes import Box
from edition.checks.sight.glyphs import Sheet, _cut, container, sheets
from edition.checks.sight.sheet import Glyph

MAP = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
1 begincodespacerange <00> <FF> endcodespacerange
5 beginbfchar <41> <D840DC0B> <42> <200E> <43> <0002> <44> <D83DDE00> <45> <77F3> endbfchar
endcmap end end"""


def file_of(content: str, form: str = "", placed: str = "1 0 0 1 0 0", more: str = "") -> bytes:
    """A page of 200 × 200 pt with this content; `/X Do` draws the form."""
    return f"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R{more}>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
/Resources<</Font<</F 5 0 R/U 6 0 R>>/XObject<</X 7 0 R/I 9 0 R>>/ExtGState<</N <</ca 0>>>>>>>>
endobj
4 0 obj <</Length {len(content)}>> stream
{content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
6 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 8 0 R>> endobj
7 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 200 200]/Matrix[{placed}]/Length {len(form)}
/Resources<</XObject<</I 9 0 R>>/Font<</F 5 0 R>>>>>> stream
{form}
endstream endobj
8 0 obj <</Length {len(MAP)}>> stream
{MAP}
endstream endobj
9 0 obj <</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray
/Length 1>> stream
0
endstream endobj
trailer <</Root 1 0 R>>
""".encode()


def page_of(content: str, form: str = "", placed: str = "1 0 0 1 0 0") -> Sheet:
    (sheet,) = sheets(file_of(content, form, placed))
    return sheet


@pytest.mark.parametrize(("path", "kinds"), [
    ("0 g 20 20 100 6 re f", ["rule"]), ("0 g 20 20 100 6.2 re f", ["tint"]),
    ("0 g 20 20 6 100 re f", ["rule"]), ("0 g 20 20 6.2 100 re f", ["tint"]),
    ("0.98 g 20 20 80 80 re f", []), ("0.97 g 20 20 80 80 re f", ["tint"]),
    ("1 1 0.9 rg 20 20 80 80 re f", ["tint"]), ("0.9 1 1 rg 20 20 80 80 re f", ["tint"]),
    ("1 0.9 1 rg 20 20 80 80 re f", ["tint"]), ("/N gs 0 g 20 20 80 80 re f", []),
    ("0 g 0 0 200 159 re f", ["tint"]), ("0 g 0 0 200 161 re f", []),
    ("0 g 20 20 m 99 20 l 99 99 l 60 120 l 50 110 l 20 99 l h f", ["tint"]),
    ("0 g 20 20 m 99 20 l 99 99 l 60 120 l 50 110 l 40 105 l 30 100 l 20 99 l h f", ["frame"]),
    ("1 g 0 G 20 20 80 80 re B", ["frame"]), ("0 g 0 G 20 20 80 80 re B", ["tint"]),
    ("q 120 120 9 9 re W n 0 g 20 20 80 80 re f Q", []),
    ("q 120 20 9 80 re W n 0 g 20 20 80 80 re f Q", []),
    ("0 g 20 20 80 80 re f 0 G 30 30 9 9 re S", ["tint", "frame"]),
])
def test_a_path_is_what_it_shows(path: str, kinds: list[str]) -> None:
    assert [mark.kind for mark in page_of(path).marks] == kinds


@pytest.mark.parametrize(("placed", "box"), [
    ("1 0 0 1 0 0", (10, 20, 50, 80)), ("1 0 0 1 30 5", (40, 25, 80, 85)),
    ("2 0 0 1 0 0", (20, 20, 100, 80)), ("1 0 0 2 0 0", (10, 40, 50, 160)),
    ("0 1 -1 0 200 0", (120, 10, 180, 50)), ("1 0.5 0 1 0 0", (10, 25, 50, 105)),
    ("1 0 0.5 1 0 0", (20, 20, 90, 80)),
])
def test_what_a_form_holds_stands_where_the_form_puts_it(placed: str, box: Box) -> None:
    (mark,) = page_of("/X Do", "0 g 10 20 40 60 re f", placed).marks
    assert mark.box == pytest.approx(box, abs=0.1)
    (picture,) = page_of("/X Do", "q 40 0 0 60 10 20 cm /I Do Q", placed).pictures
    assert picture == pytest.approx(box, abs=0.1)


@pytest.mark.parametrize(("content", "form", "placed", "box"), [
    ("q 0 0 70 70 re W n /X Do Q", "0 g 10 20 40 60 re f", "1 0 0 1 30 5", (40, 25, 70, 70)),
    ("/X Do", "q 0 30 200 30 re W n 0 g 10 20 40 60 re f Q", "1 0 0 1 30 5", (40, 35, 80, 65)),
    ("q 0 0 70 60 re W n /X Do Q", "q 15 0 99 99 re W n 0 g 10 20 40 60 re f Q", "1 0 0 1 30 5",
     (45, 25, 70, 60)),
    ("q 0 0 60 99 re W n 20 0 99 99 re W n 0 g 10 20 99 60 re f Q", "", "1 0 0 1 0 0",
     (20, 20, 60, 80)),
])
def test_all_clips_of_an_object_and_its_forms_count(
    content: str, form: str, placed: str, box: Box
) -> None:
    (mark,) = page_of(content, form, placed).marks
    assert mark.box == pytest.approx(box, abs=1.0)


def test_every_sign_of_a_text_is_told_but_those_of_direction() -> None:
    """A is 𠀋 and D 😀, two halves each; B is a mark of direction; C is a hyphen, E 石."""
    found = page_of("BT /U 20 Tf 10 100 Td (EABEDE) Tj ET")
    assert [glyph.char for glyph in found.glyphs] == ["石", "𠀋", "石", "😀", "石"]
    assert [round(glyph.x) for glyph in found.glyphs] == [10, 22, 46, 58, 70]
    assert {(round(glyph.y), glyph.size) for glyph in found.glyphs} == {(100, 20.0)}
    assert found.foreign == ("Courier",) and found.number == 1
    assert (found.width, found.height) == (200, 200)
    wide = page_of("BT /F 10 Tf 1 0 0 2 10 100 Tm (ab) Tj ET").glyphs
    assert [glyph.size for glyph in wide] == [20.0, 20.0], "the size is the height of the em"


@pytest.mark.parametrize(("clip", "hidden"), [
    ("0 0 200 200", ""), ("0 0 15 200", "a"), ("0 103 200 97", "ab"), ("21 0 99 200", "a"),
])
def test_glyphs_a_clip_hides_are_told_too(clip: str, hidden: str) -> None:
    text = f"q {clip} re W n BT /F 20 Tf 10 100 Td (a b) Tj ET Q"
    found = page_of(text)
    assert "".join(glyph.char for glyph in found.glyphs) == "a b"
    assert "".join(glyph.char for glyph in found.clipped) in (hidden, "ab"), found.clipped
    assert bool(found.clipped) is bool(hidden)


@pytest.mark.parametrize(("side", "by", "cut"), [
    (side, by, by > 1.0) for side in range(4) for by in (-5.0, 0.0, 1.0, 1.1)
])
def test_a_clip_may_hide_a_tenth_of_an_em(side: int, by: float, cut: bool) -> None:
    glyph = Glyph("石", 50, 52, 10.0, "f", 50.0, 60.0, 50.0, 60.0)
    clip = [50.0, 50.0, 60.0, 60.0]
    clip[side] += by if side < 2 else -by
    left, bottom, right, top = clip
    assert _cut(glyph, (left, bottom, right, top)) is cut and not _cut(glyph, None)


def test_what_the_file_says_of_itself() -> None:
    assert container(file_of("")).language == "" and not container(file_of("")).tagged
    said = container(file_of("", more="/Lang(zh-Hans)/MarkInfo<</Marked true>>"))
    assert (said.language, said.tagged, said.scripts) == ("zh-Hans", True, 0)
    one = container(file_of("", more="/Lang(z)")).language
    assert one == "z"
