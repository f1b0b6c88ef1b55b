"""Furniture as the page's template needs it: lines with their places, in paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from edition.makeup.paper import FurnitureKind, Page, PlacedFurniture, PlacedText, SectionHead
from edition.render.page.lineviews import LineView
from edition.render.page.setter import Setter, set_lines

CLASSES: dict[FurnitureKind, str] = {
    "imprint": "imprint", "ear": "ear", "index": "ear index", "plate": "plate",
}
"""Class of the part of the masthead that holds the paragraphs of a piece."""
TAGS: dict[FurnitureKind, str] = {"name": "h1"}
"""Element of a paragraph; `p` for all others."""
PARAGRAPHS: dict[FurnitureKind, str] = {
    "outer": "outer", "middle": "middle", "inner": "inner", "jump-from": "jump",
    "jump-on": "jump",
}
"""Class of a paragraph that no part of the masthead holds."""
PARTS = {"name": "name", "label": "label", "title": "title", "mark": "mark", "section": "tab"}
"""Class of a text, by the last word of its role; `text` for all others."""


@dataclass(frozen=True, slots=True)
class TextView:
    """Lines of one size and face."""

    kind: str
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """Texts that are read as one paragraph."""

    tag: str
    kind: str
    texts: tuple[TextView, ...]


@dataclass(frozen=True, slots=True)
class FurnitureView:
    """A piece of furniture: its hairlines, and its paragraphs in reading order."""

    kind: str
    """class of the box round it in the markup; empty where there is none"""
    paragraphs: tuple[ParagraphView, ...]
    rules: tuple[tuple[str, str], ...] = ()
    """(class, style)"""


@dataclass(frozen=True, slots=True)
class SectionView:
    """栏题: a band with the title in its tab."""

    id: str
    style: str
    """place of the band, and as `--tab` the pt from its left edge to the end of the tab"""
    tab: str
    """place of the tab in the band"""
    lines: tuple[LineView, ...]
    """places are those in the tab"""


@dataclass(frozen=True, slots=True)
class HeadView:
    """The head of a page: the masthead of the first, the folio of every later one."""

    masthead: bool
    side: str
    """`recto` for a page whose outer edge is the right one; else `verso`; empty on the first"""
    pieces: tuple[FurnitureView, ...]


@dataclass(frozen=True, slots=True)
class FootBandView:
    """A band of the pack's own at the foot of a page."""

    name: str
    """its class"""
    box: str
    """style: place and size"""
    piece: FurnitureView


HEAD: tuple[FurnitureKind, ...] = (
    "name", "imprint", "ear", "index", "plate", "outer", "middle", "inner",
)
"""What stands in the head of a page."""


def set_head(setter: Setter, page: Page) -> HeadView:
    """The masthead or folio of a page."""
    pieces = tuple(set_piece(setter, piece) for piece in page.furniture if piece.kind in HEAD)
    side = "" if page.first else "recto" if page.recto else "verso"
    return HeadView(page.first, side, pieces)


def set_piece(setter: Setter, piece: PlacedFurniture) -> FurnitureView:
    """One piece of furniture, its places those of the page."""
    tag, kind = TAGS.get(piece.kind, "p"), PARAGRAPHS.get(piece.kind, "")
    paragraphs = tuple(
        ParagraphView(tag, kind, texts) for texts in _paragraphs(setter, piece.texts)
    )
    rules = tuple(setter.rule(rule) for rule in piece.rules)
    return FurnitureView(CLASSES.get(piece.kind, ""), paragraphs, rules)


def _paragraphs(
    setter: Setter, texts: Iterable[PlacedText]
) -> Iterator[tuple[TextView, ...]]:
    """Texts by paragraph; each line of an imprint is a paragraph of its own."""
    waiting: list[TextView] = []
    for text in texts:
        if waiting and not text.runs_on:
            yield tuple(waiting)
            waiting = []
        kind = PARTS.get(text.role.rpartition("-")[2], "text")
        lines = set_lines(setter, text)
        if text.role == "imprint":
            yield from ((TextView(kind, (line,)),) for line in lines)
        else:
            waiting.append(TextView(kind, lines))
    if waiting:
        yield tuple(waiting)


def set_bands(setter: Setter, page: Page) -> tuple[FootBandView, ...]:
    """The bands at the foot of a page, from the news downwards."""
    return tuple(
        FootBandView(piece.owner, setter.box(*piece.box), set_piece(setter, piece))
        for piece in page.furniture if piece.kind == "band" and piece.box
    )


def set_section(setter: Setter, page: Page, head: SectionHead) -> SectionView:
    """The band of a section with the tab made up for it."""
    tab = next(
        piece for piece in page.furniture
        if piece.kind == "section" and piece.owner == head.section
    )
    x, row, width, rows = tab.box or (head.x, head.row, head.width, head.rows)
    end = (x - head.x + width) * setter.grid.em
    style = setter.box(head.x, head.row, head.width, head.rows) + f";--tab:{end:.3f}pt"
    inside = setter.within(x, row)
    lines = tuple(line for text in tab.texts for line in set_lines(inside, text))
    band = setter.within(head.x, head.row)
    return SectionView(setter.once(head.section), style, band.box(x, row, width, rows), lines)


def piece_of(page: Page, kind: FurnitureKind, owner: str) -> PlacedFurniture | None:
    """The piece of a kind that belongs to a story or an advertisement, if there is one."""
    found = (p for p in page.furniture if p.kind == kind and p.owner == owner)
    return next(found, None)
