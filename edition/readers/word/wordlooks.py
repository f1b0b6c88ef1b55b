"""How a paragraph of a Word file looks: its own properties, those of its runs and of its styles."""

from __future__ import annotations

from collections import Counter

from edition.readers.labelling.looks import Look
from edition.readers.word.wordsheet import StyleSheet, is_on
from edition.readers.word.wordxml import Node

_HALVES = 20.0
"""half-points of text where the file says nothing"""
_WHITE = 60
"""twentieths of a point above a paragraph that part it from the one before"""
_BLACK = ("auto", "000000", "")


def look_of(node: Node, sheet: StyleSheet) -> Look:
    """The look most of its characters have, and what its paragraph asks for."""
    key = node.value("w:pPr", "w:pStyle") or sheet.default
    count: Counter[tuple[bool, bool, bool, float, str, str]] = Counter()
    for run in node.iter("w:r"):
        length = sum(len(text.text.strip()) for text in run.iter("w:t"))
        if length:
            count[_run(sheet.shown(run.child("w:rPr"), key))] += length
    bold, italic, lined, size, face, colour = (
        max(count, key=lambda look: count[look]) if count else _run({})
    )
    return Look(
        bold, italic, lined, _aligned(node, sheet, key), size, face, colour,
        _indented(node, sheet, key), _above(node, sheet, key) >= _WHITE,
        ruled=_ruled(node, "w:top"),
    )


def is_rule(node: Node) -> bool:
    """True for a paragraph with a rule below its words, or in place of any."""
    return _ruled(node, "w:bottom") or any(
        shape.get("o:hr") in ("t", "true", "1") for shape in node.iter("v:rect")
    )


def shows_picture(node: Node) -> bool:
    """True for a paragraph with a picture in it, readable or not."""
    return next(node.iter("a:blip", "v:imagedata"), None) is not None


def _run(said: dict[str, str]) -> tuple[bool, bool, bool, float, str, str]:
    size, colour = said.get("w:sz", ""), said.get("w:color", "")
    return (
        is_on(said, "w:b"), is_on(said, "w:i"), said.get("w:u", "none") != "none",
        (float(size) if size.isdecimal() else _HALVES) / 2,
        said.get("eastAsia") or said.get("ascii", ""), "" if colour in _BLACK else colour,
    )


def _aligned(node: Node, sheet: StyleSheet, key: str) -> str:
    found = sheet.paragraph(node.child("w:pPr"), key, "w:jc")
    side = found.get("val") if found is not None else ""
    return {"center": "center", "right": "right", "end": "right"}.get(side, "")


def _indented(node: Node, sheet: StyleSheet, key: str) -> bool:
    found = sheet.paragraph(node.child("w:pPr"), key, "w:ind")
    if found is None:
        return False
    return any(found.get(name, "0") not in ("0", "") for name in ("firstLine", "firstLineChars"))


def _above(node: Node, sheet: StyleSheet, key: str) -> float:
    found = sheet.paragraph(node.child("w:pPr"), key, "w:spacing")
    before = found.get("before") if found is not None else ""
    return float(before) if before.isdecimal() else 0.0


def _ruled(node: Node, side: str) -> bool:
    return node.child("w:pPr", "w:pBdr", side) is not None
