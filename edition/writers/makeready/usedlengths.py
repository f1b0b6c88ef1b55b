"""Lengths of boxes: where none is a share of the box around, they are those of the style."""

from __future__ import annotations

from typing import Any

from edition.writers.makeready import engine_part, kept, once, put_for

_percent = engine_part("layout.percent")
_background = engine_part("layout.background")
_boxes = engine_part("formatting_structure.boxes")
_placeholder = engine_part("layout.absolute").AbsolutePlaceholder
_dimension = engine_part("css.properties").Dimension

_LENGTHS = (
    *(f"{kind}_{side}" for kind in ("margin", "padding") for side in
      ("left", "right", "top", "bottom")),
    "width", "min_width", "max_width", "height", "min_height", "max_height",
)
_SET = (*_LENGTHS, *(f"border_{side}_width" for side in ("top", "right", "bottom", "left")))
_CORNERS = tuple(
    f"border_{corner}_radius"
    for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
_SQUARE = dict.fromkeys(_CORNERS, (0, 0))
_resolve, _radii = _percent.resolve_percentages, _percent.resolve_radii_percentages
_lay_background = _background.layout_box_backgrounds
_in_flow = _boxes.Box.is_in_normal_flow


def exchange() -> None:
    put_for(_resolve, resolve_percentages)
    put_for(_lay_background, lay_background)
    _boxes.Box.is_in_normal_flow = is_in_normal_flow


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box the lengths its style asks for."""
    known = kept(box.style)
    lengths = known.get("lengths")
    if lengths and type(box) is not _placeholder:
        box.__dict__.update(lengths)
        return
    _resolve(box, containing_block)
    if lengths is None:
        fixed = is_fixed(box.style)
        known["lengths"] = {name: getattr(box, name) for name in _SET} if fixed else {}


def is_fixed(style: Any) -> bool:
    """True where no length of a style depends on another box."""
    return style["box_sizing"] == "content-box" and style["border_collapse"] != "collapse" and all(
        value is None or value == "auto" or (type(value) is _dimension and value.unit != "%")
        for value in map(style.__getitem__, _LENGTHS)
    )


def lay_background(page: Any, box: Any, *rest: Any, **named: Any) -> None:
    """Fetch and place what is painted behind a box; most have nothing there."""
    if type(box) is _placeholder:
        box = box._box
    if rest[1:] or named or box is page or not is_bare(box.style):
        _lay_background(page, box, *rest, **named)
        return
    (getter,) = rest
    box.__dict__.update(_SQUARE)
    box.background = None
    for child in box.all_children():
        lay_background(page, child, getter)


@once
def is_bare(style: Any) -> bool:
    """True where a style paints nothing behind a box and rounds no corner of it."""
    return (
        all((0, "px") in style[corner] for corner in _CORNERS)
        and style["border_image_source"][0] == "none"
        and style["mask_border_source"][0] == "none"
        and style["visibility"] != "hidden"
        and style["background_color"] != "currentcolor"
        and style["background_color"].alpha == 0
        and all(kind != "url" and not image for kind, image in style["background_image"])
        and not style["box_shadow"]
    )


def is_in_normal_flow(self: Any) -> bool:
    """True for a box that stands where its fellows let it stand."""
    known = kept(self.style)
    found: bool | None = known.get("in flow")
    if found is None:
        found = known["in flow"] = _in_flow(self)
    return found
