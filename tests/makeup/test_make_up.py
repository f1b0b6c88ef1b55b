from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from edition.errors import Severity
from edition.makeup import make_up
from edition.makeup.paper import Page, Paper
from edition.makeup.plan.planner import StepCount, planner_of, work_of
from edition.makeup.plan.work import Work
from edition.makeup.search.score import (
    bumps,
    frame_boxes,
    inversions,
    page_bumps,
    page_tau,
    tau,
    through_cuts,
    zones_of,
)
from edition.makeup.search.trees import Top
from edition.model import Edition, Figure, Run
from edition.packs.layout import Layout
from gold_edition import gold_edition
from makeup_desk import FakeDesk, broadsheet, edition_of, memo_of, small_grid, story


def check_tiling(page: Page, layout: Layout) -> None:
    """Every cell below the furniture is covered exactly once."""
    columns = layout.grid.columns
    cells: Counter[tuple[int, int]] = Counter()
    spans = [(f.column, f.columns, f.row, f.rows) for f in page.frames]
    spans += [(0, columns, s.row, s.rows) for s in page.sections]
    spans += [(f.column, f.columns, f.row, f.rows) for f in page.fillers]
    spans += [(a.column, a.columns, a.row, a.rows) for a in page.adverts]
    for column, wide, row, deep in spans:
        cells.update((c, r) for c in range(column, column + wide) for r in range(row, row + deep))
    want = {(c, r) for c in range(columns) for r in range(page.head_rows, page.rows)}
    assert set(cells) == want
    assert max(cells.values()) == 1


def check_copy(paper: Paper, edition: Edition, desk: FakeDesk) -> None:
    """The copy of every story stands on the paper once and in order; so do the heads."""
    placed: dict[str, list[str]] = {}
    heads: Counter[str] = Counter()
    for page in paper.pages:
        for frame in page.frames:
            for leg in frame.legs:
                assert sum(slug.rows for slug in leg.slugs) <= leg.rows
                for slug in leg.slugs:
                    placed.setdefault(frame.story, []).extend(line.text for line in slug.lines)
                    heads.update([slug.block] if slug.kind == "briefhead" else [])
            heads.update(placed.heading.block for placed in frame.headings)
    for one in edition.stories:
        if one.brief:
            continue
        want = [line.text for s in desk.galley(one, 13).slugs for line in s.lines]
        assert "".join(placed.get(one.id, [])) == "".join(want)
        assert heads[f"{one.id}-headline"] == bool(one.headline)
        assert heads[f"{one.id}-deck"] == (one.deck is not None)


def check_frames(page: Page) -> None:
    """Legs and heads stay inside their rectangle; nothing overlaps in it."""
    for frame in page.frames:
        top, right = frame.row, max((h.x + h.width for h in frame.headings), default=0.0)
        for placed in frame.headings:
            ink = len(placed.heading.lines) * placed.heading.leading
            assert placed.row >= top - 1e-6
            top = placed.row + ink
        for leg in frame.legs:
            assert leg.row >= top - 1e-6 or leg.x >= right, "under its head, or beside it"
            assert leg.row + leg.rows <= frame.row + frame.rows
            assert frame.x - 1e-6 <= leg.x
            assert leg.x + leg.measure <= frame.x + frame.width + 1e-6


def made(edition: Edition, layout: Layout | None = None, label: str | None = "B2") -> Paper:
    desk, layout = FakeDesk(), layout or broadsheet()
    paper, _ = make_up(edition, memo_of(desk, layout), label)
    for page in paper.pages:
        check_tiling(page, layout)
        check_frames(page)
    check_copy(paper, edition, desk)
    return paper


@pytest.fixture(scope="module")
def seed() -> Paper:
    return made(gold_edition())


def test_the_seed_fills_one_page_to_its_last_row(seed: Paper) -> None:
    assert len(seed.pages) == 1
    page = seed.pages[0]
    assert page.label == "B2"
    assert not page.fillers
    assert len(page.frames) == 11
    assert [s.title for s in page.sections] == ["赣州之窗"]


def test_the_seed_has_no_straight_cut_and_no_rising_head(seed: Paper) -> None:
    page = seed.pages[0]
    assert inversions(page.frames) == 0
    assert all(through_cuts(frame_boxes(zone)) == 0 for zone in zones_of(page))
    assert page_bumps(page) == 0
    assert page_tau(page, 8) >= 0.8


def test_the_lead_stands_upper_left_with_the_largest_head(seed: Paper) -> None:
    lead, *others = seed.pages[0].frames
    assert (lead.story, lead.column, lead.row) == ("s01", 0, 9)
    size = max(p.heading.size for p in lead.headings)
    assert all(p.heading.size < size for f in others for p in f.headings)


def test_legs_of_the_seed_are_level(seed: Paper) -> None:
    for frame in seed.pages[0].frames:
        short = [leg.rows - sum(s.rows for s in leg.slugs) for leg in frame.legs]
        assert short[-1] <= 1
        assert not any(short[:-1])
        assert frame.legs[0].rows >= 8


