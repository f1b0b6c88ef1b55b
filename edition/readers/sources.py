"""Open the files the user names, safely: sizes before reading, no devices, no way out of a folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from edition.copy.bounds import safe_name
from edition.errors import (
    Diagnostic,
    EditionError,
    UnreadableInput,
    WrongUse,
    hold_type,
    reason_of,
)
from edition.limits import LIMITS
from edition.messages.system import system_reason
from edition.outfit.programs import CONVERTERS, can_convert, converter_missing
from edition.readers.formats import SUFFIXES, suffix_of
from edition.readers.leftbeside import copy_in, is_own_file, left_beside, pictures_in
from edition.readers.own_output import is_own_page, is_written_down
from edition.sidecar.applying import STOPS, picture_left_out
from edition.sidecar.housememory import HOUSE_FILE, HouseMemory, parse_house
from edition.sidecar.parse import Sidecar, parse_sidecar

SIDECAR_BYTES = 1_000_000
SHARED_SIDECAR = "edition.toml"
"""of all the copy in its folder"""
_ALL_PICTURES = 10 * LIMITS.picture_bytes
"""bytes of all the pictures of one edition together"""


@dataclass(frozen=True, slots=True)
class Source:
    """One file of copy, read but not yet understood: `Source(name, data, sidecar)`."""

    name: str
    """Its file name, whose ending says the format."""
    data: bytes = field(repr=False)
    sidecar: bytes | None = field(default=None, repr=False)
    path: Path = Path()
    sidecar_name: str = ""
    edition: str = ""
    """Name of the edition it belongs to, without suffix: its folder's or its own."""
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The files its sidecar or its copy names, as far as they are there."""
    beside: Callable[[str], bytes | None] | None = field(default=None, repr=False, compare=False)
    """Opens a file under its own folder that the copy names; None when it is not there."""
    encoding: str | None = None
    """The encoding of plain text, when the user names it; None to find it."""
    left_out: tuple[str, ...] = ()
    """Files beside it that edition itself has made, where it is the first of its folder."""
    remarks: tuple[Diagnostic, ...] = ()
    """What is to be said of its folder, where it is the first of it."""
    shelf: tuple[str, ...] = ()
    """The pictures that lie in its folder, where it is the first of it."""
    house: bytes | None = field(default=None, repr=False)
    """What is known of its paper: a house.toml."""
    house_name: str = ""
    in_folder: bool = False
    """It came with its folder: what cannot be read is named and does not stop the rest."""

    def file(self, name: str) -> bytes | None:
        """The bytes of a file the copy names, or None when it is not there."""
        if name in self.pictures:
            return self.pictures[name]
        return self.beside(name) if self.beside else None


def sidecar_of(source: Source) -> Sidecar:
    """The values of the sidecar beside a source; none where there is none."""
    side = Sidecar() if source.sidecar is None else parse_sidecar(
        source.sidecar, sidecar_name(source)
    )
    return side if source.house is None else side.knowing(house_of(source))


def house_of(source: Source) -> HouseMemory:
    """What is known of the paper of a source; nothing where there is no house.toml."""
    if source.house is None:
        return HouseMemory()
    return parse_house(source.house, source.house_name or HOUSE_FILE)


def sidecar_name(source: Source) -> str:
    """How messages call the sidecar of a source."""
    return source.sidecar_name or PurePath(source.name).with_suffix(".toml").name


def sidecar_place(source: Source) -> Path:
    """Where the sidecar of a source from the disk is, or would be."""
    if source.sidecar_name:
        return Path(source.sidecar_name)
    path = source.path
    return path.parent / SHARED_SIDECAR if source.in_folder else path.with_suffix(".toml")


def from_bytes(data: bytes, name: str = "") -> Source:
    """Copy that comes as bytes, from standard input or a program; its kind is told by its head.

    Raises UnreadableInput where there is none.
    """
    called = name or f"stdin{suffix_of(data)}"
    if not data.strip():
        raise UnreadableInput("copy_empty", where=called)
    return Source(called, data)


def load(
    given: Sequence[str | Path | Source], house: str | Path | None = None
) -> tuple[Source, ...]:
    """The sources given: in memory, or by their paths; a folder gives its files in sorted order.

    `house` is a house.toml for all of them, before those that lie in their folders.

    Raises UnreadableInput for copy that is missing, empty, larger than the limit, not a
    regular file, or reached through a link that leaves its folder, and for a folder without copy;
    WrongUse for what is neither a path nor a source.
    """
    if not given:
        raise UnreadableInput("nothing_to_read")
    found: list[Source] = []
    held = _Held()
    for one in given:
        if isinstance(one, Source):
            found.append(_bounded(one))
            continue
        if not isinstance(one, str | os.PathLike):
            raise WrongUse("source_type", found=type(one).__qualname__)
        path = Path(one)
        if os.path.isdir(path):
            found += _folder(path, held)
        else:
            found.append(_source(path, path.stem, held))
            if is_own_page(path.name, found[-1].data):
                raise UnreadableInput("own_output", where=str(path))
    if house is not None:
        hold_type("house", house, str, os.PathLike)
        data = _read(Path(house), SIDECAR_BYTES)
        found = [replace(source, house=data, house_name=str(house)) for source in found]
    return tuple(found)


def _bounded(source: Source) -> Source:
    """A source of the caller's own, within the same bounds as a file; its texts are encoded."""
    name = str(source.name)
    data = _bytes(source.data, name)
    if len(data) > LIMITS.source_bytes:
        raise UnreadableInput(
            "file_too_large", where=name, bytes=len(data), limit=LIMITS.source_bytes
        )
    if not data.strip():
        raise UnreadableInput("copy_empty", where=name)
    if is_own_page(name, data):
        raise UnreadableInput("own_output", where=name)
    sidecar = None if source.sidecar is None else _bytes(source.sidecar, name)
    if sidecar is not None and len(sidecar) > SIDECAR_BYTES:
        raise UnreadableInput(
            "sidecar_too_large", where=sidecar_name(source), bytes=len(sidecar),
            limit=SIDECAR_BYTES,
        )
    house = None if source.house is None else _bytes(source.house, name)
    if house is not None and len(house) > SIDECAR_BYTES:
        raise UnreadableInput(
            "sidecar_too_large", where=source.house_name or HOUSE_FILE, bytes=len(house),
            limit=SIDECAR_BYTES,
        )
    hold_type("pictures", source.pictures, Mapping)
    pictures = {shown: _bytes(file, shown) for shown, file in source.pictures.items()}
    if sum(map(len, pictures.values())) > _ALL_PICTURES:
        raise UnreadableInput("pictures_too_large", where=name, limit=_ALL_PICTURES)
    return replace(
        source, name=name, data=data, sidecar=sidecar, pictures=pictures, house=house
    )


