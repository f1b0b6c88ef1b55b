"""The door of markdown-it: the tokens of CommonMark with tables become headings and blocks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Phrase
from edition.model import (
    Block,
    Figure,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    plain,
)
from edition.readers.outlined.headings import Head, Item
from edition.readers.outlined.markedtext import Inline
from edition.readers.outlined.runs import flat, paragraph_of, with_marks

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>])[^<>\u3000-\u9fff]*>|<[!?][^<>]*>")
_NOTE = re.compile(r"\s*[【\[（(]?(?:编者按|编者的话|编后|按语|編者按)")


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
    parser = MarkdownIt("commonmark", {"maxNesting": LIMITS.depth}).enable("table")
    # A line such as [注]: … is copy here; as a link's address it would vanish.
    parser.disable("reference")
    work = _Reading(parser.parse(text), name, before)
    work.run()
    return work.out


class _Numbers:
    """The labels of one list's items, counted from its own start."""

    def __init__(self, opened: Token) -> None:
        start = opened.attrGet("start")
        self.at = int(start) if start is not None else 1
        self.ordered = opened.type.startswith("ordered")
        self.mark = opened.markup

    def next(self) -> str:
        """The label of the next item: its number with the mark the copy has, or a bullet."""
        label = f"{self.at}{self.mark}" if self.ordered else "•"
        self.at += 1
        return label


class _Reading:
    """The one pass over the tokens. State lives here and nowhere else."""

    def __init__(self, tokens: Sequence[Token], name: str, before: int) -> None:
        self.tokens, self.name, self.before = tokens, name, before
        self.out = Marked()
        self.at = 0
        self.line = before + 1
        self.text = Inline(name, self.line)
        self.quotes = 0

    def run(self) -> None:
        if any(token.level >= LIMITS.depth - 1 for token in self.tokens):
            raise UnreadableInput("markdown_deep", where=self.name, limit=LIMITS.depth)
        while self.at < len(self.tokens):
            for block in self._block():
                self.out.items.append(block)
        for what, count in self.text.left_out.items():
            self.text.say("markup_left_out", count=count, what=Phrase(what))
        self.out.remarks = self.text.remarks

    def _next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        if token.map:
            self.line = self.text.line = self.before + token.map[0] + 1
        return token

    def _block(self) -> Iterator[Item]:
        """The items of the block that begins here."""
        token = self._next()
        match token.type:
            case "heading_open":
                yield from self._heading(token)
            case "paragraph_open":
                yield from self._paragraph(token)
            case "bullet_list_open" | "ordered_list_open":
                yield from self._list(token)
            case "table_open":
                yield from self._table(token)
            case "fence" | "code_block":
                yield from self._code(token)
            case "html_block":
                yield from self._html(token)
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1

    def _heading(self, token: Token) -> Iterator[Item]:
        level, line = int(token.tag[1:]), self.line
        runs, figures = self._inline(self._next(), self._lines(token))
        self._next()
        text = plain(runs)
        if text:
            if self.quotes or token.level:
                strong = tuple(replace(r, marks=with_marks(r.marks, Mark.STRONG)) for r in runs)
                yield Paragraph(strong, (line,))
            else:
                yield Head(level, text, line)
        yield from self._shown(figures)

    def _paragraph(self, token: Token) -> Iterator[Item]:
        lines = self._lines(token)
        runs, figures = self._inline(self._next(), lines)
        self._next()
        if runs:
            yield self._voiced(runs, lines)
        yield from self._shown(figures)

    def _voiced(self, runs: Runs, lines: tuple[int, ...]) -> Block:
        text = plain(runs)
        if self.quotes:
            return Note(runs, lines) if _NOTE.match(text) else PullQuote(flat(runs), lines)
        return paragraph_of(runs, lines)

    def _list(self, opened: Token) -> Iterator[Item]:
        """The items of a list, those of inner lists among them, in order."""
        lines = self._lines(opened)
        numbers = [_Numbers(opened)]
        items: list[ListItem] = []
        after: list[Figure] = []
        while numbers:
            token = self.tokens[self.at]
            if token.type in ("bullet_list_open", "ordered_list_open"):
                numbers.append(_Numbers(token))
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                numbers.pop()
            elif token.type == "list_item_open":
                items.append(ListItem((), len(numbers) - 1, numbers[-1].next(), made=True))
            elif token.type == "inline":
                token = self._next()
                runs, figures = self._inline(token, lines[:1])
                before = items[-1].runs
                gap = (Run(" "),) if before and runs else ()
                items[-1] = replace(items[-1], runs=before + gap + flat(runs))
                after += figures
                continue
            elif token.type in ("table_open", "fence", "code_block", "html_block"):
                yield from self._pieces(items, lines)
                items = [ListItem((), len(numbers) - 1)]
                yield from self._block()
                lines = (self.line,)
                continue
            self._next()
        yield from self._pieces(items, lines)
        yield from self._shown(after)

    def _pieces(self, items: list[ListItem], lines: tuple[int, ...]) -> Iterator[Item]:
        kept = tuple(item for item in items if item.runs)
        if kept:
            yield ListBlock(kept, lines[:1])

    def _table(self, opened: Token) -> Iterator[Item]:
        line = self.line
        rows: list[list[Runs]] = []
        after: list[Figure] = []
        cells = 0
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                cells += 1
                runs, figures = self._inline(token, (line,))
                rows[-1].append(flat(runs))
                after += figures
        if cells > LIMITS.cells:
            raise UnreadableInput(
                "markdown_table_large", where=self.name, line=line, cells=cells,
                limit=LIMITS.cells,
            )
        yield Table(tuple(map(tuple, rows)), int(any(map(plain, rows[0]))), (line,))
        yield from self._shown(after)

    def _code(self, token: Token) -> Iterator[Item]:
        """Lines of code are never joined."""
        rows = [row.rstrip() for row in token.content.split("\n") if row.strip()]
        if token.info:
            self.text.left_out["code_languages"] += 1
        self.out.said.append((self.line, "".join(rows)))
        if rows:
            yield Verse(tuple((Run(row, (Mark.CODE,)),) for row in rows), (self.line,))

    def _html(self, token: Token) -> Iterator[Item]:
        text, unseen = _UNSEEN.subn(" ", token.content)
        text, tags = _TAG.subn(" ", text)
        self.text.unseen(unseen, tags)
        text = " ".join(html.unescape(text).split())
        self.out.said.append((self.line, text))
        if text:
            yield Paragraph((Run(text),), (self.line,))

    def _lines(self, token: Token) -> tuple[int, ...]:
        first, last = token.map or (self.line - self.before - 1, self.line - self.before)
        return tuple(range(self.before + first + 1, self.before + max(last, first + 1) + 1))

    def _inline(self, token: Token, lines: tuple[int, ...]) -> tuple[Runs, list[Figure]]:
        """The runs of inline content and the pictures in it, which stand after it."""
        runs, figures = self.text.read(token.children or (), lines)
        self.out.said.append((lines[0], plain(runs)))
        return runs, figures

    def _shown(self, figures: Sequence[Figure]) -> Iterator[Figure]:
        """Pictures where they stand in the end, their captions said there."""
        for figure in figures:
            self.out.said.append((figure.lines[0], plain(figure.caption)))
            yield figure
