"""The ledger: one row an issue, in an SQLite file that only the run itself writes.

A row says `done` after the files of its issue are whole on the disk, never before. What is written
is on the disk when the call returns; after a cut of power the file is as it was at some call.
"""

from __future__ import annotations

import errno
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from edition.archive.fingerprints import SeenFile
from edition.archive.folders import LEDGER
from edition.archive.jobs import IssueEnd, Shelved
from edition.delivery.onto_disk import unwritable
from edition.errors import CannotWrite, UnreadableInput, WrongUse

FORM = 2
"""of the tables; a ledger of an older form is begun anew, one of a newer is left alone"""
_SPOILT = ".spoilt"
_TABLES = """
CREATE TABLE IF NOT EXISTS issues (
    name TEXT PRIMARY KEY, place TEXT NOT NULL, house TEXT NOT NULL, state TEXT NOT NULL
        CHECK (state IN ('queued', 'running', 'done', 'failed')),
    key TEXT NOT NULL DEFAULT '', attempts INTEGER NOT NULL DEFAULT 0,
    seconds REAL NOT NULL DEFAULT 0, processor REAL NOT NULL DEFAULT 0,
    peak REAL NOT NULL DEFAULT 0, pages INTEGER NOT NULL DEFAULT 0, score REAL,
    printable INTEGER NOT NULL DEFAULT 1, cost REAL, queries TEXT NOT NULL DEFAULT '{}',
    faults INTEGER NOT NULL DEFAULT 0, opened TEXT NOT NULL DEFAULT '{}',
    files TEXT NOT NULL DEFAULT '[]', error TEXT NOT NULL DEFAULT '',
    said TEXT NOT NULL DEFAULT '', exit INTEGER NOT NULL DEFAULT 0, ended TEXT
);
CREATE TABLE IF NOT EXISTS digests (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, digest TEXT
);
"""


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """Where the copy of an issue is."""

    name: str
    """of the issue"""
    place: str
    """its folder or file, from the root of the disk"""
    house: str = ""
    """the house memory it was read with; empty for none"""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An issue as the ledger has it."""

    copy: CopyPlace
    state: str
    end: IssueEnd
    """what became of it last; of one that has failed, `files` are those of its last good day"""
    key: str = ""

    @property
    def name(self) -> str:
        return self.end.name


_OF_END = tuple(one.name for one in fields(IssueEnd) if one.name not in ("name", "done"))
_COLUMNS = ("name", "place", "house", "state", "key", *_OF_END)
_PAIRS = ("queries", "opened")
_REASONS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC, sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES, sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
"""what SQLite tells of the system, as the system tells it"""


class PressLedger:
    """The ledger of one archive, held against every other run while it is open."""

    def __init__(self, out: Path, *, anew: bool = True) -> None:
        """Raises WrongUse where another run has it or a newer release has written it, CannotWrite
        where it cannot be written.

        One that is spoilt is laid aside, and another begun: `laid_aside` is its place then. Unless
        it may be begun `anew`, it is left, and UnreadableInput raised.
        """
        self.path = out / LEDGER
        self.laid_aside: Path | None = None
        with self._told():
            try:
                self._base = _opened(self.path)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError as fault:
                if not anew:
                    raise UnreadableInput("ledger_spoilt", where=str(self.path)) from fault
                self.laid_aside = _set_aside(self.path)
                self._base = _opened(self.path)

    def rows(self) -> dict[str, LedgerRow]:
        """Every issue by its name."""
        asked = f"SELECT {', '.join(_COLUMNS)} FROM issues"
        with self._told():
            return {row[0]: _row(row) for row in self._base.execute(asked)}

    def digests(self) -> dict[str, SeenFile]:
        """What is known of files, by path."""
        with self._told():
            return {
                path: SeenFile((size, mtime, ctime), digest) for path, size, mtime, ctime, digest
                in self._base.execute("SELECT path, size, mtime, ctime, digest FROM digests")
            }

    def begin(
        self, queued: Iterable[CopyPlace], seen: Mapping[str, SeenFile],
        moved: Iterable[CopyPlace] = (),
    ) -> None:
        """Queue issues, and remember where others have `moved` to and digests of files; what was
        running when a run was cut off is queued too."""
        with self._told(), self._base:
            self._base.execute("UPDATE issues SET state = 'queued' WHERE state = 'running'")
            self._base.executemany(
                "INSERT INTO issues (name, place, house, state) VALUES (?, ?, ?, 'queued') "
                "ON CONFLICT (name) DO UPDATE SET place = excluded.place, "
                "house = excluded.house, state = 'queued'",
                ((one.name, _as_text(one.place), _as_text(one.house)) for one in queued),
            )
            self._base.executemany(
                "UPDATE issues SET place = ?, house = ? WHERE name = ?",
                ((_as_text(one.place), _as_text(one.house), one.name) for one in moved),
            )
            self._base.executemany(
                "INSERT OR REPLACE INTO digests (path, size, mtime, ctime, digest) "
                "VALUES (?, ?, ?, ?, ?)",
                ((_as_text(path), *one.state, one.digest) for path, one in seen.items()),
            )

    def running(self, name: str) -> None:
        """Say that an issue is being built."""
        with self._told(), self._base:
            self._base.execute("UPDATE issues SET state = 'running' WHERE name = ?", (name,))

    def ended(self, outcome: IssueEnd, key: str) -> None:
        """Say what became of an issue that was built from what `key` stands for.

        Of one that failed the files of its last good day stay where they are.
        """
        values: dict[str, Any] = {name: getattr(outcome, name) for name in _OF_END}
        values |= {
            "state": "done" if outcome.done else "failed", "key": key,
            "said": _as_text(outcome.said),
            **{name: _text(dict(values[name])) for name in _PAIRS},
        }
        files = values.pop("files")
        if outcome.done:
            values["files"] = _text([
                [one.kind, one.name, one.size, one.mtime, one.digest] for one in files
            ])
        told = ", ".join(f"{column} = ?" for column in values)
        with self._told(), self._base:
            self._base.execute(
                f"UPDATE issues SET {told}, ended = strftime('%Y-%m-%dT%H:%M:%SZ') "
                "WHERE name = ?",
                (*values.values(), outcome.name),
            )

    def close(self) -> None:
        """Queue what was being built, and let the file go."""
        with suppress(sqlite3.Error):
            with self._base:
                self._base.execute("UPDATE issues SET state = 'queued' WHERE state = 'running'")
            self._base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        with suppress(sqlite3.Error):
            self._base.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Faults of the file as errors of ours."""
        try:
            yield
        except (sqlite3.Error, OSError) as fault:
            if isinstance(fault, sqlite3.OperationalError) and "locked" in str(fault):
                raise WrongUse("archive_in_use", where=str(self.path)) from fault
            raise _unwritten(self.path, fault) from fault


