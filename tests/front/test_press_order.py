"""`--press` on the command line: where the profile comes from, what is refused, what is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.checks import check_data
from edition.cli import main
from edition.sidecar.housememory import parse_house, written_house
from press_inks import newsprint

COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(COPY, "utf-8")
    Path("newsprint.icc").write_bytes(newsprint())
    Path("words.icc").write_text(COPY, "utf-8")
    return tmp_path


def sound(path: Path) -> bool:
    return not [f for f in check_data(path.read_bytes()).findings
                if f.id.startswith("PX") and f.count]


def test_a_profile_by_option_and_the_file_beside_the_readers_own(desk: Path) -> None:
    given = ["pdf", "page.txt", "--layout", "newsletter", "-q"]
    assert main(given) == 0
    plain = Path("build/page.pdf").read_bytes()
    assert main([*given, "--press", "--profile", "newsprint.icc"]) == 0
    assert sound(Path("build/page.press.pdf"))
    assert Path("build/page.pdf").read_bytes() == plain


@pytest.mark.parametrize("name", ["page.toml", "house.toml"])
def test_a_profile_named_beside_the_copy(name: str, desk: Path) -> None:
    Path(name).write_text('[press]\nprofile = "newsprint.icc"\n', "utf-8")
    assert main(["build", "page.txt", "--layout", "newsletter", "-q", "--press"]) == 0
    assert sound(Path("build/page.press.pdf")) and Path("build/page.epub").exists()
    assert not Path("build/page.pdf").exists()


def test_a_child_process_makes_the_same_file(desk: Path) -> None:
    given = ["pdf", "page.txt", "--layout", "newsletter", "-q", "--press", "--bleed", "5",
             "--profile", "newsprint.icc"]
    assert main([*given, "-o", "one.pdf"]) == 0
    assert main([*given, "-o", "other.pdf", "--sandbox"]) == 0
    assert Path("one.pdf").read_bytes() == Path("other.pdf").read_bytes()


@pytest.mark.parametrize(("more", "code", "why"), [
    (["--press"], 2, "for which press"),
    (["--profile", "newsprint.icc"], 2, "--profile goes with --press"),
    (["--bleed", "3"], 2, "--bleed goes with --press"),
    (["--press", "--profile", "words.icc"], 2, "no ICC profile"),
    (["--press", "--profile", "gone.icc"], 3, "gone.icc"),
    (["--press", "--profile", "."], 3, "no profile"),
    (["--press", "--profile", "newsprint.icc", "--bleed", "wide"], 2, "cannot be wide mm"),
    (["--press", "--profile", "newsprint.icc", "--bleed", "nan"], 2, "cannot be nan mm"),
    (["--press", "--profile", "newsprint.icc", "--bleed", "21"], 2, "cannot be 21 mm"),
])
def test_one_clear_error_before_any_copy_is_read(
    more: list[str], code: int, why: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.txt").unlink()
    if "for which" in why:
        Path("page.txt").write_text(COPY, "utf-8")
    assert main(["pdf", "page.txt", *more]) == code
    told = capsys.readouterr().err
    assert why in told and told.count("\n") == 1 and "Traceback" not in told
    assert not Path("build").exists()


@pytest.mark.parametrize(("text", "why"), [
    ('press = "a.icc"', "press"),
    ('[press]\nprofil = "a.icc"', "press.profil"),
    ('[press]\nprofile = "../a.icc"', "press.profile"),
    ('[press]\nprofile = "/etc/passwd"', "press.profile"),
    ('[press]\nprofile = 3.5', "press.profile"),
])
@pytest.mark.parametrize("name", ["page.toml", "house.toml"])
def test_a_table_that_is_wrong_names_file_and_key(
    name: str, text: str, why: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text, "utf-8")
    assert main(["pdf", "page.txt", "--press"]) == 2
    told = capsys.readouterr().err
    assert name in told and why in told


def test_house_memory_keeps_the_profile_when_it_is_written_again() -> None:
    before = '# ours\npaper = "山城日报"\n\n[press]\nprofile = "coldset.icc"\n'
    house = parse_house(before.encode(), "house.toml")
    again = written_house(house, before)
    assert parse_house(again.encode(), "house.toml") == house and "# ours" in again


def test_a_profile_beside_copy_is_no_copy(desk: Path) -> None:
    assert main(["pdf", ".", "--layout", "newsletter", "-q", "--strict", "-o", "x.pdf"]) in (0, 1)
    assert Path("x.pdf").exists()
