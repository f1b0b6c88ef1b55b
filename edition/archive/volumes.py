"""Volumes of an archive (合订本): the issues of a month or a year as one book and one PDF.

The PDF is bound from the pages that are finished; the book is made anew from the copy, which a
child reads, one issue at a time. What the ledger does not have as done is in no volume.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from edition import build
from edition.archive.finishedfacts import IssueFacts, facts_of, hold_whole
from edition.archive.folders import ISSUES, LEDGER, VOLUMES
from edition.archive.jobs import Shelved, Stand
from edition.archive.pressledger import LedgerRow, PressLedger
from edition.bookform import BookForm
from edition.copy.reading import Read
from edition.delivery.onto_disk import clear_left, whole_file
from edition.errors import Diagnostic, Stopped, UnreadableInput, WrongUse
from edition.model import Edition
from edition.render.book.volume import span
from edition.sandbox.childlimits import Limits
from edition.writers.binding.boundpages import BoundPages, VolumePart, bind_pages
from edition.writers.binding.packet import VolumeAbout

KINDS = ("pdf", "epub")
_SPAN = re.compile("[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True)
class VolumeAsked:
    """Which issues of an archive are to be bound, and how."""

    out: Path
    """of the archive"""
    span: str
    """a year or a month: `2025`, `2025-03`"""
    kind: str | None = None
    """None for both, as far as every issue has them"""
    encoding: str | None = None
    house: str | None = None
    pages: int | None = None
    """of each issue, where so many were asked for: a title tells the page of an issue of one"""
    layout: str | None = None
    """whose colours the book has"""
    form: BookForm = field(default_factory=BookForm)
    modified: datetime | None = None
    limits: Limits = Limits()  # noqa: RUF009  # frozen


@dataclass(frozen=True, slots=True)
class VolumeBegun:
    """So many issues are to be bound."""

    issues: int
    undated: tuple[str, ...]
    """issues of the archive that bear no day, and are in no volume, by name"""
    missing: tuple[str, ...]
    """issues of the archive that are not done, whatever their day, by name"""


@dataclass(frozen=True, slots=True)
class BoundVolume:
    """A volume that is written."""

    files: tuple[Path, ...]
    issues: int
    pages: int
    conforming: bool
    """the PDF claims PDF/UA-1 and PDF/A-2a"""
    remarks: tuple[Diagnostic, ...]
    """on the book"""


@dataclass(frozen=True, slots=True)
class _Chosen:
    """An issue of the volume."""

    row: LedgerRow
    facts: IssueFacts
    day: date
    folder: Path

    def file(self, kind: str) -> Shelved | None:
        return next((one for one in self.row.end.files if one.kind == kind), None)


def hold_span(told: str) -> None:
    """Raises WrongUse for what is neither a year nor a month."""
    if not _SPAN.fullmatch(told):
        raise WrongUse("volume_span", value=told)


def bind_volume(asked: VolumeAsked, tell: Callable[[VolumeBegun], None]) -> BoundVolume:
    """Bind the issues of a span of time in the order of their days; all files, or none.

    Nobody else builds in the archive meanwhile. Raises WrongUse where there are none or the span
    is none, UnreadableInput for a finished file that is not as it was written and for copy that
    cannot be read, CannotWrite.
    """
    hold_span(asked.span)
    if not (asked.out / LEDGER).is_file():
        raise UnreadableInput("volume_no_ledger", where=str(asked.out))
    ledger = PressLedger(asked.out, anew=False)
    try:
        clear_left(asked.out / VOLUMES)
        return _bound(asked, list(ledger.rows().values()), tell)
    finally:
        ledger.close()


def _bound(
    asked: VolumeAsked, rows: Sequence[LedgerRow], tell: Callable[[VolumeBegun], None]
) -> BoundVolume:
    rows = [row for row in rows if row.state != "done" or not _is_gone(row, asked.out)]
    there = [row for row in rows if row.state == "done"]
    issues, undated = _chosen(asked, there)
    kinds = _kinds(asked, issues)
    if "pdf" in kinds:
        _hold_pages(issues)
    if "epub" in kinds:
        _hold_days_apart(issues)
    missing = sorted({row.name for row in rows} - {row.name for row in there})
    tell(VolumeBegun(len(issues), undated, tuple(missing)))
    files = tuple(asked.out / VOLUMES / f"{asked.span}.{kind}" for kind in kinds)
    pages, conforming = 0, False
    remarks: tuple[Diagnostic, ...] = ()
    with ExitStack() as stack:
        targets = [stack.enter_context(whole_file(path)) for path in files]
        for kind, target in zip(kinds, targets, strict=True):
            if kind == "pdf":
                bound = _bind_pages(issues, target)
                pages, conforming = bound.pages, bound.conforming
            else:
                remarks = build.to_volume(
                    _editions(issues, asked), target, asked.modified, asked.layout, asked.form)
    return BoundVolume(files, len(issues), pages, conforming, remarks)


def _is_gone(row: LedgerRow, out: Path) -> bool:
    """True for an issue that was taken out of the archive, its copy too: nothing brings it back."""
    folder = out / ISSUES / row.name
    return not os.path.exists(row.copy.place) and not any(
        os.path.lexists(folder / one.name) for one in row.end.files
    )


def _chosen(
    asked: VolumeAsked, done: Sequence[LedgerRow]
) -> tuple[list[_Chosen], tuple[str, ...]]:
    """The issues of the span by day and name, and those of the archive that bear no day."""
    found: list[_Chosen] = []
    undated: list[str] = []
    for row in done:
        folder = asked.out / ISSUES / row.name
        facts = facts_of(row, folder)
        if facts.day is None:
            undated.append(row.name)
        else:
            found.append(_Chosen(row, facts, facts.day, folder))
    chosen = [one for one in found if one.day.isoformat().startswith(asked.span)]
    if not chosen:
        days = [one.day for one in found]
        if not done:
            raise WrongUse("volume_none_done", where=str(asked.out))
        if not days:
            raise WrongUse("volume_undated", where=str(asked.out), count=len(undated))
        raise WrongUse(
            "volume_empty", where=str(asked.out), span=asked.span,
            first=min(days).isoformat(), last=max(days).isoformat(),
        )
    return sorted(chosen, key=lambda one: (one.day, one.row.name)), tuple(sorted(undated))


def _kinds(asked: VolumeAsked, issues: Sequence[_Chosen]) -> list[str]:
    """What can be bound: pages, a book or both."""
    wanted = [asked.kind] if asked.kind else list(KINDS)
    lacking = {kind: next((one for one in issues if one.file(kind) is None), None)
               for kind in wanted}
    kinds = [kind for kind in wanted if lacking[kind] is None]
    if not kinds:
        first = lacking[wanted[0]]
        assert first is not None
        raise WrongUse("volume_kind", where=first.row.name, lacks=wanted[0].upper())
    return kinds


def _hold_days_apart(issues: Sequence[_Chosen]) -> None:
    """Raises WrongUse for two issues that a book could not tell apart, by the names they have in
    the archive."""
    seen: dict[str, str] = {}
    for one in issues:
        first = seen.setdefault(one.facts.title, one.row.name)
        if first != one.row.name:
            raise WrongUse(
                "volume_twins", title=one.facts.title, first=first, second=one.row.name)


def _hold_pages(issues: Sequence[_Chosen]) -> None:
    """Raises UnreadableInput for pages that are not as the ledger has them, before any is bound."""
    for one in issues:
        file = one.file("pdf")
        assert file is not None
        hold_whole(one.folder / file.name, file, every_byte=True)


def _bind_pages(issues: Sequence[_Chosen], target: BinaryIO) -> BoundPages:
    seen: Counter[date] = Counter()
    parts = []
    for one in issues:
        seen[one.day] += 1
        again = "" if seen[one.day] == 1 else f".{seen[one.day]}"
        file = one.file("pdf")
        assert file is not None
        title = one.facts.title or one.row.name
        parts.append(VolumePart(one.folder / file.name, title, f"{one.day.isoformat()}{again}"))
    language = issues[0].facts.language
    paper = next((one.facts.paper for one in issues if one.facts.paper), "")
    days = span([one.day for one in issues], language)
    whole = " ".join(filter(None, (paper, days)))
    about = VolumeAbout(whole, paper, issues[-1].day, f"volume {whole} {language}")
    return bind_pages(parts, about, target)


def _editions(issues: Sequence[_Chosen], asked: VolumeAsked) -> Iterator[Edition]:
    """The issues as they were built, read again one after the other by a child."""
    stand = Stand(asked.limits)
    try:
        for one in issues:
            yield _edition(stand, one, asked)
    finally:
        stand.close()


def _edition(stand: Stand, one: _Chosen, asked: VolumeAsked) -> Edition:
    """An issue in the script it was built in. Raises UnreadableInput where its copy is another's
    by now."""
    place = _copy(one)
    given = {"sources": (place,), "encoding": asked.encoding, "repair": True,
             "house": asked.house or one.row.copy.house or None}
    try:
        edition = stand.do("read", given, Read).edition
    except Stopped as fault:
        raise Stopped(fault.kind, where=place, **fault.values) from fault
    if edition.language != one.facts.language:
        edition = build.convert(edition, one.facts.language).edition
    if asked.pages is not None:
        edition = replace(edition, planning=edition.planning.asking(None, asked.pages, False))
    if (edition.imprint.date, edition.imprint.paper or "") != (one.day, one.facts.paper):
        raise UnreadableInput("volume_copy_changed", where=place, title=one.facts.title)
    return edition


def _copy(one: _Chosen) -> str:
    """Where the issue is read from: its copy, else the stories that were written beside it."""
    stories = one.file("stories")
    if stories is not None and not os.path.exists(one.row.copy.place):
        return str(one.folder / stories.name)
    return one.row.copy.place
