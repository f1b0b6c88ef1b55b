"""What may be asked of the make-up as a whole: how long it looks, how many pages, which shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, cast

from edition.fitting import ModelValue, fitted

EFFORTS: Mapping[str, int] = MappingProxyType({"quick": 400, "usual": 2500, "thorough": 20_000})
"""Steps of the search that a page may take, by name."""
MOST_EFFORT = 1_000_000
PLAN_KEY = re.compile(r"([1-9]\d{0,3})-([1-9]\d?)x([1-4])-(down|across|none)")
"""The key of a shape: page, columns and quarters of the lead, first cut."""


def pinned_twice(keys: Sequence[str]) -> tuple[str, str] | None:
    """The first two keys that name shapes of the same page, in the order given; None without any.
    """
    first: dict[str, str] = {}
    for key in keys:
        page = key.partition("-")[0]
        if page in first:
            return first[page], key
        first[page] = key
    return None


@dataclass(frozen=True, slots=True)
class Planning(ModelValue):
    """What the editor asks of the make-up as a whole."""

    effort: int | None = None
    """Steps of the search that a page may take; None is the usual number. Never a time: the same
    effort gives the same pages on every machine."""
    pages: int | None = None
    """Pages that have to hold all of the copy: trim, measure and sizes are chosen so that it fits.
    """
    pinned: tuple[str, ...] = ()
    """Keys of the shapes that pages are to have, as `alternatives` names them: `1-4x2-down`."""

    @classmethod
    def of(cls, *args: Any, **given: Any) -> Planning:
        """The same of plain values; the effort may be `quick`, `usual` or `thorough`."""
        made = cls(*args, **given)
        named: Any = made.effort
        if isinstance(named, str) and named in EFFORTS:
            made = replace(made, effort=EFFORTS[named])
        return cast(Planning, fitted(made, cls))

    def asking(self, effort: int | None, pages: int | None, fit: bool) -> Planning:
        """The same with what is asked before it; `fit` is one page where no number is given."""
        return Planning(
            effort or self.effort, pages or self.pages or (1 if fit else None), self.pinned
        )
