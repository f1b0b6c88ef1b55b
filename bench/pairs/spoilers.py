"""Faults put into planned pages before they are drawn, one kind a function."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace

from edition.compose.composed import Slug
from edition.makeup.paper import Leg, Page, Paper, PlacedHeading, StoryFrame
from edition.model import Edition, Paragraph, Run

Spoiler = Callable[[Page, random.Random], Page]


def spoiled(paper: Paper, spoiler: Spoiler, rng: random.Random) -> Paper:
    """Every page with the fault."""
    return replace(paper, pages=tuple(spoiler(page, rng) for page in paper.pages))


def _each(page: Page, change: Callable[[StoryFrame], StoryFrame]) -> Page:
    return replace(page, frames=tuple(change(frame) for frame in page.frames))


def _sized(placed: PlacedHeading, size: float) -> PlacedHeading:
    """A headline in another size, in the middle of the depth it had."""
    if placed.heading.role != "headline":
        return placed
    old = placed.heading.size
    down = 0.5 * (old - size) / old * placed.heading.rows
    return replace(placed, heading=replace(placed.heading, size=size), row=placed.row + down)


def small_heads(page: Page, rng: random.Random) -> Page:
    """Every headline hardly larger than the text."""
    size = rng.choice((1.2, 1.35, 1.5))
    return _each(page, lambda f: replace(
        f, headings=tuple(_sized(h, min(size, h.heading.size)) for h in f.headings)))


def equal_heads(page: Page, rng: random.Random) -> Page:
    """All headlines of one size, as large as the narrowest place allows."""
    most = [
        h.width / max(line.width for line in h.heading.lines)
        for f in page.frames for h in f.headings if h.heading.role == "headline"
    ]
    size = min([2.6, *most])
    return _each(page, lambda f: replace(f, headings=tuple(_sized(h, size) for h in f.headings)))


def white_foot(page: Page, rng: random.Random) -> Page:
    """Nothing below a line across the page."""
    return _cut_at(page, page.head_rows + (page.rows - page.head_rows) * rng.uniform(0.45, 0.75))


def _cut_at(page: Page, row: float) -> Page:
    kept = [f for f in page.frames if f.row < row - 8]
    return replace(
        page, frames=tuple(_leg_cut(f, lambda leg: row) for f in kept),
        rules=tuple(
            replace(r, length=min(r.length, row - r.row)) if r.direction == "vertical" else r
            for r in page.rules if r.row < row),
        fillers=tuple(f for f in page.fillers if f.row + f.rows <= row),
        adverts=tuple(a for a in page.adverts if a.row + a.rows <= row),
        sections=tuple(s for s in page.sections if s.row < row - 8),
    )


def _leg_cut(frame: StoryFrame, foot: Callable[[Leg], float]) -> StoryFrame:
    """The frame without the slugs that reach below a row, leg by leg."""
    legs = tuple(replace(leg, slugs=tuple(_above(leg, foot(leg)))) for leg in frame.legs)
    return replace(frame, legs=tuple(leg for leg in legs if leg.slugs))


def _above(leg: Leg, foot: float) -> Iterator[Slug]:
    row = leg.row
    for slug in leg.slugs:
        row += slug.rows
        if row <= foot:
            yield slug


def white_side(page: Page, rng: random.Random) -> Page:
    """Nothing on the right-hand side."""
    wide = max(f.x + f.width for f in page.frames)
    edge = wide * rng.uniform(0.5, 0.7)
    kept = tuple(f for f in page.frames if f.x + 0.5 * f.width < edge)
    return replace(
        page, frames=kept, fillers=(), adverts=(),
        rules=tuple(r for r in page.rules if r.x < edge - 2),
    )


def uneven(page: Page, rng: random.Random) -> Page:
    """Legs that end wherever they do."""
    def cut(leg: Leg) -> float:
        return leg.row + leg.rows * rng.uniform(0.5, 1.0)
    return _each(page, lambda f: _leg_cut(f, cut) if len(f.legs) > 1 else f)


def collapsed(page: Page, rng: random.Random) -> Page:
    """White of seven rows or more between the head of a story and its text."""
    def down(frame: StoryFrame) -> StoryFrame:
        rows = rng.randint(7, 11)
        if not frame.headings or min(leg.rows for leg in frame.legs) < rows + 4:
            return frame
        legs = tuple(replace(leg, row=leg.row + rows, rows=leg.rows - rows) for leg in frame.legs)
        plates = tuple(replace(p, row=p.row + rows, caption_row=p.caption_row + rows)
                       for p in frame.plates)
        foot = {leg.x: leg.row + leg.rows for leg in legs}
        moved = replace(frame, legs=legs)
        if any(p.row + p.rows > frame.row + 0.7 * frame.rows for p in plates):
            return frame
        return replace(_leg_cut(moved, lambda leg: foot[leg.x]), plates=plates)
    return _each(page, down)


def boxed(page: Page, rng: random.Random) -> Page:
    """A frame round every story."""
    def box(f: StoryFrame) -> StoryFrame:
        return replace(f, box=(f.x - 0.5, f.row - 0.4, f.width + 1.0, f.rows - 0.4))
    return replace(_each(page, box), rules=())


def small_pictures(page: Page, rng: random.Random) -> Page:
    """Pictures that take less than half of the place kept for them."""
    def small(f: StoryFrame) -> StoryFrame:
        return replace(f, plates=tuple(
            replace(p, width=0.5 * p.width, rows=0.5 * p.rows, caption=(), row=p.row + 1)
            for p in f.plates))
    return _each(page, small)


def ragged(page: Page, rng: random.Random) -> Page:
    """Stories out of their place by some rows, so that heads run into what stands above."""
    def shift(f: StoryFrame) -> StoryFrame:
        by = rng.choice((-3, -2, 0, 2, 3))
        return replace(
            f, legs=tuple(replace(leg, row=leg.row + by) for leg in f.legs),
            headings=tuple(replace(h, row=h.row + by) for h in f.headings),
            plates=tuple(replace(p, row=p.row + by, caption_row=p.caption_row + by)
                         for p in f.plates))
    return _each(page, shift)


SPOILERS: dict[str, Spoiler] = {
    "small_heads": small_heads, "equal_heads": equal_heads, "white_foot": white_foot,
    "white_side": white_side, "uneven": uneven, "collapsed": collapsed, "boxed": boxed,
    "small_pictures": small_pictures, "ragged": ragged,
}


def left_on(edition: Edition, paper: Paper) -> Edition:
    """The copy as far as it stands on the pages: what a spoiler cut away is no loss of text."""
    said: dict[str, str] = {}
    for page in paper.pages:
        for frame in page.frames:
            for leg in frame.legs:
                for slug in leg.slugs:
                    text = "".join(line.text for line in slug.lines)
                    said[slug.block] = said.get(slug.block, "") + text
    shown = {f.story for page in paper.pages for f in page.frames} | {
        s for page in paper.pages for f in page.frames for s in f.briefs}
    sections = tuple(
        replace(section, stories=tuple(
            replace(story, body=tuple(
                replace(b, runs=(Run(said[b.id]),)) if isinstance(b, Paragraph) else b
                for b in story.body if not isinstance(b, Paragraph) or b.id in said))
            for story in section.stories if story.id in shown))
        for section in edition.sections
    )
    return replace(edition, sections=sections)
