"""The book that stands where a new one goes: whether it is another of the same release.

EPUB names a release by identifier and time of change. Two unlike books under one such pair are
one book to a reader's shelf, which then keeps the old one.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from pathlib import Path

PACKAGE = "EPUB/content.opf"
_MOST_BYTES = 500_000_000
_PAIR = re.compile(
    r'<dc:identifier[^>]*>([^<]*)<|property="(?:dcterms:modified|schema:version)"[^>]*>([^<]*)<'
)


def unlike_of_one_release(target: Path, data: bytes) -> bool:
    """True where a book at `target` says it is the one in `data`, and holds something else."""
    try:
        if not target.is_file() or target.stat().st_size > _MOST_BYTES:
            return False
        with zipfile.ZipFile(target) as old, zipfile.ZipFile(io.BytesIO(data)) as new:
            return _release(old) == _release(new) and _sums(old) != _sums(new)
    except (OSError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, RuntimeError):
        return False  # What stands there is no book of ours; it is replaced like any file.


def _release(book: zipfile.ZipFile) -> list[tuple[str, ...]]:
    if book.getinfo(PACKAGE).file_size > _MOST_BYTES:
        return []
    return _PAIR.findall(book.read(PACKAGE).decode("utf-8", "replace"))


def _sums(book: zipfile.ZipFile) -> dict[str, tuple[int, int]]:
    """What each file holds; how it is packed depends on the machine."""
    return {entry.filename: (entry.CRC, entry.file_size) for entry in book.infolist()}
