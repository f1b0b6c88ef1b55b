"""A story with a wide table in tiers, on a desk that sets by arithmetic: which fit, how deep."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.compose.composed import Slug
from edition.compose.rows.wideparts import StoryPart
from edition.makeup.choices import Asked, _breaks_well, choices
from edition.makeup.composer import ComposingRoom
from edition.makeup.items import HouseCopyItem, RestItem, StoryItem
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Measure, shape_price
from edition.makeup.tiers import (
    _across,
    _fills,
    _full_measure,
    _some,
    _wider,
    cells_of,
    poured,
    rests,
    slugs_of,
    stacks,
    wide_parts,
)
from edition.model import Figure, HouseItem, Paragraph, Run, Story
from makeup_desk import FakeDesk, small_grid


def piece(number: int, characters: int, paragraphs: int = 1) -> Story:
    each = characters // paragraphs
    body = tuple(Paragraph((Run("字" * each),), id=f"s{number}b{n}") for n in range(paragraphs))
    return Story(f"s{number}", "表", body)


class TableDesk(FakeDesk):
    """A desk to which every story is text, a table of `columns` columns, and text again."""

    def __init__(self, first: int = 404, table: int = 404, last: int = 404,
                 columns: int = 3) -> None:
        super().__init__()
        self.told = (StoryPart(piece(1, first)), StoryPart(piece(2, table), columns),
                     StoryPart(piece(3, last)))

    def parts(self, copy: Story) -> tuple[StoryPart, ...]:
        return self.told


def room_of(desk: FakeDesk | None = None, columns: int = 4, rows: int = 60) -> ComposingRoom:
    return ComposingRoom(desk or TableDesk(), small_grid(columns, rows))


ITEM = StoryItem(piece(9, 100))


def test_only_a_story_with_a_wide_table_has_wide_parts() -> None:
    room = room_of()
    assert len(wide_parts(room, ITEM)) == 3 == len(wide_parts(room, RestItem(ITEM, 2, "A1")))
    assert wide_parts(room, HouseCopyItem(HouseItem("h", "茶馆"))) == ()
    assert wide_parts(room_of(FakeDesk()), ITEM) == ()


def test_a_table_is_as_wide_as_it_needs_and_one_column_more_at_the_most() -> None:
    room = room_of(columns=6)
    grid = room.grid
    assert [_across(room, 3, columns).width for columns in (3, 4, 5, 6)] == [41, 55, 55, 55]
    assert [_across(room, 3, columns).inset for columns in (3, 4, 5, 6)] == [0, 0, 7, 14]
    assert {_across(room, 3, columns).legs for columns in (3, 4, 5, 6)} == {1}
    text, table, _ = wide_parts(room, ITEM)
    assert _full_measure(room, table) == Measure(1, 55.0, grid.gutter, 0.0, 14.0)
    assert _full_measure(room, text) == Measure(6, 13.0, grid.gutter, 0.0)


@pytest.mark.parametrize(("width", "legs"), [(41.0, 1), (42.0, 1), (42.1, 2), (84.0, 2), (84.1, 3)])
def test_a_few_lines_of_text_stand_in_legs_a_reader_can_follow(width: float, legs: int) -> None:
    found = _wider(Measure(1, width, 1.0, 0.0, 3.0))
    assert (found.legs, found.inset) == (legs, 3.0)
    assert width - legs < found.width * legs + legs - 1 <= width


@pytest.mark.parametrize(("characters", "columns", "enough"), [
    (13 * 8 - 2, 4, True), (13 * 7 - 2, 4, False), (13 * 6 - 2, 3, True), (13 * 6 - 1, 4, False),
])
def test_text_of_two_rows_a_leg_fills_a_span(characters: int, columns: int, enough: bool) -> None:
    room = room_of()
    assert _fills(room, StoryPart(piece(1, characters)), columns) is enough
    assert not _fills(room, StoryPart(piece(1, 4000), 2), columns)


def test_a_story_with_a_table_takes_the_columns_of_its_table_at_least() -> None:
    room = room_of()
    parts = wide_parts(room, ITEM)
    found = {columns: list(stacks(room, parts, columns, 60)) for columns in range(1, 5)}
    assert not found[1] and not found[2] and found[3] and found[4]
    first = found[3][0]
    assert [tier.measure.legs for tier in first.tiers] == [3, 1, 3]
    assert [tier.depth for tier in first.tiers] == [11, 10, 11]
    assert first.price == pytest.approx(sum(tier.fill.price for tier in first.tiers))
    assert all(stack.tiers[:-1] == first.tiers[:-1] and stack.rest is None for stack in found[3])
    depths = [stack.tiers[-1].depth for stack in found[3]]
    assert depths == sorted(set(depths)) and len(depths) > 1, "the last tier goes deeper"
    wide = found[4][0]
    assert wide.price == pytest.approx(
        PRICES.table_column + sum(tier.fill.price for tier in wide.tiers))


@pytest.mark.parametrize(("limit", "count"), [(32, 1), (31, 0), (33, 2), (20, 0), (10, 0)])
def test_all_tiers_together_keep_to_the_limit(limit: int, count: int) -> None:
    room = room_of()
    assert len(list(stacks(room, wide_parts(room, ITEM), 3, limit))) == count


def test_a_span_far_wider_than_the_table_needs_text_that_fills_it() -> None:
    for first, found in ((404, True), (9, False)):
        room = room_of(TableDesk(first, 404, 9, columns=1), columns=4)
        assert bool(list(stacks(room, wide_parts(room, ITEM), 3, 60))) is found
        assert list(stacks(room, wide_parts(room, ITEM), 2, 60)), "no more than a column wider"
        assert list(stacks(room, wide_parts(room, ITEM), 4, 60)), "the whole page is never too wide"


def test_a_story_with_tables_is_reckoned_in_cells() -> None:
    """404 characters take 32 rows of 13 em, or 8 of 55 em across all four columns."""
    room = room_of()
    flags = slugs_of(room, ITEM)
    assert [wide for _, wide in flags] == [False] * 32 + [True] * 8 + [False] * 32
    assert cells_of(room, ITEM, 0) == 32 + 8 * 4 + 32
    assert cells_of(room, ITEM, 1) == 31 + 8 * 4 + 32
    assert cells_of(room, RestItem(ITEM, 36, "A1"), 36) == 4 * 4 + 32
    assert cells_of(room, HouseCopyItem(HouseItem("h", "茶馆")), 0) is None
    assert cells_of(room_of(FakeDesk()), ITEM, 0) is None


def test_the_rest_is_as_wide_as_the_page_while_a_table_is_left() -> None:
    room = room_of()
    tabled = RestItem(ITEM, 36, "A1")
    assert not list(rests(room, tabled, 3, 60))
    (whole,) = rests(room, tabled, 4, 60)
    assert [tier.depth for tier in whole.tiers] == [4, 8] and whole.rest is None
    assert not list(rests(room, tabled, 4, 11)), "it does not end on this page"
    text = RestItem(ITEM, 40, "A1")
    for columns, depth in ((1, 32), (2, 16), (3, 11), (4, 8)):
        found = list(rests(room, text, columns, 60))
        assert found[0].tiers[0].depth == depth and found[0].tiers[0].measure.legs == columns
        assert all(stack.price == stack.tiers[0].fill.price for stack in found)
        assert all(len(stack.tiers) == 1 for stack in found)
    assert len(next(rests(room, RestItem(ITEM, 42, "A1"), 2, 60)).tiers[0].slugs) == 30
    assert not list(rests(room, text, 1, 31)) and list(rests(room, text, 1, 32))


@pytest.mark.parametrize(("depth", "tiers", "rest"), [
    (60, [8, 8, 8], None), (24, [8, 8, 8], None), (23, [8, 8, 7], 68), (16, [8, 8], 40),
    (15, [8, 7], 38), (14, [8, 6], 38), (13, [8], 32), (8, [8], 32), (7, [7], 28),
])
def test_a_page_is_poured_full_and_tells_how_much_it_holds(
    depth: int, tiers: list[int], rest: int | None
) -> None:
    """Fewer than six rows of a table are left to the next page, and never its last line alone."""
    found = poured(room_of(), ITEM, depth)
    assert [tier.depth for tier in found.tiers] == tiers and found.rest == rest
    assert found.price == pytest.approx(sum(tier.fill.price for tier in found.tiers))


@pytest.mark.parametrize(("start", "depth", "tiers", "rest"), [
    (32, 16, [8, 8], None), (33, 15, [7, 8], None), (30, 60, [1, 8, 8], None), (33, 7, [7], 7),
    (33, 6, [6], 5), (33, 5, [], 0), (40, 60, [8], None), (70, 60, [1], None), (39, 1, [1], 1),
])
def test_a_page_goes_on_where_the_one_before_left_off(
    start: int, depth: int, tiers: list[int], rest: int | None
) -> None:
    """The rest counts from where the item starts."""
    found = poured(room_of(), RestItem(ITEM, start, "A1"), depth)
    assert [tier.depth for tier in found.tiers] == tiers and found.rest == rest


def test_some_of_a_part_fills_its_legs_and_counts_its_holes() -> None:
    room = room_of()
    text, table, _ = wide_parts(room, ITEM)
    slugs = room.desk.galley(text.copy, 13.0).slugs
    some = _some(room, text, slugs, 5)
    assert some is not None and some.depth == 5 == some.fill.depth
    assert some.fill.ends == (5, 10, 15, 20) and (some.fill.white, some.fill.holes) == (0, 0)
    deep = tuple(replace(slug, rows=3, cut=0.5) for slug in slugs)
    holed = _some(room, text, deep, 5)
    assert holed is not None and holed.fill.ends == (1, 2, 3, 4)
    assert (holed.fill.holes, holed.fill.price) == (8, 2.0)
    assert _some(room, text, deep, 2) is None
    assert _some(room, table, slugs, 5) is None and _some(room, table, slugs, 6) is not None


# -- what the place on the page lets such a story be ----------------------------------------------


def test_pictures_of_a_story_with_tables_stand_over_all_its_legs() -> None:
    picture = Figure("a.jpg", (Run("图"),), id="p", pixels=(900, 300))
    item = StoryItem(replace(piece(9, 100), body=(picture, *piece(9, 100).body)))
    room = room_of()
    for limit in (38, 45, 60):
        for (columns, rows), by in choices(room, Asked(item, 4, limit)).items():
            for recipe in by.values():
                assert rows == recipe.rows <= limit and columns >= 3
                assert len(recipe.tiers) == 2
                assert recipe.band is None or recipe.band.columns == columns
                assert recipe.head is not None
                tiers = sum(tier.fill.price for tier in recipe.tiers) + recipe.fill.price
                assert recipe.price == pytest.approx(
                    PRICES.table_column * (columns - 3) + tiers + recipe.head.price
                    + (recipe.band.price if recipe.band else 0.0)
                    + PRICES.head_white[recipe.extra]
                    + shape_price(room.grid, columns, rows))
    found = [r for by in choices(room, Asked(item, 4, 60)).values() for r in by.values()]
    assert found and all(recipe.band is not None for recipe in found)


def test_a_story_with_tables_never_jumps_from_among_others() -> None:
    room = room_of(rows=200)
    item = StoryItem(piece(9, 3000, 3))
    found = choices(room, Asked(item, 4, 200, True))
    assert found and all(r.rest is None for by in found.values() for r in by.values())


@pytest.mark.parametrize(("kind", "final", "well"), [
    ("text", False, True), ("text", True, False), ("crosshead", False, False),
])
def test_a_jump_is_inside_a_paragraph(kind: str, final: bool, well: bool) -> None:
    slug = Slug(kind, "b", 1, (), cut=0.0, final=final)  # type: ignore[arg-type]
    assert _breaks_well(slug) is well
