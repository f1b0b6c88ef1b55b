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
from bench.train.examples import shown_examples
from bench.train.fit import fitted
from bench.train.others import judges, others
from bench.train.stylefit import document_example, style_examples, style_table
from bench.train.variants import variants
from bench.worddocs import documents
from edition.readers.labelling.weighttable import read_weights

_ROOM = Path(__file__).resolve().parents[2] / "edition" / "readers" / "labelling"
WEIGHTS, STYLES = _ROOM / "weights.tsv", _ROOM / "style_weights.tsv"
SEED = 1998
_COPIES = 1
"""variants of each page of our own beside the page itself"""
_SHARPNESS = 0.85
"""found on pages held out: what makes stated probabilities come true"""
_DULLING = 0.5
"""found on pages of other papers: how much less sharp a page of many doubts is judged"""
_CASES = "k-"
"""how pages are called whose copy is that of tests/cases"""
_CASE, _GOLD = 6, 8
"""how often a page of tests/cases is shown, and one of bench/pages or the seed"""
_SHOWN = 4
"""how often a Word file that is tuned on is shown"""
_MANNERS = 6
"""manners in which each page of our own is set for the weights of looks"""


def training_pages(corpus: Path) -> list[MarkedPage]:
    """Every marked page but those held out, and the variants of our own ones."""
    pages = [page for page in invented() if not held_out(page)]
    own = [page for page in pages if not page.name.startswith(_CASES)]
    cases = [page for page in pages if page.name.startswith(_CASES)]
    gold = [*bench_pages(("17", "18")), seed_page()]
    return [
        *(page for page in stretches(corpus) if not held_out(page)),
        *(page for page in others(corpus) if not judges(page)),
        *(copy for page in own for copy in variants(page, SEED, _COPIES)),
        *(copy for page in gold for copy in variants(page, SEED, _COPIES)),
        *(_GOLD - 1) * gold, *_CASE * cases,
    ]


def write_styles() -> int:
    """Fit what looks add to the table for plain pages, and write it. Returns the pages shown."""
    own = [page for page in invented() if not held_out(page)]
    examples = [
        *style_examples([*own, *bench_pages(("17", "18")), seed_page()], SEED, _MANNERS),
        *_SHOWN * [document_example(doc) for doc in documents(held_out=False)],
    ]
    known = read_weights(WEIGHTS.read_text(encoding="utf-8"))
    lines = sum(len(one.lines) for one in examples)
    head = (
        "# What looks add to weights.tsv, made by `python -m bench train`; do not edit by hand.\n"
        f"# pages {len(examples)}, lines {lines}, seed {SEED}\n"
    )
    STYLES.write_text(head + style_table(examples, known), encoding="utf-8")
    return len(examples)


def main(given: Sequence[str]) -> int:
    """Fit and write; prints how many pages, lines and features there were.

    `--styles` alone fits only the table of looks.
    """
    if "--styles" not in given:
        pages = training_pages(Path(given[0]))
        table = fitted(shown_examples(pages))
        lines = sum(len(page.lines) for page in pages)
        head = (
            "# Weights of the labeller, made by `python -m bench train`; do not edit by hand.\n"
            f"# pages {len(pages)}, lines {lines}, seed {SEED}\n"
            f"# sharpness {_SHARPNESS}\n# dulling {_DULLING}\n"
        )
        WEIGHTS.write_text(head + table, encoding="utf-8")
        print(f"{len(pages)} pages, {lines} lines, {len(table.splitlines())} rows")
    print(f"{write_styles()} pages with looks")
    return 0
