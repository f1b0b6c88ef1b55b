"""What make-up asks of the composing desk; the composing room provides it.

All widths and sizes are in em of the body. Answers never change between two equal questions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from edition.compose.composed import Galley, Heading, Slug
from edition.compose.headed import Headed
from edition.compose.rows.wideparts import StoryPart
from edition.model import Figure, HouseItem, Story
from edition.packs.layout import Grid, Layout

Longer = tuple[tuple[str, float, tuple[Slug, ...]], ...]
"""Paragraphs a line longer: block, price, slugs."""


class Composer(Protocol):
    """Sets a story at a measure, and its headings at a size in a width."""

    def galley(self, copy: Story | HouseItem, measure: float) -> Galley:
        """A story, or house copy, as one column of `measure` em, headings left out."""
        ...

    def parts(self, copy: Story) -> tuple[StoryPart, ...]:
        """The story cut at the tables too wide for a base column; in one part without any."""
        ...

    def longer(self, copy: Story | HouseItem, measure: float) -> Longer:
        """Paragraphs that can be a line longer: (block, price, slugs), cheapest first."""
        ...

    def briefs(self, stories: tuple[Story, ...], measure: float) -> Galley:
        """Short items one under the other, each under its own headline (简讯)."""
        ...

    def caption(self, figure: Figure, measure: float) -> tuple[Slug, ...]:
        """Caption and credit of a picture under `measure` em; no slug without either."""
        ...

    def headline(self, story: Headed, size: float, width: float) -> Heading | None:
        """The headline, or None when it needs more than four lines."""
        ...

    def kicker(self, story: Headed, size: float, width: float) -> Heading | None:
        """引题, or None when the story has none or it does not fit."""
        ...

    def deck(self, story: Headed, size: float, width: float) -> Heading | None:
        """副题, or None when the story has none or it does not fit."""
        ...


@dataclass(frozen=True, slots=True)
class ComposingRoom:
    """What everything on the page is set with."""

    desk: Composer
    layout: Layout

    @property
    def grid(self) -> Grid:
        return self.layout.grid

    @property
    def ladder(self) -> tuple[float, ...]:
        """Sizes of headlines in em, the smallest first."""
        return self.layout.ladder or (1.0,)

    def leads(self, step: int) -> bool:
        """True for a step of the ladder that suits the lead of a page (W7, W12)."""
        return step >= len(self.ladder) - 2
