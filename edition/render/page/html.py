"""A made-up paper as HTML of frames that WeasyPrint only has to draw.

Every line has its place in pt on the page; nothing is left to flow. One `article` per story
and page, one `p` per paragraph and leg, in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from edition.makeup.paper import Page, Paper, SectionHead, StoryFrame
from edition.model import Edition
from edition.packs.layout import Layout
from edition.render.environment import Templates
from edition.render.page.furniture import FurnitureView, furniture, section_size
from edition.render.page.plateviews import (
    AdvertView,
    FillerView,
    PlateView,
    picture_names,
    set_advert,
    set_filler,
    set_plate,
)
from edition.render.page.setter import (
    EM_BOX_ASCENT,
    BlockView,
    FaceView,
    Setter,
    set_heading,
    set_leg,
)
from edition.trade.phrases import issue_title, words
from edition.trade.printed_words import PrintedWords


@dataclass(frozen=True, slots=True)
class JumpView:
    """上接 or 下转: a line of the page, not of the copy."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    id: str
    heads: tuple[BlockView, ...]
    blocks: tuple[BlockView, ...]
    above: JumpView | None = None
    below: JumpView | None = None
    plates: tuple[PlateView, ...] = ()
    box: str = ""
    """style of the rules round a boxed story"""


@dataclass(frozen=True, slots=True)
class SectionView:
    id: str
    title: str
    style: str


@dataclass(frozen=True, slots=True)
class PageView:
    label: str
    first: bool
    head_height: str
    parts: tuple[SectionView | ArticleView, ...]
    rules: tuple[tuple[str, str], ...]
    """(class, style)"""
    fillers: tuple[FillerView, ...]
    adverts: tuple[AdvertView, ...]
    furniture: FurnitureView


def _jump(
    setter: Setter, frame: StoryFrame, row: int, text: str, align: str
) -> JumpView:
    view, em = setter.faces["hei-bold"], setter.grid.em
    baseline = setter.y(row) + (setter.grid.pitch - em) / 2 + EM_BOX_ASCENT * em
    top = baseline - (1 + view.ascent - view.descent) / 2 * em
    style = (
        f"left:{setter.x(frame.x):.3f}pt;top:{top:.3f}pt;"
        f"width:{frame.width * em:.3f}pt;text-align:{align};"
        f"line-height:1;font-size:{em:.3f}pt"
    )
    return JumpView(text, style)


def _article(
    setter: Setter, frame: StoryFrame, say: PrintedWords, level: int, files: Mapping[str, str]
) -> ArticleView:
    """A story on its page; its headline is a heading of `level`, its crossheads one lower."""
    heads = tuple(set_heading(setter, placed, level) for placed in frame.headings)
    plates = tuple(set_plate(setter, plate, files, say.picture) for plate in frame.plates)
    blocks = tuple(block for leg in frame.legs for block in set_leg(setter, leg, level))
    above = below = None
    if frame.continued_from is not None:
        above = _jump(
            setter, frame, frame.row, say.jump_from.format(frame.continued_from), "left"
        )
    if frame.continued_on is not None and frame.legs:
        foot = max(leg.row + leg.rows for leg in frame.legs)
        below = _jump(setter, frame, foot, say.jump_on.format(frame.continued_on), "right")
    box = setter.box(*frame.box) if frame.box else ""
    return ArticleView(setter.once(frame.story), heads, blocks, above, below, plates, box)


def _parts(
    setter: Setter, page: Page, say: PrintedWords, levels: Mapping[str, int],
    files: Mapping[str, str],
) -> Iterator[SectionView | ArticleView]:
    """Section heads and stories in reading order: a section head before what stands below it."""
    heads = sorted(page.sections, key=lambda s: s.row)
    for frame in page.frames:
        while heads and heads[0].row <= frame.row:
            yield _section(setter, heads.pop(0))
        yield _article(setter, frame, say, levels[(frame.briefs or (frame.story,))[0]], files)
    for head in heads:
        yield _section(setter, head)


def _section(setter: Setter, head: SectionHead) -> SectionView:
    return SectionView(
        setter.once(head.section), head.title,
        setter.box(head.x, head.row, head.width, head.rows)
        + f";font-size:{section_size(head, setter.layout) * setter.grid.em:.3f}pt",
    )


def _levels(edition: Edition) -> dict[str, int]:
    """Heading level of each story's headline: below its section's title, if it has one."""
    return {
        story.id: 3 if section.title else 2
        for section in edition.sections
        for story in section.stories
    }


def _rules(setter: Setter, page: Page) -> Iterator[tuple[str, str]]:
    for rule in page.rules:
        across = rule.direction == "horizontal"
        length = rule.length * (setter.grid.em if across else setter.grid.pitch)
        size = "width" if across else "height"
        yield (
            f"rule {rule.direction} {rule.weight}",
            f"left:{setter.x(rule.x):.3f}pt;top:{setter.y(rule.row):.3f}pt;{size}:{length:.3f}pt",
        )


def render_paper(
    edition: Edition, paper: Paper, layout: Layout, faces: Mapping[str, FaceView],
    templates: Templates,
) -> str:
    """The HTML of a made-up paper. Raises WrongUse when the pack's templates do not fit."""
    setter = Setter(layout, faces)
    say, levels = words(edition.language), _levels(edition)
    files = picture_names(edition)
    pages = tuple(
        PageView(
            label=page.label,
            first=page.first,
            head_height=f"{page.head_rows * layout.grid.pitch:.3f}pt",
            parts=tuple(_parts(setter, page, say, levels, files)),
            rules=tuple(_rules(setter, page)),
            fillers=tuple(set_filler(setter, filler) for filler in page.fillers if filler.item),
            adverts=tuple(set_advert(setter, edition, space, say) for space in page.adverts),
            furniture=furniture(edition, paper, page, layout),
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
