"""Readings set above their characters (注音): which are, how far a long one opens its base.

CLREQ, ruby: a reading is centred over its base; one longer than its base opens the base, and may
reach a little over neighbours that have no reading of their own. Lengths in em of the line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from edition.compose.composed import Line, Ruby
from edition.compose.gaps import Gap
from edition.compose.units import Unit, is_small
from edition.model import Mark, Run, Runs

FACE = "hei"
"""the face of readings: even strokes stay legible in so small a size"""
LONGEST_BASE = 6
"""characters of a base over which one reading is set; none of them is parted from the next"""
LONGEST_READING = 24
"""characters of a reading that is set above"""
OVERHANG = 0.25
"""em a reading may reach over a neighbour without one, on each side"""
CLEAR = 0.12
"""em between two readings"""

ReadingWidth = Callable[[str], float]
"""a reading → its width in em of the line"""


def spelled_out(runs: Runs) -> Runs:
    """The runs with each reading in brackets behind its characters."""
    if not any(run.ruby for run in runs):
        return runs
    return tuple(
        part for run in runs for part in (
            (replace(run, ruby=None), replace(run, text=f"（{run.ruby}）", ruby=None, note=None))
            if run.ruby else (run,)
        )
    )


def voiced(runs: Runs, *, above: bool) -> Runs:
    """Runs to be set: where the pack has room, short readings stay, to be set above.

    All others are written out in brackets, and so is every one beside 着重号, whose dots stand in
    the same gap.
    """
    if not above or any(Mark.DOTS in run.marks for run in runs):
        return spelled_out(runs)
    return tuple(
        part for run in runs for part in ((run,) if _stands_above(run) else spelled_out((run,)))
    )


def _stands_above(run: Run) -> bool:
    reading = run.ruby or ""
    return (
        0 < len(reading.strip()) <= LONGEST_READING and len(run.text) <= LONGEST_BASE
        and bool(run.text) and not any(c.isspace() for c in run.text) and not is_small(run.marks)
    )


@dataclass(frozen=True, slots=True)
class _Base:
    """The units `first` to `end` of a line or paragraph that one reading is of."""

    first: int
    end: int
    run: int
    reading: str


def _bases(found: Sequence[Unit], runs: Runs) -> Iterator[_Base]:
    at = 0
    for run, group in groupby(found, key=lambda unit: unit.run):
        end = at + sum(1 for _ in group)
        yield _Base(at, end, run, runs[run].ruby or "")
        at = end


def opened(
    found: Sequence[Unit], between: Sequence[Gap], runs: Runs, width: ReadingWidth
) -> tuple[Gap, ...]:
    """The gaps, each base held together and as wide as its reading asks.

    What a base is opened by stands half as wide before and behind it as between two of its
    characters; at an edge of a line it is dropped, so that the edge stays even.
    """
    bases = list(_bases(found, runs))
    made = list(between)
    for number, base in enumerate(bases):
        if not base.reading:
            continue
        near = [b for b in (*bases[max(0, number - 1):number], *bases[number + 1:number + 2])
                if b.reading]
        natural = sum(unit.body for unit in found[base.first : base.end])
        natural += sum(gap.natural for gap in between[base.first : base.end - 1])
        needs = width(base.reading) + (CLEAR if near else -2 * OVERHANG)
        extra = max(0.0, needs - natural) / (base.end - base.first)
        for at in range(max(0, base.first - 1), min(base.end, len(made))):
            inner = base.first <= at < base.end - 1
            gap = made[at]
            made[at] = replace(
                gap, natural=gap.natural + (extra if inner else extra / 2),
                price=None if inner else gap.price,
            )
    return tuple(made)


def rubies_of(
    line: Line, members: Sequence[Unit], runs: Runs,
    set_reading: Callable[[str], tuple[Line, float]], *, goes_on: bool,
) -> Iterator[Ruby]:
    """The readings above a line of the units `members`, each in the middle over its base.

    A base that had to be parted has its reading over its end; `goes_on` is true where the last
    one is parted here.
    """
    done = 0
    for base in _bases(members, runs):
        part = members[base.first : base.end]
        begin, done = done, done + sum(len(unit.text) + len(unit.space) for unit in part)
        if not base.reading or (goes_on and base.end == len(members)):
            continue
        end = done - len(part[-1].space)
        last = line.origins[end - 1]
        reading, size = set_reading(base.reading)
        middle = (line.origins[begin] + last + part[-1].advances[-1]) / 2
        yield Ruby(end, middle - reading.width * size / 2 - last, size, reading)


def settled(found: Iterator[Ruby], line: Line, measure: float) -> tuple[Ruby, ...]:
    """The readings moved where they would leave the column or stand over each other."""
    placed = list(found)
    lefts = [line.origins[ruby.end - 1] + ruby.x for ruby in placed]
    widths = [ruby.line.width * ruby.size for ruby in placed]
    least = min(0.0, line.start)
    for at, width in enumerate(widths):
        lefts[at] = max(least, lefts[at])
        least = lefts[at] + width + CLEAR / 2
    most = measure
    for at in reversed(range(len(placed))):
        lefts[at] = min(lefts[at], most - widths[at])
        most = lefts[at] - CLEAR / 2
    return tuple(
        replace(ruby, x=round(left - line.origins[ruby.end - 1], 5))
        for ruby, left in zip(placed, lefts, strict=True)
    )
