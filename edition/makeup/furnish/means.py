"""What furniture is set with: the setter, the layout's lengths, the face of each text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from edition.compose.composed import EM_BOX_ASCENT, Line
from edition.compose.furniture import FurnitureSetter
from edition.makeup.paper import PlacedText, TextRole
from edition.packs.layout import Layout

FOOT = 0.78
"""share of the masthead's depth above the rule at its foot"""
GAP = 1.0
"""em between neighbours"""
FACES: dict[TextRole, str] = {
    "name": "song-heavy",
    "imprint": "song",
    "plate-label": "hei-heavy",
    "plate-title": "hei-bold",
    "ear-title": "hei-bold",
    "ear": "song",
    "index-title": "hei-bold",
    "index-label": "hei-bold",
    "index": "song",
    "folio-label": "hei-heavy",
    "folio-title": "hei-bold",
    "folio-name": "song-heavy",
    "folio-date": "song",
    "section": "hei-heavy",
    "jump": "hei-bold",
    "advertisement": "hei-heavy",
    "advertisement-mark": "hei",
    "band": "song",
}
"""The face of every text, where neither the layout nor a theme names another."""
_SAME: dict[str, str] = {"index-title": "ear-title", "index": "ear"}
"""An index takes the faces of an ear."""

@dataclass(frozen=True, slots=True)
class Spot:
    """Where a text stands, in em of the body from the head and left edge of the type area."""

    x: float
    y: float
    """head of the cell of its first line"""
    width: float
    align: Literal["left", "center", "right"] = "left"


@dataclass(frozen=True, slots=True)
class Means:
    """Setter, layout and faces of one paper; lengths in em of the body."""

    setter: FurnitureSetter
    layout: Layout
    chosen: Mapping[str, str]
    """faces a theme gives to texts, by role"""

    @property
    def em(self) -> float:
        """pt"""
        return self.layout.grid.em

    @property
    def row(self) -> float:
        """em in a grid row"""
        return self.layout.grid.pitch / self.layout.grid.em

    @property
    def width(self) -> float:
        """em of the type area"""
        return self.layout.grid.width

    @property
    def depth(self) -> float:
        """em of the masthead above the rule at its foot"""
        return self.layout.furnishing.masthead * FOOT * self.row

    def face(self, role: TextRole) -> str:
        """The face of a text: the theme's, else the layout's, else the usual one."""
        named = self.layout.roles.get(role)
        usual = named.face if named else FACES[role]
        return self.chosen.get(_SAME.get(role, role), usual)

    def line(self, role: TextRole, text: str) -> Line:
        """`text` on one line of its natural width."""
        return self.setter.line(text, self.face(role))

    def cut(self, role: TextRole, text: str, measure: float) -> tuple[Line, bool]:
        """`text` on one line of at most `measure` em of its size, and whether it is cut short."""
        line = self.setter.cut(text, self.face(role), measure)
        return line, line.text != text

    def text(
        self, role: TextRole, lines: Sequence[Line], spot: Spot, size: float, leading: float
    ) -> PlacedText:
        """Lines from a spot down, `leading` em from one to the next."""
        return PlacedText(
            role, tuple(lines), round(spot.x, 4), round(spot.y / self.row, 4),
            round(spot.width, 4), round(size, 4), self.face(role), round(leading / self.row, 4),
            spot.align,
        )

    def on_baseline(
        self, role: TextRole, line: Line, x: float, baseline: float, size: float
    ) -> PlacedText:
        """One line whose left end is at x and whose baseline is `baseline` em down."""
        spot = Spot(x, baseline - EM_BOX_ASCENT * size, line.width * size)
        return self.text(role, (line,), spot, size, size)
