"""Progress: the steps a build tells its caller, and what a terminal shows of them."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from edition import build
from edition.cli.progress import shown
from edition.cli.voice import Voice
from edition.steps import Step

ROOT = Path(__file__).resolve().parent.parent
SEED = next((ROOT / "seeds").glob("*.txt"))


def test_a_build_tells_its_steps_in_order_and_how_far_they_are(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    copy = "山路\n\n新路通车了。\n\n（方晴）\n\n老桥\n\n桥头很新。\n\n（李明）\n"
    page.write_text(copy, encoding="utf-8")
    told: list[tuple[Step, float]] = []

    def tell(step: Step, share: float) -> None:
        told.append((step, share))

    read = build.read(page, on_progress=tell)
    paper = build.to_pdf(read.edition, on_progress=tell)
    build.to_epub(read.edition, paper.pages, on_progress=tell)
    making = [share for step, share in told if step is Step.MAKE_UP]
    assert making[0] == 0.0 and all(0 <= share < 1 for share in making[:-1])
    for step in (Step.READ, Step.SET, Step.MAKE_UP, Step.DRAW, Step.PACK):
        assert [share for one, share in told if one is step][-1] == 1.0
    assert [(step, share) for step, share in dict.fromkeys(told)] == [
        (Step.READ, 0.0), (Step.READ, 1.0), (Step.SET, 0.0), (Step.SET, 0.5), (Step.SET, 1.0),
        (Step.MAKE_UP, 0.0), (Step.MAKE_UP, 1.0), (Step.DRAW, 0.0), (Step.DRAW, 1.0),
        (Step.PACK, 0.0), (Step.PACK, 1.0),
    ]
    assert build.to_pdf(read.edition).data == paper.data


def at_a_terminal(argv: list[str], stop_after: float | None = None) -> tuple[str, int]:
    """What `edition` shows on a terminal, and its exit code; interrupted after some seconds."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "edition", *argv, "--lang", "zh-Hans"], cwd=ROOT,
        stdout=subprocess.PIPE, stderr=theirs, env={**os.environ, "TERM": "xterm"},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    os.close(theirs)
    shown = b""
    started = time.monotonic()
    while True:
        if stop_after is not None and time.monotonic() - started > stop_after:
            run.send_signal(signal.SIGINT)
            stop_after = None
        try:
            shown += os.read(ours, 65536)
        except OSError:
            break
    os.close(ours)
    run.communicate(timeout=60)
    return shown.decode("utf-8", "replace"), run.returncode


@pytest.mark.slow
def test_a_terminal_sees_the_steps_by_name(tmp_path: Path) -> None:
    seen, code = at_a_terminal(["pdf", str(SEED), "-o", str(tmp_path / "page.pdf")])
    assert code == 0
    places = [seen.find(step) for step in ("读稿", "拼版", "输出")]
    assert -1 not in places and places == sorted(places)
    assert "已写好" in seen.splitlines()[-1]


@pytest.mark.slow
def test_an_interrupt_takes_the_bar_away_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    seen, code = at_a_terminal(["pdf", str(SEED), "-o", str(out)], stop_after=2.0)
    assert code == 130 and not out.exists()
    assert "Traceback" not in seen and "已中断" in seen.splitlines()[-1]
    assert seen.count("\x1b[?25l") == seen.count("\x1b[?25h")


def test_an_interrupt_as_the_bar_begins_gives_the_cursor_back(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from rich.live import Live

    def interrupted(self: Live) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Live, "_enable_redirect_io", interrupted)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(KeyboardInterrupt), shown(Voice(None)):
        pass
    told = capsys.readouterr().err
    assert told.count("\x1b[?25l") == told.count("\x1b[?25h") == 1
