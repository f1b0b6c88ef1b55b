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
_TODO = "Open it in Word and save it anew as .docx"


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
        raise _refused(name, "this is an encrypted or an old Word file",
                       "Only .docx without a password can be read")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            _entries(package, name)
            return _parts(package, name)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError,
            ValueError) as fault:
        raise _refused(name, "this is no Word file, or a damaged one", str(fault)) from fault


def _entries(package: zipfile.ZipFile, name: str) -> None:
    """The directory of the ZIP: names, flags and declared sizes."""
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    if len(entries) > _ENTRIES or sum(entry.file_size for entry in entries) > _ALL_BYTES:
        raise _refused(name, "the file unpacks to too much",
                       f"The limits are {_ENTRIES} parts and {_ALL_BYTES} bytes")
    if len(set(names)) != len(names):
        raise _refused(name, "two parts of the file have one name", "Which one counts is unclear")
    for entry in entries:
        parts = entry.filename.split("/")
        if ".." in parts or not parts[0] or "\\" in entry.filename or ":" in parts[0]:
            raise _refused(name, f"the part “{entry.filename[:80]}” leads out of the file",
                           "Parts lie inside the file")
        if entry.flag_bits & _ENCRYPTED:
            raise _refused(name, "the file is encrypted", "A part of it needs a password")
        if entry.file_size > max(_SMALL, _RATIO * entry.compress_size):
            raise _refused(name, f"the part “{entry.filename[:80]}” is a bomb",
                           f"It unpacks to more than {_RATIO} times its size")
    if "word/document.xml" not in names or "[Content_Types].xml" not in names:
        raise _refused(name, "this is no Word file", "It holds no word/document.xml")


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
            raise _refused(name, "the file unpacks to too much",
                           f"The limit is {_XML_BYTES} bytes of XML")
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
                raise _refused(name, f"the part “{entry.filename[:80]}” lies about its size",
                               "It unpacks to more than it declares")
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
            raise _refused(self.name, f"the part “{self.part}” is not valid XML", str(fault)
                           ) from fault

    def _doctype(self, *of: object) -> None:
        raise _refused(self.name, f"the part “{self.part}” declares a document type",
                       "Word files have none, and entities are not expanded")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > LIMITS.depth:
            raise _refused(self.name, f"the part “{self.part}” nests too deep",
                           f"The limit is {LIMITS.depth} levels")
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
                raise _refused(self.name, f"the file wants something from outside: {target[:80]}",
                               f"“{self.part}” names it, and nothing outside is opened")
            self.templates += kind.endswith("/attachedTemplate")
        elif target.replace("\\", "/").count("../") > self.part.count("/"):
            raise _refused(self.name, f"the target “{target[:80]}” leads out of the file",
                           f"“{self.part}” names it")


def _refused(name: str, what: str, why: str) -> UnreadableInput:
    return UnreadableInput(what, where=name, why=why, todo=_TODO)
