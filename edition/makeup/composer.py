"""What make-up asks of the composing desk; the composing room provides it.

All widths and sizes are in em of the body. Answers never change between two equal questions.
"""

from __future__ import annotations

from typing import Protocol

from edition.compose.composed import Galley, Heading, Slug
from edition.model import Figure, Story

Longer = tuple[tuple[str, float, tuple[Slug, ...]], ...]
"""Paragraphs a line longer: block, price, slugs."""


class Desk(Protocol):
    """Sets a story at a measure, and its headings at a size in a width."""

    def galley(self, story: Story, measure: float) -> Galley:
        """The story as one column of `measure` em, headings left out."""
        ...

    def longer(self, story: Story, measure: float) -> Longer:
        """Paragraphs that can be a line longer: (block, price, slugs), cheapest first."""
        ...

    def briefs(self, stories: tuple[Story, ...], measure: float) -> Galley:
        """Short items one under the other, each under its own headline (简讯)."""
        ...

    def caption(self, figure: Figure, measure: float) -> tuple[Slug, ...]:
        """Caption and credit of a picture under `measure` em; no slug without either."""
        ...

    def headline(self, story: Story, size: float, width: float) -> Heading | None:
        """The headline, or None when it needs more than four lines."""
        ...

    def kicker(self, story: Story, size: float, width: float) -> Heading | None:
        """引题, or None when the story has none or it does not fit."""
        ...

    def deck(self, story: Story, size: float, width: float) -> Heading | None:
        """副题, or None when the story has none or it does not fit."""
        ...
