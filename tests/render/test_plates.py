"""Pictures, boxes, advertisements and house copy on the page, drawn from a plan made by hand."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pytest
from PIL import Image, ImageDraw

from edition import build, pressroom
from edition.checks.sight.glyphs import Sheet, sheets
from edition.compose.composed import Line, Segment
from edition.copy.pictures import picture
from edition.makeup.furnish import furnish
from edition.makeup.paper import AdvertFrame, Filler, Leg, Page, Paper, PlacedHeading, Plate
from edition.model import (
    Advertisement,
    Edition,
    Figure,
    HouseItem,
    Imprint,
    Paragraph,
    Run,
    Section,
    Story,
)
from edition.packs import shelf
from edition.render.page.audit import face_characters, lines_at_odds

LAYOUT = shelf.layout("broadsheet")
GRID = LAYOUT.grid
LEFT = (GRID.page_width / 25.4 * 72 - GRID.width * GRID.em) / 2
TOP = GRID.margin_top / 25.4 * 72
CROP = (0.25, 0.0, 0.75, 0.5)
ROW = 60


def quarters() -> bytes:
    """Sixteen fields in a 400 × 400 picture; the crop shows four of them, each of one colour."""
    image = Image.new("RGB", (400, 400), (128, 128, 128))
    pen = ImageDraw.Draw(image)
    for box, ink in (
        ((100, 0, 199, 99), (255, 0, 0)), ((200, 0, 299, 99), (0, 255, 0)),
        ((100, 100, 199, 199), (0, 0, 255)), ((200, 100, 299, 199), (255, 255, 0)),
    ):
        pen.rectangle(box, fill=ink)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def composed(text: str) -> Line:
    return Line((Segment(text),), 0.0, float(len(text)), tuple(map(float, range(len(text)))), True)


def small_edition() -> Edition:
    shown = picture("images/a.png", quarters())
    stories = tuple(
        Story(
            f"s0{n}", f"山里的新路通了第{n}条",
            (
                Figure(None, (Run("图为新路。"),), id=f"s0{n}b01"),
                Paragraph((Run("雨停的时候，村里的人都出来看新路。" * 8),), id=f"s0{n}b02"),
            ),
        )
        for n in (1, 2)
    )
    return Edition(
        "t", (Section(None, stories, id="sec1"),), imprint=Imprint(paper="山城日报", page="1"),
        pictures=(shown,),
        advertisements=(
            Advertisement("ad1", 1, 4, 12, "山城茶馆 新茶上市\n电话 12345678"),
            Advertisement("ad2", 1, 4, 12, "桥", "images/a.png"),
        ),
        house_copy=(HouseItem("house1", "节约用水，从点滴做起。", "公益广告"),),
    )


def made_up(edition: Edition) -> Paper:
    """The plan with a picture, a box, two advertisements and house copy put where none was."""
    paper = pressroom.plan(edition, LAYOUT)[0]
    (page,) = paper.pages
    first, *others = page.frames
    plate = Plate(
        "plate1", "images/a.png", "新路 “通车” <典礼>", GRID.x(1), ROW, GRID.span(2), 12, CROP,
        (composed("新路通车那天，村口站满了人。"), composed("方晴摄")), ROW + 12.25,
    )
    box = (GRID.x(1) - 0.7, ROW - 1.0, GRID.span(2) + 1.4, 17.0)
    frames = (replace(first, plates=(plate,), box=box), *others)
    desk = pressroom.compose(edition, LAYOUT)
    aside = Story(
        "house1", "公益广告", (Paragraph((Run(edition.house_copy[0].text),), id="house1b01"),)
    )
    galley, head = desk.galley(aside, 13.0), desk.headline(aside, 1.8, 13.0)
    assert head is not None
    filler = Filler(
        GRID.x(5), ROW, 13.0, 8, "house1", (PlacedHeading(head, GRID.x(5), ROW + 0.5, 13.0),),
        (Leg(GRID.x(5), ROW + 4, 13.0, 4, galley.slugs),),
    )
    white = Filler(GRID.x(6), ROW, 13.0, 8)
    adverts = (
        AdvertFrame("ad1", GRID.x(0), 91, GRID.span(4), 12),
        AdvertFrame("ad2", GRID.x(4), 91, GRID.span(4), 12),
    )
    done = replace(page, frames=frames, fillers=(filler, white), adverts=adverts)
    return furnish(edition, replace(paper, pages=(done,)), desk.furniture, LAYOUT)[0]


class Drawn:
    def __init__(self, edition: Edition) -> None:
        self.paper = made_up(edition)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(pressroom, "made_up", lambda *_: (self.paper, (), None))
            patch.setattr(pressroom, "furnish", lambda *_: (self.paper, ()))
            self.built = build.to_pdf(edition)
        (self.sheet,) = sheets(self.built.data)
        self.page: Page = self.paper.pages[0]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return Drawn(small_edition())


def raster(data: bytes, scale: float = 2.0) -> Image.Image:
    import pypdfium2 as pdfium

    document = pdfium.PdfDocument(data)
    try:
        return document[0].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()


def x(em: float) -> float:
    return LEFT + em * GRID.em


def y(row: float) -> float:
    return TOP + row * GRID.pitch


def test_the_crop_stands_exactly_in_its_window(drawn: Drawn) -> None:
    """The four fields of the crop fill the four quarters of the plate, to half a point."""
    scale = 4.0
    image = raster(drawn.built.data, scale)
    (plate,) = drawn.page.frames[0].plates
    left, top = x(plate.x), y(plate.row)
    right, foot = x(plate.x + plate.width), y(plate.row + plate.rows)
    middle, half, d = (left + right) / 2, (top + foot) / 2, 0.5

    def ink(at: float, down: float) -> tuple[int, int, int]:
        found = image.getpixel((int(at * scale), int(down * scale)))
        assert isinstance(found, tuple)
        return found

    red, green, blue, yellow = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 0)
    for at, down, colour in (
        (left + d, top + d, red), (middle - d, half - d, red),
        (middle + d, top + d, green), (right - d, half - d, green),
        (left + d, half + d, blue), (middle - d, foot - d, blue),
        (middle + d, half + d, yellow), (right - d, foot - d, yellow),
    ):
        assert ink(at, down) == colour, (at, down)
    for at, down in ((left - d, half), (right + d, half), (middle, top - d), (middle, foot + d)):
        assert ink(at, down) == (255, 255, 255), "the picture must stay inside its window"


def glyphs_of(
    sheet: Sheet, text: str, which: int = -1
) -> list[tuple[float, float, float, float]]:
    """left, top, right, bottom in pt from the page's head of each character of `text`."""
    joined = "".join(g.char for g in sheet.glyphs)
    at = [found.start() for found in re.finditer(re.escape(text), joined)][which]
    return [
        (g.left, sheet.height - g.top, g.right, sheet.height - g.bottom)
        for g in sheet.glyphs[at : at + len(text)]
    ]


