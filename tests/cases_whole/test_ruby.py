"""Readings on finished pages: above their characters where the pack has room, else in brackets."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from edition import build
from edition.checks.given_copy import given_copy
from edition.checks.pdf_file import check_pdf
from edition.checks.sight.glyphs import sheets
from edition.checks.sight.seen_lines import lines_of
from edition.checks.sight.sheet import Glyph
from edition.readers import read_bytes
from edition.storyjson.write import stories_json

BEFORE = "昨天上午，南湖村的老石桥修好了，村里人都来看。"
AFTER = "面馆的招牌挂在桥头，老远就能看见。"
HTML = f"""<!doctype html><html lang="zh-Hans"><title>老桥修好了</title><article><h1>老桥修好了</h1>
<p>{BEFORE}村口立着<ruby>仉<rt>zhǎng</rt></ruby>家的
<ruby>龘<rp>(</rp><rt>dá</rt><rp>)</rp></ruby>字招牌，<ruby>浙江省<rt>Zhèjiāng</rt></ruby>人开的。
{AFTER}</p>
<p>{AFTER * 3}</p><table><tr><td>字</td><td><ruby>龘<rt>dá</rt></ruby></td></tr></table>
<p>{BEFORE * 3}</p></article></html>"""
READINGS = ("zhǎng", "dá", "Zhèjiāng")


@cache
def made(pack: str) -> bytes:
    return build.to_pdf(read_bytes(HTML.encode(), "a.html").edition, pack).data


def squeezed(text: str) -> str:
    return "".join(text.split())


def layer(data: bytes) -> str:
    page = pdfium.PdfDocument(data)[0].get_textpage()
    return squeezed(page.get_text_range().replace("\r", "").replace("\n", ""))


@pytest.mark.parametrize(("pack", "told"), [
    ("broadsheet", "仉zhǎng家的龘dá字招牌，浙江省Zhèjiāng人开的。"),
    ("newsletter", "仉zhǎng家的龘dá字招牌，浙江省Zhèjiāng人开的。"),
    ("tabloid", "仉（zhǎng）家的龘（dá）字招牌，浙江省（Zhèjiāng）人开的。"),
])
def test_both_readers_tell_the_reading_behind_its_characters(
    pack: str, told: str, tmp_path: Path
) -> None:
    assert told in layer(made(pack))
    assert "龘（dá）" in layer(made(pack)), "a cell has no gap above it"
    if shutil.which("pdftotext"):
        path = tmp_path / "page.pdf"
        path.write_bytes(made(pack))
        raw = subprocess.run(
            ["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert told in squeezed(raw)


def readings(pack: str) -> list[Glyph]:
    (sheet,) = sheets(made(pack))
    return [g for g in sheet.glyphs if g.size < 5 and not g.char.isspace()]


@pytest.mark.parametrize("pack", ["broadsheet", "newsletter"])
def test_readings_stand_in_the_gap_and_touch_no_line(pack: str) -> None:
    (sheet,) = sheets(made(pack))
    small = readings(pack)
    assert "".join(g.char for g in small) == "".join(READINGS)
    assert min(g.size for g in small) > 4.4
    body = [g for g in sheet.glyphs if 8.9 < g.size < 9.6 and not g.char.isspace()]
    for glyph in small:
        for other in body:
            beside = glyph.right <= other.left or other.right <= glyph.left
            apart = glyph.top < other.bottom + 0.35 or other.top < glyph.bottom + 0.35
            assert beside or apart, (glyph, other)


@pytest.mark.parametrize("pack", ["broadsheet", "tabloid", "newsletter"])
def test_the_check_reads_them_and_finds_nothing_lost(pack: str) -> None:
    edition = read_bytes(HTML.encode(), "a.html").edition
    report = check_pdf(
        made(pack), "a.pdf", given_copy(json.dumps(stories_json(edition)).encode())
    )
    found = {finding.code: finding.count for finding in report.findings}
    for rule in ("H1", "TX1", "JU2", "JU5", "JU6", "GR1", "GR2"):
        assert found[rule] == 0, rule
    (sheet,) = sheets(made(pack))
    text = "".join(line.text for line in lines_of(sheet))
    assert "龘（dá）字" in text and "浙江省（Zhèjiāng）人" in text
