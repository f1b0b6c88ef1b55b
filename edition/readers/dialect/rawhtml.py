"""HTML that stands among Markdown as a block: read as a web page's body is, and nothing rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from edition.copy.clean import clean_text
from edition.messages.texts import Phrase
from edition.model import Block, Paragraph, Run
from edition.readers.dialect.markedtext import Told
from edition.readers.dialect.strands import is_tag
from edition.readers.outlined.headings import Head
from edition.readers.tree.bodies import blocks, left_out
from edition.readers.tree.inline import line_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element, Node

_COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.S)
_UNENDED = re.compile(r"<[A-Za-z/][^<>]*(?:<|\Z)")
_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)")


def raw_blocks(text: str, told: Told) -> Iterator[Head | Block]:
    """The headings and blocks of HTML; what is never printed is counted with its words."""
    names = [name.rpartition(":")[2] for name in _NAME.findall(text)]
    if not all(map(is_tag, names)) or _UNENDED.search(_COMMENT.sub("", text)):
        # What only looks like a tag is copy.
        told.asked("angle_brackets", " ".join(text.split()))
        yield Paragraph((Run(clean_text(" ".join(text.split()))[0]),), (told.line,))
        return
    for comment in _COMMENT.findall(text):
        told.left_out("html_comments", comment.strip())
    root = parse_html_text(_COMMENT.sub("", text), told.name)
    body = root.first("body") or root
    for gone in left_out(body):
        told.say(gone.kind, gone.told, what=Phrase(gone.what), count=1)
    for piece in _pieces(body):
        if isinstance(piece, Head):
            yield replace(piece, line=told.line)
        else:
            yield from (replace(block, lines=(told.line,)) for block in blocks(piece))


def _pieces(body: Element) -> Iterator[Head | Element]:
    """Headings, and between them the rest as elements."""
    rest: list[Node] = []
    for child in body.children:
        level = re.fullmatch("h([1-6])", child.tag) if isinstance(child, Element) else None
        if isinstance(child, Element) and level and line_of(child):
            yield Element("div", {}, tuple(rest))
            rest = []
            yield Head(int(level[1]), line_of(child), 0)
        else:
            rest.append(child)
    yield Element("div", {}, tuple(rest))
