"""The only walkers over an edition: its stories in order, and its text, each once and whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import StrEnum
from operator import is_
from typing import Any, TypeVar, cast

from edition.errors import Diagnostic
from edition.model import (
    IMPRINT_FIELDS,
    Block,
    Byline,
    Closing,
    Crosshead,
    Ear,
    Edition,
    Entries,
    Figure,
    Footnote,
    Furniture,
    Holds,
    Imprint,
    ListBlock,
    Mark,
    Note,
    Paragraph,
    PullQuote,
    Run,
    Runs,
    Section,
    Story,
    Table,
    Verse,
)

_T = TypeVar("_T")


class Place(StrEnum):
    """What a text is, for a pass that treats names apart."""

    TEXT = "text"
    NAME = "name"
    """One person's name."""
    BYLINE = "byline"
    """A whole byline, brackets and roles included."""


_BLANK = "\U000f0001"
"""Stands in plane 15 for a character that a change must not see."""

Change = Callable[[str, Place], str]
"""A text to a text, which is of the same length where it looks further than a run."""


def map_text(edition: Edition, change: Change) -> Edition:
    """Apply `change` to every text of the edition. Ids, addresses and dates are left alone."""
    return replace(
        edition,
        sections=tuple(_section(section, change) for section in edition.sections),
        imprint=_imprint(edition.imprint, change),
        furniture=tuple(
            Furniture(f.line, change(f.text, Place.TEXT)) for f in edition.furniture
        ),
        advertisements=tuple(
            replace(ad, text=change(ad.text, Place.TEXT)) for ad in edition.advertisements
        ),
        house_copy=tuple(
            replace(item, title=_opt(item.title, change), text=change(item.text, Place.TEXT))
            for item in edition.house_copy
        ),
        ears=tuple(
            Ear(change(ear.title, Place.TEXT), tuple(change(t, Place.TEXT) for t in ear.lines))
            for ear in edition.ears
        ),
    )


def texts_of(edition: Edition) -> list[tuple[str, Place]]:
    """Every text of the edition in its order, with what it is."""
    texts: list[tuple[str, Place]] = []

    def kept(text: str, place: Place) -> str:
        texts.append((text, place))
        return text

    map_text(edition, kept)
    return texts


def map_stories(
    edition: Edition, change: Callable[[Story, int], tuple[Story, list[Diagnostic]]]
) -> tuple[Edition, tuple[Diagnostic, ...]]:
    """Apply `change` to every story and its number, counted from 1 over the whole edition."""
    remarks: list[Diagnostic] = []
    sections: list[Section] = []
    number = 0
    for section in edition.sections:
        stories: list[Story] = []
        for story in section.stories:
            number += 1
            changed, found = change(story, number)
            stories.append(changed)
            remarks += found
        sections.append(replace(section, stories=tuple(stories)))
    return replace(edition, sections=tuple(sections)), tuple(remarks)


def _opt(text: str | None, change: Change, place: Place = Place.TEXT) -> str | None:
    return None if text is None else change(text, place)


def _section(section: Section, change: Change) -> Section:
    return replace(
        section,
        title=_opt(section.title, change),
        stories=tuple(_story(story, change) for story in section.stories),
    )


def _story(story: Story, change: Change) -> Story:
    return _with(
        story,
        kicker=_opt(story.kicker, change),
        group=_opt(story.group, change),
        headline=change(story.headline, Place.TEXT),
        deck=_opt(story.deck, change),
        dateline=_opt(story.dateline, change, Place.BYLINE),
        body=_all_same(tuple(_block(block, change) for block in story.body), story.body),
        byline=_byline(story.byline, change),
        credits=_all_same(
            tuple(change(text, Place.BYLINE) for text in story.credits), story.credits
        ),
    )


def _all_same(new: tuple[_T, ...], old: tuple[_T, ...]) -> tuple[_T, ...]:
    """`old` where each value of the new tuple is the very one of the old."""
    return old if all(map(is_, new, old)) else new


def _with(value: _T, **given: Any) -> _T:
    """A value with other fields, itself where they are the ones it has: most walks change little.
    """
    if all(getattr(value, name) is new for name, new in given.items()):
        return value
    return cast(_T, replace(cast(Any, value), **given))


def _byline(byline: Byline | None, change: Change) -> Byline | None:
    if byline is None:
        return None
    return replace(
        byline,
        raw=change(byline.raw, Place.BYLINE),
        names=tuple(change(name, Place.NAME) for name in byline.names),
    )


