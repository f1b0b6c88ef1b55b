"""What the documents of an EPUB say: ids, links, languages and pictures, each parsed once.

The parser of the standard library tells an element at a time, so that a thousand stories cost
a fraction of a second and no tree.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from urllib.parse import unquote
from xml.parsers import expat

_LANGUAGES = ("xml:lang", "lang")
_NAME = re.compile(r"[^\W\d][\w.-]*")
_OUTSIDE = re.compile("[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(slots=True)
class BookPart:
    """One document of the book, or its package."""

    fault: str = ""
    """why it is no XML; empty where it is"""
    ids: set[str] = field(default_factory=set)
    twice: list[str] = field(default_factory=list)
    """ids that stand twice, or are none"""
    links: list[str] = field(default_factory=list)
    """what `href` and `src` name"""
    languages: list[str] = field(default_factory=list)
    items: list[Mapping[str, str]] = field(default_factory=list)
    """attributes of the package's items"""


def parted(data: bytes) -> BookPart:
    """What a document says, as far as it can be parsed."""
    part = BookPart()
    parser = expat.ParserCreate()
    parser.StartElementHandler = _teller(part)
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        part.fault = str(error)
    return part


def _teller(part: BookPart) -> Any:
    def told(tag: str, given: dict[str, str]) -> None:
        if (id := given.get("id")) is not None:
            if id in part.ids or not _NAME.fullmatch(id):
                part.twice.append(id)
            part.ids.add(id)
        for key in ("href", "src"):
            if key in given:
                part.links.append(given[key])
        for key in _LANGUAGES:
            if key in given:
                part.languages.append(given[key])
        if tag in ("item", "opf:item"):
            part.items.append(given)

    return told


def leads(name: str, href: str, files: Mapping[str, bytes], parts: Mapping[str, BookPart]) -> bool:
    """True where the link `href` of file `name` leads to something in the book."""
    path, _, anchor = href.partition("#")
    target = _place(posixpath.dirname(name), path) if path else name
    if target not in files:
        return False
    return not anchor or target not in parts or unquote(anchor) in parts[target].ids


@lru_cache(maxsize=4096)
def _place(folder: str, path: str) -> str:
    """Where a path seen from a folder is; a book says the same of each of its stories."""
    return posixpath.normpath(posixpath.join(folder, unquote(path)))


def is_outside(href: str) -> bool:
    """True for an address outside the book."""
    return _OUTSIDE.match(href) is not None


KINDS: Mapping[str, tuple[bytes, ...]] = {
    "image/jpeg": (b"\xff\xd8\xff",), "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/gif": (b"GIF8",), "image/webp": (b"RIFF",),
    "font/otf": (b"OTTO",), "font/ttf": (b"\0\1\0\0", b"true"), "font/woff": (b"wOFF",),
    "font/woff2": (b"wOF2",),
    "application/vnd.ms-opentype": (b"OTTO", b"\0\1\0\0"),
}
"""How a file of a media type begins, for those a book of ours holds."""


def is_of_its_kind(media: str, data: bytes) -> bool:
    """False where a file begins otherwise than its media type wants."""
    return media not in KINDS or data.startswith(KINDS[media])
