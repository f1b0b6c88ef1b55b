"""What tells one page from another at a glance: the shape of its lead, and its first cut.

Written down it is a key, `1-4x2-down`: on page 1 the lead is four columns wide and reaches down two
quarters of the page, and the page is first cut from head to foot. A key stays right while the copy
is mended, for it names no row.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from edition.makeup.search.slicing import ANY, NO_ROW, NO_STACK
from edition.makeup.search.trees import Tree, TreeLeaf
from edition.planning import PLAN_KEY

CutWay = Literal["down", "across", "none"]
QUARTERS = 4
"""parts of the page's depth by which a lead is told"""


@dataclass(frozen=True, slots=True, order=True)
class PageShape:
    """The lead and the first cut of one page."""

    columns: int
    """of the lead"""
    quarters: int
    """of the page's depth that the lead takes, rounded up"""
    cut: CutWay
    """whether the lead's zone is first cut from head to foot, across, or not at all"""

    def key(self, page: int) -> str:
        """How the sidecar names it, with the number of its page."""
        return f"{page}-{self.columns}x{self.quarters}-{self.cut}"

    @property
    def root(self) -> int:
        """What a tree of this shape may be at its first cut."""
        return {"down": NO_STACK, "across": NO_ROW, "none": ANY}[self.cut]

    def holds(self, columns: int, rows: int, free: int) -> bool:
        """True where a lead of `columns` by `rows` on a page of `free` rows has this shape."""
        return (columns, quarters(rows, free)) == (self.columns, self.quarters)


def quarters(rows: int, free: int) -> int:
    """Quarters of a page of `free` rows that `rows` take, rounded up."""
    return max(1, min(QUARTERS, -(-QUARTERS * rows // max(free, 1))))


def shape_of(tree: Tree, free: int) -> PageShape:
    """The shape of a page whose first zone is `tree`; `free` are the rows of the page."""
    lead = tree
    while not isinstance(lead, TreeLeaf):
        lead = lead.first
    cut: CutWay = "none"
    if not isinstance(tree, TreeLeaf):
        cut = "across" if tree.stacked else "down"
    return PageShape(lead.columns, quarters(lead.rows, free), cut)


def shape_in(key: str) -> tuple[int, PageShape] | None:
    """The number of the page and the shape that a key names; None for what is no key."""
    found = PLAN_KEY.fullmatch(key)
    if found is None:
        return None
    page, columns, deep, cut = found.groups()
    ways: dict[str, CutWay] = {"down": "down", "across": "across", "none": "none"}
    return int(page), PageShape(int(columns), int(deep), ways[cut])