def test_the_caption_stands_under_the_picture_and_no_wider(drawn: Drawn) -> None:
    (plate,) = drawn.page.frames[0].plates
    for line in plate.caption:
        for left, top, right, foot in glyphs_of(drawn.sheet, line.text):
            assert top > y(plate.row + plate.rows)
            assert foot < y(drawn.page.frames[0].box[1] + 17.0)  # type: ignore[index]
            assert left > x(plate.x) - 0.5 and right < x(plate.x + plate.width) + 0.5


def test_the_rules_of_a_box_meet_at_its_corners(drawn: Drawn) -> None:
    scale = 8.0
    image = raster(drawn.built.data, scale)
    box = drawn.page.frames[0].box
    assert box
    left, top = x(box[0]), y(box[1])
    right, foot = x(box[0] + box[2]), y(box[1] + box[3])
    for at in (left + 0.3, right - 0.3):
        for down in (top + 0.3, foot - 0.3):
            pixel = image.getpixel((int(at * scale), int(down * scale)))
            assert max(pixel) < 60, (at, down, pixel)  # type: ignore[type-var, arg-type]
    assert image.getpixel((int((left + 3) * scale), int((top + 3) * scale))) == (255, 255, 255)


def test_an_advertisement_of_text_fills_its_frame_and_is_marked(drawn: Drawn) -> None:
    space = drawn.page.adverts[0]
    words = [*glyphs_of(drawn.sheet, "新茶上市"), *glyphs_of(drawn.sheet, "电话")]
    mark = [*glyphs_of(drawn.sheet, "广告", 1)]
    for left, top, right, foot in (*words, *mark):
        assert x(space.x) < left and right < x(space.x + space.width)
        assert y(space.row) < top and foot < y(space.row + space.rows)
    assert words[0][2] - words[0][0] > 2 * GRID.em, "its words are large"


