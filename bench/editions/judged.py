"""One random edition printed and held against the preflight with its stories."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from time import process_time

from bench.editions.drawing import Drawn, figures
from edition import build
from edition.checks.given_copy import copy_of
from edition.checks.pdf_file import judged
from edition.checks.report import Finding, Report, lost
from edition.checks.rules.pdf_rules import PAGE_RULES
from edition.checks.sight.boxes import centred_in
from edition.checks.sight.seen_paper import SeenPaper, see_paper
from edition.checks.weights import HARD
from edition.storyjson.write import stories_json


@dataclass(frozen=True)
class Outcome:
    """What the preflight says of a printed edition."""

    drawn: Drawn
    data: bytes
    score: float
    pages: tuple[tuple[float, tuple[tuple[str, float], ...]], ...]
    """of each page its score, and what cost it most: (rule, points)"""
    hard: tuple[str, ...]
    """hard findings in words"""
    dropped: int
    """pictures of the copy that stand on no page, those the page may go without left out"""
    spared: int
    """pictures the page may go without, and goes"""
    disordered: int
    """lines out of order, missing or said twice"""
    stories: tuple[int, int]
    """written, and seen on the pages"""
    gap: float
    """how much cheaper the plan could at most be"""
    seconds: float
    """of the processor"""


def outcome(drawn: Drawn) -> Outcome:
    """Print and judge one edition."""
    began = process_time()
    built = build.to_pdf(drawn.edition, drawn.place)
    told = json.loads(json.dumps(stories_json(drawn.edition, ())))
    paper = see_paper(built.data, copy_of(told))
    report = judged(paper, drawn.edition.name)
    found = {f.id: f for f in report.findings}
    shown = _pictures_shown(paper)
    every, needed = figures(drawn.edition), figures(drawn.edition, optional=False)
    hard = tuple(
        f"{f.id} {f.count}: " + " | ".join(f"p. {p.page} {p.text}" for p in f.places[:3])
        for f in report.findings if f.level == "must" and f.id in HARD and f.count)
    return Outcome(
        drawn, built.data, report.score, tuple(page_scores(paper)), hard,
        dropped=max(0, needed - shown), spared=max(0, min(every - shown, every - needed)),
        disordered=found["H1"].count,
        stories=(sum(1 for _ in drawn.edition.stories), round(dict(report.figures)["stories"])),
        gap=built.score.gap if built.score else 0.0, seconds=process_time() - began,
    )


def _pictures_shown(paper: SeenPaper) -> int:
    """Pictures on the pages, but those of the furniture above the stories."""
    lives = {page.number: page.area or page.live for page in paper.pages}
    return sum(
        centred_in(picture, lives[sheet.number])
        for sheet in paper.sheets if sheet.number in lives for picture in sheet.pictures)


def page_scores(paper: SeenPaper) -> Iterator[tuple[float, tuple[tuple[str, float], ...]]]:
    """Each page by itself, as if it were the paper: its score and its dearest faults."""
    for page in paper.pages:
        alone = replace(
            paper, pages=(page,),
            sheets=tuple(s for s in paper.sheets if s.number == page.number),
            type_lines=tuple(t for t in paper.type_lines if t.line.page == page.number),
            cells=tuple(c for c in paper.cells if c.page == page.number),
        )
        report = Report(f"p. {page.number}", tuple(_found(alone)))
        costs = sorted(((f.code, lost(f)) for f in report.findings), key=lambda c: -c[1])
        yield report.score, tuple((code, round(cost, 1)) for code, cost in costs[:4] if cost > 0.5)


def _found(paper: SeenPaper) -> Iterator[Finding]:
    """Findings on what one page holds; jumps are of the paper."""
    yield from (rule(paper) for code, rule in PAGE_RULES.items() if code != "H5")