def _imprint(imprint: Imprint, change: Change) -> Imprint:
    given = {name: getattr(imprint, name) for name in IMPRINT_FIELDS}
    return Imprint(**{
        name: _imprint_field(value, IMPRINT_FIELDS[name], change) for name, value in given.items()
    })


def _imprint_field(value: Any, holds: Holds, change: Change) -> Any:
    """A value of the imprint in the other script; numbers, labels and days stay."""
    match holds:
        case Holds.WORDS:
            return _opt(value, change)
        case Holds.FIGURE | Holds.DAY | Holds.COUNT:
            return value
        case Holds.PEOPLE | Holds.LINES:
            of_second = Place.NAME if holds is Holds.PEOPLE else Place.TEXT
            return tuple((change(a, Place.TEXT), change(b, of_second)) for a, b in value)


def _block(block: Block, change: Change) -> Block:
    block = every_run(block, lambda runs: map_runs(runs, change))
    match block:
        case Crosshead():
            return replace(block, parts=tuple(change(p, Place.TEXT) for p in block.parts))
        case PullQuote():
            return replace(block, speaker=_opt(block.speaker, change, Place.NAME))
        case Figure():
            return replace(
                block, credit=_opt(block.credit, change, Place.BYLINE),
                alt=_opt(block.alt, change),
            )
        case ListBlock():
            return replace(block, items=tuple(
                replace(item, label=change(item.label, Place.TEXT)) for item in block.items
            ))
        case Footnote():
            return replace(block, label=change(block.label, Place.TEXT))
    return block


def every_run(block: Block, change: Callable[[Runs], Runs]) -> Block:
    """`block` with `change` applied to the runs of each paragraph, item, cell or line of it."""
    match block:
        case Paragraph() | PullQuote() | Note() | Footnote():
            return _with(block, runs=change(block.runs))
        case Figure():
            return replace(block, caption=change(block.caption))
        case ListBlock():
            items = tuple(replace(item, runs=change(item.runs)) for item in block.items)
            return replace(block, items=items)
        case Table():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, rows=rows, caption=change(block.caption))
        case Verse():
            return replace(block, verses=tuple(change(verse) for verse in block.verses))
        case Closing():
            return replace(block, rows=tuple(
                replace(row, runs=change(row.runs)) for row in block.rows
            ))
        case Entries():
            return replace(block, rows=tuple(
                replace(row, label=change(row.label), text=change(row.text)) for row in block.rows
            ))
        case Crosshead():
            return block


def first_line(block: Block) -> int | None:
    """The line of the source a block begins on; None where it has none."""
    return block.lines[0] if block.lines else None


def map_runs(runs: Runs, change: Change) -> Runs:
    """Change the runs of one block as one text, so that a word across two runs stays a word.

    Code and text of another language are kept from change, and no word is read across them.
    """
    text = _seen(runs)
    changed = change(text, Place.TEXT)
    if len(changed) != len(text):
        return _resized(runs, changed, change)
    if changed == text and not any(run.ruby for run in runs):
        return runs
    found: list[Run] = []
    at = 0
    for run in runs:
        end = at + len(run.text)
        found.append(run if _is_kept(run) else replace(
            run, text=changed[at:end], ruby=_opt(run.ruby, change)
        ))
        at = end
    return tuple(found)


def _resized(runs: Runs, changed: str, change: Change) -> Runs:
    """The runs changed one by one, which is to come to the same. Raises ValueError if not."""
    parts = [
        run if _is_kept(run) else replace(
            run, text=change(run.text, Place.TEXT), ruby=_opt(run.ruby, change)
        )
        for run in runs
    ]
    if _seen(parts) != changed:
        raise ValueError("a change of length must be one of each run")
    return tuple(
        part for part, run in zip(parts, runs, strict=True)
        if part.text or not run.text or run.note is not None
    )


def _seen(runs: Iterable[Run]) -> str:
    """The runs as one text, a blank for each character that is kept from change."""
    return "".join(_BLANK * len(run.text) if _is_kept(run) else run.text for run in runs)


def _is_kept(run: Run) -> bool:
    lang = run.lang
    if lang is None and not run.marks:
        return False
    return Mark.CODE in run.marks or (lang is not None and (
        not lang.startswith("zh") or lang.startswith(("zh-Hant", "zh-TW", "zh-HK", "zh-MO"))
    ))