def test_the_picture_of_an_advertisement_is_shown_whole_in_the_middle(drawn: Drawn) -> None:
    space = drawn.page.adverts[1]
    left, low, right, high = drawn.sheet.pictures[-1]
    middle = x(space.x + space.width / 2)
    assert abs((left + right) / 2 - middle) < 0.1
    assert abs((right - left) - (high - low)) < 0.1, "a square picture stays square"
    depth = space.rows * GRID.pitch
    assert depth - 1.0 * GRID.em < high - low < depth
    assert abs(drawn.sheet.height - (low + high) / 2 - y(space.row + space.rows / 2)) < 0.1


def test_the_picture_of_an_advertisement_is_marked_and_the_mark_stands_clear(
    drawn: Drawn,
) -> None:
    space, (left, low, right, _) = drawn.page.adverts[1], drawn.sheet.pictures[-1]
    for at, top, end, foot in glyphs_of(drawn.sheet, "广告", 2):
        assert x(space.x) < at and end < x(space.x + space.width)
        assert y(space.row) < top and foot < y(space.row + space.rows)
        beside = at > right or end < left
        assert beside or top > drawn.sheet.height - low


def test_house_copy_is_set_and_declared_white_is_not(drawn: Drawn) -> None:
    assert glyphs_of(drawn.sheet, "节约用水")
    assert face_characters(drawn.paper)["song", "滴"] == "house1"


def tags(element: pikepdf.Object) -> list[object]:
    """The tag tree as nested lists: tag, alternative text, children."""
    kids = element.get("/K", pikepdf.Array())
    kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    found: list[object] = [str(element.S), str(element.get("/Alt", ""))]
    return found + [tags(kid) for kid in kids if isinstance(kid, pikepdf.Dictionary)]


def flat(tree: list[object]) -> list[tuple[object, object]]:
    first: list[tuple[object, object]] = [(tree[0], tree[1])]
    for kid in tree[2:]:
        assert isinstance(kid, list)
        first += flat(kid)
    return first


def test_every_picture_is_a_figure_with_words_in_its_article(drawn: Drawn) -> None:
    with pikepdf.open(io.BytesIO(drawn.built.data)) as document:
        found = flat(tags(document.Root.StructTreeRoot.K[0]))
    names = [name for name, _ in found]
    assert [alt for name, alt in found if name == "/Figure"] == ["新路 “通车” <典礼>", "桥"]
    assert names.count("/Caption") == 1
    article, figure = names.index("/Art"), names.index("/Figure")
    assert article < names.index("/H2") < figure < names.index("/Art", article + 1)


def test_the_page_claims_its_standards_and_repeats_itself(drawn: Drawn) -> None:
    assert b"pdfuaid" in b"".join(_metadata(drawn.built.data))
    assert not [d for d in drawn.built.diagnostics if d.severity == "error"]
    assert Drawn(small_edition()).built.data == drawn.built.data


def _metadata(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as document:
        return [bytes(document.Root.Metadata.read_bytes())]


def test_the_faces_of_captions_and_advertisements_are_asked_for(drawn: Drawn) -> None:
    used = face_characters(drawn.paper)
    assert used["hei", "口"] == "s01" and used["hei-heavy", "馆"] == "ad1"
    assert used["hei", "告"] == "ad1"


def test_an_overfull_line_of_house_copy_is_a_fault(drawn: Drawn) -> None:
    filler = drawn.page.fillers[0]
    (leg,) = filler.legs
    wide = replace(leg.slugs[0], lines=(replace(leg.slugs[0].lines[0], short=-2.0),))
    page = replace(drawn.page, fillers=(replace(filler, legs=(replace(leg, slugs=(wide,)),)),))
    paper = replace(drawn.paper, pages=(page,))
    assert "overfull_line" in [d.kind for d in lines_at_odds(paper)]


def test_an_overfull_caption_is_a_fault(drawn: Drawn) -> None:
    first = drawn.page.frames[0]
    (plate,) = first.plates
    wide = replace(plate, caption=(replace(plate.caption[0], short=-2.0),))
    page = replace(drawn.page, frames=(replace(first, plates=(wide,)),))
    found = lines_at_odds(replace(drawn.paper, pages=(page,)))
    assert [d.kind for d in found if "plate1" in d.message] == ["overfull_line"]

