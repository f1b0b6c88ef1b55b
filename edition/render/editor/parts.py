"""A story taken apart for the proof sheet: what each part is, its lines, its joined seams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.model import (
    Block,
    Closing,
    Crosshead,
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
    beside,
    block_text,
    plain,
    spelled,
)

_NAMES: dict[type, str] = {
    Paragraph: "paragraph", Crosshead: "crosshead", PullQuote: "quote", Figure: "caption",
    ListBlock: "list", Table: "table", Verse: "verse", Note: "note",
    Closing: "closing", Entries: "entries", Footnote: "footnote",
}
_SEAM = 8
"""characters of a line by which its place in a joined paragraph is found"""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a story."""

    kind: str
    """section, kicker, headline, deck, dateline, byline, credit or the kind of a block"""
    pieces: tuple[str, ...]
    """the text, parted at its joined seams, or item by item"""
    lines: tuple[int, ...] = ()
    """its source lines"""

    @property
    def joined(self) -> bool:
        """True when the pieces are one text, parted only where lines were joined."""
        return self.kind in ("paragraph", "quote", "note")


def parts_of(story: Story, rows: Sequence[str]) -> Iterator[Part]:
    """The parts of a story in reading order. `rows` are the lines of its source, if it has any."""
    first = _line(story.source_lines[0] if story.source_lines else None)
    if story.kicker:
        yield Part("kicker", (story.kicker,), first)
    if story.headline:
        yield Part("headline", (story.headline,), _line(story.headline_line) or first)
    if story.deck:
        yield Part("deck", (story.deck,), _line(story.deck_line))
    if story.dateline:
        yield Part("dateline", (story.dateline,), _found(story.dateline, story, rows))
    for block in story.body:
        yield Part(_NAMES[type(block)], _pieces(block, rows), block.lines)
    if story.byline:
        yield Part("byline", (story.byline.raw,), _line(story.byline.line))
    for credit in story.credits:
        yield Part("credit", (credit,), _found(credit, story, rows))


def _line(number: int | None) -> tuple[int, ...]:
    return (number,) if number else ()


def _found(text: str, story: Story, rows: Sequence[str]) -> tuple[int, ...]:
    first, last = story.source_lines or (1, 0)
    return next(((n,) for n in range(first, last + 1) if rows[n - 1 : n] and
                 rows[n - 1].strip() == text), ())


def _pieces(block: Block, rows: Sequence[str]) -> tuple[str, ...]:
    match block:
        case Paragraph() | PullQuote() | Note():
            return seams(plain(block.runs), block.lines, rows)
        case Crosshead():
            return block.parts
        case ListBlock():
            return tuple(beside(item.label, spelled(item.runs)) for item in block.items)
        case Verse():
            return tuple(spelled(verse) for verse in block.verses)
        case Table():
            caption = (spelled(block.caption),) if block.caption else ()
            return caption + tuple("　".join(map(spelled, row)) for row in block.rows)
        case Closing():
            return tuple(spelled(row.runs) for row in block.rows)
        case Entries():
            return tuple(beside(spelled(row.label), spelled(row.text)) for row in block.rows)
        case Figure() | Footnote():
            return (block_text(block),)


def seams(text: str, lines: Sequence[int], rows: Sequence[str]) -> tuple[str, ...]:
    """`text` cut where a line of `rows` was joined to the one before.

    The words at the head of a line are looked for; a text in another script has none of them but
    is as long, so that the lengths of its lines tell the place.
    """
    held = [rows[n - 1].strip() for n in lines if n <= len(rows)]
    same = sum(map(len, held)) == len(text)
    cuts, at, length = [0], 0, 0
    for before, row in pairwise(held):
        length += len(before)
        place = text.find(row[:_SEAM], at + 1)
        if place < 0 and same:
            place = length
        if place > at:
            cuts.append(place)
            at = place
    return tuple(text[a:b] for a, b in zip(cuts, [*cuts[1:], len(text)], strict=True))
