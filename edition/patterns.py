"""Regular expressions that are compiled when they are first used, not where they stand.

A command tries a third of those that its rooms hold, and compiling one that speaks of all Han
characters takes a millisecond.
"""

from __future__ import annotations

import re
from typing import Any, cast

_ASKED = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split", "groups")


class _Late:
    """Stands for a compiled expression; after the first use what is asked is found at once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self.flags)
        vars(self).update((asked, getattr(compiled, asked)) for asked in _ASKED)
        return getattr(compiled, name)


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The expression; what is wrong with it is raised at its first use."""
    return cast("re.Pattern[str]", _Late(pattern, flags))
