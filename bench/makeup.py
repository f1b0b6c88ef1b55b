"""Make-up: time and cost against the number of stories, and a whole paper in one run.

`python -m bench makeup [--plot FILE.svg] [--runs 3]`. Speeds are ratios against the time of
drawing in the same run; seconds stand beside them only to say what was measured.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

from edition import build, pressroom
from edition.makeup.paper import Paper
from edition.makeup.search.score import page_bumps, page_tau
from edition.model import Edition, Section, Story, block_text
from edition.packs import shelf
from edition.printed import Score
from edition.readers import read_bytes

ROOT = Path(__file__).resolve().parent.parent
# The proof editions are fixtures of the tests; they are not part of the package.
sys.path.insert(0, str(ROOT / "tests"))

import proof_editions as proof  # noqa: E402  (found in the folder named above)

COUNTS = range(2, 13)
LAYOUT = shelf.layout("broadsheet")
START = 2026
STEPS = {
    "made_up": "plan", "furnish": "plan", "draw": "draw", "cut_faces": "draw",
    "write_pdf": "write",
}
"""Functions of `edition.pressroom` and the step each is counted under; WeasyPrint is in `write`."""


@dataclass(frozen=True)
class Point:
    """What make-up did with `stories` stories on one broadsheet."""

    stories: int
    seconds: float
    paper: Paper


def stories_of_seed(count: int) -> Edition:
    """The first `count` of the seed's stories in one shuffled order; the twelfth is a repeat."""
    seed = proof.seed()
    chosen = list(seed.stories)
    random.Random(START).shuffle(chosen)
    while len(chosen) < count:
        chosen.append(chosen[len(chosen) % 11])
    stories = tuple(_numbered(story, i) for i, story in enumerate(chosen[:count], 1))
    return replace(seed, sections=(Section(None, stories, id="sec1"),))


def _numbered(story: Story, number: int) -> Story:
    name = f"s{number:02}"
    body = tuple(replace(block, id=f"{name}b{i:02}") for i, block in enumerate(story.body, 1))
    return replace(story, id=name, body=body)


def raw(edition: Edition) -> bytes:
    """The stories as raw copy in the manner of the seed, to have something to read."""
    parts: list[str] = []
    for section in edition.sections:
        parts.extend([section.title] if section.title else [])
        for story in section.stories:
            parts.extend([story.headline, *([story.deck] if story.deck else [])])
            parts.extend(block_text(block) for block in story.body)
            parts.extend([story.byline.raw] if story.byline else [])
    return "\n\n".join(parts).encode()


def planned(edition: Edition, runs: int) -> Point:
    """Make up `edition` with a new desk each time; the least of the times."""
    layout = shelf.layout("broadsheet")
    times = []
    for _ in range(runs):
        began = perf_counter()
        paper, _ = pressroom.plan(edition, layout)
        times.append(perf_counter() - began)
    return Point(sum(1 for _ in edition.stories), min(times), paper)


