"""Files on the disk: what may be written where, and how it is written whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from edition.errors import CannotWrite, UnreadableInput
from edition.messages.system import system_reason

LARGEST_CHECKED = 500_000_000
"""bytes; the bound on what `edition check` opens"""


def finished_file(path: Path) -> bytes:
    """A finished file, whole. Raises UnreadableInput; a device or a giant is not read."""
    try:
        if path.exists() and not path.is_file():
            raise UnreadableInput("finished_is_no_file", where=str(path))
        if path.stat().st_size > LARGEST_CHECKED:
            raise UnreadableInput(
                "finished_too_large", where=str(path), megabytes=LARGEST_CHECKED // 10**6
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(
            "finished_unreadable", where=str(path), reason=system_reason(error)
        ) from error


def check_writable(target: Path, sources: Sequence[str]) -> None:
    """Raises CannotWrite, before any work is done, when `target` cannot be written as a file.

    A source of the run, its sidecar, a pipe or a device is never written over.
    """
    try:
        file = _behind(target)
        if file.is_symlink():
            raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target))
        if file.is_dir():
            raise CannotWrite("output_is_folder", where=str(target))
        if file.exists():
            _check_replaceable(file, target, sources)
        ground = file.absolute().parent
        while not ground.exists():
            ground = ground.parent
        if not ground.is_dir():
            raise NotADirectoryError(20, "Not a folder", str(ground))
        if not os.access(ground, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(ground))
    except OSError as error:
        raise _unwritable(target, error) from error


def _check_replaceable(file: Path, target: Path, sources: Sequence[str]) -> None:
    if not file.is_file():
        raise CannotWrite("output_is_device", where=str(target))
    for source in sources:
        own = Path(source)
        if own.is_dir() and file.parent.samefile(own) and not _may_be_made(file):
            raise CannotWrite("output_is_copy", where=str(target))
        beside = own / "edition.toml" if own.is_dir() else own.with_name(f"{own.stem}.toml")
        for path in (own, beside, own.parent / "edition.toml"):
            if path.is_file() and path.samefile(file):
                raise CannotWrite("output_is_copy", where=str(target))


def _may_be_made(file: Path) -> bool:
    """True for a name that copy does not bear: of a page, a book or a proof sheet."""
    return file.name.lower().endswith((".pdf", ".epub", ".proof.html"))


def write(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: old output stays whole until the new one is."""
    partial = None
    try:
        target = _behind(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, partial = tempfile.mkstemp(prefix=".edition-", dir=target.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(partial, 0o666 & ~umask)
        os.replace(partial, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if partial and os.path.exists(partial):
            os.unlink(partial)


def _behind(target: Path) -> Path:
    """The file a link leads to: the link stands, and its file is new. Raises OSError for a ring."""
    if not target.is_symlink():
        return target
    try:
        return target.resolve()
    except RuntimeError:
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(target)) from None


def _unwritable(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite("output_unwritable", where=str(path), reason=system_reason(error))
