"""One look, one part: what a file sets alike is alike, and what it sets less is less.

The labeller sees two lines of one page side by side, never all lines of one look together. When it
has read the page, each look that it took for headlines or crossheads is settled as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from edition.readers.labelling.looks import prominence
from edition.readers.labelling.states import LineState
from edition.readers.outlined.copyunits import CopyUnit
from edition.trade.bylines import glued
from edition.trade.datelines import dateline_of

if TYPE_CHECKING:
    from edition.readers.labelling.labeller import Labelled
    from edition.readers.labelling.surroundings import LabelLine

S = LineState
HEADLINES = frozenset({S.HEADLINE, S.HEADLINE_MORE})
CROSSHEADS = frozenset({S.CROSSHEAD, S.CROSSHEAD_MORE})
_PLACE = frozenset({"pictured", "page", "ruled", "framed", "listed"})
"""words of a look that say where a line stands, not how it is set"""
_ANEW = frozenset({"page", "ruled", "framed"})
_CLOSED = frozenset({S.BYLINE_UNDER, S.CLOSING})
_OPENED = frozenset({S.BYLINE_OVER, S.DECK})
_SURE = 0.9
"""from this probability a line keeps its part beside others of its look"""
_LESS = 0.5
"""how much less prominent a look is that is clearly less"""


@dataclass(frozen=True, slots=True)
class _House:
    units: Sequence[CopyUnit]
    lines: Sequence[LabelLine]
    found: Sequence[Labelled]

    def looks(self) -> dict[frozenset[str], list[int]]:
        """The places of the lines of each look that no format declares."""
        groups: dict[frozenset[str], list[int]] = {}
        for at, unit in enumerate(self.units):
            if unit.free and self.found[at].state in HEADLINES | CROSSHEADS:
                groups.setdefault(frozenset(self.lines[at].style) - _PLACE, []).append(at)
        return groups

    def votes(self, places: Sequence[int], states: frozenset[LineState]) -> float:
        """How much speaks for these states."""
        return sum(
            self.found[at].chance if self.found[at].state in states
            else self.found[at].other_chance if self.found[at].other in states else 0.0
            for at in places
        )

    def begins(self, at: int) -> bool:
        """True where something else than the look says that a story begins: a new page, the end
        of another story above, a byline or a dateline below.
        """
        above = self.found[at - 1] if at else None
        below = self.found[at + 1] if at + 1 < len(self.found) else None
        return (
            above is None or above.state is S.KICKER or above.state in _CLOSED
            or glued(self.units[at - 1].text) is not None
            or bool(_ANEW.intersection(self.lines[at].style))
            or (below is not None and (below.state in _OPENED
                                       or dateline_of(self.units[at + 1].text) is not None))
        )


def settled_looks(
    units: Sequence[CopyUnit], lines: Sequence[LabelLine], found: Sequence[Labelled]
) -> dict[int, frozenset[LineState]]:
    """What the lines are that their look tells apart, by place: crossheads, or headlines."""
    return dict(_settled(_House(units, lines, found)))


def _settled(house: _House) -> Iterator[tuple[int, frozenset[LineState]]]:
    looks = house.looks()
    heads = [look for look, places in looks.items()
             if house.votes(places, HEADLINES) >= house.votes(places, CROSSHEADS)]
    if not heads:
        return
    top = max(prominence(tuple(look)) for look in heads)
    for look, places in looks.items():
        less = prominence(tuple(look)) < top - _LESS
        lead = house.votes(places, HEADLINES) - house.votes(places, CROSSHEADS) if look else 0.0
        anew = any(house.begins(at) for at in places if house.found[at].state in HEADLINES)
        for at in places:
            state, sure = house.found[at].state, house.found[at].chance >= _SURE
            if state in HEADLINES and (
                (less and not anew) or (lead < 0 and not sure and not house.begins(at))
            ):
                yield at, CROSSHEADS
            elif state in CROSSHEADS and lead > 0 and not less and not sure:
                yield at, HEADLINES