def _bytes(data: object, name: str) -> bytes:
    """Bytes of what a caller hands over; text is encoded as UTF-8."""
    if isinstance(data, str):
        # Half a character is left for the decoder, which takes it out and says so.
        return data.encode("utf-8", "surrogatepass")
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    raise WrongUse("data_type", where=name, found=type(data).__qualname__)


class _Held:
    """The pictures of each sidecar, read once though many files share it, and their bytes."""

    def __init__(self) -> None:
        self._pictures: dict[Path, Mapping[str, bytes]] = {}
        self._opened: dict[Path, bytes | None] = {}
        self._total = 0
        self.is_lenient = False
        """a picture that cannot be read is named and left out"""
        self.remarks: list[Diagnostic] = []
        """pictures of a folder that cannot be read"""

    def beside(self, folder: Path, name: Path) -> Callable[[str], bytes | None]:
        """Opens the files that the copy `name` may show: those under its folder."""
        def opened(file: str) -> bytes | None:
            if not leads_within(file):
                return None
            path = folder / file
            if path not in self._opened:
                self._opened[path] = self._file(folder, path, name)
            return self._opened[path]

        return opened

    def of(self, folder: Path, sidecar: bytes, name: Path) -> Mapping[str, bytes]:
        if name not in self._pictures:
            self._pictures[name] = dict(self._files(folder, sidecar, name))
        return self._pictures[name]

    def _files(self, folder: Path, sidecar: bytes, name: Path) -> Iterator[tuple[str, bytes]]:
        """The files a sidecar names, from under its folder; a missing one is left out."""
        for file in parse_sidecar(sidecar, str(name)).wishes.files:
            try:
                data = self._file(folder, folder / file, name)
            except UnreadableInput as fault:
                if not self.is_lenient or fault.kind in STOPS:
                    raise
                self.remarks.append(picture_left_out(file, fault))
                continue
            if data is not None:
                yield file, data

    def _file(self, folder: Path, path: Path, name: Path) -> bytes | None:
        try:
            target = path.resolve(strict=True)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, RuntimeError) as fault:
            raise _unreadable(path, fault) from fault
        hold_under(folder, path, target)
        data = _read(target, LIMITS.picture_bytes, "picture_file_too_large")
        self._total += len(data)
        if self._total > _ALL_PICTURES:
            raise UnreadableInput("pictures_too_large", where=str(name), limit=_ALL_PICTURES)
        return data


