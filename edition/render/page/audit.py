"""What a planned paper asks of the fonts, and the lines of it that do not fit."""

from __future__ import annotations

from collections.abc import Iterator

from edition.compose.composed import Line
from edition.compose.typesetter import MARK_FACES
from edition.errors import Diagnostic, Severity, old_remark
from edition.makeup.paper import Paper
from edition.model import Edition
from edition.render.page.furniture import furniture_texts
from edition.render.page.plateviews import advert_texts
from edition.trade.phrases import words

LOOSE = 0.25
"""em of extra gap between Han beyond which a line is reported (JU6)"""


def lines_at_odds(paper: Paper) -> tuple[Diagnostic, ...]:
    """A fault for every placed line too wide for its column, a note for every loose one."""
    found: list[Diagnostic] = []
    for page in paper.pages:
        legs = [leg for frame in page.frames for leg in frame.legs]
        legs += [leg for filler in page.fillers for leg in filler.legs]
        set_lines = [(s.block, line) for leg in legs for s in leg.slugs for line in s.lines]
        plates = (plate for frame in page.frames for plate in frame.plates)
        set_lines += [(plate.block, line) for plate in plates for line in plate.caption]
        for block, line in set_lines:
            if line.short < -0.05:
                found.append(_overfull(block, line))
            elif line.extra > LOOSE or line.short > 0.05:
                found.append(_loose(block, line))
    return tuple(found)


def _overfull(block: str, line: Line) -> Diagnostic:
    return old_remark(
        kind="overfull_line",
        severity=Severity.ERROR,
        message=f"A line of {block} is {-line.short:.1f} em too wide for its column.",
        text=line.text[:40],
    )


def _loose(block: str, line: Line) -> Diagnostic:
    return old_remark(
        kind="loose_line",
        severity=Severity.INFO,
        message=f"A line of {block} is loose: {line.extra:.2f} em between its characters, "
        f"{line.short:.2f} em short of the edge; what follows cannot be broken.",
        text=line.text[:40],
    )


def face_characters(edition: Edition, paper: Paper) -> dict[tuple[str, str], str]:
    """(face role, character) → where it is first used.

    That is the id of a story, an advertisement or house copy, or `page` for furniture.
    """
    found: dict[tuple[str, str], str] = {}
    for where, face, line in _set_lines(paper):
        for segment in line.segments:
            role = next((MARK_FACES[m] for m in segment.marks if m in MARK_FACES), face)
            for character in segment.text:
                found.setdefault((role, character), where)
    say = words(edition.language)
    for page in paper.pages:
        texts = [("page", role, text) for role, text in furniture_texts(edition, paper, page)]
        for where, role, text in (*texts, *advert_texts(edition, page, say)):
            for character in text:
                found.setdefault((role, character), where)
    return found


def _set_lines(paper: Paper) -> Iterator[tuple[str, str, Line]]:
    """(story or house copy, face role, line) of all that the composer has set."""
    for page in paper.pages:
        for frame in page.frames:
            for plate in frame.plates:
                yield from ((frame.story, plate.face, line) for line in plate.caption)
        pieces = [(frame.story, frame.headings, frame.legs) for frame in page.frames]
        pieces += [(f.item, f.headings, f.legs) for f in page.fillers if f.item]
        for where, headings, legs in pieces:
            for placed in headings:
                yield from ((where, placed.heading.face, line) for line in placed.heading.lines)
            for slug in (slug for leg in legs for slug in leg.slugs):
                yield from ((where, slug.face, line) for line in slug.lines)
