"""The stories of an edition as plain values for JSON: the contract of `edition stories --json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from edition.errors import Diagnostic
from edition.model import (
    Block,
    Crosshead,
    Edition,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Story,
    Table,
    Verse,
    block_text,
    plain,
)
from edition.storyjson.extras import block_extras, edition_extras, story_extras
from edition.trade.datelines import dateline_of

_TYPES: dict[type, str] = {
    Paragraph: "paragraph",
    Crosshead: "crosshead",
    PullQuote: "pullquote",
    Figure: "figure",
    ListBlock: "list",
    Table: "table",
    Verse: "verse",
    Note: "note",
}


def stories_json(edition: Edition, diagnostics: Sequence[Diagnostic] = ()) -> dict[str, Any]:
    """Sections, furniture and queries as dicts, lists, strings and numbers.

    Queries are the diagnostics that carry a line, in the order given. All of the edition is
    there but its digest and the bytes of its pictures, which stay files, named by the figures.
    """
    return {
        "name": edition.name,
        "language": edition.language,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "line": section.line,
                "stories": [_story(story) for story in section.stories],
            }
            for section in edition.sections
        ],
        "furniture": [{"line": item.line, "text": item.text} for item in edition.furniture],
        "queries": [_query(item) for item in diagnostics if item.line is not None],
        **edition_extras(edition),
    }


def _story(story: Story) -> dict[str, Any]:
    byline = story.byline
    names = list(byline.names) if byline else list(_dateline_names(story))
    return {
        "id": story.id,
        "rank": story.rank,
        "kicker": story.kicker,
        "headline": story.headline,
        "headline_line": story.headline_line,
        "deck": story.deck,
        "deck_line": story.deck_line,
        "dateline": story.dateline,
        "body": [_block(block) for block in story.body],
        "byline": names,
        "byline_raw": byline.raw if byline else None,
        "byline_line": byline.line if byline else None,
        "byline_position": _position(story),
        "credits": list(story.credits),
        "source_lines": list(story.source_lines) if story.source_lines else None,
        **story_extras(story),
    }


def _position(story: Story) -> str | None:
    if story.byline is None:
        return "dateline" if _dateline_names(story) else None
    return "glued" if story.byline.glued else "own_line"


def _dateline_names(story: Story) -> tuple[str, ...]:
    """The names in 本报讯（记者 某某）, whose characters stay where they stand."""
    first = next((block for block in story.body if isinstance(block, Paragraph)), None)
    text = story.dateline or (plain(first.runs) if first else "")
    found = dateline_of(text)
    return found[1] if found else ()


def _block(block: Block) -> dict[str, Any]:
    value: dict[str, Any] = {
        "type": _TYPES[type(block)],
        "text": block_text(block),
        "id": block.id,
        "lines": list(block.lines),
    }
    match block:
        case Crosshead():
            value["parts"] = list(block.parts)
        case PullQuote():
            value["speaker"] = block.speaker
        case ListBlock():
            value["items"] = [plain(item) for item in block.items]
        case Table():
            value["rows"] = [[plain(cell) for cell in row] for row in block.rows]
        case Verse():
            value["verses"] = [plain(verse) for verse in block.verses]
        case Figure():
            value |= {"src": block.src, "credit": block.credit, "alt": block.alt}
    return value | block_extras(block)


def _query(item: Diagnostic) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "severity": item.severity.value,
        "confidence": item.confidence.value if item.confidence else None,
        "line": item.line,
        "story": item.story,
        "source": item.source,
        "text": item.text,
        "message": item.message,
        "suggestion": item.suggestion,
    }
