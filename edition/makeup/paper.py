"""The made-up paper: where everything stands, in em across and grid rows down.

x is measured in em of the body from the left edge of the type area, row in grid rows from its
head, both of the page. Frames come in reading order, which is the tag order of the PDF.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from edition.compose.composed import Heading, Line, Slug
from edition.packs.layout import Layout
from edition.printed import Score


@dataclass(frozen=True, slots=True)
class Leg:
    """The part of a story that stands in one column; slugs run down from `row` without gaps."""

    x: float
    row: int
    measure: float
    rows: int
    """depth of the frame; the slugs fill it but for white at the foot of the last leg"""
    slugs: tuple[Slug, ...]


@dataclass(frozen=True, slots=True)
class PlacedHeading:
    heading: Heading
    x: float
    row: float
    """row at which the first line begins; the white of the heading block is counted already"""
    width: float
    """em available; the lines are centred or ranged in it"""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture on the page (图片), its caption below, beside or on it."""

    block: str
    """id of the figure"""
    src: str
    """name of one of the edition's pictures"""
    alt: str
    x: float
    row: float
    """head of the picture"""
    width: float
    """em"""
    rows: float
    """depth of the picture itself"""
    crop: tuple[float, float, float, float]
    """what is shown: left, top, right, bottom as shares of the whole picture, 0…1"""
    caption: tuple[Line, ...] = ()
    """lines in em of `size`"""
    caption_row: float = 0.0
    """row at which the cell of the first caption line begins; each takes `leading` rows"""
    size: float = 0.9
    face: str = "hei"
    leading: float = 1.0
    caption_x: float | None = None
    """em; None for the left edge of the picture"""
    caption_width: float | None = None
    """em of the caption's lines; None for the width of the picture"""
    caption_on: bool = False
    """True where the caption stands on the picture, on a ground of its own"""

    @property
    def caption_left(self) -> float:
        return self.x if self.caption_x is None else self.caption_x

    @property
    def caption_room(self) -> float:
        """em"""
        return self.width if self.caption_width is None else self.caption_width


@dataclass(frozen=True, slots=True)
class StoryFrame:
    """One story, or the part of it that stands on this page: always a rectangle (W1)."""

    story: str
    x: float
    row: int
    width: float
    rows: int
    column: int
    """first base column, from 0"""
    columns: int
    headings: tuple[PlacedHeading, ...]
    legs: tuple[Leg, ...]
    continued_from: str | None = None
    """Page label of the part before (上接)."""
    continued_on: str | None = None
    """Page label of the part after (下转)."""
    plates: tuple[Plate, ...] = ()
    box: tuple[float, float, float, float] | None = None
    """加框: left em, top row, width em, depth in rows of the frame round the story"""
    briefs: tuple[str, ...] = ()
    """ids of the stories of a briefs column; `story` is then the id of their label"""


def beside_text(frame: StoryFrame) -> bool:
    """True where the head stands at the side of all its legs (竖题, 旁题)."""
    left = min((placed.x for placed in frame.headings), default=0.0)
    right = max((placed.x + placed.width for placed in frame.headings), default=0.0)
    return bool(frame.headings) and all(
        leg.x >= right - 1e-6 or leg.x + leg.measure <= left + 1e-6 for leg in frame.legs
    )


@dataclass(frozen=True, slots=True)
class Rule:
    """A hairline between stories (栏线) or a cut rule; x, row, length in em or rows."""

    x: float
    row: float
    length: float
    """em when horizontal, rows when vertical"""
    direction: Literal["horizontal", "vertical"]
    weight: Literal["hair", "thin", "thick"] = "hair"


TextRole = Literal[
    "name", "imprint", "plate-label", "plate-title", "ear-title", "ear", "index-title",
    "index-label", "index", "folio-label", "folio-title", "folio-name", "folio-date", "section",
    "jump", "advertisement", "advertisement-mark", "band",
]
"""What a text of the furniture is; it decides the face."""
FurnitureKind = Literal[
    "name", "imprint", "plate", "ear", "index", "outer", "middle", "inner", "section",
    "jump-from", "jump-on", "advertisement", "band",
]
"""A piece of furniture: parts of the masthead; of the folio (`outer`, `middle`, `inner`); a
section's tab; 上接 and 下转; the words of an advertisement; a band of the pack's own."""


@dataclass(frozen=True, slots=True)
class PlacedText:
    """Lines of the page that belong to no story, set at one size in one face."""

    role: TextRole
    lines: tuple[Line, ...]
    """lines in em of `size`"""
    x: float
    row: float
    """row at which the cell of the first line begins; each takes `leading` rows"""
    width: float
    """em; no line is wider"""
    size: float
    face: str
    leading: float
    align: Literal["left", "center", "right"] = "left"
    runs_on: bool = False
    """True where it stands in the paragraph of the text before it"""
    cut: bool = False
    """True when not all of its words could be set"""


