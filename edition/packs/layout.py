"""A layout pack as numbers: its grid, its furniture, its type.

Lengths on the page are in em of the body size across and in grid rows down, so that
composition and make-up stay free of points and millimetres.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BanLevel = Literal["none", "basic", "gb", "strict"]
RubyPlace = Literal["above", "brackets"]
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


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout pack as numbers; its templates and styles stay in `layouts/NAME/`."""

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
    ruby: RubyPlace = "brackets"
    """Where readings stand: above their characters, or behind them in brackets."""
    themes: tuple[str, ...] = ()
    """Names of the pack's themes (`themes/NAME.css`), sorted."""

    @property
    def line_gap(self) -> float:
        """em of the body between two lines of it."""
        return self.grid.pitch / self.grid.em * self.body.leading - self.body.size

    @property
    def ruby_size(self) -> float:
        """em of the body: what a reading above its characters may take of the gap."""
        return max(LEAST_RUBY, min(MOST_RUBY, self.line_gap))
