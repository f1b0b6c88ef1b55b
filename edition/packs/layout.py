"""A layout pack as numbers: its grid, its furniture, its type.

Lengths on the page are in em of the body size across and in grid rows down, so that
composition and make-up stay free of points and millimetres.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from edition.model import HeadManner
from edition.packs.faces import Face
from edition.trade.page_bounds import NEWSPRINT_INK

BanLevel = Literal["none", "basic", "gb", "strict"]
RubyPlace = Literal["above", "brackets"]
CaptionPlace = Literal["below", "beside", "inside"]
HeadAlign = Literal["center", "left"]
TurnedSide = Literal["left", "right"]
LEAST_RUBY, MOST_RUBY = 0.45, 0.5
"""em of the body: size of a reading above its characters; it stands in the gap between two lines,
and a smaller one is not read"""


@dataclass(frozen=True, slots=True)
class Grid:
    """The type area (版心) of a layout."""

    page_width: float
    """mm"""
    page_height: float
    """mm"""
    margin_top: float
    """mm; the side margins follow from centring the type area"""
    em: float
    """Body size in pt; one em."""
    pitch: float
    """Distance of body baselines in pt; one grid row."""
    columns: int
    """Base columns (基本栏)."""
    measure: int
    """Characters in one base column (em)."""
    gutter: float
    """em between base columns"""
    rows: int
    """Grid rows in the whole type area, furniture included."""
    inner: float | None = None
    """mm: least white at the binding edge; None centres the type area"""
    outer: float | None = None
    """mm: least white at the outer edge"""
    facing: bool = False
    """True where left-hand pages are the mirror of right-hand ones"""
    most_em: float = 0.0
    """pt to which the body may grow where the copy is short; below `em` it stays"""
    most_pitch: float = 0.0
    """pt to which the lines of the usual body may part where the copy is short"""

    def left(self, *, recto: bool = True) -> float:
        """mm from the sheet's left edge to the type area; what is over is shared in proportion.

        Where only one of the two margins is given, it is kept exactly.
        """
        spare = self.page_width - self.width * self.em * 25.4 / 72
        if self.inner is None and self.outer is None:
            return spare / 2
        if self.outer is None:
            inner = self.inner or 0.0
        elif self.inner is None:
            inner = spare - self.outer
        else:
            both = self.inner + self.outer
            inner = spare * self.inner / both if both else spare / 2
        return spare - inner if self.facing and not recto else inner

    @property
    def width(self) -> float:
        """Width of the type area in em."""
        return self.columns * self.measure + (self.columns - 1) * self.gutter

    def span(self, columns: int) -> float:
        """Width in em of `columns` base columns with the gutters between them (GR5)."""
        return columns * self.measure + (columns - 1) * self.gutter

    def x(self, column: int) -> float:
        """Left edge in em of base column `column`, counted from 0."""
        return column * (self.measure + self.gutter)


@dataclass(frozen=True, slots=True)
class TypeRole:
    """How one kind of line is set."""

    face: str
    """Role name of `fonts/fonts.toml`: `song`, `song-heavy`, `hei-heavy`, `kai`, `fangsong` …"""
    size: float
    """em of the body"""
    leading: float = 1.0
    """Distance of lines in grid rows (may be a fraction inside a block of whole rows)."""


@dataclass(frozen=True, slots=True)
class Furnishing:
    """Rows taken by the furniture of a page."""

    masthead: int
    """Rows of the masthead or folio block at the head of the first page."""
    folio: int
    """Rows of the folio line (报眉) on the following pages."""
    section: int
    """Rows of a section head (栏题) across the page."""
    name: float = 7.1
    """em of the body: the paper's name at its largest; a long name is set smaller"""
    plate: float = 7.8
    """em: width of the plate with the page label at the right of the masthead"""
    ear: float = 24.0
    """em: width of one ear (报眼), and of the index that stands there when there is none"""
    zoom: float = 1.0
    """size of the body against the pack's own, in whose em the lengths of the masthead are told"""
    leading: float = 0.0
    """em from line to line of small type in the masthead; 0 for a grid row"""


Spread = Literal["all", "first", "later"]
"""pages a band or a picture of the pack stands on"""


