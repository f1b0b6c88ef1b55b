"""Furniture placed on planned pages: everything a page prints that is no story and no picture.

`furnish` is the whole door. It comes after all pages are planned, as an index tells of them all,
and never moves what is planned.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from edition.compose.furniture import FurnitureSetter
from edition.errors import Diagnostic
from edition.makeup.furnish.adverts import LEAST_PT, advertisement
from edition.makeup.furnish.bands import bands
from edition.makeup.furnish.folio import folio, jumps, page_name, section_tab
from edition.makeup.furnish.index import index_of
from edition.makeup.furnish.masthead import Wanted, masthead
from edition.makeup.furnish.means import Means
from edition.makeup.paper import Page, Paper, PlacedFurniture
from edition.messages.texts import Phrase
from edition.model import Edition
from edition.packs.layout import Layout
from edition.trade.issuenumbers import issue_printed
from edition.trade.phrases import day, words
from edition.trade.printed_words import PrintedWords

MOST_EARS = 2
USUAL: Mapping[str, str] = MappingProxyType({})
"""no theme changes a face"""


def furnish(
    edition: Edition, paper: Paper, setter: FurnitureSetter, layout: Layout,
    faces: Mapping[str, str] = USUAL,
) -> tuple[Paper, tuple[Diagnostic, ...]]:
    """The paper with its furniture, and a remark for all of it that is cut short or left out.

    `faces` are those a theme gives to texts, by role.
    """
    means, say = Means(setter, layout, faces), words(edition.language)
    pages = tuple(
        replace(page, furniture=tuple(_on_page(means, edition, paper, page, say)))
        for page in paper.pages
    )
    said = (*_remarks(edition, pages), *_small(layout.grid.em, pages))
    return replace(paper, pages=pages), said


def _on_page(
    means: Means, edition: Edition, paper: Paper, page: Page, say: PrintedWords
) -> Iterator[PlacedFurniture]:
    """The furniture of one page: its head, its sections, jump lines and advertisements."""
    if page.first:
        yield from masthead(means, _wanted(edition, paper.pages, page, say))
    else:
        yield from folio(means, edition, page, _name(edition, page, say))
    yield from bands(means, page, _said(edition, page, say))
    for head in page.sections:
        yield section_tab(means, head)
    for frame in page.frames:
        yield from jumps(means, frame, say)
    shown = {picture.name for picture in edition.pictures}
    ads = {ad.id: ad for ad in edition.advertisements}
    for space in page.adverts:
        ad = ads[space.advertisement]
        yield advertisement(
            means, space, ad, say.advertisement, pictured=ad.picture in shown
        )


def _name(edition: Edition, page: Page, say: PrintedWords) -> str:
    # A page without a sidecar has no name; none is taken from the copy.
    imprint = edition.imprint
    return imprint.paper or imprint.page_title or say.page.format(page.label)


def _said(edition: Edition, page: Page, say: PrintedWords) -> dict[str, str]:
    """What a band's text may ask for; empty where the imprint has nothing."""
    imprint = edition.imprint
    return {
        "paper": imprint.paper or "",
        "date": day(imprint.date, edition.language) if imprint.date else "",
        "issue": issue_printed(imprint.issue, say.issue),
        "page": page.label or str(page.number),
        "title": page_name(edition, page),
        "publisher": imprint.publisher or "",
    }


def _wanted(edition: Edition, pages: Sequence[Page], page: Page, say: PrintedWords) -> Wanted:
    imprint = edition.imprint
    issue = issue_printed(imprint.issue, say.issue)
    lines = (
        (day(imprint.date, edition.language) if imprint.date else "",),
        (" ".join(part for part in (imprint.publisher, issue) if part),),
        tuple(" ".join(pair) for pair in imprint.editors),
        *((" ".join(pair),) for pair in imprint.extra),
    )
    ears = edition.ears[:MOST_EARS]
    return Wanted(
        name=_name(edition, page, say),
        imprint=tuple(line for line in lines if any(line)),
        label=page.label,
        title=imprint.page_title or "",
        ears=ears,
        index=() if ears else tuple(index_of(edition, pages)),
        index_title=say.index,
    )


def _remarks(edition: Edition, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """A remark for every ear that is cut or left out, then for every other text that is cut."""
    pieces = [(page, piece) for page in pages for piece in page.furniture]
    for _, piece in pieces:
        if piece.kind == "ear" and any(text.cut for text in piece.texts):
            yield _ear_remark(piece.owner, "ear_cut_short")
    listed = any(piece.kind == "index" for _, piece in pieces)
    if not edition.ears and not listed and next(index_of(edition, pages), None):
        yield Diagnostic("index_left_out")
    for ear in edition.ears[MOST_EARS:] if pages else ():
        yield _ear_remark(ear.title, "ear_left_out")
    for page, piece in pieces:
        for text in piece.texts:
            if text.cut and piece.kind != "ear":
                what = Phrase(f"furniture_{piece.kind}")
                yield Diagnostic(
                    "furniture_cut", {"what": what, "page": page.label},
                    text=text.lines[-1].text,
                )


def _small(em: float, pages: Sequence[Page]) -> Iterator[Diagnostic]:
    """A remark for every advertisement whose words are smaller than can be read."""
    for page in pages:
        for piece in page.furniture:
            for text in piece.texts:
                points = text.size * em
                if text.role == "advertisement" and points < LEAST_PT - 0.05:
                    words = " ".join(line.text for line in text.lines)
                    yield Diagnostic(
                        "advertisement_small",
                        {"page": page.label or str(page.number), "points": points,
                         "least": LEAST_PT},
                        text=words,
                    )


def _ear_remark(title: str, how: str) -> Diagnostic:
    return Diagnostic("ear_cut", {"title": title, "what": Phrase(how)}, text=title)
