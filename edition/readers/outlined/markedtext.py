"""Inline content of Markdown: tokens become runs with their marks and links, and pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol
from urllib.parse import unquote

from edition.copy.links import Links
from edition.errors import Diagnostic
from edition.messages.texts import Value
from edition.model import Figure, Mark, Run, Runs, plain
from edition.readers.outlined.runs import tidy, with_marks

_MARKS = {"em": Mark.EMPHASIS, "strong": Mark.STRONG}


class Token(Protocol):
    """What this asks of a token of the library."""

    type: str
    tag: str
    content: str

    @property
    def children(self) -> Sequence[Token] | None: ...

    def attrGet(self, name: str) -> str | int | float | None: ...


class Inline:
    """Reads the inline content of one file; what is left out is counted or said."""

    def __init__(self, name: str, line: int) -> None:
        self.name = name
        self.line = line
        """line that remarks name; whoever reads the blocks sets it"""
        self.links = Links(name, self.say)
        self.left_out: Counter[str] = Counter()
        """keys of phrases for what is never printed"""
        self.remarks: list[Diagnostic] = []

    def read(
        self, tokens: Sequence[Token], lines: tuple[int, ...]
    ) -> tuple[Runs, list[Figure]]:
        """The runs of inline content and the pictures in it, which stand after it."""
        marks: list[Mark] = []
        href: str | None = None
        runs: list[Run] = []
        figures: list[Figure] = []
        for child in tokens:
            match child.type:
                case "text" | "code_inline":
                    more = (Mark.CODE,) if child.type == "code_inline" else ()
                    runs.append(Run(child.content, with_marks((*marks, *more)), href))
                case "softbreak":
                    runs.append(Run("\r"))
                case "hardbreak":
                    runs.append(Run("\n"))
                case "em_open" | "strong_open":
                    marks.append(_MARKS[child.tag])
                case "em_close" | "strong_close":
                    marks.remove(_MARKS[child.tag])
                case "link_open":
                    href = self.links.take(str(child.attrGet("href") or ""))
                case "link_close":
                    href = None
                case "image":
                    figures += self._figure(child, lines)
                case "html_inline":
                    self.unseen(*((1, 0) if child.content.startswith("<!--") else (0, 1)))
        return tidy(runs), figures

    def unseen(self, unseen: int, tags: int) -> None:
        """Count what is never shown: comments, scripts, style sheets; and tags."""
        if unseen:
            self.left_out["html_unseen"] += unseen
        if tags:
            self.left_out["html_tags"] += tags

    def _figure(self, token: Token, lines: tuple[int, ...]) -> Iterator[Figure]:
        source = unquote(str(token.attrGet("src") or ""))
        alt = plain(tidy([Run(c.content) for c in token.children or ()])) or None
        title = str(token.attrGet("title") or "").strip()
        inside = source.removeprefix("./")
        caption = (Run(title),) if title else ()
        if _is_inside(inside):
            yield Figure(inside, caption, alt=alt, lines=lines[:1])
            return
        self.say("picture_missing", alt or title or source[:200], src=source[:200], place="")
        if title:
            yield Figure(None, caption, alt=alt, lines=lines[:1])

    def say(self, kind: str, text: str | None = None, **values: Value) -> None:
        """Remark on the line that is being read."""
        self.remarks.append(Diagnostic(kind, values, self.line, text=text, source=self.name))


def _is_inside(name: str) -> bool:
    parts = name.split("/")
    return not (
        not name or "" in parts or ".." in parts or "\\" in name or ":" in parts[0]
    )
