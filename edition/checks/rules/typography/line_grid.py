"""Body lines on the grid of their page (IDs GR2 and S4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from edition.checks.report import FaultPlace, Finding
from edition.checks.sight.seen_paper import SeenPaper
from edition.checks.sight.type_lines import TypeLine

_OFF = 0.1
"""pt a baseline may stand off the grid"""


def on_grid(paper: SeenPaper) -> Finding:
    """GR2: all body baselines of a page on the grid most of them share."""
    offs = list(_offs(paper))
    broken = tuple(line_place(s) for s, off in offs if off > _OFF)
    worst = max((off for _, off in offs), default=0.0)
    return Finding("GR2", "must", len(broken), len(offs), round(worst, 3) if broken else None,
                   broken)


def off_grid(paper: SeenPaper) -> Finding:
    """S4: the share of body lines off the grid of their page, %."""
    found = on_grid(paper)
    share = 100 * found.count / max(1, found.of)
    return Finding("S4", "should", found.count, found.of, round(share, 2), found.places, share)


def line_place(s: TypeLine) -> FaultPlace:
    """Where a line of type stands, with its first words."""
    return FaultPlace(s.line.page, s.line.x, s.line.y, s.line.words[:24])


def _offs(paper: SeenPaper) -> Iterator[tuple[TypeLine, float]]:
    """Every body line with its distance from the grid of its page, pt."""
    pitch, lines = paper.body.pitch, paper.type_lines
    origin: dict[int, float] = {}
    for page in {s.line.page for s in lines}:
        phases = Counter(round(s.line.y % pitch, 1) for s in lines if s.line.page == page)
        origin[page] = max(sorted(phases), key=lambda phase: phases[phase])
    for s in lines:
        off = (s.line.y - origin[s.line.page]) % pitch
        yield s, min(off, pitch - off)
