"""From em and grid rows to pt and CSS: lines, and the blocks lines make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Protocol
from unicodedata import normalize

from edition.compose.classes import AS_TEXT, EMOJI, JOINER, clusters, is_western
from edition.compose.composed import EM_BOX_ASCENT, Line, Ruby, Segment, Slug, Stroke, cut_line
from edition.compose.fallback import BOX
from edition.compose.galley import quote_measure
from edition.compose.leftward import is_leftward
from edition.compose.rubies import FACE
from edition.compose.typesetter import MARK_FACES
from edition.compose.units import SUPER_SIZE
from edition.makeup.paper import Leg, PlacedHeading, PlacedText, Rule
from edition.model import Mark
from edition.packs.layout import Layout
from edition.render.page.lineviews import LineView, SpanView
from edition.render.page.partviews import ToldPart, parts_of

CLEAR = 0.3
"""rows between the text of a part of a pull quote and the rule under it, where it is parted"""


@dataclass(frozen=True, slots=True)
class FaceView:
    """A face as the style sheet needs it."""

    family: str
    ascent: float
    """of the font's line, em"""
    descent: float
    """below the baseline, positive, em"""
    twins: Mapping[str, str] = field(default_factory=dict)
    """character → family of a copy of the face, where another character has the same glyph: the
    text layer can then tell the two apart; a variation selector stays with its character"""


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
    rules: tuple[tuple[str, str], ...] = ()
    """(class, style) of the rules of a table"""
    parts: tuple[ToldPart, ...] = ()
    """items of a list, rows of a table; its lines are theirs"""


LETTER_LIFT, LETTER_DROP = 0.08, 0.08
"""em of its size by which a reading in letters stands higher than one in Han, or lower where no
letter of it hangs: an accent would touch the comma of the line above"""
HANGING = frozenset("gjpqyQ,;")
"""letters below the line they stand on"""
_SHIFTS = {Mark.SUPER: "0.6em", Mark.SUB: "-0.25em"}
"""how far above the line small figures stand"""


class Letters(Protocol):
    """What says how large and in which face its lines are set."""

    @property
    def size(self) -> float:
        """em of the body"""

    @property
    def leading(self) -> float:
        """rows from line to line"""

    @property
    def face(self) -> str:
        """role of the face"""


@dataclass(frozen=True, slots=True)
class RubyLetters:
    """The type of a reading."""

    size: float
    leading: float
    face: str


