"""From glyphs to lines and frames: how a reader sees a page, without a plan of it.

A line is glyphs on one baseline without a wide jump, in the order of the file; inside a line
they are sorted by their ink, because two squeezed marks may share an origin. A frame is a run
of lines of one size that share a left edge and stand at one pitch.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.checks.sight.sheet import Glyph, Sheet

_DROP = 0.35
"""em of baseline difference that begins a new line"""
_BACK = 1.2
"""em the pen may go back inside a line"""
_JUMP = 2.45
"""em the pen may jump ahead inside a line"""


@dataclass(frozen=True, slots=True)
class Line:
    page: int
    glyphs: tuple[Glyph, ...]
    """sorted by the middle of their ink, spaces left out"""
    spaced: bool = False
    """True when the line holds a word space"""

    @property
    def text(self) -> str:
        return "".join(g.char for g in self.glyphs)

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @property
    def y(self) -> float:
        return self.glyphs[0].y

    @property
    def size(self) -> float:
        return Counter(round(g.size, 2) for g in self.glyphs).most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class Frame:
    """A leg as it was found: lines of one size one below the other."""

    page: int
    left: float
    """pt, the edge unindented lines start on"""
    measure: int
    """whole em"""
    size: float
    lines: tuple[Line, ...]

    @property
    def right(self) -> float:
        return self.left + self.measure * self.size


def lines(sheet: Sheet) -> tuple[Line, ...]:
    """The lines of a page in the order of the file."""
    return tuple(
        Line(
            sheet.number,
            tuple(
                sorted((g for g in group if not g.char.isspace()), key=lambda g: g.left + g.right)
            ),
            any(g.char.isspace() for g in group),
        )
        for group in _groups(sheet.glyphs)
        if any(not g.char.isspace() for g in group)
    )


def _groups(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    for glyph in glyphs:
        if group and _breaks(group[-1], glyph):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _breaks(before: Glyph, after: Glyph) -> bool:
    size = max(before.size, after.size, 0.1)
    step = after.x - before.x
    return (
        abs(after.y - before.y) > _DROP * size or step < -_BACK * size or step > _JUMP * size
    )


def body_size(found: Sequence[Line]) -> float:
    """The size most glyphs have, in pt; 0 for a page without text."""
    counts: Counter[float] = Counter()
    for line in found:
        counts[line.size] += len(line.glyphs)
    return counts.most_common(1)[0][0] if counts else 0.0


def start(line: Line) -> float:
    """x at which the body of the first glyph begins: a trimmed opener starts half an em late."""
    first = line.glyphs[0]
    return first.x + (0.5 * first.size if first.char in OPENERS else 0.0)


OPENERS = frozenset("“‘「『（《〈【〖〔［｛")


def frames(found: Sequence[Line], size: float, pitch: float) -> tuple[Frame, ...]:
    """The legs of body text: consecutive lines of the body size one pitch apart."""
    groups: list[list[Line]] = []
    for line in found:
        if abs(line.size - size) > 0.05 or len(line.glyphs) < 1:
            continue
        if groups and _follows(groups[-1], line, size, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(frame for group in groups if (frame := _frame(group, size)) is not None)


def _follows(group: list[Line], line: Line, size: float, pitch: float) -> bool:
    before = group[-1]
    down = before.y - line.y
    left = min(start(item) for item in group)
    beside = abs(start(line) - left) < 2.6 * size or abs(line.x - left) < 2.6 * size
    return line.page == before.page and 0 < down < 4.2 * pitch and beside


def _frame(group: list[Line], size: float) -> Frame | None:
    """Edges of a group: the left one most lines start on, a measure of whole em."""
    if len(group) < 2:
        return None
    starts = Counter(round(start(line), 1) for line in group)
    common = starts.most_common()
    left = min(x for x, count in common if count >= max(1, len(group) // 8))
    measure = _measure(group, left, size)
    return Frame(group[0].page, left, measure, size, tuple(group)) if measure >= 4 else None


def _measure(group: Sequence[Line], left: float, size: float) -> int:
    """Whole em up to the edge on which lines end in Han; a line beyond it sticks out."""
    cells = Counter(
        round((line.glyphs[-1].x - left) / size, 1) + 1
        for line in group
        if "\u3400" <= line.glyphs[-1].char <= "\u9fff"
    )
    if cells and (most := cells.most_common(1)[0][1]) > 1:
        return round(max(end for end, count in cells.items() if count >= max(2, most / 4)))
    ends = [line.glyphs[-1].x - left for line in group]
    return round((max(ends) + size * 0.75) / size - 0.01)


def pitch_of(found: Sequence[Line], size: float) -> float:
    """The commonest distance between a line of body size and the next, pt."""
    steps: Counter[float] = Counter()
    body = [line for line in found if abs(line.size - size) < 0.05]
    for before, after in itertools.pairwise(body):
        down = round(before.y - after.y, 1)
        if 0.9 * size < down < 3 * size:
            steps[down] += 1
    return steps.most_common(1)[0][0] if steps else 1.5 * size
