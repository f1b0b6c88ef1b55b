"""An edition to its book: a cover drawn, leaves written, all bound into one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, BinaryIO

from edition.bookform import BookForm
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
from edition.errors import CannotSet, Diagnostic, WrongUse
from edition.model import IMPRINT_FIELDS, Edition
from edition.packs import shelf
from edition.packs.faces import every_chain, every_face
from edition.packs.pack import Pack
from edition.printed import PrintedPage
from edition.render.book.assemble import Book, render_book, styled
from edition.render.book.lastingnames import Lasting, lasting
from edition.render.book.uprightbook import RTL, turned, upright
from edition.render.book.volume import BoundIssue, bound_issue, volume_of, whole_of
from edition.render.book.volume import identifier as volume_identifier
from edition.render.environment import Templates, environment
from edition.trade.regions import region_of
from edition.writers.bookfaces import with_faces
from edition.writers.bookpictures import ForScreens, fitted_pictures
from edition.writers.cover import cover_ground, draw_cover
from edition.writers.epub import Press, write_epub

NO_COVER = b"\x89PNG\r\n\x1a\n"
"""stands for the cover of an issue in a volume, which has none"""


def bound(
    edition: Edition, pages: tuple[PrintedPage, ...], modified: datetime | None,
    dress: Pack | None, form: BookForm,
) -> Built:
    """The book of an edition, in the colours and the style of a pack. Raises as `to_epub`."""
    named, templates = _named(edition, pages, form), _templates()
    book = _leaves(named, templates, modified, dress, _cover(named.edition, dress))
    if form.vertical:
        book = upright(book, named.edition, templates)
    if form.embed_fonts:
        book = with_faces(book, region_of(edition.language))
    _hold_sound(book)
    return Built(write_epub(book), (*named.remarks, *book.diagnostics))


def bound_volume(
    issues: Iterable[Edition], target: BinaryIO, modified: datetime | None, dress: Pack | None,
    form: BookForm,
) -> tuple[Diagnostic, ...]:
    """Many issues as one book, written to `target` one after the other; what is said of them.

    Raises as `to_volume`.
    """
    if form.embed_fonts:
        raise WrongUse("volume_form")
    bound_issues: list[BoundIssue] = []
    said: list[Diagnostic] = []
    templates = _templates()
    with Press(target) as press:
        for issue in issues:
            named = _named(issue, (), form)
            book = _leaves(named, templates, modified, dress, NO_COVER)
            if form.vertical:
                book = upright(book, named.edition, templates)
            _hold_sound(book)
            kept, items = bound_issue(named.edition, book)
            if any(kept.folder == other.folder for other in bound_issues):
                raise WrongUse("volume_twice", title=kept.title)
            press.add(items)
            bound_issues.append(kept)
            said += [*named.remarks, *book.diagnostics]
        if not bound_issues:
            raise WrongUse("nothing_to_bind")
        book = _volume(bound_issues, templates, dress, form)
        listed = tuple(press.listed)
        press.add(book.items)
        press.finish(replace(book, items=(*book.items, *listed)))
    return tuple(said)


def _volume(
    issues: Sequence[BoundIssue], templates: Templates, dress: Pack | None, form: BookForm
) -> Book:
    """A volume with no items but its own."""
    whole = whole_of(issues)
    book = _dressed(volume_of(issues, whole, _cover(whole, dress), templates), dress)
    if form.vertical:
        return turned(book, whole, templates, volume_identifier(issues, whole, RTL))
    return book


def _named(edition: Edition, pages: tuple[PrintedPage, ...], form: BookForm) -> Lasting:
    """The edition and its pages as the book names them, and what is said of both."""
    shown = ForScreens(edition, ()) if form.keep_pictures else fitted_pictures(edition)
    named = lasting(_without_blanks(shown.edition), pages)
    return named._replace(remarks=(*shown.remarks, *named.remarks))


def _leaves(
    named: Lasting, templates: Templates, modified: datetime | None, dress: Pack | None,
    cover: bytes,
) -> Book:
    """The book before it is packed."""
    book = render_book(
        named.edition, templates, cover=cover, pages=named.pages, modified=modified
    )
    return _dressed(book, dress)


def _dressed(book: Book, dress: Pack | None) -> Book:
    """The book with the ground of its cover, and what a pack adds to the style."""
    ground = cover_ground(dress.layout.cover if dress else {})
    return styled(styled(book, ground), dress.book if dress else "")


def _templates() -> Templates:
    return environment([shelf.template_root("book")], ours=True)


def _cover(edition: Edition, dress: Pack | None) -> bytes:
    region = region_of(edition.language)
    return draw_cover(
        edition, {r: face.path for r, face in every_face(region, {}).items()},
        every_chain(region, {}), dress.layout.cover if dress else {},
    )


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
