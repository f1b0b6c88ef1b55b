"""What copy, a picture or a pack may bring a child to: the parent gets one error and lives on."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import threading
import typing
from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

import edition
from edition.copy.reading import Read
from edition.errors import CannotSet, EditionError, Stopped, UnreadableInput, WrongUse
from edition.messages.texts import LANGS
from edition.model import Block, Edition, Paragraph, Run, Section, Story
from edition.readers.sources import Source
from edition.sandbox import parent
from edition.sandbox.childlimits import Limits
from edition.sandbox.pipes import framed as packed
from edition.sandbox.pipes import receive, send
from edition.sandbox.wirevalues import Lie, known
from edition.steps import Step, untold
from trust.hostile_worker import ENDLESS, GROWING, framed

WIDE = Limits(60.0, 2_000)
SMALL = Limits(60.0, 400)
SHORT = Limits(2.0, 2_000)
POSIX = pytest.mark.skipif(os.name != "posix", reason="limits of memory need a POSIX system")
STORY = Story("s01", "山里的新路", (Paragraph((Run("本报讯 山里的新路通车了。"),), id="s01b01"),))
PAPER = Edition("page", (Section(None, (STORY,)),))


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(parent, "WORKER", "trust.hostile_worker")
    yield


def asked(limits: Limits, task: str, result: type = str, **given: object) -> Any:
    return parent.in_child(limits, task, given, untold, result)


CASES = {
    "an endless loop in a template": (SHORT, "template", {"text": ENDLESS}, "child_too_long"),
    "a child that hangs": (SHORT, "hang", {}, "child_too_long"),
    "a template that grows": (SMALL, "template", {"text": GROWING}, "child_too_big"),
    "a hog of memory": (SMALL, "hog", {}, "child_too_big"),
    "a lack of memory behind another error": (SMALL, "quiet_hog", {}, "child_too_big"),
    "a crash of a library": (WIDE, "crash", {}, "child_killed"),
    "a child that is killed": (WIDE, "killed", {}, "child_killed"),
    "a child that leaves": (WIDE, "left", {}, "child_failed"),
    "a fault of our own": (WIDE, "broken", {}, "child_failed"),
}


@POSIX
@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("case", CASES)
def test_a_child_that_does_not_finish_is_one_error(case: str) -> None:
    limits, task, given, kind = CASES[case]
    with pytest.raises(Stopped) as caught:
        asked(limits, task, **given)
    assert caught.value.kind == kind and caught.value.exit_code == 6
    assert caught.value.what and caught.value.why and caught.value.todo
    assert all("{" not in caught.value.told(lang) for lang in LANGS)


@POSIX
def test_what_a_host_holds_is_not_counted_as_its_childs(hostile: None) -> None:
    held = b"x" * 600_000_000
    assert asked(SMALL, "idle") == "done"
    assert len(held) > SMALL.megabytes * 1_000_000


@POSIX
def test_a_child_killed_from_outside_is_one_error(
    hostile: None, tmp_path: Path
) -> None:
    file = tmp_path / "pid"

    def kill() -> None:
        while not (file.exists() and file.read_text()):
            threading.Event().wait(0.05)
        os.kill(int(file.read_text()), signal.SIGKILL)

    killer = threading.Thread(target=kill)
    killer.start()
    with pytest.raises(Stopped, match="SIGKILL"):
        asked(WIDE, "process", path=str(file))
    killer.join()


@POSIX
def test_an_interrupt_ends_the_child(tmp_path: Path) -> None:
    """And so does the sudden end of its parent."""
    for number in (signal.SIGINT, signal.SIGKILL):
        file = tmp_path / f"pid{number}"
        program = f"""
