"""A page drawn glyph by glyph: clean it passes, and each planted fault is found by its ID."""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Sequence

import pytest

from edition.checks import check
from edition.checks.weights import HARD
from edition.compose.metrics import Metrics
from edition.compose.typesetter import Typesetter
from edition.model import Run
from edition.packs.faces import face_of
from edition.trade.regions import HONG_KONG, MAINLAND, TAIWAN, Region
from edition.writers.pdf import Stored, write_pdf
from edition.writers.subset import subset

EM, PITCH, MEASURE, LEFT = 9.0, 13.5, 13, 40.0
TEXTS = (
    "南湖村的老石桥修好了，村里人说：“这座桥走了八十年，还能再走八十年。”桥头立着一块碑，"
    "上面刻着《修桥记》，记下捐款的286户人家。",
    "修桥的工匠来自邻县，最年长的71岁。他们用糯米浆拌石灰，一块一块地垒；三个月里只歇过5天，"
    "每天从6点干到天黑，石料用去120多吨……老人们看了都点头。",
    "如今桥上又有了人声，孩子们放学从这里回家，货郎的车也从这里过。村支书说，下一步要把桥边的"
    "水渠清一清，让两岸的田都浇得上水。",
)
Glyph = tuple[str, float]
"""(character, x of the origin in em)"""
Page = list[list[Glyph]]


@pytest.fixture(scope="module")
def clean() -> Page:
    """The lines of three paragraphs as the composer sets them."""
    return composed(MAINLAND, TEXTS)


def composed(region: Region, texts: Sequence[str]) -> Page:
    metrics = Metrics(face_of("song", region).path)
    typesetter = Typesetter({"song": metrics}, region)
    page: Page = []
    for text in texts:
        lines, _ = typesetter.set((Run(text),), MEASURE, indent=2)
        page.extend(list(zip(line.text, line.origins, strict=True)) for line in lines)
    return page


def drawn(
    page: Page, shift: dict[int, float] | None = None, region: Region = MAINLAND
) -> bytes:
    """The page as a PDF, every glyph in a box of its own; `shift` moves a line down by pt."""
    face = face_of("song", region)
    lines = []
    for number, line in enumerate(page):
        top = 40 + number * PITCH + (shift or {}).get(number, 0.0)
        for char, x in line:
            lines.append(
                f'<b style="left:{LEFT + x * EM:.3f}pt;top:{top:.3f}pt">{html.escape(char)}</b>'
            )
    text = "".join(char for line in page for char, _ in line)
    deep = 2 * 40 + len(page) * PITCH
    sheet = (
        f"@font-face{{font-family:f;src:url(edition:song)}}@page{{size:200pt {deep}pt;margin:0}}"
        "html{font:9pt/13.5pt f}b{position:absolute;white-space:pre;font-weight:normal}"
    )
    head = f'<html lang="{region.tag}"><title>t</title><style>{sheet}</style>'
    markup = f'{head}{"".join(lines)}</html>'
    stored = {"song": Stored("font/ttf", subset(face.path, text))}
    return write_pdf(markup, stored, ("1",), "test").data


def faults(data: bytes, stories: bytes | None = None) -> set[str]:
    report = check(data, "page.pdf", stories)
    return {f.id for f in report.findings if f.count and f.level != "info"}


def assert_found(data: bytes, fault: str, stories: bytes | None = None) -> None:
    """The planted fault is found, and nothing else that is hard."""
    found = faults(data, stories)
    assert fault in found
    assert found & HARD <= {fault}


def test_a_clean_page_has_no_faults(clean: Page) -> None:
    report = check(drawn(clean), "page.pdf")
    assert faults(drawn(clean)) == set()
    assert report.score == 100
    assert dict(report.figures)["lines"] == len(clean)


