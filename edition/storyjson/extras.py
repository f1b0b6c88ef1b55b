"""What the plain keys of the story JSON do not say: marks, captions, wishes, imprint, pool.

Every key here is optional and stands only where it says something, so that the JSON of plain
copy stays as short as it was and an edition can be read back without loss.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from edition.model import (
    Block,
    Crosshead,
    Edition,
    Figure,
    Imprint,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Story,
    Table,
    Verse,
    plain,
)

_STORY = ("page", "columns", "headline_as_read", "deck_as_read")


def block_extras(block: Block) -> dict[str, Any]:
    """The optional keys of a block."""
    match block:
        case Paragraph() | PullQuote() | Note():
            return _nested("runs", (block.runs,), block.runs)
        case ListBlock():
            flag = {"ordered": True} if block.ordered else {}
            return flag | _nested("runs", block.items, block.items)
        case Verse():
            return _nested("runs", block.verses, block.verses)
        case Table():
            flag = {"header": True} if block.header else {}
            cells = tuple(cell for row in block.rows for cell in row)
            return flag | _nested("runs", cells, block.rows)
        case Figure():
            return _figure(block)
        case Crosshead():
            return {}


def story_extras(story: Story) -> dict[str, Any]:
    """The optional keys of a story."""
    value: dict[str, Any] = {key: True for key in ("brief", "jump") if getattr(story, key)}
    return value | {
        key: given for key in _STORY if (given := getattr(story, key)) is not None
    }


def edition_extras(edition: Edition) -> dict[str, Any]:
    """The optional keys of the whole."""
    value: dict[str, Any] = {}
    if edition.imprint != Imprint():
        value["imprint"] = _imprint(edition.imprint)
    if edition.glossary:
        value["glossary"] = [
            {"simplified": left, "traditional": right} for left, right in edition.glossary
        ]
    if edition.advertisements:
        value["advertisements"] = [_fields(ad) for ad in edition.advertisements]
    if edition.house_copy:
        value["house_copy"] = [_fields(item) for item in edition.house_copy]
    if edition.ears:
        value["ears"] = [{"title": ear.title, "lines": list(ear.lines)} for ear in edition.ears]
    return value


def _figure(figure: Figure) -> dict[str, Any]:
    value: dict[str, Any] = {}
    if figure.caption:
        value["caption"] = plain(figure.caption)
    value |= _nested("runs", (figure.caption,), figure.caption)
    if figure.pixels is not None:
        value["pixels"] = list(figure.pixels)
    if figure.focus is not None:
        value["focus"] = list(figure.focus)
    if figure.optional:
        value["optional"] = True
    return value


def _nested(key: str, every: tuple[Runs, ...], shaped: Any) -> dict[str, Any]:
    """`shaped` as runs under `key`, when any of `every` is more than its characters."""
    if all(runs == ((Run(text),) if (text := plain(runs)) else ()) for runs in every):
        return {}
    return {key: _shape(shaped)}


def _shape(value: Any) -> Any:
    return _run(value) if isinstance(value, Run) else [_shape(part) for part in value]


def _run(run: Run) -> dict[str, Any]:
    value: dict[str, Any] = {"text": run.text}
    if run.marks:
        value["marks"] = [mark.value for mark in run.marks]
    if run.href is not None:
        value["href"] = run.href
    if run.lang is not None:
        value["lang"] = run.lang
    return value


def _imprint(imprint: Imprint) -> dict[str, Any]:
    value = _fields(imprint)
    if imprint.date is not None:
        value["date"] = imprint.date.isoformat()
    for key, (left, right) in {"editors": ("role", "name"), "extra": ("label", "text")}.items():
        value.pop(key)
        if pairs := getattr(imprint, key):
            value[key] = [{left: a, right: b} for a, b in pairs]
    return value


def _fields(value: Any) -> dict[str, Any]:
    """The fields of a dataclass that are given."""
    return {
        entry.name: given for entry in fields(value)
        if (given := getattr(value, entry.name)) is not None
    }
