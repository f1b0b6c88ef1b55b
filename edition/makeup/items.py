"""From an edition to the items of its pages: stories by rank, briefs gathered, advertisements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.makeup.choices import FOOT, Choices, Item, Measure, Recipe
from edition.makeup.legs import Fill
from edition.makeup.plates import shown
from edition.model import Advertisement, Edition, HouseItem, Paragraph, Run, Section, Story
from edition.packs.layout import Layout
from edition.trade.phrases import words

LEAST_NEWS = 12
"""rows of a page that advertisements leave to the news at least"""
BRIEFS_MOST = 40
"""briefs gathered in one column"""

Placing = tuple[Section, Item]


def ranked(stories: tuple[Story, ...]) -> list[Story]:
    """Stories by the editor's rank, then in the order of the copy."""
    last = len(stories) + max((s.rank or 0 for s in stories), default=0)
    order = sorted(range(len(stories)), key=lambda i: (stories[i].rank or last, i))
    return [stories[i] for i in order]


def items(edition: Edition) -> Iterator[Placing]:
    """The items of an edition, section by section, best ranked first."""
    label = words(edition.language).briefs
    for section in edition.sections:
        long, short = parted(section)
        yield from ((section, Item(story)) for story in long)
        groups = -(-len(short) // BRIEFS_MOST)
        for number in range(groups):
            some = short[number * len(short) // groups : (number + 1) * len(short) // groups]
            holder = Story(f"{section.id}-briefs{number + 1}", label, ())
            yield section, Item(holder, briefs=tuple(some))


def parted(section: Section) -> tuple[list[Story], list[Story]]:
    """The stories of a section that stand for themselves, and its briefs, both by rank.

    A brief alone, or with a picture, stands for itself.
    """
    found = ranked(section.stories)
    short = [story for story in found if story.brief and not shown(story)]
    if len(short) < 2:
        return found, []
    return [story for story in found if story not in short], short


def opens(section: Section, item: Item) -> bool:
    """True when `item` is the first of a section with a title: there the section head stands."""
    if not section.title or item.source is not None or item.house or not section.stories:
        return False
    long, short = parted(section)
    return (long or short)[0] in item.stories


def house_item(item: HouseItem) -> Item:
    """补白 as an item of the lowest rank."""
    body = (Paragraph((Run(item.text),), id=f"{item.id}-text"),)
    return Item(Story(item.id, item.title or "", body), house=True)


def advertisement_item(advertisement: Advertisement) -> Item:
    """An advertisement as an item that keeps to the lower right corner."""
    return Item(Story(advertisement.id, "", ()), advertisement=advertisement)


def advertisement_choices(advertisement: Advertisement) -> Choices:
    """The one rectangle of an advertisement, its foot row given up at the foot of the page."""
    rows = advertisement.rows
    empty = Fill(rows, (), 0, 0, 0.0)
    recipe = Recipe(None, 0, Measure(0, 0.0, 0.0, 0.0), rows, empty, (), 0.0, parts_heads=True)
    return {(advertisement.columns, rows + FOOT): {(0.0, True): recipe}}


def fitting(
    advertisements: Sequence[Advertisement], layout: Layout
) -> tuple[Advertisement, ...]:
    """The advertisements a page can hold, one corner for each page."""
    found: list[Advertisement] = []
    corners: set[int] = set()
    furnishing = layout.furnishing
    for one in advertisements:
        head = furnishing.masthead if one.page == 1 else furnishing.folio
        before = sum(a.rows + FOOT for a in found if a.page == one.page)
        if one.rows + FOOT + before > layout.grid.rows - head - LEAST_NEWS:
            continue
        if one.columns < layout.grid.columns and one.page in corners:
            continue
        if one.columns < layout.grid.columns:
            corners.add(one.page)
        found.append(one)
    return tuple(found)


def on_page(
    advertisements: Sequence[Advertisement], number: int, columns: int, lowered: Sequence[str] = ()
) -> tuple[list[Advertisement], list[Advertisement]]:
    """What stands across the foot of page `number`, and what in its corner among the stories.

    A corner advertisement that is `lowered` stands in a band of its own at the foot.
    """
    own = [found for found in advertisements if found.page == number]
    strips = [found for found in own if found.columns >= columns or found.id in lowered]
    return strips, [found for found in own if found not in strips]
