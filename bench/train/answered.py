"""`python -m bench answers CORPUS [FOLDER]`: how many answers bring a page to its gold reading.

The pages are those of `bench marked` that nobody trained on, and bench/pages with the seed. An
editor is played who knows the gold: the first question, the most doubtful, is answered first, one
answer for each part its lines have in truth, and the page is read again with it; when no question
is left, what is still wrong is mended from the top, one answer for a line and those of its pattern
that are to be the same. Lines that no answer can name are taken for what one can: rows for a list,
closings and datelines for text, jump lines for furniture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.train.corpus import bench_pages, marked_folder, seed_page
from bench.train.examples import Example, example
from bench.train.others import held_out_sets
from edition.answering import Do
from edition.readers.labelling.linepatterns import is_marked, pattern_of
from edition.readers.labelling.states import PARTS, LineState
from edition.readers.pasted.classified import ClassifiedPage, classified_page
from edition.readers.pasted.doubts import asked_lines

_CALLED: Mapping[str, Do] = {
    "item": Do.LIST, "row": Do.LIST, "closing": Do.PARAGRAPH, "dateline": Do.PARAGRAPH,
    "jump": Do.FURNITURE,
}


@dataclass
class AnsweredPage:
    """What it took to bring one page to its gold reading."""

    name: str
    stories: int
    questions: int
    wrong: int
    """lines read wrong before the first answer"""
    unasked: int
    """of these the lines that no question was about"""
    asked: int = 0
    """answers to questions"""
    mended: int = 0
    """answers to nothing that was asked"""

    @property
    def answers(self) -> int:
        return self.asked + self.mended

    @property
    def a_story(self) -> float:
        return self.answers / self.stories


def _do(state: LineState) -> Do:
    part = PARTS[state]
    return _CALLED.get(part) or Do(part)


@dataclass
class _Editor:
    """An editor at one page, who knows what it should be."""

    one: Example
    gold: list[Do]
    named: dict[int, Do]

    def read(self) -> ClassifiedPage:
        """The page as it is read with what has been answered."""
        return classified_page(self.one.lines, (), self.named)

    def wrong(self, page: ClassifiedPage) -> list[int]:
        return [
            at for at, found in enumerate(page.found) if _do(found.state) is not self.gold[at]
        ]

    def answer(self, places: Sequence[int]) -> int:
        """Say what the lines at these places are. Returns the number of answers."""
        for at in places:
            self.named[self.one.lines[at].number] = self.gold[at]
        return len({self.gold[at] for at in places})

    def like(self, wrong: Sequence[int], page: ClassifiedPage) -> list[int]:
        """The first wrong line, and those of its pattern that are wrong as it is."""
        texts = [line.text for line in self.one.lines]
        own = pattern_of(texts[wrong[0]])
        if not is_marked(own):
            return [wrong[0]]
        return [
            at for at in wrong
            if pattern_of(texts[at]) == own and self.gold[at] is self.gold[wrong[0]]
        ]


def answered(one: Example) -> AnsweredPage:
    """Bring a page to its gold reading."""
    editor = _Editor(one, [_do(LineState(letter)) for letter in one.letters], {})
    page = editor.read()
    questions, wrong = asked_lines(page), editor.wrong(page)
    about = {at for question in questions for at in question.places}
    found = AnsweredPage(
        one.page.name, max(one.letters.count(LineState.HEADLINE), 1), len(questions), len(wrong),
        len(set(wrong) - about),
    )
    while wrong and len(editor.named) < len(one.lines):
        if questions:
            found.asked += editor.answer(questions[0].places)
        else:
            found.mended += editor.answer(editor.like(wrong, page))
        page = editor.read()
        questions, wrong = asked_lines(page), editor.wrong(page)
    return found


def _table(pages: Sequence[AnsweredPage]) -> Iterator[str]:
    yield "| page | stories | wrong lines | of them unasked | questions | answers | a story |"
    yield "|---|---|---|---|---|---|---|"
    for page in sorted(pages, key=lambda page: -page.a_story):
        yield (
            f"| {page.name} | {page.stories} | {page.wrong} | {page.unasked} | {page.questions} | "
            f"{page.asked} + {page.mended} | {page.a_story:.2f} |"
        )
    worst = max(pages, key=lambda page: page.a_story)
    stories = sum(page.stories for page in pages)
    yield ""
    yield (
        f"{len(pages)} pages, {stories} stories: {sum(p.questions for p in pages)} questions "
        f"(a page: median {median(p.questions for p in pages):g}, a story on the worst: "
        f"{max(p.questions / p.stories for p in pages):.2f}), "
        f"{sum(p.answers for p in pages)} answers "
        f"({sum(p.answers for p in pages) / stories:.2f} a story, on the worst page "
        f"{worst.a_story:.2f}: {worst.name}), {sum(p.wrong for p in pages)} wrong lines, "
        f"{sum(p.unasked for p in pages)} of them unasked"
    )


def main(given: Sequence[str]) -> int:
    """Print a row a page, the worst first, and the sums of every set."""
    *sets, real = held_out_sets(Path(given[0]))
    sets += [
        ("bench/pages and the seed", [*bench_pages(()), seed_page()]),
        real,
        *((f"pages of {Path(folder).name}", list(marked_folder(Path(folder))))
          for folder in given[1:]),
    ]
    for name, marked in sets:
        print(f"\n{name}\n")
        print("\n".join(_table([answered(example(page)) for page in marked])))
    return 0
