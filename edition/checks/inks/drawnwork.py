"""What is drawn on a page and with which inks: the operators of its content, followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from edition.checks.inks.pdfvalues import (
    PdfFile,
    PdfStream,
    PdfWord,
    Unreadable,
    figures_of,
    tokens,
)
from edition.checks.pdf_objects import PdfName

Matrix = tuple[float, float, float, float, float, float]
Inks = tuple[float, float, float, float]
"""cyan, magenta, yellow, black, 0…1"""
BLACK: Inks = (0.0, 0.0, 0.0, 1.0)
MOST_DEEP = 12
"""drawings one in another"""
_DARK_BLACK, _DARK_COLOURS = 0.85, 0.6
"""black from which, or three colours from which, type is meant to be black"""
EVERY_INK = "All"
IN_LIGHTS = ("DeviceRGB", "CalRGB", "Lab", "CalGray")
_NAMES = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK"}


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as the file has it."""

    space: str = "DeviceGray"
    """a family of colour spaces, or `All`"""
    inks: Inks | None = BLACK
    """None where they are not told: a pattern, a spot colour, lights"""


@dataclass(frozen=True, slots=True)
class _State:
    fill: Colour = Colour()
    stroke: Colour = Colour()
    over: bool = False
    over_mode: int = 0
    matrix: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


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
    pictures: list[DrawnPicture] = field(default_factory=list)
    barred: set[str] = field(default_factory=set)
    unread: int = 0
    """streams nobody can read"""
    marks_inside: int = 0
    """strokes in every ink at once that stand on what is printed"""


