"""The notes of a Markdown file: found before the text is read, set where their story ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from edition.model import Footnote, Run, Runs, plain
from edition.readers.dialect.markedtext import Inline, Mention, joined
from edition.readers.dialect.strands import Strand
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.headings import End
from edition.readers.outlined.runs import flat


@dataclass(frozen=True, slots=True)
class _Text:
    """The inline content of a note, paragraph by paragraph, or its plain words."""

    tokens: tuple[Sequence[Token], ...]
    line: int
    """line of the file it begins in"""
    name: str
    """as its mark names it"""
    words: str = ""


@dataclass
class Notes:
    """The notes by the names their marks give, and the tokens of the file without them."""

    tokens: list[Token] = field(default_factory=list)
    texts: dict[str, _Text] = field(default_factory=dict)
    mentions: dict[str, Mention] = field(default_factory=dict)

    def footnotes(self, name: str, inline: Inline) -> Iterator[End]:
        """A note at the end of its story, a block for each of its paragraphs."""
        text, mention = self.texts[name], self.mentions[name]
        label = mention.label
        if text.name != label and not text.words:
            inline.told.left_out("note_names", f"[^{text.name}]")
        for runs in ((Run(text.words),), *(_runs(t, inline, text.line) for t in text.tokens)):
            if plain(runs):
                number = mention.id if label else ""
                yield End(Footnote(label, runs, (text.line,), number))
                label = ""

    def unmarked(self, inline: Inline) -> Iterator[str]:
        """Names of the notes that no mark names, each of them told."""
        for name, text in self.texts.items():
            if name not in inline.seen:
                inline.told.line = text.line
                inline.told.say("note_unmarked", name)
                yield name


def found_notes(tokens: Sequence[Token], before: int) -> Notes:
    """The notes among `tokens`, whose first line is line `before` + 1 of the file."""
    found = Notes()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "note_open":
            stop = next(n for n in range(at, len(tokens)) if tokens[n].type == "note_close")
            _take(found, token, tokens[at:stop], before)
            at = stop
        elif token.type != "note_close":
            found.tokens.append(token)
        at += 1
    _number(found, before)
    return found


def _take(found: Notes, opened: Token, tokens: Sequence[Token], before: int) -> None:
    label = name = str(opened.meta["label"])
    line = before + (opened.map or [0])[0] + 1
    inlines = tuple(t.children or () for t in tokens if t.type == "inline")
    if label in found.texts:
        label = f"{label} ({line})"
    found.texts[label] = _Text(inlines, line, name)


def _number(found: Notes, before: int) -> None:
    """Give each note what its mark prints: its own figure, or its number in order of the marks."""
    order: dict[str, None] = {}
    line = before
    for token in found.tokens:
        line = before + token.map[0] if token.map else line
        for child in token.children or ():
            if child.type == "note_inline":
                name = str(child.meta["whole"])
                found.texts.setdefault(name, _Text((), line + 1, name, child.content))
                order[name] = None
            elif child.type == "note_mark" and child.content in found.texts:
                order[child.content] = None
    order |= dict.fromkeys(found.texts)
    names = [found.texts[key].name for key in order]
    own = all(name.isascii() and name.isdigit() for name in names)
    for number, (key, name) in enumerate(zip(order, names, strict=True), 1):
        found.mentions[key] = Mention(name if own else str(number), f"note-{number}")


def _runs(tokens: Sequence[Token], inline: Inline, line: int) -> Runs:
    inline.told.line = line
    runs, _ = Strand(inline, (line,)).read(tokens)
    return flat(joined(runs))

