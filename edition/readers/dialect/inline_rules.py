"""Inline rules of Markdown beyond CommonMark, each a pattern at one place of the text.

`flanks` decides where a run of emphasis marks may open and close. CommonMark wants white space
or a mark on the far side of a mark; Chinese has no white space, so that `记者**“现场”**报道` would
stay as typed. Here a wide character or a Chinese mark beside the run is never in its way.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

from edition.readers.tree.inline import SHARED_MARKS

_WORD = re.compile(r"[0-9A-Za-z]")


class InlineToken(Protocol):
    """What a rule writes into a token."""

    content: str
    meta: dict[Any, Any]


class InlineState(Protocol):
    """What a rule asks of the library's state."""

    src: str
    pos: int
    posMax: int
    md: Any

    def push(self, ttype: str, tag: str, nesting: Any) -> InlineToken: ...


@dataclass(frozen=True, slots=True)
class InlineRule:
    name: str
    before: str
    """the rule of the library it is asked before"""
    take: Callable[[InlineState, bool], bool]


def flanks(before: str, after: str, run: str, splits_word: bool) -> tuple[bool, bool]:
    """Whether the `run` of emphasis marks between two characters may open, and may close.

    `splits_word` is False for marks that never stand inside a word, such as `_`. A single `*`
    between two letters or figures is a sign of multiplication.
    """
    if run == "*" and _WORD.match(before) and _WORD.match(after):
        return False, False
    white_before, white_after = before.isspace(), after.isspace()
    mark_before, mark_after = _is_mark(before), _is_mark(after)
    left = not white_after and (
        not mark_after or _is_wide(after) or white_before or mark_before or _is_wide(before)
    )
    right = not white_before and (
        not mark_before or _is_wide(before) or white_after or mark_after or _is_wide(after)
    )
    can_open = left and (splits_word or not right or mark_before)
    can_close = right and (splits_word or not left or mark_after)
    return can_open, can_close


def is_selector(character: str) -> bool:
    """True for a sign that only says which form of the character before it is meant."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _is_wide(character: str) -> bool:
    return character in SHARED_MARKS or unicodedata.east_asian_width(character) in "WF"


def _pattern(
    kind: str, pattern: str, after: str = ""
) -> Callable[[InlineState, bool], bool]:
    """A rule that makes one token of what `pattern` finds, where `after` may stand before it.

    The groups of the pattern are the token's content and, where there are more, its meta.
    """
    found = re.compile(pattern)
    allowed = re.compile(after) if after else None

    return partial(_take, kind, found, allowed)


def _take(
    kind: str, found: re.Pattern[str], allowed: re.Pattern[str] | None, state: InlineState,
    silent: bool,
) -> bool:
    match = found.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if allowed and not allowed.match(state.src[state.pos - 1] if state.pos else " "):
        return False
    if not silent:
        token = state.push(kind, "", 0)
        token.content = match.group(1)
        token.meta = {"whole": match.group()}
    state.pos = match.end()
    return True


def _marked(state: InlineState, silent: bool) -> bool:
    """==marked== text, which may hold other marks."""
    found = _MARKED.match(state.src, state.pos, state.posMax)
    before = state.src[state.pos - 1] if state.pos else " "
    if found is None or _WORD.match(before) or before == "=":
        return False
    if not silent:
        opened = state.push("mark_open", "mark", 1)
        opened.meta = {"whole": found.group()}
        end, last = state.posMax, found.end()
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push("mark_close", "mark", -1)
        state.pos = last
    state.pos = found.end()
    return True


_MARKED = re.compile(r"==(?=[^\s=])([^=\n]{1,300})(?<=\S)==(?![=0-9A-Za-z])")
INLINE_RULES: tuple[InlineRule, ...] = (
    InlineRule("note_mark", "link", _pattern("note_mark", r"\[\^([^\[\]\s^]{1,60})\]")),
    InlineRule("note_inline", "link", _pattern(
        "note_inline", r"\^\[(?![0-9,\s]{1,9}\])([^\[\]]{1,1000})\](?!\^)")),
    InlineRule("sub", "strikethrough", _pattern(
        "sub", r"~([0-9A-Za-z+−-]{1,12})~(?!~)", r"[A-Za-z)\]）]")),
    InlineRule("super", "link", _pattern(
        "super",
        r"\^(?=[^^]{0,19}[0-9A-Za-z])([0-9A-Za-z+−=,\[\]-]{1,20})\^", r"[^\W_]|[)\]）%℃]")),
    InlineRule("mark", "link", _marked),
    InlineRule("wiki_embed", "link", _pattern("wiki_embed", r"!\[\[([^\[\]\n]{1,300})\]\]")),
    InlineRule("wiki_link", "link", _pattern("wiki_link", r"\[\[([^\[\]\n]{1,300})\]\]")),
    InlineRule("shortcode", "link", _pattern(
        "shortcode", r"(\{\{[^\n]{0,500}?\}\}|\{%[^\n]{0,500}?%\}|\{[:#.][^{}\n]{1,200}\})")),
    InlineRule("formula", "link", _pattern(
        "formula", r"\$\$?(?=[^\s$])([^$\n\u3400-\u9fff]{1,300})(?<=\S)\$\$?(?![0-9])")),
    InlineRule("emoji", "link", _pattern(
        "emoji", r"(:(?=[a-z0-9_+-]{0,30}[a-z])[a-z0-9_+-]{2,30}:)", r"[^0-9A-Za-z:/]")),
)
