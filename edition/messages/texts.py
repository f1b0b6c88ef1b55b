"""What an entry of the catalogue is: a sentence in three languages, with places for values.

A place is `{name}`, with a format after a colon where a number wants one: `{width:.1f}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, TypeAlias

Lang = Literal["zh-Hans", "zh-Hant", "en"]
LANGS: tuple[Lang, ...] = ("zh-Hans", "zh-Hant", "en")


class Severity(StrEnum):
    """How loudly a diagnostic speaks, the louder the greater: `INFO < WARNING < ERROR`.

    `ERROR` makes a `--strict` run exit 1.
    """

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def _loudness(self) -> int:
        return ("info", "warning", "error").index(self.value)

    def __lt__(self, other: str) -> bool:
        return self._loudness < other._loudness if isinstance(other, Severity) else NotImplemented

    def __le__(self, other: str) -> bool:
        return self._loudness <= other._loudness if isinstance(other, Severity) else NotImplemented

    def __gt__(self, other: str) -> bool:
        return self._loudness > other._loudness if isinstance(other, Severity) else NotImplemented

    def __ge__(self, other: str) -> bool:
        return self._loudness >= other._loudness if isinstance(other, Severity) else NotImplemented


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the catalogue as a value inside another sentence."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)


Value: TypeAlias = "str | int | float | Phrase | tuple[Value, ...]"
"""What fills a place: words of the copy, a number, a phrase, or a list of such."""
Values: TypeAlias = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence or phrase in every language, without a stop at its end where it is a part."""

    hans: str
    hant: str
    en: str

    def pattern(self, lang: Lang) -> str:
        """The words in `lang`."""
        return {"zh-Hans": self.hans, "zh-Hant": self.hant, "en": self.en}[lang]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of remark: how loud it is, what it says, what the editor can do."""

    severity: Severity
    says: Text
    todo: Text | None = None
    doc: str = ""
    """where the docs tell more: `reading#queries`"""


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind of error: what happened, why, and what to do; where is the raiser's to say."""

    what: Text
    why: Text | None = None
    todo: Text | None = None


@dataclass(frozen=True, slots=True)
class RuleText:
    """A rule of the preflight: its name, what it demands, what to do where it is broken."""

    name: Text
    demands: Text
    todo: Text
