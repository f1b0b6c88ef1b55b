"""Headings whose lines the editor named in answers, put into the order kicker, headline, deck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from edition.model import Do
from edition.readers.pasted.copylines import CopyLine
from edition.readers.pasted.linekinds import LineKind

NAMED_KINDS: Mapping[Do, LineKind] = MappingProxyType({
    Do.HEADLINE: LineKind.HEAD, Do.CROSSHEAD: LineKind.HEAD,
    Do.DECK: LineKind.HEAD, Do.KICKER: LineKind.HEAD,
    Do.PARAGRAPH: LineKind.TEXT, Do.FURNITURE: LineKind.FURNITURE,
})
"""The kind a line gets when the editor names its part."""


@dataclass
class HeadingGroup:
    """Lines of one heading; without a headline they are one crosshead."""

    kicker: CopyLine | None = None
    headline: CopyLine | None = None
    deck: CopyLine | None = None
    rest: list[CopyLine] = field(default_factory=list)


def named_groups(run: Sequence[CopyLine], named: Mapping[int, Do]) -> list[HeadingGroup]:
    """Part a run of headings: named crossheads stand alone, the others head a story.

    A line the editor did not name takes the part its place leaves open.
    """
    found: list[HeadingGroup] = []
    start = 0
    for end in range(1, len(run) + 1):
        if end == len(run) or _begins(run, end, start, named):
            found.append(_group(run[start:end], named))
            start = end
    return found


def _begins(run: Sequence[CopyLine], at: int, start: int, named: Mapping[int, Do]) -> bool:
    """True when another heading begins at `at`, one having begun at `start`."""
    here, before = named.get(run[at].number), named.get(run[at - 1].number)
    if Do.CROSSHEAD in (here, before):
        return here is not before
    if here is Do.KICKER:
        return True
    headed = any(named.get(line.number) is Do.HEADLINE for line in run[start:at])
    return here is Do.HEADLINE and headed


def _group(run: Sequence[CopyLine], named: Mapping[int, Do]) -> HeadingGroup:
    parts = {named[line.number]: at for at, line in enumerate(run) if line.number in named}
    if Do.CROSSHEAD in parts:
        return HeadingGroup(rest=list(run))
    if Do.HEADLINE in parts:
        head = parts[Do.HEADLINE]
    elif Do.KICKER in parts:
        head = min(parts[Do.KICKER] + 1, len(run) - 1)
    else:
        head = max(parts.get(Do.DECK, 1) - 1, 0)
    kicker = run[head - 1] if head else None
    deck = run[head + 1] if head + 1 < len(run) else None
    left = [line for line in run if line not in (kicker, run[head], deck)]
    return HeadingGroup(kicker, run[head], deck, left)
