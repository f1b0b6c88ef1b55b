"""The cover: a PNG of the right size, the same every time, whatever the headlines are."""

from __future__ import annotations

import io
import struct
from dataclasses import replace
from pathlib import Path

import pytest

from edition.errors import MissingResource
from edition.model import Edition, Imprint, Section, Story
from edition.packs.faces import chains_of, faces_of, fallbacks_of
from edition.render.book.frontcover import FACES
from edition.trade.regions import region_of
from edition.writers.cover import draw_cover
from gold_edition import gold_edition


def draw(edition: Edition) -> bytes:
    region = region_of(edition.language)
    known = {**fallbacks_of(region), **faces_of(region)}
    return draw_cover(edition, {r: f.path for r, f in known.items()}, chains_of(region))


def _size(png: bytes) -> tuple[int, ...]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_the_cover_has_its_size_and_is_small(tag: str) -> None:
    png = draw(gold_edition(tag))
    assert _size(png) == (1200, 1600)
    assert 20_000 < len(png) < 1_000_000


def test_the_same_edition_gives_the_same_cover() -> None:
    edition = gold_edition()
    assert draw(edition) == draw(edition)
    other = replace(edition, imprint=replace(edition.imprint, paper="乡村与社区"))
    assert draw(other) != draw(edition)


def _ink(png: bytes) -> float:
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
    assert _ink(with_it) < _ink(without)
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
        assert _size(draw(edition)) == (1200, 1600)


def test_a_face_that_is_not_there_is_a_missing_resource(tmp_path: Path) -> None:
    with pytest.raises(MissingResource) as caught:
        draw_cover(gold_edition(), dict.fromkeys(FACES, tmp_path / "none.otf"), {})
    assert caught.value.exit_code == 4