class Follower:
    """Follows the content of one page and of what it draws."""

    def __init__(self, file: PdfFile, bleed: tuple[float, float, float, float]) -> None:
        self._file, self._bleed, self.found = file, bleed, DrawnWork()

    def page(self, page: dict[str, Any]) -> DrawnWork:
        """All that is drawn on a page."""
        contents = self._file.get(page.get("Contents"))
        parts = contents if isinstance(contents, list) else [page.get("Contents")]
        data = b"\n".join(self._bytes(part) for part in parts if part is not None)
        self._group(page)
        self._run(data, self._file.table(page.get("Resources")), _State(), 0)
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
            self._tell(self._space(space, {}))

    def _tell(self, space: str) -> None:
        if space in IN_LIGHTS:
            self.found.lights[space] = self.found.lights.get(space, 0) + 1

    def _run(self, data: bytes, resources: dict[str, Any], state: _State, deep: int) -> None:
        """Follow the operators of one stream."""
        stack: list[_State] = []
        held: list[Any] = []
        path: list[tuple[float, float]] = []
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
            elif name in (b"m", b"l", b"c", b"v", b"y", b"re"):
                path += _points(held, state.matrix)
            elif name in _PAINTS:
                self._painted(state, name, path)
                path = []
            elif name in _SHOWS:
                self._typed(state)
            elif name == b"Do":
                self._drawn(held, resources, state, deep)
            elif name == b"sh" and held:
                shading = self._named(resources, "Shading", held[-1])
                self._tell(self._space(self._file.table(shading).get("ColorSpace"), resources))
            else:
                state = self._changed(state, name, held, resources, deep)
            held = []

    def _changed(
        self, state: _State, name: bytes, held: list[Any], resources: dict[str, Any], deep: int
    ) -> _State:
        """The state after an operator that sets something."""
        figures = figures_of(held)
        if name == b"cm" and len(figures) == 6:
            a, b, c, d, e, f = figures
            return replace(state, matrix=_times((a, b, c, d, e, f), state.matrix))
        if name == b"gs" and held:
            return self._graphics(state, self._named(resources, "ExtGState", held[-1]))
        if name in (b"rg", b"RG", b"g", b"G", b"k", b"K"):
            space = {1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}.get(len(figures))
            colour = Colour(space or "DeviceRGB", _inks(figures))
        elif name in (b"cs", b"CS") and held:
            space = self._space(held[-1], resources)
            colour = Colour(space, BLACK if space in ("DeviceCMYK", "DeviceGray") else None)
        elif name in (b"sc", b"scn", b"SC", b"SCN"):
            before = state.fill if name.islower() else state.stroke
            if before.space == "Pattern" and held and isinstance(held[-1], PdfName):
                self._pattern(self._named(resources, "Pattern", held[-1]), resources, deep)
            known = before.space in ("DeviceCMYK", "DeviceGray")
            colour = replace(before, inks=_inks(figures) if known else None)
        else:
            return state
        return replace(state, fill=colour) if name.islower() else replace(state, stroke=colour)

    def _graphics(self, state: _State, named: Any) -> _State:
        about = self._file.table(named)
        for key in ("TR", "HTP"):
            if key in about:
                self.found.barred.add(key)
        if self._file.get(about.get("TR2", "Default")) not in ("Default", None):
            self.found.barred.add("TR2")
        over = self._file.get(about.get("op", about.get("OP", state.over)))
        mode = self._file.get(about.get("OPM", state.over_mode))
        return replace(state, over=bool(over), over_mode=mode if isinstance(mode, int) else 0)

    def _painted(self, state: _State, name: bytes, path: list[tuple[float, float]]) -> None:
        used = [state.fill] * (name in _FILLS) + [state.stroke] * (name in _STROKES)
        for colour in used:
            self._used(colour)
            if colour.space == EVERY_INK:
                left, foot, right, head = self._bleed
                inside = any(left < x < right and foot < y < head for x, y in path)
                self.found.marks_inside += inside

    def _used(self, colour: Colour) -> None:
        self._tell(colour.space)
        if colour.inks is not None and sum(colour.inks) > sum(self.found.heaviest):
            self.found.heaviest = colour.inks

    def _typed(self, state: _State) -> None:
        self._used(state.fill)
        inks = state.fill.inks
        if inks is None or not _is_dark(inks):
            return
        self.found.black_type += 1
        self.found.grey_type += inks != BLACK
        self.found.opaque_type += inks == BLACK and not (state.over and state.over_mode == 1)

    def _named(self, resources: dict[str, Any], kind: str, name: Any) -> Any:
        return self._file.table(resources.get(kind)).get(str(name))

    def _drawn(
        self, held: list[Any], resources: dict[str, Any], state: _State, deep: int
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
            self._tell(self._space(item.about.get("ColorSpace"), resources))
            self.found.barred |= {key for key in ("Alternates", "OPI") if key in item.about}
        elif kind == "Form" and deep < MOST_DEEP:
            self._form(item, resources, state, deep)
        elif kind == "PS":
            self.found.barred.add("PS")

    def _form(
        self, item: PdfStream, resources: dict[str, Any], state: _State, deep: int
    ) -> None:
        self._group(item.about)
        figures = figures_of(self._file.row(item.about.get("Matrix")))
        if len(figures) == 6:
            a, b, c, d, e, f = figures
            state = replace(state, matrix=_times((a, b, c, d, e, f), state.matrix))
        own = self._file.table(item.about.get("Resources")) or resources
        self._run(self._bytes(item), own, state, deep + 1)

    def _pattern(self, named: Any, resources: dict[str, Any], deep: int) -> None:
        item = self._file.get(named)
        if isinstance(item, PdfStream) and deep < MOST_DEEP:
            own = self._file.table(item.about.get("Resources")) or resources
            self._run(self._bytes(item), own, _State(), deep + 1)
        shading = self._file.table(self._file.table(item).get("Shading"))
        if shading:
            self._tell(self._space(shading.get("ColorSpace"), resources))

    def _space(self, value: Any, resources: dict[str, Any], turn: int = 0) -> str:
        """The family of a colour space; `All` for every ink at once."""
        found = self._file.get(value)
        if isinstance(found, PdfName):
            told = self._named(resources, "ColorSpace", found)
            if told is not None and turn < MOST_DEEP and self._file.get(told) != found:
                return self._space(told, resources, turn + 1)
            return _NAMES.get(found, str(found))
        row = self._file.row(found)
        if not row or turn > MOST_DEEP:
            return "DeviceGray"
        family = str(row[0])
        if family == "ICCBased" and len(row) > 1:
            count = self._file.get(self._file.table(row[1]).get("N"))
            names = {1: "DeviceGray", 3: "CalRGB", 4: "DeviceCMYK"}
            return names.get(count, family) if isinstance(count, int) else family
        if family == "Indexed" and len(row) > 1:
            return self._space(row[1], resources, turn + 1)
        if family in ("Separation", "DeviceN") and len(row) > 2:
            under = self._space(row[2], resources, turn + 1)
            return EVERY_INK if row[1] == EVERY_INK else under if under in IN_LIGHTS else family
        return family


_FILLS = (b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*")
_STROKES = (b"S", b"s", b"B", b"B*", b"b", b"b*")
_PAINTS = frozenset((*_FILLS, *_STROKES, b"n"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))


def _inks(figures: list[float]) -> Inks | None:
    """The inks of as many figures as a colour has."""
    if len(figures) == 1:
        return (0.0, 0.0, 0.0, 1.0 - figures[0])
    if len(figures) == 4:
        return (figures[0], figures[1], figures[2], figures[3])
    return None


def _is_dark(inks: Inks) -> bool:
    return inks[3] >= _DARK_BLACK or min(inks[:3]) >= _DARK_COLOURS


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)


def _points(held: list[Any], matrix: Matrix) -> Iterator[tuple[float, float]]:
    figures = figures_of(held)
    a, b, c, d, e, f = matrix
    for x, y in zip(figures[::2], figures[1::2], strict=False):
        yield a * x + c * y + e, b * x + d * y + f
