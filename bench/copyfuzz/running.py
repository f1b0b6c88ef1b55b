"""`python -m bench copyfuzz --depth reading --runs 10000 --seed 1 --jobs 2`.

Every copy is read and held against its own lines; with `--depth finished` it is also made into a
paper and a book, both held against the stories. What fails is written to `bench/broken/`.
"""

from __future__ import annotations

import argparse
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing import Pool
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.copyfuzz import oracle
from bench.copyfuzz.copies import Copy, copy_of
from edition import build
from edition.errors import Diagnostic, EditionError
from edition.readers import read_bytes
from edition.storyjson.write import stories_json

BROKEN = Path(__file__).resolve().parent.parent / "broken"
LAYOUTS = ("newsletter", "tabloid", "broadsheet")
SHOWN = 12
"""broken copies that are written down and shown"""


@dataclass(slots=True)
class Outcome:
    """What came of one copy."""

    number: int
    suffix: str
    clean: bool
    characters: int = 0
    named: int = 0
    queries: int = 0
    pages: int = 1
    seconds: float = 0.0
    refused: str = ""
    faults: list[tuple[str, str]] = field(default_factory=list)
    """(where and what, the characters in question)"""


def told(remarks: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    """Remarks as plain values."""
    return [
        {"kind": r.kind, "severity": r.severity.value, "line": r.line, "text": r.text,
         "values": dict(r.values)} for r in remarks
    ]


def outcome(copy: Copy, number: int, depth: str) -> Outcome:
    """Read the copy, make it if asked to, and let the oracle judge."""
    result = Outcome(number, Path(copy.name).suffix, copy.clean)
    began = perf_counter()
    try:
        _read(copy, result, depth)
    except EditionError as error:
        result.refused = error.kind
        if copy.clean:
            result.faults.append(("refused", str(error)))
    except Exception as error:
        result.faults.append(("crash", f"{type(error).__name__}: {error}"))
    result.seconds = perf_counter() - began
    return result


def _read(copy: Copy, result: Outcome, depth: str) -> None:
    read = build.repair(read_bytes(copy.data, copy.name, copy.sidecar))
    stories, remarks = stories_json(read.edition, read.diagnostics), told(read.diagnostics)
    verdict = oracle.copy_and_stories(copy.rows, stories, remarks, copy.hidden)
    if result.suffix == ".txt":
        verdict.unseen = oracle.unseen(copy.rows, stories, remarks)
        verdict.lost += oracle.silent(stories, remarks)
    result.characters, result.named = verdict.characters, verdict.named
    result.queries = sum(r["line"] is not None and r["severity"] != "info" for r in remarks)
    result.faults += _faults("reading", verdict)
    if depth == "finished":
        paper = build.to_pdf(read.edition, LAYOUTS[result.number % len(LAYOUTS)])
        result.pages = max(1, len(paper.pages))
        result.faults += _faults(
            "page", oracle.stories_and_page(
                stories, told(paper.diagnostics), paper.data, [p.label for p in paper.pages]
            )
        )
        book = build.to_epub(read.edition, paper.pages)
        result.faults += _faults("book", oracle.stories_and_book(stories, book.data))


def _faults(where: str, verdict: oracle.Verdict) -> Iterator[tuple[str, str]]:
    found: Mapping[str, str] = {
        "lost": verdict.lost, "invented": verdict.invented, "order": "|".join(verdict.order),
        "unseen": verdict.unseen, "alarm": " ".join(verdict.alarms),
    }
    return ((f"{where}: {what}", text) for what, text in found.items() if text)


def one(job: tuple[int, str, str]) -> Outcome:
    """One copy by its number; the work of one process of the pool."""
    number, seed, depth = job
    return outcome(copy_of(number, seed, depth == "finished"), number, depth)


def run(
    runs: int, seed: str, depth: str, jobs: int = 1, first: int = 0
) -> Iterator[Outcome]:
    """The outcomes in the order of their numbers, which begin with `first`."""
    work = [(number, seed, depth) for number in range(first, first + runs)]
    if jobs < 2:
        yield from map(one, work)
        return
    with Pool(jobs, maxtasksperchild=4000) as pool:
        yield from pool.imap(one, work, chunksize=20)


def keep(copy: Copy) -> Path:
    """Write a broken copy and its sidecar, under its digest."""
    BROKEN.mkdir(parents=True, exist_ok=True)
    path = BROKEN / f"{sha256(copy.data).hexdigest()[:12]}{Path(copy.name).suffix}"
    path.write_bytes(copy.data)
    if copy.sidecar:
        path.with_suffix(".toml").write_bytes(copy.sidecar)
    return path


@dataclass(slots=True)
class Sums:
    """What is counted over all outcomes."""

    copies: int = 0
    characters: int = 0
    clean_characters: int = 0
    clean_named: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    seconds: float = 0.0
    faults: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    asked: list[float] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)

    def add(self, result: Outcome) -> None:
        self.copies += 1
        self.characters += result.characters
        self.seconds += result.seconds
        self.slowest = max(self.slowest, (result.seconds, result.number))
        if result.refused:
            self.refused[result.refused] += 1
        if result.clean:
            self.clean_characters += result.characters
            self.clean_named += result.named
            self.asked.append(result.queries / result.pages)
        for what, text in result.faults:
            self.faults[what] += 1
            self.lost[what] += len(text)
        if result.faults:
            self.broken.append(result.number)

    @property
    def share(self) -> float:
        """per cent of the characters of clean copy that are named instead of printed"""
        return 100 * self.clean_named / max(1, self.clean_characters)

    @property
    def median(self) -> float:
        return statistics.median(self.asked) if self.asked else 0.0

    @property
    def sound(self) -> bool:
        return not self.faults and self.share <= 0.1 and self.median <= 3


