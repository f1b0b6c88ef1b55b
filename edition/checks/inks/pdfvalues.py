"""The objects of a PDF with all their values, and the bytes of their streams, of anyone's making.

A file may be damaged or lie: what cannot be read is left out, and nothing here raises but
`Unreadable`. No reference is followed in circles, no stream grows beyond a bound.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from edition.checks.pdf_objects import (
    DEEP,
    OBJECT,
    STREAM,
    TOKEN,
    PdfName,
    name_of,
    string_end,
)

MOST_STREAM = 1 << 28
"""bytes of one stream, unpacked"""
MOST_PAGES = 2_000
_PICTURE_END = re.compile(rb"\sEI(?=[\0\t\n\f\r ]|$)")
_REFERENCE = re.compile(rb"\s{1,20}\d{1,5}\s{1,20}R(?![A-Za-z])")
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"",
            b"\r\n": b""}
_WORDS: Mapping[bytes, Any] = {b"true": True, b"false": False, b"null": None}


class Unreadable(ValueError):
    """A stream that is packed in a way nobody here reads, or damaged."""


@dataclass(frozen=True, slots=True)
class PdfReference:
    """Another object, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class PdfWord:
    """A bare word: an operator of drawn content."""

    name: bytes


@dataclass(frozen=True, slots=True)
class PdfStream:
    """A dictionary and the packed bytes that follow it."""

    about: dict[str, Any]
    packed: bytes = field(repr=False)


