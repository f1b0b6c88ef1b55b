"""Fit the labeller: features of marked pages, python-crfsuite, a readable table."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pycrfsuite

from bench.train.examples import Example
from edition.readers.labelling.surroundings import features
from edition.readers.pasted.firmlines import label_lines
from edition.readers.pasted.formsigns import signs

_PARAMS = {"c1": 1.0, "c2": 0.1, "max_iterations": 120, "feature.possible_transitions": False}
_LEAST = 0.01
"""weights nearer to nothing are left out of the table"""


def fitted(examples: Iterable[Example]) -> str:
    """The table of weights fitted to `examples`; the same for the same examples in order."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for one in examples:
        lines = label_lines(one.lines, signs(one.lines), one.manner)
        trainer.append(features(lines), list(one.letters))
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
