"""The door of EbookLib: a rendered book to the bytes of an EPUB 3.3.

EbookLib keeps the container only: package document, spine, `container.xml`. It never sees our
documents as anything but bytes, because its own HTML route changes text. Two of its private
steps are replaced, so that the archive is the same for the same book: no clock, no random
identifier, fixed order, times and modes. Deflate follows the zlib of the machine.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC
from typing import Any, BinaryIO

from ebooklib import epub

from edition.errors import CannotSet
from edition.render.book.assemble import Book, Item
from edition.render.book.package import Statement

MIMETYPE = b"application/epub+zip"
FOLDER = "EPUB"
"""of everything but the container"""
STORED = (".png", ".jpg", ".gif", ".webp")
LEVEL = 9
IBOOKS = "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML 1.0 document can hold. EbookLib would drop such a value silently."""
SAFE_PATH = re.compile(r"[a-z0-9-]+(/[a-z0-9-]+)*\.[a-z0-9]+")


class _Archive(zipfile.ZipFile):
    """A zip whose entries carry no clock, owner or umask."""

    def writestr(
        self,
        zinfo_or_arcname: Any,
        data: Any,
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        name = str(zinfo_or_arcname)
        if name.startswith("/") or ".." in name.split("/") or name in self.NameToInfo:
            raise CannotSet("book_name", name=name)
        entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
        entry.create_system = 3
        entry.external_attr = 0o100644 << 16
        stored = name == "mimetype" or name.endswith(STORED)
        method = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        super().writestr(entry, data, compress_type=method, compresslevel=LEVEL)


class _Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib ships no types
    """EbookLib's writer with the language on the package and a zip that repeats itself."""

    def _write_opf_file(self, root: Any) -> None:
        root.set("{http://www.w3.org/XML/1998/namespace}lang", self.book.language)
        root.set("dir", "ltr")
        for place in root.iter("itemref"):
            # A reader's place begins with the story's place in the spine: the id outlives it.
            place.set("id", f"at-{place.get('idref')}")
        _assert_whole(root, self.book.metadata)
        super()._write_opf_file(root)

    def write(self) -> None:
        with _Archive(self.file_name, "w") as self.out:
            self.out.writestr("mimetype", MIMETYPE)
            self._write_container()
            self._write_opf()
            self._write_items()


class Press:
    """A book written to a file one item after the other; its package comes last.

    Only where the items lie is kept, so that a year of issues takes the memory of one.
    """

    def __init__(self, target: BinaryIO) -> None:
        self._archive = _Archive(target, "w")
        self._archive.writestr("mimetype", MIMETYPE)
        self.listed: list[Item] = []

    def add(self, items: Iterable[Item]) -> None:
        """Write files of the book. Raises CannotSet for a name that is none or stands twice."""
        for item in items:
            if not SAFE_PATH.fullmatch(item.path):
                raise CannotSet("book_path", where=item.path, path=item.path)
            self._archive.writestr(f"{FOLDER}/{item.path}", item.data)
            self.listed.append(replace(item, data=b""))

    def __enter__(self) -> Press:
        return self

    def __exit__(self, *fault: object) -> None:
        self._archive.close()

    def finish(self, book: Book) -> None:
        """Write the package of `book`, whose items were added."""
        _check(book)
        writer = _Writer(None, _made(book), {"mtime": book.modified.astimezone(UTC)})
        writer.out = self._archive
        writer._write_container()
        writer._write_opf()


def write_epub(book: Book) -> bytes:
    """The EPUB of `book`; the same book gives the same bytes.

    Raises CannotSet when a text holds a character XML forbids, a name is no plain ASCII path or
    stands twice, or the spine names an item that is not there.
    """
    _check(book)
    buffer = io.BytesIO()
    modified = book.modified.astimezone(UTC)
    try:
        _Writer(buffer, _made(book), {"mtime": modified}).write()
    except (ValueError, TypeError, KeyError, AttributeError, OSError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise CannotSet("book_not_packed", where=book.title, reason=reason) from error
    return buffer.getvalue()


def _made(book: Book) -> Any:
    """The book as EbookLib has it."""
    made = epub.EpubBook()
    made.set_identifier(book.identifier)
    made.set_language(book.language)
    for statement in book.statements:
        _state(made, statement)
    made.set_direction(book.direction)
    if any(v.startswith("ibooks:") for s in book.statements for _, v in s.attributes):
        made.add_prefix("ibooks", IBOOKS)
    items = {item.id: _item(item) for item in book.items}
    for item in items.values():
        made.add_item(item)
    made.spine = [items[idref] for idref in book.spine]
    made.guide = [{"type": r.type, "title": r.title, "href": r.href} for r in book.guide]
    return made


def _state(made: Any, statement: Statement) -> None:
    attributes = dict(statement.attributes)
    if statement.name.startswith("dc:"):
        made.add_metadata("DC", statement.name[3:], statement.value, attributes)
    else:
        made.add_metadata(None, statement.name, statement.value, attributes)


def _item(item: Item) -> Any:
    made = epub.EpubItem(
        uid=item.id, file_name=item.path, media_type=item.media_type, content=item.data
    )
    made.properties = list(item.properties)
    return made


def _check(book: Book) -> None:
    """Refuse what EbookLib would write without complaint."""
    values = [book.title, book.identifier, *(s.value for s in book.statements)]
    values += [value for s in book.statements for _, value in s.attributes]
    values += [text for r in book.guide for text in (r.title, r.href)]
    for item in book.items:
        if not SAFE_PATH.fullmatch(item.path):
            raise CannotSet("book_path", where=book.title, path=item.path)
        if item.media_type.endswith("xml"):
            values.append(item.data.decode("utf-8"))
    for value in values:
        bad = FORBIDDEN.search(value)
        if bad:
            code = f"U+{ord(bad.group()):04X}"
            raise CannotSet("book_character", where=book.title, code=code)
    ids = [item.id for item in book.items]
    paths = [item.path for item in book.items]
    for names in (ids, paths):
        twice = sorted(name for name, count in Counter(names).items() if count > 1)
        if twice:
            raise CannotSet("book_twice", where=book.title, name=twice[0])
    known = set(ids)
    lost = [idref for idref in book.spine if idref not in known]
    if lost:
        raise CannotSet("book_spine", where=book.title, name=lost[0])


def _assert_whole(root: Any, metadata: Any) -> None:
    """Every metadata value must have reached the package document with all its characters."""
    written = sorted(element.text or "" for element in root.find("metadata"))
    given = [
        value or "" for names in metadata.values() for told in names.values() for value, _ in told
    ]
    modified = [element.text for element in root.find("metadata")][:1]
    if written != sorted([*given, *(text or "" for text in modified)]):
        raise CannotSet("book_metadata")
