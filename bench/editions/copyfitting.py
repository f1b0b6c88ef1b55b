"""How much room copy takes, so that an edition holds about what its pages do (计算字数).

All in em of the body. Rough, as a desk reckons: make-up has the slack of heads and pictures.
"""

from __future__ import annotations

from math import ceil

from edition.model import (
    Advertisement,
    Block,
    Closing,
    Crosshead,
    Entries,
    Figure,
    Paragraph,
    PullQuote,
    Story,
    Table,
    Verse,
    block_text,
)
from edition.packs.layout import Layout

HEAD_ROWS, DECK_ROWS, BRIEF_ROWS = 9.0, 3.0, 3.0
"""rows of a base column that a head, a deck and the head of a brief take"""
FOOT_ROWS = 3.0
"""rows of a base column that the white under a story takes"""
PICTURE = 0.07
"""of a page's cells, a picture with its caption"""


def room(layout: Layout, pages: int) -> float:
    """em of text that so many pages hold below their furniture."""
    grid = layout.grid
    furniture = layout.furnishing.masthead + layout.furnishing.folio * (pages - 1)
    return grid.columns * grid.measure * (grid.rows * pages - furniture)


def advert_room(advert: Advertisement, layout: Layout) -> float:
    return float(advert.columns * (advert.rows + 1) * layout.grid.measure)


def taken(story: Story, layout: Layout) -> float:
    """em of a page that a story takes, its head, its pictures and its white with it."""
    grid = layout.grid
    latin = story.headline.isascii() or "’" in story.headline
    rows = sum(_rows(block, grid.measure, 0.47 if latin else 1.0) for block in story.body)
    if story.brief:
        return (rows + BRIEF_ROWS) * grid.measure
    rows += HEAD_ROWS + FOOT_ROWS + (DECK_ROWS if story.deck else 0) + bool(story.byline)
    shown = sum(isinstance(block, Figure) for block in story.body)
    cells = grid.columns * grid.rows * grid.measure
    return rows * grid.measure + shown * PICTURE * cells


def _rows(block: Block, measure: float, wide: float) -> float:
    """Rows of a base column."""
    match block:
        case Figure():
            return 0.0
        case Crosshead():
            return 2.5
        case PullQuote():
            return 3 + len(block_text(block)) * 1.2 / (measure - 2)
        case Verse():
            return len(block.verses) + 1.0
        case Closing():
            return float(len(block.rows))
        case Entries():
            return sum(ceil(1.2 * len(block_text(block)) / len(block.rows) / measure)
                       for _ in block.rows) + 0.5
        case Table():
            return (len(block.rows) + 1.5) * (2 if block.width > 3 else 1)
        case Paragraph():
            return float(ceil((2 + len(block_text(block)) * wide) / measure))
    return ceil(len(block_text(block)) / measure)