class Setter:
    """Turns positions in em and rows into pt and CSS."""

    def __init__(self, layout: Layout, faces: Mapping[str, FaceView]) -> None:
        self.grid = layout.grid
        self.layout = layout
        self.faces = faces
        self.left = self._edge(recto=True)
        self.top = self.grid.margin_top / 25.4 * 72
        self._seen: set[str] = set()

    def _edge(self, *, recto: bool) -> float:
        """pt from the sheet's left edge to the type area."""
        grid = self.grid
        if grid.inner is None and grid.outer is None:
            return (grid.page_width / 25.4 * 72 - grid.width * grid.em) / 2
        return grid.left(recto=recto) / 25.4 * 72

    def on(self, *, recto: bool) -> Setter:
        """The setter of a right-hand or a left-hand page."""
        if not self.grid.facing or recto:
            return self
        turned = copy(self)
        turned.left = self._edge(recto=False)
        return turned

    def x(self, em: float) -> float:
        return self.left + em * self.grid.em

    def y(self, row: float) -> float:
        return self.top + row * self.grid.pitch

    def box(self, x: float, row: float, width: float, rows: float) -> str:
        """The place and size of a box on the page; x and width in em."""
        return (
            f"left:{self.x(x):.3f}pt;top:{self.y(row):.3f}pt;"
            f"width:{width * self.grid.em:.3f}pt;height:{rows * self.grid.pitch:.3f}pt"
        )

    def within(self, x: float, row: float) -> Setter:
        """A setter whose places are those in a box with its corner at (x em, row)."""
        inner = copy(self)
        inner.left, inner.top = -x * self.grid.em, -row * self.grid.pitch
        return inner

    def rule(self, rule: Rule) -> tuple[str, str]:
        """Class and place of a rule."""
        across = rule.direction == "horizontal"
        length = rule.length * (self.grid.em if across else self.grid.pitch)
        size = "width" if across else "height"
        place = f"left:{self.x(rule.x):.3f}pt;top:{self.y(rule.row):.3f}pt;{size}:{length:.3f}pt"
        return f"rule {rule.direction} {rule.weight}", place

    def once(self, name: str) -> str:
        """The id on its first use, else nothing."""
        if name in self._seen:
            return ""
        self._seen.add(name)
        return name

    def line(
        self, line: Line, x: float, row: float, letters: Letters, shift: float = 0.0
    ) -> LineView:
        """One line whose cell begins at (x em, row); `shift` is in em of its own size."""
        face = letters.face
        view = self.faces[face]
        points = letters.size * self.grid.em
        cell = letters.leading * self.grid.pitch
        baseline = self.y(row) + (cell - points) / 2 + EM_BOX_ASCENT * points
        top = baseline - (1 + view.ascent - view.descent) / 2 * points
        left = self.x(x) + (line.start + shift) * points
        style = f"left:{left:.3f}pt;top:{top:.3f}pt;font-size:{points:.3f}pt"
        if face != self.layout.body.face:
            style += f";font-family:{view.family}"
        spacing = _usual_spacing(line)
        if spacing:
            style += f";letter-spacing:{spacing:.5f}em"
        return LineView(tuple(self._spans(line, spacing, face)), style)

    def parts(
        self, line: Line, x: float, row: float, letters: Letters, shift: float = 0.0
    ) -> Iterator[LineView]:
        """A line with the readings above it, each told after its characters, as a reader has it.

        The line is cut behind every base, and no character of it moves.
        """
        done = 0
        for ruby in line.rubies:
            base, line = cut_line(line, ruby.end - done)
            done = ruby.end
            yield self.line(base, x, row, letters, shift)
            yield self._ruby(ruby, base.origins[-1] + ruby.x + shift, x, row, letters)
        if line.segments:
            yield self.line(line, x, row, letters, shift)

    def _ruby(
        self, ruby: Ruby, left: float, x: float, row: float, letters: Letters
    ) -> LineView:
        """A reading, its foot on the head of its characters; `left` is in em of their line.

        Letters that hang below the foot of their em box are lifted, so that none touches.
        """
        size = letters.size * ruby.size
        depth = size * self.grid.em / self.grid.pitch
        head = (letters.leading - letters.size * self.grid.em / self.grid.pitch) / 2
        own = RubyLetters(size, depth, FACE)
        at = row + head - depth * (1 + _lift(ruby.line.text))
        return self.line(ruby.line, x + left * letters.size, at, own)

    def _spans(self, line: Line, usual: float, face: str) -> Iterator[SpanView]:
        for segment in line.segments:
            twins = self.faces[role_of(segment, face)].twins
            for at, (family, part) in enumerate(_parted(segment.text, twins)):
                style = self._style(segment, usual, family, first=at == 0)
                drawn = part if segment.face == BOX else part.replace(EMOJI, AS_TEXT)
                yield SpanView(
                    _closed(drawn), style, segment.href, segment.lang, segment.added,
                    Mark.DOTS in segment.marks,
                )

    def _style(self, segment: Segment, usual: float, family: str, *, first: bool) -> str:
        """The style of a part of a segment; `family` names the twin that draws it, if any."""
        found: list[str] = []
        shift = next((by for mark, by in _SHIFTS.items() if mark in segment.marks), "")
        scale = SUPER_SIZE if shift else 1.0
        if shift:
            # No position of its own: what has one is drawn, and so read, behind all the others.
            found.append(f"font-size:{scale}em;line-height:0;vertical-align:{shift}")
        if abs(segment.spacing - usual) > 1e-6 or (usual and scale != 1.0):
            found.append(f"letter-spacing:{segment.spacing / scale:.5f}em")
        if first and abs(segment.lead) > 1e-6:
            found.append(f"margin-left:{segment.lead / scale:.5f}em")
        if is_leftward(segment.text):
            found.append("direction:rtl")
        if segment.wide:
            found.append('font-feature-settings:"fwid"')
        if segment.upright:
            found.append('font-feature-settings:"vert"')
        if segment.narrow:
            found.append('font-feature-settings:"pwid"')
        role = role_of(segment, "")
        if family or role:
            found.append(f"font-family:{family or self.faces[role].family};line-height:0")
        return ";".join(found)


def role_of(segment: Segment, face: str) -> str:
    """The role that draws a segment of a line set in `face`."""
    if segment.face:
        return segment.face
    return next((MARK_FACES[m] for m in segment.marks if m in MARK_FACES), face)


def _closed(text: str) -> str:
    """`text` with a joiner behind a last ‧: Pango takes one that ends a span for a place to
    hyphenate, and draws a hyphen instead."""
    return f"{text}{JOINER}" if text.endswith("‧") else text


