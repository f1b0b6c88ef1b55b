"""A layout opened for short copy: fewer and taller rows, a larger body, the same type area."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest

from edition.compose.furniture import FurnitureSetter
from edition.makeup.furnish.masthead import Wanted, masthead
from edition.makeup.furnish.means import Means
from edition.model import Ear
from edition.packs import shelf
from edition.packs.layout import Layout
from edition.packs.sizes.airing import LEAST_GUTTER, LEFT_OVER, MOST_GUTTER, airings, shut
from makeup_desk import EmSetter

PACKS = ("broadsheet", "tabloid", "newsletter")


@pytest.mark.parametrize("pack", PACKS)
def test_the_type_area_stays_where_it_is(pack: str) -> None:
    grid = shelf.layout(pack).grid
    found = list(airings(shelf.layout(pack)))
    assert found
    for aired in found:
        made = aired.layout.grid
        short = grid.rows * grid.pitch - made.rows * made.pitch
        assert short + 1e-6 >= 0 and short <= LEFT_OVER * made.pitch
        assert made.width * made.em == pytest.approx(grid.width * grid.em, abs=0.1)
        assert made.left() == pytest.approx(grid.left(), abs=0.1)
        assert aired.larger == 0 or LEAST_GUTTER <= made.gutter <= MOST_GUTTER


@pytest.mark.parametrize("pack", PACKS)
def test_a_pack_is_opened_as_far_as_it_says(pack: str) -> None:
    grid = shelf.layout(pack).grid
    for aired in airings(shelf.layout(pack)):
        made = aired.layout.grid
        assert aired.more > 1
        assert grid.em <= made.em <= grid.most_em
        assert made.pitch / made.em <= grid.most_pitch / grid.em + 1e-6
        assert round(made.pitch * 10, 6).is_integer()


IMPRINT = (("2023年11月14日 星期二",), ("第8126期",), ("责任编辑 林一鸣", "美术编辑 苏青"),
           ("校对 丁宁",))


def name_in_points(layout: Layout, ears: int) -> float:
    wanted = Wanted("江岸日报", IMPRINT, "B2", "基层治理", (Ear("天气", ("今天多云转晴",)),) * ears)
    means = Means(cast(FurnitureSetter, EmSetter()), layout, {})
    (size,) = {t.size for piece in masthead(means, wanted) for t in piece.texts if t.role == "name"}
    return size * layout.grid.em


@pytest.mark.parametrize("ears", [0, 1, 2])
@pytest.mark.parametrize("pack", PACKS)
def test_the_name_of_the_paper_is_as_large_as_it_was(pack: str, ears: int) -> None:
    layout = shelf.layout(pack)
    points = name_in_points(layout, ears)
    for aired in airings(layout):
        made = aired.layout
        assert name_in_points(made, ears) >= points - 0.01
        assert made.furnishing.masthead * made.grid.pitch >= (
            layout.furnishing.masthead * layout.grid.pitch - 0.1
        )


@pytest.mark.parametrize("pack", PACKS)
def test_an_opened_masthead_keeps_within_the_type_area(pack: str) -> None:
    wanted = Wanted("江岸日报", IMPRINT, "B2", "基层治理")
    for aired in airings(shelf.layout(pack)):
        means = Means(cast(FurnitureSetter, EmSetter()), aired.layout, {})
        for text in (t for piece in masthead(means, wanted) for t in piece.texts):
            assert text.x >= 0 and text.x + text.width <= aired.layout.grid.width + 1e-3
            foot = text.row + len(text.lines) * text.leading
            assert foot <= aired.layout.furnishing.masthead


def test_a_pack_that_says_nothing_stays_as_it_is() -> None:
    layout = shelf.layout("newsletter")
    assert list(airings(shut(layout))) == []
    assert replace(shut(layout), grid=layout.grid) == layout


def test_columns_are_kept_where_a_story_asks_for_some() -> None:
    layout = shelf.layout("tabloid")
    assert {a.layout.grid.columns for a in airings(layout)} == {5, 6}
    assert {a.layout.grid.columns for a in airings(layout, columns_kept=True)} == {6}
