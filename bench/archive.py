"""The archive against one warm process: throughput, memory, a run with nothing to do.

    python -m bench archive [--count 60] [--seed 20] [--folder DIR] [--out DIR] [--workers 2]
                            [--dask local] [--alone 1]

Issues of 1 to 16 pages of the tabloid are drawn by seed and written as copy, half of them as story
JSON with pictures, half as plain text with a sidecar. One process builds them in turn, in a
`Session`; then `edition archive` builds them, and is called once more with nothing to do. With
`--alone N` the session builds every Nth issue alone, and what it would take for all is reckoned by
what each took in the archive.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import mean, median

from bench.pairs import news
from edition.blocks import Paragraph
from edition.model import Edition, Imprint
from edition.storyjson.jsontext import to_json

PAGES = (1, 1, 1, 1, 2, 2, 2, 4, 4, 4, 6, 8, 8, 12, 16)
"""pages of an issue, one of these"""
PACK = "tabloid"
FIRST = date(1988, 1, 4)
SEED = 20
_SESSION = """
import json, sys, time
import edition
from edition import build
session, rows = edition.Session(), []
places = sys.argv[1:]
for place in [places[0], *places]:
    wall, processor = time.perf_counter(), time.process_time()
    read = build.read(place)
    paper = session.to_pdf(read.edition, "tabloid")
    book = build.to_epub(read.edition, paper.pages, pack="tabloid")
    proof = build.to_proof(read, lang="zh-Hans")
    report = build.check(paper.data, read.edition)
    rows.append((time.perf_counter() - wall, time.process_time() - processor, len(paper.pages)))
print(json.dumps(rows[1:]))
"""


@dataclass(frozen=True)
class Measured:
    """What a run of the archive came to."""

    seconds: float
    processor: float
    """seconds of all its processes"""
    own: float
    """seconds of the processor that the run itself took, its children left out"""
    issues: tuple[dict[str, object], ...]
    """in the order in which they ended"""


def issue(seed: int, number: int) -> Edition:
    """An issue, of about as many pages as is drawn."""
    rng = random.Random(f"archive {seed} {number}")
    pages = rng.choice(PAGES)
    made = news.edition(rng.randrange(10**6), PACK, float(pages))
    imprint = Imprint(paper="江岸日报", date=FIRST + timedelta(days=number), issue=str(number + 1))
    return replace(made, name=f"n{number:04}", imprint=imprint)


def write_issues(folder: Path, seed: int, count: int) -> list[Path]:
    """The copy of so many issues, a folder each; what is there already is left."""
    places = []
    for number in range(count):
        made = issue(seed, number)
        place = folder / str(made.imprint.date.year if made.imprint.date else 0) / made.name
        places.append(place)
        if place.is_dir():
            continue
        place.mkdir(parents=True)
        if number % 2:
            (place / "issue.json").write_text(to_json(made), encoding="utf-8")
        else:
            (place / "copy.txt").write_text(plain(made), encoding="utf-8")
            (place / "copy.toml").write_text(
                f'paper = "{made.imprint.paper}"\ndate = {made.imprint.date}\n'
                f'issue = "{made.imprint.issue}"\n', encoding="utf-8",
            )
    return places


def plain(made: Edition) -> str:
    """The words of an edition as a page is pasted."""
    told = []
    for story in made.stories:
        told += [story.headline, *(
            "".join(run.text for run in block.runs) for block in story.body
            if isinstance(block, Paragraph)
        ), ""]
    return "\n".join(told) + "\n"


def session(places: Sequence[Path]) -> list[tuple[float, float, int]]:
    """Wall and processor seconds and pages of each issue, in one warm process."""
    done = subprocess.run(
        [sys.executable, "-c", _SESSION, *map(str, places)], capture_output=True, text=True,
        check=True,
    )
    return [(wall, processor, pages) for wall, processor, pages in json.loads(done.stdout)]


def of_children() -> float:
    """Seconds of the processor that the children which have ended took."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def archived(folder: Path, out: Path, *words: str) -> Measured:
    """`edition archive` once."""
    before, began = of_children(), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "edition", "archive", str(folder), "-o", str(out), "--layout", PACK,
         "--json", *words], capture_output=True, text=True,
    )
    seconds, processor = time.perf_counter() - began, of_children() - before
    if done.returncode:
        raise SystemExit(f"edition archive ended with {done.returncode}\n{done.stdout[-2000:]}"
                         f"{done.stderr[-2000:]}")
    words_heard = [json.loads(line) for line in done.stdout.splitlines()]
    issues = tuple(word for word in words_heard if word.get("state") == "done")
    own = processor - sum(float(str(one["processor"])) for one in issues)
    return Measured(seconds, processor, own, issues)


