"""Drawing: what is not there is passed by, and the glyphs of a line are shown at one go."""

from __future__ import annotations

from typing import Any, NamedTuple

from edition.writers.makeready import engine_part, once, put_for

_text = engine_part("draw.text")
_border = engine_part("draw.border")
_stream = engine_part("pdf.stream")
_boxes = engine_part("formatting_structure.boxes")
_matrix = engine_part("matrix").Matrix
_bindings = engine_part("text.ffi")
_ffi, _pango, _gobject = _bindings.ffi, _bindings.pango, _bindings.gobject
_FROM_UNITS = _bindings.FROM_UNITS
_draw_text, _draw_border, _draw_outline, _draw_first_line = (
    _text.draw_text, _border.draw_border, _border.draw_outline, _text.draw_first_line,
)
_add_font = _stream.Stream.add_font
_EMPTY, _UNKNOWN = _pango.PANGO_GLYPH_EMPTY, _pango.PANGO_GLYPH_UNKNOWN_FLAG
_GLYPH = _ffi.sizeof("PangoGlyphInfo")
_WORDS = 5
"""four-byte words of a glyph: its number, its advance, its shift across and up, its marks"""


def exchange() -> None:
    put_for(_draw_border, draw_border)
    put_for(_draw_outline, draw_outline)
    if _GLYPH == 4 * _WORDS and _pango.pango_version() >= 14802:
        put_for(_draw_text, draw_text)
        _stream.Stream.add_font = add_font


def draw_border(stream: Any, box: Any) -> None:
    """Draw the borders of a box; most have none."""
    if box.border_top_width or box.border_left_width or box.border_bottom_width or \
            box.border_right_width or not _is_unruled(box.style):
        _draw_border(stream, box)


@once
def _is_unruled(style: Any) -> bool:
    """True where a style draws nothing round a box but borders that have a width."""
    return not style["column_rule_width"] and bool(style["border_image_source"][0] == "none")


def draw_outline(stream: Any, box: Any) -> None:
    """Draw the outlines of a box and of those in it."""
    if box.style["outline_width"]:
        _draw_outline(stream, box)
        return
    for child in box.children:
        if isinstance(child, _boxes.Box):
            draw_outline(stream, child)


def add_font(self: Any, pango_font: Any) -> Any:
    """A font in the file, and its size; one seen before is known by its place in memory."""
    seen = self.__dict__.setdefault("seen_fonts", {})
    place = int(_ffi.cast("uintptr_t", pango_font))
    if place not in seen:
        # Held, so that no other font may have this place.
        held = _ffi.gc(_gobject.g_object_ref(pango_font), _gobject.g_object_unref)
        seen[place] = (_add_font(self, pango_font), held)
    return seen[place][0]


def draw_text(stream: Any, textbox: Any, offset_x: Any, *manner: Any) -> None:
    """Draw a text; `manner` is how what is too long ends, if it does not simply go on."""
    style = textbox.style
    if manner not in (("clip", "none"), ("clip",)) or style["visibility"] != "visible" or \
            style["text_decoration_line"] != "none" or not textbox.text.strip() or \
            style["font_size"] < 1e-6:
        _draw_text(stream, textbox, offset_x, *manner)
        return
    x, y = textbox.position_x, textbox.position_y + textbox.baseline
    stream.set_color(style["color"])
    layout = textbox.pango_layout
    layout.reactivate(style)
    _pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    runs = _runs(stream, layout)
    stream.begin_text()
    if runs is None:
        emojis = _draw_first_line(stream, textbox, "clip", "none", _matrix(d=-1, e=x, f=y))
    else:
        emojis = []
        stream.set_text_matrix(1, 0, 0, -1, x, y)
        stream.show_text(_shown(stream, layout, runs))
    stream.end_text()
    _text.draw_emojis(stream, style, x, y, emojis)
    layout.deactivate()


class _Run(NamedTuple):
    """Glyphs of one face that follow each other in a line."""

    item: Any
    pango_font: Any
    font: Any
    size: float
    """px"""
    glyphs: list[int]
    widths: list[int]
    """Pango units"""


def _runs(stream: Any, layout: Any) -> list[_Run] | None:
    """The glyphs of a line; None where they are more than outlines one beside the other."""
    found: list[_Run] = []
    run = layout.get_first_line()[0].runs[0]
    while run != _ffi.NULL:
        item = run.data
        run = run.next
        string, pango_font = item.glyphs, item.item.analysis.font
        size = string.num_glyphs * _GLYPH
        words = memoryview(_ffi.buffer(string.glyphs, size)).cast("i")
        glyphs = words[0::_WORDS].tolist()
        font, points = stream.add_font(pango_font)
        if font.bitmap or font.svg or font.png or font.colr or item.item.analysis.level % 2 \
                or any(words[2::_WORDS].tolist()) or any(words[3::_WORDS].tolist()) \
                or any(glyph & _UNKNOWN for glyph in glyphs):
            return None
        found.append(_Run(item, pango_font, font, points, glyphs, words[1::_WORDS].tolist()))
    return found


def _shown(stream: Any, layout: Any, runs: list[_Run]) -> str:
    """The glyphs of a line as the file shows them; all but those of its last face are shown."""
    before, text = None, ""
    for run in runs:
        if run.pango_font != before:
            before = run.pango_font
            if text:
                stream.show_text(text)
            text = ""
            stream.set_font_size(run.font.hash, run.size)
        said = run.font.__dict__.setdefault("said", {})
        parts = [text, "<"]
        for at, glyph in enumerate(zip(run.glyphs, run.widths, strict=True)):
            key = (*glyph, run.size)
            if key not in said:
                said[key] = _said(stream, run, *glyph)
                if glyph[0] not in run.font.to_unicode and glyph[0] != _EMPTY:
                    run.font.to_unicode[glyph[0]] = _meaning(layout, run, at)
            parts.append(said[key])
        text = "".join(parts)
        text = text[:-1] if text[-1] == "<" else text + ">"
    return text


def _said(stream: Any, run: _Run, glyph: int, width: int) -> str:
    """A glyph as the file shows it, with what its advance is less than the face's own."""
    if glyph == _EMPTY:
        return f">{-width / run.size}<"
    widths = run.font.widths
    if glyph not in widths:
        _pango.pango_font_get_glyph_extents(
            run.pango_font, glyph, stream.ink_rect, stream.logical_rect
        )
        widths[glyph] = round(stream.logical_rect.width * 1000 * _FROM_UNITS / run.size)
    kerning = widths[glyph] + 0.0 - width * 1000 * _FROM_UNITS / run.size
    return f"{glyph:04x}>{int(kerning)}<" if kerning else f"{glyph:04x}"


def _meaning(layout: Any, run: _Run, at: int) -> str:
    """The characters a glyph stands for."""
    clusters, offset = run.item.glyphs.log_clusters, run.item.item.offset
    last = at == len(run.glyphs) - 1
    end = run.item.item.length if last else clusters[at + 1]
    found: str = layout.text.encode()[offset + clusters[at]:offset + end].decode()
    return found
