"""The cover of the book as a small front page: every line composed, with its place.

1200 × 1600 pixels (3:4, as shops and e-ink shelves want it): the name of the paper, the folio
line with weekday, and as many headlines as the sheet holds, broken by sense as on the page.
Lengths are pixels; those inside a line are em of its size.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from edition.compose.composed import Line
from edition.compose.furniture import BETWEEN, FurnitureSetter, most_characters
from edition.compose.heading import set_heading
from edition.model import Edition, Story
from edition.trade.phrases import folio, paper_name

WIDTH, HEIGHT = 1200, 1600
MARGIN = 96
INNER = WIDTH - 2 * MARGIN
FLOOR = HEIGHT - 170
"""Headlines end above this."""
FACES = ("song-heavy", "song", "kai")
"""Faces the cover is set in."""
NAME_SIZES, NAME_LINES = (210, 64), 2
"""largest and least size of the paper's name, and the lines it may take at the least"""
FOLIO_SIZES = (34, 16)
EDITORS_SIZES = (32, 16)

Ink = Literal["ink", "red", "grey", "hair"]


@dataclass(frozen=True, slots=True)
class CoverLine:
    """One line: its left edge and its baseline."""

    line: Line
    face: str
    size: int
    x: float
    baseline: float
    ink: Ink = "ink"
    spread: float = 0.0
    """added after every character"""


@dataclass(frozen=True, slots=True)
class CoverRule:
    """A rule from margin to margin."""

    top: float
    weight: int
    ink: Ink = "ink"


