"""The door for XML and HTML: bytes to a small tree of our own, parsed without net, DTD or entities.

Every limit is asked here, so what comes out is safe to walk by recursion.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from typing import Any, TypeAlias

from lxml import etree

from edition.copy.clean import clean_text
from edition.copy.decode import decode
from edition.errors import UnreadableInput
from edition.limits import LIMITS

NODES = 200_000
"""Most elements, comments and stretches of text of one file."""
COMMENT = "!--"
"""The tag of a comment; its text is its only child."""
_HEAD = 2_000
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"'][^>]*\?>")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_BEFORE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.S)
_DOCTYPE = re.compile("<!DOCTYPE", re.I)
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[^\"'\[>]+")


@dataclass(frozen=True, slots=True)
class Element:
    """One element, its names without namespace, tag and attributes in lower case."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: tuple[Node, ...] = ()
    line: int = 0
    """Line of the source it begins in, from 1."""

    def get(self, name: str) -> str:
        """The attribute `name` without white at its ends, or an empty text."""
        return self.attributes.get(name, "").strip()

    def iter(self, *tags: str) -> Iterator[Element]:
        """Itself and all below it that bear one of `tags`, in document order."""
        if not tags or self.tag in tags:
            yield self
        for child in self.elements:
            yield from child.iter(*tags)

    def first(self, *tags: str) -> Element | None:
        """The first element below it that bears one of `tags`."""
        return next((found for found in self.iter(*tags) if found is not self), None)

    @property
    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))


Node: TypeAlias = Element | str


def parse_xml(data: bytes, name: str) -> Element:
    """The root of an XML file. Raises UnreadableInput for anything malformed, unsafe or too large.
    """
    text = decoded_xml(data, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        attribute_defaults=False, huge_tree=False, remove_pis=True, strip_cdata=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _broken(name, str(fault)) from fault
    return _Taking(name).element(root, 1)


def parse_html(data: bytes, name: str) -> Element:
    """The root of an HTML file, however untidy. Raises UnreadableInput as `parse_xml` does."""
    return parse_html_text(decoded_html(data, name), name)


def parse_html_text(text: str, name: str) -> Element:
    """The root of HTML that is text already, as a feed carries it."""
    text = clean_text(text)[0].lstrip()
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    if text.lstrip().lower().startswith("<!doctype"):
        _no_subset(text, name)
    if not text.strip():
        return Element("html")
    parser = etree.HTMLParser(
        no_network=True, huge_tree=False, remove_pis=True, recover=True, encoding="utf-8",
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise _broken(name, str(fault)) from fault
    fatal = next((e for e in parser.error_log if e.level_name == "FATAL"), None)
    if fatal is not None:
        raise _broken(name, fatal.message)
    return Element("html") if root is None else _Taking(name).element(root, 1)


def decoded_xml(data: bytes, name: str) -> str:
    """The text of an XML file without its declaration. Raises UnreadableInput for an unsafe one."""
    text = _without_declaration(_decoded(data, name), name)
    _no_subset(text, name)
    return text


def decoded_html(data: bytes, name: str) -> str:
    """The text of an HTML file, by its mark, its `meta` charset or its bytes."""
    declared = _META.search(data[:_HEAD])
    if declared is None or data.startswith((codecs.BOM_UTF8, b"\xff\xfe", b"\xfe\xff")):
        return decode(data, name)[0]
    try:
        return data.decode(_codec(declared.group(1).decode("ascii"), name))
    except UnicodeDecodeError:
        # A page saved anew often keeps the charset of the site.
        return decode(data, name)[0]


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name)[0]
    head = _DECLARED.match(data[:_HEAD].decode("latin-1"))
    if head is None:
        return decode(data, name)[0]
    codec = _codec(head.group(1), name)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as fault:
        raise UnreadableInput(
            f"byte {fault.start} is not valid {codec.upper()}", where=name,
            why="The file says it is written so", todo="Save it again as UTF-8",
        ) from fault


def _codec(label: str, name: str) -> str:
    """The Python name of an encoding; GB 2312 and GBK are read as GB18030, which holds both."""
    try:
        found = codecs.lookup(label).name
    except LookupError:
        found = ""
    if not found or not _is_text(found):
        raise UnreadableInput(
            f"the encoding “{label}” is not known", where=name, todo="Save it again as UTF-8"
        )
    return "gb18030" if found in ("gb2312", "gbk", "hz") else found


def _is_text(codec: str) -> bool:
    try:
        return "a".encode(codec) == b"a"
    except (LookupError, UnicodeError, TypeError):
        return False


def _without_declaration(text: str, name: str) -> str:
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise UnreadableInput("the file is empty", where=name, todo="Give a file with copy")
    text = text.lstrip()
    return re.sub(r"^<\?xml\s.*?\?>", "", text, count=1, flags=re.S)


def _no_subset(text: str, name: str) -> None:
    """Refuse a DOCTYPE that declares anything: entities, elements, attributes."""
    at = 0
    while (found := _BEFORE_ROOT.match(text, at)) and found.end() > at:
        at = found.end()
    doctype = _DOCTYPE.match(text, at)
    if doctype is None:
        return
    at = doctype.end()
    while token := _TOKEN.match(text, at):
        at = token.end()
    if not text.startswith(">", at):
        raise UnreadableInput(
            "the DOCTYPE declares entities or elements of its own", where=name,
            why="Such declarations can swell or reach outside the file, and are never read",
            todo="Remove what stands in […] and save the file with its entities written out",
        )


def _broken(name: str, fault: str) -> UnreadableInput:
    fault = re.sub(r", line (\d+), column \d+( \(.*\))?$", r" in line \1", fault)
    if "xcessive depth" in fault or "Excessive" in fault:
        return _too("deep", f"{LIMITS.depth} elements inside one another", name)
    return UnreadableInput(
        "the markup is broken", where=name, why=fault, todo="Export the file again",
    )


def _too(what: str, limit: str, name: str) -> UnreadableInput:
    return UnreadableInput(
        f"the markup is too {what}", where=name, why=f"The limit is {limit}",
        todo="Export the story alone, or simplify the file",
    )


class _Taking:
    """The one walk over the library's tree, counting as it goes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.nodes = 0

    def element(self, found: Any, depth: int) -> Element:
        if depth > LIMITS.depth:
            raise _too("deep", f"{LIMITS.depth} elements inside one another", self.name)
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
        return Element(_local(found.tag), attributes, tuple(children), found.sourceline or 0)

    def _text(self, text: str | None) -> tuple[str, ...]:
        if not text:
            return ()
        self._count()
        return (clean_text(text)[0],)

    def _count(self) -> None:
        self.nodes += 1
        if self.nodes > NODES:
            raise _too("large", f"{NODES} elements and stretches of text", self.name)

    def _entity(self, found: Any) -> str:
        text = html5.get(f"{found.name};")
        if text is None:
            raise UnreadableInput(
                f"the entity “&{found.name};” is declared outside the file", where=self.name,
                why="Nothing outside the file is read", todo="Write the character itself",
            )
        return text


def _local(tag: str) -> str:
    """A name without its namespace or prefix, in lower case."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower()
