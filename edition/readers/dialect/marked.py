"""The blocks of Markdown: tokens become headings and blocks in the order of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.model import (
    Block,
    Entries,
    EntryRow,
    Figure,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    copied_text,
    plain,
    spelled,
)
from edition.readers.dialect.grammar import further_cells, markdown_tokens
from edition.readers.dialect.markedlists import list_pieces
from edition.readers.dialect.markednotes import as_notes, found_notes
from edition.readers.dialect.markedrows import paragraph_blocks
from edition.readers.dialect.markedtext import MarkedInline, Told, joined
from edition.readers.dialect.strands import Strand
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.headings import End, Head, Item
from edition.readers.outlined.runs import flat, with_marks

_NOTE = re.compile(r"\s*[【\[（(]?(?:编者按|编者的话|编后|按语|編者按)")
_CALLOUT = re.compile(r"\[!([A-Za-z][\w-]{0,30})\][+-]?[ \t]*")
_DEFINED = re.compile(r":[ \u3000]{1,4}(?=\S)")
_HEADING = 40
"""characters of the longest heading that a line of dashes or bars below it makes"""
_STOPS = "。！？；…”"


@dataclass
class Marked:
    """What the tokens of one file gave."""

    items: list[Item] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)
    """(line, characters) in the order of the source: what the items must hold"""
    remarks: list[Diagnostic] = field(default_factory=list)


def read_marked(text: str, name: str, before: int = 0) -> Marked:
    """The items of Markdown `text`, whose first line is line `before` + 1 of its file.

    Raises UnreadableInput for text that nests deeper, or holds more links or cells, than allowed.
    """
    work = Reading(text, name, before)
    work.run()
    return work.out


class Reading:
    """The one pass over the tokens. State lives here and nowhere else."""

    def __init__(self, text: str, name: str, before: int) -> None:
        tokens, unused = markdown_tokens(text)
        if any(token.level >= LIMITS.depth - 1 for token in tokens):
            raise UnreadableInput("markdown_deep", where=name, limit=LIMITS.depth)
        self.source, self.name, self.before = text.split("\n"), name, before
        self.notes = found_notes(tokens, before)
        self.tokens = self.notes.tokens
        self.out = Marked()
        self.at = 0
        self.told = Told(name, before + 1)
        self.inline = MarkedInline(self.told, self.notes.mentions)
        for address in unused:
            self.told.left_out("addresses_unused", address)
        self.quotes = 0
        self.callout = False
        self.noting = False
        """True inside a note, whose lines only go on"""

    def run(self) -> None:
        while self.at < len(self.tokens):
            for item in self.block():
                self._put(item)
            self._put_notes()
        for name in [*self.notes.unmarked(self.inline)]:
            self._ends(name)
        self._put_notes()
        self.out.remarks = self.told.done()

    def _put(self, item: Item) -> None:
        before = self.out.items[-1] if self.out.items else None
        whole = _defined(before, item)
        if whole is None:
            self.out.items.append(item)
        else:
            self.out.items[-1] = whole

    def _put_notes(self) -> None:
        """Notes stand at the end of the story that holds their first mark."""
        while self.inline.mentioned:
            self._ends(self.inline.mentioned.pop(0))

    def _ends(self, name: str) -> None:
        """Set a note, which is read as the text is, at the end of the story it belongs to."""
        text, mention = self.notes.texts[name], self.notes.mentions[name]
        if text.name != mention.label and not text.words:
            self.told.left_out("note_names", f"[^{text.name}]")
        kept, self.tokens, self.at = (self.tokens, self.at), list(text.tokens), 0
        quotes, self.quotes, self.noting = self.quotes, 0, True
        said = len(self.out.said)
        items: list[Item] = []
        while self.at < len(self.tokens):
            items += self.block()
        (self.tokens, self.at), self.quotes, self.noting = kept, quotes, False
        del self.out.said[said:]
        for block in as_notes(items, text, mention):
            self.say(text.line, copied_text(block))
            self.out.items.append(End(block))

    def say(self, line: int, text: str) -> None:
        """State that the edition must hold `text`."""
        self.out.said.append((line, text))

    def next(self) -> Token:
        """The next token; remarks name its line from now on."""
        token = self.tokens[self.at]
        self.at += 1
        if token.map:
            self.told.line = self.before + token.map[0] + 1
        return token

    @property
    def line(self) -> int:
        """The line of the file that is being read."""
        return self.told.line

    def block(self) -> Iterator[Item]:
        """The items of the block that begins here."""
        token = self.next()
        match token.type:
            case "heading_open":
                yield from self._heading(token)
            case "paragraph_open":
                yield from self._paragraph(token)
            case "bullet_list_open" | "ordered_list_open":
                yield from list_pieces(self, token)
            case "table_open":
                yield from self._table(token)
            case "fence" | "code_block":
                yield from self._code(token)
            case "html_block":
                yield from self._raw(token)
            case "directive":
                self.told.left_out("directives", token.content)
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
                self.callout = self.callout and self.quotes > 0

    def _heading(self, token: Token) -> Iterator[Item]:
        level, lines = int(token.tag[1:]), self.lines(token)
        raw, figures = self.strand(self.next(), lines)
        self.next()
        runs = flat(joined(raw))
        text = spelled(tuple(run for run in runs if run.note is None))
        for run in runs:
            if run.note is not None:
                self.told.left_out("heading_notes", run.text)
        typed = token.markup in ("-", "=")
        if typed and (len(text) > _HEADING or text.endswith(tuple(_STOPS))):
            self.told.say("rule_below", text[:60])
            yield from self._told(paragraph_blocks(raw, lines, self.told))
        elif text:
            if token.markup == "glued":
                self.told.say("heading_glued", text)
            yield from self._headed(level, text, runs, nested=bool(self.quotes or token.level))
        yield from self.shown(figures)

    def _headed(self, level: int, text: str, runs: Runs, *, nested: bool) -> Iterator[Item]:
        """A heading; inside another block it is a strong paragraph."""
        if nested:
            strong = tuple(replace(r, marks=with_marks(r.marks, Mark.STRONG)) for r in runs)
            yield from self._told((Paragraph(strong, (self.line,)),))
        else:
            self.say(self.line, text)
            yield Head(level, text, self.line)

    def _paragraph(self, token: Token) -> Iterator[Item]:
        lines = self.lines(token)
        inline = self.next()
        if self.quotes:
            yield from self._told(self._called(inline, lines))
        raw, figures = self.strand(inline, lines)
        self.next()
        for block in self._rows(raw, lines):
            yield from self._told((self._voiced(block),))
        yield from self.shown(figures)

    def _rows(self, raw: list[Run], lines: tuple[int, ...]) -> tuple[Block, ...]:
        """What the lines of a paragraph are; those of a note only go on."""
        if not self.noting:
            return paragraph_blocks(raw, lines, self.told)
        runs = flat(joined(raw))
        return (Paragraph(runs, lines),) if runs else ()

    def _called(self, inline: Token, lines: tuple[int, ...]) -> Iterator[Note]:
        """Take the kind of a callout, `[!NOTE]`, off its first line; its title is a paragraph."""
        children = list(inline.children or ())
        found = _CALLOUT.match(children[0].content) if children else None
        if found is None or children[0].type != "text":
            return
        self.callout = True
        self.told.left_out("callouts", found.group().strip())
        children[0].content = children[0].content[found.end() :]
        stop = next((n for n, c in enumerate(children) if c.type == "softbreak"), len(children))
        title = flat(joined(Strand(self.inline, lines).read(children[:stop])[0]))
        inline.children = children[stop + 1 :]
        if title:
            strong = (replace(r, marks=with_marks(r.marks, Mark.STRONG)) for r in title)
            yield Note(tuple(strong), lines[:1])

    def _voiced(self, block: Block) -> Block:
        """A block as a quotation or a note, where it stands in a quotation."""
        if not self.quotes or not isinstance(block, Paragraph):
            return block
        if self.callout or _NOTE.match(plain(block.runs)):
            return Note(block.runs, block.lines)
        return PullQuote(flat(block.runs), block.lines)

    def _table(self, opened: Token) -> Iterator[Item]:
        line = self.line
        rows: list[list[Runs]] = []
        after: list[Figure] = []
        cells = 0
        while (token := self.next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                cells += 1
                rows[-1].append(self.cell(token.children or (), after, line))
            elif token.type == "tr_close" and rows:
                typed = self.source[self.line - self.before - 1]
                for more in further_cells(typed, len(rows[-1])):
                    cells += 1
                    rows[-1].append(self.cell(more, after, line))
        if cells > LIMITS.cells:
            raise UnreadableInput(
                "markdown_table_large", where=self.name, line=line, cells=cells,
                limit=LIMITS.cells,
            )
        headed = any(plain(cell) for cell in rows[0])
        kept = rows if headed or len(rows) == 1 else rows[1:]
        yield from self._told((Table(tuple(map(tuple, kept)), int(headed), (line,)),))
        yield from self.shown(after)

    def cell(self, tokens: Sequence[Token], after: list[Figure], line: int) -> Runs:
        """The runs of one line of inline content; its pictures go to `after`."""
        runs, figures = Strand(self.inline, (line,)).read(tokens)
        after += figures
        return flat(tuple(
            Run(" ") if not run.text.strip("\n\v") and run.text else run for run in joined(runs)
        ))

    def _code(self, token: Token) -> Iterator[Item]:
        """Lines of code are never joined."""
        rows = [row.rstrip() for row in token.content.split("\n") if row.strip()]
        if token.info:
            self.told.left_out("code_languages", token.info)
        if rows:
            verses = tuple((Run(row, (Mark.CODE,)),) for row in rows)
            yield from self._told((Verse(verses, (self.line,)),))

    def _raw(self, token: Token) -> Iterator[Item]:
        from edition.readers.dialect.rawhtml import raw_blocks  # What reads web pages is heavy.

        for item in raw_blocks(token.content, self.told):
            if isinstance(item, Head):
                self.say(item.line, item.text)
                yield item
            else:
                yield from self._told((self._voiced(item),))

    def _told(self, blocks: Iterable[Block]) -> Iterator[Block]:
        """The blocks, each of them said."""
        for block in blocks:
            before = self.out.items[-1] if self.out.items else None
            text = copied_text(block)
            if _defined(before, block) is not None:
                text = text.removeprefix(":")
            self.say(block.lines[0] if block.lines else self.line, text)
            yield block

    def lines(self, token: Token) -> tuple[int, ...]:
        """The lines of the file that a block takes."""
        first, last = token.map or (self.line - self.before - 1, self.line - self.before)
        return tuple(range(self.before + first + 1, self.before + max(last, first + 1) + 1))

    def strand(self, token: Token, lines: tuple[int, ...]) -> tuple[list[Run], list[Figure]]:
        """The runs of inline content, line ends among them, and the pictures in it."""
        return Strand(self.inline, lines).read(token.children or ())

    def shown(self, figures: Sequence[Figure]) -> Iterator[Figure]:
        """Pictures where they stand in the end, their captions said there."""
        for figure in figures:
            self.say(figure.lines[0], copied_text(figure))
            yield figure


def _defined(before: Item | None, item: Item) -> Entries | None:
    """A term and the paragraph below it that says, behind a colon, what it means."""
    if not isinstance(item, Paragraph) or _DEFINED.match(plain(item.runs)) is None:
        return None
    text = flat(_without_colon(item.runs))
    lines = item.lines
    if isinstance(before, Entries):
        return replace(before, rows=(*before.rows, EntryRow((), text)), lines=before.lines + lines)
    if isinstance(before, Paragraph) and len(plain(before.runs)) <= _HEADING:
        return Entries((EntryRow(before.runs, text),), before.lines + lines)
    return None


def _without_colon(runs: Runs) -> Runs:
    first, *rest = runs
    return (replace(first, text=first.text.removeprefix(":")), *rest)