@dataclass(frozen=True, slots=True)
class FrontCover:
    lines: tuple[CoverLine, ...]
    rules: tuple[CoverRule, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the headlines of one rank are set."""

    face: str
    sizes: tuple[int, ...]
    most: int
    """lines"""
    leading: float
    """em"""


LEAD = _Kind("song-heavy", (92, 84, 76), 4, 1.3)
OTHER = _Kind("song-heavy", (46, 42), 2, 1.35)
DECK = _Kind("kai", (42, 38), 2, 58 / 42)


def front_cover(edition: Edition, setter: FurnitureSetter) -> FrontCover:
    """The lines and rules of the cover of an edition."""
    sheet = _Sheet(setter, [], [])
    y = _masthead(sheet, edition)
    _headlines(sheet, edition, y)
    _foot(sheet, edition)
    return FrontCover(tuple(sheet.lines), tuple(sheet.rules))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cover being set."""

    setter: FurnitureSetter
    lines: list[CoverLine]
    rules: list[CoverRule]

    def rule(self, top: float, weight: int, ink: Ink = "ink") -> None:
        self.rules.append(CoverRule(top, weight, ink))


def _fitting(width: float, sizes: tuple[int, int]) -> int:
    """The size, within largest and least, at which `width` em fit the sheet."""
    largest, least = sizes
    return max(least, min(largest, int(INNER / max(width, 1.0))))


def _masthead(sheet: _Sheet, edition: Edition) -> float:
    """The name as wide as the sheet allows, the double rule and the folio line; returns y."""
    name, y = paper_name(edition), 110.0
    whole = sheet.setter.line(name[: most_characters(INNER / NAME_SIZES[1])], "song-heavy")
    size = _fitting(whole.width, NAME_SIZES)
    kind = _Kind("song-heavy", (size,), NAME_LINES, 1.0)
    for line in _broken(sheet.setter, name, kind)[0]:
        y += int(size * 0.92)
        sheet.lines.append(_spread(line, size, y))
        y += int(size * 0.16)
    y += 34
    sheet.rule(y, 7)
    sheet.rule(y + 13, 2)
    parts = [part for part in folio(edition) if part != name]
    if not parts:
        return y + 16
    y += 68
    sheet.lines.extend(_justified(sheet.setter, parts, y))
    y += 24
    sheet.rule(y, 2)
    return y


def _spread(line: Line, size: int, baseline: float) -> CoverLine:
    """A short name is spaced out over the sheet, by at most half a character."""
    spare, gaps = INNER - line.width * size, len(line.text) - 1
    gap = max(0.0, min(spare / gaps, size / 2)) if gaps > 0 else 0.0
    x = MARGIN + (spare - gap * gaps) / 2
    return CoverLine(line, "song-heavy", size, x, baseline, "red", gap)


def _justified(
    setter: FurnitureSetter, parts: Sequence[str], baseline: float
) -> Iterator[CoverLine]:
    """The parts of the folio line with equal room between them, edge to edge."""
    lines = [setter.line(part, "song") for part in parts]
    size = _fitting(sum(line.width for line in lines) + len(lines) - 1, FOLIO_SIZES)
    spare = INNER - sum(line.width for line in lines) * size
    if spare < 0:
        lines, spare = [setter.cut(BETWEEN.join(parts), "song", INNER / size)], 0.0
    gap = spare / (len(lines) - 1) if len(lines) > 1 else 0.0
    x = float(MARGIN)
    for line in lines:
        yield CoverLine(line, "song", size, x, baseline)
        x += line.width * size + gap


def _headlines(sheet: _Sheet, edition: Edition, y: float) -> None:
    """The lead large, with its deck; below it as many headlines as there is room for."""
    name = paper_name(edition)
    told = [story for story in edition.stories if story.headline]
    for place, story in enumerate([s for s in told if s.headline != name] or told):
        lead = place == 0
        kind, gap = (LEAD, 78) if lead else (OTHER, 36)
        lines, size = _broken(sheet.setter, story.headline, kind, story.headline_as_read)
        if y + gap + size * kind.leading * len(lines) > FLOOR and not lead:
            return
        if place > 1:
            sheet.rule(y + gap / 2 + 4, 1, "hair")
        y += gap
        for line in lines:
            y += size * kind.leading
            sheet.lines.append(CoverLine(line, kind.face, size, MARGIN, y - size * 0.28))
        if lead:
            y = _deck(sheet, story, y) + 40
            sheet.rule(y, 2, "red")


def _deck(sheet: _Sheet, story: Story, y: float) -> float:
    if not story.deck:
        return y
    lines, size = _broken(sheet.setter, story.deck, DECK, story.deck_as_read)
    y += 20
    for line in lines:
        y += size * DECK.leading
        sheet.lines.append(CoverLine(line, DECK.face, size, MARGIN, y - size / 3, "grey"))
    return y


def _foot(sheet: _Sheet, edition: Edition) -> None:
    sheet.rule(HEIGHT - 140, 2)
    sheet.rule(HEIGHT - 132, 7)
    text = BETWEEN.join(f"{role} {name}" for role, name in edition.imprint.editors)
    if text:
        size = _fitting(sheet.setter.line(text, "kai").width, EDITORS_SIZES)
        line = sheet.setter.cut(text, "kai", INNER / size)
        x = WIDTH - MARGIN - line.width * size
        sheet.lines.append(CoverLine(line, "kai", size, x, HEIGHT - 78, "grey"))


def _broken(
    setter: FurnitureSetter, text: str, kind: _Kind, as_read: str | None = None
) -> tuple[tuple[Line, ...], int]:
    """The lines of a heading and their size in pixels.

    It is set smaller before it is cut, and what is left out is shown to be; the book has all of it.
    """
    for size in kind.sizes:
        measure = INNER / size
        if len(text) > most_characters(measure, kind.most):
            continue
        found = set_heading(setter.typesetter, text, kind.face, measure, as_read)
        if found is not None and len(found[0]) <= kind.most:
            return found[0], size
    size = kind.sizes[0]
    measure = INNER / size
    some = text[: most_characters(measure, kind.most)]
    lines = setter.running(some, kind.face, measure)
    if len(lines) <= kind.most and some == text:
        return lines, size
    before = lines[: kind.most - 1]
    rest = text[sum(len(line.text) for line in before) :]
    return (*before, setter.cut(rest, kind.face, measure, always=True)), size