@dataclass(frozen=True, slots=True)
class FootBand:
    """A band of the pack's own at the foot of a page: a footer, a sponsor's strip."""

    name: str
    """class of its box in the page"""
    rows: int
    pages: Spread
    text: str
    """pattern: `{paper}`, `{date}`, `{issue}`, `{page}`, `{title}`, `{publisher}` are filled"""
    face: str
    size: float
    """em of the body"""
    align: Literal["left", "center", "right", "outer"] = "center"


@dataclass(frozen=True, slots=True)
class Emblem:
    """A picture the pack brings along: a logo, an ornament."""

    name: str
    """the page fetches it as `edition:asset-NAME`"""
    media: str
    data: bytes = field(repr=False)
    alt: str = ""
    """what it shows; empty for an ornament"""
    pages: Spread | None = None
    """None where only the pack's template shows it"""
    x: float = 0.0
    """mm from the sheet's left edge"""
    y: float = 0.0
    """mm from the sheet's head"""
    width: float = 0.0
    """mm"""
    height: float = 0.0
    """mm"""


@dataclass(frozen=True, slots=True)
class PressSheet:
    """What a pack says of its printing."""

    bleed: float = 3.0
    """mm by which what stands at the edge of the sheet is printed beyond it"""
    ink: float = NEWSPRINT_INK
    """%, the most of all four inks together on any place; that of newsprint by itself"""
    inks: Mapping[tuple[int, int, int], tuple[float, float, float, float]] = field(
        default_factory=dict
    )
    """inks of colours of the page: red, green, blue 0…255 → cyan, magenta, yellow, black 0…1"""


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout pack as numbers; its templates and styles stay in its folder."""

    name: str
    title: str
    grid: Grid
    furnishing: Furnishing
    body: TypeRole
    roles: dict[str, TypeRole] = field(default_factory=dict)
    """`headline`, `deck`, `kicker`, `crosshead`, `byline`, `caption`, `pullquote`, `section` …"""
    ladder: tuple[float, ...] = ()
    """Headline sizes in em of the body, ascending."""
    indent: int = 2
    """First-line indent of a paragraph in em (PA1)."""
    ban: BanLevel = "basic"
    hang: bool = False
    """True lets a stop hang over the right edge (PW6); most Chinese publications do not."""
    justify: bool = False
    """True sets both edges of copy in Latin letters even; else it is ranged left"""
    ruby: RubyPlace = "brackets"
    """Where readings stand: above their characters, or behind them in brackets."""
    themes: tuple[str, ...] = ()
    """Names of the pack's themes (`themes/NAME.css`), sorted."""
    faces: Mapping[str, Face] = field(default_factory=dict)
    """faces of the pack's own, by role"""
    by_rank: tuple[str, ...] = ()
    """faces of headlines by the standing of the story, the lead first; the last is for the rest"""
    bands: tuple[FootBand, ...] = ()
    """at the foot of a page, the lowest last"""
    emblems: tuple[Emblem, ...] = ()
    cover: Mapping[str, str] = field(default_factory=dict)
    """colours of the book's cover, `#rrggbb`, by what they colour"""
    language: str = ""
    """tag of the language its proof is set in; empty where the pack does not say"""
    captions: CaptionPlace = "below"
    """where the caption of a picture stands: below it, beside it, or inside it at its foot"""
    trims: tuple[Grid, ...] = ()
    """other sheets the pack is printed on, the smallest first"""
    heads: HeadAlign = "center"
    """whether headings stand in the middle of their span, or are ranged left"""
    turned: TurnedSide = "left"
    """the side of its text at which a turned headline stands (竖题)"""
    manners: tuple[HeadManner, ...] = ()
    """how headlines may stand unasked, but over their text"""
    logo: float = 0.0
    """em kept free for a logo at the left of the paper's name"""
    press: PressSheet = PressSheet()

    def foot(self, *, first: bool) -> int:
        """Rows that bands take at the foot of the first or a later page."""
        return sum(band.rows for band in self.bands if shows(band.pages, first=first))

    @property
    def line_gap(self) -> float:
        """em of the body between two lines of it."""
        return self.grid.pitch / self.grid.em * self.body.leading - self.body.size

    @property
    def ruby_size(self) -> float:
        """em of the body: what a reading above its characters may take of the gap."""
        return max(LEAST_RUBY, min(MOST_RUBY, self.line_gap))


def shows(pages: Spread | None, *, first: bool) -> bool:
    """True where a band or a picture stands on the first, or on a later, page."""
    return pages == "all" or pages == ("first" if first else "later")
