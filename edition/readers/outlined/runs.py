"""Runs as formats with marks give them: neighbours joined, line ends settled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from edition.model import Mark, Paragraph, Run, Runs, Verse, plain, spelled

_LATIN = re.compile(r"[!-~\u00c0-\u024f]")
_VERSE = 30
"""characters of the longest line of verse"""


def paragraph_of(runs: Runs, lines: tuple[int, ...]) -> Paragraph | Verse:
    """A paragraph, or verse where hard line ends part short lines."""
    if "\n" in plain(runs):
        verses = rows_of(runs)
        if len(verses) > 1 and max(len(plain(verse)) for verse in verses) <= _VERSE:
            return Verse(verses, lines)
    return Paragraph(flat(runs), lines)


def with_marks(marks: Sequence[Mark], *more: Mark) -> tuple[Mark, ...]:
    """The marks and more, sorted, each once."""
    return tuple(sorted({*marks, *more})) if marks or more else ()


def tidy(runs: Sequence[Run]) -> Runs:
    """Neighbours set alike made one; a line end is a space only between Latin words."""
    kept: list[Run] = []
    for at, run in enumerate(runs):
        if run.text == "\r":
            left = next((r.text[-1] for r in reversed(kept) if r.text), "")
            right = next((r.text[0] for r in runs[at + 1 :] if r.text), "")
            run = Run(" " if _LATIN.match(left) and _LATIN.match(right) else "")
        before = kept[-1] if kept else None
        if not run.text:
            continue
        if before is not None and _alike(before, run):
            kept[-1] = replace(before, text=before.text + run.text)
        else:
            kept.append(run)
    return tuple(kept)


def _alike(left: Run, right: Run) -> bool:
    """True for runs set alike; what bears a reading or marks a note stays by itself."""
    alone = left.ruby or left.note or right.ruby or right.note
    return not alone and replace(left, text="") == replace(right, text="")


def flat(runs: Runs) -> Runs:
    """Hard line ends as spaces, and none at either end: an indent is not typed."""
    kept = [replace(run, text=run.text.replace("\n", " ")) if "\n" in run.text else run
            for run in runs]
    while kept and not (text := kept[0].text.lstrip()):
        del kept[0]
    if kept and text != kept[0].text:
        kept[0] = replace(kept[0], text=text)
    while kept and not (text := kept[-1].text.rstrip()):
        del kept[-1]
    if kept and text != kept[-1].text:
        kept[-1] = replace(kept[-1], text=text)
    return tuple(kept)


def rows_of(runs: Runs) -> tuple[Runs, ...]:
    """The runs of each line."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        for at, piece in enumerate(run.text.split("\n")):
            if at:
                rows.append([])
            if piece:
                rows[-1].append(replace(run, text=piece))
    return tuple(tuple(row) for row in rows if row)


def one_line(runs: Runs) -> str:
    """The words of a heading: readings behind their words, no marks of notes."""
    return " ".join(spelled(tuple(run for run in runs if run.note is None)).split())