def _opened(path: Path) -> sqlite3.Connection:
    """The open file, its tables there. Raises DatabaseError for one that is spoilt."""
    base = sqlite3.connect(path, timeout=1.0)
    try:
        # Held by one run alone, the file needs no memory shared between processes: it may lie on
        # a disk of the network.
        for told in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            base.execute(f"PRAGMA {told}")
        (sound,) = base.execute("PRAGMA quick_check(1)").fetchone()
        (form,) = base.execute("PRAGMA user_version").fetchone()
        if sound != "ok" or 0 < form < FORM:
            raise sqlite3.DatabaseError(sound)
        if form > FORM:
            raise WrongUse("ledger_newer", where=str(path))
        with base:
            base.executescript(_TABLES)
            base.execute(f"PRAGMA user_version = {FORM}")
            base.execute("BEGIN EXCLUSIVE")
    except BaseException:
        base.close()
        raise
    return base


def _unwritten(path: Path, fault: Exception) -> CannotWrite:
    """The error that the ledger cannot be written, in the reader's language as far as it goes."""
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in _REASONS:
        number = errno.EISDIR if path.is_dir() else _REASONS[code]
        fault = OSError(number, os.strerror(number))
    return unwritable(path, fault if isinstance(fault, OSError) else ValueError(str(fault)))


def _set_aside(path: Path) -> Path:
    """Give a spoilt ledger another name, what stands beside it too."""
    for end in ("-wal", "-shm"):
        beside = path.with_name(path.name + end)
        with suppress(FileNotFoundError):
            beside.replace(beside.with_name(beside.name + _SPOILT))
    return path.replace(path.with_name(path.name + _SPOILT))


def _text(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _as_text(name: str) -> str:
    """The name of a file, whose bytes may be no characters, as it can be shown and kept."""
    return name.encode("utf-8", "backslashreplace").decode()


def _row(row: Sequence[object]) -> LedgerRow:
    name, place, house, state, key, *rest = row
    told: dict[str, Any] = dict(zip(_OF_END, rest, strict=True))
    for pairs in _PAIRS:
        told[pairs] = tuple(json.loads(told[pairs]).items())
    told["files"] = tuple(Shelved(*one) for one in json.loads(told["files"]))
    told["printable"] = bool(told["printable"])
    end = IssueEnd(str(name), state == "done", **told)
    return LedgerRow(CopyPlace(str(name), str(place), str(house)), str(state), end, str(key))
