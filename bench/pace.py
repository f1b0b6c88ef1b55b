"""Processor time of a command from two checkouts, turn about: is this one slower?

    python -m bench pace OLD_CHECKOUT [--pairs N] [--warm] [--of pdf|epub|stories|help]

Cold: a fresh process each time, its start counted. Warm: the second of two calls in one process.
One run of each is made before and not counted, so that both find their modules compiled.
Two runs of a pair stand side by side in time, and take turns at going first, so that a machine
that slows down slows both.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from resource import struct_rusage
from statistics import median

HERE = Path(__file__).resolve().parents[1]
SEED = HERE / "seeds" / "000_ff888278d800d57a.txt"
PAIRS = 7
_WARM = """
import sys, time
from edition.cli import main
for _ in range(2):
    begin = time.process_time()
    if main(sys.argv[1:]):
        sys.exit(1)
print(time.process_time() - begin)
"""
_WHENCE = "import edition; print(edition.__file__)"

_COMPILED = Path(tempfile.gettempdir()) / "edition-pace"

Clock = Callable[[Path], float]
"""seconds that one run from a checkout takes"""


@dataclass(frozen=True, slots=True)
class Pace:
    """What paired runs come to; times in seconds of the processor."""

    old: float
    """median"""
    new: float
    """median"""
    ratio: float
    """new ÷ old, the median of all pairs"""
    least: float
    most: float
    """the pairs' least and greatest ratio"""

    def __str__(self) -> str:
        return (f"old {self.old:.2f} s, new {self.new:.2f} s, new ÷ old {self.ratio:.3f} "
                f"(pairs from {self.least:.3f} to {self.most:.3f})")


def pace(pairs: Sequence[tuple[float, float]]) -> Pace:
    """The figures of (old, new) pairs. Raises ValueError without any."""
    if not pairs:
        raise ValueError("no pairs")
    ratios = sorted(new / old for old, new in pairs)
    return Pace(
        median(old for old, _ in pairs), median(new for _, new in pairs), median(ratios),
        ratios[0], ratios[-1],
    )


def paired(clock: Clock, old: Path, new: Path, count: int) -> Iterator[tuple[float, float]]:
    """(old, new) of `count` pairs of runs; in every second pair the new one goes first."""
    for turn in range(count):
        if turn % 2:
            after = clock(new)
            yield clock(old), after
        else:
            yield clock(old), clock(new)


def cold(checkout: Path, command: str = "pdf", source: Path = SEED) -> float:
    """Seconds of a process of its own, start and all."""
    with tempfile.TemporaryDirectory() as folder:
        child = subprocess.Popen(
            [sys.executable, "-m", "edition", *_asked(folder, command, source)],
            env=environment_of(checkout), cwd=folder,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        return used_by(child, f"{checkout}: edition {command}")


def used_by(child: subprocess.Popen[bytes], name: str) -> float:
    """Seconds of the processor that a child takes to its end, which is waited for."""
    used = ended(child, name)
    return used.ru_utime + used.ru_stime


def ended(child: subprocess.Popen[bytes], name: str) -> struct_rusage:
    """What a child used to its end, which is waited for. Raises SystemExit where it failed."""
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{name} ended with {child.returncode}")
    return used


def warm(checkout: Path, command: str = "pdf") -> float:
    """Seconds of the second of two calls in one process."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", _WARM, *_asked(folder, command)], env=environment_of(checkout),
            cwd=folder, capture_output=True, text=True,
        )
    if done.returncode:
        said = f"ended with {done.returncode}\n{done.stderr}"
        raise SystemExit(f"{checkout}: edition {command} {said}")
    return float(done.stdout.split()[-1])


def _asked(folder: str, command: str, source: Path = SEED) -> list[str]:
    if command == "help":
        return ["--help"]
    if command == "stories":
        return ["stories", str(source)]
    return [command, str(source), "-o", str(Path(folder) / f"page.{command}")]


def environment_of(checkout: Path) -> dict[str, str]:
    """The environment of a run: compiled modules are kept, outside the checkout."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": str(checkout), "PYTHONPYCACHEPREFIX": str(_COMPILED)}


def _is_used(checkout: Path) -> bool:
    """True where a child imports `edition` from the checkout and from nowhere else."""
    told = subprocess.run(
        [sys.executable, "-c", _WHENCE], env=environment_of(checkout), cwd=tempfile.gettempdir(),
        capture_output=True, text=True,
    )
    return told.returncode == 0 and Path(told.stdout.strip()).is_relative_to(checkout)


def main(argv: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench pace", description=__doc__)
    parser.add_argument("old", type=Path, metavar="OLD_CHECKOUT")
    parser.add_argument("--pairs", type=int, default=PAIRS)
    parser.add_argument("--warm", action="store_true")
    parser.add_argument("--of", choices=("pdf", "epub", "stories", "help"), default="pdf")
    asked = parser.parse_args(argv)
    old = asked.old.resolve()
    for checkout in (old, HERE):
        if not _is_used(checkout):
            parser.error(f"{checkout} is no checkout of edition")
    if asked.pairs < 1:
        parser.error("--pairs: at least 1")
    clock = partial(warm if asked.warm else cold, command=asked.of)
    for checkout in (old, HERE):
        clock(checkout)
    print(pace(list(paired(clock, old, HERE, asked.pairs))))
    return 0
