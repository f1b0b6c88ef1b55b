"""Marks of notes: which footnote a mark names, kept when blocks get their ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from edition.copy.wording import runs_of
from edition.model import Block, Footnote, Runs
from edition.walk import every_run


def remarked(before: Sequence[Block], after: Sequence[Block]) -> tuple[Block, ...]:
    """`after` with every mark naming the new id of its footnote.

    Both are one body, block for block, with the ids the reader gave and with those of the
    edition. A mark whose footnote is not in the body names none.
    """
    ids = {
        old.id: new.id for old, new in zip(before, after, strict=True)
        if isinstance(old, Footnote) and old.id
    }
    return tuple(
        every_run(block, lambda runs: _renamed(runs, ids))
        if any(run.note is not None for runs in runs_of(block) for run in runs) else block
        for block in after
    )


def _renamed(runs: Runs, ids: Mapping[str, str]) -> Runs:
    return tuple(
        replace(run, note=ids.get(run.note)) if run.note is not None else run for run in runs
    )
