"""The composing desk: sets what make-up asks for, once, and remembers it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Literal

from edition.compose.composed import Galley, Heading, Slug
from edition.compose.furniture import FurnitureSetter
from edition.compose.galley import GalleySetter
from edition.compose.headed import Headed
from edition.compose.heading import may_begin, set_as_asked, set_heading
from edition.compose.metrics import Metrics
from edition.compose.rows.wideparts import StoryPart, parts_of
from edition.compose.typesetter import Typesetter
from edition.model import Figure, HouseItem, Story
from edition.packs.layout import Layout
from edition.trade.regions import Region

HEADLINE_LEADING = 1.2
"""Line distance of a heading, em of its own size"""
HEAD_WHITE = 1.0
"""White above and below a headline together, em of the body"""
DECK_WHITE = 0.5
LEAST_HEAD = 1.0
"""em of the smallest headline there is"""

HeadingRole = Literal["kicker", "headline", "deck"]
_HeadingKey = tuple[str, str, str, tuple[int, ...] | None, float, float]


class Desk:
    """Galleys by (story, measure) and headings by (text, role, size, width), each set once.

    `faces` maps face roles of `fonts/fonts.toml` to their metrics in the edition's region;
    `chains` gives, for each role, the roles that stand by for characters it does not hold;
    `names` are persons of the edition, whose names are kept whole where it costs little.
    """

    def __init__(
        self, layout: Layout, region: Region, faces: Mapping[str, Metrics],
        chains: Mapping[str, tuple[str, ...]] | None = None,
        names: frozenset[str] = frozenset(),
    ) -> None:
        self._layout = layout
        self._typesetter = Typesetter(
            faces, region, layout.ban, layout.hang, chains or {}, names, layout.ruby_size,
            justify=layout.justify or not region.latin,
        )
        self._take_setters()
        self._galleys: dict[tuple[Story | HouseItem, float], Galley] = {}
        self._longer: dict[
            tuple[Story | HouseItem, float], tuple[tuple[str, float, tuple[Slug, ...]], ...]
        ] = {}
        self._parts: dict[Story, tuple[StoryPart, ...]] = {}
        self._briefs: dict[tuple[tuple[Story, ...], float], Galley] = {}
        self.standing: dict[str, int] = {}
        """id of a story → its place by rank, from 0, where the layout gives faces by rank"""
        self._headings: dict[_HeadingKey, Heading | None] = {}

    def galley(self, copy: Story | HouseItem, measure: float) -> Galley:
        """A story, or house copy, at `measure` em of the body, heading left out."""
        key = (copy, measure)
        if key not in self._galleys:
            self._galleys[key] = self._setter.galley(copy, measure)
        return self._galleys[key]

    def parts(self, copy: Story) -> tuple[StoryPart, ...]:
        """The story cut at the tables that are too wide for one leg; else in one part."""
        if copy not in self._parts:
            self._parts[copy] = parts_of(self._typesetter, self._layout, copy)
        return self._parts[copy]

    def longer(
        self, copy: Story | HouseItem, measure: float
    ) -> tuple[tuple[str, float, tuple[Slug, ...]], ...]:
        """Paragraphs that can be a line longer: (block, price, slugs), cheapest first."""
        key = (copy, measure)
        if key not in self._longer:
            self._longer[key] = self._setter.longer(copy, measure)
        return self._longer[key]

    def briefs(self, stories: tuple[Story, ...], measure: float) -> Galley:
        """Short items one under the other, each under its own headline (简讯)."""
        key = (stories, measure)
        if key not in self._briefs:
            self._briefs[key] = self._setter.briefs(stories, measure)
        return self._briefs[key]

    def caption(self, figure: Figure, measure: float) -> tuple[Slug, ...]:
        """Caption and credit of a picture under `measure` em."""
        return self._setter.caption(figure, measure)

    def headline(self, story: Headed, size: float, width: float) -> Heading | None:
        """The headline at `size` em in `width` em of the body; None if it takes over 4 lines."""
        return self._heading("headline", story, story.headline, size, width)

    def kicker(self, story: Headed, size: float, width: float) -> Heading | None:
        """引题, above the headline."""
        return self._heading("kicker", story, story.kicker or "", size, width)

    def deck(self, story: Headed, size: float, width: float) -> Heading | None:
        """副题, below the headline."""
        return self._heading("deck", story, story.deck or "", size, width)

    def take_over(self, other: Desk, kept: Callable[[Story | HouseItem], bool]) -> None:
        """Take from another desk, of the same type, what was set there of the copy that is kept.

        What is quickly set again, headings and measured texts, is not taken.
        """
        self._galleys = {k: v for k, v in other._galleys.items() if kept(k[0])}
        self._longer = {k: v for k, v in other._longer.items() if kept(k[0])}
        self._parts = {k: v for k, v in other._parts.items() if kept(k)}
        self._briefs = {k: v for k, v in other._briefs.items() if all(map(kept, k[0]))}
        self._headings.clear()
        self._typesetter.let_go()

    def let_go(self) -> None:
        """Forget the texts that were measured, and set them again where they are asked for.

        Until then the lines and what set them hold one another.
        """
        self._typesetter.let_go()

    def measured_by(self, other: Desk) -> None:
        """Take the lines another desk has set: the same type and copy on another grid."""
        self._typesetter = other._typesetter
        self._take_setters()

    def _take_setters(self) -> None:
        """The setters of all else, on the typesetter there is."""
        self._setter = GalleySetter(self._typesetter, self._layout)
        self.furniture = FurnitureSetter(self._typesetter)

    def _heading(
        self, role: HeadingRole, story: Headed, text: str, size: float, width: float
    ) -> Heading | None:
        if not text:
            return None
        key = (role, story.id, text, story.headline_breaks, size, width)
        if key not in self._headings:
            self._headings[key] = self._set_heading(role, story, text, size, width)
        return self._headings[key]

    def _face(self, role: HeadingRole, story: Headed) -> str:
        """The face of a heading; a headline's may go by the standing of its story."""
        faces = self._layout.by_rank
        if role == "headline" and faces and story.id in self.standing:
            return faces[min(self.standing[story.id], len(faces) - 1)]
        return self._layout.roles.get(role, self._layout.body).face

    def _set_heading(
        self, role: HeadingRole, story: Headed, text: str, size: float, width: float
    ) -> Heading | None:
        face = self._face(role, story)
        known = {"headline": story.headline_as_read, "deck": story.deck_as_read}.get(role)
        begins = story.headline_breaks if role == "headline" else None
        setter = self._typesetter
        # At the last resort a headline is set at all costs, whatever lines were asked for.
        if begins is None or size <= LEAST_HEAD or not may_begin(setter, text, face, begins):
            found = set_heading(setter, text, face, width / size, known)
        else:
            found = set_as_asked(setter, text, face, width / size, begins)
        if found is None:
            return None
        lines, price = found
        grid = self._layout.grid
        row = grid.pitch / grid.em
        leading = size * HEADLINE_LEADING / row
        white = (HEAD_WHITE if role == "headline" else DECK_WHITE) / row
        widths = [line.width * size for line in lines]
        return Heading(
            role=role,
            block=f"{story.id}-{role}",
            lines=lines,
            size=size,
            face=face,
            leading=leading,
            rows=math.ceil(len(lines) * leading + white - 1e-9),
            fill=max(widths) / width,
            last_fill=widths[-1] / width,
            price=price,
            align=self._layout.heads,
        )

