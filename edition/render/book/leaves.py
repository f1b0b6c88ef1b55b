"""The contexts of the book's templates: what a story's document and the contents page show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from edition.compose.rows.tablegrid import grid_of
from edition.model import (
    Block,
    Closing,
    Crosshead,
    Edition,
    Entries,
    Figure,
    Footnote,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Story,
    Table,
    Verse,
    plain,
)
from edition.render.book.blockviews import linked, nested, pairs, spoken, stanzas
from edition.render.book.pagelist import Marker, PageMap
from edition.trade.phrases import folio, words


@dataclass(frozen=True, slots=True)
class LeafPicture:
    """A picture file in the book."""

    path: str
    """Path inside the package, such as `images/p01.jpg`."""
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LeafLine:
    """A part of a story that is one string: kicker, headline, deck, dateline, byline, credit."""

    kind: str
    id: str
    text: str
    markers: tuple[Marker, ...] = ()


@dataclass(frozen=True, slots=True)
class Leaf:
    """A block of the body with what the template needs beside it."""

    kind: str
    block: Block
    markers: tuple[Marker, ...] = ()
    picture: str | None = None
    alt: str = ""
    view: object = None
    """the block as its template shows it, where that is not the block itself"""
    marked: bool = False
    """True for a footnote that the text has a mark of"""


@dataclass(frozen=True, slots=True)
class Turn:
    """A link to the story before or after."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class StoryLeaf:
    """The document of one story."""

    id: str
    name: str
    """The headline, or the word for a story that has none."""
    title: str
    """Title of the document: name and paper."""
    section: str | None
    folio: tuple[str, ...]
    markers: tuple[Marker, ...]
    head: tuple[LeafLine, ...]
    body: tuple[Leaf, ...]
    tail: tuple[LeafLine, ...]
    before: Turn | None
    after: Turn | None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """One story in the contents."""

    id: str
    href: str
    headline: str
    deck: str | None
    byline: str | None
    group: str | None = None
    """the head it stands under with others"""


@dataclass(frozen=True, slots=True)
class ContentsRun:
    """Stories of the contents that stand under one head, or none."""

    head: str | None
    entries: tuple[ContentsEntry, ...]


@dataclass(frozen=True, slots=True)
class Department:
    """One section in the contents; a section without a title lists its stories plainly."""

    id: str
    title: str | None
    entries: tuple[ContentsEntry, ...]

    @property
    def runs(self) -> tuple[ContentsRun, ...]:
        """Its entries by the heads over groups of them (组合)."""
        return tuple(
            ContentsRun(head, tuple(some))
            for head, some in groupby(self.entries, key=lambda entry: entry.group)
        )


def path_of(story: Story) -> str:
    """Where the document of a story lies in the package."""
    return f"text/{story.id}.xhtml"


def name_of(story: Story, language: str) -> str:
    """What links call a story: its headline, or the word for one that has none."""
    return story.headline.strip() or words(language).untitled


def head_lines(story: Story) -> tuple[LeafLine, ...]:
    """What stands above the body, in source order."""
    parts = (
        ("group", story.group),
        ("kicker", story.kicker),
        ("headline", story.headline),
        ("deck", story.deck),
        ("dateline", story.dateline),
    )
    return tuple(LeafLine(kind, f"{story.id}-{kind}", text) for kind, text in parts if text)


def tail_lines(story: Story) -> tuple[LeafLine, ...]:
    """What stands below the body, in source order."""
    byline = (LeafLine("byline", f"{story.id}-byline", story.byline.raw),) if story.byline else ()
    return byline + tuple(
        LeafLine("credit", f"{story.id}-credit{number}", text)
        for number, text in enumerate(story.credits, 1)
    )


