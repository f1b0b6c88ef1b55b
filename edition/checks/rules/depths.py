"""Legs in themselves: the grid, their depth, lines left alone (make-up IDs S4, S11, S12)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.checks.report import Finding, Place, skipped
from edition.checks.rules.places import title
from edition.checks.rules.typography import Setting, grid
from edition.checks.sight.blocks import Block, Leg, View
from edition.checks.sight.lines import Line, start

DEPTHS = (51.0, 254.0)
"""mm a leg is deep"""
MOST_ODD = 5.0
"""% of legs of another depth"""
_MM = 72 / 25.4


def check_legs(
    views: Sequence[View], type_lines: Sequence[Setting], pitch: float
) -> tuple[Finding, ...]:
    return off_grid(type_lines, pitch), depths(views), alone(views)


def off_grid(type_lines: Sequence[Setting], pitch: float) -> Finding:
    """S4: the share of body lines off the grid of their page, % (GR2 has the places)."""
    found = grid(type_lines, pitch)
    share = 100 * found.count / max(1, found.of)
    return Finding("S4", "should", "body lines stand on the page's grid (% off it)",
                   found.count, found.of, round(share, 2), found.places, share)


def depth(leg: Leg, view: View) -> float:
    """mm from the head of the first line's row to the foot of the last one's."""
    rows = (leg.lines[0].y - leg.lines[-1].y) / view.pitch + 1
    return rows * view.pitch / _MM


def depths(views: Sequence[View]) -> Finding:
    """S11: legs are 51 to 254 mm deep; a story of one column may be less, and a last leg."""
    found, total = [], 0
    for view in views:
        for block in view.blocks:
            whole = [depth(leg, view) for leg in block.legs]
            for n, (leg, deep) in enumerate(zip(block.legs, whole, strict=True)):
                total += 1
                if n and n == len(whole) - 1:
                    deep = max(deep, min(whole[n - 1], deep + n * view.pitch / _MM))
                low = 0.0 if len(whole) == 1 else DEPTHS[0]
                if not low <= round(deep, 1) <= DEPTHS[1]:
                    line = leg.lines[0]
                    found.append(Place(view.sheet.number, line.x, line.y,
                                       f"{deep:.0f} mm: {title(block)}"))
    share = 100 * len(found) / max(1, total)
    over = max(0.0, share - MOST_ODD)
    return Finding("S11", "should", "legs are 51 to 254 mm deep (% that are not)",
                   len(found) if over else 0, total, round(share, 1), tuple(found), over)


def alone(views: Sequence[View]) -> Finding:
    """S12: neither the first nor the last line of a paragraph stands alone in a leg."""
    found: list[Place] = []
    total, indented = 0, False
    for view in views:
        for block in view.blocks:
            total += len(block.legs)
            indented = indented or any(_opens(ln, leg, view) for leg in block.legs
                                       for ln in _body(leg, view))
            for line, what in _alone(block, view):
                found.append(Place(view.sheet.number, line.x, line.y, f"{what}: {line.text[:16]}"))
    if not indented:
        return skipped("S12", "lines of a paragraph alone in a leg", "no paragraph is indented")
    rate = 100 * len(found) / max(1, total)
    return Finding("S12", "should", "no line of a paragraph is alone in a leg (per 100 legs)",
                   len(found), total, round(rate, 1), tuple(found), rate)


def _body(leg: Leg, view: View) -> list[Line]:
    return [ln for ln in leg.lines if abs(ln.size - view.size) < 0.05]


def _opens(line: Line, leg: Leg, view: View) -> bool:
    return 0.8 * view.size < start(line) - leg.box[0] < 2.6 * view.size


def _starts(line: Line, leg: Leg, view: View) -> bool:
    """True for the first line of a paragraph, and for what is ranged right, as a byline."""
    return start(line) - leg.box[0] > 0.8 * view.size


def _alone(block: Block, view: View) -> Iterator[tuple[Line, str]]:
    for n, leg in enumerate(block.legs):
        lines = _body(leg, view)
        if not lines:
            continue
        after = _body(block.legs[n + 1], view) if n + 1 < len(block.legs) else []
        goes_on = after and not _starts(after[0], block.legs[n + 1], view)
        if _opens(lines[-1], leg, view) and goes_on and lines[-1] is leg.lines[-1]:
            yield lines[-1], "first line at the foot"
        follows = lines[1] if len(lines) > 1 else None
        ends = follows is None or _starts(follows, leg, view) or _parted(lines[0], follows, view)
        if n and lines[0] is leg.lines[0] and not _starts(lines[0], leg, view) and ends:
            yield lines[0], "last line at the head"


def _parted(line: Line, follows: Line, view: View) -> bool:
    return line.y - follows.y > 1.4 * view.pitch
