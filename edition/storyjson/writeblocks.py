"""The blocks of a story as plain values for JSON.

Beside its text a block has what that does not say; such a key stands only where it says
something, so that the JSON of plain copy stays short and is read back without loss.
"""

from __future__ import annotations

from typing import Any

from edition.model import (
    Block,
    Closing,
    Crosshead,
    Entries,
    Figure,
    Footnote,
    ListBlock,
    Note,
    Paragraph,
    PullQuote,
    Ranged,
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
        case Paragraph():
            value |= {"speaker": block.speaker} if block.speaker else {}
            return value | _nested((block.runs,), block.runs)
        case Note():
            return value | _nested((block.runs,), block.runs)
        case Footnote():
            return value | {"label": block.label} | _nested((block.runs,), block.runs)
        case Crosshead():
            return value | {"parts": list(block.parts)}
        case PullQuote():
            return value | {"speaker": block.speaker} | _nested((block.runs,), block.runs)
        case Verse():
            value["verses"] = [plain(verse) for verse in block.verses]
            value |= {"indents": list(block.indents)} if block.indents else {}
            return value | _nested(block.verses, block.verses)
        case Figure():
            return value | _figure(block)
        case ListBlock() | Table() | Closing() | Entries():
            return value | _rows(block)


def _rows(block: ListBlock | Table | Closing | Entries) -> dict[str, Any]:
    """What a block of items or rows holds."""
    match block:
        case ListBlock():
            return _list(block)
        case Table():
            return _table(block)
        case Closing():
            every = tuple(row.runs for row in block.rows)
            value: dict[str, Any] = {"items": [plain(runs) for runs in every]}
            if any(row.ranged is not Ranged.RIGHT for row in block.rows):
                value["ranged"] = [row.ranged.value for row in block.rows]
            return value | _nested(every, every)
        case Entries():
            pairs = tuple((row.label, row.text) for row in block.rows)
            value = {"rows": [[plain(runs) for runs in pair] for pair in pairs]}
            return value | _nested(tuple(runs for pair in pairs for runs in pair), pairs)


def _list(block: ListBlock) -> dict[str, Any]:
    every = tuple(item.runs for item in block.items)
    value: dict[str, Any] = {"items": [plain(runs) for runs in every]}
    if any(item.label for item in block.items):
        value["labels"] = [item.label for item in block.items]
    if any(item.level for item in block.items):
        value["levels"] = [item.level for item in block.items]
    if any(item.made for item in block.items):
        value["made"] = [item.made for item in block.items]
    return value | _nested(every, every)


def _table(table: Table) -> dict[str, Any]:
    value: dict[str, Any] = {"rows": [[plain(cell) for cell in row] for row in table.rows]}
    value |= {
        key: count for key in ("header_rows", "header_columns")
        if (count := getattr(table, key))
    }
    if table.spans:
        value["spans"] = [[s.row, s.column, s.rows, s.columns] for s in table.spans]
    if table.caption:
        value["caption"] = plain(table.caption)
        value |= _nested((table.caption,), table.caption, "caption_runs")
    return value | _nested(tuple(cell for row in table.rows for cell in row), table.rows)


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
    if figure.width is not None:
        value["width"] = figure.width
    return value


def _nested(every: tuple[Runs, ...], shaped: Any, key: str = "runs") -> dict[str, Any]:
    """`shaped` under `key`, when any of `every` is more than its characters."""
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
    if run.ruby is not None:
        value["ruby"] = run.ruby
    if run.note is not None:
        value["note"] = run.note
    return value