@pytest.mark.parametrize("region", [TAIWAN, HONG_KONG])
def test_a_clean_page_with_centred_stops_has_no_faults(region: Region) -> None:
    texts = (
        "南湖村的老石橋修好了，村裡人說：「這座橋走了八十年，還能再走八十年。」橋頭立著一塊碑，"
        "上面刻著《修橋記》，記下捐款的286戶人家。",
        "如今橋上又有了人聲，孩子們放學從這裡回家，貨郎的車也從這裡過。村支書說，下一步要把橋邊的"
        "水渠清一清，讓兩岸的田都澆得上水；三個月裡只歇過5天！",
    )
    assert faults(drawn(composed(region, texts), region=region)) == set()


BARE = b"""%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R
/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length 41>> stream
BT /F 12 Tf 20 100 Td (Plain words) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Courier>> endobj
trailer <</Root 1 0 R>>
"""


def test_a_font_left_out_and_a_file_without_tags_are_found() -> None:
    report = check(BARE, "bare.pdf")
    found = {f.id: f for f in report.findings}
    assert [p.text for p in found["FONT"].places] == ["Courier"]
    assert found["ACC"].count == 2


def full_line(page: Page, wanted: Callable[[list[Glyph]], bool] = lambda line: True) -> int:
    """Number of a line that neither opens nor closes a paragraph and suits `wanted`."""
    for i in range(1, len(page) - 1):
        opens = page[i][0][1] > 0.9
        closes = page[i + 1][0][1] > 0.9
        if not opens and not closes and wanted(page[i]):
            return i
    raise AssertionError("no such line in the test copy")


def copied(page: Page) -> Page:
    return [list(line) for line in page]


def swap_first(page: Page, char: str) -> Page:
    found = copied(page)
    i = full_line(page, lambda line: line[0][1] == 0 and line[0][0] > "一")
    found[i][0] = (char, 0.0)
    return found


def test_a_comma_at_a_line_start_is_found(clean: Page) -> None:
    assert_found(drawn(swap_first(clean, "，")), "LB1")


def test_a_solidus_and_an_interpunct_at_a_line_start_are_found(clean: Page) -> None:
    assert_found(drawn(swap_first(clean, "·")), "LB1")
    assert_found(drawn(swap_first(clean, "～")), "LB1")


def test_an_opener_at_a_line_end_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][1] == MEASURE - 1)
    page[i][-1] = ("“", page[i][-1][1])
    assert_found(drawn(page), "LB2")


def test_a_split_dash_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][1] == MEASURE - 1)
    page[i][-1] = ("—", page[i][-1][1])
    page[i + 1][0] = ("—", 0.0)
    assert_found(drawn(page), "LB4")


def test_a_split_number_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][1] == MEASURE - 1)
    page[i][-1] = ("2", MEASURE - 0.48)
    page[i + 1][0] = ("%", 0.0)
    assert_found(drawn(page), "LB5")


def test_a_range_split_after_its_mark_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][1] == MEASURE - 1)
    page[i][-1] = ("～", page[i][-1][1])
    page[i + 1][0] = ("5", 0.0)
    assert_found(drawn(page), "LB6")


def test_a_word_split_without_a_hyphen_is_found_with_the_copy(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][1] == MEASURE - 1)
    page[i][-1] = ("g", MEASURE - 0.5)
    page[i + 1][0] = ("o", 0.0)
    assert "LB5" not in faults(drawn(page)), "the page alone cannot tell two words from one"
    assert "LB5" in faults(drawn(page), told("他说go，然后走了。"))
    assert "LB5" not in faults(drawn(page), told("他说g o，然后走了。"))


def test_an_untrimmed_opener_at_a_line_start_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[0][1] == 0 and line[1][1] == 1)
    page[i][0] = ("“", 0.0)
    assert_found(drawn(page), "PW3")


