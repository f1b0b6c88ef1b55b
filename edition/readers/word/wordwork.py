"""What the walk over one Word file carries along: its parts, its place, its finds, its remarks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.copy.clean import clean_text
from edition.copy.links import Links
from edition.errors import Confidence, Diagnostic
from edition.messages.texts import Value
from edition.model import Picture
from edition.readers.word.wordfields import Fields
from edition.readers.word.wordfile import Relation, WordFile
from edition.readers.word.wordnumbers import Numbering, read_numbering
from edition.readers.word.wordsheet import StyleSheet, read_styles
from edition.readers.word.wordxml import Node

PARTED = " … "
"""stands between two places of words that one remark names"""
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "a14", "m", "wp", "c14",
                         "cx", "cx1", "cx2", "cx4", "c16", "v", "o", "w16cid"})
"""prefixes of the dialects whose choice is read; of others it is the fallback"""


@dataclass
class Left:
    """Words of one kind that stand on no page, with the first place they stood in."""

    number: int
    last: int = 0
    """the paragraph of the last of them"""
    places: list[list[str]] = field(default_factory=list)
    """the pieces of words of each place"""

    @property
    def texts(self) -> list[str]:
        """The words of each place."""
        return ["".join(pieces) for pieces in self.places]


@dataclass
class WordWork:
    """The one pass over a file. State lives here and nowhere else."""

    file: WordFile
    name: str
    sheet: StyleSheet = field(default_factory=StyleSheet)
    numbers: Numbering = field(default_factory=Numbering)
    part: str = ""
    """the part being read: ids of relations are its own"""
    number: int = 0
    """paragraphs and tables so far; they serve as lines"""
    fields: Fields = field(default_factory=Fields)
    remarks: list[Diagnostic] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    images: int = 0
    made: list[str] = field(default_factory=list)
    """characters Word shows though no part holds them as text: numbers, marks, signs of formulas"""
    undone: list[str] = field(default_factory=list)
    """characters of the file that stand otherwise: codes of symbol fonts"""
    left: dict[str, Left] = field(default_factory=dict)
    unpaired: frozenset[int] = frozenset()
    """identities of the marks of fields that begin and never end, or end and never begin"""
    named: set[str] = field(default_factory=set)
    """parts whose words are named, charts and diagrams, and signs that are not known"""

    def __post_init__(self) -> None:
        self.part = self.part or self.file.document
        self.links = Links(self.name, self.say)

    def say(self, kind: str, text: str | None = None, **values: Value) -> None:
        """A remark about the place the walk is at."""
        self.remarks.append(Diagnostic(
            kind, values, max(self.number, 1), text=text, source=self.name,
        ))

    def leave(self, kind: str, text: str) -> None:
        """Words that no story takes; one remark of the kind names all of the file."""
        if not text.strip():
            return
        left = self.left.setdefault(kind, Left(max(self.number, 1)))
        if left.places and left.last == self.number:
            left.places[-1].append(text)
        else:
            left.places.append([text])
        left.last = self.number

    def told(self) -> Iterator[Diagnostic]:
        """The remarks about words left out."""
        for kind, left in self.left.items():
            yield Diagnostic(
                kind, {"count": len(left.places)}, left.number, text=PARTED.join(left.texts),
                confidence=Confidence.CERTAIN, source=self.name,
            )

    def relation(self, key: str) -> Relation | None:
        """What the part being read names by an id."""
        return self.file.relations.get(self.part, {}).get(key)


def start(file: WordFile, name: str) -> WordWork:
    """The walk before its first step."""
    styles, numbering = file.beside("styles", "w:styles"), file.beside("numbering", "w:numbering")
    sheet = read_styles(styles[1] if styles else None)
    lists = read_numbering(numbering[1] if numbering else None, sheet)
    return WordWork(file, name, sheet, lists, unpaired=frozenset(_unpaired(file)))


def _unpaired(file: WordFile) -> Iterator[int]:
    """Word shows what follows a field that never ends; so do we."""
    for _, root in file.rooted("w:document", "w:footnotes", "w:endnotes"):
        begun: list[Node] = []
        for node in root.iter("w:fldChar"):
            kind = node.get("fldCharType")
            if kind == "begin":
                begun.append(node)
            elif kind == "end" and begun:
                begun.pop()
            elif not begun:
                yield id(node)
        yield from map(id, begun)


def cleaned(text: str) -> str:
    """Clean text without line ends: those in the XML of a part are spaces."""
    return clean_text(text)[0].replace("\n", " ").replace("\t", " ")


def chosen(node: Node) -> Node | None:
    """The branch of an `mc:AlternateContent` that is shown: never two of them."""
    fallback = node.child("mc:Fallback")
    for choice in node.elements:
        if choice.tag == "mc:Choice" and (
            fallback is None or set(choice.get("Requires").split()) <= _UNDERSTOOD
        ):
            return choice
    return fallback


def opened(children: list[Node | str]) -> Iterator[Node]:
    """The elements among children, each choice replaced by what its shown branch holds."""
    for child in children:
        if isinstance(child, str):
            continue
        if child.tag == "mc:AlternateContent":
            branch = chosen(child)
            if branch is not None:
                yield from opened(branch.children)
        else:
            yield child
