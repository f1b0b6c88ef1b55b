"""The door for XML and HTML: bytes to a small tree of our own, parsed without net, DTD or entities.

Every limit is asked here, so what comes out is safe to walk by recursion.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any

from lxml import etree

from edition.copy.clean import clean_text, count_drops
from edition.errors import Diagnostic, UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Phrase, Value
from edition.readers.tree.declared import without_declaration
from edition.readers.tree.nodes import COMMENT, Element, Node
from edition.readers.tree.settled import settled

NODES = 200_000
"""Most elements, comments and stretches of text of one file."""
_CLOSED: dict[str, Any] = {"no_network": True, "huge_tree": False, "remove_pis": True}
_XML: dict[str, Any] = {**_CLOSED, "resolve_entities": False, "load_dtd": False}
"""no DTD comes as far as the library; were one to, it would be neither fetched nor believed"""
_HTML: dict[str, Any] = {**_CLOSED, "recover": True, "encoding": "utf-8"}
_AT_LINE = re.compile(r", line (\d+), column \d+( \(.*\))?$")


Remarks = list[Diagnostic]


def parse_xml(text: str, name: str, remarks: Remarks | None = None) -> Element:
    """The root of XML as `decoded_xml` gives it. Raises UnreadableInput for anything malformed,
    unsafe or too large. What its texts lose in cleaning is added to `remarks`.
    """
    try:
        root = etree.fromstring(text.encode("utf-8"), etree.XMLParser(**_XML))
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _broken(name, str(fault)) from fault
    return _taken(_Taking(name), root, remarks)


def parse_html_text(text: str, name: str, remarks: Remarks | None = None) -> Element:
    """The root of HTML that is text already, as a feed carries it.

    What it loses in cleaning is added to `remarks`, one of each kind.
    """
    taking = _Taking(name, keeps_prefix=True)
    text = without_declaration(taking.clean(text), name)
    if not text.strip():
        return Element("html")
    parser = etree.HTMLParser(**_HTML)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _broken(name, str(fault)) from fault
    fatal = next((e for e in parser.error_log if e.level_name == "FATAL"), None)
    if fatal is not None:
        raise _broken(name, fatal.message)
    if root is None:
        return Element("html")
    return _taken(taking, root, remarks)


def _taken(taking: _Taking, root: Any, remarks: Remarks | None) -> Element:
    """Our tree of the library's, and what was lost on the way."""
    tree = settled(taking.element(root, 1))
    if remarks is not None:
        remarks += taking.dropped.values()
    return tree


def _broken(name: str, fault: str) -> UnreadableInput:
    if "xcessive depth" in fault or "Excessive" in fault:
        return _too_deep(name)
    at = _AT_LINE.search(fault)
    place = Phrase("in_line", {"line": int(at.group(1))}) if at else Phrase("somewhere")
    return UnreadableInput(
        "markup_broken", where=name, place=place, said=_AT_LINE.sub(r" in line \1", fault)
    )


def _too_deep(name: str) -> UnreadableInput:
    return UnreadableInput("markup_deep", where=name, limit=LIMITS.depth)


class _Taking:
    """The one walk over the library's tree, counting as it goes."""

    def __init__(self, name: str, *, keeps_prefix: bool = False) -> None:
        self.name = name
        self.keeps_prefix = keeps_prefix
        """HTML knows no prefixes: Word's `o:p` is no `p`"""
        self.nodes = 0
        self.dropped: dict[tuple[str, Value], Diagnostic] = {}
        """what was lost in cleaning, one remark of each kind and sign"""

    def clean(self, text: str) -> str:
        """`text` without what no page can carry; what that was is counted."""
        kept, remarks = clean_text(text, self.name)
        count_drops(remarks, self.dropped)
        return kept

    def element(self, found: Any, depth: int) -> Element:
        if depth > LIMITS.depth:
            raise _too_deep(self.name)
        children: list[Node] = list(self._text(found.text))
        for child in found:
            self._count()
            if child.tag is etree.Comment:
                children.append(Element(COMMENT, {}, (child.text or "",), child.sourceline or 0))
            elif child.tag is etree.Entity:
                children.append(self._entity(child))
            elif isinstance(child.tag, str):
                children.append(self.element(child, depth + 1))
            children += self._text(child.tail)
        attributes = {_local(key): clean_text(value)[0] for key, value in found.attrib.items()}
        return Element(self._tag(found.tag), attributes, tuple(children), found.sourceline or 0)

    def _tag(self, tag: str) -> str:
        return tag.lower() if self.keeps_prefix else _local(tag)

    def _text(self, text: str | None) -> tuple[str, ...]:
        if not text:
            return ()
        self._count()
        return (self.clean(text),)

    def _count(self) -> None:
        self.nodes += 1
        if self.nodes > NODES:
            raise UnreadableInput("markup_large", where=self.name, limit=NODES)

    def _entity(self, found: Any) -> str:
        text = html5.get(f"{found.name};")
        if text is None:
            raise UnreadableInput("entity_outside", where=self.name, entity=found.name)
        return text


def _local(tag: str) -> str:
    """A name without its namespace or prefix, in lower case."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()
