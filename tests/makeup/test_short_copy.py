"""What would fill the white of a page: characters, a page less, half the sheet."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from edition import pressroom
from edition.build import read
from edition.compose.composed import Line, Slug
from edition.makeup.copies import MOST_MOVED, CopyVariants, with_quotes_moved
from edition.makeup.heads import MOST_WHITE
from edition.makeup.items import StoryItem
from edition.makeup.paper import AdvertFrame, Filler, Leg, Page, Paper, StoryFrame
from edition.makeup.plan.kepttype import KeptType
from edition.makeup.prices import PRICES
from edition.makeup.shortcopy import (
    BARE,
    HALF,
    LARGELY,
    LEAST_WHITE,
    LITTLE,
    MOST_STORIES,
    WITHIN,
    as_paid,
    bareness,
    ends_white,
    recounted,
    short_copy,
    toll,
    wider,
)
from edition.messages.texts import Phrase
from edition.model import Advertisement, PullQuote
from edition.packs import shelf
from edition.packs.layout import Layout
from edition.packs.sizes.airing import airings
from edition.printed import Score
from edition.steps import untold
from makeup_desk import broadsheet, edition_of, story
from proof_editions import SEED

LAYOUT = broadsheet()
PACK = shelf.layout("newsletter")
LINE = Line((), 0.0, 0.0, (), last=True)
ROWS = 90


def page(white: int, number: int = 1, item: str | None = None) -> Page:
    fillers = (Filler(0.0, ROWS + 13 - white, 111.0, white, item),) if white else ()
    return Page(number, str(number), number == 1, 13, ROWS + 13, (), fillers=fillers)


def advice(*pages: Page, layout: Layout = LAYOUT) -> list[tuple[object, str]]:
    told = [remark.values for remark in short_copy(pages, layout)]
    instead = [found["instead"] for found in told]
    assert all(isinstance(phrase, Phrase) for phrase in instead)
    return [
        (found["characters"], phrase.key)
        for found, phrase in zip(told, instead, strict=True) if isinstance(phrase, Phrase)
    ]


@pytest.mark.parametrize(("white", "told"), [
    (0, []), (int(ROWS * LEAST_WHITE), []), (10, [(830, "nothing_instead")]),
    (int(ROWS * (1 - HALF)) + 1, [(3080, "a_smaller_sheet")]),
])
def test_a_page_alone_lacks_characters_or_takes_half_the_sheet(
    white: int, told: list[tuple[int, str]]
) -> None:
    assert advice(page(white)) == told


def test_house_copy_is_no_want_of_copy() -> None:
    assert advice(page(30, item="house1")) == []


def test_a_last_page_of_little_copy_may_be_spared() -> None:
    little = int(ROWS * (1 - LITTLE)) + 1
    assert [key for _, key in advice(page(0), page(little, 2))] == ["a_page_less"]
    assert [key for _, key in advice(page(0), page(little - 2, 2))] == ["nothing_instead"]
    assert [key for _, key in advice(page(little), page(0, 2))] == ["nothing_instead"]
    (remark,) = short_copy([page(0), page(little, 2)], LAYOUT)
    assert remark.message.endswith("the pages of the paper are 1.")


@pytest.mark.parametrize(("width", "key"), [
    (390.0, "sheet_half"), (270.0, "sheet_a4"), (210.0, None),
])
def test_the_smaller_sheet_goes_by_the_sheet(width: float, key: str | None) -> None:
    grid = replace(LAYOUT.grid, page_width=width)
    (remark,) = short_copy([page(60)], replace(LAYOUT, grid=grid))
    phrase = remark.values["instead"]
    assert isinstance(phrase, Phrase)
    sheet = phrase.values.get("sheet")
    assert (sheet.key if isinstance(sheet, Phrase) else None) == key


# -- a paper opened for short copy ----------------------------------------------------------------


def paper(white: int, text: int = 100) -> Paper:
    """One page of a newsletter with `text` lines of 46 rows × 4 columns, `white` rows at its foot.
    """
    leg = Leg(0.0, 7, 13.0, text, (Slug("text", "s01b01", 1, (LINE,)),) * text)
    frame = StoryFrame("s01", 0.0, 7, 55.0, 46 - white, 0, 4, (), (leg,))
    fillers = (Filler(0.0, 53 - white, 55.0, white, columns=4),) if white else ()
    return Paper((Page(1, "1", True, 7, 53, (frame,), fillers=fillers),), Score(0.0, True))


COPY = edition_of((None, [story(1, 900)]))


def test_openings_fill_about_what_is_white_the_slightest_first() -> None:
    found = wider(paper(10), COPY, PACK)
    assert found and all(1.1 < one.more <= 1.4 for one in found)
    assert toll(found[0]) <= toll(found[1])
    assert [one.larger for one in found[:1]] == [2]


@pytest.mark.parametrize(("white", "text"), [(0, 100), (2, 100), (40, 8)])
def test_a_full_page_stays_and_so_does_one_that_no_opening_fills(white: int, text: int) -> None:
    assert wider(paper(white, text), COPY, PACK) == ()


def test_large_papers_keep_their_speed_and_packs_their_say() -> None:
    many = edition_of((None, [story(n, 60) for n in range(1, MOST_STORIES + 2)]))
    assert wider(paper(10), many, PACK) == wider(paper(10), COPY, LAYOUT) == ()


def test_beside_advertisements_the_columns_stay_as_many_as_they_are() -> None:
    alone = wider(paper(20), COPY, PACK)
    corner = replace(COPY, advertisements=(Advertisement("ad1", 1, 2, 8, "招租"),))
    strip = replace(COPY, advertisements=(Advertisement("ad1", 1, 4, 8, "招租"),))
    assert {one.layout.grid.columns for one in wider(paper(20), corner, PACK)} == {4}
    assert wider(paper(20), strip, PACK) == alone
    assert {one.layout.grid.columns for one in alone} == {3, 4}


@pytest.mark.parametrize("columns", [1, 2, 4])
def test_advertisements_of_an_opened_paper_are_as_large_as_they_were(columns: int) -> None:
    copy = edition_of((None, [story(1, 600), story(2, 300)]))
    sold = replace(copy, advertisements=(Advertisement("ad1", 1, columns, 10, "招租"),))
    for aired in airings(PACK, columns_kept=True):
        made = pressroom._opened(sold, PACK, aired, untold, KeptType())
        assert made is not None
        own, grid = PACK.grid, aired.layout.grid
        (frame,) = [one for page in made[0].pages for one in page.adverts]
        assert frame.width * grid.em == pytest.approx(own.span(columns) * own.em, abs=0.01)
        assert (frame.x + frame.width) * grid.em == pytest.approx(own.width * own.em, abs=0.01)
        assert -WITHIN <= frame.rows * grid.pitch - 10 * own.pitch < grid.pitch


def test_an_opening_for_which_an_advertisement_loses_its_place_is_not_taken(
    monkeypatch: pytest.MonkeyPatch
) -> None:
    sold = replace(edition_of((None, [story(1, 1100), story(2, 500)])), advertisements=(
        Advertisement("ad1", 1, 4, 10, "招租"),))
    taken, _ = pressroom.plan(sold, PACK)
    assert taken.resized

    def lost(*given: Any) -> pressroom.MadeUp | None:
        made = usual(*given)
        return made and (replace(made[0], pages=tuple(
            replace(page, adverts=()) for page in made[0].pages)), *made[1:])

    usual = pressroom._opened
    monkeypatch.setattr(pressroom, "_opened", lost)
    assert pressroom.plan(sold, PACK)[0].resized is None


def test_a_strip_is_as_wide_as_the_page_however_many_its_columns() -> None:
    aired = max(airings(PACK), key=lambda one: one.larger)
    grid = aired.layout.grid
    sold = replace(COPY, advertisements=(
        Advertisement("ad1", 1, 4, 8, "招租"), Advertisement("ad2", 1, 9, 8, "招租")))
    assert grid.columns == 3
    counted = recounted(sold, PACK.grid, grid).advertisements
    assert [one.columns for one in counted] == [3, 9]
    frames = (AdvertFrame("ad1", 0.0, 40, grid.width, 7, 0, 3),)
    strips = replace(paper(0), pages=(replace(paper(0).pages[0], adverts=frames),))
    assert as_paid(strips, PACK.grid, grid) == strips


def test_half_a_page_of_white_costs_half_of_a_bare_one_where_openings_are_compared() -> None:
    assert bareness(paper(0), PACK.grid) == 0
    assert bareness(paper(23), PACK.grid) == pytest.approx(BARE / 2)


def test_a_last_page_largely_white_or_house_copy_is_shared_out_anew() -> None:
    rows = int(46 * LARGELY)
    grid = PACK.grid
    assert not ends_white(paper(rows).pages[0], grid)
    assert ends_white(paper(rows + 1).pages[0], grid)


def test_what_the_copy_fills_is_counted_in_the_columns_the_pages_are_set_in() -> None:
    aired = max(airings(PACK), key=lambda one: one.larger)
    assert aired.layout.grid.columns < PACK.grid.columns
    full = Paper((page(0),), Score(0.0, False, {}), resized=aired.layout)
    half = Paper((page(ROWS // 2),), Score(0.0, False, {}), resized=aired.layout)
    columned = replace(half, pages=(replace(half.pages[0], fillers=(
        replace(half.pages[0].fillers[0], columns=aired.layout.grid.columns),)),))
    assert pressroom._pages_taken(full, PACK) == 1
    assert pressroom._pages_taken(half, PACK) == pressroom._pages_taken(columned, PACK) == 0.5


def test_no_opening_is_tried_twice_and_lines_are_set_once_for_all_of_them() -> None:
    for white in range(3, 40):
        found = wider(paper(white), COPY, PACK)
        assert len(found) == len({(one.larger, one.looser) for one in found})
    edition, kept = read(SEED).edition, KeptType()
    lead, looser = next(iter(edition.stories)), next(a for a in airings(PACK) if not a.larger)
    measure = float(PACK.grid.measure)
    first = pressroom.bench_for(edition, PACK, kept).desk.galley(lead, measure)
    again = pressroom.bench_for(edition, looser.layout, kept).desk.galley(lead, measure)
    assert again.slugs[0].lines is first.slugs[0].lines
    assert again == pressroom.compose(edition, looser.layout).galley(lead, measure)


def test_a_tall_quote_moves_over_whole_paragraphs_only() -> None:
    def words(block: str, count: int) -> list[Slug]:
        return [Slug("text", block, 1, (LINE,), cut=0.0, first=i == 0, final=i == count - 1)
                for i in range(count)]

    quote = Slug("quote", "q", 9, (LINE,), first=True, final=True)
    slugs = (*words("a", 3), *words("b", 2), quote, *words("c", 4), *words("d", 1))
    found = list(with_quotes_moved(slugs))
    assert found[0] == (slugs, 0.0)
    orders = {tuple(dict.fromkeys(s.block for s in made)): price for made, price in found}
    assert orders == {
        tuple("abqcd"): 0.0, tuple("aqbcd"): PRICES.quote_moved, tuple("abcqd"): PRICES.quote_moved,
    }
    assert len(found) <= 1 + 2 * MOST_MOVED
    assert list(with_quotes_moved(slugs[:5])) == [(slugs[:5], 0.0)]


def test_a_story_whose_quote_would_stand_over_a_foot_ends_level() -> None:
    edition, layout = read(SEED).edition, shelf.layout("broadsheet")
    lead = StoryItem(next(iter(edition.stories)))
    copy = CopyVariants(pressroom.compose(edition, layout), lead, float(layout.grid.measure))
    level = [(fill, price) for _, _, fill, price in copy.fills((0, 0, 0, 0), 60, loosened=False)
             if fill.white <= 1 and not fill.holes]
    assert min(fill.price + price for fill, price in level) <= 2 * PRICES.quote_moved + 1


def test_the_sample_fills_four_pages_of_a_newsletter_and_its_quote_stands_in_one_leg() -> None:
    edition = read(SEED).edition
    made, _ = pressroom.plan(edition, PACK)
    assert len(made.pages) == 4 and not any(page.fillers for page in made.pages)
    lead = made.pages[0].frames[0]
    assert lead.headings[0].row - lead.row <= MOST_WHITE, "its head pays for white it floats in"
    quotes = {b.id for s in edition.stories for b in s.body if isinstance(b, PullQuote)}
    legs = [
        {slug.block for slug in leg.slugs} & quotes
        for page in made.pages for frame in page.frames for leg in frame.legs
    ]
    assert quotes and sorted(b for found in legs for b in found) == sorted(quotes)
