"""The cover: a PNG of the right size, the same every time, whatever the headlines are."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from edition.errors import MissingResource
from edition.model import Edition, Figure, Imprint, Picture, Section, Story
from edition.packs.faces import chains_of, faces_of, fallbacks_of
from edition.render.book.frontcover import FACES
from edition.trade.regions import region_of
from edition.writers.cover import contrast, draw_cover, palette, set_cover
from gold_edition import gold_edition


def _faces(edition: Edition) -> tuple[dict[str, Path], dict[str, tuple[str, ...]]]:
    region = region_of(edition.language)
    known = {**fallbacks_of(region), **faces_of(region)}
    return {r: f.path for r, f in known.items()}, chains_of(region)


def draw(edition: Edition) -> bytes:
    return draw_cover(edition, *_faces(edition))


def _size(png: bytes) -> tuple[int, ...]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_the_cover_has_its_size_and_is_small(tag: str) -> None:
    png = draw(gold_edition(tag))
    assert _size(png) == (1200, 1800)
    assert 20_000 < len(png) < 1_000_000


def test_the_same_edition_gives_the_same_cover() -> None:
    edition = gold_edition()
    assert draw(edition) == draw(edition)
    other = replace(edition, imprint=replace(edition.imprint, paper="乡村与社区"))
    assert draw(other) != draw(edition)


def _ink(png: bytes) -> float:
    """How much light ink stands on the dark ground."""
    from PIL import Image, ImageStat

    return float(ImageStat.Stat(Image.open(io.BytesIO(png)).convert("L")).sum[0])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
@pytest.mark.parametrize("sign", ["党", "𠮷", "𰻝", "안", "❤", "ئ", "ཀ", "🌱"])
def test_the_cover_is_drawn_by_the_chain_of_the_page(tag: str, sign: str) -> None:
    """A character the face lacks stands in ink: from another face, or as a box with its code."""
    paper = Imprint(paper="石桥报")
    with_it, without = (
        draw(Edition("n", (Section(None, (Story("s01", head, ()),)),), tag, paper))
        for head in (f"桥{sign * 3}修", "桥\u3000\u3000\u3000修")
    )
    assert _ink(with_it) > _ink(without)
    other = draw(Edition("n", (Section(None, (Story("s01", f"桥{chr(0x10FFFD) * 3}修", ()),)),),
                         tag, paper))
    assert with_it != other, "no chance glyph stands for what is missing"


@pytest.mark.parametrize(
    "headline", ["", "题", "很长的标题" * 40, "word " * 60, "，。" * 80, "W" * 300]
)
def test_no_headline_is_too_much(headline: str) -> None:
    story = Story("s01", headline, (), deck=headline or None)
    for imprint in (Imprint(), Imprint(paper=headline or None, page_title=headline or None)):
        edition = Edition("name", (Section(None, (story, story)),), imprint=imprint)
        assert _size(draw(edition)) == (1200, 1800)


def test_a_face_that_is_not_there_is_a_missing_resource(tmp_path: Path) -> None:
    with pytest.raises(MissingResource) as caught:
        draw_cover(gold_edition(), dict.fromkeys(FACES, tmp_path / "none.otf"), {})
    assert caught.value.exit_code == 4


def _photo(size: tuple[int, int], colour: str) -> Picture:
    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", size, colour).save(out, "PNG")
    return Picture.from_bytes("a.png", out.getvalue())


def _pictured(size: tuple[int, int]) -> Edition:
    photo = _photo(size, "#00ff00")
    story = Story("s01", "石桥修好了", (Figure("a.png", id="s01b01", pixels=size),))
    return Edition("n", (Section(None, (story,)),), imprint=Imprint(paper="石桥报"),
                   pictures=(photo,))


def test_a_good_picture_of_the_lead_goes_from_edge_to_edge() -> None:
    from PIL import Image

    shown = Image.open(io.BytesIO(draw(_pictured((1200, 800))))).convert("RGB")
    assert shown.size == (1200, 1800)
    green = [y for y in range(1800) if shown.getpixel((3, y))[1] > 200]
    assert len(green) >= 420 and green[0] > 400
    assert shown.getpixel((1196, green[9]))[1] > 200


def test_the_deck_gives_way_to_the_picture_and_the_picture_to_no_hole() -> None:
    """Where both have no room the deck goes; where the picture has none its room is not kept."""
    made = _pictured((1200, 800))
    imprint = Imprint(paper="石桥报", page="A1", page_title="要闻", issue="第1024期")
    story = replace(
        made.sections[0].stories[0], headline="三百里渠水进了山 七个村子同一天拧开水龙头",
        deck="从挑水到等水，从等水到有水，石桥镇用了整整十一年",
    )
    others = tuple(Story(f"s0{n}", f"第{n}篇的标题", ()) for n in (2, 3, 4))
    whole = replace(made, imprint=imprint, sections=(Section(None, (story, *others)),))
    faces = _faces(whole)
    pictured = set_cover(whole, *faces)
    assert pictured.plate and pictured.plate.depth >= 420
    assert not [line for line in pictured.lines if line.face == "kai"]
    unpictured = Section(None, (replace(story, body=()), *others))
    bare = set_cover(replace(whole, sections=(unpictured,)), *faces)
    decked = [line.line.text for line in bare.lines if line.face == "kai"]
    assert decked == ["从挑水到等水，", "从等水到有水，", "石桥镇用了整整十一年"]
    assert "第2篇的标题" in [line.line.text for line in bare.lines]


def test_a_book_without_a_paper_bears_its_first_headline_once_and_whole() -> None:
    head = "很长很长的一个标题写了又写还没有写完要到什么时候才算完呢谁也不知道"
    first = Story("s01", head, (), deck="副题在它下面")
    made = Edition("n", (Section(None, (first, Story("s02", "第二篇", ()))),))
    lines = [line.line.text for line in set_cover(made, *_faces(made)).lines]
    assert "".join(lines) == head + "副题在它下面第二篇"


@pytest.mark.parametrize("size", [(300, 200), (1200, 1600), (1600, 300)])
def test_a_small_or_odd_picture_stays_in_its_story(size: tuple[int, int]) -> None:
    assert draw(_pictured(size)).startswith(b"\x89PNG")


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW"])
@pytest.mark.parametrize("frame", [(3, 4), (2, 3), (9, 16)])
def test_no_frame_cuts_into_the_type(tag: str, frame: tuple[int, int]) -> None:
    """What `object-fit: cover` leaves out in a frame holds no ink."""
    from PIL import Image

    image = Image.open(io.BytesIO(draw(gold_edition(tag)))).convert("L")
    wide = min(1200, round(1800 * frame[0] / frame[1]))
    high = min(1800, round(1200 * frame[1] / frame[0]))
    ink = image.point(lambda v: 255 * (v > 90)).getbbox()
    assert ink is not None
    left, top = (1200 - wide) / 2, (1800 - high) / 2
    assert left + 30 <= ink[0] and ink[2] <= 1200 - left - 30
    assert top + 30 <= ink[1] and ink[3] <= 1800 - top - 30


def test_the_cover_does_not_glare_and_is_legible() -> None:
    from PIL import Image, ImageStat

    image = Image.open(io.BytesIO(draw(gold_edition()))).convert("L")
    assert ImageStat.Stat(image).mean[0] < 110
    small = image.resize((120, 180))
    darkest, lightest = small.getextrema()
    assert lightest - darkest > 120


@pytest.mark.parametrize("colours", [
    {}, {"accent": "#1f4e8c"}, {"accent": "#00ff00"}, {"paper": "#f4f6f8", "accent": "#1d4f7a"},
    {"paper": "#ffffff", "accent": "#ffff00"},
])
def test_a_pack_of_any_colour_has_a_name_that_can_be_read(colours: dict[str, str]) -> None:
    inks = palette(colours)
    assert contrast(inks["red"], inks["paper"]) >= 3
    assert contrast(inks["ink"], inks["paper"]) >= 4.5