def line_through(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The least squares a + b·x. Of one x alone, b is 0."""
    middle, height = mean(x for x, _ in points), mean(y for _, y in points)
    spread = sum((x - middle) ** 2 for x, _ in points)
    slope = sum((x - middle) * (y - height) for x, y in points) / spread if spread else 0.0
    return height - slope * middle, slope


def _share(
    issues: Sequence[dict[str, object]], few: Sequence[Path], home: Path
) -> float:
    """Of what all issues took of the processor in the archive, how much these took."""
    took = {str(one["issue"]): float(str(one["processor"])) for one in issues}
    return sum(took[str(one.relative_to(home))] for one in few) / sum(took.values())


def _memory(issues: Sequence[dict[str, object]]) -> str:
    peaks = [float(str(one["peak"])) for one in issues]
    size = max(1, min(100, len(peaks) // 3))
    second, last = median(peaks[size : 2 * size]), median(peaks[-size:])
    return (f"memory of an issue, median of its peak: issues {size + 1} to {2 * size} "
            f"{second:.0f} MB, the last {size} {last:.0f} MB ({last / second:.2f}); "
            f"the greatest {max(peaks):.0f} MB")


def main(argv: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench archive", description=__doc__)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--dask")
    parser.add_argument("--alone", type=int, default=1)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as held:
        home = asked.folder or Path(held) / "papers"
        places = write_issues(home, asked.seed, asked.count)
        _tell(asked, home, places, Path(held))
    return 0


def _tell(asked: argparse.Namespace, home: Path, places: Sequence[Path], held: Path) -> None:
    few = places[:: asked.alone]
    alone = session(few)
    wall, processor = sum(one[0] for one in alone), sum(one[1] for one in alone)
    print(f"{len(few)} issues, {sum(one[2] for one in alone)} pages; one warm session "
          f"{wall:.1f} s, {processor:.1f} s of the processor", flush=True)
    more = ("--dask", asked.dask) if asked.dask else ()
    out = asked.out or held / "out"
    run = archived(home, out, "--workers", str(asked.workers), *more)
    share = _share(run.issues, few, home)
    print(f"archive, {len(places)} issues, {asked.workers} workers: {run.seconds:.1f} s, "
          f"{run.processor:.1f} s of the processor, {run.own:.1f} s of them not the issues'; "
          f"throughput {wall / share / run.seconds:.2f} × the session's by the clock, "
          f"{asked.workers * processor / share / run.processor:.2f} × by the processor; the "
          f"session's issues are {share:.1%} of the work", flush=True)
    print(_memory(run.issues))
    again = archived(home, out, "--workers", str(asked.workers), *more)
    print(f"with nothing to do: {again.seconds:.2f} s, {again.seconds / run.seconds:.2%}; "
          f"{again.processor:.2f} s of the processor, {again.processor / run.processor:.2%}")
    issue, page = line_through([
        (float(str(one["pages"])), float(str(one["processor"]))) for one in run.issues
    ])
    print(f"an issue takes {issue:.2f} s and {page:.2f} s a page; a worker beside its issues "
          f"{run.own / asked.workers:.2f} s")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
