"""The faces a paper uses: which they are, how tall they stand, and their bytes for the page."""

from __future__ import annotations

from collections.abc import Mapping

from edition.errors import Diagnostic
from edition.packs.faces import Face, faces_of
from edition.packs.themes import FACES
from edition.render.page.setter import FaceView
from edition.trade.regions import Region
from edition.writers.pdf import Stored
from edition.writers.subset import missing, subset, vertical_metrics

Used = Mapping[tuple[str, str], str]
"""(face role, character) → where it is first used, as `render.audit.face_characters` gives it"""


def faces_in_use(region: Region, used: Used) -> dict[str, Face]:
    """The faces of the region that a paper uses, by role. Raises MissingResource."""
    roles = {role for role, _ in used} | set(FACES)
    return {role: face for role, face in faces_of(region).items() if role in roles}


def face_views(faces: Mapping[str, Face]) -> dict[str, FaceView]:
    """The faces as the style sheet and the placing of lines need them."""
    return {
        role: FaceView(face.family, *vertical_metrics(face.path)) for role, face in faces.items()
    }


def cut_faces(
    faces: Mapping[str, Face], used: Used, characters: set[str]
) -> tuple[dict[str, Stored], list[Diagnostic]]:
    """Every face cut to the characters of the page, and what each lacks of what it must set."""
    stored: dict[str, Stored] = {}
    gaps: list[Diagnostic] = []
    for role, face in faces.items():
        stored[role] = Stored("font/ttf", subset(face.path, characters))
        wanted = {char: place for (name, char), place in used.items() if name == role}
        gaps.extend(_gap(c, face.name, wanted[c]) for c in missing(face.path, wanted))
        if face.stands_in:
            gaps.append(_stand_in(role, face.name))
    return stored, gaps


def _gap(character: str, face: str, place: str) -> Diagnostic:
    values = {
        "face": face, "character": character, "code": f"U+{ord(character):04X}", "place": place,
    }
    return Diagnostic("missing_glyph", values, text=character)


def _stand_in(role: str, face: str) -> Diagnostic:
    return Diagnostic("face_stands_in", {"role": role, "face": face})
