"""What a check says: findings with a count, a measure and places; a report sums them up."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal

from edition.checks.weights import HARD, WEIGHTS

Level = Literal["must", "should", "info"]
SHOWN = 12
"""places shown for one finding"""


@dataclass(frozen=True, slots=True)
class Place:
    page: int
    x: float
    """pt from the left"""
    y: float
    """pt from the foot"""
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule held against the file: `count` of `of` cases break it."""

    id: str
    level: Level
    rule: str
    count: int
    of: int
    worst: float | None = None
    """in the unit the rule names"""
    places: tuple[Place, ...] = ()
    excess: float | None = None
    """how far the measure is beyond its target, a page on the mean; None where cases count"""

    @property
    def passed(self) -> bool:
        return self.count == 0


@dataclass(frozen=True, slots=True)
class Report:
    name: str
    findings: tuple[Finding, ...]
    figures: tuple[tuple[str, float], ...] = field(default=())
    """measures that are no rules: lines, body size, extra gap"""

    @property
    def passed(self) -> bool:
        """True when every rule that must hold holds."""
        return all(f.passed for f in self.findings if f.level == "must")

    @property
    def score(self) -> float:
        """0 to 100: 100 less what stands; 0 for a hard fault.

        A finding with an excess costs its weight times that; any other its share of cases, a
        must five times a should.
        """
        loss = 0.0
        for f in self.findings:
            if f.level == "must" and f.id in HARD and not f.passed:
                return 0.0
            if f.level == "info":
                continue
            if f.id in WEIGHTS and f.excess is not None:
                loss += WEIGHTS[f.id] * f.excess
            else:
                loss += (50 if f.level == "must" else 10) * min(1.0, f.count / max(f.of, 1))
                loss += 5 if f.level == "must" and f.count else 0
        return max(0.0, round(100 - loss, 1))

    def as_json(self) -> str:
        return json.dumps(self.as_dict(), ensure_ascii=False, indent=1)

    def as_dict(self) -> dict[str, Any]:
        return {
            "file": self.name,
            "score": self.score,
            "passed": self.passed,
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

    def as_text(self) -> str:
        lines = [f"{self.name}: score {self.score:g}"]
        for f in self.findings:
            mark = "ok  " if f.passed else ("FAIL" if f.level == "must" else "note")
            worst = "" if f.worst is None else f"  worst {f.worst:g}"
            lines.append(f"  {mark} {f.id:<5} {f.count:>4} of {f.of:<5} {f.rule}{worst}")
            lines.extend(
                f"         page {p.page} at {p.x:.0f},{p.y:.0f}: {p.text}" for p in f.places[:SHOWN]
            )
        lines.extend(f"  {name}: {value:g}" for name, value in self.figures)
        return "\n".join(lines)


def skipped(name: str, rule: str, why: str = "give the copy with --stories") -> Finding:
    return Finding(name, "info", f"{rule}: not measured, {why}", 0, 0)
