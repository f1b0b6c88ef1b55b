"""Slicing trees: a rectangle cut right across, again and again, down to stories."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TypeAlias


class Top(IntEnum):
    """What stands at the upper corners of a block."""

    HEAD = 0
    """a bare head at both"""
    PARTED = 1
    """at neither: a picture, a box or an advertisement"""
    HALF = 2
    """a bare head at the left, text at the right (半盖文题)"""

    @property
    def left(self) -> int:
        """1 where no bare head stands at the left corner."""
        return int(self is Top.PARTED)

    @property
    def right(self) -> int:
        """1 where no bare head stands at the right corner."""
        return int(self is not Top.HEAD)


BARE = {top: (not top.left, not top.right) for top in Top}
"""top → whether a bare head stands at the left, and at the right"""


@dataclass(frozen=True, slots=True)
class TreeLeaf:
    story: int
    columns: int
    rows: int
    top: Top = Top.HEAD


@dataclass(frozen=True, slots=True)
class Cut:
    """`first` above or left of `second`."""

    stacked: bool
    first: Tree
    second: Tree
    size: tuple[int, int] = field(init=False, repr=False, compare=False)
    """columns and rows"""
    bare: tuple[bool, bool] = field(init=False, repr=False, compare=False)
    """whether a bare head stands at the upper left, and at the upper right corner"""
    bumps: int = field(init=False, repr=False, compare=False)
    """pairs of bare heads that meet at its cuts, those inside its parts too"""

    def __post_init__(self) -> None:
        (w, h), (v, k) = extent(self.first), extent(self.second)
        one, other = bare_heads(self.first), bare_heads(self.second)
        inside = bumps_in(self.first) + bumps_in(self.second)
        note = object.__setattr__
        note(self, "size", (w, h + k) if self.stacked else (w + v, h))
        note(self, "bare", one if self.stacked else (one[0], other[1]))
        note(self, "bumps", inside + (not self.stacked and one[1] and other[0]))


Tree: TypeAlias = TreeLeaf | Cut


def place(tree: Tree) -> list[tuple[TreeLeaf, int, int]]:
    """Every leaf with its upper left corner (column, row)."""
    found: list[tuple[TreeLeaf, int, int]] = []
    waiting = [(tree, 0, 0)]
    while waiting:
        part, column, row = waiting.pop()
        if isinstance(part, TreeLeaf):
            found.append((part, column, row))
            continue
        columns, rows = extent(part.first)
        if part.stacked:
            waiting.append((part.second, column, row + rows))
        else:
            waiting.append((part.second, column + columns, row))
        waiting.append((part.first, column, row))
    return found


def extent(tree: Tree) -> tuple[int, int]:
    """Columns and rows a tree covers."""
    return (tree.columns, tree.rows) if isinstance(tree, TreeLeaf) else tree.size


def bare_heads(tree: Tree) -> tuple[bool, bool]:
    """Whether a bare head stands at the upper left and at the upper right corner."""
    return BARE[tree.top] if isinstance(tree, TreeLeaf) else tree.bare


def bumps_in(tree: Tree) -> int:
    """Pairs of bare heads that meet across the cuts of a tree."""
    return 0 if isinstance(tree, TreeLeaf) else tree.bumps


def across_in(tree: Tree, width: int) -> int:
    """Cuts of a tree right across `width` columns."""
    if isinstance(tree, TreeLeaf) or not tree.stacked or tree.size[0] != width:
        return 0
    return 1 + across_in(tree.first, width) + across_in(tree.second, width)
