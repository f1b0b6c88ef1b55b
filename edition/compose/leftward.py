"""Words of scripts that run from right to left: where they stand on a line that does not."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from edition.compose.classes import CharClass
from edition.compose.units import Unit


@lru_cache(maxsize=4096)
def is_leftward(text: str) -> bool:
    """True for a text with a letter that runs from right to left."""
    return any(unicodedata.bidirectional(c) in ("R", "AL") for c in text)


def turned_edges(units: Sequence[Unit], edges: Sequence[float]) -> dict[int, float]:
    """Place of a unit → its left edge, for the units of a phrase that runs from right to left.

    `edges` are the left edges the units would have one after the other. A phrase is two words or
    more, and what stands between them.
    """
    found: dict[int, float] = {}
    for first, last in _phrases(units):
        both = edges[first] + edges[last] + units[last].body
        for start, end in _words(units, first, last):
            shift = both - edges[start] - edges[end] - units[end].body
            found.update((k, edges[k] + shift) for k in range(start, end + 1))
    return found


def _words(units: Sequence[Unit], first: int, last: int) -> Iterator[tuple[int, int]]:
    """(first, last) unit of each word of a phrase; the parts of one too wide are drawn together.
    """
    start = first
    for at in range(first, last + 1):
        goes_on = at < last and not units[at].space and all(
            is_leftward(units[k].text) for k in (at, at + 1)
        )
        if not goes_on:
            yield start, at
            start = at + 1


def _phrases(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """(first, last) unit of each phrase of two words or more."""
    first = last = -1
    for at, unit in enumerate(units):
        if is_leftward(unit.text):
            first, last = (at if first < 0 else first), at
        elif first >= 0 and not _may_stand_within(unit):
            if last > first:
                yield first, last
            first = -1
    if first >= 0 and last > first:
        yield first, last


def _may_stand_within(unit: Unit) -> bool:
    """True for a number or a point, which a phrase goes on after; a bracket ends it."""
    return unit.kind is CharClass.WESTERN and all(
        unicodedata.bidirectional(c) in ("EN", "AN", "CS", "ES", "ET", "NSM", "BN")
        for c in unit.text
    )
