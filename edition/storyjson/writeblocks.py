"""The blocks of a story as plain values for JSON.

Beside its text a block has what that does not say; such a key stands only where it says
something, so that the JSON of plain copy stays short and is read back without loss.
"""

from __future__ import annotations

from typing import Any

from edition.model import (
    Block,
    Crosshead,
    Figure,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Table,
    Verse,
    block_text,
    plain,
)
from edition.storyjson.keys import BLOCK_TYPES


def block_value(block: Block) -> dict[str, Any]:
    """The block with its text, its lines and all that is its own."""
    value: dict[str, Any] = {
        "type": BLOCK_TYPES[type(block)],
        "text": block_text(block),
        "id": block.id,
        "lines": list(block.lines),
    }
    match block:
        case Paragraph() | Note():
            return value | _nested((block.runs,), block.runs)
        case Crosshead():
            return value | {"parts": list(block.parts)}
        case PullQuote():
            return value | {"speaker": block.speaker} | _nested((block.runs,), block.runs)
        case ListBlock():
            value["items"] = [plain(item) for item in block.items]
            value |= {"ordered": True} if block.ordered else {}
            return value | _nested(block.items, block.items)
        case Table():
            value["rows"] = [[plain(cell) for cell in row] for row in block.rows]
            value |= {"header": True} if block.header else {}
            return value | _nested(tuple(cell for row in block.rows for cell in row), block.rows)
        case Verse():
            value["verses"] = [plain(verse) for verse in block.verses]
            return value | _nested(block.verses, block.verses)
        case Figure():
            return value | _figure(block)


def _figure(figure: Figure) -> dict[str, Any]:
    value: dict[str, Any] = {"src": figure.src, "credit": figure.credit, "alt": figure.alt}
    if figure.caption:
        value["caption"] = plain(figure.caption)
    value |= _nested((figure.caption,), figure.caption)
    if figure.pixels is not None:
        value["pixels"] = list(figure.pixels)
    if figure.focus is not None:
        value["focus"] = list(figure.focus)
    if figure.optional:
        value["optional"] = True
    return value


def _nested(every: tuple[Runs, ...], shaped: Any) -> dict[str, Any]:
    """`shaped` as `runs`, when any of `every` is more than its characters."""
    if all(runs == ((Run(text),) if (text := plain(runs)) else ()) for runs in every):
        return {}
    return {"runs": _shape(shaped)}


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
