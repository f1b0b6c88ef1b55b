"""Related stories under one head (组合): the head across the top, the stories tiled below it.

To the page a group is one rectangle like that of a story. Inside it is a slicing tree of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from math import ceil

from edition.makeup.column_rules import RAIL
from edition.makeup.composer import ComposingRoom
from edition.makeup.heads import SECOND, HeadingBlock, HeadSpan, depth, heads
from edition.makeup.items import BriefsItem, GroupItem, HeadedItem, Headings, headings_of
from edition.makeup.prices import PRICES
from edition.makeup.recipes import FOOT, Choices, Recipe, offer, shape_price
from edition.makeup.search.score import EPS, bumps, inverted
from edition.makeup.search.slicing import INF, Slicer, SlicingRules
from edition.makeup.search.trees import Tree, TreeLeaf, bumps_in, place
from edition.makeup.search.weigh import Sizes, falling
from edition.makeup.tiers import NO_FILL, NO_LEGS

LEAST_COLUMNS = 2
"""base columns of a group at least, where the page has so many"""
WORD_SIZE = 0.5
"""em by which the word over a group is larger than a section's"""
TRIED = 60
"""ways to lay out a group that are weighed, the cheapest first"""
WORD_WHITE = 0.3
"""rows of white over and under such a word together, its rule's row left out"""
RULE_ROWS = 1
"""rows below the head of a group, in whose middle its rule stands"""
EXTRA = 2
"""numbers of blank rows tried round the head"""


@dataclass(frozen=True)
class GroupGround:
    """The stories of a group on one ground; which of them stands where is found when asked."""

    options: tuple[Choices, ...]
    slicer: Slicer = field(compare=False)
    rows: int
    """of its slicing tree, the foot row counted"""

    def shapes(self) -> tuple[tuple[int, Recipe, tuple[int, int, int, int]], ...]:
        """Number of each story, its recipe, and its cells from the corner below the head."""
        best: tuple[float, list[Recipe], list[tuple[TreeLeaf, int, int]]] | None = None
        stream = self.slicer.trees(self.rows)
        for number in range(TRIED):
            got = stream.get(number)
            if got is None or (best is not None and got[0] >= best[0] - EPS):
                break
            price, tree = got
            leaves = sorted(place(tree), key=lambda leaf: leaf[0].story)
            recipes, more = falling([self._sizes(leaf) for leaf, _, _ in leaves])
            price += more + self._geometry(tree, leaves)
            if best is None or price < best[0] - EPS:
                best = price, recipes, leaves
        assert best is not None, "a recipe stands for rows that can be filled"
        return tuple(
            (leaf.story, recipe, (column, row, leaf.columns, leaf.rows))
            for recipe, (leaf, column, row) in zip(best[1], best[2], strict=True)
        )

    def _sizes(self, leaf: TreeLeaf) -> Sizes:
        found = self.options[leaf.story][leaf.columns, leaf.rows]
        return {size: recipe for (size, top), recipe in found.items() if top == leaf.top}

    def _geometry(self, tree: Tree, leaves: Sequence[tuple[TreeLeaf, int, int]]) -> float:
        """What the places cost beyond the cuts: heads that only happen to stand level, rank."""
        boxes = [(column, row, leaf.columns, leaf.rows) for leaf, column, row in leaves]
        more = bumps(boxes, [leaf.top for leaf, _, _ in leaves]) - bumps_in(tree)
        ranks = inverted(boxes, self.slicer.columns, self.rows)
        return PRICES.bump * more + PRICES.strength * ranks


def member_steps(room: ComposingRoom, item: GroupItem, step: int) -> tuple[int, ...]:
    """The ladder step of each story of a group whose head suits `step`.

    Under a word the first story has the step of the group; under a headline all are smaller.
    """
    top = len(room.ladder) - 1
    after = top - SECOND if room.leads(step) else step - 1
    if item.word:
        found = [step, *(after - n for n in range(len(item.stories) - 1))]
    else:
        found = [after - 1 - n for n in range(len(item.stories))]
    return tuple(max(0, one) for one in found)


def grouped(
    room: ComposingRoom, item: GroupItem, step: int, limit: int, options: Sequence[Choices]
) -> Choices:
    """Every rectangle a group can fill; `options` are those of each of its stories."""
    grid = room.grid
    found: Choices = {}
    prices = replace(PRICES, cut_through=0.0)
    for columns in range(min(LEAST_COLUMNS, grid.columns), grid.columns + 1):
        offers = [
            {shape: tops for shape, tops in offer(one).items() if shape[0] <= columns}
            for one in options
        ]
        if not all(offers):
            continue
        slicer = Slicer(offers, columns, limit, rules=SlicingRules(prices))
        filled = [(rows, float(price)) for rows, price in enumerate(slicer.prices())
                  if price < INF]
        for head, extra, cost in _heads(room, item, HeadSpan(columns, grid.span(columns)), step):
            over = head.rows + extra + RULE_ROWS
            for rows, price in filled:
                if over + rows > limit:
                    break
                recipe = Recipe(
                    head, extra, NO_LEGS, rows - FOOT, NO_FILL, (),
                    price + cost + shape_price(grid, columns, over + rows),
                    tail=RULE_ROWS, parts_heads=item.word,
                    inside=GroupGround(tuple(options), slicer, rows),
                )
                by_size = found.setdefault((columns, recipe.rows), {})
                held = by_size.get((recipe.size, recipe.top))
                if held is None or recipe.price < held.price:
                    by_size[recipe.size, recipe.top] = recipe
    return found


def _heads(
    room: ComposingRoom, item: GroupItem, span: HeadSpan, step: int
) -> Iterator[tuple[HeadingBlock, int, float]]:
    """The heads of a group with rows of white added, and what they cost."""
    texts = Headings(item.id, item.head)
    blocks = _word(room, texts, span) if item.word else heads(room, texts, span, step)
    for block in blocks:
        for extra, price in islice(block.whites(), EXTRA):
            yield block, extra, block.price + price


def _word(room: ComposingRoom, texts: Headings, span: HeadSpan) -> tuple[HeadingBlock, ...]:
    """The word over a group, ranged left; it counts as no headline."""
    role = room.layout.roles.get("section")
    size = (role.size if role else 1.6) + WORD_SIZE
    heading = room.desk.headline(texts, size, span.width)
    if heading is None:
        return ()
    face = role.face if role else heading.face
    part = replace(heading, align="left", face=face)
    return (HeadingBlock(0.0, (part,), ceil(depth((part,)) + WORD_WHITE), 0.0),)


def headings_over(
    room: ComposingRoom, item: HeadedItem, span: HeadSpan, step: int
) -> tuple[HeadingBlock, ...]:
    """The heading blocks of an item over a span; three briefs and more have a word over them."""
    texts = headings_of(item)
    if not isinstance(item, BriefsItem) or len(item.stories) < RAIL:
        return heads(room, texts, span, step)
    found = _word(room, Headings(texts.id, texts.headline), span)
    return tuple(replace(block, rows=block.rows + RULE_ROWS) for block in found) or heads(
        room, texts, span, step
    )
