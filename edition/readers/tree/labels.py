"""The labels of the items of a list, as a page that shows the list derives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.model import ListItem
from edition.readers.tree.nodes import ITEM, Element
from edition.trade.numberformats import number_in

_NONE = re.compile(r"list-style(?:-type)?:\s*none")
_HAN = re.compile(r"(?:cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal)")
_FORMS = (
    ("lower-alpha", "lowerLetter"), ("lower-latin", "lowerLetter"), ("upper-alpha", "upperLetter"),
    ("upper-latin", "upperLetter"), ("lower-roman", "lowerRoman"), ("upper-roman", "upperRoman"),
    ("decimal-leading-zero", "decimalZero"), ("heavenly-stem", "ideographTraditional"),
    ("earthly-branch", "ideographZodiac"),
)
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
"""values of `type`, and forms of number"""
_LEVELS = 9
LISTS = ("ul", "ol", "menu", "dir")
_BULLETS = frozenset("·•§oØ¨üvqn\uf0b7\uf0a7\uf0d8\uf06e\uf075\uf06c")
"""what the symbol faces of Word show as bullets"""


def item_labels(block: Element, level: int) -> Iterator[tuple[Element, ListItem]]:
    """Each item of a list with an empty item that has its label and level."""
    style = block.get("style").lower()
    number = _figure(block.get("start"), 1)
    items = [e for e in block.elements if e.tag in ("li", ITEM)]
    if "reversed" in block.attributes and not block.get("start"):
        number = len(items)
    for item in items:
        # A page has no say in these: they are what `settled` read of the marks of Word.
        own = item.get("label") if item.tag == ITEM else ""
        deep = level + (_depth(item.get("level")) if item.tag == ITEM else 0)
        number = _figure(item.get("value"), number)
        if own:
            label = "•" if own in _BULLETS else own
        elif _NONE.search(style) or _NONE.search(item.get("style").lower()):
            label = ""
        elif block.tag != "ol":
            label = "•"
        else:
            kind = item.get("type") or block.get("type")
            label = _numeral(number, kind, item.get("style").lower() + ";" + style)
        yield item, ListItem((), deep, label, made=bool(label))
        number += -1 if "reversed" in block.attributes else 1


def _depth(level: str) -> int:
    """Levels below the first of an item of Word, which has nine."""
    return min(max(_figure(level, 1), 1), _LEVELS) - 1


def _figure(value: str, without: int) -> int:
    """A small whole number of an attribute."""
    return int(value) if re.fullmatch(r"-?[0-9]{1,5}", value) else without


def _numeral(number: int, kind: str, style: str) -> str:
    """The number of an item behind its mark: `3.`, `c.`, `III.`, `三、`."""
    if _HAN.search(style):
        return f"{number_in('chineseCountingThousand', number)}、"
    styled = next((form for name, form in _FORMS if name in style), "decimal")
    return f"{number_in(_TYPES.get(kind, styled), number)}."
