"""The heading block of a story: kicker, headline and deck over its legs, in whole rows.

The block takes whole rows (GR3). The white under its lines is always the same; what is left of its
rows stands above them and between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import ceil

from edition.compose.classes import is_western
from edition.compose.composed import Heading
from edition.compose.headed import Headed
from edition.makeup.composer import Composer, ComposingRoom
from edition.makeup.prices import PRICES
from edition.trade import page_bounds

UNDER = 0.6
"""rows of white under the lines of every head, whatever is left of its rows: a head belongs to its
text, and heads of one page stand alike over theirs"""
WHITE = 0.7
"""least white above and below the headings together, rows"""
GAP, OPENED = 0.25, 0.6
"""white between two headings, rows, and the most of it where there is much to share out"""
OVER = 0.6
"""rows of white above the headings, beyond which those between them open first"""
MOST_WHITE = 1.5
"""rows of white above the headings, from which they float"""
DECK_SHARE = 0.5
"""deck and kicker size against the headline, within the limits below (HD4)"""
DECK_LEAST, DECK_MOST = 1.2, 2.0
STEPS = 2
"""ladder steps a headline may leave its ideal size"""
SMALL = (1.8, 1.4, 1.2, 1.0)
"""sizes for heads too long for the ladder"""
NARROWER, LEAST_FILL = 0.97, 0.42
"""of the width of a headline, into which it does not go but on a line more; and the share of its
span it fills then at least"""
SECOND, INSIDE = 4, 5
"""steps from the largest size down to that of the second head, and further to the last of a page"""
TIGHT = 0.95
"""of its span, from which a heading touches what stands beside it"""
STRAINED = 8.0
"""price of the breaks of a headline from which sizes below the usual steps are looked at"""
WORSE = 2.5
"""by how much dearer its breaks may be"""
LEAD_STEPS = 3
"""the same for the lead, downwards"""


@dataclass(frozen=True, slots=True)
class HeadSpan:
    """What headings stand over."""

    columns: int
    """base columns"""
    width: float
    """em"""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Headings of one story at one headline size in one span."""

    size: float
    parts: tuple[Heading, ...]
    rows: int
    price: float

    @property
    def strained(self) -> bool:
        """True where the headline is broken so badly that a smaller one is to be looked at."""
        return any(part.role == "headline" and part.price >= STRAINED for part in self.parts)

    def offsets(self, extra: int, over: float = 0.0) -> tuple[float, ...]:
        """Row at which the lines of each part begin, in a block of `rows + extra` rows.

        `over` is white that stands above the block already, as in a box.
        """
        at, gap = self._shared(extra, over)
        found = []
        for part in self.parts:
            found.append(round(at, 4))
            at += ink(part) + gap
        return tuple(found)

    def white(self, extra: int, over: float = 0.0) -> float:
        """Rows of white above the headings, in a box from its edge on."""
        return self._shared(extra, over)[0] + over

    def _shared(self, extra: int, over: float) -> tuple[float, float]:
        """Rows of white above the headings and between them; under them it never varies."""
        above = self.rows + extra - depth(self.parts) - UNDER
        between = max(len(self.parts) - 1, 0)
        more = min(max(0.0, above + over - OVER) / (between + 1), OPENED - GAP) if between else 0.0
        return above - more * between, GAP + more

    def whites(self, over: float = 0.0) -> Iterator[tuple[int, float]]:
        """Blank rows that may be added to the block, and the price of each number of them."""
        for extra, price in enumerate(PRICES.head_white):
            floats = max(0.0, self.white(extra, over) - MOST_WHITE)
            yield extra, price + PRICES.head_float * floats


def ink(heading: Heading) -> float:
    """Depth of the lines of a heading in rows, its white left out."""
    return len(heading.lines) * heading.leading


def depth(parts: Sequence[Heading]) -> float:
    """Depth of headings one under the other in rows, the white between them counted."""
    return sum(map(ink, parts)) + GAP * max(len(parts) - 1, 0)


def ideal_step(place: int, count: int, ladder: tuple[float, ...]) -> int:
    """Index in the ladder that suits the story at `place` (from 0) of `count` on the page."""
    top = len(ladder) - 1
    if place == 0:
        return max(0, top - 1)
    fall = SECOND + (place - 1) * INSIDE / max(count - 2, 4)
    return max(0, top - round(fall))


