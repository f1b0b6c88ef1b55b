from __future__ import annotations

from dataclasses import replace

import pytest

from edition.makeup.items import (
    AdvertItem,
    AdvertRow,
    BriefsItem,
    HouseCopyItem,
    PageItem,
    RestItem,
    StoryItem,
    briefs_of,
    galley_of,
    headings_of,
    id_of,
    longer_of,
    may_jump,
    pictures_of,
    small_headed,
    source_of,
    stories_of,
    wished_columns,
    wished_page,
    without_optional,
)
from edition.makeup.plan.gather import BRIEFS_MOST, gathered, opens, parted
from edition.model import Advertisement, Figure, HouseItem, Paragraph, Run, Section
from makeup_desk import FakeDesk, edition_of, story

ONE = story(1, 300, 2, jump=True, page=3, columns=2)
TWO = story(2, 60, 1, brief=True)
PICTURE = Figure("a.jpg", (Run("图"),), id="s03b00", pixels=(300, 200))
PICTURED = story(3, 300)
PICTURED = type(PICTURED)(
    PICTURED.id, PICTURED.headline, (PICTURE, Figure(None, id="s03b09"), *PICTURED.body)
)
STORY, BRIEFS = StoryItem(ONE), BriefsItem("sec1-briefs1", "简讯", (TWO, ONE))
REST, BRIEFS_REST = RestItem(STORY, 7, "B2"), RestItem(BRIEFS, 4, "B3")
HOUSE = HouseCopyItem(HouseItem("house1", "节约用水" * 12, "公益广告"))
ADVERT = AdvertItem(AdvertRow((Advertisement("ad1", 1, 4, 20),)))
ALL: list[PageItem] = [STORY, BRIEFS, REST, BRIEFS_REST, HOUSE, ADVERT]


def test_every_item_has_the_id_of_its_frame() -> None:
    assert [id_of(item) for item in ALL] == [
        "s01", "sec1-briefs1", "s01", "sec1-briefs1", "house1", "ad1"
    ]


def test_only_news_holds_stories_and_only_briefs_are_briefs() -> None:
    assert [len(stories_of(item)) for item in ALL] == [1, 2, 1, 2, 0, 0]
    assert [len(briefs_of(item)) for item in ALL] == [0, 2, 0, 2, 0, 0]


def test_only_a_rest_comes_from_another_page() -> None:
    assert [source_of(item) for item in ALL] == [None, None, "B2", "B3", None, None]


def test_only_a_story_at_its_beginning_may_jump() -> None:
    assert [may_jump(item) for item in ALL] == [True, False, False, False, False, False]
    assert not may_jump(StoryItem(story(4, 300)))


def test_wishes_are_those_of_one_story_and_of_its_rest() -> None:
    assert [wished_page(item) for item in ALL] == [3, None, 3, None, None, None]
    assert [wished_columns(item) for item in ALL] == [2, None, 2, None, None, None]


def test_a_small_label_stands_over_briefs_and_house_copy() -> None:
    assert [small_headed(item) for item in ALL] == [False, True, False, True, True, False]


def test_what_stands_over_the_copy() -> None:
    assert headings_of(STORY) is ONE
    briefs, house = headings_of(BRIEFS), headings_of(HOUSE)
    assert (briefs.id, briefs.headline, briefs.kicker, briefs.deck) == (
        "sec1-briefs1", "简讯", None, None
    )
    assert (house.id, house.headline) == ("house1", "公益广告")
    assert headings_of(HouseCopyItem(HouseItem("house2", "字"))).headline == ""


def test_the_galley_of_a_rest_is_that_of_the_whole() -> None:
    desk = FakeDesk()
    assert galley_of(REST, desk, 13) == galley_of(STORY, desk, 13)
    assert galley_of(BRIEFS_REST, desk, 13) == desk.briefs((TWO, ONE), 13)
    assert {slug.block for slug in galley_of(HOUSE, desk, 13).slugs} == {"house1-text"}


def test_briefs_are_never_loosened() -> None:
    desk = FakeDesk()
    assert longer_of(STORY, desk, 13) and longer_of(HOUSE, desk, 13)
    assert longer_of(BRIEFS, desk, 13) == ()


def test_pictures_stand_with_the_beginning_of_a_story() -> None:
    item = StoryItem(PICTURED)
    assert pictures_of(item) == (PICTURE,)
    assert pictures_of(RestItem(item, 3, "2")) == ()
    assert pictures_of(HOUSE) == pictures_of(BRIEFS) == ()
    assert without_optional(item) == item
    optional = replace(PICTURE, optional=True)
    body = tuple(optional if block == PICTURE else block for block in PICTURED.body)
    bare = without_optional(StoryItem(replace(PICTURED, body=body)))
    assert pictures_of(bare) == ()
    assert [block.id for block in bare.story.body] == ["s03b09", "s03b01", "s03b02", "s03b03"]


def test_a_section_head_stands_over_the_first_item_only() -> None:
    section = Section("要闻", (story(5, 300), story(6, 300, rank=1)))
    assert opens(section, StoryItem(section.stories[1]))
    assert not opens(section, StoryItem(section.stories[0]))
    assert not opens(section, RestItem(StoryItem(section.stories[1]), 4, "1"))
    assert not opens(section, HOUSE)
    assert not opens(Section(None, section.stories), StoryItem(section.stories[1]))
    assert not opens(Section("空", ()), StoryItem(section.stories[1]))


def test_a_section_of_briefs_alone_opens_with_them() -> None:
    short = tuple(story(n, 60, 1, brief=True) for n in (1, 2))
    section = Section("简讯", short, id="sec1")
    assert opens(section, BriefsItem("sec1-briefs1", "简讯", short))


def test_a_brief_alone_or_with_a_picture_stands_for_itself() -> None:
    alone = Section(None, (story(1, 300), story(2, 60, brief=True)))
    assert parted(alone) == (list(alone.stories), [])
    pictured = type(PICTURED)("s09", "图", (PICTURE, Paragraph((Run("字"),))), brief=True)
    some = Section(None, (pictured, story(2, 60, brief=True), story(3, 60, brief=True)))
    assert [[s.id for s in part] for part in parted(some)] == [["s09"], ["s02", "s03"]]


@pytest.mark.parametrize(("count", "sizes"), [(BRIEFS_MOST, [40]), (BRIEFS_MOST + 1, [20, 21])])
def test_many_briefs_are_shared_over_columns(count: int, sizes: list[int]) -> None:
    short = [story(n, 60, 1, brief=True) for n in range(1, count + 1)]
    found = [item for _, item in gathered(edition_of(("简讯", short)))]
    assert [len(stories_of(item)) for item in found] == sizes
    assert [id_of(item) for item in found] == [
        f"sec1-briefs{n}" for n in range(1, len(sizes) + 1)
    ]
    assert [s.id for item in found for s in stories_of(item)] == [s.id for s in short]
