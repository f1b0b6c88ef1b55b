"""The notes of a Markdown file: found before the text is read, set where their story ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from edition.model import Block, Footnote, Note, Paragraph, PullQuote, Run
from edition.readers.dialect.markedtext import MarkedInline, MarkedMention
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.headings import Head, Item


@dataclass(frozen=True, slots=True)
class NoteText:
    """The tokens of a note's blocks, or its plain words."""

    tokens: tuple[Token, ...]
    line: int
    """line of the file it begins in"""
    name: str
    """as its mark names it"""
    words: str = ""


@dataclass
class MarkedNotes:
    """The notes by the names their marks give, and the tokens of the file without them."""

    tokens: list[Token] = field(default_factory=list)
    texts: dict[str, NoteText] = field(default_factory=dict)
    mentions: dict[str, MarkedMention] = field(default_factory=dict)

    def unmarked(self, inline: MarkedInline) -> Iterator[str]:
        """Names of the notes that no mark names, each of them told."""
        for name, text in self.texts.items():
            if name not in inline.seen:
                inline.told.line = text.line
                inline.told.say("note_unmarked", name)
                yield name


def as_notes(items: Sequence[Item], text: NoteText, mention: MarkedMention) -> Iterator[Block]:
    """What a note holds as blocks at the end of its story; its label stands before the first.

    A paragraph is a note; another block stays what it is, below the note.
    """
    made = [Footnote("", (Run(text.words),))] if text.words else [*map(_noted, items)]
    first = next((at for at, block in enumerate(made) if isinstance(block, Footnote)), None)
    if first is None:
        yield Footnote(mention.label, (), (text.line,), mention.id)
    for at, block in enumerate(made):
        block = replace(block, lines=(text.line,))
        if at == first and isinstance(block, Footnote):
            block = replace(block, label=mention.label, id=mention.id)
        yield block


def _noted(item: Item) -> Block:
    match item:
        case Paragraph() | PullQuote() | Note():
            return Footnote("", item.runs)
        case Head():
            return Footnote("", (Run(item.text),))
        case _:
            return item  # type: ignore[return-value] # Markdown has no other items than blocks


def found_notes(tokens: Sequence[Token], before: int) -> MarkedNotes:
    """The notes among `tokens`, whose first line is line `before` + 1 of the file."""
    found = MarkedNotes()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "note_open":
            stop = next(n for n in range(at, len(tokens)) if tokens[n].type == "note_close")
            _take(found, token, tokens[at + 1 : stop], before)
            at = stop
        elif token.type != "note_close":
            found.tokens.append(token)
        at += 1
    _number(found, before)
    return found


def _take(found: MarkedNotes, opened: Token, tokens: Sequence[Token], before: int) -> None:
    label = name = str(opened.meta["label"])
    line = before + (opened.map or [0])[0] + 1
    if label in found.texts:
        label = f"{label} ({line})"
    found.texts[label] = NoteText(tuple(tokens), line, name)


def _number(found: MarkedNotes, before: int) -> None:
    """Give each note what its mark prints: its own figure, or its number in order of the marks."""
    order: dict[str, None] = {}
    for child, line in [*_inlines(found, before)]:
        if child.type == "note_inline":
            # Two inline notes of the same words are two notes.
            name = child.meta["name"] = f"{child.meta['whole']} {len(order)}"
            found.texts[name] = NoteText((), line, name, child.content)
            order[name] = None
        elif child.type == "note_mark" and child.content in found.texts:
            order[child.content] = None
    order |= dict.fromkeys(found.texts)
    names = [found.texts[key].name for key in order]
    own = all(name.isascii() and name.isdigit() for name in names)
    for number, (key, name) in enumerate(zip(order, names, strict=True), 1):
        found.mentions[key] = MarkedMention(name if own else str(number), f"note-{number}")


def _inlines(found: MarkedNotes, before: int) -> Iterator[tuple[Token, int]]:
    """Every inline token of the text, then of the notes, with its line of the file."""
    line = before + 1
    for token in found.tokens:
        line = before + token.map[0] + 1 if token.map else line
        yield from ((child, line) for child in token.children or ())
    for text in found.texts.values():
        for token in text.tokens:
            yield from ((child, text.line) for child in token.children or ())