def _folder(folder: Path, held: _Held) -> list[Source]:
    try:
        entries = sorted(os.listdir(folder))
    except OSError as fault:
        raise _unreadable(folder, fault) from fault
    names, remarks = copy_in(folder, entries)
    if not names:
        raise _no_copy(folder, entries)
    if len(names) > LIMITS.files:
        raise UnreadableInput(
            "folder_too_full", where=str(folder), count=len(names), limit=LIMITS.files
        )
    title = folder.resolve().name or "edition"
    found: list[Source] = []
    faults: list[UnreadableInput] = []
    held.is_lenient = True
    for name in names:
        try:
            found.append(replace(_source(folder / name, title, held), in_folder=True))
        except UnreadableInput as fault:
            if fault.kind in STOPS:
                raise
            faults.append(fault)
            remarks.append(file_left_out(name, fault))
    copy = _without_own(found, title)
    if not copy:
        if faults:
            raise faults[0]
        raise _no_copy(folder, ())
    used = {PurePath(source.sidecar_name).name for source in found if source.sidecar_name}
    used |= {HOUSE_FILE} if any(source.house is not None for source in found) else set()
    beside = left_beside(folder, set(entries) - {s.name for s in copy}, used)
    said = (*held.remarks, *remarks, *beside)
    held.remarks.clear()
    held.is_lenient = False
    return [replace(copy[0], remarks=said, shelf=pictures_in(entries)), *copy[1:]]


def _no_copy(folder: Path, entries: Sequence[str]) -> EditionError:
    """The error that a folder holds no copy, or none without a program that is missing."""
    here = can_convert()
    for name in entries:
        suffix = PurePath(name.lower()).suffix
        wanting = suffix in CONVERTERS and suffix not in here
        if wanting and not name.startswith((".", "~$")) and not is_own_file(folder / name):
            return converter_missing(str(folder / name), suffix)
    return UnreadableInput("folder_empty", where=str(folder), suffixes=SUFFIXES)


def file_left_out(name: str, fault: EditionError) -> Diagnostic:
    """The remark that a file of a folder cannot be read, and why."""
    return Diagnostic("file_left_out", {"file": name, "why": reason_of(fault)}, text=name)


def _without_own(found: Sequence[Source], title: str) -> list[Source]:
    """The sources but those edition has made of the others."""
    copy = [source for source in found if not is_own_page(source.name, source.data)]
    stems = {
        safe_name(source.name) for source in copy
        if PurePath(source.name).suffix.lower() != ".json"
    }
    if stems:
        names = stems | {safe_name(f"{title}.txt")}
        copy = [s for s in copy if not is_written_down(s.name, s.data, names)]
    own = tuple(source.name for source in found if source not in copy)
    return [replace(copy[0], left_out=own), *copy[1:]] if copy else []


def _source(path: Path, title: str, held: _Held) -> Source:
    data = _read(path, LIMITS.source_bytes)
    if not data.strip():
        raise UnreadableInput("copy_empty", where=str(path))
    own = held.beside(path.parent, path)
    known = next(houses_of(path), None)
    house = None if known is None else _read(known, SIDECAR_BYTES)
    found = Source(
        path.name, data, path=path, edition=title, beside=own, house=house,
        house_name="" if known is None else str(known),
    )
    for beside in (path.with_suffix(".toml"), path.parent / SHARED_SIDECAR):
        if os.path.lexists(beside):
            side = _read(beside, SIDECAR_BYTES)
            shown = held.of(path.parent, side, beside)
            return replace(found, sidecar=side, sidecar_name=str(beside), pictures=shown)
    return found


def houses_of(path: Path) -> Iterator[Path]:
    """The house.toml beside the copy, then those in folders above it that its path names.

    One that stands beside a `house.txt` is the sidecar of that file.
    """
    above = () if path.is_absolute() or ".." in path.parts else path.parent.parents
    for folder in (path.parent, *(f for f in above if f.name)):
        stem = HOUSE_FILE.removesuffix(".toml")
        if os.path.lexists(folder / HOUSE_FILE) and not any(
            os.path.lexists(folder / f"{stem}{suffix}") for suffix in SUFFIXES
        ):
            yield folder / HOUSE_FILE


def _read(path: Path, limit: int, beyond: str = "file_too_large") -> bytes:
    """The bytes of one regular file; its size is asked before a byte is read."""
    try:
        if path.is_symlink():
            hold_under(path.parent, path, path.resolve(strict=True))
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise UnreadableInput("not_a_file", where=str(path))
            size = state.st_size
            data = b"" if size > limit else file.read(limit + 1)
    except (OSError, ValueError, RuntimeError) as fault:
        raise _unreadable(path, fault) from fault
    size = max(size, len(data))
    if size > limit:
        raise UnreadableInput(beyond, where=str(path), bytes=size, limit=limit)
    return data


def leads_within(name: str) -> bool:
    """True for the name of a file that can lie in the copy's own folder or under it."""
    parts = name.split("/")
    return not (".." in parts or name.startswith("/") or "\\" in name or ":" in parts[0])


def hold_under(folder: Path, path: Path, target: Path) -> None:
    """Raises UnreadableInput where the link `path` leads to a `target` outside of its folder."""
    if not target.is_relative_to(folder.resolve()):
        raise UnreadableInput("link_outside", where=str(path), target=str(target))


def _unreadable(path: Path, fault: Exception) -> UnreadableInput:
    if isinstance(fault, FileNotFoundError):
        return UnreadableInput("file_missing", where=str(path))
    reason = system_reason(fault) if isinstance(fault, OSError) else str(fault)
    return UnreadableInput("file_unreadable", where=str(path), reason=reason)
