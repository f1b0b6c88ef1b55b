"""An edition as a book: every document, picture and statement of the EPUB, as one value.

The documents come from the templates of `layouts/book`; a writer only has to pack them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from edition.copy.wording import runs_of
from edition.errors import CannotSet, Diagnostic
from edition.messages.texts import Phrase
from edition.model import Edition, Figure, plain
from edition.printed import PrintedPage
from edition.render.book.contentslist import departments
from edition.render.book.headparts import shortened
from edition.render.book.lastingnames import FIGURES
from edition.render.book.leaves import (
    LeafPicture,
    reading_order,
    story_leaves,
)
from edition.render.book.longwords import typed
from edition.render.book.package import Contents, Statement, changed_on, identifier, statements
from edition.render.book.pagelist import PageMap, map_pages
from edition.render.environment import Templates
from edition.trade.phrases import day, folio, issue_title, paper_name, words

XHTML = "application/xhtml+xml"
NCX = "application/x-dtbncx+xml"

SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"GIF8", "image/gif", "gif"),
)
"""How a picture file begins, its media type and suffix: the core types of EPUB 3.3."""


@dataclass(frozen=True, slots=True)
class Item:
    """One file of the package."""

    id: str
    path: str
    """Path inside the package folder, ASCII only."""
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One entry of the guide that readers before EPUB 3 use."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Book:
    """A whole EPUB, ready to be packed."""

    identifier: str
    language: str
    title: str
    modified: datetime
    """Aware; written as `dcterms:modified` in UTC."""
    statements: tuple[Statement, ...]
    items: tuple[Item, ...]
    """In manifest order."""
    spine: tuple[str, ...]
    """Ids of the items in reading order; the nav is not among them."""
    guide: tuple[Reference, ...]
    direction: str = "ltr"
    """in which the pages are turned"""
    diagnostics: tuple[Diagnostic, ...] = ()


def render_book(
    edition: Edition,
    templates: Templates,
    *,
    cover: bytes,
    pages: tuple[PrintedPage, ...] = (),
    modified: datetime | None = None,
) -> Book:
    """The book of `edition`.

    `cover` is a PNG or JPEG; `pages` the printed pages, for the page-list; `modified` the time to
    write (aware), by default what date and revision of the issue say (`changed_on`). Raises
    CannotSet when there is no story or the cover is no picture, WrongUse when a template or the
    language is wrong.
    """
    if next(edition.stories, None) is None:
        raise CannotSet("no_story_for_book", where=edition.name)
    files, missing = _pictures(edition, {shown.name: shown.data for shown in edition.pictures})
    page_map = map_pages(pages, reading_order(edition))
    held = Contents(bool(page_map.targets), pictures_described(edition), _has_readings(edition))
    if edition.imprint.certifier and not held.pictures_described:
        missing = (*missing, Diagnostic("conformance_unclaimed"))
    items = (
        *_front(edition, templates, page_map, cover),
        *_stories(edition, templates, page_map, files),
        *_picture_items(files.values()),
    )
    stories = tuple(item for item in items if item.path.startswith("text/"))
    return Book(
        identifier=identifier(edition),
        language=edition.language,
        title=issue_title(edition),
        modified=modified or changed_on(edition.imprint, bool(page_map.targets)),
        statements=statements(edition, held),
        items=items,
        spine=("cover", "contents", *(item.id for item in stories)),
        guide=guide_to(edition.language, stories[0].path),
        diagnostics=missing,
    )


def styled(book: Book, css: str) -> Book:
    """The book with `css` after its own style."""
    if not css:
        return book
    items = tuple(
        replace(item, data=item.data + b"\n" + css.encode()) if item.id == "css" else item
        for item in book.items
    )
    return replace(book, items=items)


def guide_to(language: str, first: str) -> tuple[Reference, ...]:
    """Where cover, contents and text begin; `first` is the path at which the text does."""
    say = words(language)
    return (
        Reference("cover", say.cover, "cover.xhtml"),
        Reference("toc", say.contents, "contents.xhtml"),
        Reference("text", say.text, first),
    )


def _picture_items(shown: Iterable[LeafPicture]) -> Iterator[Item]:
    """The picture files, each once however many names the copy has for it."""
    for path, picture in {picture.path: picture for picture in shown}.items():
        name = path.removeprefix("images/").partition(".")[0]
        yield Item(f"picture-{name}", path, picture.media_type, picture.data)


def _front(
    edition: Edition, templates: Templates, page_map: PageMap, cover: bytes
) -> tuple[Item, ...]:
    media_type, suffix = _sniff(cover)
    if not media_type:
        raise CannotSet("cover_no_picture", where=edition.name)
    image = f"images/cover.{suffix}"
    imprint = edition.imprint
    shared: dict[str, object] = {
        "lang": edition.language,
        "say": words(edition.language),
        "title": issue_title(edition),
        "departments": departments(edition, page_map),
        "targets": page_map.targets,
        "identifier": identifier(edition),
        "paper": paper_name(edition),
        "folio": folio(edition),
        "day": day(imprint.date, edition.language) if imprint.date else None,
        "iso": imprint.date.isoformat() if imprint.date else None,
        "imprint": imprint,
        "cover": image,
        "alt": cover_alternative(edition),
        "first": next(edition.stories).id,
    }

    return front_items(
        templates, shared, Item("cover-image", image, media_type, cover, ("cover-image",))
    )


def front_items(
    templates: Templates, shared: Mapping[str, object], image: Item,
    names: tuple[str, str, str] = ("nav.xhtml", "toc.ncx", "contents.xhtml"),
) -> tuple[Item, ...]:
    """What stands before the stories: contents of both kinds, style, cover and contents page.

    `names` are the templates of the contents for readers, for old readers and of their page; all
    are given `shared`.
    """
    nav, ncx, contents = (_document(templates, name, shared) for name in names)
    return (
        Item("nav", "nav.xhtml", XHTML, nav, ("nav",)),
        Item("ncx", "toc.ncx", NCX, ncx),
        *_style_sheets(templates),
        image,
        Item("cover", "cover.xhtml", XHTML, _document(templates, "cover.xhtml", shared)),
        Item("contents", "contents.xhtml", XHTML, contents),
    )


def _document(templates: Templates, name: str, shared: Mapping[str, object]) -> bytes:
    return templates.render(f"{name}.j2", **shared).encode()


def _style_sheets(templates: Templates) -> tuple[Item, ...]:
    """What every document of a book links: the sheet all readers know, and the one behind it."""
    return tuple(
        Item(uid, f"style/{name}.css", "text/css", templates.source(f"{name}.css").encode())
        for uid, name in (("css", "book"), ("css-modern", "modern"))
    )


def _stories(
    edition: Edition, templates: Templates, page_map: PageMap, files: Mapping[str, LeafPicture]
) -> list[Item]:
    date = edition.imprint.date
    return [
        Item(
            f"story-{leaf.id}",
            f"text/{leaf.id}.xhtml",
            XHTML,
            typed(templates.render(
                "story.xhtml.j2",
                lang=edition.language,
                say=words(edition.language),
                story=leaf,
                iso=date.isoformat() if date else None,
                day=day(date, edition.language) if date else None,
            )).encode(),
        )
        for leaf in story_leaves(edition, page_map, files)
    ]


def cover_alternative(edition: Edition) -> str:
    """The cover in words: its title, its folio line and the first five headlines."""
    heads = [shortened(story.headline) for story in edition.stories if story.headline][:5]
    name = paper_name(edition)
    line = " ".join((name, *(part for part in folio(edition) if part != name)))
    return "；".join((line, *heads))


def _sniff(data: bytes) -> tuple[str, str]:
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", "webp"
    return next(((m, s) for head, m, s in SIGNATURES if data.startswith(head)), ("", ""))


def _figures(edition: Edition) -> list[Figure]:
    return [b for story in edition.stories for b in story.body if isinstance(b, Figure)]


def _pictures(
    edition: Edition, given: Mapping[str, bytes]
) -> tuple[dict[str, LeafPicture], tuple[Diagnostic, ...]]:
    """The pictures the stories name, called after their bytes, and a remark for each missing."""
    found: dict[str, LeafPicture] = {}
    missing: list[Diagnostic] = []
    for figure in _figures(edition):
        if not figure.src or figure.src in found:
            continue
        data = given.get(figure.src, b"")
        media_type, suffix = _sniff(data)
        if media_type:
            path = f"images/p{hashlib.sha256(data).hexdigest()[:FIGURES]}.{suffix}"
            found[figure.src] = LeafPicture(path, media_type, data)
            continue
        missing.append(
            Diagnostic(
                "not_in_book",
                {
                    "src": figure.src,
                    "why": Phrase("no_book_kind" if data else "no_such_file"),
                },
                line=figure.lines[0] if figure.lines else None,
                text=figure.src,
            )
        )
    return found, tuple(missing)


def _has_readings(edition: Edition) -> bool:
    every = (runs for story in edition.stories for b in story.body for runs in runs_of(b))
    return any(run.ruby for runs in every for run in runs)


def pictures_described(edition: Edition) -> bool:
    """True when every picture has words of its own or a caption."""
    return all(figure.alt or plain(figure.caption) for figure in _figures(edition) if figure.src)
