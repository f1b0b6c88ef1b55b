"""Lines of text as Pango lays them out: once, to be measured and to be drawn."""

from __future__ import annotations

import re
from typing import Any

from edition.writers.makeready import engine_part, kept, once, put_for

_breaking = engine_part("text.line_break")
_fonts = engine_part("text.fonts")
_bindings = engine_part("text.ffi")
_ffi, _pango, _gobject = _bindings.ffi, _bindings.pango, _bindings.gobject
_directions = engine_part("text.constants").PANGO_DIRECTION
_layout = _breaking.Layout
_setup, _set_text, _reactivate, _deactivate = (
    _layout.setup, _layout.set_text, _layout.reactivate, _layout.deactivate,
)
_strut = _breaking.strut
_PARTED = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
"""marks that may end a paragraph"""
_UNBROKEN = ("pre", "nowrap")
_FEATURES = (
    "font_kerning", "font_variant_ligatures", "font_variant_position", "font_variant_caps",
    "font_variant_numeric", "font_variant_alternates", "font_variant_east_asian",
    "font_feature_settings",
)


def exchange() -> None:
    put_for(_strut, once(_strut))
    _layout.setup, _layout.set_text = setup, set_text
    _layout.reactivate, _layout.deactivate = reactivate, deactivate
    _layout.is_drawn = False


def setup(self: Any, style: Any) -> None:
    """Begin a layout of text in a style."""
    if style["text_decoration_line"] != "none" or style["font_language_override"] != "normal":
        _setup(self, style)
        return
    known = kept(style)
    type_ = known.get("type")
    if type_ is None:
        type_ = known["type"] = (
            *_context(style), _fonts.get_font_description(style), _features(style),
        )
    context, self.language, description, features = type_
    self.style, self.first_line_direction = style, 0
    self.layout = _ffi.gc(_pango.pango_layout_new(context), _gobject.g_object_unref)
    _pango.pango_layout_set_auto_dir(self.layout, False)
    _pango.pango_layout_set_font_description(self.layout, description)
    self.ascent = self.underline_position = self.strikethrough_position = None
    if features is not None:
        attributes = _pango.pango_attr_list_new()
        _pango.pango_attr_list_insert(attributes, features)
        _pango.pango_layout_set_attributes(self.layout, attributes)


def _context(style: Any) -> tuple[Any, Any]:
    """What all text of a direction and a language is laid out in, and the language."""
    room, key = style.font_config, (style["direction"], style["lang"])
    known = room.__dict__.setdefault("contexts", {})
    if key not in known:
        context = _ffi.gc(
            _pango.pango_font_map_create_context(room.font_map), _gobject.g_object_unref
        )
        _pango.pango_context_set_round_glyph_positions(context, False)
        _pango.pango_context_set_base_dir(context, _directions[key[0]])
        language = _pango.pango_language_get_default()
        if key[1]:
            pointer, _held = _bindings.unicode_to_char_p(key[1])
            language = _pango.pango_language_from_string(pointer)
            _pango.pango_context_set_language(context, language)
        known[key] = context, language
    found: tuple[Any, Any] = known[key]
    return found


def _features(style: Any) -> Any:
    """The features of a style's type for Pango; None without any."""
    found = _fonts.font_features(*map(style.__getitem__, _FEATURES))
    if not found:
        return None
    said = ",".join(f"{key} {value}" for key, value in found.items()).encode()
    known = style.font_config.font_features
    if said not in known:
        known[said] = _pango.pango_attr_font_features_new(said)
    return known[said]


def set_text(self: Any, text: str, justify: bool = False) -> None:
    """Fill the layout."""
    if not _PARTED.search(text):
        # Set when the line is drawn too: set before, it need not be laid out anew for it.
        _pango.pango_layout_set_single_paragraph_mode(self.layout, True)
    _set_text(self, text, justify)


def deactivate(self: Any) -> None:
    """Let go of a layout until it is drawn, and for ever after; one line of text is kept."""
    if self.is_drawn or self.justification_spacing or \
            self.style["white_space"] not in _UNBROKEN:
        _deactivate(self)


def reactivate(self: Any, style: Any) -> None:
    """Have the layout ready to be drawn."""
    self.is_drawn = True
    if self.__dict__.get("layout") is None or self.style is not style:
        _reactivate(self, style)
