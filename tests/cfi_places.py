"""EPUB CFI, as far as a place in a text needs it: written down, and found again in another book.

A step with an id in brackets leads to the element of that id, wherever it has moved; where there is
none, and always `by_ids=False`, the count of nodes decides (EPUB CFI 1.1, 3.4: the assertion).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

PACKAGE = "EPUB/content.opf"
STEP = re.compile(r"/(\d+)(?:\[([^\]]+)\])?(?::(\d+))?")


@dataclass(frozen=True)
class Place:
    """A character of the book: the document it stands in, the piece of text and which of it."""

    document: str
    text: str


class Opened:
    """A book whose places are asked for."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.package = etree.fromstring(files[PACKAGE])
        self.trees = {name: etree.fromstring(body) for name, body in files.items()
                      if name.endswith(".xhtml")}

    def spine(self) -> list[etree._Element]:
        return list(self.package.iterfind("{*}spine/{*}itemref"))

    def document_of(self, itemref: etree._Element) -> str:
        (href,) = (item.get("href") for item in self.package.iterfind("{*}manifest/{*}item")
                   if item.get("id") == itemref.get("idref"))
        return f"EPUB/{href}"

    def cfi(self, document: str, element: etree._Element, chunk: int, offset: int) -> str:
        """The place of character `offset` in text `chunk` of an element; chunk 0 is its first."""
        (place,) = (one for one in self.spine() if self.document_of(one) == document)
        spine = place.getparent()
        above = [*element.iterancestors()][::-1][1:]
        steps = "".join(_step(one) for one in (*above, element))
        return f"epubcfi({_step(spine)}{_step(place)}!{steps}/{2 * chunk + 1}:{offset})"

    def find(self, cfi: str, by_ids: bool = True) -> Place:
        """Where a CFI leads in this book."""
        outer, inner = cfi.removeprefix("epubcfi(").removesuffix(")").split("!")
        itemref = _walked(self.package, outer, by_ids)[0]
        document = self.document_of(itemref)
        element, chunk, offset = _walked(self.trees[document], inner, by_ids)
        return Place(document, "".join(_chunks(element)[chunk : chunk + 1])[offset:])


def _step(element: etree._Element) -> str:
    parent = element.getparent()
    at = 2 * (list(parent.iterchildren("*")).index(element) + 1)
    return f"/{at}[{element.get('id')}]" if element.get("id") else f"/{at}"


def _chunks(element: etree._Element) -> list[str]:
    return [element.text or "", *(child.tail or "" for child in element.iterchildren("*"))]


def _walked(
    root: etree._Element, path: str, by_ids: bool
) -> tuple[etree._Element, int, int]:
    """The element a path leads to, and the text and the character where it ends in one."""
    here, chunk, offset = root, 0, 0
    ids = {one.get("id"): one for one in root.iter("*") if one.get("id")} if by_ids else {}
    for number, id, at in STEP.findall(path):
        if int(number) % 2:
            chunk, offset = int(number) // 2, int(at)
        elif id in ids:
            here = ids[id]
        else:
            children = list(here.iterchildren("*")) or [here]
            here = children[min(int(number) // 2, len(children)) - 1]
    return here, chunk, offset
