"""The addresses a story may carry: one rule for every format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from edition.errors import UnreadableInput
from edition.limits import LIMITS

Say = Callable[[str, str], None]
"""takes the kind of a remark and the words in question"""
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


def is_link(address: str) -> bool:
    """True for an address of http, https or mailto; nothing else is ever followed."""
    return _LINK.fullmatch(address) is not None


@dataclass
class Links:
    """The links of one file, counted; what is none is said and its words stay."""

    name: str
    say: Say
    count: int = 0

    def take(self, address: str | None) -> str | None:
        """The address if it may stand. Raises UnreadableInput for more than the limit."""
        self.count += 1
        if self.count > LIMITS.links:
            raise UnreadableInput("too_many_links", where=self.name, limit=LIMITS.links)
        if address is None or is_link(address):
            return address
        self.say("link_left_out", address)
        return None
