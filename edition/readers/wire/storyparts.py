"""What every reader of marked-up stories shares: from a story's parts to what is made an edition.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from edition.copy.clean import clean_text
from edition.copy.links import is_link
from edition.copy.making import Claim, Found, Order
from edition.errors import Diagnostic
from edition.messages.texts import Phrase, Value
from edition.model import Block, Byline, Figure, Footnote, Furniture, Section, Story, copied_text
from edition.readers.outlined.outline import signed
from edition.readers.tree.bodies import blocks, left_out
from edition.readers.tree.elements import pictures, relative
from edition.readers.tree.inline import bare, text_of
from edition.readers.tree.nodes import BACK, TWICE, Element
from edition.readers.wire.holding import (
    Hold,
    Standing,
    held_by,
    held_remarks,
    is_update,
    superseded,
)
from edition.trade.bylines import names_in, own_line

_LONGEST_ID = 500
_FOLLOWED = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Parts:
    """One story as its file gives it, each part one line of text, before it is numbered."""

    headline: str = ""
    kicker: str = ""
    deck: str = ""
    dateline: str = ""
    byline: str = ""
    names: tuple[str, ...] = ()
    """who the byline names, where the file marks them"""
    credits: tuple[str, ...] = ()
    body: tuple[Element, ...] = ()
    """elements whose blocks follow one another"""
    figures: tuple[Figure, ...] = ()
    """pictures that stand outside the body; they follow it"""
    section: str | None = None
    rank: int | None = None
    aside: tuple[Aside, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    missing: str = "picture_elsewhere"
    """kind of the remark for a picture that lies elsewhere"""
    standing: Standing = field(default_factory=Standing)
    """what the file says of printing it"""
    own_id: str = ""
    """what the file calls it, where that is not what its standing says"""
    published: date | None = None
    address: str | None = None


Aside: TypeAlias = tuple[Phrase, str]
"""What the file carries and the story does not: what it is, and its words."""


def for_day(parts: Iterable[Parts], day: date | None) -> list[Parts]:
    """The parts, with the date of the paper they are for."""
    return [replace(part, standing=replace(part.standing, day=day)) for part in parts]


def asides(given: Iterable[tuple[str, str]]) -> Iterator[Aside]:
    """Pairs of a phrase's key and words as asides; what has no words is none."""
    return ((Phrase(key), text) for key, text in given if text)


def found_in(
    parts: Sequence[Parts], name: str, furniture: Sequence[str] = (),
    remarks: Iterable[Diagnostic] = (), file: str = "",
) -> Found:
    """The stories of `parts`, each with the claim that it holds every character of its parts.

    `file` is the whole of the file as text, where it says little but news.
    """
    sections: list[Section] = []
    said = list(remarks)
    claims: list[Claim] = []
    held: list[Story] = []
    late = superseded([part.standing for part in parts])
    replaced = {parts[at].standing.id for at in late}
    for at, part in enumerate(parts):
        story = story_of(part)
        if not bare(story.text) and not story.body:
            continue
        hold = Hold("held_superseded") if at in late else held_by(part.standing)
        if hold is not None and hold.why == "held_correction" and part.standing.id in replaced:
            # The version it corrects stands in the same file, and is held in its place.
            hold = None
        if hold is not None:
            held.append(story)
            said += [*held_remarks(hold, story.headline, name), *_named(part, None, name)]
            continue
        claims.append(_claim(part, len(claims) + 1))
        said += _remarks(part, story, len(claims), name)
        _append(sections, part.section, story)
    return Found(
        tuple(sections), tuple(said), tuple(claims),
        tuple(Furniture(n, text) for n, text in enumerate(furniture, 1)), file=file,
        held=tuple(held),
    )


