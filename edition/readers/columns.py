"""Columns of a table in which no cell begins: merged cells that reach too far made them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from edition.model import Runs, Span


def begun_columns(
    rows: Sequence[Sequence[Runs]], spans: Sequence[Span], begun: Collection[int]
) -> tuple[tuple[tuple[Runs, ...], ...], tuple[Span, ...]]:
    """The rows and merged cells without the columns that are not in `begun`.

    `begun` holds the number of every column in which some cell begins, so that no words go: a row
    that says `colspan="100"` above three columns is three columns wide.
    """
    kept = sorted(begun)
    places = {column: at for at, column in enumerate(kept)}
    narrow = tuple(tuple(row[c] for c in kept if c < len(row)) for row in rows)
    found = []
    for span in spans:
        wide = sum(span.column <= c < span.column + span.columns for c in kept)
        if wide * span.rows > 1:
            found.append(replace(span, column=places[span.column], columns=wide))
    return narrow, tuple(found)
