"""Blocks of rows: lists and entries with hanging labels, verse, closings, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edition.compose.composed import Line, Slug, Stroke
from edition.compose.rows.celltext import cell_lines
from edition.compose.slugs import LineLabel, as_block, hung, kept, moved, strong, text_slugs
from edition.compose.typesetter import Typesetter
from edition.model import (
    Closing,
    Entries,
    Footnote,
    ListBlock,
    Ranged,
    Run,
    Runs,
    Verse,
    plain,
)
from edition.packs.layout import Layout

NARROW = 18.0
"""em of a column in which no list, verse or entry is indented"""
LONGEST_LABEL = 0.45
"""share of the column a label may take with its text beside it"""
DEEPEST = 0.4
"""share of the column by which inner lists move right"""
NOTE_SIZE = 0.85
"""em: size of a footnote"""
CLOSE = 6
"""rows of a closing, or of a stanza, that stay together"""
PARTED = 25.0
"""price of a leg that ends inside such a stanza"""
_WORDS = re.compile(r"[!-~]{2,200}")
VERSE_HANG = 1.0
"""em by which the rest of a verse too long for the column is moved right"""


class RowSetter:
    """Sets blocks made of rows with the type of one layout at one measure."""

    def __init__(self, setter: Typesetter, layout: Layout, measure: float) -> None:
        self.setter, self.measure = setter, measure
        self.face = layout.body.face
        self.indent = float(layout.indent) if measure >= NARROW else 0.0
        self.usual = float(layout.indent)

    def items(self, block: ListBlock) -> tuple[list[Slug], float]:
        """A list: labels hang to the left of their items, inner lists stand further right."""
        if not any(item.label for item in block.items):
            return self._plain([item.runs for item in block.items], block.id)
        labels = [LineLabel(self.setter, _label(item.label), self.face) for item in block.items]
        edges = self._edges(block, labels)
        slugs: list[Slug] = []
        total = 0.0
        for number, (item, label) in enumerate(zip(block.items, labels, strict=True), 1):
            at = edges[item.level]
            lines, cost = hung(self.setter, label, item.runs, self.measure, self.face, at)
            slugs += _numbered(text_slugs(lines, "list", block.id, self.face), number)
            total += cost
        return as_block(slugs), total

    def _edges(
        self, block: ListBlock, labels: Sequence[LineLabel]
    ) -> dict[int, tuple[float, float]]:
        """Left edge of labels and of text, em, on each level of the list."""
        found: dict[int, tuple[float, float]] = {}
        left = self.indent
        for level in sorted({item.level for item in block.items}):
            rooms = [label.room for item, label in zip(block.items, labels, strict=True)
                     if item.level == level]
            hang = max((room for room in rooms if room <= 3.0), default=1.0)
            found[level] = (left, left + hang)
            left = min(left + hang, self.measure * DEEPEST)
        return found

    def _plain(self, items: Sequence[Runs], block: str) -> tuple[list[Slug], float]:
        """Items without labels, each a paragraph."""
        slugs: list[Slug] = []
        total = 0.0
        for number, runs in enumerate(items, 1):
            lines, cost = self.setter.set(runs, self.measure, face=self.face, indent=self.usual)
            slugs += _numbered(text_slugs(lines, "list", block, self.face), number)
            total += cost
        return as_block(slugs), total

    def entries(self, block: Entries) -> tuple[list[Slug], float]:
        """Labels in 黑 at the left, their texts in a second column."""
        labels = [LineLabel(self.setter, strong(row.label), self.face) for row in block.rows]
        widest = self.measure * LONGEST_LABEL - self.indent
        fitting = [label.room for label in labels if label.room <= widest]
        edge = self.indent + (max(fitting) if any(fitting) else self.usual)
        slugs: list[Slug] = []
        for number, (row, label) in enumerate(zip(block.rows, labels, strict=True), 1):
            at = edge if self._fits(row.text, self.measure - edge) else self.usual
            if not self._fits(row.text, self.measure - max(at, self.indent + label.room)):
                slugs += _numbered(self._over(block.id, label, row.text), number)
                continue
            lines, _ = hung(self.setter, label, row.text, self.measure, self.face,
                            (self.indent, at), ragged=True)
            slugs += _numbered(text_slugs(lines, "entries", block.id, self.face), number)
        return as_block(slugs), 0.0

    def _over(self, block: str, label: LineLabel, text: Runs) -> list[Slug]:
        """A label on a line of its own over an address that is too long beside it."""
        at = self.usual if self._fits(text, self.measure - self.usual) else 0.0
        above, _ = hung(self.setter, label, (), self.measure, self.face, (self.indent, at))
        lines = [
            moved(line, at) for line in self.setter.flush(text, self.measure - at, face=self.face)
        ]
        return text_slugs([*above, *lines], "entries", block, self.face)

    def _fits(self, text: Runs, room: float) -> bool:
        """True where no word, number or address of the text is longer than `room` em."""
        words = _WORDS.findall(plain(text))
        return all(self.setter.width((Run(word),), self.face) <= room for word in words)

    def verse(self, block: Verse) -> tuple[list[Slug], float]:
        """Verses on lines of their own, a white row between stanzas."""
        left = self._left(block)
        slugs: list[Slug] = []
        stanza = 0
        total = 0.0
        for number, runs in enumerate(block.verses):
            if not plain(runs):
                if slugs and slugs[-1].rows == 1:
                    slugs[-1] = replace(slugs[-1], rows=2, top=0.0)
                    slugs[stanza:] = _stanza(slugs[stanza:])
                    stanza = len(slugs)
                continue
            more = block.indents[number] if number < len(block.indents) else 0
            at = min(left + more, max(left, self.measure * DEEPEST))
            room = self.measure - at - VERSE_HANG
            lines, cost = self.setter.set(runs, room, face=self.face, indent=-VERSE_HANG)
            placed = [moved(line, at + VERSE_HANG) for line in lines]
            slugs += text_slugs(placed, "verse", block.id, self.face)
            total += cost
        if slugs and slugs[-1].rows == 2:
            slugs[-1] = replace(slugs[-1], rows=1, top=None)
        return as_block((*slugs[:stanza], *_stanza(slugs[stanza:]))), total

    def _left(self, block: Verse) -> float:
        """Left edge of the verses: they stand as one block in the middle of the column."""
        longest = max((
            self.setter.width(runs, self.face)
            + (block.indents[number] if number < len(block.indents) else 0)
            for number, runs in enumerate(block.verses) if plain(runs)
        ), default=0.0)
        return max(0.0, self.measure - longest) / 2

    def closing(self, block: Closing) -> tuple[list[Slug], float]:
        """Salutation at the left, signature and date at the right, close together."""
        slugs: list[Slug] = []
        total = 0.0
        for row in block.rows:
            indent = self.usual if row.ranged is Ranged.INDENT else 0.0
            lines, cost = self.setter.set(row.runs, self.measure, face=self.face, indent=indent)
            if row.ranged is Ranged.RIGHT and len(lines) > 1:
                lines = cell_lines(self.setter, row.runs, self.face, self.measure)
            placed = [_ranged(line, row.ranged, self.measure) for line in lines]
            slugs += text_slugs(placed, "closing", block.id, self.face)
            total += cost
        return as_block(kept(slugs) if len(slugs) <= CLOSE else slugs), total

    def footnote(self, block: Footnote) -> tuple[list[Slug], float]:
        """A note in small type, its label hanging."""
        label = LineLabel(self.setter, (Run(block.label),) if block.label else (), self.face)
        measure = self.measure / NOTE_SIZE
        edge = label.room if label.room <= 3.0 else 1.0
        lines, cost = hung(self.setter, label, block.runs, measure, self.face, (0.0, edge))
        return text_slugs(lines, "footnote", block.id, self.face, NOTE_SIZE), cost


def _stanza(slugs: list[Slug]) -> list[Slug]:
    """A stanza that no leg parts while any other page will do, unless it is long."""
    if len(slugs) > CLOSE:
        return slugs
    return [
        slug if slug.cut is None else replace(slug, cut=PARTED) for slug in slugs[:-1]
    ] + slugs[-1:]


def _numbered(slugs: list[Slug], number: int) -> list[Slug]:
    """The slugs of an item by its number."""
    return [replace(slug, item=number) for slug in slugs]


def _label(text: str) -> Runs:
    """An item's label; a bullet is set in 黑, in Song it is no more than a dot."""
    runs = (Run(text),) if text else ()
    return runs if any(c.isalnum() for c in text) else strong(runs)


def ruled_off(slug: Slug, measure: float) -> Slug:
    """The first slug of a story's footnotes, under a short rule."""
    rule = Stroke(0.0, 0.5, min(6.0, measure / 3))
    return replace(slug, rows=2, top=1.0, strokes=(rule,))


def _ranged(line: Line, ranged: Ranged, measure: float) -> Line:
    spare = max(0.0, measure - line.width)
    match ranged:
        case Ranged.RIGHT:
            return replace(moved(line, spare), last=True)
        case Ranged.CENTRE:
            return replace(moved(line, spare / 2), last=True)
    return line
