"""A tall pull quote may be parted between legs; whole, it stands as it stood in one piece."""

from __future__ import annotations

import pytest

from edition.compose.composed import Line, Slug
from edition.compose.slugs import QUOTE_PART, WHOLE_QUOTE, parted
from edition.makeup.copies import opened

PAGE = 24
"""rows of a low page"""
LINE = Line((), 0.0, 0.0, (), last=True)


def quote(lines: int, leading: float) -> Slug:
    rows = int(-(-(lines * leading + 2) // 1))
    return Slug("quote", "s01b01", rows, (LINE,) * lines, leading=leading, first=True, final=True)


def line_places(slugs: tuple[Slug, ...]) -> list[float]:
    """Rows from the head of the first slug to every line."""
    found, at = [], 0.0
    for slug in slugs:
        top = (slug.rows - len(slug.lines) * slug.leading) / 2 if slug.top is None else slug.top
        found += [round(at + top + n * slug.leading, 6) for n in range(len(slug.lines))]
        at += slug.rows
    return found


def test_a_quote_that_is_not_tall_is_never_parted() -> None:
    low = quote(17, 1.25)
    assert low.rows == 24 == WHOLE_QUOTE * 48
    assert parted(low, 48) == (low,)
    assert len(parted(low, 47)) > 1


@pytest.mark.parametrize("lines", range(9, 40))
def test_parts_stand_where_the_whole_stood(lines: int) -> None:
    whole = quote(lines, 1.25)
    parts = parted(whole, PAGE)
    assert sum(part.rows for part in parts) == whole.rows
    assert line_places(parts) == line_places((whole,))
    assert [part.first for part in parts] == [True, *[False] * (len(parts) - 1)]
    assert [part.final for part in parts] == [*[False] * (len(parts) - 1), True]
    assert all(len(part.lines) >= 2 for part in parts)
    assert {part.cut for part in parts[:-1]} == {QUOTE_PART}
    assert parts[-1].cut == whole.cut


@pytest.mark.parametrize("leading", [1.0, 1.25, 1.5])
def test_white_round_a_parted_quote_falls_evenly(leading: float) -> None:
    whole = quote(16, leading)
    with_white = [slugs for slugs, _ in opened(parted(whole, PAGE))]
    wider = [slugs for slugs, _ in opened((whole,))]
    assert [line_places(slugs) for slugs in with_white] == [line_places(slugs) for slugs in wider]
    prices = [price for _, price in opened((whole,))]
    assert [price for _, price in opened(parted(whole, PAGE))] == prices
