"""Real copy of many papers: labels in `others.toml`, texts outside the project.

The text `NAME.txt` in the folder `others` of the corpus stands line by line, blank lines as they
were; its digest is held with its labels, and where it was found stands beside them.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from bench.train.corpus import HERE, MarkedPage, held_out, invented, numbered, stretches

LABELS = HERE / "others.toml"
FOLDER = "others"


def others(corpus: Path) -> Iterator[MarkedPage]:
    """Every labelled stretch. Raises ValueError where a text is not the one that was labelled."""
    for name, part in _table()["stretches"].items():
        text = (corpus / FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        if digest(text) != part["digest"]:
            raise ValueError(f"{name}.txt is not the text that was labelled")
        rows = text.splitlines()
        printed = (number for number, row in enumerate(rows, 1) if row.strip())
        letters = dict(zip(printed, part["letters"], strict=True))
        yield MarkedPage(f"others-{name}", part["paper"], tuple(numbered(rows, letters)))


def held_out_sets(corpus: Path) -> list[tuple[str, list[MarkedPage]]]:
    """The pages that nobody trained on, by where they come from."""
    return [
        ("stretches of a paper trained on", [p for p in stretches(corpus) if held_out(p)]),
        ("invented pages", [p for p in invented() if held_out(p)]),
        ("real pages of papers held out", [p for p in others(corpus) if judges(p)]),
    ]


def held_papers() -> frozenset[str]:
    """Papers of which no page is trained on: they judge."""
    return frozenset(_table()["held"])


def judges(page: MarkedPage) -> bool:
    """True for a page of a paper held out."""
    return page.paper in held_papers()


def digest(text: str) -> str:
    """The first sixteen figures of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(LABELS.read_text(encoding="utf-8"))