def test_the_same_copy_gives_the_same_paper(seed: Paper) -> None:
    assert make_up(gold_edition(), memo_of(FakeDesk(), broadsheet()), "B2")[0] == seed


def test_frames_come_in_reading_order(seed: Paper) -> None:
    assert [f.story for f in seed.pages[0].frames] == [f"s{n:02}" for n in range(1, 12)]


def test_one_story_of_three_lines() -> None:
    paper = made(edition_of((None, [story(1, 30, 1)])))
    assert len(paper.pages) == 1
    assert paper.pages[0].fillers


def test_one_story_longer_than_a_page_becomes_a_chain() -> None:
    paper = made(edition_of((None, [story(1, 24000, 60)])))
    assert len(paper.pages) >= 3
    frames = [page.frames[0] for page in paper.pages]
    assert [f.continued_on for f in frames] == [p.label for p in paper.pages[1:]] + [None]
    assert [f.continued_from for f in frames] == [None] + [p.label for p in paper.pages[:-1]]


def test_stories_follow_the_end_of_a_chain() -> None:
    stories = [story(1, 11000, 60), *(story(n, 500) for n in range(2, 6))]
    paper = made(edition_of((None, stories)))
    assert [f.story for f in paper.pages[-1].frames][-1] == "s05"


def test_forty_briefs() -> None:
    paper = made(edition_of(("简讯", [story(n, 60, 1, "短讯一则") for n in range(1, 41)])))
    assert sum(len(page.frames) for page in paper.pages) == 40


def test_twice_a_page_takes_more_pages_in_the_order_of_the_copy() -> None:
    paper = made(edition_of((None, [story(n, 900, 6) for n in range(1, 17)])))
    assert len(paper.pages) >= 2
    assert [f.story for p in paper.pages for f in p.frames] == [
        f"s{n:02}" for n in range(1, 17)
    ]
    assert [p.label for p in paper.pages][:2] == ["B2", "B3"]


def test_a_section_head_is_printed_once() -> None:
    paper = made(edition_of(("要闻", [story(n, 900, 6) for n in range(1, 17)])))
    assert [s.title for p in paper.pages for s in p.sections] == ["要闻"]


def test_an_empty_section_is_dropped_with_a_warning() -> None:
    edition = edition_of(("空", []), (None, [story(1, 3000, 10), story(2, 800)]))
    paper, remarks = make_up(edition, memo_of(FakeDesk(), broadsheet()), None)
    assert [(r.kind, r.severity) for r in remarks] == [
        ("empty_section", Severity.WARNING), ("copy_short", Severity.INFO),
    ]
    assert paper.pages[0].sections == ()
    assert paper.pages[0].label == "1"


def test_no_copy_still_makes_a_paper() -> None:
    layout = broadsheet()
    paper, _ = make_up(edition_of(), memo_of(FakeDesk(), layout), None)
    check_tiling(paper.pages[0], layout)


def test_ranks_lead() -> None:
    stories = [story(n, 600, 4, rank=4 - n) for n in (1, 2, 3)]
    paper = made(edition_of((None, stories)))
    assert [f.story for f in paper.pages[0].frames] == ["s03", "s02", "s01"]


def test_another_grid() -> None:
    made(edition_of((None, [story(n, 300) for n in range(1, 5)])), small_grid())


def test_a_body_without_text() -> None:
    made(edition_of((None, [story(1, 600), story(2, 600), story(3, 0, 1)])))


def test_stories_without_a_headline() -> None:
    bare = [replace(story(n, 200, 2), headline="") for n in range(1, 5)]
    made(edition_of((None, [*bare, story(5, 900)])))


def test_a_headline_too_long_for_the_ladder_is_set_small() -> None:
    made(edition_of((None, [story(1, 900, headline="长" * 300), story(2, 400)])))


def test_a_headline_too_long_for_the_page_is_named() -> None:
    edition = edition_of((None, [story(1, 900, headline="长" * 600), story(2, 400)]))
    _, remarks = make_up(edition, memo_of(FakeDesk(), broadsheet()), None)
    assert [(r.kind, r.severity, r.story) for r in remarks] == [
        ("heading_unset", Severity.ERROR, 1), ("copy_short", Severity.INFO, None),
    ]


def test_a_headline_that_fits_no_span_but_the_widest_on_a_chain() -> None:
    made(edition_of((None, [story(1, 15000, 60, headline="长" * 300)])))


def test_measures_of_order_and_place() -> None:
    assert tau([(0, 0, 4, 20), (4, 0, 4, 20), (0, 20, 8, 10)], 8, 30) == 1.0
    assert tau([(0, 20, 8, 10), (4, 0, 4, 20), (0, 0, 4, 20)], 8, 30) == -1.0
    assert bumps([(0, 0, 4, 20), (4, 2, 4, 20)]) == 1
    assert bumps([(0, 0, 4, 20), (4, 2, 4, 20)], [Top.HEAD, Top.PARTED]) == 0
    assert bumps([(0, 0, 4, 20), (4, 3, 4, 20), (0, 20, 4, 9)]) == 0
    assert through_cuts([(0, 0, 4, 20), (4, 0, 4, 20), (0, 20, 8, 10)]) == 1
    assert through_cuts([(0, 0, 4, 20), (4, 0, 4, 30), (0, 20, 4, 10)]) == 0


