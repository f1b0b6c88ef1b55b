"""What may be asked of the make-up as a whole: how long it looks, how many pages, which shapes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, cast

from edition.fitting import ModelValue, fitted

EFFORTS: Mapping[str, int] = MappingProxyType({"quick": 400, "usual": 2500, "thorough": 20_000})
"""Steps of the search that a page may take, by name."""
MOST_EFFORT = 1_000_000
PLAN_KEY = re.compile(r"([1-9]\d{0,3})-([1-9]\d?)x([1-4])-(down|across|none)")
"""The key of a shape: page, columns and quarters of the lead, first cut."""


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
