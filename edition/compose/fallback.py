"""Which face draws a character: the one asked for, one of its chain, or a box that names it.

A width is always that of the face which draws the character, never of a missing glyph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate

from edition.compose.classes import JOINER, CharClass, clusters, extends, never_shows
from edition.compose.leftward import is_leftward
from edition.compose.metrics import Metrics
from edition.compose.units import Unit

BOX = "box"
"""The role of characters no face holds: a frame of one em with the code point in it."""
BALLOTS = "☐☑☒"
MADE = {"⁻": 0.45, "⁺": 0.45, "₋": 0.45, "₊": 0.45, **dict.fromkeys(BALLOTS, 1.0)}
"""Simple signs few faces hold, drawn beside the boxes as themselves: advance in em."""


def box_advance(text: str) -> float:
    """Width of the boxes of `text`, em."""
    return sum(0.0 if never_shows(c) else MADE.get(c, 1.0) for c in text)


@dataclass(frozen=True, slots=True)
class Drawers:
    """Finds the role that draws each character of a text asked for in a role.

    `chains` gives the roles to try after each role; a role without a chain draws all itself.
    """

    faces: Mapping[str, Metrics]
    chains: Mapping[str, tuple[str, ...]]
    _known: dict[tuple[str, str], str] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def of(self, role: str, text: str, *, together: bool = False) -> tuple[str, ...]:
        """The role of each character; `together` looks for one face for all of them first."""
        if role not in self.chains:
            return (role,) * len(text)
        found: list[str] = []
        for character in text:
            if never_shows(character):
                found.append(found[-1] if found else role)
            else:
                found.append(self._one(role, character))
        if together and len(set(found)) > 1:
            shown = [c for c in text if not never_shows(c)]
            for name in (role, *self.chains[role]):
                if all(self.faces[name].covers(c) for c in shown):
                    return (name,) * len(text)
        return tuple(found)

    def _one(self, role: str, character: str) -> str:
        key = (role, character)
        if key not in self._known:
            tried = (role, *self.chains[role])
            self._known[key] = next((n for n in tried if self.faces[n].covers(character)), BOX)
        return self._known[key]

    def advance(self, role: str, text: str, *, wide: bool, narrow: bool) -> float:
        """Advance of `text` in em, each character in the face that draws it."""
        roles = self.of(role, text, together=len(text) > 1)
        if len(set(roles)) == 1 and roles[0] != BOX:
            return self.faces[roles[0]].advance(text, wide=wide, narrow=narrow)
        return sum(
            box_advance(c) if name == BOX
            else 0.0 if never_shows(c)
            else self.faces[name].advance(c, wide=wide, narrow=narrow)
            for c, name in zip(text, roles, strict=True)
        )

    def assign(self, unit: Unit, role: str) -> Iterator[Unit]:
        """The unit with the faces that draw it; boxes in it become units of their own.

        A word that runs from right to left stays whole: its boxes keep its order.
        """
        western = unit.kind is CharClass.WESTERN
        roles = self.of(role, unit.text, together=not western and len(unit.text) > 1)
        if all(name == role for name in roles):
            yield unit
            return
        held = replace(unit, faces=roles)
        boxed = {c for c, r in zip(unit.text, roles, strict=True) if r == BOX and c not in MADE}
        if len(unit.text) > 1 and boxed and not is_leftward(unit.text):
            yield from _apart(replace(held, advances=self._single(unit, roles)))
        else:
            yield held


    def _single(self, unit: Unit, roles: tuple[str, ...]) -> tuple[float, ...]:
        """The advances of a unit whose characters stand apart, at the unit's own size."""
        found = tuple(
            box_advance(c) if name == BOX else 0.0 if never_shows(c)
            else self.faces[name].advance(c)
            for c, name in zip(unit.text, roles, strict=True)
        )
        size = sum(unit.advances) / (sum(found) or 1.0)
        return tuple(width * size for width in found)


def _apart(unit: Unit) -> Iterator[Unit]:
    """A word in pieces: its boxes one by one, what stands between them whole."""
    starts = accumulate(map(len, clusters(unit.text)))
    edges = [0, *(
        at for at in starts
        if at < len(unit.text) and BOX in (unit.faces[at - 1], unit.faces[at])
        and not (at + 1 == len(unit.text) and never_shows(unit.text[at]))
    )]
    for start, end in zip(edges, [*edges[1:], len(unit.text)], strict=True):
        widths = unit.advances[start:end]
        last = end == len(unit.text)
        piece = replace(
            unit, text=unit.text[start:end], advances=widths, body=sum(widths),
            faces=unit.faces[start:end],
            kind=CharClass.HAN if unit.faces[start] == BOX else unit.kind,
        )
        joined = not last and (unit.text[end] == JOINER or extends(unit.text[end]))
        yield piece if last else replace(
            piece, space="", glue=joined, price=0.0, hyphen=False, number=False
        )
