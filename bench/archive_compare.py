"""The parts of the archive's model measured, and its predictions held against measured runs.

Every run is predicted twice: with what an issue and a page cost on other issues (of few issues
that is as far off as the sets are unlike), and with what they cost the other run on the same
issues, which leaves the model itself: starts, the run's own time, the order of the issues, the
idle end. Where other work shares the machine, a hand has not a core for itself: the prediction is
then also made at the pace that the hands had in that very run (seconds of the clock for one of
the processor).
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

from bench.archive import PACK, Measured, archived, line_through, of_children, write_issues
from bench.archive_model import MEASURED, Cluster, Mishaps, Parts, simulate
from edition.archive.jobs import IssueEnd, Stand
from edition.archive.pressledger import CopyPlace, PressLedger
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
    """Measure, print, and return 1 where a prediction from the same issues, at the run's pace, is
    more than a tenth off."""
    with tempfile.TemporaryDirectory() as held:
        home = folder or Path(held)
        write_issues(home / "first", seed, count)
        write_issues(home / "second", seed + 1, count)
        parts = measured_parts(home / "first", Path(held))
        print(parts, flush=True)
        runs = {
            workers: archived(
                home / "second", Path(held) / f"out{workers}", "--workers", str(workers))
            for workers in (1, 2)
        }
    print("\n| workers | costs from | measured s | by the parts | off | at the run's pace | off "
          "| work of the issues off |\n|---|---|---|---|---|---|---|---|")
    worst = 0.0
    for workers, run in runs.items():
        issue, page = fitted(points_of(_warm(runs[3 - workers], 3 - workers)))
        same = compared(run, replace(parts, issue=issue, page=page), workers)
        worst = max(worst, abs(same.off))
        for name, one in (("other issues", compared(run, parts, workers)), ("the same", same)):
            print(f"| {workers} | {name} | {one.measured:.1f} | {one.alone:.1f} "
                  f"| {one.alone / one.measured - 1:+.1%} | {one.paced:.1f} | {one.off:+.1%} "
                  f"| {one.work - 1:+.1%} |")
    return int(worst > MOST_OFF)


def compared(run: Measured, parts: Parts, workers: int) -> Compared:
    """A run of so many workers beside its predictions."""
    pages = [int(str(one["pages"])) for one in sorted(run.issues, key=lambda o: str(o["issue"]))]
    cluster = Cluster(1, workers)
    expected = replace(parts, spread=0.0)
    alone = simulate(pages, cluster, expected, Mishaps()).seconds
    warm = _warm(run, workers)
    slowed = pace(warm)
    stretch = slowed / parts.pace
    paced = simulate(pages, cluster, replace(
        expected, pace=slowed, start=parts.start * stretch, begin=parts.begin * stretch,
    ), Mishaps()).seconds
    crowd = parts.crowd if workers > 1 else 1.0
    work = sum(parts.issue + parts.page * x for x, _ in points_of(warm)) * crowd
    return Compared(run.seconds, alone, paced, work / sum(y for _, y in points_of(warm)))


def measured_parts(home: Path, held: Path) -> Parts:
    """The parts on this machine, by one run of one worker and small trials."""
    run = archived(home, held / "parts", "--workers", "1")
    warm = _warm(run, 1)
    points = points_of(warm)
    issue, page = fitted(points)
    ratios = [log(max(0.01, y) / max(0.01, issue + page * x)) for x, y in points]
    smallest = _smallest(home, run)
    begin, look = _own_time(held, pace(warm))
    return replace(
        MEASURED, issue=issue, page=page, pace=pace(warm), spread=statistics.pstdev(ratios),
        crowd=_crowd(smallest), start=_start(smallest) * pace(warm), begin=begin, look=look,
        ledger=_ledger(held / "ledger"),
    )


def points_of(issues: Sequence[dict[str, object]]) -> list[tuple[float, float]]:
    """Pages, and seconds of the processor, of each issue."""
    return [(float(str(one["pages"])), float(str(one["processor"]))) for one in issues]


def fitted(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """Seconds of an issue without a page, and of each page: the line that is nearest in shares of
    the issue's own time, set so high that all the issues together take what they took."""
    page, issue = line_through([(1 / x, y / x) for x, y in points])
    height = sum(y for _, y in points) / sum(issue + page * x for x, _ in points)
    return issue * height, page * height


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
        before = of_children()
        stand = Stand(LIMITS)
        stand.make(_asked(place))
        stand.make(_asked(place))
        later = stand.used.processor
        stand.close()
        found.append(of_children() - before - 2 * later)
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
        before = of_children()
        subprocess.run(words, capture_output=True)
        found.append(of_children() - before)
    few, many = found
    return few * slowed, max(0.0, many - few) / (_IDLE - 1) * slowed


def _ledger(out: Path) -> float:
    """Seconds to write down that an issue is taken up and ended."""
    out.mkdir()
    ledger = PressLedger(out)
    names = [f"n{number}" for number in range(_LEDGER)]
    ledger.begin([CopyPlace(name, name) for name in names], {})
    began = time.perf_counter()
    for name in names:
        ledger.running(name)
        ledger.ended(IssueEnd(name, True, pages=4), "key")
    took = time.perf_counter() - began
    ledger.close()
    return took / _LEDGER
