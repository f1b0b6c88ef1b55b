"""Lines to slugs: running text with its legal cuts, lines moved, a label set before its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil

from edition.compose.composed import LaterLine, Line, Slug, SlugKind
from edition.compose.rows.celltext import cell_lines
from edition.compose.typesetter import GAPES, Typesetter
from edition.model import Mark, Runs

ALONE_AT_FOOT = 6.0
"""Price of a paragraph's first line alone at a leg's foot, where it has more than two (PA3, S)."""
WHOLE_QUOTE = 0.5
"""share of the rows of a page up to which a pull quote is never parted: it stands in one leg"""
QUOTE_PART = 40.0
"""Price of a leg that ends within a pull quote: only a hole costs more."""
_PART_LINES = range(3, 7)
"""lines of a pull quote that stay together"""
_SNUG = "：）】〕》、，。；"
"""marks whose own blank parts a label from its text"""
LEAST = 2.0
"""em a column must have beside a label; a longer label runs on into its text"""
_NOTHING = 1e-9
_ENDLESS = 1e6
"""em of a line that is never broken"""
GAP = 0.5
"""em between a label and its text where the label ends in no such mark"""


def text_slugs(
    lines: Sequence[Line | LaterLine], kind: SlugKind, block: str, face: str, size: float = 1.0
) -> list[Slug]:
    """Lines of one paragraph as slugs of one row."""
    count = len(lines)
    return [
        Slug(
            kind, block, 1, (line,) if isinstance(line, Line) else line, size=size, face=face,
            cut=_cut(i, count), first=i == 0, final=i == count - 1,
        )
        for i, line in enumerate(lines)
    ]


def _cut(index: int, count: int) -> float | None:
    """Price of ending a leg after line `index` of a paragraph of `count` lines (PA3)."""
    if index == count - 1:
        return 0.0
    if index == count - 2:
        return None
    return ALONE_AT_FOOT if index == 0 else 0.0


def as_block(slugs: Iterable[Slug]) -> list[Slug]:
    """Slugs of one block: only its ends are first and final."""
    found = list(slugs)
    return [
        replace(slug, first=i == 0, final=i == len(found) - 1) for i, slug in enumerate(found)
    ]


def parted(quote: Slug, page: int) -> tuple[Slug, ...]:
    """A pull quote too tall for a leg of a page of so many rows, as parts of whole rows.

    A leg may end between them. A part keeps its place in the rows by `top`, so that the lines have
    one distance throughout.
    """
    if quote.rows <= WHOLE_QUOTE * page:
        return (quote,)
    def waste(lines: int) -> float:
        return round(ceil(lines * quote.leading - _NOTHING) - lines * quote.leading, 6)

    count = min(_PART_LINES, key=lambda lines: (waste(lines), lines))
    edges = [*range(0, len(quote.lines) - 1, count), len(quote.lines)]
    inset = (quote.rows - len(quote.lines) * quote.leading) / 2
    found = [
        replace(
            quote, rows=ceil((end - start) * quote.leading - _NOTHING),
            lines=quote.lines[start:end], top=inset - 1, cut=QUOTE_PART,
        )
        for start, end in pairwise(edges)
    ]
    found[0] = replace(found[0], rows=found[0].rows + 1, top=inset)
    rest = quote.rows - sum(part.rows for part in found)
    found[-1] = replace(found[-1], rows=found[-1].rows + rest, cut=quote.cut)
    return tuple(as_block(found))


def kept(slugs: Iterable[Slug]) -> list[Slug]:
    """Slugs between which no leg ends."""
    found = list(slugs)
    return [replace(slug, cut=None) for slug in found[:-1]] + found[-1:]


def moved(line: Line, by: float) -> Line:
    """The line `by` em of its own size further right."""
    return replace(
        line, start=line.start + by, width=line.width + by,
        origins=tuple(origin + by for origin in line.origins),
    )


def ranged_right(line: Line, measure: float) -> Line:
    """The line moved to the right edge of `measure` em."""
    return replace(moved(line, max(0.0, measure - line.width)), last=True)


def strong(runs: Runs) -> Runs:
    """The runs in 黑, whatever else they are."""
    return tuple(
        replace(run, marks=tuple(sorted({*run.marks, Mark.STRONG}))) for run in runs
    )


class LineLabel:
    """A label set on one line, and how much of the column it takes."""

    def __init__(self, setter: Typesetter, runs: Runs, face: str) -> None:
        self.runs = runs
        self.text = "".join(run.text for run in runs)
        self.line: Line | None = None
        self.pen = 0.0
        """em from the label's left edge to where its last glyph's advance ends"""
        if self.text.strip():
            (self.line,) = setter.flush(runs, _ENDLESS, face=face)
            self.pen = self.line.origins[-1] + setter.prepare(runs, face).units[-1].advances[-1]

    @property
    def room(self) -> float:
        """em up to where its text may begin."""
        return self.pen + (0.0 if self.text[-1:] in _SNUG else GAP) if self.text else 0.0


def hung(
    setter: Typesetter, label: LineLabel, text: Runs, measure: float, face: str,
    at: tuple[float, float] = (0.0, 0.0), *, ragged: bool = False,
) -> tuple[list[Line], float]:
    """A label at `at[0]` em and its text at `at[1]`; further lines begin there too.

    The text begins behind a label that is longer than the space before it. Ragged text is broken
    by sense and not justified; text whose gaps would gape is not justified either.
    """
    left, edge = at

    def set_text(runs: Runs, indent: float) -> tuple[list[Line], float]:
        lines, cost = setter.set(runs, measure - edge, face=face, indent=indent)
        if ragged:
            lines = cell_lines(setter, runs, face, measure - edge, indent)
        elif any(line.extra > GAPES for line in lines):
            lines, cost = setter.set(
                runs, measure - edge, face=face, indent=indent, justify=False
            )
        return [moved(line, edge) for line in lines], cost

    if label.line is None:
        return set_text(text, 0.0)
    if left + label.room > measure - LEAST:
        return set_text(label.runs + text, left - edge)
    if not any(run.text for run in text):
        return [moved(label.line, left)], 0.0
    lines, cost = set_text(text, max(0.0, left + label.room - edge))
    return [joined(moved(label.line, left), left + label.pen, lines[0]), *lines[1:]], cost


def joined(before: Line, pen: float, after: Line) -> Line:
    """Two lines of one size on one base line; `pen` is where the glyphs of the first end."""
    first = after.segments[0]
    trail = before.segments[-1].spacing
    lead = round(first.lead + after.start - pen - trail, 5)
    return replace(
        after, segments=(*before.segments, replace(first, lead=lead), *after.segments[1:]),
        start=before.start, origins=(*before.origins, *after.origins),
        rubies=(*before.rubies, *(
            replace(ruby, end=ruby.end + len(before.origins)) for ruby in after.rubies
        )),
    )
