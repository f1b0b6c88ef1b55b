"""Diagnostics and the error tree. Every error says what, where, why and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How loudly a diagnostic speaks. `ERROR` makes a `--strict` run exit 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Confidence(StrEnum):
    """How sure a query is of what it says."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    WEAK = "weak"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark about the copy or the page: a query for the editor, a record, or a fault.

    The core never prints; it returns these. `edition stories` lists those that carry a line.
    """

    kind: str
    """A stable snake_case name, such as `lost_opening`."""
    severity: Severity
    message: str
    """A whole sentence an editor understands."""
    line: int | None = None
    """Line of the source text, counted from 1."""
    story: int | None = None
    """Number of the story in the edition, counted from 1."""
    text: str | None = None
    """The words in question, exactly as in the source."""
    suggestion: str | None = None
    """A reading the editor may choose. It is never applied by itself."""
    confidence: Confidence | None = None
    source: str | None = None
    """Name of the source file, when several are read."""


class EditionError(Exception):
    """Base of every error `edition` raises on purpose.

    The four parts make one message: what happened, where, why, and what to do.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", why: str = "", todo: str = "") -> None:
        self.what = what
        self.where = where
        self.why = why
        self.todo = todo
        super().__init__(self.message)

    @property
    def message(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        parts = [head, self.why, self.todo]
        return " ".join(p if p.endswith((".", "?", "!", "。")) else f"{p}." for p in parts if p)


class WrongUse(EditionError):
    """An option, tag, layout or sidecar value that cannot be used. Exit code 2."""

    exit_code = 2


class UnreadableInput(EditionError):
    """Input that is missing, not text, too large or unsafe. Exit code 3."""

    exit_code = 3


class MissingResource(EditionError):
    """A font or system library that is not installed. Exit code 4."""

    exit_code = 4


class CannotWrite(EditionError):
    """An output that cannot be written; whatever stood there is untouched. Exit code 5."""

    exit_code = 5


class CannotSet(EditionError):
    """Copy that the layout cannot hold or the renderer cannot draw. Exit code 1."""

    exit_code = 1
