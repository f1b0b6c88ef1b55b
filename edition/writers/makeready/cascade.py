"""Styles of elements: what is declared in the same words is read once, and lines that differ in
their place alone, or in the name that a link finds them by, share all else of their style."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from edition.writers.enginestyle import SELDOM, seldom_rules
from edition.writers.makeready import engine_part, kept, put_for

css = engine_part("css")
_package = engine_part("")
_properties = engine_part("css.properties")
_functions = engine_part("css.functions")
_physical = engine_part("css.computed_values").PHYSICAL_FUNCTIONS
_dimension = _properties.Dimension

OWN = ("left", "top", "anchor")
"""what an element has for itself; nothing else of a style follows from it"""
_PLACED = re.compile(r"left:(-?\d+(?:\.\d+)?)pt;top:(-?\d+(?:\.\d+)?)pt(?:;|$)")
_SPECIAL = re.compile("__|text_decoration_|(?:position|float|display|page)$")
_SIMPLE = frozenset({str, int, float, _dimension, type(None)})
"""types whose values hold no formula"""
_HANDED_DOWN = frozenset(k for k in _properties.INHERITED if not _SPECIAL.match(k))
_check_math = _functions.check_math
_FIRST = {
    key: value for key, value in _properties.INITIAL_VALUES.items()
    if key not in _properties.INHERITED and key not in _properties.INITIAL_NOT_COMPUTED
    and not _SPECIAL.match(key) and not _check_math(value)
}
"""properties that are not inherited, with what they are where nothing is declared"""
_LOGICAL = frozenset(
    find(block="ttb", inline=inline) for find in _physical.values() for inline in ("ltr", "rtl")
)
_missing, _anonymous_missing = css.ComputedStyle.__missing__, css.AnonymousStyle.__missing__
_attributes, _preprocess = css.find_style_attributes, css.preprocess_declarations
_set_styles, _style_of = css.StyleFor.set_computed_styles, css.StyleFor.__call__


def exchange() -> None:
    put_for(_check_math, check_math)
    put_for(_attributes, style_attributes)
    put_for(_preprocess, preprocessed)
    css.ComputedStyle.__missing__ = value_of
    css.AnonymousStyle.__missing__ = anonymous_value
    css.StyleFor.set_computed_styles = set_styles
    css.StyleFor.__call__ = style_of


def check_math(token: Any) -> Any:
    """True for a formula, or a tuple that holds one."""
    return type(token) not in _SIMPLE and _check_math(token)


def value_of(self: Any, key: str) -> Any:
    """The value of a property; most are inherited, or as where nothing is declared."""
    cascaded, parent = self.cascaded, self.parent_style
    if key in cascaded or parent is None or (key in _physical and not _is_physical(self)):
        return _missing(self, key)
    if key in _FIRST:
        value = self[key] = _FIRST[key]
        return value
    if key in _HANDED_DOWN:
        value = parent[key]
        if type(value) in _SIMPLE or not _check_math(value):
            self[key] = value
            return value
    return _missing(self, key)


def _is_physical(style: Any) -> bool:
    """True where no property is declared by the direction of the text."""
    found: bool | None = style.__dict__.get("is_physical")
    if found is None:
        found = style.is_physical = _LOGICAL.isdisjoint(style.cascaded)
    return found


def anonymous_value(self: Any, key: str) -> Any:
    """The value of a property of a box that no element stands for."""
    if key in _FIRST:
        value = self[key] = _FIRST[key]
    elif key in _HANDED_DOWN:
        value = self[key] = self.parent_style[key]
    else:
        value = _anonymous_missing(self, key)
    return value


_base: Any = css.ComputedStyle


class OwnPlace(_base):  # type: ignore[misc]  # the library ships no types
    """The style of an element that has a place or a name of its own, and all else from `base`."""

    def __init__(self, base: Any, parent: Any, cascaded: Any) -> None:
        super().__init__(
            parent, cascaded, None, base.root_style, base.base_url, base.font_config,
            base.initial_page_sizes,
        )
        self.base = base
        self.specified = base.specified
        self.kept = kept(base)

    @property
    def anonymous_style(self) -> Any:
        """Anonymous boxes have no place of their own: those of all such elements are alike."""
        return self.base.anonymous_style

    def copy(self) -> Any:
        """A style that stands for itself."""
        copied = css.ComputedStyle(
            self.parent_style, self.cascaded, self.pseudo_type, self.root_style, self.base_url,
            self.font_config, self.initial_page_sizes,
        )
        copied.update(self.base)
        copied.update({key: self[key] for key in OWN})
        copied.specified = self.specified.copy()
        return copied

    def __missing__(self, key: str) -> Any:
        if key in OWN:
            return value_of(self, key)
        base = self.base
        if len(base) > len(self) + _MANY:
            mine = dict(self)
            self.update(base)
            for own in OWN:
                self.pop(own, None)
            self.update(mine)
            if key in self:
                return self[key]
        value = self[key] = base[key]
        return value


_MANY = 16
"""values that a base has more than a style, so that they are taken at once"""


def set_styles(self: Any, element: Any, parent: Any, **about: Any) -> None:
    """Give an element its style: a known one, one of its own beside a known one, or a new one."""
    styles, pseudo = self.get_computed_styles(), about.get("pseudo_type")
    if pseudo in SELDOM:
        own = self.get_cascaded_styles().setdefault((element, pseudo), {})
        own.update({**seldom_rules(_package).get(pseudo, {}), **own})
    elif parent is None:
        self.asked = about
    cascaded = self.get_cascaded_styles().get((element, None), {})
    if pseudo is not None or parent is None or isinstance(element, tuple) or \
            "content" in cascaded or not _LOGICAL.isdisjoint(cascaded):
        _set_styles(self, element, parent, **about)
        return
    above = styles[parent, None]
    root = getattr(above, "base", above)
    key = (id(root), *((n, id(v[0])) for n, v in cascaded.items() if n not in OWN))
    known = self.__dict__.setdefault("known_styles", {})
    base = known.get(key)
    if base is None:
        shared = {n: v for n, v in cascaded.items() if n not in OWN}
        base = known[key] = css.ComputedStyle(
            root, shared, None, styles[about["root"], None], about["base_url"],
            self.font_config, self.initial_page_sizes,
        )
    own = len(base.cascaded) < len(cascaded)
    found = styles[element, None] = OwnPlace(base, above, cascaded) if own else base
    collector = about.get("target_collector")
    if collector and "anchor" in cascaded and found["anchor"]:
        collector.collect_anchor(found["anchor"])


def style_of(self: Any, element: Any, pseudo_type: Any = None) -> Any:
    """The style of an element; that of a pseudo-element that few show is made when it is asked."""
    if pseudo_type in SELDOM and (element, pseudo_type) not in self.get_computed_styles():
        self.set_computed_styles(
            element, parent=element, **{**self.asked, "pseudo_type": pseudo_type}
        )
    return _style_of(self, element, pseudo_type)


class Declared(list[Any]):
    """Declarations of an element, with what they come to."""

    read: tuple[Any, ...]


def style_attributes(
    tree: Any, presentational_hints: bool = False, base_url: Any = None
) -> Iterator[Any]:
    """What elements declare themselves: (specificity, element, declarations, address)."""
    for element in tree.iter():
        if presentational_hints or element.tag == _SVG:
            yield from _attributes(_Alone(element), presentational_hints, base_url)
            continue
        get = element.get
        if words := get("style"):
            yield (1, 0, 0), element, _declared(words, base_url), base_url
        names = (
            ("lang", get("lang")), ("anchor", get("id")),
            ("anchor", get("name") if element.tag == "a" else None),
        )
        for name, value in names:
            if value:
                said = css.tinycss2.parse_one_declaration(f'-weasy-{name}:"{value}"')
                yield (0, 0, 0), element, (said,), base_url


_SVG = "{http://www.w3.org/2000/svg}svg"


class _Alone:
    """An element as a tree of one."""

    def __init__(self, element: Any) -> None:
        self._element = element

    def iter(self) -> tuple[Any]:
        return (self._element,)


def _declared(words: str, base_url: Any) -> Declared:
    """The declarations of a `style`; of a place only the numbers are read anew."""
    placed = _PLACED.match(words)
    if placed is None:
        return _read(words, base_url)
    rest = _read(words[placed.end():], base_url)
    found = Declared([words])
    found.read = (
        ("left", _dimension(float(placed[1]), "pt"), False),
        ("top", _dimension(float(placed[2]), "pt"), False), *rest.read,
    )
    return found


@lru_cache(maxsize=4096)
def _read(words: str, base_url: Any) -> Declared:
    found = Declared(css.tinycss2.parse_blocks_contents(words))
    found.read = tuple(_preprocess(base_url, list(found)))
    return found


def preprocessed(base_url: Any, declarations: Any, prelude: Any = None) -> Any:
    """What declarations come to: (name, value, importance)."""
    if type(declarations) is Declared:
        return declarations.read
    return _preprocess(base_url, declarations, prelude)
