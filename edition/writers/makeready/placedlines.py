"""Lines that have their places: laid out without looking for what cannot come beside them.

A line of ours is a box with a place, a width and one line of text that never breaks. The engine
looks for floats, page breaks, footnotes and room to the right of each, and lays it out twice; what
it comes to is the sum of the advances. Sums are made in the engine's order, to the last bit.
"""

from __future__ import annotations

from typing import Any

from edition.writers.makeready import engine_part, kept, once, put_for
from edition.writers.makeready.usedlengths import is_fixed

_absolute = engine_part("layout.absolute")
_block = engine_part("layout.block")
_inline = engine_part("layout.inline")
_percent = engine_part("layout.percent")
_boxes = engine_part("formatting_structure.boxes")
_dimension = engine_part("css.properties").Dimension
_lay, _collapse = _absolute.absolute_layout, _block.collapse_margin
_text_box, _inline_box, _line_box = _boxes.TextBox, _boxes.InlineBox, _boxes.LineBox
_SIDES = ("top", "right", "bottom", "left")
_NO_ROOM = tuple(f"padding_{side}" for side in _SIDES)
_NO_RULE = tuple(f"border_{side}_width" for side in _SIDES)


def exchange() -> None:
    put_for(_collapse, collapse_margin)
    put_for(_lay, absolute_layout)


def collapse_margin(margins: Any) -> Any:
    """What margins that touch come to; most are none."""
    return _collapse(margins) if any(margins) else 0


def absolute_layout(
    context: Any, placeholder: Any, around: Any, *rest: Any, skip_stack: Any = None, **named: Any
) -> None:
    """Lay out a box that has its place in the box `around`."""
    box = placeholder._box
    if skip_stack is None and not context.footnotes and _is_placed_line(box) and \
            not isinstance(around, _boxes.PageBox):
        found = _line_of(context, box, around)
        if found is not None:
            placeholder.set_laid_out_box(found)
            return
    named["skip_stack"] = skip_stack
    _lay(context, placeholder, around, *rest, **named)


def _is_placed_line(box: Any) -> bool:
    """True for a block of one unbroken line that has its left and its top."""
    if type(box) is not _boxes.BlockBox or len(box.children) != 1 or box.is_table_wrapper or \
            box.first_line_style is not None or box.first_letter_style is not None or \
            type(box.children[0]) is not _line_box:
        return False
    style = box.style
    return _may_be_placed(style) and all(
        type(style[side]) is _dimension and style[side].unit == "px" for side in ("left", "top")
    )


@once
def _may_be_placed(style: Any) -> bool:
    return bool(
        style["position"] == "absolute" and style["right"] == style["bottom"] == "auto"
        and style["width"] != "auto" and style["height"] == "auto" and is_fixed(style)
        and all(style[f"margin_{side}"] == (0, "px") for side in _SIDES)
        and all(style[room] == (0, "px") for room in _NO_ROOM)
        and not any(style[rule] for rule in _NO_RULE)
        and style["max_width"].value >= style["width"].value and style["min_width"] in _NONE
        and style["min_height"] in _NONE and style["max_height"].value == float("inf")
        and style["direction"] == "ltr" and style["white_space"] == "pre"
        and style["text_indent"] == (0, "px") and style["max_lines"] == "none"
        and style["continue"] == "auto" and style["box_decoration_break"] == "slice"
    )


_NONE = ("auto", (0, "px"))


def _line_of(context: Any, box: Any, around: Any) -> Any:
    """The box with its line laid out, in its place; None where the line is none of ours."""
    if not all(map(_is_plain, box.children[0].children)):
        return None
    line_box, room = box.children[0], (around.padding_width(), around.padding_height())
    _percent.resolve_percentages(box, room)
    _percent.resolve_position_percentages(box, room)
    across = box.left + (around.padding_box_x() - box.position_x)
    down = box.top + (around.padding_box_y() - box.position_y)
    x, y = box.content_box_x(), box.content_box_y()
    line_box.position_x, line_box.position_y = x, y
    _percent.resolve_percentages(line_box, box)
    line_box.text_indent = 0
    line = _filled(context, line_box, x)
    if line is None or _inline.is_phantom_linebox(line):
        return None
    line_box.width, line_box.height = line.width, line.height
    shift = _inline.text_align(context, line, box.width, last=True)
    bottom, top = _inline.line_box_verticality(line)
    line.baseline, line.position_y, line.height = -top, top, bottom - top
    line.margin_top = line.margin_bottom = 0
    line.translate(shift, y - top)
    line.position_y, line.resume_at = y, None
    found = box.copy_with_children([line])
    found.height = max(0, line.position_y + line.height - found.content_box_y())
    found.height = max(min(found.height, found.max_height), found.min_height)
    found.translate(across, down)
    return found


def _is_plain(child: Any) -> bool:
    """True for text that never breaks, and for a part of a line that holds such text alone."""
    style = child.style
    known = kept(style)
    if "plain" not in known:
        known["plain"] = style["white_space"] == "pre" and style["direction"] == "ltr" and \
            style["font_size"] > 0 and style["position"] == "static" and style["float"] == "none"
        known["part"] = known["plain"] and is_fixed(style) and style["display"] == _INLINE and \
            style["margin_right"] == (0, "px") and style["margin_left"] != "auto" and \
            all(style[room] == (0, "px") for room in _NO_ROOM) and \
            not any(style[rule] for rule in _NO_RULE) and \
            style["box_decoration_break"] == "slice"
    if type(child) is _text_box:
        return bool(known["plain"] and child.text and not child.trailing_collapsible_space)
    return bool(
        type(child) is _inline_box and known["part"] and not child.is_leader and child.children
        and all(type(one) is _text_box and _is_plain(one) for one in child.children)
    )


_INLINE = ("inline", "flow")


def _filled(context: Any, box: Any, x: Any) -> Any:
    """A line, or a part of one, with what it holds set side by side from x on."""
    children: list[Any] = []
    begin = x
    for child in box.children:
        child.position_y = box.position_y
        _percent.resolve_percentages(child, box)
        if type(child) is _text_box:
            child.position_x = x
            new, resume_at, _ = _inline.split_text_box(context, child, 0, 0, not children)
            if resume_at is not None:
                return None
        else:
            new = _filled(context, child, x)
        if new is None:
            return None
        children.append(new)
        x = new.position_x + new.margin_width()
    found = box.copy_with_children(children)
    if type(box) is _inline_box:
        found.position_x = begin
        left = found.padding_left + found.margin_left + found.border_left_width
        if left:
            for child in children:
                child.translate(dx=left)
    last = children[-1]
    found.width = last.position_x + last.margin_width() - found.content_box_x()
    _inline._adjust_line_height(found)
    return found
