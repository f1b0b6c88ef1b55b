"""The cover of the book as a small front page: every line composed, with its place.

1200 × 1800 pixels (2:3): the name of the paper, the folio line with weekday, the lead's picture
where it has a good one, and a few headlines, broken by sense as on the page. What a frame of 3:4
cuts off at head and foot, and one of 9:16 at the sides, is ground alone. Lengths are pixels; those
inside a line are em of its size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from edition.compose.composed import Line
from edition.compose.furniture import FurnitureSetter, most_characters
from edition.compose.heading import set_heading
from edition.model import Edition, Figure
from edition.trade.phrases import folio, paper_name

WIDTH, HEIGHT = 1200, 1800
MARGIN = 150
"""94 of them are cut off where the frame is 9:16"""
INNER = WIDTH - 2 * MARGIN
CEILING, FLOOR = 170, HEIGHT - 160
"""the name stands below the one, headlines end above the other; a frame of 3:4 cuts off 100"""
FACES = ("song-heavy", "song", "kai")
"""Faces the cover is set in."""
NAME_SIZES, NAME_LINES = (300, 76), 2
"""largest and least size of the paper's name, and the lines it may take at the least"""
FOLIO_SIZE, FOLIO_LINES = 46, 2
MOST_HEADLINES = 5
WORTH_A_STEP = 0.9
"""by how much a heading must break better to be set a size smaller"""
PLATE_DEPTH = (420, 800)
"""least and greatest of the picture"""
AROUND = 56
"""between the folio line, the picture and the headlines"""
PLATE_PIXELS = 800
"""width of a picture that is good enough"""
PLATE_SHAPE = (1.15, 2.4)
"""and its width in heights"""

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
class CoverPlate:
    """A picture from edge to edge of the cover."""

    name: str
    """of the edition's picture"""
    top: float
    depth: float
    focus: tuple[float, float, float, float] | None


@dataclass(frozen=True, slots=True)
class FrontCover:
    lines: tuple[CoverLine, ...]
    rules: tuple[CoverRule, ...]
    plate: CoverPlate | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    """How the headlines of one rank are set."""

    face: str
    sizes: tuple[int, ...]
    most: int
    """lines"""
    leading: float
    """em"""


TITLE = _Kind("song-heavy", (150, 132, 112, 96, 84, 76), 5, 1.22)
"""the first headline where no paper has a name"""
LEAD = _Kind("song-heavy", (112, 100, 88, 76), 4, 1.28)
LEAD_OF_PLATE = _Kind("song-heavy", (92, 84, 76), 3, 1.28)
"""the lead below its picture"""
OTHER = _Kind("song-heavy", (60, 54), 2, 1.35)
DECK = _Kind("kai", (52, 46), 3, 1.4)


def front_cover(edition: Edition, setter: FurnitureSetter) -> FrontCover:
    """The lines, the rules and the picture of the cover of an edition."""
    sheet = _Sheet(setter, [], [])
    top = _masthead(sheet, edition)
    heads, foot, plate = _below(setter, edition, top)
    return FrontCover(
        (*sheet.lines, *(replace(one, baseline=one.baseline + foot) for one in heads.lines)),
        (*sheet.rules, *(replace(one, top=one.top + foot) for one in heads.rules)),
        plate,
    )


def _below(
    setter: FurnitureSetter, edition: Edition, top: float
) -> tuple[_Heads, float, CoverPlate | None]:
    """The headlines, where they begin, and the picture above them where both have room."""
    figure = _good_picture(edition)
    if figure and figure.src:
        room = FLOOR - top - 2 * AROUND
        heads = _headlines(setter, edition, LEAD_OF_PLATE, room - PLATE_DEPTH[0])
        depth = min(room - heads.depth, PLATE_DEPTH[1])
        foot = FLOOR - heads.depth
        if depth >= PLATE_DEPTH[0]:
            plate = CoverPlate(figure.src, foot - AROUND - depth, depth, figure.focus)
            return heads, foot, plate
    heads = _headlines(setter, edition, LEAD, FLOOR - top - AROUND)
    return heads, max(FLOOR - heads.depth, top + AROUND), None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cover being set."""

    setter: FurnitureSetter
    lines: list[CoverLine]
    rules: list[CoverRule]


def _fitting(width: float, sizes: tuple[int, int]) -> int:
    """The size, within largest and least, at which `width` em fit the sheet."""
    largest, least = sizes
    return max(least, min(largest, int(INNER / max(width, 1.0))))


def _masthead(sheet: _Sheet, edition: Edition) -> float:
    """The name as wide as the sheet allows, a rule and the folio line; returns y."""
    y = _title(sheet, edition) if _is_titled(edition) else _name(sheet, paper_name(edition))
    y += 30
    sheet.rules.append(CoverRule(y, 4, "hair"))
    parts = [part for part in folio(edition) if part != paper_name(edition)]
    for line in sheet.setter.joined(parts, "song", INNER / FOLIO_SIZE)[:FOLIO_LINES]:
        y += FOLIO_SIZE * 1.5
        sheet.lines.append(CoverLine(line, "song", FOLIO_SIZE, MARGIN, y, "grey"))
    return y + 20


def _is_titled(edition: Edition) -> bool:
    """True where the book is called after its first story, for want of a paper's name."""
    return not (edition.imprint.paper or edition.imprint.page_title) and any(
        story.headline for story in edition.stories
    )


