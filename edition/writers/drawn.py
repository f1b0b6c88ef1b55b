"""The boxes of a drawn page as a count of the copy needs them: texts, grounds, pictures.

The renderer's own document is read, nothing is parsed again. Lengths are px of CSS from the
page's upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from edition.copy.labcolours import lights_of

PX = 96 / 72
"""px in a pt"""
SLACK = 2.0
"""px by which a line may stand beside its place; frames of half a point are moved round it"""
LARGER = 0.02
"""share of its size by which a line may differ"""
NOT_COPY = -1
"""line number of what belongs to no line of the plan"""
SMALL = 3.0
"""px; what is smaller, such as the dot under a character, covers nothing"""
THICK = 4.0
"""px from which a border counts as a ground"""
Colour = tuple[float, float, float, float]
"""red, green, blue and what of it covers, 0…1"""
Order = tuple[float, ...]
"""what is painted later compares as greater"""


@dataclass(slots=True)
class Painted:
    """A rectangle something is painted in."""

    left: float
    top: float
    right: float
    bottom: float
    order: Order
    colour: Colour | None
    """None for a picture or a shading, whose colour is not known"""

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class DrawnText:
    """Characters of one line drawn together."""

    text: str
    across: tuple[float, float, float]
    """near its left end, its middle, near its right end"""
    y: float
    """middle"""
    order: Order
    colour: Colour
    size: float
    """px"""
    fault: str
    """phrase that says why it cannot be seen; empty where nothing is known against it"""
    line: int
    """number of its line on the page"""


@dataclass(slots=True)
class DrawnPage:
    """What one page of the document holds."""

    width: float
    height: float
    pieces: list[DrawnText] = field(default_factory=list)
    grounds: list[Painted] = field(default_factory=list)
    pictures: int = 0
    """pictures seen in a window"""


@dataclass(frozen=True, slots=True)
class _Here:
    """What holds for a box by those it stands in."""

    x: float = 0.0
    """place of the box that inline places count from"""
    y: float = 0.0
    order: Order = ()
    raised: float = 0.0
    """1 inside what is positioned, which is painted after what is not"""
    fault: str = ""
    clip: tuple[float, float, float, float] | None = None
    line: int = NOT_COPY
    """number of the line on the page"""
    size: float = 0.0
    """px the line's characters should have; 0 where nothing is said"""
    window: bool = False


def drawn_page(page: Any) -> DrawnPage:
    """Read one page of the renderer's document."""
    root = page._page_box
    reader = _Reader(DrawnPage(page.width, page.height))
    for child in root.children:
        reader.read(child, _Here())
    return reader.page


class _Reader:
    """Walks the boxes of a page in the order they are painted."""

    def __init__(self, page: DrawnPage) -> None:
        self.page = page
        self._count = 0
        self._lines = 0
        self._colours: dict[int, Colour] = {}
        self._kept: list[Any] = []

    def read(self, box: Any, here: _Here, inside: tuple[Any, str] = (None, "")) -> None:
        """One box and what it holds; the walk is as deep as the markup.

        `inside` is the element the box above was made for: boxes made of one element are one.
        """
        style = box.style
        text = getattr(box, "text", None)
        if text is not None:
            self._text(box, text, style, here)
            return
        element = box.element
        inner, mark = here, (element, box.element_tag)
        if element is not None and mark != inside:
            inner = self._inside(box, element, style, here)
        for child in getattr(box, "children", ()):
            self.read(getattr(child, "_box", child), inner, mark)

    def _inside(self, box: Any, element: Any, style: Any, here: _Here) -> _Here:
        self._count += 1
        raised = here.raised or float(style["position"] != "static")
        depth = style["z_index"]
        at = (*here.order, 0.0 if depth == "auto" else float(depth), raised, float(self._count))
        self._ground(box, style, at)
        placed = replace(
            here, order=here.order if depth == "auto" else at, raised=raised,
            fault=here.fault or _fault(style),
        )
        if element.tag == "img":
            self._picture(box, placed, at)
            return placed
        if box.element_tag != element.tag:
            return replace(placed, line=NOT_COPY)
        return self._placed(box, element, style, placed)

    def _placed(self, box: Any, element: Any, style: Any, here: _Here) -> _Here:
        inline = element.get("style") or ""
        name = element.get("class") or ""
        x, y, line, size, fault = here.x, here.y, here.line, here.size, here.fault
        if element.get("data-actual") is not None:
            line = NOT_COPY
        if inline.startswith("left:"):
            places = _places(inline)
            x, y = x + places["left"], y + places["top"]
            if name == "l":
                self._lines += 1
                line, size = self._lines, places.get("font-size", 0.0)
                away = max(abs(box.content_box_x() - x), abs(box.content_box_y() - y))
                fault = fault or ("unseen_moved" if away > SLACK else _changed(style, inline))
        elif size and inline.startswith("font-size:"):
            size *= float(inline[10:].partition("em")[0])
        clip = here.clip
        if style["overflow"] != "visible":
            clip = _both(clip, box)
        if (x, y, fault, clip, line, size) == (
            here.x, here.y, here.fault, here.clip, here.line, here.size
        ) and name != "window":
            return here
        return replace(
            here, x=x, y=y, fault=fault, clip=clip, line=line, size=size,
            window=here.window or name == "window",
        )

    def _text(self, box: Any, text: str, style: Any, here: _Here) -> None:
        if here.line < 0:
            return
        fault, size = here.fault, style["font_size"]
        if not fault and here.size and abs(size - here.size) > LARGER * here.size:
            fault = "unseen_resized"
        x, y = box.position_x + box.width / 2, box.position_y + box.height / 2
        page, edge = self.page, box.width * 0.4
        if not fault and not (0 <= x <= page.width and 0 <= y <= page.height):
            fault = "unseen_outside"
        if not fault and here.clip is not None:
            left, top, right, bottom = here.clip
            fault = "" if left <= x <= right and top <= y <= bottom else "unseen_outside"
        self._count += 1
        at = (*here.order, 0.0, here.raised, float(self._count))
        colour = self._colours.get(id(style["color"])) or self._shade(style["color"])
        page.pieces.append(
            DrawnText(text, (x - edge, x, x + edge), y, at, colour, size, fault, here.line)
        )

    def _shade(self, colour: Any) -> Colour:
        found = self._colours[id(colour)] = colour_of(colour)
        self._kept.append(colour)
        return found

    def _ground(self, box: Any, style: Any, at: Order) -> None:
        shade = colour_of(style["background_color"], style["color"])
        image = style["background_image"][0][0] != "none" or len(style["background_image"]) > 1
        if shade[3] > 0.02 or image:
            left, top = box.border_box_x(), box.border_box_y()
            edges = (left, top, left + box.border_width(), top + box.border_height())
            self._add(edges, at, None if image else shade)
        if max(box.border_top_width, box.border_bottom_width,
               box.border_left_width, box.border_right_width) > THICK:
            self._borders(box, style, at)

    def _add(
        self, edges: tuple[float, float, float, float], at: Order, colour: Colour | None
    ) -> None:
        left, top, right, bottom = edges
        if right - left > SMALL and bottom - top > SMALL:
            self.page.grounds.append(Painted(left, top, right, bottom, at, colour))

    def _borders(self, box: Any, style: Any, at: Order) -> None:
        left, top = box.border_box_x(), box.border_box_y()
        right, bottom = left + box.border_width(), top + box.border_height()
        edges = (
            ("top", (left, top, right, top + box.border_top_width)),
            ("bottom", (left, bottom - box.border_bottom_width, right, bottom)),
            ("left", (left, top, left + box.border_left_width, bottom)),
            ("right", (right - box.border_right_width, top, right, bottom)),
        )
        for side, edge in edges:
            wide = getattr(box, f"border_{side}_width")
            if wide > THICK:
                shade = colour_of(style[f"border_{side}_color"], style["color"])
                self._add(edge, at, shade)

    def _picture(self, box: Any, here: _Here, at: Order) -> None:
        left, top = box.content_box_x(), box.content_box_y()
        right, bottom = left + box.width, top + box.height
        if not here.fault and here.window and box.width > 1 and box.height > 1:
            self.page.pictures += 1
        if here.clip:
            left, top = max(left, here.clip[0]), max(top, here.clip[1])
            right, bottom = min(right, here.clip[2]), min(bottom, here.clip[3])
        if not here.fault:
            self._add((left, top, right, bottom), at, None)


