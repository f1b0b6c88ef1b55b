"""Masthead, folio and section heads (报头, 报眉, 栏题): what a page says beside its stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.errors import Diagnostic, Severity, old_remark
from edition.makeup.paper import Page, Paper, SectionHead, StoryFrame
from edition.model import Edition, Story
from edition.packs.layout import Layout, TypeRole
from edition.render.page.bench import CUT, breadth, cut
from edition.render.page.masthead import MastheadView, Wanted, masthead, texts
from edition.trade.phrases import day, words

FURNITURE_FACES = ("song", "song-heavy", "hei-bold", "hei-heavy")
"""Faces the template names for the masthead, the folio and the section heads."""


@dataclass(frozen=True, slots=True)
class FolioView:
    """报眉: the label and the page's name at the outer edge, the date at the inner one."""

    side: str
    """`recto` for an odd page, whose outer edge is the right one; else `verso`"""
    label: str
    title: str
    paper: str
    paper_style: str
    date: str


@dataclass(frozen=True, slots=True)
class FurnitureView:
    """The head of a page: the masthead of the first, the folio of every later one."""

    masthead: MastheadView | None
    folio: FolioView | None
    label: str


MOST_EARS = 2
FOLIO_LABEL, FOLIO_TITLE, FOLIO_NAME, FOLIO_DATE = 1.9, 1.15, 1.45, 1.0
"""em: sizes of the parts of a folio, as `base.css` sets them"""


def furniture(edition: Edition, paper: Paper, page: Page, layout: Layout) -> FurnitureView:
    """What stands at the head of `page`, every text with its place."""
    if page.first:
        view = masthead(_wanted(edition, paper, page), layout)
        return FurnitureView(view, None, page.label)
    return FurnitureView(None, _folio(edition, page, layout.grid.width), page.label)


def _name(edition: Edition, page: Page) -> str:
    # A page without a sidecar has no name; none is taken from the copy.
    imprint = edition.imprint
    return imprint.paper or imprint.page_title or words(edition.language).page.format(page.label)


def _wanted(edition: Edition, paper: Paper, page: Page) -> Wanted:
    imprint, say = edition.imprint, words(edition.language)
    issue = say.issue.format(imprint.issue) if imprint.issue else ""
    lines = (
        (day(imprint.date) if imprint.date else "",),
        (" ".join(part for part in (imprint.publisher, issue) if part),),
        tuple(" ".join(pair) for pair in imprint.editors),
        *((" ".join(pair),) for pair in imprint.extra),
    )
    return Wanted(
        name=_name(edition, page),
        imprint=tuple(line for line in lines if any(line)),
        label=page.label,
        title=imprint.page_title or "",
        ears=tuple((ear.title, ear.lines) for ear in edition.ears[:MOST_EARS]),
        index=tuple(index(edition, paper)),
        index_title=say.index,
    )


def index(edition: Edition, paper: Paper) -> Iterator[tuple[str, tuple[str, ...]]]:
    """(page label, headlines of the stories that begin there, the best first) after page 1."""
    stories = {story.id: story for story in edition.stories}
    for page in paper.pages[1:]:
        fresh = [
            frame for frame in page.frames
            if frame.continued_from is None and not frame.briefs and stories[frame.story].headline
        ]
        if fresh:
            ranked = sorted(fresh, key=lambda frame: _standing(frame, stories[frame.story]))
            yield page.label, tuple(stories[frame.story].headline for frame in ranked)


def _standing(frame: StoryFrame, story: Story) -> tuple[float, float, float]:
    """Smaller for the better story: the editor's rank first, then the size of its headline."""
    rank = float("inf") if story.rank is None else float(story.rank)
    size = max((p.heading.size for p in frame.headings if p.heading.role == "headline"), default=0)
    return rank, -size, -frame.width


def page_name(edition: Edition, page: Page) -> str:
    """版名 of a later page: the section with most of its ground, else the imprint's."""
    titles = {story.id: section.title for section in edition.sections for story in section.stories}
    ground: dict[str, int] = {}
    for frame in page.frames:
        title = titles.get((frame.briefs or (frame.story,))[0])
        if title:
            ground[title] = ground.get(title, 0) + frame.columns * frame.rows
    return max(ground, key=lambda title: ground[title], default=edition.imprint.page_title or "")


def is_recto(page: Page) -> bool:
    """True for a page whose outer edge is the right one: by its printed number, if it has one."""
    digits = "".join(c for c in page.label if c.isdecimal())
    return bool(int(digits or page.number) % 2)


def _folio(edition: Edition, page: Page, width: float) -> FolioView:
    date = day(edition.imprint.date) if edition.imprint.date else ""
    # A third each; the name stands in the middle of the page whatever is beside it.
    third = width / 3 - 1
    outer = breadth(page.label) * FOLIO_LABEL + 0.8
    name = _name(edition, page)
    size = min(FOLIO_NAME, third / max(breadth(name), 1))
    return FolioView(
        side="recto" if is_recto(page) else "verso",
        label=page.label,
        title=cut(page_name(edition, page), max((third - outer) / FOLIO_TITLE, 2)),
        paper=name,
        paper_style=f"font-size:{size:.3f}em",
        date=cut(date, third / FOLIO_DATE),
    )


SECTION_TYPE = TypeRole("hei-heavy", 1.6)
SECTION_REST = 3.2
"""em of the title's own size that the tab takes beside the title"""


def section_size(head: SectionHead, layout: Layout) -> float:
    """em: size of a section's title; a long one is set smaller, so that its tab stays inside."""
    size = layout.roles.get("section", SECTION_TYPE).size
    deepest = head.rows * layout.grid.pitch / layout.grid.em * 0.66
    return min(size, deepest, head.width / (breadth(head.title) + SECTION_REST))


def furniture_texts(edition: Edition, paper: Paper, page: Page) -> Iterator[tuple[str, str]]:
    """(face role, text) of everything on a page that is no story, as the template sets it."""
    say = words(edition.language)
    if page.first:
        yield from texts(_wanted(edition, paper, page))
    else:
        yield "song-heavy", _name(edition, page)
        yield "hei-heavy", page.label
        yield "hei-bold", page_name(edition, page) + CUT
        yield "song", day(edition.imprint.date) if edition.imprint.date else ""
    for head in page.sections:
        yield "hei-heavy", head.title
    for frame in page.frames:
        if frame.continued_from is not None:
            yield "hei-bold", say.jump_from.format(frame.continued_from)
        if frame.continued_on is not None:
            yield "hei-bold", say.jump_on.format(frame.continued_on)


def furniture_remarks(edition: Edition, paper: Paper, layout: Layout) -> tuple[Diagnostic, ...]:
    """A warning for every ear that is cut short, and for every ear beyond the second."""
    if not paper.pages:
        return ()
    head = furniture(edition, paper, paper.pages[0], layout).masthead
    shown = head.ears if head and edition.ears else ()
    short = [edition.ears[i].title for i, view in enumerate(shown) if view.cut]
    left = [ear.title for ear in edition.ears[MOST_EARS:]]
    return tuple(
        old_remark(
            kind="ear_cut",
            severity=Severity.WARNING,
            message=f"The ear “{title}” does not fit beside the masthead: {what}.",
            text=title,
        )
        for titles, what in ((short, "it is cut short"), (left, "it is left out"))
        for title in titles
    )
