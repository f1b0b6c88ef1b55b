"""A made-up paper as HTML of frames that WeasyPrint only has to draw.

Every line has its place in pt on the page; nothing is left to flow. One `article` per story
and page, one `p` per paragraph and leg, in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.makeup.paper import FurnitureKind, Page, Paper, StoryFrame
from edition.model import Edition
from edition.packs.layout import Layout, shows
from edition.render.environment import Templates
from edition.render.page.furnitureviews import (
    FootBandView,
    FurnitureView,
    HeadView,
    SectionView,
    piece_of,
    set_bands,
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
from edition.render.page.setter import BlockView, FaceView, Setter, set_headings, set_leg
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
class GroupHeadView:
    """The head over related stories."""

    id: str
    heads: tuple[BlockView, ...]
    band: bool = True
    """tells it from an article"""


@dataclass(frozen=True, slots=True)
class EmblemView:
    """A picture of the pack's own."""

    name: str
    src: str
    alt: str
    style: str


@dataclass(frozen=True, slots=True)
class PageView:
    label: str
    first: bool
    parts: tuple[SectionView | ArticleView | GroupHeadView, ...]
    rules: tuple[tuple[str, str], ...]
    """(class, style)"""
    fillers: tuple[FillerView, ...]
    adverts: tuple[AdvertView, ...]
    head: HeadView
    bands: tuple[FootBandView, ...] = ()
    """of the pack's own, at the foot"""
    emblems: tuple[EmblemView, ...] = ()
    """pictures of the pack's own"""
    style: str = ""
    """what differs on this page from the first: its left edge"""


def _article(
    setter: Setter, page: Page, frame: StoryFrame, level: int, pictures: Pictures
) -> ArticleView:
    """A story on its page; its headline is a heading of `level`, its crossheads one lower."""
    heads = set_headings(setter, frame.headings, level)
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
) -> Iterator[SectionView | ArticleView | GroupHeadView]:
    """Section heads and stories in reading order: a section head before what stands below it.

    The head of a group stands before its first story, and those below it are one level lower.
    """
    heads = sorted(page.sections, key=lambda s: s.row)
    first = {group.stories[0]: group for group in page.groups}
    under = {story for group in page.groups for story in group.stories}
    for frame in page.frames:
        while heads and heads[0].row <= frame.row:
            yield set_section(setter, page, heads.pop(0))
        level = levels[(frame.briefs or (frame.story,))[0]]
        if group := first.get(frame.story):
            over = set_headings(setter, group.headings, level)
            yield GroupHeadView(setter.once(group.group), over)
        yield _article(setter, page, frame, level + (frame.story in under), pictures)
    for head in heads:
        yield set_section(setter, page, head)


def _emblems(layout: Layout, page: Page) -> Iterator[EmblemView]:
    """The pictures a pack puts on a page."""
    for one in layout.emblems:
        if shows(one.pages, first=page.first):
            left, top, width, height = (
                mm / 25.4 * 72 for mm in (one.x, one.y, one.width, one.height)
            )
            style = (f"left:{left:.3f}pt;top:{top:.3f}pt;"
                     f"width:{width:.3f}pt;height:{height:.3f}pt")
            yield EmblemView(one.name, f"edition:asset-{one.name}", one.alt, style)


def _levels(edition: Edition) -> dict[str, int]:
    """Heading level of each story's headline: below its section's title, if it has one."""
    return {
        story.id: 3 if section.title else 2
        for section in edition.sections
        for story in section.stories
    }


@dataclass(frozen=True, slots=True)
class _Views:
    """What the views of all pages of a paper are made with."""

    edition: Edition
    setter: Setter
    pictures: Pictures
    levels: Mapping[str, int]

    def page(self, page: Page) -> PageView:
        here, pictures = self.setter.on(recto=page.recto), self.pictures
        ads = {ad.id: ad for ad in self.edition.advertisements}
        return PageView(
            label=page.label,
            first=page.first,
            head=set_head(here, page),
            parts=tuple(_parts(here, page, self.levels, pictures)),
            rules=tuple(here.rule(rule) for rule in page.rules),
            fillers=tuple(set_filler(here, filler) for filler in page.fillers if filler.item),
            adverts=tuple(
                set_advert(here, page, space, ads[space.advertisement], pictures)
                for space in page.adverts
            ),
            bands=set_bands(here, page),
            emblems=tuple(_emblems(here.layout, page)),
            style="" if here.left == self.setter.left else f"--left:{here.left:.3f}pt",
        )


def render_paper(
    edition: Edition, paper: Paper, layout: Layout, faces: Mapping[str, FaceView],
    templates: Templates,
) -> str:
    """The HTML of a made-up paper. Raises WrongUse when the pack's templates do not fit."""
    views = _Views(edition, Setter(layout, faces), Pictures.of(edition), _levels(edition))
    pages, setter = tuple(views.page(page) for page in paper.pages), views.setter
    return templates.render(
        "paper.html.j2",
        pages=pages,
        edition=edition,
        title=issue_title(edition),
        created=f"{edition.imprint.date or '1980-01-01'}T00:00:00Z",
        layout=layout,
        assets={emblem.name: f"edition:asset-{emblem.name}" for emblem in layout.emblems},
        faces=faces,
        left=f"{setter.left:.3f}pt",
        top=f"{setter.top:.3f}pt",
        width=f"{layout.grid.width * layout.grid.em:.3f}pt",
    )
