"""A night's work on the archive: what is missing is built, everything else is left as it is.

The run itself reads no copy and draws no page. It looks which issues have changed, hands the
others out, and alone writes down what became of them.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from edition.archive.accounts import write_accounts
from edition.archive.backissues import BackIssue, back_issues
from edition.archive.crews import Crew, HandsHere, TakenUp
from edition.archive.fingerprints import (
    Fingerprints,
    as_written,
    base_of,
    common_of,
    key_of,
    now_on,
    opened_now,
)
from edition.archive.folders import ISSUES, VOLUMES, WORK
from edition.archive.jobs import IssueEnd, Job, Shelved
from edition.archive.pressledger import CopyPlace, LedgerRow, PressLedger
from edition.archive.stopwatch import seconds
from edition.delivery.onto_disk import clear_left, unwritable
from edition.errors import Stopped, WrongUse
from edition.issue.wholeissue import IssueAsked
from edition.messages.texts import Lang
from edition.readers.sources import houses_of
from edition.sandbox.childlimits import Limits

_LATEST = 60
"""issues by which the pace is reckoned"""


@dataclass(frozen=True, slots=True)
class ArchiveAsked:
    """What is to be archived, where, and by how many hands."""

    given: Path
    """a folder of issues, or a table of files"""
    out: Path
    issue: IssueAsked
    """what is made of each, without its sources"""
    workers: int = 1
    limits: Limits = Limits()  # noqa: RUF009  # frozen
    retry: bool = False
    """what failed is tried once more, though nothing of it has changed"""
    dask: str | None = None
    """address of a cluster's scheduler, or `local`"""
    lang: Lang = "en"
    """in which failures are told"""


@dataclass(frozen=True, slots=True)
class Begun:
    """The archive is looked through: so many issues, and so many of them are to be built."""

    issues: int
    to_build: int
    failed: int
    """before, and not tried again"""
    again: int = 0
    """of those to be built: were done before"""
    laid_aside: str = ""
    """a ledger that was spoilt, under its new name"""


@dataclass(frozen=True, slots=True)
class Ended:
    """One more issue is done, or has failed."""

    outcome: IssueEnd
    left: int
    rate: float
    """issues a second"""

    @property
    def seconds_left(self) -> float:
        return self.left / self.rate if self.rate else 0.0


Told = Begun | TakenUp | Ended


@dataclass(frozen=True, slots=True)
class Night:
    """What the archive holds at the end."""

    rows: tuple[LedgerRow, ...]
    """the issues that were asked for, by name"""
    built: int
    failed_now: int
    seconds: float
    report: Path
    """its page"""


@dataclass(frozen=True, slots=True)
class _Order:
    """An issue, and whether it is to be built."""

    job: Job
    copy: CopyPlace
    base: str
    look: Callable[[], str]
    """the base as it is now"""
    before: LedgerRow | None
    due: bool


def archive(asked: ArchiveAsked, tell: Callable[[Told], None]) -> Night:
    """Build what is missing or has changed, and write the report, while the ledger is held.

    Raises UnreadableInput and WrongUse where there is no archive to build, CannotWrite where the
    ledger cannot be written. Failures of single issues stand in the ledger.
    """
    began = seconds()
    issues = back_issues(asked.given, asked.out)
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        files_now = now_on(asked.out)
    except OSError as fault:
        raise unwritable(asked.out, fault) from fault
    ledger = PressLedger(asked.out)
    try:
        for folder in (asked.out, asked.out / VOLUMES):
            clear_left(folder)
        files = Fingerprints(ledger.digests(), files_now)
        rows = ledger.rows()
        looked = list(_orders(asked, issues, rows, files))
        orders = [one for one in looked if one.due]
        moved = [one.copy for one in looked if one.before and one.before.copy != one.copy]
        ledger.begin([one.copy for one in orders], files.fresh, moved)
        tell(_begun(issues, rows, orders, ledger))
        failed = _worked(asked, orders, ledger, tell) if orders else 0
        after = ledger.rows()
        found = tuple(after[issue.name] for issue in issues)
        report = write_accounts(asked.out, found, asked.lang)
    finally:
        ledger.close()
    return Night(found, len(orders), failed, seconds() - began, report)


def _begun(
    issues: Sequence[BackIssue], rows: Mapping[str, LedgerRow], orders: Sequence[_Order],
    ledger: PressLedger,
) -> Begun:
    asked = {one.job.name for one in orders}
    failed = sum(
        issue.name not in asked and rows[issue.name].state == "failed" for issue in issues
    )
    again = sum(one.before is not None and one.before.state == "done" for one in orders)
    return Begun(
        len(issues), len(orders), failed, again, str(ledger.laid_aside or "")
    )


