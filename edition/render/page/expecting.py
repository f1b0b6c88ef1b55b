"""What a finished page has to show: the lines and pictures of the plan, to be counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from edition.compose.composed import Line, cut_line
from edition.copy.wording import cut_length, solid
from edition.makeup.paper import PageLine, Paper, page_lines
from edition.model import Edition
from edition.printed import ContinuedBlock, PageCopy, PlannedLine


def expected(edition: Edition, paper: Paper) -> tuple[PageCopy, ...]:
    """The copy of every page, by what it belongs to."""
    stories = {story.id: number for number, story in enumerate(edition.stories, 1)}
    heads = {story.id: story.headline for story in edition.stories}
    shown = {picture.name for picture in edition.pictures}
    ads = {ad.id for ad in edition.advertisements if ad.picture in shown}
    boxes = {ad.id for ad in edition.advertisements}
    found: list[PageCopy] = []
    going_on = continued_blocks(edition, paper)
    for page, continued in zip(paper.pages, going_on, strict=True):
        lines = tuple(
            PlannedLine(
                text, heads.get(placed.where, ""), stories.get(placed.where),
                "" if placed.where in heads else _part(placed, boxes),
            )
            for placed in page_lines(page) for text in _texts(placed.line)
        )
        pictures = sum(len(frame.plates) for frame in page.frames)
        pictures += sum(space.advertisement in ads for space in page.adverts)
        found.append(PageCopy(page.label, lines, pictures, continued))
    return tuple(found)


def continued_blocks(edition: Edition, paper: Paper) -> list[tuple[ContinuedBlock, ...]]:
    """Of every page the blocks that go on on it, with how much of each stands before.

    A block whose lines do not hold its very characters (a reading set behind them) is left out.
    """
    texts = {
        block.id: cut_length(block) for story in edition.stories for block in story.body
    }
    set_before: Counter[str] = Counter()
    pages: list[list[ContinuedBlock]] = []
    for page in paper.pages:
        here: Counter[str] = Counter()
        for placed in page_lines(page):
            here[placed.block] += solid(placed.line.text)
        order = list(here)
        fresh = [block not in set_before for block in order]
        pages.append([
            ContinuedBlock(block, set_before[block], next(
                (one for one, new in zip(order[at:], fresh[at:], strict=True) if new), ""
            ))
            for at, block in enumerate(order) if not fresh[at]
        ])
        set_before.update(here)
    return [
        tuple(one for one in some if one.before and texts.get(one.block) == set_before[one.block])
        for some in pages
    ]


def _part(placed: PageLine, advertisements: Collection[str]) -> str:
    """What a line that belongs to no story is part of."""
    if placed.where == "page":
        return placed.block
    return "advertisement" if placed.where in advertisements else "house"


def _texts(line: Line) -> Iterator[str]:
    """A line as it is drawn: cut behind every base that has a reading, each followed by it."""
    done = 0
    for ruby in line.rubies:
        base, line = cut_line(line, ruby.end - done)
        done = ruby.end
        yield base.text
        yield ruby.line.text
    if line.segments:
        yield line.text
