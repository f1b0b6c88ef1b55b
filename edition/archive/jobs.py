"""One issue on its way: what is asked of a hand, and what became of it. Both travel as JSON."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from edition.archive.folders import ISSUES
from edition.archive.stopwatch import seconds
from edition.delivery.onto_disk import unwritable, write_files
from edition.errors import EditionError, Stopped, known_lang
from edition.issue.wholeissue import SUFFIXES, IssueAsked, IssueFile, IssueMade
from edition.messages.texts import Lang
from edition.readers.sources import leads_within
from edition.sandbox.betweentasks import Used
from edition.sandbox.childlimits import Limits
from edition.sandbox.lasting import Hand
from edition.sandbox.parent import Result
from edition.sandbox.wirevalues import decoded, encoded, known

AGAIN = "child_killed"
"""a hand that ended so may have done so through no fault of the issue: it is tried once more"""
MOST_TRIES = 2
MOST_TASKS = 100
"""a hand is let go after so many issues, and another taken"""
MOST_HELD = 600.0
"""MB that a hand may hold between two issues"""


@dataclass(frozen=True, slots=True)
class Job:
    """An issue to be built, and where its files go."""

    name: str
    asked: IssueAsked
    folder: str
    lang: Lang = "en"
    """in which a failure is told"""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A finished file of an issue as it lies on the disk."""

    kind: str
    name: str
    size: int
    mtime: int
    """ns"""
    digest: str
    """sha256"""


@dataclass(frozen=True, slots=True)
class IssueEnd:
    """What became of an issue."""

    name: str
    done: bool
    attempts: int = 1
    seconds: float = 0.0
    """of the clock, the writing of its files counted"""
    processor: float = 0.0
    """seconds"""
    peak: float = 0.0
    """MB"""
    pages: int = 0
    score: float | None = None
    printable: bool = True
    cost: float | None = None
    queries: tuple[tuple[str, int], ...] = ()
    faults: int = 0
    opened: tuple[tuple[str, str], ...] = ()
    files: tuple[Shelved, ...] = ()
    error: str = ""
    """kind of the error, where it failed"""
    said: str = ""
    """the error in words"""
    exit: int = 0
    """the exit code the error would have had"""


def told_of(end: IssueEnd) -> dict[str, object]:
    """What became of an issue, for a program: in the events as in the report."""
    told: dict[str, object] = {
        "attempts": end.attempts, "seconds": round(end.seconds, 3),
        "processor": round(end.processor, 3), "peak": round(end.peak, 1),
    }
    if not end.done:
        return told | {"error": end.error, "message": end.said, "exit": end.exit}
    return told | {
        "pages": end.pages, "score": end.score, "printable": end.printable, "cost": end.cost,
        "faults": end.faults, "queries": dict(end.queries),
        "files": [
            {"kind": one.kind, "path": f"{ISSUES}/{end.name}/{one.name}", "bytes": one.size,
             "sha256": one.digest} for one in end.files
        ],
    }


def as_json(value: Job | IssueEnd | Limits) -> str:
    """A value as one line of JSON."""
    return json.dumps(encoded(value, []), separators=(",", ":"))


def from_json_line(text: str) -> Any:
    """The value that `as_json` wrote. Raises Lie for anything else."""
    return decoded(json.loads(text), [], known(Job, IssueEnd, Limits, IssueAsked))


