"""The rules of composition by code, read from the drawn glyphs alone (IDs LB, PW, JU, PA, GR1).

No rule looks at the plan: a peer's PDF is judged as ours is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.checks.report import Finding, Level, unmeasured
from edition.checks.rules.typography import edges, justification, line_breaks, mark_widths
from edition.checks.rules.typography.line_breaks import Case
from edition.checks.rules.typography.line_grid import line_place
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.type_lines import TypeLine


@dataclass(frozen=True, slots=True)
class TypeRule:
    """How grave a rule is and which cases it finds."""

    level: Level
    cases: Callable[[Sequence[TypeLine]], Iterator[Case]]
    least: bool = False
    """True where the worst case is the least value, else that furthest from 0"""
    latin: bool = False
    """True where it holds for copy in Latin letters too"""


TYPE_RULES: Mapping[str, TypeRule] = {
    "LB1": TypeRule("must", line_breaks.line_starts, latin=True),
    "LB2": TypeRule("must", line_breaks.line_ends, latin=True),
    "LB4": TypeRule("must", line_breaks.split_units, latin=True),
    "LB5": TypeRule("must", line_breaks.split_numbers, latin=True),
    "LB6": TypeRule("should", line_breaks.split_ranges),
    "PW1": TypeRule("must", mark_widths.adjacent_marks),
    "PW2": TypeRule("must", mark_widths.end_marks, least=True),
    "PW3": TypeRule("should", mark_widths.start_marks),
    "JU1": TypeRule("must", justification.mixed_gaps),
    "JU2": TypeRule("must", edges.edges, latin=True),
    "JU5": TypeRule("must", justification.solid, least=True),
    "JU6": TypeRule("should", justification.loose),
    "PA1": TypeRule("must", edges.indents),
    "PA2": TypeRule("must", edges.runts, latin=True),
    "GR1": TypeRule("must", edges.measures),
}


def judge_type(code: str, paper: SeenPaper) -> Finding:
    """A rule of the table held against all body lines it holds for."""
    rule = TYPE_RULES[code]
    lines = [s for s in paper.type_lines if rule.latin or not s.tongue]
    if paper.type_lines and not lines:
        return unmeasured(code, "in_latin_letters")
    found = list(rule.cases(lines))
    broken = [case for case in found if case[0]]
    measures = [measure if rule.least else abs(measure) for _, measure, _ in broken]
    worst = round(min(measures) if rule.least else max(measures), 3) if measures else None
    return Finding(code, rule.level, len(broken), len(found), worst,
                   tuple(line_place(s) for _, _, s in broken))
