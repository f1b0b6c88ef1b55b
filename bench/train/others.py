"""Real copy of many papers: labels in `others.toml`, texts outside the project.

The text `NAME.txt` in the folder `others` of the corpus stands line by line, blank lines as they
were; its digest is held with its labels, and where it was found stands beside them.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.train.corpus import HERE, MarkedLine, MarkedPage

LABELS = HERE / "others.toml"
FOLDER = "others"


def others(corpus: Path) -> Iterator[MarkedPage]:
    """Every labelled stretch. Raises ValueError where a text is not the one that was labelled."""
    for name, part in _table()["stretches"].items():
        text = (corpus / FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        if digest(text) != part["digest"]:
            raise ValueError(f"{name}.txt is not the text that was labelled")
        yield MarkedPage(f"others-{name}", part["paper"], tuple(_lines(text, part["letters"])))


def _lines(text: str, letters: str) -> Iterator[MarkedLine]:
    left, gap = iter(letters), 0
    for line in text.splitlines():
        if line:
            yield MarkedLine(line, next(left), gap)
        gap = 0 if line else gap + 1


def held_papers() -> frozenset[str]:
    """Papers of which no page is trained on: they judge."""
    return frozenset(_table()["held"])


def judges(page: MarkedPage) -> bool:
    """True for a page of a paper held out."""
    return page.paper in held_papers()


def digest(text: str) -> str:
    """The first sixteen figures of the SHA-256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _table() -> dict[str, Any]:
    return tomllib.loads(LABELS.read_text(encoding="utf-8"))
