"""The style sheet of a Word file: names of styles, what they stand on, and how their runs look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.model import Mark
from edition.readers.word.wordxml import Node

_CHAIN = 12
"""styles that stand on each other, at most"""
_EMPTY = Node("w:rPr")
_FONTS = ("ascii", "hAnsi", "eastAsia", "cs")


@dataclass(frozen=True, slots=True)
class WordStyle:
    """One style of the sheet."""

    name: str
    based: str = ""
    """id of the style it stands on"""
    paragraph: Node = _EMPTY
    """its `w:pPr`"""
    run: Node = _EMPTY
    """its `w:rPr`"""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How the characters of a run look."""

    marks: tuple[Mark, ...] = ()
    hidden: bool = False
    struck: bool = False
    fonts: tuple[str, ...] = ()


@dataclass
class StyleSheet:
    """The styles by their ids."""

    styles: dict[str, WordStyle] = field(default_factory=dict)
    default: str = ""
    """id of the style of a paragraph that names none"""
    usual: dict[str, str] = field(default_factory=dict)
    """what the file says of runs where no style speaks"""
    _runs: dict[str, dict[str, str]] = field(default_factory=dict, repr=False)

    def chain(self, key: str) -> Iterator[WordStyle]:
        """A style and those it stands on. An id the sheet does not hold is a name itself."""
        if key and key not in self.styles:
            yield WordStyle(key)
            return
        for _ in range(_CHAIN):
            found = self.styles.get(key)
            if found is None:
                return
            yield found
            key = found.based

    def names(self, key: str) -> list[str]:
        """The names of a style and of those it stands on."""
        return [style.name for style in self.chain(key)]

    def paragraph(self, own: Node | None, key: str, *path: str) -> Node | None:
        """What stands down `path` in a paragraph's own properties, else in those of its styles."""
        for props in (own, *(style.paragraph for style in self.chain(key))):
            found = props.child(*path) if props is not None else None
            if found is not None:
                return found
        return None

    def look(self, props: Node | None, paragraph: str) -> RunLook:
        """How a run looks whose properties are `props`, in a paragraph of that style.

        Bold and italics of a paragraph's style belong to the paragraph, not to its words.
        """
        near = self._near(props)
        far = {**self._of(paragraph or self.default), **near}
        fonts = tuple(dict.fromkeys(far[key] for key in _FONTS if key in far))
        return RunLook(
            tuple(sorted(_marks(near))), is_on(far, "w:vanish"),
            is_on(far, "w:strike") or is_on(far, "w:dstrike"), fonts,
        )

    def shown(self, props: Node | None, paragraph: str) -> dict[str, str]:
        """The value of every property of a run, its paragraph's style and the file's own among
        them.
        """
        return {**self.usual, **self._of(paragraph or self.default), **self._near(props)}

    def _near(self, props: Node | None) -> dict[str, str]:
        """What the properties of a run say, and the style of characters they name."""
        own = _said(props) if props is not None else {}
        return {**self._of(own["w:rStyle"]), **own} if "w:rStyle" in own else own

    def _of(self, key: str) -> dict[str, str]:
        """What a style and those it stands on say of runs."""
        if key not in self._runs:
            said: dict[str, str] = {}
            for style in reversed(list(self.chain(key))):
                said.update(_said(style.run))
            self._runs[key] = said
        return self._runs[key]


def read_styles(root: Node | None) -> StyleSheet:
    """The sheet of `word/styles.xml`."""
    sheet = StyleSheet()
    usual = root.child("w:docDefaults", "w:rPrDefault", "w:rPr") if root is not None else None
    sheet.usual = _said(usual) if usual is not None else {}
    for node in root.elements if root is not None else ():
        if node.tag != "w:style":
            continue
        key = node.get("styleId")
        sheet.styles[key] = WordStyle(
            node.value("w:name") or key, node.value("w:basedOn"),
            node.child("w:pPr") or _EMPTY, node.child("w:rPr") or _EMPTY,
        )
        if node.get("type") == "paragraph" and node.get("default") in ("1", "true", "on"):
            sheet.default = key
    return sheet


def _said(props: Node) -> dict[str, str]:
    """The value of each property by its tag; of fonts by the script they are for."""
    said: dict[str, str] = {}
    for node in props.elements:
        if node.tag == "w:rFonts":
            said.update((key, node.get(key)) for key in _FONTS if node.get(key))
        else:
            said[node.tag] = node.get("val", "1")
    return said


def _marks(said: dict[str, str]) -> Iterator[Mark]:
    if is_on(said, "w:b"):
        yield Mark.STRONG
    if is_on(said, "w:i"):
        yield Mark.EMPHASIS
    if said.get("w:em", "none") != "none":
        yield Mark.DOTS
    raised = said.get("w:vertAlign")
    if raised == "superscript":
        yield Mark.SUPER
    elif raised == "subscript":
        yield Mark.SUB


def is_on(said: dict[str, str], tag: str) -> bool:
    return said.get(tag, "0") not in ("0", "false", "off", "none")
