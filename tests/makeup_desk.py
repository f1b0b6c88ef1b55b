"""A desk that sets by arithmetic: ceil(characters ÷ measure) lines, headings by their length."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from edition.compose.composed import Galley, Heading, Line, Segment, Slug
from edition.compose.headed import Headed
from edition.compose.rows.wideparts import StoryPart
from edition.makeup.composer import Composer, ComposingRoom
from edition.makeup.plan.memo import ChoiceMemo
from edition.model import (
    Crosshead,
    Edition,
    HouseItem,
    Paragraph,
    Run,
    Section,
    Story,
    block_text,
)
from edition.packs.layout import Furnishing, Grid, Layout, TypeRole

LADDER = (1.8, 2.0, 2.3, 2.6, 3.0, 3.4, 4.0, 4.6, 5.3)


def broadsheet() -> Layout:
    """对开, 8 × 13 em, as the shipped pack has it."""
    grid = Grid(390, 540, 25, 9, 13.5, 8, 13, 1.0, 103)
    return Layout(
        "broadsheet", "对开", grid, Furnishing(9, 3, 3), TypeRole("song", 1.0), {}, LADDER
    )


def memo_of(desk: Composer, layout: Layout) -> ChoiceMemo:
    """A desk on which nothing was set before."""
    return ChoiceMemo(ComposingRoom(desk, layout))


def small_grid(columns: int = 4, rows: int = 30) -> Layout:
    grid = Grid(200, 200, 20, 9, 13.5, columns, 13, 1.0, rows)
    return Layout("small", "small", grid, Furnishing(4, 2, 2), TypeRole("song", 1.0), {}, LADDER)


def em_line(text: str) -> Line:
    return Line((Segment(text),), 0.0, float(len(text)), tuple(map(float, range(len(text)))))


class EmSetter:
    """Sets every character one em wide; a text too long for its line ends in …"""

    def line(self, text: str, face: str) -> Line:
        return em_line(text)

    def running(self, text: str, face: str, measure: float) -> tuple[Line, ...]:
        wide = int(measure + 1e-6)
        return tuple(em_line(text[at : at + wide]) for at in range(0, len(text), wide))

    def joined(self, pieces: Sequence[str], face: str, measure: float) -> tuple[Line, ...]:
        texts: list[str] = []
        for piece in pieces:
            if texts and len(texts[-1]) + 1 + len(piece) <= measure:
                texts[-1] += "\u3000" + piece
            else:
                texts.append(piece)
        return tuple(line for text in texts for line in self.running(text, face, measure))

    def divided(self, text: str, face: str, parts: int) -> tuple[Line, ...]:
        return self.running(text, face, max(1, -(-len(text) // parts)))

    def cut(self, text: str, face: str, measure: float, *, always: bool = False) -> Line:
        if len(text) <= measure + 1e-6 and not always:
            return em_line(text)
        return em_line(text[: int(measure + 1e-6) - 1] + "…")


class FakeDesk:
    """Counts what it is asked; answers by arithmetic."""

    def __init__(self) -> None:
        self.asked = 0

    def galley(self, copy: Story | HouseItem, measure: float) -> Galley:
        self.asked += 1
        slugs: list[Slug] = []
        story = _as_story(copy)
        for block in story.body:
            text = block_text(block)
            if isinstance(block, Crosshead):
                rows = len(block.parts) + 1
                lines = tuple(map(em_line, block.parts))
                slugs.append(Slug("crosshead", block.id, rows, lines, cut=None))
                continue
            width = int(measure)
            padded = "　　" + text
            pieces = [padded[i : i + width] for i in range(0, len(padded), width)]
            for i, piece in enumerate(pieces):
                left = len(pieces) - 1 - i
                cut = None if left == 1 else 4.0 if i == 0 and left else 0.0
                slugs.append(
                    Slug("text", block.id, 1, (em_line(piece),), cut=cut,
                         first=i == 0, final=left == 0)
                )
        if story.byline:
            if slugs:
                last = slugs[-1]
                slugs[-1] = Slug(last.kind, last.block, last.rows, last.lines, cut=None)
            slugs.append(Slug("byline", f"{story.id}-byline", 1, (em_line(story.byline.raw),)))
        return Galley(story.id, measure, tuple(slugs))

    def parts(self, copy: Story) -> tuple[StoryPart, ...]:
        return (StoryPart(copy),)

    def longer(self, copy, measure):  # type: ignore[no-untyped-def]
        """Every paragraph of four lines or more can be a line longer."""
        found, story = [], _as_story(copy)
        for block in story.body:
            slugs = [s for s in self.galley(story, measure).slugs if s.block == block.id]
            if len(slugs) < 4 or slugs[0].kind != "text":
                continue
            text = slugs[-2].lines[0].text
            halves = [replace(slugs[-2], lines=(em_line(half),), cut=None)
                      for half in (text[: len(text) // 2], text[len(text) // 2 :])]
            longer = (*slugs[:-2], *halves, slugs[-1])
            found.append((block.id, 0.1, longer))
        return tuple(found)

    def briefs(self, stories, measure):  # type: ignore[no-untyped-def]
        slugs = []
        for one in stories:
            slugs.append(Slug("briefhead", f"{one.id}-headline", 2, (em_line(one.headline),),
                              cut=None, first=True, final=True))
            slugs.extend(self.galley(one, measure).slugs)
        return Galley(stories[0].id, measure, tuple(slugs))

    def caption(self, figure, measure):  # type: ignore[no-untyped-def]
        text = block_text(figure)
        width = int(measure)
        return tuple(
            Slug("note", figure.id, 1, (em_line(text[i : i + width]),))
            for i in range(0, len(text), width)
        )

    def headline(self, story: Headed, size: float, width: float) -> Heading | None:
        return _heading("headline", story.id, story.headline, size, width)

    def kicker(self, story: Headed, size: float, width: float) -> Heading | None:
        return _heading("kicker", story.id, story.kicker or "", size, width)

    def deck(self, story: Headed, size: float, width: float) -> Heading | None:
        return _heading("deck", story.id, story.deck or "", size, width)


def _as_story(copy: Story | HouseItem) -> Story:
    if isinstance(copy, Story):
        return copy
    return Story(copy.id, "", (Paragraph((Run(copy.text),), id=f"{copy.id}-text"),))


def _heading(role, story, text, size, width):  # type: ignore[no-untyped-def]
    per = int(width // size)
    if not text or per < 1 or math.ceil(len(text) / per) > 4:
        return None
    count = math.ceil(len(text) / per)
    even = math.ceil(len(text) / count)
    lines = tuple(em_line(text[i : i + even]) for i in range(0, len(text), even))
    leading = size * 1.2 / 1.5
    white = (1.0 if role == "headline" else 0.5) / 1.5
    return Heading(
        role, f"{story}-{role}", lines, size, "song-heavy", leading,
        math.ceil(len(lines) * leading + white), even * size / width,
        len(lines[-1].text) * size / width, 1.0 * (count - 1),
    )


def story(number: int, characters: int, paragraphs: int = 3, headline: str = "", **more) -> Story:  # type: ignore[no-untyped-def]
    """A story of `characters` characters in equal paragraphs."""
    each = max(characters // paragraphs, 1)
    body = tuple(
        Paragraph((Run("字" * each),), id=f"s{number:02}b{i:02}") for i in range(1, paragraphs + 1)
    )
    return Story(f"s{number:02}", headline or "社区治理有温度" + "新" * (number % 5), body, **more)


def edition_of(*sections: tuple[str | None, list[Story]]) -> Edition:
    return Edition(
        "test",
        tuple(Section(title, tuple(stories), id=f"sec{i}")
              for i, (title, stories) in enumerate(sections, 1)),
    )
