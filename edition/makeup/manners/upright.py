"""A headline whose lines run down (竖题): every character in a cell of its own, marks turned.

Two figures side by side share a cell; more of them stand one under the other. What has no upright
form of its own (words in Latin letters, dashes) is not turned.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from edition.compose.composed import Heading, Line, Segment

CELL = 1.08
"""em of its size from one character of a turned line to the next"""
PAUSE = 0.5
"""em for a space in a turned line"""
ADVANCE = 1.24
"""em of its size from one turned line to the next"""
TURNED_MARKS = frozenset("“”‘’「」『』《》〈〉（）【】〔〕：；，、。")
"""marks drawn in their form for lines that run down"""
UPRIGHT_MARKS = frozenset("！？·")


def turned(heading: Heading, row: float) -> tuple[tuple[Heading, float], ...] | None:
    """Each line of a heading as headings of one cell a line, with the row each begins at.

    `row` is em of the body in one grid row. Several headings make one line where a space parts
    it. None where a character cannot stand upright.
    """
    found: list[tuple[Heading, float]] = []
    pitch = heading.size * CELL / row
    for line in heading.lines:
        at = 0.0
        for cells in _parts(line):
            if cells is None:
                return None
            if cells:
                found.append((replace(
                    heading, lines=cells, leading=pitch, rows=len(cells), fill=1.0, last_fill=1.0,
                    align="center",
                ), at))
            at += len(cells) * pitch + PAUSE * heading.size / row
    return tuple(found)


def lines_turned(heading: Heading, row: float) -> tuple[tuple[tuple[Heading, float], ...], ...]:
    """The same line by line; empty where one cannot be turned."""
    found = []
    for line in heading.lines:
        some = turned(replace(heading, lines=(line,)), row)
        if not some:
            return ()
        found.append(some)
    return tuple(found)


def deep(parts: tuple[tuple[Heading, float], ...]) -> float:
    """Rows from the head of a turned line to its foot."""
    last, at = parts[-1]
    return at + len(last.lines) * last.leading


def _parts(line: Line) -> Iterator[tuple[Line, ...] | None]:
    """The cells of a line between its spaces; None where one cannot stand upright."""
    cells: list[Line] = []
    for text, segment, width in _pieces(line):
        if text.isspace():
            yield tuple(cells)
            cells = []
            continue
        cell = _cell(text, segment, width)
        if cell is None:
            yield None
            return
        cells.append(cell)
    yield tuple(cells)


def _pieces(line: Line) -> Iterator[tuple[str, Segment, float]]:
    """Characters of a line with their segment and width in em; two lone figures are one piece."""
    chars = [(c, s) for s in line.segments for c in s.text]
    edges = [*line.origins, line.start + line.width]
    at = 0
    while at < len(chars):
        end = at + 1
        while chars[at][0].isdigit() and end < len(chars) and chars[end][0].isdigit():
            end += 1
        if end - at == 2:
            yield chars[at][0] + chars[at + 1][0], chars[at][1], edges[end] - edges[at]
            at = end
            continue
        for one in range(at, end):
            yield chars[one][0], chars[one][1], edges[one + 1] - edges[one]
        at = end


def _cell(text: str, segment: Segment, width: float) -> Line | None:
    """One cell; None for what has no upright form."""
    whole = "\u3400" <= text <= "\U0003ffff" and text not in "\uff0d\uff5e"
    if not (whole or text.isdigit() or text in TURNED_MARKS or text in UPRIGHT_MARKS):
        return None
    wide = width if text.isdigit() else 1.0
    step = wide / len(text)
    own = replace(
        segment, text=text, spacing=0.0, lead=0.0, upright=text in TURNED_MARKS, wide=False
    )
    origins = tuple(round(step * n, 4) for n in range(len(text)))
    return Line((own,), 0.0, wide, origins, last=True)
