"""A made-up paper as HTML of frames that WeasyPrint only has to draw.

Every line has its place in pt on the page; nothing is left to flow. One `article` per story
and page, one `p` per paragraph and leg, in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from edition.compose.galley import quote_measure
from edition.compose.lines import Line, Segment, Slug
from edition.compose.typesetter import MARK_FACES
from edition.compose.units import SUPER_SIZE
from edition.makeup.paper import Leg, Page, Paper, PlacedHeading, SectionHead, StoryFrame
from edition.model import Edition, Mark
from edition.options import Layout
from edition.render.environment import Templates
from edition.render.furniture import FurnitureView, furniture, section_size
from edition.render.words import Words, issue_title, words

EM_BOX_ASCENT = 0.88
"""Share of the em box above the baseline in CJK faces; the box is centred in its row."""


@dataclass(frozen=True, slots=True)
class FaceView:
    """A face as the style sheet needs it."""

    family: str
    ascent: float
    """of the font's line, em"""
    descent: float
    """below the baseline, positive, em"""


@dataclass(frozen=True, slots=True)
class SpanView:
    text: str
    style: str
    href: str | None = None
    lang: str | None = None
    added: bool = False
    dots: bool = False
    """着重号: a dot below every character"""


@dataclass(frozen=True, slots=True)
class LineView:
    """One line: top left corner of its box in pt from the page's corner."""

    spans: tuple[SpanView, ...]
    style: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """Lines of one block in one leg."""

    tag: str
    kind: str
    id: str
    """empty on all parts but the first, so that an id is unique"""
    lines: tuple[LineView, ...]
    frame: str = ""
    """style of the box round a pull quote"""


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
    furniture: FurnitureView


class _Setter:
    """Turns positions in em and rows into pt and CSS."""

    def __init__(self, layout: Layout, faces: Mapping[str, FaceView]) -> None:
        self.grid = layout.grid
        self.layout = layout
        self.faces = faces
        self.left = (self.grid.page_width / 25.4 * 72 - self.grid.width * self.grid.em) / 2
        self.top = self.grid.margin_top / 25.4 * 72
        self._seen: set[str] = set()

    def x(self, em: float) -> float:
        return self.left + em * self.grid.em

    def y(self, row: float) -> float:
        return self.top + row * self.grid.pitch

    def once(self, name: str) -> str:
        """The id on its first use, else nothing."""
        if name in self._seen:
            return ""
        self._seen.add(name)
        return name

    def line(self, line: Line, x: float, row: float, leading: float, size: float, face: str,
             shift: float = 0.0) -> LineView:
        """One line whose cell begins at (x em, row) and is `leading` rows deep."""
        view = self.faces[face]
        points = size * self.grid.em
        cell = leading * self.grid.pitch
        baseline = self.y(row) + (cell - points) / 2 + EM_BOX_ASCENT * points
        top = baseline - (1 + view.ascent - view.descent) / 2 * points
        left = self.x(x) + (line.start + shift) * points
        style = f"left:{left:.3f}pt;top:{top:.3f}pt;font-size:{points:.3f}pt"
        if face != self.layout.body.face:
            style += f";font-family:{view.family}"
        spacing = _usual_spacing(line)
        if spacing:
            style += f";letter-spacing:{spacing:.5f}em"
        return LineView(tuple(self._spans(line, spacing)), style)

    def _spans(self, line: Line, usual: float) -> Iterator[SpanView]:
        for segment in line.segments:
            yield SpanView(
                segment.text, self._style(segment, usual), segment.href, segment.lang,
                segment.added, Mark.DOTS in segment.marks,
            )

    def _style(self, segment: Segment, usual: float) -> str:
        found: list[str] = []
        scale = SUPER_SIZE if Mark.SUPER in segment.marks else 1.0
        if scale != 1.0:
            found.append(f"font-size:{scale}em;position:relative;top:-0.6em")
        if abs(segment.spacing - usual) > 1e-6 or (usual and scale != 1.0):
            found.append(f"letter-spacing:{segment.spacing / scale:.5f}em")
        if abs(segment.lead) > 1e-6:
            found.append(f"margin-left:{segment.lead / scale:.5f}em")
        if segment.wide:
            found.append('font-feature-settings:"fwid"')
        if segment.narrow:
            found.append('font-feature-settings:"pwid"')
        for mark in segment.marks:
            if mark in MARK_FACES:
                found.append(f"font-family:{self.faces[MARK_FACES[mark]].family};line-height:0")
        return ";".join(found)


def _usual_spacing(line: Line) -> float:
    """The letter-spacing most characters of the line have."""
    shares: dict[float, int] = {}
    for segment in line.segments:
        shares[segment.spacing] = shares.get(segment.spacing, 0) + len(segment.text)
    return max(shares, key=lambda s: (shares[s], -s), default=0.0)


