"""Fit the labeller: features of marked pages, python-crfsuite, a readable table."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from bench.train.corpus import MarkedPage, with_states
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.surroundings import features
from edition.readers.labelling.weights import Weights
from edition.readers.pasted.copylines import CopyLine, page_lines
from edition.readers.pasted.labels import label_lines, labelled
from edition.readers.pasted.signs import signs

_PARAMS = {"c1": 0.3, "c2": 0.3, "max_iterations": 200, "feature.possible_transitions": False}
_LEAST = 0.01
"""weights nearer to nothing are left out of the table"""


@dataclass(frozen=True, slots=True)
class Example:
    """A marked page as the reader meets it: its lines joined where a machine broke them."""

    page: MarkedPage
    lines: tuple[CopyLine, ...]
    letters: tuple[str, ...]


def example(page: MarkedPage) -> Example:
    """The page as the reader of pasted text takes it, each line with its letter."""
    marked = with_states(page.lines)
    text = "".join("\n" * (line.gap + (at > 0)) + line.text for at, line in enumerate(marked))
    numbers: dict[int, str] = {}
    number = 1
    for at, line in enumerate(marked):
        number += line.gap + (at > 0)
        numbers[number] = line.letter
    lines, _ = page_lines(text, page.name)
    return Example(page, lines, tuple(numbers[line.number] for line in lines))


def fitted(examples: Iterable[Example]) -> str:
    """The table of weights fitted to `examples`; the same for the same examples in order."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in examples:
        trainer.append(features(label_lines(one.lines, signs(one.lines))), list(one.letters))
    trainer.set_params(_PARAMS)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        return "\n".join(_rows(info.state_features, info.transitions)) + "\n"


def _rows(
    features_of: Mapping[tuple[str, str], float], steps: Mapping[tuple[str, str], float]
) -> Iterator[str]:
    found: dict[str, list[str]] = defaultdict(list)
    for (above, below), weight in sorted(steps.items()):
        found[f">{above}"].append(f"{below} {weight:.2f}")
    for (name, letter), weight in sorted(features_of.items()):
        if abs(weight) >= _LEAST:
            found[name].append(f"{letter} {weight:.2f}")
    for name, values in found.items():
        yield "\t".join((name, *values))


def read_again(one: Example, known: Weights) -> list[Labelled]:
    """What the labeller makes of an example with these weights."""
    return labelled(one.lines, signs(one.lines), {}, known)