from edition.sandbox import parent
parent.WORKER = "trust.hostile_worker"
from edition.sandbox.childlimits import Limits
parent.in_child(Limits(60.0, 2000), "process", {{"path": {str(file)!r}}}, print, str)
"""
        host = subprocess.Popen(
            [sys.executable, "-c", program], stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
        )
        while not (file.exists() and file.read_text()):
            threading.Event().wait(0.05)
            assert host.poll() is None
        host.send_signal(number)
        host.wait(timeout=20)
        for _ in range(100):
            if not alive(int(file.read_text())):
                break
            threading.Event().wait(0.1)
        else:
            raise AssertionError(f"the child outlived {number}")


def alive(pid: int) -> bool:
    """True for a process that runs; one that has ended and was not waited for does not."""
    state = Path(f"/proc/{pid}/stat")
    if state.exists():
        return state.read_text().rpartition(")")[2].split()[0] != "Z"
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return not Path("/proc").is_dir()


@pytest.mark.usefixtures("hostile")
def test_what_a_library_prints_is_no_answer() -> None:
    assert asked(WIDE, "printed") == "done"


@POSIX
def test_a_child_sees_no_secret_and_leaves_no_core(
    hostile: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "TOPSECRET")
    assert "AWS_SECRET_ACCESS_KEY" not in asked(WIDE, "environment_of", tuple)
    assert asked(WIDE, "core", tuple) == (0, 0)


@pytest.mark.check
def test_a_child_gives_what_the_parent_would(tmp_path: Path) -> None:
    """The page, the book, the reading, its pictures, the progress: equal in every byte."""
    steps: list[tuple[Step, float]] = []
    out = io.BytesIO()
    Image.new("RGB", (60, 40), (200, 20, 20)).save(out, "PNG")
    (tmp_path / "a.png").write_bytes(out.getvalue())
    copy = tmp_path / "page.md"
    copy.write_text("# 山里的新路\n\n本报讯 路通车了。\n\n![新路](a.png)\n", encoding="utf-8")
    read = edition.read(copy)
    assert read.edition.pictures
    assert edition.read(copy, sandbox=WIDE, on_progress=lambda *s: steps.append(s)) == read
    assert steps[0] == (Step.READ, 0.0) and steps[-1] == (Step.READ, 1.0)
    paper = edition.to_pdf(read.edition, "newsletter")
    assert edition.to_pdf(read.edition, "newsletter", sandbox=WIDE) == paper
    when = datetime(2026, 11, 29, tzinfo=UTC)
    book = edition.to_epub(read.edition, paper.pages, when)
    assert edition.to_epub(read.edition, paper.pages, when, sandbox=WIDE) == book


def test_copy_that_lies_in_no_file_is_read_there() -> None:
    source = Source("page.txt", "山里的新路通车了\n\n本报讯 路通车了。\n".encode())
    assert edition.read(source, sandbox=WIDE) == edition.read(source)
    with pytest.raises(TypeError):
        edition.read(replace(source, beside=lambda name: None), sandbox=WIDE)


def test_an_error_of_ours_comes_as_it_is() -> None:
    with pytest.raises(UnreadableInput) as caught:
        edition.read("no such file.txt", sandbox=WIDE)
    assert "no such file.txt" in str(caught.value)
    with pytest.raises(WrongUse):
        edition.to_pdf(PAPER, "no such layout", sandbox=WIDE)


@pytest.mark.parametrize(("seconds", "megabytes"), [(0, 500), (-1, 500), (10, 5), (1e9, 500)])
def test_a_bound_that_is_none_is_refused(seconds: float, megabytes: int) -> None:
    with pytest.raises(WrongUse):
        Limits(seconds, megabytes)


def heard(text: bytes, behind: bytes = b"", most: int = 10_000) -> object:
    return receive(io.BytesIO(framed(text, behind)), known(Read), most)


LIES = {
    "no JSON": b"{",
    "deep": b"[" * 4_000,
    "a class not known": b'[{"of":["Popen",{"args":{"tuple":["rm"]}}]},[]]',
    "an error as a value": b'[{"of":["OSError",{}]},[]]',
    "a field of another type": b'[{"of":["Run",{"text":7}]},[]]',
    "a part of another type": b'[{"of":["Paragraph",{"runs":{"tuple":["text"]}}]},[]]',
    "a field that is none": b'[{"of":["Run",{"text":"x","__class__":"y"}]},[]]',
    "a field left out": b'[{"of":["Run",{}]},[]]',
    "a choice that is none": b'[{"enum":["Mark","bold"]},[]]',
    "a list": b"[[1,2],[]]",
    "bytes that were not sent": b'[{"bytes":3},[]]',
    "bytes of another length": b'[{"bytes":0},[5]]',
    "bytes of a length below none": b'[{"bytes":0},[-5, 5]]',
    "a remark of no kind": b'[{"of":["Diagnostic",{"kind":"nothing"}]},[]]',
    "truth for a number": b'[{"of":["PrintedPage",{"number":true,"label":"1"}]},[]]',
}


@pytest.mark.parametrize("lie", LIES)
def test_an_answer_that_is_no_value_is_not_believed(lie: str) -> None:
    with pytest.raises(Lie):
        heard(LIES[lie])


def test_a_frame_beyond_the_bounds_is_not_read() -> None:
    with pytest.raises(Lie):
        receive(io.BytesIO(b"\xff" * 16), known(), 10_000)


def test_an_error_of_no_kind_is_not_believed() -> None:
    for word in (("SystemExit", "no_face", "", {}), ("CannotSet", "nothing", "", {}),
                 ("CannotSet", "child_too_long", "", {"seconds": "long"})):
        with pytest.raises(Lie):
            parent._error(*word)
    assert isinstance(parent._error("CannotSet", "no_face", "", {}), CannotSet)


def test_every_value_of_the_model_travels() -> None:
    """Editions with pictures, lists, tables and imprints, equal on the other side."""
    from proof_editions import EDITIONS

    for name in ("short", "one_picture", "big"):
        value = EDITIONS[name]()
        pipe = io.BytesIO()
        send(pipe, packed(value))
        pipe.seek(0)
        assert receive(pipe, known(Read), 10**9) == value


@pytest.mark.parametrize("kind", typing.get_args(Block))
def test_every_kind_of_block_travels(kind: type) -> None:
    def made(hint: Any) -> Any:
        """Some value of a declared type."""
        origin, parts = typing.get_origin(hint), typing.get_args(hint)
        if origin is tuple:
            return tuple(map(made, parts[:1] * 2 if parts[1:] == (...,) else parts))
        if origin is not None:
            return made(parts[0])
        if is_dataclass(hint):
            return hint(**{k: made(v) for k, v in typing.get_type_hints(hint).items()})
        if issubclass(hint, Enum):
            return next(iter(hint))
        return {str: "字\ud800", int: 3, float: 0.5, bool: True, bytes: b"\0"}[hint]

    value, pipe = made(kind), io.BytesIO()
    send(pipe, packed(value))
    pipe.seek(0)
    assert receive(pipe, known(), 10**6) == value


def test_nothing_is_pickled() -> None:
    room = Path(parent.__file__).parent
    for file in (*room.glob("*.py"), room.parent / "worker.py"):
        source = file.read_text(encoding="utf-8")
        assert not any(word in source for word in ("pickle", "marshal", "eval(", "exec(")), file


@pytest.mark.check
def test_the_command_line_has_a_sandbox(tmp_path: Path) -> None:
    copy = tmp_path / "page.txt"
    copy.write_text("山里的新路通车了\n\n本报讯 山里的新路通车了。\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "edition", "stories", "--json", "--sandbox", str(copy)],
        capture_output=True, text=True, check=True, timeout=120,
    )
    assert "山里的新路通车了" in json.dumps(json.loads(done.stdout), ensure_ascii=False)


def test_every_stop_is_an_error_of_ours() -> None:
    assert issubclass(Stopped, EditionError) and edition.Stopped is Stopped


@POSIX
@pytest.mark.check
def test_a_pack_from_a_folder_is_read_and_drawn_in_the_child(tmp_path: Path) -> None:
    """One whose template has no end; and a caller who wants it to stop is heard meanwhile."""
    (tmp_path / "pack.toml").write_text('api = 1\nextends = "newsletter"\n', encoding="utf-8")
    text = '{% extends "base.html.j2" %}{% block masthead %}' + ENDLESS + "{% endblock %}"
    (tmp_path / "paper.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(Stopped, match="too long"):
        edition.to_pdf(PAPER, tmp_path, sandbox=Limits(8.0, 2_000))
    begun = threading.Event()

    def told(step: Step, share: float) -> None:
        if step is Step.DRAW:
            begun.set()

    with pytest.raises(edition.Cancelled):
        edition.to_pdf(PAPER, tmp_path, on_progress=told, cancel=begun, sandbox=WIDE)


def test_a_finished_file_is_judged_in_a_child_as_in_the_host(tmp_path: Path) -> None:
    built = edition.to_pdf(PAPER, "newsletter")
    here = edition.check(built.data, PAPER)
    assert edition.check(built.data, PAPER, sandbox=WIDE) == here
    other = replace(STORY, headline="别的一篇稿件的标题")
    wanted = Edition("page", (Section(None, (other,)),))
    found = edition.check(built.data, wanted, sandbox=WIDE)
    assert found == edition.check(built.data, wanted)
    assert any(f.places for f in found.findings), "places travel too"
    with pytest.raises(UnreadableInput):
        edition.check(b"%PDF-1.7 junk", sandbox=WIDE)
    with pytest.raises(WrongUse):
        edition.check("no bytes", sandbox=WIDE)  # type: ignore[arg-type] # on purpose
    with pytest.raises(Stopped) as caught:
        edition.check(built.data, sandbox=Limits(0.05, 2_000))
    assert caught.value.kind == "child_too_long"


def test_the_command_checks_in_a_child(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from edition.cli import main

    path = tmp_path / "page.pdf"
    path.write_bytes(edition.to_pdf(PAPER, "newsletter").data)
    said = []
    for more in ([], ["--sandbox"]):
        assert main(["check", str(path), "--json", *more]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    path.write_bytes(b"junk")
    assert main(["check", str(path), "--sandbox"]) == 3


def test_a_report_of_no_rule_is_a_lie() -> None:
    from edition.checks import Finding, Report

    for finding in (Finding("XX", "must", 0, 1), Finding("S1", "maybe", 0, 1)):  # type: ignore[arg-type] # on purpose
        frame = b"".join(packed(Report("a", (finding,))))
        with pytest.raises(Lie):
            receive(io.BytesIO(frame), known(Report), 10_000)