def _parted(text: str, twins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(family of the twin or nothing, characters) of each stretch of `text` one face draws."""
    for family, group in groupby(clusters(text), key=lambda c: twins.get(c, "")):
        yield family, "".join(group)


def _usual_spacing(line: Line) -> float:
    """The letter-spacing most characters of the line have."""
    shares: dict[float, int] = {}
    for segment in line.segments:
        shares[segment.spacing] = shares.get(segment.spacing, 0) + len(segment.text)
    return max(shares, key=lambda s: (shares[s], -s), default=0.0)


def set_leg(setter: Setter, leg: Leg, level: int) -> Iterator[BlockView]:
    """The blocks of one leg from its head down; crossheads are headings one below `level`."""
    row = leg.row
    for _, group in groupby(leg.slugs, key=lambda slug: (slug.block, slug.kind)):
        slugs = list(group)
        yield _block(setter, leg, slugs, row, level)
        row += sum(slug.rows for slug in slugs)


def _block(setter: Setter, leg: Leg, slugs: list[Slug], row: int, level: int) -> BlockView:
    """The slugs of one block in one leg, from `row` down."""
    kind = slugs[0].kind
    views: list[list[tuple[LineView, ...]]] = []
    rules: list[tuple[str, str]] = []
    at = float(row)
    for slug in slugs:
        views.append(list(_slug(setter, leg, slug, at)))
        rules.extend(setter.rule(_rule(stroke, leg, at)) for stroke in slug.strokes)
        at += slug.rows
    tag = f"h{level + 1}" if level and kind in ("crosshead", "briefhead") else "p"
    frame = ""
    if kind == "quote":
        above = 0.5 if slugs[0].first else 0.0
        below = 0.5 if slugs[-1].final else -CLEAR - (slugs[-1].top or 0.0)
        frame = setter.box(leg.x, row + above, leg.measure, at - row - above - below)
    told, parts = parts_of(slugs, views)
    lines = () if parts else tuple(view for some in views for line in some for view in line)
    name = setter.once(slugs[0].block)
    return BlockView(told or tag, kind, name, lines, frame, tuple(rules), parts)


def _lift(reading: str) -> float:
    """How much higher than one in Han a reading stands, em of its size."""
    if not all(map(is_western, reading)):
        return 0.0
    return LETTER_LIFT if HANGING & set(normalize("NFD", reading)) else -LETTER_DROP


def _rule(stroke: Stroke, leg: Leg, row: float) -> Rule:
    return Rule(
        leg.x + stroke.x, row + stroke.row, stroke.length,
        "horizontal" if stroke.across else "vertical", stroke.weight,
    )


def _slug(
    setter: Setter, leg: Leg, slug: Slug, row: float
) -> Iterator[tuple[LineView, ...]]:
    """What is drawn of each line of a slug."""
    for line, place in zip(slug.lines, slug.places, strict=False):
        yield tuple(setter.parts(line, leg.x + place.x, row + place.row, slug))
    if slug.places:
        return
    inset = 0.0
    if slug.kind == "quote":
        inset = (leg.measure - quote_measure(leg.measure, slug.size) * slug.size) / 2
    room = (leg.measure - 2 * inset) / slug.size
    used = len(slug.lines) * slug.leading
    top = (slug.rows - used) / 2 if slug.rows > 1 else 0.0
    at = row + (top if slug.top is None else slug.top)
    for line in slug.lines:
        shift = _shift(slug.align, room, line)
        yield tuple(setter.parts(line, leg.x + inset, at, slug, shift))
        at += slug.leading


def _shift(align: str, room: float, line: Line) -> float:
    """How far a line stands right of its column's edge, em of its own size."""
    if align == "center":
        return (room - line.width) / 2
    return room - line.width if align == "right" else 0.0


def set_lines(setter: Setter, text: PlacedText) -> tuple[LineView, ...]:
    """The lines of a text of the furniture."""
    room = text.width / text.size
    return tuple(
        setter.line(
            line, text.x, text.row + i * text.leading, text, _shift(text.align, room, line)
        )
        for i, line in enumerate(text.lines)
    )


def set_heading(setter: Setter, placed: PlacedHeading, level: int) -> BlockView:
    """A placed heading; a headline is a heading of `level`, or plain text at level 0."""
    heading = placed.heading
    room = placed.width / heading.size
    lines = tuple(
        setter.line(
            line, placed.x, placed.row + i * heading.leading, heading,
            _shift(heading.align, room, line),
        )
        for i, line in enumerate(heading.lines)
    )
    tag = f"h{level}" if level and heading.role == "headline" else "p"
    return BlockView(tag, heading.role, setter.once(heading.block), lines)


def set_headings(
    setter: Setter, headings: Sequence[PlacedHeading], level: int
) -> tuple[BlockView, ...]:
    """Placed headings; those of one block, as turned lines are, as one block."""
    found = []
    for _, group in groupby(headings, key=lambda placed: placed.heading.block):
        parts = [set_heading(setter, placed, level) for placed in group]
        found.append(replace(parts[0], lines=tuple(line for part in parts for line in part.lines)))
    return tuple(found)
