"""A pack's own font that lacks characters, even all: its fallback draws them, and it is told.
"""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from edition import build
from edition.model import Imprint
from packs.made_packs import made_font, made_pack, small_edition
from told import told_whole

HELD = {
    "none": "\u10d0\u10d1\u10d2",
    "a few": "第条试",
    "Latin": "".join(map(chr, range(0x21, 0x7F))),
    "Han": "第条消息试报要闻社区的活动室里坐满了人大家商量着怎样把旧院子修好一二三",
}
FONT = "[fonts.dj]\nfile = 'Brand.ttf'\nfallback = 'hei'\n"
PLACES = {
    "furniture and headlines": "[type.headline]\nface = 'dj'\n[type.name]\nface = 'dj'\n"
    "[type.section]\nface = 'dj'\n[type.folio-name]\nface = 'dj'\n[type.plate-label]\n"
    "face = 'dj'\n[blocks.foot]\nrows = 1\ntext = '{paper} {date} {issue}'\nface = 'dj'\n",
    "body and ranks": "[type.body]\nface = 'dj'\n[type.headline]\nby_rank = ['dj', 'kai']\n",
}


def printed(data: bytes) -> str:
    pages = [page.get_textpage().get_text_range() for page in PdfDocument(io.BytesIO(data))]
    return "".join("".join(pages).split())


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("held", HELD)
def test_the_fallback_draws_what_a_font_of_the_pack_lacks(
    tmp_path: Path, held: str, place: str
) -> None:
    home = made_pack(tmp_path, FONT + PLACES[place])
    made_font(home, characters=HELD[held])
    built = build.to_pdf(small_edition(), home)
    text = printed(built.data)
    assert "第1条消息" in text and "试报" in text and "大家商量着" in text
    assert {d.kind for d in built.diagnostics} <= {"font_lacks", "copy_short"}
    if held == "none":
        lacks = [d for d in built.diagnostics if d.kind == "font_lacks"]
        assert lacks and all(map(told_whole, lacks))


def test_a_shipped_face_without_a_character_of_its_line_is_no_fault(tmp_path: Path) -> None:
    home = made_pack(tmp_path, "[type.headline]\nface = 'latin'\n[type.name]\nface = 'latin'\n")
    assert "第1条消息" in printed(build.to_pdf(small_edition(), home).data)


ISSUES = {"第12期（总第1024期）": "第12期（总第1024期）", "第3期": "第3期", "12": "第12期",
          "特刊": "特刊"}


@pytest.mark.parametrize("issue", ISSUES)
def test_a_band_prints_the_issue_as_the_masthead_does(tmp_path: Path, issue: str) -> None:
    home = made_pack(tmp_path, "[blocks.foot]\nrows = 1\ntext = 'X{issue}X'\n")
    edition = replace(small_edition(1), imprint=Imprint(paper="试报", page="1", issue=issue))
    wanted = "".join(f"X{ISSUES[issue]}X".split())
    assert wanted in printed(build.to_pdf(edition, home).data)
