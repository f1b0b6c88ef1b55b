"""A PDF written object by object: nothing of it is held but where each object stands."""

from __future__ import annotations

import hashlib
import struct
import zlib
from array import array
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from edition.errors import CannotSet

MOST_OBJECTS = 8_388_607
"""of one file (PDF/A-2, 6.1.13)"""
_TOGETHER = 200
"""objects packed into one stream"""
_ROWS = 4_096
"""of the table of objects, compressed at a time"""
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_ENTRY = struct.Struct(">BQH")
_PACKED = 1 << 63
"""marks the number of an object stream, where else a place in the file stands"""


class ObjectFile:
    """A PDF that grows; its objects are numbered before they are written."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._digest = hashlib.sha256()
        self._at = 0
        self._where, self._index = array("Q", [0]), array("H", [0xFFFF])
        self._waiting: list[tuple[int, bytes]] = []
        self._write(_HEAD)

    def number(self) -> int:
        """A number for one more object. Raises CannotSet where a file may hold no more."""
        if len(self._where) > MOST_OBJECTS:
            raise CannotSet("volume_too_large", most=MOST_OBJECTS)
        self._where.append(0)
        self._index.append(0)
        return len(self._where) - 1

    def put(self, number: int, text: bytes) -> None:
        """An object that is no stream."""
        self._waiting.append((number, text))
        if len(self._waiting) >= _TOGETHER:
            self._pack()

    def add(self, text: bytes) -> int:
        """An object that is no stream, under the next number."""
        number = self.number()
        self.put(number, text)
        return number

    def put_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """A stream; `entries` are those of its dictionary, without its length."""
        self._where[number] = self._at
        self._write(b"%d 0 obj\n<<%b /Length %d>>\nstream\n%b\nendstream\nendobj\n" % (
            number, entries, len(data), data,
        ))

    def finish(self, root: int, info: int, name: str) -> None:
        """Write what lets a reader find the objects. `name` goes into the file's identifier."""
        self._pack()
        number, start = self.number(), self._at
        self._where[number] = start
        rows = _squeezed(
            _ENTRY.pack(0 if n == 0 else 2 if where & _PACKED else 1, where & ~_PACKED, index)
            for n, (where, index) in enumerate(zip(self._where, self._index, strict=True))
        )
        lasting = hashlib.sha256(name.encode()).hexdigest()[:32]
        self._write(
            b"%d 0 obj\n<</Type /XRef /Size %d /W [1 8 2] /Root %d 0 R /Info %d 0 R "
            b"/ID [<%b> <%b>] /Filter /FlateDecode /Length %d>>\nstream\n" % (
                number, len(self._where), root, info, lasting.encode(),
                self._digest.hexdigest()[:32].encode(), len(rows),
            )
        )
        self._write(rows)
        self._write(b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % start)

    def _pack(self) -> None:
        """Write the objects that wait as one object stream."""
        if not self._waiting:
            return
        stream, head, at = self.number(), [], 0
        for index, (number, text) in enumerate(self._waiting):
            head.append(b"%d %d" % (number, at))
            at += len(text) + 1
            self._where[number], self._index[number] = stream | _PACKED, index
        opening = b" ".join(head) + b"\n"
        data = zlib.compress(opening + b"\n".join(text for _, text in self._waiting))
        entries = b"/Type /ObjStm /N %d /First %d /Filter /FlateDecode" % (len(head), len(opening))
        self._waiting.clear()
        self.put_stream(stream, entries, data)

    def _write(self, data: bytes) -> None:
        self._target.write(data)
        self._digest.update(data)
        self._at += len(data)


def _squeezed(rows: Iterator[bytes]) -> bytes:
    press, found = zlib.compressobj(), []
    while some := b"".join(islice(rows, _ROWS)):
        found.append(press.compress(some))
    return b"".join((*found, press.flush()))