def _orders(
    asked: ArchiveAsked, issues: Sequence[BackIssue], rows: Mapping[str, LedgerRow],
    files: Fingerprints,
) -> Iterator[_Order]:
    """The issues; to be built are new ones, changed ones, and those that were cut off."""
    usual = (asked.issue.layout, asked.issue.to)
    commons = {usual: common_of(asked.issue, files, asked.limits)}
    for issue in issues:
        house = asked.issue.house or next(map(str, houses_of(_file_of(issue.place))), None)
        wanted = replace(
            asked.issue, sources=(str(issue.place),), house=house,
            layout=issue.layout or asked.issue.layout, to=issue.to or asked.issue.to,
        )
        manner = (wanted.layout, wanted.to)
        if manner not in commons:
            commons[manner] = _common(wanted, files, asked.limits)
        look = partial(
            base_of, issue.place, Path(house) if house else None, commons[manner], files)
        base, before = look(), rows.get(issue.name)
        folder = asked.out / ISSUES / issue.name
        is_tried = asked.retry and before is not None and before.state == "failed"
        due = is_tried or not (before and _stands(before, base, folder, issue.place, files))
        copy = CopyPlace(issue.name, *(
            str(Path(one).absolute()) if one else "" for one in (issue.place, house)
        ))
        job = Job(issue.name, wanted, str(folder), asked.lang)
        yield _Order(job, copy, base, look, before, due)


def _file_of(place: Path) -> Path:
    """A file of the issue: the house memory is looked for from there."""
    return place / "copy.txt" if os.path.isdir(place) else place


def _common(wanted: IssueAsked, files: Fingerprints, limits: Limits) -> str:
    """What all issues of one layout depend on. Where there is no such layout, each of them will
    fail and say so."""
    try:
        return common_of(wanted, files, limits)
    except (WrongUse, Stopped) as fault:
        return f"{fault.kind} {wanted.layout}"


def _stands(
    row: LedgerRow, base: str, folder: Path, place: Path, files: Fingerprints
) -> bool:
    """True where an issue is as the ledger has it, and need not be built."""
    if row.state not in ("done", "failed"):
        return False
    if row.key != key_of(base, opened_now(place, dict(row.end.opened), files)):
        return False
    return row.state == "failed" or all(_lies(folder / one.name, one) for one in row.end.files)


def _lies(path: Path, file: Shelved) -> bool:
    """True where a finished file is there, as it was written."""
    try:
        return as_written(path, file)
    except OSError:
        return False


def _worked(
    asked: ArchiveAsked, orders: Sequence[_Order], ledger: PressLedger,
    tell: Callable[[Told], None],
) -> int:
    """Have the orders built, and write down what became of each; how many have failed."""
    by_name = {one.job.name: one for one in orders}
    left, failed, ends = len(orders), 0, deque([seconds()], maxlen=_LATEST)
    crew = _crew(asked)
    try:
        for word in crew.work([one.job for one in orders]):
            if isinstance(word, TakenUp):
                ledger.running(word.name)
                tell(word)
                continue
            order = by_name[word.name]
            # What has changed meanwhile may be half of it in the pages: no key stands for that.
            same = order.look() == order.base
            ledger.ended(word, key_of(order.base, dict(word.opened)) if same else "")
            _clear(order, word)
            left, failed = left - 1, failed + (not word.done)
            ends.append(seconds())
            tell(Ended(word, left, (len(ends) - 1) / max(1e-6, ends[-1] - ends[0])))
    finally:
        crew.close()
    return failed


def _crew(asked: ArchiveAsked) -> Crew:
    if asked.dask is None:
        return HandsHere(asked.workers, asked.limits, (asked.out / WORK).absolute())
    from edition.archive.cluster import HandsElsewhere

    return HandsElsewhere(asked.dask, asked.workers, asked.limits)


def _clear(order: _Order, outcome: IssueEnd) -> None:
    """Take away what an issue was before, where it bears another name now."""
    if order.before is None or not outcome.done:
        return
    folder = Path(order.job.folder)
    new = [folder / one.name for one in outcome.files]
    for old in {one.name for one in order.before.end.files} - {one.name for one in outcome.files}:
        # Each apart: one that is gone already keeps none of the others. And a disk that knows no
        # capitals leads from an old name to what was just written.
        with suppress(OSError):
            seen = (folder / old).lstat()
            if not any(os.path.samestat(seen, one.stat()) for one in new):
                (folder / old).unlink()
