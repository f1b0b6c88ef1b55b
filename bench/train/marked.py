"""`python -m bench marked CORPUS [FOLDER]`: how pages that nobody trained on are read.

CORPUS is what `python -m bench train` was given; FOLDER holds further marked pages (`NN.txt`,
`NN.lab`, `SOURCES.tsv`). Printed by set: recall and precision by kind with 95 % intervals over
pages drawn again, stated against true probability in ten bins, questions a page and a story, and
the lines of stories set aside without one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.train.corpus import marked_folder
from bench.train.examples import Example, example
from bench.train.others import held_out_sets
from edition.readers.labelling.states import LineState
from edition.readers.pasted.classified import classified_page
from edition.readers.pasted.doubts import asked_lines

_FOLD = {"b": "byline", "B": "byline", "p": "text", "P": "text", "Q": "text", "h": "headline",
         "H": "headline", "X": "crosshead", "x": "crosshead", "C": "text", "V": "text",
         "I": "text", "T": "text", "N": "text", "G": "text", "K": "kicker", "D": "deck",
         "S": "section", "R": "credit", "F": "furniture", "J": "furniture", "A": "byline"}
"""text, caption, verse, list, row, note and closing are one kind here: copy under a heading"""
_KINDS = ("headline", "crosshead", "text", "byline", "kicker", "deck", "section", "credit",
          "furniture")
_DRAWS, _SEED = 400, 1
_OPENS = ("H", "K")


@dataclass(frozen=True, slots=True)
class _Line:
    wanted: str
    found: str
    chance: float
    asked: bool


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[_Line, ...]
    stories: int
    questions: int
    """one for all lines that are alike"""


def _read(one: Example) -> _Page:
    page = classified_page(one.lines, (), {})
    questions = asked_lines(page)
    about = {at for question in questions for at in question.places}
    lines = [
        _Line(_FOLD[letter], _FOLD[found.state.value], found.chance, at in about)
        for at, (letter, found) in enumerate(zip(one.letters, page.found, strict=True))
    ]
    heads = sum(letter == LineState.HEADLINE for letter in one.letters)
    return _Page(tuple(lines), max(heads, 1), len(questions))


def _share(part: str, pages: Sequence[_Page], kind: str) -> float | None:
    right = total = 0
    for page in pages:
        for line in page.lines:
            if getattr(line, part) == kind:
                total += 1
                right += line.wanted == line.found
    return right / total if total else None


def _interval(
    pages: Sequence[_Page], of: Callable[[Sequence[_Page]], float | None]
) -> tuple[float, float]:
    chance = random.Random(_SEED)
    found = sorted(
        share for _ in range(_DRAWS)
        if (share := of(chance.choices(pages, k=len(pages)))) is not None
    )
    return (found[len(found) // 40], found[-1 - len(found) // 40]) if found else (0.0, 1.0)


def _table(pages: Sequence[_Page]) -> Iterator[str]:
    yield "| kind | lines | recall | precision |"
    yield "|---|---|---|---|"
    counts = Counter(line.wanted for page in pages for line in page.lines)
    for kind in _KINDS:
        cells = []
        for part in ("wanted", "found"):
            value = _share(part, pages, kind)
            low, high = _interval(pages, lambda drawn, p=part, k=kind: _share(p, drawn, k))  # type: ignore[misc] # a lambda's defaults have no types of their own
            cells.append("–" if value is None else f"{value:.3f} ({low:.2f}–{high:.2f})")
        yield f"| {kind} | {counts[kind]} | {cells[0]} | {cells[1]} |"


def _curve(pages: Sequence[_Page]) -> Iterator[str]:
    yield "| stated | lines | mean stated | true | 95 % |"
    yield "|---|---|---|---|---|"
    for at in range(10):
        inside = [line for page in pages for line in page.lines if _bin(line) == at]
        if not inside:
            continue
        low, high = _interval(pages, lambda drawn, b=at: _truth(drawn, b))  # type: ignore[misc] # a lambda's defaults have no types of their own
        mean = sum(line.chance for line in inside) / len(inside)
        truth = sum(line.wanted == line.found for line in inside) / len(inside)
        stated = f"{at / 10:.1f}–{(at + 1) / 10:.1f}"
        yield f"| {stated} | {len(inside)} | {mean:.3f} | {truth:.3f} | {low:.2f}–{high:.2f} |"


def _bin(line: _Line) -> int:
    return min(int(10 * line.chance), 9)


def _truth(pages: Sequence[_Page], at: int) -> float | None:
    inside = [line for page in pages for line in page.lines if _bin(line) == at]
    if not inside:
        return None
    return sum(line.wanted == line.found for line in inside) / len(inside)


def _questions(pages: Sequence[_Page]) -> Iterator[str]:
    asked = [page.questions for page in pages]
    worst = max(count / page.stories for count, page in zip(asked, pages, strict=True))
    aside = sum(
        line.found == "furniture" != line.wanted and not line.asked
        for page in pages for line in page.lines
    )
    yield f"questions a page: median {median(asked):g}, most {max(asked)}"
    yield f"questions a story, on the worst page: {worst:.1f}"
    yield f"lines of stories set aside that the labeller does not doubt: {aside}"


def main(given: Sequence[str]) -> int:
    """Print the tables of every set."""
    sets = held_out_sets(Path(given[0]))
    if len(given) > 1:
        sets.append(("real pages of other papers", list(marked_folder(Path(given[1])))))
    for name, marked in sets:
        pages = [_read(example(page)) for page in marked]
        print(f"\n{name}: {len(pages)} pages\n")
        print("\n".join((*_table(pages), "", *_curve(pages), "", *_questions(pages))))
    return 0
