"""The parts of the archive's model measured, and its predictions held against measured runs.

The parts come from one set of issues, the runs that are predicted are of another. Where other work
shares the machine, a hand has not a core for itself: the prediction is then also made at the pace
that the hands had in that very run (seconds of the clock for one of the processor), so that what is
left to be predicted is the work, the starts, the run's own time and the hands' idle end.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import log
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from bench.archive import PACK, Measured, archived, line_through, write_issues
from bench.archive_model import MEASURED, Cluster, Mishaps, Parts, simulate
from edition.archive.jobs import IssueEnd, Stand
from edition.archive.pressledger import PressLedger
from edition.issue.wholeissue import IssueAsked
from edition.sandbox.childlimits import Limits

MOST_OFF = 0.10
"""of a measured run, that a prediction may miss it by"""
_LEDGER, _IDLE = 200, 400
"""issues by which the run's own work is measured"""
_STARTS = 3
LIMITS = Limits(300.0, 2_048)


@dataclass(frozen=True)
class Compared:
    """A measured run beside what was predicted."""

    workers: int
    measured: float
    alone: float
    """by the parts alone"""
    paced: float
    """at the pace the hands had"""
    work: float
    """seconds of the processor that the issues took, as predicted ÷ as measured"""

    @property
    def off(self) -> float:
        return self.paced / self.measured - 1


def compare(count: int, seed: int, folder: Path | None) -> int:
    """Measure, print, and return 1 where a prediction at the run's pace is more than a tenth off.
    """
    with tempfile.TemporaryDirectory() as held:
        home = folder or Path(held)
        write_issues(home / "first", seed, count)
        write_issues(home / "second", seed + 1, count)
        parts = measured_parts(home / "first", Path(held))
        print(parts, flush=True)
        print("\n| workers | measured s | by the parts | off | at the run's pace | off "
              "| work of the issues off |\n|---|---|---|---|---|---|---|", flush=True)
        ends = []
        for workers in (1, 2):
            one = compared(home / "second", Path(held), parts, workers)
            ends.append(one)
            print(f"| {one.workers} | {one.measured:.1f} | {one.alone:.1f} "
                  f"| {one.alone / one.measured - 1:+.1%} | {one.paced:.1f} | {one.off:+.1%} "
                  f"| {one.work - 1:+.1%} |", flush=True)
    return int(any(abs(one.off) > MOST_OFF for one in ends))


def compared(home: Path, held: Path, parts: Parts, workers: int) -> Compared:
    """A run of so many workers, measured and predicted."""
    run = archived(home, held / f"out{workers}", "--workers", str(workers))
    pages = [int(str(one["pages"])) for one in sorted(run.issues, key=lambda o: str(o["issue"]))]
    cluster = Cluster(1, workers)
    expected = replace(parts, spread=0.0)
    alone = simulate(pages, cluster, expected, Mishaps()).seconds
    slowed = pace(_warm(run, workers))
    stretch = slowed / parts.pace
    paced = simulate(pages, cluster, replace(
        expected, pace=slowed, start=parts.start * stretch, begin=parts.begin * stretch,
    ), Mishaps()).seconds
    warm = _warm(run, workers)
    work = sum(parts.issue + parts.page * int(str(one["pages"])) for one in warm) * (
        parts.crowd if workers > 1 else 1.0)
    return Compared(workers, run.seconds, alone, paced,
                    work / sum(float(str(one["processor"])) for one in warm))


def measured_parts(home: Path, held: Path) -> Parts:
    """The parts on this machine, by one run of one worker and small trials."""
    run = archived(home, held / "parts", "--workers", "1")
    warm = _warm(run, 1)
    points = [(float(str(one["pages"])), float(str(one["processor"]))) for one in warm]
    issue, page = line_through(points)
    ratios = [log(max(0.01, y) / max(0.01, issue + page * x)) for x, y in points]
    smallest = _smallest(home, run)
    begin, look = _own_time(held, pace(warm))
    return replace(
        MEASURED, issue=issue, page=page, pace=pace(warm), spread=statistics.pstdev(ratios),
        crowd=_crowd(smallest), start=_start(smallest) * pace(warm), begin=begin, look=look,
        ledger=_ledger(held / "ledger"),
    )


def pace(issues: Sequence[dict[str, object]]) -> float:
    """Seconds of the clock for one of the processor, while issues are built."""
    return (sum(float(str(one["seconds"])) for one in issues)
            / sum(float(str(one["processor"])) for one in issues))


def _warm(run: Measured, workers: int) -> Sequence[dict[str, object]]:
    """The issues of a run without those before which a hand had to start."""
    return run.issues[workers:] or run.issues


def _smallest(home: Path, run: Measured) -> Path:
    least = min(run.issues, key=lambda one: float(str(one["processor"])))
    return next(home.rglob(str(least["issue"]).rpartition("/")[2]))


def _asked(place: Path) -> IssueAsked:
    return IssueAsked((str(place),), layout=PACK)


def _start(place: Path) -> float:
    """Seconds of the processor that a hand's first issue takes beyond a later one."""
    found = []
    for _ in range(_STARTS):
        before = getrusage(RUSAGE_CHILDREN)
        stand = Stand(LIMITS)
        stand.make(_asked(place))
        stand.make(_asked(place))
        later = stand.used.processor
        stand.close()
        after = getrusage(RUSAGE_CHILDREN)
        whole = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.append(whole - 2 * later)
    return statistics.median(found)


def _crowd(place: Path) -> float:
    """How many times as much of the processor an issue takes while another is built."""
    return max(1.0, _built(place, 2) / _built(place, 1))


def _built(place: Path, hands: int) -> float:
    """Seconds of the processor of an issue, by so many warm hands at once."""
    taken: list[float] = []

    def work(wait: Callable[[], object]) -> None:
        stand = Stand(LIMITS)
        stand.make(_asked(place))
        wait()
        for _ in range(3):
            stand.make(_asked(place))
            taken.append(stand.used.processor)
        stand.close()

    gate = threading.Barrier(hands)
    threads = [threading.Thread(target=work, args=(gate.wait,)) for _ in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statistics.median(taken)


def _own_time(held: Path, slowed: float) -> tuple[float, float]:
    """Seconds of a run that has nothing to do: its own, and for each issue."""
    found = []
    for count in (1, _IDLE):
        home, out = held / f"refused{count}", held / f"idle{count}"
        for number in range(count):
            place = home / f"n{number:04}"
            place.mkdir(parents=True)
            (place / "copy.txt").touch()
        words = [sys.executable, "-m", "edition", "archive", str(home), "-o", str(out), "-q"]
        subprocess.run([*words, "--workers", "1"], capture_output=True)
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(words, capture_output=True)
        after = getrusage(RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    few, many = found
    return few * slowed, max(0.0, many - few) / (_IDLE - 1) * slowed


def _ledger(out: Path) -> float:
    """Seconds to write down that an issue is taken up and ended."""
    out.mkdir()
    ledger = PressLedger(out)
    names = [f"n{number}" for number in range(_LEDGER)]
    ledger.begin([(name, name) for name in names], {})
    began = time.perf_counter()
    for name in names:
        ledger.running(name)
        ledger.ended(IssueEnd(name, True, pages=4), "key")
    took = time.perf_counter() - began
    ledger.close()
    return took / _LEDGER
