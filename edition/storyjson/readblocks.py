"""The blocks of the story JSON: from plain values, held against the schema, to the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from edition import model
from edition.copy.clean import unspaced
from edition.errors import UnreadableInput
from edition.limits import LIMITS
from edition.model import (
    Block,
    Closing,
    ClosingLine,
    Crosshead,
    Entries,
    EntryRow,
    Figure,
    Footnote,
    ListBlock,
    ListItem,
    Mark,
    Note,
    Paragraph,
    PictureSize,
    PullQuote,
    Ranged,
    Run,
    Runs,
    Span,
    Table,
    Verse,
    beside,
    block_text,
    copied_text,
    listed,
    plain,
    spelled,
)
from edition.storyjson.keys import BLOCK_TYPES

_CLASSES = {name: kind for kind, name in BLOCK_TYPES.items()}


def block_of(value: Mapping[str, Any], path: str, name: str) -> Block:
    """The block. Raises UnreadableInput when its text and its runs or parts do not agree."""
    block = _block(value, path, name)
    if "text" in value:
        # Files from before lists had labels say the copy's own characters only.
        texts = {unspaced(block_text(block)), unspaced(copied_text(block))}
        if isinstance(block, Footnote):
            texts.add(unspaced(spelled(block.runs)))
        if unspaced(value["text"]) not in texts:
            raise _at_odds(f"{path}.text", name)
    return replace(block, id=value.get("id", ""))


def _block(value: Mapping[str, Any], path: str, name: str) -> Block:
    lines = tuple(value.get("lines", ()))
    match _CLASSES[value["type"]]:
        case model.Crosshead:
            return Crosshead(tuple(value["parts"]), lines)
        case model.Verse:
            verses = _each(value["verses"], value.get("runs"), f"{path}.runs", name)
            return Verse(verses, lines, indents=tuple(value.get("indents", ())))
        case model.ListBlock | model.Table | model.Closing | model.Entries:
            return _of_rows(value, path, name)
        case model.Figure:
            return _figure(value, path, name, lines)
        case model.PullQuote:
            return PullQuote(_own_runs(value), lines, speaker=value.get("speaker"))
        case model.Note:
            return Note(_own_runs(value), lines)
        case model.Footnote:
            return _footnote(value, lines)
    return Paragraph(_own_runs(value), lines, speaker=value.get("speaker", 0))


def _of_rows(value: Mapping[str, Any], path: str, name: str) -> Block:
    """A block of items or rows."""
    lines = tuple(value.get("lines", ()))
    match _CLASSES[value["type"]]:
        case model.ListBlock:
            return ListBlock(_items(value, path, name), lines)
        case model.Table:
            return _table(value, path, name)
        case model.Closing:
            every = _each(value["items"], value.get("runs"), f"{path}.runs", name)
            ranged = _per_item(value, "ranged", Ranged.RIGHT.value, path, name)
            return Closing(tuple(
                ClosingLine(runs, Ranged(where)) for runs, where in zip(every, ranged, strict=True)
            ), lines)
    rows = _rows(value, path, name)
    if any(len(row) != 2 for row in rows):
        raise _at_odds(f"{path}.rows", name)
    return Entries(tuple(EntryRow(row[0], row[1]) for row in rows), lines)


def _items(value: Mapping[str, Any], path: str, name: str) -> tuple[ListItem, ...]:
    every = _each(value["items"], value.get("runs"), f"{path}.runs", name)
    if value.get("ordered") and "labels" not in value:
        return listed(every, ordered=True)
    labels = _per_item(value, "labels", "", path, name)
    levels = _per_item(value, "levels", 0, path, name)
    made = _per_item(value, "made", False, path, name)
    return tuple(
        ListItem(*parts) for parts in zip(every, levels, labels, made, strict=True)
    )


def _per_item(
    value: Mapping[str, Any], key: str, usual: Any, path: str, name: str
) -> Sequence[Any]:
    """What `key` says of each item, or the usual value for all."""
    found: Sequence[Any] = value.get(key, [usual] * len(value["items"]))
    if len(found) != len(value["items"]):
        raise _at_odds(f"{path}.{key}", name)
    return found


def _table(value: Mapping[str, Any], path: str, name: str) -> Table:
    caption = _runs(value["caption_runs"]) if "caption_runs" in value else _plain_runs(
        value.get("caption", ""))
    if plain(caption) != value.get("caption", ""):
        raise _at_odds(f"{path}.caption", name)
    return Table(
        _rows(value, path, name), value.get("header_rows", int(value.get("header", False))),
        tuple(value.get("lines", ())), header_columns=value.get("header_columns", 0),
        spans=tuple(Span(*span) for span in value.get("spans", ())), caption=caption,
    )


def _footnote(value: Mapping[str, Any], lines: tuple[int, ...]) -> Footnote:
    """A footnote; its text may or may not open with the label."""
    label, text = value.get("label", ""), value.get("text", "")
    rest = text.removeprefix(label).lstrip(" ")
    runs = _runs(value["runs"]) if "runs" in value else _plain_runs(
        rest if beside(label, rest) == text else text)
    return Footnote(label, runs, lines)


def _own_runs(value: Mapping[str, Any]) -> Runs:
    return _runs(value["runs"]) if "runs" in value else _plain_runs(value["text"])


def _figure(
    value: Mapping[str, Any], path: str, name: str, lines: tuple[int, ...]
) -> Figure:
    """A figure; without `caption` its text is the caption, the credit at its end left out."""
    credit, text = value.get("credit"), value.get("text", "")
    if "caption" not in value and credit and text.endswith(credit):
        text = text.removesuffix(credit).rstrip()
    caption = value.get("caption", text)
    runs = _runs(value["runs"]) if "runs" in value else _plain_runs(caption)
    if "caption" in value and plain(runs) != caption:
        raise _at_odds(f"{path}.caption", name)
    focus, pixels, width = value.get("focus"), value.get("pixels"), value.get("width")
    if focus and not (focus[0] < focus[2] and focus[1] < focus[3]):
        raise UnreadableInput("json_focus", where=name, path=path)
    return Figure(
        value.get("src"), runs, credit, value.get("alt"), lines,
        pixels=(pixels[0], pixels[1]) if pixels else None,
        focus=(focus[0], focus[1], focus[2], focus[3]) if focus else None,
        optional=value.get("optional", False),
        width=PictureSize(width) if isinstance(width, str) else width,
    )


def _rows(value: Mapping[str, Any], path: str, name: str) -> tuple[tuple[Runs, ...], ...]:
    texts, runs = value["rows"], value.get("runs")
    cells = sum(len(row) for row in texts)
    if cells > LIMITS.cells:
        raise UnreadableInput(
            "json_table_large", where=name, path=path, cells=cells, limit=LIMITS.cells
        )
    if runs is not None and len(runs) != len(texts):
        raise _at_odds(f"{path}.runs", name)
    return tuple(
        _each(row, None if runs is None else runs[n], f"{path}.runs[{n}]", name)
        for n, row in enumerate(texts)
    )


def _each(
    texts: Sequence[str], runs: Sequence[Any] | None, path: str, name: str
) -> tuple[Runs, ...]:
    """The runs of several texts: as given, or each text plain."""
    if runs is None:
        return tuple(_plain_runs(text) for text in texts)
    found = tuple(_runs(part) for part in runs)
    if [plain(part) for part in found] != list(texts):
        raise _at_odds(path, name)
    return found


def _plain_runs(text: str) -> Runs:
    return (Run(text),) if text else ()


def _runs(value: Sequence[Mapping[str, Any]]) -> Runs:
    return tuple(
        Run(
            run["text"], tuple(sorted({Mark(mark) for mark in run.get("marks", ())})),
            run.get("href"), run.get("lang"), run.get("ruby"), run.get("note"),
        )
        for run in value
    )


def _at_odds(path: str, name: str) -> UnreadableInput:
    return UnreadableInput("json_at_odds", where=name, path=path)
