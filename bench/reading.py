"""Reading: kinds of line, seams and queries against readings written by hand.

`python -m bench reading [PAGE …]`. A page is NN.txt beside NN.toml in bench/pages: the kind of
every line, the pairs of lines to join, and the queries a sub-editor wants. Pages named in
`HELD_OUT` were written after the rules were settled and are summed apart.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from edition import passes
from edition.errors import Severity
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Edition,
    Entries,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Story,
    Table,
    Verse,
    plain,
)
from edition.readers import read_bytes
from edition.trade.lexicon import JUMP

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "bench" / "pages"
SEED = ROOT / "seeds" / "000_ff888278d800d57a.txt"
SEED_READING = ROOT / "tests" / "golden" / "000_ff888278d800d57a.gold.json"
HELD_OUT = ("17", "18")
HEADINGS = ("headline", "kicker", "deck", "crosshead")
BLOCKS: dict[type[Block], str] = {
    Paragraph: "paragraph", PullQuote: "paragraph", Crosshead: "crosshead", ListBlock: "list",
    Table: "table", Verse: "verse", Note: "note", Entries: "list", Closing: "paragraph",
}
_NEAR = 2
"""Lines a query may stand from where it is wanted; a paragraph has one line, a wrap several."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Reading:
    """What is known, or was found, about one page."""

    kinds: dict[int, str]
    joins: frozenset[Pair]
    queries: tuple[tuple[int, str], ...]
    asked: frozenset[Pair] = frozenset()
    """Joins that carry a question of their own."""


@dataclass
class Tally:
    """Counts of one page, or of several."""

    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    joins: Counter[str] = field(default_factory=Counter)
    queries: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        for mine, theirs in zip(vars(self).values(), vars(other).values(), strict=True):
            mine.update(theirs)

    def share(self, kinds: Sequence[str]) -> tuple[float | None, float | None]:
        """Recall and precision over `kinds`; None where there is nothing to divide by."""
        right = sum(self.right[k] for k in kinds)
        wanted, found = (sum(c[k] for k in kinds) for c in (self.wanted, self.found))
        return right / wanted if wanted else None, right / found if found else None


def known(page: Path) -> Reading:
    """The reading written by hand beside `page`."""
    data = tomllib.loads(page.with_suffix(".toml").read_text(encoding="utf-8"))
    kinds = dict(_entry(entry) for entry in data["kinds"])
    return Reading(
        kinds, frozenset((a, b) for a, b in data["joins"]),
        tuple(_entry(entry) for entry in data["queries"]),
    )


def _entry(entry: str) -> tuple[int, str]:
    line, name = entry.split()
    return int(line), name


def known_seed() -> Reading:
    """The gold reading of the seed page in the same terms."""
    gold = json.loads(SEED_READING.read_text(encoding="utf-8"))
    kinds = {s["line"]: "section" for s in gold["sections"] if s.get("line")}
    joins: set[Pair] = set()
    queries: list[tuple[int, str]] = []
    for story in gold["stories"]:
        for part in ("headline", "deck"):
            if story[f"{part}_line"]:
                kinds[story[f"{part}_line"]] = part
        for block in story["body"]:
            name = "crosshead" if block["type"] == "crosshead" else "paragraph"
            kinds.update(dict.fromkeys(block["lines"], name))
            joins.update(pairwise(block["lines"]) if name == "paragraph" else ())
        if story["byline_position"] != "glued":
            kinds[story["byline_line"]] = "byline"
        queries += [
            (d["line"], d["kind"]) for d in story["defects"]
            if d["severity"] != "info" and d["confidence"] != "weak"
        ]
    return Reading(kinds, frozenset(joins), tuple(queries))


def read_page(page: Path) -> Reading:
    """What the reader and the passes make of `page`."""
    read = read_bytes(page.read_bytes(), page.name)
    edition, remarks = passes.run(read.edition)
    remarks = (*read.diagnostics, *remarks)
    text = read_lines(page)
    joins = {
        pair for story in edition.stories for block in story.body
        if isinstance(block, Paragraph) for pair in pairwise(block.lines)
    }
    asked = [r for r in remarks if r.severity is not Severity.INFO]
    lines = {r.line for r in asked if r.kind != "line_ends_joined"}
    queries = tuple((r.line or 0, r.kind) for r in asked)
    return Reading(
        _kinds(edition, text), frozenset(joins), queries,
        frozenset(pair for pair in joins if pair[1] in lines),
    )


def read_lines(page: Path) -> list[str]:
    return ["".join(line.split()) for line in page.read_text(encoding="utf-8").split("\n")]


def _kinds(edition: Edition, text: Sequence[str]) -> dict[int, str]:
    kinds = {
        f.line: "jump" if JUMP.fullmatch(f.text) else "furniture" for f in edition.furniture
    }
    kinds.update({s.line: "section" for s in edition.sections if s.line})
    for story in edition.stories:
        kinds.update(_story(story, text))
    return kinds


def _story(story: Story, text: Sequence[str]) -> Iterator[tuple[int, str]]:
    first, last = story.source_lines or (1, 1)
    if story.kicker:
        yield first, "kicker"
    if story.headline_line:
        yield story.headline_line, "headline"
    if story.deck_line:
        yield story.deck_line, "deck"
    if story.dateline:
        yield from _where(story.dateline, text, first, last, "dateline")
    for block in story.body:
        if isinstance(block, Figure):
            yield from zip(block.lines, _figure(block), strict=False)
        else:
            yield from ((line, BLOCKS[type(block)]) for line in block.lines)
    if story.byline and not story.byline.glued and story.byline.line:
        yield story.byline.line, "byline"
    for credit in story.credits:
        yield from _where(credit, text, first, last, "credit")


