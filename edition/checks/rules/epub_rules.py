"""Every rule for an EPUB by its code: the container, the manifest, the links, the text."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from urllib.parse import unquote

from edition.checks.report import FaultPlace, Finding
from edition.checks.rules.epub_parts import (
    KINDS,
    BookPart,
    is_of_its_kind,
    is_outside,
    leads,
    parted,
)
from edition.checks.targets import HEAVIEST_PICTURE
from edition.copy.links import address_of, is_language
from edition.messages.texts import Phrase

FOLLOWED = ("http:", "https:", "mailto:")


@dataclass(frozen=True)
class OpenedBook:
    """An EPUB unpacked."""

    data: bytes
    files: Mapping[str, bytes]
    """in the order of the archive"""
    pieces: tuple[str, ...] | None
    """texts it should hold, without white space; None without the copy"""

    @property
    def documents(self) -> dict[str, str]:
        """The pages of the book, by name."""
        return {name: body.decode("utf-8", "replace") for name, body in self.files.items()
                if name.endswith(".xhtml")}

    @cached_property
    def parts(self) -> Mapping[str, BookPart]:
        """What the pages, the package and the old contents say, by name."""
        return {name: parted(body) for name, body in self.files.items()
                if name.endswith((".xhtml", ".opf", ".ncx"))}


def mimetype_first(book: OpenedBook) -> Finding:
    """FILE: mimetype stands first and is stored."""
    first = next(iter(book.files), "")
    right = first == "mimetype" and book.files[first] == b"application/epub+zip"
    stored = book.data[30:38] == b"mimetype" and book.data[8:10] == b"\0\0"
    return Finding("FILE/EPUB", "must", 0 if right and stored else 1, 1)


def manifest_whole(book: OpenedBook) -> Finding:
    """MAN: every file of the manifest is there."""
    opf = next((name for name in book.files if name.endswith(".opf")), "")
    package = book.files.get(opf, b"").decode("utf-8", "replace")
    hrefs = re.findall(r"<item\b[^>]*\bhref=\"([^\"]+)\"", package)
    folder = posixpath.dirname(opf)
    lost = [h for h in hrefs if posixpath.normpath(posixpath.join(folder, h)) not in book.files]
    return Finding("MAN", "must", len(lost) + (0 if hrefs else 1), max(len(hrefs), 1), None,
                   tuple(FaultPlace(0, 0, 0, href) for href in lost))


def links_lead(book: OpenedBook) -> Finding:
    """LINK: every link inside the book leads somewhere."""
    parts = book.parts
    links = [
        (name, href) for name, part in parts.items() if not name.endswith(".opf")
        for href in part.links if not is_outside(href)
    ]
    return _finding("LINK", len(links), (
        f"{name}: {href}" for name, href in links if not leads(name, href, book.files, parts)
    ))


def addresses_parse(book: OpenedBook) -> Finding:
    """ADDR: every address outside the book is one, escaped where it must be."""
    links = [
        (name, href) for name, part in book.parts.items() for href in part.links
        if href.lower().startswith(FOLLOWED)
    ]
    return _finding("ADDR", len(links), (
        f"{name}: {href}" for name, href in links
        if (address_of(href) or "").lower() != href.lower()
    ))


def documents_parse(book: OpenedBook) -> Finding:
    """XML: every document is well formed."""
    return _finding("XML", len(book.parts), (
        f"{name}: {part.fault}" for name, part in book.parts.items() if part.fault
    ))


def ids_stand_once(book: OpenedBook) -> Finding:
    """ID: every id is one, and stands once in its document."""
    return _finding("ID", sum(len(part.ids) for part in book.parts.values()), (
        f"{name}: {id}" for name, part in book.parts.items() for id in part.twice
    ))


def languages_are_tags(book: OpenedBook) -> Finding:
    """LANG: every language is a well-formed tag, and one stands on every page."""
    told = [(name, tag) for name, part in book.parts.items() for tag in part.languages]
    silent = [name for name, part in book.parts.items()
              if name.endswith(".xhtml") and not part.fault and not part.languages]
    wrong = [f"{name}: {tag}" for name, tag in told if not is_language(tag)]
    return _finding("LANG", len(told) + len(silent), (*wrong, *silent))


def media_types_fit(book: OpenedBook) -> Finding:
    """MEDIA: every file is listed once, under the media type it is of."""
    items = [
        (posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(item.get("href", "")))),
         item.get("media-type", ""))
        for name, part in book.parts.items() for item in part.items
    ]
    listed = Counter(path for path, _ in items)
    beside = ("mimetype", "META-INF/")
    unlisted = (name for name in book.files if name not in listed
                and not name.endswith(".opf") and not name.startswith(beside))
    other = (f"{path}: {media}" for path, media in items
             if path in book.files and not is_of_its_kind(media, book.files[path]))
    return _finding("MEDIA", len(items), (
        *unlisted, *(path for path, count in listed.items() if count > 1), *other,
    ))


def pictures_are_light(book: OpenedBook) -> Finding:
    """SIZE: no picture is heavier than the strictest shops take."""
    shown = {name: len(data) for name, data in book.files.items()
             if any(is_of_its_kind(media, data) for media in KINDS if media.startswith("image/"))}
    most = max(shown.values(), default=0) / 10**6
    heavy = tuple(
        FaultPlace(0, 0, 0, name) for name, size in shown.items() if size > HEAVIEST_PICTURE * 10**6
    )
    return Finding("SIZE", "should", len(heavy), len(shown), round(most, 2), heavy)


def _finding(code: str, count: int, faults: Iterable[str]) -> Finding:
    places = tuple(FaultPlace(0, 0, 0, fault) for fault in faults)
    return Finding(code, "must", len(places), count, None, places)


def nothing_runs(book: OpenedBook) -> Finding:
    """ACT: nothing in the book runs."""
    documents = book.documents
    broken = tuple(
        FaultPlace(0, 0, 0, name) for name, text in documents.items()
        if re.search(r"<(?:script|iframe|object|embed)\b|\son[a-z]+=", text)
    )
    return Finding("ACT", "must", len(broken), len(documents), None, broken)


def text_inside(book: OpenedBook) -> Finding:
    """TX1: the text of every story is in the book."""
    bodies = (re.sub(r"(?s)<head>.*?</head>", "", text) for text in book.documents.values())
    texts = ["".join(unescape(re.sub(r"<[^>]+>", "", body)).split()) for body in bodies]
    pieces = book.pieces or ()
    broken = tuple(
        FaultPlace(0, 0, 0, Phrase("text_missing", {"words": piece[:24]}))
        for piece in pieces if not any(piece in text for text in texts)
    )
    return Finding("TX1/EPUB", "must", len(broken), len(pieces), None, broken)


EPUB_RULES: Mapping[str, Callable[[OpenedBook], Finding]] = {
    "FILE/EPUB": mimetype_first,
    "MAN": manifest_whole,
    "XML": documents_parse,
    "ID": ids_stand_once,
    "LINK": links_lead,
    "ADDR": addresses_parse,
    "LANG": languages_are_tags,
    "MEDIA": media_types_fit,
    "SIZE": pictures_are_light,
    "ACT": nothing_runs,
    "TX1/EPUB": text_inside,
}


def judge_epub(book: OpenedBook) -> Iterator[Finding]:
    """Every rule held against a book; that of the text only where the copy is given."""
    for code, rule in EPUB_RULES.items():
        if code != "TX1/EPUB" or book.pieces is not None:
            yield rule(book)
