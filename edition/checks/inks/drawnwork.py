"""What is drawn on a page and with which inks: the operators of its content, followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from edition.checks.inks.colourspaces import EVERY_INK, IN_LIGHTS, shaded, space_of
from edition.checks.inks.drawingstate import (
    SETS_TYPE,
    Colour,
    DrawingState,
    inks_of,
    type_set,
)
from edition.checks.inks.drawnpaths import DRAWS, MOST_CORNERS, DrawnPath, ShapeOutline
from edition.checks.inks.grounds import (
    NO_BOX,
    NOWHERE,
    Grounds,
    HeavyPlace,
    Inked,
    Inks,
    LaidGround,
    Manner,
    Point,
)
from edition.checks.inks.pdfvalues import (
    PdfFile,
    PdfStream,
    PdfWord,
    Unreadable,
    figures_of,
    tokens,
)
from edition.checks.inks.pictureink import PictureGround
from edition.checks.inks.shownlines import (
    Advances,
    advances_of,
    places,
    reach,
    times,
)
from edition.checks.pdf_objects import PdfName
from edition.checks.sight.boxes import Box, meet
from edition.copy.inkprofiles import BLACK, is_dark

MOST_DEEP = 12
"""drawings one in another"""


@dataclass(frozen=True, slots=True)
class DrawnPicture:
    """A picture where it is drawn."""

    stream: PdfStream
    inches: tuple[float, float]
    """across and down"""


@dataclass(slots=True)
class DrawnWork:
    """What stands on one page."""

    lights: dict[str, int] = field(default_factory=dict)
    """what is no ink, and how often it is drawn with"""
    grey_type: int = 0
    """times black type was not black ink alone"""
    opaque_type: int = 0
    """times black type was not printed over what is there"""
    black_type: int = 0
    """times black type was drawn"""
    heaviest: Inks = (0.0, 0.0, 0.0, 0.0)
    over_ground: HeavyPlace = NOWHERE
    """where one thing is printed over another with the most ink"""
    pictures: list[DrawnPicture] = field(default_factory=list)
    barred: set[str] = field(default_factory=set)
    unread: int = 0
    """streams nobody can read"""
    unmeasured: bool = False
    """True where so much lies one over another that not all of it is measured"""
    marks_inside: int = 0
    """strokes in every ink at once that stand on what is printed"""


class Follower:
    """Follows the content of one page and of what it draws."""

    def __init__(self, file: PdfFile, bleed: tuple[float, float, float, float]) -> None:
        self._file, self._bleed, self.found = file, bleed, DrawnWork()
        self._grounds = Grounds()
        self._faces: dict[int, Advances] = {}

    def page(self, page: dict[str, Any]) -> DrawnWork:
        """All that is drawn on a page."""
        contents = self._file.get(page.get("Contents"))
        parts = contents if isinstance(contents, list) else [page.get("Contents")]
        data = b"\n".join(self._bytes(part) for part in parts if part is not None)
        self._group(page)
        self._run(data, self._file.table(page.get("Resources")), DrawingState(), 0)
        self.found.unmeasured |= self._grounds.is_passed
        return self.found

    def _bytes(self, stream: Any) -> bytes:
        try:
            return self._file.unpacked(stream)
        except Unreadable:
            self.found.unread += 1
            return b""

    def _group(self, about: dict[str, Any]) -> None:
        """The colours in which what lets others through is mixed."""
        space = self._file.table(about.get("Group")).get("CS")
        if space is not None:
            self._tell(space_of(self._file, space, {}))

    def _tell(self, space: str) -> None:
        if space in IN_LIGHTS:
            self.found.lights[space] = self.found.lights.get(space, 0) + 1

    def _run(self, data: bytes, resources: dict[str, Any], state: DrawingState, deep: int) -> None:
        """Follow the operators of one stream."""
        stack: list[DrawingState] = []
        held: list[Any] = []
        path = DrawnPath()
        for one in tokens(data):
            if not isinstance(one, PdfWord):
                held.append(one)
                del held[:-1000]
                continue
            name = one.name
            if name == b"q":
                stack.append(state)
            elif name == b"Q":
                state = stack.pop() if stack else state
            elif name in DRAWS:
                path.add(name, held, state.matrix)
            elif name in (b"W", b"W*"):
                path.clips = name == b"W*"
            elif name in _PAINTS:
                state = self._painted(state, name, path)
                path = DrawnPath()
            elif name in _SHOWS:
                state = self._typed(state, held)
            elif name == b"Tf":
                state = self._faced(state, held, resources)
            elif name in SETS_TYPE:
                state = type_set(state, name, figures_of(held))
            elif name == b"Do":
                self._drawn(held, resources, state, deep)
            elif name == b"sh" and held:
                shading = self._named(resources, "Shading", held[-1])
                about = self._file.table(shading)
                self._tell(space_of(self._file, about.get("ColorSpace"), resources))
                self._lay(state, state.clip, shaded(self._file, shading), None)
            else:
                state = self._changed(state, name, held, resources, deep)
            held = []

    def _changed(
        self, state: DrawingState, name: bytes, held: list[Any], resources: dict[str, Any],
        deep: int,
    ) -> DrawingState:
        """The state after an operator that sets something."""
        figures = figures_of(held)
        if name == b"cm" and len(figures) == 6:
            a, b, c, d, e, f = figures
            return replace(state, matrix=times((a, b, c, d, e, f), state.matrix))
        if name == b"gs" and held:
            return self._graphics(state, self._named(resources, "ExtGState", held[-1]))
        if name in (b"rg", b"RG", b"g", b"G", b"k", b"K"):
            space = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(len(figures))
            colour = Colour(space or "DeviceRGB", inks_of(figures))
        elif name in (b"cs", b"CS") and held:
            space = space_of(self._file, held[-1], resources)
            colour = Colour(space, BLACK if space in ("DeviceCMYK", "DeviceGray") else None)
        elif name in (b"sc", b"scn", b"SC", b"SCN"):
            before = state.fill if name.islower() else state.stroke
            known = before.space in ("DeviceCMYK", "DeviceGray")
            colour = replace(before, inks=inks_of(figures) if known else None, tile=None)
            if before.space == "Pattern" and held and isinstance(held[-1], PdfName):
                named = self._named(resources, "Pattern", held[-1])
                colour = replace(colour, tile=self._pattern(named, resources, deep))
        else:
            return state
        return replace(state, fill=colour) if name.islower() else replace(state, stroke=colour)

    def _graphics(self, state: DrawingState, named: Any) -> DrawingState:
        about = self._file.table(named)
        for key in ("TR", "HTP"):
            if key in about:
                self.found.barred.add(key)
        if self._file.get(about.get("TR2", "Default")) not in ("Default", None):
            self.found.barred.add("TR2")
        line_over = bool(self._file.get(about.get("OP", state.line_over)))
        over = bool(self._file.get(about.get("op", about.get("OP", state.over))))
        mode = self._file.get(about.get("OPM", state.over_mode))
        mask = self._file.get(about.get("SMask"))
        mixing = self._file.get(about.get("BM"))
        return replace(
            state, over=over, line_over=line_over, over_mode=mode if isinstance(mode, int) else 0,
            share=self._part(about.get("ca", state.share)),
            line_share=self._part(about.get("CA", state.line_share)),
            masked=state.masked if mask is None else mask != "None",
            mixed=state.mixed if mixing is None else str(mixing) not in _LIGHTER,
        )

    def _part(self, value: Any) -> float:
        share = self._file.get(value)
        return min(1.0, max(0.0, share)) if isinstance(share, int | float) else 1.0

    def _painted(self, state: DrawingState, name: bytes, path: DrawnPath) -> DrawingState:
        """A shape filled or stroked; the state after it, which it may have clipped."""
        if name in _CLOSES:
            path.close()
        if name in _FILLS:
            self._used(state.fill)
            inks = state.fill.tile if state.fill.inks is None else state.fill.inks
            self._lay(state, path.box, inks, path.outline(name in _EVEN))
        if name in _STROKES:
            self._used(state.stroke)
            self._over(path.along(), state.stroke.inks, state, state.manner(of_stroke=True))
        for colour in [state.fill] * (name in _FILLS) + [state.stroke] * (name in _STROKES):
            if colour.space == EVERY_INK:
                left, foot, right, head = self._bleed
                inside = any(left < x < right and foot < y < head for x, y in path.points)
                self.found.marks_inside += inside
        box = path.box
        if path.clips is not None and box is not None:
            return state.clipped(box, path.outline(path.clips))
        return state

    def _lay(
        self, state: DrawingState, box: Box | None, inks: Inks | None,
        outline: ShapeOutline | None,
    ) -> None:
        """What is printed lies below what comes after it, where its inks and shape are known."""
        if box is None or inks is None or state.masked:
            return
        if outline is None or outline.is_box:
            self._put(state, box, lambda _: inks, not any(inks[:3]))
        elif outline.corners <= MOST_CORNERS:
            self._put(
                replace(state, cuts=(*state.cuts, outline)), box, lambda _: inks,
                not any(inks[:3]),
            )

    def _put(self, state: DrawingState, box: Box, at: Inked, is_blank: bool = False) -> None:
        """What `at` tells is printed in a box, as far as the clip lets it be seen."""
        box = meet(box, state.clip)
        if state.is_cut or box[0] >= box[2] or box[1] >= box[3]:
            return
        seen = at if not state.cuts else lambda p: at(p) if state.shows(p) else None
        self._heavy(self._grounds.lay(
            LaidGround(box, seen, state.manner(), is_blank, state.corners)))

    def _over(
        self, points: Iterable[Point], inks: Inks | None, state: DrawingState, manner: Manner
    ) -> None:
        """What is printed at points, as far as they are seen, with what lies below it."""
        if inks is None or manner.is_plain or state.is_cut or state.masked:
            return
        in_box = replace(state, cuts=()) if state.cuts else state
        places = [point for point in points if in_box.shows(point)]
        seen = LaidGround(NO_BOX, lambda p: inks if state.shows(p) else None, manner,
                          corners=state.corners)
        self._heavy(self._grounds.under(places, seen))

    def _heavy(self, place: HeavyPlace) -> None:
        self.found.over_ground = max(self.found.over_ground, place)

    def _used(self, colour: Colour) -> None:
        self._tell(colour.space)
        if colour.inks is not None and sum(colour.inks) > sum(self.found.heaviest):
            self.found.heaviest = colour.inks

    def _typed(self, state: DrawingState, held: list[Any]) -> DrawingState:
        self._used(state.fill)
        inks = state.fill.inks
        if self._grounds.are_laid:
            far = reach(state.face, held[-1] if held else b"", state.size)
            if not state.hidden:
                matrix = times(state.text, state.matrix)
                self._over(places(matrix, far, state.size), inks, state, state.manner())
            state = replace(state, text=times((1, 0, 0, 1, far, 0), state.text))
        if inks is None or not is_dark(inks):
            return state
        self.found.black_type += 1
        self.found.grey_type += inks != BLACK
        self.found.opaque_type += inks == BLACK and not (state.over and state.over_mode == 1)
        return state

    def _faced(
        self, state: DrawingState, held: list[Any], resources: dict[str, Any]
    ) -> DrawingState:
        """The state after a face is chosen."""
        figures = figures_of(held)
        if figures:
            face = self._file.table(self._named(resources, "Font", held[0]))
            if id(face) not in self._faces:
                self._faces[id(face)] = advances_of(self._file, face)
            return replace(state, face=self._faces[id(face)], size=figures[-1])
        return state

    def _named(self, resources: dict[str, Any], kind: str, name: Any) -> Any:
        return self._file.table(resources.get(kind)).get(str(name))

    def _drawn(
        self, held: list[Any], resources: dict[str, Any], state: DrawingState, deep: int
    ) -> None:
        """A picture, or a drawing of its own."""
        item = self._file.get(self._named(resources, "XObject", held[-1])) if held else None
        if not isinstance(item, PdfStream):
            return
        kind = self._file.get(item.about.get("Subtype"))
        if kind == "Image":
            a, b, c, d, _, _ = state.matrix
            self.found.pictures.append(
                DrawnPicture(item, ((a * a + b * b) ** 0.5 / 72, (c * c + d * d) ** 0.5 / 72))
            )
            self._tell(space_of(self._file, item.about.get("ColorSpace"), resources))
            self.found.barred |= {key for key in ("Alternates", "OPI") if key in item.about}
            if not state.masked:
                picture = PictureGround(self._file, item, state.matrix)
                self._put(state, picture.box, picture.at)
        elif kind == "Form" and deep < MOST_DEEP:
            self._form(item, resources, state, deep)
        elif kind == "PS":
            self.found.barred.add("PS")

    def _form(
        self, item: PdfStream, resources: dict[str, Any], state: DrawingState, deep: int
    ) -> None:
        self._group(item.about)
        figures = figures_of(self._file.row(item.about.get("Matrix")))
        if len(figures) == 6:
            a, b, c, d, e, f = figures
            state = replace(state, matrix=times((a, b, c, d, e, f), state.matrix))
        box = figures_of(self._file.row(item.about.get("BBox")))
        if len(box) == 4:
            edge = DrawnPath()
            edge.add(b"re", (*box[:2], box[2] - box[0], box[3] - box[1]), state.matrix)
            state = state.clipped(edge.box or NO_BOX, edge.outline(False))
        if "Group" in item.about:
            through = state.share * state.group_share
            state = replace(state, share=1.0, line_share=1.0, group_share=through)
        own = self._file.table(item.about.get("Resources")) or resources
        self._run(self._bytes(item), own, state, deep + 1)

    def _pattern(self, named: Any, resources: dict[str, Any], deep: int) -> Inks | None:
        """Follow what a pattern repeats; its inks where it takes most, where they are known."""
        item = self._file.get(named)
        shading = self._file.table(self._file.table(item).get("Shading"))
        if shading:
            self._tell(space_of(self._file, shading.get("ColorSpace"), resources))
            return shaded(self._file, shading)
        if not isinstance(item, PdfStream) or deep >= MOST_DEEP:
            return None
        own = self._file.table(item.about.get("Resources")) or resources
        before, self._grounds = self._grounds, Grounds()
        self._run(self._bytes(item), own, DrawingState(), deep + 1)
        tile, self._grounds = self._grounds, before
        strongest = tile.strongest()
        self.found.unmeasured |= tile.is_passed
        return strongest


_FILLS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_STROKES = (b"S", b"s", b"B", b"B*", b"b", b"b*")
_PAINTS = frozenset((*_FILLS, *_STROKES, b"n"))
_CLOSES = (b"s", b"b", b"b*")
_EVEN = (b"f*", b"B*", b"b*")
_LIGHTER = ("Normal", "Compatible", "Screen", "Lighten", "ColorDodge")
"""manners of mixing that take no more ink than the one or the other"""
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
