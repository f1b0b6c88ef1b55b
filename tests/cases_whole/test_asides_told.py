"""Lines that stand in no story are told in the listing, the proof sheet and at the end of a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition import build
from edition.cli import main
from edition.messages.texts import LANGS
from edition.model import Furniture
from edition.render.editor.aside_lines import asides_told
from edition.render.editor.listing import stories_text

PAGES = Path(__file__).resolve().parent.parent / "cases" / "whole" / "v4_pages.txt"
TOLD = {
    "zh-Hans": "另有 11 行未排入：报头和日期 7 行、编辑署名 3 行、本报联系方式 1 行。",
    "zh-Hant": "另有 11 行未排入：報頭和日期 7 行、編輯署名 3 行、本報聯絡方式 1 行。",
    "en": "11 lines were set aside: names, dates and page numbers (7), names of the desk (3), "
          "the paper's own contacts (1).",
}


@pytest.mark.parametrize("lang", LANGS)
def test_the_listing_counts_and_shows_them(lang: str) -> None:
    read = build.read(PAGES)
    rows = stories_text(read.edition, read.diagnostics, lang).split("\n")  # type: ignore[arg-type]
    assert TOLD[lang] in rows
    shown = [row for row in rows if "责任编辑：沈一凡" in row and "30" in row]
    assert len(shown) >= 1


def test_one_line_and_none() -> None:
    one = [Furniture(3, "第一版")]
    assert asides_told(one, "en") == "1 line was set aside: names, dates and page numbers (1)."
    other = [Furniture(3, "a line of mail")]
    assert asides_told(other, "zh-Hans") == "另有 1 行未排入：其他 1 行。"
    assert asides_told([], "en") == ""


def test_the_proof_sheet_says_what_each_of_them_is() -> None:
    read = build.read(PAGES)
    sheet = build.to_proof(read, lang="zh-Hans").decode()
    assert f"<p>{TOLD['zh-Hans']}</p>" in sheet
    assert sheet.count('<span class="aside told" lang="zh-Hans">编辑署名</span>') == 3
    clean = build.to_proof(build.read(PAGES.with_name("t8_event.txt"))).decode()
    assert 'class="aside' not in clean and "set aside" not in clean


def test_the_end_of_a_build_says_how_many(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.epub"
    assert main(["epub", str(PAGES), "-o", str(target), "--lang", "zh-Hans"]) == 0
    assert f"edition: {TOLD['zh-Hans']}" in capsys.readouterr().err.split("\n")
