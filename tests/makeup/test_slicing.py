from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from edition.makeup.slicing import (
    INF,
    Cut,
    Leaf,
    Slicer,
    Tree,
    extent,
    inversions,
    place,
    splits,
)

BUMP, THROUGH, ORDER = 3.0, 7.0, 1.0


def price_of(options, tree: Tree, columns: int) -> float:  # type: ignore[no-untyped-def]
    """Price of a tree by its definition, without the slicer."""
    if isinstance(tree, Leaf):
        return options[tree.story].get((tree.columns, tree.rows), INF)
    total = price_of(options, tree.first, columns) + price_of(options, tree.second, columns)
    a = [leaf.story for leaf, _, _ in place(tree.first)]
    b = [leaf.story for leaf, _, _ in place(tree.second)]
    total += ORDER * sum(x > y for x in a for y in b)
    if not tree.stacked:
        return total + BUMP
    return total + (THROUGH if extent(tree)[0] == columns else 0.0)


def trees(stories: tuple[int, ...], columns: int, rows: int) -> Iterator[Tree]:
    """Every slicing tree, best ranked first, by brute force."""
    if len(stories) == 1:
        yield Leaf(stories[0], columns, rows)
        return
    lead, rest = stories[0], stories[1:]
    for size in range(len(rest)):
        for with_lead in combinations(rest, size):
            first = (lead, *with_lead)
            second = tuple(s for s in rest if s not in with_lead)
            for w in range(1, columns):
                for a in trees(first, w, rows):
                    for b in trees(second, columns - w, rows):
                        yield Cut(False, a, b)
            for h in range(1, rows):
                for a in trees(first, columns, h):
                    for b in trees(second, columns, rows - h):
                        yield Cut(True, a, b)


def options_of(count: int) -> list[dict[tuple[int, int], float]]:
    """Stories of about 6 to 9 cells, each with its own prices."""
    return [
        {
            (w, h): abs(w * h - 6 - story) * 1.3 + (w * 7 + h * 3 + story * 5) % 4
            for w in range(1, 4)
            for h in range(1, 7)
            if abs(w * h - 6 - story) <= 3
        }
        for story in range(count)
    ]


@pytest.mark.parametrize(("count", "rows"), [(1, 3), (2, 5), (3, 6), (3, 7), (4, 6)])
def test_the_optimum_is_that_of_brute_force(count: int, rows: int) -> None:
    options = options_of(count)
    slicer = Slicer(options, 3, rows, BUMP, THROUGH, ORDER)
    brute = min(
        (price_of(options, tree, 3) for tree in trees(tuple(range(count)), 3, rows)),
        default=INF,
    )
    assert slicer.prices()[rows] == pytest.approx(brute)


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_tree_costs_what_the_table_says(count: int) -> None:
    options = options_of(count)
    slicer = Slicer(options, 3, 14, BUMP, THROUGH, ORDER)
    whole = (1 << count) - 1
    reached = [rows for rows in range(15) if slicer.prices()[rows] < INF]
    assert reached
    for rows in reached:
        tree = slicer.tree(whole, 3, rows)
        assert price_of(options, tree, 3) == pytest.approx(float(slicer.prices()[rows]))
        assert extent(tree) == (3, rows)


def test_roots_come_cheapest_first_and_differ() -> None:
    options = options_of(4)
    slicer = Slicer(options, 3, 12, BUMP, THROUGH, ORDER)
    rows = next(r for r in range(13) if slicer.prices()[r] < INF)
    found = slicer.roots(15, 3, rows, 5)
    assert [price for price, _ in found] == sorted(price for price, _ in found)
    assert len({repr(tree) for _, tree in found}) == len(found)
    assert found[0][0] == pytest.approx(float(slicer.prices()[rows]))


def test_the_best_ranked_story_stands_at_the_upper_left() -> None:
    slicer = Slicer(options_of(4), 3, 12, BUMP, THROUGH, ORDER)
    for rows in range(13):
        if slicer.prices()[rows] < INF:
            leaf, column, row = next(place(slicer.tree(15, 3, rows)))
            assert (leaf.story, column, row) == (0, 0, 0)


def test_splits_cover_every_partition_once() -> None:
    found = list(splits(0b1111))
    assert len(found) == len(set(found)) == 7
    assert all(a | b == 15 and a & b == 0 and a & 1 for a, b in found)


def test_inversions_count_pairs_read_against_rank() -> None:
    assert inversions(0b0101, 0b1010) == 1
    assert inversions(0b0011, 0b1100) == 0
