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
from functools import cached_property

from edition.checks.sight.boxes import Box
from edition.checks.sight.ruby_glyphs import with_rubies
from edition.checks.sight.sheet import Glyph, Sheet

OPENERS = frozenset("“‘「『（《〈【〖〔［｛")
_DROP = 0.35
"""em of baseline difference that begins a new line"""
SMALL = 0.75
"""size of a figure above or below the line, of the line's, at the most"""
_CLOSE, _GUTTER = 0.25, 0.75
"""em of the larger and of the smaller of two glyphs of unlike size; white wider than the less of
both parts their lines"""
_NEAR = 1.3
"""em such a figure may begin after the sign before it, and the next sign after it"""
_RAISED = 0.7
"""em such a figure may stand off the line"""
_APART = 0.55
"""size of a Han character, of the line's, at which it is of another line"""
_BACK = 1.2
"""em the pen may go back inside a line"""
_JUMP = 2.45
"""em the pen may jump ahead inside a line"""
_CELLS = 3
"""characters one under the other that make a line that runs down"""
_CELL_STEP, _ASIDE = (0.9, 1.2), 0.3
"""em from one of them to the next, and by which their middles may differ"""
_SPACE = 0.14
"""em of white between two Latin letters that parts words"""
_ALIKE = 0.05
"""pt two sizes may differ and still be one"""


@dataclass(frozen=True)
class SeenLine:
    """One line of a page as it is drawn; what every rule asks for is reckoned once."""

    page: int
    glyphs: tuple[Glyph, ...]
    """sorted by the middle of their ink, spaces left out"""
    upright: bool = False
    """True for a line that runs down (竖题); its glyphs are then sorted from its head"""

    @property
    def text(self) -> str:
        """What it says; a reading above a word is told in brackets behind it."""
        return "".join(g.char + (f"（{g.ruby}）" if g.ruby else "") for g in self.glyphs)

    @property
    def words(self) -> str:
        """What it says, for people: with a space where the ink leaves one, but beside no Han."""
        told = self.glyphs[0].char
        for before, after in itertools.pairwise(self.glyphs):
            latin = before.char < "\u2e80" and after.char < "\u2e80"
            wide = after.left - before.right > _SPACE * min(before.size, after.size)
            told += " " * (latin and wide) + after.char
        return told

    @property
    def x(self) -> float:
        return self.glyphs[0].x

    @cached_property
    def y(self) -> float:
        size = self.size
        return next(g.y for g in self.glyphs if round(g.size, 2) == size)

    @cached_property
    def size(self) -> float:
        return Counter(round(g.size, 2) for g in self.glyphs).most_common(1)[0][0]

    @property
    def start(self) -> float:
        """x where the body of the first glyph begins: a trimmed opener starts half an em late."""
        first = self.glyphs[0]
        return first.x + (0.5 * first.size if first.char in OPENERS else 0.0)

    @cached_property
    def box(self) -> Box:
        """The em boxes of the glyphs together."""
        size = self.size
        right = max(max(g.right, g.x + g.size if "\u3400" <= g.char <= "\u9fff" else 0)
                    for g in self.glyphs)
        foot = min(g.y for g in self.glyphs) if self.upright else self.y
        return min(g.left for g in self.glyphs), foot - 0.12 * size, right, self.y + 0.88 * size


@dataclass(frozen=True, slots=True)
class BodyType:
    """What most of a paper is set in."""

    size: float
    """pt; 0 for a paper without text"""
    pitch: float
    """pt from one baseline to the next"""

    def sets(self, line: SeenLine) -> bool:
        """True for a line of the body's size."""
        return abs(line.size - self.size) < _ALIKE


@dataclass(frozen=True, slots=True)
class TextFrame:
    """A leg of body text as it was found: lines of one size one below the other."""

    page: int
    left: float
    """pt, the edge unindented lines start on"""
    measure: int
    """whole em"""
    size: float
    lines: tuple[SeenLine, ...]

    @property
    def right(self) -> float:
        return self.left + self.measure * self.size


def lines_of(sheet: Sheet) -> tuple[SeenLine, ...]:
    """The lines of a page in the order of the file."""
    glyphs = with_rubies(sheet.glyphs)
    inked = [[g for g in group if not g.char.isspace()] for group in _groups(glyphs)]
    level = [sorted(group, key=lambda g: g.left + g.right) for group in inked if group]
    found: list[SeenLine] = []
    for run in _runs_down(level):
        if len(run) >= _CELLS:
            found.append(SeenLine(sheet.number, tuple(g for cell in run for g in cell), True))
        else:
            found += [SeenLine(sheet.number, tuple(group)) for group in run]
    return tuple(found)


