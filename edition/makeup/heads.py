"""The heading block of a story: kicker, headline and deck over its legs, in whole rows.

The block takes whole rows (GR3); the white in it is shared out evenly above and below, so that
heads neither float nor stick. A heading's lines are centred in its own `rows`.
"""

from __future__ import annotations

from dataclasses import dataclass

from edition.compose.lines import Heading
from edition.makeup.desk import Desk
from edition.makeup.prices import PRICES
from edition.model import Story
from edition.options import Layout

WHITE = 0.6
"""least white above and below the headings together, rows"""
GAP = 0.25
"""white between two headings, rows"""
ABOVE = 0.45
"""share of the white that stands above the headings"""
DECK_SHARE = 0.5
"""deck and kicker size against the headline, within the limits below (HD4)"""
DECK_LEAST, DECK_MOST = 1.2, 2.0
STEPS = 1
"""ladder steps a headline may leave its ideal size"""
LEAD_STEPS = 3
"""the same for the lead, downwards"""


@dataclass(frozen=True, slots=True)
class Head:
    """Headings of one story at one headline size in one span."""

    size: float
    parts: tuple[Heading, ...]
    rows: int
    price: float

    def offsets(self, extra: int) -> tuple[float, ...]:
        """First row of each part within a block of `rows + extra` rows."""
        slack = self.rows + extra - sum(map(ink, self.parts)) - GAP * (len(self.parts) - 1)
        at, found = slack * ABOVE, []
        for part in self.parts:
            found.append(round(at - (part.rows - ink(part)) / 2, 4))
            at += ink(part) + GAP
        return tuple(found)


def ink(heading: Heading) -> float:
    """Depth of the lines of a heading in rows, its white left out."""
    return len(heading.lines) * heading.leading


def ideal_step(place: int, count: int, ladder: tuple[float, ...]) -> int:
    """Index in the ladder that suits the story at `place` (from 0) of `count` on the page."""
    top = len(ladder) - 1
    if place == 0:
        return max(0, top - 1)
    fall = 4 + (place - 1) * 3 / max(count - 2, 4)
    return max(0, top - round(fall))


def heads(
    desk: Desk, layout: Layout, story: Story, columns: int, ideal: int
) -> tuple[Head, ...]:
    """The heading blocks worth considering for a span of `columns` base columns."""
    ladder = layout.ladder or (1.0,)
    width = layout.grid.span(columns)
    lead = ideal >= len(ladder) - 2
    reach = LEAD_STEPS if lead else STEPS
    toll = PRICES.lead_step if lead else PRICES.size_step
    low, high = max(0, ideal - reach), min(len(ladder) - 1, ideal + STEPS)
    found = [
        head
        for step in range(low, high + 1)
        if (head := _head(desk, story, width, columns, ladder[step], toll * abs(step - ideal)))
    ]
    for step in range(low - 1, -1, -1):
        if found:
            break
        head = _head(desk, story, width, columns, ladder[step], toll * (ideal - step))
        found = [head] if head else []
    return tuple(found)


def _head(
    desk: Desk, story: Story, width: float, columns: int, size: float, toll: float
) -> Head | None:
    headline = desk.headline(story, size, width)
    if headline is None:
        return None
    small = min(DECK_MOST, max(DECK_LEAST, size * DECK_SHARE))
    kicker = desk.kicker(story, width, small) if story.kicker else None
    deck = desk.deck(story, width, small) if story.deck else None
    if (story.kicker and kicker is None) or (story.deck and deck is None):
        return None
    parts = tuple(part for part in (kicker, headline, deck) if part is not None)
    depth = sum(map(ink, parts)) + GAP * (len(parts) - 1)
    rows = -int(-(depth + WHITE) // 1)
    usual = 3 if columns == 1 else 2 if columns < 4 else 1
    price = (
        toll
        + PRICES.head_line * max(0, len(headline.lines) - usual)
        + PRICES.head_fill * max(0.0, 0.55 - headline.fill)
        + sum(part.price for part in parts)
    )
    return Head(size, parts, rows, price)
