"""Preflight of a finished PDF: the file, the type, the make-up, the text against the stories."""

from __future__ import annotations

from dataclasses import replace

from edition.checks.given_copy import GivenCopy
from edition.checks.inks import is_for_press
from edition.checks.report import Report
from edition.checks.rules.pdf_rules import judge_pdf
from edition.checks.rules.typography.justification import han_gaps
from edition.checks.sight.seen_paper import SeenPaper, see_paper

ONLY_ON_SCREEN = ("ACC",)
"""what a press does not ask of a file"""


def check_pdf(data: bytes, name: str, copy: GivenCopy | None) -> Report:
    """Every finding on a PDF. Raises UnreadableInput when it cannot be opened."""
    report = judged(see_paper(data, copy), name)
    if not is_for_press(data):
        return report
    from edition.checks.inks.pressfile import see_press  # Few files are for a press.
    from edition.checks.rules.press_rules import judge_press

    kept = (found for found in report.findings if found.code not in ONLY_ON_SCREEN)
    return replace(report, findings=(*judge_press(see_press(data)), *kept))


def judged(paper: SeenPaper, name: str) -> Report:
    """Every finding on a paper, and its figures."""
    return Report(name, tuple(judge_pdf(paper)), figures(paper))


def figures(paper: SeenPaper) -> tuple[tuple[str, float], ...]:
    """What is measured and is no rule."""
    gaps = han_gaps(paper.type_lines)
    if paper.has_copy:
        stories = len({story.story for page in paper.pages for story in page.each_story()})
    else:
        stories = sum(len(page.stories) for page in paper.pages)
    return (
        ("pages", float(len(paper.sheets))),
        ("lines", float(sum(len(frame.lines) for frame in paper.text.frames))),
        ("body_pt", round(paper.body.size, 2)),
        ("pitch_pt", paper.body.pitch),
        ("stories", float(stories)),
        ("gap_p95_em", round(gaps[int(len(gaps) * 0.95)], 3) if gaps else 0.0),
        ("gap_max_em", round(gaps[-1], 3) if gaps else 0.0),
    )
