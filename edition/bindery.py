"""An edition to its book: a cover drawn, leaves written, all bound into one file."""

from __future__ import annotations

from datetime import datetime

from edition.bookform import BookForm
from edition.delivery.built import Built
from edition.model import Edition
from edition.packs import shelf
from edition.packs.faces import every_chain, every_face
from edition.packs.pack import Pack
from edition.printed import PrintedPage
from edition.render.book.assemble import render_book, styled
from edition.render.book.uprightbook import upright
from edition.render.environment import environment
from edition.trade.regions import region_of
from edition.writers.bookfaces import with_faces
from edition.writers.bookpictures import ForScreens, fitted_pictures
from edition.writers.cover import cover_ground, draw_cover
from edition.writers.epub import write_epub


def bound(
    edition: Edition, pages: tuple[PrintedPage, ...], modified: datetime | None,
    dress: Pack | None, form: BookForm,
) -> Built:
    """The book of an edition, in the colours and the style of a pack. Raises as `to_epub`."""
    region = region_of(edition.language)
    pictures = ForScreens(edition, ()) if form.keep_pictures else fitted_pictures(edition)
    colours = dress.layout.cover if dress else {}
    cover = draw_cover(
        edition, {r: face.path for r, face in every_face(region, {}).items()},
        every_chain(region, {}), colours,
    )
    templates = environment([shelf.template_root("book")])
    book = render_book(
        pictures.edition, templates, cover=cover, pages=pages, modified=modified
    )
    book = styled(styled(book, cover_ground(colours)), dress.book if dress else "")
    if form.vertical:
        book = upright(book, edition, templates)
    if form.embed_fonts:
        book = with_faces(book, region)
    data = write_epub(book)
    return Built(data, (*pictures.remarks, *book.diagnostics))
