"""Fit one line: shrink or stretch its gaps in the order CLREQ gives, equally inside a class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.compose.gaps import CLASSES, Gap

EPS = 1e-9


@dataclass(frozen=True, slots=True)
class Fit:
    """Widths of the gaps of one line in em, and how far the line was stretched."""

    widths: tuple[float, ...]
    extra: float = 0.0
    """even share added to every gap that takes a rest (JU6)"""
    short: float = 0.0
    """em that could not be closed; 0 on a line that reaches the edge"""
    over: float = 0.0
    """em by which the line stays too wide; 0 on a line that fits"""


def fit(line: Sequence[Gap], excess: float, *, justify: bool) -> Fit:
    """Resolve the gaps of a line whose natural width is `excess` em too wide.

    A negative excess stretches the line when `justify` is true, else leaves it natural.
    """
    if excess > EPS:
        return _shrunk(line, excess)
    if excess < -EPS and justify:
        return _stretched(line, -excess)
    return Fit(tuple(g.natural for g in line))


def _shrunk(line: Sequence[Gap], need: float) -> Fit:
    widths = [g.natural for g in line]
    for shrink in range(CLASSES):
        members = [i for i, g in enumerate(line) if g.shrink == shrink and g.slack > EPS]
        need = _share(widths, members, [line[i].slack for i in members], need, -1.0)
        if need <= EPS:
            return Fit(tuple(widths))
    return Fit(tuple(widths), over=need)


def _stretched(line: Sequence[Gap], need: float) -> Fit:
    widths = [g.natural for g in line]
    for stretch in (0, 1):
        members = [i for i, g in enumerate(line) if g.stretch == stretch and g.room > EPS]
        need = _share(widths, members, [line[i].room for i in members], need, 1.0)
        if need <= EPS:
            return Fit(tuple(widths))
    takers = [i for i, g in enumerate(line) if g.rest]
    if not takers:
        return Fit(tuple(widths), short=need)
    each = need / len(takers)
    for i in takers:
        widths[i] += each
    return Fit(tuple(widths), extra=each)


def _share(
    widths: list[float], members: list[int], bounds: list[float], need: float, sign: float
) -> float:
    """Give `need` to the members in equal amounts, each up to its bound; return what is left."""
    left = list(zip(members, bounds, strict=True))
    given = 0.0
    while left and need > EPS:
        step = min(need / len(left), min(bound for _, bound in left) - given)
        given += step
        need -= step * len(left)
        for i, _ in left:
            widths[i] += sign * step
        left = [(i, bound) for i, bound in left if bound - given > EPS]
    return need
