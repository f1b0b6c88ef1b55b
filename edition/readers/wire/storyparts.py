"""What every reader of marked-up stories shares: from a story's parts to a proved edition."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from edition.copy.clean import clean_text
from edition.copy.limits import safe_name
from edition.copy.numbering import number_parts
from edition.copy.read import Read
from edition.errors import Diagnostic, Severity, UnreadableInput, old_remark
from edition.limits import LIMITS
from edition.model import (
    Block,
    Byline,
    Edition,
    Figure,
    Furniture,
    Section,
    Story,
    block_text,
)
from edition.readers.wire.bodies import bare, blocks, left_out, pictures, relative, text_of
from edition.readers.wire.markup import Element
from edition.sidecar.parse import Sidecar
from edition.trade.bylines import names_in, own_line

_SHOWN = 60


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
    aside: tuple[tuple[str, str], ...] = ()
    """(label, text) of what the file carries and the story does not"""
    remarks: tuple[Diagnostic, ...] = field(default=())


def read_parts(
    parts: Sequence[Parts], data: bytes, name: str, sidecar: Sidecar,
    furniture: Sequence[str] = (), remarks: Iterable[Diagnostic] = (),
) -> Read:
    """The edition of `parts`, every story proved whole.

    Raises UnreadableInput when there is no story or too many, or too much of one.
    """
    parts = [part for part in parts if not _is_empty(part)]
    if not parts:
        raise UnreadableInput(
            "there is no story in this file", where=name, todo="Export the file again, with text"
        )
    if len(parts) > LIMITS.stories:
        raise UnreadableInput(
            "there are too many stories", where=name, why=f"The limit is {LIMITS.stories}",
            todo="Divide the copy into several editions",
        )
    sections: list[Section] = []
    said = list(remarks)
    for number, part in enumerate(parts, 1):
        story = story_of(part)
        _within(story, name)
        said += _remarks(part, story, number, name)
        _append(sections, part.section, story)
    edition = Edition(
        name=safe_name(name), sections=tuple(sections), imprint=sidecar.imprint,
        furniture=tuple(Furniture(n, text) for n, text in enumerate(furniture, 1)),
        glossary=sidecar.glossary, digest=hashlib.sha256(data).hexdigest(),
    )
    if sum(len(story.text) for story in edition.stories) > LIMITS.edition_characters:
        raise _too_long(LIMITS.edition_characters, name)
    edition, divided = number_parts(edition)
    return Read(edition, (*said, *divided))


def story_of(part: Parts) -> Story:
    """The story of its parts, not yet numbered."""
    body: tuple[Block, ...] = tuple(block for e in part.body for block in blocks(e))
    return Story(
        id="", headline=part.headline, body=(*body, *part.figures), kicker=part.kicker or None,
        deck=part.deck or None, dateline=part.dateline or None,
        byline=byline_of(part.byline, part.names),
        credits=part.credits, rank=part.rank,
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


def info(
    kind: str, message: str, name: str, story: int | None = None, text: str | None = None,
    severity: Severity = Severity.INFO,
) -> Diagnostic:
    """A record of what was left out."""
    return old_remark(kind, severity, message, story=story, text=text, source=name)


def proved(part: Parts, story: Story) -> str:
    """Empty when `story` holds every character of `part` once and in order; else what differs.

    The order of the running text is compared; a picture's caption and credit by count alone.
    """
    head = [part.kicker, part.headline, part.deck, part.dateline]
    tail = [part.byline, *part.credits]
    given = [*head, *(text_of(e) for e in part.body), *map(block_text, part.figures), *tail]
    more = Counter(bare("".join(given)))
    less = Counter(bare(story.text))
    if more != less:
        return "".join(sorted((more - less).elements()))[:_SHOWN] or "more than the file holds"
    running, at = bare("".join(text_of(e) for e in part.body)), 0
    for block in story.body[: len(story.body) - len(part.figures)]:
        if isinstance(block, Figure):
            continue
        text = bare(block_text(block))
        at = running.find(text, at)
        if at < 0:
            return "the order of the text"
        at += len(text)
    return ""


def _is_empty(part: Parts) -> bool:
    story = story_of(part)
    return not bare(story.text) and not story.body


def _remarks(part: Parts, story: Story, number: int, name: str) -> Iterable[Diagnostic]:
    yield from part.remarks
    lost = proved(part, story)
    if lost:
        yield info("not_conserved", "The story does not hold what its file holds.",
                   name, number, lost, Severity.ERROR)
    if not story.headline:
        yield info("headline_missing", "A story has no headline.", name, number,
                   severity=Severity.WARNING)
    for label, text in part.aside:
        yield info("left_out", f"{label} is not printed.", name, number, text)
    for element in part.body:
        for text in left_out(element):
            yield info("left_out", "What is no copy was left out.", name, number, text)
        for address in pictures(element):
            if relative(address) is None:
                yield info("picture_elsewhere", "This picture lies outside the copy's folder and "
                           "was not fetched.", name, number, address[:500])


def _within(story: Story, name: str) -> None:
    if len(story.text) > LIMITS.story_characters:
        raise _too_long(LIMITS.story_characters, name, story.headline)
    links = sum(
        run.href is not None for block in story.body for run in getattr(block, "runs", ())
    )
    cells = max((sum(map(len, getattr(b, "rows", ()))) for b in story.body), default=0)
    figures = sum(isinstance(block, Figure) for block in story.body)
    for count, limit, what in (
        (links, LIMITS.links, "links"), (cells, LIMITS.cells, "cells in a table"),
        (figures, LIMITS.pictures, "pictures"),
    ):
        if count > limit:
            raise UnreadableInput(
                f"a story has {count} {what}", where=name, why=f"The limit is {limit}",
                todo="Divide the story",
            )


def _too_long(limit: int, name: str, headline: str = "") -> UnreadableInput:
    whose = f" of “{headline[:20]}”" if headline else ""
    return UnreadableInput(
        f"the copy{whose} is too long", where=name, why=f"The limit is {limit} characters",
        todo="Divide it into several files",
    )


def _append(sections: list[Section], title: str | None, story: Story) -> None:
    if sections and sections[-1].title == title:
        last = sections[-1]
        sections[-1] = Section(last.title, (*last.stories, story))
    else:
        sections.append(Section(title, (story,)))
