"""Block rules of Markdown beyond CommonMark: definitions of notes, lines that are only markup."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from edition.patterns import late
from edition.readers.dialect.inline_rules import InlineToken

_NOTE = late(r"\[\^([^\[\]\s^]{1,60})\]:[ \t]*")
_DIRECTIVE = late(
    r":{3,}[ \t]*(?:\{[^{}]{0,200}\}|[A-Za-z][\w-]{0,40}.{0,200})?|!!!\s?[\w-]{1,40}.{0,200}"
    r"|\[\[?toc\]?\]|\{:[^{}]{0,200}\}|\\(?:newpage|pagebreak)", re.I
)
_GLUED = late(r"(#{1,6})(?=[\u3400-\u9fff“《【（])([^#\n]{1,60})#*[ \t]*")
_ENDS = "。！？；，,;"


class BlockToken(InlineToken, Protocol):
    map: list[int] | None
    tag: str
    markup: str
    children: Any


class BlockState(Protocol):
    """What a rule asks of the library's state."""

    src: str
    line: int
    blkIndent: int
    bMarks: list[int]
    eMarks: list[int]
    tShift: list[int]
    sCount: list[int]
    parentType: str
    md: Any

    def push(self, ttype: str, tag: str, nesting: Any) -> BlockToken: ...

    def isEmpty(self, line: int) -> bool: ...


@dataclass(frozen=True, slots=True)
class BlockRule:
    name: str
    before: str
    """the rule of the library it is asked before"""
    take: Callable[[BlockState, int, int, bool], bool]


def _opens(state: BlockState, line: int, signs: str) -> bool:
    """True for a line that begins with one of these signs: most rules need not see more of it."""
    at = state.bMarks[line] + state.tShift[line]
    return state.src[at : at + 1] in signs


def _text(state: BlockState, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _note(state: BlockState, first: int, end: int, silent: bool) -> bool:
    """[^1]: a note, whose further lines are indented, or follow at once."""
    found = _NOTE.match(_text(state, first)) if _opens(state, first, "[") else None
    if found is None or state.sCount[first] - state.blkIndent > 3:
        return False
    if silent:
        return True
    opened = state.push("note_open", "", 1)
    opened.meta, opened.map = {"label": found.group(1)}, [first, first + 1]
    kept = state.bMarks[first], state.tShift[first], state.sCount[first], state.blkIndent
    state.bMarks[first] += state.tShift[first] + found.end()
    state.tShift[first], state.sCount[first] = 0, state.blkIndent + 4
    state.blkIndent += 4
    parent, state.parentType = state.parentType, "note"
    state.md.block.tokenize(state, first, _last(state, first, end))
    state.parentType = parent
    state.bMarks[first], state.tShift[first], state.sCount[first], state.blkIndent = kept
    state.push("note_close", "", -1)
    return True


def _last(state: BlockState, first: int, end: int) -> int:
    """The line behind the last of the note that begins at line `first`, its depth set already."""
    line = first + 1
    while line < end:
        short = state.blkIndent - state.sCount[line]
        lazy = short <= 2 or (not state.isEmpty(line - 1) and not _begins_block(state, line, end))
        if not state.isEmpty(line) and not lazy:
            break
        if not state.isEmpty(line) and short > 0:
            # A line that only goes on stands as deep as the note.
            state.sCount[line] = state.blkIndent
        line += 1
    return line


def _begins_block(state: BlockState, line: int, end: int) -> bool:
    """True for a line that does not go on with the paragraph above it."""
    depth, state.blkIndent = state.blkIndent, 0
    rules = state.md.block.ruler.getRules("paragraph")
    begins = any(rule(state, line, end, True) for rule in rules)
    state.blkIndent = depth
    return begins or _NOTE.match(_text(state, line)) is not None


def _directive(state: BlockState, first: int, _: int, silent: bool) -> bool:
    """A line that only tells a renderer something."""
    text = _text(state, first).rstrip() if _opens(state, first, ":![{\\") else ""
    if not text or _DIRECTIVE.fullmatch(text) is None:
        return False
    if not silent:
        token = state.push("directive", "", 0)
        token.content, token.map = text, [first, first + 1]
        state.line = first + 1
    return True


def _glued_heading(state: BlockState, first: int, _: int, silent: bool) -> bool:
    """#标题 without the blank that CommonMark wants; #话题# and a sentence are none."""
    text = _text(state, first).rstrip() if _opens(state, first, "#") else ""
    found = _GLUED.fullmatch(text)
    if found is None or text.endswith("#") or text[-1] in _ENDS:
        return False
    if not silent:
        level = len(found.group(1))
        opened = state.push("heading_open", f"h{level}", 1)
        opened.map, opened.markup = [first, first + 1], "glued"
        inline = state.push("inline", "", 0)
        inline.content, inline.map, inline.children = found.group(2), [first, first + 1], []
        state.push("heading_close", f"h{level}", -1)
        state.line = first + 1
    return True


BLOCK_RULES: tuple[BlockRule, ...] = (
    BlockRule("note", "reference", _note),
    BlockRule("directive", "list", _directive),
    BlockRule("glued_heading", "heading", _glued_heading),
)
