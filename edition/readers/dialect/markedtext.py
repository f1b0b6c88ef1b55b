"""Inline content of Markdown: tokens become runs with their marks, links, readings and notes.

Line ends are settled later: a run of `SOFT` is a line end of the file that may mean nothing, one
of `HARD` a line end that was asked for, one of `BREAK` a `<br>`, which ends no line of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import unquote

from edition.copy.clean import clean_text
from edition.copy.links import Links
from edition.errors import Diagnostic
from edition.messages.texts import Phrase, Value
from edition.model import Figure, Run, Runs, plain
from edition.readers.dialect.tokens import Token
from edition.readers.outlined.runs import tidy
from edition.readers.tree.entities import entities_twice, read_twice

SOFT, HARD, BREAK = "\r", "\n", "\x0b"


@dataclass
class Tally:
    """What of one kind the file holds: the line of the first, and the words of all."""

    line: int
    texts: list[str] = field(default_factory=list)


@dataclass
class Told:
    """What is said of one file: remarks line by line, and what is counted by its kind."""

    name: str
    line: int
    """line that remarks name; whoever reads the blocks sets it"""
    remarks: list[Diagnostic] = field(default_factory=list)
    counted: dict[tuple[str, str], Tally] = field(default_factory=dict)

    def say(self, kind: str, text: str | None = None, **values: Value) -> None:
        """Remark on the line that is being read."""
        self.remarks.append(Diagnostic(kind, values, self.line, text=text, source=self.name))

    def count(self, kind: str, what: str, text: str) -> None:
        """Count one more of what a phrase names; each kind and phrase is one remark in the end."""
        self.counted.setdefault((kind, what), Tally(self.line)).texts.append(text)

    def left_out(self, what: str, text: str) -> None:
        """Count what is never printed."""
        self.count("markup_left_out", what, text)

    def asked(self, what: str, text: str) -> None:
        """Count what the editor has to look at: its meaning is guessed."""
        self.count("markup_asked", what, text)

    def done(self) -> list[Diagnostic]:
        """Every remark, those of the counted last."""
        return [*self.remarks, *(
            Diagnostic(
                kind, {"count": len(tally.texts), "what": Phrase(what)}, tally.line,
                text="　".join(tally.texts), source=self.name,
            ) for (kind, what), tally in self.counted.items()
        )]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """A note as its marks show it."""

    label: str
    """what the mark prints"""
    id: str


class MarkedInline:
    """What inline content needs of its file: remarks, links, the notes that can be mentioned."""

    def __init__(self, told: Told, notes: Mapping[str, MarkedMention]) -> None:
        self.told = told
        self.notes = notes
        self.mentioned: list[str] = []
        """labels of notes in the order of their first marks; the reader of blocks empties it"""
        self.seen: set[str] = set()
        self.links = Links(told.name, lambda kind, text: told.say(kind, text))

    def mention(self, label: str) -> MarkedMention | None:
        """The note a mark names, or None where the file has no such note."""
        found = self.notes.get(label)
        if found is None:
            self.told.say("note_missing", f"[^{label}]")
        elif label not in self.seen:
            self.seen.add(label)
            self.mentioned.append(label)
        return found

    def picture(self, source: str, caption: str, alt: str, lines: tuple[int, ...]
                ) -> Iterator[Figure]:
        """A picture beside the copy; of one that lies elsewhere the caption stays."""
        source = unquote(source)
        inside = source.removeprefix("./")
        runs = (Run(caption),) if caption else ()
        if _is_inside(inside):
            yield Figure(inside, runs, alt=alt or None, lines=lines[:1])
            return
        self.told.say("picture_missing", alt or caption or source[:200], src=source[:200], place="")
        if caption:
            yield Figure(None, runs, alt=alt or None, lines=lines[:1])

    def image(self, token: Token, lines: tuple[int, ...]) -> Iterator[Figure]:
        """The picture of an image token."""
        alt = plain(tidy([Run(c.content) for c in token.children or ()]))
        title = str(token.attrGet("title") or "").strip()
        return self.picture(str(token.attrGet("src") or ""), title, alt, lines)


    def cleaned(self, text: str) -> str:
        """Words an entity may have brought in, as meant, and without what no page can carry."""
        for entity in entities_twice(text):
            self.told.count("entities_twice", "struck_text", entity)
        text = read_twice(text)
        return text if text.isprintable() else clean_text(text)[0]


def broken_off(runs: Iterable[Run], ends: str) -> list[list[Run]]:
    """The runs between the line ends that are in `ends`."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        if run.text and run.text in ends:
            rows.append([])
        else:
            rows[-1].append(run)
    return rows


def joined(runs: Sequence[Run]) -> Runs:
    """The runs as one line: a line end is a space only between Latin words."""
    return tidy([Run(SOFT) if run.text in (HARD, BREAK) else run for run in runs])


def _is_inside(name: str) -> bool:
    parts = name.split("/")
    return not (
        not name or "" in parts or ".." in parts or "\\" in name or ":" in parts[0]
    )
