"""The command line as a good tool of Unix: streams, links, events, near misses, completion."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import edition
from edition.cli import main
from edition.cli.summary import placed
from edition.errors import Diagnostic
from edition.readers.sources import from_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
COPY = "渡口修好了\n\n东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n\n（记者 林小禾）\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def run(
    *words: str, given: bytes = b"", shell: str = ""
) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "edition", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "LANG": ""}
    if shell:
        return subprocess.run(
            ["bash", "-c", f'"$@" {shell}', "bash", *command], env=environment, check=False,
            capture_output=True,
        )
    return subprocess.run(
        command, input=given, env=environment, check=False, capture_output=True
    )


def test_a_pipe_in_and_a_pipe_out(page: Path, tmp_path: Path) -> None:
    """The same bytes as through files, and nothing else on standard output."""
    out = tmp_path / "stdin.epub"
    done = run("epub", "-", "-o", "-", given=page.read_bytes())
    assert done.returncode == 0 and done.stdout[:2] == b"PK"
    named = page.with_name("stdin.txt")
    named.write_bytes(page.read_bytes())
    assert main(["epub", str(named), "-o", str(out)]) == 0
    assert done.stdout == out.read_bytes()


@pytest.mark.parametrize(("data", "headline"), [
    (COPY.encode(), "渡口修好了"),
    (COPY.encode("gb18030"), "渡口修好了"),
    (b"\xef\xbb\xbf" + COPY.encode(), "渡口修好了"),
    ("# 渡口修好了\n\n老渡口昨天修好了，大家都来看。\n".encode(), "渡口修好了"),
    ('{"sections": [{"title": null, "stories": [{"headline": "渡口修好了", "body": '
     '[{"type": "paragraph", "text": "老渡口修好了。"}]}]}]}'.encode(), "渡口修好了"),
])
def test_standard_input_tells_its_own_kind(data: bytes, headline: str) -> None:
    """The command's own reading of `-`, in this process: one start of it is tested beside."""
    found = edition.read(from_bytes(data)).edition
    assert next(found.stories).headline == headline


def test_the_command_reads_standard_input() -> None:
    done = run("stories", "-", "--json", given=COPY.encode("gb18030"))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sections"][0]["stories"][0]["headline"] == "渡口修好了"


@pytest.mark.parametrize(("shell", "code"), [
    (">/dev/full", 5),
    *(pytest.param(shell, code, marks=pytest.mark.check)
      for shell, code in ((">&-", 5), ("| head -c 1", 0), ("2>&-", 0), ("2>/dev/full", 0))),
])
def test_an_output_that_is_full_or_closed(page: Path, shell: str, code: int) -> None:
    done = run("stories", str(page), "--all", shell=shell)
    if shell == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    assert done.returncode == code, done.stderr
    said = done.stderr.decode()
    assert "Traceback" not in said and "Exception" not in said
    assert len(said.splitlines()) == (1 if code else 0)


@pytest.mark.parametrize("words", [("--version",), ("schema",), ("doctor",), ("--help",),
                                   ("completion", "bash")])
def test_every_command_minds_a_full_output(words: tuple[str, ...]) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = run(*words, shell=">/dev/full")
    assert done.returncode == 5
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_link_stands_and_its_file_is_new(page: Path, tmp_path: Path) -> None:
    real, link = tmp_path / "real.epub", tmp_path / "latest.epub"
    real.write_bytes(b"old")
    link.symlink_to("real.epub")
    assert main(["epub", str(page), "-o", str(link)]) == 0
    assert link.is_symlink() and real.read_bytes()[:2] == b"PK"
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".edition-")]


def test_a_link_to_nothing_makes_its_file(page: Path, tmp_path: Path) -> None:
    link = tmp_path / "latest.epub"
    link.symlink_to("folder/new.epub")
    assert main(["epub", str(page), "-o", str(link)]) == 0
    assert link.is_symlink() and (tmp_path / "folder/new.epub").read_bytes()[:2] == b"PK"


