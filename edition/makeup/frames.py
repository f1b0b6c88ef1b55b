"""From a page plan to a page: frames, legs and headings with their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import assert_never

from edition.compose.composed import at_head
from edition.makeup.blankpage import BlankPage, foot_rows
from edition.makeup.column_rules import (
    Ground,
    between_briefs,
    over_groups,
    rules,
    under_words,
)
from edition.makeup.composer import ComposingRoom
from edition.makeup.house import spaces
from edition.makeup.items import (
    AdvertItem,
    AdvertRow,
    BriefsItem,
    GroupItem,
    HouseCopyItem,
    RestItem,
    StoryItem,
    briefs_of,
    id_of,
    source_of,
)
from edition.makeup.paper import (
    AdvertFrame,
    Filler,
    GroupHead,
    Leg,
    Page,
    PlacedHeading,
    Plate,
    SectionHead,
    StoryFrame,
)
from edition.makeup.pictured.cropping import PLATE_TOP
from edition.makeup.plates import PictureBand
from edition.makeup.recipes import BOX_FOOT, BOX_TOP, FOOT, Recipe, Tier
from edition.makeup.search.zones import PagePlan, Placed, ZoneBand
from edition.model import HouseItem, Section, plain
from edition.packs.layout import Grid


@dataclass
class _Standing:
    """What stands on a page while it is built from its head to its foot."""

    room: ComposingRoom
    row: int
    """where the next thing begins"""
    pool: tuple[HouseItem, ...]
    """house copy that fills what is left"""
    frames: list[StoryFrame] = field(default_factory=list)
    sections: list[SectionHead] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    adverts: list[AdvertFrame] = field(default_factory=list)
    groups: list[GroupHead] = field(default_factory=list)

    def head(self, section: Section) -> None:
        """A section head across the page."""
        rows, wide = self.room.layout.furnishing.section, self.room.grid.width
        self.sections.append(
            SectionHead(section.id, section.title or "", 0.0, self.row, wide, rows)
        )
        self.row += rows

    def zone(self, band: ZoneBand) -> None:
        """The items of a zone side by side and one under the other."""
        grid = self.room.grid
        for placed in band.placed:
            match placed.item:
                case AdvertItem():
                    column, row, columns, rows = placed.box
                    foot = self.row + row + min(rows - FOOT, band.rows - row)
                    over = foot - placed.item.row.rows - self.row - row
                    if over:
                        self.filler(self.row + row, over - FOOT, columns, column)
                    self.adverts.extend(_adverts(placed.item.row, grid, column, foot))
                case HouseCopyItem():
                    self.fillers.append(_house(placed, grid, self.row, band))
                case GroupItem():
                    self.group(placed, placed.item, band)
                case StoryItem() | BriefsItem() | RestItem():
                    self.frames.append(build_frame(placed, grid, self.row, band))
                case _:
                    assert_never(placed.item)
        self.row += band.rows

    def group(self, placed: Placed, item: GroupItem, band: ZoneBand) -> None:
        """The head of a group, and its stories below it."""
        column, row, columns, rows = placed.box
        recipe, grid = placed.recipe, self.room.grid
        assert recipe.inside is not None, "a group is filled by its stories"
        over = recipe.head_rows + recipe.tail
        self.groups.append(GroupHead(
            item.id, item.head,
            placed_headings(recipe, grid.x(column), self.row + row, grid.span(columns)),
            tuple(story.id for story in item.stories), item.word, self.row + row, over,
            min(rows, band.rows - row), column, columns,
        ))
        for number, inner, (x, y, wide, deep) in recipe.inside.shapes():
            box = column + x, row + over + y, wide, deep
            member = Placed(item.members[number], inner, box)
            self.frames.append(build_frame(member, grid, self.row, band))

    def filler(self, row: int, rows: int, columns: int, column: int = 0) -> None:
        """House copy, or white, in rows that no story takes."""
        found = spaces(self.room, (column, row, columns, rows), self.pool)
        used = {filler.item for filler in found}
        self.pool = tuple(item for item in self.pool if item.id not in used)
        self.fillers.extend(found)

    def strip(self, strip: AdvertRow) -> None:
        """Advertisements at the foot, ranged right under a row of white."""
        grid, row = self.room.grid, self.row + FOOT
        first = grid.columns - strip.columns
        self.adverts.extend(_adverts(strip, grid, first, row + strip.rows))
        if first:
            self.filler(row, strip.rows, first)
        self.row = row + strip.rows


def build_page(
    room: ComposingRoom, plan: PagePlan, blank: BlankPage, pool: tuple[HouseItem, ...]
) -> Page:
    """The page `plan` describes; `pool` is house copy for the rows that no story takes."""
    standing = _Standing(room, blank.head_rows, pool)
    for band in plan.bands:
        if band.zone.section is not None:
            standing.head(band.zone.section)
        standing.zone(band)
    if plan.filler:
        standing.filler(standing.row, plan.filler, room.grid.columns)
        standing.row += plan.filler
    for strip in blank.strips:
        standing.strip(strip)
    frames, fillers, adverts = standing.frames, standing.fillers, standing.adverts
    ground = grounds(frames, fillers, adverts, standing.groups)
    return Page(
        blank.number, blank.label, blank.number == 1, blank.head_rows,
        room.grid.rows - foot_rows(room.layout, blank.number),
        tuple(frames), tuple(standing.sections),
        (
            *rules(ground, room.grid), *between_briefs(frames),
            *under_words(frames, ground, room.grid),
            *over_groups(standing.groups, ground, room.grid),
        ),
        tuple(fillers), tuple(adverts), groups=tuple(standing.groups),
    )


def grounds(
    frames: Sequence[StoryFrame], fillers: Sequence[Filler], adverts: Sequence[AdvertFrame],
    groups: Sequence[GroupHead] = (),
) -> tuple[Ground, ...]:
    """The rectangles of a page as its rules see them."""
    return (
        *(Ground(f.column, f.row, f.columns, f.rows, f.box is not None) for f in frames),
        *(Ground(f.column, f.row, f.columns, f.rows, f.box is not None) for f in fillers),
        *(Ground(f.column, f.row, f.columns, f.rows, True) for f in adverts),
        *(Ground(g.column, g.row, g.columns, g.rows, False) for g in groups),
    )


def _adverts(row: AdvertRow, grid: Grid, column: int, foot: int) -> Iterator[AdvertFrame]:
    """Advertisements side by side from a column on, their feet on one row."""
    for one in row.adverts:
        yield AdvertFrame(
            one.id, grid.x(column), foot - one.rows, grid.span(one.columns), one.rows, column,
            one.columns,
        )
        column += one.columns


def _house(placed: Placed, grid: Grid, top: int, band: ZoneBand) -> Filler:
    frame = build_frame(placed, grid, top, band)
    return Filler(
        frame.x, frame.row, frame.width, frame.rows, frame.story, frame.headings, frame.legs,
        frame.column, frame.columns, frame.box,
    )


def build_frame(placed: Placed, grid: Grid, top: int, band: ZoneBand) -> StoryFrame:
    """The frame of one story; at the foot of its zone it gives up the foot row."""
    column, row, columns, rows = placed.box
    recipe = placed.recipe
    x, head, width = grid.x(column), top + row, grid.span(columns)
    inset = recipe.measure.inset
    edge = inset if recipe.boxed else 0.0
    under = head + recipe.lead + (recipe.band.rows if recipe.band and recipe.parted else 0)
    box = None
    if recipe.boxed:
        box = (x, head + BOX_TOP, width, recipe.rows - FOOT - BOX_TOP - BOX_FOOT)
    return StoryFrame(
        story=id_of(placed.item),
        x=x,
        row=head,
        width=width,
        rows=min(rows, band.rows - row),
        column=column,
        columns=columns,
        headings=side_headings(recipe, x, head) if recipe.aside else placed_headings(
            recipe, x + edge, under, grid.span(columns - recipe.half) - 2 * edge),
        legs=legs(recipe, x + inset, head + recipe.head_rows),
        continued_from=source_of(placed.item),
        plates=tuple(plates(recipe, grid, column, head)),
        box=box,
        briefs=tuple(story.id for story in briefs_of(placed.item)),
    )


def plates(recipe: Recipe, grid: Grid, column: int, row: int) -> Iterator[Plate]:
    """The pictures of a story; `row` is the head of its rectangle."""
    band = recipe.band
    if band is None:
        return
    top = row + (recipe.lead if band.over_head else recipe.head_rows)
    first = _over_few(recipe, band)
    for picture in band.pictures:
        fit, words = picture.fit, picture.words
        left = grid.x(column + picture.column + first) + picture.shift
        yield Plate(
            block=picture.figure.id,
            src=picture.figure.src or "",
            alt=picture.figure.alt or plain(picture.figure.caption),
            x=round(left, 4),
            row=top + picture.down + PLATE_TOP,
            width=fit.width,
            rows=round(fit.deep, 4),
            crop=fit.crop,
            caption=tuple(line for slug in words.slugs for line in slug.lines),
            caption_row=round(top + picture.down + words.row, 4),
            size=words.slugs[0].size if words.slugs else 1.0,
            face=words.slugs[0].face if words.slugs else "hei",
            caption_x=round(left - words.shift + words.x, 4),
            caption_width=words.width,
            caption_on=words.on_picture,
        )


def _over_few(recipe: Recipe, band: PictureBand) -> int:
    """Columns by which a band goes left to stand over legs that are fewer than the columns."""
    legs = recipe.measure.legs
    fewer = 0 < legs < band.span and not recipe.measure.price
    if band.beside or band.columns == band.span or not fewer:
        return 0
    before = (band.span - legs) // 2
    return before + max(legs - band.columns, 0) - (band.span - band.columns)


def placed_headings(
    recipe: Recipe, x: float, row: int, width: float
) -> tuple[PlacedHeading, ...]:
    """Kicker, headline and deck with the white of the block shared out between them."""
    if recipe.head is None:
        return ()
    offsets = recipe.head.offsets(recipe.extra, recipe.over_head)
    return tuple(
        PlacedHeading(part, x, round(row + offset, 4), width)
        for part, offset in zip(recipe.head.parts, offsets, strict=True)
    )


def side_headings(recipe: Recipe, x: float, row: int) -> tuple[PlacedHeading, ...]:
    """Headings at the side of the text, in the middle of its depth."""
    aside = recipe.aside
    if aside is None:
        return ()
    top = row + recipe.lead + (recipe.depth - aside.rows) / 2
    return tuple(
        PlacedHeading(
            part.heading, round(x + recipe.aside_left + part.x, 4), round(top + part.row, 4),
            part.width,
        )
        for part in aside.parts
    )


def legs(recipe: Recipe, x: float, row: int) -> tuple[Leg, ...]:
    """The legs of a story side by side from `row`, those under a picture from below it."""
    last = Tier(recipe.measure, recipe.depth, recipe.fill, recipe.slugs)
    if not recipe.tiers:
        return tuple(_tier(last, x, row, recipe.above()))
    found: list[Leg] = []
    at = row + recipe.tier_rows - sum(tier.depth for tier in recipe.tiers)
    for tier in (*recipe.tiers, last):
        left = x - recipe.measure.inset + tier.measure.inset
        found += _tier(tier, left, at, [0] * tier.measure.legs)
        at += tier.depth
    return tuple(found)


def _tier(tier: Tier, x: float, row: int, above: Sequence[int]) -> Iterator[Leg]:
    """Legs side by side, each beginning `above` rows below `row`."""
    measure = tier.measure
    for number, (start, end) in enumerate(pairwise((0, *tier.fill.ends))):
        yield Leg(
            round(x + number * (measure.width + measure.gutter), 4),
            row + above[number],
            measure.width,
            tier.depth - above[number],
            at_head(tier.slugs[start:end]),
        )


def link(pages: Sequence[Page], going: Mapping[tuple[int, str], str]) -> tuple[Page, ...]:
    """Pages whose frames say on which page they go on; `going` is (page, story) → label."""
    return tuple(
        replace(
            page,
            frames=tuple(
                replace(frame, continued_on=going.get((page.number, frame.story)))
                for frame in page.frames
            ),
        )
        for page in pages
    )
