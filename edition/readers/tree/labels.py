"""The labels of the items of a list, as a page that shows the list derives them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.model import ListItem
from edition.readers.tree.nodes import Element

_NONE = re.compile(r"list-style(?:-type)?:\s*none")
_HAN = re.compile(r"(?:cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal)")
_DIGITS = "〇一二三四五六七八九"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_BULLETS = frozenset("·•§oØ¨üvqn\uf0b7\uf0a7\uf0d8\uf06e\uf075\uf06c")
"""what the symbol faces of Word show as bullets"""


def item_labels(block: Element, level: int) -> Iterator[tuple[Element, ListItem]]:
    """Each item of a `ul` or `ol` with an empty item that has its label and level."""
    style = block.get("style").lower()
    number = _figure(block.get("start"), 1)
    items = [e for e in block.elements if e.tag == "li"]
    if "reversed" in block.attributes and not block.get("start"):
        number = len(items)
    for item in items:
        own = item.get("label")
        number = _figure(item.get("value"), number)
        deep = level + max(0, _figure(item.get("level"), 1) - 1)
        if own:
            label = "•" if own in _BULLETS else own
        elif _NONE.search(style) or _NONE.search(item.get("style").lower()):
            label = ""
        elif block.tag == "ul":
            label = "•"
        else:
            label = _numeral(number, block.get("type"), style)
        yield item, ListItem((), deep, label, made=bool(label))
        number += -1 if "reversed" in block.attributes else 1


def _figure(value: str, without: int) -> int:
    """A small whole number of an attribute."""
    return int(value) if re.fullmatch(r"-?[0-9]{1,5}", value) else without


def _numeral(number: int, kind: str, style: str) -> str:
    if _HAN.search(style) and 0 < number < 100:
        return f"{_han(number)}、"
    if kind in ("a", "A") and 0 < number <= 26:
        letter = chr(ord("a") + number - 1)
        return f"{letter.upper() if kind == 'A' else letter}."
    if kind in ("i", "I") and 0 < number < 4000:
        return f"{_roman(number).upper() if kind == 'I' else _roman(number)}."
    return f"{number}."


def _han(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        found += sign * count
    return found