def test_links_that_run_in_a_ring_are_refused(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = tmp_path / "one.epub", tmp_path / "two.epub"
    one.symlink_to(two)
    two.symlink_to(one)
    assert main(["epub", str(page), "-o", str(one)]) == 5
    assert capsys.readouterr().err.count("\n") == 1 and one.is_symlink()


def test_a_link_to_the_copy_is_not_written_through(page: Path, tmp_path: Path) -> None:
    link = tmp_path / "out.epub"
    link.symlink_to(page)
    assert main(["epub", str(page), "-o", str(link)]) == 5
    assert page.read_text(encoding="utf-8") == COPY


def test_a_folder_that_is_missing_is_made(page: Path, tmp_path: Path) -> None:
    out = tmp_path / "a" / "b" / "page.epub"
    assert main(["epub", str(page), "-o", str(out)]) == 0
    assert out.is_file()


@pytest.mark.parametrize("words", [
    ["build", "PAGE", "-o", "-"], ["pdf", "-", "-", "-o", "x.pdf"],
])
def test_what_cannot_go_to_a_stream_is_refused(
    words: list[str], page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(page) if w == "PAGE" else w for w in words]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_terminal_gets_no_file(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert main(["epub", str(page), "-o", "-"]) == 2
    assert "terminal" in capsys.readouterr().err


def test_quiet_says_nothing_and_verbose_says_all(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(page.with_name("out.epub"))
    folder = str(tmp_path)
    assert main(["epub", folder, "-o", out, "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["epub", folder, "-o", out]) == 0
    plain = capsys.readouterr().err
    assert main(["epub", folder, "-o", out, "-v"]) == 0
    full = capsys.readouterr().err
    assert "further notes" in plain and "further notes" not in full and "query (info)" in full
    assert main(["epub", str(tmp_path / "none.txt"), "-q"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_events_are_one_object_a_line(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["epub", str(page), "-o", str(tmp_path / "o.epub"), "--json"]) == 0
    said = capsys.readouterr()
    events = [json.loads(line) for line in said.out.splitlines()]
    assert said.err == ""
    kinds = [event["event"] for event in events]
    assert kinds[0] == "step" and kinds[-1] == "done" and "wrote" in kinds
    assert all({"kind", "severity", "message"} <= e.keys() for e in events
               if e["event"] == "remark")
    assert main(["epub", str(tmp_path / "none.txt"), "--json"]) == 3
    (error, *_) = [json.loads(line) for line in capsys.readouterr().out.splitlines()][-1:]
    assert error["event"] == "error" and error["kind"] == "file_missing" and error["exit"] == 3


def test_events_leave_standard_output_to_the_file(page: Path) -> None:
    done = run("epub", str(page), "-o", "-", "--json")
    assert done.stdout[:2] == b"PK"
    assert json.loads(done.stderr.splitlines()[-1]) == {"event": "done", "exit": 0}


@pytest.mark.parametrize(("words", "meant"), [
    (["pfd", "x"], "pdf"), (["story", "x"], "stories"), (["epbu", "x"], "epub"),
    (["pdf", "PAGE", "--layot", "tabloid"], "--layout"),
    (["build", "PAGE", "--strickt"], "--strict"),
    (["pdf", "PAGE", "--layout", "tabliod"], "tabloid"), (["pdf", "PAGE", "--theme", "rad"], "red"),
    (["epub", "PAGE", "--to", "zh-Hant-TV"], "zh-Hant-TW"), (["completion", "bsh"], "bash"),
    (["epub", "PAGE", "--lang", "zh-Hants"], ""), (["build", "PAGE", "--only", "pfd"], "pdf"),
])
@pytest.mark.parametrize("lang", ["zh-Hans", "zh-Hant", "en"])
def test_a_slip_is_answered_with_the_nearest_word(
    words: list[str], meant: str, lang: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(page) if word == "PAGE" else word for word in words]
    if "--lang" not in given:
        given.insert(1, f"--lang={lang}")
    code = main(given)
    said = capsys.readouterr().err
    if not meant:
        assert code == 0
        return
    assert code == 2 and said.count("\n") == 1 and "{" not in said
    mark = {"zh-Hans": f"是不是“{meant}”？", "zh-Hant": f"是不是「{meant}」？",
            "en": f"Did you mean “{meant}”?"}[lang]
    assert mark in said, said


@pytest.mark.parametrize(("line", "meant"), [
    ('papper = "东渡报"', "paper"), ('Paper = "东渡报"', "paper"), ("isue = 12", "issue"),
    ('[[picture]]\nfile = "a.jpg"', "pictures"),
    ('[[pictures]]\nflie = "a.jpg"\nstory = 1', "file"),
])
def test_a_misspelt_key_is_answered_with_the_nearest(
    line: str, meant: str, page: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page.with_suffix(".toml").write_text(line, encoding="utf-8")
    assert main(["stories", str(page)]) == 2
    said = capsys.readouterr().err
    assert f"Did you mean “{meant}”?" in said and "page.toml" in said


def test_nothing_near_is_not_guessed(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", str(page), "--layout", "qqq"]) == 2
    said = capsys.readouterr().err
    assert "Did you mean" not in said and "{" not in said


def test_the_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("edition 0.")


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(("typed", "wanted"), [
    ("edition st", {"stories"}), ("edition pdf --lay", {"--layout"}),
    ("edition pdf --layout tab", {"tabloid"}), ("edition completion z", {"zsh"}),
    ("edition ", {"build", "doctor", "setup"}),
])
def test_bash_completes(
    typed: str, wanted: set[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", "bash"]) == 0
    script = tmp_path / "edition.bash"
    script.write_text(capsys.readouterr().out, encoding="utf-8")
    words = typed.split(" ")
    ask = (f'source {script}; COMP_WORDS=({" ".join(words[:-1])} "{words[-1]}"); '
           f'COMP_CWORD={len(words) - 1}; _edition; printf "%s\\n" "${{COMPREPLY[@]}}"')
    done = subprocess.run(["bash", "-c", ask], check=True, capture_output=True, text=True)
    assert wanted <= set(done.stdout.split())


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_get_every_command(
    shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out
    assert all(word in said for word in ("stories", "tabloid", "doctor", "layout", "strict"))
    if shutil.which(shell):
        script = tmp_path / f"edition.{shell}"
        script.write_text(said, encoding="utf-8")
        subprocess.run([shell, "-n", str(script)], check=True)


def test_a_name_in_the_dateline_is_an_author_of_the_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.txt"
    copy = "渡口修好了\n\n本报讯（记者 林小禾）东渡镇的老渡口昨天修好了，镇里的人都到码头上来看。\n"
    page.write_text(copy, encoding="utf-8")
    assert main(["--lang", "zh-Hans", "stories", str(page)]) == 0
    assert "作者 林小禾" in capsys.readouterr().out


def test_the_lines_of_one_file_are_told_without_its_name() -> None:
    def said(*remarks: Diagnostic) -> list[str | None]:
        return [remark.source for remark in placed(remarks)]

    one, two = (Diagnostic("wrap_joined", {}, 7, source=name) for name in ("a.txt", "b.txt"))
    bare, whole = Diagnostic("wrap_joined", {}, 9), Diagnostic("encoding", {}, source="a.txt")
    assert said(one, bare, whole) == [None, None, "a.txt"]
    assert said(one, two, whole) == ["a.txt", "b.txt", "a.txt"]
    assert said(one, two, bare) == ["a.txt", "b.txt", None]
