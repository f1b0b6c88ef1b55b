"""What the editor should know of the finished pages: what has no place, what could not be had."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from edition.compose.rows.tables import LEAST_SIZE
from edition.errors import Diagnostic
from edition.makeup.blankpage import unplaced
from edition.makeup.manners.shared import MOST_ASKED
from edition.makeup.paper import Page, beside_text
from edition.makeup.pictured.picture_remarks import remarks_on_pictures
from edition.makeup.plates import shown
from edition.makeup.shortcopy import short_copy
from edition.messages.texts import Phrase, Values
from edition.model import Advertisement, Edition, HeadManner, Section, Story, Table, block_text
from edition.packs.layout import Layout
from edition.walk import first_line


def remarks_on(
    edition: Edition, layout: Layout, pages: Sequence[Page], fit: Sequence[Advertisement]
) -> Iterator[Diagnostic]:
    """All remarks on the pages of an edition; `fit` are the advertisements a page can hold."""
    stories = tuple(edition.stories)
    yield from (_empty(section) for section in edition.sections if not section.stories)
    yield from _unset(stories, pages)
    yield from _unplaced(edition, pages, fit)
    yield from _narrowed(edition, layout)
    yield from _house_left(edition, pages)
    yield from _pictures_left(stories, pages)
    yield from remarks_on_pictures(layout.grid, stories, pages)
    yield from _tables_strained(stories, pages)
    yield from _wishes_unmet(stories, pages)
    yield from _manners_unmet(stories, pages)
    yield from _boxes_unmet(stories, pages)
    yield from _breaks_unmet(stories, pages)
    yield from _groups_unset(stories, pages)
    yield from short_copy(pages, layout)


def _empty(section: Section) -> Diagnostic:
    """A section without stories: it is left out."""
    which = (
        Phrase("titled_section", {"title": section.title})
        if section.title else Phrase("untitled_section")
    )
    return Diagnostic(
        "empty_section", {"section": which}, line=section.line, text=section.title
    )


def _unset(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Heads that fit in no size across the whole page: named, so that nothing goes silently."""
    frames = [frame for page in pages for frame in page.frames]
    placed = {heading.heading.block for frame in frames for heading in frame.headings}
    placed |= {
        slug.block for frame in frames if frame.briefs for leg in frame.legs for slug in leg.slugs
    }
    placed |= {
        f"{story.id}-kicker" for page in pages for group in page.groups for story in stories
        if story.id in group.stories and story.kicker == group.head
    }
    for number, story in enumerate(stories, 1):
        parts = (("kicker", story.kicker), ("headline", story.headline), ("deck", story.deck))
        for role, text in parts:
            if text and f"{story.id}-{role}" not in placed:
                yield Diagnostic(
                    "heading_unset", {"role": Phrase(f"long_{role}")},
                    line=story.headline_line, story=number, text=text,
                )


def _unplaced(
    edition: Edition, pages: Sequence[Page], fit: Sequence[Advertisement]
) -> Iterator[Diagnostic]:
    """Advertisements that have no place, and why."""
    for found in unplaced(edition.advertisements, {page.number: page for page in pages}):
        if found.page > len(pages):
            why = Phrase("no_such_page", {"last": len(pages)})
        elif found not in fit:
            why = Phrase("no_room_on_page")
        else:
            why = Phrase("no_story_on_page")
        yield Diagnostic(
            "advertisement_unplaced", {"page": found.page, "why": why},
            text=found.text or found.picture,
        )


def _narrowed(edition: Edition, layout: Layout) -> Iterator[Diagnostic]:
    """Advertisements wider than the page: set across the whole of it."""
    columns = layout.grid.columns
    for found in edition.advertisements:
        if found.columns > columns:
            yield Diagnostic(
                "advertisement_narrowed", {"wanted": found.columns, "columns": columns},
                text=found.text or found.picture,
            )


