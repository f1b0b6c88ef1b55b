"""The book, opened for a browser: its files as they stand in the EPUB, nothing else."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

_MEDIA = {
    ".xhtml": "application/xhtml+xml", ".css": "text/css", ".png": "image/png",
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".webp": "image/webp", ".svg": "image/svg+xml",
    ".otf": "font/otf", ".ttf": "font/ttf", ".woff2": "font/woff2",
}
MOST_BYTES = 64_000_000
"""of one file of a book, unpacked"""


def book_file(epub: bytes, path: str) -> tuple[bytes, str] | None:
    """A file of a book and its media type; None where there is none of a kind that is shown."""
    media = _MEDIA.get(PurePosixPath(path).suffix.lower())
    if media is None or not epub:
        return None
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        try:
            if book.getinfo(path).file_size > MOST_BYTES:
                return None
            return book.read(path), media
        except KeyError:
            return None


def book_opening(epub: bytes) -> str:
    """The page a reader of the book begins with: its contents, else the first there is."""
    with zipfile.ZipFile(io.BytesIO(epub)) as book:
        pages = [name for name in book.namelist() if name.endswith(".xhtml")]
    named = [name for name in pages if PurePosixPath(name).stem in ("nav", "contents")]
    return (named or pages or [""])[0]
