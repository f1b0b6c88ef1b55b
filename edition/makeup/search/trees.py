"""Slicing trees: a rectangle cut right across, again and again, down to stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


Tree: TypeAlias = TreeLeaf | Cut


def place(tree: Tree, column: int = 0, row: int = 0) -> Iterator[tuple[TreeLeaf, int, int]]:
    """Every leaf with its upper left corner (column, row)."""
    if isinstance(tree, TreeLeaf):
        yield tree, column, row
        return
    yield from place(tree.first, column, row)
    columns, rows = extent(tree.first)
    if tree.stacked:
        yield from place(tree.second, column, row + rows)
    else:
        yield from place(tree.second, column + columns, row)


def extent(tree: Tree) -> tuple[int, int]:
    """Columns and rows a tree covers."""
    if isinstance(tree, TreeLeaf):
        return tree.columns, tree.rows
    a, b = extent(tree.first), extent(tree.second)
    return (a[0], a[1] + b[1]) if tree.stacked else (a[0] + b[0], a[1])
