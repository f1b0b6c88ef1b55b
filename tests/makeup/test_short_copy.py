"""What would fill the white of a page: characters, a page less, half the sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.makeup.paper import Filler, Page
from edition.makeup.shortcopy import HALF, LEAST_WHITE, LITTLE, short_copy
from edition.messages.texts import Phrase
from edition.packs.layout import Layout
from makeup_desk import broadsheet

LAYOUT = broadsheet()
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