class PdfFile:
    """A file by its objects."""

    def __init__(self, data: bytes) -> None:
        self.objects: dict[int, Any] = dict(_objects(data))
        for held in [one for one in self.objects.values() if isinstance(one, PdfStream)]:
            if held.about.get("Type") == "ObjStm":
                for number, value in self._inside(held):
                    self.objects.setdefault(number, value)
        self.trailer = _trailer(data, self.objects)
        self.root: dict[str, Any] = self.table(self.trailer.get("Root"))

    def get(self, value: Any) -> Any:
        """A value itself, where it is a reference what is meant by it."""
        for _ in range(DEEP):
            if not isinstance(value, PdfReference):
                return value
            value = self.objects.get(value.number)
        return None

    def table(self, value: Any) -> dict[str, Any]:
        """A dictionary, that of a stream too; an empty one for anything else."""
        found = self.get(value)
        if isinstance(found, PdfStream):
            return found.about
        return found if isinstance(found, dict) else {}

    def row(self, value: Any) -> list[Any]:
        """The values of an array, each itself; none for anything else."""
        found = self.get(value)
        return [self.get(one) for one in found] if isinstance(found, list) else []

    def unpacked(self, value: Any) -> bytes:
        """The bytes of a stream. Raises Unreadable for a picture's packing, and for none."""
        stream = self.get(value)
        if not isinstance(stream, PdfStream):
            raise Unreadable("no stream")
        data = stream.packed
        filters = self.get(stream.about.get("Filter"))
        given = self.get(stream.about.get("DecodeParms"))
        names = filters if isinstance(filters, list) else [] if filters is None else [filters]
        manners = given if isinstance(given, list) else [given] * len(names)
        for name, manner in zip(names, manners, strict=False):
            if self.get(name) != "FlateDecode":
                raise Unreadable(str(name))
            data = _rows(_inflated(data), self.table(manner), self)
        return data

    def pages(self) -> Iterator[dict[str, Any]]:
        """The pages in their order, with what they inherit."""
        waiting: list[tuple[Any, dict[str, Any]]] = [(self.root.get("Pages"), {})]
        seen: set[int] = set()
        count = 0
        while waiting and count < MOST_PAGES:
            node, above = waiting.pop()
            table = self.table(node)
            if not table or id(table) in seen:
                continue
            seen.add(id(table))
            held = {**above, **{k: table[k] for k in _INHERITED if k in table}}
            if "Kids" in table:
                kids = self.get(table["Kids"])
                waiting += [(kid, held) for kid in reversed(kids if isinstance(kids, list) else [])]
            else:
                count += 1
                yield {**held, **table}

    def _inside(self, stream: PdfStream) -> Iterator[tuple[int, Any]]:
        """(number, value) of the objects packed in a stream."""
        try:
            data = self.unpacked(stream)
        except Unreadable:
            return
        first, count = stream.about.get("First"), stream.about.get("N")
        if not isinstance(first, int) or not isinstance(count, int):
            return
        figures = data[:first].split()
        for at in range(min(count, len(figures) // 2)):
            number, place = figures[2 * at], figures[2 * at + 1]
            if number.isdigit() and place.isdigit():
                yield int(number), value_at(data, first + int(place))[0]


_INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def _objects(data: bytes) -> Iterator[tuple[int, Any]]:
    at = 0
    while head := OBJECT.search(data, at):
        value, at = value_at(data, head.end())
        begins = STREAM.match(data, at) if isinstance(value, dict) else None
        if begins:
            length, end = value.get("Length"), -1
            if isinstance(length, int) and data[begins.end() + length :][:20].lstrip().startswith(
                b"endstream"
            ):
                end = begins.end() + length
            else:
                end = data.find(b"endstream", begins.end())
            at = len(data) if end < 0 else end
            value = PdfStream(value, data[begins.end() : at])
        yield int(head[1]), value


def _trailer(data: bytes, objects: Mapping[int, Any]) -> dict[str, Any]:
    """What the file says of itself as a whole, the latest first."""
    found: dict[str, Any] = {}
    at = data.rfind(b"trailer")
    if at >= 0:
        value, _ = value_at(data, at + len(b"trailer"))
        found = value if isinstance(value, dict) else {}
    for one in objects.values():
        if isinstance(one, PdfStream) and one.about.get("Type") == "XRef":
            found = {**found, **one.about}
    return found


def figures_of(values: Iterable[Any]) -> list[float]:
    """The numbers among values."""
    return [float(value) for value in values if isinstance(value, int | float)]


def tokens(data: bytes) -> Iterator[Any]:
    """The values and operators of drawn content, one after the other; pictures in it left out."""
    at = 0
    while at < len(data):
        value, at = value_at(data, at)
        if isinstance(value, PdfWord) and value.name == b"ID":
            end = _PICTURE_END.search(data, at)
            at = len(data) if end is None else end.end()
            value = PdfWord(b"EI")
        yield value


def value_at(data: bytes, at: int) -> tuple[Any, int]:
    """The next value and where it ends; None at the end of the data."""
    stack: list[tuple[bool, list[Any]]] = []
    while found := TOKEN.match(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind is None:
            continue
        if kind in ("open", "from"):
            if len(stack) >= DEEP:
                return None, at
            stack.append((kind == "open", []))
            continue
        if kind in ("close", "to"):
            if not stack:
                continue
            is_table, parts = stack.pop()
            value: Any = _table(parts) if is_table else parts
        else:
            value, at = _single(data, found, kind, at)
        if not stack:
            return value, at
        stack[-1][1].append(value)
    return None, len(data)


def _single(data: bytes, found: re.Match[bytes], kind: str, at: int) -> tuple[Any, int]:
    """A string, a name, a number, a reference or a word, and where it ends."""
    if kind == "string":
        end = string_end(data, at)
        return _ESCAPE.sub(_unescaped, data[at : end - 1]), end
    if kind == "hex":
        digits = bytes(c for c in found["hex"] if c in b"0123456789abcdefABCDEF")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()), at
    if kind == "name":
        return name_of(found["name"]), at
    word = found["word"]
    if word.isdigit() and len(word) <= 10:
        if refers := _REFERENCE.match(data, at):
            return PdfReference(int(word)), refers.end()
        return int(word), at
    if word in _WORDS:
        return _WORDS[word], at
    try:
        number = float(word)
    except ValueError:
        return PdfWord(word), at
    return (int(number) if number == int(number) else number) if abs(number) < 1e9 else 0, at


def _unescaped(found: re.Match[bytes]) -> bytes:
    what = found[1]
    return bytes([int(what, 8) & 255]) if what[:1].isdigit() else _LETTERS.get(what, what)


def _table(parts: list[Any]) -> dict[str, Any]:
    return {
        key: value for key, value in zip(parts[::2], parts[1::2], strict=False)
        if isinstance(key, PdfName)
    }


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(data, MOST_STREAM)
    except zlib.error as error:
        raise Unreadable("damaged") from error


def _rows(data: bytes, manner: dict[str, Any], file: PdfFile) -> bytes:
    """Bytes whose rows were told by the rows above them, as PNG tells them."""
    predictor = file.get(manner.get("Predictor", 1))
    if predictor in (None, 1):
        return data
    if not isinstance(predictor, int) or predictor < 10:
        raise Unreadable("predictor")
    figures = [file.get(manner.get(key, usual)) for key, usual in
               (("Colors", 1), ("BitsPerComponent", 8), ("Columns", 1))]
    if any(not isinstance(one, int) or not 0 < one < 100_000 for one in figures):
        raise Unreadable("predictor")
    colours, bits, columns = figures
    step, width = max(1, colours * bits // 8), (colours * bits * columns + 7) // 8
    above, rows = bytearray(width), []
    for at in range(0, len(data) - width, width + 1):
        above = _row(data[at], bytearray(data[at + 1 : at + 1 + width]), above, step)
        rows.append(bytes(above))
    return b"".join(rows)


def _row(kind: int, row: bytearray, above: bytearray, step: int) -> bytearray:
    """One row of a PNG as it was."""
    if kind == 2:
        return bytearray((a + b) & 255 for a, b in zip(row, above, strict=True))
    for at in range(len(row) if kind else 0):
        left, up = row[at - step] if at >= step else 0, above[at]
        if kind == 1:
            guess = left
        elif kind == 3:
            guess = (left + up) // 2
        else:
            corner = above[at - step] if at >= step else 0
            near = left + up - corner
            guess = min((abs(near - left), 0, left), (abs(near - up), 1, up),
                        (abs(near - corner), 2, corner))[2]
        row[at] = (row[at] + guess) & 255
    return row
