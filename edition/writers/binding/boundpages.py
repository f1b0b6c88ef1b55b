"""Finished issues to one PDF: their pages in order, one outline over theirs, one tree of tags.

An issue is opened, written and let go of before the next is opened. What leads from one to the
next (outline, tags, names, labels) is a tree that has a branch for each issue.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from edition.writers.binding.gathering import Gathering, Renumbered, pairs, several, text_of
from edition.writers.binding.objectfile import ObjectFile
from edition.writers.binding.packet import CREATOR, VolumeAbout, packet

_CLAIMS = tuple(re.compile(told) for told in (
    rb"pdfuaid:part(?:>|=.)1\b", rb"pdfaid:part(?:>|=.)2\b", rb"pdfaid:conformance(?:>|=.)A\b",
))
_MOST_ITEMS = 100_000
"""of one row of an outline"""


@dataclass(frozen=True, slots=True)
class VolumePart:
    """An issue that is to be bound."""

    path: Path
    title: str
    """in the outline"""
    beginning: str
    """of the names of its destinations in the volume; that of no other issue"""


@dataclass(frozen=True, slots=True)
class BoundPages:
    """What has been bound."""

    pages: int
    conforming: bool
    """True where every issue claims PDF/UA-1 and PDF/A-2a, and so the volume does"""


@dataclass(slots=True)
class _Kept:
    """What is kept of the issues until the volume ends: numbers of objects."""

    page_roots: list[int] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    names: list[tuple[bytes, int]] = field(default_factory=list)
    roles: dict[str, bytes] = field(default_factory=dict)
    intents: bytes = b""
    profiles: set[bytes] = field(default_factory=set)
    language: bytes = b""
    pages: int = 0
    tags: int = 0
    tagged: bool = True
    claims: bool = True


def bind_pages(
    parts: Sequence[VolumePart], about: VolumeAbout, target: BinaryIO
) -> BoundPages:
    """Write the volume. Raises UnreadableInput, naming the file, for an issue that is spoilt, and
    CannotSet where they are more than one file holds."""
    volume = _Volume(target, len(parts))
    for place, part in enumerate(parts):
        with Gathering(part.path) as issue:
            volume.sew(place, part, issue)
    return volume.end(about)


class _Volume:
    """The volume while it is written."""

    def __init__(self, target: BinaryIO, count: int) -> None:
        self._file = ObjectFile(target)
        number = self._file.number
        self._pages, self._document, self._tree, self._outline = (number() for _ in range(4))
        self._items = [number() for _ in range(count)]
        self._kept = _Kept()

    def sew(self, place: int, part: VolumePart, issue: Gathering) -> None:
        """Write an issue, the `place`th."""
        kept = self._kept
        moved = Renumbered(self._file, issue, f"{part.beginning}/".encode(), kept.tags)
        root = issue.root
        self._sew_pages(moved, root)
        self._sew_tags(moved, root)
        self._sew_outline(place, part, moved, issue)
        self._sew_names(moved, root)
        self._sew_labels(moved, root)
        self._hear(moved, issue)
        moved.flow()
        kept.pages += issue.pages

    def _sew_pages(self, moved: Renumbered, root: Any) -> None:
        number = self._file.number()
        moved.stands_for(root.Pages, number)
        self._file.put(number, moved.text(root.Pages, {"/Parent": _to(self._pages)}))
        self._kept.page_roots.append(number)

    def _sew_tags(self, moved: Renumbered, root: Any) -> None:
        """The issue's structure as a part of the volume's, its numbers moved on."""
        kept, tree = self._kept, root.get("/StructTreeRoot")
        if tree is None:
            kept.tagged = False
            return
        moved.stands_for(tree, self._document)
        for top in several(tree.get("/K")):
            number = self._file.number()
            moved.stands_for(top, number)
            changed: dict[str, bytes | None] = {"/P": _to(self._document)}
            if top.get("/S") == "/Document":
                changed |= {"/S": b"/Part", "/Lang": moved.value_of(root, "/Lang") or None}
            self._file.put(number, moved.text(top, changed))
            kept.parts.append(number)
        found = [(kept.tags + int(key), moved.value(value))
                 for key, value in pairs(tree.get("/ParentTree"), "/Nums")]
        if found:
            kept.parents.append(self._file.add(_numbered(found)))
            kept.tags = max(key for key, _ in found) + 1
        for name, role in dict(tree.get("/RoleMap", {})).items():
            kept.roles.setdefault(name, moved.value(role))

    def _sew_outline(
        self, place: int, part: VolumePart, moved: Renumbered, issue: Gathering
    ) -> None:
        """An item for the issue; its own outline hangs below. One head over all gives way."""
        item, outline = self._items[place], issue.root.get("/Outlines", {})
        tops = list(_row(outline.get("/First")))
        over = tops[0] if len(tops) == 1 else outline
        told = {"/Title": text_of(part.title), "/Parent": _to(self._outline)}
        if place:
            told["/Prev"] = _to(self._items[place - 1])
        if place + 1 < len(self._items):
            told["/Next"] = _to(self._items[place + 1])
        if tops:
            moved.stands_for(over, item)
        if over.get("/First") is not None:
            below = sum(1 + abs(int(one.get("/Count", 0))) for one in _row(over.First))
            told |= {"/First": moved.value(over.First), "/Last": moved.value(over.Last),
                     "/Count": b"%d" % -below}
        dest = tops[0].get("/Dest") if tops else None
        told["/Dest"] = moved.value(dest) if dest is not None else (
            b"[%b /Fit]" % moved.value(issue.page(0)))
        self._file.put(item, _dictionary(told))

    def _sew_names(self, moved: Renumbered, root: Any) -> None:
        found = [(bytes(key), moved.value(value))
                 for key, value in pairs(root.get("/Names", {}).get("/Dests"), "/Names")]
        if found:
            first, last = (moved.own_name(found[end][0]) for end in (0, -1))
            listed = b" ".join(b"%b %b" % (moved.own_name(key), text) for key, text in found)
            number = self._file.add(
                b"<</Limits [%b %b] /Names [%b]>>" % (first, last, listed))
            self._kept.names.append((moved.beginning, number))

    def _sew_labels(self, moved: Renumbered, root: Any) -> None:
        kept = self._kept
        found = [(kept.pages + int(key), moved.value(value))
                 for key, value in pairs(root.get("/PageLabels"), "/Nums")]
        kept.labels.append(self._file.add(_numbered(found or [(kept.pages, b"<</S /D>>")])))

    def _hear(self, moved: Renumbered, issue: Gathering) -> None:
        """What the issue claims, and what its colours are meant for."""
        kept, root, said = self._kept, issue.root, issue.packet
        kept.claims &= all(claim.search(said) for claim in _CLAIMS)
        intents = root.get("/OutputIntents", ())
        profiles = [one.get("/DestOutputProfile") for one in intents]
        kept.profiles.add(hashlib.sha256(
            b"".join(bytes(one.read_bytes()) for one in profiles if one is not None)).digest())
        if len(intents) and not kept.intents:
            kept.intents = moved.value(intents)
        kept.language = kept.language or moved.value_of(root, "/Lang")

    def end(self, about: VolumeAbout) -> BoundPages:
        """Write what holds the issues together."""
        kept, file = self._kept, self._file
        conforming = kept.tagged and kept.claims and len(kept.profiles) == 1
        file.put(self._pages, b"<</Type /Pages /Count %d /Kids [%b]>>" % (
            kept.pages, _all(kept.page_roots)))
        file.put(self._outline, b"<</Type /Outlines /Count %d /First %d 0 R /Last %d 0 R>>" % (
            len(self._items), self._items[0], self._items[-1]))
        self._end_tags()
        meta = file.number()
        file.put_stream(
            meta, b"/Type /Metadata /Subtype /XML", packet(about, conforming=conforming))
        told = {
            "/Type": b"/Catalog", "/Pages": _to(self._pages), "/Outlines": _to(self._outline),
            "/Metadata": _to(meta), "/StructTreeRoot": _to(self._tree),
            "/MarkInfo": b"<</Marked %b>>" % (b"true" if kept.tagged else b"false"),
            "/PageLabels": b"<</Kids [%b]>>" % _all(kept.labels),
            "/ViewerPreferences": b"<</DisplayDocTitle true>>", "/PageMode": b"/UseOutlines",
        }
        if kept.names:
            names = _all(number for _, number in sorted(kept.names))
            told["/Names"] = b"<</Dests <</Kids [%b]>>>>" % names
        if kept.intents:
            told["/OutputIntents"] = kept.intents
        if kept.language:
            told["/Lang"] = kept.language
        file.finish(file.add(_dictionary(told)), file.add(_info(about)), about.identifier)
        return BoundPages(kept.pages, conforming)

    def _end_tags(self) -> None:
        kept = self._kept
        self._file.put(self._document, b"<</Type /StructElem /S /Document /P %b /K [%b]>>" % (
            _to(self._tree), _all(kept.parts)))
        told = {
            "/Type": b"/StructTreeRoot", "/K": b"[%b]" % _to(self._document),
            "/ParentTree": b"<</Kids [%b]>>" % _all(kept.parents),
            "/ParentTreeNextKey": b"%d" % kept.tags,
        }
        if kept.roles:
            told["/RoleMap"] = _dictionary(kept.roles)
        self._file.put(self._tree, _dictionary(told))


def _info(about: VolumeAbout) -> bytes:
    told = {"/Title": about.title, "/Creator": CREATOR, "/CreationDate": about.pdf_time,
            "/ModDate": about.pdf_time}
    if about.author:
        told["/Author"] = about.author
    return _dictionary({key: text_of(value) for key, value in told.items()})


def _row(first: Any) -> Iterator[Any]:
    """An item of an outline and those after it."""
    for _ in range(_MOST_ITEMS):
        if first is None:
            return
        yield first
        first = first.get("/Next")


def _numbered(found: Sequence[tuple[int, bytes]]) -> bytes:
    """A leaf of a tree of numbers."""
    return b"<</Limits [%d %d] /Nums [%b]>>" % (
        found[0][0], found[-1][0], b" ".join(b"%d %b" % one for one in found))


def _dictionary(entries: dict[str, bytes]) -> bytes:
    return b"<<%b>>" % b" ".join(b"%b %b" % (key.encode(), text) for key, text in entries.items())


def _to(number: int) -> bytes:
    return b"%d 0 R" % number


def _all(numbers: Iterable[int]) -> bytes:
    return b" ".join(map(_to, numbers))
