from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest

from edition.makeup.prices import Prices
from edition.makeup.search.parting import inversions, splits
from edition.makeup.search.slicing import INF, Offer, Slicer, SlicingRules
from edition.makeup.search.trees import Cut, Top, Tree, TreeLeaf, extent, place

BUMP, THROUGH, ORDER = 3.0, 7.0, 1.0
RULES = SlicingRules(Prices(bump=BUMP, cut_through=THROUGH, order=ORDER))
Offers = list[Offer]


def price_of(offers: Offers, tree: Tree, columns: int) -> tuple[float, bool, bool]:
    """Price of a tree by its definition, and whether bare heads stand at its upper corners."""
    if isinstance(tree, TreeLeaf):
        prices = offers[tree.story].get((tree.columns, tree.rows), (INF, INF, INF))
        top = tree.top
        price = prices[top] if top < len(prices) else INF
        return price, top is not Top.PARTED, top is Top.HEAD
    a, b = price_of(offers, tree.first, columns), price_of(offers, tree.second, columns)
    total = a[0] + b[0]
    if not tree.stacked:
        return total + BUMP * (a[2] and b[1]), a[1], b[2]
    above = [leaf.story for leaf, _, _ in place(tree.first)]
    below = [leaf.story for leaf, _, _ in place(tree.second)]
    total += ORDER * sum(x > y for x in above for y in below)
    return total + THROUGH * (extent(tree)[0] == columns), a[1], a[2]


def trees(stories: tuple[int, ...], columns: int, rows: int) -> Iterator[Tree]:
    """Every slicing tree, rows and stacks cut from their end, by brute force."""
    if len(stories) == 1:
        yield from (TreeLeaf(stories[0], columns, rows, top) for top in Top)
        return
    lead, rest = stories[0], stories[1:]
    for size in range(len(rest)):
        for with_lead in combinations(rest, size):
            first = (lead, *with_lead)
            second = tuple(s for s in rest if s not in with_lead)
            for w in range(1, columns):
                for a in trees(first, w, rows):
                    for b in trees(second, columns - w, rows):
                        if not (isinstance(b, Cut) and not b.stacked):
                            yield Cut(False, a, b)
            for h in range(1, rows):
                for a in trees(first, columns, h):
                    for b in trees(second, columns, rows - h):
                        if not (isinstance(b, Cut) and b.stacked):
                            yield Cut(True, a, b)


def offers_of(count: int) -> Offers:
    """Stories of about 6 to 9 cells, each with its own prices, bare and parted."""
    return [
        {
            (w, h): (
                abs(w * h - 6 - story) * 1.3 + (w * 7 + h * 3 + story * 5) % 4,
                abs(w * h - 6 - story) * 1.3 + 2 + (w + h) % 3,
            )
            for w in range(1, 4)
            for h in range(1, 7)
            if abs(w * h - 6 - story) <= 3
        }
        for story in range(count)
    ]


def all_of(slicer: Slicer, rows: int) -> list[tuple[float, Tree]]:
    stream = slicer.trees(rows)
    found: list[tuple[float, Tree]] = []
    while (got := stream.get(len(found))) is not None:
        found.append(got)
    return found


@pytest.mark.parametrize(("count", "rows"), [(1, 3), (2, 5), (3, 6), (3, 7), (4, 6)])
def test_every_tree_comes_once_and_in_order_of_its_price(count: int, rows: int) -> None:
    offers = offers_of(count)
    slicer = Slicer(offers, 3, rows, 0, RULES)
    brute = sorted(
        price
        for tree in trees(tuple(range(count)), 3, rows)
        if (price := price_of(offers, tree, 3)[0]) < INF
    )
    found = all_of(slicer, rows)
    assert brute
    assert [price for price, _ in found] == pytest.approx(brute)
    assert len({repr(tree) for _, tree in found}) == len(found)
    assert slicer.prices()[rows] == pytest.approx(brute[0])


@pytest.mark.parametrize("count", [2, 3, 4, 5])
def test_the_tree_costs_what_the_table_says(count: int) -> None:
    offers = offers_of(count)
    slicer = Slicer(offers, 3, 14, 0, RULES)
    reached = [rows for rows in range(15) if slicer.prices()[rows] < INF]
    assert reached
    for rows in reached:
        price, tree = slicer.trees(rows).get(0) or (INF, None)
        assert tree is not None and extent(tree) == (3, rows)
        assert price_of(offers, tree, 3)[0] == pytest.approx(price)
        assert price == pytest.approx(float(slicer.prices()[rows]))


