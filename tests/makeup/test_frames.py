"""The finished page: rules between stories, boxes, pictures, what fills the foot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from edition.makeup import make_up
from edition.makeup.blankpage import blank_page
from edition.makeup.choices import Asked, choices
from edition.makeup.column_rules import JOINT, Ground, owners
from edition.makeup.composer import ComposingRoom
from edition.makeup.frames import (
    BOX_FOOT,
    BOX_TOP,
    build_frame,
    build_page,
    grounds,
    link,
)
from edition.makeup.items import PageItem, StoryItem
from edition.makeup.paper import AdvertFrame, Filler, Page, Rule, StoryFrame
from edition.makeup.pictured.cropping import PLATE_TOP
from edition.makeup.pictured.picture_words import CAPTION_GAP
from edition.makeup.recipes import FOOT, Recipe
from edition.makeup.search.zones import PagePlan, Placed, Zone, ZoneBand
from edition.model import Advertisement, Figure, HeadManner, HouseItem, Run, Section, Story
from edition.packs.layout import Grid
from gold_edition import gold_edition
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, story

LAYOUT = broadsheet()
GRID = LAYOUT.grid
ROOM = ComposingRoom(FakeDesk(), LAYOUT)
NEAR = 1e-6


def pages() -> Iterator[Page]:
    """Pages of several kinds: the seed, corner advertisements, briefs, two sections, groups, heads
    at the side of their text."""
    ad = Advertisement("ad1", 1, 3, 20)
    some = [story(n, 500 + 130 * n, 4) for n in range(1, 8)]
    briefs = [story(n, 60, 1, brief=True) for n in range(8, 14)]
    for edition in (
        gold_edition(),
        edition_of((None, some)),
        edition_of((None, [
            replace(one, group="乡村治理的三张答卷" if n in (1, 2, 4) else None) for n, one in
            enumerate(some)
        ])),
        edition_of((None, [
            replace(one, group="两会声音" if n in (2, 3) else None,
                    manner=(None, *HeadManner)[n % 3]) for n, one in enumerate(some)
        ])),
        edition_of(("要闻", some[:4]), ("简讯", [*some[4:], *briefs])),
        type(gold_edition())("ad", edition_of((None, some)).sections, advertisements=(ad,)),
    ):
        yield from make_up(edition, memo_of(FakeDesk(), LAYOUT), None)[0].pages


@pytest.fixture(scope="module")
def made() -> list[Page]:
    return list(pages())


def ground_of(page: Page) -> tuple[Ground, ...]:
    return grounds(page.frames, page.fillers, page.adverts, page.groups)


def uprights(page: Page) -> list[Rule]:
    return [rule for rule in page.rules if rule.direction == "vertical"]


def cuts(page: Page) -> list[Rule]:
    return [rule for rule in page.rules if rule.direction == "horizontal"]


def gutter(rule: Rule) -> int:
    """The base column right of an upright rule."""
    return round((rule.x + GRID.gutter / 2) / GRID.x(1))


def test_an_upright_rule_stands_in_every_gutter_between_two_stories(made: list[Page]) -> None:
    seen = 0
    for page in made:
        ground = ground_of(page)
        cells = owners(ground)
        for column in range(1, GRID.columns):
            x = GRID.x(column) - GRID.gutter / 2
            for row in range(page.head_rows, page.rows):
                a, b = cells.get((column - 1, row)), cells.get((column, row))
                apart = (
                    a is not None and b is not None and a != b
                    and not ground[a].framed and not ground[b].framed
                )
                ruled = any(
                    abs(rule.x - x) < NEAR
                    and rule.row <= row and row + JOINT <= rule.row + rule.length
                    for rule in uprights(page)
                )
                assert ruled == apart, (page.label, column, row)
                seen += ruled
    assert seen > 100


def test_an_upright_rule_stands_in_the_middle_of_a_gutter(made: list[Page]) -> None:
    for page in made:
        for rule in uprights(page):
            assert rule.x == pytest.approx(GRID.x(gutter(rule)) - GRID.gutter / 2)
            assert 0 < gutter(rule) < GRID.columns
            assert page.head_rows <= rule.row < rule.row + rule.length <= page.rows


def test_a_cut_rule_stands_under_every_story_with_another_below(made: list[Page]) -> None:
    seen = 0
    for page in made:
        ground = ground_of(page)
        cells = owners(ground)
        for one in ground:
            foot = one.row + one.rows
            under = cells.get((one.column, foot))
            wanted = under is not None and not one.framed and not ground[under].framed
            left, right = GRID.x(one.column), GRID.x(one.column) + GRID.span(one.columns)
            ruled = any(
                rule.row == foot - JOINT and rule.x <= left + NEAR
                and rule.x + rule.length >= right - NEAR
                for rule in cuts(page)
            )
            assert ruled == wanted, (page.label, one)
            seen += ruled
    assert seen > 5


def test_rules_meet_cleanly(made: list[Page]) -> None:
    """An end of a rule lies on another, or at the edge of what it parts: never just short."""
    for page in made:
        across, upright, cells = cuts(page), uprights(page), owners(ground_of(page))
        for rule in across:
            for x in (rule.x, rule.x + rule.length):
                edges = {round(GRID.x(c), 4) for c in range(GRID.columns)}
                edges |= {round(GRID.x(c) + GRID.measure, 4) for c in range(GRID.columns)}
                touched = [r for r in upright if abs(r.x - x) < NEAR
                           and r.row <= rule.row <= r.row + r.length]
                near = [r for r in upright if 0 < abs(r.x - x) <= GRID.gutter
                        and r.row <= rule.row <= r.row + r.length]
                assert touched or (round(x, 4) in edges and not near), (page.label, rule)
        for rule in upright:
            for row in (rule.row, rule.row + rule.length):
                framed = {
                    ground_of(page)[cells[at]].framed for c in (gutter(rule) - 1, gutter(rule))
                    for r in (int(row), int(row) + 1) if (at := (c, r)) in cells
                }
                assert row == int(row) or True in framed or any(
                    r.row == row and r.x - NEAR <= rule.x <= r.x + r.length + NEAR
                    for r in across
                ), (page.label, rule)


def recipe_of(item: Story, boxed: bool = False, columns: int = 2) -> Recipe:
    found = choices(ROOM, Asked(StoryItem(item), 4, 90))
    return next(
        recipe for (span, _), by in found.items() if span == columns
        for recipe in by.values() if recipe.boxed == boxed
    )


def frame_of(item: PageItem, recipe: Recipe, columns: int = 2) -> StoryFrame:
    zone = Zone(None, (item,), ({},), GRID.columns, 90)
    placed = Placed(item, recipe, (3, 5, columns, recipe.rows))
    return build_frame(placed, GRID, 9, ZoneBand(zone, 90, (placed,)))


def test_a_box_stands_round_the_whole_story_and_its_legs_inside() -> None:
    one = story(1, 600, 3)
    recipe = recipe_of(one, boxed=True)
    frame = frame_of(StoryItem(one), recipe)
    assert frame.box is not None
    x, top, width, depth = frame.box
    assert (x, width) == (GRID.x(3), GRID.span(2))
    assert top == 9 + 5 + BOX_TOP
    assert top + depth == pytest.approx(frame.row + frame.rows - FOOT - BOX_FOOT)
    assert all(top < h.row and x < h.x and h.x + h.width < x + width for h in frame.headings)
    for leg in frame.legs:
        assert x + 0.99 <= leg.x and leg.x + leg.measure <= x + width - 0.99
        assert top < leg.row and leg.row + leg.rows < top + depth


def test_a_story_without_a_box_fills_its_columns() -> None:
    one = story(1, 600, 3)
    frame = frame_of(StoryItem(one), recipe_of(one))
    assert frame.box is None
    assert [leg.x for leg in frame.legs] == [GRID.x(3), GRID.x(4)]
    assert {leg.measure for leg in frame.legs} == {13.0}
    assert (frame.column, frame.columns, frame.row) == (3, 2, 14)
    assert all(h.x == GRID.x(3) and h.width == GRID.span(2) for h in frame.headings)
    assert [s for leg in frame.legs for s in leg.slugs] == list(ROOM.desk.galley(one, 13.0).slugs)


def pictured() -> Story:
    figure = Figure("a.jpg", (Run("图片说明"),), id="s01b00", pixels=(1800, 1200))
    plain = story(1, 1500, 6)
    return Story(plain.id, plain.headline, (figure, *plain.body))


@pytest.mark.parametrize("over", [False, True])
def test_a_picture_stands_over_its_legs_or_over_the_head(over: bool) -> None:
    one = pictured()
    found = choices(ROOM, Asked(StoryItem(one), 6, 94))
    columns, recipe = next(
        (span, recipe) for (span, _), by in found.items() for recipe in by.values()
        if recipe.band and recipe.band.over_head == over and recipe.band.columns == span
        and span < 5
    )
    frame = frame_of(StoryItem(one), recipe, columns)
    (plate,) = frame.plates
    head, leg = frame.headings[0], frame.legs[0]
    assert plate.caption and plate.caption_row == pytest.approx(
        plate.row + plate.rows + CAPTION_GAP
    )
    if over:
        assert plate.row == frame.row + PLATE_TOP
        assert plate.caption_row + 1 <= head.row < leg.row
    else:
        assert head.row + head.heading.leading <= plate.row < leg.row
    assert plate.caption_row + len(plate.caption) <= leg.row
    assert plate.x == frame.x and plate.width == frame.width
    feet = {leg.row + leg.rows for leg in frame.legs}
    assert feet == {frame.row + recipe.rows - FOOT}
    assert (plate.alt, plate.src, plate.block) == ("图片说明", "a.jpg", "s01b00")


def test_legs_beside_a_picture_begin_under_the_head_and_end_with_the_others() -> None:
    one = pictured()
    found = choices(ROOM, Asked(StoryItem(one), 4, 94))
    columns, recipe = next(
        (span, recipe) for (span, _), by in found.items() for recipe in by.values()
        if recipe.band and recipe.band.columns < span
    )
    frame = frame_of(StoryItem(one), recipe, columns)
    (plate,) = frame.plates
    beside = [leg for leg in frame.legs if leg.x + leg.measure <= plate.x]
    under = [leg for leg in frame.legs if leg not in beside]
    assert beside and under
    assert max(leg.row for leg in beside) < plate.row + 1 < min(leg.row for leg in under)
    assert {leg.row + leg.rows for leg in frame.legs} == {frame.row + recipe.rows - FOOT}


def test_a_box_and_an_advertisement_have_frames_of_their_own() -> None:
    one = story(1, 600, 3)
    item = StoryItem(one)
    boxed, plain = (frame_of(item, recipe_of(one, boxed=boxed)) for boxed in (True, False))
    white = Filler(0.0, 60, 13.0, 9, columns=1)
    advert = AdvertFrame("ad1", 0.0, 80, 13.0, 9, 0, 1)
    found = grounds([boxed, plain], [white, replace(white, box=(0, 60, 13, 9))], [advert])
    assert [ground.framed for ground in found] == [True, False, False, True, True]
    assert (found[0].column, found[0].columns, found[0].row) == (3, 2, 14)
    assert found[0].rows == boxed.rows


def test_the_foot_of_a_page_is_filled_and_its_strips_stand_under_a_row_of_white() -> None:
    house = (HouseItem("h1", "节约用水"), HouseItem("h2", "文明出行"), HouseItem("h3", "垃圾分类"))
    ads = (Advertisement("wide", 1, 9, 10), Advertisement("low", 1, 4, 12))
    blank = blank_page(LAYOUT, 1, "B2", ads, ("low",))
    page = build_page(ROOM, PagePlan((), blank.free, 0.0), blank, house)
    wide, low = page.adverts
    assert (wide.column, wide.columns, wide.x, wide.width) == (0, 8, 0.0, GRID.width)
    assert (low.column, low.columns, low.rows) == (4, 4, 12)
    assert wide.row == blank.head_rows + blank.free + FOOT
    assert low.row == wide.row + wide.rows + FOOT
    assert low.row + low.rows == page.rows
    used = [filler.item for filler in page.fillers if filler.item]
    assert sorted(used) == ["h1", "h2", "h3"]
    beside = [f for f in page.fillers if f.row == low.row]
    assert {f.columns + f.column for f in beside} <= {1, 2, 3, 4} and beside
    assert (page.number, page.label, page.first) == (1, "B2", True)


def test_section_heads_take_their_rows_across_the_page() -> None:
    one = story(1, 600, 3)
    item, recipe = StoryItem(one), recipe_of(one)
    zone = Zone(Section("要闻", (one,), id="sec1"), (item,), ({},), GRID.columns, 90)
    band = ZoneBand(zone, recipe.rows, (Placed(item, recipe, (0, 0, 2, recipe.rows)),))
    blank = blank_page(LAYOUT, 1, "1", ())
    page = build_page(ROOM, PagePlan((band,), 0, 0.0), blank, ())
    (head,) = page.sections
    assert (head.section, head.title, head.row, head.rows) == ("sec1", "要闻", 9, 3)
    assert (head.x, head.width) == (0.0, GRID.width)
    assert page.frames[0].row == 12


def test_a_frame_says_where_its_story_goes_on() -> None:
    one = story(1, 600, 3)
    frame = frame_of(StoryItem(one), recipe_of(one))
    page = Page(2, "B3", False, 3, 103, (frame,))
    assert link([page], {(2, "s01"): "B5"})[0].frames[0].continued_on == "B5"
    assert link([page], {(1, "s01"): "B5"})[0].frames[0].continued_on is None


def test_a_grid_may_have_another_gutter() -> None:
    grid = Grid(390, 540, 25, 9, 13.5, 4, 13, 2.0, 60)
    from edition.makeup.column_rules import rules

    found = rules((Ground(0, 0, 2, 20, False), Ground(2, 0, 2, 20, False)), grid)
    assert [(r.x, r.row, r.length) for r in found] == [(29.0, 0.0, 20.0)]
