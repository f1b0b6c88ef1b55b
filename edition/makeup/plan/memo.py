"""What items may look like, reckoned once for all pages they are tried on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from edition.makeup.choices import Asked, choices
from edition.makeup.composer import ComposingRoom
from edition.makeup.items import copy_of
from edition.makeup.recipes import Choices
from edition.model import HouseItem, Story


@dataclass
class ChoiceMemo:
    """The choices of every item asked for so far, each reckoned once: a cache, no state."""

    room: ComposingRoom
    _found: dict[Asked, Choices] = field(default_factory=dict)

    def choices(self, asked: Asked) -> Choices:
        if asked not in self._found:
            self._found[asked] = choices(self.room, asked)
        return self._found[asked]

    def take_over(self, other: ChoiceMemo, kept: Callable[[Story | HouseItem], bool]) -> None:
        """Take from another memo the choices of the copy that is kept."""
        self._found = {
            asked: found for asked, found in other._found.items()
            if all(map(kept, copy_of(asked.item)))
        }
