"""Masthead, folio and section heads (报头, 报眉, 栏题): what a page says beside its stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.makeup.paper import Page
from edition.model import Edition
from edition.render.words import day, words

FURNITURE_FACES = ("song", "song-heavy", "hei-bold", "hei-heavy")
"""Faces the template names for the masthead, the folio and the section heads."""


@dataclass(frozen=True, slots=True)
class FurnitureView:
    """Masthead or folio: plain texts, empty where the sidecar gives none."""

    paper: str
    paper_style: str
    """size of the masthead: as large as the line allows"""
    page_title: str
    label: str
    label_text: str
    date: str
    issue: str
    publisher: str
    editors: tuple[tuple[str, str], ...]
    extra: tuple[tuple[str, str], ...]


MASTHEAD_LARGEST = 64.0
"""pt"""
MASTHEAD_REST = 300.0
"""pt of the type area's width that the imprint and the page plate take"""


def _masthead_size(name: str, width: float) -> str:
    room = max(width - MASTHEAD_REST, width / 3)
    return f"font-size:{min(MASTHEAD_LARGEST, room / max(len(name), 1)):.2f}pt"


def furniture(edition: Edition, page: Page, width: float = 1000.0) -> FurnitureView:
    imprint, say = edition.imprint, words(edition.language)
    # A page without a sidecar has no name; none is taken from the copy.
    name = imprint.paper or imprint.page_title or say.page.format(page.label)
    return FurnitureView(
        paper=name,
        paper_style=_masthead_size(name, width),
        page_title=imprint.page_title or "",
        label=page.label,
        label_text=say.page.format(page.label) if page.label else "",
        date=day(imprint.date) if imprint.date else "",
        issue=say.issue.format(imprint.issue) if imprint.issue else "",
        publisher=imprint.publisher or "",
        editors=imprint.editors,
        extra=imprint.extra,
    )


def furniture_texts(edition: Edition, page: Page) -> Iterator[tuple[str, str]]:
    """(face role, text) of everything on a page that is no story, as the template sets it."""
    view, say = furniture(edition, page), words(edition.language)
    yield "song-heavy", view.paper
    yield "hei-heavy", view.label
    yield "hei-bold", view.page_title
    for text in (view.date, view.issue, view.publisher):
        yield "song", text
    for pair in (*view.editors, *view.extra):
        yield "song", "".join(pair)
    for head in page.sections:
        yield "hei-heavy", head.title
    for frame in page.frames:
        if frame.continued_from is not None:
            yield "hei-bold", say.jump_from.format(frame.continued_from)
        if frame.continued_on is not None:
            yield "hei-bold", say.jump_on.format(frame.continued_on)
