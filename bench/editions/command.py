"""Draw random editions, print them, hold them against the preflight, and count.

`python -m bench editions [--seed N] [--count 100] [--folder DIR]`. With a folder each paper is
written there as PDF, with its story JSON and pictures of its pages.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

import pypdfium2 as pdfium

from bench.editions import looking
from bench.editions.drawing import PACKS, editions
from bench.editions.judged import Outcome, outcome
from bench.editions.threshold import PRINT_IT, SEED
from edition.storyjson.write import stories_json

SCALE = 110 / 72
"""pixels for a point in pictures of pages"""


def told(one: Outcome) -> str:
    """One edition as a line, and a line for each thing that is wrong."""
    d = one.drawn
    pages = " ".join(f"{score:.0f}" for score, _ in one.pages)
    lines = [f"{d.number:3} {d.pack:13} {one.score:5.1f}  [{pages}]  {', '.join(d.kinds)}  "
             f"{one.seconds:.0f} s"]
    lines += [f"      HARD {hard}" for hard in one.hard]
    if one.dropped or one.spared:
        lines.append(f"      pictures dropped {one.dropped}, spared {one.spared}")
    if one.stories[0] != one.stories[1]:
        lines.append(f"      stories {one.stories[0]} written, {one.stories[1]} seen")
    for number, (score, costs) in enumerate(one.pages, 1):
        if score < PRINT_IT:
            why = " ".join(f"{code} {cost:g}" for code, cost in costs)
            lines.append(f"      p. {number}: {score:.1f}  {why}")
    return "\n".join(lines)


def summed(found: Sequence[Outcome]) -> str:
    """The counts and the distribution of scores."""
    scores = sorted(score for one in found for score, _ in one.pages)
    rows = [
        f"editions {len(found)}, pages {len(scores)}, seconds {sum(o.seconds for o in found):.0f}",
        f"hard findings: {sum(len(o.hard) for o in found)} in {sum(bool(o.hard) for o in found)} "
        "editions",
        f"pictures dropped: {sum(o.dropped for o in found)} "
        f"(optional ones left out: {sum(o.spared for o in found)})",
        f"lines out of order, missing or doubled: {sum(o.disordered for o in found)}",
        f"stories written {sum(o.stories[0] for o in found)}, "
        f"seen {sum(o.stories[1] for o in found)}; editions in which they differ: "
        f"{sum(o.stories[0] != o.stories[1] for o in found)}",
        f"plans proved or with their gap told; mean gap {_mean([o.gap for o in found]):.2f}, "
        f"without a gap {sum(o.gap < 1e-6 for o in found)}",
        f"pages at {PRINT_IT:g} or above: {_share(scores)}",
        "", "| pack | pages | least | 10 % | 25 % | 50 % | 75 % | 90 % | print it |",
        "|---" * 9 + "|",
    ]
    for pack in (*PACKS, "all"):
        own = sorted(score for one in found if pack in (one.drawn.pack, "all")
                     for score, _ in one.pages)
        if own:
            cells = [f"{own[min(len(own) - 1, int(q * len(own)))]:.1f}"
                     for q in (0, 0.1, 0.25, 0.5, 0.75, 0.9)]
            rows.append(f"| {pack} | {len(own)} | {' | '.join(cells)} | {_share(own)} |")
    deciles = " ".join(f"{scores[min(len(scores) - 1, n * len(scores) // 10)]:.1f}"
                       for n in range(11)) if scores else ""
    blame = Counter(code for o in found for s, costs in o.pages if s < PRINT_IT
                    for code, cost in costs if cost > 3)
    rows += ["", f"deciles of all pages: {deciles}",
             "what cost the pages below: " + ", ".join(f"{c} {n}" for c, n in blame.most_common())]
    return "\n".join(rows)


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def _share(scores: Sequence[float]) -> str:
    above = sum(score >= PRINT_IT for score in scores)
    return f"{above} of {len(scores)} ({100 * above / max(1, len(scores)):.1f} %)"


def keep(one: Outcome, folder: Path) -> None:
    """The paper, its copy and its pages as pictures."""
    name = folder / f"{one.drawn.number:03}-{one.drawn.pack}"
    name.with_suffix(".pdf").write_bytes(one.data)
    name.with_suffix(".json").write_text(
        json.dumps(stories_json(one.drawn.edition, ()), ensure_ascii=False), encoding="utf-8")
    for number, page in enumerate(pdfium.PdfDocument(one.data), 1):
        scale = min(SCALE, 1560 / page.get_height())
        page.render(scale=scale).to_pil().save(f"{name}-{number}.png")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run and print; 0 where no edition has a hard fault, lost a picture or a line."""
    parser = argparse.ArgumentParser(prog="python -m bench editions", description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--only", type=int, nargs="+", help="numbers of editions, for a look")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--look", action="store_true", help="pages to look at, without scores")
    options = parser.parse_args(arguments)
    if options.look:
        looking.draw(options.folder, options.seed, options.count)
        return 0
    if options.folder:
        options.folder.mkdir(parents=True, exist_ok=True)
    began, found = perf_counter(), []
    for one in editions(options.seed, options.count, options.only):
        found.append(outcome(one))
        print(told(found[-1]), flush=True)
        if options.folder:
            keep(found[-1], options.folder)
    print(f"\n{summed(found)}\n\nseconds in all {perf_counter() - began:.0f}")
    return int(any(o.hard or o.dropped or o.stories[0] != o.stories[1] for o in found))
