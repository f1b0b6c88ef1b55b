"""What a check says: findings with a count, a measure and places; a report sums them up."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from edition.checks.targets import TARGETS
from edition.checks.weights import HARD, WEIGHTS
from edition.errors import known_lang
from edition.messages.catalogue import RULES
from edition.messages.telling import filled, phrase
from edition.messages.texts import Lang, Phrase, Text

Level = Literal["must", "should", "info"]
SHOWN = 12
"""places shown for one finding"""


@dataclass(frozen=True, slots=True)
class FaultPlace:
    """Where a rule is broken; page 0 is the file as a whole."""

    page: int
    x: float
    """pt from the left"""
    y: float
    """pt from the foot"""
    words: str | Phrase
    """words of the copy as they are, or a phrase about them"""

    @property
    def text(self) -> str:
        return self.told("en")

    def told(self, lang: Lang) -> str:
        """What is there, in `lang`."""
        if isinstance(self.words, str):
            return self.words
        return phrase(self.words.key, lang, self.words.values)


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule held against the file: `count` of `of` cases break it."""

    code: str
    """of the rule in the catalogue: its ID, with a kind of file where two kinds share one"""
    level: Level
    count: int
    of: int
    worst: float | None = None
    """in the unit the rule names"""
    places: tuple[FaultPlace, ...] = ()
    excess: float | None = None
    """how far the measure is beyond its target, a page on the mean; None where cases count"""
    unmeasured: Phrase | None = None
    """why the rule was not held against the file; None when it was"""

    @property
    def id(self) -> str:
        return self.code.partition("/")[0]

    @property
    def passed(self) -> bool:
        return self.count == 0

    @property
    def rule(self) -> str:
        """What the rule demands, or why it was not measured, in English."""
        if self.unmeasured is None:
            return self.demand("en")
        return f"{self.name('en')}: {self._verdict('en')}"

    def name(self, lang: Lang) -> str:
        """What the rule is called."""
        return RULES[self.code].name.pattern(lang)

    def demand(self, lang: Lang) -> str:
        """What the rule demands."""
        return _rule_words(RULES[self.code].demands, self.code, lang)

    def todo(self, lang: Lang) -> str:
        """What to do where the rule is broken."""
        return _rule_words(RULES[self.code].todo, self.code, lang)

    def told(self, lang: Lang) -> Iterator[str]:
        """Lines of a report: the verdict, the places, and what to do where there are any."""
        mark = "passed" if self.passed else ("failed" if self.level == "must" else "noted")
        yield phrase("check_finding", lang, {
            "mark": Phrase(f"check_{mark}"), "id": self.id, "count": self.count, "of": self.of,
            "name": self.name(lang), "rule": self._verdict(lang),
        })
        for place in self.places[:SHOWN]:
            yield phrase("check_place" if place.page else "check_in_file", lang, {
                "page": place.page, "x": place.x, "y": place.y, "words": place.told(lang),
            })
        if not self.passed and self.level != "info":
            yield phrase("check_todo", lang, {"todo": self.todo(lang)})

    def _verdict(self, lang: Lang) -> str:
        if self.unmeasured is not None:
            return phrase("check_unmeasured", lang, {"why": self.unmeasured})
        if self.worst is None:
            return self.demand(lang)
        return phrase("check_worst", lang, {"rule": self.demand(lang), "worst": self.worst})


def _rule_words(text: Text, code: str, lang: Lang) -> str:
    return filled(text, TARGETS.get(code, {}), lang)


@dataclass(frozen=True, slots=True)
class Report:
    """All findings on one file."""

    name: str
    findings: tuple[Finding, ...]
    figures: tuple[tuple[str, float], ...] = ()
    """measures that are no rules: lines, body size, extra gap"""

    @property
    def passed(self) -> bool:
        """True when every rule that must hold holds."""
        return all(f.passed for f in self.findings if f.level == "must")

    @property
    def printable(self) -> bool:
        """False when a hard rule is broken: a page no one may print, whatever its score."""
        return not self._hard

    @property
    def _hard(self) -> tuple[str, ...]:
        """Codes of the hard rules that are broken."""
        return tuple(
            f.id for f in self.findings if f.level == "must" and f.id in HARD and not f.passed)

    @property
    def score(self) -> float:
        """0 to 100, how well the pages are made up; a hard fault is told beside it.

        100 × e^(−loss ÷ 100): a small loss costs itself, and of two bad pages the worse is still
        told from the other.
        """
        return round(100 * math.exp(-sum(map(lost, self.findings)) / 100), 1)

    def as_json(self) -> str:
        """The report for programs: in English, whatever the reader's language."""
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)

    def as_dict(self) -> dict[str, Any]:
        """The shape of `edition check --json`."""
        return {
            "file": self.name,
            "score": self.score,
            "passed": self.passed,
            "printable": self.printable,
            "figures": dict(self.figures),
            "findings": [
                {
                    "id": f.id, "level": f.level, "rule": f.rule, "count": f.count, "of": f.of,
                    "worst": f.worst,
                    "excess": None if f.excess is None else round(f.excess, 3),
                    "places": [
                        {"page": p.page, "x": round(p.x, 1), "y": round(p.y, 1), "text": p.text}
                        for p in f.places[:SHOWN]
                    ],
                }
                for f in self.findings
            ],
        }

    def as_text(self, lang: Lang = "en") -> str:
        """The report for a reader of `lang`."""
        lang = known_lang(lang)
        head = phrase("check_score", lang, {"name": self.name, "score": self.score})
        if not self.printable:
            head += "\n" + phrase("check_not_printable", lang, {"rules": self._hard})
        lines = [head, *(line for f in self.findings for line in f.told(lang))]
        lines += [
            phrase("check_figure", lang, {"name": Phrase(f"figure_{name}"), "value": value})
            for name, value in self.figures
        ]
        return "\n".join(lines)


def lost(finding: Finding) -> float:
    """Points a finding costs: its weight times its excess, or its share of cases.

    A must costs five times a should, and 5 for there being any.
    """
    f = finding
    if f.level == "info":
        return 0.0
    if f.id in WEIGHTS and f.excess is not None:
        return WEIGHTS[f.id] * f.excess
    share = min(1.0, f.count / max(f.of, 1))
    return 50 * share + (5 if f.count else 0) if f.level == "must" else 10 * share


def unmeasured(code: str, why: str = "give_the_copy") -> Finding:
    """A rule that could not be held against the file; `why` is a phrase of the catalogue."""
    return Finding(code, "info", 0, 0, unmeasured=Phrase(why))
