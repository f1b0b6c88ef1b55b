"""The reader of Founder's e-papers (方正数字报): islands in comments, or `founder-…` tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from edition.copy.clean import unspaced
from edition.errors import UnreadableInput
from edition.messages.texts import Phrase
from edition.readers.tree.inline import line_of, text_of
from edition.readers.tree.markup import parse_html_text
from edition.readers.tree.nodes import Element
from edition.readers.wire.storyparts import Aside, Parts, one_line

_PROPERTY = (re.compile(r"<!--\s{0,9}enpproperty\b", re.I),
             re.compile(r"/enpproperty\s{0,9}-->", re.I))
_CONTENT = (re.compile(r"<!--\s{0,9}enpcontent\s{0,9}-->", re.I),
            re.compile(r"<!--\s{0,9}/enpcontent\s{0,9}-->", re.I))
_FIELD = re.compile(r"<(\w[\w-]{0,40})>")
_ISLAND = 100_000
"""Most characters of the fields of one story."""
_TAGS = re.compile(r"<[^<>]*>")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_HEADLINES = ("title", "subtitle", "introtitle", "author")
_TOLD = ("nodename", "sourcename", "source", "imgtxt")


@dataclass(frozen=True, slots=True)
class Island:
    """Fields and body of one story, where a page marks them for machines."""

    fields: dict[str, str]
    body: Element


def founder_parts(text: str, root: Element, name: str) -> tuple[Parts, ...]:
    """The stories a page marks in Founder's way, in its order; none where it marks nothing."""
    found = [*_islands(text, name)] or [*_tagged(root)]
    return tuple(_parts(island) for island in found)


def _islands(text: str, name: str) -> Iterator[Island]:
    """Fields and body follow each other in pairs; a page may lack one of the two."""
    fields = [_fields(found, name) for found in _between(text, *_PROPERTY)]
    bodies = list(_between(text, *_CONTENT))
    for at, content in enumerate(bodies):
        own = fields[at] if at < len(fields) else {}
        yield Island(own, parse_html_text(f"<body>{content}</body>", name))


def _between(text: str, opening: re.Pattern[str], closing: re.Pattern[str]) -> Iterator[str]:
    """What stands between the marks; one that is never closed ends the search."""
    at = 0
    while (begin := opening.search(text, at)) and (end := closing.search(text, begin.end())):
        yield text[begin.end() : end.start()]
        at = end.end()


def _fields(island: str, name: str) -> dict[str, str]:
    """The fields of an island; the first of a name that is not empty counts."""
    if len(island) > _ISLAND:
        raise UnreadableInput("founder_fields_long", where=name, limit=_ISLAND)
    found: dict[str, str] = {}
    at = 0
    while field := _FIELD.search(island, at):
        at = field.end()
        end = island.find(f"</{field.group(1)}>", at)
        if end < 0:
            continue
        text = one_line(unescape(_TAGS.sub("", _BREAK.sub("\u3000", island[at:end]))))
        at = end
        if text:
            found.setdefault(field.group(1).lower(), text)
    return found


def _tagged(root: Element) -> Iterator[Island]:
    contents = list(root.iter("founder-content"))
    for at, content in enumerate(contents):
        fields = {
            key: line_of(found[at])
            for key in (*_HEADLINES, *_TOLD, "date")
            if at < len(found := list(root.iter(f"founder-{key}")))
        }
        yield Island(fields, content)


def _parts(island: Island) -> Parts:
    own = island.fields
    headline, kicker, deck = (own.get(k, "") for k in ("title", "introtitle", "subtitle"))
    byline = _byline(own.get("author", ""), island)
    return Parts(
        headline=headline, kicker=kicker, deck=deck, byline=byline, body=(island.body,),
        aside=tuple(_aside(own, byline)),
    )


def _byline(author: str, island: Island) -> str:
    """The author field, unless the text bears it already, as most papers print it."""
    bare = unspaced(author)
    return "" if bare and bare in unspaced(text_of(island.body)) else author


def _aside(own: dict[str, str], byline: str) -> Iterator[Aside]:
    if own.get("author") and not byline:
        yield Phrase("founder_author"), own["author"]
    for key in ("date", *_TOLD):
        if own.get(key):
            yield Phrase("founder_field", {"key": key}), own[key]

