"""The door of pikepdf: a finished PDF opened, and its objects as text under other numbers.

Only what is reached from pages, structure, outlines and destinations is taken. Numbers of tags are
moved on, names of destinations and ids of the structure are given the issue's own beginning, so
that nothing of one issue is taken for that of another.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import Any

import pikepdf

from edition.errors import UnreadableInput
from edition.writers.binding.objectfile import ObjectFile

_STRING = rb"(?:\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f]*>)"
_TOKENS = re.compile(
    rb"(?P<ref>\b\d+ \d+ R\b)|(?P<tag>/StructParents?) (?P<at>\d+)"
    rb"|(?P<key>/(?:Dest|D|ID)) (?P<name>" + _STRING + rb")"
    rb"|(?P<heads>/Headers \[(?: ?" + _STRING + rb")* ?\])|" + _STRING, re.DOTALL)
_ONE = re.compile(_STRING, re.DOTALL)
_FAULTS = (pikepdf.PdfError, AttributeError, KeyError, TypeError, ValueError)
"""what a file that is put together otherwise than ours is met with"""
_DEEPEST = 40
"""of a tree of names"""


class Gathering:
    """An issue as it was finished, opened to be bound; what is met in it is told as our error."""

    def __init__(self, path: Path) -> None:
        """Raises UnreadableInput for what is no PDF."""
        self._path = path
        try:
            self._pdf = pikepdf.open(path, attempt_recovery=False)
            self.root: Any = self._pdf.Root
        except (*_FAULTS, OSError) as fault:
            raise self._spoilt(fault) from fault

    def __enter__(self) -> Gathering:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pdf.close()
        if isinstance(fault, _FAULTS):
            raise self._spoilt(fault) from fault

    def _spoilt(self, fault: Exception) -> UnreadableInput:
        """The error that this file is not whole."""
        return UnreadableInput("bound_spoilt", where=str(self._path), reason=str(fault)[:200])

    def said(self, key: str) -> str:
        """A line of what the file says of itself; empty for none."""
        return str(self._pdf.docinfo.get(key, "")) if self._pdf.trailer.get("/Info") else ""

    @property
    def packet(self) -> bytes:
        """The XMP."""
        stream = self.root.get("/Metadata")
        return bytes(stream.read_bytes()) if isinstance(stream, pikepdf.Stream) else b""

    @property
    def pages(self) -> int:
        return len(self._pdf.pages)

    def page(self, index: int) -> Any:
        return self._pdf.pages[index].obj

    def object(self, number: int, generation: int) -> Any:
        return self._pdf.get_object(number, generation)


class Renumbered:
    """Objects of an issue on their way into the volume; to be used once."""

    def __init__(
        self, target: ObjectFile, issue: Gathering, beginning: bytes, tags: int
    ) -> None:
        """`beginning` opens the names of the issue; `tags` are counted before its first."""
        self._target, self._issue, self.beginning, self._tags = target, issue, beginning, tags
        self._numbers: dict[bytes, int] = {}
        self._waiting: deque[tuple[int, Any]] = deque()

    def stands_for(self, thing: Any, number: int) -> None:
        """Whoever leads to `thing` is led to the object of this number, which others write."""
        if thing.is_indirect:
            self._numbers[_reference(thing)] = number

    def text(self, thing: Any, changed: Mapping[str, bytes | None] | None = None) -> bytes:
        """A value as text; keys of a dictionary set or left out (None) as `changed` says."""
        if changed is None:
            return self._moved(thing.unparse(resolved=True))
        return b"<<%b>>" % self._entries(thing, changed)

    def value(self, thing: Any) -> bytes:
        """A value of a dictionary or array as text; one that is indirect is led to."""
        return self._moved(thing.unparse())

    def value_of(self, holder: Any, key: str) -> bytes:
        """Text of an entry that is a string or a name; empty where there is none."""
        found = holder.get(key)
        return b"" if found is None else self.value(found)

    def own_name(self, name: bytes) -> bytes:
        """A name of the issue as it stands in the volume, as text."""
        return bytes(pikepdf.String(self.beginning + name).unparse())

    def flow(self) -> None:
        """Write everything that was led to and is not written yet."""
        while self._waiting:
            number, thing = self._waiting.popleft()
            if isinstance(thing, pikepdf.Stream):
                entries = self._entries(thing.stream_dict, {"/Length": None})
                self._target.put_stream(number, entries, bytes(thing.read_raw_bytes()))
            else:
                self._target.put(number, self.text(thing))

    def _entries(self, thing: Any, changed: Mapping[str, bytes | None]) -> bytes:
        made = copy(thing)
        for key in changed:
            if key in made:
                del made[key]
        told = (b"%b %b" % (key.encode(), text) for key, text in changed.items() if text)
        return b" ".join((self._moved(made.unparse())[2:-2].strip(), *told))

    def _moved(self, text: bytes) -> bytes:
        return _TOKENS.sub(self._token, text)

    def _token(self, found: re.Match[bytes]) -> bytes:
        kind = found.lastgroup
        if kind == "ref":
            return b"%d 0 R" % self._number(found[0])
        if kind == "at":
            return b"%b %d" % (found["tag"], int(found["at"]) + self._tags)
        if kind == "name":
            return b"%b %b" % (found["key"], self._renamed(found["name"]))
        if kind == "heads":
            return _ONE.sub(lambda one: self._renamed(one[0]), found[0])
        return found[0]

    def _renamed(self, text: bytes) -> bytes:
        return self.own_name(bytes(pikepdf.Object.parse(text)))

    def _number(self, reference: bytes) -> int:
        number = self._numbers.get(reference)
        if number is None:
            first, generation, _ = reference.split()
            thing = self._issue.object(int(first), int(generation))
            number = self._numbers[reference] = self._target.number()
            self._waiting.append((number, thing))
        return number


def text_of(words: str) -> bytes:
    """Words as a string of a PDF."""
    return bytes(pikepdf.String(words).unparse())


def _reference(thing: Any) -> bytes:
    return b"%d %d R" % thing.objgen


def pairs(tree: Any, key: str, deep: int = 0) -> Iterator[tuple[Any, Any]]:
    """The pairs of a tree of names or numbers, in its order."""
    if tree is None or deep > _DEEPEST:
        return
    found = list(tree.get(key, ()))
    yield from zip(found[::2], found[1::2], strict=True)
    for kid in tree.get("/Kids", ()):
        yield from pairs(kid, key, deep + 1)


def several(value: Any) -> Sequence[Any]:
    """The kids of an element: one, many or none."""
    if value is None:
        return ()
    return tuple(value) if isinstance(value, pikepdf.Array) else (value,)
