"""Pictures in their place: crop, dots, lines, captions, and that none is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

import picture_editions as drawn
from edition.errors import Diagnostic, Severity
from edition.makeup.choices import UNDER_PICTURE, Asked, choices
from edition.makeup.composer import ComposingRoom
from edition.makeup.items import StoryItem, pictures_of
from edition.makeup.manners.underheads import NO_LEGS_UNDER
from edition.makeup.paper import Paper
from edition.makeup.pictured.cropping import (
    DOTS,
    LEAST_PLATE,
    PLATE_TOP,
    WHOLE,
    borne,
    crop_box,
    crop_price,
    croppable,
    fitted,
    keeps_focus,
    most_columns,
    rows_at,
    shape,
    upright,
)
from edition.makeup.pictured.lines import LEAST_IN_LINE, line_counts, line_price, ranged
from edition.makeup.pictured.picture_remarks import dots
from edition.makeup.pictured.picture_words import BESIDE_LEAST, NARROWEST, captioned
from edition.makeup.plates import (
    DEEPEST,
    HEIGHTS,
    WIDTHS,
    PictureBand,
    _at,
    bands,
    ideal_columns,
    mostly_pictures,
    picture_cells,
)
from edition.makeup.prices import PRICES
from edition.makeup.recipes import Recipe
from edition.model import Edition, Figure, Paragraph, Picture, Run, Section, Story
from edition.packs import shelf
from edition.pressroom import plan
from edition.trade.page_bounds import MOST_CROPPED, UPRIGHT, UPRIGHT_COLUMNS
from makeup_desk import LADDER, FakeDesk, broadsheet, small_grid, story

LAYOUT = broadsheet()
"""8 columns of 13 em, 103 rows; a row is 1.5 em"""
GRID = LAYOUT.grid
ROOM = ComposingRoom(FakeDesk(), LAYOUT)
TOP = len(LADDER) - 1
NEAR = 1e-6
SHAPES = sorted({(*size,) for size in drawn.SHAPES} | {(1800, 1000), (20, 4000), (5000, 100)})
FOCI = (None, (0.2, 0.1, 0.8, 0.9), (0.0, 0.0, 1.0, 1.0), (0.0, 0.7, 0.2, 1.0))


def figure(
    width: int = 1800, height: int = 1200, words: str = "图片说明", **more: object
) -> Figure:
    made = Figure("a.jpg", (Run(words),), id="p", pixels=(width, height))
    return replace(made, **more)  # type: ignore[arg-type]


def pictured(characters: int, *figures: Figure) -> StoryItem:
    one = story(1, characters, max(characters // 200, 1))
    return StoryItem(replace(one, body=(*figures, *one.body)))


def recipes(item: StoryItem, step: int = 4, limit: int = 94) -> list[Recipe]:
    found = choices(ROOM, Asked(item, step, limit))
    return [recipe for by in found.values() for recipe in by.values()]


# -- crop -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("focus", FOCI)
def test_a_picture_loses_sixteen_per_cent_at_most_nothing_of_its_focus_and_no_proportion(
    size: tuple[int, int], focus: tuple[float, float, float, float] | None
) -> None:
    one = figure(*size, focus=focus)
    for cell in (6.0, 13.0, 27.0, 55.0, 111.0):
        for rows in (1, 3, 8, 20, 56):
            fit = fitted(one, GRID, cell, rows)
            left, top, right, bottom = fit.crop
            wide, high = right - left, bottom - top
            assert wide * high >= 1 - MOST_CROPPED - NEAR
            near = focus or (0.5, 0.5, 0.5, 0.5)
            assert left <= near[0] + NEAR and top <= near[1] + NEAR
            assert right >= near[2] - NEAR and bottom >= near[3] - NEAR
            assert fit.width <= cell and fit.deep <= rows - PLATE_TOP + NEAR
            assert rows_at(one, GRID, fit.width / wide) == pytest.approx(fit.deep / high, rel=1e-4)
            assert fit.filled or fit.crop == WHOLE


def test_a_crop_is_shared_round_the_focus() -> None:
    assert crop_box(figure(), 1.0) == WHOLE
    assert crop_box(figure(), 1.25) == (0.0, 0.1, 1.0, 0.9)
    assert crop_box(figure(), 0.8) == (0.1, 0.0, 0.9, 1.0)
    low = figure(focus=(0.0, 0.7, 0.2, 1.0))
    assert crop_box(low, 1.25) == (0.0, 0.2, 1.0, 1.0)
    assert crop_box(low, 0.8) == (0.0, 0.0, 0.8, 1.0)
    assert keeps_focus(low, 1.25) and not keeps_focus(figure(focus=(0, 0, 1, 1)), 1.25)
    assert not keeps_focus(figure(focus=(0, 0, 1, 1)), 0.8) and keeps_focus(low, 0.8)


@pytest.mark.parametrize(("excess", "can"), [
    (1.0, True), (1 / 0.85, True), (1 / 0.83, False), (1 / 1.15, True), (1 / 1.17, False),
])
def test_a_crop_of_sixteen_per_cent_is_the_most(excess: float, can: bool) -> None:
    assert croppable(figure(), excess) is can


def test_a_crop_costs_by_the_step() -> None:
    assert crop_price(10, 10.0) == 0.0
    assert crop_price(11, 10.0) == pytest.approx(PRICES.crop * 0.1 / 0.04)
    assert crop_price(18, 20.0) == pytest.approx(PRICES.crop * 2.5)


# -- dots and portraits ---------------------------------------------------------------------------


def test_a_picture_is_no_wider_than_its_dots_bear() -> None:
    assert borne(figure(600, 400), GRID) == pytest.approx(600 / DOTS * 72 / 9)
    assert most_columns(figure(600, 400), GRID) == 2
    assert most_columns(figure(3000, 2000), GRID) == 8
    assert borne(figure(48, 48), GRID) == LEAST_PLATE and most_columns(figure(48, 48), GRID) == 1
    fit = fitted(figure(48, 48), GRID, 111.0, 50)
    assert fit.width == LEAST_PLATE and fit.crop == WHOLE


def test_a_portrait_takes_two_columns_at_most() -> None:
    for size in ((1200, 1800), (3000, 9000), (2000, 2500)):
        one = figure(*size)
        assert upright(one) and most_columns(one, GRID) <= UPRIGHT_COLUMNS
        for step in range(TOP + 1):
            assert ideal_columns(LAYOUT, one, step) <= UPRIGHT_COLUMNS
        for span in (1, 2, 4, 8):
            for band in bands(ROOM, (one,), span, TOP):
                assert band is not None
                for picture in band.pictures:
                    assert picture.fit.width <= GRID.span(UPRIGHT_COLUMNS) + NEAR
    assert not upright(figure(1000, 1150)) and upright(figure(1000, 1151))


def test_no_crop_makes_a_portrait_wider_than_two_columns() -> None:
    nearly = figure(3000, 3300)
    for columns in (2, 3, 4):
        cell = GRID.span(columns)
        for rows in range(round(0.8 * cell), round(1.4 * cell)):
            fit = fitted(nearly, GRID, cell, rows)
            printed = fit.deep * GRID.pitch / (fit.width * GRID.em)
            assert printed <= UPRIGHT + NEAR or fit.width <= GRID.span(2) + NEAR


def test_a_portrait_is_narrower_a_strip_wider_and_a_lead_has_a_large_picture() -> None:
    assert ideal_columns(LAYOUT, figure(), TOP) == ideal_columns(LAYOUT, figure(), TOP - 1) == 4
    assert ideal_columns(LAYOUT, figure(), 0) == 2
    assert ideal_columns(LAYOUT, figure(1200, 1300), TOP) == round(4 * 0.65)
    assert ideal_columns(LAYOUT, figure(9000, 600), TOP) == 8
    assert ideal_columns(LAYOUT, figure(300, 200), TOP) == 1, "its dots bear no more"


@pytest.mark.parametrize(("columns", "ladder", "wide", "tall"), [
    (8, 9, [2, 2, 2, 2, 2, 2, 3, 4, 4], [1, 1, 1, 1, 1, 2, 2, 3, 3]),
    (12, 5, [3, 3, 3, 6, 6], [2, 2, 2, 4, 4]),
    (20, 2, [10, 10], [6, 6]), (20, 3, [4, 10, 10], [3, 6, 6]), (1, 3, [1, 1, 1], [1, 1, 1]),
])
def test_the_ideal_width_grows_with_the_rank(
    columns: int, ladder: int, wide: list[int], tall: list[int]
) -> None:
    layout = replace(small_grid(columns), ladder=LADDER[:ladder])
    for size, want in (((6000, 4000), wide), ((4000, 4000), wide), ((4000, 4010), tall)):
        one = figure(*size)
        assert [ideal_columns(layout, one, step) for step in range(ladder)] == want


# -- in base columns ------------------------------------------------------------------------------


def test_a_band_stands_over_the_right_hand_legs() -> None:
    assert PictureBand((), 4, 2, 9, 0.0).above(4) == [0, 0, 9, 9]
    assert PictureBand((), 4, 4, 9, 0.0).above(2) == [9, 9]
    assert PictureBand((), 4, 4, 9, 0.0, True).above(4) == [0] * 4
    assert PictureBand((), 4, 3, 9, 0.0, unders=(9, 9, 5)).above(4) == [0, 9, 9, 5]
    assert PictureBand((), 4, 4, 9, 0.0, unders=(9, 9, 5, 5)).above(2) == [9, 9]
    assert PictureBand((), 8, 4, 9, 0.0).above(2) == [9, 9], "never more than the legs"
    assert PictureBand((), 4, 2, 9, 0.0, beside=True).above(2) == [0, 0]


def at(figures: tuple[Figure, ...], widths: tuple[int, ...], span: int) -> list[PictureBand]:
    return list(_at(ROOM, figures, [2] * len(figures), widths, span))


def test_a_band_is_tried_at_five_depths_the_nearest_to_its_shape_first() -> None:
    """At two columns 3 : 2 is 12 rows deep, and a fifth of a row of white stands above it."""
    found = at((figure(),), (2,), 4)
    assert [band.pictures[0].fit.rows for band in found] == [12, 11, 13, 14]
    assert [band.rows for band in found] == [14, 13, 15, 16], "a caption of a row, one of white"
    assert [band.price for band in found] == pytest.approx(
        [crop_price(rows - PLATE_TOP, 12.0) for rows in (12, 11, 13, 14)])
    assert {(band.span, band.columns, band.over_head) for band in found} == {(4, 2, False)}
    wide = at((figure(),), (4,), 6)
    assert [band.pictures[0].fit.rows for band in wide] == [25, 24, 26, 23, 27]
    assert len(wide) == HEIGHTS


def test_a_band_as_wide_as_its_story_may_stand_over_the_head_at_half_a_point() -> None:
    bare, over = at((figure(),), (2,), 2)[:2]
    assert (over.over_head, bare.over_head) == (True, False)
    assert over.price == bare.price + PRICES.picture_over and over.pictures == bare.pictures


def test_pictures_of_unlike_shapes_have_depths_of_their_own_and_the_legs_begin_under_each() -> None:
    pair = (figure(), figure(1800, 3000, id="q"))
    found = [band for band in at(pair, (2, 2), 5) if band.unders]
    assert found
    for band in found:
        left, right = band.pictures
        assert left.fit.rows < right.fit.rows and left.column + left.columns == right.column
        assert band.above(5) == [0, *[left.words.rows + 1] * 2, *[right.words.rows + 1] * 2]
        assert not band.over_head


def test_pictures_of_like_shapes_are_level() -> None:
    for band in at((figure(), figure(1800, 1300, id="q")), (2, 2), 5):
        left, right = band.pictures
        assert left.fit.rows == right.fit.rows or band.unders


def test_bands_keep_near_the_ideal_width() -> None:
    one = figure()
    ideal = ideal_columns(LAYOUT, one, 4)
    for span in (2, 4, 5):
        for band in bands(ROOM, (one,), span, 4):
            assert band is not None
            (picture,) = band.pictures
            assert abs(picture.columns - ideal) <= WIDTHS
            assert picture.column == span - picture.columns
            assert picture.fit.rows <= GRID.rows * DEEPEST // 100
    spans = [{b.columns for b in bands(ROOM, (one,), span, 4) if b} for span in (2, 4, 5)]
    assert spans == [{1, 2}, {1, 2, 3, 4}, {1, 2, 3, 5}]
    assert list(bands(ROOM, (), 4, 4)) == [None]


def test_a_picture_of_a_usual_story_is_reckoned_with_two_rows_for_its_caption() -> None:
    rows = (2 * 13 + 1) * 9 / 13.5 * 2 / 3
    assert picture_cells(LAYOUT, figure()) == 2 * (round(rows) + 2)
    assert picture_cells(LAYOUT, figure(1000, 9000)) <= 2 * (round(GRID.rows * DEEPEST / 100) + 2)


# -- in lines -------------------------------------------------------------------------------------


def test_lines_hold_all_pictures_in_order_and_none_too_narrow() -> None:
    many = tuple(
        figure(*size, id=f"p{n}") for n, size in enumerate(drawn.SHAPES * 2)
    )
    for count in (2, 3, 5, 9, 28):
        some = many[:count]
        for wide in (13.0, 41.0, 111.0):
            ways = list(line_counts(GRID, some, [2] * count, wide, 60.0))
            assert ways and all(sum(way) == count for way in ways)
    for band in bands(ROOM, many[:6], 8, TOP):
        assert band is not None
        assert [picture.figure.id for picture in band.pictures] == [f.id for f in many[:6]]
        for first, second in zip(band.pictures, band.pictures[1:], strict=False):
            together = first.down == second.down
            assert second.down > first.down or second.shift > first.shift
            assert not together or min(first.fit.width, second.fit.width) >= LEAST_IN_LINE


def test_a_line_of_pictures_is_as_wide_as_its_story_and_of_one_depth() -> None:
    line = (figure(), figure(1200, 1800, id="q"), figure(1500, 1500, id="r"))
    placed = list(ranged(GRID, line, 55.0, 40))
    assert len({fit.rows for _, _, fit, _ in placed}) == 1
    left, wide = placed[-1][0], placed[-1][1]
    assert placed[0][0] == 0.0 and left + wide == pytest.approx(55.0)
    assert all(fit.filled for _, _, fit, _ in placed)


def test_half_a_page_left_white_beside_a_picture_is_dearer_than_a_cut_through_it() -> None:
    alone = (figure(1600, 1100),)
    assert line_price(GRID, alone, (4,), GRID.span(8), 30) > PRICES.cut_through
    assert line_price(GRID, alone, (4,), GRID.span(6), 50) < PRICES.measure


def test_a_story_of_pictures_may_take_most_of_a_page() -> None:
    many = tuple(figure(2400, 1600, id=f"p{n}") for n in range(6))
    assert mostly_pictures(ROOM, many, 20) and not mostly_pictures(ROOM, many[:2], 20)
    assert not mostly_pictures(ROOM, many, 2000)
    deep = max(band.rows for band in bands(ROOM, many, 8, TOP, 20) if band)
    usual = max(band.rows for band in bands(ROOM, many, 8, TOP, 2000) if band)
    assert usual <= GRID.rows * DEEPEST / 100 + 2 < deep <= GRID.rows


# -- captions -------------------------------------------------------------------------------------


def test_a_caption_stands_below_beside_or_on_its_picture_as_the_pack_has_it() -> None:
    one, fit = figure(), fitted(figure(), GRID, 27.0, 12)
    below = captioned(ROOM, one, fit, 27.0)
    assert (below.rows, below.x, below.width) == (13, 0.0, 27.0) and below.row > fit.rows
    beside = captioned(ROOM, one, fit, 41.0)
    assert beside.x > fit.width and beside.x + beside.width <= 41.0
    assert beside.rows == fit.rows and beside.width >= BESIDE_LEAST
    inside = ComposingRoom(FakeDesk(), replace(LAYOUT, captions="inside"))
    words = captioned(inside, one, fit, 27.0)
    assert words.on_picture and words.rows == fit.rows
    assert words.row + 1 <= PLATE_TOP + fit.deep
    long = captioned(inside, figure(words="说" * 200), fit, 27.0)
    assert not long.on_picture, "it would hide the picture"
    aside = ComposingRoom(FakeDesk(), replace(LAYOUT, captions="beside"))
    for band in bands(aside, (one,), 4, 4):
        assert band is not None
        (picture,) = band.pictures
        filled = picture.fit.width == GRID.span(picture.columns)
        if picture.columns > 2 and not picture.down and not filled:
            assert picture.words.x > picture.fit.width
    assert captioned(ROOM, figure(words=""), fit, 27.0).slugs == ()


def test_a_caption_under_a_narrow_picture_is_wide_enough_to_read() -> None:
    fit = fitted(figure(300, 3000), GRID, 6.0, 20)
    words = captioned(ROOM, figure(300, 3000), fit, 8.0)
    assert fit.width < NARROWEST == words.width and words.x + words.width <= 8.0


# -- none is left out -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SHAPES)
@pytest.mark.parametrize("limit", [30, 94])
def test_a_story_never_goes_without_its_pictures(size: tuple[int, int], limit: int) -> None:
    for count in (1, 2, 4):
        figures = tuple(figure(*size, id=f"p{n}") for n in range(count))
        found = recipes(pictured(600, *figures), limit=limit)
        assert found
        for recipe in found:
            assert recipe.band and len(recipe.band.pictures) == count


def test_where_not_all_fit_those_go_that_may() -> None:
    must, may = figure(id="p"), figure(id="q", optional=True)
    for recipe in recipes(pictured(300, *[must] * 3, *[may] * 30), limit=24):
        assert recipe.band and {one.figure.id for one in recipe.band.pictures} >= {"p"}
    nothing = recipes(pictured(900, *(figure(id=f"p{n}") for n in range(40))), limit=12)
    assert not nothing, "they wait for a page of their own"


def test_no_picture_that_must_run_makes_way_for_text() -> None:
    tall, small = figure(400, 2000), figure(id="q")
    for item in (pictured(900, tall), pictured(900, replace(tall, optional=True), small)):
        found = recipes(item, limit=30)
        assert found and all(recipe.band and recipe.band.pictures for recipe in found)
        assert {one.figure.id for r in found if r.band for one in r.band.pictures} >= {
            f.id for f in item.story.body if isinstance(f, Figure) and not f.optional}


def test_pictures_in_one_column_are_tried_row_by_row_and_stand_in_its_middle() -> None:
    room = ComposingRoom(FakeDesk(), small_grid(columns=1, rows=60))
    three = tuple(figure(id=name) for name in "pqr")
    found = [band for band in bands(room, three, 1, 4) if band]
    assert all(len(band.pictures) == 3 for band in found), "none is dropped"
    assert all(
        one.shift + one.fit.width / 2 == pytest.approx(6.5)
        or one.words.x > one.shift + one.fit.width  # its caption beside it
        for band in found if len({one.down for one in band.pictures}) == 3
        for one in band.pictures
    )
    assert len({band.rows for band in found}) > 4


def test_text_beside_a_picture_is_as_deep_as_it() -> None:
    found = [r for c in (200, 400, 700) for r in recipes(pictured(c, figure()))]
    beside = [r for r in found if r.band and r.band.beside]
    assert beside
    for recipe in beside:
        assert recipe.band is not None
        assert recipe.measure.legs == recipe.band.span - recipe.band.columns
        assert 0 <= recipe.depth - (recipe.band.rows - 1) <= UNDER_PICTURE


def test_a_picture_has_enough_text_under_it_or_none() -> None:
    for recipe in recipes(pictured(1500, figure(), figure(1200, 1800, id="q"))):
        assert recipe.band is not None
        above = max(recipe.band.above(recipe.measure.legs))
        assert not above or recipe.depth - above >= NO_LEGS_UNDER


def made_up(seed: int) -> tuple[Edition, Paper, tuple[Diagnostic, ...], str]:
    edition, pack = drawn.edition(seed)
    paper, remarks = plan(edition, shelf.layout(pack))
    return edition, paper, remarks, pack


def judged(seed: int) -> None:
    """Every picture once, within its bounds; what breaks one is told."""
    edition, paper, remarks, pack = made_up(seed)
    grid = paper.set_in(shelf.layout(pack)).grid
    figures = {b.id: b for s in edition.stories for b in s.body if isinstance(b, Figure)}
    plates = [plate for page in paper.pages for frame in page.frames for plate in frame.plates]
    assert sorted(plate.block for plate in plates) == sorted(figures)
    coarse = {d.values["picture"] for d in remarks if d.kind == "picture_coarse"}
    for plate in plates:
        one = figures[plate.block]
        left, top, right, bottom = plate.crop
        assert (right - left) * (bottom - top) >= 1 - MOST_CROPPED - NEAR
        focus = one.focus or (0.5, 0.5, 0.5, 0.5)
        assert left <= focus[0] + NEAR and right >= focus[2] - NEAR
        assert top <= focus[1] + NEAR and bottom >= focus[3] - NEAR
        drawn_shape = (plate.rows * grid.pitch / (bottom - top)) / (
            plate.width * grid.em / (right - left))
        assert drawn_shape == pytest.approx(shape(one), rel=0.002), "never squeezed"
        assert not upright(one) or plate.width <= grid.span(min(2, grid.columns)) + NEAR
        assert (dots(grid, one, plate) < DOTS * 0.96) == (one.src in coarse)


@pytest.mark.parametrize("seed", range(6))
def test_drawn_editions_keep_every_picture_within_its_bounds(seed: int) -> None:
    judged(seed)


@pytest.mark.check
@pytest.mark.parametrize("seed", range(6, 48))
def test_forty_eight_drawn_editions_keep_every_picture(seed: int) -> None:
    judged(seed)


# -- what is said ---------------------------------------------------------------------------------


def said(width: int, height: int) -> dict[str, Severity]:
    shown = Picture("a.png", "image/png", width, height, drawn.field(width, height, 1))
    one = figure(width, height, src="a.png", id="s01b01")
    body = (one, *(Paragraph((Run("字" * 90),), id=f"s01b{n:02}") for n in range(2, 9)))
    made = Edition(
        "x", (Section(None, (Story("s01", "新桥通车", body),), id="sec1"),), pictures=(shown,)
    )
    _, remarks = plan(made, shelf.layout("broadsheet"))
    return {d.kind: d.severity for d in remarks if d.kind.startswith("picture_")}


def test_what_bound_cannot_be_held_is_said() -> None:
    assert said(1800, 1200) == {}
    assert said(48, 48) == {"picture_coarse": Severity.WARNING}
    assert said(400, 300) == {}
    assert said(300, 220) == {"picture_few_dots": Severity.INFO}
    assert said(3000, 60) == {"picture_whole": Severity.INFO}
    assert said(900, 4500) == {"picture_whole": Severity.INFO}


def test_pictures_of_a_story_are_those_of_its_body() -> None:
    assert len(pictures_of(pictured(300, figure(), figure(id="q")))) == 2
