"""How long make-up takes, in seconds of the processor.

    python -m bench planning [--seed N] [--count 100]
    python -m bench planning --many 10 50 200 [--layout tabloid]
    python -m bench planning --warm [FILE]

Of random editions (those of `bench editions`), galleys and choices counted, drawing not; of papers
of so many very short stories, as lists of notices are; or of a session's second paper, the same
and with one paragraph changed, against a first one with its imports.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from bench.editions.drawing import editions
from bench.editions.threshold import SEED
from bench.pace import SEED as COPY
from edition.model import Edition, Story
from edition.packs import shelf
from edition.packs.layout import Layout
from edition.pressroom import fitted
from edition.steps import untold

_WARM = """
import sys, time
began = time.process_time()
import edition
from edition.packs import shelf
lines = open(sys.argv[1], encoding="utf-8").read().split("\\n")
long = [n for n, line in enumerate(lines) if len(line) > 60]
session = edition.Session()
def paper(changed):
    some = [line + "大家都说好。" if n == changed else line for n, line in enumerate(lines)]
    copy = edition.Source("copy.txt", "\\n".join(some).encode())
    session.to_pdf(edition.read(copy).edition, "broadsheet")
    return time.process_time()
first = paper(None) - began
now = time.process_time()
same = paper(None) - now
shares = []
for n in range(5):
    now = time.process_time()
    shares.append((paper(long[(n * 7 + 3) % len(long)]) - now) / first)
print(f"first {first:.2f} s, the same again {same / first:.0%}, "
      f"one story changed {sorted(shares)[2]:.0%} ({min(shares):.0%} to {max(shares):.0%})")
"""


def spent(edition: Edition, layout: Layout) -> tuple[float, int]:
    """Seconds that make-up takes, and the pages it makes."""
    began = time.process_time()
    paper, _, _ = fitted(edition, layout, untold)
    return time.process_time() - began, len(paper.pages)


def notices(count: int) -> Edition:
    """So many stories of one short sentence."""
    stories = [
        Story.of(f"小事{n}办好了", [f"昨天第{n}件小事办好了，大家说好。"])
        for n in range(1, count + 1)
    ]
    return Edition.build("notices", stories, imprint={"paper": "东渡报", "date": "2026-03-05"})


def drawn_at_random(seed: int, count: int) -> None:
    """Deciles over random editions."""
    found = []
    for one in editions(seed, count):
        found.append(spent(one.edition, shelf.layout(one.place))[0])
    found.sort()
    at = [found[min(len(found) - 1, int(share * len(found)))] for share in (0.5, 0.9, 1.0)]
    print(f"editions {len(found)}: half in {at[0]:.2f} s, 90 % in {at[1]:.2f} s, "
          f"all in {at[2]:.2f} s; together {sum(found):.0f} s")


def many(counts: Sequence[int], layout: Layout) -> None:
    """A row for each number of stories."""
    print("| stories | pages | seconds | a page |\n|---|---|---|---|", flush=True)
    for count in counts:
        seconds, pages = spent(notices(count), layout)
        print(f"| {count:,} | {pages} | {seconds:.1f} | {seconds / pages:.2f} |", flush=True)


def main(argv: Sequence[str]) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench planning", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--many", type=int, nargs="+", metavar="STORIES")
    parser.add_argument("--layout", default="tabloid")
    parser.add_argument("--warm", type=Path, nargs="?", const=COPY, metavar="FILE")
    asked = parser.parse_args(argv)
    if asked.many:
        many(asked.many, shelf.layout(asked.layout))
    elif asked.warm:
        return subprocess.run([sys.executable, "-c", _WARM, str(asked.warm)]).returncode
    else:
        drawn_at_random(asked.seed, asked.count)
    return 0
