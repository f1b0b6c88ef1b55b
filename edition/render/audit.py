"""What a planned paper asks of the fonts, and the lines of it that do not fit."""

from __future__ import annotations

from edition.compose.lines import Line
from edition.compose.typesetter import MARK_FACES
from edition.errors import Diagnostic, Severity
from edition.makeup.paper import Paper
from edition.model import Edition
from edition.render.furniture import furniture_texts

LOOSE = 0.25
"""em of extra gap between Han beyond which a line is reported (JU6)"""


def lines_at_odds(paper: Paper) -> tuple[Diagnostic, ...]:
    """A fault for every placed line too wide for its column, a note for every loose one."""
    found: list[Diagnostic] = []
    for frame in (frame for page in paper.pages for frame in page.frames):
        for slug in (slug for leg in frame.legs for slug in leg.slugs):
            for line in slug.lines:
                if line.short < -0.05:
                    found.append(_overfull(slug.block, line))
                elif line.extra > LOOSE or line.short > 0.05:
                    found.append(_loose(slug.block, line))
    return tuple(found)


def _overfull(block: str, line: Line) -> Diagnostic:
    return Diagnostic(
        kind="overfull_line",
        severity=Severity.ERROR,
        message=f"A line of {block} is {-line.short:.1f} em too wide for its column.",
        text=line.text[:40],
    )


def _loose(block: str, line: Line) -> Diagnostic:
    return Diagnostic(
        kind="loose_line",
        severity=Severity.INFO,
        message=f"A line of {block} is loose: {line.extra:.2f} em between its characters, "
        f"{line.short:.2f} em short of the edge; what follows cannot be broken.",
        text=line.text[:40],
    )


def face_characters(edition: Edition, paper: Paper) -> dict[tuple[str, str], str]:
    """(face role, character) → where it is first used: a story id, or `page` for furniture."""
    found: dict[tuple[str, str], str] = {}
    for frame in (frame for page in paper.pages for frame in page.frames):
        sets = [(h.heading.face, line) for h in frame.headings for line in h.heading.lines]
        sets += [(s.face, line) for leg in frame.legs for s in leg.slugs for line in s.lines]
        for face, line in sets:
            for segment in line.segments:
                role = next((MARK_FACES[m] for m in segment.marks if m in MARK_FACES), face)
                for character in segment.text:
                    found.setdefault((role, character), frame.story)
    for page in paper.pages:
        for role, text in furniture_texts(edition, paper, page):
            for character in text:
                found.setdefault((role, character), "page")
    return found
