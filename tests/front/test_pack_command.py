"""The command line of `edition pack`: what it takes, and what it says of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.cli import main


@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_the_help_names_every_argument(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", lang, "pack", "--help"])
    said = capsys.readouterr().out
    assert "new|check" in said and "None" not in said and "--to" in said


SLIPS = {
    "an option of another command": (["pack", "new", "x", "-q"], "", "Did you mean"),
    "a doing misspelt": (["pack", "chek", "x"], "Did you mean “check”? “edition", "doing"),
    "no name": (["pack", "new"], "NAME", "target"),
    "nothing": (["pack"], "new|check, NAME", "doing"),
    "an option misspelt": (["pack", "check", "x", "--strikt"], "Did you mean “--strict”? “", "? ."),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_told_in_plain_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    words, wanted, unwanted = SLIPS[name]
    assert main([*words, "--lang", "en"]) == 2
    said = capsys.readouterr().err
    assert wanted in said and unwanted not in said and ".." not in said
