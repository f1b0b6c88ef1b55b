"""How the paragraphs of a page look, by what the page itself says at each of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from edition.readers.labelling.looks import PLAIN, Look
from edition.readers.tree.elements import FIGURES, HEADS, IMAGES
from edition.readers.tree.inline import CONTAINERS, SKIPPED, bare
from edition.readers.tree.nodes import Element

_TEXT = 16.0
"""pixels of text where the page says nothing"""
_SIZES = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0,
    "x-large": 24.0, "xx-large": 32.0,
}
_STEPS = (10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0)
"""sizes 1 to 7 of the element `font`"""
_LENGTH = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,3})?)(px|pt|em|rem|%)")
_POINT = 4 / 3
_BLOCKS = CONTAINERS | HEADS | FIGURES
"""elements that begin and end a paragraph, as a line end does"""
_BOLD = ("bold", "bolder", "600", "700", "800", "900")
_BLACK = ("", "#000", "#000000", "black", "windowtext", "rgb(0,0,0)", "inherit")


@dataclass
class _Open:
    """The paragraph that is open: its characters, and how many have each look."""

    texts: list[str] = field(default_factory=list)
    looks: Counter[Look] | None = None


def page_looks(root: Element) -> Iterator[tuple[str, Look]]:
    """The bare text of every paragraph below `root`, in order, and how it looks."""
    walk = _Looking()
    walk.children(root, replace(PLAIN, size=_TEXT))
    walk.flush()
    yield from walk.found


class _Looking:
    """One pass over a body; a block begins and ends a paragraph."""

    def __init__(self) -> None:
        self.found: list[tuple[str, Look]] = []
        self.open = _Open()
        self.ruled = self.pictured = False

    def children(self, element: Element, look: Look) -> None:
        for child in element.children:
            if isinstance(child, str):
                self._text(child, look)
            elif child.tag not in SKIPPED:
                self._element(child, look)

    def _element(self, element: Element, look: Look) -> None:
        block = element.tag == "br" or element.tag in _BLOCKS
        if block:
            self.flush()
        self.ruled = self.ruled or element.tag == "hr"
        self.pictured = self.pictured or element.tag in IMAGES
        self.children(element, _styled(element, look))
        if block:
            self.flush()

    def _text(self, text: str, look: Look) -> None:
        self.open.texts.append(text)
        if length := len(bare(text)):
            self.open.looks = self.open.looks or Counter()
            self.open.looks[look] += length

    def flush(self) -> None:
        """End the paragraph that is open."""
        done, self.open = self.open, _Open()
        if done.looks:
            text, counts = "".join(done.texts), done.looks
            look = max(counts, key=lambda one: counts[one])
            self.found.append((bare(text), replace(
                look, ruled=self.ruled, pictured=self.pictured,
                indented=look.indented or text.lstrip("\r\n")[:1] in ("\u3000", "\xa0"),
            )))
            self.ruled = self.pictured = False


def _styled(element: Element, look: Look) -> Look:
    """The look inside an element."""
    match element.tag:
        case "b" | "strong" | "th":
            look = replace(look, bold=True)
        case "i" | "em" | "cite":
            look = replace(look, italic=True)
        case "u":
            look = replace(look, underlined=True)
        case "center":
            look = replace(look, aligned="center")
        case "big":
            look = replace(look, size=look.size * 1.2)
        case "small":
            look = replace(look, size=look.size / 1.2)
        case "font":
            look = _font(element, look)
    said = dict(_declared(element.get("style")))
    side = said.get("text-align") or element.get("align").lower()
    if side:
        look = replace(look, aligned=side if side in ("center", "right") else "")
    if "text-indent" in said:
        look = replace(look, indented=not said["text-indent"].startswith("0"))
    return _set(look, said)


def _set(look: Look, said: dict[str, str]) -> Look:
    """The look of characters with these declarations."""
    if "font-size" in said:
        look = replace(look, size=_size(said["font-size"], look.size))
    if "font-weight" in said:
        look = replace(look, bold=said["font-weight"] in _BOLD)
    if "font-family" in said:
        look = replace(look, face=said["font-family"].split(",")[0].strip("\"' "))
    if "color" in said:
        colour = said["color"].replace(" ", "")
        look = replace(look, colour="" if colour in _BLACK else colour)
    return look


def _declared(style: str) -> Iterator[tuple[str, str]]:
    for part in style.lower().split(";"):
        key, _, value = part.partition(":")
        if value:
            yield key.strip(), value.replace("!important", "").strip()


def _font(element: Element, look: Look) -> Look:
    step = element.get("size")
    if step in tuple("1234567"):
        look = replace(look, size=_STEPS[int(step) - 1])
    elif step[:1] in ("+", "-") and step[1:] in tuple("1234"):
        place = 2 + int(step)
        look = replace(look, size=_STEPS[max(0, min(place, len(_STEPS) - 1))])
    colour = element.get("color").lower()
    return replace(
        look, face=element.get("face") or look.face,
        colour=look.colour if not colour else "" if colour in _BLACK else colour,
    )


def _size(said: str, around: float) -> float:
    found = _LENGTH.fullmatch(said)
    if found is None:
        return _SIZES.get(said, around)
    number, unit = float(found.group(1)), found.group(2)
    share = {"px": 1.0, "pt": _POINT, "em": around, "rem": _TEXT, "%": around / 100}[unit]
    return number * share or around
