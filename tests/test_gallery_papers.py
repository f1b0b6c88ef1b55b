"""The gallery's papers: their copy is read as it was meant, and every page has its picture."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from bench.gallery import MOST
from bench.papers.scenes import NAME, PRINTED, SCENES, picture
from bench.papers.sheets import COPY, SHEETS, Sheet, wanted
from edition import build
from edition.errors import Severity

GALLERY = Path(__file__).resolve().parent.parent / "docs" / "gallery"
PAGES = [page for sheet in SHEETS for page in sheet.pages]
STORIES = {
    "qingxi": 38, "yunling": 21, "linshui": 5, "jiangkou": 27, "zhixing": 10, "daxue": 6,
    "enquan": 12, "liuwan": 13, "dongshan": 11, "haiwan": 8,
}


def test_twenty_four_pages_of_eight_kinds_have_their_pictures() -> None:
    kinds = {page.rsplit("-", 1)[0] for page in PAGES} - {"church"}
    assert len(PAGES) == len(set(PAGES)) == 24 and len(kinds) == 8
    drawn = {path.name: path.stat().st_size for path in GALLERY.glob("paper-*.png")}
    assert drawn.keys() == {f"paper-{page}.png" for page in PAGES}
    assert max(drawn.values()) <= MOST


@pytest.mark.parametrize("sheet", [s for s in SHEETS if s.to is None], ids=lambda s: s.copy)
def test_the_copy_is_read_as_it_was_meant(sheet: Sheet) -> None:
    """Pictures are not drawn here, so that each is missing; nothing else is an error."""
    found = build.read(COPY / sheet.copy)
    assert sum(1 for _ in found.edition.stories) == STORIES[sheet.copy]
    assert all(story.headline for story in found.edition.stories)
    errors = {one.kind for one in found.diagnostics if one.severity is Severity.ERROR}
    assert errors <= {"picture_missing"}
    assert not {one.kind for one in found.diagnostics} & {"no_such_story", "answer_stale"}


def test_every_picture_that_is_named_can_be_drawn() -> None:
    for sheet in SHEETS:
        names = list(wanted(sheet))
        assert names
        for name in names:
            told = NAME.fullmatch(name)
            assert told is not None and told[1] in SCENES


def test_a_scene_is_the_same_every_time() -> None:
    first = picture("portrait-3x4-3.jpg")
    assert first == picture("portrait-3x4-3.jpg") != picture("portrait-3x4-4.jpg")
    assert Image.open(io.BytesIO(first)).size == (PRINTED * 3 // 4, PRINTED)
    with pytest.raises(ValueError):
        picture("nothing-3x2-1.jpg")
