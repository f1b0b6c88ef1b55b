"""The stories of an edition as plain values for JSON: the contract of `edition stories --json`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from edition.errors import Diagnostic
from edition.model import Edition, Imprint, Paragraph, Planning, Story, plain
from edition.storyjson.keys import pairs_written
from edition.storyjson.writeblocks import block_value
from edition.trade.datelines import dateline_of

_WISHES = (
    "page", "columns", "group", "manner", "headline_as_read", "deck_as_read", "printed_on",
    "own_id", "box", "address",
)


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
                "stories": [story_value(story) for story in section.stories],
            }
            for section in edition.sections
        ],
        "furniture": [{"line": item.line, "text": item.text} for item in edition.furniture],
        "queries": [_query(item) for item in diagnostics if item.line is not None],
        **_beside(edition),
    }


def story_value(story: Story) -> dict[str, Any]:
    """One story with every key of the contract."""
    byline = story.byline
    return {
        "id": story.id,
        "rank": story.rank,
        "kicker": story.kicker,
        "headline": story.headline,
        "headline_line": story.headline_line,
        "deck": story.deck,
        "deck_line": story.deck_line,
        "dateline": story.dateline,
        "body": [block_value(block) for block in story.body],
        "byline": list(names_of(story)),
        "byline_raw": byline.raw if byline else None,
        "byline_line": byline.line if byline else None,
        "byline_position": _position(story),
        "credits": list(story.credits),
        "source_lines": list(story.source_lines) if story.source_lines else None,
        **_wishes(story),
    }


def names_of(story: Story) -> tuple[str, ...]:
    """Who signed the story: the names of its byline, else those of its dateline."""
    return story.byline.names if story.byline else _dateline_names(story)


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


def _wishes(story: Story) -> dict[str, Any]:
    """The keys of a story that stand only where they say something."""
    value: dict[str, Any] = {key: True for key in ("brief", "jump") if getattr(story, key)}
    if story.headline_breaks is not None:
        value["headline_breaks"] = list(story.headline_breaks)
    if story.published is not None:
        value["published"] = story.published.isoformat()
    return value | {
        key: given for key in _WISHES if (given := getattr(story, key)) is not None
    }


def _beside(edition: Edition) -> dict[str, Any]:
    """What stands beside the stories, where there is any: imprint, glossary, what the page sells.
    """
    value: dict[str, Any] = {}
    if edition.imprint != Imprint():
        value["imprint"] = _imprint(edition.imprint)
    if edition.glossary:
        value["glossary"] = pairs_written("glossary", edition.glossary)
    if edition.advertisements:
        value["advertisements"] = [_given(ad) for ad in edition.advertisements]
    if edition.house_copy:
        value["house_copy"] = [_given(item) for item in edition.house_copy]
    if edition.ears:
        value["ears"] = [{"title": ear.title, "lines": list(ear.lines)} for ear in edition.ears]
    asked = edition.planning
    if asked != Planning():
        value["planning"] = {
            **{key: said for key in ("effort", "pages") if (said := getattr(asked, key))},
            **({"pinned": list(asked.pinned)} if asked.pinned else {}),
        }
    return value


def _imprint(imprint: Imprint) -> dict[str, Any]:
    value = _given(imprint)
    if imprint.date is not None:
        value["date"] = imprint.date.isoformat()
    for key in ("editors", "extra"):
        if pairs := value.pop(key):
            value[key] = pairs_written(key, pairs)
    return value


def _given(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that are given."""
    return {
        entry.name: given for entry in fields(value)
        if (given := getattr(value, entry.name)) is not None
    }
