"""`edition new`, `png`, `watch` and `desk`: what they write and how they end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from edition.cli import desking, main
from edition.sidecar.parse import parse_sidecar

COPY = "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看，桥头站满了人。\n\n（王小明）\n"


def test_new_begins_a_folder_that_builds_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "南湖"
    assert main(["new", str(folder)]) == 0
    names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())
    assert names == ["images/bridge.jpg", "page.toml", "page.txt"]
    out = tmp_path / "out"
    assert main(["build", str(folder), "-o", str(out)]) == 0
    assert {p.suffix for p in out.iterdir()} == {".pdf", ".epub", ".html"}


def test_every_key_of_the_new_sidecar_that_is_commented_out_can_be_let_in(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "a")]) == 0
    text = (tmp_path / "a" / "page.toml").read_text(encoding="utf-8")
    let_in = "\n".join(
        line.removeprefix("# ") if line.startswith("# [[") or " = " in line else line
        for line in text.splitlines()
    )
    assert let_in.count("\n[[") > text.count("\n[[")
    parse_sidecar(let_in.encode(), "page.toml")


@pytest.mark.parametrize(("name", "code"), [("there", 2), ("", 2), (".", 2), ("..", 2)])
def test_new_writes_over_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    name: str, code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").mkdir()
    assert main(["new", name]) == code
    assert capsys.readouterr().err.count("\n") == 1
    assert [p.name for p in tmp_path.rglob("*")] == ["there"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


@pytest.mark.slow
def test_png_draws_every_page(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["png", str(page), "-o", str(out), "--dpi", "30"]) == 0
    assert [p.name for p in out.iterdir()] == ["page-1.png"]
    assert (out / "page-1.png").read_bytes().startswith(b"\x89PNG")


def test_png_looks_first_whether_it_may_write_the_name_it_writes(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    (out / "page.zh-Hant-TW-1.png").mkdir(parents=True)
    monkeypatch.setattr("edition.build.to_pdf", None)
    assert main(["png", str(page), "-o", str(out), "--to", "zh-Hant-TW"]) not in (0, 1)


@pytest.mark.parametrize("words", [
    ["--dpi", "0"], ["--dpi", "601"], ["--dpi", "x"], ["--dpi", "-5"], ["--to", "xx"],
])
def test_png_refuses_what_is_no_number_and_no_script(
    page: Path, tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["png", str(page), "-o", str(tmp_path / "out"), *words]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("command", ["desk", "watch", "png"])
def test_copy_that_is_not_there_is_one_clear_error(
    tmp_path: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, str(tmp_path / "none.txt")]) == 3
    assert "none.txt" in capsys.readouterr().err
    assert main([command, "a.txt", "b.txt"]) == 2
    assert main([command, ""]) == 2
    capsys.readouterr()
    assert main([command, "-", "--lang", "en"]) == 2
    assert "does not read standard input" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["70000", "-1", "x", "1.5"])
def test_a_port_that_is_none_is_refused(page: Path, port: str) -> None:
    assert main(["desk", str(page), "--no-open", "--port", port]) == 2


def test_a_desk_without_its_libraries_says_how_to_get_them(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(desking, "import_module", missing)
    for command in ("desk", "watch"):
        assert main([command, str(page)]) == 4
        assert "edition[desk]" in capsys.readouterr().err


@pytest.mark.slow
def test_watch_builds_again_after_a_change_a_line_each(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out" / "page.pdf"
    running = subprocess.Popen(
        [sys.executable, "-m", "edition", "watch", str(page), "-o", str(out), "--lang", "en"],
        stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert running.stderr is not None
    try:
        assert "Watching" in running.stderr.readline()
        assert ": 1: " in running.stderr.readline()
        first = out.read_bytes()
        page.write_text(COPY.replace("南湖村", "东山村"), encoding="utf-8")
        second = running.stderr.readline()
        assert ": 2: " in second and "pages: 1" in second
        assert out.read_bytes() != first
        page.write_text("", encoding="utf-8")
        assert ": 3: " in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        assert running.wait(30) == 130
    finally:
        running.kill()
