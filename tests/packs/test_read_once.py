"""A pack is read once and a paper made up once, however many files and themes are made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from edition import build, pressroom
from edition.cli import main
from edition.errors import WrongUse
from edition.packs import pack as packroom
from edition.packs.pack import Pack
from edition.packs.stylecheck import MOST_RULES, check_style
from packs.made_packs import made_pack, small_edition

SMALL = "[page]\nheight = 120\n[grid]\nrows = 20\ncolumns = 3\n[furnishing]\nmasthead = 5\n"


def counted(
    monkeypatch: pytest.MonkeyPatch, room: object, name: str
) -> list[str]:
    """One entry for every call of a function of a room."""
    calls: list[str] = []
    real: Callable[..., Any] = getattr(room, name)

    def told(*given: Any, **more: Any) -> Any:
        calls.append(name)
        return real(*given, **more)

    monkeypatch.setattr(room, name, told)
    return calls


def themed(folder: Path) -> Path:
    home = made_pack(folder, SMALL, theme=".masthead h1 { font-family: var(--hei-heavy) }")
    (home / "themes" / "other.css").write_text(".masthead h1 { color: #a00000 }", "utf-8")
    return home


def test_a_check_makes_the_proof_up_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, calls = themed(tmp_path), counted(monkeypatch, pressroom, "make_up")
    assert main(["pack", "check", str(home), "-o", str(tmp_path / "proof.pdf")]) == 0
    assert len(calls) == 1


def test_themes_of_one_make_up_are_drawn_as_each_alone(tmp_path: Path) -> None:
    pack, edition = Pack.load(themed(tmp_path)), small_edition()
    themes = (None, "mine", "other")
    found = list(build.to_pdfs(edition, pack, themes))
    alone = [build.to_pdf(edition, pack, theme) for theme in themes]
    assert [one.data for one in found] == [one.data for one in alone]
    assert [one.diagnostics for one in found] == [one.diagnostics for one in alone]
    assert len({one.data for one in found}) == 3


def test_the_command_reads_a_pack_once_for_all_it_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, calls = themed(tmp_path), counted(monkeypatch, packroom, "read_pack")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("新桥通车\n\n村里人都来看新修的石桥。\n", "utf-8")
    assert main(["build", "a.txt", "--layout", str(home), "--theme", "other"]) == 0
    assert len(calls) == 1


def test_every_rule_of_a_long_sheet_is_judged() -> None:
    long = ".deck { color: red }\n" * MOST_RULES
    check_style(long, "paper.css", ())
    with pytest.raises(WrongUse) as caught:
        check_style(f"{long}article {{ display: none }}", "paper.css", ())
    assert f":{MOST_RULES + 1}" in caught.value.told("en")
