from __future__ import annotations

from edition.makeup.column_rules import Ground, between_briefs, rules
from edition.makeup.pagelabels import label_of
from edition.makeup.paper import Leg, StoryFrame
from makeup_desk import broadsheet


def frame(
    _: str, column: int, columns: int, row: int, rows: int, framed: bool = False
) -> Ground:
    return Ground(column, row, columns, rows, framed)


def test_a_vertical_ends_on_the_cut_below() -> None:
    grid = broadsheet().grid
    found = rules([frame("a", 0, 4, 9, 20), frame("b", 4, 4, 9, 20), frame("c", 0, 8, 29, 10)],
                  grid)
    assert [(r.direction, r.x, r.row, r.length) for r in found] == [
        ("vertical", 55.5, 9.0, 19.5),
        ("horizontal", 0.0, 28.5, 111.0),
    ]


def test_a_cut_ends_on_a_vertical_that_passes_it() -> None:
    grid = broadsheet().grid
    found = rules([frame("a", 0, 4, 9, 20), frame("b", 4, 4, 9, 30), frame("c", 0, 4, 29, 10)],
                  grid)
    assert [(r.direction, r.x, r.row, r.length) for r in found] == [
        ("vertical", 55.5, 9.0, 30.0),
        ("horizontal", 0.0, 28.5, 55.5),
    ]


def test_no_rule_between_the_legs_of_one_story_or_at_the_foot_of_the_page() -> None:
    assert rules([frame("a", 0, 8, 9, 94)], broadsheet().grid) == ()


def test_no_rule_beside_or_under_a_box() -> None:
    grid = broadsheet().grid
    found = rules([frame("a", 0, 4, 9, 20, True), frame("b", 4, 4, 9, 20),
                   frame("c", 0, 8, 29, 10)], grid)
    assert [(r.direction, r.x) for r in found] == [("horizontal", 56.0)]


def test_every_gutter_has_its_rule() -> None:
    grid = broadsheet().grid
    found = rules([frame("a", n, 1, 9, 20) for n in range(8)], grid)
    assert [(r.x, r.row, r.length) for r in found] == [
        (grid.x(n) - 0.5, 9.0, 20.0) for n in range(1, 8)
    ]


def test_cuts_of_neighbours_are_one_where_no_upright_passes() -> None:
    grid = broadsheet().grid
    three = [frame("a", 0, 2, 9, 20), frame("b", 2, 2, 9, 20), frame("c", 4, 4, 9, 20)]
    below = [frame("d", 0, 4, 29, 9), frame("e", 4, 4, 29, 9)]
    found = [(r.x, r.length) for r in rules([*three, *below], grid) if r.direction == "horizontal"]
    assert found == [(0.0, 55.5), (55.5, 55.5)]


def test_page_labels_count_on() -> None:
    assert [label_of("B2", n) for n in (1, 2, 9)] == ["B2", "B3", "B10"]
    assert label_of("08", 3) == "10"
    assert label_of("A08", 2) == "A09"
    assert label_of("特刊", 2) == "特刊2"
    assert label_of(None, 2) == "2"
    assert label_of("特刊", 1) == "特刊"
    assert [label_of("九", n) for n in (1, 2, 3)] == ["九", "十", "十一"]


def test_the_legs_of_briefs_are_parted_by_hairlines_as_deep_as_they_are() -> None:
    legs = (Leg(0.0, 12, 13.0, 20, ()), Leg(14.0, 12, 13.0, 20, ()), Leg(28.0, 12, 13.0, 9, ()))
    briefs = StoryFrame("b", 0.0, 9, 41.0, 24, 0, 3, (), legs, briefs=("s01", "s02"))
    assert [(r.x, r.row, r.length, r.direction) for r in between_briefs([briefs])] == [
        (13.5, 12, 20, "vertical"), (27.5, 12, 20, "vertical"),
    ]
    story = StoryFrame("s", 0.0, 9, 41.0, 24, 0, 3, (), legs)
    assert list(between_briefs([story])) == []
