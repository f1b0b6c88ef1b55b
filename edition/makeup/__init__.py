"""Make-up (组版): stories and galleys to a paper. Pure and deterministic.

`make_up` is the whole door; `docs/makeup.md` explains the cost and the planned score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic, Severity
from edition.makeup.desk import Desk
from edition.makeup.items import items, ranked
from edition.makeup.pages import planner_of, unplaced
from edition.makeup.paper import Page, Paper, Score
from edition.makeup.score import terms
from edition.makeup.zones import PagePlan
from edition.model import Edition, Section
from edition.options import Layout


def make_up(
    edition: Edition, desk: Desk, layout: Layout, first_label: str | None = None
) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """The cheapest pages for `edition`, and what the planner has to say about them.

    Always returns a paper: what cannot be avoided is priced. Empty sections are dropped with a
    warning. Raises CannotSet when one block of the copy is taller than a page.
    """
    remarks: list[Diagnostic] = []
    for section in edition.sections:
        if not section.stories:
            remarks.append(_empty(section))
    planner = planner_of(edition, desk, layout, first_label)
    pages = planner.run(list(items(edition)))
    if not pages:
        blank = PagePlan((), planner.free(1), 0.0)
        planner.add(blank, 1)
        pages = tuple(planner.pages)
    remarks.extend(_unset(edition, pages))
    remarks.extend(_unplaced(edition, pages))
    score = Score(
        cost=round(planner.price, 4),
        proved=len(pages) == 1 and planner.exact and planner.gap < 1e-6,
        gap=round(planner.gap, 4),
        terms=terms(pages, layout.grid.columns),
    )
    return Paper(pages, score), tuple(remarks)


def _unset(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Heads that fit in no size across the whole page: named, so that nothing goes silently."""
    frames = [frame for page in pages for frame in page.frames]
    placed = {heading.heading.block for frame in frames for heading in frame.headings}
    placed |= {
        slug.block for frame in frames if frame.briefs for leg in frame.legs for slug in leg.slugs
    }
    for number, story in enumerate(edition.stories, 1):
        parts = (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck))
        for role, text in parts:
            if text and f"{story.id}-{role}" not in placed:
                yield Diagnostic(
                    kind="heading_unset",
                    severity=Severity.ERROR,
                    message=f"The {role} is too long for four lines across the page; shorten it.",
                    line=story.headline_line,
                    story=number,
                    text=text,
                )


def _unplaced(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Advertisements whose page is missing or has no room for a second corner."""
    for found in unplaced(edition.advertisements, {page.number: page for page in pages}):
        yield Diagnostic(
            kind="advertisement_unplaced",
            severity=Severity.ERROR,
            message=(
                f"The advertisement for page {found.page} has no place: the paper has "
                f"{len(pages)} pages, each with one corner; change its page or its columns."
            ),
            text=found.text or found.picture,
        )


def _empty(section: Section) -> Diagnostic:
    return Diagnostic(
        kind="empty_section",
        severity=Severity.WARNING,
        message=f"The section “{section.title or section.id}” has no stories and is left out.",
        line=section.line,
        text=section.title,
    )


__all__ = ["Desk", "make_up", "ranked"]
