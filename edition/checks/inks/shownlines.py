"""Where on a page the type of a text operator stands: the advances of its face, and its matrix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from edition.checks.inks.grounds import Point
from edition.checks.inks.pdfvalues import PdfFile

Matrix = tuple[float, float, float, float, float, float]
UPRIGHT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
MOST_CODES = 65_536
"""of a face, and entries that are read of its advances"""
MOST_STEPS = 16
"""places of a line at which what lies below it is looked at"""
_HEIGHTS = (0.05, 0.45, 0.8)
"""em above the baseline of these places"""


@dataclass(frozen=True, slots=True)
class Advances:
    """How far each character of a face goes, in 1/1000 em."""

    code_bytes: int = 1
    each: dict[int, float] = field(default_factory=dict)
    usual: float = 500.0


def times(one: Matrix, other: Matrix) -> Matrix:
    """One matrix after the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)


def advances_of(file: PdfFile, face: dict[str, Any]) -> Advances:
    """The advances a face of the file tells."""
    under = file.row(face.get("DescendantFonts"))
    if under:
        own = file.table(under[0])
        usual = file.get(own.get("DW", 1000))
        return Advances(2, dict(islice(_of_codes(file, file.row(own.get("W"))), MOST_CODES)),
                        float(usual) if isinstance(usual, int | float) else 1000.0)
    first = file.get(face.get("FirstChar"))
    told = file.row(face.get("Widths"))
    begin = first if isinstance(first, int) else 0
    return Advances(1, {begin + at: float(width) for at, width in enumerate(told[:256])
                        if isinstance(width, int | float)})


def _of_codes(file: PdfFile, row: list[Any]) -> Iterator[tuple[int, float]]:
    """The entries of `W`: a code and the widths from it on, or two codes and one width."""
    at = 0
    while at + 1 < len(row):
        code, then = row[at], row[at + 1]
        if not isinstance(code, int):
            return
        if isinstance(then, list):
            widths = [file.get(one) for one in then[:MOST_CODES]]
            yield from ((code + n, float(w)) for n, w in enumerate(widths)
                        if isinstance(w, int | float))
            at += 2
            continue
        width = row[at + 2] if at + 2 < len(row) else None
        if isinstance(then, int) and isinstance(width, int | float):
            codes = range(max(code, 0), min(then + 1, MOST_CODES))
            yield from ((one, float(width)) for one in codes)
        at += 3


def reach(advances: Advances, shown: Any, size: float) -> float:
    """How far a shown string, or the parts of a line, go, in the units of the text."""
    parts = shown if isinstance(shown, list) else [shown]
    total = 0.0
    for part in parts:
        if isinstance(part, bytes):
            step = advances.code_bytes
            total += sum(
                advances.each.get(int.from_bytes(part[at : at + step], "big"), advances.usual)
                for at in range(0, len(part), step)
            )
        elif isinstance(part, int | float):
            total -= part
    return total * size / 1000


def places(matrix: Matrix, far: float, size: float) -> Iterator[Point]:
    """Points of the page from the begin of a line to its end, on it and above."""
    a, b, c, d, e, f = matrix
    steps = max(1, min(MOST_STEPS, round(abs(far) / max(abs(size), 0.01))))
    for step in range(steps):
        x = far * (step + 0.5) / steps
        for height in _HEIGHTS:
            y = height * size
            yield a * x + c * y + e, b * x + d * y + f
