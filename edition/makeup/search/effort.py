"""How long the planner looks, counted in steps of the search and never by a clock.

A step is one way of filling a page that is weighed. The same effort takes the same steps on every
machine, however fast, and so gives the same pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.makeup.search.parting import MOST
from edition.planning import EFFORTS

MOST_WAYS = EFFORTS["usual"]
"""ways weighed for one page before the search is given up and the gap told"""
CROWDED_WAYS = 200
"""the same for a page of which not every slicing tree is tried"""
UNLIKE = 2000
"""last cuts tried besides for a zone of which not every tree is tried"""
WHOLE = ((1000, 6), (10_000, MOST))
"""Items of a section up to which every tree is tried, for efforts below so many ways."""
MOST_WHOLE = 10
"""the same for every greater effort"""


@dataclass(frozen=True, slots=True)
class Effort:
    """The steps one page may take; `ways` is the whole measure, the rest follows from it."""

    ways: int = MOST_WAYS

    @property
    def crowded(self) -> int:
        return self._share(CROWDED_WAYS)

    @property
    def unlike(self) -> int:
        return self._share(UNLIKE)

    @property
    def whole(self) -> int:
        """Items of a section of which every tree is tried."""
        return next((items for below, items in WHOLE if self.ways < below), MOST_WHOLE)

    def _share(self, usual: int) -> int:
        return max(1, usual * self.ways // MOST_WAYS)


USUAL = Effort()
