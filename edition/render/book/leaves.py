"""The contexts of the book's templates: what a story's document and the contents page show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from edition.copy.links import address_of
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
    Run,
    Section,
    Story,
    Table,
    Verse,
    plain,
)
from edition.render.book.blockviews import linked, nested, pairs, spoken, stanzas, tabled
from edition.render.book.headparts import (
    TURN,
    Phrases,
    crossheads,
    phrases,
    shortened,
    signed,
    step_of,
)
from edition.render.book.pagelinks import PageLink, going_on, label_of, page_hrefs, paged
from edition.render.book.pagelist import Marker, PageMap
from edition.render.book.pagemarks import marked
from edition.trade.phrases import day, folio, words


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
    phrases: Phrases = ()
    """of a head: the parts between which its lines may end"""
    step: str = ""
    """the class of a long headline"""


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
    words: str | None = None
    """the whole text of a paragraph that has no mark, no link and no reading"""
    marked: bool = False
    """True for a footnote that the text has a mark of"""


@dataclass(frozen=True, slots=True)
class Turn:
    """A link to another story, called by its headline in short."""

    href: str
    title: str


@dataclass(frozen=True, slots=True)
class About:
    """What stands under a head beside the copy: who wrote it, in which paper, on which page."""

    signed: str
    parts: tuple[str, ...]
    """of the folio line, the page's label among them"""
    on: tuple[PageLink, ...]
    """the pages the story goes on on"""
    published: str | None = None
    """the day it came out where it is from, if that is another than the paper's"""
    published_iso: str | None = None
    address: str | None = None
    """where that is"""


@dataclass(frozen=True, slots=True)
class StoryLeaf:
    """The document of one story."""

    id: str
    name: str
    """The headline in short, or the word for a story that has none."""
    titled: bool
    """False for a story without a headline."""
    title: str
    """Title of the document: name and paper."""
    section: str | None
    about: About
    markers: tuple[Marker, ...]
    head: tuple[LeafLine, ...]
    body: tuple[Leaf, ...]
    tail: tuple[LeafLine, ...]
    before: Turn | None
    after: Turn | None
    related: tuple[Turn, ...]
    """the other stories under its group's head"""


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
    language, hrefs, whole = edition.language, page_hrefs(page_map), folio(edition)
    for place, (section, story) in enumerate(placed):
        before = placed[place - 1][1] if place else None
        after = placed[place + 1][1] if place + 1 < len(placed) else None
        name, label = shortened(name_of(story, language)), label_of(story, page_map)
        yield StoryLeaf(
            id=story.id,
            name=name,
            titled=bool(story.headline.strip()),
            title=" · ".join(t for t in (name, edition.imprint.paper) if t),
            section=section.title,
            about=_about(
                story, edition, folio(edition, label) if label else whole,
                going_on(story, label, page_map, hrefs),
            ),
            markers=page_map.before.get(story.id, ()),
            head=_headed(story, page_map, language),
            body=_body(story, page_map, hrefs, pictures, edition),
            tail=_marked(tail_lines(story), page_map),
            before=_turn(before, language),
            after=_turn(after, language),
            related=_related(story, section, language),
        )


def _about(
    story: Story, edition: Edition, parts: tuple[str, ...], on: tuple[PageLink, ...]
) -> About:
    came = story.published if story.published != edition.imprint.date else None
    return About(
        signed(story, edition.language), parts, on,
        day(came, edition.language) if came else None, came.isoformat() if came else None,
        address_of(story.address) if story.address else None,
    )


def _body(
    story: Story, page_map: PageMap, hrefs: Mapping[str, str],
    pictures: Mapping[str, LeafPicture], edition: Edition,
) -> tuple[Leaf, ...]:
    marks = page_map.before
    body, noted = linked(story)
    return tuple(
        _leaf(
            paged(block, hrefs) if isinstance(block, Paragraph) else block,
            marks.get(block.id, ()) if block.id else (), pictures, edition, block.id in noted,
        )
        for block in (marked(one, page_map.within.get(one.id, ())) for one in body)
    )


def _headed(story: Story, page_map: PageMap, language: str) -> tuple[LeafLine, ...]:
    """The lines above the body, with the parts their lines may end between."""
    read = {"headline": story.headline_as_read, "deck": story.deck_as_read}
    return tuple(
        replace(
            line, phrases=phrases(line.text, language, read.get(line.kind)),
            step=step_of(line.text) if line.kind == "headline" else "",
        ) if line.kind != "dateline" else line
        for line in _marked(head_lines(story), page_map)
    )


def _related(story: Story, section: Section, language: str) -> tuple[Turn, ...]:
    """The other stories of its group, in reading order."""
    if not story.group:
        return ()
    others = (o for o in section.stories if o.group == story.group and o.id != story.id)
    return tuple(turn for turn in (_turn(other, language) for other in others) if turn)


def alternative(figure: Figure, language: str) -> str:
    """Words for a picture: its own, else its caption, else the plain word for a picture."""
    return figure.alt or plain(figure.caption) or words(language).picture


def _marked(lines: tuple[LeafLine, ...], page_map: PageMap) -> tuple[LeafLine, ...]:
    return tuple(
        LeafLine(line.kind, line.id, line.text, page_map.before.get(line.id, ())) for line in lines
    )


def _turn(story: Story | None, language: str) -> Turn | None:
    return Turn(
        f"{story.id}.xhtml", shortened(name_of(story, language), TURN)
    ) if story else None


def _leaf(
    block: Block, markers: tuple[Marker, ...], pictures: Mapping[str, LeafPicture],
    edition: Edition, noted: bool,
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
    return Leaf(
        _kind(block), block, markers, view=_view(block, edition.language), words=_words(block),
        marked=noted,
    )


def _words(block: Block) -> str | None:
    if not isinstance(block, Paragraph) or block.speaker or len(block.runs) != 1:
        return None
    (run,) = block.runs
    return run.text if run == Run(run.text) else None


def _view(block: Block, language: str) -> object:
    match block:
        case Crosshead():
            return crossheads(block, language)
        case ListBlock():
            return nested(block)
        case Table():
            return tabled(block)
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
