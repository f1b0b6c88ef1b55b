"""Heads, pictures, house copy and the recipes of a story, each by itself."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from edition.compose.composed import Heading
from edition.makeup.choices import (
    JUMP_BEFORE,
    JUMP_REST,
    RUN_REST,
    Asked,
    _wholes,
    choices,
)
from edition.makeup.composer import ComposingRoom
from edition.makeup.copies import MOST_LOOSE, CopyVariants
from edition.makeup.halfheads import BESIDE, COVERED, LEAST_UNDER, MOST_EXTRA
from edition.makeup.heads import (
    GAP,
    MOST_WHITE,
    OPENED,
    SECOND,
    SMALL,
    TIGHT,
    UNDER,
    WHITE,
    HeadSpan,
    depth,
    heads,
    ideal_step,
    ink,
)
from edition.makeup.house import DEEPEST, MARGIN, readable, spaces
from edition.makeup.items import (
    BriefsItem,
    HouseCopyItem,
    RestItem,
    StoryItem,
    TextItem,
    boxable,
)
from edition.makeup.manners.underheads import NO_LEGS_UNDER, LegDraft
from edition.makeup.plan.memo import ChoiceMemo
from edition.makeup.prices import PRICES
from edition.makeup.recipes import (
    BOX_ROWS,
    FOOT,
    LEAST_LINES,
    Measure,
    Recipe,
    advertisement_choices,
    depth_price,
    in_box,
    measures,
    offer,
    shape_price,
)
from edition.makeup.search.slicing import INF
from edition.makeup.search.trees import Top
from edition.model import Byline, Closing, Figure, HouseItem, Run, Story
from makeup_desk import LADDER, FakeDesk, broadsheet, small_grid, story

LAYOUT = broadsheet()
GRID = LAYOUT.grid
ROOM = ComposingRoom(FakeDesk(), LAYOUT)
TOP = len(LADDER) - 1


def figure(width: int = 1800, height: int = 1200, **more: object) -> Figure:
    made = Figure("a.jpg", (Run("图片说明"),), id="p", pixels=(width, height))
    return replace(made, **more)  # type: ignore[arg-type]


def pictured(characters: int, *figures: Figure) -> Story:
    one = story(1, characters, max(characters // 200, 1))
    return replace(one, body=(*figures, *one.body))


def recipes(item: TextItem, step: int = 4, limit: int = 94, jumps: bool = False) -> list[Recipe]:
    found = choices(ROOM, Asked(item, step, limit, jumps))
    for (_, rows), by in found.items():
        for (size, top), recipe in by.items():
            assert (recipe.rows, recipe.size, recipe.top) == (rows, size, top)
            assert rows <= limit
    return [recipe for by in found.values() for recipe in by.values()]


# -- heads --------------------------------------------------------------------------------------


def test_sizes_fall_with_the_rank() -> None:
    steps = [ideal_step(place, 9, LADDER) for place in range(9)]
    assert steps[0] == TOP - 1
    assert steps[1] == TOP - SECOND
    assert all(a >= b for a, b in pairwise(steps))
    assert ideal_step(8, 9, LADDER) == 0 == ideal_step(30, 31, LADDER)
    assert ideal_step(0, 1, (1.0,)) == 0


def sizes_at(ideal: int, span: HeadSpan | None = None, text: str = "新桥通车") -> list[float]:
    one = story(1, 300, headline=text)
    return [block.size for block in heads(ROOM, one, span or HeadSpan(4, GRID.span(4)), ideal)]


def test_a_headline_keeps_near_its_rank_and_the_lead_may_fall_further() -> None:
    assert sizes_at(4) == list(LADDER[2:7])
    assert sizes_at(0) == list(LADDER[0:3])
    assert sizes_at(TOP - 2) == list(LADDER[TOP - 4 :])
    assert sizes_at(TOP - 1) == list(LADDER[TOP - 4 :])
    assert sizes_at(TOP) == list(LADDER[TOP - 3 :])


def test_a_headline_too_long_for_its_rank_takes_the_next_smaller_size_that_holds() -> None:
    assert sizes_at(6, HeadSpan(1, 13.0), "长" * 24) == [1.8 + 0.2]
    assert sizes_at(6, HeadSpan(1, 13.0), "长" * 60) == []
    (last,) = heads(ROOM, story(1, 300, headline="长" * 300), HeadSpan(8, GRID.width), 6)
    assert (last.size, last.parts[0].size) == (SMALL[-1], 1.4)


def test_a_step_off_the_rank_and_a_line_too_many_are_priced() -> None:
    one = story(1, 300, headline="长" * 9)
    for span, usual in ((HeadSpan(1, 13.0), 3), (HeadSpan(2, 27.0), 2), (HeadSpan(4, 55.0), 2)):
        for ideal, toll in ((3, PRICES.size_step), (TOP - 1, PRICES.lead_step)):
            for block in heads(ROOM, one, span, ideal):
                head = block.parts[0]
                want = toll * abs(LADDER.index(block.size) - ideal) + head.price
                over = max(0, len(head.lines) - usual)
                want += PRICES.head_line * over * (over + 1)
                want += PRICES.lead_line * max(0, len(head.lines) - 2) ** 2 * (ideal == TOP - 1)
                want += PRICES.head_fill * max(0.0, 0.55 - head.fill)
                want += PRICES.head_tight * (head.fill > TIGHT)
                assert block.price == pytest.approx(want)


def test_headings_share_the_white_of_their_block() -> None:
    one = replace(story(1, 300, headline="新桥通车"), kicker="十年", deck="三座桥一次建成")
    (block, *_) = heads(ROOM, one, HeadSpan(4, 55.0), 4)
    assert [part.role for part in block.parts] == ["kicker", "headline", "deck"]
    assert block.rows >= depth(block.parts) + WHITE > block.rows - 1
    for extra in (0, 1, 3, 5):
        offsets = block.offsets(extra)
        for (a, b), part in zip(pairwise(offsets), block.parts, strict=False):
            assert GAP - 1e-3 <= b - a - ink(part) <= OPENED + 1e-3
        left = block.rows + extra - offsets[-1] - ink(block.parts[-1])
        assert offsets[0] > 0 and left == pytest.approx(UNDER, abs=1e-3), "always as much"
        assert block.white(extra) == pytest.approx(offsets[0], abs=1e-3)
        boxed = block.offsets(extra, 0.5)
        assert boxed[0] <= offsets[0] and block.white(extra, 0.5) <= block.white(extra) + 0.5
    assert block.white(1) <= MOST_WHITE < block.white(5)
    small = {part.role: part.size for part in block.parts}
    assert small["kicker"] == small["deck"] == min(2.0, max(1.2, block.size / 2))


def test_heads_stand_alike_over_their_text_and_the_rest_of_their_white_over_them() -> None:
    for headline in ("新桥通车", "新桥通车以后", "三座桥一次建成"):
        one = story(1, 300, headline=headline)
        for block in heads(ROOM, one, HeadSpan(3, 41.0), 4):
            for extra in (0, 1, 2):
                under = block.rows + extra - block.offsets(extra)[0] - depth(block.parts)
                assert under == pytest.approx(UNDER, abs=1e-3)


def test_a_head_that_fits_no_size_across_the_page_leaves_only_what_fits() -> None:
    one = replace(story(1, 300, headline="长" * 600), kicker="短")
    (block,) = heads(ROOM, one, HeadSpan(8, GRID.width), 4)
    assert [part.role for part in block.parts] == ["kicker"]
    assert block.price == PRICES.hard_cut


# -- measures and prices of shape ---------------------------------------------------------------


def test_base_columns_come_first_and_other_measures_are_priced() -> None:
    found = list(measures(GRID, 4, 60))
    assert [(m.legs, m.price) for m in found] == [(4, 0.0), (2, PRICES.measure)]
    assert [m.legs for m in measures(GRID, 4, 100)] == [4, 2, 3]
    assert [m.legs for m in measures(GRID, 4, 99)] == [4, 2]
    assert [m.legs for m in measures(GRID, 5, 60)] == [5]
    for columns in range(1, 8):
        for measure in (*measures(GRID, columns, 200), in_box(GRID, columns)):
            wide = measure.legs * measure.width + (measure.legs - 1) * measure.gutter
            assert wide + 2 * measure.inset == pytest.approx(GRID.span(columns))


def test_too_little_copy_for_the_page_stands_in_its_middle() -> None:
    (one,) = measures(GRID, 8, 9)
    assert (one.legs, one.inset) == (2, GRID.x(3)), "as much white at either side"
    for wider in measures(GRID, 8, 23):
        assert wider.inset == 0.0 and wider.price == PRICES.measure
        across = wider.legs * wider.width + (wider.legs - 1) * wider.gutter
        assert across == pytest.approx(GRID.width), "from edge to edge"
        assert 23 * GRID.measure >= LEAST_LINES * wider.legs * wider.width
    (one,) = measures(GRID, 8, 2)
    assert (one.legs, one.inset) == (1, GRID.x(3))
    assert [m.legs for m in measures(GRID, 8, 24)] == [8]
    assert [m.legs for m in measures(GRID, 8, 23)] == [4, 5, 6, 7]


def test_a_box_is_inset_at_either_side() -> None:
    assert in_box(GRID, 1) == Measure(1, 11.0, 0.0, 0.0, 1.0)
    assert in_box(replace(GRID, measure=9), 1) == Measure(1, 8.0, 0.0, 0.0, 0.5)
    two = in_box(GRID, 2)
    assert (two.legs, two.width, two.inset) == (2, 12.0, 1.0)


def test_shallow_deep_and_odd_shapes_are_priced() -> None:
    row = GRID.pitch * 25.4 / 72
    assert depth_price(GRID, 11, 2) == pytest.approx(0.0)
    assert depth_price(GRID, 8, 2) == pytest.approx(PRICES.shallow * (51 / row - 8))
    assert depth_price(GRID, 8, 1) == depth_price(GRID, 2, 1) == 0.0
    stubs = PRICES.shallow * (51 / row - 3) + 2 * PRICES.stub
    assert depth_price(GRID, 3, 2) == pytest.approx(stubs)
    assert depth_price(GRID, 60, 3) == pytest.approx(PRICES.deep * (60 - 254 / row))
    assert shape_price(GRID, 3, 21) == 0.0
    assert shape_price(GRID, 1, 41) > 0 and shape_price(GRID, 1, 20) == 0.0
    flat = GRID.span(7) * 9 / (10 * 13.5)
    assert shape_price(GRID, 7, 11) == pytest.approx(PRICES.aspect * (flat - 3.5))
    assert shape_price(GRID, 8, 11) == PRICES.full_span


def test_the_offer_is_the_least_price_with_a_bare_head_and_without() -> None:
    found = choices(ROOM, Asked(StoryItem(story(1, 900, 5)), 4, 94))
    offered = offer(found)
    assert set(offered) == set(found)
    seen = set()
    for shape, by in found.items():
        for top in Top:
            prices = [r.price for r in by.values() if r.top is top]
            assert offered[shape][top] == min(prices, default=INF)
            seen.add((top, bool(prices)))
    assert len(seen) == 6


def test_an_advertisement_offers_its_own_rectangle_and_parts_heads() -> None:
    ((shape, by),) = advertisement_choices(3, 20).items()
    ((_, recipe),) = by.items()
    assert shape == (3, 20 + FOOT) and recipe.rows == 20 + FOOT
    assert recipe.parted and recipe.price == 0.0


# -- recipes ------------------------------------------------------------------------------------


def test_every_recipe_holds_the_whole_story_in_legs_of_its_depth() -> None:
    for recipe in recipes(StoryItem(story(1, 900, 5))):
        assert recipe.fill.ends[-1] == len(recipe.slugs)
        assert len(recipe.fill.ends) == recipe.measure.legs
        cuts = (0, *recipe.fill.ends)
        used = [sum(s.rows for s in recipe.slugs[a:b]) for a, b in pairwise(cuts)]
        assert max(used) <= recipe.depth
        assert recipe.rest is None


def wholes(item: StoryItem, columns: int, step: int = 4) -> list[Recipe]:
    """Every recipe on one span before the cheapest are chosen."""
    found = _wholes(ROOM, Asked(item, step, 94), item, columns, {})
    return [one.at(one.price) if isinstance(one, LegDraft) else one for one in found]


def test_the_cheapest_recipe_of_each_shape_and_size_is_kept() -> None:
    item = StoryItem(story(1, 900, 5))
    found = choices(ROOM, Asked(item, 4, 94))
    least: dict[tuple[int, int, float, Top], float] = {}
    for columns in range(1, 9):
        for r in wholes(item, columns):
            if r.rows <= 94:
                key, price = (columns, r.rows, r.size, r.top), r.price
                price += shape_price(GRID, columns, r.rows)
                least[key] = min(price, least.get(key, INF))
    got = {
        (*shape, *kind): recipe.price for shape, by in found.items() for kind, recipe in by.items()
    }
    assert got == pytest.approx(least)


@pytest.mark.parametrize("pictured_too", [False, True])
def test_a_recipe_costs_its_legs_head_white_measure_and_pictures(pictured_too: bool) -> None:
    item = StoryItem(pictured(1500, figure()) if pictured_too else story(1, 1500, 7))
    extras, wide = set(), 0
    for columns in (2, 4):
        for r in wholes(item, columns):
            if r.boxed or r.measure.legs > 2 or r.head is None:
                continue
            rows = ROOM.desk.galley(item.story, r.measure.width).rows
            floats = max(0.0, r.head.white(r.extra) - MOST_WHITE)
            want = r.fill.price + r.head.price + PRICES.head_white[r.extra]
            want += PRICES.head_deep * max(0, r.head.rows - r.depth)
            want += PRICES.head_float * floats + PRICES.half_head * (r.half > 0)
            want += r.measure.price + (PRICES.measure_row * rows if r.measure.price else 0.0)
            want += r.band.price if r.band else 0.0
            want += depth_price(GRID, r.depth, r.measure.legs)
            assert r.price == pytest.approx(want)
            extras.add(r.extra)
            wide += r.measure.price > 0 and (r.band is not None) == pictured_too
    assert extras == set(range(len(PRICES.head_white))) and wide


def test_a_box_costs_more_round_the_lead_and_keeps_its_rows() -> None:
    item = StoryItem(story(1, 900, 5, headline="新桥"))
    boxed = [r for r in recipes(item) if r.boxed]
    assert boxed and all((r.lead, r.tail) == (BOX_ROWS, BOX_ROWS) for r in boxed)
    assert min(r.price for r in boxed) >= PRICES.box
    lead = [r for r in recipes(item, TOP - 1) if r.boxed]
    assert min(r.price for r in lead) >= PRICES.box + PRICES.box_lead
    assert all(len(r.fill.ends) < 8 for r in boxed)


def test_a_wish_for_columns_is_the_only_span_where_it_can_be_had() -> None:
    asked = Asked(StoryItem(story(1, 900, 5, columns=3)), 4, 94)
    assert {columns for columns, _ in choices(ROOM, asked)} == {3}
    wide = Asked(StoryItem(story(1, 900, 5, columns=9)), 4, 94)
    assert len({columns for columns, _ in choices(ROOM, wide)}) > 3
    deep = Asked(StoryItem(story(1, 900, 5, columns=1)), 4, 40)
    assert {columns for columns, _ in choices(ROOM, deep)} >= {3, 4}


def test_a_short_story_takes_no_span_it_cannot_fill_unless_it_is_wished() -> None:
    short = story(1, 60, 1, headline="新桥")
    assert {c for c, _ in choices(ROOM, Asked(StoryItem(short), 1, 94))} <= {1, 2, 8}
    wished = Asked(StoryItem(replace(short, columns=4)), 1, 94)
    assert {c for c, _ in choices(ROOM, wished)} == {4}


def test_a_story_that_goes_on_breaks_well_and_leaves_enough_on_both_pages() -> None:
    one = story(1, 2600, 12, jump=True)
    slugs = ROOM.desk.galley(one, 13.0).slugs
    begun = [r for r in recipes(StoryItem(one), jumps=True) if r.rest is not None]
    assert begun
    for recipe in begun:
        last = slugs[recipe.rest - 1]  # type: ignore[operator]
        assert last.kind == "text" and not last.final
        before = sum(s.rows for s in slugs[: recipe.rest])
        rest = sum(s.rows for s in slugs[recipe.rest :])
        assert before >= JUMP_BEFORE and rest >= JUMP_REST
        assert recipe.tail == 1 and before == recipe.depth * recipe.measure.legs
        assert recipe.measure.legs < GRID.columns
        assert recipe.price >= PRICES.jump
    assert not [r for r in recipes(StoryItem(one)) if r.rest is not None]
    unmarked = StoryItem(replace(one, jump=False))
    assert not [r for r in recipes(unmarked, jumps=True) if r.rest is not None]


def test_in_one_column_a_story_may_run_on_at_any_good_cut() -> None:
    room = ComposingRoom(FakeDesk(), small_grid(columns=1, rows=34))
    one = replace(story(1, 600, 12), body=(figure(), *story(1, 600, 12).body))
    found = choices(room, Asked(StoryItem(one), TOP, 32, True))
    begun = [r for some in found.values() for r in some.values() if r.rest is not None]
    assert {bool(recipe.band) for recipe in begun} == {True, False}, "its pictures may wait"
    least = {band: min(r.price for r in begun if bool(r.band) == band) for band in (True, False)}
    assert least[True] < least[False]
    assert any(recipe.slugs[recipe.rest - 1].final for recipe in begun if recipe.rest)
    rest = [sum(s.rows for s in recipe.slugs[recipe.rest :]) for recipe in begun]
    assert min(rest) >= RUN_REST and all(r.fill.price < PRICES.hard_cut for r in begun)
    assert not [
        r for some in choices(room, Asked(StoryItem(one), TOP, 30)).values()
        for r in some.values() if r.rest is not None
    ]


def test_pictures_that_wait_stand_over_the_legs_of_the_rest() -> None:
    one = pictured(2600, figure())
    assert all(r.band is None for r in recipes(RestItem(StoryItem(one), 40, "1")))
    found = recipes(RestItem(StoryItem(one), 40, "1", pictured=True))
    assert found and all(r.band and not r.band.over_head and r.lead == 1 for r in found)


def test_a_rest_has_no_head_and_a_row_for_where_it_comes_from() -> None:
    one = story(1, 2600, 12)
    slugs = ROOM.desk.galley(one, 13.0).slugs
    found = recipes(RestItem(StoryItem(one), 40, "1"))
    assert found
    for recipe in found:
        assert (recipe.head, recipe.lead, recipe.size) == (None, 1, 0.0)
        assert recipe.slugs == slugs[40:]
        assert not recipe.boxed and not recipe.parted


def test_a_picture_has_enough_text_under_it_or_none() -> None:
    for recipe in recipes(StoryItem(pictured(1500, figure()))):
        assert recipe.band is not None and not recipe.boxed
        above = max(recipe.band.above(recipe.measure.legs))
        assert not above or recipe.depth - above >= NO_LEGS_UNDER
        if recipe.measure.price:
            assert recipe.band.columns == recipe.band.span
    under = {
        r.depth - max(r.band.above(r.measure.legs))
        for rows in (18, 24, 30) for columns in (3, 4, 5)
        for r in wholes(StoryItem(pictured(13 * rows, figure())), columns)
        if r.band and max(r.band.above(r.measure.legs))
    }
    assert min(under) == NO_LEGS_UNDER


def test_pictures_over_the_head_part_it_from_its_neighbours() -> None:
    found = recipes(StoryItem(pictured(1500, figure())))
    over = [r for r in found if r.band and r.band.over_head]
    assert over and all(r.parted for r in over)
    assert not any(r.parted for r in found if r.band and not r.band.over_head)
    assert all(r.head_rows >= r.band.rows + r.head.rows for r in over if r.band and r.head)


def test_briefs_and_house_copy_have_recipes_of_their_own() -> None:
    briefs = BriefsItem("b", "简讯", tuple(story(n, 80, 1, brief=True) for n in range(1, 7)))
    house = HouseCopyItem(HouseItem("h", "字" * 90, "公益"))
    for item, label in ((briefs, "简讯"), (house, "公益")):
        found = recipes(item, 1)
        parts = [part for recipe in found if recipe.head for part in recipe.head.parts]
        assert found and {line.text for part in parts for line in part.lines} == {label}


def test_house_copy_among_the_stories_has_three_rows_in_each_leg() -> None:
    assert recipes(HouseCopyItem(HouseItem("h", "节约用水，从点滴做起。")), 1) == []
    some = recipes(HouseCopyItem(HouseItem("h", "字" * 70)), 1)
    assert {recipe.measure.legs for recipe in some} == {1, 2}
    pool = (HouseItem("a", "节水"), HouseItem("b", "字" * 70))
    assert readable(ROOM, pool) == pool[1:]


def test_choices_are_reckoned_once() -> None:
    desk = FakeDesk()
    memo = ChoiceMemo(ComposingRoom(desk, LAYOUT))
    asked = Asked(StoryItem(story(1, 900, 5)), 4, 94)
    first, count = memo.choices(asked), desk.asked
    assert memo.choices(Asked(StoryItem(story(1, 900, 5)), 4, 94)) is first
    assert desk.asked == count
    assert memo.choices(replace(asked, limit=30)) is not first


def test_paragraphs_are_loosened_where_the_last_leg_is_short() -> None:
    copy = CopyVariants(FakeDesk(), StoryItem(story(1, 5 * 110, 5)), 13.0)
    usual = sum(slug.rows for slug in copy.galley.slugs)
    longer = set()
    for slugs, deep, fill, price in copy.fills((0, 0, 0, 0), 94):
        more = sum(slug.rows for slug in slugs) - usual
        assert 0 <= more <= MOST_LOOSE
        assert price == pytest.approx(more * (PRICES.looseness + 0.1))
        assert deep == fill.depth
        longer.add(more)
    assert longer >= {0, 2, 3}
    two = [price for _, _, _, price in copy.fills((0, 0), 94)]
    assert set(two) == {0.0}


def test_a_longer_paragraph_keeps_the_cut_after_it() -> None:
    class Careless(FakeDesk):
        def longer(self, copy, measure):  # type: ignore[no-untyped-def]
            return tuple(
                (block, price, tuple(replace(slug, cut=0.0) for slug in slugs))
                for block, price, slugs in super().longer(copy, measure)
            )

    one = replace(story(1, 400, 1), byline=Byline("（王小明）", ("王小明",)))
    copy = CopyVariants(Careless(), StoryItem(one), 13.0)
    column, price = copy.column(0, 1)
    assert column.slugs[-1].kind == "byline" and column.slugs[-2].cut is None
    assert price == pytest.approx(PRICES.looseness + 0.1)


# -- house copy at the foot ---------------------------------------------------------------------


POOL = tuple(HouseItem(f"h{n}", "节约用水", "公益广告") for n in range(1, 6))


@pytest.mark.parametrize(("rows", "count"), [(9, 4), (12, 4), (20, 3), (24, 2), (30, 2)])
def test_a_deep_band_holds_fewer_and_larger_spaces(rows: int, count: int) -> None:
    found = spaces(ROOM, (0, 50, 8, rows), POOL)
    assert [f.item for f in found] == [item.id for item in POOL[:count]]
    assert sum(f.columns for f in found) == 8
    assert max(f.columns for f in found) - min(f.columns for f in found) <= 1
    assert [f.x for f in found] == [GRID.x(f.column) for f in found]
    for filler in found:
        kicker, text = filler.headings
        assert filler.box is not None
        x, top, width, deep = filler.box
        assert (x, top, width, deep) == (filler.x, 50.5, filler.width, rows - 0.5)
        assert kicker.heading.size < text.heading.size and kicker.row < text.row
        assert filler.row + MARGIN - 1e-6 <= kicker.row
        assert text.row + ink(text.heading) <= filler.row + filler.rows - MARGIN + 1e-6
        assert kicker.x == filler.x + MARGIN and kicker.width == filler.width - 2 * MARGIN


def test_a_band_deeper_than_a_space_is_divided() -> None:
    found = spaces(ROOM, (0, 9, 8, DEEPEST + 6), POOL)
    assert [(f.row, f.rows) for f in found] == [(9, 18)] * 3 + [(27, 18)] * 2


def test_what_the_pool_cannot_fill_is_declared_white() -> None:
    (white,) = spaces(ROOM, (0, 9, 8, 30), ())
    assert (white.item, white.row, white.rows, white.columns) == (None, 9, 30, 8)
    assert (white.box, white.headings) == (None, ())
    long = HouseItem("long", "字" * 3000)
    (alone,) = spaces(ROOM, (0, 9, 8, 15), (long, POOL[0]))
    assert (alone.item, alone.columns) == ("h1", 8), "one space, where two would leave one white"
    (untitled,) = spaces(ROOM, (0, 9, 8, 30), (HouseItem("h", "节水", "长" * 900),))
    assert untitled.item is None
    two = spaces(ROOM, (0, 9, 8, DEEPEST + 6), POOL[:1])
    assert [(f.item, f.row, f.rows, f.columns) for f in two] == [
        ("h1", 9, 18, 8), (None, 27, 18, 8)
    ]


def test_house_copy_is_set_as_large_as_it_goes_up_to_the_middle_of_the_ladder() -> None:
    def size(rows: int) -> float:
        (filler, *_) = spaces(ROOM, (0, 9, 8, rows), (HouseItem("h", "字" * 90),))
        heading: Heading = filler.headings[-1].heading
        return heading.size

    assert size(30) == size(26) == LADDER[len(LADDER) // 2] > size(7) >= 1.0


def test_the_grid_of_another_layout_serves_as_well() -> None:
    room = ComposingRoom(FakeDesk(), small_grid())
    found = choices(room, Asked(StoryItem(story(1, 300)), 4, 26))
    assert found and max(columns for columns, _ in found) <= 4


# -- heads beside a leg -------------------------------------------------------------------------


def test_a_head_beside_its_last_leg_parts_heads_and_holds_the_whole_story() -> None:
    item = StoryItem(story(1, 900, 5, headline="新桥通车"))
    found = [r for r in recipes(item) if r.half]
    assert found and {r.half for r in found} == {BESIDE}
    for r in found:
        assert r.head is not None and r.top is Top.HALF and r.extra <= MOST_EXTRA
        legs = r.measure.legs
        assert r.above() == [r.head.rows + r.extra] * (legs - 1) + [0]
        assert r.head_rows == 0 and r.rows == r.depth + FOOT
        assert r.depth - r.head.rows - r.extra >= LEAST_UNDER
        assert legs - BESIDE >= COVERED, "beside one leg alone the last begins another story"
        used = [sum(s.rows for s in r.slugs[a:b]) for a, b in pairwise((0, *r.fill.ends))]
        assert all(u <= r.depth - up for u, up in zip(used, r.above(), strict=True))
        assert r.fill.ends[-1] == len(r.slugs)
    assert not [r for r in recipes(item, TOP - 1) if r.half], "the lead's head is over its text"
    assert not [r for r in recipes(StoryItem(pictured(900, figure()))) if r.half]


def test_a_box_marks_notices_and_letters_and_is_dear_round_a_report() -> None:
    plain = StoryItem(story(1, 900, 5, headline="新桥通车"))
    notice = StoryItem(replace(story(1, 900, 5, headline="停水通知")))
    letter = StoryItem(replace(plain.story, body=(*plain.story.body, Closing((), id="c"))))
    assert not boxable(plain) and boxable(notice) and boxable(letter)
    assert boxable(BriefsItem("b", "简讯", ()))
    for headline in ("招领启事", "招領啟事"):
        assert boxable(StoryItem(replace(story(2, 300), headline=headline)))
    least = [min(r.price for r in wholes(item, 3) if r.boxed) for item in (plain, notice)]
    assert least[0] >= least[1] + PRICES.box_unmarked - PRICES.box - PRICES.head_line
