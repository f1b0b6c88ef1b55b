"""File suffix to reader. A new format is one line in `READERS` and, if its library is heavy, a
function here that loads it only when a file of the kind comes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from edition.copy.making import Found
from edition.outfit.programs import CONVERTERS
from edition.sidecar.parse import Sidecar


def read_plain(
    data: bytes, name: str, sidecar: Sidecar, encoding: str | None = None
) -> Found:
    """What plain text holds, as `read_text` gives it; what weighs its lines is loaded with it."""
    from edition.readers.pasted.text import read_text

    return read_text(data, name, sidecar, encoding)


def _word(data: bytes, name: str, sidecar: Sidecar) -> Found:
    from edition.readers.word.docx import read_docx

    return read_docx(data, name, sidecar)


def _json(data: bytes, name: str, sidecar: Sidecar) -> Found:
    from edition.readers.wire.newsjson import read_json

    return read_json(data, name, sidecar)


def _markdown(data: bytes, name: str, sidecar: Sidecar) -> Found:
    from edition.readers.outlined.markdown import read_markdown

    return read_markdown(data, name, sidecar)


def _page(data: bytes, name: str, sidecar: Sidecar) -> Found:
    from edition.readers.wire.article import read_article

    return read_article(data, name, sidecar)


def _xml(data: bytes, name: str, sidecar: Sidecar) -> Found:
    from edition.readers.wire.newsxml import read_xml

    return read_xml(data, name, sidecar)


READERS: Mapping[str, Callable[[bytes, str, Sidecar], Found]] = MappingProxyType(
    {
        "": read_plain, ".text": read_plain, ".txt": read_plain,
        ".docx": _word, ".json": _json, ".markdown": _markdown, ".md": _markdown,
        ".htm": _page, ".html": _page, ".xhtml": _page, ".nitf": _xml, ".xml": _xml,
    }
)


def reader_of(suffix: str) -> Callable[[bytes, str, Sidecar], Found] | None:
    """The reader of a suffix, with the help of a program where it wants one; None for no reader."""
    if suffix in CONVERTERS:
        from edition.readers.converting import read_document

        return lambda data, name, sidecar: read_document(data, name, suffix, sidecar)
    return READERS.get(suffix)


def suffix_of(data: bytes) -> str:
    """The suffix whose reader takes copy without a name, told by how it begins."""
    if _ODT in data[:_HEAD]:
        return ".odt"
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, suffix in _BEGINNINGS:
        if head.startswith(beginning):
            return suffix
    return ".txt"


_HEAD = 2000
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_BEGINNINGS = (
    (b"pk\x03\x04", ".docx"), (b"<?xml", ".xml"), (b"<!doctype html", ".html"),
    (b"<html", ".html"), (b"---\n", ".md"), (b"---\r\n", ".md"), (b"# ", ".md"),
    (b"{\n", ".json"), (b'{"', ".json"), (b"{ ", ".json"), (b'[{"', ".json"),
    (b"%pdf-", ".pdf"), (b"{\\rtf", ".rtf"), (b"\xd0\xcf\x11\xe0", ".doc"),
    (b"<nitf", ".xml"), (b"<rss", ".xml"), (b"<feed", ".xml"), (b"<newsml", ".xml"),
)
SUFFIXES = tuple(sorted(suffix for suffix in READERS if suffix))
"""What a folder takes as copy."""