def heads(
    room: ComposingRoom, texts: Headed, span: HeadSpan, ideal: int
) -> tuple[HeadingBlock, ...]:
    """The heading blocks worth considering over a span, at about step `ideal` of the ladder."""
    ladder, lead = room.ladder, room.leads(ideal)
    toll = PRICES.lead_step if lead else PRICES.size_step
    short = lead and not all(map(is_western, texts.headline))

    def at(step: int) -> Iterator[HeadingBlock]:
        found = _blocks(room.desk, texts, span, ladder[step], toll * abs(step - ideal))
        return map(_fewer_lines, found) if short else found

    low = max(0, ideal - (LEAD_STEPS if lead else STEPS))
    high = min(len(ladder) - 1, ideal + STEPS)
    found = [block for step in range(low, high + 1) for block in at(step)]
    if all(block.strained for block in found):
        smaller = (block for step in range(low - 1, -1, -1) for block in at(step))
        found += islice((block for block in smaller if not found or not block.strained), 1)
    if not found and span.columns == room.grid.columns:
        found = [_last_resort(room.desk, texts, span.width)]
    return tuple(found)


def _fewer_lines(block: HeadingBlock) -> HeadingBlock:
    """The head of a lead in Han, on whose two lines or one a step of size is spent; words of
    letters take the lines they need."""
    lines = max((len(part.lines) for part in block.parts if part.role == "headline"), default=0)
    return replace(block, price=block.price + PRICES.lead_line * max(0, lines - 2) ** 2)


def _last_resort(desk: Composer, texts: Headed, width: float) -> HeadingBlock:
    """Heads too long for every size, set across the page as large as they go.

    What does not fit even so is left out here and named by `make_up` as a diagnostic.
    """
    parts: list[Heading] = []
    asked = (
        (desk.kicker, texts.kicker), (desk.headline, texts.headline), (desk.deck, texts.deck)
    )
    for ask, text in asked:
        fits = (ask(texts, size, width) for size in SMALL if text)
        part = next((heading for heading in fits if heading), None)
        if part is not None:
            parts.append(part)
    rows = ceil(depth(parts) + WHITE)
    return HeadingBlock(SMALL[-1], tuple(parts), rows, PRICES.hard_cut)


def _blocks(
    desk: Composer, texts: Headed, span: HeadSpan, size: float, toll: float
) -> Iterator[HeadingBlock]:
    """The headings with a headline of `size` em, on as few lines as it takes and on one more.

    None where one of them does not fit.
    """
    small = min(DECK_MOST, max(DECK_LEAST, size * DECK_SHARE))
    headline = desk.headline(texts, size, span.width) if texts.headline else None
    kicker = desk.kicker(texts, small, span.width) if texts.kicker else None
    deck = desk.deck(texts, small, span.width) if texts.deck else None
    wanted = ((texts.headline, headline), (texts.kicker, kicker), (texts.deck, deck))
    if any(text and heading is None for text, heading in wanted):
        return
    for main in _lined(desk, texts, span, headline):
        parts = tuple(part for part in (kicker, main, deck) if part is not None)
        price = toll + sum(part.price for part in parts)
        if main is not None:
            usual = 3 if span.columns == 1 else 2
            over = max(0, len(main.lines) - usual)
            price += PRICES.head_line * over * (over + 1)
            price += PRICES.head_fill * max(0.0, page_bounds.LEAST_FILL - main.fill)
        price += PRICES.head_tight * sum(part.fill > TIGHT for part in parts)
        rows = ceil(depth(parts) + WHITE)
        yield HeadingBlock(size if main else 0.0, parts, rows, price)


def _lined(
    desk: Composer, texts: Headed, span: HeadSpan, headline: Heading | None
) -> Iterator[Heading | None]:
    """A headline as it is, and on one line more where that fills enough of the span."""
    yield headline
    if headline is None or span.columns == 1:
        return
    width = headline.fill * span.width * NARROWER
    longer = desk.headline(texts, headline.size, width)
    if longer is None or longer.price > headline.price + WORSE:
        return
    if len(longer.lines) == len(headline.lines) + 1:
        fill = longer.fill * width / span.width
        if fill >= LEAST_FILL:
            yield replace(longer, fill=fill, last_fill=longer.last_fill * width / span.width)
