"""A Word file before it is read: a ZIP of XML parts that must be whole, small and harmless.

Everything is checked here, on the bytes, so that the walk over the document never meets a bomb,
an entity, or a part that names something outside the file.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.readers.word.wordxml import Counter, Node, PartParser

_USUAL = "word/document.xml"
_ENTRIES = 5_000
_ALL_BYTES = 10 * LIMITS.source_bytes
"""bytes of all parts unpacked"""
_XML_BYTES = 2 * LIMITS.source_bytes
"""bytes of all XML parts unpacked"""
_RATIO = 500
"""how many times larger than packed a part of more than `_SMALL` bytes may be"""
_SMALL = 1_000_000
_ENCRYPTED = 1
_OLE = b"\xd0\xcf\x11\xe0"
_CHUNK = 1 << 16
_SHOWN = 80
"""characters of a name that a message shows"""
_READ = frozenset({
    "w:document", "w:footnotes", "w:endnotes", "w:comments", "w:hdr", "w:ftr", "w:styles",
    "w:numbering", "w:settings", "c:chartSpace", "cx:chartSpace", "dgm:dataModel",
    "rel:Relationships",
})
"""roots of the parts that are read as trees; the others are only checked"""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part names by an id of its own."""

    kind: str
    """the last word of its type: `image`, `hyperlink`, `footnotes`"""
    target: str
    """name of a part, or an address outside the file"""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class WordFile:
    """The parts of a Word file."""

    parts: dict[str, Node] = field(default_factory=dict)
    """those with words, styles or numbers, by their name such as `word/document.xml`"""
    media: dict[str, bytes] = field(default_factory=dict)
    """the bytes of what is no XML"""
    relations: dict[str, dict[str, Relation]] = field(default_factory=dict)
    """of each part, by their ids"""
    document: str = _USUAL
    """name of the part with the text"""

    def rooted(self, *tags: str) -> Iterator[tuple[str, Node]]:
        """Every part whose root bears one of `tags`, with its name, in order of names."""
        return ((name, root) for name, root in sorted(self.parts.items()) if root.tag in tags)

    def outside(self) -> Iterator[Relation]:
        """What the parts name outside the file, each once; nothing of it is ever opened."""
        found = {(r.kind, r.target): r for part in self.relations.values()
                 for r in part.values() if r.outside}
        yield from found.values()

    def beside(self, kind: str, tag: str) -> tuple[str, Node] | None:
        """The part of a kind that the document names, or that of the usual name."""
        named = [r.target for r in self.relations.get(self.document, {}).values() if r.kind == kind]
        for name in (*named, f"word/{kind}.xml"):
            root = self.parts.get(name)
            if root is not None and root.tag == tag:
                return name, root
        return None


def check_word_file(data: bytes, name: str) -> WordFile:
    """Raises UnreadableInput for a file that is no Word file, damaged, encrypted or unsafe."""
    if data.startswith(_OLE):
        raise UnreadableInput("word_old_or_locked", where=name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _entries(package, name)
            return _parts(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError,
            ValueError) as fault:
        raise UnreadableInput("word_damaged", where=name, said=str(fault)) from fault


def _entries(package: zipfile.ZipFile, name: str) -> None:
    """The directory of the ZIP: names, flags and declared sizes."""
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _ALL_BYTES:
        raise UnreadableInput("word_too_much", where=name, parts=_ENTRIES, bytes=_ALL_BYTES)
    if len(set(names)) != len(names):
        raise UnreadableInput("word_part_twice", where=name)
    for entry in entries:
        parts, shown = entry.filename.split("/"), entry.filename[:_SHOWN]
        if ".." in parts or not parts[0] or "\\" in entry.filename or ":" in parts[0]:
            raise UnreadableInput("word_part_outside", where=name, part=shown)
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput("word_part_locked", where=name)
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            raise UnreadableInput("word_part_bomb", where=name, part=shown, ratio=_RATIO)
    if "[Content_Types].xml" not in names:
        raise UnreadableInput("word_no_document", where=name)


def _parts(package: zipfile.ZipFile, name: str) -> WordFile:
    found = WordFile()
    nodes = Counter()
    xml = whole = 0
    for entry in package.infolist():
        data = _unpacked(package, entry, name)
        whole += len(data)
        if not entry.filename.endswith((".xml", ".rels")):
            found.media[entry.filename] = data
            continue
        xml += len(data)
        if xml > _XML_BYTES or whole > _ALL_BYTES:
            raise UnreadableInput("word_too_much_xml", where=name, bytes=_XML_BYTES)
        parser = PartParser(entry.filename, name, nodes, _READ.__contains__)
        root = parser.run(data)
        if root is None:
            continue
        if root.tag == "rel:Relationships":
            part = _source(entry.filename)
            found.relations[part] = dict(_relations(root, part, parser))
        else:
            found.parts[entry.filename] = root
    main = [r.target for r in found.relations.get("", {}).values() if r.kind == "officeDocument"]
    for part in (*main, _USUAL):
        if found.parts.get(part, Node("")).tag == "w:document":
            return WordFile(found.parts, found.media, found.relations, part)
    raise UnreadableInput("word_no_document", where=name)


def _source(name: str) -> str:
    """The part whose relationships `name` holds: `word/document.xml` has
    `word/_rels/document.xml.rels`.
    """
    folder, _, last = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), last.removesuffix(".rels"))


def _relations(
    root: Node, part: str, parser: PartParser
) -> Iterator[tuple[str, Relation]]:
    for node in root.elements:
        kind, target = node.get("Type"), node.get("Target")
        if node.get("TargetMode") == "External":
            yield node.get("Id"), Relation(kind.rpartition("/")[2], target, True)
            continue
        place = target.replace("\\", "/")
        if place.count("../") > parser.part.count("/"):
            raise parser.refused("word_target_outside", target=target[:_SHOWN])
        full = posixpath.join("/", posixpath.dirname(part), place)
        yield node.get("Id"), Relation(
            kind.rpartition("/")[2], posixpath.normpath(full).lstrip("/")
        )


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of a part, never more than it declares."""
    found = io.BytesIO()
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            found.write(chunk)
            if found.tell() > entry.file_size:
                raise UnreadableInput("word_part_lies", where=name, part=entry.filename[:_SHOWN])
    return found.getvalue()
