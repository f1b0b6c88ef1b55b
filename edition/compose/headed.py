"""What headings are set from: anything with the texts that stand over copy."""

from __future__ import annotations

from typing import Protocol


class Headed(Protocol):
    """A story, a column of briefs or house copy, as far as its headings go."""

    @property
    def id(self) -> str:
        """Its headings are the blocks `id-kicker`, `id-headline` and `id-deck`."""
        ...

    @property
    def headline(self) -> str:
        """Empty where there is none."""
        ...

    @property
    def kicker(self) -> str | None:
        """引题, above the headline."""
        ...

    @property
    def deck(self) -> str | None:
        """副题, below the headline."""
        ...

    @property
    def headline_as_read(self) -> str | None:
        """The headline before a change of script, of the same length."""
        ...

    @property
    def headline_breaks(self) -> tuple[int, ...] | None:
        """Where its further lines are to begin, in characters; None leaves it to the composer."""
        ...

    @property
    def deck_as_read(self) -> str | None:
        """The same of the deck."""
        ...
