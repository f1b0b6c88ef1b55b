"""A file onto the disk, whole or not at all, or into a stream of the caller's."""

from __future__ import annotations

import errno
import io
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from edition.errors import CannotWrite, WrongUse
from edition.messages.system import system_reason

if TYPE_CHECKING:
    from edition.model import Edition

_ROOM = ".edition-"
"""how a folder begins in which a file waits until it is whole"""


def file_name(edition: Edition, suffix: str) -> str:
    """How the file of an edition is called."""
    tag = "" if edition.language == "zh-Hans" else f".{edition.language}"
    return f"{edition.name}{tag}{suffix}"


def write_to(target: Any, data: bytes) -> None:
    """Write `data` to a path or to anything with a `write` that takes bytes.

    Raises CannotWrite where the system refuses, WrongUse for another kind of target.
    """
    if isinstance(target, str | os.PathLike):
        path = os.fspath(target)
        if isinstance(path, str):
            write_file(Path(path), data)
            return
    write = getattr(target, "write", None)
    if write is None:
        raise WrongUse("target_type", found=type(target).__qualname__)
    try:
        write(data)
    except OSError as error:
        raise unwritable(getattr(target, "name", ""), error) from error
    except TypeError as error:
        raise WrongUse("target_type", found=type(target).__qualname__) from error


def write_file(target: Path, data: bytes) -> None:
    """Write `data` as `whole_file` does. Raises CannotWrite."""
    with whole_file(target) as out:
        out.write(data)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files that belong together into a folder: each is whole on the disk before the first
    takes its place, and when it returns their names are there too.

    What a run that was cut off left of itself there is cleared away. Raises CannotWrite; none of
    them is new then, unless the disk itself fails between two names.
    """
    with _told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)
        clear_left(folder)
        for name in files:
            if (folder / name).is_dir():
                raise CannotWrite("output_is_folder", where=str(folder / name))
        with tempfile.TemporaryDirectory(prefix=_ROOM, dir=folder) as room:
            for number, data in enumerate(files.values()):
                with _onto_disk(Path(room) / str(number), folder) as out:
                    out.write(data)
            for number, name in enumerate(files):
                os.replace(Path(room) / str(number), folder / name)
        _names_onto_disk(folder)


def clear_left(folder: Path) -> None:
    """Clear away what runs that were cut off left of themselves in a folder."""
    for left in folder.glob(f"{_ROOM}*"):
        shutil.rmtree(left, ignore_errors=True)


def _names_onto_disk(folder: Path) -> None:
    """Have the system write down how the files of a folder are called, where it can be asked."""
    if os.name != "posix":
        return
    with suppress(OSError):  # Not every disk of a network knows of it.
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def whole_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of `target` when all is written, or never.

    It is written beside the target, then renamed: what stands there stays whole until the new one
    is. A link is followed: what it names is replaced. Raises CannotWrite; what goes wrong with
    anything but the file, while it is written, is raised as it is.
    """
    with _told_of(target):
        place = behind(target)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.is_dir():
            raise CannotWrite("output_is_folder", where=str(target))
        made = tempfile.TemporaryDirectory(prefix=_ROOM, dir=place.parent)
    with made as room:
        # Opened anew in a folder of its own, the file gets the rights the process gives.
        partial = Path(room) / "whole"
        with _onto_disk(partial, target) as out:
            yield out
        with _told_of(target):
            os.replace(partial, place)


class _Disk(io.FileIO):
    """A new file that says of which target it is where the system takes no more."""

    def __init__(self, place: Path, target: object) -> None:
        super().__init__(place, "x")
        self._target = target

    def write(self, data: Any, /) -> int:
        with _told_of(self._target):
            return super().write(data)


@contextmanager
def _told_of(target: object) -> Iterator[None]:
    """What the system refuses is told as that a target cannot be written."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise unwritable(target, error) from error


@contextmanager
def _onto_disk(path: Path, target: object) -> Iterator[BinaryIO]:
    """A new file, on the disk when all is written; what fails of it is told of `target`."""
    with _told_of(target):
        raw = _Disk(path, target)
    with io.BufferedWriter(raw) as out:
        yield out
        with _told_of(target):
            out.flush()
            os.fsync(out.fileno())


def behind(target: Path) -> Path:
    """The file a link leads to: the link stands, and its file is new. Raises OSError for a ring."""
    if not target.is_symlink():
        return target
    try:
        return target.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target)) from None


def unwritable(target: object, error: OSError | ValueError) -> CannotWrite:
    """The error that a target cannot be written, in the system's words."""
    reason = system_reason(error) if isinstance(error, OSError) else str(error)
    return CannotWrite("output_unwritable", where=str(target), reason=reason)