def _runs_down(groups: Sequence[list[Glyph]]) -> Iterator[list[list[Glyph]]]:
    """Cells of a character, or of two figures, each close under the one before; others alone."""
    run: list[list[Glyph]] = []
    for group in groups:
        if run and not _cell_under(run[-1], group):
            yield run
            run = []
        run.append(group)
    if run:
        yield run


def _cell_under(above: list[Glyph], cell: list[Glyph]) -> bool:
    a, b = above[0], cell[0]
    if len(above) > 2 or len(cell) > 2 or abs(a.size - b.size) > _ALIKE:
        return False
    aside = abs(_middle(above) - _middle(cell))
    low, high = _CELL_STEP
    return low * a.size <= a.y - b.y <= high * a.size and aside <= _ASIDE * a.size


def _middle(cell: list[Glyph]) -> float:
    """x of the middle of a cell: of its em box, as its ink may stand at one side."""
    if len(cell) == 1 and cell[0].char >= "\u2e80":
        return cell[0].x + cell[0].size / 2
    return (cell[0].left + cell[-1].right) / 2


def _groups(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    group: list[Glyph] = []
    base: Glyph | None = None
    for glyph in glyphs:
        if group and base is not None and _breaks(group[-1], glyph, base):
            yield group
            group, base = [], None
        group.append(glyph)
        if base is None or glyph.size > SMALL * base.size:
            base = glyph
    if group:
        yield group


def _breaks(before: Glyph, after: Glyph, base: Glyph) -> bool:
    """True where a new line begins; `base` is the last glyph of the line at its full size.

    A small figure may stand above or below the line, and the line goes on after it.
    """
    size = max(base.size, after.size, 0.1)
    if _unlike(base, after):
        white = min(_CLOSE * size, _GUTTER * min(base.size, after.size))
        if abs(after.left - before.right) > white:
            return True  # Text or a byline, and beyond the gutter a head on its level.
    step = after.x - before.x
    small = min(before.size, after.size) <= SMALL * size and 0 < step < _NEAR * size
    drop = _RAISED if small else _DROP
    return abs(after.y - base.y) > drop * size or step < -_BACK * size or step > _JUMP * size


def _unlike(base: Glyph, after: Glyph) -> bool:
    """True for a sign much larger than the line before it, and a Han character much smaller."""
    if base.size <= SMALL * after.size:
        return True
    return after.char >= "\u3400" and after.size < _APART * base.size


def body_type(found: Sequence[SeenLine]) -> BodyType:
    """The size most glyphs have, and the commonest step between two lines of it."""
    size = common_size(found)
    steps: Counter[float] = Counter()
    body = [line for line in found if abs(line.size - size) < _ALIKE]
    for before, after in itertools.pairwise(body):
        step = round(before.y - after.y, 1)
        if 0.9 * size < step < 3 * size:
            steps[step] += 1
    return BodyType(size, steps.most_common(1)[0][0] if steps else 1.5 * size)


def common_size(found: Sequence[SeenLine]) -> float:
    """The size most glyphs have, in pt; 0 without any."""
    counts: Counter[float] = Counter()
    for line in found:
        counts[line.size] += len(line.glyphs)
    return counts.most_common(1)[0][0] if counts else 0.0


def text_frames(found: Sequence[SeenLine], body: BodyType) -> tuple[TextFrame, ...]:
    """The legs of body text: consecutive lines of the body size one pitch apart."""
    groups: list[list[SeenLine]] = []
    for line in found:
        if not body.sets(line):
            continue
        if groups and _follows(groups[-1], line, body):
            groups[-1].append(line)
        else:
            groups.append([line])
    return tuple(frame for group in groups if (frame := _frame(group, body.size)) is not None)


def _follows(group: list[SeenLine], line: SeenLine, body: BodyType) -> bool:
    before = group[-1]
    step = before.y - line.y
    left, near = min(item.start for item in group), 2.6 * body.size
    beside = abs(line.start - left) < near or abs(line.x - left) < near
    return line.page == before.page and 0 < step < 4.2 * body.pitch and beside


def _frame(group: list[SeenLine], size: float) -> TextFrame | None:
    """Edges of a group: the left one most lines start on, a measure of whole em."""
    if len(group) < 2:
        return None
    starts = Counter(round(line.start, 1) for line in group)
    left = min(x for x, count in starts.items() if count >= max(1, len(group) // 8))
    measure = _measure(group, left, size)
    return TextFrame(group[0].page, left, measure, size, tuple(group)) if measure >= 4 else None


def _measure(group: Sequence[SeenLine], left: float, size: float) -> int:
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
