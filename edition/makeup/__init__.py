"""Make-up (组版): stories and galleys to a paper. Pure and deterministic.

`make_up` is the whole door; `docs/makeup.md` explains the cost and the planned score.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.errors import Diagnostic, Severity, old_remark
from edition.makeup.composer import Desk
from edition.makeup.items import items, ranked
from edition.makeup.paper import Page, Paper, Score
from edition.makeup.planner import planner_of, unplaced
from edition.makeup.plates import shown
from edition.makeup.search.score import terms
from edition.makeup.search.zones import PagePlan
from edition.model import Advertisement, Edition, Section, block_text
from edition.packs.layout import Layout


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
    remarks.extend(_unplaced(edition, pages, planner.advertisements))
    remarks.extend(_narrowed(edition, layout))
    remarks.extend(_pictures_left(edition, pages))
    remarks.extend(_wishes_unmet(edition, pages))
    score = Score(
        cost=round(planner.price, 4),
        proved=len(pages) == 1 and bool(pages[0].frames) and planner.exact and planner.gap < 1e-6,
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
                yield old_remark(
                    kind="heading_unset",
                    severity=Severity.ERROR,
                    message=f"The {role} is too long for four lines across the page; shorten it.",
                    line=story.headline_line,
                    story=number,
                    text=text,
                )


def _unplaced(
    edition: Edition, pages: Sequence[Page], fit: Sequence[Advertisement]
) -> Iterator[Diagnostic]:
    """Advertisements that have no place, and why; `fit` are those a page can hold."""
    for found in unplaced(edition.advertisements, {page.number: page for page in pages}):
        if found.page > len(pages):
            why = f"the last page is {len(pages)}"
        elif found not in fit:
            why = "the page is not deep enough, or has another in its corner"
        else:
            why = "no story stands on the page"
        yield old_remark(
            kind="advertisement_unplaced",
            severity=Severity.ERROR,
            message=f"The advertisement for page {found.page} has no place: {why}.",
            text=found.text or found.picture,
        )


def _narrowed(edition: Edition, layout: Layout) -> Iterator[Diagnostic]:
    """Advertisements wider than the page: set across the whole of it."""
    columns = layout.grid.columns
    for found in edition.advertisements:
        if found.columns > columns:
            yield old_remark(
                kind="advertisement_narrowed",
                severity=Severity.WARNING,
                message=(
                    f"The advertisement of {found.columns} columns is set across the "
                    f"{columns} of this layout."
                ),
                text=found.text or found.picture,
            )


def _pictures_left(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Pictures that found no place, with the caption that went with them."""
    placed = {plate.block for page in pages for frame in page.frames for plate in frame.plates}
    for number, story in enumerate(edition.stories, 1):
        for figure in shown(story):
            if figure.id not in placed:
                yield old_remark(
                    kind="picture_unset",
                    severity=Severity.WARNING if figure.optional else Severity.ERROR,
                    message=f"The picture {figure.src} has no place on its page, nor its caption.",
                    line=figure.lines[0] if figure.lines else None,
                    story=number,
                    text=block_text(figure),
                )


def _wishes_unmet(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Wishes of the editor for a page or a span that could not be met."""
    first: dict[str, tuple[int, int]] = {}
    for page in pages:
        for frame in page.frames:
            for name in frame.briefs or (frame.story,):
                first.setdefault(name, (page.number, frame.columns))
    for number, story in enumerate(edition.stories, 1):
        at = first.get(story.id, (0, 0))
        for what, wish, got in (("page", story.page, at[0]), ("columns", story.columns, at[1])):
            if wish is not None and wish != got:
                yield old_remark(
                    kind="wish_unmet",
                    severity=Severity.WARNING,
                    message=f"{what} = {wish} could not be had: it is {got}.",
                    line=story.headline_line,
                    story=number,
                    text=story.headline,
                )


def _empty(section: Section) -> Diagnostic:
    return old_remark(
        kind="empty_section",
        severity=Severity.WARNING,
        message=(
            f"The section “{section.title}” has no stories and is left out."
            if section.title else "A section without a title has no stories and is left out."
        ),
        line=section.line,
        text=section.title,
    )


__all__ = ["Desk", "make_up", "ranked"]
