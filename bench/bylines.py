"""Names in bylines, datelines and credits, against lines of real papers read by hand.

`python -m bench bylines [--why] [PAPER …]`. bench/bylines/PAPER.toml holds lines as that paper
prints them, their persons exchanged for others: (text, who wrote it, who photographed it, place).
Place `end` means the last line of a story; `false` a line that signs nothing. Papers marked
`held_out` were set apart before the rules were written; nothing was mended by looking at them.
Papers with `at_first_sight` were gathered later: that is what they gave (recall / precision) when
they were read for the first time, before their kinds were mended.
"""

from __future__ import annotations

import gc
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from edition.trade.bylines import bare_names, credited, glued, own_line
from edition.trade.datelines import dateline_of
from edition.trade.words import words

LINES = Path(__file__).resolve().parent / "bylines"


@dataclass
class Count:
    """Names wanted, found and right; lines read without a fault."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    lines: int = 0
    whole: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, text: str, wanted: Sequence[str], found: Sequence[str]) -> None:
        self.wanted += len(wanted)
        self.found += len(found)
        self.right += (Counter(wanted) & Counter(found)).total()
        self.lines += 1
        self.whole += list(wanted) == list(found)
        if list(wanted) != list(found):
            self.wrong.append(f"{text}\n    wanted {'、'.join(wanted)}  found {'、'.join(found)}")

    def __iadd__(self, other: Count) -> Count:
        for name in ("wanted", "found", "right", "lines", "whole"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    def row(self) -> str:
        recall = f"{self.right / self.wanted:.3f}" if self.wanted else "–"
        precision = f"{self.right / self.found:.3f}" if self.found else "–"
        return f"{self.wanted} | {recall} | {precision} | {self.whole} of {self.lines}"


def authors_of(text: str, place: str = "") -> tuple[str, ...]:
    """The names a reader takes from a line as those of the authors."""
    byline = own_line(text)
    if byline is not None:
        return byline.names
    opening = dateline_of(text)
    if opening is not None:
        return opening[1]
    closing = glued(text)
    if closing is not None:
        return closing[1].names
    last = bare_names(text) if place == "end" else None
    return last.names if last is not None else ()


def measured(path: Path) -> tuple[dict[str, object], Count, Count]:
    """What a paper's file says of itself, and the counts of authors and of photographers."""
    paper = tomllib.loads(path.read_text(encoding="utf-8"))
    authors, pictures = Count(), Count()
    for text, who, photographers, place in paper["lines"]:
        authors.add(text, [n for n in who.split("、") if n], authors_of(text, place))
        if photographers:
            pictures.add(text, photographers.split("、"), credited(text) or ())
    return paper, authors, pictures


def pace() -> float:
    """Microseconds a line costs on the pages of bench/pages, each read once;

    the dictionary is in memory already, as it is whenever a page is read.
    """
    pages = sorted((LINES.parent / "pages").glob("*.txt"))
    lines = [line for page in pages for line in page.read_text("utf-8").split("\n") if line.strip()]
    words("预备")
    gc.disable()
    start = time.process_time()
    for line in lines:
        authors_of(line)
    took = time.process_time() - start
    gc.enable()
    return took / len(lines) * 1e6


def main(given: Sequence[str]) -> int:
    """Print the tables; with `--why` every line that is read otherwise."""
    names = [name for name in given if not name.startswith("-")]
    took = pace()
    sums = {(held, sort): Count() for held in (False, True) for sort in ("authors", "pictures")}
    print("| paper | names | recall | precision | lines whole |\n|---|---|---|---|---|")
    wrong: list[str] = []
    for path in sorted(LINES.glob("*.toml")):
        if names and path.stem not in names:
            continue
        paper, authors, pictures = measured(path)
        held = bool(paper["held_out"])
        sums[held, "authors"] += authors
        sums[held, "pictures"] += pictures
        print(f"| {path.stem}{' *' if held else ''} | {authors.row()} |")
        wrong += [*authors.wrong, *pictures.wrong]
    for (held, sort), count in sums.items():
        print(f"| {'held out *' if held else 'open'}: {sort} | {count.row()} |")
    if "--why" in given:
        print(*wrong, sep="\n")
    print(f"{took:.0f} µs a line")
    return 0
