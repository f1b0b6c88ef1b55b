"""A page is planned once, however often it is tried, and leaves nothing large behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace

import pytest

from edition.makeup.composer import ComposingRoom
from edition.makeup.plan import memo as memos
from edition.makeup.plan import planner as planning
from edition.makeup.plan.planner import Planner, planner_of, work_of
from edition.makeup.plan.work import Work
from edition.makeup.search.assign import Load, counts
from edition.makeup.search.slicing import Slicer
from edition.makeup.search.streams import Edge, Stream
from edition.makeup.search.zones import PagePlan
from edition.model import Section
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, story


def start(count: int = 4) -> tuple[Planner, Work]:
    edition = edition_of(("民生", [story(n, 500, 3) for n in range(1, count + 1)]))
    room = ComposingRoom(FakeDesk(), broadsheet())
    return planner_of(edition, memo_of(room.desk, room.layout), "1"), work_of(edition)


def head_of(plan: PagePlan | None) -> Section | None:
    assert plan is not None
    return plan.bands[0].zone.section


def test_a_page_asked_for_again_is_not_searched_again(monkeypatch: pytest.MonkeyPatch) -> None:
    planner, work = start()
    blank = planner.blank(work)
    first = planner.plan(work.waiting, blank)
    steps = planner.tally.steps
    monkeypatch.setattr(planning, "best", None)
    again = planner.plan(work.waiting, blank)
    assert again == first
    assert planner.tally.steps == 2 * steps > 0


def test_a_page_kept_stands_under_the_section_head_of_today() -> None:
    planner, work = start()
    blank = planner.blank(work)
    section, _ = work.waiting[0]
    planner.plan(work.waiting, blank)
    today = replace(section, title="要闻")
    plan = planner.plan([(today, item) for _, item in work.waiting], blank)
    assert head_of(plan) == today


def test_another_place_or_effort_is_another_page(monkeypatch: pytest.MonkeyPatch) -> None:
    planner, work = start()
    blank = planner.blank(work)
    planner.plan(work.waiting, blank)
    monkeypatch.setattr(planning, "best", lambda *_: None)
    assert planner.plan(work.waiting, replace(blank, free=blank.free - 1)) is None
    assert planner.plan(work.waiting[:3], blank) is None
    quick = replace(planner, effort=replace(planner.effort, ways=7))
    assert quick.plan(work.waiting, blank) is None


def test_only_the_latest_pages_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memos, "MOST_PAGES", 2)
    monkeypatch.setattr(planning, "best", lambda *_: None)
    planner, work = start()
    blank = planner.blank(work)
    for count in (1, 2, 1, 3):
        planner.plan(work.waiting[:count], blank)
    kept = [len(asked.zones[0][1]) for asked in planner.memo._pages]
    assert kept == [1, 3]


def test_the_tables_of_a_page_go_when_it_is_planned(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the count of who holds them: a run of the command looks for no garbage."""
    alive: weakref.WeakSet[Slicer] = weakref.WeakSet()
    made: list[int] = []
    usual = Slicer.__init__

    def noted(self: Slicer, *args: object, **given: object) -> None:
        usual(self, *args, **given)  # type: ignore[arg-type]  # handed on as they are
        alive.add(self)
        made.append(len(alive))

    monkeypatch.setattr(Slicer, "__init__", noted)
    planner, work = start(9)
    gc.disable()
    try:
        for count in (4, 5, 9):
            planner.plan(work.waiting[:count], planner.blank(work))
        assert made == [1, 1, 1]
        assert not alive
    finally:
        gc.enable()


def test_a_stream_looks_at_the_second_edge_when_it_is_asked_for_the_second_value() -> None:
    asked: list[int] = []

    def edges() -> Iterator[Edge[str]]:
        for number in range(3):
            asked.append(number)
            yield Edge(float(number), str(number))

    stream = Stream(edges())
    assert stream.get(0) == (0.0, "0")
    assert asked == [0]
    assert stream.get(1) == (1.0, "1")
    assert stream.get(2) == (2.0, "2")
    assert stream.get(3) is None


def test_equal_edges_come_before_what_follows_the_first_of_them() -> None:
    """Of equal prices the first edge wins, though the ways that follow it are as cheap."""
    parts: Stream[str] = Stream(iter([Edge(1.0, "a"), Edge(1.0, "b")]))
    joined = Edge(1.0, None, 0.0, None, lambda: parts, lambda _, part: part)
    stream = Stream(iter([joined, Edge(1.0, "c")]))
    assert [stream.get(n) for n in range(4)] == [(1.0, "a"), (1.0, "c"), (1.0, "b"), None]


def test_many_items_are_divided_as_evenly_as_few() -> None:
    few = counts([Load(30.0, "a")] * 30, [100.0, 100.0], 4.0, 42)
    many = counts([Load(30.0, "a")] * 1500, [100.0, 100.0], 4.0, 42)
    assert set(few) == set(many) == {3}
    assert sum(many) == 1500
