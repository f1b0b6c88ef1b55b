"""Planning is a function of the work so far: a trial leaves nothing behind."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace
from types import SimpleNamespace

import pytest

from edition.compose.composed import Slug
from edition.errors import CannotSet
from edition.makeup.choices import Asked
from edition.makeup.composer import ComposingRoom
from edition.makeup.items import AdvertRow, BriefsItem, HouseCopyItem, RestItem, StoryItem, id_of
from edition.makeup.legs import Column, white_price
from edition.makeup.paper import Page
from edition.makeup.plan.areas import HEAD_CELLS, MOST_ON_PAGE, load_of, usual_count
from edition.makeup.plan.chains import LEAST_UNDER, _band, _poured, chain_plan
from edition.makeup.plan.planner import (
    FEW,
    MOST_HOUSE,
    Planner,
    Trial,
    _around,
    _pinned,
    planner_of,
    work_of,
)
from edition.makeup.plan.work import Work, placed_in, with_page
from edition.makeup.plan.zoning import steps_of
from edition.makeup.plates import bands
from edition.makeup.prices import PRICES
from edition.makeup.search import weigh
from edition.makeup.search.effort import CROWDED_WAYS, MOST_WAYS, Effort
from edition.makeup.search.zones import PagePlan, Placed, Zone, ZoneBand
from edition.model import Advertisement, Edition, Figure, HouseItem, Run, Section
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, small_grid, story

HOUSE = tuple(HouseItem(f"house{n}", "节约用水" * 5, "公益广告") for n in range(1, 4))
READ = tuple(replace(item, text="节约用水" * 60) for item in HOUSE)
"""the same, long enough to stand among the stories as text"""
CORNER = Advertisement("ad1", 1, 3, 20)


def start(edition: Edition, small: bool = False) -> tuple[Planner, Work]:
    room = ComposingRoom(FakeDesk(), small_grid() if small else broadsheet())
    return planner_of(edition, memo_of(room.desk, room.layout), "B2"), work_of(edition)


def short_copy(**more: object) -> Edition:
    stories = [story(n, 500, 3) for n in (1, 2, 3)]
    return replace(edition_of((None, stories)), **more)  # type: ignore[arg-type]


def test_work_and_planner_are_frozen() -> None:
    planner, work = start(short_copy())
    with pytest.raises(FrozenInstanceError):
        work.price = 1.0  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        planner.first_label = "A1"  # type: ignore[misc]


def test_a_trial_changes_neither_the_work_nor_the_planner() -> None:
    edition = short_copy(advertisements=(CORNER,), house_copy=HOUSE)
    planner, work = start(edition)
    held = [getattr(work, field.name) for field in fields(work)]
    trials = [planner.filled(work, 3) for _ in range(2)]
    assert [getattr(work, field.name) for field in fields(work)] == held
    assert work == work_of(edition)
    assert trials[0] == trials[1]
    assert planner.blank(work).corner == AdvertRow((CORNER,))


def test_the_same_work_gives_the_same_next_page() -> None:
    planner, work = start(edition_of((None, [story(n, 260, 3) for n in range(1, 10)])), small=True)
    one, other = planner.next_page(work), planner.next_page(work)
    assert one == other and work.pages == ()
    assert one.pages[0].label == "B2" and one.number == 2
    assert planner.next_page(one).pages[0] == one.pages[0]


def test_a_corner_that_leaves_no_full_page_is_lowered_in_the_trial_alone() -> None:
    planner, work = start(short_copy(advertisements=(CORNER,)))
    trial = planner.filled(work, 3)
    assert (trial.work.lowered, work.lowered) == (("ad1",), ())
    assert planner.blank(trial.work).strips == (AdvertRow((CORNER,)),)
    page = planner.settled(trial.work, trial.plan, 3).pages[0]  # type: ignore[arg-type]
    assert [(frame.advertisement, frame.column) for frame in page.adverts] == [("ad1", 5)]


def test_a_corner_that_fits_stays_in_its_corner() -> None:
    stories = [story(n, 500 + 130 * n, 4) for n in range(1, 8)]
    planner, work = start(replace(edition_of((None, stories)), advertisements=(CORNER,)))
    trial = planner.filled(work, 7)
    assert trial.plan is not None and not trial.plan.filler
    assert trial.work == work
    assert placed_in(trial.plan)[-1].box[0] == 5


def test_a_full_page_takes_its_stories_off_what_waits_and_adds_its_price() -> None:
    planner, work = start(edition_of((None, [story(n, 260, 3) for n in range(1, 10)])), small=True)
    after = planner.next_page(work)
    taken = len(after.pages[0].frames)
    assert after.waiting == work.waiting[taken:]
    assert after.price > 0 and after.price == pytest.approx(
        planner.chosen(work).plan.price  # type: ignore[union-attr]
    )


def test_house_copy_is_used_once() -> None:
    planner, work = start(short_copy(house_copy=HOUSE))
    after = planner.next_page(work)
    used = {filler.item for filler in after.pages[0].fillers} - {None}
    assert used
    assert {item.id for item in after.house} == {item.id for item in HOUSE} - used


def test_house_copy_among_the_stories_is_tried_up_to_its_number() -> None:
    counted: list[int] = []

    class Counting(Planner):
        __slots__ = ()

        def plan(self, items, blank, shape=None):  # type: ignore[no-untyped-def]
            counted.append(sum(isinstance(item, HouseCopyItem) for _, item in items))
            return super().plan(items, blank, shape)

    planner, work = start(short_copy(house_copy=READ))
    Counting(planner.room, "1", (), planner.memo, planner.loads).filled(work, 3)
    assert counted == list(range(MOST_HOUSE + 1))
    counted.clear()
    planner, work = start(short_copy(house_copy=HOUSE))
    Counting(planner.room, "1", (), planner.memo, planner.loads).filled(work, 3)
    assert counted == [0], "what is shorter stands in a frame at the foot"
    counted.clear()
    many = edition_of((None, [story(n, 60, 1) for n in range(1, FEW + 2)]))
    planner, work = start(replace(many, house_copy=READ))
    trial = Counting(planner.room, "1", (), planner.memo, planner.loads).filled(work, FEW + 1)
    assert counted == [0] and trial.plan is not None and trial.plan.filler


def test_house_copy_is_paid_for_and_the_gap_is_to_the_least_bound_of_all_tried() -> None:
    """White at the foot is cheaper where house copy is left to stand there in its frame.

    Without house copy no page is cheaper than 12, and with an item of it none than 6.
    """

    class Priced(Planner):
        __slots__ = ()

        def plan(self, items, blank, shape=None):  # type: ignore[no-untyped-def]
            house = sum(isinstance(item, HouseCopyItem) for _, item in items)
            price, gap, filler = {0: (35.0, 3.0, 8), 1: (5.0, 1.0, 0), 2: (4.0, 0.0, 0)}[house]
            return PagePlan((), filler, price, gap, exact=house != 2)

    planner, work = start(short_copy(house_copy=READ))
    plan = Priced(planner.room, "1", (), planner.memo, planner.loads).filled(work, 3).plan
    assert plan is not None
    assert (plan.price, plan.gap, plan.exact, plan.filler) == (
        5.0 + PRICES.house, 1.0, False, 0
    )
    planner, work = start(short_copy(house_copy=HOUSE))
    plan = Priced(planner.room, "1", (), planner.memo, planner.loads).filled(work, 3).plan
    assert plan is not None and plan.price == 35.0 - PRICES.filler_framed and plan.filler == 8


def test_one_item_fewer_and_one_more_are_tried_beside_the_usual_number() -> None:
    assert list(_around(3, 9)) == [3, 2, 4]
    assert list(_around(3, 3)) == [3, 2]
    assert list(_around(1, 9)) == [1, 2]


class Scripted(Planner):
    """A planner whose pages cost what the script says, by number of items."""

    __slots__ = ()

    def plan(self, items, blank, shape=None):  # type: ignore[no-untyped-def]
        return SCRIPT.get(len(items))


SCRIPT: dict[int, PagePlan] = {}


@pytest.mark.parametrize(("script", "count"), [
    ({3: (0, 30.0)}, 3),
    ({3: (8, 90.0)}, 3),
    ({3: (8, 90.0), 2: (8, 50.0), 4: (8, 160.0)}, 2),
    ({3: (8, 90.0), 2: (8, 70.0), 4: (8, 100.0)}, 4),
    ({3: (8, 90.0), 2: (0, 190.0), 4: (0, 10.0)}, 2),
    ({2: (8, 50.0)}, 2),
    ({1: (8, 50.0)}, 1),
    ({}, 0),
])
def test_the_number_of_items_that_fills_the_page_is_taken(
    script: dict[int, tuple[int, float]], count: int
) -> None:
    stories = [story(n, 13 * 8 * 26, 8) for n in range(1, 9)]
    planner, work = start(edition_of((None, stories)))
    scripted = Scripted(planner.room, "1", (), planner.memo, planner.loads)
    SCRIPT.clear()
    SCRIPT.update({n: PagePlan((), *made) for n, made in script.items()})
    trial = scripted.chosen(work)
    assert trial.count == count and trial.plan == SCRIPT.get(count)


def test_the_last_page_takes_all_that_is_left_though_it_does_not_fill_it() -> None:
    stories = [story(n, 13 * 8 * 20, 8) for n in range(1, 4)]
    planner, work = start(edition_of((None, stories)))
    SCRIPT.clear()
    SCRIPT.update({3: PagePlan((), 8, 90.0), 2: PagePlan((), 8, 1.0)})
    assert Scripted(planner.room, "1", (), planner.memo, planner.loads).chosen(work).count == 3


def test_only_a_later_page_number_parts_the_items() -> None:
    stories = [story(1, 60), story(2, 60, page=1), story(3, 60, page=2), story(4, 60)]
    _, work = start(edition_of((None, stories)))
    assert _pinned(work) == 2
    _, plain = start(edition_of((None, stories[:2])))
    assert _pinned(plain) == 0


def test_house_copy_among_the_stories_does_not_stand_at_the_foot_again() -> None:
    planner, work = start(short_copy(house_copy=READ))
    item = HouseCopyItem(READ[0])
    found = planner.memo.choices(Asked(item, 1, 40))
    (columns, rows), by = next(iter(found.items()))
    placed = Placed(item, next(iter(by.values())), (0, 0, columns, rows))
    band = ZoneBand(Zone(None, (item,), (found,), 8, 40), rows, (placed,))
    after = planner.settled(work, PagePlan((band,), 94 - rows, 0.0), 3)
    used = [filler.item for filler in after.pages[0].fillers if filler.item]
    assert used[0] == "house1" and len(used) == len(set(used)) > 1


@pytest.mark.parametrize(("exact", "most"), [(True, MOST_WAYS), (False, CROWDED_WAYS)])
def test_fewer_ways_are_weighed_where_not_every_tree_is_tried(
    exact: bool, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    endless = SimpleNamespace(get=lambda number: (float(number), None))
    monkeypatch.setattr(weigh, "_weighed", lambda *_: None)
    ways = SimpleNamespace(exact=exact, stream=lambda: endless, let_go=lambda: None)
    for share in (1, 2):
        asked.clear()
        assert weigh.best(ways, 3, Effort(MOST_WAYS * share), asked.append) is None  # type: ignore[arg-type]  # as much of ways as is asked for
        assert sum(asked) == most * share


def test_price_and_gap_add_up_and_one_page_unproved_is_enough() -> None:
    section = Section(None, (), id="sec1")
    work = Work(((section, StoryItem(story(1, 60))),), price=2.0, gap=1.0, exact=False)
    page = Page(1, "1", True, 9, 103, ())
    after = with_page(work, PagePlan((), 0, 3.0, 0.5, True), page, 1)
    assert (after.price, after.gap, after.exact) == (5.0, 1.5, False)
    again = with_page(replace(work, exact=True), PagePlan((), 0, 0.0, 0.0, False), page, 0)
    assert not again.exact and again.waiting == work.waiting


def test_legs_are_poured_as_far_as_the_copy_goes() -> None:
    slugs = tuple(Slug("text", "b", 1, (), cut=None if n == 4 else 0.0) for n in range(12))
    fill = _poured(Column(slugs), [5, 5, 5], "s01")
    assert fill.ends == (4, 9, 12) and fill.depth == 5
    assert fill.holes == 1 + 0 + 2
    assert fill.price == pytest.approx(PRICES.leg_hole + white_price(2, 3))


def test_pictures_take_at_most_half_of_a_chain_page() -> None:
    figure = Figure("a.jpg", (Run("图"),), id="p", pixels=(600, 900))
    room = ComposingRoom(FakeDesk(), broadsheet())
    item = StoryItem(replace(story(1, 9000), body=(figure,)))
    band = _band(room, item, 90, 7)
    assert band is not None and not band.over_head
    shallower = _band(room, item, band.rows * 2 - 1, 7)
    assert shallower is not None and shallower.rows < band.rows
    assert _band(room, item, 4, 7) is None


def test_pictures_of_a_chain_page_are_made_small_where_they_leave_too_little_to_the_text() -> None:
    figure = Figure("a.jpg", (Run("图"),), id="p", pixels=(600, 900))
    room = ComposingRoom(FakeDesk(), broadsheet())
    item = StoryItem(replace(story(1, 9000), body=(figure,)))
    rows = [band.rows for band in bands(room, (figure,), room.grid.columns, 7)
            if band is not None and not band.over_head]
    least = _band(room, item, 2 * min(rows), 7)
    assert least is not None and least.rows == min(rows)
    for depth in (2 * min(rows) - 1, min(rows) + 4, 14):
        small = _band(room, item, depth, 7)
        assert small is not None and len(small.pictures) == 1
        assert small.rows <= max(depth // 2, depth - LEAST_UNDER)


def test_a_chain_that_ends_with_its_page_has_no_rest() -> None:
    room = ComposingRoom(FakeDesk(), small_grid())
    section = Section(None, (), id="sec1")
    long, short = (StoryItem(story(1, count, 9)) for count in (9000, 600))
    (placed,) = placed_in(chain_plan(room, (section, long), 26))
    assert placed.recipe.rest is not None and placed.box == (0, 0, 4, 26)
    (placed,) = placed_in(chain_plan(room, (section, short), 26))
    assert placed.recipe.rest is None


def test_a_chain_begins_goes_on_and_ends() -> None:
    planner, work = start(edition_of((None, [story(1, 24000, 60), story(2, 400)])))
    first = planner.next_page(work)
    rest = first.waiting[0][1]
    assert isinstance(rest, RestItem) and rest.source == "B2" and rest.start > 0
    assert rest.whole == StoryItem(story(1, 24000, 60))
    assert first.begun == {"s01": 1} and first.going == {}
    second = planner.next_page(first)
    later = second.waiting[0][1]
    assert isinstance(later, RestItem) and later.source == "B3" and later.start > rest.start
    assert second.begun == {"s01": 2} and second.going == {(1, "s01"): "B3"}
    done = planner.run(work)
    assert done.begun == {} and not done.waiting
    assert [f.continued_on for p in done.pages for f in p.frames if f.story == "s01"] == [
        p.label for p in done.pages[1:]
    ] + [None]


def test_a_chain_page_has_its_corner_advertisement_at_the_foot() -> None:
    edition = edition_of((None, [story(1, 24000, 60)]))
    planner, work = start(replace(edition, advertisements=(CORNER,)))
    page = planner.next_page(work).pages[0]
    assert [frame.advertisement for frame in page.adverts] == ["ad1"]
    assert page.frames[0].rows + page.head_rows + 1 + CORNER.rows == page.rows


def test_briefs_longer_than_a_page_go_on_as_briefs() -> None:
    short = [story(n, 400, 2, brief=True) for n in range(1, 30)]
    planner, work = start(edition_of(("简讯", short)), small=True)
    assert isinstance(work.waiting[0][1], BriefsItem)
    done = planner.run(work)
    assert len(done.pages) > 1
    assert {frame.story for page in done.pages for frame in page.frames} == {"sec1-briefs1"}
    assert all(len(frame.briefs) == 29 for page in done.pages for frame in page.frames)


def test_a_block_taller_than_the_page_is_named() -> None:
    class Tall(FakeDesk):
        def galley(self, copy, measure):  # type: ignore[no-untyped-def]
            found = super().galley(copy, measure)
            return replace(found, slugs=(replace(found.slugs[0], rows=500), *found.slugs[1:]))

    edition = edition_of((None, [story(1, 400)]))
    planner = planner_of(edition, memo_of(Tall(), broadsheet()), None)
    with pytest.raises(CannotSet) as caught:
        planner.run(work_of(edition))
    assert caught.value.message == (
        "story s01, block s01b01: One block of the copy is taller than the page. "
        "Shorten the block or choose a layout with a deeper page."
    )
    assert caught.value.told("zh-Hans").startswith("稿件 s01 的段落 s01b01 比整个版面还高")


def test_the_editors_page_number_parts_the_items() -> None:
    stories = [story(1, 1500, 6), story(2, 1500, 6), story(3, 1500, 6, page=2)]
    planner, work = start(edition_of((None, stories)))
    done = planner.run(work)
    assert [[f.story for f in page.frames] for page in done.pages] == [["s01", "s02"], ["s03"]]


def test_a_page_holds_no_more_stories_than_it_may() -> None:
    stories = [story(n, 40, 1) for n in range(1, MOST_ON_PAGE + 4)]
    planner, work = start(edition_of((None, stories)))
    assert usual_count(planner.loads, work.waiting, [9000.0]) <= MOST_ON_PAGE


def test_only_the_first_marked_stories_of_the_front_page_may_jump() -> None:
    stories = [story(n, 900, 6, jump=True) for n in (1, 2, 3)]
    planner, work = start(edition_of((None, stories)))
    front = planner.zones(work.waiting, planner.blank(work))[0].options
    later = planner.zones(work.waiting, planner.blank(work, ahead=1))[0].options
    begins = [
        any(recipe.rest is not None for by in found.values() for recipe in by.values())
        for found in (*front, *later)
    ]
    assert begins == [True, True, False, False, False, False]


def test_the_load_of_an_item_counts_its_rows_its_heading_and_its_pictures() -> None:
    planner, _ = start(edition_of())
    section = Section(None, (), id="sec1")
    one = story(1, 13 * 20 - 2, 1)
    plain = load_of(planner.room, (section, StoryItem(one)))
    assert (plain.cells, plain.section, plain.stories) == (20 + HEAD_CELLS, "sec1", 1)
    figure = Figure("a.jpg", (Run("图"),), id="p", pixels=(600, 400))
    more = load_of(planner.room, (section, StoryItem(replace(one, body=(figure, *one.body)))))
    assert more.cells > plain.cells and more.cells % 4 == 0
    rest = load_of(planner.room, (section, RestItem(StoryItem(one), 11, "1")))
    assert rest.cells == 12
    both = BriefsItem("b", "简讯", (one, one))
    assert load_of(planner.room, (section, both)).stories == 2


def test_the_page_of_two_sections_has_a_zone_for_each() -> None:
    edition = edition_of(("要闻", [story(1, 900, 3), story(2, 500)]), (None, [story(3, 700)]))
    planner, work = start(replace(edition, advertisements=(CORNER,)))
    zones = planner.zones(work.waiting, planner.blank(work))
    assert [(z.section.title if z.section else None, len(z.items)) for z in zones] == [
        ("要闻", 2), (None, 2)
    ]
    assert [zone.anchored for zone in zones] == [False, True]
    assert id_of(zones[1].items[-1]) == "ad1"


def test_briefs_and_house_copy_bear_small_labels() -> None:
    planner, _ = start(edition_of())
    section = Section(None, (), id="sec1")
    items = [(section, StoryItem(story(n, 300))) for n in (1, 2)]
    briefs = BriefsItem("b", "简讯", (story(3, 60),))
    small = [(section, briefs), (section, HouseCopyItem(HOUSE[0]))]
    assert steps_of(planner.room, items) == steps_of(planner.room, items + small[1:])[:2]
    assert steps_of(planner.room, [*small, *items])[:2] == [1, 1]
    assert steps_of(planner.room, items)[0] == 7


def test_a_trial_says_what_it_was_tried_with() -> None:
    planner, work = start(short_copy())
    assert planner.filled(work, 2) == Trial(work, 2, planner.plan(
        work.waiting[:2], planner.blank(work)
    ))
