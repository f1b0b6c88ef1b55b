"""The faces of `fonts/fonts.toml` as files, by role and region.

They are in the user's cache, named by their digest; `edition setup` puts them there.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from edition.errors import MissingResource, WrongUse
from edition.packs.shipped import shipped
from edition.trade.regions import Region


@dataclass(frozen=True, slots=True)
class Face:
    """One font file, ready for the renderer and the shaper."""

    role: str
    path: Path
    family: str
    """a family name of our own, unique by role and region: `edition-song-CN`"""
    weight: int
    digest: str
    """sha256 of the file"""
    name: str = ""
    """the name its makers gave it"""
    stands_in: str | None = None
    """the role it stands in for, when that role's own face is not to be had"""
    own_name: str = ""
    """name of that face"""
    other_version: bool = False
    """of a version whose digest is not known; its name and measures are those of the face"""
    fallback: str = ""
    """of a pack's own face: the role that draws what it does not hold"""


@dataclass(frozen=True, slots=True)
class Installed:
    """The file of a face as it lies in the cache."""

    path: Path
    digest: str
    version: str
    known: bool = True
    """its digest is one of the register's"""


def cache_folder() -> Path:
    """Where the faces are kept: `$XDG_CACHE_HOME/edition/fonts`, by default in `~/.cache`."""
    root = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(root) / "edition" / "fonts"


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    with (shipped("fonts") / "fonts.toml").open("rb") as source:
        return tomllib.load(source)


def register() -> tuple[Mapping[str, Any], ...]:
    """The faces of `fonts.toml`, as it has them."""
    return tuple(_told()["face"])


def fallbacks_of(region: Region) -> dict[str, Face]:
    """The faces that stand by for rare characters, by a role of their own: the face's id.

    Those of the region come first; a face that is not installed is left out.
    """
    known = {entry["id"]: entry for entry in register()}
    ours: list[str] = sorted(
        _told()["fallbacks"], key=lambda name: region.letters not in known[name]["regions"]
    )
    found: dict[str, Face] = {}
    for name in ours:
        entry = known[name]
        here = installed(entry)
        if here is not None:
            found[name] = Face(
                name, here.path, f"edition-{name}-{region.letters}", entry["weight"],
                here.digest, entry["name"],
            )
    return found


def chains_of(region: Region) -> dict[str, tuple[str, ...]]:
    """For each role the fallbacks to try, those of the nearest weight first."""
    standing = fallbacks_of(region)
    return {
        role: tuple(sorted(standing, key=lambda n: abs(standing[n].weight - face.weight)))
        for role, face in faces_of(region).items()
    }


def roles_of(region: Region) -> tuple[str, ...]:
    """The face roles of a region, sorted."""
    ours = (face for face in register() if region.letters in face["regions"])
    return tuple(sorted({role for face in ours for role in face["roles"]}))


def face_of(role: str, region: Region) -> Face:
    """The face of a role in a region; its stand-in when it is optional and absent.

    Raises WrongUse for a role nobody declares, MissingResource when a needed face is absent.
    """
    for entry in register():
        if role in entry["roles"] and region.letters in entry["regions"]:
            return _face(entry, role, region)
    raise WrongUse("unknown_role", role=role, known=roles_of(region))


def place_of(entry: Mapping[str, Any], digest: str = "") -> Path:
    """Where the file of a face is kept: under its own digest, that of the register by default."""
    name: str = (digest or entry["sha256"]) + Path(entry["file"]).suffix
    return cache_folder() / name


def note_of(entry: Mapping[str, Any]) -> Path:
    """The note that says which file of an unknown version serves as a face: digest and size."""
    return cache_folder() / f"{entry['id']}.other"


def installed(entry: Mapping[str, Any]) -> Installed | None:
    """The file of a face that is here: of the register's version, a known other, or any other."""
    for version in (entry, *entry.get("also", ())):
        path = place_of(entry, version["sha256"])
        if _is_whole(path, version["size"]):
            return Installed(path, version["sha256"], version["version"])
    with suppress(OSError, ValueError):
        digest, size = note_of(entry).read_text(encoding="ascii").split()
        path = place_of(entry, digest)
        if digest.isalnum() and _is_whole(path, int(size)):
            return Installed(path, digest, "", known=False)
    return None


def _is_whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def _face(entry: Mapping[str, Any], role: str, region: Region) -> Face:
    family = f"edition-{role}-{region.letters}"
    found = installed(entry)
    if found is not None:
        return Face(
            role, found.path, family, entry["weight"], found.digest, entry["name"],
            other_version=not found.known,
        )
    if "fallback" in entry:
        instead = face_of(entry["fallback"], region)
        return Face(
            role, instead.path, family, instead.weight, instead.digest, instead.name,
            stands_in=role, own_name=entry["name"],
        )
    raise MissingResource(
        "face_missing", where=str(place_of(entry)), role=role,
        **{key: entry[key] for key in ("name", "weight", "package", "version")},
    )


def faces_of(region: Region) -> dict[str, Face]:
    """All faces of a region by role."""
    return {role: face_of(role, region) for role in roles_of(region)}


def every_face(region: Region, own: Mapping[str, Face]) -> dict[str, Face]:
    """The faces of a region, those that stand by for them, and those a pack brings, by role."""
    return {**fallbacks_of(region), **faces_of(region), **own}


def every_chain(region: Region, own: Mapping[str, Face]) -> dict[str, tuple[str, ...]]:
    """The fallbacks of every role; a pack's own face falls back on the role it names first."""
    chains = chains_of(region)
    added = {
        role: (face.fallback, *chains[face.fallback])
        for role, face in own.items() if face.fallback
    }
    return {**chains, **added}