def table(sums: Sums, depth: str, wall: float) -> str:
    """The figures as lines of text."""
    lines = [
        f"depth {depth}: {sums.copies} copies, {sums.characters} characters, "
        f"{wall:.0f} s, {sums.copies / max(wall, 0.001):.1f} copies/s",
        f"clean copy: named {sums.share:.3f} % of characters, "
        f"queries a page {sums.median:.1f} (median), {_high(sums.asked):.1f} (95 %)",
        f"slowest copy: {sums.slowest[0]:.2f} s, number {sums.slowest[1]}",
        f"refused by one clear error: {sums.refused.total()} "
        + ", ".join(f"{kind} {n}" for kind, n in sums.refused.most_common()),
        f"broken copies: {len(sums.broken)}",
    ]
    wheres = ("reading", "page", "book") if depth == "finished" else ("reading",)
    for where in wheres:
        told_of = ", ".join(
            f"{what} {sums.faults[f'{where}: {what}']} ({sums.lost[f'{where}: {what}']})"
            for what in ("lost", "invented", "order", "unseen", "alarm")
        )
        lines.append(f"{where}, copies (characters): {told_of}")
    lines.append(f"crashes {sums.faults['crash']}, clean copy refused {sums.faults['refused']}")
    return "\n".join(lines)


def _high(values: Sequence[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)] if values else 0.0


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m bench copyfuzz")
    parser.add_argument("--depth", choices=("reading", "finished"), default="reading")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", default="1")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--only", type=int, help="this copy alone, printed")
    wanted = parser.parse_args(arguments)
    if wanted.only is not None:
        return _show(wanted.only, wanted.seed, wanted.depth)
    began, sums = perf_counter(), Sums()
    for result in run(wanted.runs, wanted.seed, wanted.depth, wanted.jobs):
        sums.add(result)
        if result.faults and len(sums.broken) <= SHOWN:
            copy = copy_of(result.number, wanted.seed, wanted.depth == "finished")
            print(f"copy {result.number}{' (clean)' * result.clean}: {keep(copy)}")
            for what, text in result.faults:
                print(f"  {what}: {text[:100]!r}")
    print(table(sums, wanted.depth, perf_counter() - began))
    return 0 if sums.sound else 1


def _show(number: int, seed: str, depth: str) -> int:
    copy = copy_of(number, seed, depth == "finished")
    result = outcome(copy, number, depth)
    print(keep(copy), result)
    for story, text in copy.rows:
        print(f"{story:2} {text!r}")
    return 1 if result.faults else 0
