"""The pages the labeller is trained and tried on: lines of copy, each with its letter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.reading import SEED, known_seed
from edition.readers.labelling.states import LineState

HERE = Path(__file__).resolve().parent
PAGES = HERE.parent / "pages"
_NAMES = {
    "paragraph": "P", "headline": "H", "furniture": "F", "byline": "B", "verse": "V", "table": "T",
    "crosshead": "X", "list": "I", "section": "S", "deck": "D", "kicker": "K", "credit": "R",
    "caption": "C", "jump": "J", "note": "N", "dateline": "A",
}
HELD_OUT = frozenset(f"pd98-{number:03}" for number in range(80, 100))
"""stretches of a paper of which others are trained on"""
HELD_PAPERS = frozenset((
    "m05", "m11", "m20", "t02", "t08", "t15", "n05", "n12", "n22", "u05", "u10", "u16", "u22",
))
"""papers of which no page is trained on"""
_ASIDE = "FJCR"
_NUMBER = re.compile("[（(]?[0-9０-９一二三四五六七八九十]{1,3}[、.．）)]")
_HEADS = "HKS"
_HEADED = ("H", "h", "D", "b", "K")


@dataclass(frozen=True, slots=True)
class MarkedLine:
    """A line of a marked page."""

    text: str
    """as it stands in the copy, white before it too"""
    letter: str
    """one of `LineState`, or + for a line that goes on the one above"""
    gap: int = 0


@dataclass(frozen=True, slots=True)
class MarkedPage:
    """A page somebody read line by line. Pages of one paper are never parted by a trial."""

    name: str
    paper: str
    lines: tuple[MarkedLine, ...]


def invented() -> Iterator[MarkedPage]:
    """Pages written for training, `LETTER|text` a line."""
    for path in sorted((HERE / "pages").glob("*.txt")):
        lines: list[MarkedLine] = []
        gap = 0
        for raw in path.read_text(encoding="utf-8").splitlines():
            if not raw.strip():
                gap += 1
                continue
            lines.append(MarkedLine(raw[2:], raw[0], gap))
            gap = 0
        yield MarkedPage(path.stem, path.stem, tuple(lines))


def bench_pages(names: Sequence[str]) -> Iterator[MarkedPage]:
    """Pages of bench/pages, but for those held out."""
    for path in sorted(PAGES.glob("*.txt")):
        if path.stem not in names:
            kinds = tomllib.loads(path.with_suffix(".toml").read_text(encoding="utf-8"))["kinds"]
            letters = {int(n): _NAMES[kind] for n, kind in (entry.split() for entry in kinds)}
            yield MarkedPage(f"bench-{path.stem}", f"bench-{path.stem}", tuple(
                numbered(path.read_text(encoding="utf-8").splitlines(), letters)
            ))


def seed_page() -> MarkedPage:
    """The seed page and its gold reading."""
    letters = {line: _NAMES[kind] for line, kind in known_seed().kinds.items()}
    lines = SEED.read_text(encoding="utf-8").splitlines()
    return MarkedPage("seed", "seed", tuple(numbered(lines, letters)))


def numbered(lines: Sequence[str], letters: dict[int, str]) -> Iterator[MarkedLine]:
    """The lines that have a letter by their number, from 1; blank ones are told by the gap."""
    gap = 0
    for number, text in enumerate(lines, 1):
        if not text.strip():
            gap += 1
        elif number in letters:
            yield MarkedLine(text, letters[number], gap)
            gap = 0


def stretches(corpus: Path) -> Iterator[MarkedPage]:
    """Stretches of a public corpus, a paragraph a line, whose labels stand in `labels/`.

    The corpus itself is read where it lies and is no part of the project.
    """
    for path in sorted((HERE / "labels").glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        copy = plain_lines(corpus / data["file"])
        for name, part in data["stretches"].items():
            texts = copy[part["start"] : part["start"] + len(part["letters"])]
            lines = [
                MarkedLine(text, letter)
                for text, letter in zip(texts, part["letters"], strict=True) if text.strip()
            ]
            yield MarkedPage(f"{path.stem}-{name}", path.stem, tuple(_whole(lines)))


def _whole(lines: Sequence[MarkedLine]) -> Sequence[MarkedLine]:
    """A stretch from its first heading to its last copy: a page never begins within a story."""
    first = next((at for at, line in enumerate(lines) if line.letter in _HEADS), 0)
    last = len(lines)
    while last > first and lines[last - 1].letter in "HhKSDX":
        last -= 1
    return lines[first:last]


_TAG = re.compile(r"/[A-Za-z]+ *|\[|\]")


def plain_lines(path: Path) -> list[str]:
    """The lines of a segmented or tagged corpus as plain text."""
    return [_TAG.sub("", line).strip() for line in path.read_text(encoding="utf-8").splitlines()]


def marked_folder(folder: Path) -> Iterator[MarkedPage]:
    """Pages `NN.txt`, `number<TAB>text` a line, beside `NN.lab`, a letter a line.

    `SOURCES.tsv` names the paper of each; such pages are real, lie outside the project, and judge.
    """
    rows = (folder / "SOURCES.tsv").read_text(encoding="utf-8").splitlines()
    papers = {row.split("\t")[0]: row.split("\t")[1] for row in rows if "\t" in row}
    for path in sorted(folder.glob("*.txt")):
        texts = [
            row.split("\t", 1)[1] for row in path.read_text(encoding="utf-8").splitlines()
        ]
        letters = path.with_suffix(".lab").read_text(encoding="utf-8").strip()
        yield MarkedPage(f"real-{path.stem}", papers.get(path.stem, path.stem), tuple(
            MarkedLine(text, letter)
            for text, letter in zip(texts, letters, strict=True) if text.strip()
        ))


def held_out(page: MarkedPage) -> bool:
    """True for a page that judges the labeller and is never trained on."""
    return page.name in HELD_OUT or page.paper in HELD_PAPERS


def with_states(lines: Sequence[MarkedLine]) -> list[MarkedLine]:
    """The lines with the finer letters of the labeller: opening paragraphs, bylines over copy."""
    found: list[MarkedLine] = []
    above, under = "", False
    for line in lines:
        letter = _finer(line.letter, line.text, above, under)
        found.append(replace(line, letter=letter))
        if letter in "HKSXx":
            under = letter in "Xx"
        if letter not in _ASIDE:
            above = letter
    return found


def _finer(letter: str, text: str, above: str, under: bool) -> str:
    if letter == "+":
        return {"H": "h", "X": "x", "p": "P"}.get(above, above or "P")
    if letter == "X" and above in ("X", "x") and not _NUMBER.match(text):
        return LineState.CROSSHEAD_MORE
    if letter == "B" and above in _HEADED:
        return LineState.BYLINE_OVER
    if letter in "P?":
        if above in (*_HEADED, "A"):
            return LineState.OPENING
        return LineState.UNDER if under else LineState.PARAGRAPH
    return letter