def _fault(style: Any) -> str:
    """Why nothing of a box can be seen, by its own style."""
    if style["visibility"] != "visible" or style["clip"]:
        return "unseen_hidden"
    if style["opacity"] < 0.99:
        return "unseen_clear"
    if style["transform"]:
        return "unseen_moved"
    return ""


def _changed(style: Any, inline: str) -> str:
    """The phrase for letters a style changes or closes up, which the setter did not."""
    asked = inline.partition("letter-spacing:")[2].partition("em")[0]
    spacing = style["letter_spacing"]
    given = 0.0 if spacing == "normal" else float(spacing) / style["font_size"]
    same = abs(given - float(asked or 0.0)) < 0.01 and not style["word_spacing"]
    return "" if same and style["text_transform"] == "none" else "unseen_changed"


def _places(inline: str) -> dict[str, float]:
    """The lengths of a style the setter wrote, in px."""
    found: dict[str, float] = {}
    for part in inline.split(";")[:4]:
        name, _, value = part.partition(":")
        if value.endswith("pt"):
            found[name] = float(value[:-2]) * PX
    found.setdefault("left", 0.0)
    found.setdefault("top", 0.0)
    return found


def _both(
    clip: tuple[float, float, float, float] | None, box: Any
) -> tuple[float, float, float, float]:
    left, top = box.padding_box_x(), box.padding_box_y()
    right, bottom = left + box.padding_width(), top + box.padding_height()
    if clip is None:
        return left, top, right, bottom
    return max(left, clip[0]), max(top, clip[1]), min(right, clip[2]), min(bottom, clip[3])


def colour_of(colour: Any, current: Any = None) -> Colour:
    """A colour of the renderer; `current` is what `currentcolor` stands for."""
    if colour == "currentcolor":
        colour = current
    shades = colour.coordinates if colour.space == "srgb" else _shades(colour)
    red, green, blue = shades
    return (red or 0.0, green or 0.0, blue or 0.0, float(colour.alpha))


def _shades(colour: Any) -> tuple[float, ...]:
    """Red, green and blue of a colour that is told otherwise."""
    figures = [figure or 0.0 for figure in colour.coordinates]
    if colour.space in ("hsl", "hwb"):
        return tuple(colour.to("srgb").coordinates)
    if colour.space in _OF_LAB:
        lights = lights_of(_OF_LAB[colour.space], *colour.to("lab").coordinates)
        return tuple(light / 255 for light in lights)
    if colour.space == "device-cmyk":
        return tuple(max(0.0, 1 - ink - figures[3]) for ink in figures[:3])
    # The engine takes the figures of any other space for those of sRGB.
    return (*figures, 0.0, 0.0)[:3]


_OF_LAB = {
    **dict.fromkeys(("lab", "lch", "xyz-d50"), "lab-d50"),
    **dict.fromkeys(("oklab", "oklch", "xyz-d65"), "lab-d65"),
}
"""spaces whose colours are drawn as Lab, and which Lab that is"""
