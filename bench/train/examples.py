"""A marked page as the reader of pasted text meets it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bench.train.corpus import MarkedPage, with_states
from edition.readers.labelling.labeller import Labelled
from edition.readers.labelling.weighttable import Weights
from edition.readers.pasted.copylines import CopyLine, page_lines
from edition.readers.pasted.firmlines import labelled
from edition.readers.pasted.formsigns import signs

_HOUSED = 3
"""of so many pages one tells the manner of its bylines"""
_STORIES = 2
"""stories of a page that show a manner"""


@dataclass(frozen=True, slots=True)
class Example:
    """A marked page as the reader meets it: its lines joined where a machine broke them."""

    page: MarkedPage
    lines: tuple[CopyLine, ...]
    letters: tuple[str, ...]
    manner: str = ""
    """where its paper prints bylines, as house memory tells it"""


def example(page: MarkedPage, *, housed: bool = False) -> Example:
    """The page as the reader of pasted text takes it, each line with its letter.

    A `housed` one tells where its paper prints bylines.
    """
    marked = with_states(page.lines)
    text = "".join("\n" * (line.gap + (at > 0)) + line.text for at, line in enumerate(marked))
    numbers: dict[int, str] = {}
    number = 1
    for at, line in enumerate(marked):
        number += line.gap + (at > 0)
        numbers[number] = line.letter
    lines, _ = page_lines(text, page.name)
    letters = tuple(numbers[line.number] for line in lines)
    return Example(page, lines, letters, manner_of(letters) if housed else "")


def shown_examples(pages: Iterable[MarkedPage]) -> Iterator[Example]:
    """The pages as examples, every third of them with the manner of its bylines."""
    for at, page in enumerate(pages):
        yield example(page, housed=at % _HOUSED == 0)


def manner_of(letters: Sequence[str]) -> str:
    """Where a page of several stories prints its bylines: after, before, none; empty if mixed."""
    if letters.count("H") < _STORIES:
        return ""
    found = {manner for letter, manner in (("B", "after"), ("b", "before")) if letter in letters}
    return "none" if not found else found.pop() if len(found) == 1 else ""


def read_again(one: Example, known: Weights) -> list[Labelled]:
    """What the labeller makes of an example with these weights."""
    return labelled(one.lines, signs(one.lines), {}, known)
