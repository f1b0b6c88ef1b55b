"""Every rule for an EPUB by its code: the container, the manifest, the links, the text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape

from edition.checks.given_copy import squeezed
from edition.checks.report import FaultPlace, Finding
from edition.messages.texts import Phrase


@dataclass(frozen=True, slots=True)
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
    documents = book.documents
    links = [
        (name, href)
        for name, text in documents.items()
        for href in re.findall(r"\b(?:href|src)=\"([^\"]+)\"", text)
        if not re.match(r"[a-z]+:", href)
    ]
    broken = [FaultPlace(0, 0, 0, f"{name}: {href}") for name, href in links
              if not _leads(name, href, book.files, documents)]
    return Finding("LINK", "must", len(broken), len(links), None, tuple(broken))


def _leads(
    name: str, href: str, files: Mapping[str, bytes], documents: Mapping[str, str]
) -> bool:
    path, _, anchor = href.partition("#")
    here = posixpath.dirname(name)
    target = posixpath.normpath(posixpath.join(here, path)) if path else name
    return target in files and (not anchor or f'id="{anchor}"' in documents.get(target, ""))


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
    texts = [squeezed(unescape(re.sub(r"<[^>]+>", "", body))) for body in bodies]
    pieces = book.pieces or ()
    broken = tuple(
        FaultPlace(0, 0, 0, Phrase("text_missing", {"words": piece[:24]}))
        for piece in pieces if not any(piece in text for text in texts)
    )
    return Finding("TX1/EPUB", "must", len(broken), len(pieces), None, broken)


EPUB_RULES: Mapping[str, Callable[[OpenedBook], Finding]] = {
    "FILE/EPUB": mimetype_first,
    "MAN": manifest_whole,
    "LINK": links_lead,
    "ACT": nothing_runs,
    "TX1/EPUB": text_inside,
}


def judge_epub(book: OpenedBook) -> Iterator[Finding]:
    """Every rule held against a book; that of the text only where the copy is given."""
    for code, rule in EPUB_RULES.items():
        if code != "TX1/EPUB" or book.pieces is not None:
            yield rule(book)
