"""Footnotes and endnotes: which are referred to, by which mark, and which by none."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from edition.copy.numbering import cut_runs
from edition.model import Runs, plain
from edition.readers.word.wordcensus import words_of
from edition.readers.word.wordwork import WordWork
from edition.readers.word.wordxml import Node
from edition.trade.numberformats import number_in

_KINDS = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
OWN_MARK = "\ufffc"
"""stands in the runs of a note where it repeats its own mark, until `labelled` takes it out"""
_RULES = ("separator", "continuationSeparator", "continuationNotice")


def labelled(label: str, runs: Runs) -> tuple[str, Runs]:
    """The label of a note and its runs: brackets the writer put around the mark go with it."""
    text = plain(runs)
    at = text.find(OWN_MARK)
    if at < 0:
        return label, runs
    before, after = text[:at].strip(), text[at + 1 : at + 2]
    pair = before and before + after in ("()", "（）", "[]", "［］", "〔〕", "【】")
    _, behind = cut_runs(runs, at + 1 + bool(pair))
    if not pair:
        head, _ = cut_runs(runs, at)
        return label, (*head, *behind)
    return before + label + after, behind


@dataclass(slots=True)
class WordMention:
    """A note the text refers to."""

    id: str
    label: str
    node: Node
    part: str
    """the part it stands in"""


@dataclass
class WordNotes:
    """The notes of one file. Which are mentioned is the only state."""

    work: WordWork
    waiting: str | None = None
    """id of the note whose mark is the text that follows"""
    mentions: dict[tuple[str, str], WordMention] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    forms: dict[str, tuple[str, int]] = field(default_factory=dict)
    """of each kind the format of its marks and the first number"""
    untold: deque[WordMention] = field(default_factory=deque)
    """mentions whose blocks are not made yet"""
    own: dict[str, WordMention] = field(default_factory=dict)
    """mentions with marks of the writer's own, by their ids"""

    def __post_init__(self) -> None:
        self.notes: dict[tuple[str, str], tuple[Node, str]] = {}
        for kind in _USUAL:
            for name, root in self._parts(kind):
                for node in root.elements:
                    if node.get("type") in _RULES:
                        # Word sets these above and below the notes of its own pages.
                        self.work.leave("note_rules_left_out", "".join(words_of(node)))
                    elif node.tag == f"w:{kind}":
                        self.notes[kind, node.get("id")] = node, name

    def _parts(self, kind: str) -> Iterator[tuple[str, Node]]:
        found = self.work.file.beside(f"{kind}s", f"w:{kind}s")
        if found is not None:
            yield found

    def refer(self, reference: Node) -> WordMention | None:
        """The note a reference names, with its mark; None where the file does not hold it."""
        key = (_KINDS[reference.tag], reference.get("id"))
        if key not in self.notes:
            return None
        if key in self.mentions:
            return self.mentions[key]
        node, part = self.notes[key]
        made = WordMention(f"note{len(self.mentions) + 1}", "", node, part)
        if reference.get("customMarkFollows", "0") not in ("0", "false", "off"):
            self.waiting = made.id
            self.own[made.id] = made
        else:
            made.label = self._label(key[0])
        self.mentions[key] = made
        self.untold.append(made)
        return made

    def skip(self, reference: Node) -> None:
        """A reference in words no one sees: its note is not seen either."""
        found = self.notes.pop((_KINDS[reference.tag], reference.get("id")), None)
        if found is not None:
            self.work.leave("hidden_text", "".join(words_of(found[0])))

    def label(self, mark: str, text: str) -> None:
        """The words that are the mark of a note of the writer's own."""
        self.waiting = None
        if (mention := self.own.get(mark)) is not None:
            mention.label = text

    def fresh(self) -> Iterator[WordMention]:
        """The notes mentioned since the last call; one that a note mentions comes after it."""
        while self.untold:
            yield self.untold.popleft()

    def name_unused(self) -> None:
        """Notes no mark refers to."""
        for key, (node, _) in self.notes.items():
            if key not in self.mentions:
                self.work.leave("unused_notes", "".join(words_of(node)))

    def _label(self, kind: str) -> str:
        if kind not in self.forms:
            self.forms[kind] = self._numbering(kind)
        form, first = self.forms[kind]
        self.counts[kind] = self.counts.get(kind, first - 1) + 1
        label = number_in(form, self.counts[kind])
        return label or str(self.counts[kind])

    def _numbering(self, kind: str) -> tuple[str, int]:
        """The format of a kind's marks and the first number."""
        settings = self.work.file.beside("settings", "w:settings")
        document = self.work.file.parts[self.work.file.document].child("w:body")
        own = document.child("w:sectPr", f"w:{kind}Pr") if document is not None else None
        general = settings[1].child(f"w:{kind}Pr") if settings is not None else None
        form = next((v for n in (own, general) if n is not None and (v := n.value("w:numFmt"))),
                    _USUAL[kind])
        start = next((v for n in (own, general) if n is not None and (v := n.value("w:numStart"))),
                     "1")
        return form, int(start) if start.isdecimal() and len(start) < 5 else 1
