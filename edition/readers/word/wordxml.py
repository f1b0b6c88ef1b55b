"""One XML part of a Word file as a small tree, parsed by expat without document types.

Names are made short and the same for both dialects of the format: `w:p` for a paragraph, `m:t`
for text of a formula, `a:t` for text of a drawing. Every limit is asked while the tree grows, so
that what comes out is safe to walk by recursion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias
from xml.parsers import expat

from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Value

NODES = 3_000_000
"""Most elements of one file."""
_OPEN = "http://schemas.openxmlformats.org/"
_PURL = "http://purl.oclc.org/ooxml/"
_MICROSOFT = "http://schemas.microsoft.com/office/"
_PREFIXES = MappingProxyType({
    _OPEN + "wordprocessingml/2006/main": "w", _PURL + "wordprocessingml/main": "w",
    _OPEN + "officeDocument/2006/relationships": "r",
    _PURL + "officeDocument/relationships": "r",
    _OPEN + "officeDocument/2006/math": "m", _PURL + "officeDocument/math": "m",
    _OPEN + "drawingml/2006/main": "a", _PURL + "drawingml/main": "a",
    _OPEN + "drawingml/2006/wordprocessingDrawing": "wp",
    _PURL + "drawingml/wordprocessingDrawing": "wp",
    _OPEN + "drawingml/2006/picture": "pic", _PURL + "drawingml/picture": "pic",
    _OPEN + "drawingml/2006/chart": "c", _PURL + "drawingml/chart": "c",
    _OPEN + "drawingml/2006/diagram": "dgm", _PURL + "drawingml/diagram": "dgm",
    _OPEN + "markup-compatibility/2006": "mc",
    _OPEN + "package/2006/relationships": "rel",
    _MICROSOFT + "word/2010/wordml": "w14", _MICROSOFT + "word/2012/wordml": "w15",
    _MICROSOFT + "word/2010/wordprocessingShape": "wps",
    _MICROSOFT + "word/2010/wordprocessingGroup": "wpg",
    _MICROSOFT + "word/2010/wordprocessingDrawing": "wp14",
    _MICROSOFT + "drawing/2014/chartex": "cx",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
})
_VERBATIM = frozenset({"w:t", "w:delText", "w:instrText", "w:delInstrText", "m:t", "a:t"})
"""elements whose white space counts"""


@dataclass(slots=True, eq=False)
class Node:
    """One element; attributes of Word's own name space go by their bare names."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Branch] = field(default_factory=list)

    def get(self, name: str, default: str = "") -> str:
        """The attribute `name`: `val`, `r:id`, `descr`."""
        return self.attributes.get(name, default)

    @property
    def elements(self) -> Iterator[Node]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Node))

    def child(self, *path: str) -> Node | None:
        """The first element down the path of tags."""
        found: Node | None = self
        for tag in path:
            if found is None:
                return None
            found = next((child for child in found.elements if child.tag == tag), None)
        return found

    def value(self, *path: str) -> str:
        """The `val` of the element down the path, or an empty text."""
        found = self.child(*path)
        return found.get("val") if found is not None else ""

    def on(self, tag: str) -> bool | None:
        """Whether the switch `tag` among its children is on; None where it is not there."""
        found = self.child(tag)
        return None if found is None else found.get("val", "1") not in ("0", "false", "off", "none")

    def iter(self, *tags: str) -> Iterator[Node]:
        """Itself and all below it that bear one of `tags`, in document order."""
        if not tags or self.tag in tags:
            yield self
        for child in self.elements:
            yield from child.iter(*tags)

    @property
    def text(self) -> str:
        """The characters directly in it."""
        return "".join(child for child in self.children if isinstance(child, str))


Branch: TypeAlias = "Node | str"


@dataclass
class Counter:
    """Elements of one file so far."""

    count: int = 0


class PartParser:
    """The one pass of expat over a part."""

    def __init__(self, part: str, name: str, nodes: Counter, wanted: Callable[[str], bool]) -> None:
        self.part, self.name, self.nodes, self.wanted = part, name, nodes, wanted
        self.root: Node | None = None
        """None for a part whose root is not wanted"""
        self.open: list[Node] = []
        self.depth = 0

    def run(self, data: bytes) -> Node | None:
        """The root of the part. Raises UnreadableInput for what is malformed, deep or too much."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError) as fault:
            raise self.refused(
                "word_part_broken", said=str(fault), line=getattr(fault, "lineno", 1)
            ) from fault
        return self.root

    def refused(self, kind: str, **values: Value) -> UnreadableInput:
        """The error `kind` about this part."""
        return UnreadableInput(kind, where=self.name, part=self.part, **values)

    def _doctype(self, *of: object) -> None:
        raise self.refused("word_doctype")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise self.refused("word_part_deep", limit=LIMITS.depth)
        if not self.open and (self.depth > 1 or not self.wanted(short(tag))):
            return
        self.nodes.count += 1
        if self.nodes.count > NODES:
            raise self.refused("word_many_nodes", limit=NODES)
        node = Node(short(tag), {_bare(key): value for key, value in attributes.items()})
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, tag: str) -> None:
        self.depth -= 1
        if self.open:
            self.open.pop()

    def _characters(self, text: str) -> None:
        if self.open and (text.strip() or self.open[-1].tag in _VERBATIM):
            self.open[-1].children.append(text)


def short(tag: str) -> str:
    """`w:p` for the full name of a paragraph; `?:x` in a name space no one here knows."""
    space, _, local = tag.rpartition(" ")
    return f"{_PREFIXES.get(space, '?')}:{local}" if space else local


def _bare(name: str) -> str:
    found = short(name)
    return found[2:] if found.startswith(("w:", "m:")) else found
