"""What the editor says of a heading's lines, put into the order kicker, headline, deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from edition.model import Do
from edition.readers.pasted.copylines import Line
from edition.readers.pasted.kinds import Kind

TOLD_KINDS: Mapping[Do, Kind] = MappingProxyType({
    Do.HEADLINE: Kind.HEAD, Do.CROSSHEAD: Kind.HEAD, Do.DECK: Kind.HEAD, Do.KICKER: Kind.HEAD,
    Do.PARAGRAPH: Kind.TEXT, Do.FURNITURE: Kind.FURNITURE,
})
"""The kind a line gets when the editor names its part."""


@dataclass
class Group:
    """Lines of one heading; without a headline they are one crosshead."""

    kicker: Line | None = None
    headline: Line | None = None
    deck: Line | None = None
    rest: list[Line] = field(default_factory=list)


def told_groups(run: Sequence[Line], told: Mapping[int, Do]) -> list[Group]:
    """Part a run of headings: named crossheads stand alone, the others head a story.

    A line the editor did not name takes the part its place leaves open.
    """
    found: list[Group] = []
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or _begins(run, end, start, told):
            found.append(_group(run[start:end], told))
            start = end
    return found


def _begins(run: Sequence[Line], at: int, start: int, told: Mapping[int, Do]) -> bool:
    """True when another heading begins at `at`, one having begun at `start`."""
    here, before = told.get(run[at].number), told.get(run[at - 1].number)
    if Do.CROSSHEAD in (here, before):
        return here is not before
    if here is Do.KICKER:
        return True
    headed = any(told.get(line.number) is Do.HEADLINE for line in run[start:at])
    return here is Do.HEADLINE and headed


def _group(run: Sequence[Line], told: Mapping[int, Do]) -> Group:
    parts = {told[line.number]: at for at, line in enumerate(run) if line.number in told}
    if Do.CROSSHEAD in parts:
        return Group(rest=list(run))
    if Do.HEADLINE in parts:
        head = parts[Do.HEADLINE]
    elif Do.KICKER in parts:
        head = min(parts[Do.KICKER] + 1, len(run) - 1)
    else:
        head = max(parts.get(Do.DECK, 1) - 1, 0)
    kicker = run[head - 1] if head else None
    deck = run[head + 1] if head + 1 < len(run) else None
    left = [line for line in run if line not in (kicker, run[head], deck)]
    return Group(kicker, run[head], deck, left)
