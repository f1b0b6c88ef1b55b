"""Pages that would be short: a story from further on, house copy over a corner advertisement."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from edition.makeup.composer import ComposingRoom
from edition.makeup.frames import build_page
from edition.makeup.items import AdvertItem, AdvertRow, id_of
from edition.makeup.plan.areas import load_of
from edition.makeup.plan.planner import Planner, planner_of, work_of
from edition.makeup.plan.reaching import REACH, SHORT, reaches
from edition.makeup.plan.work import Work
from edition.makeup.prices import PRICES
from edition.makeup.recipes import FOOT, LEAST_OVER, advertisement_choices
from edition.makeup.search.zones import PagePlan, Placed, Zone, ZoneBand
from edition.model import Advertisement, Edition
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, small_grid, story

CORNER = Advertisement("ad1", 1, 3, 20)


def start(edition: Edition, small: bool = False) -> tuple[Planner, Work]:
    room = ComposingRoom(FakeDesk(), small_grid() if small else broadsheet())
    return planner_of(edition, memo_of(room.desk, room.layout), None), work_of(edition)


class Told(Planner):
    """A planner whose pages cost what is written here, by where the advertisement stands."""

    __slots__ = ()
    prices: ClassVar[dict[tuple[bool, bool], PagePlan | None]] = {}

    def plan(self, items, blank, shape=None):  # type: ignore[no-untyped-def]
        return self.prices.get((blank.corner is not None, blank.over > 0))


def told(**plans: PagePlan | None) -> tuple[Planner, Work]:
    planner, work = start(
        replace(edition_of((None, [story(1, 500, 3)])), advertisements=(CORNER,)))
    made = Told(planner.room, None, planner.advertisements, planner.memo, planner.loads)
    Told.prices = {(True, False): plans["corner"], (False, False): plans["band"],
                   (True, True): plans["under"]}
    return made, work


def test_a_page_with_rows_left_beside_a_corner_is_kept_where_a_band_leaves_none() -> None:
    planner, work = told(corner=PagePlan((), 3, 90.0), band=None, under=None)
    trial = planner.filled(work, 1)
    assert trial.plan is not None and (trial.plan.price, trial.work.lowered) == (90.0, ())


def test_a_full_page_over_a_band_goes_before_one_with_rows_left() -> None:
    planner, work = told(
        corner=PagePlan((), 3, 90.0), band=PagePlan((), 0, 95.0), under=PagePlan((), 0, 80.0))
    trial = planner.filled(work, 1)
    assert trial.plan is not None and (trial.plan.price, trial.work.lowered) == (95.0, ("ad1",))


def test_house_copy_over_a_corner_is_taken_where_it_is_cheapest() -> None:
    planner, work = told(
        corner=None, band=PagePlan((), 9, 95.0), under=PagePlan((), 0, 80.0))
    trial = planner.filled(work, 1)
    assert trial.plan is not None and (trial.plan.price, trial.work.lowered) == (80.0, ())


def test_rows_over_a_corner_are_priced_as_rows_at_the_foot() -> None:
    found = advertisement_choices(3, 20, 7)
    assert list(found) == [(3, 20 + FOOT + more) for more in (0, 5, 6, 7)]
    (recipe,) = found[3, 20 + FOOT + 6].values()
    assert recipe.price == PRICES.filler + 6 * PRICES.filler_row
    assert LEAST_OVER == 5


def test_what_stands_over_a_corner_ends_a_row_above_it() -> None:
    planner, work = start(replace(edition_of((None, [story(1, 500, 3)])), advertisements=(CORNER,)))
    blank = planner.blank(work)
    (_, rows), by = list(advertisement_choices(3, 20, 9).items())[-1]
    (recipe,) = by.values()
    advert = AdvertItem(AdvertRow((CORNER,)))
    zone = Zone(None, (advert,), ({},), blank.columns, blank.free)
    placed = Placed(advert, recipe, (5, 0, 3, rows))
    plan = PagePlan((ZoneBand(zone, rows - FOOT, (placed,)),), 0, 0.0)
    page = build_page(planner.room, plan, blank, ())
    (filler,), (frame,) = page.fillers, page.adverts
    assert (filler.column, filler.columns, filler.row) == (5, 3, blank.head_rows)
    assert (filler.rows, frame.row - filler.row) == (8, 9)
    assert frame.row + frame.rows == blank.head_rows + rows - FOOT


def long_and_short(*more: int) -> Edition:
    """A story of more than half a page, one too long for the rest of it, and short ones."""
    sizes = (600, 800, 800, 300, 300, *more)
    return edition_of((None, [story(n, size, 3) for n, size in enumerate(sizes, 1)]))


def test_a_short_page_is_offered_the_nearest_story_that_fills_it() -> None:
    planner, work = start(long_and_short(), small=True)
    found = list(reaches(planner.loads, work, 1, planner.blank(work).cells))
    assert [[id_of(item) for _, item in one.waiting] for one, _ in found] == [
        ["s01", "s04", "s02", "s03", "s05"], ["s01", "s05", "s02", "s03", "s04"]]
    (_, near), (_, far) = found
    assert near > far > 0, "each story passed is paid for"


def test_none_is_offered_to_a_full_page_nor_against_the_page_an_editor_wishes() -> None:
    planner, work = start(long_and_short(), small=True)
    cells = planner.blank(work).cells
    taken = load_of(planner.room, work.waiting[0]).cells
    assert not list(reaches(planner.loads, work, 1, taken / SHORT))
    assert list(reaches(planner.loads, work, 1, taken / SHORT + 40))
    edition = long_and_short()
    (section,) = edition.sections
    wished = replace(section, stories=(*section.stories[:-1], replace(section.stories[-1], page=2)))
    planner, work = start(replace(edition, sections=(wished,)), small=True)
    assert not list(reaches(planner.loads, work, 1, cells))
    assert not list(reaches(planner.loads, work, len(work.waiting), cells))


def test_no_story_is_fetched_from_another_section_nor_from_too_far() -> None:
    stories = [story(n, size, 3) for n, size in enumerate((600, 800), 1)]
    other = [story(n, 300, 3) for n in (3, 4)]
    planner, work = start(edition_of((None, stories), ("文化", other)), small=True)
    assert not list(reaches(planner.loads, work, 1, planner.blank(work).cells))
    far = [story(n, 800, 3) for n in range(2, 3 + REACH)]
    planner, work = start(
        edition_of((None, [story(1, 600, 3), *far, story(9, 300, 3)])), small=True)
    assert not list(reaches(planner.loads, work, 1, planner.blank(work).cells))


def test_the_page_takes_the_story_from_further_on() -> None:
    planner, work = start(long_and_short(), small=True)
    after = planner.next_page(work)
    assert [frame.story for frame in after.pages[0].frames] == ["s01", "s04"]
    assert [id_of(item) for _, item in after.waiting] == ["s02", "s03", "s05"]
