"""A marked page as the reader of pasted text meets it."""

from __future__ import annotations

from dataclasses import dataclass

from bench.train.corpus import MarkedPage, with_states
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.weighttable import Weights
from edition.readers.pasted.copylines import CopyLine, page_lines
from edition.readers.pasted.firmlines import labelled
from edition.readers.pasted.formsigns import signs


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


def read_again(one: Example, known: Weights) -> list[Labelled]:
    """What the labeller makes of an example with these weights."""
    return labelled(one.lines, signs(one.lines), {}, known)
