"""The door of markdown-it: CommonMark with tables, and the dialects that Chinese copy comes in.

Beside CommonMark it reads emphasis beside Chinese marks, ~~struck~~ text, ==marked== text, H~2~O,
m^2^, notes, wiki links, shortcodes, formulas and codes of emoji; the rules stand in
`inline_rules` and `block_rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.reference import reference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token as LibraryToken
from markdown_it.utils import EnvType

from edition.limits import LIMITS
from edition.readers.dialect.block_rules import BLOCK_RULES, BlockState
from edition.readers.dialect.inline_rules import INLINE_RULES, InlineState, flanks, is_selector
from edition.readers.dialect.tokens import Token

_ADDRESS = re.compile(r" {0,3}\[(?!\^)[^\[\]]{1,200}\]:\s{0,9}<?(?:https?|mailto):", re.I)


def markdown_tokens(text: str) -> tuple[Sequence[Token], tuple[str, ...]]:
    """The tokens of Markdown `text`, their lines counted from 0, and what named no link of it.

    The latter are the names and addresses of `[name]: https://…` that no link uses.
    """
    env: dict[str, Any] = {}
    tokens = _parser().parse(text, env)
    known = env.get("references", {})
    used = {
        child.attrGet("href") or child.attrGet("src")
        for token in tokens for child in _below(token.children or ())
    } if known else ()
    unused = tuple(
        f"[{name}]: {given['href']} {given.get('title', '')}".rstrip()
        for name, given in known.items() if given["href"] not in used
    )
    return cast(Sequence[Token], tokens), unused


def _below(tokens: Sequence[LibraryToken]) -> Iterator[LibraryToken]:
    for token in tokens:
        yield token
        yield from _below(token.children or ())


def further_cells(row: str, known: int) -> Sequence[Sequence[Token]]:
    """The inline tokens of the cells of a table's row beyond the `known` first ones."""
    cells = escapedSplit(row.strip())
    cells = cells[1:] if cells and not cells[0] else cells
    cells = cells[:-1] if cells and not cells[-1] else cells
    inlines = (_parser().parseInline(cell.strip()) for cell in cells[known:])
    return [cast(Sequence[Token], inline[0].children or ()) for inline in inlines]


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": LIMITS.depth, "tasklists": True})
    parser.inline = _Inline()
    parser.enable("table")
    # Four blanks before a paragraph are an indent typed by hand, and no code.
    parser.disable("code")
    parser.block.ruler.at("reference", _reference)
    parser.block.ruler.before("table", "plain", _plain, {"alt": []})
    for rule in INLINE_RULES:
        parser.inline.ruler.before(rule.before, rule.name, _inline(rule.take))
    for block in BLOCK_RULES:
        parser.block.ruler.before(
            block.before, block.name, _block(block.take),
            {"alt": ["paragraph", "reference", "blockquote", "list"]},
        )
    return parser


def _inline(take: Callable[[InlineState, bool], bool]) -> Callable[[StateInline, bool], bool]:
    return lambda state, silent: take(cast(InlineState, state), silent)


def _block(
    take: Callable[[BlockState, int, int, bool], bool]
) -> Callable[[StateBlock, int, int, bool], bool]:
    return lambda state, first, end, silent: take(cast(BlockState, state), first, end, silent)


def _reference(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """An address by name, where it is one: a line such as [注]: … is copy and would vanish."""
    line = state.src[state.bMarks[first] : state.eMarks[first]]
    return _ADDRESS.match(line) is not None and reference(state, first, end, silent)


def _plain(state: StateBlock, first: int, _: int, silent: bool) -> bool:
    """A line of Chinese between blank ones, as nearly all copy is: no other rule need be asked."""
    below = first + 1
    if (not "\u3400" <= state.src[state.bMarks[first] + state.tShift[first]] <= "\u9fff"
            or silent or (below < state.lineMax and not state.isEmpty(below))):
        return False
    words = mdTrim(state.getLines(first, below, state.blkIndent, False))
    state.line = below
    state.push("paragraph_open", "p", 1).map = [first, below]
    inline = state.push("inline", "", 0)
    inline.content, inline.map, inline.children = words, [first, below], []
    state.push("paragraph_close", "p", -1)
    return True


class _Inline(ParserInline):
    """The library's parser of inline content with a state of our own."""

    def parse(
        self, src: str, md: MarkdownIt, env: EnvType, tokens: list[LibraryToken]
    ) -> list[LibraryToken]:
        if src and self.terminator_re.search(src) is None:
            # Nothing in it but text, as with nearly all paragraphs of a newspaper.
            tokens.append(LibraryToken("text", "", 0, content=src))
            return tokens
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    """The library's state, with emphasis that knows Chinese marks."""

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        length = 1
        while start + length < self.posMax and self.src[start + length] == self.src[start]:
            length += 1
        at = start - 1
        while at > 0 and is_selector(self.src[at]):
            at -= 1
        before = self.src[at] if start else " "
        after = self.src[start + length] if start + length < self.posMax else " "
        can_open, can_close = flanks(before, after, self.src[start] * length, canSplitWord)
        return Scanned(can_open, can_close, length)
