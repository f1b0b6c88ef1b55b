"""The head of a table that stands again where the table goes on, in another leg or on a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def repeated(words: Sequence[str], heads: Sequence[str]) -> frozenset[int]:
    """The lines that say a table's head a second time and more; `words` are those of each line.

    Cells of two rows may stand in another order on the page than in the copy: neighbouring lines
    are a head that have its characters, no more and no fewer.
    """
    found: set[int] = set()
    for head in dict.fromkeys(heads):
        wanted, times = Counter(head), heads.count(head)
        starts = (i for i, word in enumerate(words) if word and word[0] in wanted)
        seen = 0
        for first in starts:
            end = _end(words, first, len(head))
            if end is None or first in found or Counter("".join(words[first:end])) != wanted:
                continue
            seen += 1
            if seen > times:
                found.update(range(first, end))
    return frozenset(found)


def _end(words: Sequence[str], first: int, size: int) -> int | None:
    """The line after those from `first` that have `size` characters together."""
    at = first
    while size > 0 and at < len(words):
        size -= len(words[at])
        at += 1
    return at if size == 0 else None
