"""The command line: what it writes, what it prints, how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from edition.cli import main

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_ff888278d800d57a.txt"
COPY = (
    "石桥修好了\n\n昨天上午，南湖村的老石桥修好了，村里人都来看。桥头立着一块碑，"
    "上面刻着捐款人家的名字。\n\n（王小明）\n"
)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def test_build_writes_both_and_the_proof_sheet_and_nothing_else(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["build", str(page), "-o", str(out)]) == 0
    assert sorted(p.name for p in out.iterdir()) == [
        "page.epub", "page.pdf", "page.proof.html",
    ]
    assert (out / "page.pdf").read_bytes().startswith(b"%PDF-")
    assert (out / "page.epub").read_bytes().startswith(b"PK")


def test_only_builds_one(page: Path, tmp_path: Path) -> None:
    assert main(["build", str(page), "-o", str(tmp_path / "o"), "--only", "epub"]) == 0
    assert [p.name for p in (tmp_path / "o").iterdir()] == ["page.epub"]


def test_the_default_name_carries_the_tag(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["epub", str(page), "--to", "zh-Hant-TW"]) == 0
    assert (tmp_path / "build" / "page.zh-Hant-TW.epub").is_file()


def test_stories_prints_json(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stories", str(page), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    (story,) = found["sections"][0]["stories"]
    assert story["headline"] == "石桥修好了"
    assert story["byline"] == ["王小明"]
    assert set(found) >= {"sections", "furniture", "queries"}


def test_stories_reads_well_without_json(
    page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stories", str(page)]) == 0
    assert "石桥修好了" in capsys.readouterr().out


def test_check_reports_on_what_was_built(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "page.pdf"
    assert main(["pdf", str(page), "-o", str(out)]) == 0
    assert main(["stories", str(page), "--json"]) == 0
    stories = tmp_path / "stories.json"
    stories.write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["check", str(out), "--stories", str(stories), "--json", "--strict"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["passed"] is True
    assert {"TX1", "LB1", "PW1"} <= {f["id"] for f in report["findings"]}


def test_strict_exits_one_on_an_error(tmp_path: Path) -> None:
    path = tmp_path / "lost.txt"
    path.write_text(
        "石桥修好了\n\n修桥+护桥”的办法，村里人都说好。桥头立着一块碑，刻着名字。\n\n（王小明）\n",
        encoding="utf-8",
    )
    assert main(["stories", str(path)]) == 0
    assert main(["stories", str(path), "--strict"]) == 1


def test_help_shows_commands_and_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    text = capsys.readouterr().out
    assert all(word in text for word in ("build", "pdf", "epub", "stories", "check", "exit codes"))


@pytest.mark.parametrize("argv", [[], ["print"], ["pdf"], ["pdf", "x", "--frobnicate"]])
def test_wrong_use_exits_two_with_one_line(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(argv) == 2
    said = capsys.readouterr().err
    assert said.startswith("edition: error: ") and said.count("\n") == 1


def test_an_interrupt_exits_130_and_writes_nothing(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("edition.build.to_pdf", stop)
    out = tmp_path / "page.pdf"
    out.write_bytes(b"yesterday")
    assert main(["pdf", str(page), "-o", str(out)]) == 130
    assert out.read_bytes() == b"yesterday"
    assert "Traceback" not in capsys.readouterr().err


def test_an_interrupt_that_a_library_tells_as_its_own_fault_is_an_interrupt(
    page: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(*given: object, **named: object) -> object:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            raise ImportError("initialization failed")  # noqa: B904 - as such libraries do

    monkeypatch.setattr("edition.build.to_pdf", broken)
    assert main(["pdf", str(page), "-o", str(tmp_path / "page.pdf")]) == 130


@pytest.mark.parametrize("seconds", [0.3, 0.5, 1.0, 2.0])
def test_control_c_at_any_moment_ends_clean(seconds: float, tmp_path: Path) -> None:
    """While modules load, while copy is read, while pages are made up."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "edition", "build", str(SEED), "-o", str(out)]
    with subprocess.Popen(
        command, cwd=ROOT, stderr=subprocess.PIPE, text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as run:
        time.sleep(seconds)
        run.send_signal(signal.SIGINT)
        said = run.communicate(timeout=30)[1]
    assert "Traceback" not in said
    assert run.returncode == 130
    assert not out.exists()


def test_an_ascii_terminal_gets_escapes(page: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "edition", "stories", str(page), "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    assert json.loads(done.stdout)["sections"][0]["stories"][0]["headline"] == "石桥修好了"


def test_a_reader_that_hangs_up_is_no_fault() -> None:
    command = f"{sys.executable} -m edition stories {SEED} | head -1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], cwd=ROOT, check=False, capture_output=True
    )
    assert done.returncode == 0 and done.stderr == b""


def test_a_fault_of_ours_shows_no_traceback(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("edition.build.to_pdf", fail)
    assert main(["pdf", str(page)]) == 1
    said = capsys.readouterr().err
    assert "planted" in said and "Traceback" not in said and said.count("\n") == 1


def _environment(zone: str, seed: str) -> dict[str, str]:
    return {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "1700000000"}


LATER = """
import time, datetime, runpy, sys
real = time.time
time.time = lambda: real() + 86400 * 200
sys.argv = ["edition", *sys.argv[1:]]
runpy.run_module("edition", run_name="__main__")
"""


@pytest.mark.slow
def test_two_builds_on_different_days_and_zones_are_the_same_bytes(tmp_path: Path) -> None:
    """The seed, twice: another zone, another hash seed, a clock 200 days on."""
    one, two = tmp_path / "one", tmp_path / "two"
    plain = [sys.executable, "-m", "edition", "build", str(SEED), "-o", str(one)]
    later = [sys.executable, "-c", LATER, "build", str(SEED), "-o", str(two)]
    subprocess.run(plain, cwd=ROOT, env=_environment("UTC", "1"), check=True, capture_output=True)
    subprocess.run(
        later, cwd=ROOT, env=_environment("Asia/Shanghai", "77"), check=True, capture_output=True
    )
    for name in ("000_ff888278d800d57a.pdf", "000_ff888278d800d57a.epub"):
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_stories_json_of_the_seed_equals_the_gold(capsys: pytest.CaptureFixture[str]) -> None:
    """Field by field, and every defect that is certain or probable as a query on its line."""
    gold_file = ROOT / "tests" / "golden" / "000_ff888278d800d57a.gold.json"
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    assert main(["stories", str(SEED), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(s["title"], len(s["stories"])) for s in found["sections"]] == [
        (s["name"], s["stories"]) for s in gold["sections"]
    ]
    stories = [story for section in found["sections"] for story in section["stories"]]
    same = (
        "headline", "headline_line", "deck", "deck_line", "byline", "byline_raw", "byline_line",
        "byline_position", "source_lines",
    )
    for story, wanted in zip(stories, gold["stories"], strict=True):
        assert {k: story[k] for k in same} == {k: wanted[k] for k in same}
        for block, part in zip(story["body"], wanted["body"], strict=True):
            assert block["type"] == part.get("role", part["type"])
            assert block["text"] == part["text"] and block["lines"] == part["lines"]
            assert block.get("parts") == part.get("parts")
    queries = {(q["kind"], q["line"], q["severity"]) for q in found["queries"]}
    for wanted in gold["stories"]:
        for defect in wanted["defects"]:
            if defect["confidence"] in ("certain", "probable"):
                severity = {"warn": "warning"}.get(defect["severity"], defect["severity"])
                assert (defect["kind"], defect["line"], severity) in queries, defect