@dataclass(frozen=True, slots=True)
class PlacedFurniture:
    """One piece of furniture with its place; texts come in reading order."""

    kind: FurnitureKind
    owner: str
    """id of the section, story or advertisement it belongs to; title of an ear; name of a band;
    else empty"""
    texts: tuple[PlacedText, ...]
    rules: tuple[Rule, ...] = ()
    box: tuple[float, float, float, float] | None = None
    """of a section's tab or a band: left em, top row, width em, depth in rows"""


@dataclass(frozen=True, slots=True)
class SectionHead:
    section: str
    """id of the section"""
    title: str
    x: float
    row: int
    width: float
    rows: int


@dataclass(frozen=True, slots=True)
class GroupHead:
    """The head over a group of stories (组合), on rows of its own; its rule stands below it."""

    group: str
    """its id"""
    head: str
    headings: tuple[PlacedHeading, ...]
    stories: tuple[str, ...]
    """ids of the stories below it, the first first"""
    word: bool
    """True for a word over the stories, which is no headline"""
    row: int
    rows: int
    """of the head alone"""
    depth: int
    """rows of the head and the stories"""
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Filler:
    """补白: a declared block of white or house copy, never loose white."""

    x: float
    row: int
    width: float
    rows: int
    item: str | None = None
    """id of the house copy; None is declared white"""
    headings: tuple[PlacedHeading, ...] = ()
    legs: tuple[Leg, ...] = ()
    column: int = 0
    """first base column, from 0"""
    columns: int = 0
    box: tuple[float, float, float, float] | None = None
    """as of a story"""


@dataclass(frozen=True, slots=True)
class AdvertFrame:
    """The space of an advertisement; x, width in em, row, rows in grid rows."""

    advertisement: str
    x: float
    row: int
    width: float
    rows: int
    column: int = 0
    columns: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    number: int
    """from 1"""
    label: str
    """as printed: B2"""
    first: bool
    head_rows: int
    """rows of masthead or folio at the head"""
    rows: int
    frames: tuple[StoryFrame, ...]
    sections: tuple[SectionHead, ...] = ()
    rules: tuple[Rule, ...] = ()
    fillers: tuple[Filler, ...] = ()
    adverts: tuple[AdvertFrame, ...] = ()
    furniture: tuple[PlacedFurniture, ...] = ()
    """set when all pages are planned: an index tells of them all"""
    groups: tuple[GroupHead, ...] = ()

    @property
    def recto(self) -> bool:
        """True where the outer edge is the right one: by the printed number, if it has one."""
        digits = "".join(c for c in self.label if c.isdecimal())
        return bool(int(digits or self.number) % 2)


@dataclass(frozen=True, slots=True)
class Paper:
    pages: tuple[Page, ...]
    score: Score
    resized: Layout | None = None
    """the pack's layout opened for short copy, or with more room; rows and em are then its own"""

    def set_in(self, layout: Layout) -> Layout:
        """The layout the pages are set in; `layout` is that of their pack."""
        return self.resized or layout


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line as it stands on a page, whatever it belongs to."""

    where: str
    """id of the story, house copy or advertisement; `page` for furniture"""
    block: str
    """id of the block, or the kind of furniture"""
    face: str
    line: Line
    room: float
    """em of the line's own size that it may take"""


def page_lines(page: Page) -> Iterator[PageLine]:
    """Every composed line of a page: stories, pictures, house copy, then furniture.

    What the fonts must hold, what does not fit and what may not open a line is asked of these.
    """
    for frame in page.frames:
        for plate in frame.plates:
            room = plate.caption_room / plate.size
            for line in plate.caption:
                yield PageLine(frame.story, plate.block, plate.face, line, room)
    for group in page.groups:
        yield from _story_lines(group.stories[0], group.headings, ())
    for frame in page.frames:
        yield from _story_lines(frame.story, frame.headings, frame.legs)
    for filler in page.fillers:
        if filler.item:
            yield from _story_lines(filler.item, filler.headings, filler.legs)
    for piece in page.furniture:
        where = piece.owner if piece.kind == "advertisement" else "page"
        for text in piece.texts:
            for line in text.lines:
                yield PageLine(where, piece.kind, text.face, line, text.width / text.size)


def _story_lines(
    where: str, headings: tuple[PlacedHeading, ...], legs: tuple[Leg, ...]
) -> Iterator[PageLine]:
    for placed in headings:
        heading = placed.heading
        for line in heading.lines:
            yield PageLine(
                where, heading.block, heading.face, line, placed.width / heading.size
            )
    for leg in legs:
        for slug in leg.slugs:
            rooms = [place.width for place in slug.places] or [leg.measure] * len(slug.lines)
            for line, room in zip(slug.lines, rooms, strict=True):
                yield PageLine(where, slug.block, slug.face, line, room / slug.size)
