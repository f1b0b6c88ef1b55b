"""What reading gives: an edition, what its copy gave cause to say, and the copy itself."""

from __future__ import annotations

from dataclasses import dataclass

from edition.errors import Diagnostic, known_lang
from edition.messages.telling import phrase
from edition.messages.texts import Lang, Phrase
from edition.model import Edition


@dataclass(frozen=True, slots=True)
class Read:
    """An edition and what its copy gave cause to say."""

    edition: Edition
    diagnostics: tuple[Diagnostic, ...] = ()
    copy: tuple[CopyFile, ...] = ()
    """the files it was read from; empty where a format has no lines"""
    finished: bool = False
    """True for one file of an edition that `to_json` wrote: nothing in it is to be repaired"""


@dataclass(frozen=True, slots=True)
class CopyFile:
    """One file of copy as decoded, to be laid beside what was read from it."""

    name: str
    lines: tuple[str, ...]
    stories: int = 0
    """how many stories of the edition came from it, held ones left out"""
    furniture: tuple[int, ...] = ()
    """numbers of its lines that are furniture"""
    held: int = 0
    """how many of the edition's held stories came from it"""


@dataclass(frozen=True, slots=True)
class ReadingGround:
    """One feature of a line, and how much it speaks for a reading."""

    feature: str
    """its name in the table of weights"""
    says: Phrase
    weight: float
    """for the reading and against the next best: each 1 makes it 2.7 times as likely"""

    def told(self, lang: Lang = "en") -> str:
        """The feature in words."""
        return phrase(self.says.key, known_lang(lang), self.says.values)


@dataclass(frozen=True, slots=True)
class SeamWeight:
    """How well a part stands beside that of a neighbour; None where it may not stand there."""

    line: int | None
    """line of the neighbour; None at the end of the copy"""
    part: str
    """what the neighbour was read as; empty at the end of the copy"""
    weight: float | None
    """beside the part that was read"""
    other_weight: float | None
    """beside the next best"""


@dataclass(frozen=True, slots=True)
class LineReading:
    """Why a line of pasted copy was read so."""

    line: int
    """the line that was asked about"""
    lines: tuple[int, ...]
    """all lines read as one with it"""
    text: str
    part: str
    """headline, paragraph, furniture …"""
    chance: float
    """probability, 0 to 1"""
    other: str
    """the next best reading; empty where there was nothing to weigh"""
    other_chance: float
    """its probability; where something has decided, the one it would have without that"""
    decided: Phrase | None = None
    """what settled the part beside all weighing: an answer, a certain sign"""
    speaking_for: tuple[ReadingGround, ...] = ()
    """heaviest first"""
    speaking_against: tuple[ReadingGround, ...] = ()
    """for the next best, heaviest first"""
    rest: float = 0.0
    """what all other features weigh together"""
    above: SeamWeight | None = None
    below: SeamWeight | None = None