@contextmanager
def stopwatch() -> Iterator[dict[str, float]]:
    """Seconds spent in each step of `build.to_pdf` while the context is open."""
    spent = dict.fromkeys(STEPS.values(), 0.0)

    def timed(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def run(*given: Any, **named: Any) -> Any:
            began = perf_counter()
            try:
                return function(*given, **named)
            finally:
                spent[step] += perf_counter() - began
        return run

    with ExitStack() as stack:
        for name, step in STEPS.items():
            run = timed(step, getattr(pressroom, name))
            stack.enter_context(patch.object(pressroom, name, run))
        yield spent


def whole(edition: Edition, copy: bytes) -> tuple[dict[str, float], Score | None]:
    """Seconds of reading `copy` and of planning, drawing and writing `edition`; its score."""
    began = perf_counter()
    build.repair(read_bytes(copy, "paper.txt"))
    reading = perf_counter() - began
    with stopwatch() as spent:
        built = build.to_pdf(edition)
    return {
        "read": reading, **spent, "total": perf_counter() - began,
        "pages": float(len(built.pages)), "bytes": float(len(built.data)),
    }, built.score


def counted(point: Point) -> list[str]:
    """Pages, price and the measures of the finished geometry as columns."""
    pages = point.paper.pages
    terms = dict(point.paper.score.terms)
    taus = [page_tau(page, LAYOUT.grid.columns) for page in pages]
    return [
        str(len(pages)), f"{point.paper.score.cost:.1f}",
        f"{terms.get('white_share', 0.0):.1f}",
        str(sum(map(page_bumps, pages))),
        f"{terms.get('through_cuts', 0.0):.0f}", f"{terms.get('size_inversions', 0.0):.0f}",
        f"{sum(taus) / len(taus):.2f}", f"{min(taus):.2f}",
    ]


COLUMNS = (
    "| pages | cost | white % | bumps | cuts | rises | τ mean | τ least "
    "| plan s | plan ÷ drawing |"
)


def table(title: str, first: str, rows: Sequence[tuple[str, Point]], drawing: float) -> None:
    """Print one table, a row as it comes in."""
    print(f"\n## {title}\n\n| {first} {COLUMNS}\n|" + "---|" * (COLUMNS.count("|")), flush=True)
    for name, point in rows:
        cells = [name, *counted(point)]
        print(f"| {' | '.join(cells)} | {point.seconds:.2f} | {point.seconds / drawing:.2f} |")


def split(name: str, spent: dict[str, float]) -> str:
    """One run of the whole program as a row: seconds, and shares of drawing and writing."""
    drawing = spent["draw"] + spent["write"]
    return (
        f"| {name} | {spent['pages']:.0f} | {spent['bytes'] / 1024:.0f} | {spent['read']:.2f} "
        f"| {spent['plan']:.2f} | {spent['draw']:.2f} | {spent['write']:.2f} "
        f"| {spent['total']:.2f} | {spent['plan'] / drawing:.2f} |"
    )


def plot(points: Sequence[Point]) -> str:
    """Planning time and cost against the number of stories, as an SVG of our own."""
    left, foot, wide, deep = 60, 300, 480, 260
    step = wide / (points[-1].stories - points[0].stories)
    xs = [left + (point.stories - points[0].stories) * step for point in points]
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 630 350" font-family="sans-serif" '
        'font-size="12">', '<rect width="630" height="350" fill="#fff"/>',
        f'<path d="M{left} {foot - deep}V{foot}H{left + wide}V{foot - deep}" fill="none" '
        'stroke="#888"/>',
    ]
    parts += [
        f'<text x="{x:.1f}" y="{foot + 18}" text-anchor="middle">{point.stories}</text>'
        for x, point in zip(xs, points, strict=True)
    ]
    curves = (
        ("planning, s", "#b5342b", [point.seconds for point in points], left - 8, "end"),
        ("cost", "#2b5fb5", [point.paper.score.cost for point in points], left + wide + 8,
         "start"),
    )
    for name, colour, values, edge, anchor in curves:
        top = max(values) or 1.0
        at = " ".join(
            f"{x:.1f},{foot - value / top * deep:.1f}" for x, value in zip(xs, values, strict=True)
        )
        parts.append(f'<polyline points="{at}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [
            f'<text x="{edge}" y="{foot - share * deep + 4:.0f}" text-anchor="{anchor}" '
            f'fill="{colour}">{share * top:.3g}</text>' for share in (0.0, 0.5, 1.0)
        ]
        parts.append(
            f'<text x="{edge}" y="{foot - deep - 14}" text-anchor="middle" '
            f'fill="{colour}">{name}</text>'
        )
    parts.append(f'<text x="{left + wide / 2}" y="{foot + 38}" text-anchor="middle">stories</text>')
    return "\n".join([*parts, "</svg>", ""])


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables. Returns 0; the bench judges, it does not fail."""
    parser = argparse.ArgumentParser(prog="python -m bench makeup", description=__doc__)
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="time and cost, drawn")
    parser.add_argument("--runs", type=int, default=3, help="runs of which the least counts")
    options = parser.parse_args(arguments)
    runs = max(options.runs, 1)
    seed, copy = proof.seed(), proof.SEED.read_bytes()
    tries = [whole(seed, copy) for _ in range(runs)]
    spent, _ = min(tries, key=lambda one: one[0]["total"])
    drawing = spent["draw"] + spent["write"]

    points = [planned(stories_of_seed(count), runs) for count in COUNTS]
    rows = [(str(point.stories), point) for point in points]
    table("Stories drawn from the seed; drawing is the whole seed's", "stories", rows, drawing)
    points_of = {n: planned(make(), 1) for n, make in proof.EDITIONS.items() if n != "big"}
    papers = [(f"{name} ({point.stories})", point) for name, point in points_of.items()]
    table("Proof editions; drawing is the seed's", "edition (stories)", papers, drawing)

    print("\n## Whole runs; read, plan, draw (HTML and faces), write (PDF), in seconds\n\n"
          "| edition | pages | KiB | read | plan | draw | write | total | plan ÷ drawing |\n"
          + "|---" * 9 + "|")
    print(split("seed", spent), flush=True)
    large = proof.big()
    spent, score = whole(large, raw(large))
    print(split("big", spent))
    if score is not None:
        terms = ", ".join(f"{name} {value:g}" for name, value in score.terms)
        print(f"\nbig: cost {score.cost:g}, {terms}")
    if options.plot:
        options.plot.write_text(plot(points), encoding="utf-8")
        print(f"\nPlot: {options.plot}")
    return 0
