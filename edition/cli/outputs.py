"""Files on the disk: what may be written where, before any work is done."""

from __future__ import annotations

import errno
import os
from argparse import Namespace
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from edition.bookform import BookForm
from edition.cli.standardstreams import STANDARD
from edition.delivery.onto_disk import behind, file_name, unwritable
from edition.errors import CannotWrite, UnreadableInput, WrongUse
from edition.messages.system import system_reason

if TYPE_CHECKING:
    from edition.model import Edition

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


def target_of(out: str | None, edition: Edition, suffix: str) -> Path:
    """Where the file of an edition goes."""
    return Path(out) if out else Path("build") / file_name(edition, suffix)


def raised_revision(sources: Sequence[str], revision: int) -> tuple[Path, bytes]:
    """The sidecar of the first source, which may be new, and its text with `revision`.

    Raises WrongUse where the copy has no place on the disk.
    """
    from edition.readers.sources import load, sidecar_name, sidecar_place
    from edition.sidecar.rewriting import with_revision

    if STANDARD in sources:
        raise WrongUse("revise_nowhere")
    first = load(sources[:1])[0]
    return sidecar_place(first), with_revision(first.sidecar or b"", revision, sidecar_name(first))


def modified() -> datetime | None:
    """SOURCE_DATE_EPOCH as a time, or None: then the issue's own date serves."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if not text:
        return None
    try:
        return datetime.fromtimestamp(int(text), UTC)
    except (ValueError, OverflowError, OSError):
        raise WrongUse("epoch_wrong", value=text) from None


def asked_form(options: Namespace) -> BookForm:
    """How the book is bound."""
    return BookForm(
        vertical=options.writing == "vertical", embed_fonts=options.embed_fonts,
        keep_pictures=options.images == "keep",
    )


def check_writable(target: Path, sources: Sequence[str]) -> None:
    """Raises CannotWrite, before any work is done, when `target` cannot be written as a file.

    A source of the run, its sidecar, a pipe or a device is never written over.
    """
    try:
        file = behind(target)
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
        raise unwritable(target, error) from error


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
