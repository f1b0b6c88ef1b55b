"""The commands that look after the installation: `setup` and `doctor`."""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.cli.standardstreams import put
from edition.cli.voice import Voice
from edition.messages.texts import Value

if TYPE_CHECKING:
    from edition.outfit.condition import Condition, FaceCondition
    from edition.outfit.fetching import Brought

NOT_READY = 4
_SHOWN = 6
"""missing faces that the screen names; the others are counted"""


def set_up(options: Namespace, voice: Voice) -> int:
    """Bring the faces, look for the libraries, say what is missing and how to get it."""
    from edition.outfit.condition import condition
    from edition.outfit.fetching import from_folder, from_packages, wanted

    faces = wanted(options.once)
    found: list[Brought] = []
    if options.fonts and faces:
        found += from_folder(Path(options.fonts), faces)
        here = {brought.face["id"] for brought in found}
        faces = tuple(face for face in faces if face["id"] not in here)
    if faces and not options.offline:
        found += from_packages(faces, sys.executable, lambda package, version: voice.say(
            "setup_fetching", package=package, version=version
        ))
    for line in _brought(found, voice):
        voice.line(line)
    from edition.release import __version__  # Read from the metadata of the package.

    now = condition(__version__, os.environ)
    if not options.once or not now.can_draw:
        for line in _ready(now, voice):
            voice.line(line)
    return 0 if now.can_draw else NOT_READY


def _brought(found: Sequence[Brought], voice: Voice) -> Iterator[str]:
    for one in found:
        values: dict[str, Value] = {
            "face": one.face["name"], "id": one.face["id"], "package": one.face["package"],
            "instead": one.face.get("fallback", ""), "why": one.problem or "",
        }
        if one.problem is not None:
            yield voice.phrase("setup_missing" if one.is_needed else "setup_stands_in", **values)
        elif one.other_version:
            yield voice.phrase("setup_other_version", **values)


def _ready(now: Condition, voice: Voice) -> Iterator[str]:
    here = sum(face.state != "missing" for face in now.faces)
    yield voice.phrase(
        "setup_faces", here=here, count=len(now.faces), folder=now.caches["fonts"]
    )
    lacking = tuple(library.name for library in now.libraries if not library.file)
    if lacking:
        yield _commands(lacking, voice)
    state = "ready" if now.can_draw else "book_only" if now.can_book else "not_ready"
    yield voice.phrase(f"setup_{state}")


def _commands(lacking: tuple[str, ...], voice: Voice) -> str:
    """The libraries that are missing, and the exact command that brings them here."""
    from edition.outfit.systemlibraries import commands_for, system_of

    system = system_of(sys.platform)
    said = [
        voice.phrase("setup_command", system=name, command=command)
        for name, command in commands_for(system)
    ]
    if system in ("windows", ""):
        said.insert(-1, voice.phrase("setup_windows"))
    return voice.phrase("setup_libraries", names=lacking, commands="".join(said))


def doctor(options: Namespace, voice: Voice) -> int:
    """One screen about the installation; the exit code says whether a page can be drawn."""
    from edition.outfit.condition import condition
    from edition.release import __version__  # Read from the metadata of the package.

    now = condition(__version__, os.environ)
    if options.json:
        ascii_only = "utf" not in _encoding().lower()
        told = {**now.as_dict(), "messages": voice.lang, "encoding": _encoding()}
        put(json.dumps(told, ensure_ascii=ascii_only, indent=1))
    else:
        put("\n".join(_screen(now, voice)))
    return 0 if now.can_draw else NOT_READY


def _screen(now: Condition, voice: Voice) -> Iterator[str]:
    from edition.outfit.programs import TITLES

    say = voice.phrase
    yield say("doctor_head", version=now.version, python=now.python, system=now.system)
    pieces = [_one(found.name, found.version, bool(found.file), voice) for found in now.libraries]
    yield say("doctor_libraries", found=tuple(pieces))
    found = [_one(name, version, bool(version), voice) for name, version in now.packages.items()]
    helping = [_one(TITLES[name], version, bool(file), voice)
               for name, (file, version) in now.programs.items()]
    yield say("doctor_programs", found=tuple(helping))
    yield say("doctor_packages", found=tuple(found))
    yield from _faces(now.faces, voice)
    for name, place in now.caches.items():
        yield say(_cache_key(place), name=name, place=place)
    seen = tuple(f"{name}={value[:60]}" for name, value in now.environment.items())
    yield say("doctor_variables", found=seen or say("doctor_none"))
    yield say("doctor_locale", lang=voice.lang, encoding=_encoding())
    yield say("doctor_layouts", names=now.layouts)
    yield from list(_ready(now, voice))[1:]


def _encoding() -> str:
    return (sys.stdout.encoding if sys.stdout else None) or "?"


def _one(name: str, version: str, here: bool, voice: Voice) -> str:
    key = "doctor_library" if here else "doctor_missing"
    return voice.phrase(key, name=name, version=version).strip()


def _cache_key(place: str) -> str:
    from edition.outfit.condition import writable

    return "doctor_cache" if writable(Path(place)) else "doctor_cache_locked"


def _faces(faces: Sequence[FaceCondition], voice: Voice) -> Iterator[str]:
    gone = [face for face in faces if face.state == "missing"]
    yield voice.phrase("doctor_faces", here=len(faces) - len(gone), count=len(faces))
    for face in gone[:_SHOWN]:
        yield voice.phrase(
            "doctor_face_optional" if face.stand_in else "doctor_face", name=face.name,
            weight=face.weight, roles=face.roles, source=face.source, instead=face.stand_in,
        )
    if len(gone) > _SHOWN:
        yield voice.phrase("doctor_faces_more", count=len(gone) - _SHOWN)
    for face in faces:
        if face.state == "other":
            yield voice.phrase("doctor_face_other", name=face.name, weight=face.weight)
