"""Where a line may break (IDs LB1 to LB6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.rules.typography.signs import (
    CURRENCIES,
    PREFIXES,
    SUFFIXES,
    not_first,
    not_last,
)
from edition.checks.sight.type_lines import TypeLine

Case = tuple[bool, float, TypeLine]
"""(broken, measure, where) for every case a rule applies to"""


def line_starts(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """LB1: no stop, closer, interpunct, solidus or lone dash opens a line.

    In Latin letters a dash may: in French it opens what it parts off.
    """
    for s in lines:
        glyphs = s.line.glyphs
        lone = glyphs[0].char == "—" and (len(glyphs) < 2 or glyphs[1].char != "—")
        if not s.first:
            yield glyphs[0].char in not_first(s.tongue) or (lone and not s.tongue), 0.0, s


def line_ends(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """LB2: no opener ends a line."""
    for s in lines:
        yield s.line.glyphs[-1].char in not_last(s.tongue), 0.0, s


def split_units(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """LB4: ——, …… and stacked marks are whole."""
    for end, head, s in _seams(lines):
        text = s.line.text
        odd = (len(text) - len(text.rstrip(end))) % 2 == 1
        stacked = end in "！？" and head in "！？"
        yield (end == head and end in "—…⋯" and odd) or stacked, 0.0, s


def split_numbers(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """LB5: numbers with their signs, and words, are whole."""
    for end, head, s in _seams(lines):
        signed = (
            (end.isdigit() and (head.isdigit() or head in SUFFIXES))
            or (end in PREFIXES and head.isdigit())
        )
        yield (_sign_alone(s) if s.tongue else signed) or s.joined, 0.0, s


def _sign_alone(s: TypeLine) -> bool:
    """True for a Latin line that parts a number from its sign: 35 / %, 2,40 / €, € / 2.40.

    Two figures that only stand side by side are two numbers.
    """
    line, after = s.line.text, s.after.text if s.after else ""
    sign = after[0] in SUFFIXES or (after[0] in CURRENCIES and not after[1:2].isdigit())
    return (line[-1].isdigit() and sign) or (
        line[-1] in CURRENCIES and after[0].isdigit() and not line[-2:-1].isdigit()
    )


def split_ranges(lines: Sequence[TypeLine]) -> Iterator[Case]:
    """LB6: a range is not split after its mark."""
    for end, head, s in _seams(lines):
        lone = end in "～–" or (end == "—" and not s.line.text.endswith("——"))
        if end.isdigit() or lone:
            yield lone and head.isdigit(), 0.0, s


def _seams(lines: Sequence[TypeLine]) -> Iterator[tuple[str, str, TypeLine]]:
    """The characters on both sides of every break inside a paragraph."""
    for s in lines:
        if not s.last and s.after is not None:
            yield s.line.glyphs[-1].char, s.after.glyphs[0].char, s
