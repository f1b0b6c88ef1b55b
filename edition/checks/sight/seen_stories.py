"""What a page is made of: stories with their heads and legs, section heads, and their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.checks.sight.boxes import Box, across, down, union
from edition.checks.sight.seen_lines import BodyType, SeenLine
from edition.checks.sight.sheet import Sheet

_HEADLINE = 0.97
"""of the largest size of a head, from which a line is of the headline"""


@dataclass(frozen=True, slots=True)
class SeenLeg:
    """The part of a story in one column of one page."""

    box: Box
    lines: tuple[SeenLine, ...]
    """from head to foot"""


@dataclass(frozen=True, slots=True)
class SeenStory:
    """What one page holds of one story, or of a column of briefs."""

    page: int
    story: int
    """rank from 0, or the number of the head on its page"""
    head: tuple[SeenLine, ...]
    legs: tuple[SeenLeg, ...]
    """from left to right"""
    captions: tuple[SeenLine, ...]
    begins: int
    """place of its first line in the text stream of the paper"""
    first_leg: int | None
    """number of the leg that holds the first words; None when no one can tell"""
    members: tuple[SeenStory, ...] = ()
    """the stories of a column of briefs, which has no head of its own"""

    @property
    def lines(self) -> tuple[SeenLine, ...]:
        return (*self.head, *(line for leg in self.legs for line in leg.lines), *self.captions)

    @property
    def box(self) -> Box:
        return union([*(leg.box for leg in self.legs), *(line.box for line in self.head)])

    @property
    def head_box(self) -> Box:
        return union(line.box for line in self.head)

    @property
    def headline(self) -> tuple[SeenLine, ...]:
        """The lines of the headline from head to foot, kicker and deck left out; of a turned one
        as the file has them."""
        least = _HEADLINE * self.head_size
        lines = tuple(line for line in self.head if line.size > least)
        if self.turned:
            return lines
        return tuple(sorted(lines, key=lambda line: (-round(line.y), line.x)))

    @property
    def place_box(self) -> Box:
        """What the place of the story is told by: its head, else all of it."""
        return self.head_box if self.head else self.box

    @property
    def head_size(self) -> float:
        """pt; 0 for a part without a head"""
        return max((line.size for line in self.head), default=0.0)

    @property
    def turned(self) -> bool:
        """True where lines of its head run down (竖题)."""
        return any(line.upright for line in self.head)

    @property
    def head_beside(self) -> bool:
        """True where its head stands at the side of all its legs (竖题, 旁题)."""
        if not self.head or not self.legs:
            return False
        box = self.head_box
        level = down(box, self.span) > 0.5 * (box[3] - box[1])
        return level and all(across(box, leg.box) <= 0 for leg in self.legs)

    @property
    def span(self) -> Box:
        """The legs together; the whole story when it has none."""
        return union(leg.box for leg in self.legs) if self.legs else self.box

    @property
    def title(self) -> str:
        """The first words of the head, or of the text."""
        head = "".join(line.words for line in self.head)
        return head[:16] or self.legs[0].lines[0].words[:16]


@dataclass(frozen=True, slots=True)
class SeenPage:
    """A page as the rules of make-up see it."""

    sheet: Sheet
    stories: tuple[SeenStory, ...]
    """a column of briefs is one"""
    loose: tuple[SeenLine, ...]
    """lines of no story: masthead, folio, section heads"""
    section_heads: tuple[float, ...]
    """their heights, pt, from the head of the page down"""
    live: Box
    """the stories together"""
    body: BodyType
    spaces: tuple[Box, ...] = ()
    """frames for advertisements and house copy"""
    area: Box | None = None
    """the live area of the page below its furniture; None where only its stories are known"""
    group_heads: tuple[SeenLine, ...] = ()
    """lines that stand over several stories, where the copy tells them"""

    @property
    def number(self) -> int:
        return self.sheet.number

    @property
    def size(self) -> float:
        return self.body.size

    @property
    def pitch(self) -> float:
        return self.body.pitch

    @property
    def foot(self) -> float:
        """pt from the foot of the page to the foot of its live area, or to its lowest story."""
        if self.area is not None:
            return self.area[1]
        return min([self.live[1], *(box[1] for box in self.framed)])

    @property
    def framed(self) -> list[Box]:
        """Pictures, and boxes and tints, but no rules."""
        return [*self.sheet.pictures, *(m.box for m in self.sheet.marks if m.kind != "rule")]

    @property
    def small_lines(self) -> list[Box]:
        """Lines of no story below the size of the text: captions and credits, as a rule."""
        return [line.box for line in self.loose if line.size < self.size - 0.05]

    def each_story(self) -> tuple[SeenStory, ...]:
        """Each story of the page by itself, briefs too."""
        return tuple(part for story in self.stories for part in story.members or (story,))

    def art(self) -> list[list[Box]]:
        """The pictures of each story: those in its box, or the nearest above or below it."""
        found: list[list[Box]] = [[] for _ in self.stories]
        for picture in self.sheet.pictures:
            ranked = [
                (-min(0.0, down(story.box, picture)), story.box[1] + story.box[3], n)
                for n, story in enumerate(self.stories)
                if across(story.box, picture) > 0.5 * (picture[2] - picture[0])
            ]
            near = [item for item in sorted(ranked, key=lambda r: r[:2])
                    if item[0] <= 4 * self.pitch]
            if near:
                found[near[0][2]].append(picture)
        return found

    def extents(self) -> list[Box]:
        """The box of each story, its pictures and captions with it."""
        return [
            union([story.box, *art, *(line.box for line in story.captions)])
            for story, art in zip(self.stories, self.art(), strict=True)
        ]

    def zone_of(self, box: Box) -> int:
        """How many section heads stand above the middle of a box."""
        middle = (box[1] + box[3]) / 2
        return sum(middle < height for height in self.section_heads)

    def zones(self) -> list[list[SeenStory]]:
        """Stories by the section head they stand under, from the head of the page."""
        found: dict[int, list[SeenStory]] = {}
        for story in self.stories:
            found.setdefault(self.zone_of(story.box), []).append(story)
        return [found[key] for key in sorted(found)]


def legs_of(lines: Sequence[SeenLine], body: BodyType) -> tuple[SeenLeg, ...]:
    """The legs of one story: body lines that overlap across stand in one, the rest where it is."""
    groups: list[tuple[Box, list[SeenLine]]] = []
    for line in sorted(lines, key=lambda ln: (not body.sets(ln), ln.x)):
        box = line.box
        hit = [g for g in groups if across(g[0], box) > 0]
        if not hit:
            groups.append((box, [line]))
        elif body.sets(line):
            merged = [ln for g in hit for ln in g[1]] + [line]
            groups = [g for g in groups if g not in hit]
            groups.append((union([box, *(g[0] for g in hit)]), merged))
        else:
            max(hit, key=lambda g: across(g[0], box))[1].append(line)
    return tuple(
        SeenLeg(union(ln.box for ln in members), tuple(sorted(members, key=lambda ln: -ln.y)))
        for _, members in sorted(groups, key=lambda g: g[0][0])
    )
