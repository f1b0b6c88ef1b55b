"""What a page is made of: stories with their heads and legs, section heads, and their boxes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.checks.sight.lines import Line
from edition.checks.sight.sheet import Box, Sheet


@dataclass(frozen=True, slots=True)
class Leg:
    """The part of a story in one column of one page."""

    box: Box
    lines: tuple[Line, ...]
    """from head to foot"""


@dataclass(frozen=True, slots=True)
class Block:
    """What one page holds of one story."""

    page: int
    story: int
    """rank from 0, or the number of the head on its page"""
    head: tuple[Line, ...]
    legs: tuple[Leg, ...]
    """from left to right"""
    captions: tuple[Line, ...]
    begins: int
    """place of its first line in the text stream of the paper"""
    first_leg: int | None
    """number of the leg that holds the first words; None when no one can tell"""
    members: tuple[Block, ...] = ()
    """the stories of a column of briefs, which has no head of its own"""

    @property
    def lines(self) -> tuple[Line, ...]:
        return (*self.head, *(line for leg in self.legs for line in leg.lines), *self.captions)

    @property
    def box(self) -> Box:
        return union([*(leg.box for leg in self.legs), *map(line_box, self.head)])

    @property
    def head_box(self) -> Box:
        return union(map(line_box, self.head))

    @property
    def head_size(self) -> float:
        """pt; 0 for a part without a head"""
        return max((line.size for line in self.head), default=0.0)

    @property
    def span(self) -> Box:
        """The legs together; the whole block when it has none."""
        return union(leg.box for leg in self.legs) if self.legs else self.box


@dataclass(frozen=True, slots=True)
class View:
    """A page as the rules of make-up see it."""

    sheet: Sheet
    blocks: tuple[Block, ...]
    loose: tuple[Line, ...]
    """lines of no story: masthead, folio, section heads"""
    bands: tuple[float, ...]
    """heights of the section heads, pt, from the head of the page down"""
    live: Box
    """the stories together"""
    size: float
    pitch: float
    spaces: tuple[Box, ...] = ()
    """frames for advertisements and house copy"""

    def stories(self) -> tuple[Block, ...]:
        """Each story of the page by itself, briefs too."""
        return tuple(part for block in self.blocks for part in block.members or (block,))

    def art(self) -> list[list[Box]]:
        """The pictures of each block: those in its box, or the nearest above or below it."""
        found: list[list[Box]] = [[] for _ in self.blocks]
        for picture in self.sheet.pictures:
            ranked = [
                (-min(0.0, down(block.box, picture)), -(block.box[1] + block.box[3]), n)
                for n, block in enumerate(self.blocks)
                if across(block.box, picture) > 0.5 * (picture[2] - picture[0])
            ]
            far = [item for item in sorted(ranked, key=lambda r: (r[0], -r[1]))
                   if item[0] <= 4 * self.pitch]
            if far:
                found[far[0][2]].append(picture)
        return found

    def extents(self) -> list[Box]:
        """The box of each block, its pictures and captions with it."""
        return [
            union([block.box, *art, *map(line_box, block.captions)])
            for block, art in zip(self.blocks, self.art(), strict=True)
        ]

    def zone_of(self, block: Block) -> int:
        middle = (block.box[1] + block.box[3]) / 2
        return sum(middle < band for band in self.bands)

    def zones(self) -> list[list[Block]]:
        """Blocks by the section head they stand under, from the head of the page."""
        found: dict[int, list[Block]] = {}
        for block in self.blocks:
            found.setdefault(self.zone_of(block), []).append(block)
        return [found[key] for key in sorted(found)]


def line_box(line: Line) -> Box:
    """The em boxes of a line's glyphs together."""
    size = line.size
    right = max(max(g.right, g.x + g.size if "\u3400" <= g.char <= "\u9fff" else 0)
                for g in line.glyphs)
    return min(g.left for g in line.glyphs), line.y - 0.12 * size, right, line.y + 0.88 * size


def union(boxes: Iterable[Box]) -> Box:
    all_boxes = list(boxes)
    if not all_boxes:
        return 0.0, 0.0, 0.0, 0.0
    return (min(b[0] for b in all_boxes), min(b[1] for b in all_boxes),
            max(b[2] for b in all_boxes), max(b[3] for b in all_boxes))


def across(a: Box, b: Box) -> float:
    """Width two boxes share, pt; negative when they stand apart."""
    return min(a[2], b[2]) - max(a[0], b[0])


def down(a: Box, b: Box) -> float:
    """Height two boxes share, pt; negative when they stand apart."""
    return min(a[3], b[3]) - max(a[1], b[1])


def columns(lines: Sequence[Line], size: float) -> tuple[Leg, ...]:
    """The legs of one story: body lines that overlap across stand in one, the rest where it is."""
    groups: list[tuple[Box, list[Line]]] = []
    for line in sorted(lines, key=lambda ln: (abs(ln.size - size) > 0.05, ln.x)):
        box = line_box(line)
        hit = [g for g in groups if across(g[0], box) > 0]
        if not hit:
            groups.append((box, [line]))
        elif abs(line.size - size) < 0.05:
            merged = [ln for g in hit for ln in g[1]] + [line]
            groups = [g for g in groups if g not in hit]
            groups.append((union([box, *(g[0] for g in hit)]), merged))
        else:
            max(hit, key=lambda g: across(g[0], box))[1].append(line)
    return tuple(
        Leg(union(map(line_box, members)), tuple(sorted(members, key=lambda ln: -ln.y)))
        for _, members in sorted(groups, key=lambda g: g[0][0])
    )
