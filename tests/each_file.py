"""Files of copy read as a build reads them, each before it is joined to the others."""

from __future__ import annotations

from collections.abc import Sequence

from edition.readers import Read, read_whole
from edition.readers.sources import Source


def read_each(sources: Sequence[Source]) -> tuple[Read, ...]:
    """Every file as an edition of its own, not mended."""
    found: list[Read] = []

    def kept(read: Read) -> Read:
        found.append(read)
        return read

    read_whole(sources, kept)
    return tuple(found)