def reading_order(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every block id of the book with the document it is in, as a reader meets them."""
    for story in edition.stories:
        path = path_of(story)
        yield story.id, path
        for line in head_lines(story):
            yield line.id, path
        for block in story.body:
            if block.id:
                yield block.id, path
        for line in tail_lines(story):
            yield line.id, path


def story_leaves(
    edition: Edition, page_map: PageMap, pictures: Mapping[str, LeafPicture]
) -> Iterator[StoryLeaf]:
    """The context of each story's document, in reading order; `pictures` is by `Figure.src`."""
    placed = [(section, story) for section in edition.sections for story in section.stories]
    for place, (section, story) in enumerate(placed):
        before = placed[place - 1][1] if place else None
        after = placed[place + 1][1] if place + 1 < len(placed) else None
        marks = page_map.before
        name = name_of(story, edition.language)
        body, noted = linked(story)
        yield StoryLeaf(
            id=story.id,
            name=name,
            title=" · ".join(t for t in (name, edition.imprint.paper) if t),
            section=section.title,
            folio=folio(edition, _label(story, page_map)),
            markers=marks.get(story.id, ()),
            head=_marked(head_lines(story), page_map),
            body=tuple(
                replace(
                    _leaf(block, marks.get(block.id, ()) if block.id else (), pictures, edition),
                    marked=block.id in noted,
                )
                for block in body
            ),
            tail=_marked(tail_lines(story), page_map),
            before=_turn(before, edition.language),
            after=_turn(after, edition.language),
        )


def departments(edition: Edition) -> tuple[Department, ...]:
    """The contents by section and story; empty sections are left out."""
    return tuple(
        Department(
            id=section.id or f"sec{number}",
            title=section.title,
            entries=tuple(
                ContentsEntry(
                    id=story.id,
                    href=path_of(story),
                    headline=name_of(story, edition.language),
                    deck=story.deck,
                    byline=story.byline.raw if story.byline else None,
                    group=story.group,
                )
                for story in section.stories
            ),
        )
        for number, section in enumerate(edition.sections, 1)
        if section.stories
    )


def alternative(figure: Figure, language: str) -> str:
    """Words for a picture: its own, else its caption, else the plain word for a picture."""
    return figure.alt or plain(figure.caption) or words(language).picture


def _marked(lines: tuple[LeafLine, ...], page_map: PageMap) -> tuple[LeafLine, ...]:
    return tuple(
        LeafLine(line.kind, line.id, line.text, page_map.before.get(line.id, ())) for line in lines
    )


def _label(story: Story, page_map: PageMap) -> str | None:
    ids = (story.id, f"{story.id}-headline", *(block.id for block in story.body))
    return next((page_map.label_of[i] for i in ids if i in page_map.label_of), None)


def _turn(story: Story | None, language: str) -> Turn | None:
    return Turn(f"{story.id}.xhtml", name_of(story, language)) if story else None


def _leaf(
    block: Block, markers: tuple[Marker, ...], pictures: Mapping[str, LeafPicture], edition: Edition
) -> Leaf:
    if isinstance(block, Figure):
        picture = pictures.get(block.src) if block.src else None
        return Leaf(
            "figure",
            block,
            markers,
            picture=f"../{picture.path}" if picture else None,
            alt=alternative(block, edition.language),
        )
    return Leaf(_kind(block), block, markers, view=_view(block))


def _view(block: Block) -> object:
    match block:
        case ListBlock():
            return nested(block)
        case Table():
            return grid_of(block)
        case Verse():
            return stanzas(block)
        case Entries():
            return pairs(block)
        case Paragraph() if block.speaker:
            return spoken(block)
    return None


def _kind(block: Block) -> str:
    match block:
        case Paragraph():
            return "paragraph"
        case Crosshead():
            return "crosshead"
        case PullQuote():
            return "pullquote"
        case ListBlock():
            return "list"
        case Table():
            return "table"
        case Verse():
            return "verse"
        case Closing():
            return "closing"
        case Entries():
            return "entries"
        case Footnote():
            return "footnote"
        case Note():
            return "note"
        case Figure():
            return "figure"
