"""Preflight of a finished EPUB: opened within bounds, then held against the rules."""

from __future__ import annotations

import io
import zipfile
import zlib

from edition.checks.given_copy import GivenCopy
from edition.checks.report import Report
from edition.checks.rules.epub_rules import OpenedBook, judge_epub
from edition.errors import UnreadableInput
from edition.messages.texts import Phrase

MOST_BYTES = 500_000_000
MOST_ENTRIES = 10_000


def check_epub(data: bytes, name: str, copy: GivenCopy | None) -> Report:
    """Every finding on an EPUB. Raises UnreadableInput when it is no sound zip."""
    files = _files(data, name)
    book = OpenedBook(data, files, copy.pieces if copy else None)
    return Report(name, tuple(judge_epub(book)), (("files", float(len(files))),))


def _files(data: bytes, name: str) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            entries = book.infolist()
            if not _safe(entries):
                raise UnreadableInput("epub_unsafe", where=name)
            return {entry.filename: book.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, NotImplementedError) as error:
        raise UnreadableInput("epub_unreadable", where=name, reason=_reason(error)) from error


def _safe(entries: list[zipfile.ZipInfo]) -> bool:
    """False for what is too large unpacked, or has a name that leads outside."""
    outside = any(
        entry.filename.startswith("/") or ".." in entry.filename.split("/") for entry in entries
    )
    size = sum(entry.file_size for entry in entries)
    return not outside and len(entries) <= MOST_ENTRIES and size <= MOST_BYTES


def _reason(error: Exception) -> Phrase:
    if isinstance(error, NotImplementedError):
        return Phrase("zip_method_unknown")
    if isinstance(error, RuntimeError):
        return Phrase("zip_encrypted")
    return Phrase("zip_damaged")