def test_wide_white_between_lines_is_found(clean: Page) -> None:
    shift = {n: 12 * PITCH for n in range(len(clean) // 2, len(clean))}
    assert {"S1", "S2"} <= faults(drawn(clean, shift))


def test_squeezed_marks_on_one_origin_are_read_in_order(clean: Page) -> None:
    page = copied(clean)
    page.append([("甲", 0.0), ("”", 1.0), ("（", 1.0), ("乙", 2.0)])
    assert "TX1" not in faults(drawn(page), told("甲”（乙"))


def test_adjacent_marks_two_em_wide_are_found(clean: Page) -> None:
    page = copied(clean)
    i = next(n for n, line in enumerate(page) if "：“" in "".join(c for c, _ in line))
    at = "".join(c for c, _ in page[i]).index("：“")
    page[i] = [(c, x + (0.5 if n > at else 0.0)) for n, (c, x) in enumerate(page[i])]
    assert_found(drawn(page), "PW1")


def test_a_full_width_mark_at_a_line_end_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][0] in "，、。；")
    page[i][-1] = (page[i][-1][0], MEASURE - 1.0)
    assert_found(drawn(page), "PW2")


def test_a_ragged_edge_is_found_with_its_size(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: line[-1][0] > "一")
    page[i][-1] = (page[i][-1][0], page[i][-1][1] - 0.3)
    report = check(drawn(page), "page.pdf")
    (edge,) = [f for f in report.findings if f.id == "JU2"]
    assert edge.count == 1
    assert edge.worst == pytest.approx(0.3, abs=0.02)


def test_a_missing_gap_beside_a_digit_is_found(clean: Page) -> None:
    page = copied(clean)
    i = next(n for n, line in enumerate(page) for c, _ in line if c.isdigit())
    text = "".join(c for c, _ in page[i])
    at = next(n for n, c in enumerate(text) if c.isdigit() and n and text[n - 1] > "一")
    page[i][at - 1] = (page[i][at - 1][0], page[i][at][1] - 1.0)
    assert_found(drawn(page), "JU1")


def test_han_tighter_than_solid_is_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: all(c > "一" for c, _ in line[:4]))
    page[i][2] = (page[i][2][0], page[i][1][1] + 0.96)
    assert_found(drawn(page), "JU5")


def test_a_runt_is_found(clean: Page) -> None:
    page = copied(clean)
    page.append([("了", 0.0), ("。", 1.0)])
    assert_found(drawn(page), "PA2")


def test_a_broken_indent_is_found(clean: Page) -> None:
    page = copied(clean)
    page[0] = [(c, x - 0.6) for c, x in page[0]]
    assert_found(drawn(page), "PA1")


def test_a_line_off_the_grid_is_found(clean: Page) -> None:
    assert_found(drawn(clean, {5: 2.0}), "GR2")


def test_a_glyph_on_another_and_one_off_the_page_are_found(clean: Page) -> None:
    page = copied(clean)
    i = full_line(page, lambda line: all(c > "一" for c, _ in line[:6]))
    page[i][3] = (page[i][3][0], page[i][4][1])
    assert_found(drawn(page), "H2")
    page = copied(clean)
    page[-1][-2] = (page[-1][-2][0], -6.0)
    assert_found(drawn(page), "H3")


def told(*texts: str) -> bytes:
    body = [{"type": "paragraph", "text": text} for text in texts]
    story = {"headline": None, "body": body, "byline": [], "credits": []}
    return json.dumps({"sections": [{"title": None, "stories": [story]}]}).encode()


def test_text_that_is_missing_doubled_or_out_of_order_is_found(clean: Page) -> None:
    whole = drawn(clean)
    assert "TX1" not in faults(whole, told(*TEXTS))
    assert "TX1" in faults(whole, told(*TEXTS, "这一段纸上没有。"))
    assert "TX1" in faults(whole, told(TEXTS[1], TEXTS[0], TEXTS[2]))
    assert "TX1" in faults(drawn([*clean, *clean]), told(*TEXTS))
    assert not check(drawn([*clean, *clean]), "p.pdf", told(*TEXTS)).printable
