"""What lies in a folder of copy and is not read as copy: told, one line a file.

Documents of kinds that are not read, sidecars that stand beside nothing, folders inside the
folder, files of other kinds. What edition has made there itself is known and left alone; hidden
files and what programs leave behind are passed over.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path, PurePath

from edition.errors import Diagnostic
from edition.messages.texts import Value
from edition.outfit.programs import CONVERTERS, can_convert, how_to_get
from edition.readers.formats import SUFFIXES
from edition.readers.own_output import OWN_PDF, TAIL, is_own_page

PICTURES = (
    ".jpg", ".jpeg", ".png", ".webp", ".gif", ".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp",
    ".svg", ".psd", ".cr2", ".nef", ".dng",
)
_DOCUMENTS = (
    ".docm", ".dot", ".wpt", ".ott", ".pages", ".uof",
    ".ofd", ".ppt", ".pptx", ".xls", ".xlsx", ".et", ".dps", ".csv", ".eml", ".msg", ".mht",
    ".mhtml", ".epub", ".zip", ".rar", ".7z", ".s2", ".s10", ".fbd", ".indd", ".idml",
)
_PROFILES = (".icc", ".icm")
"""of a press; they are no copy"""
_NOISE = ("thumbs.db", "desktop.ini", "__macosx", "icon\r")
_MOST = 200
"""entries of an inner folder that are looked at"""


def copy_in(folder: Path, entries: Sequence[str]) -> tuple[list[str], list[Diagnostic]]:
    """The entries of a folder that are copy, and a word about those that another one stands for.

    A document that must be converted is left aside where a file of its name needs no conversion,
    and a PDF where any other has its name: it is the same copy once more.
    """
    here = can_convert()
    shown = [n for n in entries if not n.startswith((".", "~$"))]
    first: dict[str, str] = {}
    for name in sorted(shown, key=lambda n: _turn(_suffix(n))):
        if name.lower().endswith(SUFFIXES) or _suffix(name) in here:
            first.setdefault(PurePath(name).stem, name)
    names, said = [], []
    for name in shown:
        suffix, other = _suffix(name), first.get(PurePath(name).stem, name)
        if name.lower().endswith(SUFFIXES):
            names.append(name)
        elif suffix not in here or is_own_file(folder / name):
            continue
        elif _turn(_suffix(other)) < _turn(suffix):
            values: dict[str, Value] = {"file": name, "other": other}
            said.append(Diagnostic("same_name_left_out", values, text=name))
        else:
            names.append(name)
    return names, said


def _suffix(name: str) -> str:
    return PurePath(name.lower()).suffix


def _turn(suffix: str) -> int:
    """Which of two files of one name is read: the one of the lower number."""
    return 2 if suffix == ".pdf" else 1 if suffix in CONVERTERS else 0


def left_beside(
    folder: Path, names: Collection[str], sidecars: Collection[str]
) -> Iterator[Diagnostic]:
    """A remark for every entry of `names` that nobody reads, pictures excepted.

    `sidecars` are the names of those that are used.
    """
    converted = can_convert()
    for name in sorted(names):
        low = name.lower()
        if name.startswith((".", "~$")) or low in _NOISE or name in sidecars:
            continue
        path, suffix = folder / name, PurePath(low).suffix
        if name.endswith("~") and (folder / name[:-1]).is_file():
            continue  # What an editor of text, or the desk, keeps of a file it has written anew.
        if path.is_dir():
            kind = _of_folder(path)
        elif suffix in SUFFIXES or suffix in PICTURES or suffix in _PROFILES:
            continue
        elif is_own_file(path):
            kind = "own_output_left_out"
        elif suffix == ".toml":
            kind = "sidecar_beside_nothing"
        elif suffix in converted:
            continue
        elif suffix in CONVERTERS:
            yield Diagnostic("converter_left_out", {"file": name, **how_to_get(suffix)}, text=name)
            continue
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
            return OWN_PDF in _end_of(path)
        if suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                names, made = book.namelist(), {"EPUB/content.opf", "EPUB/contents.xhtml"}
                story = any("/text/s" in name for name in names)
                first = book.infolist()[:1]
                return story and made <= set(names) and first[0].date_time[0] == 1980
        if suffix in (".html", ".htm"):
            with path.open("rb") as file:
                return is_own_page(path.name, file.read(8000))
    return False


def _end_of(path: Path) -> bytes:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - TAIL))
        return file.read(TAIL)


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
