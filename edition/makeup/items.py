"""From an edition to the items of its pages: stories by rank, briefs gathered, advertisements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.makeup.choices import FOOT, Choices, Item, Measure, Recipe
from edition.makeup.legs import Fill
from edition.model import Advertisement, Edition, HouseItem, Paragraph, Run, Section, Story

BRIEFS = {"zh-Hans": "简讯"}
BRIEFS_TRADITIONAL = "簡訊"
"""What stands over a column of briefs."""
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
    label = BRIEFS.get(edition.language, BRIEFS_TRADITIONAL)
    for section in edition.sections:
        found = ranked(section.stories)
        short = [story for story in found if story.brief]
        if len(short) < 2:
            yield from ((section, Item(story)) for story in found)
            continue
        yield from ((section, Item(story)) for story in found if not story.brief)
        groups = -(-len(short) // BRIEFS_MOST)
        for number in range(groups):
            some = short[number * len(short) // groups : (number + 1) * len(short) // groups]
            holder = Story(f"{section.id}-briefs{number + 1}", label, ())
            yield section, Item(holder, briefs=tuple(some))


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


def on_page(
    advertisements: Sequence[Advertisement], number: int, columns: int
) -> tuple[list[Advertisement], list[Advertisement]]:
    """The strips across the foot of page `number`, and what stands in its corner."""
    own = [found for found in advertisements if found.page == number]
    strips = [found for found in own if found.columns >= columns]
    return strips, [found for found in own if found.columns < columns]
