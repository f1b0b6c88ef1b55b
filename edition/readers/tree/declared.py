"""The text of XML and HTML by what they declare: encoding and document type, nothing unsafe."""

from __future__ import annotations

import codecs
import re

from edition.copy.decode import decode
from edition.errors import UnreadableInput

_HEAD = 2_000
_DECLARED = re.compile(r"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"'][^>]*\?>")
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_BEFORE_ROOT = re.compile(r"\s+|<!--.*?-->|<\?.*?\?>", re.S)
_DOCTYPE = re.compile("<!DOCTYPE", re.I)
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[^\"'\[>]+")


def decoded_xml(data: bytes, name: str) -> str:
    """The text of an XML file without its declaration. Raises UnreadableInput for an unsafe one."""
    text = _after_declaration(_decoded(data, name), name)
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


def without_declaration(text: str, name: str) -> str:
    """HTML that is text already, as a feed carries it, without an XML declaration before it.

    Raises UnreadableInput for a DOCTYPE that declares anything.
    """
    text = text.lstrip()
    declared = _DECLARED.match(text)
    text = text[declared.end() :] if declared else text
    if text.lstrip().lower().startswith("<!doctype"):
        _no_subset(text, name)
    return text


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
            "not_in_its_encoding", where=name, byte=fault.start, codec=codec.upper()
        ) from fault


def _codec(label: str, name: str) -> str:
    """The Python name of an encoding; GB 2312 and GBK are read as GB18030, which holds both."""
    try:
        found = codecs.lookup(label).name
    except LookupError:
        found = ""
    if not found or not _is_text(found):
        raise UnreadableInput("declared_encoding_unknown", where=name, label=label)
    return "gb18030" if found in ("gb2312", "gbk", "hz") else found


def _is_text(codec: str) -> bool:
    try:
        return "a".encode(codec) == b"a"
    except (LookupError, UnicodeError, TypeError):
        return False


def _after_declaration(text: str, name: str) -> str:
    text = text.lstrip("\ufeff")
    if not text.strip():
        raise UnreadableInput("markup_empty", where=name)
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
        raise UnreadableInput("doctype_declares", where=name)