@pytest.mark.parametrize(("pages", "exact", "gap", "proved"), [
    (1, True, 0.0, True), (2, True, 0.0, False), (1, False, 0.0, False), (1, True, 0.5, False),
])
def test_a_paper_is_proved_when_its_one_page_is(
    pages: int, exact: bool, gap: float, proved: bool, seed: Paper,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Done:
        advertisements = ()
        tally = StepCount()

        def run(self, work: Work) -> Work:
            return replace(work, pages=seed.pages * pages, exact=exact, gap=gap, waiting=())

    monkeypatch.setattr("edition.makeup.planner_of", lambda *_: Done())
    paper, _ = make_up(gold_edition(), memo_of(FakeDesk(), broadsheet()), "B2")
    assert (paper.score.proved, paper.score.gap) == (proved, gap)


def test_a_page_without_a_story_is_never_proved() -> None:
    assert not make_up(edition_of(), memo_of(FakeDesk(), broadsheet()), None)[0].score.proved


def _leaflet(edition: Edition, rows: int = 34) -> Paper:
    layout = small_grid(columns=1, rows=rows)
    desk = FakeDesk()
    paper, _ = make_up(edition, memo_of(desk, layout), "1")
    check_copy(paper, edition, desk)
    for page in paper.pages:
        check_tiling(page, layout)
    return paper


@pytest.mark.parametrize("rows", [32, 33])
def test_pages_of_one_column_are_full_but_the_last(rows: int) -> None:
    """Stories that leave a third of a page each run on at its foot."""
    edition = edition_of((None, [story(n, 80 + n % 4 * 90, 3) for n in range(1, 15)]))
    paper = _leaflet(edition, rows)
    assert len(paper.pages) > 3
    assert not [page.number for page in paper.pages[:-1] if page.fillers]
    for page in paper.pages:
        begins = [frame for frame in page.frames if frame.continued_on]
        assert begins in ([], [page.frames[-1]])


def test_a_page_of_one_column_ends_white_only_where_nothing_that_follows_can_begin() -> None:
    edition = edition_of((None, [story(n, 40 + n % 4 * 90, 3) for n in range(1, 15)]))
    planner = planner_of(edition, memo_of(FakeDesk(), small_grid(columns=1, rows=34)), "1")
    work, white = work_of(edition), []
    while work.waiting:
        before, work = work, planner.next_page(work)
        if work.waiting and work.pages[-1].fillers:
            taken = len(before.waiting) - len(work.waiting)
            (zone,) = planner.zones(before.waiting[: taken + 1], planner.blank(before))
            rows = work.pages[-1].fillers[0].rows
            white.append((rows, min(deep for _, deep in zone.options[-1])))
    assert white and all(rows < least for rows, least in white)


def test_a_must_run_picture_in_one_column_is_never_dropped() -> None:
    picture = Figure("a.jpg", (Run("图"),), id="p", pixels=(600, 900))
    for characters in range(60, 700, 40):
        one = story(1, characters, 3, headline="社区治理有温度" * (1 + characters % 3))
        edition = edition_of((None, [replace(one, body=(picture, *one.body)), story(2, 200)]))
        (plate,) = [p for page in _leaflet(edition).pages for f in page.frames for p in f.plates]
        assert plate.block == "p"


def test_pictures_without_room_where_a_story_begins_stand_with_its_rest() -> None:
    picture = Figure("a.jpg", (Run("图"),), id="p", pixels=(600, 500))
    one = story(1, 260, 3, headline="社区治理有温度" * 3)
    edition = edition_of((None, [replace(one, body=(picture, *one.body))]))
    first, second = _leaflet(edition, rows=19).pages[:2]
    assert not first.frames[0].plates and first.frames[0].continued_on == "2"
    (plate,) = second.frames[0].plates
    assert plate.block == "p" and second.frames[0].continued_from == "1"
    assert plate.row > second.frames[0].row, "under the line that says where it comes from"


def test_pictures_without_room_beside_a_short_text_stand_alone_on_the_next_page() -> None:
    shapes = (600, 900), (600, 900), (800, 800)
    pictures = [Figure("a.jpg", (Run("图"),), id=f"p{n}", pixels=s) for n, s in enumerate(shapes)]
    one = story(1, 60, 1, headline="社区治理有温度")
    edition = edition_of((None, [replace(one, body=(*pictures, *one.body)), story(2, 100)]))
    first, second, third = _leaflet(edition, rows=18).pages[:3]
    assert not first.frames[0].plates and not second.frames[0].plates
    assert [plate.block for plate in third.frames[0].plates] == ["p0", "p1", "p2"]
    for rows in range(14, 24):
        for page in _leaflet(edition, rows).pages:
            assert all(f.plates or any(leg.slugs for leg in f.legs) for f in page.frames)
