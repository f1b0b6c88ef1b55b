"""`python -m bench train CORPUS`: fit the labeller's weights and write them into the package.

CORPUS is a folder with the public corpora that `labels/*.toml` name. The run is the same for the
same files: variants come from a seed, the fit has no chance in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.train.corpus import (
    MarkedPage,
    bench_pages,
    held_out,
    invented,
    seed_page,
    stretches,
)
from bench.train.fit import example, fitted
from bench.train.variants import variants

WEIGHTS = (
    Path(__file__).resolve().parents[2] / "edition" / "readers" / "labelling" / "weights.tsv"
)
SEED = 1998
_COPIES = 2
"""variants of each page of our own beside the page itself"""
_SHARPNESS = 0.65
"""found on pages held out: what makes stated probabilities come true"""
_GOLD = 5
"""how often a page of bench/pages and the seed are shown"""


def training_pages(corpus: Path) -> list[MarkedPage]:
    """Every marked page but those held out, and the variants of our own ones."""
    own = [page for page in invented() if not held_out(page)]
    gold = [*bench_pages(("17", "18")), seed_page()]
    return [
        *(page for page in stretches(corpus) if not held_out(page)),
        *(copy for page in own for copy in variants(page, SEED, _COPIES)),
        *(copy for page in gold for copy in variants(page, SEED, _COPIES)),
        *(_GOLD - 1) * gold,
    ]


def main(given: Sequence[str]) -> int:
    """Fit and write; prints how many pages, lines and features there were."""
    pages = training_pages(Path(given[0]))
    table = fitted(map(example, pages))
    lines = sum(len(page.lines) for page in pages)
    head = (
        "# Weights of the labeller, made by `python -m bench train`; do not edit by hand.\n"
        f"# pages {len(pages)}, lines {lines}, seed {SEED}\n"
        f"# sharpness {_SHARPNESS}\n"
    )
    WEIGHTS.write_text(head + table, encoding="utf-8")
    print(f"{len(pages)} pages, {lines} lines, {len(table.splitlines())} rows")
    return 0
