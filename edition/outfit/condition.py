"""The condition of an installation: what is here, what is missing, where things are kept."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from edition.outfit import outsiders
from edition.outfit.programs import programs
from edition.outfit.systemlibraries import SystemLibrary, libraries
from edition.packs import shelf
from edition.packs.faces import cache_folder, installed, register

HEEDED = (
    "XDG_CACHE_HOME", "SOURCE_DATE_EPOCH", "EDITION_DEBUG", "EDITION_PACKS", "LANGUAGE", "LC_ALL",
    "LC_MESSAGES", "LANG", "PYTHONIOENCODING",
)
"""variables of the environment that edition looks at"""
_PACKAGES = (
    "weasyprint", "pydyf", "fonttools", "uharfbuzz", "pillow", "opencc", "jieba", "pypdfium2",
    "EbookLib", "lxml",
)
"""packages whose versions decide the bytes of a page or a book"""


@dataclass(frozen=True, slots=True)
class FaceCondition:
    """One face of the register, and whether it is here."""

    id: str
    name: str
    weight: int
    roles: tuple[str, ...]
    regions: tuple[str, ...]
    source: str
    """npm or deb, and the package's name and version"""
    state: str
    """`here`, `other` for another version than the register's, or `missing`"""
    version: str = ""
    file: str = ""
    stand_in: str = ""
    """the role that serves for it where it is missing; empty for a face that is needed"""


@dataclass(frozen=True, slots=True)
class Condition:
    """Everything `edition doctor` says."""

    version: str
    python: str
    system: str
    libraries: tuple[SystemLibrary, ...]
    programs: Mapping[str, tuple[str, str]]
    """what converts documents: program → its file and version, empty where it is missing"""
    packages: Mapping[str, str]
    """name → version; empty for one that is missing"""
    faces: tuple[FaceCondition, ...]
    caches: Mapping[str, str]
    environment: Mapping[str, str]
    layouts: tuple[str, ...]

    @property
    def can_book(self) -> bool:
        """A book can be made: its cover asks for the faces, and for no library of the system."""
        return all(self.packages.values()) and not any(
            face.state == "missing" and not face.stand_in for face in self.faces
        )

    @property
    def can_draw(self) -> bool:
        """A page can be drawn."""
        return self.can_book and all(library.file for library in self.libraries)

    def as_dict(self) -> dict[str, Any]:
        """The condition as JSON has it."""
        return {
            "version": self.version, "python": self.python, "system": self.system,
            "libraries": [
                {"name": found.name, "file": found.file or None, "version": found.version or None}
                for found in self.libraries
            ],
            "programs": [
                {"name": name, "file": file or None, "version": version or None}
                for name, (file, version) in self.programs.items()
            ],
            "packages": {name: version or None for name, version in self.packages.items()},
            "faces": [_as_dict(face) for face in self.faces],
            "caches": dict(self.caches), "environment": dict(self.environment),
            "layouts": list(self.layouts), "can_draw": self.can_draw, "can_book": self.can_book,
        }


def condition(version: str, environment: Mapping[str, str]) -> Condition:
    """Look at the machine. Nothing is changed, loaded for good or fetched."""
    return Condition(
        version, platform.python_version(), _system(), libraries(),
        {found.name: (found.file, outsiders.version(found)) for found in programs()},
        {name: _version(name) for name in _PACKAGES},
        tuple(_face(entry) for entry in register()),
        {"fonts": str(cache_folder()), "fontconfig": str(cache_folder().parent / "fontconfig")},
        {name: environment[name] for name in HEEDED if environment.get(name)},
        tuple(shelf.layouts()),
    )


def missing(faces: Sequence[FaceCondition]) -> tuple[FaceCondition, ...]:
    """The faces that are not here."""
    return tuple(face for face in faces if face.state == "missing")


def _face(entry: Mapping[str, Any]) -> FaceCondition:
    found = installed(entry)
    state = "missing" if found is None else "here" if found.known else "other"
    return FaceCondition(
        entry["id"], entry["name"], entry["weight"], tuple(entry["roles"]),
        tuple(entry["regions"]), f"{entry['source']} {entry['package']} {entry['version']}", state,
        found.version if found else "", str(found.path) if found else "",
        entry.get("fallback", ""),
    )


def _as_dict(face: FaceCondition) -> dict[str, Any]:
    return {
        "id": face.id, "name": face.name, "weight": face.weight, "roles": list(face.roles),
        "regions": list(face.regions), "source": face.source, "state": face.state,
        "version": face.version or None, "file": face.file or None,
        "stand_in": face.stand_in or None,
    }


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _system() -> str:
    with suppress(OSError):
        return f"{platform.system()} ({platform.freedesktop_os_release()['PRETTY_NAME']})"
    return f"{platform.system()} {platform.release()}"


def writable(folder: Path) -> bool:
    """True where files can be put into a folder, or the folder itself be made."""
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    return place.is_dir() and os.access(place, os.W_OK | os.X_OK)
