"""The copy of a story at one measure, in every variant that fills legs another way.

More white round crossheads and quotes, a quote between other paragraphs, or some paragraphs a line
longer: the copy itself and its order never change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice

from edition.compose.composed import Galley, Slug
from edition.compose.rows.tables import LEAST_SIZE
from edition.makeup.composer import Composer, Longer
from edition.makeup.items import HeadedItem, galley_of, longer_of
from edition.makeup.legs import Column, Fill, fills
from edition.makeup.prices import PRICES

SLACK = 3
"""a leg may be this many rows deeper than it must"""
CROSSHEAD_WHITE, QUOTE_WHITE = 1, 3
"""rows of white that may be added to every crosshead, and to every pull quote"""
MOST_MOVED = 3
"""paragraphs by which a pull quote may stand before or after its place"""
MOST_LOOSE = 5
"""paragraphs of one story that may be set a line longer than usual"""


@dataclass
class CopyVariants:
    """The galley of an item at one measure in every variant, each cut only once."""

    desk: Composer
    item: HeadedItem
    measure: float
    _columns: dict[tuple[int, int], tuple[Column, float]] = field(default_factory=dict)
    _filled: dict[tuple[int, tuple[int, ...], int], tuple[tuple[int, Fill], ...]] = field(
        default_factory=dict
    )
    """depths and fills by variant, rows above the legs, and limit"""
    _loose: dict[tuple[int, int, tuple[int, ...]], Fill | None] = field(default_factory=dict)
    """by variant, paragraphs a line longer, and depths of the legs"""

    @cached_property
    def galley(self) -> Galley:
        return galley_of(self.item, self.desk, self.measure)

    @cached_property
    def variants(self) -> tuple[tuple[tuple[Slug, ...], float], ...]:
        moved = islice(with_quotes_moved(self.galley.slugs), 1, None)
        return (*opened(self.galley.slugs), *moved)

    @cached_property
    def cramped(self) -> bool:
        """True where a table is so narrow that its words are broken."""
        return any(slug.kind == "table" and slug.size < LEAST_SIZE for slug in self.galley.slugs)

    @cached_property
    def longer(self) -> Longer:
        return longer_of(self.item, self.desk, self.measure)

    def column(self, variant: int, lines: int = 0) -> tuple[Column, float]:
        """One variant with `lines` paragraphs a line longer, and its price."""
        key = (variant, lines)
        if key not in self._columns:
            slugs, price = self.variants[variant]
            for block, cost, more in self.longer[:lines] if lines else ():
                first = next(i for i, slug in enumerate(slugs) if slug.block == block)
                past = (i for i in range(first, len(slugs)) if slugs[i].block != block)
                end = next(past, len(slugs))
                slugs = (*slugs[:first], *_kept_cuts(more, slugs[end - 1]), *slugs[end:])
                price += PRICES.looseness + cost
            self._columns[key] = Column(slugs), price
        return self._columns[key]

    def fills(
        self, above: tuple[int, ...], limit: int, *, loosened: bool = True
    ) -> Iterator[tuple[tuple[Slug, ...], int, Fill, float]]:
        """As it is, with more white round its crossheads or quotes, and loosened if wanted."""
        legs = len(above)
        for variant in range(len(self.variants) if legs > 1 else 1):
            column, price = self.column(variant)
            key = (variant, above, limit)
            if key not in self._filled:
                self._filled[key] = fills(column, above, SLACK, limit)
            for depth, fill in self._filled[key]:
                yield column.slugs, depth, fill, price
                if loosened and fill.white and legs > 2:
                    yield from self._loosened(variant, above, depth, fill)

    def _loosened(
        self, variant: int, above: Sequence[int], depth: int, usual: Fill
    ) -> Iterator[tuple[tuple[Slug, ...], int, Fill, float]]:
        """Some paragraphs a line longer, so that the legs end level (PA5)."""
        for lines in range(max(usual.white - 1, 1), usual.white + 1):
            if lines > min(MOST_LOOSE, len(self.longer)):
                continue
            column, price = self.column(variant, lines)
            depths = tuple(depth - rows for rows in above)
            key = (variant, lines, depths)
            if key not in self._loose:
                self._loose[key] = column.fill(depths)
            fill = self._loose[key]
            if fill is not None:
                yield column.slugs, depth, fill, price


def _kept_cuts(slugs: tuple[Slug, ...], last: Slug) -> tuple[Slug, ...]:
    """The slugs with the cut after the last as it was: a byline may follow."""
    return (*slugs[:-1], replace(slugs[-1], cut=last.cut))


def opened(slugs: tuple[Slug, ...]) -> Iterator[tuple[tuple[Slug, ...], float]]:
    """Galleys with the same copy and whole rows of white added, and the price of each.

    Every crosshead of a story takes the same number of rows more, and so does every quote; the
    white falls evenly above and below their lines. Running text never moves off its grid.
    """
    at = {
        kind: [i for i, slug in enumerate(slugs) if slug.kind == kind]
        for kind in ("crosshead", "quote")
    }
    count = {kind: sum(slugs[i].top is None or slugs[i].first for i in at[kind]) for kind in at}
    for more in range(CROSSHEAD_WHITE + 1 if at["crosshead"] else 1):
        for wider in range(QUOTE_WHITE + 1 if at["quote"] else 1):
            some = list(slugs)
            for kind, rows in (("crosshead", more), ("quote", wider)):
                for i in at[kind] if rows else ():
                    some[i] = _widened(some[i], rows)
            added = more * count["crosshead"] + wider * count["quote"]
            yield tuple(some), PRICES.inner_white * added


def with_quotes_moved(slugs: tuple[Slug, ...]) -> Iterator[tuple[tuple[Slug, ...], float]]:
    """The copy as it is, then with its tallest whole pull quote between other paragraphs near it.

    A quotation may stand anywhere in its story; so legs end well without parting it. With the price
    of each.
    """
    yield slugs, 0.0
    whole = [i for i, s in enumerate(slugs) if s.kind == "quote" and s.first and s.final]
    if not whole:
        return
    at = max(whole, key=lambda i: slugs[i].rows)
    rest = (*slugs[:at], *slugs[at + 1:])
    places = [
        i for i in range(1, len(rest))
        if rest[i - 1].kind == rest[i].kind == "text" and rest[i - 1].final and rest[i].first
        and rest[i - 1].cut is not None
    ]
    before = [i for i in places if i < at][-MOST_MOVED:]
    after = [i for i in places if i > at][:MOST_MOVED]
    for far, place in (*enumerate(reversed(before), 1), *enumerate(after, 1)):
        yield (*rest[:place], slugs[at], *rest[place:]), PRICES.quote_moved * far


def _widened(slug: Slug, rows: int) -> Slug:
    """A slug with `rows` rows more; of a parted quote the last part takes them, all move down."""
    whole = slug.top is None
    return replace(
        slug, rows=slug.rows + rows if whole or slug.final else slug.rows,
        top=None if slug.top is None else slug.top + rows / 2,
    )
