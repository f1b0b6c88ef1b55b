"""A page before any news stands on it: rows of furniture, advertisements, what is left free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.makeup.paper import Page
from edition.makeup.recipes import FOOT
from edition.model import Advertisement
from edition.packs.layout import Layout

LEAST_NEWS = 12
"""rows of a page that advertisements leave to the news at least"""


@dataclass(frozen=True, slots=True)
class BlankPage:
    """What a page offers to the news."""

    number: int
    """from 1"""
    label: str
    head_rows: int
    """rows of furniture at the head"""
    free: int
    """rows between the furniture and the strips of advertisements"""
    columns: int
    strips: tuple[Advertisement, ...] = ()
    """advertisements across the foot, or in a band of their own there"""
    corner: Advertisement | None = None
    """an advertisement in the lower right corner among the stories"""

    @property
    def cells(self) -> int:
        """Cells free for stories."""
        corner = self.corner
        return self.columns * self.free - (
            corner.columns * (corner.rows + FOOT) if corner else 0
        )


def head_rows(layout: Layout, number: int) -> int:
    """Rows of furniture at the head of page `number`."""
    furnishing = layout.furnishing
    return furnishing.masthead if number == 1 else furnishing.folio


def foot_rows(layout: Layout, number: int) -> int:
    """Rows that bands of the pack's own take at the foot of page `number`."""
    return layout.foot(first=number == 1)


def blank_page(
    layout: Layout, number: int, label: str, advertisements: Sequence[Advertisement],
    lowered: Sequence[str] = (),
) -> BlankPage:
    """Page `number` with those of the advertisements that are for it.

    One that is `lowered` stands in a band of its own at the foot, not in the corner.
    """
    columns = layout.grid.columns
    own = [found for found in advertisements if found.page == number]
    strips = tuple(found for found in own if found.columns >= columns or found.id in lowered)
    corner = next((found for found in own if found not in strips), None)
    head = head_rows(layout, number)
    rows = layout.grid.rows - foot_rows(layout, number)
    free = rows - head - sum(strip.rows + FOOT for strip in strips)
    return BlankPage(number, label, head, free, columns, strips, corner)


def fitting(
    advertisements: Sequence[Advertisement], layout: Layout
) -> tuple[Advertisement, ...]:
    """The advertisements a page can hold, one corner for each page."""
    found: list[Advertisement] = []
    corners: set[int] = set()
    for one in advertisements:
        before = sum(a.rows + FOOT for a in found if a.page == one.page)
        most = layout.grid.rows - head_rows(layout, one.page) - LEAST_NEWS
        most -= foot_rows(layout, one.page)
        if one.rows + FOOT + before > most:
            continue
        if one.columns < layout.grid.columns and one.page in corners:
            continue
        if one.columns < layout.grid.columns:
            corners.add(one.page)
        found.append(one)
    return tuple(found)


def unplaced(
    advertisements: Sequence[Advertisement], pages: Mapping[int, Page]
) -> Iterator[Advertisement]:
    """Advertisements for which no page had a place."""
    for found in advertisements:
        page = pages.get(found.page)
        if page is None or all(frame.advertisement != found.id for frame in page.adverts):
            yield found