def story_of(part: Parts) -> Story:
    """The story of its parts, not yet numbered."""
    body: tuple[Block, ...] = tuple(block for e in part.body for block in blocks(e))
    byline = byline_of(part.byline, part.names)
    if byline is None:
        # The text signs itself where the file names nobody; its notes stand below.
        stop = next((n for n in range(len(body), 0, -1)
                     if not isinstance(body[n - 1], Footnote)), 0)
        kept, byline = signed([*body[:stop]])
        body = (*kept, *body[stop:])
    return Story(
        id="", headline=part.headline, body=(*body, *part.figures), kicker=part.kicker or None,
        deck=part.deck or None, dateline=part.dateline or None, byline=byline,
        credits=part.credits, rank=part.rank,
        own_id=one_line(part.own_id or part.standing.id)[:_LONGEST_ID] or None,
        published=part.published, address=part.address,
    )


def byline_of(text: str, names: tuple[str, ...] = ()) -> Byline | None:
    """The byline a field of the file holds; the names are those it gives beyond doubt."""
    if not text:
        return None
    found = None if names else own_line(text)
    return found or Byline(text, names or names_in(text) or ())


def one_line(text: str) -> str:
    """A field of a file as one line of clean text."""
    return " ".join(clean_text(text)[0].replace("\xa0", " ").split())


def _claim(part: Parts, number: int) -> Claim:
    """What story `number` must hold: its running text in order, and its other parts."""
    beside = (part.kicker, part.headline, part.deck, part.dateline, part.byline)
    texts = (*beside, *part.credits, *map(copied_text, part.figures))
    running = "".join(text_of(element) for element in part.body)
    return Claim(running, Order.PARTS, tuple(text for text in texts if text), number)


def _remarks(part: Parts, story: Story, number: int, name: str) -> Iterator[Diagnostic]:
    yield from part.remarks
    if not story.headline:
        yield Diagnostic("headline_missing", {}, story=number, source=name)
    yield from _named(part, number, name)
    if is_update(part.standing):
        yield Diagnostic("item_updates", {}, story=number, source=name)
    for element in part.body:
        yield from skipped_remarks(element, number, name)
        for address in pictures(element):
            if relative(address) is None:
                yield Diagnostic(
                    part.missing, {"src": address[:200], "place": ""}, story=number,
                    text=address[:500], source=name,
                )


def _named(part: Parts, number: int | None, name: str) -> Iterator[Diagnostic]:
    """What the file says beside the story, and to its editors."""
    for label, text in part.aside:
        yield Diagnostic("left_out", {"what": label}, story=number, text=text, source=name)
    for note in part.standing.notes:
        yield Diagnostic("note_to_editors", {}, story=number, text=note, source=name)


def skipped_remarks(element: Element, number: int, name: str) -> Iterator[Diagnostic]:
    """What the body of story `number` holds and does not print, or was mended."""
    for gone in left_out(element):
        values: dict[str, Value] = {"what": Phrase(gone.what), "count": 1}
        yield Diagnostic(gone.kind, values, story=number, text=gone.told, source=name)
    for link in element.iter("a"):
        address = link.get("href").strip()
        if address.lower().startswith(_FOLLOWED) and not is_link(address):
            yield Diagnostic("link_left_out", {}, story=number, text=address[:500], source=name)
    twice = [found.get("as") for found in element.iter(TWICE)]
    if twice:
        yield Diagnostic(
            "entities_twice", {"count": len(twice)}, story=number,
            text=" ".join(dict.fromkeys(twice)), source=name,
        )
    backs = [text_of(found, frozenset()) for found in element.iter(BACK)]
    if backs:
        yield Diagnostic(
            "markup_left_out", {"count": len(backs), "what": Phrase("note_links")}, story=number,
            text=" ".join(backs), source=name,
        )
    formulas = [text_of(e) for e in element.iter("span") if e.get("class") == "formula"]
    if formulas:
        yield Diagnostic(
            "markup_asked", {"count": len(formulas), "what": Phrase("formulas")}, story=number,
            text="　".join(formulas), source=name,
        )


def _append(sections: list[Section], title: str | None, story: Story) -> None:
    if sections and sections[-1].title == title:
        last = sections[-1]
        sections[-1] = Section(last.title, (*last.stories, story))
    else:
        sections.append(Section(title, (story,)))
