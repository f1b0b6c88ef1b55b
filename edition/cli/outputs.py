"""Files on the disk: what may be written where, and how it is written whole or not at all."""

from __future__ import annotations

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
        if target.is_dir():
            raise CannotWrite("output_is_folder", where=str(target))
        if target.exists():
            _check_replaceable(target, sources)
        ground = target.absolute().parent
        while not ground.exists():
            ground = ground.parent
        if not ground.is_dir():
            raise NotADirectoryError(20, "Not a folder", str(ground))
        if not os.access(ground, os.W_OK | os.X_OK):
            raise PermissionError(13, "Permission denied", str(ground))
    except OSError as error:
        raise _unwritable(target, error) from error


def _check_replaceable(target: Path, sources: Sequence[str]) -> None:
    if not target.is_file():
        raise CannotWrite("output_is_device", where=str(target))
    for source in sources:
        for path in (Path(source), Path(source).with_suffix(".toml")):
            if path.exists() and path.samefile(target):
                raise CannotWrite("output_is_copy", where=str(target))


def write(target: Path, data: bytes) -> None:
    """Write beside the target, then rename: old output stays whole until the new one is."""
    partial = None
    try:
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


def _unwritable(path: Path, error: OSError) -> CannotWrite:
    return CannotWrite("output_unwritable", where=str(path), reason=system_reason(error))
