"""A run, or its children, killed at any moment: in the end every good issue is built, whole."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from archive.staged_worker import paper
from archive.test_archive_command import ROOT, SHORT, files_of, issues, staged

pytestmark = [
    pytest.mark.check,
    pytest.mark.skipif(sys.platform != "linux", reason="children are found as on Linux"),
]
GOOD = {f"p{n:02}": f"sleep 0.1\n{n}" for n in range(24)}
BAD = {"p05-grow": "grow", "p11-refuse": "refuse", "p16-die": "die", "p20-hang": "hang"}
"""among the good ones, so that runs cut off early come to both"""
BOUNDS = ("--most-seconds", "10", "--most-memory", "400", "--workers", "2", "--json")
FEW = 12
"""runs that are cut off before the last"""


def ended(run: subprocess.Popen[bytes], seconds: float = 120) -> list[dict[str, object]]:
    out, _ = run.communicate(timeout=seconds)
    return [json.loads(line) for line in out.splitlines() if line.endswith(b"}")]


def judged(tmp_path: Path, run: subprocess.Popen[bytes]) -> None:
    """The last run's end: all good issues done and whole, the bad ones named, nothing left over."""
    ended(run)
    assert run.returncode == 1
    base = sqlite3.connect(tmp_path / "out" / "ledger.sqlite")
    states = dict(base.execute("SELECT name, state FROM issues"))
    errors = dict(base.execute("SELECT name, error FROM issues WHERE state = 'failed'"))
    base.close()
    assert states == {**dict.fromkeys(GOOD, "done"), **dict.fromkeys(BAD, "failed")}
    assert errors == {
        "p05-grow": "child_too_big", "p11-refuse": "copy_empty", "p16-die": "child_killed",
        "p20-hang": "child_too_long",
    }
    found = files_of(tmp_path / "out" / "issues")
    assert found == {
        f"{name}/{name}{end}": paper(text + kind) for name, text in GOOD.items()
        for kind, end in (("pdf", ".pdf"), ("epub", ".epub"), ("proof", ".proof.html"))
    }


def test_the_run_is_killed_again_and_again(tmp_path: Path) -> None:
    rng = random.Random(20)
    home = issues(tmp_path / "papers", **GOOD, **BAD)
    notes = tmp_path / "notes"
    for _ in range(FEW):
        run = staged(home, "-o", tmp_path / "out", *BOUNDS, EDITION_TEST_NOTES=str(notes))
        time.sleep(rng.uniform(0.2, 3.0))
        run.kill()
        run.communicate()
    judged(tmp_path, staged(home, "-o", tmp_path / "out", *BOUNDS, EDITION_TEST_NOTES=str(notes)))
    made = Counter(notes.read_text(encoding="utf-8").split())
    again = sum(made.values()) - len(GOOD)
    assert again <= 2 * FEW, "only what was in hand when a run was killed is built twice"


def test_children_are_killed_again_and_again(tmp_path: Path) -> None:
    """By anybody, at any moment. A good issue that loses its child twice fails, and is tried again.
    """
    rng = random.Random(21)
    home = issues(tmp_path / "papers", **GOOD, **BAD)
    run = staged(home, "-o", tmp_path / "out", *BOUNDS)
    killed = 0
    while run.poll() is None and killed < 20:
        time.sleep(rng.uniform(0.05, 0.3))
        for child in _workers(run.pid):
            if rng.random() < 0.5:
                with suppress(ProcessLookupError):
                    os.kill(child, signal.SIGKILL)
                    killed += 1
    ended(run)
    judged(tmp_path, staged(home, "-o", tmp_path / "out", *BOUNDS, "--retry", "failed"))
    assert killed >= 10


def test_the_ledger_is_lost(tmp_path: Path) -> None:
    home = issues(tmp_path / "papers", **GOOD, **BAD)
    ended(staged(home, "-o", tmp_path / "out", *BOUNDS))
    ledger = tmp_path / "out" / "ledger.sqlite"
    ledger.write_bytes(ledger.read_bytes()[:5000])
    judged(tmp_path, staged(home, "-o", tmp_path / "out", *BOUNDS))


def test_a_real_run_that_is_killed_makes_what_build_makes(tmp_path: Path) -> None:
    rng = random.Random(22)
    texts = {f"p{n}": SHORT.replace("小桥", f"第{n}号桥") for n in range(5)}
    home = issues(tmp_path / "papers", **texts)
    command = [sys.executable, "-m", "edition", "--lang", "en"]
    told = [*command, "archive", str(home), "-o", str(tmp_path / "out"), "--workers", "2"]
    for _ in range(3):
        run = subprocess.Popen(told, cwd=ROOT, stderr=subprocess.PIPE)
        time.sleep(rng.uniform(1.0, 6.0))
        run.kill()
        run.communicate()
    subprocess.run(told, cwd=ROOT, check=True, stderr=subprocess.PIPE)
    for name in texts:
        alone = tmp_path / "alone" / name
        subprocess.run([*command, "build", str(home / name), "-o", str(alone)], cwd=ROOT,
                       check=True, stderr=subprocess.PIPE)
    assert files_of(tmp_path / "out" / "issues") == files_of(tmp_path / "alone")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "issues", "ledger.sqlite", "report.html", "report.jsonl"
    ]


def _workers(parent: int) -> list[int]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            if int(fields[1]) == parent:
                found.append(int(stat.parent.name))
    return found
