"""Bring the faces of `fonts.toml` into the user's cache, each checked by its digest.

First from a folder of the user's own, then by the clients of the package registries. A face that
is in the cache is never fetched again; one that this machine cannot give is remembered in a note
`DIGEST.absent`, which a run that is to ask once only respects.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from edition.errors import CannotWrite, UnreadableInput
from edition.messages.system import system_reason
from edition.messages.texts import Phrase
from edition.outfit.clients import Npm, unpack_deb, unpack_npm
from edition.outfit.facefiles import FaceFile, font_files, is_of, looked_at
from edition.packs.faces import cache_folder, installed, note_of, place_of, register

Entry = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of one face."""

    face: Entry
    problem: Phrase | None = None
    """why it could not be had"""
    other_version: bool = False
    """of a version the register does not know"""

    @property
    def is_needed(self) -> bool:
        """Nothing stands in for it."""
        return "fallback" not in self.face


def wanted(once: bool = False) -> tuple[Entry, ...]:
    """The faces that are not in the cache; `once` leaves out those known to be out of reach."""
    return tuple(
        face for face in register()
        if installed(face) is None
        and not (once and "fallback" in face and absent(face).exists())
    )


def absent(face: Entry) -> Path:
    """The note that a face is out of reach on this machine."""
    return place_of(face).with_suffix(".absent")


def from_folder(folder: Path, faces: Sequence[Entry]) -> Iterator[Brought]:
    """The faces found in a folder of the user's, copied into the cache.

    A file with a digest of the register goes before one that only bears the name. Raises
    UnreadableInput where there is no such folder.
    """
    if not folder.is_dir():
        raise UnreadableInput("fonts_no_folder", where=str(folder))
    files = [found for path in font_files(folder) if (found := looked_at(path)) is not None]
    by_digest = {file.digest: file for file in files}
    for face in faces:
        known = (by_digest.get(v["sha256"]) for v in (face, *face.get("also", ())))
        own = next((file for file in known if file), None)
        kin = own or next((file for file in files if is_of(file, face)), None)
        if kin is not None:
            _keep(face, kin)
            yield Brought(face, other_version=own is None)


def from_packages(
    faces: Sequence[Entry], python: str, tell: Callable[[str, str], None]
) -> Iterator[Brought]:
    """The faces fetched by the package clients, package by package.

    `tell` hears each package and its version before it is fetched. Raises CannotWrite where the
    cache cannot be written.
    """
    keys = dict.fromkeys((f["source"], f["package"], f["version"]) for f in faces)
    with tempfile.TemporaryDirectory(prefix="edition-") as name:
        npm = Npm(python)
        for number, (source, package, version) in enumerate(keys):
            tell(package, version if source == "npm" else "")
            folder = Path(name) / str(number)
            folder.mkdir()
            # apt-get downloads as a user of its own, who has to enter the folder.
            Path(name).chmod(0o755)
            folder.chmod(0o755)
            problem = _unpacked(npm, (source, package, version), folder)
            for face in (f for f in faces if f["package"] == package):
                yield _brought(face, folder, problem)


def _unpacked(npm: Npm, asked: tuple[str, str, str], folder: Path) -> Phrase | None:
    source, package, version = asked
    if source != "npm":
        return unpack_deb(package, folder)
    command = npm.command(folder.parent)
    return unpack_npm(command, package, version, folder) if command else Phrase("no_npm")


def _brought(face: Entry, folder: Path, problem: Phrase | None) -> Brought:
    file = None if problem else looked_at(folder / face["file"])
    known = [version["sha256"] for version in (face, *face.get("also", ()))]
    if problem is None and file is None:
        problem = Phrase("face_not_in_package", {"file": face["file"]})
    elif file is not None and file.digest not in known and not (
        "fallback" in face and is_of(file, face)
    ):
        problem = Phrase("face_other_digest")
    if problem is not None or file is None:
        if "fallback" in face and problem is not None and problem.key != "fetch_failed":
            _write(absent(face), b"")
        return Brought(face, problem)
    _keep(face, file)
    return Brought(face, other_version=file.digest not in known)


def _keep(face: Entry, file: FaceFile) -> None:
    """Put a file into the cache under its digest, with a note where it is of no known version."""
    place = place_of(face, file.digest)
    try:
        data = file.path.read_bytes()
    except OSError as fault:
        raise UnreadableInput(
            "file_unreadable", where=str(file.path), reason=system_reason(fault)
        ) from fault
    _write(place, data)
    if file.digest not in [v["sha256"] for v in (face, *face.get("also", ()))]:
        _write(note_of(face), f"{file.digest} {file.size}\n".encode())
    absent(face).unlink(missing_ok=True)


def _write(place: Path, data: bytes) -> None:
    try:
        cache_folder().mkdir(parents=True, exist_ok=True)
        partial = place.with_name(f"{place.name}.{os.getpid()}.part")
        partial.write_bytes(data)
        os.replace(partial, place)
    except OSError as fault:
        raise CannotWrite(
            "cache_unwritable", where=str(place), reason=system_reason(fault)
        ) from fault