def _house_left(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """House copy that fits nowhere, though white is left."""
    fillers = [filler for page in pages for filler in page.fillers]
    used = {filler.item for filler in fillers}
    if None not in used:
        return
    for item in edition.house_copy:
        if item.id not in used:
            title = item.title or item.text[:_SHOWN]
            yield Diagnostic("house_copy_unset", {"title": title}, text=item.text)


def _pictures_left(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Pictures that found no place, with the caption that went with them."""
    placed = {plate.block for page in pages for frame in page.frames for plate in frame.plates}
    for number, story in enumerate(stories, 1):
        for figure in shown(story):
            if figure.id not in placed:
                yield Diagnostic(
                    "optional_picture_unset" if figure.optional else "picture_unset",
                    {"picture": figure.src or ""},
                    line=figure.lines[0] if figure.lines else None,
                    story=number, text=block_text(figure),
                )


_SHOWN = 40
"""characters of a table by which the editor finds it"""


def _tables_strained(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Tables too wide even for the page: with words broken in small type, or as running text."""
    sizes: dict[str, float] = {}
    ruled: set[str] = set()
    for slug in (s for page in pages for f in page.frames for leg in f.legs for s in leg.slugs):
        if slug.kind == "table":
            sizes[slug.block] = min(slug.size, sizes.get(slug.block, slug.size))
            ruled |= {slug.block} if slug.places else set()
    for number, story in enumerate(stories, 1):
        for block in story.body:
            if not isinstance(block, Table) or block.id not in sizes or not block.width:
                continue
            cramped = sizes[block.id] < LEAST_SIZE
            if cramped or block.id not in ruled:
                yield Diagnostic(
                    "table_cramped" if cramped else "table_run_on", {"columns": block.width},
                    line=first_line(block), story=number, text=block_text(block)[:_SHOWN],
                )


def _wishes_unmet(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Wishes of the editor for a page or a span that could not be met."""
    first: dict[str, tuple[int, int]] = {}
    for page in pages:
        for frame in page.frames:
            for name in frame.briefs or (frame.story,):
                first.setdefault(name, (page.number, frame.columns))
    for number, story in enumerate(stories, 1):
        at = first.get(story.id, (0, 0))
        for what, wish, got in (("page", story.page, at[0]), ("columns", story.columns, at[1])):
            if wish is not None and wish != got:
                yield Diagnostic(
                    "wish_unmet", {"what": what, "wish": wish, "got": got},
                    line=story.headline_line, story=number, text=story.headline,
                )


def _manners_unmet(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Heads the editor wants at the side of their text that stand over it."""
    over = {
        frame.story for page in pages for frame in page.frames
        if frame.headings and not beside_text(frame)
    }
    for number, story in enumerate(stories, 1):
        if story.manner is not None and story.id in over:
            yield Diagnostic(
                "head_manner_unmet", {"wish": str(story.manner)}, line=story.headline_line,
                story=number, text=story.headline,
            )


def _boxes_unmet(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Stories that stand without the box the editor wants, or in one the editor does not want."""
    boxed: dict[str, bool] = {}
    for page in pages:
        for frame in page.frames:
            for name in frame.briefs or (frame.story,):
                boxed.setdefault(name, frame.box is not None)
    for number, story in enumerate(stories, 1):
        if story.box is not None and boxed.get(story.id, story.box) != story.box:
            yield Diagnostic(
                "box_unmet" if story.box else "box_stays", line=story.headline_line, story=number,
                text=story.headline,
            )


def _breaks_unmet(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Headlines that do not break where the editor wants it."""
    lines: dict[str, list[str]] = {}
    for page in pages:
        for placed in (one for frame in page.frames for one in frame.headings):
            lines.setdefault(placed.heading.block, []).extend(
                line.text.strip() for line in placed.heading.lines
            )
    for number, story in enumerate(stories, 1):
        breaks = story.headline_breaks
        if breaks is None or story.manner is HeadManner.TURNED:
            continue
        wanted = [
            story.headline[start:end].strip()
            for start, end in pairwise((0, *breaks, len(story.headline)))
        ]
        if lines.get(f"{story.id}-headline", []) != wanted:
            yield Diagnostic(
                "headline_break_unmet", {"lines": " | ".join(wanted)}, line=story.headline_line,
                story=number, text=story.headline,
            )


def _groups_unset(stories: Sequence[Story], pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """Heads over groups that the editor wants and no page has."""
    told = {group.head for page in pages for group in page.groups}
    told |= {
        "".join(line.text for line in placed.heading.lines)
        for page in pages for frame in page.frames if frame.briefs for placed in frame.headings
    }
    asked: dict[str, list[int]] = {}
    for number, story in enumerate(stories, 1):
        if story.group:
            asked.setdefault(story.group, []).append(number)
    for head, members in asked.items():
        if head not in told:
            values: Values = {"head": head, "count": len(members), "most": MOST_ASKED}
            yield Diagnostic("group_unset", values, story=members[0], text=head)
