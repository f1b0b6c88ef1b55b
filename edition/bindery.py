"""An edition to its book: a cover drawn, leaves written, all bound into one file."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from edition.checks.rules.epub_parts import is_of_its_kind
from edition.checks.rules.epub_rules import (
    OpenedBook,
    addresses_parse,
    documents_parse,
    ids_stand_once,
    languages_are_tags,
    links_lead,
)
from edition.delivery.built import Built
from edition.errors import CannotSet
from edition.model import IMPRINT_FIELDS, Edition
from edition.packs import shelf
from edition.packs.faces import every_chain, every_face
from edition.packs.pack import Pack
from edition.printed import PrintedPage
from edition.render.book.assemble import Book, render_book, styled
from edition.render.book.lastingnames import lasting
from edition.render.environment import environment
from edition.trade.regions import region_of
from edition.writers.cover import draw_cover
from edition.writers.epub import write_epub


def bound(
    edition: Edition, pages: tuple[PrintedPage, ...], modified: datetime | None,
    dress: Pack | None,
) -> Built:
    """The book of an edition, in the colours and the style of a pack. Raises as `to_epub`."""
    edition, pages, remarks = lasting(_without_blanks(edition), pages)
    region = region_of(edition.language)
    cover = draw_cover(
        edition, {r: face.path for r, face in every_face(region, {}).items()},
        every_chain(region, {}), dress.layout.cover if dress else {},
    )
    book = render_book(
        edition, environment([shelf.template_root("book")], ours=True), cover=cover, pages=pages,
        modified=modified,
    )
    book = styled(book, dress.book) if dress else book
    _hold_sound(book)
    return Built(write_epub(book), (*remarks, *book.diagnostics))


def _without_blanks(edition: Edition) -> Edition:
    """The edition without titles and values that nobody sees: no contents and no package may hold
    a white space for a name."""
    blank: dict[str, Any] = {
        name: None for name in IMPRINT_FIELDS
        if isinstance(value := getattr(edition.imprint, name), str) and _is_blank(value)
    }
    imprint = replace(edition.imprint, **blank)
    return replace(edition, imprint=imprint, sections=tuple(
        replace(
            section, title=None if _is_blank(section.title) else section.title,
            stories=tuple(
                replace(story, group=None) if _is_blank(story.group) else story
                for story in section.stories
            ),
        )
        for section in edition.sections
    ))


def _is_blank(text: str | None) -> bool:
    return not any(sign.isprintable() and not sign.isspace() for sign in text or "")


def _hold_sound(book: Book) -> None:
    """Raises CannotSet, naming the place, where a reading system would refuse the book.

    The rules of the preflight held against the files before they are packed: a check that costs
    a fraction of the packing, in every build.
    """
    opened = OpenedBook(b"", {item.path: item.data for item in book.items}, None)
    for rule in (documents_parse, ids_stand_once, links_lead, addresses_parse, languages_are_tags):
        found = rule(opened)
        if not found.passed:
            raise CannotSet(
                "book_unsound", where=book.title, rule=found.id, place=found.places[0].text
            )
    for item in book.items:
        if not is_of_its_kind(item.media_type, item.data):
            raise CannotSet("book_unsound", where=book.title, rule="MEDIA", place=item.path)