def _title(sheet: _Sheet, edition: Edition) -> float:
    """The first headline with its deck; returns y."""
    story = next(story for story in edition.stories if story.headline)
    heads = _Heads(sheet.setter, sheet.lines, sheet.rules, float(CEILING))
    heads.add(story.headline, story.headline_as_read, TITLE, "red")
    if story.deck:
        heads.depth += 20
        heads.add(story.deck, story.deck_as_read, DECK, "grey")
    return heads.depth


def _name(sheet: _Sheet, name: str) -> float:
    """The paper's name, spread over the sheet; returns y."""
    y = float(CEILING)
    whole = sheet.setter.line(name[: most_characters(INNER / NAME_SIZES[1])], "song-heavy")
    size = _fitting(whole.width, NAME_SIZES)
    kind = _Kind("song-heavy", (size,), NAME_LINES, 1.0)
    for line in _broken(sheet.setter, name, kind)[0]:
        y += int(size * 0.92)
        sheet.lines.append(_spread(line, size, y))
        y += int(size * 0.16)
    return y


def _spread(line: Line, size: int, baseline: float) -> CoverLine:
    """A short name is spaced out over the sheet, by at most half a character."""
    spare, gaps = INNER - line.width * size, len(line.text) - 1
    gap = max(0.0, min(spare / gaps, size / 2)) if gaps > 0 else 0.0
    x = MARGIN + (spare - gap * gaps) / 2
    return CoverLine(line, "song-heavy", size, x, baseline, "red", gap)


@dataclass(slots=True)
class _Heads:
    """The headlines, counted from their own head."""

    setter: FurnitureSetter
    lines: list[CoverLine]
    rules: list[CoverRule]
    depth: float = 0.0

    def kept(self) -> tuple[int, int, float]:
        return len(self.lines), len(self.rules), self.depth

    def back_to(self, kept: tuple[int, int, float]) -> None:
        """Leave out what was added since."""
        del self.lines[kept[0] :], self.rules[kept[1] :]
        self.depth = kept[2]

    def add(self, text: str, as_read: str | None, kind: _Kind, ink: Ink) -> None:
        lines, size = _broken(self.setter, text, kind, as_read)
        for line in lines:
            self.depth += size * kind.leading
            baseline = self.depth - size * 0.28
            self.lines.append(CoverLine(line, kind.face, size, MARGIN, baseline, ink))


def _headlines(
    setter: FurnitureSetter, edition: Edition, lead: _Kind, room: float
) -> _Heads:
    """The lead large; with its deck, and below it as many headlines, as there is room for.
    Where the lead is the title of the book, those after it."""
    name, titled = paper_name(edition), _is_titled(edition)
    told = [story for story in edition.stories if story.headline and story.headline != name]
    found = _Heads(setter, [], [])
    for place, story in enumerate(told[:MOST_HEADLINES], int(titled)):
        before = found.kept()
        if found.lines:
            found.rules.append(CoverRule(found.depth + 22, 2, "hair"))
            found.depth += 44
        found.add(story.headline, story.headline_as_read, OTHER if place else lead, "ink")
        if not place and story.deck:
            before = found.kept()
            found.depth += 14
            found.add(story.deck, story.deck_as_read, DECK, "grey")
        if found.depth > room and (place or story.deck):
            found.back_to(before)
            if place:
                break
    return found


def _good_picture(edition: Edition) -> Figure | None:
    """The picture of the lead, where it is large and of a shape that a band can show."""
    lead = next((story for story in edition.stories if story.headline), None)
    for block in lead.body if lead else ():
        if isinstance(block, Figure) and block.src and block.pixels:
            wide, high = block.pixels
            if wide >= PLATE_PIXELS and PLATE_SHAPE[0] <= wide / high <= PLATE_SHAPE[1]:
                return block
    return None


def _broken(
    setter: FurnitureSetter, text: str, kind: _Kind, as_read: str | None = None
) -> tuple[tuple[Line, ...], int]:
    """The lines of a heading and their size in pixels.

    Of the sizes the one at which it breaks best; it is set smaller before it is cut, and what is
    left out is shown to be; the book has all of it.
    """
    best: tuple[float, tuple[Line, ...], int] | None = None
    for size in kind.sizes:
        measure = INNER / size
        if len(text) > most_characters(measure, kind.most):
            continue
        found = set_heading(setter.typesetter, text, kind.face, measure, as_read)
        if found is None or len(found[0]) > kind.most:
            continue
        if best is None or found[1] < best[0] - WORTH_A_STEP:
            best = found[1], found[0], size
    if best is not None:
        return best[1:]
    size = kind.sizes[0]
    measure = INNER / size
    some = text[: most_characters(measure, kind.most)]
    lines = setter.running(some, kind.face, measure)
    if len(lines) <= kind.most and some == text:
        return lines, size
    before = lines[: kind.most - 1]
    rest = text[sum(len(line.text) for line in before) :]
    return (*before, setter.cut(rest, kind.face, measure, always=True)), size
