"""Lists of Markdown: each item with the number that was typed, at the level it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from edition.model import Figure, ListBlock, ListItem, Run, copied_text
from edition.readers.dialect.markedtext import BREAK, HARD, broken_off, joined
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.headings import Item
from edition.readers.outlined.runs import flat

_OPENS = ("bullet_list_open", "ordered_list_open")
_CLOSES = ("bullet_list_close", "ordered_list_close")
_WHOLE = ("table_open", "fence", "code_block", "html_block", "blockquote_open")


class BlockReader(Protocol):
    """What a list asks of the reader of the blocks around it."""

    tokens: list[Token]
    at: int

    @property
    def line(self) -> int: ...

    def next(self) -> Token: ...

    def lines(self, token: Token) -> tuple[int, ...]: ...

    def strand(
        self, token: Token, lines: tuple[int, ...]
    ) -> tuple[list[Run], list[Figure]]: ...

    def block(self) -> Iterator[Item]: ...

    def shown(self, figures: Sequence[Figure]) -> Iterator[Figure]: ...

    def say(self, line: int, text: str) -> None: ...


@dataclass
class _Level:
    """One of the lists that are open: how its items are labelled."""

    ordered: bool
    sign: str
    """`.` or `)` behind a number"""
    counted: bool
    """every item was typed with the same number, so that they are counted here"""
    number: int = 0


def list_pieces(reader: BlockReader, opened: Token) -> Iterator[Item]:
    """The blocks of a list in order: itself, in pieces where other blocks stand in it."""
    work = _List(reader, reader.lines(opened)[:1])
    work.open(opened)
    while work.levels:
        token = reader.tokens[reader.at]
        if token.type in _WHOLE:
            yield from work.piece()
            yield from _inner(reader)
            work.lines = (reader.line,)
        else:
            work.token(reader.next())
    yield from work.piece()
    yield from reader.shown(work.after)


def _inner(reader: BlockReader) -> Iterator[Item]:
    """A block inside an item; a quotation up to its end."""
    depth = 0
    while True:
        token = reader.tokens[reader.at]
        depth += (token.type == "blockquote_open") - (token.type == "blockquote_close")
        yield from reader.block()
        if not depth:
            return


class _List:
    """The items of one list and of those inside it."""

    def __init__(self, reader: BlockReader, lines: tuple[int, ...]) -> None:
        self.reader, self.lines = reader, lines
        self.levels: list[_Level] = []
        self.items: list[ListItem] = []
        self.after: list[Figure] = []
        self.label = ListItem(())
        """label and level of the next item"""

    def open(self, token: Token) -> None:
        numbers = _numbers(self.reader.tokens, self.reader.at, token.level + 1)
        ordered = token.type == "ordered_list_open"
        counted = len(numbers) > 1 and len(set(numbers)) == 1
        first = int(numbers[0]) if ordered and numbers else 1
        self.levels.append(_Level(ordered, token.markup, counted, first - 1))

    def token(self, token: Token) -> None:
        if token.type in _OPENS:
            self.open(token)
        elif token.type in _CLOSES:
            self.levels.pop()
        elif token.type == "list_item_open":
            self.label = self._label(token)
        elif token.type == "inline":
            self._item(token)

    def _label(self, token: Token) -> ListItem:
        level, depth = self.levels[-1], len(self.levels) - 1
        level.number += 1
        if "checked" in token.meta:
            return ListItem((), depth, "☑" if token.meta["checked"] else "☐", made=True)
        if not level.ordered:
            return ListItem((), depth, "•", made=True)
        number = str(level.number) if level.counted else token.info
        return ListItem((), depth, f"{number}{level.sign}", made=level.counted)

    def _item(self, token: Token) -> None:
        """An item; what stands in a further paragraph or line of it has no label."""
        runs, figures = self.reader.strand(token, self.lines)
        self.after += figures
        for row in broken_off(runs, HARD + BREAK):
            kept = flat(joined(row))
            if kept:
                self.items.append(replace(self.label, runs=kept))
                self.label = ListItem((), self.label.level)

    def piece(self) -> Iterator[ListBlock]:
        """The items so far as a list."""
        if self.items:
            block = ListBlock(tuple(self.items), self.lines)
            self.reader.say(self.lines[0], copied_text(block))
            self.items = []
            yield block


def _numbers(tokens: Sequence[Token], at: int, level: int) -> list[str]:
    """The numbers as typed of the items of the list whose items stand at `level`."""
    found: list[str] = []
    for token in tokens[at:]:
        if token.level < level:
            break
        if token.type == "list_item_open" and token.level == level:
            found.append(token.info)
    return found
