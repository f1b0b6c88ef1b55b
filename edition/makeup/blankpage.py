"""A page before any news stands on it: rows of furniture, advertisements, what is left free."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from edition.makeup.items import AdvertRow
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
    strips: tuple[AdvertRow, ...] = ()
    """advertisements across the foot, or in a band of their own there, the lowest last"""
    corner: AdvertRow | None = None
    """advertisements in the lower right corner among the stories"""
    over: int = 0
    """rows over those that house copy may take"""

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
    own = [found for found in advertisements if found.page == number]
    strips, corner = divided_adverts(own, layout.grid.columns, lowered)
    head = head_rows(layout, number)
    rows = layout.grid.rows - foot_rows(layout, number)
    free = rows - head - sum(strip.rows + FOOT for strip in strips)
    return BlankPage(number, label, head, free, layout.grid.columns, strips, corner)


def divided_adverts(
    own: Sequence[Advertisement], columns: int, lowered: Sequence[str] = ()
) -> tuple[tuple[AdvertRow, ...], AdvertRow | None]:
    """The advertisements of a page in bands across its foot, and those in its corner.

    Those narrower than the page stand side by side, in the order given, while they fit beside one
    another; what does not fill the width is the corner, the first only where there are several.
    """
    strips: list[AdvertRow] = []
    beside: list[list[Advertisement]] = []
    for one in own:
        if one.columns >= columns:
            strips.append(AdvertRow((replace(one, columns=columns),)))
        elif beside and sum(a.columns for a in beside[-1]) + one.columns <= columns:
            beside[-1].append(one)
        else:
            beside.append([one])
    corner = None
    for some in beside:
        row = AdvertRow(tuple(some))
        if corner is None and row.columns < columns and row.id not in lowered:
            corner = row
        else:
            strips.append(row)
    order = {one.id: at for at, one in enumerate(own)}
    return tuple(sorted(strips, key=lambda row: order[row.id])), corner


def fitting(
    advertisements: Sequence[Advertisement], layout: Layout
) -> tuple[Advertisement, ...]:
    """The advertisements a page can hold beside its news."""
    found: list[Advertisement] = []
    for one in advertisements:
        own = [*(a for a in found if a.page == one.page), one]
        strips, corner = divided_adverts(own, layout.grid.columns)
        taken = sum(row.rows + FOOT for row in (*strips, *((corner,) if corner else ())))
        most = layout.grid.rows - head_rows(layout, one.page) - LEAST_NEWS
        most -= foot_rows(layout, one.page)
        if taken <= most:
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
