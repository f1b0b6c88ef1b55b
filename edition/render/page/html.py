"""A made-up paper as HTML of frames that WeasyPrint only has to draw.

Every line has its place in pt on the page; nothing is left to flow. One `article` per story
and page, one `p` per paragraph and leg, in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.makeup.paper import FurnitureKind, Page, Paper, StoryFrame
from edition.model import Edition
from edition.packs.layout import Layout
from edition.render.environment import Templates
from edition.render.page.furnitureviews import (
    FurnitureView,
    HeadView,
    SectionView,
    piece_of,
    set_head,
    set_piece,
    set_section,
)
from edition.render.page.plateviews import (
    AdvertView,
    FillerView,
    Pictures,
    PlateView,
    set_advert,
    set_filler,
    set_plate,
)
from edition.render.page.setter import BlockView, FaceView, Setter, set_heading, set_leg
from edition.trade.phrases import issue_title

JUMPS: tuple[FurnitureKind, FurnitureKind] = ("jump-from", "jump-on")
"""上接 above a story, 下转 below it"""


@dataclass(frozen=True, slots=True)
class ArticleView:
    id: str
    heads: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    above: FurnitureView | None = None
    """上接"""
    below: FurnitureView | None = None
    """下转"""
    plates: tuple[PlateView, ...] = ()
    box: str = ""
    """style of the rules round a boxed story"""


@dataclass(frozen=True, slots=True)
class PageView:
    label: str
    first: bool
    parts: tuple[SectionView | ArticleView, ...]
    rules: tuple[tuple[str, str], ...]
    """(class, style)"""
    fillers: tuple[FillerView, ...]
    adverts: tuple[AdvertView, ...]
    head: HeadView


def _article(
    setter: Setter, page: Page, frame: StoryFrame, level: int, pictures: Pictures
) -> ArticleView:
    """A story on its page; its headline is a heading of `level`, its crossheads one lower."""
    heads = tuple(set_heading(setter, placed, level) for placed in frame.headings)
    plates = tuple(set_plate(setter, plate, pictures) for plate in frame.plates)
    blocks = tuple(block for leg in frame.legs for block in set_leg(setter, leg, level))
    above, below = (
        set_piece(setter, piece) if (piece := piece_of(page, kind, frame.story)) else None
        for kind in JUMPS
    )
    box = setter.box(*frame.box) if frame.box else ""
    return ArticleView(setter.once(frame.story), heads, blocks, above, below, plates, box)


def _parts(
    setter: Setter, page: Page, levels: Mapping[str, int], pictures: Pictures
) -> Iterator[SectionView | ArticleView]:
    """Section heads and stories in reading order: a section head before what stands below it."""
    heads = sorted(page.sections, key=lambda s: s.row)
    for frame in page.frames:
        while heads and heads[0].row <= frame.row:
            yield set_section(setter, page, heads.pop(0))
        yield _article(setter, page, frame, levels[(frame.briefs or (frame.story,))[0]], pictures)
    for head in heads:
        yield set_section(setter, page, head)


def _levels(edition: Edition) -> dict[str, int]:
    """Heading level of each story's headline: below its section's title, if it has one."""
    return {
        story.id: 3 if section.title else 2
        for section in edition.sections
        for story in section.stories
    }


def render_paper(
    edition: Edition, paper: Paper, layout: Layout, faces: Mapping[str, FaceView],
    templates: Templates,
) -> str:
    """The HTML of a made-up paper. Raises WrongUse when the pack's templates do not fit."""
    setter, pictures = Setter(layout, faces), Pictures.of(edition)
    levels = _levels(edition)
    ads = {ad.id: ad for ad in edition.advertisements}
    pages = tuple(
        PageView(
            label=page.label,
            first=page.first,
            head=set_head(setter, page),
            parts=tuple(_parts(setter, page, levels, pictures)),
            rules=tuple(setter.rule(rule) for rule in page.rules),
            fillers=tuple(set_filler(setter, filler) for filler in page.fillers if filler.item),
            adverts=tuple(
                set_advert(setter, page, space, ads[space.advertisement], pictures)
                for space in page.adverts
            ),
        )
        for page in paper.pages
    )
    return templates.render(
        "paper.html.j2",
        pages=pages,
        edition=edition,
        title=issue_title(edition),
        created=f"{edition.imprint.date or '1980-01-01'}T00:00:00Z",
        layout=layout,
        faces=faces,
        left=f"{setter.left:.3f}pt",
        top=f"{setter.top:.3f}pt",
        width=f"{layout.grid.width * layout.grid.em:.3f}pt",
    )
