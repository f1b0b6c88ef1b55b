"""Many issues as one book (合订本): each in a folder of its own, under contents of two levels.

An issue keeps its documents as they are, links and all, for they are relative; what is left out is
its cover and the contents for machines. So issues can be written one after the other, and only
their contents are kept until the volume's own are made.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from edition.model import Edition, Imprint, Section, Story
from edition.render.book.assemble import Book, Item, front_items, guide_to, pictures_described
from edition.render.book.contentslist import Department, departments
from edition.render.book.headparts import shortened
from edition.render.book.lastingnames import FIGURES
from edition.render.book.package import Contents, Statement, statements
from edition.render.book.pagelist import map_pages
from edition.render.environment import Templates
from edition.trade.latin_words import DATES
from edition.trade.phrases import issue_title, words

_OWN = ("cover", "cover-image", "nav", "ncx")
"""items of an issue that the volume has once"""
_HEADS_ON_COVER = 5


@dataclass(frozen=True, slots=True)
class BoundIssue:
    """What a volume keeps of an issue once its files are written."""

    folder: str
    """where its files lie, called after its identifier"""
    title: str
    lead: str
    """headline of its first story"""
    departments: tuple[Department, ...]
    spine: tuple[str, ...]
    imprint: Imprint
    language: str
    name: str
    described: bool
    """True when every picture of it is told in words"""
    modified: datetime


def bound_issue(edition: Edition, book: Book) -> tuple[BoundIssue, tuple[Item, ...]]:
    """An issue of a volume, and its files as they lie there; `book` is that of `edition`."""
    digest = hashlib.sha256(book.identifier.encode()).hexdigest()
    folder = f"i{digest[:FIGURES]}"
    items = tuple(
        replace(item, id=f"{folder}-{item.id}", path=f"{folder}/{item.path}")
        for item in book.items if item.id not in _OWN
    )
    told = tuple(
        replace(one, id=f"{folder}-{one.id}", entries=tuple(
            replace(entry, id=f"{folder}-{entry.id}", href=f"{folder}/{entry.href}")
            for entry in one.entries
        ))
        for one in departments(edition, map_pages((), ()))
    )
    spine = tuple(f"{folder}-{id}" for id in book.spine if id != "cover")
    return BoundIssue(
        folder, issue_title(edition), told[0].entries[0].headline, told, spine, edition.imprint,
        edition.language, edition.name, pictures_described(edition), book.modified,
    ), items


def whole_of(issues: Sequence[BoundIssue]) -> Edition:
    """The volume as an edition without text: its paper, its span for a page title, the leads."""
    first = issues[0]
    leads = tuple(Story(f"s{n}", issue.lead, ()) for n, issue in
                  enumerate(issues[:_HEADS_ON_COVER], 1))
    imprint = Imprint(
        paper=next((i.imprint.paper for i in issues if i.imprint.paper), None) or first.name,
        page_title=span([i.imprint.date for i in issues if i.imprint.date], first.language) or None,
        publisher=next((i.imprint.publisher for i in issues if i.imprint.publisher), None),
        rights=next((i.imprint.rights for i in issues if i.imprint.rights), None),
    )
    return Edition(first.name, (Section(None, leads, id="sec1"),), first.language, imprint)


def span(days: Sequence[date], tag: str) -> str:
    """From the first day to the last, as shortly as it can be said: a month, a year, two days."""
    if not days:
        return ""
    first, last = min(days), max(days)
    latin = tag in DATES
    if first == last:
        return first.isoformat() if latin else f"{first.year}年{first.month}月{first.day}日"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}" if latin else f"{first.year}年{first.month}月"
    if first.year == last.year and (first.month, last.month) == (1, 12):
        return f"{first.year}" if latin else f"{first.year}年"
    if latin:
        return f"{first:%Y-%m} – {last:%Y-%m}"
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{first.year}年{first.month}月至{year}{last.month}月"


def volume_of(
    issues: Sequence[BoundIssue], whole: Edition, cover: bytes, templates: Templates
) -> Book:
    """The volume with no files but its own; `whole` is what `whole_of` makes of the issues."""
    title = " ".join(filter(None, (whole.imprint.paper, whole.imprint.page_title)))
    days = [i.imprint.date for i in issues if i.imprint.date]
    told = replace(whole, imprint=replace(whole.imprint, date=max(days, default=None)))
    described = all(issue.described for issue in issues)
    return Book(
        identifier(issues, whole), whole.language, title, max(issue.modified for issue in issues),
        tuple(_titled(statements(told, Contents(False, described)), title)),
        _own_items(issues, whole, title, cover, templates),
        ("cover", "contents", *(id for i in issues for id in i.spine)),
        guide_to(whole.language, f"{issues[0].folder}/contents.xhtml"),
    )


def _own_items(
    issues: Sequence[BoundIssue], whole: Edition, title: str, cover: bytes, templates: Templates
) -> tuple[Item, ...]:
    """Contents of both kinds, the style and the cover."""
    image = "images/cover.png"
    shared: dict[str, object] = {
        "lang": whole.language, "say": words(whole.language), "title": title, "issues": issues,
        "paper": whole.imprint.paper, "identifier": identifier(issues, whole), "cover": image,
        "alt": "；".join((title, *(shortened(story.headline) for story in whole.stories))),
    }

    return front_items(
        templates, shared, Item("cover-image", image, "image/png", cover, ("cover-image",)),
        ("volumenav.xhtml", "volume.ncx", "volume.xhtml"),
    )


def identifier(issues: Sequence[BoundIssue], whole: Edition, direction: str = "ltr") -> str:
    """A name of the volume that follows from paper and span, so that one more day keeps it only
    while the span is said alike."""
    parts = ["volume", whole.imprint.paper or "", whole.imprint.page_title or "", whole.language]
    parts += [direction] * (direction != "ltr")
    given = whole.imprint.page_title
    beside = "" if given else chr(0x1F).join(issue.folder for issue in issues)
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, chr(0x1F).join((*parts, beside)))}"


def _titled(told: Sequence[Statement], title: str) -> Iterator[Statement]:
    for one in told:
        yield replace(one, value=title) if one.name == "dc:title" else one