def _figure(block: Figure) -> list[str]:
    return [*(["caption"] if plain(block.caption) else []), *(["credit"] if block.credit else [])]


def _where(
    part: str, text: Sequence[str], first: int, last: int, kind: str
) -> Iterator[tuple[int, str]]:
    bare = "".join(part.split())
    found = (n for n in range(last, first - 1, -1) if text[n - 1] == bare)
    yield next(found, last), kind


def compare(gold: Reading, found: Reading) -> Tally:
    """Count what agrees. A line nobody claimed counts as found of no kind.

    A question about a seam that is one is counted with the seams, not with the queries.
    """
    tally = Tally()
    tally.wanted.update(gold.kinds.values())
    tally.found.update(kind for line, kind in found.kinds.items() if line in gold.kinds)
    tally.right.update(k for line, k in found.kinds.items() if gold.kinds.get(line) == k)
    silent = found.joins - found.asked
    tally.joins.update({
        "wanted": len(gold.joins), "silent right": len(silent & gold.joins),
        "silent wrong": len(silent - gold.joins), "asked right": len(found.asked & gold.joins),
        "asked wrong": len(found.asked - gold.joins),
    })
    left = list(gold.queries)
    for line, kind in found.queries:
        if kind == "wrap_joined_unsure" and any(pair[1] == line for pair in gold.joins):
            continue
        near = [q for q in left if q[1] == kind and abs(q[0] - line) <= _NEAR]
        if near:
            left.remove(min(near, key=lambda q: abs(q[0] - line)))
        tally.queries["raised and wanted" if near else "raised, not wanted"] += 1
    tally.queries["missed"] += len(left)
    return tally


def pages(names: Sequence[str]) -> Iterator[tuple[str, Tally]]:
    """The tally of every page, the seed first."""
    if not names or "seed" in names:
        yield "seed", compare(known_seed(), read_page(SEED))
    for page in sorted(PAGES.glob("*.txt")):
        if not names or page.stem in names:
            yield page.stem, compare(known(page), read_page(page))


def differences(page: Path, gold: Reading) -> Iterator[str]:
    """Every line, seam and query of a page that is not as it should be."""
    found = read_page(page)
    text = ["", *read_lines(page)]
    for line, kind in gold.kinds.items():
        if found.kinds.get(line) != kind:
            yield f"{line}: {kind}, read as {found.kinds.get(line)}: {text[line][:24]}"
    for pair in sorted(found.joins ^ gold.joins):
        how = "joined" if pair in found.joins else "not joined"
        yield f"{pair}: {how}{' and asked' if pair in found.asked else ''}"
    yield f"wanted {sorted(gold.queries)}"
    yield f"raised {sorted(found.queries)}"


def table(found: Sequence[tuple[str, Tally]]) -> Iterator[str]:
    """The tables: one row a page, then one row a kind for the pages together."""
    yield "| page | headings R / P | all lines right | joins wanted | silent right / wrong "
    yield "| asked right / wrong | queries wanted / not / missed |"
    yield "|---|---|---|---|---|---|---|"
    total = Tally()
    for name, tally in found:
        total.add(tally)
        yield _row(name, tally)
    yield _row("sum", total)
    yield ""
    yield "| kind | lines | recall | precision |"
    yield "|---|---|---|---|"
    for kind in (*sorted(total.wanted, key=lambda k: -total.wanted[k]), ""):
        if kind:
            recall, precision = total.share((kind,))
            yield f"| {kind} | {total.wanted[kind]} | {_figure_of(recall)} | " + (
                f"{_figure_of(precision)} |")


def _row(name: str, tally: Tally) -> str:
    recall, precision = tally.share(HEADINGS)
    joins, queries = tally.joins, tally.queries
    lines = sum(tally.wanted.values())
    return (
        f"| {name} | {_figure_of(recall)} / {_figure_of(precision)} "
        f"| {sum(tally.right.values())} of {lines} | {joins['wanted']} "
        f"| {joins['silent right']} / {joins['silent wrong']} "
        f"| {joins['asked right']} / {joins['asked wrong']} "
        f"| {queries['raised and wanted']} / {queries['raised, not wanted']} / "
        f"{queries['missed']} |"
    )


def _figure_of(share: float | None) -> str:
    return "–" if share is None else f"{share:.2f}"


def main(given: Sequence[str]) -> int:
    """Print the tables; with `--why` and page names, every difference too."""
    names = [name for name in given if not name.startswith("-")]
    found = list(pages(names))
    shaped = [(name, tally) for name, tally in found if name not in HELD_OUT]
    held = [(name, tally) for name, tally in found if name in HELD_OUT]
    for title, part in (("Pages the rules were settled on", shaped), ("Held out", held)):
        if part:
            print(f"\n{title}\n")
            print("\n".join(table(part)).replace(" \n| asked", " | asked"))
    if "--why" in given:
        for name, _ in found:
            seed = name == "seed"
            page = SEED if seed else PAGES / f"{name}.txt"
            print(f"\n{name}", *differences(page, known_seed() if seed else known(page)), sep="\n")
    return 0
