"""The objects of a PDF as its syntax has them, and what among them runs by itself.

Only what PDFium does not tell is read here: dictionaries, in the file and in its object streams.
Bytes inside strings and streams are never taken for names.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import TypeAlias

PdfValue: TypeAlias = "PdfName | list[PdfValue] | dict[str, PdfValue] | None"


class PdfName(str):
    """A name, as /Page."""

    __slots__ = ()


TOKEN = re.compile(
    rb"[\0\t\n\f\r ]+|%[^\r\n]*|(?P<open><<)|(?P<close>>>)|<(?P<hex>[^<>]*)>|(?P<from>\[)"
    rb"|(?P<to>\])|(?P<string>\()|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<word>[^\0\t\n\f\r ()<>\[\]{}/%]+)|."
    , re.DOTALL)
OBJECT = re.compile(rb"(?<!\d)(\d{1,10})\s{1,20}\d{1,5}\s{1,20}obj\b")
STREAM = re.compile(rb"\s{0,20}stream\r?\n")
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_BRACKET = re.compile(rb"\\.|[()]", re.DOTALL)
_MOST = 1 << 26
"""bytes an object stream may hold"""
DEEP = 60
"""dictionaries and arrays one in another"""
RUNS = ("JavaScript", "Launch", "Rendition", "Movie", "ImportData", "SubmitForm")
"""actions that run something or send it away; a link within the paper or to the web does not"""
_HOLDERS = ("Catalog", "Page", "Annot")
"""types of objects whose /AA acts by itself"""


def active_objects(data: bytes) -> int:
    """How many objects of the file hold an action that runs, or act by themselves."""
    objects: dict[int, PdfValue] = {}
    packed: list[PdfValue] = []
    for number, value, stream in _objects(data):
        objects[number] = value
        if isinstance(value, dict) and value.get("Type") == "ObjStm" and stream:
            packed += _packed(value, stream)
    return sum(any(map(_acts, _dictionaries(value))) for value in (*objects.values(), *packed))


def _acts(entry: dict[str, PdfValue]) -> bool:
    """True for an action that runs, and for a page, a field or a catalogue with one."""
    runs = entry.get("S") in RUNS and entry.get("Type") in (None, "Action")
    script = "JS" in entry and entry.get("S") in (None, "JavaScript")
    holder = entry.get("Type") in _HOLDERS or "FT" in entry or "Subtype" in entry
    return runs or script or (holder and "AA" in entry)


def _dictionaries(value: PdfValue) -> Iterator[dict[str, PdfValue]]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            yield one
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _objects(data: bytes) -> Iterator[tuple[int, PdfValue, bytes]]:
    """(number, value, bytes of its stream) of each object; streams are stepped over."""
    at = 0
    while head := OBJECT.search(data, at):
        value, at = _value(data, head.end())
        stream = b""
        if begins := STREAM.match(data, at):
            ends = data.find(b"endstream", begins.end())
            at = len(data) if ends < 0 else ends
            stream = data[begins.end() : at]
        yield int(head[1]), value, stream


def _packed(about: dict[str, PdfValue], stream: bytes) -> Iterator[PdfValue]:
    """The values in an object stream; none of one that is packed otherwise or damaged."""
    if "Filter" in about:
        if about["Filter"] not in ("FlateDecode", ["FlateDecode"]) or "DecodeParms" in about:
            return
        try:
            stream = zlib.decompressobj().decompress(stream, _MOST)
        except zlib.error:
            return
    at = 0
    while at < len(stream):
        value, at = _value(stream, at)
        if value is not None:
            yield value


def _value(data: bytes, at: int) -> tuple[PdfValue, int]:
    """The next dictionary, array or name; None for any other thing, and where it ends."""
    stack: list[list[PdfValue]] = []
    while found := TOKEN.match(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind is None:
            continue
        value: PdfValue = None
        if kind in ("open", "from"):
            if len(stack) >= DEEP:
                return None, at
            stack.append([])
            continue
        if kind == "string":
            at = string_end(data, at)
        elif kind == "name":
            value = name_of(found["name"])
        elif kind in ("close", "to") and stack:
            parts = stack.pop()
            value = _dictionary(parts) if kind == "close" else parts
        if not stack:
            return value, at
        stack[-1].append(value)
    return None, len(data)


def _dictionary(parts: list[PdfValue]) -> dict[str, PdfValue]:
    """Keys with their values; figures, strings and references are None."""
    found: dict[str, PdfValue] = {}
    at = 0
    while at < len(parts):
        key = parts[at]
        at += 1
        if isinstance(key, PdfName):
            found[key] = parts[at] if at < len(parts) else None
            at += 1
    return found


def name_of(raw: bytes) -> PdfName:
    """A name as it is meant, of what stands behind its stroke."""
    return PdfName(_HASH.sub(lambda m: bytes([int(m[1], 16)]), raw).decode("latin-1"))


def string_end(data: bytes, at: int) -> int:
    """Where a string ends whose first bracket stands before `at`."""
    deep = 1
    while deep and (mark := _BRACKET.search(data, at)):
        at = mark.end()
        deep += {b"(": 1, b")": -1}.get(mark[0], 0)
    return len(data) if deep else at