def _block(setter: _Setter, leg: Leg, slugs: list[Slug], row: int, level: int) -> BlockView:
    """The slugs of one block in one leg, from `row` down."""
    kind = slugs[0].kind
    lines: list[LineView] = []
    at = float(row)
    for slug in slugs:
        lines.extend(_slug(setter, leg, slug, at))
        at += slug.rows
    tag = f"h{level + 1}" if kind == "crosshead" else "p"
    frame = ""
    if kind == "quote":
        top, height = setter.y(row + 0.5), (slugs[0].rows - 1) * setter.grid.pitch
        frame = (
            f"left:{setter.x(leg.x):.3f}pt;top:{top:.3f}pt;"
            f"width:{leg.measure * setter.grid.em:.3f}pt;height:{height:.3f}pt"
        )
    return BlockView(tag, kind, setter.once(slugs[0].block), tuple(lines), frame)


def _slug(setter: _Setter, leg: Leg, slug: Slug, row: float) -> Iterator[LineView]:
    inset = 0.0
    if slug.kind == "quote":
        inset = (leg.measure - quote_measure(leg.measure, slug.size) * slug.size) / 2
    room = (leg.measure - 2 * inset) / slug.size
    used = len(slug.lines) * slug.leading
    at = row + (slug.rows - used) / 2 if slug.rows > 1 else row
    for line in slug.lines:
        shift = _shift(slug.align, room, line)
        yield setter.line(line, leg.x + inset, at, slug.leading, slug.size, slug.face, shift)
        at += slug.leading


def _shift(align: str, room: float, line: Line) -> float:
    """How far a line stands right of its column's edge, em of its own size."""
    if align == "center":
        return (room - line.width) / 2
    return room - line.width if align == "right" else 0.0


def _heading(setter: _Setter, placed: PlacedHeading, level: int) -> BlockView:
    heading = placed.heading
    room = placed.width / heading.size
    lines = tuple(
        setter.line(
            line, placed.x, placed.row + i * heading.leading, heading.leading, heading.size,
            heading.face, _shift(heading.align, room, line),
        )
        for i, line in enumerate(heading.lines)
    )
    tag = f"h{level}" if heading.role == "headline" else "p"
    return BlockView(tag, heading.role, setter.once(heading.block), lines)


def _jump(
    setter: _Setter, frame: StoryFrame, row: int, text: str, align: str
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


def _article(setter: _Setter, frame: StoryFrame, say: Words, level: int) -> ArticleView:
    """A story on its page; its headline is a heading of `level`, its crossheads one lower."""
    blocks: list[BlockView] = []
    for leg in frame.legs:
        row = leg.row
        for _, group in groupby(leg.slugs, key=lambda slug: (slug.block, slug.kind)):
            slugs = list(group)
            blocks.append(_block(setter, leg, slugs, row, level))
            row += sum(slug.rows for slug in slugs)
    heads = tuple(_heading(setter, placed, level) for placed in frame.headings)
    above = below = None
    if frame.continued_from is not None:
        above = _jump(
            setter, frame, frame.row, say.jump_from.format(frame.continued_from), "left"
        )
    if frame.continued_on is not None and frame.legs:
        foot = max(leg.row + leg.rows for leg in frame.legs)
        below = _jump(setter, frame, foot, say.jump_on.format(frame.continued_on), "right")
    return ArticleView(setter.once(frame.story), heads, tuple(blocks), above, below)


def _parts(
    setter: _Setter, page: Page, say: Words, levels: Mapping[str, int]
) -> Iterator[SectionView | ArticleView]:
    """Section heads and stories in reading order: a section head before what stands below it."""
    heads = sorted(page.sections, key=lambda s: s.row)
    for frame in page.frames:
        while heads and heads[0].row <= frame.row:
            yield _section(setter, heads.pop(0))
        yield _article(setter, frame, say, levels[frame.story])
    for head in heads:
        yield _section(setter, head)


def _section(setter: _Setter, head: SectionHead) -> SectionView:
    return SectionView(
        setter.once(head.section), head.title,
        f"left:{setter.x(head.x):.3f}pt;top:{setter.y(head.row):.3f}pt;"
        f"width:{head.width * setter.grid.em:.3f}pt;"
        f"height:{head.rows * setter.grid.pitch:.3f}pt;"
        f"font-size:{section_size(head, setter.layout) * setter.grid.em:.3f}pt",
    )


def _levels(edition: Edition) -> dict[str, int]:
    """Heading level of each story's headline: below its section's title, if it has one."""
    return {
        story.id: 3 if section.title else 2
        for section in edition.sections
        for story in section.stories
    }


def _rules(setter: _Setter, page: Page) -> Iterator[tuple[str, str]]:
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
    setter = _Setter(layout, faces)
    say, levels = words(edition.language), _levels(edition)
    pages = tuple(
        PageView(
            label=page.label,
            first=page.first,
            head_height=f"{page.head_rows * layout.grid.pitch:.3f}pt",
            parts=tuple(_parts(setter, page, say, levels)),
            rules=tuple(_rules(setter, page)),
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
