"""What a finished issue says of itself: its day and its names, read from its book or its pages.

The files are those of the ledger, held against it before they are opened; only the book's package
or the page file's own entries are read.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from edition.archive.fingerprints import as_written
from edition.archive.jobs import Shelved
from edition.archive.pressledger import LedgerRow
from edition.errors import UnreadableInput
from edition.writers.binding.gathering import Gathering
from edition.writers.epub import FOLDER

_PACKAGE = f"{FOLDER}/content.opf"
_MOST = 16_000_000
"""bytes of a package"""
_UNDATED = date(1980, 1, 1)
"""the day of pages that bear none"""


@dataclass(frozen=True, slots=True)
class IssueFacts:
    """An issue in a few words."""

    title: str
    paper: str
    """empty for none"""
    day: date | None
    language: str


def facts_of(row: LedgerRow, folder: Path) -> IssueFacts:
    """What an issue that is done says of itself; `folder` holds its files.

    Raises UnreadableInput, naming the file, where it is not as it was written.
    """
    files = {one.kind: one for one in row.end.files}
    for kind, read in (("epub", _of_book), ("pdf", _of_pages)):
        if kind in files:
            path = folder / files[kind].name
            hold_whole(path, files[kind])
            return read(path)
    return IssueFacts("", "", None, "")


def hold_whole(path: Path, file: Shelved, *, every_byte: bool = False) -> None:
    """Raises UnreadableInput where a file is not `as_written`."""
    try:
        whole = as_written(path, file, every_byte=every_byte)
    except OSError:
        raise UnreadableInput("finished_gone", where=str(path)) from None
    if not whole:
        raise UnreadableInput("finished_changed", where=str(path))


def _of_book(path: Path) -> IssueFacts:
    try:
        with zipfile.ZipFile(path) as book:
            if book.getinfo(_PACKAGE).file_size > _MOST:
                raise ValueError(_PACKAGE)
            told = book.read(_PACKAGE).decode()
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as fault:
        raise UnreadableInput("finished_changed", where=str(path)) from fault
    return IssueFacts(
        _entry(told, "title"), _entry(told, "creator"), _day(_entry(told, "date")),
        _entry(told, "language"),
    )


def _entry(package: str, name: str) -> str:
    found = re.search(rf"<dc:{name}\b[^>]*>([^<]*)</dc:{name}>", package)
    return unescape(found[1]) if found else ""


def _of_pages(path: Path) -> IssueFacts:
    with Gathering(path) as pages:
        title, paper = pages.said("/Title"), pages.said("/Author")
        told = pages.said("/CreationDate")
        day = _day(f"{told[2:6]}-{told[6:8]}-{told[8:10]}")
        language = str(pages.root.get("/Lang", ""))
    if day == _UNDATED and str(_UNDATED.year) not in title:
        day = None
    return IssueFacts(title, "" if paper == title else paper, day, language)


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told[:10])
    except ValueError:
        return None
