"""Plain HTML to its tree. A parser of HTML is made for anything that stands in the web, and reads
character by character; what our templates write is read tag by tag. What is not plain is left to
the parser: unknown elements, elements that would end others, comments, odd characters."""

from __future__ import annotations

import io
import re
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element

from edition.writers.enginestyle import OURS
from edition.writers.makeready import engine_part

_TOKEN = re.compile(
    r"""<(?P<tag>[a-z][a-z0-9]*)(?P<held>(?:[ \t\n]+[a-z-]+="[^"<>]*")*)[ \t\n]*>"""
    r"""|</(?P<end>[a-z0-9]+)>|(?P<text>[^<]+)"""
)
_ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
_OPENING = re.compile(r"[ \t\n]*<!DOCTYPE html>[ \t\n]*(?=<html[ >])")
_ODD = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NAMED = re.compile("&(?!(?:amp|lt|gt|#34|#39);)")
_WRITTEN = re.compile("&(amp|lt|gt|#34|#39);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "#34": '"', "#39": "'"}
_VOID = ("meta", "link", "img")
_OF_HEAD = ("meta", "title", "style", "link")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_ENDS_PARAGRAPH = OURS - {"span", "a", "img"}
_BLANK = " \t\n"


class _NotPlain(Exception):
    """What the parser is for."""


def exchange() -> None:
    package = engine_part("")
    parser = package.tinyhtml5

    def parse(file: Any, **named: Any) -> Any:
        if not isinstance(file, io.StringIO):
            return parser.parse(file, **named)
        text = file.getvalue()
        root = plain_tree(text)
        return parser.parse(io.StringIO(text), **named) if root is None else root

    package.tinyhtml5 = SimpleNamespace(parse=parse)


def plain_tree(text: str) -> Element | None:
    """The tree of a plain document; None where it is not plain."""
    opening = _OPENING.match(text)
    if opening is None or _ODD.search(text):
        return None
    try:
        return _Reader(text, opening.end()).root
    except _NotPlain:
        return None


class _Reader:
    """Reads a document from its first tag on."""

    def __init__(self, text: str, begin: int) -> None:
        self.text = text
        self.open: list[Element] = []
        self.tags: list[str] = []
        self.root = Element("html")
        self.last: Element | None = None
        """the element that text comes behind; None at the beginning of one"""
        self.is_over = False
        end = len(text)
        while begin < end:
            token = _TOKEN.match(text, begin)
            if token is None:
                raise _NotPlain
            begin = token.end()
            if token["tag"]:
                begin = self._begins(token["tag"], token["held"], begin)
            elif token["end"]:
                self._ends(token["end"])
            else:
                self._says(token["text"])
        if not self.is_over or self.tags != ["html", "body"]:
            raise _NotPlain

    def _begins(self, tag: str, held: str, begin: int) -> int:
        """An element, and with it what is read as mere text; the place behind that."""
        if not self._may_begin(tag):
            raise _NotPlain
        found = _ATTRIBUTE.findall(held)
        attributes = {name: _read(value) for name, value in found}
        if len(attributes) < len(found):
            raise _NotPlain
        element = Element(tag, attributes)
        if self.open:
            self.open[-1].append(element)
        else:
            self.root = element
        if tag in _VOID:
            self.last = element
            return begin
        if tag in ("style", "title"):
            end = self.text.find(f"</{tag}>", begin)
            said = self.text[begin:end]
            if end < 0 or f"</{tag}" in said.lower():
                raise _NotPlain
            element.text = (said if tag == "style" else _read(said)) or None
            self.last = element
            return end + len(tag) + 3
        self.open.append(element)
        self.tags.append(tag)
        self.last = None
        return begin

    def _may_begin(self, tag: str) -> bool:
        tags = self.tags
        if len(tags) < 2:
            order = ["html", "head", "body"]
            count = len(self.root) + 1 if tags else 0
            return not self.is_over and count < len(order) and tag == order[count]
        if self.is_over or tag not in OURS or tag in ("html", "head", "body"):
            return False
        if tags[1] == "head":
            return len(tags) == 2 and tag in _OF_HEAD
        return not (
            (tag in _OF_HEAD) or (tag in _ENDS_PARAGRAPH and "p" in tags)
            or (tag in _HEADINGS and not _HEADINGS.isdisjoint(tags)) or (tag == "a" and "a" in tags)
        )

    def _ends(self, tag: str) -> None:
        if tag == "html" and self.is_over:
            return
        if not self.tags or self.tags[-1] != tag or self.is_over:
            raise _NotPlain
        if tag == "body":
            self.is_over = True
            return
        self.last = self.open.pop()
        self.tags.pop()

    def _says(self, said: str) -> None:
        """Text; where none may stand, blanks only, which are kept from the head on."""
        said = _read(said)
        if (len(self.tags) < 2 or self.tags[1] == "head" or self.is_over) and said.strip(_BLANK):
            raise _NotPlain
        if len(self.tags) < 2 and not len(self.root):
            return
        if self.last is None:
            self.open[-1].text = (self.open[-1].text or "") + said
        else:
            self.last.tail = (self.last.tail or "") + said


def _read(text: str) -> str:
    """Text as it was before it was written as HTML."""
    if "&" not in text:
        return text
    if _NAMED.search(text):
        raise _NotPlain
    return _WRITTEN.sub(lambda found: _MEANT[found[1]], text)
