"""The cover: a PNG of the right size, the same every time, whatever the headlines are."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from edition.errors import MissingResource
from edition.model import Edition, Imprint, Section, Story
from edition.trade.regions import TAIWAN, Region
from edition.writers.cover import draw_cover
from gold_edition import gold_edition

FontPath = Callable[[str, Region], Path]


@pytest.fixture(scope="module")
def font_path() -> FontPath:
    from edition.packs.faces import face_of

    return lambda role, region: Path(face_of(role, region).path)


def _size(png: bytes) -> tuple[int, ...]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", png[16:24])


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant-TW", "zh-Hant-HK"])
def test_the_cover_has_its_size_and_is_small(tag: str, font_path: FontPath) -> None:
    png = draw_cover(gold_edition(tag), font_path)
    assert _size(png) == (1200, 1600)
    assert 20_000 < len(png) < 1_000_000


def test_the_same_edition_gives_the_same_cover(font_path: FontPath) -> None:
    edition = gold_edition()
    assert draw_cover(edition, font_path) == draw_cover(edition, font_path)
    other = replace(edition, imprint=replace(edition.imprint, paper="乡村与社区"))
    assert draw_cover(other, font_path) != draw_cover(edition, font_path)


def test_a_character_the_region_lacks_is_drawn_from_another(font_path: FontPath) -> None:
    """A simplified name in an edition for Taiwan must not come out as empty boxes."""
    from PIL import ImageFont

    from edition.writers.cover import REGIONS, _holds, _Type

    simplified = "党赋让区乡贤"
    alone = ImageFont.truetype(str(font_path("song-heavy", TAIWAN)), 40)
    face = _Type("song-heavy", 40, (TAIWAN, *REGIONS), font_path)
    lacking = [c for c in simplified if not _holds(alone, c)]
    assert lacking, "the face has them all: choose rarer characters"
    assert [c for c in simplified if not _holds(face._choose(c), c)] == []


@pytest.mark.parametrize(
    "headline", ["", "题", "很长的标题" * 40, "word " * 60, "，。" * 80, "W" * 300]
)
def test_no_headline_is_too_much(headline: str, font_path: FontPath) -> None:
    story = Story("s01", headline, (), deck=headline or None)
    for imprint in (Imprint(), Imprint(paper=headline or None, page_title=headline or None)):
        edition = Edition("name", (Section(None, (story, story)),), imprint=imprint)
        assert _size(draw_cover(edition, font_path)) == (1200, 1600)


def test_a_face_that_is_not_there_is_a_missing_resource(tmp_path: Path) -> None:
    with pytest.raises(MissingResource) as caught:
        draw_cover(gold_edition(), lambda role, region: tmp_path / "none.otf")
    assert caught.value.exit_code == 4
