"""Marks of printed pages inside a block, between the very characters that a page parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.copy.numbering import cut_runs
from edition.copy.wording import cut_texts, solid
from edition.model import Block, Run, Runs
from edition.render.book.pagelist import Marker
from edition.walk import every_run


@dataclass(frozen=True, slots=True)
class MarkedPlace(Run):
    """A run without characters: the place of page marks among the runs of a text."""

    markers: tuple[Marker, ...] = ()


def marked(block: Block, marks: Sequence[tuple[int, tuple[Marker, ...]]]) -> Block:
    """The block with its marks, each behind so many of its characters, white space not counted."""
    if not marks:
        return block
    texts = _placed(block, marks)
    return every_run(block, lambda runs: next(texts, runs))


def _placed(block: Block, marks: Sequence[tuple[int, tuple[Marker, ...]]]) -> Iterator[Runs]:
    """The texts of a block in order, with the marks that fall into each."""
    waiting = list(marks)
    done = 0
    for label, runs in cut_texts(block):
        done += solid(label)
        made: Runs = ()
        while waiting and waiting[0][0] <= done + sum(solid(run.text) for run in runs):
            at, markers = waiting.pop(0)
            left, runs = _cut(runs, at - done)
            made += (*left, MarkedPlace("", markers=markers))
            done = max(done, at)
        done += sum(solid(run.text) for run in runs)
        yield (*made, *runs)


def _cut(runs: Runs, at: int) -> tuple[Runs, Runs]:
    """The runs in two behind `at` characters; one that has a reading stays whole, behind."""
    rest = max(0, at)
    stop = 0
    for run in runs:
        count = solid(run.text)
        if count > rest:
            inside = 0 if run.ruby or run.note else _behind(run.text, rest)
            return cut_runs(runs, stop + inside)
        stop, rest = stop + len(run.text), rest - count
    return runs, ()


def _behind(text: str, count: int) -> int:
    """Where the character stands that comes after `count` others, white space not counted."""
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    return places[count] if count < len(places) else len(text)
