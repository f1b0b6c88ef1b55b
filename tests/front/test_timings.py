"""`--timings`: where the time went, by room; and nothing of it where it is not asked for."""

from __future__ import annotations

import json
import signal
import threading
from pathlib import Path

import pytest

from edition.cli import main, timings

COPY = "石桥修好了\n\n" + "昨天上午，修了三个月的老石桥通车了，村里的老人都来看。\n" * 6
ROOMS = {p.name.removesuffix(".py") for p in Path(timings.__file__).resolve().parents[1].iterdir()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    path = tmp_path / "copy.txt"
    path.write_text(COPY, encoding="utf-8")
    return path


def test_the_rooms_are_told_at_the_end(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", str(copy), "-o", str(tmp_path / "a.pdf"), "--timings", "--lang", "en"]) == 0
    lines = capsys.readouterr().err.splitlines()
    head = next(at for at, line in enumerate(lines) if "s of the processor" in line)
    rows = [line.split("%", 1)[1].strip() for line in lines[head + 1:]]
    assert rows and "wrote" not in " ".join(rows)
    assert {row.split(" · ")[0] for row in rows} <= ROOMS | {"loading code"}


def test_a_program_is_told_an_event(
    copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pdf", str(copy), "-o", str(tmp_path / "a.pdf"), "--timings", "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    (told,) = (event for event in events if event["event"] == "timings")
    spent = sum(row["seconds"] for row in told["rooms"])
    rounding = 0.0005 * (len(told["rooms"]) + 1)
    assert 0 < spent <= told["processor"] + rounding
    assert all(row["room"] in ROOMS | {""} for row in told["rooms"])


def test_the_clock_of_a_host_is_given_back(copy: Path) -> None:
    def mine(number: int, frame: object) -> None: ...

    before = signal.signal(signal.SIGPROF, mine)
    try:
        main(["stories", str(copy), "--timings"])
        assert signal.getsignal(signal.SIGPROF) is mine
        assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    finally:
        signal.signal(signal.SIGPROF, before)


def test_outside_the_main_thread_nothing_is_watched(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[int] = []
    thread = threading.Thread(
        target=lambda: codes.append(main(["stories", str(copy), "--timings", "--lang", "en"]))
    )
    thread.start()
    thread.join()
    assert codes == [0]
    assert "s of the processor" not in capsys.readouterr().err


def test_nothing_is_told_unasked(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["stories", str(copy), "--lang", "en"])
    assert "s of the processor" not in capsys.readouterr().err
