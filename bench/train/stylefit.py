"""Fit what looks add to the weights: the table for plain pages is held, the second one is fitted.

The gradient of a linear-chain field is what stands on the page less what is expected there; with
the first table fixed the sum is concave, so that plain steps with a shrinking end at one optimum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bench.train.corpus import MarkedPage
from bench.train.styled import StyledPage, as_words, styled_pages
from bench.worddocs import WordDoc, docx_of
from edition.readers.labelling.lattice import Lattice, Scores
from edition.readers.labelling.states import STATES, LineState
from edition.readers.labelling.surroundings import LabelLine, features
from edition.readers.labelling.weighttable import FORBIDDEN, Weights, score
from edition.readers.outlined.copyunits import units_of
from edition.readers.outlined.unitlines import lines_of
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.firmlines import label_lines
from edition.readers.pasted.formsigns import signs
from edition.readers.word.wordfile import check_word_file
from edition.readers.word.wordtree import read_document

_NEVER = (LineState.FURNITURE, LineState.JUMP)
_HEARD = 0.5
"""how much of what the first table says of a line counts here: it was fitted on these pages, and is
surer of them than of any others"""
_LEAST_SEEN = 8
"""lines a feature must hold of to be fitted"""
_LEAST = 0.04
_ROUNDS, _STEP, _SHRINK, _SQUARE = 150, 0.08, 0.3, 0.3
_INDEX = {state.value: at for at, state in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class StyleExample:
    """A page with looks: its lines, and the letter of each."""

    lines: Sequence[LabelLine]
    letters: Sequence[str]


@dataclass(frozen=True, slots=True)
class _Page:
    base: Scores
    """what the first table gives each line"""
    seen: Sequence[Sequence[int]]
    """features of looks that hold of each line"""
    truth: Scores


def style_examples(pages: Iterable[MarkedPage], seed: int, count: int) -> Iterator[StyleExample]:
    """Every page in `count` manners."""
    for page in pages:
        for styled in styled_pages(page, seed, count):
            if styled.lines:
                yield _example(styled)


def _example(page: StyledPage) -> StyleExample:
    copy = [
        CopyLine(number, line.text.strip(), line.gap, look.indented, (number,))
        for number, (line, look) in enumerate(zip(page.lines, page.looks, strict=True), 1)
    ]
    plainly = label_lines(copy, signs(copy))
    return StyleExample(
        [replace(line, style=words) for line, words in zip(plainly, as_words(page), strict=True)],
        [line.letter for line in page.lines],
    )


def document_example(doc: WordDoc) -> StyleExample:
    """A document as its reader meets it."""
    name = f"{doc.name}.docx"
    read = read_document(check_word_file(docx_of(doc), name), name)
    units = units_of(read.items, read.looks)
    letters = {line.number: line.mark[0] for line in doc.lines}
    taken = frozenset(n for item in read.items for n in getattr(item, "lines", ()))
    lines = lines_of(units, taken)
    marked: list[str] = []
    under = False
    for unit, number in ((unit, unit.number) for unit in units):
        letter = letters[number]
        again = bool(marked) and letter == "H" and units[len(marked) - 1].number == unit.number
        above = marked[-1] if marked else ""
        if letter == "P":
            letter = "p" if above in ("H", "h", "D", "b") else "Q" if under else "P"
        if letter in "HKXx":
            under = letter in "Xx"
        marked.append("h" if again else letter)
    return StyleExample(lines, marked)


def style_table(examples: Sequence[StyleExample], known: Weights) -> str:
    """The second table, fitted beside the first one."""
    named = [features(example.lines) for example in examples]
    counts = Counter(
        name for page in named for names in page for name in names if name.startswith("style")
    )
    kept = sorted(name for name, count in counts.items() if count >= _LEAST_SEEN)
    places = {name: at for at, name in enumerate(kept)}
    pages = [
        _Page(
            _HEARD * np.array([score(known, names) for names in page]),
            [[places[name] for name in names if name in places] for names in page],
            np.eye(len(STATES))[[_INDEX[letter] for letter in example.letters]],
        )
        for page, example in zip(named, examples, strict=True)
    ]
    found = _fitted(pages, known, len(kept))
    return "".join(_rows(kept, found))


def _fitted(pages: Sequence[_Page], known: Weights, count: int) -> Scores:
    """Adam with what pulls small weights to nothing; full rounds, no chance."""
    weights = np.zeros((count, len(STATES)))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for round_ in range(1, _ROUNDS + 1):
        slope = -_SQUARE * weights
        for page in pages:
            _add_slope(page, known, weights, slope)
        mean = 0.9 * mean + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        step = _STEP * (1 - round_ / (_ROUNDS + 20))
        scale = step / (np.sqrt(square / (1 - 0.99**round_)) + 1e-6)
        weights = weights + scale * mean / (1 - 0.9**round_)
        weights = np.sign(weights) * np.maximum(np.abs(weights) - scale * _SHRINK, 0)
    return weights


def _add_slope(page: _Page, known: Weights, weights: Scores, slope: Scores) -> None:
    scores = page.base + np.array([weights[names].sum(axis=0) for names in page.seen])
    scores = scores * known.sharpness
    never = [state in _NEVER for state in STATES]
    scores[:, never] = 20 * FORBIDDEN
    lattice = Lattice(scores, known.steps * known.sharpness, known.last)
    apart = known.sharpness * (page.truth - lattice.chances())
    for at, names in enumerate(page.seen):
        slope[names] += apart[at]


def _rows(names: Sequence[str], weights: Scores) -> Iterator[str]:
    for name, row in zip(names, weights, strict=True):
        values = [
            f"{state.value} {value:.2f}" for state, value in zip(STATES, row, strict=True)
            if abs(value) >= _LEAST
        ]
        if values:
            yield "\t".join((name, *values)) + "\n"
