"""Open the files the user names, safely: sizes before reading, no devices, no way out of a folder.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from edition.errors import UnreadableInput
from edition.options import LIMITS

SUFFIXES = (".txt", ".text")
_SIDECAR_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One file of copy, read but not yet understood."""

    name: str
    """Its file name."""
    data: bytes
    sidecar: bytes | None = None
    path: Path = Path()
    sidecar_name: str = ""
    edition: str = ""
    """Name of the edition it belongs to, without suffix: its folder's or its own."""


def load(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The sources named by `paths`; a folder gives its text files in sorted order.

    Raises UnreadableInput for a file that is missing, empty, larger than the limit, not a
    regular file, or reached through a link that leaves its folder, and for a folder without copy.
    """
    if not paths:
        raise UnreadableInput("there is nothing to read", todo="Name a file of copy or a folder")
    found: list[Source] = []
    for path in paths:
        if path.is_dir():
            found += _folder(path)
        else:
            found.append(_source(path, path.stem))
    return tuple(found)


def _folder(folder: Path) -> list[Source]:
    try:
        entries = sorted(os.listdir(folder))
    except OSError as fault:
        raise _unreadable(folder, fault) from fault
    names = [n for n in entries if n.lower().endswith(SUFFIXES) and not n.startswith(".")]
    if not names:
        raise UnreadableInput(
            "this folder holds no copy", where=str(folder),
            why=f"Copy is a file ending in {' or '.join(SUFFIXES)}",
            todo="Put the text files of the edition there",
        )
    if len(names) > LIMITS.files:
        raise UnreadableInput(
            f"this folder holds {len(names)} files of copy", where=str(folder),
            why=f"The limit is {LIMITS.files}", todo="Divide it into several editions",
        )
    title = folder.resolve().name or "edition"
    return [_source(folder / name, title) for name in names]


def _source(path: Path, title: str) -> Source:
    data = _read(path, LIMITS.source_bytes)
    if not data.strip():
        raise UnreadableInput("the file is empty", where=str(path), todo="Give a file with copy")
    for beside in (path.with_suffix(".toml"), path.parent / "edition.toml"):
        if os.path.lexists(beside):
            side = _read(beside, _SIDECAR_BYTES)
            return Source(path.name, data, side, path, str(beside), title)
    return Source(path.name, data, None, path, "", title)


def _read(path: Path, limit: int) -> bytes:
    """The bytes of one regular file; its size is asked before a byte is read."""
    try:
        if path.is_symlink():
            _inside(path)
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            state = os.fstat(file.fileno())
            if not stat.S_ISREG(state.st_mode):
                raise UnreadableInput(
                    "this is not a regular file", where=str(path), why="It is a device or a pipe",
                    todo="Give a file of copy or a folder",
                )
            if state.st_size > limit:
                raise _too_large(path, state.st_size, limit)
            data = file.read(limit + 1)
    except (OSError, ValueError, RuntimeError) as fault:
        raise _unreadable(path, fault) from fault
    if len(data) > limit:
        raise _too_large(path, len(data), limit)
    return data


def _inside(path: Path) -> None:
    target = path.resolve(strict=True)
    if not target.is_relative_to(path.parent.resolve()):
        raise UnreadableInput(
            "this link leads out of its folder", where=str(path), why=f"It points to {target}",
            todo="Copy the file itself into the folder",
        )


def _too_large(path: Path, size: int, limit: int) -> UnreadableInput:
    return UnreadableInput(
        f"the file is too large ({size} bytes)", where=str(path),
        why=f"The limit is {limit} bytes", todo="Divide the copy into several editions",
    )


def _unreadable(path: Path, fault: Exception) -> UnreadableInput:
    if isinstance(fault, FileNotFoundError):
        return UnreadableInput(
            "there is no such file or folder", where=str(path), todo="Check the name"
        )
    why = (fault.strerror if isinstance(fault, OSError) else None) or str(fault)
    return UnreadableInput(
        "the file cannot be read", where=str(path), why=why, todo="Check the file and its rights"
    )