class Stand:
    """A hand for task after task; one that fails, or holds too much, is ended and replaced."""

    def __init__(self, limits: Limits, folder: Path | None = None) -> None:
        """`folder` is where hands keep what they need for a while."""
        self._limits, self._folder = limits, folder
        self._most = min(MOST_HELD, limits.megabytes / 2)
        self._hand: Hand | None = None
        self._door = threading.Lock()
        self.closed = False
        self.used = Used()
        """by the task done last"""

    def make(self, asked: IssueAsked) -> IssueMade:
        """The files of an issue. Raises as `do` does."""
        return self.do("issue", {"asked": asked}, IssueMade)

    def do(self, task: str, given: Mapping[str, object], result: type[Result]) -> Result:
        """What a task comes to. Raises our own errors, Stopped where the hand is lost, and
        CannotWrite where a new one finds no place."""
        hand = self._taken()
        try:
            found = hand.do(task, given, result)
        except Stopped:
            self._let_go()
            raise
        finally:
            self.used = hand.used
        if hand.tasks >= MOST_TASKS or hand.used.held > self._most:
            self._let_go()
        return found

    def _taken(self) -> Hand:
        with self._door:
            if self.closed:
                raise Stopped("child_killed", signal="SIGTERM")
            if self._hand is None:
                try:
                    if self._folder is not None:
                        self._folder.mkdir(parents=True, exist_ok=True)
                    self._hand = Hand(self._limits, self._folder)
                except OSError as fault:
                    raise unwritable(self._folder or "", fault) from fault
            return self._hand

    def _let_go(self) -> None:
        with self._door:
            hand, self._hand = self._hand, None
        if hand is not None:
            hand.end()

    def close(self) -> None:
        """End the hand; by the thread that works with it."""
        self.closed = True
        self._let_go()

    def stop(self) -> None:
        """End what the hand does, and let it take nothing up again; by any thread."""
        with self._door:
            self.closed = True
            if self._hand is not None:
                self._hand.interrupt()


def printed(job: Job, stand: Stand) -> IssueEnd:
    """Build an issue and write its files, all of them or none. An error is an outcome too."""
    began = seconds()
    for attempt in range(1, MOST_TRIES + 1):
        try:
            made = _judged(stand.make(job.asked), job.asked)
            files = shelve(Path(job.folder), made.files)
        except EditionError as fault:
            if fault.kind == AGAIN and attempt < MOST_TRIES and not stand.closed:
                continue
            found = failed(job, fault)
        else:
            found = _done(job.name, made, files)
        return replace(
            found, attempts=attempt, seconds=seconds() - began, processor=stand.used.processor,
            peak=stand.used.peak,
        )
    raise AssertionError("the last try returns")


def _judged(made: IssueMade, asked: IssueAsked) -> IssueMade:
    """What a hand has made, whose names lead nowhere else.

    Raises Stopped for a hand that was taken over by what it read.
    """
    for file in made.files:
        ending = SUFFIXES.get(file.kind, "") if file.kind in asked.kinds else ""
        if not ending or not file.name.endswith(ending) or not _plain(file.name):
            raise Stopped("child_lied", said=f"a file called {file.name[:100]!r}")
    for name, _ in made.opened:
        if not leads_within(name) or "\0" in name:
            raise Stopped("child_lied", said=f"a file called {name[:100]!r}")
    return made


def _plain(name: str) -> bool:
    """True for a name of a file, and no way to one."""
    return bool(name) and not set(name) & set("/\\\0") and name not in (".", "..")


def shelve(folder: Path, files: Sequence[IssueFile]) -> tuple[Shelved, ...]:
    """Write the files of an issue. Raises CannotWrite; then none of them is new."""
    write_files(folder, {file.name: file.data for file in files})
    try:
        return tuple(_shelved(folder / file.name, file) for file in files)
    except OSError as fault:  # Somebody has taken them away again.
        raise unwritable(folder, fault) from fault


def _shelved(path: Path, file: IssueFile) -> Shelved:
    digest = hashlib.sha256(file.data).hexdigest()
    return Shelved(file.kind, file.name, len(file.data), path.stat().st_mtime_ns, digest)


def failed(job: Job, fault: EditionError) -> IssueEnd:
    """The end of an issue that an error has ended."""
    said = fault.told(known_lang(job.lang))
    return IssueEnd(job.name, False, error=fault.kind, said=said, exit=fault.exit_code)


def _done(name: str, made: IssueMade, files: tuple[Shelved, ...]) -> IssueEnd:
    return IssueEnd(
        name, True, pages=made.pages, score=made.score, printable=made.printable, cost=made.cost,
        queries=made.queries, faults=made.faults, opened=made.opened, files=files,
    )

