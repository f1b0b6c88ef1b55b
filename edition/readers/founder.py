"""The reader of Founder's e-papers (方正数字报): islands in comments, or `founder-…` tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from edition.readers.bodies import line_of, text_of
from edition.readers.markup import Element, parse_html_text
from edition.readers.proved import Parts, one_line

_PROPERTY = re.compile(r"<!--\s*enpproperty\b(.*?)/enpproperty\s*-->", re.S | re.I)
_CONTENT = re.compile(r"<!--\s*enpcontent\s*-->(.*?)<!--\s*/enpcontent\s*-->", re.S | re.I)
_FIELD = re.compile(r"<(\w[\w-]*)>(.*?)</\1>", re.S)
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
    fields = [_fields(found.group(1)) for found in _PROPERTY.finditer(text)]
    bodies = [found.group(1) for found in _CONTENT.finditer(text)]
    for at, content in enumerate(bodies):
        own = fields[at] if at < len(fields) else {}
        yield Island(own, parse_html_text(f"<body>{content}</body>", name))


def _fields(island: str) -> dict[str, str]:
    """The fields of an island; the first of a name counts, those that repeat it follow it."""
    found: dict[str, str] = {}
    for name, value in _FIELD.findall(island):
        text = one_line(unescape(_TAGS.sub("", _BREAK.sub("\u3000", value))))
        if text:
            found.setdefault(name.lower(), text)
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
    return Parts(
        headline=headline, kicker=kicker, deck=deck, byline=_byline(own.get("author", ""), island),
        body=(island.body,), aside=tuple(_aside(own)),
    )


def _byline(author: str, island: Island) -> str:
    """The author field, unless the text bears it already, as most papers print it."""
    bare = "".join(author.split())
    return "" if bare and bare in "".join(text_of(island.body).split()) else author


def _aside(own: dict[str, str]) -> Iterator[tuple[str, str]]:
    if own.get("author"):
        yield "The field “author”, where the text names it already,", own["author"]
    for key in ("date", *_TOLD):
        if own.get(key):
            yield f"The field “{key}”", own[key]


