"""What is placed as one on a page: a story, the rest of one, briefs, house copy, an advertisement.

Each is a class of its own; the functions here say what make-up asks of any of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from edition.compose.composed import Galley
from edition.compose.headed import Headed
from edition.makeup.composer import Composer, Longer
from edition.makeup.plates import shown
from edition.model import Advertisement, Closing, Figure, HouseItem, Note, Story


@dataclass(frozen=True, slots=True)
class StoryItem:
    """A story from its beginning."""

    story: Story


@dataclass(frozen=True, slots=True)
class BriefsItem:
    """The briefs of a section in one column under one label (简讯)."""

    id: str
    label: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class GroupItem:
    """Related stories of one section under one head (组合)."""

    id: str
    head: str
    stories: tuple[Story, ...]
    word: bool
    """True where the head is a word over the stories, no headline"""
    alike: bool = False
    """True where it is the kicker of each, which is then said once"""

    @property
    def members(self) -> tuple[StoryItem, ...]:
        """Its stories as they stand under its head."""
        some = (replace(one, kicker=None) if self.alike else one for one in self.stories)
        return tuple(map(StoryItem, some))


@dataclass(frozen=True, slots=True)
class RestItem:
    """The rest of a story, or of briefs, that began on an earlier page."""

    whole: StoryItem | BriefsItem
    start: int
    """index of its first slug at the base measure"""
    source: str
    """label of the page with the part before"""
    pictured: bool = False
    """True where its pictures found no room on the pages before and stand with it"""


@dataclass(frozen=True, slots=True)
class HouseCopyItem:
    """House copy among the stories, where they do not fill the page (补白)."""

    copy: HouseItem


@dataclass(frozen=True, slots=True)
class AdvertRow:
    """Advertisements side by side at the foot, ranged right, their feet on one line."""

    adverts: tuple[Advertisement, ...]

    @property
    def id(self) -> str:
        """That of the first: a name for them all."""
        return self.adverts[0].id

    @property
    def columns(self) -> int:
        """base columns"""
        return sum(one.columns for one in self.adverts)

    @property
    def rows(self) -> int:
        """grid rows of the deepest"""
        return max(one.rows for one in self.adverts)


@dataclass(frozen=True, slots=True)
class AdvertItem:
    """Advertisements that keep to the lower right corner among the stories."""

    row: AdvertRow


LegsItem: TypeAlias = StoryItem | BriefsItem | RestItem
"""News that stands in legs of its own, and may go on from page to page."""
NewsItem: TypeAlias = LegsItem | GroupItem
"""What waits for a page."""
HeadedItem: TypeAlias = StoryItem | BriefsItem | HouseCopyItem
"""What begins where it stands, under headings of its own."""
TextItem: TypeAlias = LegsItem | HouseCopyItem
"""What is set in legs."""
PlacedItem: TypeAlias = NewsItem | HouseCopyItem
"""What make-up looks for a shape for."""
PageItem: TypeAlias = PlacedItem | AdvertItem


@dataclass(frozen=True, slots=True)
class Headings:
    """The texts over briefs and house copy: `Headed`, as a story is."""

    id: str
    headline: str
    kicker: str | None = None
    deck: str | None = None
    headline_as_read: str | None = None
    deck_as_read: str | None = None
    headline_breaks: tuple[int, ...] | None = None


def id_of(item: PageItem) -> str:
    """The id its frame carries on the page."""
    match item:
        case StoryItem():
            return item.story.id
        case BriefsItem() | GroupItem():
            return item.id
        case RestItem():
            return id_of(item.whole)
        case HouseCopyItem():
            return item.copy.id
        case AdvertItem():
            return item.row.id
        case _:
            assert_never(item)


def stories_of(item: PageItem) -> tuple[Story, ...]:
    """The stories of the edition that stand in it."""
    match item:
        case StoryItem():
            return (item.story,)
        case BriefsItem() | GroupItem():
            return item.stories
        case RestItem():
            return stories_of(item.whole)
        case HouseCopyItem() | AdvertItem():
            return ()
        case _:
            assert_never(item)


def copy_of(item: PageItem) -> tuple[Story | HouseItem, ...]:
    """What stands in it of the edition's own copy: stories, or house copy."""
    return (item.copy,) if isinstance(item, HouseCopyItem) else stories_of(item)


