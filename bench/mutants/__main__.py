"""`python -m bench.mutants --seed N [--count 200] [--rooms …]`: how many small faults are seen.

A mutant is decided when tests that enter its function ran: killed where one fails, survived where
none does. Those in `excused.toml` change nothing a user could see; each has its reason there.
One process loads the tests; every mutant is a fork of it, in which the code of one function is
another. Tests are tried in order of their time, the quickest first; then golden files, those first
that draw most. `--again FILE` tries once more what lived in an earlier run.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import random
import signal
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

from bench.mutants.seen import Seen, seen
from bench.mutants.sites import Site, mutated, sites

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("readers", "makeup", "checks", "passes")
SECONDS = 45.0
"""of tests, as measured, tried on one mutant: with more, more would be killed"""
GOLDEN_SECONDS = 60.0
"""of golden files tried on a mutant that the other tests let live"""
GOLDENS = "tests/test_goldens.py"
RUNS = [["tests", "-m", "not check"], [GOLDENS, "-m", "check"]]
"""the tests that are tried: those of `make test`, and the golden files of `make check`"""
WAIT = 600
"""seconds until a mutant is taken for one that never ends: killed"""
EXCUSED = Path(__file__).parent / "excused.toml"


def drawn(seed: int, count: int, rooms: tuple[str, ...]) -> list[Site]:
    """`count` sites, an equal share of every room, drawn by `seed`."""
    lots = random.Random(seed)
    found: list[Site] = []
    for place, room in enumerate(rooms):
        share = count // len(rooms) + (place < count % len(rooms))
        paths = sorted((ROOT / "edition" / room).rglob("*.py"))
        every = [site for path in paths for site in sites(ROOT, path)]
        found += lots.sample(every, min(share, len(every)))
    return found


def judged(site: Site, table: Seen) -> tuple[str, str]:
    """(verdict, the test that killed): killed, survived, or undecided where no test enters."""
    tests = table.get(f"{site.path}::{site.function}", {})
    golden = {name: cost for name, cost in tests.items() if name.startswith(GOLDENS)}
    others = {name: cost for name, cost in tests.items() if name not in golden}
    dearest = {name: golden[name] for name in sorted(golden, key=golden.__getitem__, reverse=True)
               if golden[name] <= GOLDEN_SECONDS}
    chosen = [*_within(others, SECONDS), *_within(dearest, GOLDEN_SECONDS)]
    if not chosen:
        return "survived", "no test enters it"
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _child(site, chosen, writer)
    os.close(writer)
    return _waited(child, reader)


def _within(tests: dict[str, float], seconds: float) -> list[str]:
    """The tests that take so many seconds together, in their order; one at least."""
    chosen: list[str] = []
    spent = 0.0
    for name, cost in tests.items():
        if not chosen or spent + cost <= seconds:
            chosen.append(name)
            spent += cost
    return chosen


def _child(site: Site, tests: list[str], writer: int) -> None:
    """In the fork: change the function, run the tests, tell the first that fails."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    signal.alarm(WAIT)
    verdict = "killed by its import"
    try:
        if put(site):
            failed: list[str] = []

            class Watch:
                def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
                    if report.failed:
                        failed.append(report.nodeid)

            pytest.main(["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests], [Watch()])
            verdict = f"killed {failed[0]}" if failed else "survived"
        else:
            verdict = "unplaced"
    finally:
        os.write(writer, verdict.encode())
        os._exit(0)


def _waited(child: int, reader: int) -> tuple[str, str]:
    told = b""
    while part := os.read(reader, 4096):
        told += part
    os.close(reader)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) or not told:
        return "killed", "it never ended"
    verdict, _, test = told.decode().partition(" ")
    return verdict, test


def put(site: Site) -> bool:
    """Give the function of a site the code it has with the change; every caller sees it."""
    module = importlib.import_module(site.path.removesuffix(".py").replace("/", "."))
    whole = compile(mutated(ROOT, site), str(ROOT / site.path), "exec")
    code = _code(whole, site.function)
    held = _held(module, site.function)
    if code is None or held is None or len(code.co_freevars) != len(held.__code__.co_freevars):
        return False
    held.__code__ = code
    return True


def _code(whole: CodeType, name: str) -> CodeType | None:
    """The code of a function by its qualified name."""
    for part in whole.co_consts:
        if isinstance(part, CodeType):
            if part.co_qualname == name:
                return part
            if name.startswith(part.co_qualname + ".") and (deep := _code(part, name)):
                return deep
    return None


def _held(module: Any, name: str) -> FunctionType | None:
    """The function object that callers hold, under caches, properties and class methods."""
    found: Any = module
    for part in name.split("."):
        found = found.__dict__.get(part) if hasattr(found, "__dict__") else None
        if found is None:
            return None
    for unwrapped in ("fget", "__func__", "__wrapped__"):
        found = getattr(found, unwrapped, None) or found
    return found if isinstance(found, FunctionType) else None


def excuses() -> dict[str, str]:
    """Name of a site → why no user could see its change."""
    if not EXCUSED.exists():
        return {}
    found: dict[str, str] = tomllib.loads(EXCUSED.read_text(encoding="utf-8"))
    return found


def main() -> int:
    """Draw, try and count; exit 1 where fewer are killed than asked for."""
    parser = argparse.ArgumentParser(prog="python -m bench.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=2611)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--rooms", default=",".join(ROOMS))
    parser.add_argument("--least", type=float, default=0.0, help="share to be killed, of 1")
    parser.add_argument("--seen", type=Path, default=ROOT / "build" / "mutants.seen.json")
    parser.add_argument("--out", type=Path, default=None, help="verdicts as JSON")
    parser.add_argument("--again", type=Path, default=None, help="verdicts of an earlier run")
    parser.add_argument("--part", default="1/1", help="1/2: the first half, for one of two runs")
    given = parser.parse_args()
    os.chdir(ROOT)
    table = seen(ROOT, given.seen, RUNS)
    _load_tests()
    part, parts = (int(n) for n in given.part.split("/"))
    chosen = drawn(given.seed, given.count, tuple(given.rooms.split(",")))[part - 1 :: parts]
    rows, known = [], excuses()
    lived = _lived(given.again) if given.again else None
    for site in chosen:
        if lived is not None and (site.name, site.line) not in lived:
            continue
        began = time.perf_counter()
        verdict, test = judged(site, table)
        if verdict == "survived" and site.name in known:
            verdict = "excused"
        rows.append({"site": site.name, "line": site.line, "verdict": verdict, "by": test})
        print(f"{verdict:<9} {time.perf_counter() - began:6.1f} s  {site.path}:{site.line} "
              f"{site.function}: {site.what}", flush=True)
        if given.out:
            given.out.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return _told(rows, given.least)


def _lived(kept: Path) -> set[tuple[str, int]]:
    """Name and line of every site that survived in a run whose verdicts were kept."""
    rows = json.loads(kept.read_text(encoding="utf-8"))
    return {(row["site"], row["line"]) for row in rows if row["verdict"] == "survived"}


def _load_tests() -> None:
    """Import every test once, here: the forks find them in memory."""
    kept = os.dup(1)
    with open(os.devnull, "w", encoding="utf-8") as quiet:
        os.dup2(quiet.fileno(), 1)
        pytest.main(["--collect-only", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "tests"])
        os.dup2(kept, 1)


def _told(rows: list[dict[str, Any]], least: float) -> int:
    rooms: dict[str, Counter[str]] = {}
    for row in rows:
        rooms.setdefault(row["site"].split("/")[1], Counter())[row["verdict"]] += 1
    every: Counter[str] = sum(rooms.values(), Counter())
    for room, counts in (*rooms.items(), ("all", every)):
        decided = counts["killed"] + counts["survived"]
        share = counts["killed"] / decided if decided else 1.0
        print(f"{room:<10} {counts['killed']} of {decided} killed ({share:.0%}), "
              f"{counts['excused']} excused, {counts['unplaced']} unplaced")
    decided = every["killed"] + every["survived"]
    return 0 if not decided or every["killed"] / decided >= least else 1


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    sys.exit(main())
