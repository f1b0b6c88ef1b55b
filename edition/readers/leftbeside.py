"""What lies in a folder of copy and is not read as copy: told, one line a file.

Documents of kinds that are not read, sidecars that stand beside nothing, folders inside the
folder, files of other kinds. What edition has made there itself is known and left alone; hidden
files and what programs leave behind are passed over.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path, PurePath

from edition.errors import Diagnostic
from edition.readers.formats import SUFFIXES
from edition.readers.own_output import is_own_page

PICTURES = (
    ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp",
    ".svg", ".psd", ".cr2", ".nef", ".dng",
)
_DOCUMENTS = (
    ".doc", ".docm", ".dot", ".wps", ".wpt", ".rtf", ".pdf", ".odt", ".ott", ".pages", ".uof",
    ".ofd", ".ppt", ".pptx", ".xls", ".xlsx", ".et", ".dps", ".csv", ".eml", ".msg", ".mht",
    ".mhtml", ".epub", ".zip", ".rar", ".7z", ".s2", ".s10", ".fbd", ".indd", ".idml",
)
_NOISE = ("thumbs.db", "desktop.ini", "__macosx", "icon\r")
_MOST = 200
"""entries of an inner folder that are looked at"""
_TAIL = 1_000_000


def left_beside(
    folder: Path, names: Collection[str], sidecars: Collection[str]
) -> Iterator[Diagnostic]:
    """A remark for every entry of `names` that nobody reads, pictures excepted.

    `sidecars` are the names of those that are used.
    """
    for name in sorted(names):
        low = name.lower()
        if name.startswith((".", "~$")) or low in _NOISE or name in sidecars:
            continue
        path, suffix = folder / name, PurePath(low).suffix
        if path.is_dir():
            kind = _of_folder(path)
        elif suffix in SUFFIXES or suffix in PICTURES:
            continue
        elif is_own_file(path):
            kind = "own_output_left_out"
        elif suffix == ".toml":
            kind = "sidecar_beside_nothing"
        else:
            kind = "document_left_out" if suffix in _DOCUMENTS else "other_left_out"
        if kind:
            yield Diagnostic(kind, {"file": name}, text=name)


def pictures_in(names: Collection[str]) -> tuple[str, ...]:
    """The pictures among the names, sorted."""
    return tuple(sorted(
        n for n in names if PurePath(n.lower()).suffix in PICTURES and not n.startswith(".")
    ))


def is_own_file(path: Path) -> bool:
    """True for a page, a book or a proof sheet that edition has made, by what the file says."""
    suffix = path.suffix.lower()
    with suppress(OSError, zipfile.BadZipFile, ValueError, KeyError):
        if path.is_symlink() or not path.is_file():
            return False
        if suffix == ".pdf":
            return b"/ID [(urn:uuid:" in _end_of(path)
        if suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                made = {"EPUB/content.opf", "EPUB/contents.xhtml", "EPUB/text/s01.xhtml"}
                first = book.infolist()[:1]
                return made <= set(book.namelist()) and first[0].date_time[0] == 1980
        if suffix in (".html", ".htm"):
            with path.open("rb") as file:
                return is_own_page(path.name, file.read(8000))
    return False


def _end_of(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        return file.read(_TAIL)


def _of_folder(folder: Path) -> str:
    """Which remark an inner folder is worth: none for pictures alone and for an empty one."""
    own = others = 0
    for count, (root, folders, names) in enumerate(os.walk(folder)):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        if count > _MOST:
            break
        for name in names[:_MOST]:
            if name.startswith(".") or name.lower() in _NOISE:
                continue
            if is_own_file(Path(root) / name):
                own += 1
            elif PurePath(name.lower()).suffix not in PICTURES:
                others += 1
    return "folder_left_out" if others else "own_output_left_out" if own else ""
