"""Regular expressions that are compiled when they are first used, not where they stand.

A command tries a third of those that its rooms hold, and compiling one that speaks of all Han
characters takes a millisecond.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class _Late:
    """Stands for a compiled expression; what was asked of it before is found at once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    def __getattr__(self, name: str) -> Any:
        asked = vars(self)[name] = getattr(self._compiled, name)
        return asked


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression; what is wrong with it is raised at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
