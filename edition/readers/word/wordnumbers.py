"""Numbers before paragraphs: counters of every list, and labels as Word prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from edition.readers.word.wordsheet import StyleSheet
from edition.readers.word.wordsymbols import is_symbol_font, symbol
from edition.readers.word.wordxml import Node
from edition.trade.numberformats import is_known, number_in

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_BULLET = "•"
_LINKS = 4
"""lists that refer to each other by a style, at most"""


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered."""

    form: str = "decimal"
    text: str = ""
    """`%1.%2` and the like"""
    start: int = 1
    restart: int | None = None
    """the level, from 1, whose step makes this one begin anew; 0 for never, None for any higher"""
    legal: bool = False
    """numbers of higher levels stand in figures"""
    font: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a paragraph."""

    text: str
    level: int
    known: bool = True
    """False where the format of the number is not written as Word writes it"""


@dataclass
class Numbering:
    """The lists of one file and where each of them is. Counting is the only state."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    """of each list by its id"""
    family: dict[str, str] = field(default_factory=dict)
    """the definition each list shares its counters with"""
    starts: dict[str, dict[int, int]] = field(default_factory=dict)
    """levels a list begins anew when it first stands"""
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)

    def label(self, props: Node | None, style: str, sheet: StyleSheet) -> Label | None:
        """The next label for a paragraph with its own properties and style; None without one."""
        own = props.child("w:numPr") if props is not None else None
        found = sheet.paragraph(None, style, "w:numPr")
        key = next((value for node in (own, found) if node is not None
                    and (value := node.value("w:numId"))), "")
        if key not in self.levels:
            return None
        written = next((value for node in (own, found) if node is not None
                        and (value := node.value("w:ilvl"))), "")
        level = int(written) if written.isdecimal() else 0
        return self._next(key, min(level, _LEVELS - 1))

    def _next(self, key: str, at: int) -> Label:
        levels, counters = self.levels[key], self.counters.setdefault(self.family[key], {})
        if key not in self.begun:
            self.begun.add(key)
            for place, start in self.starts.get(key, {}).items():
                counters[place] = start - 1
        level = levels.get(at, Level())
        counters[at] = counters.get(at, level.start - 1) + 1
        for lower in range(at + 1, _LEVELS):
            restart = levels.get(lower, Level()).restart
            if restart is None or (restart > 0 and at < restart):
                counters.pop(lower, None)
        return _written(levels, counters, at)


def _written(levels: dict[int, Level], counters: dict[int, int], at: int) -> Label:
    level = levels.get(at, Level())
    if level.form == "bullet":
        return Label(_bullet(level), at)
    known = True

    def place(match: re.Match[str]) -> str:
        nonlocal known
        of = int(match.group(1)) - 1
        there = levels.get(of, Level())
        form = "decimal" if level.legal and there.form != "none" else there.form
        known = known and is_known(form)
        return number_in(form, counters.get(of, there.start))

    return Label(_PLACE.sub(place, level.text).strip(), at, known)


def _bullet(level: Level) -> str:
    text = level.text.strip()
    if not text:
        return _BULLET if level.text else ""
    if is_symbol_font(level.font) or any(0xE000 <= ord(c) < 0xF900 for c in text):
        font = level.font if is_symbol_font(level.font) else "wingdings"
        return "".join(symbol(font, ord(character)) or _BULLET for character in text)
    return text


def read_numbering(root: Node | None, sheet: StyleSheet) -> Numbering:
    """The lists of `word/numbering.xml`."""
    found = Numbering()
    if root is None:
        return found
    definitions = {n.get("abstractNumId"): n for n in root.elements if n.tag == "w:abstractNum"}
    lists = {n.get("numId"): n for n in root.elements if n.tag == "w:num"}
    for key, node in lists.items():
        name = _definition(node, definitions, lists, sheet)
        base = definitions.get(name)
        if key == "0" or base is None:
            continue
        found.family[key] = name
        found.levels[key] = _levels(base)
        for change in node.elements:
            place = change.get("ilvl")
            if change.tag != "w:lvlOverride" or not place.isdecimal():
                continue
            at, own = int(place), change.child("w:lvl")
            if own is not None:
                found.levels[key][at] = _level(own)
            start = change.value("w:startOverride")
            if _is_number(start):
                found.starts.setdefault(key, {})[at] = int(start)
    return found


def _definition(
    node: Node, definitions: dict[str, Node], lists: dict[str, Node], sheet: StyleSheet
) -> str:
    """The name of a list's definition, which may be said by a style of numbers."""
    name = node.value("w:abstractNumId")
    for _ in range(_LINKS):
        base = definitions.get(name)
        style = base.value("w:numStyleLink") if base is not None else ""
        link = sheet.paragraph(None, style, "w:numPr") if style in sheet.styles else None
        other = lists.get(link.value("w:numId")) if link is not None else None
        if other is None:
            break
        name = other.value("w:abstractNumId")
    return name


def _levels(base: Node) -> dict[int, Level]:
    return {
        int(node.get("ilvl")): _level(node) for node in base.elements
        if node.tag == "w:lvl" and node.get("ilvl").isdecimal()
    }


def _level(node: Node) -> Level:
    start, restart = node.value("w:start"), node.value("w:lvlRestart")
    fonts = node.child("w:rPr", "w:rFonts")
    form = node.child("w:numFmt") or _chosen_format(node)
    text = node.child("w:lvlText")
    return Level(
        form.get("val") if form is not None else "decimal",
        text.get("val") if text is not None else "",
        int(start) if _is_number(start) else 1, int(restart) if _is_number(restart) else None,
        bool(node.on("w:isLgl")),
        (fonts.get("ascii") or fonts.get("hAnsi")) if fonts is not None else "",
    )


def _chosen_format(node: Node) -> Node | None:
    """A format only newer Words know stands beside one that all know."""
    return next((n for n in node.iter("w:numFmt") if n.get("val") != "custom"), None)


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) < 6
