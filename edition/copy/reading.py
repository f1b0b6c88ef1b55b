"""What reading gives: an edition, what its copy gave cause to say, and the copy itself."""

from __future__ import annotations

from dataclasses import dataclass

from edition.errors import Diagnostic
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
