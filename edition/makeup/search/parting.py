"""How a set of stories is parted in two: every way for a small set, some for a large one.

A set is a bit mask; story 0, the lowest bit, is the best ranked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

MOST = 8
"""stories of which every slicing tree is tried"""
GROUP = 6
"""the same inside the halves of a larger set"""
PATTERNS = ((4, (0, 3)), (2, (0,)), (3, (0, 1)), (3, (0, 2)), (4, (0, 1)), (3, (0,)),
            (5, (0, 1, 4)), (5, (0, 2, 3)), (6, (0, 1, 5)), (6, (0, 4, 5)))
"""Ways to deal stories out in turns: how many make a turn, and which of them go first."""
WAYS = ((12, 15), (16, 6), (24, 3), (1000, 2))
"""How many ways a set is halved in a section of at most so many stories: time stays bounded."""
SHIFTS = (0, 1, -1, 2, -2)
"""stories by which the better part is larger than half"""


def splits(whole: int) -> Iterator[tuple[int, int]]:
    """Every way to part `whole` in two; the first part holds the best-ranked story."""
    lead = whole & -whole
    rest = whole ^ lead
    part = rest
    while part:
        part = (part - 1) & rest
        yield part | lead, rest ^ part


def inversions(first: int, second: int) -> int:
    """Pairs (a of `first`, b of `second`) whose b is ranked above a, though it stands after."""
    return sum(
        (second & ((1 << story) - 1)).bit_count()
        for story in range(first.bit_length())
        if first >> story & 1
    )


def halves(whole: int, anchored: int) -> Iterator[tuple[int, int]]:
    """Some ways to part a large set: dealt out by turns, and the better part first."""
    bits = [1 << story for story in members(whole)]
    turns = [
        [bit for at, bit in enumerate(bits) if at % turn in places]
        for turn, places in PATTERNS
    ]
    better = [bits[: len(bits) // 2 + shift] for shift in SHIFTS]
    dealt = [some for pair in zip_longest(turns, better) for some in pair if some]
    firsts = dict.fromkeys(sum(bit for bit in some if not bit & anchored) for some in dealt)
    for first in firsts:
        if first & bits[0] and whole ^ first:
            yield first, whole ^ first


def members(part: int) -> list[int]:
    return [story for story in range(part.bit_length()) if part >> story & 1]


def subsets(whole: int) -> Iterator[int]:
    """Every part of `whole` but the empty one."""
    part = whole
    while part:
        yield part
        part = (part - 1) & whole
