"""Diagnostics and the error tree. Every error says what, where, why and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from edition.messages.catalogue import FAULTS, KINDS
from edition.messages.nearest import nearest
from edition.messages.telling import filled, sentences
from edition.messages.texts import LANGS, Lang, Phrase, Severity, Text, Value, Values

__all__ = [
    "Cancelled", "CannotFit", "CannotSet", "CannotWrite", "Confidence", "Diagnostic",
    "EditionError", "InvalidEdition", "MissingResource", "Rejected", "Severity", "Stopped",
    "UnreadableInput", "WrongUse", "hold_type", "known_lang", "reason_of", "stands_behind",
    "worst_of",
]


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
    """A stable snake_case name, such as `lost_opening`; the catalogue has its words."""
    values: Values = field(default_factory=dict, hash=False)
    """What the sentence speaks of, by name."""
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

    @property
    def severity(self) -> Severity:
        """How loud its kind is."""
        return KINDS[self.kind].severity

    @property
    def message(self) -> str:
        """A whole sentence an editor understands, in English."""
        return self.told("en")

    def told(self, lang: Lang) -> str:
        """A whole sentence an editor understands, in `lang`."""
        return filled(KINDS[self.kind].says, self.values, known_lang(lang))

    def advice(self, lang: Lang) -> str:
        """What the editor can do, in `lang`; empty where the catalogue has no advice."""
        kind = KINDS.get(self.kind)
        return filled(kind.todo, self.values, known_lang(lang)) if kind and kind.todo else ""


def worst_of(remarks: Iterable[Diagnostic]) -> Severity | None:
    """The severity of the loudest remark; None where there is none."""
    return max((remark.severity for remark in remarks), default=None)


class EditionError(Exception):
    """Base of every error `edition` raises on purpose.

    `kind` names a fault of the catalogue; its sentence says what happened, where, why, and what
    to do.
    """

    exit_code = 1

    def __init__(self, kind: str, *, where: str = "", **values: Value) -> None:
        self.kind = kind
        self.where = where
        self.values: Values = values
        super().__init__(self.message)

    def __reduce__(self) -> tuple[Any, ...]:
        """An error goes from a process of work to its caller as it is."""
        return _revived, (type(self), self.args), self.__dict__

    @property
    def message(self) -> str:
        """What, where, why and what to do, in English."""
        return self.told("en")

    @property
    def what(self) -> str:
        """What happened, in English."""
        return self._part("what", "en")

    @property
    def why(self) -> str:
        """Why, in English; empty where nothing is to be said."""
        return self._part("why", "en")

    @property
    def todo(self) -> str:
        """What to do, in English."""
        return self._part("todo", "en")

    def told(self, lang: Lang) -> str:
        """What, where, why and what to do, in `lang`."""
        lang = known_lang(lang)
        colon = ": " if lang == "en" else "："
        what = self._part("what", lang)
        head = f"{self.where}{colon}{what}" if self.where else what
        return sentences([head, self._part("why", lang), self._part("todo", lang)], lang)

    def _part(self, part: str, lang: Lang) -> str:
        text: Text | None = getattr(FAULTS[self.kind], part)
        return filled(text, self.values, lang) if text else ""


def _revived(kind: type[EditionError], args: tuple[Any, ...]) -> EditionError:
    return kind.__new__(kind, *args)


def stands_behind(error: BaseException | None, kind: type[BaseException]) -> bool:
    """True where `error` is of a kind, or was raised while one of that kind was answered."""
    while error is not None:
        if isinstance(error, kind):
            return True
        error = error.__cause__ or error.__context__
    return False


def reason_of(fault: EditionError) -> Phrase:
    """What happened and why, as a value of a sentence."""
    parts = {"what": Phrase(f"what_{fault.kind}", fault.values)}
    if FAULTS[fault.kind].why is None:
        return Phrase("reason", parts)
    return Phrase("reason_why", {**parts, "why": Phrase(f"why_{fault.kind}", fault.values)})


class WrongUse(EditionError):
    """An option, tag, layout or sidecar value that cannot be used. Exit code 2."""

    exit_code = 2


def known_lang(lang: str) -> Lang:
    """A language of the messages. Raises WrongUse for another."""
    for known in LANGS:
        if lang == known:
            return known
    tag = str(lang)[:40]
    raise WrongUse("lang_unknown", tag=tag, known=LANGS, near=nearest(tag, LANGS))


def hold_type(name: str, value: object, *kinds: type) -> None:
    """Raises WrongUse for an option `name` whose value is of none of the `kinds`."""
    if not isinstance(value, kinds):
        wanted = " | ".join(kind.__name__ for kind in kinds)
        raise WrongUse("option_type", name=name, wanted=wanted, found=type(value).__qualname__)


class UnreadableInput(EditionError):
    """Input that is missing, not text, too large or unsafe. Exit code 3."""

    exit_code = 3


class MissingResource(EditionError):
    """A font, system library or program that is not installed. Exit code 4."""

    exit_code = 4


class CannotWrite(EditionError):
    """An output that cannot be written; whatever stood there is untouched. Exit code 5."""

    exit_code = 5


class CannotSet(EditionError):
    """Copy that the layout cannot hold or the renderer cannot draw. Exit code 1."""

    exit_code = 1


class CannotFit(CannotSet):
    """Copy that no sheet, measure or size of the layout brings onto the pages asked for; nothing
    is made. `values["stories"]` are those that would have to go. Exit code 7."""

    exit_code = 7


class Rejected(EditionError):
    """A finished file with remarks louder than its maker accepts. Exit code 1."""

    exit_code = 1

    def __init__(self, severity: Severity, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.diagnostics = diagnostics
        """those of that severity and above"""
        super().__init__(
            "remarks_too_loud", severity=severity.value, count=len(diagnostics),
            first=diagnostics[0].message,
        )


class InvalidEdition(EditionError):
    """A value of an edition that no page can carry, at `path` of it. Exit code 3."""

    exit_code = 3

    def __init__(self, kind: str, *, path: str, **values: Value) -> None:
        self.path = path
        """`sections[0].stories[2].body[1].src`; empty for the edition itself"""
        super().__init__(kind, where=path, **values)


class Cancelled(EditionError):
    """The caller asked for the run to stop. Exit code 130."""

    exit_code = 130


class Stopped(EditionError):
    """A child process that ran too long, grew too big, crashed or was killed. Exit code 6."""

    exit_code = 6