def briefs_of(item: PageItem) -> tuple[Story, ...]:
    """The stories of a briefs column; none of anything else."""
    match item:
        case BriefsItem():
            return item.stories
        case RestItem():
            return briefs_of(item.whole)
        case _:
            return ()


def headings_of(item: HeadedItem) -> Headed:
    """The texts that stand over it."""
    match item:
        case StoryItem():
            return item.story
        case BriefsItem():
            return Headings(item.id, item.label)
        case HouseCopyItem():
            return Headings(item.copy.id, item.copy.title or "")
        case _:
            assert_never(item)


def galley_of(item: TextItem, desk: Composer, measure: float) -> Galley:
    """What is to be set, as one column from its very beginning."""
    match item:
        case StoryItem():
            return desk.galley(item.story, measure)
        case BriefsItem():
            return desk.briefs(item.stories, measure)
        case RestItem():
            return galley_of(item.whole, desk, measure)
        case HouseCopyItem():
            return desk.galley(item.copy, measure)
        case _:
            assert_never(item)


def longer_of(item: HeadedItem, desk: Composer, measure: float) -> Longer:
    """Paragraphs that may be a line longer; none of briefs, whose legs end where one ends."""
    match item:
        case StoryItem():
            return desk.longer(item.story, measure)
        case HouseCopyItem():
            return desk.longer(item.copy, measure)
        case BriefsItem():
            return ()
        case _:
            assert_never(item)


def pictures_of(item: PageItem) -> tuple[Figure, ...]:
    """The pictures that stand with it: only a story has any, where it begins or has room first."""
    if isinstance(item, RestItem):
        return pictures_of(item.whole) if item.pictured else ()
    return shown(item.story) if isinstance(item, StoryItem) else ()


def without_optional(item: StoryItem) -> StoryItem:
    """The same story without the pictures the page may go without."""
    left = [figure for figure in shown(item.story) if figure.optional]
    body = tuple(block for block in item.story.body if block not in left)
    return StoryItem(replace(item.story, body=body))


def wished_columns(item: PageItem) -> int | None:
    """Base columns the editor wants it to span."""
    story = story_of(item)
    return story.columns if story else None


def wished_page(item: PageItem) -> int | None:
    """Number of the page the editor wants it on."""
    if isinstance(item, GroupItem):
        return next((story.page for story in item.stories if story.page), None)
    story = story_of(item)
    return story.page if story else None


def story_of(item: PageItem) -> Story | None:
    """The one story of which it is a part, or all; None of briefs and of what is no news."""
    match item:
        case StoryItem():
            return item.story
        case RestItem():
            return story_of(item.whole)
        case _:
            return None


def may_jump(item: PageItem) -> bool:
    """True for a story that may go on on another page (转版)."""
    return isinstance(item, StoryItem) and item.story.jump


def source_of(item: PageItem) -> str | None:
    """Label of the page with the part before; None of what begins here."""
    return item.source if isinstance(item, RestItem) else None


NOTICES = (
    "公告", "通告", "通知", "启事", "声明", "提示", "公示", "告示", "来信", "致读者", "编者按",
    "啟事", "聲明", "來信", "致讀者", "編者按", "相关链接", "相關鏈接", "新闻链接",
)
"""words of a headline or a kicker of what is no report"""


def boxable(item: PageItem) -> bool:
    """True of what a box marks: notices, letters, what an editor adds; briefs and house copy.

    A letter or a notice is known by its closing, else by a word of its headline or kicker.
    """
    if wished_box(item):
        return True
    story = item.story if isinstance(item, StoryItem) else None
    if story is None:
        return isinstance(item, BriefsItem | HouseCopyItem)
    heads = f"{story.kicker or ''} {story.headline}"
    return any(isinstance(block, Closing | Note) for block in story.body) or any(
        word in heads for word in NOTICES
    )


def wished_box(item: PageItem) -> bool | None:
    """Whether the editor wants a box round it; None leaves it to the page."""
    if isinstance(item, StoryItem):
        return item.story.box
    return next((one.box for one in briefs_of(item) if one.box is not None), None)


def small_headed(item: PageItem) -> bool:
    """True where a small label stands over it, not a headline of its rank."""
    return bool(briefs_of(item)) or isinstance(item, HouseCopyItem)
