"""Packs that an installed package offers by the entry points `edition.packs`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from edition import build
from edition.cli import main
from edition.errors import WrongUse
from edition.packs.known import packs
from packs.made_packs import made_pack, small_edition

Install = Callable[[str, str], None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install a distribution with a module `offering` and its entry points."""
    site = tmp_path / "site"

    def installed(points: str, module: str) -> None:
        about = site / "offering-1.0.dist-info"
        about.mkdir(parents=True, exist_ok=True)
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: offering\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text(f"[edition.packs]\n{points}\n", "utf-8")
        (site / "offering.py").write_text(module, "utf-8")
        monkeypatch.syspath_prepend(str(site))
        monkeypatch.delitem(sys.modules, "offering", raising=False)

    return installed


@pytest.mark.parametrize("offer", [
    "from pathlib import Path\npack = Path({home!r})",
    "def pack():\n    return {home!r}",
])
def test_a_pack_is_found_by_the_entry_point_of_its_package(
    tmp_path: Path, install: Install, offer: str
) -> None:
    home = made_pack(tmp_path, "[grid]\ncolumns = 3\n")
    install("house = offering:pack", offer.format(home=str(home)))
    assert packs()["mine"] == home, "by the name of its folder"
    assert build.to_pdf(small_edition(), "mine").data == build.to_pdf(small_edition(), home).data


def test_a_shipped_pack_is_not_replaced_and_an_empty_folder_is_no_pack(
    tmp_path: Path, install: Install
) -> None:
    mine = tmp_path / "offered" / "newsletter"
    mine.parent.mkdir()
    made_pack(mine.parent).rename(mine)
    (tmp_path / "bare").mkdir()
    install(
        "a = offering:shadow\nb = offering:bare",
        f"shadow = {str(mine)!r}\nbare = {str(tmp_path / 'bare')!r}",
    )
    assert packs()["newsletter"] != mine and "bare" not in packs()


@pytest.mark.parametrize(("module", "reason"), [
    ("raise RuntimeError('no licence')", "no licence"), ("other = 1", "pack"),
    ("pack = 12", "int"),
])
def test_an_offer_that_fails_is_one_sentence(
    tmp_path: Path, install: Install, module: str, reason: str,
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
) -> None:
    install("house = offering:pack", module)
    with pytest.raises(WrongUse) as caught:
        packs()
    assert caught.value.kind == "pack_offer" and reason in caught.value.told("en")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("新桥通车\n\n村里人都来看新修的石桥。\n", "utf-8")
    assert main(["pdf", "a.txt", "--layout", "mine", "--lang", "en"]) == 2
    assert "house" in capsys.readouterr().err
    assert main(["pdf", "a.txt", "--layout", "newsletter", "--lang", "en"]) == 0, "not asked"
