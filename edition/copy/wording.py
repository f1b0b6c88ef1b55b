"""Every field of an edition that holds words, named one by one.

A new field of the model that holds words of the copy gets its line here, or the proof that
nothing is lost does not see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from edition.model import (
    Block,
    Closing,
    Crosshead,
    Edition,
    Entries,
    Figure,
    Footnote,
    Imprint,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Runs,
    Story,
    Table,
    Verse,
    copied_text,
    plain,
)


class CopyPart(IntEnum):
    """What a piece of the copy is, in the order of the source where lines are equal."""

    TITLE = 0
    FURNITURE = 1
    KICKER = 2
    HEADLINE = 3
    DECK = 4
    DATELINE = 5
    BLOCK = 6
    BYLINE = 7
    CREDIT = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of the copy as the edition holds it."""

    part: CopyPart
    text: str
    lines: tuple[int, ...] = ()
    """lines of the source it is known to stand in; empty where the model does not say"""
    story: int | None = None
    """number of its story, from 1"""
    block: Block | None = None


def cut_texts(block: Block) -> list[tuple[str, Runs]]:
    """The running texts of a block that a page may cut anywhere, each with its label."""
    match block:
        case Paragraph() | PullQuote() | Note():
            return [("", block.runs)]
        case Footnote():
            return [(block.label, block.runs)]
        case ListBlock():
            return [(item.label, item.runs) for item in block.items]
        case Verse():
            return [("", verse) for verse in block.verses]
        case Closing():
            return [("", row.runs) for row in block.rows]
        case Entries():
            return [("", runs) for row in block.rows for runs in (row.label, row.text)]
    return []


def solid(text: str) -> int:
    """How many characters a text has, white space not counted."""
    return len("".join(text.split()))


def cut_length(block: Block) -> int:
    """The characters of a block that a page may cut, white space not counted; 0 for one of
    another kind."""
    return sum(solid(label + plain(runs)) for label, runs in cut_texts(block))


def pieces(edition: Edition) -> Iterator[Piece]:
    """Everything of the copy that is printed or set aside, in reading order; furniture last."""
    number = 0
    for section in edition.sections:
        if section.title is not None:
            yield Piece(CopyPart.TITLE, section.title, _line(section.line))
        for story in section.stories:
            number += 1
            yield from story_pieces(story, number)
    for item in edition.furniture:
        yield Piece(CopyPart.FURNITURE, item.text, (item.line,))


def story_pieces(story: Story, number: int) -> Iterator[Piece]:
    """The parts of one story, in its order."""
    if story.kicker:
        yield Piece(CopyPart.KICKER, story.kicker, (), number)
    if story.headline:
        yield Piece(CopyPart.HEADLINE, story.headline, _line(story.headline_line), number)
    if story.deck:
        yield Piece(CopyPart.DECK, story.deck, _line(story.deck_line), number)
    if story.dateline:
        yield Piece(CopyPart.DATELINE, story.dateline, (), number)
    for block in story.body:
        yield Piece(CopyPart.BLOCK, copied_text(block), block.lines, number, block)
    if story.byline:
        yield Piece(CopyPart.BYLINE, story.byline.raw, _line(story.byline.line), number)
    for credit in story.credits:
        yield Piece(CopyPart.CREDIT, credit, (), number)


def words_beside(edition: Edition) -> Iterator[str]:
    """What an edition says beside the parts of its copy: names, addresses, house copy, pictures."""
    yield edition.name
    yield edition.language
    yield from _imprint(edition.imprint)
    for simplified, traditional in edition.glossary:
        yield simplified + traditional
    for story in edition.stories:
        yield from _beside_story(story)
    for number, story in enumerate(edition.held, 1):
        yield from (piece.text for piece in story_pieces(story, number))
        yield from _beside_story(story)
    yield from (shown.name for shown in edition.pictures)
    for ad in edition.advertisements:
        yield ad.text + (ad.picture or "")
    for item in edition.house_copy:
        yield (item.title or "") + item.text
    for ear in edition.ears:
        yield ear.title + "".join(ear.lines)
    for answer in edition.answers:
        yield answer.text + answer.words


def runs_of(block: Block) -> tuple[Runs, ...]:
    """The runs a block holds, one tuple for each paragraph, item, cell or line of it."""
    match block:
        case Paragraph() | PullQuote() | Note() | Footnote():
            return (block.runs,)
        case Figure():
            return (block.caption,)
        case ListBlock():
            return tuple(item.runs for item in block.items)
        case Table():
            return (block.caption, *(cell for row in block.rows for cell in row))
        case Closing():
            return tuple(row.runs for row in block.rows)
        case Entries():
            return tuple(runs for row in block.rows for runs in (row.label, row.text))
        case Verse():
            return block.verses
        case Crosshead():
            return ()


def _beside_story(story: Story) -> Iterator[str]:
    yield (story.headline_as_read or "") + (story.deck_as_read or "") + (story.group or "")
    yield story.address or ""
    if story.byline:
        yield "".join(story.byline.names)
    for block in story.body:
        for runs in runs_of(block):
            yield "".join((run.href or "") + (run.lang or "") for run in runs)
        if isinstance(block, ListBlock):
            yield "".join(item.label for item in block.items if item.made)
        if isinstance(block, Figure):
            yield (block.src or "") + (block.alt or "")
        if isinstance(block, PullQuote):
            yield block.speaker or ""


def _imprint(imprint: Imprint) -> Iterator[str]:
    for value in (
        imprint.paper, imprint.issue, imprint.page, imprint.page_title, imprint.publisher,
        imprint.certifier,
        imprint.rights, imprint.date and imprint.date.isoformat(),
    ):
        yield value or ""
    for label, text in (*imprint.editors, *imprint.extra):
        yield label + text


def _line(line: int | None) -> tuple[int, ...]:
    return () if line is None else (line,)
