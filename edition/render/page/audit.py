"""What a planned paper asks of the fonts, and the lines of it that do not fit."""

from __future__ import annotations

from collections.abc import Mapping

from edition.compose.classes import clusters
from edition.compose.composed import Line
from edition.compose.fallback import BOX
from edition.compose.rubies import FACE
from edition.errors import Diagnostic
from edition.makeup.paper import PageLine, Paper, page_lines
from edition.messages.texts import Values
from edition.packs.faces import Face
from edition.render.page.setter import role_of

LOOSE = 0.25
"""em of extra gap between Han beyond which a line is reported (JU6)"""
OFF_EDGE = 0.05
"""em by which a line may miss its edge"""


def lines_at_odds(paper: Paper) -> tuple[Diagnostic, ...]:
    """A fault for every placed line too wide for its column, a note for every loose one."""
    found: list[Diagnostic] = []
    for placed in (placed for page in paper.pages for placed in page_lines(page)):
        line, over = placed.line, _over(placed)
        if over > OFF_EDGE:
            wide: Values = {"block": placed.block, "over": over}
            found.append(Diagnostic("overfull_line", wide, text=line.text[:40]))
        elif line.extra > LOOSE or line.short > OFF_EDGE:
            thin: Values = {"block": placed.block, "extra": line.extra, "short": line.short}
            found.append(Diagnostic("loose_line", thin, text=line.text[:40]))
    return tuple(found)


def _over(placed: PageLine) -> float:
    """em by which a line is wider than its place; a stop that hangs is not counted."""
    return max(-placed.line.short, placed.line.width - placed.room)


def face_characters(paper: Paper) -> dict[tuple[str, str], str]:
    """(face role, character with its variation selectors) → where it is first used.

    That is the id of a story, an advertisement or house copy, or `page` for furniture.
    """
    found: dict[tuple[str, str], str] = {}
    for placed in (placed for page in paper.pages for placed in page_lines(page)):
        for role, character in _characters(placed.line, placed.face):
            found.setdefault((role, character), placed.where)
    return found


def faces_asked(paper: Paper, body: str) -> set[str]:
    """The role of every line, and of the `body`, whoever draws the characters.

    A face without one of a line's characters still says where its line stands.
    """
    lines = (placed for page in paper.pages for placed in page_lines(page))
    return {body, *(placed.face for placed in lines)}


_SHOWN = 20
"""characters a remark shows"""


def face_gaps(paper: Paper, own: Mapping[str, Face]) -> tuple[Diagnostic, ...]:
    """A remark for each face a pack brings that lacks characters of the pages, and which."""
    lacking: dict[str, set[str]] = {}
    for placed in (placed for page in paper.pages for placed in page_lines(page) if own):
        if placed.face in own:
            for segment in placed.line.segments:
                if segment.face not in ("", BOX):
                    lacking.setdefault(placed.face, set()).update(segment.text)
    return tuple(
        Diagnostic("font_lacks", {
            "role": role, "count": len(characters), "fallback": own[role].fallback,
            "characters": "".join(sorted(characters))[:_SHOWN],
        }, text="".join(sorted(characters))[:_SHOWN])
        for role, characters in sorted(lacking.items())
    )


def _characters(line: Line, face: str) -> list[tuple[str, str]]:
    """(face role, character) of one line set in `face`."""
    own = [
        (role_of(segment, face), character)
        for segment in line.segments
        for character in clusters(segment.text)
    ]
    return own + [pair for ruby in line.rubies for pair in _characters(ruby.line, FACE)]
