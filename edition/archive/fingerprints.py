"""Whether anything has changed: the key of an issue, and the digests of files it is made of.

A file is read once; as long as its size and times stay, its digest is known.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path

from edition.archive.jobs import Shelved
from edition.issue.wholeissue import IssueAsked
from edition.packs import shelf
from edition.packs.faces import cache_folder
from edition.packs.shipped import shipped, shipped_packs
from edition.readers.sources import SHARED_SIDECAR
from edition.release import __version__
from edition.sandbox.childlimits import Limits
from edition.sandbox.parent import in_child
from edition.sandbox.wirevalues import encoded
from edition.steps import untold

State = tuple[int, int, int]
"""size, time of the last change of what is in it and of what is known of it, ns"""
_FRESH = 2_000_000_000
"""ns: a file changed so shortly before may change again without its times telling"""
_DRAWING = (
    "weasyprint", "pydyf", "jinja2", "ebooklib", "opencc", "jieba", "pyphen", "uharfbuzz",
    "fonttools", "pillow", "lxml", "trafilatura",
)
"""libraries whose release decides what is printed"""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was, and its sha256."""

    state: State
    digest: str


class Fingerprints:
    """Digests of files; `known` are those of the run before, by path."""

    def __init__(self, known: Mapping[str, SeenFile], now: int) -> None:
        """`now` is the clock of the files, ns."""
        self._known = dict(known)
        self._now = now
        self.fresh: dict[str, SeenFile] = {}
        """read in this run"""

    def of(self, path: Path) -> str:
        """The sha256 of a file; empty for none, `unreadable` for what cannot be read."""
        try:
            found = path.stat()
        except (OSError, ValueError):
            return ""
        if not stat.S_ISREG(found.st_mode):
            return "unreadable"
        state = (found.st_size, found.st_mtime_ns, found.st_ctime_ns)
        key = str(path)
        seen = self._known.get(key)
        if seen is not None and seen.state == state:
            return seen.digest
        digest = digest_of(path)
        if max(state[1:]) + _FRESH < self._now:
            self._known[key] = self.fresh[key] = SeenFile(state, digest)
        return digest


def digest_of(path: Path) -> str:
    """The sha256 of a file as it is now; `unreadable` where it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return "unreadable"


def as_written(path: Path, file: Shelved, *, every_byte: bool = False) -> bool:
    """True where a finished file is as it was written: as its size and time say, else, or where
    `every_byte` is asked about, as its bytes do. Raises OSError where it is gone."""
    found = path.stat()
    if found.st_size != file.size:
        return False
    untouched = found.st_mtime_ns == file.mtime and not every_byte
    return untouched or digest_of(path) == file.digest


def now_on(folder: Path) -> int:
    """The clock of the files of a folder, ns."""
    with tempfile.TemporaryFile(dir=folder) as file:
        return os.fstat(file.fileno()).st_mtime_ns


def base_of(place: Path, house: Path | None, common: str, files: Fingerprints) -> str:
    """What an issue is built from, as far as that is known before it is read, as one digest.

    A folder counts with all that is in it, a file with its sidecar; `house` is the memory of the
    paper.
    """
    told = hashlib.sha256(f"{common}\n".encode())
    for name, path in (*_of(place), *((("house", house),) if house else ())):
        told.update(f"{name}\0{files.of(path)}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def key_of(base: str, opened: Mapping[str, str]) -> str:
    """All that an issue is built from: the files beside it that it opened count too, by name."""
    told = hashlib.sha256(base.encode())
    for name, digest in sorted(opened.items()):
        told.update(f"\n{name}\0{digest}".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def opened_now(place: Path, names: Iterable[str], files: Fingerprints) -> dict[str, str]:
    """The digests, as they are now, of the files beside an issue that it once opened."""
    folder = place if os.path.isdir(place) else place.parent
    return {name: files.of(folder / name) for name in names}


def _of(place: Path) -> Iterator[tuple[str, Path]]:
    if not os.path.isdir(place):
        yield "copy", place
        yield "sidecar", place.with_suffix(".toml")
        yield "shared", place.parent / SHARED_SIDECAR
        return
    for folder, inner, names in os.walk(place):
        inner[:] = sorted(name for name in inner if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith((".", "~$")):
                path = Path(folder) / name
                yield path.relative_to(place).as_posix(), path


def common_of(asked: IssueAsked, files: Fingerprints, limits: Limits) -> str:
    """All that issues of one layout have in common: options, pack, faces, release.

    A pack that is not shipped is read in a child. Raises WrongUse where there is no such pack,
    and Stopped where it cannot be read within the limits.
    """
    options = encoded(replace(asked, sources=(), house=None), [])
    told = {
        "release": __version__, "libraries": _libraries(), "options": options,
        "pack": _folders(_of_pack(asked, limits), files), "faces": _faces(files),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def _of_pack(asked: IssueAsked, limits: Limits) -> Iterator[Path]:
    """The folders of the pack, of those it extends and of the shared base."""
    if asked.layout in shipped_packs():
        yield from shelf.folders_of(asked.layout, asked.theme)
        return
    given = {"layout": asked.layout, "theme": asked.theme}
    yield from map(Path, in_child(limits, "pack_folders", given, untold, tuple))


def _libraries() -> dict[str, str]:
    found = {}
    for name in _DRAWING:
        with suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(name)
    return found


def _folders(folders: Iterable[Path], files: Fingerprints) -> list[tuple[str, str]]:
    """Every file in some folders, by its name there."""
    return [
        (path.relative_to(folder).as_posix(), files.of(path))
        for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()
    ]


def _faces(files: Fingerprints) -> list[object]:
    """The faces that are installed; their files are called by their digests."""
    with suppress(OSError):
        here = sorted(
            (path.name, path.stat().st_size) for path in cache_folder().iterdir()
            if path.is_file()
        )
        return [files.of(shipped("fonts") / "fonts.toml"), here]
    return []
