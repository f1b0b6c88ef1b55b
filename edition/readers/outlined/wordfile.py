"""A Word file before it is read: a ZIP of XML parts that must be whole, small and harmless.

Everything is checked here, on the bytes, so that the library that reads the document never
opens a bomb, an entity, or a part that names something outside the file.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.parsers import expat

from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.messages.texts import Value

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
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_HARMLESS = ("/hyperlink", "/attachedTemplate")
_CHUNK = 1 << 16
_SHOWN = 80
"""characters of a name that a message shows"""


@dataclass
class Words:
    """The characters of one part, as Word shows them."""

    text: list[str] = field(default_factory=list)
    """one entry for each paragraph"""
    deleted: list[str] = field(default_factory=list)
    """what a tracked change deletes or moves away"""


@dataclass(frozen=True, slots=True)
class WordFile:
    words: dict[str, Words]
    """parts with words by their name, such as `word/document.xml`"""
    templates: int = 0
    """templates outside the file that it names, and that are not opened"""


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
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise UnreadableInput("word_no_document", where=name)


def _parts(package: zipfile.ZipFile, name: str) -> WordFile:
    words: dict[str, Words] = {}
    xml = whole = templates = 0
    for entry in package.infolist():
        data = _unpacked(package, entry, name)
        whole += len(data)
        if not entry.filename.endswith((".xml", ".rels")):
            continue
        xml += len(data)
        if xml > _XML_BYTES or whole > _ALL_BYTES:
            raise UnreadableInput("word_too_much_xml", where=name, bytes=_XML_BYTES)
        scan = _Scan(entry.filename, name)
        scan.run(data)
        templates += scan.templates
        if scan.words.text or scan.words.deleted:
            words[entry.filename] = scan.words
    return WordFile(words, templates)


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of a part, never more than it declares."""
    found = io.BytesIO()
    with package.open(entry) as part:
        while chunk := part.read(_CHUNK):
            found.write(chunk)
            if found.tell() > entry.file_size:
                raise UnreadableInput("word_part_lies", where=name, part=entry.filename[:_SHOWN])
    return found.getvalue()


class _Scan:
    """One pass of expat over a part: safety, and the words in it."""

    def __init__(self, part: str, name: str) -> None:
        self.part, self.name = part, name
        self.words = Words()
        self.templates = 0
        self.depth = self.gone = self.unseen = 0
        self.choice: list[str] = []
        """words of a choice that counts only when it has no fallback"""
        self.fallback = False
        self.into: list[str] | None = None

    def run(self, data: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, LookupError) as fault:
            raise self._refused(
                "word_part_broken", said=str(fault), line=getattr(fault, "lineno", 1)
            ) from fault

    def _doctype(self, *of: object) -> None:
        raise self._refused("word_doctype")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise self._refused("word_part_deep", limit=LIMITS.depth)
        space, _, local = tag.rpartition(" ")
        if local == "Relationship":
            self._relation(attributes)
        if space == _FALLBACK:
            self.unseen += local == "Choice"
            self.fallback = (self.fallback and local != "AlternateContent") or local == "Fallback"
        if space not in (_WORDS, _STRICT):
            return
        if local in ("del", "moveFrom"):
            self.gone += 1
        elif local == "p" and not self.unseen:
            self.words.text.append("")
        elif local in ("t", "delText"):
            seen = self.choice if self.unseen else self.words.text
            self.into = self.words.deleted if self.gone else seen
            if not self.into or self.gone:
                self.into.append("")

    def _end(self, tag: str) -> None:
        self.depth -= 1
        space, _, local = tag.rpartition(" ")
        if space == _FALLBACK:
            self.unseen -= local == "Choice"
            if local == "AlternateContent":
                self.words.text += [] if self.fallback else self.choice
                self.choice = []
        elif space in (_WORDS, _STRICT) and local in ("del", "moveFrom"):
            self.gone -= 1
        elif local in ("t", "delText"):
            self.into = None

    def _characters(self, text: str) -> None:
        if self.into is not None:
            self.into[-1] += text

    def _relation(self, attributes: dict[str, str]) -> None:
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if attributes.get("TargetMode") == "External":
            if not kind.endswith(_HARMLESS):
                raise self._refused("word_wants_outside", target=target[:_SHOWN])
            self.templates += kind.endswith("/attachedTemplate")
        elif target.replace("\\", "/").count("../") > self.part.count("/"):
            raise self._refused("word_target_outside", target=target[:_SHOWN])

    def _refused(self, kind: str, **values: Value) -> UnreadableInput:
        return UnreadableInput(kind, where=self.name, part=self.part, **values)
