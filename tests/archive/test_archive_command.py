"""`edition archive` as it is used."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.cli import main
from edition.cli.voice import Voice

ROOT = Path(__file__).resolve().parents[2]
STAGED = [sys.executable, str(Path(__file__).with_name("staged_run.py")), "--lang", "en"]
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals need a POSIX system")
SHORT = (
    "江岸日报\n\n小桥通车\n本报讯 山里的小桥昨天通车了，大家都说好。\n\n"
    "新路完工\n本报讯 村口的新路昨天完工了。\n"
)


def issues(home: Path, **copy: str) -> Path:
    for name, text in copy.items():
        (home / name).mkdir(parents=True)
        (home / name / "page.txt").write_text(text, encoding="utf-8")
        (home / name / "page.toml").write_text('paper = "江岸日报"\n', encoding="utf-8")
    return home


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


def staged(*words: str | Path, **given: str) -> subprocess.Popen[bytes]:
    space = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", **given}
    return subprocess.Popen(
        [*STAGED, "archive", *map(str, words)], env=space, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


@pytest.mark.slow
def test_every_issue_is_byte_for_byte_as_built_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = issues(
        tmp_path / "papers", first=SHORT, second=SHORT.replace("小桥", "大桥"),
        third="南溪日報\n\n小橋通車\n本報訊 山裡的小橋昨天通車了，大家都說好。\n",
    )
    (home / "loose.txt").write_text(SHORT, encoding="utf-8")
    (home / "bad.txt").write_text("", encoding="utf-8")
    out = tmp_path / "out"
    told = ["archive", str(home), "-o", str(out), "--workers", "1", "--stories", "--lang", "en"]
    assert main(told) == 1
    said = capsys.readouterr().err
    assert "Issues: 5; to build: 5" in said and "bad.txt: the file is empty" in said.lower()
    alone = tmp_path / "alone"
    for name in ("first", "second", "third", "loose.txt"):
        stem = name.removesuffix(".txt")
        assert main(["build", str(home / name), "-o", str(alone / stem), "-q", "--lang", "en"]) == 0
        capsys.readouterr()
        assert main(["stories", "--json", str(home / name)]) == 0
        found = files_of(out / "issues" / stem)
        (json_name,) = (file for file in found if file.endswith(".json"))
        assert found.pop(json_name).decode() == capsys.readouterr().out
        assert found == files_of(alone / stem)
    lines = [json.loads(line) for line in (out / "report.jsonl").read_text("utf-8").splitlines()]
    assert lines[0]["archive"]["done"] == 4 and lines[0]["archive"]["errors"] == {"copy_empty": 1}
    page = (out / "report.html").read_text("utf-8")
    assert "issues/first/first.proof.html" in page and "<code>copy_empty</code>" in page
    assert main([*told, "-q"]) == 1
    assert main([*told, "--json"]) == 1
    heard = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert heard[0] == {
        "event": "archive", "issues": 5, "to_build": 0, "failed": 1, "again": 0, "laid_aside": ""
    }
    assert [word["event"] for word in heard] == ["archive", "archived", "done"]


@pytest.mark.parametrize(("words", "kind"), [
    ([], "archive_nowhere"), (["-o", "-"], "archive_nowhere"),
    (["-o", "out", "--workers", "0"], "option_no_count"),
    (["-o", "out", "--most-seconds", "0"], "option_no_count"),
    (["-o", "out", "--most-memory", "20"], "sandbox_bound"),
    (["-o", "out", "--layout", "nowhere"], "unknown_layout"),
    (["-o", "out", "--retry", "all"], "choice_unknown"),
    (["-o", "out", "--encoding", "xyz"], "encoding_unknown"),
    (["-o", "out", "--volume", "25"], "volume_span"),
    (["-o", "out", "--volume", "2025-13"], "volume_span"), (["-o", "papers"], "archive_onto_copy"),
])
def test_wrong_use_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: list[str], kind: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    issues(tmp_path / "papers", a="one")
    assert main(["archive", "papers", *words, "--json"]) == 2
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert not told or told[-1]["kind"] == kind
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(("text", "code"), [(None, 3), ("variants = 1", 2), ("[", 2)])
def test_a_house_memory_that_no_issue_could_use_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    text: str | None, code: int,
) -> None:
    monkeypatch.chdir(tmp_path)
    issues(tmp_path / "papers", a=SHORT)
    if text is not None:
        (tmp_path / "ours.toml").write_text(text, encoding="utf-8")
    words = ["archive", "papers", "-o", "out", "--house", "ours.toml", "--json"]
    assert main(words) == code
    (told,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert "ours.toml" in told["where"] and not (tmp_path / "out").exists()


def test_only_a_volume_goes_without_back_issues(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["archive", "-o", str(tmp_path / "out"), "--lang", "en"]) == 2
    assert "back issues are not named" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["archive", "--help", "--lang", "en"])
    assert "edition archive [FOLDER] " in capsys.readouterr().out


def test_why_much_is_built_again_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("edition.sandbox.parent.WORKER", "archive.staged_worker")
    home = issues(tmp_path / "papers", a="one", b="refuse")
    told = ["archive", str(home), "-o", str(tmp_path / "out"), "--lang"]
    assert main([*told, "en"]) == 1
    assert "built before" not in capsys.readouterr().err
    assert main([*told, "zh-Hans"]) == 1
    assert "其中 1 期以前做成过，要重做：稿件、选项、消息的语言" in capsys.readouterr().err


def test_what_is_said_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    """Names of files and words of copy may hold what a terminal obeys."""
    Voice("en").aloud("1998/a\x1b]0;b\x07 failed: \x9b2J\nand a second line")
    said = capsys.readouterr().err
    assert said == "edition: 1998/a\\x1b]0;b\\x07 failed: \\x9b2J\nand a second line\n"


def test_an_interrupted_run_says_how_it_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("edition.archive.nightshift.archive", broken_off)
    home = issues(tmp_path / "papers", a=SHORT)
    assert main(["archive", str(home), "-o", str(tmp_path / "out"), "--lang", "en"]) == 130
    assert "the same command takes it up" in capsys.readouterr().err


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_clean(tmp_path: Path, number: int) -> None:
    home = issues(tmp_path / "papers", **{f"p{n}": "sleep 30" for n in range(3)})
    run = staged(home, "-o", tmp_path / "out", "--json")
    assert run.stdout is not None
    for line in run.stdout:
        if json.loads(line).get("state") == "running":
            break
    children = list(_children(run.pid))
    run.send_signal(number)
    _, said = run.communicate(timeout=30)
    assert (run.returncode, said.strip()) == (130, b"")
    assert not _alive(children)
    assert not list((tmp_path / "out").rglob(".edition-*"))


@POSIX
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of it")
def test_no_child_outlives_a_run_that_is_killed(tmp_path: Path) -> None:
    home = issues(tmp_path / "papers", a="sleep 60", b="sleep 60")
    run = staged(home, "-o", tmp_path / "out", "--workers", "2", "--json")
    children = _once(lambda: found if len(found := list(_children(run.pid))) == 2 else [])
    run.kill()
    run.wait()
    run.stdout and run.stdout.close()
    run.stderr and run.stderr.close()
    assert _once(lambda: not _alive(children))


def _children(parent: int) -> Iterator[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield int(stat.parent.name)


def _alive(numbers: list[int]) -> list[int]:
    found = []
    for number in numbers:
        try:
            state = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        if state.rpartition(")")[2].split()[0] != "Z":
            found.append(number)
    return found


def _once(true: object, seconds: float = 20.0) -> object:
    assert callable(true)
    for _ in range(int(seconds / 0.05)):
        if found := true():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came to be so")
