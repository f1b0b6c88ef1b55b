"""PDF/UA-1 and PDF/A-2a by veraPDF: the seed, the gallery, random editions; and a broken file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from bench.editions.drawing import editions
from bench.papers import sheets
from edition import build
from edition.passes.change_script import convert
from gold_edition import gold_edition
from verapdf_gate import WITH_VERAPDF, broken

pytestmark = [WITH_VERAPDF, pytest.mark.check]
KINDS = Path(__file__).resolve().parents[2] / "bench" / "kinds" / "kinds.json"
PACKS = (("broadsheet", "red"), ("tabloid", None), ("newsletter", "blue"))
TAGS = ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
SEED, COUNT, AT_ONCE = 2020, 50, 10


@cache
def seed(tag: str, pack: str, theme: str | None) -> bytes:
    edition = gold_edition() if tag == "zh-Hans" else convert(gold_edition(), tag)[0]
    return build.to_pdf(edition, pack, theme).data


def test_the_seed_in_every_pack_and_script(tmp_path: Path) -> None:
    files = {f"{tag}-{pack}": seed(tag, pack, theme) for tag in TAGS for pack, theme in PACKS}
    assert broken(files, tmp_path) == {}


@pytest.mark.parametrize("tag", TAGS[:2])
def test_every_kind_of_block(tag: str, tmp_path: Path) -> None:
    read = build.read(KINDS).edition
    edition = read if tag == "zh-Hans" else convert(read, tag)[0]
    files = {pack: build.to_pdf(edition, pack, theme).data for pack, theme in PACKS}
    assert broken(files, tmp_path) == {}


def test_the_papers_of_the_gallery(tmp_path: Path) -> None:
    files = {
        f"{number}-{sheet.copy}": build.to_pdf(sheets.read(sheet), sheet.pack, sheet.theme).data
        for number, sheet in enumerate(sheets.SHEETS)
    }
    assert broken(files, tmp_path) == {}


def random_papers(begin: int) -> Iterator[tuple[str, bytes]]:
    """Random editions as they are, and every other one as Taiwan prints it."""
    for drawn in editions(SEED, COUNT, only=range(begin, begin + AT_ONCE)):
        edition, tag = drawn.edition, drawn.edition.language
        if drawn.number % 2 and tag.startswith("zh"):
            edition, tag = convert(edition, TAGS[1])[0], TAGS[1]
        built = build.to_pdf(edition, drawn.place)
        if not [d for d in built.diagnostics if d.kind == "missing_glyph"]:
            yield f"{drawn.number}-{drawn.pack}-{tag}", built.data


@pytest.mark.parametrize("begin", range(0, COUNT, AT_ONCE))
def test_random_editions(begin: int, tmp_path: Path) -> None:
    files = dict(random_papers(begin))
    assert len(files) >= AT_ONCE - 1
    assert broken(files, tmp_path) == {}


def test_a_file_broken_on_purpose_fails(tmp_path: Path) -> None:
    def without(change: str) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(seed("zh-Hans", "newsletter", "blue"))) as document:
            if change == "language":
                del document.Root.Lang
            elif change == "alt":
                element = document.Root.StructTreeRoot.K[0].K[0]
                element.S = pikepdf.Name.Figure
            elif change == "claim":
                del document.Root.Metadata
            document.save(out)
        return out.getvalue()

    files = {change: without(change) for change in ("nothing", "language", "alt", "claim")}
    assert set(broken(files, tmp_path)) == {"language", "alt", "claim"}