def test_the_best_ranked_story_stands_at_the_upper_left() -> None:
    slicer = Slicer(offers_of(4), 3, 12, 0, RULES)
    for rows in range(13):
        for _, tree in all_of(slicer, rows)[:50]:
            leaf, column, row = place(tree)[0]
            assert (leaf.story, column, row) == (0, 0, 0)


def test_an_anchored_item_keeps_to_the_lower_right_corner() -> None:
    offers = [*offers_of(3), {(1, 4): (INF, 0.0)}]
    slicer = Slicer(offers, 3, 12, 0b1000, RULES)
    found = [tree for rows in range(13) for _, tree in all_of(slicer, rows)]
    assert found
    for tree in found:
        columns, rows = extent(tree)
        leaf, column, row = next(entry for entry in place(tree) if entry[0].story == 3)
        assert (column + leaf.columns, row + leaf.rows) == (columns, rows)


def test_splits_cover_every_partition_once() -> None:
    found = list(splits(0b1111))
    assert len(found) == len(set(found)) == 7
    assert all(a | b == 15 and a & b == 0 and a & 1 for a, b in found)


def test_inversions_count_pairs_read_against_rank() -> None:
    assert inversions(0b0101, 0b1010) == 1
    assert inversions(0b0011, 0b1100) == 0


def test_a_tree_costs_along_its_cuts_what_it_was_found_for() -> None:
    """Whatever stands at the corners: bare heads, pictures, stacks beside each other."""
    seen = set()
    for count, rows in ((1, 3), (2, 5), (3, 6), (3, 7), (4, 6), (4, 9)):
        slicer = Slicer(offers_of(count), 3, rows, 0, RULES)
        for price, tree in all_of(slicer, rows)[:400]:
            assert slicer.price_of(tree) == pytest.approx(price)
            seen.update((leaf.top, row > 0, column > 0) for leaf, column, row in place(tree))
    assert len(seen) == 8


def test_bare_heads_bump_where_they_meet_and_nowhere_else() -> None:
    one, two, low = TreeLeaf(0, 1, 4), TreeLeaf(1, 1, 4), TreeLeaf(2, 2, 3)
    offers: Offers = [{(1, 4): (1.0, 10.0)}, {(1, 4): (2.0, 20.0)}, {(2, 3): (4.0, 40.0)}]
    slicer = Slicer(offers, 2, 7, 0, RULES)
    parted = TreeLeaf(1, 1, 4, Top.PARTED)
    for beside, price in ((two, 3.0 + BUMP), (parted, 21.0)):
        both = Cut(False, one, beside)
        lean = slicer.lean(1, 2)
        assert slicer.price_of(both) == pytest.approx(price + lean)
        whole = Cut(True, both, low)
        assert slicer.price_of(whole) == pytest.approx(price + lean + 4.0 + THROUGH)
        turned = Cut(True, low, both)
        assert slicer.price_of(turned) == pytest.approx(price + lean + 4.0 + THROUGH + 2 * ORDER)


def test_a_head_bumps_against_what_stands_at_the_corner_beside_it() -> None:
    """A block of two over one has the corners of the two above."""
    offers: Offers = [{(1, n): (1.0, 2.0) for n in (4, 5)} | {(2, 1): (1.0, 2.0)}
                      for _ in range(4)]
    slicer = Slicer(offers, 4, 5, 0, RULES)
    for left in (False, True):
        for right in (False, True):
            pair = Cut(False, TreeLeaf(1, 1, 4, Top(left)), TreeLeaf(2, 1, 4, Top(right)))
            block = Cut(True, pair, TreeLeaf(3, 2, 1))
            inner = 3.0 + left + right + BUMP * (not left and not right) + slicer.lean(2, 4)
            first = Cut(False, TreeLeaf(0, 1, 5), block)
            assert slicer.price_of(first) == pytest.approx(
                inner + 1 + BUMP * (not left) + slicer.lean(1, 14))
            last = Cut(False, block, TreeLeaf(0, 1, 5))
            assert slicer.price_of(last) == pytest.approx(
                inner + 1 + BUMP * (not right) + slicer.lean(14, 1))
            row = Cut(False, pair, TreeLeaf(0, 1, 4))
            assert slicer.price_of(row) == pytest.approx(
                inner - 1 + 1 + BUMP * (not right) + slicer.lean(6, 1))
            row = Cut(False, TreeLeaf(0, 1, 4), pair)
            assert slicer.price_of(row) == pytest.approx(
                inner - 1 + 1 + BUMP * (not left) + slicer.lean(1, 6))
