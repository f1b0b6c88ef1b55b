"""The faces a paper uses: which they are, how tall they stand, and their bytes for the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from edition.compose.classes import never_shows, shown
from edition.compose.fallback import BOX, MADE
from edition.errors import Diagnostic
from edition.packs.faces import Face, faces_of, fallbacks_of
from edition.packs.themes import FACES
from edition.render.page.setter import FaceView
from edition.trade.regions import Region
from edition.writers.clusters import joined
from edition.writers.pdf import Stored
from edition.writers.subset import missing, subset, twins, vertical_metrics

Used = Mapping[tuple[str, str], str]
"""(face role, character with its variation selectors) → where it is first used, as
`render.audit.face_characters` gives it"""
_BOX_FAMILY = "edition-box"


def faces_in_use(
    region: Region, used: Used, own: Mapping[str, Face] | None = None,
    asked: Iterable[str] = (),
) -> dict[str, Face]:
    """The faces of the region that a paper uses, by role; fallbacks last, then a pack's own.

    `asked` are roles in which lines are set, though other faces may draw all their characters.
    Raises MissingResource.
    """
    roles = {role for role, _ in used} | set(FACES) | set(asked)
    known = {**faces_of(region), **fallbacks_of(region), **(own or {})}
    return {role: face for role, face in known.items() if role in roles}


def face_views(faces: Mapping[str, Face], used: Used) -> dict[str, FaceView]:
    """The faces as the style sheet and the placing of lines need them, with their twins."""
    found: dict[str, FaceView] = {}
    for role, face in faces.items():
        view = FaceView(face.family, *vertical_metrics(face.path))
        shared = twins(face.path, _of(used, role))
        for number in sorted(set(shared.values())):
            found[f"{role}-{number}"] = replace(view, family=f"{face.family}-{number}")
        found[role] = replace(
            view, twins={c: f"{face.family}-{number}" for c, number in shared.items()}
        )
    if _of(used, BOX):
        from edition.writers.code_boxes import ASCENT, DESCENT, EM  # As few pages need them.

        found[BOX] = FaceView(_BOX_FAMILY, ASCENT / EM, DESCENT / EM)
    return found


def cut_faces(
    faces: Mapping[str, Face], used: Used, characters: set[str]
) -> tuple[dict[str, Stored], list[Diagnostic]]:
    """Every face cut to the characters of the page, and what no face has of what is set.

    `characters` are all that the page draws, text and template: any face may be asked for them.
    """
    stored: dict[str, Stored] = {}
    gaps: list[Diagnostic] = []
    for role, face in faces.items():
        wanted = _of(used, role)
        stored[role] = Stored("font/ttf", subset(face.path, characters | set(wanted)))
        shared = twins(face.path, wanted)
        for number in sorted(set(shared.values())):
            copied = {c for c in wanted if shared.get(c) == number}
            twin = joined(subset(face.path, copied), copied)
            stored[f"{role}-{number}"] = Stored("font/ttf", twin)
        bare = {shown(c): wanted[c] for c in sorted(wanted, reverse=True)}
        gaps.extend(_gap(c, bare[c]) for c in missing(face.path, wanted))
        if face.stands_in:
            gaps.append(_stand_in(role, face))
        if face.other_version:
            gaps.append(Diagnostic("face_other_version", {"face": face.name}))
    boxed = _of(used, BOX)
    if boxed:
        from edition.writers.code_boxes import box_face  # Slow to load, and few pages need it.

        stored[BOX] = Stored("font/ttf", box_face(boxed, _BOX_FAMILY))
        bare = {shown(c): boxed[c] for c in sorted(boxed, reverse=True)}
        told = (c for c in sorted(bare) if c not in MADE and not never_shows(c))
        gaps.extend(_gap(c, bare[c]) for c in told)
    return stored, gaps


def _of(used: Used, role: str) -> dict[str, str]:
    """character → where it is first used, of one role."""
    return {char: place for (name, char), place in used.items() if name == role}


def _gap(character: str, place: str) -> Diagnostic:
    values = {"character": character, "code": f"U+{ord(character):04X}", "place": place}
    return Diagnostic("missing_glyph", values, text=character)


def _stand_in(role: str, face: Face) -> Diagnostic:
    return Diagnostic(
        "face_stands_in", {"role": role, "face": face.name, "own": face.own_name}
    )
