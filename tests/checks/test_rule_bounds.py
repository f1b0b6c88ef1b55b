"""The rules of make-up and of the file at their bounds, by exact values."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest

from checks.made_up import COLUMN, DEEP, EM, LEFT, PITCH, TOP, Page, clean, seen, story, told
from edition.checks.rules.bumps_and_cuts import _bump, _gaps, _holds, bumps
from edition.checks.rules.joined_parts import _captioned, _covered, _room
from edition.checks.rules.pdf_file_rules import (
    characters_told,
    fonts_inside,
    nothing_runs,
    tags_and_language,
)
from edition.checks.sight.boxes import Box
from edition.checks.sight.sheet import Container, DrawnMark


@pytest.mark.parametrize(("box", "holds"), [
    ((0.0, 0.0, 10.0, 10.0), True), ((0.0, 0.0, 9.0, 10.0), False), ((0.0, 0.0, 9.1, 10.0), True),
    ((0.0, 0.0, 10.0, 9.0), False), ((0.0, 0.0, 10.0, 9.1), True), ((0.9, 0.9, 30.0, 30.0), True),
    ((20.0, 0.0, 30.0, 10.0), False), ((0.0, 20.0, 10.0, 30.0), False),
])
def test_a_box_holds_another_of_which_it_has_more_than_nine_tenths(box: Box, holds: bool) -> None:
    assert _holds(box, (0.0, 0.0, 10.0, 10.0)) is holds


def two(row: float = 0.0, **more: object) -> Page:
    """Two stories with bare heads side by side, the right `row` rows lower."""
    page = Page([story(0, 0, 2, 0, 20, 24), story(1, 2, 2, 0, 20, 24)], **more)  # type: ignore[arg-type]
    page.stories[1].row += row
    return page


@pytest.mark.parametrize(("page", "bump"), [
    (two(), True), (two(1.9), True), (two(2.1), False),
    (two(frames=[(0.0, 0.0, 2.0, 20.0)]), False), (two(frames=[(2.0, 0.0, 2.0, 20.0)]), False),
    (two(frames=[(0.0, 6.0, 2.0, 14.0)]), True), (two(rules=[(0.0, 0.0, 4.0)]), True),
])
def test_two_bare_heads_level_across_a_gutter_bump(page: Page, bump: bool) -> None:
    (found,) = seen(page, told(*page.stories)).pages
    left, right = sorted(found.stories, key=lambda one: one.box[0])
    assert _bump(found, left, right) is bump
    finding = bumps(seen(page, told(*page.stories)))
    assert (len(finding.places), finding.worst) == ((1, 1.0) if bump else (0, 0.0))


def test_a_leg_that_stands_beside_its_head_parts_it_from_the_next() -> None:
    """半盖文题: the last leg of the left story rises to the height of both heads."""
    (found,) = seen(two(), told(*two().stories)).pages
    left, right = found.stories
    (low, foot, _, head), edge = left.head_box, left.span[2]

    def story_with(begin: float, top: float) -> Any:
        legs = (SimpleNamespace(box=(begin, 0.0, edge, top)),)
        narrow = (low, foot, edge - COLUMN, head)
        return SimpleNamespace(
            head_box=narrow, span=left.span, legs=legs, turned=False)

    assert not _bump(found, story_with(edge - COLUMN, head), right)
    assert _bump(found, story_with(edge - COLUMN, foot), right), "it stands under the head"
    assert _bump(found, story_with(low, head), right)


def test_what_stands_in_the_gutter_parts_two_heads() -> None:
    (found,) = seen(two(), told(*two().stories)).pages
    left, right = found.stories
    edge, begin = left.span[2], right.box[0]
    head = left.head_box

    def parted(low: float, high: float, down_by: float = 0.0) -> bool:
        box = low, head[1] - down_by, high, head[3] - down_by
        drawn = replace(found.sheet, marks=(DrawnMark("tint", box),))
        return not _bump(replace(found, sheet=drawn), left, right)

    assert parted(edge, begin) and parted(edge - EM, begin + EM)
    assert not parted(edge - EM - 0.1, begin) and not parted(edge, begin + EM + 0.1)
    assert not parted(edge, begin, down_by=head[3] - head[1])


def test_stretches_that_overlap_are_counted_once() -> None:
    assert _covered([], 0.0) == 0.0
    assert _covered([(5.0, 8.0), (0.0, 2.0)], 2.9) == 5.0
    assert _covered([(5.0, 8.0), (0.0, 2.0)], 3.0) == 8.0, "leading between lines is no white"
    assert _covered([(0.0, 4.0), (2.0, 6.0), (3.0, 5.0)], 0.0) == 6.0
    assert _covered([(0.0, 9.0), (2.0, 3.0), (9.0, 10.0)], 0.0) == 10.0


def test_the_room_above_a_row_of_legs_ends_at_the_legs_beside_it() -> None:
    (page,) = seen(clean(), told(*clean().stories)).pages
    lead, second, third = page.stories
    middle = LEFT + 2 * COLUMN
    low = DEEP - TOP - 44 * PITCH
    row = low, DEEP - TOP - 25 * PITCH
    assert _room(page, second, (LEFT, row[0], middle - EM, row[1])) == pytest.approx((0, middle))
    near = middle + EM
    assert _room(page, second, (LEFT, row[0], near, row[1]))[1] == pytest.approx(middle)
    past = _room(page, second, (LEFT, row[0], near + COLUMN + 0.1, row[1]))[1]
    assert past == page.sheet.width
    left = _room(page, third, (middle, row[0], middle + 2 * COLUMN, row[1] - 5 * PITCH))[0]
    assert left == pytest.approx(middle - EM)
    assert _room(page, third, (middle - 2.1 * EM, row[0], 500.0, row[1]))[0] < middle - EM
    assert lead.head and page.size == EM


@pytest.mark.parametrize(("caption", "joined"), [
    ((0.0, 80.0, 50.0, 90.0), True), ((0.0, 70.0, 50.0, 80.0), True),
    ((0.0, 60.0, 50.0, 66.2), False), ((0.0, 60.0, 50.0, 66.3), True),
    ((133.7, 120.0, 200.0, 130.0), True), ((133.8, 120.0, 200.0, 130.0), False),
    ((110.0, 80.0, 150.0, 90.0), False),
])
def test_a_caption_stands_close_under_or_beside_its_picture(caption: Box, joined: bool) -> None:
    """The picture takes 100 pt from 0, 100; the reach is 33.75 pt."""
    (page,) = seen(clean(), told(*clean().stories)).pages
    drawn = replace(page.sheet, pictures=((0.0, 100.0, 100.0, 200.0),))
    assert _captioned(replace(page, sheet=drawn), caption) is joined


@pytest.mark.parametrize(("stories", "between", "found"), [
    ([(0.0, 10.0), (20.0, 30.0)], [], [15.0]), ([(0.0, 10.0), (14.9, 30.0)], [], []),
    ([(0.0, 10.0), (15.0, 30.0)], [], [12.5]), ([(0.0, 25.0), (5.0, 10.0), (20.0, 30.0)], [], []),
    ([(0.0, 10.0), (30.0, 40.0)], [(10.0, 30.0)], []), ([(0.0, 10.0)], [(20.0, 30.0)], []),
    ([(0.0, 10.0), (40.0, 50.0)], [(20.0, 22.0)], [15.0, 31.0]), ([], [], []),
])
def test_white_between_stories_is_a_cut_where_it_is_wide_enough(
    stories: list[tuple[float, float]], between: list[tuple[float, float]], found: list[float]
) -> None:
    assert list(_gaps(stories, between, 5.0)) == found


# -- the file -------------------------------------------------------------------------------------


def test_faults_of_the_file_are_counted() -> None:
    paper = seen(clean())
    (full,) = paper.sheets
    odd = replace(full, number=2, glyphs=(), foreign=("Arial", "Times"), unmapped=3)
    faulty = replace(paper, sheets=(full, odd, odd), active=4, container=Container(False, "", 0))
    assert (nothing_runs(faulty).count, nothing_runs(faulty).of) == (6, 3)
    assert (nothing_runs(paper).count, nothing_runs(paper).of) == (0, 1)
    fonts = fonts_inside(faulty)
    assert (fonts.count, fonts.of) == (4, 3)
    assert [(p.page, p.x, p.y) for p in fonts.places] == [(2, 0, 0)] * 4
    told_of = characters_told(faulty)
    assert (told_of.count, told_of.of) == (6, len(full.glyphs))
    assert [(p.page, p.x, p.y) for p in told_of.places] == [(2, 0, 0)] * 2
    about = tags_and_language(faulty)
    assert (about.count, about.of, len(about.places)) == (2, 2, 2)
    assert [(p.page, p.x, p.y) for p in about.places] == [(0, 0, 0)] * 2
    assert tags_and_language(paper).count == 0
    one = replace(paper, container=Container(True, "", 0))
    assert tags_and_language(one).count == 1
